"""Reads the texts of a draft: what they come to, what was mended, and what cannot be read.

Cells are read by the same rules as a file's (`checks`, `amounts`). Whether what was read may be sent is
judged in `draft_checks`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final, TypeVar

from inpost_desk.domain import amounts, checks, draft_measures
from inpost_desk.domain.checks import Checked
from inpost_desk.domain.draft import (
    MOST_COPIES,
    Draft,
    DraftParcel,
    Finding,
    goes_to_point,
    service_of,
    shipments_wanted,
)
from inpost_desk.domain.draft_script import in_latin, script_rule
from inpost_desk.domain.order import Address, Change, Field, Kind, Person, Problem
from inpost_desk.domain.service import COUNTER_METHODS
from inpost_desk.domain.shipment import Dimensions, Parcel

T = TypeVar("T")

LONGEST_COMMENT: Final = 100
LONGEST_MPK: Final = 255


@dataclass(frozen=True, slots=True)
class ReadDraft:
    """What a draft says. A text that could not be read is empty here and stands in `findings`.

    `insurance` is raised where a courier wants at least the cash on delivery (a change says so).
    """

    receiver: Person
    point: str
    dropoff_point: str
    parcels: tuple[Parcel, ...]
    method: str
    cod: Decimal | None
    insurance: Decimal | None
    reference: str
    comments: str
    mpk: str
    allegro_transaction: str
    allegro_user: str
    product: str
    findings: tuple[Finding, ...] = ()
    changes: tuple[Change, ...] = ()


def read_draft(draft: Draft, *, method: str = "") -> ReadDraft:
    """`method` is the settings' way of sending, taken where the draft has none of its own."""
    return _Reading(draft, method).result()


