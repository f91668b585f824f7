"""Bodies of calls that change what InPost has already: an edited shipment, chosen offers (API §3.2, §3.3).

What a shipment looks like in JSON is `writing`'s affair; here it is only completed or listed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from inpost_desk.domain.shipment import NewShipment, OfferChoice
from inpost_desk.errors import Reason
from inpost_desk.shipx.writing import write_shipment

_ADDRESS = ("street", "building_number", "line1", "line2", "city", "post_code")
_PERSON = ("company_name", "first_name", "last_name", "email", "phone", "address")
_CUSTOM = (
    "target_point",
    "dropoff_point",
    "sending_method",
    "allegro_transaction_id",
    "allegro_user_id",
)
_SHIPMENT = (
    "service",
    "sender",
    "cod",
    "insurance",
    "reference",
    "comments",
    "mpk",
    "additional_services",
    "commercial_product_identifier",
)


def write_edit(new: NewShipment) -> dict[str, object]:
    """The whole body, with null for what `new` does not have: a member left out would keep its old value."""
    body = _with_nulls(write_shipment(new), _SHIPMENT)
    body["receiver"] = _with_nulls(_part(body.get("receiver")), _PERSON)
    body["custom_attributes"] = _with_nulls(_part(body.get("custom_attributes")), _CUSTOM)
    body.setdefault("end_of_week_collection", False)
    for person in (_part(body["receiver"]), _part(body["sender"])):
        if isinstance(person.get("address"), dict):
            person["address"] = _with_nulls(_part(person["address"]), _ADDRESS)
    return body


def write_choices(choices: Sequence[OfferChoice]) -> dict[str, object]:
    """The rows of a bulk call under numbers from 1."""
    rows = [
        {"id": number, "shipment_id": one.shipment, "offer_id": one.offer}
        for number, one in enumerate(choices, start=1)
    ]
    return {"shipments": rows}


def named_rows(reasons: Sequence[Reason], choices: Sequence[OfferChoice]) -> tuple[Reason, ...]:
    """Reasons with the callers' rows in place of our numbers; a number that we did not give is no row."""
    names = {str(number): one.row for number, one in enumerate(choices, start=1)}
    return tuple(
        replace(one, row=None if one.row is None else names.get(one.row)) for one in reasons
    )


def _part(value: object) -> dict[str, object]:
    return value if isinstance(value, dict) else {}


def _with_nulls(members: Mapping[str, object], names: Sequence[str]) -> dict[str, object]:
    return {**dict.fromkeys(names), **members}
