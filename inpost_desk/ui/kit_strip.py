"""The strip for notices: one line above the page, never a window over it.

It shows what it is given; which notice is on top is the main window's business.
"""

from __future__ import annotations

from html import escape
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from inpost_desk.ui import look
from inpost_desk.ui.kit_button import KeyButton
from inpost_desk.ui.kit_cap import KeyCap
from inpost_desk.ui.kit_text import Caption
from inpost_desk.ui.look import Role, State
from inpost_desk.ui.shapes import Shape, ShapeLabel
from inpost_desk.wording.speech import translate

_SHAPES: Final = {
    State.INFORMATION: Shape.INFO,
    State.DONE: Shape.TICK,
    State.WARNING: Shape.TRIANGLE,
    State.ERROR: Shape.OCTAGON,
    State.QUIET: Shape.INFO,
}
_STRONG: Final = '<span style="font-weight:600">{fact}</span>'


class NoticeBar(QWidget):
    """Shape, fact, consequence, time, one button, how many lie under it, and close."""

    pressed = Signal()
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._state = State.INFORMATION
        self.setMinimumHeight(look.STRIP)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._mark = ShapeLabel(Shape.INFO, State.INFORMATION, 18)
        self._words = QLabel()
        self._words.setTextFormat(Qt.TextFormat.RichText)
        self._words.setWordWrap(True)
        self._words.setContentsMargins(0, 5, 0, 5)
        self._words.setFont(look.font(Role.BODY))
        self._time = Caption()
        self.button = _StripButton("", key="F4", kind="header")
        self.button.clicked.connect(self.pressed)
        self._more = KeyCap("")
        self.close_button = KeyButton("", icon="close", kind="quiet")
        self.close_button.clicked.connect(self.closed)
        self._lay_out()
        self.hide()

    def _lay_out(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(look.EDGE, 4, look.PAD, 4)
        layout.setSpacing(12)
        layout.addWidget(self._mark)
        layout.addWidget(self._words, 1)
        for widget in (self._time, self.button, self._more, self.close_button):
            layout.addWidget(widget)

    def show_notice(
        self,
        state: str,
        fact: str,
        consequence: str = "",
        button: str = "",
        more: int = 0,
        *,
        time: str = "",
        shape: Shape | None = None,
    ) -> None:
        """Show that notice; `shape` where another than the state's own says more."""
        self._state = State(state)
        self._mark.set_shape(shape or _SHAPES[self._state], self._state)
        self._words.setText(f"{_STRONG.format(fact=escape(fact))}&nbsp; {escape(consequence)}")
        self._time.setText(time)
        self._time.setVisible(bool(time))
        self.button.set_text(button)
        self.button.setVisible(bool(button))
        self._more.set_text(translate("ui", "{n} more").format(n=more))
        self._more.setVisible(more > 0)
        self.close_button.setAccessibleName(translate("ui", "Close the notice"))
        self.close_button.setAccessibleDescription("Shift+F4")
        self.setAccessibleName(f"{fact} {consequence}".strip())
        self.show()
        self.updateGeometry()
        self.update()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint tint and lower line."""
        del event
        worn = look.colours()
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(worn.tint(self._state)))
        line = QRectF(0, self.height() - 1, self.width(), 1)
        painter.fillRect(line, QColor(worn.line_of(self._state)))
        painter.end()


class _StripButton(KeyButton):
    """A little lower than in a header, so that the strip's tint goes round it."""

    def sizeHint(self) -> QSize:  # noqa: N802
        """Four pixels lower, as long as its words allow it."""
        size = super().sizeHint()
        return QSize(size.width(), max(size.height() - 4, self.fontMetrics().height() + 8))
