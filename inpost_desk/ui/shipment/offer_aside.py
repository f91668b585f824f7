"""Beside the offers: the ring, when they end, the rule for the next parcels, and what paying means."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QRadioButton, QVBoxLayout

from inpost_desk.domain.shipment import Offer
from inpost_desk.ui import look
from inpost_desk.ui.kit import Caption, Ground, Line, Text
from inpost_desk.ui.look import Role, State
from inpost_desk.ui.shipment.offer_ring import OfferRing
from inpost_desk.wording.offers import offer_name, price_words
from inpost_desk.wording.sentences import WARSAW
from inpost_desk.wording.speech import translate


class Rule(StrEnum):
    """Which offer is marked at first; a service's id stands for always that one."""

    ASK = ""
    CHEAPEST = "cheapest"


class OfferAside(Ground):
    """The ring, when the offers end, and what is to be done with the next parcels."""

    rule_chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__("surface", lines=(Qt.Edge.LeftEdge,))
        self.ring = OfferRing()
        self.end = Text("", wrap=True, tone="text2")
        self.end.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.ask = QRadioButton(translate("ui", "ask each time"))
        self.lowest = QRadioButton(translate("ui", "always the cheapest"))
        self.this = QRadioButton("")
        self.charge = Text("", tone="text2", wrap=True)
        self._service = ""
        self._group = QButtonGroup(self)
        for one in (self.ask, self.lowest, self.this):
            one.setMinimumHeight(look.CHIP)
            self._group.addButton(one)
            one.clicked.connect(self._clicked)
        self._lay_out()

    def fold(self, *, narrow: bool) -> None:
        """Above the list, where there is no room beside it."""
        self._column.setDirection(
            QBoxLayout.Direction.LeftToRight if narrow else QBoxLayout.Direction.TopToBottom
        )
        self.setMinimumWidth(0 if narrow else look.PANEL)
        self.setMaximumWidth(16_777_215 if narrow else look.PANEL)
        self._line.setVisible(not narrow)
        self.end.setVisible(not narrow)
        self.charge.setVisible(not narrow and bool(self.charge.text()))

    def show_end(self, until: datetime | None, *, some: bool) -> None:
        """When they expire; without a time nobody knows."""
        self.ring.setVisible(until is not None)
        self.end.setText("" if some else translate("ui", "Nothing can be bought as it stands."))

    def say_end(self, until: datetime, *, over: bool, ending: bool) -> None:
        """The sentence under the ring."""
        clock = until.astimezone(WARSAW).strftime("%H:%M:%S")
        if over:
            words = translate("ui", "The offers expired at {time}. Nothing was bought.")
        else:
            words = translate(
                "ui", "The offers expire at {time}. After that InPost is asked for new ones."
            )
        self.end.setText(words.format(time=clock))
        self.end.set_tone(State.WARNING if ending else "text2")

    def show_rules(self, rule: str, marked: Offer | None) -> None:
        """The rule in force, and the one for the marked service; what paying for it means."""
        self._service = marked.service if marked else ""
        name = offer_name(marked) if marked else ""
        words = translate("ui", "always {service}").format(service=name[:1].lower() + name[1:])
        self.this.setAccessibleName(words)
        # In full it stands in the marked row.
        room = look.PANEL - 2 * look.EDGE - 2 * look.PAD
        shown = self.this.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room)
        self.this.setText(shown.replace("&", "&&"))
        self.this.setVisible(bool(marked))
        chosen = {Rule.ASK: self.ask, Rule.CHEAPEST: self.lowest}.get(rule)  # type: ignore[call-overload]
        if chosen is None:
            chosen = self.this if rule == self._service else None
        self._group.setExclusive(False)
        for one in (self.ask, self.lowest, self.this):
            one.setChecked(one is chosen)
        self._group.setExclusive(True)
        self.charge.setText(_charge(marked))
        self.charge.setVisible(bool(marked) and self._line.isVisibleTo(self))

    @Slot()
    def _clicked(self) -> None:
        taken = {self.ask: str(Rule.ASK), self.lowest: str(Rule.CHEAPEST), self.this: self._service}
        button = self._group.checkedButton()
        if isinstance(button, QRadioButton):
            self.rule_chosen.emit(taken[button])

    def _lay_out(self) -> None:
        middle = QVBoxLayout()
        middle.setSpacing(look.PAD)
        middle.addWidget(self.ring, 0, Qt.AlignmentFlag.AlignHCenter)
        middle.addWidget(self.end)
        rules = QVBoxLayout()
        rules.setSpacing(4)
        rules.addWidget(Text(translate("ui", "Next parcels"), Role.FIELD, bold=True))
        for one in (self.ask, self.lowest, self.this):
            rules.addWidget(one)
        note = translate("ui", "The rule only marks an offer; Enter buys it.")
        rules.addWidget(Caption(note, wrap=True))
        self._line = Line()
        self._column = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._column.setContentsMargins(look.EDGE, look.EDGE, look.EDGE, look.EDGE)
        self._column.setSpacing(look.PAD)
        self._column.addLayout(middle)
        self._column.addWidget(self._line)
        self._column.addLayout(rules)
        self._column.addWidget(self.charge)
        self._column.addStretch(1)
        self.fold(narrow=False)


def _charge(marked: Offer | None) -> str:
    if marked is None:
        return ""
    if marked.rate is None:
        return translate("ui", "The account pays by invoice, at the prices of its contract.")
    words = translate("ui", "Prepaid account: InPost takes {amount} from the balance at once.")
    return words.format(amount=price_words(marked.rate))
