"""One choice out of a few that all stay visible."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QRadioButton, QSizePolicy, QWidget

from inpost_desk.ui import look
from inpost_desk.ui.kit_focus import frame_outside
from inpost_desk.ui.look import Role


class Segmented(QWidget):
    """A row of choices, one of them taken. One stop of Tab; the arrows choose."""

    changed = Signal(str)

    def __init__(
        self, choices: Iterable[tuple[str, str]], *, name: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._segments: dict[str, _Segment] = {}
        group = QButtonGroup(self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for key, text in choices:
            segment = _Segment(text, name)
            segment.toggled.connect(
                lambda taken, key=key: self.changed.emit(key) if taken else None
            )
            segment.toggled.connect(self._keep_stop)
            group.addButton(segment)
            layout.addWidget(segment, 1)
            self._segments[key] = segment
        made = list(self._segments.values())
        for index, segment in enumerate(made):
            segment.first, segment.last = index == 0, index == len(made) - 1

    def value(self) -> str:
        """The key of the choice taken, or ""."""
        return next((key for key, one in self._segments.items() if one.isChecked()), "")

    def set_value(self, key: str) -> None:
        """Take that choice without telling anyone."""
        if key in self._segments:
            blocked = self.blockSignals(True)
            self._segments[key].setChecked(True)
            self.blockSignals(blocked)

    def set_usable(self, key: str, usable: bool) -> None:  # noqa: FBT001
        """Whether that choice can be taken now."""
        self._segments[key].setEnabled(usable)

    def _keep_stop(self) -> None:
        """Tab comes to the choice taken from both sides; Qt knows that only after the first visit."""
        stops, other = Qt.FocusPolicy.StrongFocus, Qt.FocusPolicy.ClickFocus
        none = not self.value()
        for one in self._segments.values():
            one.setFocusPolicy(stops if none or one.isChecked() else other)


class _Segment(QRadioButton):
    """One of the choices: a radio button in everything but its looks."""

    def __init__(self, text: str, name: str) -> None:
        super().__init__(text.replace("&", "&&"))
        self.first = self.last = False
        self.setFont(look.font(Role.BODY))
        self.setAccessibleDescription(name)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        frame_outside(self)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Wide enough for its words in bold, so that choosing moves nothing."""
        metrics = QFontMetricsF(self._bold())
        wide = metrics.horizontalAdvance(self._words()) + 24
        return QSizeF(wide, max(float(look.BUTTON_HEADER), metrics.height() + 12)).toSize()

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """The same."""
        return self.sizeHint()

    def hitButton(self, pos: QPoint) -> bool:  # noqa: N802
        """All of it can be clicked, not only where a radio button has its ring."""
        del pos
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Enter takes it as Space does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint its part of the row."""
        del event
        worn = look.colours()
        taken = self.isChecked()
        ground = worn.text if taken else worn.quiet if self.underMouse() else worn.surface
        ink = worn.surface if taken else worn.text if self.isEnabled() else worn.text3
        if taken and not self.isEnabled():
            ground, ink = worn.desk, worn.text3
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(worn.control_border), 1))
        painter.setBrush(QColor(ground))
        painter.drawPath(self._outline())
        font = self._bold() if taken else self.font()
        metrics = QFontMetricsF(font)
        painter.setFont(font)
        painter.setPen(QColor(ink))
        left = (self.width() - metrics.horizontalAdvance(self._words())) / 2
        base = self.height() / 2 + metrics.capHeight() / 2
        painter.drawText(QPointF(round(left), round(base)), self._words())
        painter.end()

    def _outline(self) -> QPainterPath:
        """Round at the ends of the row only; the neighbour paints the line between."""
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5 if self.last else 0.5, -0.5)
        path = QPainterPath()
        path.addRoundedRect(box, look.RADIUS, look.RADIUS)
        square = QPainterPath()
        if not self.first:
            square.addRect(box.adjusted(0, 0, -box.width() / 2, 0))
        if not self.last:
            square.addRect(box.adjusted(box.width() / 2, 0, 0, 0))
        return path.united(square).simplified()

    def _bold(self) -> QFont:
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        return font

    def _words(self) -> str:
        return self.text().replace("&&", "&")
