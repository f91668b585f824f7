"""The shapes of the states: one painter for table, chips, notices, status bar and station.

Drawn on a grid of 16; what is cut out of a full shape lets the ground show through, so that one drawing fits
both looks. A shape never stands without its word.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from functools import cache
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPainterPathStroker, QPaintEvent
from PySide6.QtWidgets import QWidget

from inpost_desk.domain.stage import Stage
from inpost_desk.ui import look
from inpost_desk.ui.look import State

GRID: Final = 16


class Shape(StrEnum):
    """A shape and what it stands for."""

    CIRCLE = "circle"
    """Ready."""
    ARC = "arc"
    """Under way; turns."""
    DOT = "dot"
    """Bought."""
    LABEL = "label"
    TICK = "tick"
    """Done."""
    TRIANGLE = "triangle"
    """To be mended, attention."""
    OCTAGON = "octagon"
    """Refused, stop."""
    DIAMOND = "diamond"
    """Not sure, a question."""
    SQUARES = "squares"
    """Twice."""
    PAUSE = "pause"
    """Waits."""
    SLASH = "slash"
    """Cancelled, not to be had."""
    INFO = "info"
    CONNECTED = "connected"
    CUT = "cut"
    """Not connected."""
    VIEWFINDER = "viewfinder"
    """A scan is awaited; `BARS` stands in it."""
    BARS = "bars"
    PRINTER = "printer"
    """Handed over to the printer, which does not tell."""


STAGE_LOOK: Final[dict[Stage, tuple[Shape, State]]] = {
    Stage.READY: (Shape.CIRCLE, State.QUIET),
    Stage.TO_FIX: (Shape.TRIANGLE, State.WARNING),
    Stage.QUESTION: (Shape.SQUARES, State.WARNING),
    Stage.DUPLICATE: (Shape.SQUARES, State.QUIET),
    Stage.HELD: (Shape.PAUSE, State.QUIET),
    Stage.SAME_PARCEL: (Shape.SQUARES, State.QUIET),
    Stage.UNDER_WAY: (Shape.ARC, State.INFORMATION),
    Stage.UNSURE: (Shape.DIAMOND, State.WARNING),
    Stage.OFFERED: (Shape.CIRCLE, State.WARNING),
    Stage.UNPAID: (Shape.TRIANGLE, State.WARNING),
    Stage.REFUSED: (Shape.OCTAGON, State.ERROR),
    Stage.REPLACED: (Shape.SLASH, State.QUIET),
    Stage.BOUGHT: (Shape.DOT, State.INFORMATION),
    Stage.BAD_LABEL: (Shape.OCTAGON, State.ERROR),
    Stage.LABEL: (Shape.LABEL, State.INFORMATION),
    Stage.PRINTING: (Shape.ARC, State.INFORMATION),
    Stage.MAYBE_PRINTED: (Shape.DIAMOND, State.WARNING),
    Stage.PRINTED: (Shape.TICK, State.DONE),
}


def paint(painter: QPainter, shape: Shape, rect: QRectF, colour: str, *, angle: float = 0) -> None:
    """Paint a shape into the middle of `rect`; `angle`, in degrees clockwise, turns the arc."""
    size = min(rect.width(), rect.height())
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(rect.center())
    painter.scale(size / GRID, size / GRID)
    if angle:
        painter.rotate(angle)
    painter.translate(-GRID / 2, -GRID / 2)
    if shape is Shape.ARC:
        rest = QColor(colour)
        rest.setAlphaF(0.3)
        painter.fillPath(_ring(), rest)
    painter.fillPath(_path(shape), QColor(colour))
    painter.restore()


class ShapeLabel(QWidget):
    """A shape as a widget. Its word stands beside it, so screen readers skip it."""

    def __init__(self, shape: Shape, state: State = State.QUIET, size: int = 16) -> None:
        super().__init__()
        self._shape, self._state, self._size = shape, state, size
        self.setFixedSize(size, size)

    def set_shape(self, shape: Shape, state: State) -> None:
        """Show another shape."""
        self._shape, self._state = shape, state
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        """The shape's own size."""
        return QSize(self._size, self._size)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint the shape in the ink of its state."""
        del event
        painter = QPainter(self)
        paint(painter, self._shape, QRectF(self.rect()), look.colours().ink(self._state))
        painter.end()


@cache
def _path(shape: Shape) -> QPainterPath:
    return _DRAWINGS[shape]()


def _stroked(line: QPainterPath, width: float, *, round_ends: bool = False) -> QPainterPath:
    stroker = QPainterPathStroker()
    stroker.setWidth(width)
    stroker.setCapStyle(Qt.PenCapStyle.RoundCap if round_ends else Qt.PenCapStyle.FlatCap)
    stroker.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    return stroker.createStroke(line)


def _lines(*strokes: tuple[tuple[float, float], ...]) -> QPainterPath:
    path = QPainterPath()
    for stroke in strokes:
        path.moveTo(*stroke[0])
        for point in stroke[1:]:
            path.lineTo(*point)
    return path


def _polygon(*points: tuple[float, float]) -> QPainterPath:
    path = _lines(points)
    path.closeSubpath()
    return path


def _round(x: float, y: float, radius: float) -> QPainterPath:
    path = QPainterPath()
    path.addEllipse(QPointF(x, y), radius, radius)
    return path


def _box(x: float, y: float, width: float, height: float, radius: float = 0) -> QPainterPath:
    path = QPainterPath()
    path.addRoundedRect(QRectF(x, y, width, height), radius, radius)
    return path


def _ring(outer: float = 6.5, inner: float = 4.6) -> QPainterPath:
    return _round(8, 8, outer).subtracted(_round(8, 8, inner))


def _arc() -> QPainterPath:
    line = QPainterPath()
    box = QRectF(2.45, 2.45, 11.1, 11.1)
    line.arcMoveTo(box, 90)
    line.arcTo(box, 90, 245)
    return _stroked(line, 1.9)


def _label() -> QPainterPath:
    frame = _box(1.5, 1.5, 13, 13, 1).subtracted(_box(3.1, 3.1, 9.8, 9.8))
    bars = _box(4.6, 4.6, 1.2, 4.4), _box(6.6, 4.6, 1.9, 4.4), _box(9.4, 4.6, 2, 4.4)
    for bar in (*bars, _box(4.6, 10.2, 6.8, 1.3)):
        frame = frame.united(bar)
    return frame


def _tick() -> QPainterPath:
    tick = _stroked(_lines(((4.5, 8.2), (7, 10.7), (11.6, 5.7))), 1.9)
    return _round(8, 8, 7).subtracted(tick)


def _triangle() -> QPainterPath:
    solid = _polygon((8, 2.2), (14.5, 13.6), (1.5, 13.6))
    solid = solid.united(_stroked(solid, 1.4))
    return solid.subtracted(_box(7.1, 5.8, 1.8, 4.4)).subtracted(_box(7.1, 11.2, 1.8, 1.8))


def _octagon() -> QPainterPath:
    a, b = 1 + 4.1, 15 - 4.1
    solid = _polygon((a, 1), (b, 1), (15, a), (15, b), (b, 15), (a, 15), (1, b), (1, a))
    cross = _stroked(_lines(((5.2, 5.2), (10.8, 10.8)), ((10.8, 5.2), (5.2, 10.8))), 1.9)
    return solid.subtracted(cross)


def _diamond() -> QPainterPath:
    solid = _polygon((8, 0.9), (15.1, 8), (8, 15.1), (0.9, 8))
    hook = QPainterPath(QPointF(5.9, 6.6))
    hook.cubicTo(QPointF(5.9, 3.6), QPointF(10.1, 3.6), QPointF(10.1, 6.4))
    hook.cubicTo(QPointF(10.1, 8), QPointF(8, 8), QPointF(8, 9.9))
    return solid.subtracted(_stroked(hook, 1.6)).subtracted(_box(7.1, 10.8, 1.8, 1.8))


def _squares() -> QPainterPath:
    front = _box(5.5, 5.5, 9, 9).subtracted(_box(7.1, 7.1, 5.8, 5.8))
    back = _stroked(_lines(((3.6, 10.5), (2.3, 10.5), (2.3, 2.3), (10.5, 2.3), (10.5, 3.6))), 1.6)
    return front.united(back)


def _pause() -> QPainterPath:
    return _ring().united(_box(5.7, 5.3, 1.6, 5.4)).united(_box(8.7, 5.3, 1.6, 5.4))


def _slash() -> QPainterPath:
    return _ring().united(_stroked(_lines(((3.6, 12.4), (12.4, 3.6))), 1.7))


def _info() -> QPainterPath:
    solid = _box(1.5, 1.5, 13, 13, 2)
    return solid.subtracted(_box(7.1, 4, 1.8, 1.8)).subtracted(_box(7.1, 7, 1.8, 5))


def _cut() -> QPainterPath:
    ring = _ring(5.6, 3.8)
    strike = _lines(((2.6, 13.4), (13.4, 2.6)))
    return ring.subtracted(_stroked(strike, 4)).united(_stroked(strike, 1.6))


def _viewfinder() -> QPainterPath:
    corners = (
        ((0.8, 5.2), (0.8, 0.8), (5.2, 0.8)),
        ((10.8, 0.8), (15.2, 0.8), (15.2, 5.2)),
        ((15.2, 10.8), (15.2, 15.2), (10.8, 15.2)),
        ((5.2, 15.2), (0.8, 15.2), (0.8, 10.8)),
    )
    return _stroked(_lines(*corners), 1.3)


def _bars() -> QPainterPath:
    path = QPainterPath()
    for left, width in ((4, 0.7), (5.5, 1.2), (7.5, 0.6), (8.7, 0.6), (10, 0.6), (11.3, 0.9)):
        path.addRect(QRectF(left, 5.4, width, 5.2))
    return path


def _printer() -> QPainterPath:
    body = _box(0.8, 4.6, 14.4, 7.2, 1).subtracted(_box(3.2, 8.2, 9.6, 4))
    body = body.subtracted(_box(11.2, 5.9, 2, 1.2))
    paper = _box(4, 1.2, 8, 2.5).united(_box(4.2, 9.1, 7.6, 5.6))
    return body.united(
        paper.subtracted(_box(5.6, 10.8, 4.8, 0.9)).subtracted(_box(5.6, 12.6, 3, 0.9))
    )


_DRAWINGS: Final[dict[Shape, Callable[[], QPainterPath]]] = {
    Shape.CIRCLE: _ring,
    Shape.ARC: _arc,
    Shape.DOT: lambda: _ring().united(_round(8, 8, 2.4)),
    Shape.LABEL: _label,
    Shape.TICK: _tick,
    Shape.TRIANGLE: _triangle,
    Shape.OCTAGON: _octagon,
    Shape.DIAMOND: _diamond,
    Shape.SQUARES: _squares,
    Shape.PAUSE: _pause,
    Shape.SLASH: _slash,
    Shape.INFO: _info,
    Shape.CONNECTED: lambda: _round(8, 8, 4.6),
    Shape.CUT: _cut,
    Shape.VIEWFINDER: _viewfinder,
    Shape.BARS: _bars,
    Shape.PRINTER: _printer,
}
