"""Judges a draft before InPost is asked: the catalogue's rules, the contract, the point, the weekend's hours.

What is not known (no contract read, a point nobody looked up) forbids nothing. Texts are read in
`draft_reading`.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal

from inpost_desk.domain import checks
from inpost_desk.domain.draft import (
    MOST_COPIES,
    Draft,
    Finding,
    Mode,
    goes_to_point,
    service_of,
)
from inpost_desk.domain.draft_reading import ReadDraft, read_draft
from inpost_desk.domain.order import Change, Field, Kind, Order, Problem, Size
from inpost_desk.domain.point import Point
from inpost_desk.domain.service import (
    ARRANGED_FROM,
    LOCKER,
    MOST_PARCELS,
    SIZES,
    Target,
    TooMuch,
    asked_service,
)
from inpost_desk.domain.shipment import Dimensions, Parcel
from inpost_desk.domain.weekend_window import WeekendWindow

_HOURS = "forhour_"
# Allegro gives each purchase an address of its own, such as `x@allegromail.pl`.
_ALLEGRO = re.compile(r"@(?:.+\.)?allegro(?:mail)?\.pl$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What is known beside the draft.

    `allowed` are the contract's services, `methods` what InPost answered for each service, `method` the
    settings' way of sending, `points` what was looked up (None: InPost has no such point), `mpks` the
    organisation's cost centres. `now` is when it will be sent; without it no hour is judged.
    """

    allowed: frozenset[str] = frozenset()
    methods: Mapping[str, frozenset[str]] = field(default_factory=dict)
    method: str = ""
    points: Mapping[str, Point | None] = field(default_factory=dict)
    mpks: Collection[str] | None = None
    window: WeekendWindow = WeekendWindow()
    now: datetime | None = None


@dataclass(frozen=True, slots=True)
class Review:
    """Everything there is to say about a draft: findings in the order of the pages, and what was mended."""

    findings: tuple[Finding, ...] = ()
    changes: tuple[Change, ...] = ()

    @property
    def stops(self) -> bool:
        """Whether it cannot be sent as it is."""
        return any(one.stops for one in self.findings)


def review(draft: Draft, known: Circumstances | None = None) -> Review:
    """Judges the draft by all that is known."""
    known = known or Circumstances()
    read = read_draft(draft, method=known.method)
    judged = _Judging(draft, known, read)
    judged.judge()
    found = list(dict.fromkeys((*read.findings, *judged.findings)))
    pages = list(type(found[0].step)) if found else []
    found.sort(key=lambda one: (pages.index(one.step), not one.stops))
    return Review(tuple(found), read.changes)


def findings(draft: Draft, known: Circumstances | None = None) -> tuple[Finding, ...]:
    """What is wrong with the draft, warnings too."""
    return review(draft, known).findings


