"""The Orders table's model over our own list: rows in pile order, and the indices of those that show.

Sorting and filtering are `table_order`'s; a proxy over a Python model would take half a minute for them.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from operator import attrgetter
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from inpost_desk.domain.pile import PileRow
from inpost_desk.ui.orders.columns import (
    CENTRED,
    DASH,
    RIGHT,
    Column,
    cell_text,
    editable_field,
    edited_text,
    full_heading,
    heading,
    wrong,
)
from inpost_desk.ui.orders.table_order import Counts
from inpost_desk.ui.orders.table_words import cell_sentence, no_value_words
from inpost_desk.wording.sentences import rule_words

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole

_NOWHERE: Final = QModelIndex()
_NUMBER: Final = attrgetter("row")


class PileModel(QAbstractTableModel):
    """A row of the model is a *position*; a row of the pile is found by its number (`PileRow.row`)."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[PileRow] = []
        self.shown: Sequence[int] = range(0)
        self._rising = True

    def arrange(self, rows: list[PileRow], shown: Sequence[int], *, rising: bool) -> None:
        """Show those indices of those rows; `rising` where they are in pile order."""
        self.beginResetModel()
        self.rows, self.shown, self._rising = rows, shown, rising
        self.endResetModel()

    def replace(self, news: Iterable[PileRow]) -> tuple[set[int], Counts]:
        """Put rows in the place of those with the same number: changed indices, change of the counts."""
        changed: set[int] = set()
        counts = Counts()
        rows = self.rows
        for new in news:
            index = self.index_of(new.row)
            if index is None:
                continue
            counts[rows[index].stage] -= 1
            counts[new.stage] += 1
            rows[index] = new
            changed.add(index)
        return changed, counts

    def tell(self, positions: Sequence[int]) -> None:
        """Those positions (rising) have changed: one signal for each run of neighbours."""
        last = len(Column) - 1
        start = 0
        for at, position in enumerate(positions):
            if at + 1 == len(positions) or positions[at + 1] != position + 1:
                top = self.index(positions[start], 0)
                self.dataChanged.emit(top, self.index(position, last), [Role.DisplayRole])
                start = at + 1

    def row_at(self, position: int) -> PileRow:
        """The row that stands there."""
        return self.rows[self.shown[position]]

    def index_of(self, number: int) -> int | None:
        """Where in the pile the row of that number is."""
        rows = self.rows
        if not rows:
            return None
        # Numbers follow one another but where rows were removed.
        guess = number - rows[0].row
        if 0 <= guess < len(rows) and rows[guess].row == number:
            return guess
        found = bisect_left(rows, number, key=_NUMBER)
        return found if found < len(rows) and rows[found].row == number else None

    def position_of(self, index: int) -> int | None:
        """Where a row of the pile shows."""
        shown = self.shown
        if self._rising and not isinstance(shown, range):
            found = bisect_left(shown, index)
            return found if found < len(shown) and shown[found] == index else None
        try:
            return shown.index(index)
        except ValueError:
            return None

    def rowCount(self, parent: Index = _NOWHERE) -> int:  # noqa: N802
        """How many rows show."""
        return 0 if parent.isValid() else len(self.shown)

    def columnCount(self, parent: Index = _NOWHERE) -> int:  # noqa: N802
        """All columns, hidden ones too."""
        return 0 if parent.isValid() else len(Column)

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        """A cell: as shown, as edited, as a sentence."""
        row, column = self.row_at(index.row()), Column(index.column())
        match role:
            case Role.DisplayRole:
                return cell_text(row, column)
            case Role.EditRole:
                field = editable_field(row, column)
                return edited_text(row, field) if field else ""
            case Role.AccessibleTextRole:
                return sentence(row, column)
            case Role.TextAlignmentRole:
                return alignment(column)
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
                return heading(Column(section))
            case Role.AccessibleTextRole:
                return full_heading(Column(section))
            case Role.TextAlignmentRole:
                return alignment(Column(section))
            case _:
                return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """A cell that cannot be edited now quietly opens no editor."""
        flags = super().flags(index)
        if index.isValid() and editable_field(self.row_at(index.row()), Column(index.column())):
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags


def alignment(column: Column) -> Qt.AlignmentFlag:
    """Numbers to the right."""
    if column in RIGHT:
        return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
    if column in CENTRED:
        return Qt.AlignmentFlag.AlignCenter
    return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


def sentence(row: PileRow, column: Column) -> str:
    """A cell for those who hear it: whose, what, and what is wrong with it."""
    text = cell_text(row, column)
    reason = ""
    problem = wrong(row)
    if problem is not None and (problem.column is column or column is Column.STAGE):
        reason = rule_words(row.rule, field=row.field, value=row.value)
    return cell_sentence(
        row.row,
        heading=full_heading(column),
        text=no_value_words() if text in (DASH, "") else text,
        reason=reason[:1].upper() + reason[1:],
    )
