"""The self-test's checks, run in a child of their own: the real parts of the program, once each.

Everything that an installation may lack is touched here: libraries, data files, plugins, child processes. A
check gives back a fact or raises; what is let fall meanwhile is the parent's business.
"""

from __future__ import annotations

import logging
import platform
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Final
from zoneinfo import ZoneInfo

from PySide6.QtCore import QLibraryInfo, QMessageLogContext, QtMsgType, qInstallMessageHandler

from inpost_desk import own_process, tokens
from inpost_desk.errors import KeyringTrouble, PrinterTrouble
from inpost_desk.log import redact
from inpost_desk.paths import resource
from inpost_desk.selftest_report import REPORT, Said
from inpost_desk.wording import speech

Check = Callable[[Path], str]
# In every language of the program this says something else.
_SENTENCE: Final = ("ui", "Settings")
# Offscreen there is no window manager.
_HARMLESS: Final = "This plugin does not support propagateSizeHints"
_OLDEST_LEDGER: Final = "0001"
_CHILD_SECONDS: Final = 30


class Wrong(Exception):
    """A check found what it should not have."""


# Millimetres.
A6: Final = (105, 148)


def main() -> int:
    """Every check in turn, each with what was complained of meanwhile; the folder is the only argument."""
    folder = Path(sys.argv[1])
    with (folder / REPORT).open("a", encoding="utf-8") as report, complaints() as heard:
        for name, check in CHECKS.items():
            for said in outcome(name, check, folder, heard):
                said.write(report)
    return 0


def outcome(name: str, check: Check, folder: Path, heard: list[str]) -> list[Said]:
    """How one check ended, and a line for each warning of Qt's or of the log's."""
    try:
        said = Said(name, ok=True, fact=check(folder))
    except Exception as error:
        logging.getLogger("inpost_desk").debug("%s", name, exc_info=True)
        said = Said(name, ok=False, fact=redact(f"{type(error).__name__} {error!s}"))
    lines = [said, *(Said(name, ok=False, fact=redact(one)) for one in heard)]
    heard.clear()
    return lines


@contextmanager
def complaints() -> Iterator[list[str]]:
    """Collects warnings of Qt's and log records at WARNING and above."""
    heard: list[str] = []

    def qt_said(kind: QtMsgType, _context: QMessageLogContext, text: str | None) -> None:
        if kind not in (QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg) and _HARMLESS not in (
            text or ""
        ):
            heard.append(f"Qt: {text}")

    listener = _Listener(heard)
    root = logging.getLogger()
    root.addHandler(listener)
    before = qInstallMessageHandler(qt_said)
    try:
        yield heard
    finally:
        qInstallMessageHandler(before)
        root.removeHandler(listener)


class _Listener(logging.Handler):
    """Notes each warning."""

    def __init__(self, heard: list[str]) -> None:
        super().__init__(logging.WARNING)
        self._heard = heard

    def emit(self, record: logging.LogRecord) -> None:
        text = record.getMessage()
        # What Qt says while the window is open comes through the program's own door.
        if _HARMLESS not in text:
            self._heard.append(f"log: {record.levelname} {record.name} {text}")


def _program(_folder: Path) -> str:
    from inpost_desk.cli import VERSION

    kind = "frozen" if getattr(sys, "frozen", False) else "Python"
    return f"{VERSION}, {kind} {platform.python_version()}, {platform.platform(terse=True)}"


def _languages(_folder: Path) -> str:
    """Each language says it in its own words, and Qt's own words are there in Polish."""
    spoken = {}
    for language in speech.LANGUAGES:
        speech.speak(language)
        spoken[language] = speech.translate(*_SENTENCE)
    if len(set(spoken.values())) < len(spoken):
        raise Wrong(f"a translation is missing: {spoken}")
    place = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    if not (place / "qtbase_pl.qm").is_file():
        raise Wrong("Qt's own Polish words are missing")
    return ", ".join(spoken.values())


def _time_zone(_folder: Path) -> str:
    summer = datetime(2026, 7, 1, 12, tzinfo=UTC).astimezone(ZoneInfo("Europe/Warsaw"))
    if summer.hour != 14:
        raise Wrong(summer.isoformat())
    return summer.isoformat()


def _orders(folder: Path) -> str:
    """A sample as CSV, and a workbook of our own read again."""
    from inpost_desk.actions.import_file import import_file
    from inpost_desk.actions.template import write_template

    sample = import_file(resource("samples/orders.csv"))
    book = import_file(write_template(folder / "zamówienia.xlsx"))
    if not sample.rows or len(book.rows) != 2:
        raise Wrong(f"{len(sample.rows)} and {len(book.rows)} rows")
    return f"{len(sample.rows)} rows"


