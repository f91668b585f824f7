"""How long receivers and labels are kept. What would go now is said before anything may go."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from inpost_desk.background import FETCH
from inpost_desk.clock import steady_now
from inpost_desk.domain.data_care import FEWEST_DAYS, MOST_DAYS, DataRules
from inpost_desk.errors import Trouble
from inpost_desk.ui import look
from inpost_desk.ui.desk import Desk
from inpost_desk.ui.first_start_cards import Finding
from inpost_desk.ui.kit import Text
from inpost_desk.ui.kit_flow import Flow
from inpost_desk.ui.look import State
from inpost_desk.ui.pickup.question import Question
from inpost_desk.ui.settings_page_alive import while_alive
from inpost_desk.ui.settings_page_changes import Changes
from inpost_desk.ui.settings_page_choices import Choice, ChoiceList
from inpost_desk.ui.settings_station_parts import Figure, wrapped
from inpost_desk.wording.sentences import trouble_words
from inpost_desk.wording.speech import translate

USUAL: Final = (90, 180, 365)
NEVER: Final = "0"
OTHER: Final = "other"
FIRST_OTHER: Final = 730


class KeepForm(QWidget):
    """A longer time, or none, counts at once; a shorter one after a question, and a PIN where one guards."""

    def __init__(self, desk: Desk, changes: Changes) -> None:
        super().__init__()
        self._desk, self._changes = desk, changes
        self._turn = 0
        # What is being asked about: the field is left when the question comes up, and would ask again.
        self._asked: int | None = None
        self.question: Question | None = None
        self.times = ChoiceList(translate("ui", "How long receivers are kept"), _choices())
        self.days = Figure(
            translate("ui", "Days until receivers are deleted"),
            FEWEST_DAYS,
            MOST_DAYS,
            unit=translate("ui", "days"),
        )
        self._other = Flow(self.days)
        self.state = Finding()
        self._lay_out()
        self.times.chosen.connect(self._choose)
        self.days.editingFinished.connect(self._written)
        changes.changed.connect(self.show_settings)
        self.show_settings()

    @Slot()
    def show_settings(self) -> None:
        """Show what was decided, here or elsewhere."""
        kept = self._changes.known.data.keep_days
        usual = kept in (0, *USUAL)
        if not (usual and self.times.value() == OTHER and self.days.value() == kept):
            self.times.set_value(str(kept) if usual else OTHER)
        if not usual:
            self.days.show_value(kept)
        self._other.setVisible(self.times.value() == OTHER)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.PAD)
        for part in (
            wrapped(translate("ui", "How long receivers are kept")),
            Text(
                translate(
                    "ui",
                    "The law wants receivers' data to be kept no longer than needed. What is older loses names, addresses, "
                    "phones, e-mails and labels; numbers, dates and prices stay, and the same order is still "
                    "recognised. Parcels that are still under way are left alone.",
                ),
                tone="text2",
                wrap=True,
            ),
            self.times,
            self._other,
            self.state,
        ):
            column.addWidget(part)

    def _choose(self, key: str) -> None:
        self._other.setVisible(key == OTHER)
        self._turn += 1
        self._asked = None
        self.state.hide()
        if key == OTHER:
            # Nothing is decided before a figure is.
            self.days.show_value(self._changes.known.data.keep_days or FIRST_OTHER)
            self.days.setFocus()
            self.days.selectAll()
        else:
            self._want(int(key))

    @Slot()
    def _written(self) -> None:
        if self.times.value() == OTHER:
            self._want(self.days.value())

    def _want(self, days: int) -> None:
        rules = self._changes.known.data
        if days in (rules.keep_days, self._asked):
            return
        wanted = replace(rules, keep_days=days)
        if not days or 0 < rules.keep_days < days:
            self._changes.make(data=wanted)
            return
        self._turn += 1
        self._asked = days
        words = translate("ui", "Counting what would be deleted…")
        self.state.say(State.INFORMATION, words, working=True)
        self._desk.lanes.start(
            FETCH,
            partial(_count, self._desk.data_dir, wanted),
            done=while_alive(self, partial(self._counted, self._turn, days)),
            failed=while_alive(self, partial(self._not_counted, self._turn)),
        )

    def _counted(self, turn: int, days: int, counts: tuple[int, int, int]) -> None:
        if turn != self._turn:
            return
        self.state.hide()
        orders, shipments, labels = counts
        told = translate(
            "ui",
            "Now this would go: orders {orders}, shipments {shipments}, labels {labels}; from then on each day what has "
            "become too old. From the copies it goes with time, when newer ones take their place. It cannot be taken "
            "back once it is deleted.",
        )
        title = translate("ui", "Delete receivers after {days} days?")
        self.question = Question(
            title.format(days=days),
            told.format(orders=orders, shipments=shipments, labels=labels),
            translate("ui", "Delete after that time"),
            self,
        )
        self.question.agreed.connect(lambda: self._agree(days))
        self.question.rejected.connect(self._leave)
        self.question.open()

    @Slot()
    def _leave(self) -> None:
        """It stays as it was; after a yes, until the PIN is given."""
        self.show_settings()
        self._asked = None

    def _agree(self, days: int) -> None:
        self._leave()
        self._desk.guard("settings", while_alive(self, partial(self._keep, days)))

    def _keep(self, days: int) -> None:
        self._changes.make(data=replace(self._changes.known.data, keep_days=days))
        words = translate(
            "ui", "What is older goes by itself, some time after the next start or tomorrow."
        )
        self.state.say(State.DONE, words)

    def _not_counted(self, turn: int, error: Exception) -> None:
        if turn != self._turn:
            return
        self._leave()
        if isinstance(error, Trouble):
            self.state.say(State.WARNING, trouble_words(error))
        else:
            self.state.hide()
            self._desk.report(error)


def _choices() -> list[Choice]:
    days = translate("ui", "{days} days")
    return [
        Choice(NEVER, translate("ui", "For ever"), translate("ui", "Nothing is deleted.")),
        *(Choice(str(one), days.format(days=one)) for one in USUAL),
        Choice(OTHER, translate("ui", "Another number of days")),
    ]


def _count(data_dir: Path, rules: DataRules) -> tuple[int, int, int]:
    from inpost_desk.actions.forgetting import surely_now, would_forget
    from inpost_desk.ui.care_work import ledgers

    before = rules.kept_since(surely_now(data_dir, steady_now()))
    assert before is not None
    found = [would_forget(one, before=before) for one in ledgers(data_dir)]
    return (
        sum(one.orders for one in found),
        sum(one.shipments for one in found),
        sum(one.labels for one in found),
    )
