"""The Orders table as something that is looked at: its columns, the turning arcs.

What may be asked of the table, and what it asks for, is `table`.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import QSettings
from PySide6.QtGui import QResizeEvent

from inpost_desk.domain.pile import PileRow
from inpost_desk.ui.orders.columns import CENTRED, RIGHT, Column, heading, pieces, wrong
from inpost_desk.ui.orders.columns_kept import needed_widths, orders_plan
from inpost_desk.ui.orders.table_model import PileModel
from inpost_desk.ui.orders.table_paint import TURNING, RowPainter
from inpost_desk.ui.orders.table_words import nothing_matches_words
from inpost_desk.ui.table_columns import ColumnLayout
from inpost_desk.ui.table_header import Headings, TableHeader
from inpost_desk.ui.table_ink import CELL_PAD, SHAPE, SHAPE_GAP, Scene
from inpost_desk.ui.table_painted import PaintedTable
from inpost_desk.wording.speech import translate

TURNED_EVERY: Final = 125
TURN: Final = 45


class PileView(PaintedTable):
    """Shows the rows of its model."""

    def __init__(self, *, kept: QSettings | None) -> None:
        super().__init__()
        self._model: PileModel = PileModel()
        self._painter: RowPainter = RowPainter()
        headings = Headings(
            lambda column: heading(Column(column)), frozenset(RIGHT), frozenset(CENTRED)
        )
        self._header = TableHeader(self, headings)
        self._turn_beat = self._timer(TURNED_EVERY, self._turn)
        self.setModel(self._model)
        self.setHorizontalHeader(self._header)
        self._layout = ColumnLayout(self._header, orders_plan(self._painter), kept=kept)
        self._set_up(translate("ui", "Orders"))
        self._made = True
        self._measure()
        self._layout.load()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """The columns share the room."""
        super().resizeEvent(event)
        self._layout.fit(self.viewport().width())

    def sizeHintForColumn(self, column: int) -> int:  # noqa: N802
        """What the rows that are seen need; a double click on a column's edge asks for it."""
        which = Column(column)
        widths = [self._header.heading_width(which)]
        for position in self._visible():
            row = self._model.row_at(position)
            problem = wrong(row)
            width = self._painter.width_of(pieces(row, which))
            if which is Column.STAGE or (problem is not None and problem.column is which):
                width += SHAPE + 2 * SHAPE_GAP
            widths.append(width + 2 * CELL_PAD)
        return max(widths)

    def _shown_columns(self) -> Iterable[int]:
        return self._layout.shown

    def _empty_words(self) -> str:
        return nothing_matches_words()

    def _is_empty(self) -> bool:
        """Whether there are rows, and none of them matches."""
        return bool(self._model.rows)

    def _painted(self, scene: Scene[PileRow]) -> None:
        turning = any(line.row.stage in TURNING for line in scene.lines)
        if turning and not self._turn_beat.isActive():
            self._turn_beat.start()

    def _turn(self) -> None:
        """One step of every arc that is seen. The painting asks for the next step, while there is one."""
        if not self.isVisible() or self.window().isMinimized():
            return
        self._angle = (self._angle + TURN) % 360
        height, offset = self._painter.row_height, self.verticalScrollBar().value()
        x = self._header.sectionViewportPosition(Column.STAGE) + CELL_PAD
        for position in self._visible():
            if self._model.row_at(position).stage in TURNING:
                self.viewport().update(x, position * height - offset, SHAPE, height)

    def _fit(self) -> None:
        self._layout.measure(needed_widths(self._model.rows, self._painter))
        self._layout.fit(self.viewport().width())
