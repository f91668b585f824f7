"""Answers to a problem that take one key, where the answer is knowable; none is offered elsewhere.

What is offered was read again: it never leaves the same problem, nor makes one in the cells it writes. Only a
point cannot be judged here: whether it takes parcels is known to who gives the `nearest`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from inpost_desk.domain import amounts, checks, hints
from inpost_desk.domain.order import Field, Kind, Problem, Size
from inpost_desk.domain.order_row import read_order
from inpost_desk.domain.pile import Fix

MOST: Final = 3
KIND_TEXTS: Final = {Kind.LOCKER: "paczkomaty", Kind.COURIER: "kurier"}
# What a problem says of one point counts for every row that goes there.
POINT_RULES: Final = frozenset(
    {
        "does_not_exist",
        "point_closed",
        "invalid_box_machine_function",
        "cod_not_payable_at_point",
        "invalid_target_point_for_end_of_week_collection",
        "invalid_target_point_247_for_end_of_week_collection",
    }
)
# Each row gets an answer of its own for these, the others write the same everywhere.
OWN_ANSWER: Final = frozenset({"write", "cut", "by_courier", "is_company"})

Cells = Mapping[Field, str]


@dataclass(frozen=True, slots=True)
class NearPoint:
    """An open point that receives parcels; `metres` None where only the town is known."""

    name: str
    street: str = ""
    city: str = ""
    post_code: str = ""
    metres: int | None = None
    payment: bool | None = None
    open_247: bool | None = None
    parcel_point: bool = False


@dataclass(frozen=True, slots=True)
class _Case:
    """What an answer is found from. `text` is the cell in question."""

    problem: Problem
    cells: Cells
    nearest: Sequence[NearPoint]
    lines: Sequence[str]

    @property
    def text(self) -> str:
        given = checks.unwrapped(self.cells.get(self.problem.field, ""))
        return given if given.strip() else self.problem.value

    @property
    def kind(self) -> Kind | None:
        if Field.KIND not in self.cells:
            return Kind.LOCKER
        return checks.kind(checks.unwrapped(self.cells[Field.KIND])).value

    def given(self, *fields: Field) -> bool:
        return all(self.cells.get(field, "").strip() for field in fields)


def fixes(
    problem: Problem,
    cells: Cells,
    *,
    nearest: Sequence[NearPoint] = (),
    lines: Sequence[str] = (),
) -> tuple[Fix, ...]:
    """At most three answers, best first. `cells` without KIND is a row of the lockers' layout.

    `nearest` are points for the rules about a point; `lines` is what the other lines of the same order say in
    the problem's field: such an answer is to be written into every line of the order.
    """
    case = _Case(problem, cells, nearest, lines)
    answers = _ANSWERS.get(f"{problem.field}.{problem.rule}") or _ANSWERS.get(problem.rule)
    found: list[Fix] = []
    for fix in answers(case) if answers else ():
        if all(fix.cells != one.cells for one in found) and _works(fix, case):
            found.append(fix)
        if len(found) == MOST:
            break
    return tuple(found)


def alike(problem: Problem, other: Problem) -> bool:
    """Whether an answer to one problem can be one to the other: "fix all like this"."""
    if (problem.field, problem.rule) != (other.field, other.rule) or problem.rule == "lines_differ":
        return False
    if problem.rule in POINT_RULES:
        return problem.value.casefold() == other.value.casefold()
    return True


def same_fix(fix: Fix, problem: Problem, *, other: Problem, cells: Cells) -> Fix | None:
    """What that answer comes to in another row with `cells`, or None where it is none there."""
    if not alike(problem, other):
        return None
    if fix.rule == "point":
        return fix
    own = [one for one in fixes(other, cells) if one.rule == fix.rule]
    if fix.rule not in OWN_ANSWER:
        own = [one for one in own if one.cells == fix.cells]
    return own[0] if own else None


def _works(fix: Fix, case: _Case) -> bool:
    """No problem is left in what the fix writes, and not the one it answers."""
    after = {**case.cells, **fix.cells}
    read = read_order(after, lockers_only=Field.KIND not in case.cells)
    return all(
        one.field not in fix.cells
        and (one.field, one.rule) != (case.problem.field, case.problem.rule)
        for one in read.problems
    )


def _write(case: _Case, texts: Iterator[str]) -> Iterator[Fix]:
    field = case.problem.field
    given = checks.tidy(case.text)
    for text in texts:
        if text:
            yield Fix("write", {field: text}, text, given)


def _email(case: _Case) -> Iterator[Fix]:
    yield from _write(case, hints.emails(case.text))
    if case.kind is Kind.COURIER:
        yield Fix("no_email", {Field.EMAIL: ""})


def _post_code(case: _Case) -> Iterator[Fix]:
    yield from _swapped(case)
    yield from _write(case, hints.post_codes(case.text))


def _swapped(case: _Case) -> Iterator[Fix]:
    """Post code and town in each other's cell."""
    code, town = (case.cells.get(one, "").strip() for one in (Field.POST_CODE, Field.CITY))
    if code and town:
        swapped = {Field.POST_CODE: town, Field.CITY: code}
        yield Fix("write", swapped, f"{town} {code}", f"{code} {town}")


