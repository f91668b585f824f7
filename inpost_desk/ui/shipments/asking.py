"""F5: InPost is asked about the current shipment and those that are seen, one question at a time."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal, Slot

from inpost_desk.background import FETCH
from inpost_desk.errors import Trouble
from inpost_desk.ui.desk import WARNING, Desk, Notice
from inpost_desk.ui.jobs import Jobs
from inpost_desk.ui.shipments import jobs
from inpost_desk.ui.shipments.table import HistoryTable
from inpost_desk.wording.sentences import trouble_words
from inpost_desk.wording.speech import translate

if TYPE_CHECKING:
    from inpost_desk.ui.shipments.jobs import Whole

NOT_ASKED: Final = "shipments.asked"


class Asking(QObject):
    """`number` is the shipment that InPost is being asked about, None while nothing is asked."""

    changed = Signal()
    """It began, or it ended in vain."""
    answered = Signal(object)
    """The shipment as a `Whole`, None where it is gone."""

    def __init__(self, desk: Desk, table: HistoryTable) -> None:
        super().__init__(table)
        self._desk = desk
        self._table = table
        self._jobs = Jobs(desk, self)
        self.number: int | None = None

    def reset(self) -> None:
        """Another account: what is under way is about the one before, and is never told."""
        self.number = None

    @Slot()
    def ask(self) -> None:
        """Ask now, unless that is being done."""
        number, session = self._table.current(), self._desk.session
        if number is None or self.number is not None or session is None:
            return
        if not session.may_ask:
            words = translate("ui", "Without a token InPost cannot be asked.")
            self._desk.notify(Notice(NOT_ASKED, WARNING, words))
            return
        work = partial(jobs.track, shipment=number, seen=self._table.seen())
        # A round of statuses may take long on its own lane.
        self._jobs.start(work, lane=FETCH, done=self._asked, failed=self._not_asked)
        self.number = number
        self.changed.emit()

    def _asked(self, whole: Whole | None) -> None:
        self.number = None
        self._desk.withdraw(NOT_ASKED)
        self.answered.emit(whole)

    def _not_asked(self, error: Exception) -> None:
        self.number = None
        self.changed.emit()
        if not isinstance(error, Trouble):
            self._desk.report(error)
            return
        self._desk.notify(Notice(NOT_ASKED, WARNING, trouble_words(error)))
