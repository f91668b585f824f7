"""The catalogue of every service InPost sells: what each takes, needs and allows (API §5).

InPost has the last word: what it does not say is no limit here, and a service of tomorrow gets a general row.
The simulator has rules of its own, written apart. Orders of a file become shipments in `order_shipment`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from typing import Final

from inpost_desk.domain.order import Field, Size
from inpost_desk.domain.shipment import Dimensions

LOCKER = "inpost_locker_standard"
PARCEL_POINT = "inpost_locker_customer_service_point"
COURIER = "inpost_courier_standard"
COURIER_C2C = "inpost_courier_c2c"

TEMPLATES = {Size.A: "small", Size.B: "medium", Size.C: "large", Size.D: "xlarge"}
SIZES: Final = {template: size for size, template in TEMPLATES.items()}
SENDING_METHODS = (
    "parcel_locker",
    "dispatch_order",
    "pop",
    "pok",
    "courier_pok",
    "branch",
    "any_point",
)
# Contract couriers come to fetch, or the parcel is brought to a PaczkoPunkt; nothing else (API §5.3).
COURIER_METHODS = frozenset({"dispatch_order", "pop"})
# The columns of InPost's own table; it says nothing about the other methods (API §5.3).
TABLED_METHODS: Final = frozenset({"parcel_locker", "dispatch_order", "pop"})
# Only these make InPost ask where the parcel is posted (API §2.7).
COUNTER_METHODS: Final = frozenset({"pok", "courier_pok"})

MOST_PARCELS: Final = 1000
LIGHTEST: Final = Decimal("0.01")
# Above this the depot has to know beforehand (API §5.2).
ARRANGED_FROM: Final = Decimal(30)
_LONG, _LONG_HEAVIEST = 2000, Decimal(30)
# Dimensional weight: cubic centimetres by 6000, in kilograms (API §5.2).
_DIVISOR, _MOST_DIMENSIONAL = 6_000_000, 70


class Target(StrEnum):
    """Where a parcel is delivered."""

    POINT = "point"
    ADDRESS = "address"


class Label(StrEnum):
    """How InPost draws a label (API §5.5). Printer languages are named with their resolution."""

    A4 = "a4"
    A6 = "a6"
    ZPL_203 = "zpl_203"
    ZPL_300 = "zpl_300"
    EPL = "epl"


class TooMuch(StrEnum):
    """What is wrong with a parcel's measures."""

    NOTHING = ""
    LARGE = "parcel_too_large"
    HEAVY = "parcel_too_heavy"
    NON_STANDARD = "non_standard_needed"


@dataclass(frozen=True, slots=True)
class Limits:
    """The largest parcel, in millimetres and kilograms; None where InPost names no limit.

    `box`, longest side first, is what it must fit into, turned any way.
    """

    heaviest: Decimal | None = None
    box: tuple[int, int, int] | None = None
    longest: int | None = None
    sum: int | None = None

    def hold(self, size: Dimensions) -> bool:
        """Whether a parcel of this size is within."""
        sides = sorted((size.length, size.width, size.height), reverse=True)
        if self.box and any(side > most for side, most in zip(sides, self.box, strict=True)):
            return False
        if self.longest is not None and sides[0] > self.longest:
            return False
        return self.sum is None or sum(sides) <= self.sum


