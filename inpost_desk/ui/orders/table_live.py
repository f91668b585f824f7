"""Rows that change while the table is looked at, from any thread: collected, taken in at a steady beat."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable
from typing import Final

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from inpost_desk.domain.pile import PileRow

BEAT: Final = 50
AT_ONCE: Final = 5_000


class Inbox(QObject):
    """Gives what was pushed to `take`, at most every 50 ms and 5,000 rows at once."""

    arrived = Signal()

    def __init__(self, take: Callable[[list[PileRow]], None], parent: QObject) -> None:
        super().__init__(parent)
        self._take = take
        self._rows: deque[PileRow] = deque()
        self._told = False
        self._timer = QTimer(self, singleShot=True, interval=BEAT)
        self._timer.timeout.connect(self._drain)
        self.arrived.connect(self._timer.start, Qt.ConnectionType.QueuedConnection)

    def push(self, rows: Iterable[PileRow]) -> None:
        """Any thread may call this."""
        self._rows.extend(rows)
        # After the rows are in: a drain that begins now takes them too, so none is left behind.
        if not self._told:
            self._told = True
            self.arrived.emit()

    def clear(self) -> None:
        """Forget what has not been taken yet."""
        self._rows.clear()

    @Slot()
    def _drain(self) -> None:
        self._told = False
        rows = self._rows
        batch: list[PileRow] = []
        while rows and len(batch) < AT_ONCE:
            batch.append(rows.popleft())
        if rows:
            self._told = True
            self._timer.start()
        if batch:
            self._take(batch)
