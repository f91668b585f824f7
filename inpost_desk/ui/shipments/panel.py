"""The side panel of the Shipments page: one shipment with all that is known of it and can be done with it.

It shows what it is given and says what was pressed; `deeds` does it.
"""

from __future__ import annotations

from functools import partial
from typing import Final

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from inpost_desk.domain.history import Detail, HistoryRow
from inpost_desk.domain.journey import NOTHING_TO_DO, Phase
from inpost_desk.ui import look
from inpost_desk.ui.kit import Card, KeyButton, Line, Link, Text
from inpost_desk.ui.kit_flow import Flow
from inpost_desk.ui.look import Role, State
from inpost_desk.ui.orders.columns import NARROW_SPACE, fours
from inpost_desk.ui.orders.panel_parts import Told, Words, column
from inpost_desk.ui.orders.panel_running import Picture
from inpost_desk.ui.shapes import Shape
from inpost_desk.ui.shipments.acts import (
    DONE_KEY,
    ICONS,
    KEYS,
    Act,
    act_words,
    reasons,
    why_not,
)
from inpost_desk.ui.shipments.jobs import Whole
from inpost_desk.ui.shipments.panel_way import FactsBox, WayBox, money
from inpost_desk.ui.shipments.status_look import is_open
from inpost_desk.wording.journey import concern_words, remedy_words
from inpost_desk.wording.speech import translate

COPY_KEY: Final = "Ctrl+C"
BELOW: Final = (Act.REPLACE, Act.PAY, Act.CANCEL)
"""Seldom, and with longer keys: not beside the picture."""


