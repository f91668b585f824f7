"""What is done with the shipments of the history, by key, menu and button. It changes no row itself.

What may need a PIN goes through `desk.guard`; what is typed is typed in the wizard.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Final, NamedTuple
from urllib.parse import urlencode

from PySide6.QtCore import QObject, QPoint, QUrl, Signal, Slot
from PySide6.QtGui import QAction, QDesktopServices, QGuiApplication

from inpost_desk.actions.waiting import Stop
from inpost_desk.background import CHANGE, RUN
from inpost_desk.domain.history import HistoryRow
from inpost_desk.domain.journey import NOTHING_TO_DO
from inpost_desk.session_printers import printer_of
from inpost_desk.ui.desk import DONE, INFORMATION, WARNING, Desk, Notice
from inpost_desk.ui.jobs import Jobs
from inpost_desk.ui.orders import row_jobs
from inpost_desk.ui.orders.row_deeds import end_words
from inpost_desk.ui.shipments import jobs
from inpost_desk.ui.shipments.acts import KEYS, Act, act_words, why_not
from inpost_desk.ui.shipments.panel import ShipmentPanel
from inpost_desk.ui.shipments.printing import Printer
from inpost_desk.ui.shipments.saving import Saver
from inpost_desk.ui.shipments.support import support_text
from inpost_desk.ui.shipments.table import HistoryTable
from inpost_desk.wording.journey import concern_words
from inpost_desk.wording.speech import translate

if TYPE_CHECKING:
    from inpost_desk.ui.shipment.beginning import Beginning
    from inpost_desk.ui.shipments.jobs import Whole

TRACKING_PAGE: Final = "https://inpost.pl/sledzenie-przesylek"
COPIED: Final = "shipments.copied"
DEALT_WITH: Final = "shipments.handled"
NOT_NOW: Final = "shipments.not_now"
MOST: Final = 500
"""Labels printed, or return labels asked for, in one go."""
# What an owner may have put a PIN before.
_GUARDED: Final = {Act.REPLACE: "replace", Act.CANCEL: "cancel"}


class Named(NamedTuple):
    """A shipment as the wizard's jobs know one."""

    local_id: int
    reference: str
    tracking_number: str


