"""What the station does by itself: when it buys, what it asks, how it minds the packer.

Each answer is told as the one field of `StationRules` that it changes.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from inpost_desk.domain.station import LONGEST_NAME, BuyAt, StationRules
from inpost_desk.ui import look
from inpost_desk.ui.first_start_cards import Finding
from inpost_desk.ui.kit import Caption, FieldBox, Segmented
from inpost_desk.ui.look import State
from inpost_desk.ui.printers.form_parts import Labelled
from inpost_desk.ui.settings_page_choices import Choice, ChoiceList
from inpost_desk.ui.settings_station_parts import Decision, Figure, noted, wrapped
from inpost_desk.wording.speech import QT_TRANSLATE_NOOP, translate

ASK: Final = "ask"
"""A segment needs a key; in the rules asking is ""."""
LATEST: Final = 3600
BUYING: Final = (
    (
        BuyAt.NEVER,
        QT_TRANSLATE_NOOP("ui", "Only by hand"),
        QT_TRANSLATE_NOOP(
            "ui", "A scan prints what was bought on the Orders page and never spends money."
        ),
    ),
    (
        BuyAt.SCAN,
        QT_TRANSLATE_NOOP("ui", "When the order is scanned"),
        QT_TRANSLATE_NOOP(
            "ui",
            "Each scan buys one parcel and its label prints. What is never scanned costs nothing.",
        ),
    ),
    (
        BuyAt.IMPORT,
        QT_TRANSLATE_NOOP("ui", "When the file is imported"),
        QT_TRANSLATE_NOOP(
            "ui",
            "All orders of the file that are in order are bought at once, so that their labels are "
            "ready before the first scan.",
        ),
    ),
)
# Field of the rules, words, what it means.
DECISIONS: Final = (
    (
        "verify",
        QT_TRANSLATE_NOOP("ui", "Scan every printed label"),
        QT_TRANSLATE_NOOP(
            "ui",
            "After printing, the station waits for the label's bar code: a label on the wrong box "
            "is noticed at once. One more scan for each parcel.",
        ),
    ),
    (
        "sounds",
        QT_TRANSLATE_NOOP("ui", "Sounds"),
        QT_TRANSLATE_NOOP(
            "ui", "Taken, printed, warning, STOP and a second scan each sound different."
        ),
    ),
    (
        "in_front",
        QT_TRANSLATE_NOOP("ui", "Stay in front of other windows"),
        QT_TRANSLATE_NOOP("ui", "Scans reach this program only while its window has the keyboard."),
    ),
    (
        "awake",
        QT_TRANSLATE_NOOP("ui", "Keep the computer awake"),
        QT_TRANSLATE_NOOP(
            "ui", "While the station is shown, neither screen nor computer goes to sleep."
        ),
    ),
)


class StationRulesForm(QWidget):
    """The owner's decisions."""

    changed = Signal(object)
    """A dict: fields of `StationRules` with their new values."""

    def __init__(self) -> None:
        super().__init__()
        self._rules = StationRules()
        self.name = FieldBox(translate("ui", "Name of this station"), in_header=True)
        self.name.edit.setMaxLength(LONGEST_NAME)
        self.buying = ChoiceList(
            translate("ui", "When parcels of a file are bought"),
            [
                Choice(key.value, translate("ui", title), translate("ui", detail))
                for key, title, detail in BUYING
            ],
        )
        self.spends = Finding()
        self.sizes = Segmented(
            [(ASK, translate("ui", "ask")), *((one, one) for one in "ABC")],
            name=translate("ui", "Size where an order has none"),
        )
        self.late = Figure(
            translate("ui", "A label is late after"),
            1,
            LATEST,
            unit=translate("ui", "s"),
        )
        self.decisions = {
            field: Decision(translate("ui", words), translate("ui", about))
            for field, words, about in DECISIONS
        }
        self._lay_out()
        self._connect()

    def set_value(self, rules: StationRules) -> None:
        """Show what was decided; a name that is being typed is left alone where it did not change."""
        if rules.name != self._rules.name:
            self.name.edit.setText(rules.name)
        self._rules = rules
        self.buying.set_value(rules.buy_at.value)
        self._say_what_it_costs()
        self.sizes.set_value(rules.size or ASK)
        self.late.show_value(rules.late_after)
        for field, decision in self.decisions.items():
            decision.show_value(getattr(rules, field))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.GAP)
        about = translate("ui", "Kept with everything that is done here.")
        column.addWidget(noted(self.name, about))
        column.addSpacing(look.GAP)
        column.addWidget(wrapped(translate("ui", "When parcels of a file are bought")))
        column.addWidget(self.buying)
        column.addWidget(self.spends)
        column.addSpacing(look.GAP)
        column.addWidget(
            Labelled(translate("ui", "Size where an order has none"), self.sizes),
            0,
            Qt.AlignmentFlag.AlignLeft,
        )
        column.addWidget(_quiet(translate("ui", "The size decides what a locker parcel costs.")))
        column.addSpacing(look.GAP)
        column.addWidget(
            Labelled(translate("ui", "A label is late after"), self.late),
            0,
            Qt.AlignmentFlag.AlignLeft,
        )
        column.addWidget(
            _quiet(
                translate(
                    "ui",
                    "By then its box may have gone: a late label stays in “Waiting for print” until "
                    "somebody prints it.",
                )
            )
        )
        column.addSpacing(look.GAP)
        for decision in self.decisions.values():
            column.addWidget(decision)

    def _connect(self) -> None:
        self.name.edit.editingFinished.connect(self._name_written)
        self.buying.chosen.connect(lambda key: self._tell("buy_at", BuyAt(key)))
        self.sizes.changed.connect(lambda key: self._tell("size", "" if key == ASK else key))
        self.late.edited.connect(lambda value: self._tell("late_after", float(value)))
        for field, decision in self.decisions.items():
            decision.decided.connect(lambda on, field=field: self._tell(field, on))

    def _name_written(self) -> None:
        self._tell("name", self.name.text())

    def _tell(self, field: str, value: object) -> None:
        if getattr(self._rules, field) != value:
            self.changed.emit({field: value})

    def _say_what_it_costs(self) -> None:
        if self._rules.buy_at is BuyAt.NEVER:
            self.spends.hide()
        elif self._rules.buy_at is BuyAt.SCAN:
            self.spends.say(
                State.INFORMATION,
                translate("ui", "A scan spends money."),
                translate("ui", "Before the first paid parcel of an account you are asked once."),
            )
        else:
            self.spends.say(
                State.WARNING,
                translate("ui", "An import spends money for the whole file."),
                translate(
                    "ui",
                    "Before the first paid parcel of an account you are asked once, then never "
                    "again. What is not packed in the end has to be cancelled by hand.",
                ),
            )


def _quiet(words: str) -> Caption:
    return Caption(words, wrap=True)
