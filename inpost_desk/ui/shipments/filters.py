"""Chips and filters over the table, and the export button. They narrow what shows; they start nothing."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import replace
from datetime import date, datetime
from typing import Final

from PySide6.QtCore import QPoint, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from inpost_desk.domain.history import Counts
from inpost_desk.domain.journey import Phase
from inpost_desk.ui import look
from inpost_desk.ui.kit import Chip, Chips, KeyButton
from inpost_desk.ui.kit_choice import Choice
from inpost_desk.ui.kit_dialog import Dialog
from inpost_desk.ui.kit_field import FieldBox
from inpost_desk.ui.kit_flow import Flow
from inpost_desk.ui.kit_text import Heading
from inpost_desk.ui.shipments.choices import (
    EXCEPTIONS,
    Choices,
    Days,
    days_choices,
    read_day,
    span_words,
)
from inpost_desk.ui.shipments.jobs import Facts
from inpost_desk.ui.shipments.status_look import CHIP_LOOK, EXCEPTION_LOOK
from inpost_desk.wording.journey import clock_words, day_words, phase_words
from inpost_desk.wording.sentences import WARSAW, service_words
from inpost_desk.wording.speech import translate

CHIPS: Final = (
    Phase.PREPARED,
    Phase.ON_ITS_WAY,
    Phase.WAITING,
    Phase.DELIVERED,
    Phase.UNPAID,
    Phase.RETURNED,
    Phase.LOST,
    Phase.CANCELLED,
)
ALWAYS: Final = (None, EXCEPTIONS, *CHIPS[:4])
MOST_RUNS: Final = 40


class Filters(QWidget):
    """Says what is chosen whenever that changes."""

    changed = Signal(object)
    """The `Choices`, the words of the search as they were."""
    export_asked = Signal(QPoint)

    def __init__(self, choices: Choices) -> None:
        super().__init__()
        self._choices = choices
        chips: dict[Hashable, Chip] = {None: Chip(translate("ui", "All"))}
        chips[EXCEPTIONS] = Chip(translate("ui", "Exceptions"), *EXCEPTION_LOOK)
        for phase in CHIPS:
            chips[phase] = Chip(phase_words(phase), *CHIP_LOOK[phase])
        self.chips = Chips(chips, always=ALWAYS)
        any_one = translate("ui", "any")
        self.days = Choice(translate("ui", "days"), days_choices())
        self.service = Choice(translate("ui", "service"), [("", any_one)])
        self.run = Choice(translate("ui", "run"), [(None, any_one)])
        self.printed = Choice(
            translate("ui", "label"),
            [
                (None, any_one),
                (True, translate("ui", "printed")),
                (False, translate("ui", "not printed")),
            ],
        )
        self.cod = Choice(
            translate("ui", "COD"),
            [
                (False, translate("ui", "either")),
                (True, translate("ui", "only with it")),
            ],
        )
        self.export = KeyButton(
            translate("ui", "Export CSV/XLSX"), key="Ctrl+E", icon="file", kind="header"
        )
        self._lay_out()
        self.chips.show_counts({})
        self.show_choices(choices)
        self._connect()

    def choices(self) -> Choices:
        """What is chosen."""
        return self._choices

    def show_choices(self, choices: Choices) -> None:
        """Choose that, without telling anybody."""
        self._choices = choices
        self.chips.blockSignals(True)
        self.chips.choose(choices.chip)
        self.chips.blockSignals(False)
        self.days.set_value(choices.days, said=span_words(choices))
        self._offer_kept_service(choices.service)
        self.service.set_value(choices.service)
        self.run.set_value(choices.run_id)
        self.printed.set_value(choices.printed)
        self.cod.set_value(choices.cod)

    def show_facts(self, facts: Facts) -> None:
        """Counts, services and runs as they are now."""
        self.show_counts(facts.counts)
        any_one = ("", translate("ui", "any"))
        self.service.set_choices([any_one, *((one, service_words(one)) for one in facts.services)])
        self._offer_kept_service(self._choices.service)
        self.service.set_value(self._choices.service)
        runs = [(number, _run_words(name, at)) for number, name, at in facts.runs[:MOST_RUNS]]
        self.run.set_choices([(None, translate("ui", "any")), *runs])
        self.run.set_value(self._choices.run_id)

    def show_counts(self, counts: Counts) -> None:
        """How many there are."""
        self.chips.show_counts({None: counts.all, EXCEPTIONS: counts.exceptions, **counts.phases})

    def below_export(self) -> QPoint:
        """Where the menu of exports opens."""
        return self.export.mapToGlobal(self.export.rect().bottomLeft())

    def _offer_kept_service(self, service: str) -> None:
        """One chosen another day is there before anybody has counted."""
        self.service.set_value(service)
        if service and self.service.value() != service:
            any_one = ("", translate("ui", "any"))
            self.service.set_choices([any_one, (service, service_words(service))])

    def _lay_out(self) -> None:
        self.export.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        parts = (self.days, self.service, self.run, self.printed, self.cod, self.export)
        margins = (look.EDGE, 0, look.PAD, look.GAP + 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.chips)
        column.addWidget(Flow(*parts, gap=look.GAP - 2, margins=margins))

    def _connect(self) -> None:
        self.chips.chosen.connect(lambda chip: self._choose(chip=chip))
        self.days.chosen.connect(self._choose_days)
        self.service.chosen.connect(lambda value: self._choose(service=value))
        self.run.chosen.connect(lambda value: self._choose(run_id=value))
        self.printed.chosen.connect(lambda value: self._choose(printed=value))
        self.cod.chosen.connect(lambda value: self._choose(cod=value))
        self.export.clicked.connect(lambda: self.export_asked.emit(self.below_export()))

    def _choose(self, **values: object) -> None:
        self._choices = replace(self._choices, **values)  # type: ignore[arg-type]
        self.changed.emit(self._choices)

    @Slot(object)
    def _choose_days(self, days: Days) -> None:
        if days is not Days.BETWEEN:
            self._choose(days=days, since=None, until=None)
            return
        dialog = BetweenDialog(self._choices, self.window())
        dialog.chosen.connect(self._choose_between)
        dialog.rejected.connect(lambda: self.show_choices(self._choices))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @Slot(object, object)
    def _choose_between(self, since: date | None, until: date | None) -> None:
        days = Days.BETWEEN if since or until else Days.ALL
        self._choose(days=days, since=since, until=until)
        self.show_choices(self._choices)


class BetweenDialog(Dialog):
    """From which day to which; an empty field is open."""

    chosen = Signal(object, object)

    def __init__(self, choices: Choices, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(translate("ui", "Days"))
        note = translate("ui", "such as {day}").format(day=day_words(_today()))
        self.since = FieldBox(translate("ui", "From"), note=note)
        self.until = FieldBox(translate("ui", "To"))
        for box, day in ((self.since, choices.since), (self.until, choices.until)):
            box.edit.setText(day_words(day) if day else "")
        self.show_button = KeyButton(translate("ui", "Show"), key="Enter", kind="accent")
        self.cancel = KeyButton(translate("ui", "Cancel"), key="Esc")
        self.show_button.clicked.connect(self._accept)
        self.show_button.setDefault(True)
        self.cancel.clicked.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(look.EDGE, look.EDGE, look.EDGE, look.EDGE)
        column.setSpacing(look.PAD)
        column.addWidget(Heading(translate("ui", "Shipments made on these days")))
        column.addWidget(self.since)
        column.addWidget(self.until)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.cancel)
        row.addWidget(self.show_button)
        column.addLayout(row)
        self.since.edit.setFocus()

    @Slot()
    def _accept(self) -> None:
        days = [self._day(box) for box in (self.since, self.until)]
        wrong = any(
            box.text() and day is None
            for box, day in zip((self.since, self.until), days, strict=True)
        )
        since, until = days
        if not wrong and since and until and until < since:
            self.until.set_finding(translate("ui", "This day is before the first one."))
        elif not wrong:
            self.chosen.emit(since, until)
            self.accept()

    def _day(self, box: FieldBox) -> date | None:
        day = read_day(box.text(), today=_today()) if box.text() else None
        wrong = bool(box.text()) and day is None
        words = translate("ui", "This is no day. Write it like {day}.")
        box.set_finding(words.format(day=day_words(_today())) if wrong else "")
        return day


def _today() -> date:
    return datetime.now(WARSAW).date()


def _run_words(name: str, at: datetime) -> str:
    local = at.astimezone(WARSAW)
    shown = name if len(name) <= 32 else f"{name[:31]}…"
    return f"{day_words(local.date())} {clock_words(at)} · {shown}" if shown else day_words(local)
