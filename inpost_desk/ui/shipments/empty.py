"""What the Shipments page shows without rows: no history yet, or nothing that fits what is chosen."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from inpost_desk.ui import look
from inpost_desk.ui.kit import KeyButton, ShapeLabel, Text
from inpost_desk.ui.look import Role, State
from inpost_desk.ui.shapes import Shape
from inpost_desk.wording.speech import translate

_CENTRE = Qt.AlignmentFlag.AlignHCenter


class NothingHere(QWidget):
    """A shape, a sentence, and the one way on."""

    pressed = Signal()

    def __init__(
        self, heading: str, sentence: str, button: str, *, key: str, shape: Shape, kind: str
    ) -> None:
        super().__init__()
        self.heading = Text(heading, Role.HEADING, wrap=True)
        self.sentence = Text(sentence, Role.FIELD, tone="text2", wrap=True)
        self.button = KeyButton(button, key=key, kind=kind)
        self.button.clicked.connect(self.pressed)
        column = QVBoxLayout(self)
        column.setContentsMargins(look.FORM, look.FORM, look.FORM, look.FORM)
        column.setSpacing(look.PAD)
        column.addStretch(1)
        column.addWidget(ShapeLabel(shape, State.QUIET, 48), 0, _CENTRE)
        for one in (self.heading, self.sentence):
            one.setAlignment(_CENTRE)
            column.addWidget(one)
        column.addWidget(self.button, 0, _CENTRE)
        column.addStretch(2)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """The ground."""
        del event
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(look.colours().surface))
        painter.end()


def no_history() -> NothingHere:
    """There is no shipment at all."""
    return NothingHere(
        translate("ui", "There are no shipments yet"),
        translate(
            "ui", "What is bought here or elsewhere on this account shows here, with its way."
        ),
        translate("ui", "New shipment"),
        key="Ctrl+N",
        shape=Shape.LABEL,
        kind="accent",
    )


def nothing_found() -> NothingHere:
    """None fits what is chosen and typed."""
    return NothingHere(
        translate("ui", "Nothing found"),
        translate("ui", "No shipment fits what is chosen and typed."),
        translate("ui", "Show all shipments"),
        key="Esc",
        shape=Shape.CIRCLE,
        kind="plain",
    )
