"""Which process owns a step, and whether it still lives.

The OS releases a file lock when its process dies, however it dies, so a killed owner's lease ends at once
instead of after minutes. Only for processes of one machine; elsewhere the lease's time counts alone.
"""

from __future__ import annotations

import contextlib
import uuid
from pathlib import Path

from filelock import FileLock, Timeout


class Owner:
    """This process, for as long as the ledger is open."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._folder = folder
        self.id = uuid.uuid4().hex
        self._lock = FileLock(self._path(self.id))
        self._lock.acquire(timeout=0)

    def _path(self, owner: str) -> Path:
        return self._folder / f"{owner}.lock"

    def lives(self, owner: str) -> bool:
        """Whether that owner's process is running (or is this one)."""
        if owner == self.id:
            return True
        path = self._path(owner)
        if not path.exists():
            return False
        probe = FileLock(path)
        try:
            probe.acquire(timeout=0)
        except Timeout:
            return True
        probe.release()
        with contextlib.suppress(OSError):
            path.unlink()
        return False

    def close(self) -> None:
        """Give up every lease of this process."""
        self._lock.release()
        with contextlib.suppress(OSError):
            self._path(self.id).unlink()
