"""The hours of Paczka w Weekend, watched while a pile with such rows is on the desk.

When they change, the rows are judged anew: those that waited are ready then, and nothing goes by itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from inpost_desk.ui.desk import Desk
from inpost_desk.ui.orders.pile_facts import PileFacts, Weekend
from inpost_desk.ui.orders.piling import Piling
from inpost_desk.ui.orders.terms import weekend_opening
from inpost_desk.ui.weekend_words import closes_words

if TYPE_CHECKING:
    from inpost_desk.domain.weekend_window import Opening

EVERY: Final = 15_000


class WeekendClock(QObject):
    """Says how the window stands, and has the rows judged when that changes."""

    ticked = Signal()

    def __init__(self, desk: Desk, piling: Piling, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._piling = piling
        self._rows = Weekend()
        # Judged once for each change of the window, whatever came of it.
        self._judged: tuple[int, bool] | None = None
        self._timer = QTimer(self, interval=EVERY)
        self._timer.timeout.connect(self.look)
        piling.opened.connect(self._opened)
        piling.facts_changed.connect(self._told)
        desk.settings_changed.connect(self.look)

    def opening(self) -> Opening | None:
        """How the window stands; None where nobody ever waits for it, or no account is open."""
        session = self._desk.session
        return None if session is None else weekend_opening(session, self._desk.settings)

    def countdown(self) -> str:
        """Until when Paczka w Weekend can be made, "" where the pile has none or none is taken."""
        opening = self.opening() if self._rows.ready else None
        if opening is None or not opening.open:
            return ""
        return closes_words(opening.changes_at, opening.left)

    @Slot(object)
    def _opened(self, _pile: object) -> None:
        self._rows, self._judged = Weekend(), None
        self._timer.stop()

    @Slot(object)
    def _told(self, facts: PileFacts) -> None:
        self._rows = facts.weekend
        if self._rows == Weekend():
            self._timer.stop()
        elif not self._timer.isActive():
            self._timer.start()
        self.look()

    @Slot()
    def look(self) -> None:
        """Look at the clock."""
        pile, opening = self._piling.pile, self.opening()
        if pile is None or self._rows == Weekend():
            return
        shut = opening is not None and not opening.open
        late = self._rows.ready if shut else self._rows.kept
        if late and self._judged != (pile.id, shut):
            self._judged = (pile.id, shut)
            self._piling.judge_again()
        elif not late:
            self._judged = None
        self.ticked.emit()
