"""Which columns show, in which order and how wide: what fits, until the user says otherwise; then it is kept.

Kept beside the window's geometry, not in the settings: it is about this screen.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from PySide6.QtCore import QObject, QSettings

from inpost_desk.domain.pile import PileRow
from inpost_desk.domain.stage import Stage
from inpost_desk.ui.orders.columns import Column, pieces, wrong
from inpost_desk.ui.orders.table_header import TableHeader
from inpost_desk.ui.orders.table_paint import CELL_PAD, RowPainter
from inpost_desk.ui.orders.table_words import stage_words

KEY: Final = "orders/columns"
# Rows whose texts decide how wide the columns are: measuring them all would take too long.
MEASURED: Final = 100
DETAILS: Final = frozenset({Column.INSURANCE, Column.EXTRAS, Column.NUMBER})
USUAL: Final = frozenset(Column) - DETAILS
# In figures of the table's font: the least and the most a column takes for what stands in it.
_FIGURES: Final[Mapping[Column, tuple[int, int]]] = {
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
_GIVE_WAY: Final = (Column.TARGET, Column.EXTRAS, Column.NAME, Column.REFERENCE)
# What takes the room that is left.
_TAKE: Final = (Column.TARGET, Column.NAME)


class ColumnLayout(QObject):
    """The layout of one header. `kept` is where the user's own choice is remembered."""

    def __init__(self, header: TableHeader, painter: RowPainter, *, kept: QSettings | None) -> None:
        super().__init__(header)
        self._header = header
        self._painter = painter
        self._kept = kept
        self._details = False
        self._chosen: frozenset[Column] | None = None
        self._widths: dict[Column, int] = {}
        self._needed: dict[Column, int] = {}
        self._room = 0
        self._placing = False
        header.sectionResized.connect(self._resized)
        header.sectionMoved.connect(self._moved)

    def load(self) -> None:
        """What was chosen last time; anything unknown in it is passed over."""
        kept = _read(self._kept)
        shown = _columns(kept.get("shown"))
        self._chosen = frozenset(shown) or None
        widths = kept.get("widths") or {}
        for column in _columns(widths):
            width = widths[column.name.lower()]
            if isinstance(width, int) and 0 < width < 4_000:
                self._widths[column] = width
        self._place(_columns(kept.get("order")))
        self._show()

    @property
    def shown(self) -> frozenset[Column]:
        """The columns that show."""
        if self._chosen is not None:
            return self._chosen
        return USUAL | DETAILS if self._details else USUAL

    def in_order(self) -> list[Column]:
        """All columns from left to right, hidden ones too."""
        return [Column(self._header.logicalIndex(at)) for at in range(len(Column))]

    def set_details(self, *, wide: bool) -> None:
        """Show the columns for a wide window, where the user has chosen none."""
        self._details = wide
        self._show()

    def choose(self, column: Column, *, shown: bool) -> None:
        """The user wants that column, or not; the last one stays."""
        chosen = self.shown | {column} if shown else self.shown - {column}
        if chosen:
            self._chosen = chosen
            self._show()
            self._keep()

    def move(self, column: Column, step: int) -> None:
        """Put a column one place on, past hidden ones; no further than the edge."""
        visible = [one for one in self.in_order() if one in self.shown]
        at = visible.index(column) + step
        if 0 <= at < len(visible):
            target = self._header.visualIndex(visible[at])
            self._header.moveSection(self._header.visualIndex(column), target)

    def forget(self) -> None:
        """The usual columns, order and widths again."""
        self._chosen = None
        self._widths.clear()
        self._place(list(Column))
        self._show()
        self._keep()

    def measure(self, rows: Sequence[PileRow]) -> None:
        """Take the widths from what stands in these rows, until other rows come."""
        # From all over the pile, and the last one, whose number is the longest.
        some = [*rows[:: max(len(rows) // MEASURED, 1)], *rows[-1:]]
        self._needed = _needed(some, self._painter)
        self.fit(self._room)

    def fit(self, room: int) -> None:
        """Use that many pixels: widths the user chose stay, the others take what they need and is there."""
        self._room = room
        shown = self.shown
        # Narrower than that Qt makes none, and a bar to scroll by three pixels would come.
        narrowest = self._header.minimumSectionSize()
        widths = {
            column: max(self._widths.get(column) or self._usual(column), narrowest)
            for column in shown
        }
        free = shown - self._widths.keys()
        spare = room - sum(widths.values())
        for column in _GIVE_WAY:
            if spare < 0 and column in free:
                given = min(-spare, max(widths[column] - self._least(column), 0))
                widths[column] -= given
                spare += given
        taker = next((column for column in _TAKE if column in free), None)
        if spare > 0 and taker is not None:
            widths[taker] += spare
        self._placing = True
        for column, width in widths.items():
            self._header.resizeSection(column, width)
        self._placing = False

    def _least(self, column: Column) -> int:
        return _FIGURES[column][0] * self._painter.figure_width() + 2 * CELL_PAD

    def _usual(self, column: Column) -> int:
        heading = self._header.heading_width(column)
        if column is Column.STAGE:
            # The longest words stand there seldom, and in the chip above; a point stands there always.
            usual = [stage for stage in Stage if stage is not Stage.MAYBE_PRINTED]
            words = max(self._painter.stage_width(stage_words(one), one) for one in usual)
            return max(words + 2 * CELL_PAD + 2, heading)
        least, most = (figures * self._painter.figure_width() for figures in _FIGURES[column])
        needed = min(max(self._needed.get(column, 0), least), most)
        return max(needed + 2 * CELL_PAD, heading)

    def _show(self) -> None:
        self._placing = True
        for column in Column:
            self._header.setSectionHidden(column, column not in self.shown)
        self._placing = False
        self.fit(self._room)

    def _place(self, order: list[Column]) -> None:
        self._placing = True
        for at, column in enumerate(order):
            self._header.moveSection(self._header.visualIndex(column), at)
        self._placing = False

    def _resized(self, section: int, _old: int, width: int) -> None:
        if not self._placing and width:
            self._widths[Column(section)] = width
            self.fit(self._room)
            self._keep()

    def _moved(self) -> None:
        if not self._placing:
            self._keep()

    def _keep(self) -> None:
        if self._kept is None:
            return
        kept: dict[str, object] = {
            "order": [column.name.lower() for column in self.in_order()],
            "widths": {column.name.lower(): width for column, width in self._widths.items()},
        }
        if self._chosen is not None:
            kept["shown"] = sorted(column.name.lower() for column in self._chosen)
        self._kept.setValue(KEY, json.dumps(kept))


def _needed(rows: Iterable[PileRow], painter: RowPainter) -> dict[Column, int]:
    """The widest text of each column, in pixels, the shape of a problem before it."""
    needed = dict.fromkeys(_FIGURES, 0)
    for row in rows:
        problem = wrong(row)
        for column, widest in needed.items():
            width = painter.width_of(pieces(row, column))
            if problem is not None and problem.column is column:
                width = painter.problem_width(problem.text)
            needed[column] = max(widest, width)
    return needed


def _read(kept: QSettings | None) -> dict[str, Any]:
    if kept is None:
        return {}
    try:
        found = json.loads(str(kept.value(KEY, "{}")))
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


def _columns(names: object) -> list[Column]:
    if not isinstance(names, list | dict):
        return []
    known = {column.name.lower(): column for column in Column}
    return [known[name] for name in names if isinstance(name, str) and name in known]
