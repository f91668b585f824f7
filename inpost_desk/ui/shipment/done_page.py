"""The end of the wizard: the number, whether its label is on paper, what InPost made of it, and what next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from inpost_desk.domain.draft import Draft, Mode, Step
from inpost_desk.domain.service import asked_service
from inpost_desk.errors import PrinterTrouble, Trouble
from inpost_desk.ui import look
from inpost_desk.ui.kit import Caption, Card, Heading, KeyButton, Line, ShapeLabel, Text
from inpost_desk.ui.kit_flow import Flow
from inpost_desk.ui.look import Role, State
from inpost_desk.ui.shapes import Shape
from inpost_desk.ui.shipment.beginning import Beginning, replacement_of
from inpost_desk.ui.shipment.buying import buying_of
from inpost_desk.ui.shipment.buying_note import BuyingNote
from inpost_desk.ui.shipment.buying_words import stuck_words
from inpost_desk.ui.shipment.drafting import Drafting
from inpost_desk.ui.shipment.held_label import HeldLabel
from inpost_desk.ui.shipment.purchase import Made, Paper, Purchase
from inpost_desk.ui.shipment.wizard_page import WizardPage
from inpost_desk.wording.held_labels import held_sentence
from inpost_desk.wording.offer_rules import money_back_words
from inpost_desk.wording.offers import price_words
from inpost_desk.wording.sentences import service_words, trouble_words
from inpost_desk.wording.speech import translate

LAST: Final = 4
REPLACE_KEY: Final = "Ctrl+Shift+W"
LOOK_KEY: Final = "Ctrl+E"
COPIED_FOR: Final = 2_000


class DonePage(WizardPage):
    """Enter begins a new shipment."""

    step = Step.DONE

    def __init__(self, drafting: Drafting) -> None:
        super().__init__(drafting, translate("ui", "Bought"))
        self.buying = buying_of(drafting)
        self._shown: Purchase | None = None
        self._numbers = QVBoxLayout()
        self._numbers.setSpacing(look.GAP)
        self.paper_text = Text("", Role.FIELD, bold=True, wrap=True)
        self._paper_mark = ShapeLabel(Shape.ARC, State.INFORMATION, 20)
        self.print_button = KeyButton("", key="Ctrl+P", icon="printer")
        self.look_button = KeyButton(translate("ui", "Look at the label"), key=LOOK_KEY)
        self.held = HeldLabel(drafting.desk, self)
        self.notes = BuyingNote()
        self.missed = BuyingNote()
        self.old = BuyingNote()
        self.again_button = KeyButton(translate("ui", "Again with the same data"), key="Alt+A")
        self.parcel_button = KeyButton(
            translate("ui", "Another parcel for this order"), key="Alt+B"
        )
        self.replace_button = KeyButton(translate("ui", "Replace"), key=REPLACE_KEY)
        self._lay_out()
        self.print_button.clicked.connect(self.buying.print_again)
        self.look_button.clicked.connect(self._look)
        self.held.print_asked.connect(self._print_held)
        self.again_button.clicked.connect(self._again)
        self.parcel_button.clicked.connect(self._another)
        self.replace_button.clicked.connect(self._replace)
        for key, press in (
            ("Ctrl+P", self.buying.print_again),
            ("Alt+A", self._again),
            ("Alt+B", self._another),
            (REPLACE_KEY, self._replace),
            (LOOK_KEY, self._look),
        ):
            QShortcut(QKeySequence(key), self).activated.connect(press)
        self.buying.bought.connect(self._arrive)
        self.buying.changed.connect(self.refresh)

    def refresh(self) -> None:
        """Numbers, paper, what InPost changed and what did not come about."""
        purchase = self.buying.purchase
        if purchase is None or not purchase.made:
            return
        if purchase is not self._shown:
            self._shown = purchase
            self._show_numbers(purchase.made)
        self._show_paper(self.buying.paper, len(purchase.made))
        notes = self._notes_of(purchase)
        self.notes.say((" ".join(notes), State.INFORMATION) if notes else None)
        missed = [
            f"{one.reference}: {stuck_words(one)}" if one.reference else stuck_words(one)
            for one in purchase.stuck
        ]
        self.missed.say((" ".join(missed), State.WARNING) if missed else None)
        self.old.say((self._old_words(purchase.old), State.WARNING) if purchase.old else None)
        self.replace_button.setVisible(len(purchase.made) == 1)

    def first_field(self) -> QWidget | None:
        """Nothing is typed here; Enter is the main button's."""
        return self.heading

    def keys(self) -> Sequence[tuple[str, str]]:
        """What can follow."""
        return [
            ("Ctrl+P", translate("ui", "print the label again")),
            ("Alt+A", translate("ui", "once more with the same data")),
            ("Alt+B", translate("ui", "another parcel for this order")),
            (REPLACE_KEY, translate("ui", "buy another one in its place")),
        ]

    def next_words(self) -> str:
        """The next one."""
        return translate("ui", "New shipment")

    def go_on(self) -> bool:
        """A new draft; the service stays, as the next parcel often goes the same way."""
        draft = self._sent()
        self.drafting.again_asked.emit(
            Draft(mode=draft.mode, service=draft.service, to_point=draft.to_point)
        )
        return False

    # Inside

    def _sent(self) -> Draft:
        return self.buying.sent or self.drafting.draft

    @Slot()
    def _arrive(self) -> None:
        wizard = self.wizard()
        if wizard is not None:
            self.refresh()
            wizard.setCurrentId(list(Step).index(Step.DONE))

    @Slot()
    def _again(self) -> None:
        # Under the same reference it would be held for a shipment sent twice.
        self.drafting.again_asked.emit(replace(self._sent(), reference=""))

    @Slot()
    def _another(self) -> None:
        """The money stands on the first parcel only; the reference is numbered on."""
        session, draft = self.drafting.session, self._sent()
        made = self._shown.made if self._shown else ()
        if session is None or not made:
            return

        def work() -> Draft:
            from inpost_desk.actions.new_shipment import another_parcel

            return another_parcel(session.ledger, made[0].reference, draft)

        # The order was sent before, and that is meant.
        self.drafting.desk.lanes.start(
            "table",
            work,
            done=lambda one: self.drafting.again_asked.emit(Beginning(one, again=True)),
            failed=self.drafting.desk.report,
        )

    @Slot()
    def _replace(self) -> None:
        """The same once more, to be corrected; this one must not leave then."""
        made = self._shown.made if self._shown else ()
        if len(made) != 1:
            return
        (one,) = made
        draft = replace(self._sent(), count=1, reference=one.reference)
        if draft.mode is Mode.OFFERS and one.service:
            draft = replace(draft, mode=Mode.SERVICE, service=asked_service(one.service))
        number = ", ".join(one.numbers)
        begun = replacement_of(one.local_id, draft, reference=one.reference, number=number)
        self.drafting.again_asked.emit(begun)

    def _old_words(self, old: str) -> str:
        words = translate("ui", "Parcel {number} was replaced: do not send it. {money}")
        number = self.drafting.beginning.number
        return words.format(number=number, money=money_back_words(old))

    def _notes_of(self, purchase: Purchase) -> list[str]:
        """What InPost made of it that nobody asked for, and what it cost."""
        notes = []
        sent = self._sent()
        # Among offers somebody chose: what the draft names is left over from before.
        asked = asked_service(sent.service) if sent.mode is Mode.SERVICE else ""
        got = purchase.made[0].service
        if asked and got and got != asked:
            words = translate("ui", "InPost changed the service: {before} became {after}.")
            notes.append(words.format(before=service_words(asked), after=service_words(got)))
        if purchase.other_offer:
            words = translate("ui", "InPost bought another offer than the chosen one: {service}.")
            notes.append(words.format(service=service_words(got)))
        if purchase.price is not None:
            words = translate("ui", "Paid from the balance: {amount}.")
            notes.append(words.format(amount=price_words(purchase.price)))
        return notes

    def _show_numbers(self, made: Sequence[Made]) -> None:
        while (item := self._numbers.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for one in made:
            for number in one.numbers:
                self._numbers.addWidget(_Number(number, one))
        several = sum(len(one.numbers) for one in made) > 1
        self.heading.setText(
            translate("ui", "Bought, numbers below") if several else translate("ui", "Bought")
        )

    def _show_paper(self, paper: Paper, wanted: int) -> None:
        words, shape, state = paper_words(paper, wanted)
        self.paper_text.set_state(words, state)
        self._paper_mark.set_shape(shape, state)
        printed = paper.printed >= wanted and not paper.under_way
        self.print_button.set_text(
            translate("ui", "Print again") if printed else translate("ui", "Print the label")
        )
        self.print_button.setEnabled(not paper.under_way)
        self.look_button.setVisible(bool(paper.held))

    @Slot()
    def _look(self) -> None:
        """At what was kept from the printer."""
        self.held.open(self.buying.paper, self._shown.made if self._shown else ())

    @Slot(object)
    def _print_held(self, overruled: frozenset[int]) -> None:
        if self._shown is not None and not self.buying.paper.under_way:
            self.buying.labels.print(self._shown.made, overruled=overruled)

    def _lay_out(self) -> None:
        card = Card()
        column = QVBoxLayout(card)
        column.setContentsMargins(look.EDGE, look.PAD, look.EDGE, look.PAD)
        column.setSpacing(look.PAD)
        column.addLayout(self._numbers)
        column.addWidget(Line())
        paper = QHBoxLayout()
        paper.setSpacing(look.GAP)
        paper.addWidget(self._paper_mark)
        paper.addWidget(self.paper_text, 1)
        paper.addWidget(Flow(self.look_button, self.print_button))
        column.addLayout(paper)
        self.body.addWidget(card)
        self.body.addWidget(self.notes)
        self.body.addWidget(self.missed)
        self.body.addWidget(self.old)
        self.body.addWidget(Heading(translate("ui", "What next?")))
        self.body.addWidget(Flow(self.again_button, self.parcel_button, self.replace_button))


class _Number(QWidget):
    """A number in fours, the last four large, and a button that copies all of it."""

    def __init__(self, number: str, made: Made) -> None:
        super().__init__()
        self.number = number
        self.setAccessibleName(number)
        head, last = number[:-LAST], number[-LAST:]
        self.copy = KeyButton(translate("ui", "Copy"), icon="copy", kind="header")
        self.copy.setAccessibleName(translate("ui", "Copy {number}").format(number=number))
        self.copy.clicked.connect(self._copy)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.GAP)
        front = Text(in_fours(head), Role.SECTION, tone="text2")
        front.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        row.addWidget(front, 0, Qt.AlignmentFlag.AlignBottom)
        row.addWidget(Heading(last, Role.PROGRESS), 0, Qt.AlignmentFlag.AlignBottom)
        row.addSpacing(look.PAD)
        row.addWidget(self.copy, 0, Qt.AlignmentFlag.AlignVCenter)
        told = " · ".join(one for one in (made.reference, service_words(made.service)) if one)
        what = Caption(told, wrap=True)
        what.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(what, 1)

    @Slot()
    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.number)
        self.copy.set_text(translate("ui", "Copied"))
        back = translate("ui", "Copy")
        QTimer.singleShot(COPIED_FOR, self, lambda: self.copy.set_text(back))


