"""Language, look and hints in the settings, which change at once; what was said of order files' columns."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from inpost_desk.settings import Settings
from inpost_desk.ui import look
from inpost_desk.ui.kit import Caption, KeyButton, Segmented, Text
from inpost_desk.ui.look import DARK_LOOK, LIGHT_LOOK
from inpost_desk.wording.speech import translate

SYSTEM = "system"
"""A segment needs a key; in the settings the system's is ""."""


class LookForm(QWidget):
    """Two rows of choices, hints or none, and the way to be asked about columns again."""

    language_chosen = Signal(str)
    look_chosen = Signal(str)
    forget_maps_asked = Signal()
    hints_chosen = Signal(bool)
    all_hints_asked = Signal()
    """Also those that were shown."""

    def __init__(self) -> None:
        super().__init__()
        system = (SYSTEM, translate("ui", "as the system"))
        self.languages = Segmented(
            [("pl", "Polski"), ("en", "English"), system], name=translate("ui", "Language")
        )
        self.looks = Segmented(
            [
                (LIGHT_LOOK, translate("ui", "light")),
                (DARK_LOOK, translate("ui", "dark")),
                system,
            ],
            name=translate("ui", "Look"),
        )
        self.forget_button = KeyButton(
            translate("ui", "Forget remembered column maps"), icon="columns", kind="plain"
        )
        self._maps = Caption(wrap=True)
        self.hints = QCheckBox(translate("ui", "Show a hint where something is used first"))
        self.all_hints_button = KeyButton(
            translate("ui", "Show all hints again"), icon="undo", kind="plain"
        )
        self.languages.changed.connect(lambda key: self.language_chosen.emit(_setting(key)))
        self.looks.changed.connect(lambda key: self.look_chosen.emit(_setting(key)))
        self.forget_button.clicked.connect(self.forget_maps_asked)
        self.hints.toggled.connect(self.hints_chosen)
        self.all_hints_button.clicked.connect(self.all_hints_asked)
        self._lay_out()

    def set_value(self, known: Settings) -> None:
        """Show what was decided."""
        self.languages.set_value(known.language or SYSTEM)
        self.looks.set_value(known.look or SYSTEM)
        with QSignalBlocker(self.hints):
            self.hints.setChecked(known.hints)
        words = translate("ui", "Remembered: {count}. The next such file asks again.")
        self._maps.setText(words.format(count=len(known.columns)))
        self.forget_button.setEnabled(bool(known.columns))
        self.forget_button.setAccessibleDescription(self._maps.text())

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(look.GAP)
        for title, part in (
            (translate("ui", "Language"), self.languages),
            (translate("ui", "Look"), self.looks),
            (translate("ui", "Hints"), self.hints),
            (translate("ui", "Columns of order files"), self.forget_button),
        ):
            layout.addWidget(Text(title, bold=True))
            layout.addWidget(part, 0, Qt.AlignmentFlag.AlignLeft)
            layout.addSpacing(look.PAD)
        layout.insertWidget(layout.indexOf(self.forget_button) + 1, self._maps)
        left = Qt.AlignmentFlag.AlignLeft
        layout.insertWidget(layout.indexOf(self.hints) + 1, self.all_hints_button, 0, left)


def _setting(key: str) -> str:
    return "" if key == SYSTEM else key
