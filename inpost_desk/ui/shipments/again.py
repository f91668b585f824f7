"""The question before labels of the history are printed again: why. No default that wastes paper."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QRadioButton, QVBoxLayout, QWidget

from inpost_desk.ui import look
from inpost_desk.ui.kit import Heading, KeyButton, Text
from inpost_desk.ui.kit_dialog import Dialog
from inpost_desk.ui.orders.again import REASONS
from inpost_desk.wording.speech import translate


class WhyDialog(Dialog):
    """Why these labels are printed once more."""

    chosen = Signal(str)

    def __init__(self, what: str, count: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(translate("ui", "Print again"))
        self.why = QButtonGroup(self)
        self.print = KeyButton(
            translate("ui", "Print ({count})").format(count=count),
            key="Enter",
            icon="printer",
            kind="accent",
        )
        self.cancel = KeyButton(translate("ui", "Cancel"), key="Esc")
        self.print.clicked.connect(self._accept)
        self.cancel.clicked.connect(self.reject)
        self.print.setDefault(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(look.EDGE, look.EDGE, look.EDGE, look.EDGE)
        column.setSpacing(look.GAP)
        column.addWidget(Heading(translate("ui", "Why again?")))
        column.addWidget(Text(what, tone="text2", wrap=True))
        for key, words in REASONS.items():
            button = QRadioButton(translate("ui", words))
            button.setObjectName(key)
            self.why.addButton(button)
            column.addWidget(button)
        self.why.buttons()[0].setChecked(True)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.cancel)
        row.addWidget(self.print)
        column.addLayout(row)

    @Slot()
    def _accept(self) -> None:
        reason = self.why.checkedButton()
        self.chosen.emit(reason.objectName() if reason is not None else "other")
        self.accept()
