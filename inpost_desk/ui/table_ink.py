"""What painted tables share: fonts that remember widths, shapes drawn once, cells in pieces of a weight.

Rows are not painted by a delegate: each cell would be a call from Qt into Python, and each of those waits for
the interpreter while a lane works. What stands in a cell, the table's own painter says.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Final, Generic, NamedTuple, TypeVar

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPixmap

from inpost_desk.ui import look
from inpost_desk.ui.look import Role
from inpost_desk.ui.shapes import Shape, paint

CELL_PAD: Final = 6
SHAPE: Final = 14
SHAPE_GAP: Final = 8
BAR: Final = 4
REMEMBERED: Final = 20_000
"""Widths of texts that are kept: Qt would lay each text out once to measure and once to paint it."""

Cut = Qt.TextElideMode
Row = TypeVar("Row")


class Weight(Enum):
    """How loud a piece of a cell is."""

    PLAIN = 0
    STRONG = 1
    SOFT = 2
    FAINT = 3


class Piece(NamedTuple):
    """A part of a cell's text."""

    text: str
    weight: Weight = Weight.PLAIN


Pieces = tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Line(Generic[Row]):
    """A row to be painted, and where."""

    y: int
    row: Row
    selected: bool


@dataclass(frozen=True, slots=True)
class Scene(Generic[Row]):
    """What the viewport shows: lines from top to bottom, columns with left edge and width."""

    lines: Sequence[Line[Row]]
    columns: Sequence[tuple[int, int, int]]
    width: int
    current: QRect | None
    angle: int = 0


@dataclass(frozen=True, slots=True)
class Box:
    """Where a cell lies."""

    x: int
    y: int
    width: int


class InkFont:
    """A font with what is asked of it hundreds of times a second."""

    def __init__(self, *, bold: bool) -> None:
        self.font = look.font(Role.TABLE, bold=bold)
        self.metrics = QFontMetrics(self.font)
        self._widths: dict[str, int] = {}
        self._cut: dict[tuple[str, int], str] = {}

    def width(self, text: str) -> int:
        found = self._widths.get(text)
        if found is None:
            if len(self._widths) > REMEMBERED:
                self._widths.clear()
            found = self._widths[text] = self.metrics.horizontalAdvance(text)
        return found

    def cut(self, text: str, room: int, where: Qt.TextElideMode) -> str:
        """The text, with dots there where there is too little room."""
        if self.width(text) <= room:
            return text
        found = self._cut.get((text, room))
        if found is None:
            if len(self._cut) > REMEMBERED:
                self._cut.clear()
            found = self._cut[text, room] = self.metrics.elidedText(text, where, max(room, 0))
        return found


