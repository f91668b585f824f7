"""All orders for couriers and all hand-overs, in the place of the columns (Ctrl+L)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from inpost_desk.background import TABLE
from inpost_desk.domain.hand_over import HandOver
from inpost_desk.domain.pickup import PickupState
from inpost_desk.ui import look
from inpost_desk.ui.desk import Desk
from inpost_desk.ui.jobs import Jobs
from inpost_desk.ui.kit import Ground, KeyButton, Segmented, Stack
from inpost_desk.ui.kit_flow import Flow
from inpost_desk.ui.orders.panel_parts import Words
from inpost_desk.ui.pickup import jobs
from inpost_desk.ui.pickup.jobs import Earlier
from inpost_desk.ui.pickup.today import OrderItems
from inpost_desk.ui.window_regions import focus_into
from inpost_desk.wording.pickups import state_words
from inpost_desk.wording.sentences import moment_words
from inpost_desk.wording.speech import QT_TRANSLATE_NOOP, translate

ORDERS, HAND_OVERS = "orders", "hand_overs"
MOST: Final = 100
TYPED_AFTER: Final = 200
_PERIODS: Final = (
    (7, QT_TRANSLATE_NOOP("ui", "the last 7 days")),
    (30, QT_TRANSLATE_NOOP("ui", "the last 30 days")),
    (0, QT_TRANSLATE_NOOP("ui", "at any time")),
)


class Lists(QWidget):
    """Read from the ledger when it is shown."""

    asked = Signal(str, object)
    """As of `OrderItem`."""
    record_asked = Signal(int)
    manifest_asked = Signal(object)
    """A `HandOver` whose parcels are to be listed on paper."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._jobs = Jobs(desk, self)
        self._number = 0
        self.which = Segmented(
            [
                (ORDERS, translate("ui", "Pickup orders")),
                (HAND_OVERS, translate("ui", "Hand-overs")),
            ],
            name=translate("ui", "Which list"),
        )
        self.which.set_value(ORDERS)
        self.state, self.period = QComboBox(), QComboBox()
        self.words = QLineEdit()
        self.orders = OrderItems(dated=True)
        self.hand_overs = HandOverItems()
        self.told = Words("", tone="text2")
        self._typed = QTimer(self, singleShot=True, interval=TYPED_AFTER)
        self._fill()
        self._lay_out()
        self._connect()

    def open(self, which: str) -> None:
        """Orders or hand-overs, and the keyboard goes there."""
        self.which.set_value(which)
        self._switch(which)
        if which == ORDERS:
            self.words.setFocus()
        else:
            focus_into(self.which)

    def refresh(self) -> None:
        """Read it anew."""
        self._number += 1
        chosen = self.state.currentData()
        work = partial(
            jobs.earlier,
            days=self.period.currentData(),
            words=self.words.text().strip(),
            state=PickupState(chosen) if chosen else None,
        )
        self._jobs.start(work, lane=TABLE, done=partial(self._read, self._number))

    def _read(self, number: int, found: Earlier) -> None:
        if number != self._number:
            return
        self.orders.say(found.lines[:MOST])
        self.hand_overs.say(found.hand_overs[:MOST])
        of_orders = self.which.value() == ORDERS
        count = len(found.lines) if of_orders else len(found.hand_overs)
        if not count:
            self.told.say(
                translate("ui", "No order fits. Choose another time or state.")
                if of_orders
                else translate("ui", "Nothing was handed over yet.")
            )
        elif count > MOST:
            words = translate("ui", "The newest {count} are shown; search for others.")
            self.told.say(words.format(count=MOST))
        else:
            self.told.say("")

    def _fill(self) -> None:
        self.state.addItem(translate("ui", "every state"), "")
        for state in PickupState:
            self.state.addItem(state_words(state), state.value)
        for days, words in _PERIODS:
            self.period.addItem(translate("ui", words), days)
        self.period.setCurrentIndex(1)
        self.state.setAccessibleName(translate("ui", "State"))
        self.period.setAccessibleName(translate("ui", "When"))
        search = translate("ui", "Number, place or order")
        self.words.setPlaceholderText(search)
        self.words.setAccessibleName(search)
        wide = self.words.fontMetrics().horizontalAdvance(search)
        self.words.setMinimumWidth(wide + 2 * look.EDGE)

    def _lay_out(self) -> None:
        self._filters = Flow(self.state, self.period, self.words)
        bar = Ground("surface", lines=(Qt.Edge.BottomEdge,))
        row = QHBoxLayout(bar)
        row.setContentsMargins(look.EDGE, look.GAP, look.EDGE, look.GAP)
        row.setSpacing(look.PAD)
        row.addWidget(self.which, 0, Qt.AlignmentFlag.AlignLeft)
        row.addWidget(self._filters, 1)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(look.EDGE, look.PAD, look.EDGE, look.PAD)
        self._stack = Stack()
        self._stack.addWidget(self.orders)
        self._stack.addWidget(self.hand_overs)
        column.addWidget(self.told)
        column.addWidget(self._stack)
        column.addStretch()
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidget(inside)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(bar)
        layout.addWidget(self._area, 1)

    def _connect(self) -> None:
        self.which.changed.connect(self._switch)
        self.state.currentIndexChanged.connect(self.refresh)
        self.period.currentIndexChanged.connect(self.refresh)
        self.words.textChanged.connect(lambda _: self._typed.start())
        self._typed.timeout.connect(self.refresh)
        self.orders.asked.connect(self.asked)
        self.hand_overs.record_asked.connect(self.record_asked)
        self.hand_overs.manifest_asked.connect(self.manifest_asked)

    def _switch(self, which: str) -> None:
        self._filters.setVisible(which == ORDERS)
        self._stack.setCurrentIndex(0 if which == ORDERS else 1)
        self.refresh()


