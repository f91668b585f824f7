"""Sheets of bar codes for the station: commands, the scanner's three codes, badges. Printed, or shown as PDF.

They are A4: without a printer for documents the PDF is opened, and whatever shows it can print it.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Slot

from inpost_desk.actions.waiting import Stop
from inpost_desk.background import PRINT
from inpost_desk.domain.printer import A4, Profile, Purpose, profile_for
from inpost_desk.settings import Settings
from inpost_desk.ui.desk import DONE, Desk, Notice
from inpost_desk.ui.opening import open_file
from inpost_desk.wording.speech import translate
from inpost_desk.wording.station_codes import command_entries, sheet_title, teach_words

if TYPE_CHECKING:
    from inpost_desk.session import Session

COMMANDS: Final = "commands"
TEACH: Final = "teach"
BADGES: Final = "badges"


class Sheets(QObject):
    """Makes them on a lane."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk

    @Slot(str)
    def print(self, kind: str) -> None:
        """`commands`, `teach` or `badges`."""
        work = partial(_printed, self._desk.session, self._desk.settings, kind, self._desk.data_dir)
        self._desk.lanes.start(PRINT, work, done=self._came, failed=self._desk.report)

    def _came(self, file: Path | None) -> None:
        if file is not None:
            open_file(self._desk, file)
            return
        words = translate("ui", "The sheet is with the printer.")
        self._desk.notify(Notice("station.sheet", DONE, words))


def _printed(session: Session | None, known: Settings, kind: str, folder: Path) -> Path | None:
    """Print it; the file to be opened where there is no printer for such paper."""
    content = _content(known, kind)
    profile = _document_printer(session, known)
    if session is None or profile is None:
        place = folder / "sheets" / f"{kind}.pdf"
        _save(place, content)
        return place
    from inpost_desk.actions.printing import print_document
    from inpost_desk.session_printers import outlets_of

    print_document(
        session.ledger,
        outlets_of(session, known).serving(Purpose.DOCUMENTS),
        content,
        document="sheet",
        title=sheet_title(kind),
        now=session.client.now,
        stop=Stop(),
    )
    return None


def _content(known: Settings, kind: str) -> bytes:
    from inpost_desk.actions.station_sheets import badge_sheet, command_sheet, teach_sheet

    title = sheet_title(kind)
    if kind == TEACH:
        return teach_sheet(title, teach_words())
    if kind == BADGES:
        return badge_sheet(known.station.operators, title)
    return command_sheet(command_entries(), title)


def _document_printer(session: Session | None, known: Settings) -> Profile | None:
    from inpost_desk.session_printers import profiles_of

    if session is None:
        return None
    profile = profile_for(profiles_of(session, known), Purpose.DOCUMENTS)
    # Cards made for A4 would be too small on a label.
    fits = profile is not None and profile.sheet.width >= A4.width
    return profile if fits else None


def _save(place: Path, content: bytes) -> None:
    from inpost_desk.errors import FileTrouble
    from inpost_desk.paths import disk_rule
    from inpost_desk.whole_file import write_whole

    try:
        place.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise FileTrouble(disk_rule(error), place=str(place)) from error
    write_whole(place, content)
