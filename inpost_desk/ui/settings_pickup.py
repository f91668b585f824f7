"""The section of the settings about couriers: where they come, until when orders for today are taken.

On which days a courier comes by itself is asked in the section about sending.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QSignalBlocker, Qt, QTime, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QTimeEdit, QVBoxLayout, QWidget

from inpost_desk.background import FETCH
from inpost_desk.domain.pickup import DispatchPoint, PickupRules
from inpost_desk.errors import Trouble
from inpost_desk.ui import look
from inpost_desk.ui.desk import Desk
from inpost_desk.ui.first_start_cards import Finding
from inpost_desk.ui.jobs import Jobs
from inpost_desk.ui.kit import Caption, Heading, Line, Link, Text
from inpost_desk.ui.look import Role, State
from inpost_desk.ui.pickup.address_form import NAME, PlaceForm, address_words
from inpost_desk.ui.pickup.facts_form import FactsForm
from inpost_desk.ui.pickup.jobs import dispatch_points
from inpost_desk.ui.settings_page_changes import Changes
from inpost_desk.ui.settings_page_choices import Choice, ChoiceList
from inpost_desk.ui.settings_page_sending import FULL_DAYS
from inpost_desk.wording.sentences import trouble_words
from inpost_desk.wording.speech import translate

ADDRESS: Final = "address"
_PATTERN: Final = "HH:mm"


class PickupSection(QWidget):
    """Writes each change at once; an address only once it is whole."""

    settings_asked = Signal(str)
    """Another section: "sending"."""

    def __init__(self, desk: Desk, changes: Changes) -> None:
        super().__init__()
        self._desk, self._changes = desk, changes
        self._jobs = Jobs(desk, self)
        self._points: tuple[DispatchPoint, ...] = ()
        self.cut_off = CutOffField()
        self.days = Text("", tone="text2", wrap=True)
        self.to_days = Link(translate("ui", "Change the days"))
        self.places = ChoiceList(translate("ui", "Where couriers come"))
        self.read = Link(translate("ui", "Read dispatch points from InPost"), icon="refresh")
        self.finding = Finding()
        self.address = PlaceForm()
        self.facts = FactsForm(email=True)
        self._lay_out()
        self._connect()
        self.show_settings()

    def show_settings(self) -> None:
        """Show what was decided, here or elsewhere; what is being typed stays."""
        known = self._changes.known
        rules = known.pickup
        self.cut_off.show_value(QTime(rules.cut_off.hour, rules.cut_off.minute))
        self.days.setText(_days_words(known.courier_days))
        self._offer(rules)
        self.address.set_value(rules.name if rules.point is None else "", rules.address)
        self.facts.set_value(rules)
        self._show_place()

    def _offer(self, rules: PickupRules) -> None:
        choices = [
            Choice(
                _key(one),
                one.name or str(one.id),
                ", ".join(filter(None, (address_words(one.address), one.office_hours))),
            )
            for one in self._points
        ]
        if rules.point is not None and all(one.id != rules.point for one in self._points):
            detail = translate("ui", "InPost's dispatch point")
            choices.insert(0, Choice(f"point:{rules.point}", rules.name or detail, detail))
        title = translate("ui", "This address")
        choices.append(Choice(ADDRESS, title, translate("ui", "InPost makes a place of it")))
        wanted = ADDRESS if rules.point is None else f"point:{rules.point}"
        self.places.set_choices(choices, wanted)

    def _show_place(self) -> None:
        typed = self.places.value() == ADDRESS
        self.address.setVisible(typed)
        rules = self._changes.known.pickup
        if not typed or (rules.address is not None and not self.address.problems()):
            self.finding.hide()
        elif self.address.empty():
            words = translate(
                "ui", "Not set yet: the Pickup page asks for it with the first order."
            )
            self.finding.say(State.INFORMATION, words)
        else:
            words = translate("ui", "Not saved yet: something is missing or wrong.")
            self.finding.say(State.WARNING, words)

    def _connect(self) -> None:
        self._changes.changed.connect(self.show_settings)
        self.cut_off.edited.connect(self._keep_cut_off)
        self.to_days.clicked.connect(lambda: self.settings_asked.emit("sending"))
        self.places.chosen.connect(self._choose)
        self.read.clicked.connect(self._read)
        self.address.edited.connect(self._show_place)
        self.address.left.connect(self._keep_address)
        self.facts.left.connect(self._keep_facts)

    def _keep(self, **change: object) -> None:
        rules = self._changes.known.pickup
        self._changes.make(pickup=replace(rules, **change))  # type: ignore[arg-type]

    def _keep_cut_off(self, time: QTime) -> None:
        self._keep(cut_off=time.toPython())

    def _choose(self, key: str) -> None:
        point = next((one for one in self._points if _key(one) == key), None)
        if point is not None:
            self._keep(point=point.id, address=None, name=point.name)
        elif key == ADDRESS:
            address = self.address.address()
            self._keep(point=None, address=address, name=self.address.name())
            self._show_place()
            if address is None:
                self.address.fields[NAME].edit.setFocus()

    def _keep_address(self) -> None:
        if self.places.value() != ADDRESS:
            return
        address = self.address.address()
        if address is not None:
            self._keep(point=None, address=address, name=self.address.name())
        self.address.show_findings(missing=not self.address.empty())
        self._show_place()

    def _keep_facts(self) -> None:
        if self.facts.show_findings(missing=False) is None:
            hours, phone, email, comment = self.facts.texts()
            self._keep(office_hours=hours, phone=phone, email=email, comment=comment)

    def _read(self) -> None:
        self.read.setEnabled(False)
        started = self._jobs.start(
            dispatch_points, lane=FETCH, done=self._came, failed=self._not_read
        )
        if not started:
            self.read.setEnabled(True)
            words = translate("ui", "No account is open; open one first.")
            self.finding.say(State.INFORMATION, words)

    def _came(self, points: Sequence[DispatchPoint]) -> None:
        self.read.setEnabled(True)
        self._points = tuple(points)
        self._offer(self._changes.known.pickup)
        self._show_place()
        if not points:
            words = translate("ui", "InPost knows no dispatch point of yours: type the address.")
            self.finding.say(State.INFORMATION, words)

    def _not_read(self, error: Exception) -> None:
        self.read.setEnabled(True)
        if isinstance(error, Trouble):
            self.finding.say(State.WARNING, trouble_words(error))
        else:
            self._desk.report(error)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.PAD)
        column.addWidget(Heading(translate("ui", "Orders for today")))
        column.addWidget(Text(translate("ui", "Taken until (Warsaw time)"), bold=True))
        column.addWidget(self.cut_off, 0, Qt.AlignmentFlag.AlignLeft)
        about = translate(
            "ui", "As InPost told you. Half an hour before, parcels without a courier are named."
        )
        column.addWidget(Caption(about, wrap=True))
        column.addWidget(self.days)
        column.addWidget(self.to_days, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(Line())
        column.addWidget(Heading(translate("ui", "Where couriers come")))
        for part in (self.places, self.read, self.finding, self.address):
            column.addWidget(part)
        column.addWidget(Line())
        column.addWidget(Heading(translate("ui", "What the courier is told")))
        column.addWidget(self.facts)


class CutOffField(QTimeEdit):
    """Hours and minutes. The mouse wheel leaves it alone: the page scrolls."""

    edited = Signal(QTime)
    """By the user."""

    def __init__(self) -> None:
        super().__init__()
        self.setDisplayFormat(_PATTERN)
        self.setFont(look.font(Role.BODY))
        self.setAccessibleName(translate("ui", "Orders for today are taken until"))
        self.setKeyboardTracking(False)
        self.userTimeChanged.connect(self.edited)

    def show_value(self, time: QTime) -> None:
        """Show it without telling anyone."""
        with QSignalBlocker(self):
            self.setTime(time)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        """Let the page have it."""
        event.ignore()


def _key(point: DispatchPoint) -> str:
    return f"point:{point.id}"


def _days_words(days: Sequence[int]) -> str:
    if not days:
        return translate("ui", "No courier comes by itself.")
    names = [translate("ui", FULL_DAYS[day]) for day in days if day < len(FULL_DAYS)]
    words = translate("ui", "A courier comes by itself on: {days}.")
    return words.format(days=", ".join(names))
