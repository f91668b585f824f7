"""Writes the body of a shipment exactly as API §2.3 has it: only members that are set, nothing else.

Amounts and sizes stay `Decimal` or `int` here and become JSON numbers in `transport`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from inpost_desk.domain.order import Address, Person
from inpost_desk.domain.shipment import NewShipment, Parcel

_CENT = Decimal("0.01")


def write_batch(new: Sequence[NewShipment]) -> dict[str, object]:
    """The body of a batch; the row ids are our keys (API §3.4)."""
    return {"shipments": [{"id": one.key, **write_shipment(one)} for one in new]}


def write_shipment(new: NewShipment) -> dict[str, object]:
    """The body of a shipment in simplified mode. Raises ValueError for an amount finer than a grosz."""
    return _set(
        {
            "service": new.service,
            "receiver": _person(new.receiver),
            "sender": _person(new.sender) if new.sender else None,
            "parcels": [_parcel(new.parcel, new.key)],
            "custom_attributes": _set(
                {"target_point": new.target_point, "sending_method": new.sending_method}
            ),
            "cod": _money(new.cod),
            "insurance": _money(new.insurance),
            "reference": new.reference,
            "comments": new.comments,
            "external_customer_id": new.key,
            "end_of_week_collection": new.weekend,
        }
    )


def _person(person: Person) -> dict[str, object]:
    return _set(
        {
            "company_name": person.company,
            "first_name": person.first_name,
            "last_name": person.last_name,
            "email": person.email,
            "phone": person.phone,
            "address": _address(person.address) if person.address else None,
        }
    )


def _address(address: Address) -> dict[str, object]:
    return _set(
        {
            "street": address.street,
            "building_number": address.building_number,
            "city": address.city,
            "post_code": address.post_code,
            "country_code": address.country_code,
        }
    )


def _parcel(parcel: Parcel, key: str) -> dict[str, object]:
    size = parcel.dimensions
    return _set(
        {
            "id": key,
            "template": parcel.template,
            "dimensions": size
            and {"length": size.length, "width": size.width, "height": size.height, "unit": "mm"},
            "weight": {"amount": parcel.weight, "unit": "kg"} if parcel.weight else None,
            "is_non_standard": parcel.non_standard,
        }
    )


def _money(amount: Decimal | None) -> dict[str, object] | None:
    """Rounding would change what a customer pays, so a finer amount is a mistake of ours."""
    if amount is None:
        return None
    rounded = amount.quantize(_CENT)
    if rounded != amount:
        raise ValueError("an amount finer than a grosz")
    return {"amount": rounded, "currency": "PLN"}


def _set(members: Mapping[str, object]) -> dict[str, object]:
    """Without the empty ones: ShipX would clear or validate them."""
    return {name: value for name, value in members.items() if value}
