"""What the window is compared with: PySide6, a table and nothing else.

`window_bare.py NOTE` shows such a window until it is painted.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
)
from PySide6.QtWidgets import QApplication, QTableView, QWidget

Index = QModelIndex | QPersistentModelIndex
ROOM = (1366, 768)
ROWS = 1_000
# What the Orders table reads of a row.
READ = (
    "row, line, reference, name, kind, size, point, place, phone, cod, insurance, weekend, "
    "field, rule, value, good, held, same_parcel_as, given"
)
_NOWHERE = QModelIndex()


class Painted(QObject):
    """Calls `told` once what is watched has been painted, with everything in it."""

    def __init__(self, watched: QWidget, told: Callable[[], None]) -> None:
        super().__init__(watched)
        self._watched, self._told = watched, told
        watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """The paint events of one pass are all sent before any timer fires."""
        if event.type() == QEvent.Type.Paint:
            self._watched.removeEventFilter(self)
            QTimer.singleShot(0, self._told)
        return super().eventFilter(watched, event)


class Rows(QAbstractTableModel):
    """Texts, as they are."""

    def __init__(self, rows: list[tuple[Any, ...]]) -> None:
        super().__init__()
        self._rows = rows

    def rowCount(self, parent: Index = _NOWHERE) -> int:  # noqa: N802
        """How many."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:  # noqa: N802
        """Of the first, which are all alike."""
        return 0 if parent.isValid() or not self._rows else len(self._rows[0])

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The text."""
        if role == Qt.ItemDataRole.DisplayRole:
            return str(self._rows[index.row()][index.column()])
        return None


class BareTable(QTableView):
    """In a window of its own."""

    def __init__(self) -> None:
        super().__init__()
        self._rows = Rows([])
        self.setModel(self._rows)
        self.resize(*ROOM)
        self.show()

    def fill(self, rows: list[tuple[Any, ...]]) -> None:
        """Show these instead."""
        self._rows = Rows(rows)
        self.setModel(self._rows)

    def read(self, ledger: Path, pile: int, most: int, told: Callable[[], None]) -> None:
        """Select the first rows of a pile and show them; `told` when they are painted."""
        import sqlite3

        connection = sqlite3.connect(ledger)
        query = (
            f"SELECT {READ} FROM pile_rows WHERE pile_id = ? AND NOT removed ORDER BY row LIMIT ?"
        )
        self.fill(connection.execute(query, (pile, most)).fetchall())
        connection.close()
        Painted(self.viewport(), told)


def start(note: Path) -> None:
    """From the first line of a process to its first paint."""
    program = QApplication(["bare"])
    window = BareTable()
    window.fill([tuple(f"{row} {column}" for column in range(12)) for row in range(ROWS)])

    def painted() -> None:
        note.write_text(json.dumps({"painted": time.monotonic()}), "utf-8")
        program.quit()

    Painted(window, painted)
    program.exec()


if __name__ == "__main__":
    start(Path(sys.argv[1]))