class _Judging:
    """Goes through what a draft says, page by page."""

    def __init__(self, draft: Draft, known: Circumstances, read: ReadDraft) -> None:
        self.findings: list[Finding] = []
        self._draft = draft
        self._known = known
        self._read = read
        self._service = service_of(draft)

    def judge(self) -> None:
        """Fills `findings`."""
        self._judge_service()
        self._judge_allegro()
        if goes_to_point(self._draft):
            self._judge_point()
        self._judge_number_of_parcels()
        for place, parcel in enumerate(self._read.parcels):
            self._judge_parcel(parcel, place)
        self._judge_sending()
        self._judge_money()
        self._judge_additional_services()
        if self._draft.weekend:
            self._judge_weekend()
        self._judge_mpk()

    def _judge_service(self) -> None:
        if self._draft.mode is Mode.OFFERS:
            return
        service = asked_service(self._draft.service)
        if not service:
            self._find(Field.SERVICE, "required")
        elif self._known.allowed and service not in self._known.allowed:
            self._find(Field.SERVICE, "service_not_in_contract", service)

    def _judge_allegro(self) -> None:
        """Both ids, or the e-mail address under which Allegro knows the buyer (API §5.1)."""
        if not self._service.allegro:
            return
        given = (self._read.allegro_transaction, self._read.allegro_user)
        if any(given):
            fields = (Field.ALLEGRO_TRANSACTION, Field.ALLEGRO_USER)
            for which, text in zip(fields, given, strict=True):
                if not text:
                    self._find(which, "required")
        elif not self._draft.email.strip():
            self._find(Field.EMAIL, "allegro_buyer_required")
        elif self._read.receiver.email and not _ALLEGRO.search(self._read.receiver.email):
            self._warn(Field.EMAIL, "allegro_email_invalid", self._read.receiver.email)

    def _judge_point(self) -> None:
        name = self._read.point
        if not name:
            return
        known = self._known.points.get(name)
        if name in self._known.points:
            problems = checks.point_problems(self._as_order(name), known)
            self.findings += [Finding(one) for one in problems if one.field is not Field.WEEKEND]
        if (known or Point(name)).parcel_point:
            if not self._service.parcel_points:
                self._find(Field.POINT, "parcel_point_not_for_service", name, self._service.id)
            elif self._service.id == LOCKER:
                self._warn(Field.POINT, "becomes_parcel_point", name)

    def _as_order(self, point: str) -> Order:
        draft, read = self._draft, self._read
        return Order(
            read.reference,
            Kind.LOCKER,
            Size.A,
            read.receiver,
            point,
            read.cod,
            weekend=draft.weekend,
        )

    def _judge_number_of_parcels(self) -> None:
        parcels, count = len(self._draft.parcels), self._draft.count
        if not parcels:
            self._find(Field.SIZE, "required")
        elif parcels > 1 and not self._service.several_parcels:
            self._find(Field.COUNT, "one_parcel_for_service", str(parcels))
        elif parcels > MOST_PARCELS:
            self._find(Field.COUNT, "too_big", str(parcels))
        if not 1 <= count <= MOST_COPIES:
            self._find(Field.COUNT, "too_small" if count < 1 else "too_big", str(count))
        elif count > 1 and self._service.several_parcels:
            self._find(Field.COUNT, "copies_not_for_service", str(count))

    def _judge_parcel(self, parcel: Parcel, place: int) -> None:
        service = self._service
        if parcel.non_standard and not service.non_standard:
            self._find(Field.SIZE, "non_standard_not_for_service", service.id, parcel=place)
        if parcel.template:
            if parcel.template not in service.templates:
                size = SIZES.get(parcel.template, parcel.template)
                self._find(Field.SIZE, "size_not_for_service", size, service.id, parcel=place)
            return
        if not service.by_dimensions:
            self._find(Field.SIZE, "required", parcel=place)
        elif parcel.dimensions and parcel.weight:
            self._judge_measures(parcel, parcel.dimensions, parcel.weight, place)

    def _judge_measures(
        self, parcel: Parcel, size: Dimensions, weight: Decimal, place: int
    ) -> None:
        measured = f"{size.length} × {size.width} × {size.height} mm"
        match self._service.too_much(size, weight, non_standard=parcel.non_standard):
            case TooMuch.HEAVY:
                most = f"{self._service.limits.heaviest:f}"
                self._find(Field.WEIGHT, "parcel_too_heavy", f"{weight:f} kg", most, parcel=place)
            case TooMuch.LARGE:
                self._find(Field.DIMENSIONS, "parcel_too_large", measured, parcel=place)
            case TooMuch.NON_STANDARD:
                self._find(Field.DIMENSIONS, "non_standard_needed", measured, parcel=place)
            case TooMuch.NOTHING if weight > ARRANGED_FROM and self._service.non_standard:
                self._warn(Field.WEIGHT, "weight_to_arrange", f"{weight:f} kg", parcel=place)

    def _judge_sending(self) -> None:
        method, service = self._read.method, self._service
        if not method:
            self._find(Field.SENDING_METHOD, "required")
        elif not service.takes_method(method, self._known.methods.get(service.id)):
            self._find(Field.SENDING_METHOD, "method_not_for_service", method, service.id)
        dropoff = self._read.dropoff_point
        if dropoff in self._known.points and not service.same_point:
            known = self._known.points[dropoff]
            if known is None:
                self._find(Field.DROPOFF_POINT, "does_not_exist", dropoff)
            elif not known.operating:
                self._find(Field.DROPOFF_POINT, "point_closed", dropoff)

    def _judge_money(self) -> None:
        service, cash, insured = self._service, self._read.cod, self._read.insurance
        if cash is not None and service.cod_limit is None:
            self._find(Field.COD, "cod_not_for_service", service.id)
        if insured is not None and not service.insurable:
            self._find(Field.INSURANCE, "insurance_not_for_service", service.id)
        elif insured is not None and insured > service.usual_insurance:
            usual = str(service.usual_insurance)
            self._warn(Field.INSURANCE, "insurance_beyond_usual", _amount(insured), usual)

    def _judge_additional_services(self) -> None:
        wanted = self._draft.additional_services
        for one in wanted:
            if one not in self._service.additional:
                self._find(Field.ADDITIONAL_SERVICES, "extra_not_for_service", one)
        if sum(one.startswith(_HOURS) for one in wanted) > 1:
            self._find(Field.ADDITIONAL_SERVICES, "one_delivery_hour")

    def _judge_weekend(self) -> None:
        known = self._known.points.get(self._read.point)
        if not self._service.weekend:
            to_locker = self._service.target is Target.POINT
            allegro = self._service.allegro and to_locker
            self._find(
                Field.WEEKEND,
                "invalid_allegro_for_end_of_week_collection"
                if allegro
                else "weekend_not_for_service",
            )
        elif self._read.point and (known or Point(self._read.point)).parcel_point:
            rule = "invalid_target_point_for_end_of_week_collection"
            self._find(Field.WEEKEND, rule, self._read.point)
        elif known is not None and known.open_247 is False:
            rule = "invalid_target_point_247_for_end_of_week_collection"
            self._find(Field.WEEKEND, rule, self._read.point)
        elif self._known.now is not None and not self._known.window.at(self._known.now).open:
            self._find(Field.WEEKEND, "invalid_end_of_week_collection")

    def _judge_mpk(self) -> None:
        mpk, known = self._read.mpk, self._known.mpks
        if mpk and known is not None and mpk not in known:
            self._find(Field.MPK, "does_not_exist", mpk)

    def _find(
        self, field: Field, rule: str, value: str = "", hint: str = "", parcel: int | None = None
    ) -> None:
        self.findings.append(Finding(Problem(field, rule, value, hint), parcel))

    def _warn(
        self, field: Field, rule: str, value: str = "", hint: str = "", parcel: int | None = None
    ) -> None:
        self.findings.append(Finding(Problem(field, rule, value, hint), parcel, stops=False))


def _amount(amount: Decimal) -> str:
    return f"{amount:.2f}".replace(".", ",")
