"""A PIN typed twice. It leaves this card once, for its digest, and is never shown again."""

from __future__ import annotations

import re
from typing import Final

from PySide6.QtCore import QRegularExpression, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QRegularExpressionValidator
from PySide6.QtWidgets import QLineEdit, QVBoxLayout

from inpost_desk.ui import look
from inpost_desk.ui.kit import Card, FieldBox, KeyButton
from inpost_desk.ui.kit_flow import Flow
from inpost_desk.ui.settings_station_parts import wrapped
from inpost_desk.wording.speech import translate

LONGEST: Final = 8
_PIN: Final = re.compile(r"[0-9]{4,8}")


class PinCard(Card):
    """Asks for a PIN."""

    given = Signal(str)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._title = wrapped("")
        self.first = _field(translate("ui", "PIN"), translate("ui", "4 to 8 digits"))
        self.second = _field(translate("ui", "The same PIN again"))
        self.keep_button = KeyButton(translate("ui", "Save the PIN"), key="Enter", kind="header")
        self.leave_button = KeyButton(translate("ui", "Cancel"), key="Esc", kind="header")
        column = QVBoxLayout(self)
        column.setContentsMargins(look.PAD, 12, look.PAD, 12)
        column.setSpacing(look.GAP)
        for part in (
            self._title,
            self.first,
            self.second,
            Flow(self.keep_button, self.leave_button, gap=look.GAP),
        ):
            column.addWidget(part)
        self.keep_button.clicked.connect(self._keep)
        self.leave_button.clicked.connect(self.left)
        self.hide()

    def ask(self, name: str) -> None:
        """Ask for the PIN of that operator."""
        self._title.setText(translate("ui", "PIN of {name}").format(name=name))
        self.clear()
        self.show()
        self.first.edit.setFocus()

    def clear(self) -> None:
        """Forget what was typed."""
        for field in (self.first, self.second):
            # Unlike `clear`, this leaves nothing for Ctrl+Z.
            field.edit.setText("")
            field.set_finding("")

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Enter goes on, from field to field."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter) or event.isAutoRepeat():
            super().keyPressEvent(event)
        elif self.first.edit.hasFocus():
            self.second.edit.setFocus()
        else:
            self._keep()

    @Slot()
    def _keep(self) -> None:
        pin, again = self.first.text(), self.second.text()
        short = not _PIN.fullmatch(pin)
        self.first.set_finding(translate("ui", "A PIN has 4 to 8 digits.") if short else "")
        other = not short and pin != again
        self.second.set_finding(translate("ui", "That is another PIN.") if other else "")
        if short or other:
            wrong = self.first if short else self.second
            wrong.edit.setFocus()
            wrong.edit.selectAll()
            return
        self.clear()
        self.given.emit(pin)


def _field(label: str, note: str = "") -> FieldBox:
    field = FieldBox(label, in_header=True, note=note)
    field.edit.setEchoMode(QLineEdit.EchoMode.Password)
    field.edit.setMaxLength(LONGEST)
    digits = QRegularExpression(f"[0-9]{{0,{LONGEST}}}")
    field.edit.setValidator(QRegularExpressionValidator(digits, field.edit))
    return field
