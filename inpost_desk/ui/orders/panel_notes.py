"""What is quietly noted about the whole pile: what it costs, how long Paczka w Weekend can be made still."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from inpost_desk.ui import look
from inpost_desk.ui.look import State
from inpost_desk.ui.orders.panel_parts import Lines, column
from inpost_desk.ui.shapes import Shape


class NotesBox(QWidget):
    """A few lines, nothing at all where there is none."""

    def __init__(self) -> None:
        super().__init__()
        self.lines = Lines()
        column(self, margins=(look.PAD, 12, look.PAD, 0)).addWidget(self.lines)

    def show_notes(self, notes: Sequence[str]) -> None:
        """Show these notes."""
        self.lines.say([(one, Shape.INFO, State.QUIET, "") for one in notes])
        self.setVisible(bool(notes))