def in_fours(number: str) -> str:
    """Groups of four from the left, as the label has them."""
    return " ".join(number[at : at + 4] for at in range(0, len(number), 4))


def paper_words(paper: Paper, wanted: int) -> tuple[str, Shape, State]:
    """Whether the labels are on paper, and if not, why and what to do."""
    if paper.under_way:
        words = translate("ui", "The label is being printed…")
        return words, Shape.ARC, State.INFORMATION
    if isinstance(paper.trouble, Trouble):
        not_printed = translate("ui", "Not printed yet.")
        why = trouble_words(paper.trouble)
        if isinstance(paper.trouble, PrinterTrouble) and paper.trouble.rule == "not_chosen":
            why = translate("ui", "No printer is chosen; choose one in the settings.")
        return f"{not_printed} {why}", Shape.TRIANGLE, State.WARNING
    if paper.missing:
        words = translate(
            "ui", "InPost has given no label yet. It is bought; fetch it in a moment."
        )
        return words, Shape.TRIANGLE, State.WARNING
    if paper.at_printer:
        words = translate("ui", "The printer has the label and has not finished; see to it.")
        return words, Shape.TRIANGLE, State.WARNING
    if paper.held:
        words = translate("ui", "Not printed: {reason}")
        why = held_sentence(paper.held[0].rule)
        return words.format(reason=why), Shape.OCTAGON, State.WARNING
    if paper.left:
        words = translate("ui", "The label did not come out. See to the printer, then print it.")
        return words, Shape.TRIANGLE, State.WARNING
    if wanted > 1:
        words = translate("ui", "Labels printed: {count}").format(count=paper.printed)
        return words, Shape.TICK, State.DONE
    return translate("ui", "The label is printed."), Shape.TICK, State.DONE
