"""What buying has to say, on the page it is done from: one sentence in the tint of its state."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout

from inpost_desk.ui import look
from inpost_desk.ui.kit import Card, ShapeLabel, Text
from inpost_desk.ui.look import State
from inpost_desk.ui.shapes import Shape

_SHAPES = {
    State.INFORMATION: Shape.INFO,
    State.WARNING: Shape.TRIANGLE,
    State.ERROR: Shape.OCTAGON,
    State.DONE: Shape.TICK,
}


class BuyingNote(Card):
    """Hidden while there is nothing to say."""

    def __init__(self) -> None:
        super().__init__(State.INFORMATION)
        self.text = Text("", wrap=True, bold=True)
        self._mark = ShapeLabel(Shape.INFO, State.INFORMATION, 18)
        row = QHBoxLayout(self)
        row.setContentsMargins(look.PAD, look.GAP + 2, look.PAD, look.GAP + 2)
        row.setSpacing(look.PAD)
        row.addWidget(self._mark)
        row.addWidget(self.text, 1)
        self.hide()

    def say(self, told: tuple[str, State] | None) -> None:
        """Show that, or nothing."""
        self.setVisible(told is not None)
        if told is None:
            return
        words, state = told
        self.set_state(state)
        self._mark.set_shape(_SHAPES[state], state)
        self.text.setText(words)
        self.setAccessibleName(words)
