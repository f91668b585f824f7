"""From a request body that passed validation to the record of a shipment (API §2.3 to §2.7)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from inpost_desk.simulator.accounts import default_sender
from inpost_desk.simulator.catalogue import LOCKER, PARCEL_POINT, TEMPLATES
from inpost_desk.simulator.cost_centres import named
from inpost_desk.simulator.fields import Body, amount, flag, number, parcels, part, text
from inpost_desk.simulator.points import Points
from inpost_desk.simulator.records import Account, Parcel, Shipment
from inpost_desk.simulator.validation import asks_weekend, is_parcel_point, target_point

ATTRIBUTES = (
    "target_point",
    "dropoff_point",
    "sending_method",
    "allegro_transaction_id",
    "allegro_user_id",
)
PEER = ("name", "company_name", "first_name", "last_name", "email", "phone")
ADDRESS = ("street", "building_number", "line1", "line2", "city", "post_code", "country_code")
NextId = Callable[[], int]


def shipment_from(
    body: Body, account: Account, *, id_: int, created_at: float, points: Points, next_id: NextId
) -> Shipment:
    """A new record in status `created`, with nothing scheduled. `next_id` numbers its parts."""
    attributes = part(body, "custom_attributes")
    sender = part(body, "sender")
    point = target_point(body, points)
    centre = named(account, text(body, "mpk"))
    return Shipment(
        id=id_,
        account=account.id,
        status="created",
        service=_service(body, points),
        asked_service=text(body, "service") or None,
        created_at=created_at,
        updated_at=created_at,
        request=body,
        sender=_peer(sender, next_id) if sender else default_sender(account),
        receiver=_receiver(body, account, next_id),
        custom_attributes={
            name: text(attributes, name) for name in ATTRIBUTES if text(attributes, name)
        },
        parcels=[_parcel(parcel, next_id) for parcel in parcels(body)],
        additional_services=list(body.get("additional_services") or []),
        cod=amount(body, "cod"),
        insurance=amount(body, "insurance"),
        reference=text(body, "reference") or None,
        comments=text(body, "comments") or None,
        mpk=centre.name if centre is not None else None,
        mpk_id=centre.id if centre is not None else None,
        external_customer_id=text(body, "external_customer_id") or None,
        is_return=flag(body, "is_return"),
        weekend=asks_weekend(body),
        to_parcel_point=point is not None and is_parcel_point(point),
    )


def _service(body: Body, points: Points) -> str | None:
    """A ParcelPoint as the target changes the service (seed 1, API §5.1)."""
    asked = text(body, "service") or None
    point = target_point(body, points)
    if asked == LOCKER and point is not None and is_parcel_point(point):
        return PARCEL_POINT
    return asked


def _receiver(body: Body, account: Account, next_id: NextId) -> dict[str, Any]:
    """A return that names nobody goes to the organisation itself (G)."""
    if flag(body, "is_return") and not body.get("receiver"):
        return default_sender(account)
    return _peer(part(body, "receiver"), next_id)


def _peer(peer: Body, next_id: NextId) -> dict[str, Any]:
    given = {name: text(peer, name) or None for name in PEER}
    address = part(peer, "address")
    return {
        "id": next_id(),
        **given,
        "address": address_from(address, next_id) if address else None,
    }


def address_from(address: Body, next_id: NextId) -> dict[str, Any]:
    """As a record keeps it; what was not given is None."""
    read = {name: text(address, name) or None for name in ADDRESS}
    return {"id": next_id(), **read, "country_code": read["country_code"] or "PL"}


def _parcel(parcel: Body, next_id: NextId) -> Parcel:
    template = text(parcel, "template") or None
    if template is not None:
        height, width, length, kilograms = TEMPLATES[template]
        # The recorded echo of `small` calls the 380 mm side length and the 640 mm one width.
        dimensions: dict[str, float] = {"length": width, "width": length, "height": height}
        weight: float = kilograms
    else:
        given = part(parcel, "dimensions")
        dimensions = {name: number(given[name]) or 0 for name in ("length", "width", "height")}
        weight = number(part(parcel, "weight").get("amount")) or 0
    return Parcel(
        id=next_id(),
        identify_number=text(parcel, "id") or None,
        is_non_standard=flag(parcel, "is_non_standard"),
        template=template,
        dimensions=dimensions,
        weight=weight,
    )
