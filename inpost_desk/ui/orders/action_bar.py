"""The bottom bar of the Orders page: what the main button would do, a run's progress, how it ended.

It only shows and asks. Each mode is a widget of its own in the same place; going from one to the next leaves
the keyboard with the bar, so that a key pressed twice never presses a button that has just come.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from inpost_desk.ui import look
from inpost_desk.ui.kit import Heading, KeyButton, Link, ShapeLabel, Text
from inpost_desk.ui.kit_narrow import NarrowRow
from inpost_desk.ui.look import Role, State
from inpost_desk.ui.orders.bar_idle import IdleBar
from inpost_desk.ui.orders.bar_modes import Ended, Idle, PaymentStop, Running
from inpost_desk.ui.orders.bar_parts import button_row, by_stage, shape_and_words
from inpost_desk.ui.orders.bar_running import RunningBar
from inpost_desk.ui.orders.fitting import FittingText
from inpost_desk.ui.shapes import Shape
from inpost_desk.wording.speech import translate


class ActionBar(QWidget):
    """Shows one mode at a time."""

    create_and_print_asked = Signal()
    buy_only_asked = Signal()
    stop_asked = Signal()
    pay_again_asked = Signal()
    later_asked = Signal()
    result_asked = Signal()
    print_again_asked = Signal()
    new_file_asked = Signal()
    blocked_link_asked = Signal()
    doubts_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(translate("ui", "Buying and printing"))
        self._idle = IdleBar()
        self._running = RunningBar()
        self._payment = PaymentBar()
        self._ended = EndedBar()
        self._modes: tuple[QWidget, ...] = (self._idle, self._running, self._payment, self._ended)
        self._warning = False
        self._lay_out()
        self._connect()
        self._show(self._idle)

    def show_idle(self, shown: Idle) -> None:
        """Nothing runs: what could be bought."""
        self._idle.show_idle(shown)
        self._show(self._idle)

    def show_running(self, shown: Running) -> None:
        """A run is under way; call it as often as figures come."""
        self._running.show_running(shown)
        self._show(self._running)

    def show_payment(self, shown: PaymentStop) -> None:
        """The run stopped because InPost took no payment."""
        self._payment.show_payment(shown)
        self._show(self._payment)

    def show_ended(self, shown: Ended) -> None:
        """The run is over."""
        self._ended.show_ended(shown)
        self._show(self._ended)

    def press_main(self) -> None:
        """Ctrl+Enter: the main button of the mode, where it can be pressed. While a run is on: nothing."""
        buttons = {
            self._idle: self._idle.main,
            self._payment: self._payment.again,
            self._ended: self._ended.main,
        }
        button = next((buttons[mode] for mode in buttons if not mode.isHidden()), None)
        if button is not None:
            button.click()

    def press_stop(self) -> None:
        """Esc: stop after this one. Without a run: nothing."""
        if not self._running.isHidden():
            self._running.stop.click()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """The ground and the line above it."""
        del event
        worn = look.colours()
        ground = worn.tint(State.WARNING) if self._warning else worn.surface
        line = worn.line_of(State.WARNING) if self._warning else worn.line
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(ground))
        painter.fillRect(0, 0, self.width(), 1, QColor(line))
        painter.end()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 1, 0, 0)
        column.setSpacing(0)
        for mode in self._modes:
            mode.hide()
            column.addWidget(mode)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """The second press of a double click meets the next mode's button: it must not press that."""
        if event.type() is QEvent.Type.MouseButtonDblClick:
            return True
        return super().eventFilter(watched, event)

    def _connect(self) -> None:
        for button in self.findChildren(KeyButton):
            button.installEventFilter(self)
        self._idle.main.clicked.connect(self.create_and_print_asked)
        self._idle.buy.clicked.connect(self.buy_only_asked)
        self._idle.link.clicked.connect(self.blocked_link_asked)
        self._running.stop.clicked.connect(self.stop_asked)
        self._payment.again.clicked.connect(self.pay_again_asked)
        self._payment.later.clicked.connect(self.later_asked)
        self._ended.result.clicked.connect(self.result_asked)
        self._ended.again.clicked.connect(self.print_again_asked)
        self._ended.new.clicked.connect(self.new_file_asked)
        self._ended.doubts.clicked.connect(self.doubts_asked)

    def _show(self, shown: QWidget) -> None:
        if not shown.isHidden():
            return
        focus = self.window().focusWidget()
        held = focus is not None and self.isAncestorOf(focus)
        for mode in self._modes:
            mode.setVisible(mode is shown)
        if held:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        self._warning = shown is self._payment
        self.update()


