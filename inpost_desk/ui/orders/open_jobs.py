"""Documents whose end nobody saw: with the printer when the program ended, or when a run was stopped.

They are followed to their end, so that a label that never came out is printed by the next run. No widgets.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from inpost_desk.background import FETCH
from inpost_desk.domain.printer import Profile, Reach
from inpost_desk.errors import Trouble
from inpost_desk.session_printers import outlets_of, printer_of
from inpost_desk.settings import Settings
from inpost_desk.ui.desk import Desk
from inpost_desk.ui.jobs import Jobs
from inpost_desk.ui.orders.press_notice import AT_PRINTER

if TYPE_CHECKING:
    from inpost_desk.session import Session

LOOK_EVERY = 3_000


class OpenJobs(QObject):
    """Asks the printer as long as there are any."""

    ended = Signal()
    """Some came to their end."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._jobs = Jobs(desk, self)
        self._again = QTimer(self, singleShot=True, interval=LOOK_EVERY)
        self._again.timeout.connect(self.look)

    @Slot()
    def look(self) -> None:
        """Ask now, and again until none is left."""
        self._again.stop()
        session, known = self._desk.session, self._desk.settings
        if session is not None and printer_of(session, known) is not None:
            work = partial(_look, known=known)
            self._jobs.start(work, lane=FETCH, done=self._looked, failed=self._failed)

    def _looked(self, found: tuple[int, int]) -> None:
        before, left = found
        if left < before:
            self.ended.emit()
        if left:
            self._again.start()
        else:
            self._desk.withdraw(AT_PRINTER)

    def _failed(self, error: Exception) -> None:
        # A printer that is away is told of by who prints; it may come back.
        if not isinstance(error, Trouble):
            self._desk.report(error)
            return
        self._again.start()


def _look(session: Session, known: Settings) -> tuple[int, int]:
    """How many were open before, and how many are now; at every printer, not only the one chosen now."""
    from inpost_desk.actions.printing import look_again
    from inpost_desk.ledger.prints import open_jobs, open_printers

    before = left = 0
    outlets = outlets_of(session, known)
    for name in open_printers(session.ledger):
        # One that is not set up any more: a queue of that name can still be asked.
        printer = outlets.named(name) or outlets.printer(Profile.at(Reach.CUPS, name))
        count = len(open_jobs(session.ledger, printer=name))
        before += count
        try:
            left += look_again(session.ledger, printer, now=session.client.now)
        except Trouble:
            # A printer that is away is told of by who prints; it may come back.
            left += count
    return before, left