class Ink(Generic[Row]):
    """Keeps fonts, measured texts and drawn shapes from one painting to the next."""

    right: frozenset[int] = frozenset()
    centred: frozenset[int] = frozenset()
    cut_left: frozenset[int] = frozenset()
    """Columns whose texts are told from one another by their end."""

    def __init__(self) -> None:
        self.renew()

    def renew(self) -> None:
        """Fonts or colours are others now."""
        self._plain, self._bold = InkFont(bold=False), InkFont(bold=True)
        self._shapes: dict[tuple[Shape, str, int, float], QPixmap] = {}
        self._made: dict[str, QColor] = {}
        metrics = self._plain.metrics
        self.row_height = max(look.TABLE_ROW, metrics.height() + 8)
        self._base = (self.row_height - 1 - metrics.height()) // 2 + metrics.ascent()

    def needed(self, words: str) -> int:
        """What words need at most, however they are written."""
        return self._bold.width(words)

    def width_of(self, parts: Pieces) -> int:
        """What a cell's text needs."""
        return sum(self._font_of(part.weight).width(part.text) for part in parts)

    def marked_width(self, words: str, *, loud: bool) -> int:
        """What words need with a shape before them."""
        font = self._bold if loud else self._plain
        return font.width(words) + SHAPE + SHAPE_GAP

    def figure_width(self) -> int:
        """The width of a figure, by which columns are measured."""
        return self._plain.width("0")

    def paint(self, painter: QPainter, scene: Scene[Row]) -> None:
        """Paint the lines of the scene; what lies under them is the surface."""
        self._painter = painter
        self._ratio = painter.device().devicePixelRatio()
        self._angle = scene.angle
        worn, height = look.colours(), self.row_height
        for line in scene.lines:
            if line.selected:
                painter.fillRect(0, line.y, scene.width, height, self._tone(worn.selected))
            ground = self._tone(worn.row_line)
            painter.fillRect(0, line.y + height - 1, scene.width, 1, ground)
            self._cells(line, scene)
            if line.selected:
                painter.fillRect(0, line.y, BAR, height - 1, self._tone(worn.accent))
        if scene.current is not None:
            self._focus(scene.current)

    def _cells(self, line: Line[Row], scene: Scene[Row]) -> None:
        """The cells of one line: the table's own business."""
        raise NotImplementedError

    def _cell(self, parts: Pieces, column: int, box: Box, *, quiet: bool) -> None:
        left, room = box.x + CELL_PAD, box.width - 2 * CELL_PAD
        if column in self.right:
            left += max(room - self.width_of(parts), 0)
        elif column in self.centred:
            left += max(room - self.width_of(parts), 0) // 2
        end = box.x + box.width - CELL_PAD
        worn = look.colours()
        cut_where = Cut.ElideLeft if column in self.cut_left else Cut.ElideRight
        # What is loud at the end of a cell (a number's last four) is never what is cut.
        kept = self._bold.width(parts[-1].text) if parts[-1].weight is Weight.STRONG else 0
        for part in parts:
            text, weight = part
            if weight is Weight.FAINT or quiet:
                tone = worn.text3
            else:
                tone = worn.text2 if weight is Weight.SOFT else worn.text
            room = end - left - (0 if part is parts[-1] else kept)
            strong = weight is Weight.STRONG
            left += self._text(text, left, box.y, room, tone, bold=strong, where=cut_where)
            if left >= end:
                break

    def _marked(self, words: str, shape: Shape, box: Box, *, ink: str, loud: bool) -> None:
        """Words with a shape before them."""
        self._shape(shape, box.x + CELL_PAD, box.y, ink)
        used = CELL_PAD + SHAPE + SHAPE_GAP
        self._text(words, box.x + used, box.y, box.width - used - CELL_PAD, ink, bold=loud)

    def _text(
        self,
        text: str,
        x: int,
        y: int,
        room: int,
        tone: str,
        *,
        bold: bool,
        where: Qt.TextElideMode = Cut.ElideRight,
    ) -> int:
        font = self._bold if bold else self._plain
        shown = font.cut(text, room, where)
        self._painter.setFont(font.font)
        self._painter.setPen(self._tone(tone))
        self._painter.drawText(x, y + self._base, shown)
        return font.width(shown) if shown is text else room

    def _shape(self, shape: Shape, x: int, y: int, ink: str) -> None:
        angle = self._angle if shape is Shape.ARC else 0
        key = shape, ink, angle, self._ratio
        drawn = self._shapes.get(key)
        if drawn is None:
            drawn = self._shapes[key] = self._drawn(shape, ink, angle)
        self._painter.drawPixmap(x, y + (self.row_height - 1 - SHAPE) // 2, drawn)

    def _drawn(self, shape: Shape, ink: str, angle: int) -> QPixmap:
        side = round(SHAPE * self._ratio)
        drawn = QPixmap(side, side)
        drawn.setDevicePixelRatio(self._ratio)
        drawn.fill(Qt.GlobalColor.transparent)
        painter = QPainter(drawn)
        paint(painter, shape, QRectF(0, 0, SHAPE, SHAPE), ink, angle=angle)
        painter.end()
        return drawn

    def _focus(self, cell: QRect) -> None:
        tone = self._tone(look.colours().focus)
        x, y, width, height = cell.x(), cell.y(), cell.width(), cell.height()
        for edge in (
            QRect(x, y, width, look.FOCUS),
            QRect(x, y + height - look.FOCUS, width, look.FOCUS),
            QRect(x, y, look.FOCUS, height),
            QRect(x + width - look.FOCUS, y, look.FOCUS, height),
        ):
            self._painter.fillRect(edge, tone)

    def _font_of(self, weight: Weight) -> InkFont:
        return self._bold if weight is Weight.STRONG else self._plain

    def _tone(self, value: str) -> QColor:
        made = self._made.get(value)
        if made is None:
            made = self._made[value] = QColor(value)
        return made
