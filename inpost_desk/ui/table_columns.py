"""Which columns show, in which order and how wide: what fits, until the user says otherwise; then it is kept.

Kept beside the window's geometry, not in the settings: it is about this screen.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QObject, QSettings

from inpost_desk.ui.table_header import TableHeader
from inpost_desk.ui.table_ink import CELL_PAD


@dataclass(frozen=True, slots=True)
class Plan:
    """The columns of a kind of table. Widths are in figures of its font: the least and the most of each.

    `details` show in a wide window only; `gives` are those that give way where there is too little room, the
    first one first, `takes` those that take what is left; `wide` says what a column needs whatever stands in
    it, None where that is measured. `key` is the name the user's choice is kept under.
    """

    key: str
    columns: type[IntEnum]
    figures: Mapping[int, tuple[int, int]]
    details: frozenset[int]
    gives: tuple[int, ...]
    takes: tuple[int, ...]
    wide: Callable[[int], int | None]
    figure: Callable[[], int]


class ColumnLayout(QObject):
    """The layout of one header. `kept` is where the user's own choice is remembered."""

    def __init__(self, header: TableHeader, plan: Plan, *, kept: QSettings | None) -> None:
        super().__init__(header)
        self._header = header
        self._plan = plan
        self._kept = kept
        self._details = False
        self._chosen: frozenset[int] | None = None
        self._widths: dict[int, int] = {}
        self._needed: dict[int, int] = {}
        self._room = 0
        self._placing = False
        header.sectionResized.connect(self._resized)
        header.sectionMoved.connect(self._moved)

    def load(self) -> None:
        """What was chosen last time; anything unknown in it is passed over."""
        kept = self._read()
        shown = self._columns(kept.get("shown"))
        self._chosen = frozenset(shown) or None
        widths = kept.get("widths") or {}
        for column in self._columns(widths):
            width = widths[self._name(column)]
            if isinstance(width, int) and 0 < width < 4_000:
                self._widths[column] = width
        self._place(self._columns(kept.get("order")))
        self._show()

    @property
    def shown(self) -> frozenset[int]:
        """The columns that show."""
        if self._chosen is not None:
            return self._chosen
        every = frozenset(int(one) for one in self._plan.columns)
        return every if self._details else every - self._plan.details

    def in_order(self) -> list[int]:
        """All columns from left to right, hidden ones too."""
        return [self._header.logicalIndex(at) for at in range(len(self._plan.columns))]

    def set_details(self, *, wide: bool) -> None:
        """Show the columns for a wide window, where the user has chosen none."""
        self._details = wide
        self._show()

    def choose(self, column: int, *, shown: bool) -> None:
        """The user wants that column, or not; the last one stays."""
        chosen = self.shown | {column} if shown else self.shown - {column}
        if chosen:
            self._chosen = chosen
            self._show()
            self._keep()

    def move(self, column: int, step: int) -> None:
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
        self._place([int(one) for one in self._plan.columns])
        self._show()
        self._keep()

    def measure(self, needed: Mapping[int, int]) -> None:
        """Take the widths from what the texts need, in pixels, until other rows come."""
        self._needed = dict(needed)
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
        for column in self._plan.gives:
            if spare < 0 and column in free:
                given = min(-spare, max(widths[column] - self._least(column), 0))
                widths[column] -= given
                spare += given
        taker = next((column for column in self._plan.takes if column in free), None)
        if spare > 0 and taker is not None:
            widths[taker] += spare
        self._placing = True
        for column, width in widths.items():
            self._header.resizeSection(column, width)
        self._placing = False

    def _least(self, column: int) -> int:
        return self._plan.figures[column][0] * self._plan.figure() + 2 * CELL_PAD

    def _usual(self, column: int) -> int:
        heading = self._header.heading_width(column)
        wide = self._plan.wide(column)
        if wide is not None:
            return max(wide + 2 * CELL_PAD + 2, heading)
        least, most = (figures * self._plan.figure() for figures in self._plan.figures[column])
        needed = min(max(self._needed.get(column, 0), least), most)
        return max(needed + 2 * CELL_PAD, heading)

    def _show(self) -> None:
        self._placing = True
        for column in self._plan.columns:
            self._header.setSectionHidden(column, column not in self.shown)
        self._placing = False
        self.fit(self._room)

    def _place(self, order: list[int]) -> None:
        self._placing = True
        for at, column in enumerate(order):
            self._header.moveSection(self._header.visualIndex(column), at)
        self._placing = False

    def _resized(self, section: int, _old: int, width: int) -> None:
        if not self._placing and width:
            self._widths[section] = width
            self.fit(self._room)
            self._keep()

    def _moved(self) -> None:
        if not self._placing:
            self._keep()

    def _keep(self) -> None:
        if self._kept is None:
            return
        kept: dict[str, object] = {
            "order": [self._name(column) for column in self.in_order()],
            "widths": {self._name(column): width for column, width in self._widths.items()},
        }
        if self._chosen is not None:
            kept["shown"] = sorted(self._name(column) for column in self._chosen)
        self._kept.setValue(self._plan.key, json.dumps(kept))

    def _read(self) -> dict[str, Any]:
        if self._kept is None:
            return {}
        try:
            found = json.loads(str(self._kept.value(self._plan.key, "{}")))
        except ValueError:
            return {}
        return found if isinstance(found, dict) else {}

    def _name(self, column: int) -> str:
        return self._plan.columns(column).name.lower()

    def _columns(self, names: object) -> list[int]:
        if not isinstance(names, list | dict):
            return []
        known = {column.name.lower(): int(column) for column in self._plan.columns}
        return [known[name] for name in names if isinstance(name, str) and name in known]
