"""The Shipments table's model: the numbers of all rows that show, and the few rows that were read of them.

A row that was not read yet is None and shows as an empty line; `wanting` says which of those seen lack.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from inpost_desk.domain.history import HistoryRow
from inpost_desk.ui.shipments.columns import (
    CENTRED,
    RIGHT,
    Column,
    cell_text,
    full_heading,
    heading,
    sentence,
)

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole

KEPT: Final = 4_000
"""Rows that are kept: some two hundred windows of the table."""
AHEAD: Final = 80
"""Rows read beyond those that are seen, on each side."""
_NOWHERE: Final = QModelIndex()


class HistoryModel(QAbstractTableModel):
    """A row of the model is a *position*; a shipment is named by the ledger's own number."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: Sequence[int] = ()
        self._rows: dict[int, HistoryRow] = {}

    def arrange(self, ids: Sequence[int], rows: Iterable[HistoryRow]) -> None:
        """Show these; nothing is remembered but the rows given."""
        self.beginResetModel()
        self.shown = ids
        self._rows = {row.id: row for row in rows}
        self.endResetModel()

    def keep(self, rows: Iterable[HistoryRow]) -> set[int]:
        """Remember these rows; the numbers of those that are others than before."""
        changed = set()
        for row in rows:
            if self._rows.get(row.id) != row:
                changed.add(row.id)
            self._rows.pop(row.id, None)
            self._rows[row.id] = row
        while len(self._rows) > KEPT:
            del self._rows[next(iter(self._rows))]
        return changed

    def forget(self, but: Iterable[HistoryRow]) -> None:
        """Everything but these may be another by now."""
        self._rows = {}
        self.keep(but)

    def tell(self, positions: Iterable[int]) -> None:
        """Those positions have changed."""
        last = len(Column) - 1
        for position in positions:
            top = self.index(position, 0)
            self.dataChanged.emit(top, self.index(position, last), [Role.DisplayRole])

    def wanting(self, seen: range) -> list[int]:
        """The numbers to be read: none while all that is seen is known, else some more around it."""
        shown, rows = self.shown, self._rows
        if all(shown[at] in rows for at in seen):
            return []
        first, last = max(seen.start - AHEAD, 0), min(seen.stop + AHEAD, len(shown))
        return [one for one in shown[first:last] if one not in rows]

    def row_at(self, position: int) -> HistoryRow | None:
        """The row that stands there, as far as it was read."""
        return self._rows.get(self.shown[position])

    def row_of(self, number: int) -> HistoryRow | None:
        """A shipment by its number, as far as it was read."""
        return self._rows.get(number)

    def position_of(self, index: int) -> int | None:
        """Where a shipment shows."""
        try:
            return self.shown.index(index)
        except ValueError:
            return None

    def rowCount(self, parent: Index = _NOWHERE) -> int:  # noqa: N802
        """How many rows show."""
        return 0 if parent.isValid() else len(self.shown)

    def columnCount(self, parent: Index = _NOWHERE) -> int:  # noqa: N802
        """All columns, hidden ones too."""
        return 0 if parent.isValid() else len(Column)

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        """A cell: as shown, as a sentence."""
        row = self.row_at(index.row())
        if role == Role.TextAlignmentRole:
            return alignment(index.column())
        if row is None:
            return None
        match role:
            case Role.DisplayRole:
                return cell_text(row, index.column())
            case Role.AccessibleTextRole:
                return sentence(row, index.column())
            case _:
                return None

    def headerData(  # noqa: N802
        self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole
    ) -> Any:
        """The columns' headings."""
        if orientation is Qt.Orientation.Vertical:
            return None
        match role:
            case Role.DisplayRole:
                return heading(section)
            case Role.AccessibleTextRole:
                return full_heading(section)
            case Role.TextAlignmentRole:
                return alignment(section)
            case _:
                return None


def alignment(column: int) -> Qt.AlignmentFlag:
    """Numbers to the right."""
    if column in RIGHT:
        return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
    if column in CENTRED:
        return Qt.AlignmentFlag.AlignCenter
    return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
