"""The status bar, always in one order: where, connection, what runs, printer.

Only what runs is shortened where room is short; it stands in full on its page, and where the mouse rests.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QHelpEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolTip, QWidget

from inpost_desk.ui import look
from inpost_desk.ui.icons import paint_icon
from inpost_desk.ui.kit_button import KeyButton
from inpost_desk.ui.kit_cap import cap_font, cap_size
from inpost_desk.ui.kit_card import Line
from inpost_desk.ui.kit_progress import Progress
from inpost_desk.ui.kit_text import Text
from inpost_desk.ui.look import Role, State
from inpost_desk.ui.shapes import Shape, ShapeLabel

_REAL = "production"


class StatusPart(QWidget):
    """One part: shape, text, and while something runs a bar with the time left."""

    def __init__(self, name: str, *, elided: bool = False, icon: str = "") -> None:
        super().__init__()
        self._name = name
        self._mark = ShapeLabel(Shape.CONNECTED, State.QUIET, 12)
        self._mark.hide()
        self._bold = Text("", Role.CAPTION, bold=True)
        self._text = _Elided() if elided else Text("", Role.CAPTION, tone="text2")
        self._progress = Progress()
        self._progress.setFixedWidth(120)
        self._left = Text("", Role.CAPTION, tone="text2")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(look.PAD, 0, look.PAD, 0)
        layout.setSpacing(look.GAP)
        layout.addWidget(self._mark)
        if icon:
            layout.addWidget(_Icon(icon))
        layout.addWidget(self._bold)
        for widget in (self._text, self._progress, self._left):
            layout.addWidget(widget)
        if elided:
            layout.addStretch(1)
        self.set_progress(0, 0)
        self.show_state(None, State.QUIET, "")

    def show_state(self, shape: Shape | None, state: State, text: str, *, bold: str = "") -> None:
        """Show that shape and text, `bold` in front of it."""
        self._mark.setVisible(shape is not None)
        if shape is not None:
            self._mark.set_shape(shape, state)
        self._bold.setText(bold)
        self._bold.setVisible(bool(bold))
        self._text.setText(text)
        self.setAccessibleName(f"{self._name}: {bold} {text}".replace("  ", " ").strip())

    def set_progress(self, value: int, most: int, text: str = "") -> None:
        """Show the bar with `text` (time left) behind it; nothing to do hides both."""
        self._progress.set(value, most)
        self._progress.setAccessibleName(self._name)
        self._progress.setVisible(most > 0)
        self._left.setText(text)
        self._left.setVisible(bool(text) and most > 0)

    def text(self) -> str:
        """All it says."""
        return " ".join(part.text() for part in (self._bold, self._text) if part.text())


class StatusBar(QWidget):
    """The four parts. `organisation` opens the list of accounts where there are several."""

    organisation_pressed = Signal()

    def __init__(self, names: tuple[str, str, str]) -> None:
        """`names`: what connection, work and printer are called when read out."""
        super().__init__()
        self.setMinimumHeight(look.STATUS)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._environment = _EnvironmentCap()
        self.organisation = _Organisation("", kind="quiet")
        self.organisation.clicked.connect(self.organisation_pressed)
        self.connection = StatusPart(names[0])
        self.work = StatusPart(names[1], elided=True)
        self.printer = StatusPart(names[2], icon="printer")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(look.PAD, 1, look.PAD, 0)
        layout.setSpacing(0)
        layout.addWidget(self._environment)
        layout.addWidget(self.organisation)
        layout.addSpacing(look.GAP)
        upright = Qt.Orientation.Vertical
        for widget in (Line(upright), self.connection, Line(upright)):
            layout.addWidget(widget)
        layout.addWidget(self.work, 1)
        layout.addWidget(Line(upright))
        layout.addWidget(self.printer)
        self.set_environment(_REAL, "", "")

    def set_environment(
        self, kind: str, word: str, organisation: str, *, several: bool = False
    ) -> None:
        """Show the word of the environment and whose account is open; `several`: others can be chosen."""
        self._environment.say(kind, word)
        self.organisation.set_text(organisation)
        self.organisation.set_icon_behind("chevron-down" if several else "")
        self.organisation.setEnabled(several)
        self.organisation.setVisible(bool(organisation))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint ground and upper line."""
        del event
        worn = look.colours()
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(worn.surface))
        painter.fillRect(0, 0, self.width(), 1, QColor(worn.line))
        painter.end()


