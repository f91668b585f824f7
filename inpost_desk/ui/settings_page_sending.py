"""How the parcels leave: the question of the first start, and of the settings."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from inpost_desk.ui import look
from inpost_desk.ui.kit import Caption, Text
from inpost_desk.ui.kit_flow import Flow
from inpost_desk.ui.look import State
from inpost_desk.ui.settings_page_choices import Choice, ChoiceList
from inpost_desk.wording.speech import QT_TRANSLATE_NOOP, translate

COMES: Final = "comes"
"""A courier comes by itself: for InPost the same as one that is ordered."""
FETCHED: Final = "dispatch_order"
WAYS: Final[tuple[tuple[str, str, str], ...]] = (
    (
        COMES,
        QT_TRANSLATE_NOOP("ui", "A courier comes by itself"),
        QT_TRANSLATE_NOOP("ui", "On fixed days, without an order. Nothing will remind you of it."),
    ),
    (
        FETCHED,
        QT_TRANSLATE_NOOP("ui", "I order a courier"),
        QT_TRANSLATE_NOOP("ui", "When there is something to fetch."),
    ),
    (
        "parcel_locker",
        QT_TRANSLATE_NOOP("ui", "I put them into a Paczkomat"),
        QT_TRANSLATE_NOOP("ui", "Size A, B or C; couriers on contract do not collect there."),
    ),
    (
        "pop",
        QT_TRANSLATE_NOOP("ui", "I take them to a PaczkoPunkt"),
        QT_TRANSLATE_NOOP("ui", "Also parcels of couriers on contract."),
    ),
    (
        "any_point",
        QT_TRANSLATE_NOOP("ui", "Now a Paczkomat, now a PaczkoPunkt"),
        QT_TRANSLATE_NOOP("ui", "Any point takes them; not for couriers on contract."),
    ),
)
DAYS: Final[tuple[str, ...]] = (
    QT_TRANSLATE_NOOP("ui", "Mon"),
    QT_TRANSLATE_NOOP("ui", "Tue"),
    QT_TRANSLATE_NOOP("ui", "Wed"),
    QT_TRANSLATE_NOOP("ui", "Thu"),
    QT_TRANSLATE_NOOP("ui", "Fri"),
)
FULL_DAYS: Final[tuple[str, ...]] = (
    QT_TRANSLATE_NOOP("ui", "Monday"),
    QT_TRANSLATE_NOOP("ui", "Tuesday"),
    QT_TRANSLATE_NOOP("ui", "Wednesday"),
    QT_TRANSLATE_NOOP("ui", "Thursday"),
    QT_TRANSLATE_NOOP("ui", "Friday"),
)
WEEK: Final = tuple(range(5))


class SendingForm(QWidget):
    """The ways of sending, and the courier's days."""

    changed = Signal(str, tuple)
    """A usable answer: the sending method, and the courier's days (Monday is 0)."""

    def __init__(self) -> None:
        super().__init__()
        choices = [
            Choice(key, translate("ui", title), translate("ui", detail))
            for key, title, detail in WAYS
        ]
        self.ways = ChoiceList(translate("ui", "How parcels leave"), choices)
        self.ways.chosen.connect(self._chosen)
        self.days = [self._day(number) for number in WEEK]
        self._days_card = self._lay_out_days()
        self._finding = Text("", wrap=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(look.GAP)
        layout.addWidget(self.ways)
        self.ways.put_below(COMES, self._days_card)
        layout.addWidget(self._finding)
        self.set_value("", ())

    def value(self) -> tuple[str, tuple[int, ...]] | None:
        """Sending method and days, or None while the answer is not complete."""
        way = self.ways.value()
        if not way:
            return None
        if way != COMES:
            return way, ()
        days = tuple(number for number, box in enumerate(self.days) if box.isChecked())
        return (FETCHED, days) if days else None

    def set_value(self, method: str, days: tuple[int, ...]) -> None:
        """Show what was decided."""
        self.ways.set_value(COMES if method == FETCHED and days else method)
        for number, box in enumerate(self.days):
            blocked = box.blockSignals(True)
            box.setChecked(number in days)
            box.blockSignals(blocked)
        self.show_finding("")
        self._days_card.setVisible(self.ways.value() == COMES)

    def complain(self) -> None:
        """Say what is missing, and go there."""
        self._say_what_is_missing()
        if self.ways.value() == COMES:
            self.days[0].setFocus()
        else:
            self.ways.focus_choice()

    def show_finding(self, text: str) -> None:
        """What is wrong with the answer, or ""."""
        self._finding.set_state(text, State.ERROR)
        self._finding.setVisible(bool(text))

    def _day(self, number: int) -> QCheckBox:
        box = QCheckBox(translate("ui", DAYS[number]))
        box.setAccessibleName(translate("ui", FULL_DAYS[number]))
        box.toggled.connect(self._tell)
        return box

    def _lay_out_days(self) -> QWidget:
        part = QWidget()
        part.setAccessibleName(translate("ui", "Days on which the courier comes"))
        inside = QVBoxLayout(part)
        # Level with the words of the choice it belongs to.
        inside.setContentsMargins(look.PAD + look.FORM, look.GAP, look.PAD, look.GAP)
        inside.setSpacing(4)
        inside.addWidget(Caption(translate("ui", "On these days:")))
        inside.addWidget(Flow(*self.days, gap=look.PAD))
        return part

    def _chosen(self, way: str) -> None:
        comes = way == COMES
        self._days_card.setVisible(comes)
        if comes and not any(box.isChecked() for box in self.days):
            for box in self.days:
                blocked = box.blockSignals(True)
                box.setChecked(True)
                box.blockSignals(blocked)
        self._tell()

    def _tell(self) -> None:
        value = self.value()
        if value is None:
            self._say_what_is_missing()
            return
        self.show_finding("")
        self.changed.emit(*value)

    def _say_what_is_missing(self) -> None:
        if self.ways.value() == COMES:
            self.show_finding(translate("ui", "On which days does the courier come?"))
        else:
            self.show_finding(translate("ui", "Choose one: InPost asks it of every parcel."))
