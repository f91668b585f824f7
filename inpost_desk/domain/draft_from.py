"""Drafts of shipments that were made before: of what was asked for, or of what InPost says of them.

For *again with the same data* and for replacing one: `draft_shipments` makes the very same of them again.
What InPost does not give back (the product of economy parcels) is asked anew.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from inpost_desk.domain.draft import Draft, DraftParcel, Mode, from_json
from inpost_desk.domain.order import Address, Person
from inpost_desk.domain.service import asked_service
from inpost_desk.domain.shipment import Parcel, Shipment

_NOBODY = Person()


def draft_of(wish: str, shipment: Shipment) -> Draft:
    """The draft a shipment was made from, or one that asks for the same; its service where one was bought."""
    kept = from_json(wish.encode()) if wish else None
    draft = kept or draft_of_shipment(shipment)
    if draft.mode is Mode.OFFERS and shipment.service and shipment.tracking_number:
        draft = replace(draft, mode=Mode.SERVICE, service=asked_service(shipment.service))
    return replace(draft, count=1)


def draft_of_shipment(shipment: Shipment) -> Draft:
    """The draft that asks for the same once more; in offer mode where nobody has chosen a service yet."""
    return _draft(
        shipment.receiver,
        Draft(
            mode=Mode.SERVICE if shipment.service else Mode.OFFERS,
            service=asked_service(shipment.service),
            to_point=bool(shipment.target_point),
            point=shipment.target_point,
            dropoff_point=shipment.dropoff_point,
            parcels=tuple(_parcel(one.parcel) for one in shipment.parcels) or Draft().parcels,
            sending_method=shipment.sending_method,
            cod=_amount(shipment.cod),
            insurance=_amount(shipment.insurance),
            additional_services=shipment.additional_services,
            weekend=shipment.weekend,
            reference=shipment.reference,
            comments=shipment.comments,
            mpk=shipment.mpk,
            allegro_transaction=shipment.allegro_transaction,
            allegro_user=shipment.allegro_user,
            sender=None if shipment.sender == _NOBODY else shipment.sender,
        ),
    )


def _draft(receiver: Person, rest: Draft) -> Draft:
    address = receiver.address or Address("", "", "", "")
    return replace(
        rest,
        phone=receiver.phone,
        email=receiver.email,
        first_name=receiver.first_name,
        last_name=receiver.last_name,
        company=receiver.company,
        street=address.street,
        building_number=address.building_number,
        city=address.city,
        post_code=address.post_code,
    )


def _parcel(parcel: Parcel) -> DraftParcel:
    if parcel.template:
        return DraftParcel(parcel.template, non_standard=parcel.non_standard)
    size = parcel.dimensions
    sides = ("", "", "") if size is None else (size.length, size.width, size.height)
    length, width, height = map(str, sides)
    return DraftParcel(
        length=length,
        width=width,
        height=height,
        weight=_weight(parcel.weight),
        non_standard=parcel.non_standard,
    )


def _weight(weight: Decimal | None) -> str:
    # The unit, because 1,234 alone may be a thousand or one.
    return "" if weight is None else f"{_plain(weight)} kg"


def _amount(amount: Decimal | None) -> str:
    return "" if amount is None else _plain(amount)


def _plain(number: Decimal) -> str:
    text = f"{number:f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return text.replace(".", ",")
