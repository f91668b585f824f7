"""Middle of the Pickup page: where the courier comes, when, what it costs, and the button that orders."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from inpost_desk.domain.pickup import DispatchPoint, PickupRules
from inpost_desk.ui import look
from inpost_desk.ui.kit import Card, Ground, KeyButton, Link, Text
from inpost_desk.ui.look import State
from inpost_desk.ui.orders.panel_parts import Lines, Words
from inpost_desk.ui.pickup.address_form import NAME, PlaceForm, address_words, is_set
from inpost_desk.ui.pickup.facts_form import FactsForm
from inpost_desk.ui.settings_page_choices import Choice, ChoiceList
from inpost_desk.ui.shapes import Shape
from inpost_desk.wording.offers import price_words
from inpost_desk.wording.pickups import order_words, rejection_sentence
from inpost_desk.wording.speech import translate

USUAL: Final = "usual"
OTHER: Final = "other"
UNKNOWN: Final = "unknown"
"""In the place of a price: InPost named none, or could not be asked."""
Price = Decimal | str | None


class OrderForm(QWidget):
    """What a courier is told; `foot`, with the button, stands where it never scrolls away."""

    order_asked = Signal()
    points_asked = Signal()
    place_changed = Signal()
    """What the price depends on."""
    told = Signal(object)
    """A widget that has to be seen: it says what is wrong."""

    def __init__(self) -> None:
        super().__init__()
        self._rules = PickupRules()
        self._points: tuple[DispatchPoint, ...] = ()
        self._count, self._busy = 0, ""
        self._price: Price = None
        self._chose = USUAL
        self.places = ChoiceList(translate("ui", "Where from"))
        self.more = Link(translate("ui", "Other dispatch points…"), icon="refresh")
        self.more.clicked.connect(self.points_asked)
        self.address = PlaceForm(in_header=True)
        self.keep = QCheckBox(translate("ui", "Use this place from now on"))
        self.facts = FactsForm(in_header=True)
        self.first = Words("", tone="text2")
        self.note = Words("", tone="text2")
        self.uncounted = Words("", tone=State.WARNING)
        self.problems = Lines()
        self.button = KeyButton("", key="Ctrl+Enter", kind="accent")
        self._lay_out()
        self._connect()
        self.set_rules(PickupRules())

    def set_rules(self, rules: PickupRules) -> None:
        """Show the usual place; what is being typed for another one stays."""
        self._rules = rules
        self.facts.set_value(rules)
        self._offer()

    def set_points(self, points: Sequence[DispatchPoint]) -> None:
        """InPost's list of places."""
        self._points = tuple(points)
        others = [one for one in points if one.id != self._rules.point]
        self.more.setVisible(False)
        self._offer()
        if not others:
            self.note.say(translate("ui", "InPost knows no other dispatch point of yours."))

    def set_count(self, count: int) -> None:
        """So many parcels are ticked."""
        self._count = count
        self.uncounted.say("")
        self._show_button()

    def set_price(self, price: Price) -> None:
        """What it costs; None where the account pays by invoice, or nobody knows yet."""
        self._price = price
        self._show_button()

    def tell_uncounted(self, count: int) -> None:
        """InPost's price leaves out so many of the parcels: it may turn them down."""
        words = translate(
            "ui", "InPost may not take: {count}. They may be in another order already."
        )
        self.uncounted.say(words.format(count=count) if count else "")

    def set_busy(self, words: str) -> None:
        """Say that on the button while it cannot be pressed; "" for no more."""
        self._busy = words
        self._show_button()

    def show_problems(
        self, lines: Sequence[tuple[str, str]], *, field: str = "", rule: str = ""
    ) -> None:
        """Why InPost did not take the order: whose parcel, and its rule; else the order's own."""
        said = [rejection_sentence(reference, one) for reference, one in lines]
        self._say([(one, Shape.OCTAGON, State.ERROR, "") for one in said])
        if not lines:
            self.show_problem(order_words(rule, field=field))

    def show_problem(self, words: str, state: State = State.ERROR) -> None:
        """Say one sentence below the fields, or nothing."""
        shape = Shape.OCTAGON if state is State.ERROR else Shape.TRIANGLE
        self._say([(words, shape, state, "")] if words else [])

    def _say(self, lines: list[tuple[str, Shape, State, str]]) -> None:
        self.problems.say(lines)
        if lines:
            self.told.emit(self.problems)

    def value(self) -> PickupRules | None:
        """What is to be ordered, None while something is missing or wrong; that is shown at its field."""
        place = self._place()
        wrong = self.facts.show_findings(missing=True)
        if self.places.value() == OTHER and (name := self.address.show_findings(missing=True)):
            self.address.fields[name].edit.setFocus()
            return None
        if wrong is not None:
            wrong.edit.setFocus()
            return None
        return place

    def kept(self) -> PickupRules | None:
        """The place as the usual one from now on, where that is wanted."""
        wanted = self.keep.isChecked() and self.places.value() != USUAL
        return self._place() if wanted else None

    def quiet_place(self) -> PickupRules | None:
        """The place for asking what it costs, None while it is not whole; nothing is shown."""
        incomplete = self.places.value() == OTHER and self.address.problems()
        return None if incomplete or self.facts.problems() else self._place()

    def _place(self) -> PickupRules | None:
        hours, phone, email, comment = self.facts.texts()
        facts = replace(self._rules, office_hours=hours, phone=phone, email=email, comment=comment)
        where = self.places.value()
        if where == OTHER:
            address, name = self.address.address(), self.address.name()
            return replace(facts, point=None, address=address, name=name) if address else None
        point = next((one for one in self._points if _key(one) == where), None)
        if point is not None:
            return replace(facts, point=point.id, address=None, name=point.name)
        return facts if is_set(self._rules) else None

    def forget_choice(self) -> None:
        """The usual place is meant again."""
        self._chose = USUAL
        self._offer()

    def _lay_out(self) -> None:
        card = Card()
        inside = QVBoxLayout(card)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(self.places)
        self._typed = QWidget()
        typed = QVBoxLayout(self._typed)
        typed.setContentsMargins(0, 0, 0, 0)
        typed.setSpacing(look.GAP)
        typed.addWidget(self.address)
        column = QVBoxLayout(self)
        column.setContentsMargins(look.EDGE, look.PAD, look.EDGE, look.PAD)
        column.setSpacing(look.GAP)
        column.addWidget(self.first)
        column.addWidget(Text(translate("ui", "Where from"), bold=True))
        for part in (card, self.more, self._typed, self.keep, self.facts):
            column.addWidget(part)
        column.addWidget(self.problems)
        self.foot = Ground("surface", lines=(Qt.Edge.TopEdge,))
        foot = QVBoxLayout(self.foot)
        foot.setContentsMargins(look.EDGE, look.GAP, look.EDGE, look.GAP)
        foot.setSpacing(4)
        for part in (self.uncounted, self.button, self.note):
            foot.addWidget(part)
        self.problems.say([])
        self.uncounted.say("")
        self.note.say("")

    def _connect(self) -> None:
        self.button.clicked.connect(self.order_asked)
        self.places.chosen.connect(self._chosen)
        self.address.edited.connect(self.place_changed)
        self.facts.edited.connect(self.place_changed)

    def _offer(self) -> None:
        rules = self._rules
        choices = []
        if is_set(rules):
            detail = address_words(rules.address) or translate("ui", "InPost's dispatch point")
            title = rules.name or translate("ui", "The usual place")
            choices.append(Choice(USUAL, title, detail))
        for one in self._points:
            if one.id != rules.point:
                detail = ", ".join(filter(None, (address_words(one.address), one.office_hours)))
                choices.append(Choice(_key(one), one.name or str(one.id), detail))
        other = translate("ui", "Other address…")
        choices.append(Choice(OTHER, other, translate("ui", "you type it below")))
        keys = [one.key for one in choices]
        self.places.set_choices(choices, self._chose if self._chose in keys else keys[0])
        self.first.say("" if is_set(rules) else _first_words())
        self.keep.setChecked(not is_set(rules) or self.keep.isChecked())
        self._show_place()

    def _chosen(self, key: str) -> None:
        self._chose = key
        self._show_place()
        if self.places.value() == OTHER:
            self.address.fields[NAME].edit.setFocus()
        self.place_changed.emit()

    def _show_place(self) -> None:
        other = self.places.value() == OTHER
        self._typed.setVisible(other)
        self.keep.setVisible(self.places.value() != USUAL)
        self.facts.phone_needed = other or self._rules.point is None
        self._show_button()

    def _show_button(self) -> None:
        words = translate("ui", "Order a courier for {count}").format(count=self._count)
        if isinstance(self._price, Decimal):
            words = f"{words} · {price_words(self._price)}"
        self.button.set_text(self._busy or words)
        self.button.setEnabled(not self._busy and self._count > 0)
        if self._count == 0:
            self.note.say(translate("ui", "Tick the parcels the courier is to take."))
        elif self._price == UNKNOWN:
            self.note.say(
                translate("ui", "Price unknown: InPost names none now. It is charged afterwards.")
            )
        else:
            self.note.say("")


def _key(point: DispatchPoint) -> str:
    return f"point:{point.id}"


def _first_words() -> str:
    return translate(
        "ui", "Say once where couriers come to; it is kept and can be changed in Settings."
    )