class PaymentBar(NarrowRow):
    """Why InPost took no payment, and the button that tries once more."""

    def __init__(self) -> None:
        super().__init__()
        self.setMinimumHeight(look.BAR_RUNNING - 1)
        self._fact = Heading(translate("ui", "InPost did not take the payment"))
        self._fact.set_tone(State.WARNING)
        self._reason = Text("", wrap=True)
        self.later = KeyButton(translate("ui", "Later"))
        self.again = KeyButton("", key="Ctrl+Enter", kind="accent")
        words = shape_and_words(self._words, ShapeLabel(Shape.TRIANGLE, State.WARNING, 24))
        words.addWidget(self._fact)
        words.addWidget(self._reason)
        words.addStretch(1)
        row = button_row(self._buttons, gap=look.GAP)
        row.addWidget(self.later)
        row.addWidget(self.again)
        self._set_parts(look.PAD)

    def show_payment(self, shown: PaymentStop) -> None:
        """Show the reason and how many parcels wait."""
        self._reason.setText(shown.reason)
        self.again.set_text(translate("ui", "Pay again ({count})").format(count=shown.count))
        self._fit()


class EndedBar(NarrowRow):
    """How the run ended, and what can be done now."""

    def __init__(self) -> None:
        super().__init__()
        self.setMinimumHeight(look.BAR_RUNNING - 1)
        self._shape = ShapeLabel(Shape.TICK, State.DONE, 24)
        self._fact = FittingText(Role.HEADING)
        self._left = Text("", tone="text2", wrap=True)
        self.doubts = Link(translate("ui", "Did these labels come out?"))
        self.again = KeyButton(translate("ui", "Print again from…"), icon="printer")
        self.new = KeyButton(translate("ui", "New file"), key="Ctrl+O", icon="import")
        self.result = KeyButton(translate("ui", "Open the result"), key="Ctrl+Enter", kind="main")
        words = shape_and_words(self._words, self._shape)
        words.addWidget(self._fact)
        words.addWidget(self._left)
        words.addWidget(self.doubts, 0, Qt.AlignmentFlag.AlignLeft)
        words.addStretch(1)
        row = button_row(self._buttons, gap=look.GAP)
        for button in (self.again, self.new, self.result):
            row.addWidget(button)
        self._set_parts(look.PAD)

    @property
    def main(self) -> KeyButton:
        """What Ctrl+Enter presses."""
        return self.new if self.result.isHidden() else self.result

    def show_ended(self, shown: Ended) -> None:
        """Show the figures."""
        whole = shown.done >= shown.total
        shape, state = (Shape.TICK, State.DONE) if whole else (Shape.TRIANGLE, State.WARNING)
        self._shape.set_shape(shape, state)
        fact = translate("ui", "Done: {done} of {total} labels")
        figures = f"{shown.done} / {shown.total}"
        self._fact.set_wordings([fact.format(done=shown.done, total=shown.total), figures])
        parts = [one for one in (by_stage(shown.trouble), shown.note) if one]
        self._left.setText(" · ".join(parts))
        self._left.setVisible(bool(parts))
        self.doubts.setVisible(bool(shown.doubted))
        self.again.setVisible(shown.printed)
        self.result.setVisible(shown.result)
        self._fit()