class HandOverItems(QWidget):
    """Hand-overs that have ended."""

    record_asked = Signal(int)
    manifest_asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.items: list[HandOverItem] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(look.GAP)
        self._column.addStretch()

    def say(self, found: Sequence[HandOver]) -> None:
        """Show these."""
        for number, one in enumerate(found):
            if number == len(self.items):
                item = HandOverItem()
                item.record_asked.connect(self.record_asked)
                item.manifest_asked.connect(self.manifest_asked)
                self.items.append(item)
                self._column.insertWidget(self._column.count() - 1, item)
            self.items[number].say(one)
            self.items[number].show()
        for spare in self.items[len(found) :]:
            spare.hide()


class HandOverItem(QWidget):
    """When, by whom, how many; its record and its list on paper."""

    record_asked = Signal(int)
    manifest_asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._one: HandOver | None = None
        self.words = Words("", bold=True)
        self.detail = Words("", tone="text2")
        self.record = KeyButton(translate("ui", "Print record"), icon="printer", kind="header")
        self.manifest = KeyButton(translate("ui", "Print list"), icon="printer", kind="header")
        self.record.clicked.connect(self._ask_record)
        self.manifest.clicked.connect(lambda: self.manifest_asked.emit(self._one))
        texts = QVBoxLayout()
        texts.setSpacing(2)
        texts.addWidget(self.words)
        texts.addWidget(self.detail)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 4, 0, 4)
        row.setSpacing(look.GAP)
        row.addLayout(texts, 1)
        row.addWidget(self.manifest)
        row.addWidget(self.record)

    def say(self, one: HandOver) -> None:
        """Show that one."""
        self._one = one
        when = moment_words(one.started_at)
        counted = translate("ui", "handed over: {handed} of {expected}")
        counted = counted.format(handed=one.handed, expected=one.expected)
        self.words.say(f"{when} · {counted}")
        self.detail.say(", ".join(part for part in (one.operator, one.station) if part))
        self.manifest.setEnabled(one.handed > 0)
        for button in (self.record, self.manifest):
            button.setAccessibleName(f"{button.words()}, {when}")

    def _ask_record(self) -> None:
        if self._one is not None:
            self.record_asked.emit(self._one.id)
