"""Labels in the roles and tones of the look."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from inpost_desk.ui import look
from inpost_desk.ui.look import Role, State


class Text(QLabel):
    """Words in one role and one tone.

    Tones: "text", "text2", "text3", or a `State`, which means that state's ink. `wrap` breaks lines.
    """

    def __init__(
        self,
        text: str = "",
        role: Role = Role.BODY,
        *,
        tone: str = "text",
        bold: bool = False,
        wrap: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        # A file name or a receiver with "<" in it must not become markup.
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(look.font(role, bold=bold))
        self.setWordWrap(wrap)
        self.set_tone(tone)

    def set_tone(self, tone: str) -> None:
        """Speak in another tone."""
        if self.property("tone") != str(tone):
            self.setProperty("tone", str(tone))
            self.style().unpolish(self)
            self.style().polish(self)

    def set_state(self, text: str, state: State) -> None:
        """Say something in the ink of that state."""
        self.setText(text)
        self.set_tone(state)


class Heading(Text):
    """A heading: of a section unless another role is given."""

    def __init__(self, text: str = "", role: Role = Role.SECTION) -> None:
        super().__init__(text, role)


class Caption(Text):
    """A small quiet text."""

    def __init__(self, text: str = "", *, wrap: bool = False, tone: str = "text2") -> None:
        super().__init__(text, Role.CAPTION, tone=tone, wrap=wrap)
