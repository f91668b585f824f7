"""Labels that were on their way to the printer when the program ended: a person says which came out."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from inpost_desk.domain.pile import PileRow
from inpost_desk.ui import look
from inpost_desk.ui.kit import Heading, KeyButton, Text
from inpost_desk.ui.kit_dialog import Dialog
from inpost_desk.ui.orders.last_good import ScanField
from inpost_desk.wording.speech import translate


class MaybeDialog(Dialog):
    """A list to tick off; what is not ticked is printed by the next run. Or the last good one is scanned."""

    decided = Signal(object, object)
    """The rows whose label came out, and those whose label did not."""

    def __init__(self, rows: Sequence[PileRow], parent: QWidget) -> None:
        super().__init__(parent)
        self._rows = list(rows)
        self.setWindowTitle(translate("ui", "Did these labels come out?"))
        self.scan = ScanField()
        self.list = QListWidget()
        self.list.setAccessibleName(translate("ui", "Labels that may be printed already"))
        for row in self._rows:
            item = QListWidgetItem(f"{row.row}. {row.reference} · {row.name}")
            item.setFlags(
                Qt.ItemFlag.ItemIsEnabled
                | Qt.ItemFlag.ItemIsUserCheckable
                | Qt.ItemFlag.ItemIsSelectable
            )
            item.setCheckState(Qt.CheckState.Unchecked)
            self.list.addItem(item)
        self.all = KeyButton(translate("ui", "All came out"))
        self.none = KeyButton(translate("ui", "None came out"))
        self.ticked = KeyButton(translate("ui", "Only the ticked ones"), kind="accent")
        self.later = KeyButton(translate("ui", "Later"), key="Esc", kind="quiet")
        self._lay_out()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(look.EDGE, look.EDGE, look.EDGE, look.EDGE)
        column.setSpacing(look.GAP)
        column.addWidget(Heading(translate("ui", "Did these labels come out?")))
        column.addWidget(
            Text(
                translate(
                    "ui",
                    "The program or the printer stopped while they were on the way. Tick those you hold in "
                    "your hand; the others are printed by the next run.",
                ),
                wrap=True,
            )
        )
        column.addWidget(self.list, 1)
        column.addWidget(
            Text(
                translate(
                    "ui",
                    "Or scan the last label that came out well: those after it are printed again.",
                ),
                wrap=True,
            )
        )
        column.addWidget(self.scan)
        row = QHBoxLayout()
        for button in (self.later, self.none, self.all, self.ticked):
            row.addWidget(button)
        column.addLayout(row)
        self.all.clicked.connect(lambda: self._decide(len(self._rows)))
        self.none.clicked.connect(lambda: self._decide(0))
        self.ticked.clicked.connect(self._decide_ticked)
        self.later.clicked.connect(self.reject)

    def _decide(self, count: int) -> None:
        self.decided.emit(self._rows[:count], self._rows[count:])
        self.accept()

    @Slot()
    def _decide_ticked(self) -> None:
        out: list[PileRow] = []
        missing: list[PileRow] = []
        for at, row in enumerate(self._rows):
            ticked = self.list.item(at).checkState() is Qt.CheckState.Checked
            (out if ticked else missing).append(row)
        self.decided.emit(out, missing)
        self.accept()
