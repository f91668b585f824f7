"""Paints the rows of the Orders table: stages, problem cells, and the rest in pieces.

Nothing is decided here; `columns` says what stands in a cell, `table_ink` how a piece is drawn.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRect

from inpost_desk.domain.pile import PileRow
from inpost_desk.domain.stage import Stage
from inpost_desk.ui import look
from inpost_desk.ui.look import State
from inpost_desk.ui.orders.columns import CENTRED, RIGHT, Column, Wrong, pieces, wrong
from inpost_desk.ui.orders.table_words import NEEDS_SOMEBODY
from inpost_desk.ui.shapes import STAGE_LOOK, Shape
from inpost_desk.ui.table_ink import CELL_PAD, SHAPE, Box, Ink, Line, Scene

QUIET_ROWS: Final = frozenset({Stage.HELD, Stage.SAME_PARCEL})
TURNING: Final = frozenset(stage for stage, (shape, _) in STAGE_LOOK.items() if shape is Shape.ARC)


class RowPainter(Ink[PileRow]):
    """Paints rows of a pile."""

    right = frozenset(RIGHT)
    centred = frozenset(CENTRED)
    cut_left = frozenset({Column.REFERENCE})

    def stage_width(self, words: str, stage: Stage) -> int:
        """What a stage needs, its shape before it."""
        return self.marked_width(words, loud=_is_loud(stage))

    def problem_width(self, words: str) -> int:
        """What a problem's words need, its shape before them."""
        return self._bold.width(words) + SHAPE + CELL_PAD

    def _cells(self, line: Line[PileRow], scene: Scene[PileRow]) -> None:
        row = line.row
        quiet = row.stage in QUIET_ROWS
        problem = wrong(row)
        for number, x, width in scene.columns:
            column = Column(number)
            if problem is not None and problem.column is column:
                self._problem(row, problem, QRect(x, line.y, width, self.row_height))
            elif column is Column.STAGE:
                self._stage(row, Box(x, line.y, width))
            else:
                self._cell(pieces(row, column), column, Box(x, line.y, width), quiet=quiet)

    def _stage(self, row: PileRow, box: Box) -> None:
        worn = look.colours()
        shape, state = STAGE_LOOK[row.stage]
        ink = worn.ink(state) if state is not State.QUIET else worn.text2
        if row.stage in QUIET_ROWS:
            ink = worn.text3
        words = pieces(row, Column.STAGE)[0].text
        self._marked(words, shape, box, ink=ink, loud=_is_loud(row.stage))

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


def _is_loud(stage: Stage) -> bool:
    return stage in NEEDS_SOMEBODY or stage in TURNING
