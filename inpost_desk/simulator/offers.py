"""Offers: which services a shipment can have, why not, and what they cost (API §2.8, §5).

The prices are invented; postpaid accounts see none.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from inpost_desk.simulator.catalogue import LOCKER, PARCEL_POINT, SERVICES, TEMPLATES, Service
from inpost_desk.simulator.records import Account, Offer, Shipment

OFFER_LIFE = 300.0

# Grosz for a parcel, by service and size; couriers without sizes have one price.
PRICES = {
    "inpost_locker": {"small": 1649, "medium": 1849, "large": 2049},
    "inpost_letter": {"letter_a": 1199, "letter_b": 1299, "letter_c": 1399},
    "inpost_courier": {"small": 1899, "medium": 2099, "large": 2499, "xlarge": 3999},
}
WITHOUT_SIZE = 2299
COD_PRICE = 350
INSURANCE_PRICES = ((5_000, 150), (10_000, 300), (20_000, 500))
DEAREST_INSURANCE = 1000


def offers_for(
    shipment: Shipment, account: Account, *, now: float, next_id: Callable[[], int]
) -> list[Offer]:
    """One offer for the service asked for; in offer mode one for each service of the contract that fits."""
    if shipment.service is not None:
        names = [shipment.service]
    else:
        to_point = "target_point" in shipment.custom_attributes
        names = [name for name in account.services if SERVICES[name].to_point == to_point]
    return [_offer(shipment, account, SERVICES[name], now=now, id_=next_id()) for name in names]


def price(shipment: Shipment, service: Service) -> int:
    """Grosz for all parcels with cash on delivery and insurance."""
    table = PRICES[service.carrier]
    total = sum(table.get(parcel.template or "", WITHOUT_SIZE) for parcel in shipment.parcels)
    if shipment.cod:
        total += COD_PRICE
    if shipment.insurance:
        total += next(
            (cost for limit, cost in INSURANCE_PRICES if shipment.insurance <= limit),
            DEAREST_INSURANCE,
        )
    return total


def _offer(
    shipment: Shipment, account: Account, service: Service, *, now: float, id_: int
) -> Offer:
    reasons = list(dict.fromkeys(_reasons(shipment, service)))
    return Offer(
        id=id_,
        service=service.id,
        status="unavailable" if reasons else "available",
        rate=price(shipment, service) if account.prepaid and not reasons else None,
        expires_at=None if reasons else now + OFFER_LIFE,
        additional_services=list(shipment.additional_services),
        reasons=reasons,
    )


def _reasons(shipment: Shipment, service: Service) -> Iterator[str]:
    rules = SERVICES[LOCKER] if service.id == PARCEL_POINT else service
    attributes = shipment.custom_attributes
    for extra in shipment.additional_services:
        if extra not in rules.extras:
            yield f"additional_service_{extra}_unavailable"
    if shipment.cod and "cod" not in rules.extras:
        yield "additional_service_cod_unavailable"
    method = attributes.get("sending_method")
    if rules.method_needed and not method:
        yield "sending_method_required"
    if method and method not in rules.methods:
        yield "sending_method_invalid"
    same = attributes.get("dropoff_point") == attributes.get("target_point")
    if service.id == "inpost_locker_pass_thru" and not same:
        yield "dropoff_and_target_points_must_be_equal"
    if not all(_fits(shipment, index, rules) for index in range(len(shipment.parcels))):
        yield "parcels_size_invalid"


def _fits(shipment: Shipment, index: int, service: Service) -> bool:
    parcel = shipment.parcels[index]
    if parcel.template:
        return parcel.template in service.templates
    sides = sorted(parcel.dimensions[side] for side in ("length", "width", "height"))
    if service.templates:
        boxes = (sorted(TEMPLATES[name][:3]) for name in service.templates)
        return any(all(map(lambda a, b: a <= b, sides, box)) for box in boxes)
    if service.id == "inpost_courier_alcohol":
        return sides[2] <= 800 and sum(sides) < 1800
    # Contract couriers (API §5.2): 350 × 240 × 240 cm at most, beyond two metres no more than 30 kg.
    return all(map(lambda a, b: a <= b, sides, (2400, 2400, 3500))) and not (
        sides[2] > 2000 and parcel.weight > 30
    )