def _street(case: _Case) -> Iterator[Fix]:
    yield from _write(case, hints.streets(case.text, case.cells.get(Field.CITY, "")))


def _amount(case: _Case) -> Iterator[Fix]:
    if hints.is_no_amount(case.text):
        yield _none_of(case)
    yield from _write(case, hints.amounts(case.text))


def _none_of(case: _Case) -> Fix:
    if case.problem.field is Field.INSURANCE:
        return Fix("no_insurance", {Field.INSURANCE: "NIE"})
    return Fix("no_cod", {Field.COD: "NIE"})


def _too_small(case: _Case) -> Iterator[Fix]:
    bare = checks.tidy(case.text)
    yield from _write(
        case, iter([bare.removeprefix("-").strip()]) if bare.startswith("-") else iter(())
    )
    yield _none_of(case)


def _too_big(case: _Case) -> Iterator[Fix]:
    insurance = case.problem.field is Field.INSURANCE
    limit = amounts.INSURANCE_LIMIT if insurance else amounts.COD_LIMITS[case.kind or Kind.COURIER]
    text = f"{limit:.2f}".replace(".", ",")
    yield Fix("insurance_limit" if insurance else "cod_limit", {case.problem.field: text}, text)
    if not insurance and _cod_value(case) <= amounts.COD_LIMITS[Kind.COURIER]:
        yield from _by_courier(case)
    yield _none_of(case)


def _cod_value(case: _Case) -> Decimal:
    # The courier's limit is the widest: what is above it stays unread.
    return amounts.cod(case.text, kind=Kind.COURIER).value or Decimal("Infinity")


def _cod_at_point(case: _Case) -> Iterator[Fix]:
    paying = [one for one in case.nearest if one.payment is not False]
    yield from _points(paying[: MOST - 1])
    yield Fix("no_cod", {Field.COD: "NIE"})


def _weekend_at_point(case: _Case) -> Iterator[Fix]:
    yield Fix("no_weekend", {Field.WEEKEND: "NIE"})
    yield from _points(
        [one for one in case.nearest if one.open_247 is not False and not one.parcel_point]
    )


def _no_weekend(_case: _Case) -> Iterator[Fix]:
    yield Fix("no_weekend", {Field.WEEKEND: "NIE"})


def _yes_or_no(_case: _Case) -> Iterator[Fix]:
    yield Fix("weekend", {Field.WEEKEND: "TAK"})
    yield Fix("no_weekend", {Field.WEEKEND: "NIE"})


def _nearest(case: _Case) -> Iterator[Fix]:
    yield from _points(case.nearest)


def _unknown_point(case: _Case) -> Iterator[Fix]:
    """The name may stand in a longer text, whose words were taken for a part of it."""
    read = checks.point_name(case.text).value
    yield from _write(case, (one for one in hints.points(case.text) if one != read))
    yield from _points(case.nearest)


def _point_required(case: _Case) -> Iterator[Fix]:
    yield from _points(case.nearest[: MOST - 1])
    yield from _by_courier(case)


def _points(nearest: Sequence[NearPoint]) -> Iterator[Fix]:
    for one in nearest:
        place = ", ".join(filter(None, (one.street, one.city)))
        yield Fix("point", {Field.POINT: one.name}, one.name, place, one.metres)


def _by_courier(case: _Case) -> Iterator[Fix]:
    """Only for a locker parcel whose address is as a courier needs it."""
    if case.kind is not Kind.LOCKER or Field.KIND not in case.cells:
        return
    after = {**case.cells, Field.KIND: KIND_TEXTS[Kind.COURIER]}
    if read_order(after).order is not None:
        place = ", ".join(case.cells[one].strip() for one in (Field.STREET, Field.CITY))
        yield Fix("by_courier", {Field.KIND: KIND_TEXTS[Kind.COURIER]}, "", place)


