"""Where somebody is in the table: current cell, selected rows, scroll; kept while rows change places.

By the rows' own numbers (an index in a pile, an id), because positions are what changes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final, Protocol

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QItemSelectionRange,
    QModelIndex,
    QSignalBlocker,
)

MOST_RUNS: Final = 2_000
"""Runs of neighbouring selected rows: Qt looks through all of them for each cell it asks about."""

Flag = QItemSelectionModel.SelectionFlag


class Placed(Protocol):
    """A model whose rows have numbers of their own: `shown` are those of its positions."""

    @property
    def shown(self) -> Sequence[int]:
        """The numbers in the order they show."""

    def position_of(self, index: int, /) -> int | None:
        """Where the row of that number shows."""

    def index(self, row: int, column: int, /) -> QModelIndex:
        """Qt's own name for a cell."""

    def columnCount(self) -> int:  # noqa: N802 - Qt's name
        """How many columns there are."""


@dataclass(frozen=True, slots=True)
class Place:
    """`current` and `selected` are the rows' numbers, `position` where the current row stood."""

    current: int | None = None
    position: int = 0
    column: int = 0
    selected: frozenset[int] = frozenset()
    scroll: int = 0

    def moved(self, index_now: Callable[[int], int | None]) -> Place:
        """The same rows in another list."""
        found = (index_now(index) for index in self.selected)
        current = None if self.current is None else index_now(self.current)
        selected = frozenset(index for index in found if index is not None)
        return replace(self, current=current, selected=selected)


def selected_runs(selection: QItemSelectionModel) -> list[QItemSelectionRange]:
    """The selected rows as runs of neighbours."""
    runs: list[QItemSelectionRange] = list(selection.selection())  # type: ignore[call-overload]
    return runs


def selected_positions(selection: QItemSelectionModel) -> Iterator[int]:
    """The selected positions, in no order."""
    for run in selected_runs(selection):
        yield from range(run.top(), run.bottom() + 1)


def place_of(model: Placed, selection: QItemSelectionModel, scroll: int) -> Place:
    """Where somebody is now."""
    shown = model.shown
    selected = frozenset(shown[position] for position in selected_positions(selection))
    current = selection.currentIndex()
    if not current.isValid():
        return Place(selected=selected, scroll=scroll)
    position = current.row()
    return Place(shown[position], position, current.column(), selected, scroll)


def restore(place: Place, model: Placed, selection: QItemSelectionModel) -> None:
    """Put current cell and selection back. Where the current row is gone, the next one takes its place.

    Of a selection in more than `MOST_RUNS` pieces only the current row stays.
    """
    blocked = QSignalBlocker(selection)
    runs = list(_runs(_positions(place.selected, model)))
    if runs and len(runs) <= MOST_RUNS:
        picked = QItemSelection()
        for top, bottom in runs:
            last = model.index(bottom, model.columnCount() - 1)
            picked.append(QItemSelectionRange(model.index(top, 0), last))
        selection.select(picked, Flag.Select)
    if place.current is not None and model.shown:
        found = model.position_of(place.current)
        position = min(place.position, len(model.shown) - 1) if found is None else found
        gone = place.current in place.selected and not selection.hasSelection()
        flag = Flag.Select | Flag.Rows if gone else Flag.NoUpdate
        selection.setCurrentIndex(model.index(position, place.column), flag)
    blocked.unblock()


def _positions(selected: frozenset[int], model: Placed) -> Iterable[int]:
    if len(selected) <= 1:
        found = [model.position_of(index) for index in selected]
        return [position for position in found if position is not None]
    return (at for at, index in enumerate(model.shown) if index in selected)


def _runs(positions: Iterable[int]) -> Iterator[tuple[int, int]]:
    start = last = -2
    for position in positions:
        if position != last + 1:
            if last >= 0:
                yield start, last
            start = position
        last = position
    if last >= 0:
        yield start, last
