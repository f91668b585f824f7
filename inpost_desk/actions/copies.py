"""How the copies of a day lie in the folder somebody chose, and what is in one of them.

    FOLDER/InPost Desk/<computer>/2026-11-22/   manifest.json, settings.json, <account>.sqlite.gz
                                  labels/<account>/2026-11/41000001-5d94dc36.pdf

Labels never change and are copied once. Making copies is `copying`, putting one in place `restoring`.
"""

from __future__ import annotations

import hashlib
import os
import platform
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

import msgspec

from inpost_desk.errors import FileTrouble
from inpost_desk.labels.store import file_trouble
from inpost_desk.ledger.ledger import KNOWN

HOME: Final = "InPost Desk"
MANIFEST: Final = "manifest.json"
SETTINGS: Final = "settings.json"
LABELS: Final = "labels"
FORMAT: Final = 1
_NAME: Final = re.compile(r"[a-z0-9-][a-z0-9.-]*")
DAY: Final = re.compile(r"\d{4}-\d\d-\d\d")
_PIECE: Final = 1 << 20


@dataclass(frozen=True, slots=True)
class AccountCopy:
    """One ledger as it stands in the copy. `sha256` is of the packed file, `version` that of its tables."""

    name: str
    file: str
    sha256: str
    size: int
    version: str
    shipments: int
    labels: int


@dataclass(frozen=True, slots=True)
class Manifest:
    """What is in a day's copy. `moved`: made to go on with it on another computer."""

    day: str
    made_at: datetime
    computer: str
    accounts: tuple[AccountCopy, ...]
    moved: bool = False
    settings_sha256: str = ""
    # They grow with each copy, whatever the clock says.
    number: int = 0
    format: int = FORMAT


@dataclass(frozen=True, slots=True)
class Wrong:
    """What is wrong with a copy: `rule` (`newer`, `damaged`, `missing`) of this account or file."""

    rule: str
    place: str


@dataclass(frozen=True, slots=True)
class CopyFound:
    """A day's copy that was looked into. `days` are all of the same computer, the newest first."""

    place: Path
    day: str
    made_at: datetime
    computer: str
    moved: bool
    accounts: tuple[AccountCopy, ...]
    days: tuple[str, ...]
    problems: tuple[Wrong, ...]


def home_of(data_dir: Path, folder: Path) -> Path:
    """Where this computer's copies of this data folder lie: two computers may share one backup folder."""
    name = re.sub(r"[^A-Za-z0-9]+", "-", platform.node()).strip("-").lower() or "computer"
    digest = hashlib.sha256(os.fsencode(data_dir.absolute())).hexdigest()
    return folder / HOME / f"{name}-{digest[:6]}"


def days_in(home: Path) -> list[Path]:
    """The whole copies of one computer in the order in which they were made. Raises OSError.

    By their numbers: a clock that was wrong for a day must not make its copy the newest for a year.
    """
    if not home.is_dir():
        return []
    days = sorted(
        one for one in home.iterdir() if DAY.fullmatch(one.name) and (one / MANIFEST).is_file()
    )
    numbered, last = [], 0
    for one in days:
        # One that cannot be read stands behind the day before it.
        last = number_of(one) or last
        numbered.append((last, one))
    return [one for _, one in sorted(numbered)]


def number_of(day: Path) -> int:
    """The number of a day's copy, 0 where it cannot be read."""
    try:
        return read_manifest(day).number
    except FileTrouble:
        return 0


def look_into(folder: Path, *, day: str = "") -> CopyFound:
    """What is in the copy of that day, else of the newest; the ledgers in it are read to their end.

    `folder` is the one that was chosen for the copies, or a computer's or a day's inside. Raises FileTrouble
    `missing`, `not_a_folder`, `no_permission`, `no_copy`, `several_computers`, `damaged`, `copy_newer`, and
    what reading raises.
    """
    place = _place(folder, day)
    manifest = read_manifest(place)
    days = tuple(one.name for one in reversed(days_in(place.parent)))
    return CopyFound(
        place=place,
        day=manifest.day,
        made_at=manifest.made_at,
        computer=manifest.computer,
        moved=manifest.moved,
        accounts=manifest.accounts,
        days=days or (manifest.day,),
        problems=tuple(_wrong_with(place, manifest)),
    )


def read_manifest(place: Path) -> Manifest:
    """The manifest of a day's copy. Raises FileTrouble `damaged`, `copy_newer` and what reading raises."""
    file = place / MANIFEST
    try:
        content = file.read_bytes()
        if msgspec.json.decode(content, type=dict[str, object]).get("format", 0) != FORMAT:
            raise FileTrouble("copy_newer", place=str(file))
        manifest = msgspec.json.decode(content, type=Manifest)
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise FileTrouble("damaged", place=str(file)) from error
    except OSError as error:
        raise _not_read(error, file) from error
    for one in manifest.accounts:
        # It becomes the name of a folder here.
        if not _NAME.fullmatch(one.name) or one.file != f"{one.name}.sqlite.gz":
            raise FileTrouble("damaged", place=str(file))
    return manifest


def _not_read(error: OSError, place: Path) -> FileTrouble:
    if isinstance(error, PermissionError):
        return FileTrouble("no_permission", place=str(place))
    return file_trouble(error, place)


def digest_of(file: Path) -> str:
    """SHA-256 in hexadecimal. Raises OSError."""
    found = hashlib.sha256()
    with file.open("rb") as content:
        while piece := content.read(_PIECE):
            found.update(piece)
    return found.hexdigest()


def _place(folder: Path, day: str) -> Path:
    """The folder of the copy that is meant."""
    try:
        if not folder.is_dir():
            rule = "not_a_folder" if folder.exists() else "missing"
            raise FileTrouble(rule, place=str(folder))
        if (folder / MANIFEST).is_file():
            return folder
        homes = [one for one in _homes(folder) if _copied_into(one, folder)]
        if len(homes) > 1:
            raise FileTrouble("several_computers", place=", ".join(str(one) for one in homes))
        found = [one for home in homes for one in days_in(home) if day in ("", one.name)]
    except OSError as error:
        raise _not_read(error, folder) from error
    if not found:
        raise FileTrouble("no_copy", place=str(folder))
    return found[-1]


def _copied_into(home: Path, folder: Path) -> bool:
    """Whether copies lie there. A stick has folders of the system's beside ours that nobody may read."""
    try:
        return bool(days_in(home))
    except PermissionError:
        if home == folder or HOME in (home.name, home.parent.name):
            raise
        return False


def _homes(folder: Path) -> Iterator[Path]:
    """Computers' folders: this one, those in it, those in ours in it."""
    yield folder
    for above in (folder, folder / HOME):
        if above.is_dir():
            yield from sorted(one for one in above.iterdir() if one.is_dir())


def _wrong_with(place: Path, manifest: Manifest) -> Iterator[Wrong]:
    for one in manifest.accounts:
        if one.version not in KNOWN:
            yield Wrong("newer", one.name)
            continue
        try:
            if digest_of(place / one.file) != one.sha256:
                yield Wrong("damaged", one.name)
        except FileNotFoundError:
            yield Wrong("missing", one.name)
        except OSError:
            yield Wrong("damaged", one.name)