@dataclass(frozen=True, slots=True)
class Service:
    """One row of the catalogue. Amounts are PLN.

    `standard` is what goes without a surcharge where `non_standard` parcels are taken up to `limits`.
    `cod_limit` is None where cash cannot be collected, `usual_insurance` the highest tier InPost speaks of.
    `required` are the fields beyond what the target asks for; `allegro` services want the buyer's Allegro
    e-mail or both Allegro ids. `courier_contract`: refused without one (`missing_trucker_id`).
    """

    id: str
    target: Target
    templates: tuple[str, ...] = ()
    by_dimensions: bool = True
    limits: Limits = Limits()
    standard: Limits | None = None
    several_parcels: bool = False
    additional: tuple[str, ...] = ()
    cod_limit: Decimal | None = None
    insurable: bool = True
    usual_insurance: Decimal = Decimal(20000)
    insurance_covers_cod: bool = False
    methods: frozenset[str] = TABLED_METHODS
    required: frozenset[Field] = frozenset()
    allegro: bool = False
    same_point: bool = False
    prepaid: bool = True
    postpaid: bool = True
    courier_contract: bool = False
    labels: frozenset[Label] = frozenset(Label)
    labels_in_bulk: bool = True
    weekend: bool = False
    parcel_points: bool = False

    @property
    def non_standard(self) -> bool:
        """Whether parcels beyond the standard measures are taken, for a surcharge."""
        return self.standard is not None

    def too_much(self, size: Dimensions, weight: Decimal, *, non_standard: bool = False) -> TooMuch:
        """What is wrong with a parcel given by its measures."""
        heaviest = self.limits.heaviest
        if heaviest is not None and weight > heaviest:
            return TooMuch.HEAVY
        if not self.limits.hold(size) or (self.standard and _bulky(size, weight)):
            return TooMuch.LARGE
        if self.standard and not non_standard and not self.standard.hold(size):
            return TooMuch.NON_STANDARD
        return TooMuch.NOTHING

    def takes_method(self, method: str, known: frozenset[str] | None = None) -> bool:
        """Whether parcels may leave so; `known` is what InPost answered for this service."""
        if known:
            return method in known
        # Where every tabled method goes, those that InPost's table leaves out are for InPost to judge.
        free = self.methods == TABLED_METHODS and method not in TABLED_METHODS
        return free or method in self.methods


def _bulky(size: Dimensions, weight: Decimal) -> bool:
    """Too large by the depot's rules although every side is short enough (API §5.2)."""
    volume = size.length * size.width * size.height
    if volume > _DIVISOR * _MOST_DIMENSIONAL:
        return True
    return max(size.length, size.width, size.height) > _LONG and weight > _LONG_HEAVIEST


_ABC = ("small", "medium", "large")
_LOCKER_COD, _COURIER_COD = Decimal(5000), Decimal(15000)
_SIZE_C, _SIZE_D = (640, 410, 380), (800, 500, 500)
_NOTICES = ("sms", "email")
_COURIER_LABELS = frozenset({Label.A6, Label.ZPL_203, Label.EPL})
_WITHOUT_POP = frozenset({"parcel_locker", "dispatch_order"})
_LARGEST = Limits(heaviest=Decimal(50), box=(3500, 2400, 2400))

_LOCKER = Service(
    id=LOCKER,
    target=Target.POINT,
    templates=_ABC,
    limits=Limits(heaviest=Decimal(25), box=_SIZE_C),
    additional=("labelless",),
    cod_limit=_LOCKER_COD,
    weekend=True,
    parcel_points=True,
)
_LOCKER_ALLEGRO = replace(
    _LOCKER,
    id="inpost_locker_allegro",
    additional=(),
    required=frozenset({Field.SENDING_METHOD}),
    allegro=True,
    weekend=False,
)
_COURIER = Service(
    id=COURIER,
    target=Target.ADDRESS,
    limits=_LARGEST,
    standard=Limits(longest=1200, sum=2200),
    several_parcels=True,
    additional=(*_NOTICES, "saturday", "dor1720", "rod"),
    cod_limit=_COURIER_COD,
    usual_insurance=Decimal(50000),
    insurance_covers_cod=True,
    methods=COURIER_METHODS,
    required=frozenset({Field.SENDING_METHOD}),
    prepaid=False,
    courier_contract=True,
    labels=_COURIER_LABELS,
)


def _express(hour: str, *delivery_hours: str) -> Service:
    extras = (*_NOTICES, "saturday", "rod", *(f"forhour_{one}" for one in delivery_hours))
    return replace(_COURIER, id=f"inpost_courier_express_{hour}", additional=extras)


