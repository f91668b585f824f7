"""Grounds and lines."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from inpost_desk.ui import look
from inpost_desk.ui.look import State


class Card(QWidget):
    """A framed ground. Plain, in the tint of a state, or strong: the one card that asks for something."""

    def __init__(self, state: State | None = None, *, strong: bool = False) -> None:
        super().__init__()
        self._state, self._strong, self._current = state, strong, False

    def set_state(self, state: State | None) -> None:
        """Take the tint of that state, or the plain ground."""
        self._state = state
        self.update()

    def set_current(self, current: bool) -> None:  # noqa: FBT001
        """Mark it as the one the keys mean: tint and the bar at the left, as a selected row has."""
        self._current = current
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint ground and frame."""
        del event
        worn = look.colours()
        painter = QPainter(self)
        if self._current:
            painter.fillRect(self.rect(), QColor(worn.selected))
            painter.fillRect(0, 0, 4, self.height(), QColor(worn.accent))
            painter.end()
            return
        ground, line = worn.surface, worn.text if self._strong else worn.line
        if self._state is not None:
            ground, line = worn.tint(self._state), worn.line_of(self._state)
        width = 2 if self._strong else 1
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(line), width))
        painter.setBrush(QColor(ground))
        half = width / 2
        painter.drawRoundedRect(
            QRectF(self.rect()).adjusted(half, half, -half, -half),
            look.RADIUS_CARD,
            look.RADIUS_CARD,
        )
        painter.end()


class Line(QWidget):
    """A line of one pixel between two parts."""

    def __init__(self, orientation: Qt.Orientation = Qt.Orientation.Horizontal) -> None:
        super().__init__()
        fixed, free = QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding
        if orientation == Qt.Orientation.Horizontal:
            self.setFixedHeight(1)
            self.setSizePolicy(free, fixed)
        else:
            self.setFixedWidth(1)
            self.setSizePolicy(fixed, free)

    def sizeHint(self) -> QSize:  # noqa: N802
        """One pixel; the layout stretches it."""
        return QSize(1, 1)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint the line."""
        del event
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(look.colours().line))
        painter.end()


class Ground(QWidget):
    """A plain ground: "surface", "quiet", "window" or "desk", with lines at the edges named."""

    def __init__(self, tone: str = "surface", *, lines: Iterable[Qt.Edge] = ()) -> None:
        super().__init__()
        self._tone, self._lines = tone, tuple(lines)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint ground and lines."""
        del event
        worn = look.colours()
        grounds = {"surface": worn.surface, "quiet": worn.quiet, "window": worn.window}
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(grounds.get(self._tone, worn.desk)))
        wide, tall = self.width(), self.height()
        places = {
            Qt.Edge.TopEdge: (0, 0, wide, 1),
            Qt.Edge.BottomEdge: (0, tall - 1, wide, 1),
            Qt.Edge.LeftEdge: (0, 0, 1, tall),
            Qt.Edge.RightEdge: (wide - 1, 0, 1, tall),
        }
        for edge in self._lines:
            painter.fillRect(*places[edge], QColor(worn.line))
        painter.end()
