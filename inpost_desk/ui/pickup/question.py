"""One question with one answer that does something, and one that does nothing."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from inpost_desk.ui import look
from inpost_desk.ui.kit import Heading, KeyButton, Text
from inpost_desk.ui.kit_dialog import Dialog
from inpost_desk.ui.look import Role
from inpost_desk.wording.speech import translate


class Question(Dialog):
    """Enter alone agrees to nothing: the button that does something must be gone to."""

    agreed = Signal()

    def __init__(self, title: str, told: str, yes: str, parent: QWidget, *, also: str = "") -> None:
        """`also`: what can be done at the same time."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.yes = KeyButton(yes, kind="main")
        self.no = KeyButton(translate("ui", "Do nothing"), key="Esc", kind="plain")
        self.yes.clicked.connect(self._agree)
        self.no.clicked.connect(self.reject)
        heading = Heading(title, Role.SECTION)
        heading.setWordWrap(True)
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(self.no)
        row.addWidget(self.yes)
        column = QVBoxLayout(self)
        column.setContentsMargins(look.EDGE, look.EDGE, look.EDGE, look.EDGE)
        column.setSpacing(look.PAD)
        column.addWidget(heading)
        column.addWidget(Text(told, wrap=True))
        self.also = QCheckBox(also)
        self.also.setVisible(bool(also))
        column.addWidget(self.also)
        column.addLayout(row)
        self.setMinimumWidth(420)
        self.no.setFocus()

    def _agree(self) -> None:
        self.accept()
        self.agreed.emit()
