"""The dialog for a mistake of the program itself: what happened, nothing lost, the report to copy."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from inpost_desk.ui import look
from inpost_desk.ui.kit import Heading, KeyButton
from inpost_desk.ui.kit_dialog import Dialog
from inpost_desk.ui.look import Role, State
from inpost_desk.ui.shapes import Shape, ShapeLabel
from inpost_desk.wording.speech import translate


class CrashDialog(Dialog):
    """Not modal: whoever is in the middle of something may finish it first."""

    close_asked = Signal()

    def __init__(self, report: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._more = 0
        self.setWindowTitle(translate("ui", "A mistake of the program"))
        self._counted = QLabel()
        self._counted.hide()
        self._report = self._report_box(report)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(look.EDGE, look.EDGE, look.EDGE, look.PAD)
        inside.setSpacing(look.GAP)
        inside.addLayout(_heading())
        inside.addWidget(_sentences())
        inside.addWidget(self._report, 1)
        inside.addWidget(self._counted)
        inside.addLayout(self._buttons())
        self.resize(720, 480)

    def count_one_more(self) -> None:
        """Something else failed while this dialog is open."""
        self._more += 1
        words = translate("ui", "Since then, also in the log: {count}").format(count=self._more)
        self._counted.setText(words)
        self._counted.show()

    def report(self) -> str:
        """The text that can be copied."""
        return self._report.toPlainText()

    def _report_box(self, report: str) -> QPlainTextEdit:
        box = QPlainTextEdit(report)
        box.setReadOnly(True)
        box.setFont(look.font(Role.CAPTION))
        box.setAccessibleName(translate("ui", "Report"))
        # Tab leads on to the buttons.
        box.setTabChangesFocus(True)
        return box

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(look.GAP)
        copy = KeyButton(translate("ui", "Copy the report"), icon="copy")
        copy.clicked.connect(self._copy)
        end = KeyButton(translate("ui", "Close the program"))
        end.clicked.connect(self._end)
        on = KeyButton(translate("ui", "Go on"), key="Esc", kind="main")
        on.clicked.connect(self.reject)
        row.addWidget(copy)
        row.addStretch(1)
        row.addWidget(end)
        row.addWidget(on)
        on.setDefault(True)
        on.setFocus()
        return row

    @Slot()
    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.report())

    @Slot()
    def _end(self) -> None:
        self.close_asked.emit()
        self.reject()


def _heading() -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(look.GAP)
    row.addWidget(ShapeLabel(Shape.OCTAGON, State.ERROR, size=18), 0, Qt.AlignmentFlag.AlignVCenter)
    row.addWidget(Heading(translate("ui", "Something in the program went wrong")), 1)
    return row


def _sentences() -> QLabel:
    words = QLabel(
        translate(
            "ui",
            "This is a mistake of ours. What was bought and printed is noted, and nothing is bought "
            "twice. Please copy the report and send it to us: it holds no tokens, e-mail addresses or "
            "phone numbers.",
        )
    )
    words.setWordWrap(True)
    return words
