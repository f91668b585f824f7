"""The label of a typed shipment that was kept from the printer: looked at, and what comes of the answer."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from inpost_desk.background import CHANGE, FETCH
from inpost_desk.ui.desk import Desk
from inpost_desk.ui.jobs import Jobs
from inpost_desk.ui.orders import held_jobs as jobs
from inpost_desk.ui.orders.held_dialog import Answer, HeldDialog
from inpost_desk.ui.orders.held_jobs import Shown
from inpost_desk.ui.shipment.purchase import Made, Paper


class HeldLabel(QObject):
    """Shows it."""

    print_asked = Signal(object)
    """The shipments whose label prints as it is; none where it is good now."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._jobs = Jobs(desk, self)
        self._parent = parent

    def open(self, paper: Paper, made: Sequence[Made]) -> None:
        """Ask about what was held back of these."""
        numbers = {one.local_id: one.numbers for one in made}
        shown = [Shown(one, numbers.get(one.label.shipment_id, ())) for one in paper.held]
        if not shown or self._parent.findChildren(HeldDialog):
            return
        dialog = HeldDialog(shown, {}, self._parent)
        dialog.answered.connect(self._answered)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @Slot(str, object)
    def _answered(self, answer: str, about: Sequence[Shown]) -> None:
        match answer:
            case Answer.PRINT:
                self.print_asked.emit(frozenset(one.shipment for one in about))
            case Answer.ACCEPT:
                work = partial(jobs.accept, about=tuple(about))
                self._jobs.start(work, lane=CHANGE, done=self._good)
            case Answer.FETCH:
                work_again = partial(jobs.fetch, one=about[0])
                self._jobs.start(work_again, lane=FETCH, done=self._good)

    def _good(self, _: object) -> None:
        """Whether it really is, printing finds out."""
        self.print_asked.emit(frozenset())