class _Reading:
    """Gathers what the checks of one draft find."""

    def __init__(self, draft: Draft, method: str) -> None:
        self._draft = draft
        self._service = service_of(draft)
        self._method = draft.sending_method or self._usual(method)
        self._findings: list[Finding] = []
        self._changes: list[Change] = []

    def result(self) -> ReadDraft:
        draft = self._draft
        receiver = self._receiver()
        point = self._take(checks.point_name(draft.point)) if goes_to_point(draft) else ""
        dropoff = self._dropoff(point)
        parcels = tuple(self._parcel(one, place) for place, one in enumerate(draft.parcels))
        cash, insured = self._money()
        read = ReadDraft(
            receiver=receiver,
            point=point,
            dropoff_point=dropoff,
            parcels=parcels,
            method=self._method,
            cod=cash,
            insurance=insured,
            reference=self._reference(),
            comments=self._printed(Field.COMMENTS, draft.comments, longest=LONGEST_COMMENT),
            mpk=self._text(Field.MPK, draft.mpk, longest=LONGEST_MPK),
            allegro_transaction=self._allegro(Field.ALLEGRO_TRANSACTION, draft.allegro_transaction),
            allegro_user=self._allegro(Field.ALLEGRO_USER, draft.allegro_user),
            product=self._product(),
        )
        return replace(read, findings=tuple(self._findings), changes=tuple(self._changes))

    def _usual(self, method: str) -> str:
        """A service with one way of sending needs no choice."""
        return next(iter(self._service.methods)) if len(self._service.methods) == 1 else method

    def _receiver(self) -> Person:
        draft, point = self._draft, goes_to_point(self._draft)
        notice = "email" in draft.additional_services
        person = Person(
            phone=self._take(checks.phone(draft.phone)),
            email=self._take(checks.email(draft.email, required=point or notice)),
            first_name=self._printed(Field.FIRST_NAME, draft.first_name),
            last_name=self._printed(Field.LAST_NAME, draft.last_name),
            company=self._printed(Field.COMPANY, draft.company),
            address=None if point else self._address(),
        )
        if not point:
            self._named()
        self._findings += [
            Finding(one, stops=False)
            for one in checks.label_warnings(person)
            if one.rule == "too_long_for_label"
        ]
        return person

    def _named(self) -> None:
        """Couriers ask for a company, or for somebody's first and last name (API §2.3)."""
        draft = self._draft
        if draft.company.strip():
            return
        for field, text in (
            (Field.FIRST_NAME, draft.first_name),
            (Field.LAST_NAME, draft.last_name),
        ):
            if not text.strip():
                self._find(Problem(field, "name_or_company_required"))

    def _address(self) -> Address:
        street, number = self._street()
        post_code = self._take(_whole_post_code(self._draft.post_code))
        city = self._in_latin(Field.CITY, self._draft.city, checks.city)
        return Address(street, number, city, post_code)

    def _street(self) -> tuple[str, str]:
        """A number typed behind the street is taken from there."""
        draft = self._draft
        if not draft.building_number.strip():
            line = checks.street(in_latin(draft.street))
            if line.problem and line.problem.rule == "building_number_required":
                self._find(Problem(Field.BUILDING_NUMBER, "building_number_required"))
                return "", ""
            found = self._in_latin(Field.STREET, draft.street, checks.street)
            return found.street, found.number
        street = self._printed(Field.STREET, draft.street)
        if not street and not draft.street.strip():
            self._find(Problem(Field.STREET, "required"))
        elif street and not any(char.isalpha() for char in street):
            self._find(Problem(Field.STREET, "street_required", street))
        return street, self._number()

    def _number(self) -> str:
        number = self._printed(Field.BUILDING_NUMBER, self._draft.building_number)
        if number and not any(char.isdigit() for char in number):
            self._find(Problem(Field.BUILDING_NUMBER, "invalid_format", number))
            return ""
        return number

    def _dropoff(self, point: str) -> str:
        if self._service.same_point:
            return point
        if self._method not in COUNTER_METHODS:
            return ""
        checked = checks.point_name(self._draft.dropoff_point)
        if checked.problem:
            self._find(replace(checked.problem, field=Field.DROPOFF_POINT))
        return checked.value

    def _parcel(self, one: DraftParcel, place: int) -> Parcel:
        if one.template:
            return Parcel(template=one.template, non_standard=one.non_standard)
        sides = [
            self._take(draft_measures.side(field, text), place)
            for field, text in (
                (Field.LENGTH, one.length),
                (Field.WIDTH, one.width),
                (Field.HEIGHT, one.height),
            )
        ]
        length, width, height = sides
        size = Dimensions(length, width, height) if length and width and height else None
        heavy = self._take(draft_measures.weight(one.weight), place)
        return Parcel(dimensions=size, weight=heavy, non_standard=one.non_standard)

    def _money(self) -> tuple[Decimal | None, Decimal | None]:
        lower = self._service.cod_limit == amounts.COD_LIMITS[Kind.LOCKER]
        kind = Kind.LOCKER if lower else Kind.COURIER
        cash = self._take(amounts.cod(self._draft.cod, kind=kind))
        insured = self._take(amounts.insurance(self._draft.insurance))
        if not self._service.insurance_covers_cod:
            return cash, insured
        insured, raised = amounts.raised_insurance(insured, cash)
        if raised:
            self._changes.append(raised)
        return cash, insured

    def _reference(self) -> str:
        """Room is left for the number that each of several shipments gets."""
        reference = self._take(checks.reference(self._draft.reference))
        copies = shipments_wanted(self._draft)
        if copies > 1 and len(f"{reference}-{MOST_COPIES}/{copies}") > checks.REFERENCE_LIMITS[1]:
            self._find(Problem(Field.REFERENCE, "too_long", reference))
            return ""
        return reference

    def _allegro(self, field: Field, text: str) -> str:
        return self._text(field, text) if self._service.allegro else ""

    def _product(self) -> str:
        """Only where the service asks for it: another service's leftovers are not sent."""
        if Field.PRODUCT not in self._service.required:
            return ""
        if not self._draft.product.strip():
            self._find(Problem(Field.PRODUCT, "required"))
        return self._text(Field.PRODUCT, self._draft.product)

    def _text(self, field: Field, text: str, *, longest: int = checks.NAME_LIMIT) -> str:
        checked = checks.company(text)
        if checked.problem:
            self._find(replace(checked.problem, field=field))
        elif len(checked.value) > longest:
            self._find(Problem(field, "too_long", checked.value))
            return ""
        return checked.value

    def _printed(self, field: Field, text: str, *, longest: int = checks.NAME_LIMIT) -> str:
        """A text that stands on the label, so in Latin letters."""
        latin = self._latin(field, text)
        return "" if latin is None else self._text(field, latin, longest=longest)

    def _in_latin(self, field: Field, text: str, check: Callable[[str], Checked[T]]) -> T:
        latin = self._latin(field, text)
        return self._take(check(text)) if latin is None else self._take(check(latin))

    def _latin(self, field: Field, text: str) -> str | None:
        """The text in Latin letters, or None (and a finding) where it cannot be printed."""
        clean = checks.tidy(text)
        latin = in_latin(clean)
        rule = script_rule(latin)
        if rule:
            self._find(Problem(field, rule, clean))
            return None
        if latin != clean:
            self._changes.append(Change(field, clean, latin, "written_in_latin"))
        return latin

    def _take(self, checked: Checked[T], parcel: int | None = None) -> T:
        if checked.problem:
            self._find(checked.problem, parcel)
        if checked.change:
            self._changes.append(checked.change)
        return checked.value

    def _find(self, problem: Problem, parcel: int | None = None) -> None:
        self._findings.append(Finding(problem, parcel))


def _whole_post_code(text: str) -> Checked[str]:
    """Typed by hand a digit too few is a slip; only a spreadsheet drops zeros in front."""
    checked = checks.post_code(text)
    if checked.value and sum(char.isdigit() for char in text) < 5:
        return Checked("", Problem(Field.POST_CODE, "invalid_format", checks.tidy(text)))
    return checked
