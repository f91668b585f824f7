"""After trouble at the printer: the last label that came out well is scanned, those after it come again."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from inpost_desk.ui import look
from inpost_desk.ui.kit import FieldBox, Heading, KeyButton, Text
from inpost_desk.ui.kit_dialog import Dialog
from inpost_desk.ui.look import Role
from inpost_desk.ui.orders.paper_jobs import LastGood
from inpost_desk.ui.scanner import TAKES_SCANS
from inpost_desk.wording.speech import translate


class ScanField(FieldBox):
    """Takes a scanner's or a person's digits; blanks do not count, Enter ends them."""

    scanned = Signal(str)

    def __init__(self) -> None:
        super().__init__(translate("ui", "Number on the last good label"))
        self.edit.setProperty(TAKES_SCANS, True)
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
    """The `LastGood` that was found. Before that nothing is decided."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._found: LastGood | None = None
        self.setWindowTitle(translate("ui", "The last good label"))
        self.scan = ScanField()
        self.told = Text("", Role.FIELD, bold=True, wrap=True)
        self.first = Text("", Role.FIELD, wrap=True)
        self.more = Text("", tone="text2", wrap=True)
        self.print = KeyButton("", key="Enter", icon="printer", kind="accent")
        self.cancel = KeyButton(translate("ui", "Later"), key="Esc", kind="quiet")
        self._lay_out()
        self.print.clicked.connect(self._agree)
        self.cancel.clicked.connect(self.reject)

    def show_found(self, found: LastGood) -> None:
        """So many labels come again, from that one on, if the person agrees."""
        self._found = found
        self.scan.hide()
        count = len(found.seen.shipments)
        if count:
            words = translate("ui", "Labels that come again: {count}").format(count=count)
            told = translate("ui", "Throw away what came out after the good label.")
            act = translate("ui", "Print again ({count})").format(count=count)
            first = translate("ui", "The first of them: {reference}")
            # A reference is not torn at its hyphens.
            unbroken = found.first.replace("-", "\N{NON-BREAKING HYPHEN}")
            self.first.setText(first.format(reference=unbroken))
        else:
            words = translate("ui", "It was the last one: nothing has to come again.")
            told = translate("ui", "All labels before it then count as printed.")
            act = translate("ui", "All came out")
            self.print.set_icon("")
        self.first.setVisible(bool(count))
        self.told.setText(words)
        self.told.show()
        later = translate("ui", "Nothing is decided before you confirm it.")
        self.more.setText(f"{told} {later}")
        self.print.set_text(act)
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
        for later in (self.print, self.told, self.first):
            later.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(look.EDGE, look.EDGE, look.EDGE, look.EDGE)
        column.setSpacing(look.PAD)
        column.addWidget(Heading(translate("ui", "The last good label")))
        for widget in (self.told, self.first, self.more, self.scan):
            column.addWidget(widget)
        column.addStretch(1)
        row = QHBoxLayout()
        row.addWidget(self.cancel)
        row.addStretch(1)
        row.addWidget(self.print)
        column.addLayout(row)

    def event(self, event: QEvent) -> bool:
        """Grow with what is said: a dialog by itself keeps its height where words wrap."""
        changed = event.type() == QEvent.Type.LayoutRequest
        taken = super().event(event)
        # Nothing is asked of it after its own end, which comes as an event too.
        layout = self.layout() if changed else None
        if layout is not None:
            width = max(self.width(), self.minimumSizeHint().width())
            needed = layout.totalHeightForWidth(width)
            self.resize(width, max(self.height(), needed))
        return taken

    @Slot()
    def _agree(self) -> None:
        self.agreed.emit(self._found)
        self.accept()
