"""The question before labels are printed again: which ones, and why. No default that wastes paper."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QRadioButton, QVBoxLayout, QWidget

from inpost_desk.domain.pile import PileRow
from inpost_desk.ui import look
from inpost_desk.ui.kit import Heading, KeyButton, Text
from inpost_desk.ui.kit_dialog import Dialog
from inpost_desk.wording.speech import QT_TRANSLATE_NOOP, translate

REASONS: Final = {
    "bad_print": QT_TRANSLATE_NOOP("ui", "The print was bad"),
    "lost": QT_TRANSLATE_NOOP("ui", "The label got lost"),
    "wrong_order": QT_TRANSLATE_NOOP("ui", "It was on the wrong parcel"),
    "other": QT_TRANSLATE_NOOP("ui", "Another reason"),
}
FROM_HERE: Final = "from_here"
SELECTED: Final = "selected"
ONE: Final = "one"


class AgainDialog(Dialog):
    """Which labels are printed again, and why."""

    chosen = Signal(object, str)
    """Rows in the order of the pile, and the reason."""

    def __init__(
        self, rows: Sequence[PileRow], start: int, selected: Sequence[int], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._rows = list(rows)
        self._start = start
        self._selected = frozenset(selected)
        self.setWindowTitle(translate("ui", "Print again"))
        self.which = QButtonGroup(self)
        self.why = QButtonGroup(self)
        self._told = Text("", tone="text2", wrap=True)
        self.print = KeyButton("", key="Enter", icon="printer", kind="accent")
        self.cancel = KeyButton(translate("ui", "Cancel"), key="Esc")
        self._lay_out()
        self._count()

    def rows(self) -> list[PileRow]:
        """What would be printed."""
        chosen = self.which.checkedButton()
        kind = chosen.objectName() if chosen is not None else ""
        if kind == FROM_HERE:
            return [row for row in self._rows if row.row >= self._start]
        if kind == SELECTED:
            return [row for row in self._rows if row.row in self._selected]
        return [row for row in self._rows if row.row == self._start]

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(look.EDGE, look.EDGE, look.EDGE, look.EDGE)
        column.setSpacing(look.GAP)
        column.addWidget(Heading(translate("ui", "Which labels?")))
        self._add_which(column)
        column.addSpacing(look.GAP)
        column.addWidget(Heading(translate("ui", "Why again?")))
        for key, words in REASONS.items():
            button = QRadioButton(translate("ui", words))
            button.setObjectName(key)
            self.why.addButton(button)
            column.addWidget(button)
        self.why.buttons()[0].setChecked(True)
        column.addWidget(self._told)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.cancel)
        row.addWidget(self.print)
        column.addLayout(row)
        self.print.setDefault(True)
        self.print.clicked.connect(self._accept)
        self.cancel.clicked.connect(self.reject)
        self.which.buttonClicked.connect(self._count)

    def _add_which(self, column: QVBoxLayout) -> None:
        here = next((row for row in self._rows if row.row >= self._start), self._rows[-1])
        words = translate("ui", "All from place {row} ({reference}) on")
        choices = [(FROM_HERE, words.format(row=here.row, reference=here.reference))]
        if len(self._selected) > 1:
            choices.insert(0, (SELECTED, translate("ui", "The selected ones")))
        if any(row.row == self._start for row in self._rows):
            one = translate("ui", "Only {reference}").format(reference=here.reference)
            choices.insert(0, (ONE, one))
        for key, text in choices:
            button = QRadioButton(text)
            button.setObjectName(key)
            self.which.addButton(button)
            column.addWidget(button)
        self.which.buttons()[0].setChecked(True)

    @Slot()
    def _count(self) -> None:
        rows = self.rows()
        self.print.set_text(translate("ui", "Print ({count})").format(count=len(rows)))
        self.print.setEnabled(bool(rows))
        first, last = (rows[0], rows[-1]) if rows else (None, None)
        words = ""
        if first is not None and last is not None and first is not last:
            words = translate("ui", "from {first} to {last}, in the order of the pile")
            words = words.format(first=first.reference, last=last.reference)
        self._told.setText(words)

    @Slot()
    def _accept(self) -> None:
        reason = self.why.checkedButton()
        self.chosen.emit(self.rows(), reason.objectName() if reason is not None else "other")
        self.accept()
