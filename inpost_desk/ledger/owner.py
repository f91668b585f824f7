"""Which process owns a step, and whether it still lives.

The OS releases a file lock when its process dies, however it dies, so a killed owner's lease ends at once
instead of after minutes. Only for processes of one machine; elsewhere the lease's time counts alone.
"""

from __future__ import annotations

import contextlib
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from filelock import FileLock, Timeout

from inpost_desk.paths import PRIVATE_FILE, private_folder

_REPLACING: Final = "replacing.lock"


class Owner:
    """This process, for as long as the ledger is open."""

    def __init__(self, folder: Path) -> None:
        private_folder(folder)
        self._folder = folder
        self.id = uuid.uuid4().hex
        self._lock = FileLock(self._path(self.id), mode=PRIVATE_FILE)
        self._lock.acquire(timeout=0)

    def _path(self, owner: str) -> Path:
        return self._folder / f"{owner}.lock"

    def lives(self, owner: str) -> bool:
        """Whether that owner's process is running (or is this one)."""
        if owner == self.id:
            return True
        return _is_held(self._path(owner))

    def close(self) -> None:
        """Give up every lease of this process."""
        self._lock.release()
        with contextlib.suppress(OSError):
            self._path(self.id).unlink()


@contextmanager
def alone(folder: Path) -> Iterator[bool]:
    """While this lasts nobody opens the ledger of that folder; whether nobody has it open already.

    Who opens one says so first and looks for us then, we do it the other way round: one of the two sees the
    other.
    """
    private_folder(folder)
    lock = FileLock(folder / _REPLACING, mode=PRIVATE_FILE)
    try:
        lock.acquire(timeout=0)
    except Timeout:
        yield False
        return
    try:
        names = list((folder / "owners").glob("*.lock"))
        yield not any(_is_held(one) for one in names)
    finally:
        lock.release()
        with contextlib.suppress(OSError):
            (folder / _REPLACING).unlink()


def is_being_replaced(folder: Path) -> bool:
    """Whether another ledger is being put into this folder just now."""
    return _is_held(folder / _REPLACING)


def _is_held(path: Path) -> bool:
    """Whether a process holds this lock; the file of a dead one is cleared away."""
    if not path.exists():
        return False
    probe = FileLock(path, mode=PRIVATE_FILE)
    try:
        probe.acquire(timeout=0)
    except Timeout:
        return True
    probe.release()
    with contextlib.suppress(OSError):
        path.unlink()
    return False
