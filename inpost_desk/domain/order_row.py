"""One row of an order file becomes an order, or the list of everything that is wrong with it.

Which column holds which field is `spreadsheet`'s business; how a single cell is read is `checks`'.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any, TypeVar

from inpost_desk.domain import amounts, checks
from inpost_desk.domain.checks import Checked
from inpost_desk.domain.order import Address, Change, Field, Kind, Order, Person, Problem, Size

T = TypeVar("T")

_LOCKER_SIZES = frozenset({Size.A, Size.B, Size.C})
_READERS: dict[Field, Callable[[str], Checked[Any]]] = {
    Field.PHONE: checks.phone,
    Field.SIZE: checks.size,
    Field.POINT: checks.point_name,
    Field.KIND: checks.kind,
    Field.WEEKEND: checks.weekend,
    Field.POST_CODE: checks.post_code,
    Field.STREET: checks.street,
    Field.INSURANCE: amounts.insurance,
    Field.COD: partial(amounts.cod, kind=Kind.COURIER),
}


@dataclass(frozen=True, slots=True)
class ReadOrder:
    """`order` is None where there are problems; warnings do not stop it."""

    order: Order | None
    reference: str
    problems: tuple[Problem, ...] = ()
    warnings: tuple[Problem, ...] = ()
    changes: tuple[Change, ...] = ()


def read_order(cells: Mapping[Field, str], *, lockers_only: bool = False) -> ReadOrder:
    """Reads a row given as text by field. `lockers_only`: the older layout has no column for the kind."""
    return _Reading(cells, lockers_only=lockers_only).result()


def meaning(field: Field, text: str) -> object:
    """What a cell says, for comparing: equal for `+48 501 234 567` and `501234567`, whatever the case."""
    given = checks.unwrapped(text)
    reader = _READERS.get(field)
    checked = reader(given) if reader else None
    value = checks.tidy(given) if checked is None or checked.problem else checked.value
    return value.casefold() if isinstance(value, str) else value


class _Reading:
    """Gathers what the checks of one row find."""

    def __init__(self, cells: Mapping[Field, str], *, lockers_only: bool) -> None:
        self._cells = {field: checks.unwrapped(text) for field, text in cells.items()}
        self._lockers_only = lockers_only
        self._changes: list[Change] = []
        self._warnings: list[Problem] = []
        # What is packed is not InPost's business: nothing can be wrong with it.
        found = [
            checks.cell_problem(field, text)
            for field, text in self._cells.items()
            if field is not Field.CONTENTS
        ]
        self._problems = [problem for problem in found if problem]
        # A formula is the whole story of its cell; "required" beside it would only confuse.
        self._broken = {problem.field for problem in self._problems}

    def result(self) -> ReadOrder:
        kind = self._kind()
        email = self._take(checks.email(self._text(Field.EMAIL), required=kind is Kind.LOCKER))
        phone = self._take(checks.phone(self._text(Field.PHONE)))
        size = self._size(kind)
        point = self._point(kind)
        reference = self._take(checks.reference(self._text(Field.REFERENCE)))
        first, last, company = self._names(kind)
        address = self._address() if kind is Kind.COURIER else None
        person = Person(phone, email, first, last, company, address)
        order = self._order(kind, size, Order(reference, Kind.LOCKER, Size.A, person, point))
        self._warnings.extend(checks.label_warnings(person))
        return ReadOrder(
            None if self._problems else order,
            reference or self._text(Field.REFERENCE).strip(),
            tuple(self._problems),
            tuple(self._warnings),
            tuple(self._changes),
        )

    def _order(self, kind: Kind | None, size: Size | None, draft: Order) -> Order | None:
        weekend = self._take(checks.weekend(self._text(Field.WEEKEND)))
        # With an unknown kind only the wider limit is sure to be one.
        cash = self._take(amounts.cod(self._text(Field.COD), kind=kind or Kind.COURIER))
        insured = self._take(amounts.insurance(self._text(Field.INSURANCE)))
        if kind is Kind.COURIER:
            insured, raised = amounts.raised_insurance(insured, cash)
            if raised:
                self._changes.append(raised)
            if weekend:
                self._problems.append(
                    Problem(Field.WEEKEND, "weekend_not_for_service", self._text(Field.WEEKEND))
                )
        if kind is None or size is None:
            return None
        return Order(
            draft.reference, kind, size, draft.receiver, draft.point, cash, insured, weekend
        )

    def _kind(self) -> Kind | None:
        if self._lockers_only:
            return Kind.LOCKER
        return self._take(checks.kind(self._text(Field.KIND)))

    def _size(self, kind: Kind | None) -> Size | None:
        size = self._take(checks.size(self._text(Field.SIZE)))
        if kind is Kind.LOCKER and size is not None and size not in _LOCKER_SIZES:
            self._problems.append(Problem(Field.SIZE, "size_not_for_service", size.value))
        return size

    def _point(self, kind: Kind | None) -> str:
        given = self._text(Field.POINT)
        if kind is Kind.LOCKER:
            return self._take(checks.point_name(given))
        if kind is Kind.COURIER and given.strip():
            self._warnings.append(Problem(Field.POINT, "point_ignored", given.strip()))
        return ""

    def _names(self, kind: Kind | None) -> tuple[str, str, str]:
        company = self._take(checks.company(self._text(Field.COMPANY)))
        full = kind is Kind.COURIER and not company
        first, last = self._take(checks.name(self._text(Field.NAME), full=full))
        return first, last, company

    def _address(self) -> Address:
        line = self._take(checks.street(self._text(Field.STREET)))
        post_code = self._take(checks.post_code(self._text(Field.POST_CODE)))
        city = self._take(checks.city(self._text(Field.CITY)))
        return Address(line.street, line.number, city, post_code)

    def _text(self, field: Field) -> str:
        return "" if field in self._broken else self._cells.get(field, "")

    def _take(self, checked: Checked[T]) -> T:
        if checked.problem and checked.problem.field not in self._broken:
            self._problems.append(checked.problem)
        if checked.change:
            self._changes.append(checked.change)
        return checked.value
