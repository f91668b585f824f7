"""The support bundle: what somebody who helps from afar has to know, without tokens and personal data.

Texts in memory first, so that each can be read before anything is written. What is covered and how is the
business of `veil`.
"""

from __future__ import annotations

import importlib.metadata
import os
import platform
import sqlite3
import sys
import zipfile
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

import msgspec

from inpost_desk.actions import veil
from inpost_desk.actions.doctor import PARTS, Finding
from inpost_desk.actions.support_settings import harmless_settings, people_of
from inpost_desk.ledger.condition import condition, ledger_files
from inpost_desk.ledger.figures import REFERENCED, figures, people
from inpost_desk.log import redact
from inpost_desk.whole_file import whole_file

SETTINGS: Final = "settings.json"
LOG: Final = "inpost-desk.log"
LOG_BYTES: Final = 300_000
_ALSO: Final = ("PySide6-Essentials", "msgspec", "pypdf", "pillow", "keyring", "truststore")
# Findings whose fact names nobody and no place.
_OPEN_FACTS: Final = frozenset(
    {one[0] for one in PARTS}
    | {"python", "fonts", "disk_space", "printing", "keyring", "clock", "inpost", "tls"}
)
_INPOST: Final = (".easypack24.net", ".inpost.pl")


@dataclass(frozen=True, slots=True)
class SupportFile:
    """One text of the bundle."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class SupportBundle:
    """All of it, in the order in which it is shown."""

    files: tuple[SupportFile, ...]


def support_bundle(
    data_dir: Path, findings: Sequence[Finding], *, version: str, now: datetime
) -> SupportBundle:
    """Gathers the texts; nothing is written. `version` is this program's. Takes a second or two."""
    ledgers = ledger_files(data_dir)
    raw = _raw_settings(data_dir)
    known = {word for one in people_of(raw) for word in veil.words_of(one)}
    for file in ledgers:
        known |= {word for one in people(file) for word in veil.words_of(one)}
    return SupportBundle(
        (
            SupportFile("findings.txt", _text(map(_finding, findings))),
            SupportFile("versions.txt", _text(_versions(version, now))),
            SupportFile("settings.txt", _text(harmless_settings(raw))),
            SupportFile("ledgers.txt", _text(line for file in ledgers for line in _ledger(file))),
            SupportFile("log.txt", _text(_log(data_dir / LOG, known))),
        )
    )


def write_bundle(bundle: SupportBundle, path: Path) -> None:
    """Puts it into a ZIP that only its owner can read. Raises `FileTrouble` as `whole_file` does."""
    with whole_file(path) as whole:
        if os.name != "nt":
            os.fchmod(whole.file.fileno(), 0o600)
        with zipfile.ZipFile(whole.file, "w", zipfile.ZIP_DEFLATED) as packed:
            for one in bundle.files:
                packed.writestr(one.name, one.text)


def _text(lines: Iterable[str]) -> str:
    return "\n".join(lines) + "\n"


def _finding(finding: Finding) -> str:
    """Name, state, rule and fact; a printer or an account only by a digest."""
    about = finding.about
    if about and not f".{about}".endswith(_INPOST):
        about = veil.digest(about)
    fact = _plain(finding.fact) if finding.name in _OPEN_FACTS else ""
    if finding.name == "window_system" and finding.ok:
        fact = finding.fact
    sign = "ok   " if finding.ok else "WRONG"
    return " ".join(filter(None, (sign, finding.name, about, finding.rule, fact)))


def _plain(text: str) -> str:
    """Without the folder of whoever works here."""
    return redact(text).replace(str(Path.home()), "~")


def _versions(version: str, now: datetime) -> Iterator[str]:
    yield f"InPost Desk {version}, {now:%Y-%m-%d %H:%M} UTC"
    yield f"Python {platform.python_version()}, {'frozen' if hasattr(sys, 'frozen') else 'source'}"
    yield f"{platform.system()} {platform.release()} {platform.machine()}"
    if sys.platform == "linux":
        try:
            yield platform.freedesktop_os_release().get("PRETTY_NAME", "")
        except OSError:
            yield "unknown distribution"
    for name in dict.fromkeys((*(one[2] for one in PARTS), *_ALSO)):
        try:
            yield f"{name} {importlib.metadata.version(name)}"
        except importlib.metadata.PackageNotFoundError:
            yield f"{name} -"


def _raw_settings(data_dir: Path) -> Mapping[str, object]:
    """The file as it stands, also one that this version does not understand."""
    try:
        return msgspec.json.decode((data_dir / SETTINGS).read_bytes(), type=dict[str, object])
    except (OSError, msgspec.MsgspecError, UnicodeDecodeError):
        return {}


def _ledger(file: Path) -> Iterator[str]:
    """Named by a digest of its address and organisation."""
    megabytes = file.stat().st_size // 1_000_000
    yield f"ledger {veil.digest(file.parent.name)}, {megabytes} MB, {condition(file) or 'sound'}"
    try:
        found = figures(file)
    except sqlite3.Error:
        return
    for title, rows in found.items():
        for row in rows:
            cells = list(map(veil.key_or_covered, row))
            if title in REFERENCED:
                cells[0] = veil.digest(str(row[0]))
            if title == "version":
                cells = [str(row[0])[:4]]
            yield f"  {title}: {' · '.join(cells)}"


def _log(file: Path, known: Collection[str]) -> Iterator[str]:
    """The end of the log, covered line by line."""
    try:
        with file.open("rb") as log:
            log.seek(max(0, file.stat().st_size - LOG_BYTES))
            lines = log.read().decode("utf-8", "replace").splitlines()
    except OSError:
        return
    yield from filter(None, (veil.log_line(one, known) for one in lines))
