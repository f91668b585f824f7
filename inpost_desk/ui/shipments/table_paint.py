"""Paints the rows of the Shipments table, and says how its columns share the room."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from inpost_desk.domain.history import HistoryRow
from inpost_desk.ui import look
from inpost_desk.ui.look import State
from inpost_desk.ui.shipments.columns import CENTRED, RIGHT, Column, pieces
from inpost_desk.ui.shipments.status_look import is_open, status_look, status_text
from inpost_desk.ui.table_columns import Plan
from inpost_desk.ui.table_ink import Box, Ink, Line, Scene

KEY: Final = "shipments/columns"
DETAILS: Final[frozenset[int]] = frozenset({Column.SIZE, Column.PHONE, Column.COD, Column.PRICE})
# In figures of the table's font: the least and the most a column takes for what stands in it.
_FIGURES: Final[dict[int, tuple[int, int]]] = {
    Column.MADE: (11, 13),
    Column.REFERENCE: (7, 16),
    Column.NAME: (9, 24),
    Column.SERVICE: (8, 16),
    Column.SIZE: (1, 5),
    Column.TARGET: (9, 40),
    Column.PHONE: (11, 14),
    Column.COD: (4, 10),
    Column.PRICE: (4, 10),
    Column.STATUS: (14, 30),
    Column.NUMBER: (6, 7),
}
_GIVE_WAY: Final[tuple[int, ...]] = (
    Column.TARGET,
    Column.NAME,
    Column.SERVICE,
    Column.REFERENCE,
    Column.STATUS,
)
_TAKE: Final[tuple[int, ...]] = (Column.TARGET, Column.STATUS, Column.NAME)


class HistoryInk(Ink[HistoryRow | None]):
    """Paints lines of the history; one that is not read yet stays empty."""

    right = RIGHT
    centred = CENTRED
    cut_left = frozenset({int(Column.REFERENCE)})

    def _cells(self, line: Line[HistoryRow | None], scene: Scene[HistoryRow | None]) -> None:
        row = line.row
        if row is None:
            return
        for column, x, width in scene.columns:
            box = Box(x, line.y, width)
            if column == Column.STATUS:
                self._status(row, box)
            else:
                self._cell(pieces(row, column), column, box, quiet=row.do_not_send)

    def _status(self, row: HistoryRow, box: Box) -> None:
        worn = look.colours()
        shape, state = status_look(row)
        ink = worn.ink(state) if state is not State.QUIET else worn.text2
        self._marked(status_text(row), shape, box, ink=ink, loud=is_open(row))


def history_plan(ink: HistoryInk) -> Plan:
    """How these columns share the room."""
    return Plan(
        KEY,
        Column,
        _FIGURES,
        DETAILS,
        _GIVE_WAY,
        _TAKE,
        wide=lambda _: None,
        figure=ink.figure_width,
    )


def needed_widths(rows: Iterable[HistoryRow], ink: HistoryInk) -> dict[int, int]:
    """The widest text of each column, in pixels, the shape of a status before it."""
    needed = dict.fromkeys(_FIGURES, 0)
    for row in rows:
        for column, widest in needed.items():
            width = ink.width_of(pieces(row, column))
            if column == Column.STATUS:
                width = ink.marked_width(status_text(row), loud=is_open(row)) + 2
            needed[column] = max(widest, width)
    return needed