class _EnvironmentCap(QWidget):
    """The environment's word: bordered where it is real, on plum where it is not."""

    def __init__(self) -> None:
        super().__init__()
        self._kind, self._word = _REAL, ""
        font = cap_font()
        font.setBold(True)
        font.setLetterSpacing(font.SpacingType.AbsoluteSpacing, 0.4)
        self.setFont(font)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def say(self, kind: str, word: str) -> None:
        self._kind, self._word = kind, word
        self.setAccessibleName(word)
        self.setVisible(bool(word))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        size = cap_size(self._word, self.font())
        return QSize(round(size.width()) + 4, round(size.height()))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        del event
        worn = look.colours()
        real = self._kind not in ("demo", "sandbox")
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(worn.control_border if real else worn.not_real), 1))
        painter.setBrush(QColor(worn.surface if real else worn.not_real))
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, 3, 3)
        painter.setPen(QColor(worn.text2 if real else worn.on_not_real))
        painter.setFont(self.font())
        metrics = QFontMetricsF(self.font())
        left = (self.width() - metrics.horizontalAdvance(self._word)) / 2
        base = self.height() / 2 + metrics.capHeight() / 2
        painter.drawText(QPointF(left, round(base)), self._word)
        painter.end()


class _Organisation(KeyButton):
    """Whose account is open. Only where there are several it can be pressed, and says so by its chevron."""

    def __init__(self, text: str, *, kind: str) -> None:
        super().__init__(text, kind=kind)
        self._behind = ""
        self.setFont(look.font(Role.CAPTION, bold=True))

    def set_icon_behind(self, icon: str) -> None:
        self._behind = icon
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        size = super().sizeHint()
        return QSize(
            size.width() + (20 if self._behind else 0),
            max(look.STATUS - 8, self.fontMetrics().height() + 4),
        )

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        del event
        worn = look.colours()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.isEnabled() and (self.underMouse() or self.isDown()):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(worn.desk if self.isDown() else worn.quiet))
            painter.drawRoundedRect(self.rect(), look.RADIUS, look.RADIUS)
        metrics = QFontMetricsF(self.font())
        painter.setFont(self.font())
        painter.setPen(QColor(worn.text))
        base = self.height() / 2 + metrics.capHeight() / 2
        painter.drawText(QPointF(8, round(base)), self.words())
        if self._behind:
            place = QRectF(self.width() - 24, self.height() / 2 - 7, 14, 14)
            paint_icon(painter, self._behind, place, worn.text2)
        painter.end()


class _Elided(Text):
    """A text that gives way; its end is cut where room is short, and the mouse brings up the whole."""

    def __init__(self) -> None:
        super().__init__("", Role.CAPTION, tone="text2")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(40, super().minimumSizeHint().height())

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            words = self.text() if self._shown() != self.text() else ""
            QToolTip.showText(event.globalPos(), words, self)
            return True
        return super().event(event)

    def _shown(self) -> str:
        metrics = QFontMetricsF(self.font())
        return metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        del event
        painter = QPainter(self)
        painter.setPen(QColor(look.colours().text2))
        painter.drawText(
            QRectF(self.rect()),
            Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft,
            self._shown(),
        )
        painter.end()


class _Icon(QWidget):
    """A small icon beside a text."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._icon = name
        self.setFixedSize(16, 16)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        del event
        painter = QPainter(self)
        paint_icon(painter, self._icon, QRectF(self.rect()), look.colours().text2)
        painter.end()
