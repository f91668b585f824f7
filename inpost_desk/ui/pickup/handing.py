"""Right on the Pickup page: parcels are scanned as the courier takes them, until none is left.

It shows and asks; `handing_over` does.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from inpost_desk.domain.hand_over import HandOver, ScanLine, Scanned
from inpost_desk.domain.pickup import PickupLine
from inpost_desk.ui import look
from inpost_desk.ui.kit import Ground, Heading, KeyButton, ShapeLabel, Stack, Text
from inpost_desk.ui.look import State
from inpost_desk.ui.orders.fitting import FittingText
from inpost_desk.ui.orders.panel_parts import AnswerButton, Told, Words
from inpost_desk.ui.pickup.counter import Counter
from inpost_desk.ui.pickup.done import Done
from inpost_desk.ui.pickup.order_item import order_number
from inpost_desk.ui.pickup.scan_list import LOOKS, ScanList, whose_words
from inpost_desk.ui.shapes import Shape
from inpost_desk.wording.pickups import in_hand_words
from inpost_desk.wording.speech import translate

KEY: Final = "F9"
FIELD_KEY: Final = "Ctrl+F"
BACK_KEY: Final = "Ctrl+Z"
PRINT_KEY: Final = "Ctrl+P"
EARLIER_KEY: Final = "Ctrl+H"
_CALM: Final = frozenset({Scanned.HANDED})
_OFFERED: Final = 4


class HandingColumn(QWidget):
    """Closed: what a hand-over can be begun with. Open: the counter and the scans."""

    begin_asked = Signal(object)
    """The `PickupLine` whose parcels are handed over; None for all that are ready."""
    close_asked = Signal()
    typed = Signal(str)
    """A number entered by hand."""
    take_back_asked = Signal()
    list_asked = Signal()
    """The list of the one that has ended, once more."""
    earlier_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._hand_over: HandOver | None = None
        self._folded = False
        self._offers: list[PickupLine | None] = []
        self.title = Heading(translate("ui", "Hand-over to the courier"))
        self.number = Text("", tone="text2")
        self._mark = ShapeLabel(Shape.CONNECTED, State.DONE, 12)
        self.listening = FittingText(tone="text2")
        self.counter = Counter()
        self.last = Told()
        self.scans = ScanList()
        self.field = NumberField()
        self.field.entered.connect(self.typed)
        self.close_button = KeyButton(translate("ui", "Close with missing…"), key=KEY)
        self.close_button.clicked.connect(self.close_asked)
        self.back_button = KeyButton(
            translate("ui", "Take back"), key=BACK_KEY, icon="undo", kind="quiet"
        )
        self.back_button.setAccessibleName(translate("ui", "Take the last scan back"))
        self.back_button.clicked.connect(self.take_back_asked)
        self.list_button = KeyButton(
            translate("ui", "Print the list again"), key=PRINT_KEY, icon="printer", kind="header"
        )
        self.list_button.clicked.connect(self.list_asked)
        self.earlier_button = KeyButton(
            translate("ui", "Earlier hand-overs"), key=EARLIER_KEY, icon="orders", kind="header"
        )
        self.earlier_button.clicked.connect(self.earlier_asked)
        self.done = Done()
        self.begin_words = Words("", tone="text2")
        self.ended = Told()
        self.answers = [AnswerButton() for _ in range(_OFFERED + 1)]
        for place, button in enumerate(self.answers):
            button.clicked.connect(lambda _=False, place=place: self._begin(place))
        self._lay_out()
        self.set_listening(hears=False)
        self.show_hand_over(None)
        self.set_offers((), 0)

    def hand_over(self) -> HandOver | None:
        """The open one."""
        return self._hand_over

    def show_hand_over(self, one: HandOver | None, order: str = "") -> None:
        """Show it as it stands; None: none is open. `order` is the number of its pickup."""
        self._hand_over = one
        self._head.setVisible(not self._folded or one is not None)
        if one is not None or self._stack.currentWidget() is not self.done:
            self._stack.setCurrentWidget(self._closed if one is None else self._open)
        self._line.setVisible(one is not None)
        self.number.setText(order if one is not None else "")
        if one is None:
            return
        self.counter.show_count(one.handed, one.expected)
        self.scans.show_lines(one.lines, one.missing)
        self._tell_last(one.lines[0] if one.lines else None)

    def set_offers(self, orders: Sequence[tuple[PickupLine, int]], ready: int) -> None:
        """What can be handed over: so many parcels of these orders, and so many without one."""
        self._offers = [*(one for one, _ in orders[:_OFFERED]), *([None] if ready else [])]
        counts = [*(count for _, count in orders[:_OFFERED]), ready]
        for place, button in enumerate(self.answers):
            offered = place < len(self._offers)
            told = translate("ui", "parcels: {count}")
            one = self._offers[place] if offered else None
            key = KEY if place == 0 else ""
            if not offered:
                button.say("", "")
            elif one is None:
                words = translate("ui", "All that are ready")
                button.say(key, words, told.format(count=ready))
            else:
                words = translate("ui", "Parcels of order {number}").format(
                    number=order_number(one)
                )
                button.say(key, words, told.format(count=counts[place]))
        self.begin_words.say(
            translate("ui", "When the courier is here: choose what goes, then scan each parcel.")
            if self._offers
            else translate("ui", "There is nothing to hand over now.")
        )

    def set_listening(self, *, hears: bool) -> None:
        """Whether a scan comes here."""
        shape, state = (Shape.CONNECTED, State.DONE) if hears else (Shape.CUT, State.QUIET)
        self._mark.set_shape(shape, state)
        words = translate("ui", "scans are heard") if hears else translate("ui", "not heard here")
        self.listening.set_wordings((words, ""))
        self.listening.setMaximumWidth(self.listening.sizeHint().width())

    def tell_ended(self, words: str, state: State = State.DONE, *, printable: bool = False) -> None:
        """Say how the last one ended, or nothing; `printable`: its list can be printed again."""
        shape = Shape.TICK if state is State.DONE else Shape.TRIANGLE
        self.ended.say(words, shape, state)
        self.ended.setVisible(bool(words))
        self.list_button.setVisible(bool(words) and printable)

    def set_folded(self, folded: bool) -> None:  # noqa: FBT001 - a slot
        """Under a tab that has its name it needs no heading."""
        self.title.setVisible(not folded)
        self._head.setMinimumHeight(0 if folded else look.CHIPS + look.GAP)
        self._head.setVisible(not folded or self._hand_over is not None)
        self._folded = folded

    def show_done(self, one: HandOver) -> None:
        """Say in large print that it is done, until `end_done`."""
        self.done.say(one.handed, one.expected)
        self._stack.setCurrentWidget(self.done)

    def end_done(self) -> None:
        """The usual again."""
        self._stack.setCurrentWidget(self._closed if self._hand_over is None else self._open)

    def begin_first(self) -> None:
        """F9: begin with what stands first, or close the open one."""
        if self._hand_over is not None:
            self.close_asked.emit()
        elif self._offers:
            self._begin(0)

    def _begin(self, place: int) -> None:
        if place < len(self._offers):
            self.begin_asked.emit(self._offers[place])

    def _tell_last(self, line: ScanLine | None) -> None:
        """What to do with the thing in the hand, where it is not the usual."""
        calm = line is None or line.what in _CALM
        self._told.setVisible(not calm)
        if line is None or calm:
            return
        whose, told = whose_words(line), in_hand_words(line)
        self.last.say(f"{whose}: {told}" if whose else told, *LOOKS[line.what])

    def _lay_out(self) -> None:
        head = self._head = Ground("surface", lines=(Qt.Edge.BottomEdge,))
        head.setMinimumHeight(look.CHIPS + look.GAP)
        row = QHBoxLayout(head)
        row.setContentsMargins(look.EDGE, 4, look.PAD, 4)
        row.setSpacing(look.GAP)
        row.addWidget(self.title)
        row.addWidget(self.number)
        self._line = QWidget()
        line = QHBoxLayout(self._line)
        line.setContentsMargins(0, 0, 0, 0)
        line.addStretch()
        line.addWidget(self._mark)
        line.addWidget(self.listening, 1000)
        row.addWidget(self._line, 1)
        self._closed, self._open = self._lay_out_closed(), self._lay_out_open()
        self._stack = Stack()
        self._stack.addWidget(self._closed)
        self._stack.addWidget(self._open)
        self._stack.addWidget(self.done)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(self._stack, 1)

    def _lay_out_closed(self) -> QWidget:
        ground = Ground("surface")
        column = QVBoxLayout(ground)
        column.setContentsMargins(look.EDGE, look.EDGE, look.EDGE, look.PAD)
        column.setSpacing(look.GAP)
        column.addWidget(self.ended)
        column.addWidget(self.list_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.tell_ended("")
        column.addWidget(self.begin_words)
        for button in self.answers:
            column.addWidget(button)
        column.addStretch()
        column.addWidget(self.earlier_button, 0, Qt.AlignmentFlag.AlignLeft)
        return ground

    def _lay_out_open(self) -> QWidget:
        ground = Ground("surface")
        self._told = QWidget()
        told = QVBoxLayout(self._told)
        told.setContentsMargins(look.EDGE, look.GAP, look.PAD, look.GAP)
        told.addWidget(self.last)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        under = Ground("surface")
        column = QVBoxLayout(under)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.scans)
        area.setWidget(under)
        area.setAccessibleName(translate("ui", "Scans"))
        foot = Ground("surface", lines=(Qt.Edge.TopEdge,))
        below = QVBoxLayout(foot)
        below.setContentsMargins(look.EDGE, look.GAP, look.PAD, look.GAP)
        below.setSpacing(look.GAP)
        row = QHBoxLayout()
        row.setSpacing(look.GAP)
        row.addWidget(self.field, 1)
        row.addWidget(self.back_button)
        below.addLayout(row)
        below.addWidget(self.close_button)
        column = QVBoxLayout(ground)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.counter)
        column.addWidget(self._told)
        column.addWidget(area, 1)
        column.addWidget(foot)
        return ground


class NumberField(QLineEdit):
    """For a torn label: the number typed, and Enter."""

    entered = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        words = translate("ui", "Number or its last 4 digits")
        self.setPlaceholderText(words)
        self.setAccessibleName(words)
        self.setToolTip(FIELD_KEY)
        self.setAccessibleDescription(translate("ui", "For a label that cannot be scanned"))
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 10)

    def event(self, event: QEvent) -> bool:
        """Where nothing is typed, Ctrl+Z takes a scan back."""
        undo = isinstance(event, QKeyEvent) and event.matches(QKeySequence.StandardKey.Undo)
        if undo and event.type() == QEvent.Type.ShortcutOverride and not self.text():
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Enter hands it over; the field is free again."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
            return
        text = self.text().strip()
        if text and not event.isAutoRepeat() and not event.modifiers() & _CONTROL:
            self.clear()
            self.entered.emit(text)
        elif event.modifiers() & _CONTROL:
            event.ignore()


_CONTROL: Final = Qt.KeyboardModifier.ControlModifier