def _ledger(folder: Path) -> str:
    from inpost_desk.ledger.ledger import HEAD, Ledger

    for learned in ("", "żółw"):
        ledger = Ledger(folder / "ledger")
        try:
            if ledger.fact("selftest") != learned:
                raise Wrong("what was written cannot be read")
            ledger.learn("selftest", "żółw")
        finally:
            ledger.close()
    return HEAD


def _older_ledger(folder: Path) -> str:
    """One of the first version is brought up to date."""
    from sqlalchemy import create_engine

    from inpost_desk.ledger.ledger import HEAD, Ledger, migrate

    place = folder / "older-ledger"
    place.mkdir()
    engine = create_engine(f"sqlite:///{place / 'ledger.sqlite'}")
    migrate(engine, to=_OLDEST_LEDGER)
    engine.dispose()
    Ledger(place).close()
    return f"{_OLDEST_LEDGER} to {HEAD}"


def _specimen(_folder: Path) -> str:
    """Drawn as a label printer would, and its bar codes read back."""
    from inpost_desk.labels.readback import check, read_pages
    from inpost_desk.labels.specimen import NUMBER, specimen_label

    (page,) = read_pages(specimen_label())
    if rule := check(page, NUMBER):
        raise Wrong(rule)
    return f"{page.width_mm:.0f} x {page.height_mm:.0f} mm, {NUMBER}"


def _examiner(_folder: Path) -> str:
    """The child that opens labels, which says nothing but its answers."""
    from inpost_desk.labels.examiner import Examiner
    from inpost_desk.labels.specimen import NUMBER, specimen_label

    # Where it is asked nothing it ends at once; what it complains of then is not thrown away.
    subprocess.run(  # noqa: S603 - our own program
        own_process.command("inpost_desk.labels.examined"),
        stdin=subprocess.DEVNULL,
        cwd=own_process.FOLDER,
        creationflags=own_process.NO_WINDOW,
        timeout=_CHILD_SECONDS,
        check=True,
    )
    examiner = Examiner()
    try:
        (page,) = examiner.pages(specimen_label(), expected=[NUMBER])
    finally:
        examiner.close()
    if NUMBER not in page.reading.codes:
        raise Wrong(f"read {page.reading.codes}")
    return "one page"


def _folder_printer(folder: Path) -> str:
    """What was printed there is one A6 label that can be read, as another reader than our own sees it too."""
    from pypdf import PdfReader

    from inpost_desk.labels.readback import read_pages
    from inpost_desk.labels.specimen import NUMBER, specimen_label
    from inpost_desk.printers.folder import FolderPrinter
    from inpost_desk.printers.printer import Document

    place = folder / "drukarka"
    place.mkdir()
    name = FolderPrinter(place).send(Document(specimen_label()), title="selftest")
    (page,) = read_pages((place / name).read_bytes())
    if NUMBER not in page.codes:
        raise Wrong(f"read {page.codes}")
    # PDFium both drew and read it: what it gets wrong twice it would not see.
    (sheet,) = PdfReader(place / name).pages
    size = tuple(round(float(side) / 72 * 25.4) for side in sheet.mediabox[2:])
    if size != A6:
        raise Wrong(f"the page is {size[0]} × {size[1]} mm")
    return name


def _printers(_folder: Path) -> str:
    """A machine without a printer system is none of the installation's faults."""
    from inpost_desk.printers.found import found_printers

    try:
        return f"{len(found_printers())} found"
    except PrinterTrouble as trouble:
        if sys.platform == "win32":
            raise
        return f"none can be listed ({trouble.rule})"


def _keyring(_folder: Path) -> str:
    """Which one it would be: it is asked nothing, because it might show its password window."""
    try:
        return tokens.keyring_in_use()
    except KeyringTrouble as trouble:
        if sys.platform in ("win32", "darwin"):
            raise
        return f"none on this machine ({trouble.rule})"


def _simulator(folder: Path) -> str:
    """The demo's doors: the simulator starts as a child and answers our client."""
    from inpost_desk.actions.account import check_account
    from inpost_desk.app_session import demo_account
    from inpost_desk.session import session, target_for
    from inpost_desk.settings import Settings

    target = target_for(demo_account())
    with session(folder, Settings(), target, token="") as opened:
        found = check_account(opened.client)
    return f"organization {found.organization.id}"


def _window(folder: Path) -> str:
    from inpost_desk.selftest_window import visit

    return visit(folder / "window")


CHECKS: Final[dict[str, Check]] = {
    "program": _program,
    "languages": _languages,
    "time_zone": _time_zone,
    "orders": _orders,
    "ledger": _ledger,
    "older_ledger": _older_ledger,
    "specimen": _specimen,
    "examiner": _examiner,
    "folder_printer": _folder_printer,
    "printers": _printers,
    "keyring": _keyring,
    "simulator": _simulator,
    # The last one: a window that does not end takes the process with it.
    "window": _window,
}

if __name__ == "__main__":
    sys.exit(main())
