"""Which service and parcel an order of a file becomes, and what the account's contract forbids.

What a service takes is the catalogue's business (`service`); a shipment typed by hand is `draft`'s.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal

from inpost_desk.domain.order import Field, Kind, Order, Person, Problem, Size
from inpost_desk.domain.service import COURIER, COURIER_C2C, COURIER_METHODS, LOCKER, TEMPLATES
from inpost_desk.domain.shipment import Dimensions, NewShipment, Parcel


@dataclass(frozen=True, slots=True)
class Preset:
    """Dimensions in millimetres and weight in kilograms standing for a size at contract couriers."""

    dimensions: Dimensions
    weight: Decimal
    non_standard: bool = False


PRESETS = {
    Size.A: Preset(Dimensions(640, 380, 80), Decimal(5)),
    Size.B: Preset(Dimensions(640, 380, 190), Decimal(10)),
    Size.C: Preset(Dimensions(640, 380, 410), Decimal(20)),
    Size.D: Preset(Dimensions(800, 500, 500), Decimal(25)),
    Size.N: Preset(Dimensions(1300, 500, 500), Decimal(25), non_standard=True),
}


@dataclass(frozen=True, slots=True)
class Choices:
    """What the columns of an order file leave open and the settings decide."""

    sending_method: str
    sender: Person | None = None
    presets: dict[Size, Preset] = field(default_factory=lambda: dict(PRESETS))


def service_for(order: Order, contract: frozenset[str]) -> str:
    """The service of an order; an empty `contract` means that InPost did not say which ones it allows."""
    if order.kind is Kind.LOCKER:
        return LOCKER
    if not contract or COURIER in contract or COURIER_C2C not in contract:
        return COURIER
    return COURIER_C2C


def parcel_for(order: Order, service: str, presets: dict[Size, Preset]) -> Parcel:
    """Templates where the service knows them, the size's preset elsewhere."""
    if service == COURIER:
        preset = presets[order.size]
        return Parcel(
            dimensions=preset.dimensions, weight=preset.weight, non_standard=preset.non_standard
        )
    return Parcel(template=TEMPLATES[order.size])


def contract_problems(order: Order, contract: frozenset[str], sending_method: str) -> list[Problem]:
    """What the account's contract or the way of sending ("" while it is not known) forbids for this order."""
    service = service_for(order, contract)
    problems = []
    if contract and service not in contract:
        problems.append(Problem(Field.KIND, "service_not_in_contract", service))
    if service != COURIER and order.size is Size.N:
        problems.append(Problem(Field.SIZE, "size_not_for_service", order.size, service))
    if service == COURIER and sending_method and sending_method not in COURIER_METHODS:
        problems.append(
            Problem(Field.SENDING_METHOD, "method_not_for_service", sending_method, service)
        )
    return problems


def as_shipment(
    order: Order, *, key: str, contract: frozenset[str], choices: Choices
) -> NewShipment:
    """The shipment that will be asked of InPost for this order, in simplified mode."""
    service = service_for(order, contract)
    return NewShipment(
        key=key,
        service=service,
        receiver=order.receiver,
        parcels=(parcel_for(order, service, choices.presets),),
        sending_method=choices.sending_method,
        reference=order.reference,
        target_point=order.point if order.kind is Kind.LOCKER else "",
        sender=choices.sender,
        cod=order.cod,
        insurance=order.insurance,
        weekend=order.weekend,
    )
