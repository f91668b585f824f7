"""A file that is written whole or not at all: beside its place first, then put there in one step."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from inpost_desk.errors import FileTrouble
from inpost_desk.paths import disk_rule
from inpost_desk.windows_files import put_in_place, too_long


@dataclass(slots=True)
class WholeFile:
    """`file` is open for writing; after `give_up` nothing of it stays."""

    file: BinaryIO
    given_up: bool = False

    def give_up(self) -> None:
        """Leave what stands at the place as it is."""
        self.given_up = True


@contextmanager
def whole_file(path: Path) -> Iterator[WholeFile]:
    """A file that takes the place of `path` once it is complete and on disk.

    FileTrouble `missing` (its folder), `is_a_folder`, `not_a_file`, `name_too_long`, `read_only`,
    `disk_full`, and `held_open` where another program, as Excel does, holds the file at that place. Left by
    an exception, what stands there stays as it was.
    """
    beside = beside_of(path)
    try:
        if path.is_dir():
            raise FileTrouble("is_a_folder", place=str(path))
        with beside.open("xb") as file:
            whole = WholeFile(file)
            yield whole
            file.flush()
            os.fsync(file.fileno())
        if not whole.given_up:
            put_in_place(beside, path)
            keep_names(path.parent)
    except FileNotFoundError as error:
        if too_long(path):
            raise FileTrouble("name_too_long", place=str(path)) from error
        raise FileTrouble("missing", place=str(path.parent)) from error
    except OSError as error:
        raise FileTrouble(disk_rule(error), place=str(path)) from error
    finally:
        # The error that led here is the one to report.
        with suppress(OSError):
            beside.unlink()


def write_whole(path: Path, content: bytes) -> None:
    """As `whole_file`, of what is at hand."""
    with whole_file(path) as whole:
        whole.file.write(content)


def beside_of(path: Path) -> Path:
    """A passing name in the folder of `path`, of no file there."""
    return path.parent / f".inpost-desk-{secrets.token_hex(8)}.part"


def keep_names(folder: Path) -> None:
    """The renames in it survive a power cut; Windows cannot open a folder for that. Raises OSError."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
