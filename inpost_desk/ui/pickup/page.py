"""The Pickup page, left to right as the day goes: what is ready, ordering a courier, handing over.

Only puts the parts together. Ordering is `ordering`'s, scanning `handing_over`'s, orders are followed by
`following`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from inpost_desk.background import TABLE
from inpost_desk.domain.pickup import NotReady, PickupLine, PickupState
from inpost_desk.domain.scan import Scan
from inpost_desk.errors import Trouble
from inpost_desk.ui import look
from inpost_desk.ui.desk import Desk
from inpost_desk.ui.jobs import Jobs
from inpost_desk.ui.kit import Ground, Heading, Line, Stack
from inpost_desk.ui.orders.panel_parts import Words
from inpost_desk.ui.pickup import jobs, order_item
from inpost_desk.ui.pickup.columns import Columns, Upright
from inpost_desk.ui.pickup.documents import Documents
from inpost_desk.ui.pickup.following import Following
from inpost_desk.ui.pickup.form import OrderForm
from inpost_desk.ui.pickup.handing import (
    BACK_KEY,
    EARLIER_KEY,
    FIELD_KEY,
    KEY,
    PRINT_KEY,
    HandingColumn,
)
from inpost_desk.ui.pickup.handing_over import HandingOver
from inpost_desk.ui.pickup.header import PageHeader
from inpost_desk.ui.pickup.lists import HAND_OVERS, ORDERS, Lists
from inpost_desk.ui.pickup.order_item import order_name
from inpost_desk.ui.pickup.ordering import Ordering
from inpost_desk.ui.pickup.ready import ReadyColumn
from inpost_desk.ui.pickup.today import Today
from inpost_desk.ui.sounds import Sounds
from inpost_desk.ui.window_page import LeastHigh
from inpost_desk.wording.sentences import trouble_words
from inpost_desk.wording.speech import translate

READY, ORDER, HAND = "ready", "order", "hand"
CLOCK_EVERY = 10_000


class PickupPage(LeastHigh, Ground):
    """One of the rail's pages. `following` is the window's; without one the page has its own."""

    settings_asked = Signal(str)
    badge_changed = Signal(int)

    def __init__(
        self, desk: Desk, following: Following | None = None, *, sounds: Sounds | None = None
    ) -> None:
        super().__init__("window")
        self._desk = desk
        self._jobs = Jobs(desk, self)
        self._reading = self._again = False
        self._fresh = True
        self._own_sounds = sounds is None
        self._own_following = following is None
        self.following = following or Following(desk, self)
        self.header = PageHeader()
        self.ready = ReadyColumn()
        self.form, self.today = OrderForm(), Today()
        self.by_itself = Words("", tone="text2")
        self.handing = HandingColumn()
        self.lists = Lists(desk)
        self.documents = Documents(desk, self)
        self.ordering = Ordering(desk, self.form, self.following, self)
        self.hand_over = HandingOver(desk, self.handing, self.documents, self)
        self.hand_over.sounds = sounds
        self._clock = QTimer(self, interval=CLOCK_EVERY)
        self._lay_out()
        self._connect()
        self._bind_keys()
        self._settings_changed()
        self.refresh()

    # What the window asks of a page

    def keys(self) -> Sequence[tuple[str, str]]:
        """For F1."""
        return (
            (
                translate("ui", "Space"),
                translate("ui", "tick the selected parcels, or untick them"),
            ),
            ("Ctrl+A", translate("ui", "tick all parcels, or none")),
            ("Ctrl+Enter", translate("ui", "order a courier for the ticked parcels")),
            ("Ctrl+L", translate("ui", "list of all orders, and back")),
            (EARLIER_KEY, translate("ui", "earlier hand-overs, and back")),
            (KEY, translate("ui", "begin the hand-over; close it with parcels missing")),
            (FIELD_KEY, translate("ui", "type the number of a torn label; search in the lists")),
            (BACK_KEY, translate("ui", "take the last scan back")),
            (PRINT_KEY, translate("ui", "print the list of the last hand-over again")),
            ("Esc", translate("ui", "back")),
        )

    def regions(self) -> Sequence[QWidget]:
        """For F6."""
        if self._body.currentWidget() is self.lists:
            return (self.header, self.lists)
        return (self.header, self.ready.table, self.form, self.today, self.handing)

    @property
    def hears(self) -> bool:
        """Whether a scan is for this page: a hand-over is open and the page shows."""
        return self.isVisible() and self.hand_over.hears

    @Slot(object)
    def scanned(self, scan: Scan) -> None:
        """A code from the scanner."""
        self._show_list(shown=False)
        self.columns.go_to(HAND)
        self.hand_over.take(scan.code)

    def choose(self, ids: Iterable[int]) -> None:
        """Tick these parcels and no others; from the Shipments page."""
        self._show_list(shown=False)
        self.columns.go_to(READY)
        self.ready.tick_only(ids)
        self.ready.table.setFocus()

    def show_operator(self, name: str) -> None:
        """Who works here; kept with orders and scans."""
        self.ordering.operator = self.hand_over.operator = name

    def closing(self) -> None:
        """The window closes. An open hand-over is in the ledger."""
        self._clock.stop()
        if self._own_following:
            self.following.stop()
        if self._own_sounds and self.hand_over.sounds is not None:
            self.hand_over.sounds.stop()

    @Slot()
    def refresh(self) -> None:
        """Read how the day stands."""
        if self._desk.session is None:
            self.ready.set_candidates(())
            self.ready.show_empty(
                translate("ui", "No account is open. Add one in Settings, or try the demo.")
            )
            return
        if self._reading:
            self._again = True
            return
        self._reading = True
        self._jobs.start(jobs.look, lane=TABLE, done=self._seen, failed=self._not_seen)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """What happened on other pages is seen."""
        super().showEvent(event)
        self.refresh()
        self.following.look()
        self._show_time()
        self._clock.start()
        QTimer.singleShot(0, self, self._show_hearing)

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        """Nobody looks at the clock."""
        super().hideEvent(event)
        self._clock.stop()

    # Putting together

    def _lay_out(self) -> None:
        self.columns = Columns(
            (
                (READY, translate("ui", "Ready"), self.ready),
                (ORDER, translate("ui", "Order a courier"), self._middle()),
                (HAND, translate("ui", "Hand-over"), self.handing),
            ),
            (47, 39, 42),
        )
        self._body = Stack()
        self._body.addWidget(self.columns)
        self._body.addWidget(self.lists)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self._body, 1)

    def _middle(self) -> QWidget:
        head = self._order_head = Ground("surface", lines=(Qt.Edge.BottomEdge,))
        head.setMinimumHeight(look.CHIPS + look.GAP)
        words = QVBoxLayout(head)
        words.setContentsMargins(look.EDGE, look.GAP, look.PAD, look.GAP)
        self._order_title = Heading(translate("ui", "Pickup order"))
        words.addWidget(self._order_title)
        words.addWidget(self.by_itself)
        inside = Ground("window")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.form)
        column.addWidget(Line())
        column.addWidget(self.today)
        column.addStretch()
        middle = QWidget()
        outside = QVBoxLayout(middle)
        outside.setContentsMargins(0, 0, 0, 0)
        outside.setSpacing(0)
        outside.addWidget(head)
        self._fields = Upright(inside)
        outside.addWidget(self._fields, 1)
        outside.addWidget(self.form.foot)
        return middle

    def _connect(self) -> None:
        self._desk.session_changed.connect(self._account_changed)
        self._desk.settings_changed.connect(self._settings_changed)
        self.following.badge_changed.connect(self._badge)
        self.following.changed.connect(self.refresh)
        self.ready.chosen_changed.connect(self._take_chosen)
        self.ordering.changed.connect(self.refresh)
        self.ordering.tick_asked.connect(self.choose)
        self.hand_over.changed.connect(self.refresh)
        self.hand_over.changed.connect(self.following.look)
        self.handing.begin_asked.connect(self._begin)
        self.handing.earlier_asked.connect(self._turn_earlier)
        self.header.list_asked.connect(self._turn_list)
        self.columns.folded.connect(self._show_heads)
        self.form.told.connect(self._show_told)
        self.documents.settings_asked.connect(self.settings_asked)
        self.lists.record_asked.connect(self.documents.print_record)
        self.lists.manifest_asked.connect(self.documents.print_of_hand_over)
        for part in (self.today, self.lists):
            part.asked.connect(self._do)
        self._clock.timeout.connect(self._show_time)

    def _bind_keys(self) -> None:
        for key, act in (
            ("Ctrl+A", self.ready.model.tick_all),
            ("Ctrl+Return", self._order),
            ("Ctrl+Enter", self._order),
            ("Ctrl+L", self._turn_list),
            (FIELD_KEY, self._find),
            (KEY, self._hand_over),
            (BACK_KEY, self.hand_over.take_back),
            (PRINT_KEY, self.hand_over.print_again),
            (EARLIER_KEY, self._turn_earlier),
            ("Esc", partial(self._show_list, shown=False)),
        ):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.setAutoRepeat(False)
            shortcut.activated.connect(act)

    @Slot()
    def _find(self) -> None:
        listed = self._body.currentWidget() is self.lists
        field = self.lists.words if listed else self.handing.field
        field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    # How the day stands

    def _seen(self, seen: jobs.Seen) -> None:
        self._reading = False
        self.ready.set_candidates(seen.candidates)
        if self._fresh and self.focusWidget() is self.header.list_button:
            # While the table was read nothing else could have the keyboard.
            self.ready.table.setFocus()
        self._fresh = False
        self.today.say(seen.lines)
        self.hand_over.name_orders(list(seen.lines))
        self.hand_over.show(seen.hand_over)
        self.handing.set_offers(_to_hand_over(seen), len(self.ready.model.at_hand()))
        self._show_hearing()
        if self._body.currentWidget() is self.lists:
            self.lists.refresh()
        if self._again:
            self._again = False
            self.refresh()

    def _not_seen(self, error: Exception) -> None:
        self._reading = self._again = False
        if isinstance(error, Trouble):
            self.ready.show_empty(trouble_words(error))
        else:
            self._desk.report(error)

    def _order(self) -> None:
        seen = self.form.button.isVisible()
        self._show_list(shown=False)
        self.columns.go_to(ORDER)
        # It costs money: whoever did not see how many and how much is only shown it.
        if seen:
            self.form.button.click()

    def _hand_over(self) -> None:
        self._show_list(shown=False)
        self.columns.go_to(HAND)
        self.handing.begin_first()

    def _take_chosen(self) -> None:
        self.ordering.set_parcels(self.ready.chosen())

    def _begin(self, line: PickupLine | None) -> None:
        ids = self.ready.model.at_hand() if line is None else None
        self.hand_over.begin(line, ids)

    def _show_told(self, widget: QWidget) -> None:
        # Its place is known once it is laid out.
        QTimer.singleShot(0, widget, partial(self._fields.ensureWidgetVisible, widget))

    def _do(self, deed: str, line: PickupLine) -> None:
        deeds = {
            order_item.CANCEL: self.ordering.cancel,
            order_item.MISSED: self.ordering.missed,
            order_item.WITHOUT: self.ordering.without,
            order_item.AGAIN: self.ordering.without,
        }
        if deed == order_item.LOOK:
            self.ordering.look_now()
        elif deed == order_item.LIST:
            self.documents.print_of_pickup(line.id, order_name(line))
        else:
            deeds[deed](line)

    def _badge(self, count: int) -> None:
        self.badge_changed.emit(count)
        self._show_time()

    def _show_time(self) -> None:
        session = self._desk.session
        now = session.client.now() if session is not None else None
        waiting = self.following.badge > 0
        self.header.show_time(now, self.following.cut_off(), waiting=waiting)
        itself = self.following.comes_by_itself()
        told = translate("ui", "A courier comes by itself; nothing has to be ordered.")
        self.by_itself.say(told if itself else "")
        self._show_heads()

    def _show_heads(self) -> None:
        """Under a tab with its name a column needs no heading; at 200 % there is no room for both."""
        narrow = self.columns.narrow
        self.handing.set_folded(narrow)
        self._order_title.setVisible(not narrow)
        self._order_head.setMinimumHeight(0 if narrow else look.CHIPS + look.GAP)
        self._order_head.setVisible(not narrow or bool(self.by_itself.text()))

    def _show_hearing(self) -> None:
        self.handing.set_listening(hears=self.hears)

    def _turn_list(self) -> None:
        self._show_list(shown=self._body.currentWidget() is not self.lists)

    def _turn_earlier(self) -> None:
        shown = self._body.currentWidget() is self.lists
        there = shown and self.lists.which.value() == HAND_OVERS
        self._show_list(shown=not there, which=HAND_OVERS)

    def _show_list(self, *, shown: bool, which: str = ORDERS) -> None:
        was_shown = self._body.currentWidget() is self.lists
        self._body.setCurrentWidget(self.lists if shown else self.columns)
        self.header.show_list(shown=shown)
        if shown:
            self.lists.open(which)
        elif was_shown:
            self.ready.table.setFocus()

    def _account_changed(self) -> None:
        self._reading = self._again = False
        self.ready.set_candidates(())
        self.today.say(())
        self.form.show_problem("")
        self.refresh()

    def _settings_changed(self) -> None:
        self.form.set_rules(self._desk.settings.pickup)
        self._show_time()


def _to_hand_over(seen: jobs.Seen) -> list[tuple[PickupLine, int]]:
    """Orders whose courier comes, and how many of their parcels are still here."""
    left = Counter(
        one.pickup.id
        for one in seen.candidates
        if one.pickup is not None and one.not_ready is NotReady.ORDERED
    )
    return [
        (one, left[one.id]) for one in seen.lines if one.state is PickupState.SENT and left[one.id]
    ]
