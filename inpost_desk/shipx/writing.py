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
    """The body of a shipment: with a service in simplified mode, without in offer mode (API §3.1).

    Raises ValueError for an amount finer than a grosz.
    """
    return _set(
        {
            "service": new.service,
            "receiver": _person(new.receiver),
            "sender": _person(new.sender) if new.sender else None,
            "parcels": [
                _parcel(one, id_) for one, id_ in zip(new.parcels, new.parcel_ids, strict=True)
            ],
            "custom_attributes": _attributes(new),
            "cod": _money(new.cod),
            "insurance": _money(new.insurance),
            "additional_services": list(new.additional_services),
            "reference": new.reference,
            "comments": new.comments,
            "external_customer_id": new.key,
            "mpk": new.mpk,
            "only_choice_of_offer": new.only_choice_of_offer and not new.asks_for_offers,
            "end_of_week_collection": new.weekend,
            "commercial_product_identifier": new.commercial_product_identifier,
        }
    )


def _attributes(new: NewShipment) -> dict[str, object]:
    return _set(
        {
            "target_point": new.target_point,
            "dropoff_point": new.dropoff_point,
            "sending_method": new.sending_method,
            "allegro_transaction_id": new.allegro_transaction,
            "allegro_user_id": new.allegro_user,
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
            "address": write_address(person.address) if person.address else None,
        }
    )


def write_address(address: Address) -> dict[str, object]:
    """Members that are set (API §2.5)."""
    return _set(
        {
            "street": address.street,
            "building_number": address.building_number,
            "city": address.city,
            "post_code": address.post_code,
            "country_code": address.country_code,
        }
    )


def _parcel(parcel: Parcel, id_: str) -> dict[str, object]:
    size = parcel.dimensions
    return _set(
        {
            "id": id_,
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
