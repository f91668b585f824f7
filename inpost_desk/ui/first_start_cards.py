"""What the pages of the first start and the settings say about a step: shape, fact, explanation, keys."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from inpost_desk.ui import look
from inpost_desk.ui.kit import Card, ShapeLabel, Text
from inpost_desk.ui.kit_field import FINDING_SHAPES
from inpost_desk.ui.kit_flow import Flow
from inpost_desk.ui.look import Role, State
from inpost_desk.ui.shapes import Shape


class Finding(Card):
    """A tinted card: a bold fact, what it means, and buttons where there is something to do."""

    def __init__(self, *buttons: QWidget) -> None:
        super().__init__(State.INFORMATION)
        self._mark = ShapeLabel(Shape.INFO, State.INFORMATION, 18)
        self._fact = Text("", Role.BODY, bold=True, wrap=True)
        self._detail = Text("", Role.BODY, tone="text2", wrap=True)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(self._fact)
        words.addWidget(self._detail)
        self._buttons = buttons
        words.addWidget(Flow(*buttons, gap=look.GAP, margins=(0, look.GAP, 0, 0)))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 12, look.PAD, 12)
        layout.setSpacing(12)
        column = QVBoxLayout()
        column.addWidget(self._mark)
        column.addStretch(1)
        layout.addLayout(column)
        layout.addLayout(words, 1)
        self.hide()

    def say(
        self,
        state: State,
        fact: str,
        detail: str = "",
        *,
        working: bool = False,
        offer: Collection[QWidget] = (),
    ) -> None:
        """Show a fact; `working` makes the shape the arc, `offer` are the buttons of now."""
        shape = Shape.ARC if working else FINDING_SHAPES.get(state, Shape.INFO)
        self.set_state(state)
        self._mark.set_shape(shape, state)
        self._fact.setText(fact)
        self._fact.setVisible(bool(fact))
        self._detail.setText(detail)
        self._detail.setVisible(bool(detail))
        for button in self._buttons:
            button.setVisible(button in offer)
        self.setAccessibleName(" ".join(filter(None, (fact, detail))))
        self.show()

    def words(self) -> str:
        """Everything that is said."""
        return self.accessibleName() if not self.isHidden() else ""
