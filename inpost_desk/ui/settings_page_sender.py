"""The sender printed on labels, where it is not the organisation itself. Checked while it is typed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from inpost_desk.domain import checks
from inpost_desk.domain.order import Address, Person, Problem
from inpost_desk.ui import look
from inpost_desk.ui.first_start_cards import Finding
from inpost_desk.ui.kit import FieldBox, Text
from inpost_desk.ui.look import State
from inpost_desk.wording.sentences import rule_words
from inpost_desk.wording.speech import QT_TRANSLATE_NOOP, translate

COMPANY: Final = "company"
FIRST: Final = "first_name"
LAST: Final = "last_name"
PHONE: Final = "phone"
EMAIL: Final = "email"
STREET: Final = "street"
POST_CODE: Final = "post_code"
CITY: Final = "city"
# Name, label, row and column of the form, columns it is wide.
PLACES: Final[tuple[tuple[str, str, int, int, int], ...]] = (
    (COMPANY, QT_TRANSLATE_NOOP("ui", "Company"), 0, 0, 6),
    (FIRST, QT_TRANSLATE_NOOP("ui", "First name"), 1, 0, 3),
    (LAST, QT_TRANSLATE_NOOP("ui", "Last name"), 1, 3, 3),
    (PHONE, QT_TRANSLATE_NOOP("ui", "Telephone"), 2, 0, 2),
    (EMAIL, QT_TRANSLATE_NOOP("ui", "E-mail"), 2, 2, 4),
    (STREET, QT_TRANSLATE_NOOP("ui", "Street and number"), 3, 0, 6),
    (POST_CODE, QT_TRANSLATE_NOOP("ui", "Post code"), 4, 0, 2),
    (CITY, QT_TRANSLATE_NOOP("ui", "Town"), 4, 2, 4),
)


class SenderForm(QWidget):
    """The fields of the sender; all empty means InPost's own data of the organisation."""

    changed = Signal(object)
    """A whole `Person`, or None for the organisation's own data."""

    def __init__(self) -> None:
        super().__init__()
        self.fields = {name: FieldBox(translate("ui", label)) for name, label, *_ in PLACES}
        self.finding = Finding()
        self._shown: Person | None = None
        self._lay_out()
        for field in self.fields.values():
            field.edit.textEdited.connect(self._check)
            field.edit.editingFinished.connect(self._save)
        self.set_value(None)

    def set_value(self, sender: Person | None) -> None:
        """Show the sender; fields that are being typed in are left alone where nothing changed."""
        if sender == self._shown and sender is not None:
            return
        if sender is None and self._shown is None and any(self._texts().values()):
            return
        self._shown = sender
        self._show(sender)

    def value(self) -> Person | None:
        """The sender as it stands, or None where nothing is typed or something is wrong."""
        if self._problems() or not any(self._texts().values()):
            return None
        texts = self._texts()
        street = checks.street(texts[STREET]).value
        return Person(
            phone=checks.phone(texts[PHONE]).value,
            email=checks.email(texts[EMAIL], required=True).value,
            first_name=checks.tidy(texts[FIRST]),
            last_name=checks.tidy(texts[LAST]),
            company=checks.company(texts[COMPANY]).value,
            address=Address(
                street.street,
                street.number,
                checks.city(texts[CITY]).value,
                checks.post_code(texts[POST_CODE]).value,
            ),
        )

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(look.PAD)
        grid.setVerticalSpacing(look.PAD)
        for name, _, row, column, wide in PLACES:
            field = self.fields[name]
            grid.addWidget(field, row, column, 1, wide, Qt.AlignmentFlag.AlignTop)
        for column in range(6):
            grid.setColumnStretch(column, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(look.PAD)
        layout.addWidget(
            Text(
                translate(
                    "ui",
                    "Leave everything empty, and labels name your organisation as InPost knows it.",
                ),
                tone="text2",
                wrap=True,
            )
        )
        layout.addLayout(grid)
        layout.addWidget(self.finding)

    def _show(self, sender: Person | None) -> None:
        for name, text in _texts_of(sender).items():
            if self.fields[name].text() != text:
                self.fields[name].edit.setText(text)
        self._check()

    def _texts(self) -> dict[str, str]:
        return {name: field.text() for name, field in self.fields.items()}

    def _problems(self) -> dict[str, Problem]:
        """What is wrong, by field. Nothing is wrong with a form that is empty."""
        texts = self._texts()
        if not any(texts.values()):
            return {}
        found = {
            name: problem
            for name, check in _CHECKS.items()
            if (problem := check(texts[name])) is not None
        }
        whole_name = f"{texts[FIRST]} {texts[LAST]}".strip()
        person = checks.name(whole_name, full=not texts[COMPANY])
        if person.problem:
            found[LAST if texts[FIRST] else FIRST] = person.problem
        return found

    def _check(self) -> None:
        problems = self._problems()
        empty = not any(self._texts().values())
        for name, field in self.fields.items():
            problem = problems.get(name)
            if problem is None:
                field.set_finding("")
            elif field.text() or field.edit.hasFocus() is False:
                words = rule_words(problem.rule, field=problem.field)
                # A field nobody came to yet is missing something, not wrong.
                state = State.ERROR if field.text() else State.INFORMATION
                field.set_finding(words[:1].upper() + words[1:], state)
        if problems:
            fact = translate("ui", "Not saved yet: something is missing or wrong.")
            self.finding.say(State.WARNING, fact, self._what_counts())
        elif empty:
            self.finding.say(State.INFORMATION, self._what_counts())
        else:
            self.finding.hide()

    def _what_counts(self) -> str:
        if self._shown is None:
            return translate("ui", "Labels name your organisation as InPost knows it.")
        return translate("ui", "Labels name the sender that was saved last.")

    def _save(self) -> None:
        self._check()
        empty = not any(self._texts().values())
        sender = self.value()
        if (sender is None and not empty) or sender == self._shown:
            return
        self._shown = sender
        # What was mended is seen at once: 385 became 00-385.
        self._show(sender)
        self.changed.emit(sender)


_CHECKS: Final[dict[str, Callable[[str], Problem | None]]] = {
    COMPANY: lambda text: checks.company(text).problem,
    PHONE: lambda text: checks.phone(text).problem,
    EMAIL: lambda text: checks.email(text, required=True).problem,
    STREET: lambda text: checks.street(text).problem,
    POST_CODE: lambda text: checks.post_code(text).problem,
    CITY: lambda text: checks.city(text).problem,
}


def _texts_of(sender: Person | None) -> dict[str, str]:
    person = sender or Person()
    address = person.address or Address("", "", "", "")
    return {
        COMPANY: person.company,
        FIRST: person.first_name,
        LAST: person.last_name,
        PHONE: person.phone,
        EMAIL: person.email,
        STREET: f"{address.street} {address.building_number}".strip(),
        POST_CODE: address.post_code,
        CITY: address.city,
    }
