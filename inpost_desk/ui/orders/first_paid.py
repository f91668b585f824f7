"""The question that is asked once for each account that pays: whether parcels may be bought by themselves."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from inpost_desk.ui import look
from inpost_desk.ui.kit import Heading, KeyButton, Text
from inpost_desk.ui.kit_dialog import Dialog
from inpost_desk.wording.speech import translate


class FirstPaidDialog(Dialog):
    """Accepted where they may. Nothing is the default: no stray Enter answers it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        title = translate("ui", "May parcels be bought by themselves?")
        self.setWindowTitle(title)
        self.yes = KeyButton(translate("ui", "Yes, this account pays"), kind="accent")
        self.no = KeyButton(translate("ui", "Not now"), key="Esc", kind="quiet")
        words = translate(
            "ui",
            "Nobody presses a button for them: InPost charges this account as soon as a file is in. You are "
            "asked once for this account; Settings switch it off at any time.",
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(look.EDGE, look.EDGE, look.EDGE, look.EDGE)
        column.setSpacing(look.GAP)
        column.addWidget(Heading(title))
        column.addWidget(Text(words, wrap=True))
        row = QHBoxLayout()
        for button in (self.no, self.yes):
            button.setAutoDefault(False)
            row.addWidget(button)
        column.addLayout(row)
        self.yes.clicked.connect(self.accept)
        self.no.clicked.connect(self.reject)
        self.no.setFocus()
