"""Settings written one after the other, each change with its way back. What is written the forms know."""

from __future__ import annotations

from collections import deque
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from inpost_desk import settings
from inpost_desk.background import CHANGE
from inpost_desk.settings import Settings
from inpost_desk.ui.desk import Desk


class Changes(QObject):
    """What the user changed on the page, as if it were on disk already.

    One write at a time: what is built on a change that could not be written is given up too.
    """

    changed = Signal()
    """`known` or `can_undo` is another one now."""

    def __init__(self, desk: Desk, *, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._waiting: deque[dict[str, Any]] = deque()
        self._writing = False
        self._back: list[dict[str, Any]] = []
        desk.settings_changed.connect(self.changed)

    @property
    def known(self) -> Settings:
        """The settings with everything that waits for the disk."""
        known = self._desk.settings
        for change in self._waiting:
            known = replace(known, **change)
        return known

    @property
    def can_undo(self) -> bool:
        """Whether there is a change to take back."""
        return bool(self._back)

    def make(self, **change: Any) -> None:
        """Put new values in the place of these settings; the same ones are no change."""
        known = self.known
        before = {name: getattr(known, name) for name in change}
        if before == change:
            return
        self._back.append(before)
        self._write(change)

    def undo(self) -> None:
        """Take the last change back."""
        if self._back:
            self._write(self._back.pop())

    def _write(self, change: dict[str, Any]) -> None:
        self._waiting.append(change)
        self.changed.emit()
        self._next()

    def _next(self) -> None:
        if self._writing or not self._waiting:
            return
        self._writing = True
        folder, change = self._desk.data_dir, dict(self._waiting[0])
        self._desk.lanes.start(
            CHANGE,
            lambda: settings.change(folder, **change),
            done=self._written,
            failed=self._failed,
        )

    def _written(self, known: Settings) -> None:
        self._writing = False
        self._waiting.popleft()
        self._desk.take_settings(known)
        self._next()

    def _failed(self, error: Exception) -> None:
        """What could not be written is not so, and what was built on it neither."""
        self._writing = False
        self._waiting.clear()
        self._back.clear()
        if isValid(self):
            self.changed.emit()
        self._desk.report(error)
