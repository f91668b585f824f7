"""Paints the rows of the Orders table, all that need it in one go.

Not by a delegate: each cell would be a call from Qt into Python, and each of those waits for the interpreter
while a lane works. Nothing is decided here; `columns` says what stands in a cell.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPixmap

from inpost_desk.domain.pile import PileRow
from inpost_desk.domain.stage import Stage
from inpost_desk.ui import look
from inpost_desk.ui.look import Role, State
from inpost_desk.ui.orders.columns import (
    CENTRED,
    RIGHT,
    Column,
    Pieces,
    Weight,
    Wrong,
    pieces,
    wrong,
)
from inpost_desk.ui.orders.table_words import NEEDS_SOMEBODY
from inpost_desk.ui.shapes import STAGE_LOOK, Shape, paint

CELL_PAD: Final = 6
SHAPE: Final = 14
SHAPE_GAP: Final = 8
BAR: Final = 4
REMEMBERED: Final = 20_000
"""Widths of texts that are kept: Qt would lay each text out once to measure and once to paint it."""

Cut = Qt.TextElideMode
QUIET_ROWS: Final = frozenset({Stage.HELD, Stage.SAME_PARCEL})
TURNING: Final = frozenset(stage for stage, (shape, _) in STAGE_LOOK.items() if shape is Shape.ARC)


@dataclass(frozen=True, slots=True)
class Line:
    """A row to be painted, and where."""

    y: int
    row: PileRow
    selected: bool


@dataclass(frozen=True, slots=True)
class Scene:
    """What the viewport shows: lines from top to bottom, columns with left edge and width."""

    lines: Sequence[Line]
    columns: Sequence[tuple[Column, int, int]]
    width: int
    current: QRect | None
    angle: int = 0


class _Font:
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


class RowPainter:
    """Keeps fonts, measured texts and drawn shapes from one painting to the next."""

    def __init__(self) -> None:
        self.renew()

    def renew(self) -> None:
        """Fonts or colours are others now."""
        self._plain, self._bold = _Font(bold=False), _Font(bold=True)
        self._shapes: dict[tuple[Shape, str, int, float], QPixmap] = {}
        self._made: dict[str, QColor] = {}
        metrics = self._plain.metrics
        self.row_height = max(look.TABLE_ROW, metrics.height() + 8)
        self._base = (self.row_height - 1 - metrics.height()) // 2 + metrics.ascent()

    def width_of(self, parts: Pieces) -> int:
        """What a cell's text needs."""
        return sum(self._font_of(part.weight).width(part.text) for part in parts)

    def stage_width(self, words: str, stage: Stage) -> int:
        """What a stage needs, its shape before it."""
        font = self._bold if _is_loud(stage) else self._plain
        return font.width(words) + SHAPE + SHAPE_GAP

    def problem_width(self, words: str) -> int:
        """What a problem's words need, its shape before them."""
        return self._bold.width(words) + SHAPE + CELL_PAD

    def figure_width(self) -> int:
        """The width of a figure, by which columns are measured."""
        return self._plain.width("0")

    def paint(self, painter: QPainter, scene: Scene) -> None:
        """Paint the lines of the scene; what lies under them is the surface."""
        self._painter = painter
        self._ratio = painter.device().devicePixelRatio()
        self._angle = scene.angle
        for line in scene.lines:
            self._line(line, scene)
        if scene.current is not None:
            self._focus(scene.current)

    def _line(self, line: Line, scene: Scene) -> None:
        painter, worn, height = self._painter, look.colours(), self.row_height
        if line.selected:
            painter.fillRect(0, line.y, scene.width, height, self._tone(worn.selected))
        painter.fillRect(0, line.y + height - 1, scene.width, 1, self._tone(worn.row_line))
        row = line.row
        quiet = row.stage in QUIET_ROWS
        problem = wrong(row)
        for column, x, width in scene.columns:
            if problem is not None and problem.column is column:
                self._problem(row, problem, QRect(x, line.y, width, height))
            elif column is Column.STAGE:
                self._stage(row, x, line.y, width)
            else:
                self._cell(pieces(row, column), column, x, line.y, width, quiet=quiet)
        if line.selected:
            painter.fillRect(0, line.y, BAR, height - 1, self._tone(worn.accent))

    def _cell(
        self, parts: Pieces, column: Column, x: int, y: int, width: int, *, quiet: bool
    ) -> None:
        left, room = x + CELL_PAD, width - 2 * CELL_PAD
        if column in RIGHT:
            left += max(room - self.width_of(parts), 0)
        elif column in CENTRED:
            left += max(room - self.width_of(parts), 0) // 2
        end = x + width - CELL_PAD
        worn = look.colours()
        # The end of an order number is what tells it from its neighbours.
        cut_where = Cut.ElideLeft if column is Column.REFERENCE else Cut.ElideRight
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
            left += self._text(text, left, y, room, tone, bold=strong, where=cut_where)
            if left >= end:
                break

    def _stage(self, row: PileRow, x: int, y: int, width: int) -> None:
        worn = look.colours()
        shape, state = STAGE_LOOK[row.stage]
        ink = worn.ink(state) if state is not State.QUIET else worn.text2
        if row.stage in QUIET_ROWS:
            ink = worn.text3
        self._shape(shape, x + CELL_PAD, y, ink)
        used = CELL_PAD + SHAPE + SHAPE_GAP
        words = pieces(row, Column.STAGE)[0].text
        self._text(words, x + used, y, width - used - CELL_PAD, ink, bold=_is_loud(row.stage))

    def _problem(self, row: PileRow, problem: Wrong, cell: QRect) -> None:
        worn, painter = look.colours(), self._painter
        shape, state = STAGE_LOOK[row.stage]
        painter.fillRect(cell.adjusted(0, 0, 0, -1), self._tone(worn.line_of(state)))
        painter.fillRect(cell.adjusted(1, 1, -1, -2), self._tone(worn.tint(state)))
        ink = worn.ink(state)
        used = SHAPE + CELL_PAD
        room = cell.width() - 2 * CELL_PAD - used
        left = cell.x() + CELL_PAD
        text = problem.text if self._bold.width(problem.text) <= room else problem.value
        if problem.column in RIGHT:
            left += max(room - self._bold.width(text), 0)
        self._shape(shape, left, cell.y(), ink)
        self._text(text, left + used, cell.y(), room, ink, bold=True)

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

    def _font_of(self, weight: Weight) -> _Font:
        return self._bold if weight is Weight.STRONG else self._plain

    def _tone(self, value: str) -> QColor:
        made = self._made.get(value)
        if made is None:
            made = self._made[value] = QColor(value)
        return made


def _is_loud(stage: Stage) -> bool:
    return stage in NEEDS_SOMEBODY or stage in TURNING
