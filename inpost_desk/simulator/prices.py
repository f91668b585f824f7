"""What a shipment costs: an invented price list in the size of real ones.

Grosz with VAT, as a prepaid account pays them. Contract couriers charge fuel on top (API §3.10).
"""

from __future__ import annotations

from dataclasses import dataclass

from inpost_desk.simulator.catalogue import Service
from inpost_desk.simulator.records import Parcel, Shipment
from inpost_desk.simulator.sizes import PALETTE, non_standard, smallest_box, weight_by_size

BOXES = {"small": 1649, "medium": 1849, "large": 2049}
ALLEGRO_BOXES = {"small": 1199, "medium": 1349, "large": 1599}
BY_BOX = {
    "inpost_locker_standard": BOXES,
    "inpost_locker_customer_service_point": BOXES,
    "inpost_locker_pass_thru": BOXES,
    "inpost_locker_economy": {"small": 1399, "medium": 1549, "large": 1749},
    "inpost_locker_allegro": ALLEGRO_BOXES,
    "inpost_locker_allegro_smart": ALLEGRO_BOXES,
    "inpost_locker_standard_smart": ALLEGRO_BOXES,
    "inpost_letter_allegro": {"letter_a": 1199, "letter_b": 1299, "letter_c": 1399},
    "inpost_courier_c2c": {"small": 1899, "medium": 2099, "large": 2499, "xlarge": 3999},
}
# Up to so many kilograms, the real weight or the one by size, whichever is more.
BY_WEIGHT = ((5, 1999), (10, 2299), (20, 2799), (30, 3199), (50, 5499))
HEAVIER = 7999
PALLET = 18_900
DEARER = {
    "inpost_courier_express_1000": 3500,
    "inpost_courier_express_1200": 2000,
    "inpost_courier_express_1700": 900,
}
NON_STANDARD = 2500
FUEL_PERCENT = 12
NOTIFICATIONS = {"sms": 45, "email": 0}
EXTRAS = {
    "saturday": 1500,
    "dor1720": 1200,
    "rod": 1400,
    "end_of_week_collection": 299,
    **{f"forhour_{hour}": 4500 for hour in range(9, 18)},
}
COD = 350
INSURANCE = ((5_000, 150), (10_000, 300), (20_000, 500))
DEAREST_INSURANCE = 1000


@dataclass(frozen=True, slots=True)
class Price:
    """Grosz. `transport` is what the sizes alone cost; `others` are the remaining additional services."""

    transport: int
    fuel: int
    notification: int
    cod: int
    insurance: int
    others: int

    @property
    def total(self) -> int:
        parts = (self.transport, self.fuel, self.notification, self.cod, self.insurance)
        return sum(parts) + self.others


def price_of(shipment: Shipment, service: Service) -> Price:
    """For all parcels; the other charges are the shipment's."""
    transport = sum(_parcel_price(parcel, service) for parcel in shipment.parcels)
    chosen = set(shipment.additional_services)
    if shipment.weekend:
        chosen.add("end_of_week_collection")
    return Price(
        transport=transport,
        fuel=round(transport * FUEL_PERCENT / 100) if service.contract else 0,
        notification=sum(NOTIFICATIONS.get(extra, 0) for extra in chosen),
        cod=COD if shipment.cod else 0,
        insurance=_insurance(shipment.insurance),
        others=sum(EXTRAS.get(extra, 0) for extra in chosen),
    )


def _parcel_price(parcel: Parcel, service: Service) -> int:
    table = BY_BOX.get(service.id)
    if table is not None:
        return table.get(smallest_box(parcel, service) or "", max(table.values()))
    if service.id == PALETTE:
        return PALLET
    weight = max(parcel.weight, weight_by_size(parcel))
    price = next((cost for most, cost in BY_WEIGHT if weight <= most), HEAVIER)
    extra = NON_STANDARD if non_standard(parcel) else 0
    return price + DEARER.get(service.id, 0) + extra


def _insurance(amount: float | None) -> int:
    if not amount:
        return 0
    return next((cost for limit, cost in INSURANCE if amount <= limit), DEAREST_INSURANCE)
