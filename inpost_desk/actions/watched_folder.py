"""The watched folder: which of its files are whole, and where a file goes once it was read.

Never waits: whoever polls brings along what the look before has seen. What stands in a file is not its
business, and no file is ever deleted or overwritten.
"""

from __future__ import annotations

import os
import stat
import zipfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import count
from pathlib import Path
from typing import Final

from inpost_desk.actions.runs import result_place
from inpost_desk.errors import FileTrouble
from inpost_desk.paths import disk_rule
from inpost_desk.windows_files import in_use

DONE: Final = "done"
FAILED: Final = "failed"
"""The subfolders that files go to; people know them by these names in every language."""

# Half an order file looks like a whole one: it must stay as it is for so many seconds.
RESTED: Final = 2.0
# Some programs make an empty file first, and write into it when they have everything.
EMPTY_RESTED: Final = 60.0
# A program that writes row by row may pause in the middle of one: a file without an end may be half of one.
CUT_RESTED: Final = 30.0
_TEXTS: Final = frozenset({".csv", ".txt"})
_ZIPPED: Final = frozenset({".xlsx", ".xlsm", ".ods"})
# Whoever looks at a file for so long, in seconds, may have forgotten it.
TOLD: Final = 60.0
# What programs write beside the real file, or until it has its name.
_PASSING: Final = (".tmp", ".temp", ".part", ".partial", ".crdownload", ".download", ".filepart")
_OPENED: Final = ("~$", ".", "~")
# The system's own.
_NO_ORDERS: Final = frozenset({"thumbs.db", "desktop.ini"})


@dataclass(frozen=True, slots=True)
class Still:
    """How a file looks, and since when: seconds of the caller's clock."""

    size: int
    changed: int
    since: float


@dataclass(frozen=True, slots=True)
class Look:
    """What lies in the folder, and which files of it are whole: the oldest first.

    `kept` are those that could be, but another program keeps them, or nobody may read them.
    """

    files: Mapping[Path, Still]
    ready: tuple[Path, ...] = ()
    kept: tuple[Path, ...] = ()

    def without(self, path: Path) -> Look:
        """That file has to rest anew."""
        return replace(self, files={one: it for one, it in self.files.items() if one != path})


def look(folder: Path, before: Mapping[Path, Still], *, at: float) -> Look:
    """One look. `before` are the files of the look before, `at` the time by a clock that only grows, in s.

    FileTrouble `no_folder` while the folder is out of reach: the next look may find it again.
    """
    try:
        found = dict(_files(folder))
    except OSError as error:
        raise FileTrouble("no_folder", place=str(folder)) from error
    files = {}
    for path, (size, changed) in found.items():
        known = before.get(path)
        same = known is not None and (known.size, known.changed) == (size, changed)
        files[path] = known if same and known is not None else Still(size, changed, at)
    rested = [path for path, one in files.items() if _rested(path, one, at)]
    ready = [path for path in rested if _free(path)]
    ready.sort(key=lambda path: (files[path].changed, path.name))
    kept = [path for path in rested if path not in ready and at - files[path].since >= TOLD]
    return Look(files, tuple(ready), tuple(kept))


def put_away(
    path: Path, where: str, *, noted: Callable[[Path], None] = lambda _: None
) -> Path:  # fmt: skip
    """Move a file into the subfolder DONE or FAILED, and say where it is.

    It gets a number where its name, or that of a file that is written beside it, is taken. `noted` is called
    with the new place before the file goes there. Raises `FileTrouble`; the file lies where it lay then.
    """
    folder = path.parent / where
    try:
        folder.mkdir(exist_ok=True)
        place = _reserved(folder, path.name)
        try:
            noted(place)
            path.replace(place)
        except BaseException:
            place.unlink(missing_ok=True)
            raise
    except FileNotFoundError as error:
        raise FileTrouble("missing", place=path.name) from error
    except OSError as error:
        # What somebody holds is the file itself, not the folder that it goes to.
        held = in_use(error)
        raise FileTrouble(disk_rule(error), place=str(path if held else folder)) from error
    return place


def reason_place(file: Path) -> Path:
    """Where it is written why a file was not read: beside it, its whole name and `.txt`."""
    return file.with_name(f"{file.name}.txt")


def write_reason(file: Path, words: str) -> Path:
    """Say beside a file why it was not read. Raises `FileTrouble`."""
    place = reason_place(file)
    try:
        place.write_text(f"{file.name}\n\n{words}\n", encoding="utf-8")
    except OSError as error:
        raise FileTrouble(disk_rule(error), place=str(place)) from error
    return place


def _files(folder: Path) -> Iterator[tuple[Path, tuple[int, int]]]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if _passing(entry.name):
                continue
            try:
                facts = entry.stat()
            except OSError:
                # Renamed since it was listed, or a link in a circle: no reason to leave all others.
                continue
            if stat.S_ISREG(facts.st_mode):
                yield Path(entry.path), (facts.st_size, facts.st_mtime_ns)


def _passing(name: str) -> bool:
    folded = name.casefold()
    return folded.startswith(_OPENED) or folded.endswith(_PASSING) or folded in _NO_ORDERS


def _rested(path: Path, one: Still, at: float) -> bool:
    rested = at - one.since
    if not one.size:
        return rested >= EMPTY_RESTED
    return rested >= CUT_RESTED or (rested >= RESTED and _ended(path))


def _ended(path: Path) -> bool:
    """Whether its end looks like one: a text's last line has its line feed, a workbook its directory."""
    kind = path.suffix.casefold()
    try:
        if kind in _ZIPPED:
            return zipfile.is_zipfile(path)
        return kind not in _TEXTS or _last_bytes(path).rstrip(b"\0").endswith((b"\n", b"\r"))
    except OSError:
        # Whether anybody keeps it is asked next.
        return True


def _last_bytes(path: Path) -> bytes:
    """One character of UTF-16 at most."""
    with path.open("rb") as file:
        file.seek(-min(2, file.seek(0, os.SEEK_END)), os.SEEK_END)
        return file.read()


def _free(path: Path) -> bool:
    """Whether nobody keeps it: it can be read, and on Windows moved."""
    try:
        if os.name == "nt":
            # Fails while any other program has it open; elsewhere this says nothing.
            path.rename(path)
        with path.open("rb"):
            return True
    except OSError:
        return False


def _reserved(folder: Path, name: str) -> Path:
    """An empty file of the first name that is free: no other process takes it after that."""
    taken = {one.name.casefold() for one in folder.iterdir()}
    for number in count(1):
        place = folder / name
        if number > 1:
            place = place.with_stem(f"{place.stem} ({number})")
        result = result_place(place)
        beside = (place, result, result.with_suffix(".xlsx"), reason_place(place))
        if any(one.name.casefold() in taken for one in beside):
            continue
        try:
            place.open("xb").close()
        except FileExistsError:
            continue
        return place
    raise AssertionError
