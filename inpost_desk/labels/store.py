"""Label files on disk: written whole or not at all, and durable before anyone hears of them.

A label cannot be fetched again after some weeks (API §8), so the stored file is the only one. Which label
belongs to which shipment is the ledger's business.
"""

from __future__ import annotations

import errno
import hashlib
import os
import re
import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from inpost_desk.errors import FileTrouble
from inpost_desk.paths import private_file, private_folder
from inpost_desk.whole_file import keep_names
from inpost_desk.windows_files import in_use, is_device, put_in_place

_PART: Final = r"[A-Za-z0-9][A-Za-z0-9_-]{0,99}(\.[A-Za-z0-9_-]{1,20}){0,3}"
_NAME: Final = re.compile(rf"{_PART}(/{_PART}){{0,3}}")

_RULES: Final = {
    errno.ENOSPC: "disk_full",
    errno.EDQUOT: "disk_full",
    errno.EFBIG: "disk_full",
    errno.EROFS: "read_only",
    errno.EACCES: "read_only",
    errno.EPERM: "read_only",
    errno.ENOENT: "missing",
    errno.ENOTDIR: "missing",
}


@dataclass(frozen=True, slots=True)
class StoredFile:
    """`path` is relative to the store's folder, with `/`; `size` in bytes; `sha256` in hexadecimal."""

    path: str
    size: int
    sha256: str


class LabelStore:
    """The folder of label files. Names are plain ASCII, such as `2026-11/14000001.pdf`."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def save(self, name: str, content: bytes) -> StoredFile:
        """As `save_all` of one."""
        return self.save_all([(name, content)])[0]

    def save_all(self, items: Iterable[tuple[str, bytes]]) -> tuple[StoredFile, ...]:
        """Store files, all on disk when this returns; the same content again changes nothing.

        Written beside their places first, so that trouble half-way leaves none of them. Raises FileTrouble
        `disk_full`, `read_only`, `bad_name`, `missing` or `unusable`.
        """
        waiting: list[tuple[Path, Path]] = []
        folders: set[Path] = set()
        try:
            stored = tuple(self._put_aside(item, waiting, folders) for item in items)
            # After all writes: the first sync carries most of the others' bytes with it.
            for draft, _place in waiting:
                _sync_file(draft)
            while waiting:
                draft, place = waiting[0]
                put_in_place(draft, place)
                waiting.pop(0)
            for folder in folders:
                keep_names(folder)
        except OSError as error:
            raise file_trouble(error, self._folder) from error
        finally:
            for draft, _place in waiting:
                _forget(draft)
        return stored

    def path(self, name: str) -> Path:
        """Where a file of this name is or would be. Raises FileTrouble `bad_name`."""
        parts = name.split("/")
        if not _NAME.fullmatch(name) or any(map(is_device, parts)):
            raise FileTrouble("bad_name", place=ascii(name))
        return self._folder.joinpath(*parts)

    def read(self, name: str, *, sha256: str) -> bytes:
        """The file's bytes. Raises FileTrouble `missing`, `damaged` (not what was stored), `read_only`, …"""
        place = self.path(name)
        try:
            content = place.read_bytes()
        except OSError as error:
            raise file_trouble(error, place) from error
        if hashlib.sha256(content).hexdigest() != sha256:
            raise FileTrouble("damaged", place=str(place))
        return content

    def _put_aside(
        self, item: tuple[str, bytes], waiting: list[tuple[Path, Path]], folders: set[Path]
    ) -> StoredFile:
        name, content = item
        place = self.path(name)
        stored = StoredFile(name, len(content), hashlib.sha256(content).hexdigest())
        if place.parent not in folders:
            private_folder(place.parent)
            folders.update(one for one in place.parents if one.is_relative_to(self._folder))
        if not _holds(place, content):
            draft = _draft_of(place)
            waiting.append((draft, place))
            private_file(draft)
            draft.write_bytes(content)
        return stored


def file_trouble(error: OSError, place: Path) -> FileTrouble:
    """The system's error as a rule: `disk_full`, `read_only`, `missing`, else `unusable`."""
    rule = "held_open" if in_use(error) else _RULES.get(error.errno or 0, "unusable")
    return FileTrouble(rule, place=str(place), detail=errno.errorcode.get(error.errno or 0, rule))


def _sync_file(path: Path) -> None:
    # Open for writing: Windows syncs no other handle.
    with path.open("r+b") as file:
        os.fsync(file.fileno())


def _draft_of(place: Path) -> Path:
    return place.with_name(f".{place.name}.{secrets.token_hex(4)}.part")


def _forget(draft: Path) -> None:
    try:
        draft.unlink(missing_ok=True)
    except OSError:
        # The error that led here is the one to report.
        return


def _holds(place: Path, content: bytes) -> bool:
    try:
        return place.stat().st_size == len(content) and place.read_bytes() == content
    except FileNotFoundError:
        return False
