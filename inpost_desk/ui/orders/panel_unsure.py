"""An order whose answer was lost: the evidence side by side, and the three answers.

*It is not there* may cost money, so it takes a second key, another one, in the same card.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QWidget

from inpost_desk.domain.shipment import ShipmentId
from inpost_desk.ui import look
from inpost_desk.ui.kit import Card, Text
from inpost_desk.ui.look import Role, State
from inpost_desk.ui.orders.panel_cards import Candidate, UnsureCard
from inpost_desk.ui.orders.panel_parts import AnswerButton, Lines, Words, column
from inpost_desk.ui.shapes import Shape
from inpost_desk.wording.sentences import moment_words, status_words
from inpost_desk.wording.speech import QT_TRANSLATE_NOOP, translate

ADOPT: Final = "adopt"
ABSENT: Final = "absent"
SETTLE: Final = "settle"
BACK: Final = "back"
YES: Final = "yes"

# The sentences of the command line name its commands; here the answers stand below.
REASONS: Final[Mapping[str, str]] = {
    "answer_lost": QT_TRANSLATE_NOOP(
        "ui", "InPost’s answer was lost. It is being looked for, and nothing is bought twice."
    ),
    "same_reference": QT_TRANSLATE_NOOP(
        "ui", "InPost has a shipment with this reference. It may be this one or another one."
    ),
    "keys_not_proven": QT_TRANSLATE_NOOP(
        "ui", "InPost seems not to have it, but that is not certain."
    ),
    "too_old": QT_TRANSLATE_NOOP(
        "ui", "InPost does not have it, but over an hour has passed since it was asked for."
    ),
}


class UnsureBox(QWidget):
    """The first unsure order as the card that the keys mean, the others below."""

    answered = Signal(str, str, object)

    def __init__(self) -> None:
        super().__init__()
        self._cards: list[UnsureCard] = []
        self._sure = False
        self._chosen: ShipmentId | None = None
        self.card = Card()
        self.card.set_current(True)
        self._who = Words(role=Role.CAPTION, tone="text2")
        self.title = Words(role=Role.FIELD, bold=True)
        self._why = Words(tone="text2")
        self._evidence_title = Words(role=Role.CAPTION, tone="text2", bold=True)
        self._group = QButtonGroup(self)
        self._choices: list[tuple[QRadioButton, Words, Words]] = []
        self._evidence = QWidget()
        self._evidence_rows = column(self._evidence, spacing=2)
        self.buttons = {key: AnswerButton() for key in (ADOPT, ABSENT, SETTLE, BACK, YES)}
        self._others_title = Text("", Role.CAPTION, tone="text2", bold=True)
        self.others = Lines()
        self._lay_out()
        self._connect()

    def _connect(self) -> None:
        for digit, key in ((1, ADOPT), (2, ABSENT), (3, SETTLE)):
            self.buttons[key].clicked.connect(lambda _=False, number=digit: self.press(number))
        self.buttons[BACK].clicked.connect(lambda: self._ask(sure=False))
        self.buttons[YES].clicked.connect(lambda: self.press(4))
        self._group.idToggled.connect(self._toggled)

    def _lay_out(self) -> None:
        layout = column(self, spacing=0)
        inside = column(self.card, margins=(look.PAD, 12, look.PAD, 12), spacing=6)
        for widget in (self._who, self.title, self._why, self._evidence_title, self._evidence):
            inside.addWidget(widget)
        for button in self.buttons.values():
            inside.addWidget(button)
        layout.addWidget(self.card)
        below = QWidget()
        others = column(below, margins=(look.PAD, 12, look.PAD, 12), spacing=4)
        others.addWidget(self._others_title)
        others.addWidget(self.others)
        layout.addWidget(below)

    def show_unsure(self, cards: Sequence[UnsureCard]) -> None:
        """Show these; the first is the one the keys mean. A choice begun outlives the same facts only."""
        if list(cards) == self._cards:
            return
        new, old = (_facts(some[0]) if some else () for some in (cards, self._cards))
        self._cards = list(cards)
        self._sure = self._sure and new == old
        if new[:2] != old[:2]:
            self._chosen = None
        if self._cards:
            self._choose_anew(self._cards[0])
            self._say(self._cards[0])
        rest = self._cards[1:]
        self._others_title.setText(translate("ui", "Also unsure"))
        self._others_title.setVisible(bool(rest))
        self.others.say(
            [
                (
                    " · ".join(filter(None, (one.reference, one.name))),
                    Shape.DIAMOND,
                    State.WARNING,
                    translate("ui", "no. {row}").format(row=one.row) if one.row else "",
                )
                for one in rest
            ]
        )

    def choices(self) -> list[QRadioButton]:
        """The candidates to choose among, where there are several."""
        return [radio for radio, _, _ in self._choices if not radio.isHidden()]

    def press(self, digit: int) -> bool:
        """Give the answer of that digit. Whether there is one now."""
        if not self._cards:
            return False
        card = self._cards[0]
        if self._sure:
            if digit == 4:
                self._sure = False
                self.answered.emit(card.reference, ABSENT, None)
            elif digit == 1:
                self._ask(sure=False)
            return digit in (1, 4)
        if digit == 1 and self._chosen is not None:
            self.answered.emit(card.reference, ADOPT, self._chosen)
        elif digit == 1 and card.candidates:
            self.choices()[0].setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif digit == 2 and card.asked:
            self._ask(sure=True)
        elif digit == 3 and not card.looking:
            self.answered.emit(card.reference, SETTLE, None)
        else:
            return False
        return True

    def back(self) -> bool:
        """Leave the question whether one is sure. Whether it was asked."""
        was = self._sure
        if was:
            self._ask(sure=False)
        return was

    def _ask(self, *, sure: bool) -> None:
        self._sure = sure
        self._say(self._cards[0])

    def _say(self, card: UnsureCard) -> None:
        place = translate("ui", "no. {row}").format(row=card.row) if card.row else ""
        self._who.say(" · ".join(filter(None, (place, card.name, phone_words(card.phone_end)))))
        self.title.say(translate("ui", "Was {reference} bought?").format(reference=card.reference))
        asked = translate("ui", "Asked for at {time}.").format(time=moment_words(card.asked_at))
        why = translate("ui", REASONS.get(card.why, REASONS["answer_lost"]))
        looking = translate("ui", "Asking InPost…") if card.looking else ""
        self._why.say(" ".join(filter(None, (asked, why, looking))))
        self._say_evidence(card)
        self._say_buttons(card)

    def _say_evidence(self, card: UnsureCard) -> None:
        if not card.asked:
            title = translate("ui", "InPost could not be asked: what it has is not known")
        elif card.candidates:
            title = translate("ui", "InPost has under this reference")
        else:
            title = translate("ui", "InPost shows nothing under this reference")
        self._evidence_title.say(title)
        while len(self._choices) < len(card.candidates):
            self._add_choice()
        # With a single one there is nothing to choose.
        several = len(card.candidates) > 1
        for number, (radio, name, words) in enumerate(self._choices):
            there = number < len(card.candidates)
            radio.setVisible(there and several)
            name.say(candidate_words(card.candidates[number]) if there and not several else "")
            words.say(evidence_words(card.candidates[number]) if there else "")
            if there:
                name_whole = candidate_words(card.candidates[number])
                # The number in full is wider than the panel beside a mark.
                radio.setText(f"… {name_whole[-9:]}" if len(name_whole) > 20 else name_whole)
                radio.setAccessibleName(f"{name_whole} {words.text()}")
        self._evidence.setVisible(bool(card.candidates))

    def _add_choice(self) -> None:
        radio = QRadioButton()
        radio.setFont(look.font(Role.TABLE, bold=True))
        name, words = Words(role=Role.TABLE, bold=True), Words(role=Role.CAPTION, tone="text2")
        self._group.addButton(radio, len(self._choices))
        self._choices.append((radio, name, words))
        for widget in (radio, name, words):
            self._evidence_rows.addWidget(widget)

    def _choose_anew(self, card: UnsureCard) -> None:
        """A single one is meant; among several a person says which."""
        ids = [one.shipment_id for one in card.candidates]
        if self._chosen in ids:
            return
        self._chosen = ids[0] if len(ids) == 1 else None
        self._group.setExclusive(False)
        for radio, _, _ in self._choices:
            radio.setChecked(False)
        self._group.setExclusive(True)

    def _toggled(self, number: int, checked: bool) -> None:  # noqa: FBT001 - Qt's signal
        if checked and self._cards:
            self._chosen = self._cards[0].candidates[number].shipment_id
            self._say_buttons(self._cards[0])

    def _say_buttons(self, card: UnsureCard) -> None:
        for button in self.buttons.values():
            button.say("", "")
        if self._sure:
            self._say_sure()
            return
        adopt = self.buttons[ADOPT]
        if card.candidates and self._chosen is None:
            why = translate("ui", "choose one above")
        elif not card.asked:
            why = translate("ui", "InPost could not be asked")
        elif not card.candidates:
            why = translate("ui", "InPost shows none")
        else:
            why = translate("ui", "nothing is bought, its label is fetched")
        adopt.say("1", translate("ui", "It is this shipment"), why)
        adopt.setEnabled(bool(card.candidates))
        self.buttons[ABSENT].say(
            "2",
            translate("ui", "InPost does not have it"),
            translate("ui", "it is sent again; asks once more")
            if card.asked
            else translate("ui", "InPost could not be asked"),
        )
        self.buttons[ABSENT].setEnabled(card.asked)
        settle = self.buttons[SETTLE]
        settle.say("3", translate("ui", "Ask InPost again"))
        settle.setEnabled(not card.looking)

    def _say_sure(self) -> None:
        self.buttons[BACK].say("1", translate("ui", "No, go back"))
        self.buttons[YES].say(
            "4",
            translate("ui", "Yes, send it again"),
            translate("ui", "if InPost has it after all, it is paid for twice"),
        )


def _facts(card: UnsureCard) -> tuple[object, ...]:
    """Which order it is, and what a person decides by."""
    return card.row, card.reference, card.candidates, card.asked


def candidate_words(one: Candidate) -> str:
    """A shipment at InPost as evidence: its number."""
    if not one.number:
        return translate("ui", "InPost’s number {id}").format(id=one.shipment_id)
    return " ".join(one.number[at : at + 4] for at in range(0, len(one.number), 4))


def evidence_words(one: Candidate) -> str:
    """What else is known of it: status, when it was made, whose telephone."""
    made = translate("ui", "made {time}")
    lines = [
        status_words(one.status) if one.status else "",
        made.format(time=moment_words(one.created_at)) if one.created_at else "",
        phone_words(one.phone_end),
    ]
    return " · ".join(filter(None, lines))


def phone_words(end: str) -> str:
    """The last digits of a telephone number: enough to tell two receivers apart."""
    return translate("ui", "tel. … {end}").format(end=end) if end else ""