_ROWS = (
    _LOCKER,
    _LOCKER_ALLEGRO,
    replace(
        _LOCKER,
        id="inpost_locker_pass_thru",
        additional=(),
        methods=frozenset({"parcel_locker"}),
        required=frozenset({Field.DROPOFF_POINT, Field.SENDING_METHOD}),
        same_point=True,
        parcel_points=False,
    ),
    Service(
        id="inpost_letter_allegro",
        target=Target.ADDRESS,
        templates=("letter_a", "letter_b", "letter_c"),
        by_dimensions=False,
        limits=Limits(heaviest=Decimal(10), sum=1600),
        # InPost's pages deny cash on delivery here, its API lists it (API §5.1): it decides.
        cod_limit=_LOCKER_COD,
        required=frozenset({Field.SENDING_METHOD}),
        allegro=True,
    ),
    Service(
        id="inpost_courier_allegro",
        target=Target.ADDRESS,
        limits=_LARGEST,
        several_parcels=True,
        # Without a courier contract, so the lower limit.
        cod_limit=_LOCKER_COD,
        required=frozenset({Field.SENDING_METHOD}),
        allegro=True,
    ),
    Service(
        id=COURIER_C2C,
        target=Target.ADDRESS,
        templates=(*_ABC, "xlarge"),
        limits=Limits(heaviest=Decimal(25), box=_SIZE_D),
        additional=("labelless",),
        cod_limit=_LOCKER_COD,
        required=frozenset({Field.SENDING_METHOD}),
    ),
    _COURIER,
    _express("1000", "9", "10"),
    _express("1200", "11", "12"),
    _express("1700", "13", "14", "15", "16", "17"),
    replace(
        _COURIER,
        id="inpost_courier_palette",
        # A pallet begins where parcels end; InPost names no largest one.
        limits=Limits(),
        standard=None,
        additional=(*_NOTICES, "rod"),
        methods=frozenset({"dispatch_order"}),
    ),
    replace(
        _LOCKER,
        id="inpost_locker_economy",
        additional=(),
        methods=_WITHOUT_POP,
        required=frozenset({Field.PRODUCT}),
        prepaid=False,
        weekend=False,
        parcel_points=False,
    ),
    replace(
        _LOCKER,
        id="inpost_locker_standard_smart",
        additional=(),
        cod_limit=None,
        # Smart is Allegro's programme.
        allegro=True,
        weekend=False,
        parcel_points=False,
    ),
    replace(
        _LOCKER_ALLEGRO,
        id="inpost_locker_allegro_smart",
        cod_limit=None,
        parcel_points=False,
    ),
    Service(
        id="inpost_courier_alcohol",
        target=Target.ADDRESS,
        limits=Limits(heaviest=Decimal(25), longest=800, sum=1799),
        insurable=False,
        methods=COURIER_METHODS,
        required=frozenset({Field.SENDING_METHOD}),
        prepaid=False,
        labels=frozenset({Label.A6}),
        labels_in_bulk=False,
    ),
    # InPost puts it in by itself for a ParcelPoint; nobody asks for it.
    replace(_LOCKER, id=PARCEL_POINT, weekend=False),
)
CATALOGUE: Final[dict[str, Service]] = {one.id: one for one in _ROWS}
"""Every service by its ShipX id, in the order in which people look for them."""

TO_ANY_POINT: Final = replace(_LOCKER, id="", weekend=True)
"""What offers for a point can be asked with."""
TO_ANY_ADDRESS: Final = replace(
    _COURIER,
    id="",
    templates=(*_ABC, "xlarge"),
    additional=(*_NOTICES, "saturday", "dor1720", "rod"),
    methods=TABLED_METHODS,
    prepaid=True,
    courier_contract=False,
    labels=frozenset(Label),
)
"""What offers for an address can be asked with."""


def service_named(service: str) -> Service:
    """The row of a service; one that InPost invented since is taken by the general form."""
    known = CATALOGUE.get(service)
    if known:
        return known
    if service.startswith("inpost_locker"):
        return replace(TO_ANY_POINT, id=service)
    return replace(TO_ANY_ADDRESS, id=service, limits=Limits(), standard=None)


def asked_service(service: str) -> str:
    """What is asked of InPost: PaczkoPunkt is a service InPost puts in by itself (API §5.1)."""
    return LOCKER if service == PARCEL_POINT else service


def offered(allowed: frozenset[str], *, prepaid: bool | None = None) -> tuple[Service, ...]:
    """The services a sender may choose from; all of the account's kind while `allowed` is not known."""
    rows = [one for one in CATALOGUE.values() if one.id != PARCEL_POINT]
    if allowed:
        unknown = sorted(allowed - CATALOGUE.keys())
        return (*(one for one in rows if one.id in allowed), *map(service_named, unknown))
    if prepaid is None:
        return tuple(rows)
    return tuple(one for one in rows if (one.prepaid if prepaid else one.postpaid))