class HeadBox(QWidget):
    """Whose it is, what it cost, its number."""

    copy_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.reference = Words(role=Role.HEADING)
        self.name = Words(bold=True)
        self.price = Text("", bold=True)
        self.number = Words(role=Role.FIELD, tone="text2")
        self.copy = KeyButton("", key=COPY_KEY, icon="copy", kind="quiet")
        self.copy.setAccessibleName(translate("ui", "Copy the number"))
        self.copy.clicked.connect(self.copy_asked)
        top = QHBoxLayout()
        top.setSpacing(look.GAP)
        top.addWidget(self.reference, 1)
        top.addWidget(self.price, 0, Qt.AlignmentFlag.AlignTop)
        below = QHBoxLayout()
        below.setSpacing(look.GAP)
        below.addWidget(self.number, 1, Qt.AlignmentFlag.AlignVCenter)
        below.addWidget(self.copy)
        layout = column(self, margins=(look.PAD, 12, look.PAD, 6), spacing=2)
        layout.addLayout(top)
        layout.addWidget(self.name)
        layout.addLayout(below)

    def show_row(self, row: HistoryRow) -> None:
        """Show that head."""
        self.reference.say(row.reference or row.name or str(row.shipx_id))
        self.name.say(row.name if row.reference else "")
        self.price.setText(money(row.price))
        number = row.tracking_number
        self.number.say(
            # Where the text is large it breaks between the fours.
            fours(number).replace(NARROW_SPACE, " ")
            if number
            else translate("ui", "InPost has not given a number yet."),
            strong=number[-4:],
        )
        self.copy.setEnabled(bool(number))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint the line below."""
        del event
        painter = QPainter(self)
        line = QRect(0, self.height() - 1, self.width(), 1)
        painter.fillRect(line, QColor(look.colours().line))
        painter.end()


class ConcernBox(QWidget):
    """What is wrong and what to do about it; the key that says it is done, or takes that back."""

    done_asked = Signal(bool)
    """Whether it is dealt with."""

    def __init__(self) -> None:
        super().__init__()
        self._done = False
        self._card = Card(State.WARNING)
        self.what = Told(bold=True)
        self.remedy = Words()
        self.button = KeyButton("", key=DONE_KEY, kind="header")
        self.button.clicked.connect(lambda: self.done_asked.emit(not self._done))
        inside = column(self._card, margins=(12, 10, 12, 10), spacing=6)
        inside.addWidget(self.what)
        inside.addWidget(self.remedy)
        inside.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        layout = column(self, margins=(look.PAD, 12, look.PAD, 0))
        layout.addWidget(self._card)

    def show_row(self, row: HistoryRow) -> None:
        """Show its concern, or nothing where it has none."""
        self.setVisible(row.concern is not None)
        if row.concern is None:
            return
        self._done = row.handled
        soft = row.concern in NOTHING_TO_DO
        loud = is_open(row)
        self._card.set_state(State.WARNING if loud else None)
        shape = Shape.TRIANGLE if loud else Shape.TICK if row.handled else Shape.INFO
        state = State.WARNING if loud else State.QUIET
        words = concern_words(row.concern)
        if row.handled:
            words = translate("ui", "{what}: dealt with").format(what=words)
        self.what.say(words, shape, state)
        self.remedy.say(remedy_words(row.concern) if loud or soft else "")
        undo = translate("ui", "Take back “dealt with”")
        seen = translate("ui", "Seen") if soft else translate("ui", "Dealt with")
        self.button.set_text(undo if row.handled else seen)


class ActButtons(QWidget):
    """The label's picture beside a button for each act; those that cannot be pressed say why below."""

    asked = Signal(object)
    """An `Act`."""

    def __init__(self) -> None:
        super().__init__()
        self.picture = Picture()
        self.buttons: dict[Act, KeyButton] = {}
        for act in Act:
            button = KeyButton(act_words(act), key=KEYS[act], icon=ICONS[act], kind="header")
            button.clicked.connect(partial(self.asked.emit, act))
            self.buttons[act] = button
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setSpacing(12)
        self._row.addWidget(self.picture, 0, Qt.AlignmentFlag.AlignTop)
        self._row.addLayout(self._beside_picture(), 1)
        self.why = Told()
        layout = column(self, margins=(look.PAD, 12, look.PAD, 10), spacing=10)
        layout.addLayout(self._row)
        layout.addWidget(Flow(*(self.buttons[act] for act in BELOW)))
        layout.addWidget(self.why)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """The widest button alone."""
        widest = max(one.sizeHint().width() for one in self.buttons.values())
        return QSize(widest + 2 * look.PAD, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """The picture goes above the buttons where both do not fit beside each other."""
        super().resizeEvent(event)
        beside = max(self.buttons[act].sizeHint().width() for act in Act if act not in BELOW)
        room = self.width() - 2 * look.PAD - self._row.spacing() - self.picture.width()
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._row.setDirection(across if beside <= room else down)

    def _beside_picture(self) -> QVBoxLayout:
        acts = QVBoxLayout()
        acts.setSpacing(6)
        for act, button in self.buttons.items():
            if act not in BELOW:
                button.set_spread()
                acts.addWidget(button)
        acts.addStretch(1)
        return acts

    def show_whole(self, whole: Whole, *, printer: bool) -> None:
        """Enable what can be done with it."""
        row = whole.detail.row
        unpaid = row.phase is Phase.UNPAID
        for act, button in self.buttons.items():
            button.setEnabled(not why_not(act, whole, printer=printer))
            button.set_text(act_words(act, printed=row.printed))
            # Each of the two is of one half of a shipment's life.
            button.setVisible(act is not (Act.REPLACE if unpaid else Act.PAY))
        hidden = Act.REPLACE if unpaid else Act.PAY
        said = reasons(whole, printer=printer, but=hidden)
        self.why.setVisible(bool(said))
        if said:
            self.why.say(said, Shape.INFO, State.INFORMATION)

    def can(self, act: Act) -> bool:
        """Whether that button can be pressed."""
        button = self.buttons[act]
        return button.isEnabled() and not button.isHidden()


class CancelQuestion(QWidget):
    """Asked before a shipment that is not paid is cancelled."""

    agreed = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.words = Words(role=Role.FIELD, bold=True)
        self._more = Words(role=Role.CAPTION, tone="text2")
        self.agree = KeyButton("", key="Enter", kind="danger")
        self.leave = KeyButton("", key="Esc", kind="quiet")
        self.agree.clicked.connect(self._agree)
        self.leave.clicked.connect(self.drop)
        card = Card(State.WARNING)
        inside = column(card, margins=(12, 12, 12, 12), spacing=6)
        for one in (self.words, self._more, Flow(self.agree, self.leave)):
            inside.addWidget(one)
        column(self, margins=(look.PAD, 12, look.PAD, 0)).addWidget(card)
        self.hide()

    def ask(self, reference: str) -> None:
        """Ask about that one."""
        words = translate("ui", "Cancel {reference} at InPost?")
        self.words.say(words.format(reference=reference))
        self._more.say(
            translate("ui", "It is not paid. Once cancelled it cannot be bought any more.")
        )
        self.agree.set_text(translate("ui", "Cancel the shipment"))
        self.leave.set_text(translate("ui", "Leave it"))
        self.show()
        self.agree.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def drop(self) -> None:
        """Nothing is cancelled."""
        if not self.isHidden():
            self.hide()
            self.left.emit()

    def _agree(self) -> None:
        self.drop()
        self.agreed.emit()


class ShipmentPanel(QWidget):
    """One shipment, or the sentence that none is chosen."""

    replaced_asked = Signal(int)
    """The number of the shipment in its place, or of the one it is in the place of."""

    def __init__(self) -> None:
        super().__init__()
        self.whole: Whole | None = None
        self.head = HeadBox()
        self.question = CancelQuestion()
        self.concern = ConcernBox()
        self.acts = ActButtons()
        self.way = WayBox()
        self.facts = FactsBox()
        self.other = Link("")
        self.other.clicked.connect(self._go_to_other)
        self.empty = Words(tone="text2")
        self._line = Line()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self._scroll = QScrollArea()
        self._inside = QWidget()
        self._lay_out()
        self.show_nothing()

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Words and keys are never cut, however large the text is."""
        inside = self._inside.minimumSizeHint().width()
        bar = self._scroll.verticalScrollBar().sizeHint().width()
        wide = max(look.PANEL_SHIPMENT, inside + bar + 1)
        return QSize(wide, super().minimumSizeHint().height())

    def sizeHint(self) -> QSize:  # noqa: N802
        """The same: more room goes to the table."""
        return QSize(self.minimumSizeHint().width(), super().sizeHint().height())

    def stand_alone(self, alone: bool) -> None:  # noqa: FBT001 - as Qt's setters
        """Whether it has all the room, or is beside the table."""
        across = QSizePolicy.Policy.Expanding if alone else QSizePolicy.Policy.Fixed
        self.setSizePolicy(across, QSizePolicy.Policy.Expanding)

    def show_nothing(self) -> None:
        """No shipment is chosen."""
        self.whole = None
        self.question.drop()
        for one in self._parts():
            one.hide()
        self.empty.say(translate("ui", "Choose a shipment to see its label and its way."))

    def show_whole(self, whole: Whole, *, printer: bool, asking: bool) -> None:
        """Show that shipment."""
        detail = whole.detail
        if self.whole is None or self.whole.detail.row.id != detail.row.id:
            self.question.drop()
            self._scroll.verticalScrollBar().setValue(0)
        self.whole = whole
        self.empty.say("")
        for one in self._parts():
            one.show()
        self.head.show_row(detail.row)
        self.concern.show_row(detail.row)
        self.acts.show_whole(whole, printer=printer)
        self.way.show_detail(detail, asking=asking)
        self.facts.show_detail(detail)
        self._show_other(detail)

    def show_picture(self, image: QImage | None) -> None:
        """The label's picture, or the empty sheet."""
        self.acts.picture.show_image(image)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint the surface and the line to the table."""
        del event
        worn = look.colours()
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(worn.surface))
        painter.fillRect(0, 0, 1, self.height(), QColor(worn.line))
        painter.end()

    def _parts(self) -> tuple[QWidget, ...]:
        return (self.head, self.concern, self.acts, self._line, self.way, self.facts, self.other)

    def _lay_out(self) -> None:
        inside = column(self._inside, spacing=0)
        for part in (self.question, *self._parts()[1:-1]):
            inside.addWidget(part)
        inside.addWidget(Flow(self.other, margins=(look.PAD - 4, 0, look.PAD, look.PAD)))
        inside.addStretch(1)
        self._scroll.setWidget(self._inside)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.viewport().setAutoFillBackground(False)
        self._inside.setAutoFillBackground(False)
        layout = column(self, margins=(1, 0, 0, 0), spacing=0)
        layout.addWidget(self.head)
        layout.addWidget(self.empty)
        self.empty.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._scroll, 1)

    def _show_other(self, detail: Detail) -> None:
        if detail.replaced_by is not None:
            self.other.setText(translate("ui", "Show the shipment in its place"))
        elif detail.replaces is not None:
            self.other.setText(translate("ui", "Show the shipment it replaces"))
        self.other.setVisible(detail.replaced_by is not None or detail.replaces is not None)

    def _go_to_other(self) -> None:
        if self.whole is None:
            return
        detail = self.whole.detail
        other = detail.replaced_by if detail.replaced_by is not None else detail.replaces
        if other is not None:
            self.replaced_asked.emit(other)
