"""The last look before money is spent: everything on one page, with what was mended and what to know.

It asks for the purchase (`buy_asked`) and shows a price it is told; others talk to InPost.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from inpost_desk.domain.draft import Draft, Finding, Step, shipments_wanted
from inpost_desk.domain.draft_reading import ReadDraft, read_draft
from inpost_desk.ui import look
from inpost_desk.ui.kit import Caption, Card, Heading, Line, ShapeLabel, Text
from inpost_desk.ui.look import Role, State
from inpost_desk.ui.shapes import Shape
from inpost_desk.ui.shipment.drafting import Drafting
from inpost_desk.ui.shipment.presets import PresetKeep
from inpost_desk.ui.shipment.summary_facts import breakable, facts
from inpost_desk.ui.shipment.wizard_page import WizardPage
from inpost_desk.wording.sentences import change_words, field_words, money_words, problem_words
from inpost_desk.wording.speech import translate

_LISTED = 9


class SummaryPage(WizardPage):
    """Enter asks for the purchase."""

    step = Step.SUMMARY

    buy_asked = Signal()
    """Nothing stops it, and somebody pressed Enter."""

    def __init__(self, drafting: Drafting) -> None:
        super().__init__(
            drafting,
            translate("ui", "Is everything right?"),
            translate("ui", "Enter buys it and prints the label."),
        )
        self.price = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._facts = _Rows()
        self._split = _Rows()
        self._warnings = _Said(State.WARNING, Shape.TRIANGLE)
        self._stopping = _Said(State.ERROR, Shape.OCTAGON)
        self._changes = _Said(State.INFORMATION, Shape.INFO, translate("ui", "Written for you"))
        self.cost = Heading("", Role.TITLE)
        self.cost_note = Caption("", wrap=True)
        self.keep = PresetKeep(drafting)
        self._split_card = _card(translate("ui", "Money on each shipment"), self._split)
        cost = QHBoxLayout()
        cost.addWidget(self.cost)
        cost.addWidget(self.cost_note, 1)
        self.body.addWidget(self._stopping)
        self.body.addWidget(self._warnings)
        self.body.addLayout(cost)
        for part in (_card("", self._facts), self._split_card, self._changes):
            self.body.addWidget(part)
        below = QHBoxLayout()
        below.addWidget(self.keep)
        below.addStretch(1)
        self.body.addLayout(below)
        self.set_price("", "")

    def set_price(self, text: str, note: str) -> None:
        """What it costs, or "" where that is not known; the note says by whom or why not."""
        changed = text != self.price
        self.price = text
        self.cost.setText(text)
        self.cost.setVisible(bool(text))
        self.cost_note.setText(note)
        self.cost_note.setVisible(bool(note))
        if changed:
            # The main button names the price.
            self.drafting.know()

    def refresh(self) -> None:
        """All of it."""
        draft, review = self.drafting.draft, self.drafting.review
        read = read_draft(draft, method=self.drafting.known.method)
        self._facts.show_rows(facts(draft, read, self.drafting.desk.settings.sender))
        wanted = shipments_wanted(draft)
        self._split_card.setVisible(wanted > 1)
        self._split.show_rows(_split(draft, read) if wanted > 1 else [])
        findings = self.drafting.findings()
        self._stopping.show_lines([_line(one) for one in findings if one.stops])
        self._warnings.show_lines([_line(one) for one in findings if not one.stops])
        self._changes.show_lines(
            [f"{_name(one.field)}: {change_words(one)}" for one in review.changes]
        )

    def first_field(self) -> QWidget | None:
        """Nothing is typed here: the page itself has the keys, and Enter is the wizard's."""
        return self

    def next_words(self) -> str:
        """What Enter does, with the price where it is known."""
        words = translate("ui", "Buy and print")
        return f"{words} · {self.price}" if self.price else words

    def keys(self) -> Sequence[tuple[str, str]]:
        """The purchase and the preset."""
        return [
            ("Enter", translate("ui", "buy and print")),
            ("Alt+K", translate("ui", "keep the shipment as a preset")),
        ]

    def go_on(self) -> bool:
        """Asks for the purchase; the last page comes once InPost has answered."""
        if not self.drafting.stops():
            self.buy_asked.emit()
        return False


class _Rows(QWidget):
    """Names and values under each other."""

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(look.PAD)
        self._grid.setVerticalSpacing(look.GAP)
        self._grid.setColumnStretch(1, 1)
        self._rows: list[tuple[str, str]] = []

    def show_rows(self, rows: Sequence[tuple[str, str]]) -> None:
        """Show these instead."""
        if list(rows) == self._rows:
            return
        self._rows = list(rows)
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for at, (name, value) in enumerate(rows):
            if at:
                self._grid.addWidget(Line(), at * 2 - 1, 0, 1, 2)
            self._grid.addWidget(Text(name, tone="text2"), at * 2, 0)
            self._grid.addWidget(Text(breakable(value), bold=True, wrap=True), at * 2, 1)


class _Said(Card):
    """Lines in the tint of a state; nothing where there are none."""

    def __init__(self, state: State, shape: Shape, heading: str = "") -> None:
        super().__init__(state)
        self._state = state
        self.lines = Text("", wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(look.PAD, look.GAP, look.PAD, look.GAP)
        row.setSpacing(look.GAP)
        mark = ShapeLabel(shape, state)
        side = QVBoxLayout()
        side.setContentsMargins(0, 2, 0, 0)
        side.addWidget(mark)
        side.addStretch(1)
        row.addLayout(side)
        words = QVBoxLayout()
        words.setSpacing(4)
        if heading:
            words.addWidget(Text(heading, bold=True))
        words.addWidget(self.lines)
        row.addLayout(words, 1)
        self.hide()

    def show_lines(self, lines: Sequence[str]) -> None:
        """Show these."""
        shown = list(lines[:_LISTED])
        if len(lines) > _LISTED:
            more = translate("ui", "More: {count}")
            shown.append(more.format(count=len(lines) - _LISTED))
        self.lines.setText(breakable("\n".join(shown)))
        self.setVisible(bool(shown))


def _card(heading: str, inside: QWidget) -> Card:
    card = Card()
    column = QVBoxLayout(card)
    column.setContentsMargins(look.PAD, look.PAD, look.PAD, look.PAD)
    column.setSpacing(look.GAP)
    if heading:
        column.addWidget(Text(heading, bold=True))
    column.addWidget(inside)
    return card


def _split(draft: Draft, read: ReadDraft) -> list[tuple[str, str]]:
    """Cash on delivery and extra protection of each shipment, and what they come to together."""
    wanted = shipments_wanted(draft)
    rows = []
    for number in range(1, wanted + 1):
        first = number == 1
        name = f"{read.reference}-{number}/{wanted}" if read.reference else f"{number}/{wanted}"
        rows.append((name, _money(read.cod if first else None, read.insurance if first else None)))
    together = translate("ui", "Together for the order")
    return [*rows, (together, _money(read.cod, read.insurance))]


def _money(cod: Decimal | None, insurance: Decimal | None) -> str:
    parts = []
    if cod is not None:
        words = translate("ui", "cash on delivery {amount} zł")
        parts.append(words.format(amount=money_words(f"{cod:.2f}")))
    if insurance is not None:
        words = translate("ui", "extra protection {amount} zł")
        parts.append(words.format(amount=money_words(f"{insurance:.2f}")))
    return ", ".join(parts) or translate("ui", "none")


def _line(finding: Finding) -> str:
    return f"{_name(finding.problem.field)}: {problem_words(finding.problem)}"


def _name(field: str) -> str:
    name = field_words(field)
    return name[:1].upper() + name[1:]
