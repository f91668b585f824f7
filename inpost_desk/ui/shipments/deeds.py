"""What is done with the shipments of the history, by key, menu and button. It changes no row itself.

What may need a PIN goes through `desk.guard`; what is typed is typed in the wizard.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Final, NamedTuple, TypeVar
from urllib.parse import urlencode

from PySide6.QtCore import QObject, QPoint, QUrl, Signal, Slot
from PySide6.QtGui import QAction, QDesktopServices, QGuiApplication

from inpost_desk.actions.waiting import Stop
from inpost_desk.background import CHANGE, RUN, TABLE
from inpost_desk.domain.history import HistoryRow
from inpost_desk.domain.journey import NOTHING_TO_DO
from inpost_desk.session_printers import printer_of
from inpost_desk.ui.desk import DONE, INFORMATION, WARNING, Desk, Notice
from inpost_desk.ui.jobs import Jobs
from inpost_desk.ui.orders import row_jobs
from inpost_desk.ui.orders.row_deeds import end_words
from inpost_desk.ui.shipments import jobs
from inpost_desk.ui.shipments.acts import KEYS, Act, act_words, why_not
from inpost_desk.ui.shipments.columns import name_of
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

T = TypeVar("T")
TRACKING_PAGE: Final = "https://inpost.pl/sledzenie-przesylek"
COPIED: Final = "shipments.copied"
DEALT_WITH: Final = "shipments.handled"
NOT_NOW: Final = "shipments.not_now"
MOST: Final = 500
"""Labels printed, or return labels asked for, in one go."""
OF_SEVERAL: Final = frozenset({Act.PRINT, Act.PICKUP, Act.RETURN})
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
        self._stop = Stop()
        self._shown: Whole | None = None
        self._actions: dict[Act, QAction] = {}
        for act in Act:
            # The key is shown only: the page listens to it, and two listeners would silence each other.
            action = QAction(f"{act_words(act)}\t{KEYS[act]}", table)
            action.triggered.connect(partial(self.do, act))
            table.addAction(action)
            self._actions[act] = action
        table.copy_asked.connect(self.copy)
        table.selection_changed.connect(self._enable)
        panel.head.copy_asked.connect(self.copy)
        panel.acts.asked.connect(self.do)
        panel.concern.done_asked.connect(self.handle)
        panel.question.agreed.connect(self._cancel)
        panel.question.left.connect(table.setFocus)

    def has_printer(self) -> bool:
        """Whether a printer is chosen."""
        session = self._desk.session
        return session is not None and printer_of(session, self._desk.settings) is not None

    def close(self) -> None:
        """The window is about to close: what was asked for and has not begun does not begin any more."""
        self._stop.event.set()
        self._stop = Stop()
        self.printer.stop()
        self.saver.close()

    def show_whole(self, whole: Whole | None) -> None:
        """What can be done with it."""
        self._shown = whole
        self._enable()

    @Slot(object)
    def do(self, act: Act, *_: object) -> None:
        """Do that, as far as it is open; else say why it is not."""
        self._with_current(partial(self._try, act))

    @Slot(bool)
    def handle(self, handled: bool) -> None:  # noqa: FBT001 - a slot
        """A person has dealt with the exception that is shown, or takes that back."""
        whole = self._whole()
        if whole is not None and whole.detail.row.concern is not None:
            self._handle(whole.detail.row, handled=handled)

    @Slot()
    def handle_or_not(self) -> None:
        """The current exception is dealt with; or that is taken back, where it was."""
        self._with_current(self._handle_or_not)

    @Slot()
    def copy(self) -> None:
        """The numbers of the selected shipments, a line for each, without spaces."""
        row = self._table.current_row()
        if row is not None and not self._table.several():
            self._copied([row])
            return
        work = partial(jobs.read, ids=self._table.selected())
        self._jobs.start(work, done=self._copied)

    def _copied(self, rows: Sequence[HistoryRow]) -> None:
        numbers = [row.tracking_number for row in rows if row.tracking_number]
        if not numbers:
            return
        QGuiApplication.clipboard().setText("\n".join(numbers))
        if len(rows) > 1:
            words = translate("ui", "Copied numbers: {count}.").format(count=len(numbers))
            self._desk.notify(Notice(COPIED, DONE, words))
        else:
            self._desk.withdraw(COPIED)

    @Slot()
    def _enable(self) -> None:
        """Several are asked one by one, so their menu is open."""
        whole, printer, several = self._shown, self.has_printer(), self._table.several()
        for act, action in self._actions.items():
            can = whole is not None and not why_not(act, whole, printer=printer)
            action.setEnabled(can or (several and act in OF_SEVERAL))
            action.setVisible(can or act not in (Act.PAY, Act.REPLACE, Act.CANCEL))

    def _try(self, act: Act, whole: Whole) -> None:
        why = why_not(act, whole, printer=self.has_printer())
        many = act in OF_SEVERAL and self._table.several()
        if many:
            count = len(self._table.selected())
            words = translate("ui", "at most {most} at once, selected: {count}")
            why = words.format(most=MOST, count=count) if count > MOST else ""
        if why:
            self._say_why_not(act, why)
            return
        self._desk.withdraw(NOT_NOW)
        # Somebody may be asked for a PIN meanwhile, and the account may be another one then.
        do = self._jobs.told(partial(self._do, act))
        self._desk.guard(_GUARDED.get(act, ""), lambda: do(whole))

    def _say_why_not(self, act: Act, why: str) -> None:
        words = translate("ui", "{act}: {why}.").format(act=_name(act), why=why)
        self._desk.notify(Notice(NOT_NOW, INFORMATION, words))

    def _whole(self) -> Whole | None:
        """What the panel shows, as long as it is the current shipment."""
        whole = self._panel.whole
        same = whole is not None and whole.detail.row.id == self._table.current()
        return whole if same else None

    def _with_current(self, then: Callable[[Whole], None]) -> None:
        """With the current shipment: read first where the panel has not come after it yet."""
        whole, number = self._whole(), self._table.current()
        if whole is not None:
            then(whole)
        elif number is not None:
            done = self._unless_closing(partial(self._read, number, then))
            self._jobs.start(partial(jobs.whole, shipment=number), lane=TABLE, done=done)

    def _read(self, number: int, then: Callable[[Whole], None], whole: Whole | None) -> None:
        if whole is not None and self._table.current() == number:
            then(whole)

    def _handle_or_not(self, whole: Whole) -> None:
        row = whole.detail.row
        if row.concern is not None:
            self._handle(row, handled=not row.handled)

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
                self._panel.question.ask(name_of(row))

    def _with_rows(self, then: Callable[[list[Whole]], None]) -> None:
        ids = self._table.selected()
        self._jobs.start(partial(jobs.wholes, ids=ids), done=self._unless_closing(then))

    def _unless_closing(self, then: Callable[[T], None]) -> Callable[[T], None]:
        stop = self._stop
        return lambda found: None if stop.asked else then(found)

    def _do_with(self, act: Act, found: Sequence[Whole]) -> None:
        printer = self.has_printer()
        can = [one for one in found if not why_not(act, one, printer=printer)]
        rows = [one.detail.row for one in can]
        if not rows:
            words = translate("ui", "None of the selected shipments is open to that: {act}.")
            said = words.format(act=_name(act))
            self._desk.notify(Notice(NOT_NOW, INFORMATION, said))
            return
        self._tell_left_out(act, found, can)
        if act is Act.PICKUP:
            self.pickup_asked.emit([row.id for row in rows])
        elif act is Act.PRINT:
            self.printer.ask(rows)
        else:
            button = self._panel.acts.buttons[Act.RETURN]
            place = button.mapToGlobal(button.rect().bottomLeft())
            if not button.isVisible():
                place = self._table.mapToGlobal(QPoint(0, 0))
            self.saver.return_menu(place, rows)

    def _tell_left_out(self, act: Act, found: Sequence[Whole], can: Sequence[Whole]) -> None:
        """Some of those selected are not open to it: how many, and why of the first."""
        first = next((one for one in found if one not in can), None)
        if first is None:
            return
        words = translate("ui", "{act}: left out {count} of {all}. {reference}: {why}.")
        said = words.format(
            act=_name(act),
            count=len(found) - len(can),
            all=len(found),
            reference=name_of(first.detail.row),
            why=why_not(act, first, printer=self.has_printer()),
        )
        self._desk.notify(Notice(NOT_NOW, INFORMATION, said))

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
        named = Named(row.id, name_of(row), row.tracking_number)
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
        said = words.format(reference=name_of(row), what=concern_words(row.concern))
        # In another account that number is another shipment's.
        undo = self._jobs.told(lambda _: self._handle(row, handled=False))
        button = translate("ui", "Take back")
        self._desk.notify(Notice(DEALT_WITH, DONE, said, "", button, partial(undo, None)))


def _name(act: Act) -> str:
    """What it is called inside a sentence."""
    return act_words(act).rstrip("…")
