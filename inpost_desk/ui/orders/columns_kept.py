"""The Orders table's columns as they are laid out: how wide, what gives way, what a wide window adds."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from inpost_desk.domain.pile import PileRow
from inpost_desk.domain.stage import Stage
from inpost_desk.ui.orders.columns import Column, pieces, wrong
from inpost_desk.ui.orders.table_paint import RowPainter
from inpost_desk.ui.orders.table_words import stage_words
from inpost_desk.ui.table_columns import Plan

KEY: Final = "orders/columns"
# Rows whose texts decide how wide the columns are: measuring them all would take too long.
MEASURED: Final = 100
DETAILS: Final[frozenset[int]] = frozenset({Column.INSURANCE, Column.EXTRAS, Column.NUMBER})
# In figures of the table's font: the least and the most a column takes for what stands in it.
_FIGURES: Final[dict[int, tuple[int, int]]] = {
    Column.POSITION: (2, 7),
    Column.REFERENCE: (7, 19),
    Column.NAME: (11, 24),
    Column.SERVICE: (8, 13),
    Column.SIZE: (1, 5),
    Column.TARGET: (18, 48),
    Column.PHONE: (11, 14),
    Column.COD: (4, 12),
    Column.INSURANCE: (4, 12),
    Column.EXTRAS: (4, 24),
    Column.NUMBER: (20, 22),
}
# What gives way where there is too little room, the first one first, down to its least.
_GIVE_WAY: Final[tuple[int, ...]] = (Column.TARGET, Column.EXTRAS, Column.NAME, Column.REFERENCE)
# What takes the room that is left.
_TAKE: Final[tuple[int, ...]] = (Column.TARGET, Column.NAME)


def orders_plan(painter: RowPainter) -> Plan:
    """How these columns share the room."""
    return Plan(
        KEY,
        Column,
        _FIGURES,
        DETAILS,
        _GIVE_WAY,
        _TAKE,
        wide=lambda column: _stages_width(painter) if column == Column.STAGE else None,
        figure=painter.figure_width,
    )


def needed_widths(rows: Sequence[PileRow], painter: RowPainter) -> dict[int, int]:
    """The widest text of each column, in pixels, the shape of a problem before it."""
    # From all over the pile, and the last one, whose number is the longest.
    some = [*rows[:: max(len(rows) // MEASURED, 1)], *rows[-1:]]
    needed = dict.fromkeys(_FIGURES, 0)
    for row in some:
        problem = wrong(row)
        for column, widest in needed.items():
            width = painter.width_of(pieces(row, Column(column)))
            if problem is not None and problem.column == column:
                width = painter.problem_width(problem.text)
            needed[column] = max(widest, width)
    return needed


def _stages_width(painter: RowPainter) -> int:
    # The longest words stand there seldom, and in the chip above; a point stands there always.
    usual = [stage for stage in Stage if stage is not Stage.MAYBE_PRINTED]
    return max(painter.stage_width(stage_words(one), one) for one in usual)
