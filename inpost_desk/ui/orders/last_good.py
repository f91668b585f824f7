"""After trouble at the printer: the last label that came out well is scanned, those after it come again."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from inpost_desk.ui import look
from inpost_desk.ui.kit import FieldBox, Heading, KeyButton, Text
from inpost_desk.ui.kit_dialog import Dialog
from inpost_desk.ui.look import Role
from inpost_desk.wording.speech import translate


class ScanField(FieldBox):
    """Takes a scanner's or a person's digits; blanks do not count, Enter ends them."""

    scanned = Signal(str)

    def __init__(self) -> None:
        super().__init__(translate("ui", "Number on the last good label"))
        self.edit.setPlaceholderText(translate("ui", "scan it, or type it and press Enter"))
        self.edit.returnPressed.connect(self._entered)
        self.edit.textEdited.connect(lambda _: self.set_finding(""))

    def refuse(self, words: str) -> None:
        """Say why nothing is to be done with it; the next scan takes its place."""
        self.set_finding(words)
        self.edit.setEnabled(True)
        self.edit.setFocus()
        self.edit.selectAll()

    @Slot()
    def _entered(self) -> None:
        number = "".join(self.text().split())
        if number:
            # A second Enter must not ask again while the first one is looked up.
            self.edit.setEnabled(False)
            self.scanned.emit(number)


class LastGoodDialog(Dialog):
    """Which label was the last good one, and then how many come again."""

    agreed = Signal(object)
    """The shipments whose labels come again, in their order."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._shipments: Sequence[int] = ()
        self.setWindowTitle(translate("ui", "The last good label"))
        self.scan = ScanField()
        self.told = Text("", Role.FIELD, bold=True, wrap=True)
        self.more = Text("", tone="text2", wrap=True)
        self.print = KeyButton("", key="Enter", icon="printer", kind="accent")
        self.cancel = KeyButton(translate("ui", "Later"), key="Esc", kind="quiet")
        self._lay_out()
        self.print.clicked.connect(self._agree)
        self.cancel.clicked.connect(self.reject)

    def show_found(self, shipments: Sequence[int], first: str) -> None:
        """So many labels come again, from that one on."""
        self._shipments = shipments
        self.scan.hide()
        count = len(shipments)
        if not shipments:
            self.told.setText(translate("ui", "It was the last one: nothing has to come again."))
            self.more.setText("")
            self.cancel.set_text(translate("ui", "Close"))
            self.cancel.setFocus()
            return
        words = translate("ui", "Labels that come again: {count}, from {first} on")
        self.told.setText(words.format(count=count, first=first))
        self.more.setText(
            translate(
                "ui",
                "Throw away what came out after the good label. Without an answer the next run prints them.",
            )
        )
        again = translate("ui", "Print again ({count})").format(count=count)
        self.print.set_text(again)
        self.print.show()
        self.print.setFocus()

    def _lay_out(self) -> None:
        self.setMinimumWidth(460)
        self.more.setText(
            translate(
                "ui",
                "Scan the bar code of the last label that came out well. What the printer got after it comes "
                "again, in its order.",
            )
        )
        self.print.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(look.EDGE, look.EDGE, look.EDGE, look.EDGE)
        column.setSpacing(look.PAD)
        column.addWidget(Heading(translate("ui", "The last good label")))
        for widget in (self.told, self.more, self.scan):
            column.addWidget(widget)
        column.addStretch(1)
        row = QHBoxLayout()
        row.addWidget(self.cancel)
        row.addStretch(1)
        row.addWidget(self.print)
        column.addLayout(row)

    @Slot()
    def _agree(self) -> None:
        self.agreed.emit(self._shipments)
        self.accept()
