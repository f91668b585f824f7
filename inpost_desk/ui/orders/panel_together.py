"""Orders for the same person and place: offered to go in one box, shown as going together, or why not."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from inpost_desk.ui import look
from inpost_desk.ui.kit import Card, KeyButton
from inpost_desk.ui.look import Role, State
from inpost_desk.ui.orders.panel_parts import Words, column
from inpost_desk.wording.speech import translate

KEY = "Ctrl+J"


@dataclass(frozen=True, slots=True)
class TogetherCard:
    """Orders of these rows, the one that is shown among them. `joined`: they go in one box, `sent` already.

    `paid_twice`: more than one of them has cash on delivery or protection, which are never summed.
    """

    rows: tuple[int, ...]
    references: tuple[str, ...]
    joined: bool = False
    paid_twice: bool = False
    sent: bool = False


class TogetherBox(QWidget):
    """The offer; nothing is ever put together by itself."""

    asked = Signal(object, bool)
    """Row numbers, and whether they are to go apart again."""

    def __init__(self) -> None:
        super().__init__()
        self._card: TogetherCard | None = None
        self._title = Words(role=Role.FIELD, bold=True)
        self._more = Words(role=Role.CAPTION, tone="text2")
        self.button = KeyButton("", key=KEY, icon="box", kind="header")
        self.button.clicked.connect(self.press)
        card = Card(State.QUIET)
        inside = column(card, margins=(12, 12, 12, 12), spacing=6)
        inside.addWidget(self._title)
        inside.addWidget(self._more)
        inside.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        column(self, margins=(look.PAD, 12, look.PAD, 0)).addWidget(card)
        self.hide()

    def show_card(self, card: TogetherCard | None) -> None:
        """Show these orders, or nothing."""
        self._card = card
        self.setVisible(card is not None)
        if card is None:
            return
        names = ", ".join(card.references)
        if card.joined:
            self._title.say(translate("ui", "In one box: {references}").format(references=names))
            self._more.say(translate("ui", "One parcel; every reference leads to it."))
        else:
            title = translate("ui", "Same receiver, same place: {references}")
            self._title.say(title.format(references=names))
            self._more.say(_why(card))
        words = translate("ui", "Apart") if card.joined else translate("ui", "Together")
        self.button.set_text(words)
        self.button.setVisible(not card.sent and not card.paid_twice)

    def rows(self) -> tuple[int, ...]:
        """The rows it is about."""
        return () if self._card is None else self._card.rows

    def press(self) -> None:
        """Put them together, or apart again."""
        card = self._card
        if card is not None and not self.button.isHidden():
            self.asked.emit(card.rows, card.joined)


def _why(card: TogetherCard) -> str:
    if card.paid_twice:
        return translate(
            "ui",
            "Not in one box: more than one has cash on delivery or extra protection, and I add up no money.",
        )
    return translate("ui", "In one box they are one parcel, paid for once.")