class Deeds(QObject):
    """Does what is asked for with the current shipment, or with those selected."""

    changed = Signal()
    """Something may stand otherwise now."""
    pickup_asked = Signal(object)
    wizard_asked = Signal(object)
    panel_wanted = Signal()

    def __init__(self, desk: Desk, table: HistoryTable, panel: ShipmentPanel) -> None:
        super().__init__(table)
        self._desk = desk
        self._table = table
        self._panel = panel
        self._jobs = Jobs(desk, self)
        self.printer = Printer(desk, table)
        self.printer.printed.connect(self.changed)
        self.saver = Saver(desk, table)
        self._actions: dict[Act, QAction] = {}
        for act in Act:
            # The key is shown only: the page listens to it, and two listeners would silence each other.
            action = QAction(f"{act_words(act)}\t{KEYS[act]}", table)
            action.triggered.connect(partial(self.do, act))
            table.addAction(action)
            self._actions[act] = action
        panel.acts.asked.connect(self.do)
        panel.concern.done_asked.connect(self.handle)
        panel.question.agreed.connect(self._cancel)
        panel.question.left.connect(table.setFocus)

    def has_printer(self) -> bool:
        """Whether a printer is chosen."""
        session = self._desk.session
        return session is not None and printer_of(session, self._desk.settings) is not None

    def show_whole(self, whole: Whole | None) -> None:
        """What can be done with it."""
        printer = self.has_printer()
        for act, action in self._actions.items():
            can = whole is not None and not why_not(act, whole, printer=printer)
            action.setEnabled(can)
            action.setVisible(can or act not in (Act.PAY, Act.REPLACE, Act.CANCEL))

    @Slot(object)
    def do(self, act: Act, *_: object) -> None:
        """Do that, as far as it is open; else say why it is not."""
        whole = self._whole()
        if whole is None:
            return
        why = why_not(act, whole, printer=self.has_printer())
        several = len(self._table.selected()) > 1
        if why and not (several and act in (Act.PRINT, Act.PICKUP, Act.RETURN)):
            words = translate("ui", "{act}: {why}.").format(act=act_words(act), why=why)
            self._desk.notify(Notice(NOT_NOW, INFORMATION, words))
            return
        self._desk.withdraw(NOT_NOW)
        self._desk.guard(_GUARDED.get(act, ""), partial(self._do, act, whole))

    @Slot(bool)
    def handle(self, handled: bool) -> None:  # noqa: FBT001 - a slot
        """A person has dealt with the exception that is shown, or takes that back."""
        whole = self._whole()
        if whole is not None and whole.detail.row.concern is not None:
            self._handle(whole.detail.row, handled=handled)

    def _whole(self) -> Whole | None:
        """What the panel shows, as long as it is the current shipment."""
        whole = self._panel.whole
        same = whole is not None and whole.detail.row.id == self._table.current()
        return whole if same else None

    def _do(self, act: Act, whole: Whole) -> None:
        row = whole.detail.row
        match act:
            case Act.PRINT | Act.PICKUP | Act.RETURN:
                self._with_rows(partial(self._do_with, act))
            case Act.TRACK:
                self._open_tracking(row)
            case Act.SUPPORT:
                self._copy_for_support(whole)
            case Act.REPLACE | Act.PAY:
                work = row_jobs.replacement if act is Act.REPLACE else row_jobs.paying
                named = Named(row.id, row.reference, row.tracking_number)
                self._jobs.start(partial(work, row=named), done=self._begin)
            case Act.CANCEL:
                self.panel_wanted.emit()
                self._panel.question.ask(row.reference or str(row.shipx_id))

    def _with_rows(self, then: Callable[[list[Whole]], None]) -> None:
        ids = self._table.selected()[:MOST]
        self._jobs.start(partial(jobs.wholes, ids=ids), done=then)

    def _do_with(self, act: Act, found: Sequence[Whole]) -> None:
        printer = self.has_printer()
        can = [one for one in found if not why_not(act, one, printer=printer)]
        rows = [one.detail.row for one in can]
        if not rows:
            words = translate("ui", "None of the selected shipments is open to that: {act}.")
            said = words.format(act=act_words(act))
            self._desk.notify(Notice(NOT_NOW, INFORMATION, said))
        elif act is Act.PICKUP:
            self.pickup_asked.emit([row.id for row in rows])
        elif act is Act.PRINT:
            self.printer.ask(rows)
        else:
            button = self._panel.acts.buttons[Act.RETURN]
            place = button.mapToGlobal(button.rect().bottomLeft())
            if not button.isVisible():
                place = self._table.mapToGlobal(QPoint(0, 0))
            self.saver.return_menu(place, rows)

    def _open_tracking(self, row: HistoryRow) -> None:
        url = QUrl(f"{TRACKING_PAGE}?{urlencode({'number': row.tracking_number})}")
        if not QDesktopServices.openUrl(url):
            words = translate("ui", "This computer has no program that opens web pages.")
            self._desk.notify(Notice(NOT_NOW, INFORMATION, words, url.toString()))

    def _copy_for_support(self, whole: Whole) -> None:
        session = self._desk.session
        if session is None:
            return
        account = session.account
        text = support_text(
            whole.detail, organization=account.organization, environment=account.environment
        )
        QGuiApplication.clipboard().setText(text)
        words = translate("ui", "Copied for InPost's support.")
        told = translate("ui", "Numbers, statuses and requests with their times; nothing personal.")
        self._desk.notify(Notice(COPIED, DONE, words, told))

    def _begin(self, beginning: Beginning | None) -> None:
        if beginning is not None:
            self.wizard_asked.emit(beginning)

    def _cancel(self) -> None:
        whole = self._whole()
        if whole is None:
            return
        row = whole.detail.row
        named = Named(row.id, row.reference or str(row.shipx_id), row.tracking_number)
        work = partial(row_jobs.cancel, row=named, stop=Stop())
        self._jobs.start(work, lane=RUN, done=partial(self._cancelled, named))

    def _cancelled(self, named: Named, end: tuple[str, str]) -> None:
        self.changed.emit()
        what, value = end
        state = DONE if what == row_jobs.CANCELLED else WARNING
        fact, more = end_words(what, value)
        key = f"cancel.{named.local_id}"
        self._desk.notify(Notice(key, state, f"{named.reference}: {fact}", more))

    def _handle(self, row: HistoryRow, *, handled: bool) -> None:
        work = partial(jobs.handle, ids=[row.id], handled=handled)
        done = partial(self._handled, row, handled)
        self._jobs.start(work, lane=CHANGE, done=done)

    def _handled(self, row: HistoryRow, handled: bool, _: None) -> None:  # noqa: FBT001
        self.changed.emit()
        if not handled or row.concern is None or row.concern in NOTHING_TO_DO:
            self._desk.withdraw(DEALT_WITH)
            return
        words = translate("ui", "{reference}: dealt with ({what}).")
        said = words.format(
            reference=row.reference or row.tracking_number, what=concern_words(row.concern)
        )
        undo = partial(self._handle, row, handled=False)
        button = translate("ui", "Take back")
        self._desk.notify(Notice(DEALT_WITH, DONE, said, "", button, undo))
