"""The fields of a place couriers come to, checked while they are typed; for the page and for Settings."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from inpost_desk.domain import checks
from inpost_desk.domain.order import Address, Field, Problem
from inpost_desk.domain.pickup import PickupRules
from inpost_desk.ui import look
from inpost_desk.ui.kit import FieldBox
from inpost_desk.wording.sentences import rule_words
from inpost_desk.wording.speech import QT_TRANSLATE_NOOP, translate

NAME: Final = "name"
STREET: Final = "street"
POST_CODE: Final = "post_code"
POST_CODE_DIGITS: Final = 5
CITY: Final = "city"
_PLACES: Final = (
    (NAME, QT_TRANSLATE_NOOP("ui", "Name of the place"), 0, 0, 5),
    (STREET, QT_TRANSLATE_NOOP("ui", "Street and number"), 1, 0, 5),
    (POST_CODE, QT_TRANSLATE_NOOP("ui", "Post code"), 2, 0, 2),
    (CITY, QT_TRANSLATE_NOOP("ui", "Town"), 2, 2, 3),
)


class PlaceForm(QWidget):
    """Name and address."""

    edited = Signal()
    left = Signal()
    """A field was left with what stands in it."""

    def __init__(self, *, in_header: bool = False) -> None:
        super().__init__()
        self.fields = {
            name: FieldBox(translate("ui", label), in_header=in_header)
            for name, label, *_ in _PLACES
        }
        self._settled: tuple[str, Address | None] = ("", None)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(look.PAD)
        grid.setVerticalSpacing(look.GAP)
        for name, _, row, column, wide in _PLACES:
            grid.addWidget(self.fields[name], row, column, 1, wide, Qt.AlignmentFlag.AlignTop)
        for column in range(5):
            grid.setColumnStretch(column, 1)
        for field in self.fields.values():
            field.edit.textEdited.connect(self._edited)
            field.edit.editingFinished.connect(self.left)

    def set_value(self, name: str, address: Address | None) -> None:
        """Show that place; what is being typed stays, unless another was settled meanwhile."""
        if (name, address) == self._settled:
            return
        self._settled = (name, address)
        known = address or Address("", "", "", "")
        texts = {
            NAME: name,
            STREET: f"{known.street} {known.building_number}".strip(),
            POST_CODE: known.post_code,
            CITY: known.city,
        }
        for key, text in texts.items():
            if self.fields[key].text() != text:
                self.fields[key].edit.setText(text)
        self.show_findings(missing=False)

    def name(self) -> str:
        """What the place is called."""
        return checks.tidy(self.fields[NAME].text())

    def address(self) -> Address | None:
        """The address, None while something is missing or wrong."""
        if self.problems():
            return None
        street = checks.street(self.fields[STREET].text()).value
        city = checks.city(self.fields[CITY].text()).value
        post_code = checks.post_code(self.fields[POST_CODE].text()).value
        return Address(street.street, street.number, city, post_code)

    def empty(self) -> bool:
        """Whether nothing is typed."""
        return not any(field.text() for field in self.fields.values())

    def problems(self) -> dict[str, Problem]:
        """What is wrong, by field."""
        found = {name: check(self.fields[name].text()) for name, check in _CHECKS.items()}
        return {name: problem for name, problem in found.items() if problem is not None}

    def show_findings(self, *, missing: bool) -> str:
        """Say at each field what is wrong with it, of empty ones where `missing`; the first such field."""
        problems = self.problems()
        for name, field in self.fields.items():
            problem = problems.get(name)
            shown = problem is not None and (missing or bool(field.text()))
            field.set_finding(problem_words(problem) if problem and shown else "")
        return next(iter(problems), "")

    def _edited(self) -> None:
        self.show_findings(missing=False)
        self.edited.emit()


def problem_words(problem: Problem) -> str:
    """What is wrong with a field, as a sentence."""
    words = rule_words(problem.rule, field=problem.field)
    return words[:1].upper() + words[1:]


def address_words(address: Address | None) -> str:
    """`Ciepłownicza 8, 35-322 Rzeszów`."""
    if address is None:
        return ""
    street = f"{address.street} {address.building_number}".strip()
    town = f"{address.post_code} {address.city}".strip()
    return ", ".join(part for part in (street, town) if part)


def is_set(rules: PickupRules) -> bool:
    """Whether it was settled where couriers come."""
    return rules.point is not None or rules.address is not None


def _required(text: str) -> Problem | None:
    problem = checks.company(text).problem
    if problem is None and not checks.tidy(text):
        return Problem(Field.COMPANY, "required")
    return problem


def _post_code(text: str) -> Problem | None:
    """Five digits: a zero that a spreadsheet dropped is guessed in files, never where a courier comes."""
    problem = checks.post_code(text).problem
    if problem is None and sum(one.isdigit() for one in text) != POST_CODE_DIGITS:
        return Problem(Field.POST_CODE, "invalid_format", text)
    return problem


_CHECKS: Final[dict[str, Callable[[str], Problem | None]]] = {
    NAME: _required,
    STREET: lambda text: checks.street(text).problem,
    POST_CODE: _post_code,
    CITY: lambda text: checks.city(text).problem,
}