def _size_required(case: _Case) -> Iterator[Fix]:
    fits = set(Size) if case.kind is Kind.COURIER else {Size.A, Size.B, Size.C}
    likely = [size for size in hints.sizes(case.text) if size in fits]
    yield from _sizes(likely or [Size.A, Size.B, Size.C])


def _size_of_service(case: _Case) -> Iterator[Fix]:
    if case.kind is Kind.COURIER:
        yield from _sizes([Size.D])
    else:
        yield from _by_courier(case)
        yield from _sizes([Size.C])


def _sizes(sizes: Sequence[Size]) -> Iterator[Fix]:
    for size in sizes:
        yield Fix("size", {Field.SIZE: size.value}, size.value)


def _kind(case: _Case) -> Iterator[Fix]:
    likely = list(hints.kinds(case.text))
    if not likely:
        locker = case.given(Field.POINT)
        courier = case.given(Field.STREET, Field.CITY)
        likely = [
            kind
            for kind, wanted in ((Kind.LOCKER, locker), (Kind.COURIER, courier))
            if wanted or not (locker or courier)
        ]
    for kind in likely:
        yield Fix(f"kind_{kind}", {Field.KIND: KIND_TEXTS[kind]}, KIND_TEXTS[kind])


def _cut(case: _Case) -> Iterator[Fix]:
    """To what InPost takes. A street keeps its end, since the house number stands there."""
    limit = (
        checks.REFERENCE_LIMITS[1] if case.problem.field is Field.REFERENCE else checks.NAME_LIMIT
    )
    text = checks.tidy(case.text)[:limit].rstrip()
    if case.problem.field in (Field.REFERENCE, Field.NAME, Field.COMPANY, Field.CITY):
        yield Fix("cut", {case.problem.field: text}, text, str(limit))


def _last_name(case: _Case) -> Iterator[Fix]:
    yield from _write(case, hints.names(case.text))
    text = checks.tidy(case.text)
    yield Fix("is_company", {Field.COMPANY: text}, text)


def _formula(case: _Case) -> Iterator[Fix]:
    yield from _write(case, hints.literal(case.text))
    if case.problem.field is Field.COMPANY:
        yield Fix("no_company", {Field.COMPANY: ""})


def _lines(case: _Case) -> Iterator[Fix]:
    own = case.cells.get(case.problem.field, "")
    for text in dict.fromkeys(one.strip() for one in (*case.lines, own)):
        if text and case.lines:
            yield Fix("as_line", {case.problem.field: text}, text)


_ANSWERS: Final[Mapping[str, Callable[[_Case], Iterator[Fix]]]] = {
    "email.invalid_format": _email,
    "email.not_an_email": _email,
    "phone.invalid_format": lambda case: _write(case, hints.phones(case.text)),
    "phone.too_long": lambda case: _write(case, hints.phones(case.text)),
    "post_code.invalid_format": _post_code,
    "city.invalid_format": _swapped,
    "street.street_required": _street,
    "street.building_number_required": _street,
    "point.required": _point_required,
    "point.does_not_exist": _unknown_point,
    "point.invalid_characters": lambda case: _write(case, hints.points(case.text)),
    "point.too_long": lambda case: _write(case, hints.points(case.text)),
    "point_closed": _nearest,
    "invalid_box_machine_function": _nearest,
    "size.required": _size_required,
    "unknown_size": _size_required,
    "size_not_for_service": _size_of_service,
    "kind.required": _kind,
    "unknown_kind": _kind,
    "not_yes_or_no": _yes_or_no,
    "weekend_not_for_service": _no_weekend,
    "invalid_end_of_week_collection": _no_weekend,
    "invalid_target_point_for_end_of_week_collection": _weekend_at_point,
    "invalid_target_point_247_for_end_of_week_collection": _weekend_at_point,
    "invalid_amount": _amount,
    "cod.too_small": _too_small,
    "insurance.too_small": _too_small,
    "cod.too_big": _too_big,
    "insurance.too_big": _too_big,
    "cod_not_payable_at_point": _cod_at_point,
    "last_name_required": _last_name,
    "invalid_characters": lambda case: _write(case, iter([hints.printable(case.text)])),
    "too_long": _cut,
    "formula": _formula,
    "lines_differ": _lines,
}
