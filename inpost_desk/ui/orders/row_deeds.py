"""What is done with the shipment of the current row: replaced, paid, cancelled, another parcel of its order.

What is typed is typed in the wizard, which comes up in the window's place with the row's shipment.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal, Slot

from inpost_desk.actions.waiting import Stop
from inpost_desk.background import RUN
from inpost_desk.domain.pile import PileRow
from inpost_desk.ui.desk import DONE, WARNING, Desk, Notice
from inpost_desk.ui.jobs import Jobs
from inpost_desk.ui.orders import row_jobs
from inpost_desk.ui.orders.panel_acts import ActsBox
from inpost_desk.ui.orders.piling import Piling
from inpost_desk.ui.orders.row_acts import Act, ActAction, may
from inpost_desk.ui.orders.table import PileTable
from inpost_desk.wording.sentences import rule_words
from inpost_desk.wording.speech import translate

if TYPE_CHECKING:
    from inpost_desk.ui.shipment.beginning import Beginning
    from inpost_desk.ui.shipment.buying import Buying


# What an owner may have put a PIN before.
_GUARDED: Final = {Act.REPLACE: "replace", Act.PARCEL: "another", Act.CANCEL: "cancel"}


class RowDeeds(QObject):
    """Keys, menu and buttons of the row's acts."""

    pay_asked = Signal(object)
    """Rows that a run goes on with: InPost has chosen their offers by itself."""
    settings_asked = Signal(str)
    label_asked = Signal(object)
    """The `PileRow` whose label is held back."""
    panel_wanted = Signal()
    """A question stands in the side panel."""

    def __init__(
        self, desk: Desk, piling: Piling, table: PileTable, box: ActsBox, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._piling = piling
        self._table = table
        self._box = box
        self._jobs = Jobs(desk, self)
        for act in Act:
            action = ActAction(act, table)
            action.triggered.connect(partial(self.do, act))
            table.addAction(action)
        box.asked.connect(self.do)
        box.cancel_agreed.connect(self._cancel)
        box.left.connect(table.setFocus)

    @Slot(object)
    def do(self, act: Act, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - a slot
        """Do that with the current row, as far as it fits."""
        row = self._table.row_at_current()
        if row is None or not may(act, row):
            return
        if act is Act.LABEL:
            self.label_asked.emit(row)
            return
        self._desk.guard(_GUARDED.get(act, ""), partial(self._do, act, row))

    def _do(self, act: Act, row: PileRow) -> None:
        if act is Act.CANCEL:
            self.panel_wanted.emit()
            self._box.ask(row)
            return
        work = {
            Act.REPLACE: row_jobs.replacement,
            Act.PARCEL: row_jobs.another,
            Act.CHOOSE: row_jobs.choice,
            Act.PAY: row_jobs.choice,
        }[act]
        self._jobs.start(partial(work, row=row), done=partial(self._begin, act, row))

    def _begin(self, act: Act, row: PileRow, beginning: Beginning | None) -> None:
        if beginning is not None:
            self._open(beginning)
        elif act is Act.PAY:
            self.pay_asked.emit(frozenset({row.row}))

    def _open(self, beginning: Beginning) -> None:
        from inpost_desk.ui.shipment.buying import buying_of
        from inpost_desk.ui.shipment.opening import show_wizard
        from inpost_desk.ui.window import MainWindow

        window = self._table.window()
        if isinstance(window, MainWindow):
            page = show_wizard(self._desk, window, self.settings_asked.emit, beginning)
            buying = buying_of(page.drafting)
            buying.changed.connect(partial(self._follow, buying))

    def _follow(self, buying: Buying) -> None:
        """The rows as the wizard leaves them."""
        if not (buying.busy or buying.paper.under_way):
            self._piling.refresh()

    @Slot(object)
    def _cancel(self, row: PileRow) -> None:
        work = partial(row_jobs.cancel, row=row, stop=Stop())
        self._jobs.start(work, lane=RUN, done=partial(self._tell, row))

    def _tell(self, row: PileRow, end: tuple[str, str]) -> None:
        self._piling.refresh()
        what, value = end
        state = DONE if what == row_jobs.CANCELLED else WARNING
        fact, more = end_words(what, value)
        self._desk.notify(Notice(f"cancel.{row.local_id}", state, f"{row.reference}: {fact}", more))


def end_words(what: str, value: str) -> tuple[str, str]:
    """How a cancellation ended (see `row_jobs`), and what that means."""
    if what == row_jobs.CANCELLED:
        return translate("ui", "cancelled at InPost; nothing is paid for it."), ""
    if what == row_jobs.BOUGHT:
        fact = translate("ui", "it was bought meanwhile, parcel {number}.").format(number=value)
        more = translate("ui", "InPost cancels only what is not paid. “Replace” buys another one.")
        return fact, more
    if what == row_jobs.BUSY:
        return translate("ui", "another window or command is at it; nothing was cancelled."), ""
    if what == row_jobs.PENDING:
        words = translate("ui", "InPost has not said yet whether it is cancelled; look again soon.")
        return words, ""
    return rule_words(value), ""
