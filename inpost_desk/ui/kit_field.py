"""A field of a form: its label above, what is wrong with it below."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from inpost_desk.ui import look
from inpost_desk.ui.kit_text import Text
from inpost_desk.ui.look import Role, State
from inpost_desk.ui.shapes import Shape, ShapeLabel

FINDING_SHAPES = {
    State.INFORMATION: Shape.INFO,
    State.DONE: Shape.TICK,
    State.WARNING: Shape.TRIANGLE,
    State.ERROR: Shape.OCTAGON,
}


class FieldBox(QWidget):
    """Label, line edit and finding. The finding is also read out with the field."""

    def __init__(self, label: str, *, in_header: bool = False, note: str = "") -> None:
        super().__init__()
        self.edit = QLineEdit()
        self.edit.setFont(look.font(Role.BODY if in_header else Role.FIELD))
        self.edit.setProperty("form", "false" if in_header else "true")
        self.edit.setAccessibleName(label)
        self.edit.installEventFilter(self)
        self.label = Text(label, bold=True)
        self.label.setBuddy(self.edit)
        self._mark = ShapeLabel(Shape.TICK)
        self._mark.setParent(self.edit)
        self._mark.hide()
        self._finding = Text("", wrap=True)
        self._finding.hide()
        self._lay_out(note)

    def _lay_out(self, note: str) -> None:
        top = QHBoxLayout()
        top.setSpacing(look.GAP)
        top.addWidget(self.label)
        if note:
            top.addWidget(Text(note, tone="text2"))
        top.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(top)
        layout.addWidget(self.edit)
        layout.addWidget(self._finding)

    def text(self) -> str:
        """What stands in the field, without blanks round it."""
        return self.edit.text().strip()

    def finding(self) -> str:
        """What is said below the field."""
        return self._finding.text()

    def set_finding(self, text: str, state: State = State.ERROR) -> None:
        """Say what is to be said about what stands in the field; "" takes it back."""
        shape = FINDING_SHAPES.get(state) if text else None
        self._finding.set_state(text, state)
        self._finding.setVisible(bool(text))
        self.edit.setAccessibleDescription(text)
        self.edit.setProperty("finding", state.value if shape else "")
        self.edit.style().unpolish(self.edit)
        self.edit.style().polish(self.edit)
        self._mark.setVisible(shape is not None)
        self.edit.setTextMargins(0, 0, 24 if shape else 0, 0)
        if shape:
            self._mark.set_shape(shape, state)
            self._place_mark()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Keep the shape at the right end of the field."""
        if event.type() == QEvent.Type.Resize:
            self._place_mark()
        return super().eventFilter(watched, event)

    def _place_mark(self) -> None:
        edge = 12
        self._mark.move(
            self.edit.width() - self._mark.width() - edge,
            (self.edit.height() - self._mark.height()) // 2,
        )
