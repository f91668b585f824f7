"""The question before labels are printed again: which ones, and why. No default that wastes paper."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QRadioButton, QVBoxLayout, QWidget

from inpost_desk.domain.pile import PileRow
from inpost_desk.ui import look
from inpost_desk.ui.kit import FieldBox, Heading, KeyButton, Text
from inpost_desk.ui.kit_dialog import Dialog
from inpost_desk.ui.orders.paper_jobs import Wish
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
RANGE: Final = "range"
LAST: Final = "last"


class AgainDialog(Dialog):
    """Which labels are printed again, and why: rows of the pile with a label, and the last label printed."""

    chosen = Signal(object, str)
    """`Wish`es in the order of the pile, and the reason."""

    def __init__(
        self, rows: Sequence[PileRow], start: int, selected: Sequence[int], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._rows = list(rows)
        self._start = start
        self._selected = frozenset(selected)
        self._last: Wish | None = None
        self.setWindowTitle(translate("ui", "Print again"))
        self.which = QButtonGroup(self)
        self.why = QButtonGroup(self)
        self._choices = QVBoxLayout()
        self._range = QWidget()
        self.first = FieldBox(translate("ui", "from"))
        self.final = FieldBox(translate("ui", "to"))
        self._told = Text("", tone="text2", wrap=True)
        self.print = KeyButton("", key="Enter", icon="printer", kind="accent")
        self.cancel = KeyButton(translate("ui", "Cancel"), key="Esc")
        self._lay_out()
        self._connect()
        self._count()

    def offer_last(self, last: Wish, *, choose: bool = False) -> None:
        """Offer the label that was printed last, whichever pile it is of."""
        self._last = last
        words = translate("ui", "The last one printed: {reference}")
        button = self._add_choice(LAST, words.format(reference=last.reference))
        if choose or self.which.checkedButton() is None:
            button.setChecked(True)
        self._count()

    def wishes(self) -> list[Wish]:
        """What would be printed."""
        if self._kind() == LAST:
            return [self._last] if self._last is not None else []
        return [Wish(row.local_id or 0, row.reference) for row in self._chosen_rows()]

    # Which

    def _kind(self) -> str:
        chosen = self.which.checkedButton()
        return chosen.objectName() if chosen is not None else ""

    def _chosen_rows(self) -> list[PileRow]:
        match self._kind():
            case "from_here":
                return [row for row in self._rows if row.row >= self._start]
            case "selected":
                return [row for row in self._rows if row.row in self._selected]
            case "range":
                first, final = (self._named(box) for box in (self.first, self.final))
                if first is None or final is None:
                    return []
                return [row for row in self._rows if first.row <= row.row <= final.row]
            case "one":
                return [row for row in self._rows if row.row == self._start]
            case _:
                return []

    def _named(self, box: FieldBox) -> PileRow | None:
        """The row that a field says: by its reference, the number on its label, or its place."""
        text = box.text()
        number = "".join(text.split())
        for fits in (
            lambda row: row.reference.casefold() == text.casefold(),
            lambda row: row.tracking_number == number,
            lambda row: str(row.row) == number,
        ):
            found = next((row for row in self._rows if text and fits(row)), None)
            if found is not None:
                return found
        return None

    # Showing

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(look.EDGE, look.EDGE, look.EDGE, look.EDGE)
        column.setSpacing(look.GAP)
        column.addWidget(Heading(translate("ui", "Which labels?")))
        self._choices.setSpacing(look.GAP)
        column.addLayout(self._choices)
        self._add_which()
        column.addWidget(self._range)
        self._lay_out_range()
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

    def _lay_out_range(self) -> None:
        row = QHBoxLayout(self._range)
        row.setContentsMargins(look.EDGE, 0, 0, 0)
        row.setSpacing(look.PAD)
        hint = translate("ui", "reference, place or number")
        for box in (self.first, self.final):
            box.edit.setPlaceholderText(hint)
            row.addWidget(box, 1, Qt.AlignmentFlag.AlignTop)

    def _connect(self) -> None:
        self.print.clicked.connect(self._accept)
        self.cancel.clicked.connect(self.reject)
        self.which.buttonToggled.connect(lambda *_: self._count())
        for box in (self.first, self.final):
            box.edit.textChanged.connect(lambda _: self._count())

    def _add_choice(self, kind: str, text: str) -> QRadioButton:
        button = QRadioButton(text)
        button.setObjectName(kind)
        self.which.addButton(button)
        self._choices.addWidget(button)
        return button

    def _add_which(self) -> None:
        if not self._rows:
            return
        here = next((row for row in self._rows if row.row >= self._start), self._rows[-1])
        if any(row.row == self._start for row in self._rows):
            one = translate("ui", "Only {reference}").format(reference=here.reference)
            self._add_choice(ONE, one)
        if len(self._selected) > 1:
            self._add_choice(SELECTED, translate("ui", "The selected ones"))
        words = translate("ui", "All from place {row} ({reference}) on")
        self._add_choice(FROM_HERE, words.format(row=here.row, reference=here.reference))
        self._add_choice(RANGE, translate("ui", "From one to another"))
        self.which.buttons()[0].setChecked(True)

    @Slot()
    def _count(self) -> None:
        wishes = self.wishes()
        ranged = self._kind() == RANGE
        self._range.setVisible(ranged)
        # The range's fields and the last label come later than the dialog.
        if self.isVisible():
            QTimer.singleShot(0, self, self.adjustSize)
        if ranged:
            self._find_fault()
        self.print.set_text(translate("ui", "Print ({count})").format(count=len(wishes)))
        self.print.setEnabled(bool(wishes))
        words = ""
        if len(wishes) > 1:
            words = translate("ui", "from {first} to {last}, in the order of the pile")
            words = words.format(first=wishes[0].reference, last=wishes[-1].reference)
        self._told.setText(words)

    def _find_fault(self) -> None:
        """Say at the field what keeps it from meaning a label."""
        for box in (self.first, self.final):
            unknown = bool(box.text()) and self._named(box) is None
            words = translate("ui", "No label of this pile is called that.")
            box.set_finding(words if unknown else "")
        first, final = self._named(self.first), self._named(self.final)
        if first is not None and final is not None and first.row > final.row:
            words = translate("ui", "It comes before the first one in the pile.")
            self.final.set_finding(words)

    @Slot()
    def _accept(self) -> None:
        reason = self.why.checkedButton()
        wishes = self.wishes()
        if wishes:
            self.chosen.emit(wishes, reason.objectName() if reason is not None else "other")
            self.accept()
