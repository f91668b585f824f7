"""A courier pickup as JSON: what is asked of InPost, and what it says of orders, places and prices.

Lenient like `reading`. Why an order was turned down comes in many shapes (API §1.6, §3.6); none is lost.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from inpost_desk.domain.pickup import (
    DispatchOrder,
    DispatchOrderId,
    DispatchPoint,
    DispatchPointId,
    NewPickup,
    PickupPrice,
    Rejection,
)
from inpost_desk.domain.shipment import ShipmentId
from inpost_desk.errors import NoAnswer
from inpost_desk.log import redact
from inpost_desk.shipx.picking import (
    first,
    identifier,
    mapping,
    moment,
    money,
    several,
    text,
    whole,
)
from inpost_desk.shipx.reading import own_id, read_address
from inpost_desk.shipx.refusals import DEEPEST, LONGEST_RULE
from inpost_desk.shipx.writing import write_address

_STATUSES = re.compile(r"status should be (\w+),? but (?:it )?is (\w+)", re.IGNORECASE)
_NUMBER = re.compile(r"(?<!\d)\d{1,24}(?!\d)", re.ASCII)
# Members of a reason that say what kind it is or where, not why.
_NO_REASON = frozenset(
    {"href", "id", "shipment_id", "shipment", "tracking_number", "field", "code"}
)
_SAID = ("key", "error", "message", "description")


def write_pickup(new: NewPickup) -> dict[str, object]:
    """The body of an order for a pickup: members that are set, and one place (API §3.6)."""
    body: dict[str, object] = {
        "comment": new.comment,
        "office_hours": new.office_hours,
        "name": new.name,
        "phone": new.phone,
        "email": new.email,
        "dispatch_point_id": new.point,
        "address": write_address(new.address) if new.address else None,
    }
    given = {name: value for name, value in body.items() if value}
    return {"shipments": list(new.shipments), **given}


def read_dispatch_order(values: object) -> DispatchOrder:
    """A pickup order, whose shipments are objects or bare ids. Raises `NoAnswer` without a usable id."""
    own = mapping(values)
    shipments = _shipments(own.get("shipments"))
    return DispatchOrder(
        id=DispatchOrderId(own_id(own)),
        status=text(own.get("status")),
        shipments=tuple(shipments),
        created_at=moment(own.get("created_at")),
        updated_at=moment(own.get("updated_at")),
        rejections=_rejections(own.get("errors"), shipments),
        price=money(own.get("price")),
        comment=_comment(own),
    )


def read_dispatch_point(values: object) -> DispatchPoint | None:
    """A place couriers know, or None without an id: it could not be named in an order."""
    own = mapping(values)
    given = identifier(own.get("id"))
    if given is None:
        return None
    return DispatchPoint(
        id=DispatchPointId(given),
        name=text(own.get("name")),
        status=text(own.get("status")),
        office_hours=text(own.get("office_hours")),
        phone=text(own.get("phone")),
        email=text(own.get("email")),
        comments=text(own.get("comments")),
        address=read_address(own.get("address")),
    )


def read_pickup_price(values: object) -> PickupPrice:
    """What a pickup would cost. Raises `NoAnswer` where it says nothing of a price (API §3.6)."""
    own = mapping(values)
    if not own.keys() & {"total_price", "price_list", "total_success_count"}:
        raise NoAnswer("unreadable")
    wrong = own.get("invalid_shipments")
    named = list(wrong) if isinstance(wrong, dict) else several(wrong)
    return PickupPrice(
        total=money(own.get("total_price")),
        counted=whole(own.get("total_success_count")) or 0,
        wrong=tuple(_shipments(named)),
    )


def _shipments(values: object) -> dict[ShipmentId, str]:
    """The ids in their order with their numbers ("" where none is said)."""
    found: dict[ShipmentId, str] = {}
    for one in several(values):
        own = mapping(one)
        given = identifier(first(own, "id", "shipment_id") if own else one)
        if given is not None:
            found[ShipmentId(given)] = text(own.get("tracking_number"))
    return found


def _comment(own: Mapping[str, object]) -> str:
    """The comment of the order, or else the last one that was added to it."""
    added = [text(mapping(one).get("comment")) for one in several(own.get("comments"))]
    return text(own.get("comment")) or next(filter(None, reversed(added)), "")


def _rejections(errors: object, shipments: Mapping[ShipmentId, str]) -> tuple[Rejection, ...]:
    """Everything an order was turned down for, each once, in InPost's order."""
    found = [one for part in several(errors) for one in _of_part(part, shipments)]
    return tuple(dict.fromkeys(found))


def _of_part(part: object, shipments: Mapping[ShipmentId, str]) -> list[Rejection]:
    """Its details; where there are none, what the error itself says."""
    own = mapping(part)
    if not own or "details" not in own:
        return list(_leaves(part, None, shipments, depth=0))
    found = list(_leaves(own["details"], None, shipments, depth=0))
    said = _saying(own)
    return found or ([_rejection(said, None, shipments)] if said else [])


def _leaves(
    value: object, about: ShipmentId | None, shipments: Mapping[ShipmentId, str], *, depth: int
) -> Iterator[Rejection]:
    if depth > DEEPEST:
        return
    if isinstance(value, str):
        if value.strip():
            yield _rejection(value.strip(), about, shipments)
    elif isinstance(value, list):
        for one in value:
            yield from _leaves(one, about, shipments, depth=depth + 1)
    elif isinstance(value, dict):
        yield from _members(value, about, shipments, depth=depth + 1)


def _members(
    own: Mapping[str, object],
    about: ShipmentId | None,
    shipments: Mapping[ShipmentId, str],
    *,
    depth: int,
) -> Iterator[Rejection]:
    named = text(first(own, "shipment_id", "shipment", "id", "tracking_number"))
    about = _which(named, shipments) or about
    said = _saying(own)
    if said:
        yield _rejection(said, about, shipments)
    for name, value in own.items():
        if name in _NO_REASON or (name in _SAID and isinstance(value, str)):
            continue
        meant = _which(name, shipments) or _placed(name, shipments) or about
        yield from _leaves(value, meant, shipments, depth=depth)


def _saying(own: Mapping[str, object]) -> str:
    """A key and a sentence beside it say the same: the key is the better one, but for the statuses."""
    sayings = [own[name] for name in _SAID if isinstance(own.get(name), str)]
    said = [text(one) for one in sayings if text(one)]
    return next((one for one in said if _STATUSES.search(one)), said[0] if said else "")


def _which(name: str, shipments: Mapping[ShipmentId, str]) -> ShipmentId | None:
    """The shipment that is meant by its id or its number."""
    return next(
        (one for one, number in shipments.items() if name and name in (str(one), number)), None
    )


def _placed(name: str, shipments: Mapping[ShipmentId, str]) -> ShipmentId | None:
    """The shipment that is meant by its place in the order, counted from 0."""
    if not re.fullmatch(r"\d{1,4}", name, re.ASCII) or int(name) >= len(shipments):
        return None
    return list(shipments)[int(name)]


def _rejection(
    said: str, about: ShipmentId | None, shipments: Mapping[ShipmentId, str]
) -> Rejection:
    """A sentence may name the shipment itself, by its id or number but never by its place."""
    if about is None:
        named = set(_NUMBER.findall(said))
        about = next((one for one, number in shipments.items() if {str(one), number} & named), None)
    statuses = _STATUSES.search(said)
    return Rejection(
        shipment=about,
        rule=redact(said[:2000])[:LONGEST_RULE],
        status_should=statuses[1] if statuses else "",
        status_is=statuses[2] if statuses else "",
    )
