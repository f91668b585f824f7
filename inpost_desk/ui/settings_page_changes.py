"""Settings written one after the other, each change with its way back. What is written the forms know."""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from inpost_desk import settings
from inpost_desk.background import CHANGE
from inpost_desk.errors import Trouble
from inpost_desk.settings import Loaded, Settings
from inpost_desk.ui.desk import Desk
from inpost_desk.ui.settings_page_alive import while_alive
from inpost_desk.ui.settings_page_words import change_words


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
        self._reading = False
        # With the words for what each takes back.
        self._back: list[tuple[dict[str, Any], str]] = []
        self.undone = ""
        """What was taken back last, "" once something was changed after it."""
        desk.settings_changed.connect(self.changed)

    @property
    def known(self) -> Settings:
        """The settings with everything that waits for the disk."""
        known = self._desk.settings
        for change in self._waiting:
            known = replace(known, **_whole(known, change))
        return known

    @property
    def last(self) -> str:
        """What `undo` takes back, in words; "" where there is nothing."""
        return self._back[-1][1] if self._back else ""

    @property
    def can_undo(self) -> bool:
        """Whether there is a change to take back."""
        return bool(self._back)

    def make(self, **change: Any) -> None:
        """Put new values in the place of these settings; the same ones are no change.

        Of `sheet_slots` only the places named are changed: printing goes on in the others.
        """
        known = self.known
        before = {name: getattr(known, name) for name in change}
        if "sheet_slots" in change:
            slots = before["sheet_slots"]
            before["sheet_slots"] = {one: slots.get(one, 0) for one in change["sheet_slots"]}
        if before == change:
            return
        after = replace(known, **_whole(known, change))
        self._back.append((before, change_words(known, after)))
        self.undone = ""
        self._write(change)

    def undo(self) -> None:
        """Take the last change back."""
        if self._back:
            change, self.undone = self._back.pop()
            self._write(change)

    def read_printers(self) -> None:
        """Take over what printing and other programs wrote about the printers since."""
        if self._reading:
            return
        self._reading = True
        folder = self._desk.data_dir
        # The lane that writes: so what is read is never older than what was written before.
        self._desk.lanes.start(
            CHANGE,
            lambda: settings.load(folder),
            done=while_alive(self, self._read),
            failed=while_alive(self, self._not_read),
        )

    def _read(self, loaded: Loaded) -> None:
        self._reading = False
        if loaded.damaged is not None:
            return
        there, known = loaded.settings, self._desk.settings
        now = replace(known, printers=there.printers, sheet_slots=there.sheet_slots)
        if now != known:
            self._desk.take_settings(now)

    def _not_read(self, error: Exception) -> None:
        """It is read again soon."""
        self._reading = False
        if not isinstance(error, Trouble):
            self._desk.report(error)

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
            lambda: _written_down(folder, change),
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
        self.undone = ""
        if isValid(self):
            self.changed.emit()
        self._desk.report(error)


def _whole(known: Settings, change: Mapping[str, Any]) -> dict[str, Any]:
    """The change as it stands in settings: places of sheets beside those of other printers."""
    whole = dict(change)
    if "sheet_slots" in whole:
        whole["sheet_slots"] = known.sheet_slots | whole["sheet_slots"]
    return whole


def _written_down(folder: Path, change: Mapping[str, Any]) -> Settings:
    rest = dict(change)
    for profile, slot in rest.pop("sheet_slots", {}).items():
        settings.keep_sheet_slot(folder, profile, slot)
    return settings.change(folder, **rest)
