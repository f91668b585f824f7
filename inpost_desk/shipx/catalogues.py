"""Reads what surrounds shipments out of decoded JSON: points, catalogues, tracking, pickups, notifications.

Lenient in the same way as `reading`; a nameless entry is left out, since nothing depends on it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from inpost_desk.domain.catalogue import CostCentre, Entry, Price
from inpost_desk.domain.pickup import DispatchOrder, DispatchOrderId
from inpost_desk.domain.point import Point
from inpost_desk.domain.shipment import OrganizationId, ShipmentId
from inpost_desk.domain.tracking import Notification, Tracking, TrackingEvent
from inpost_desk.errors import NoAnswer
from inpost_desk.shipx.picking import (
    amount,
    first,
    identifier,
    mapping,
    moment,
    number,
    several,
    text,
    truth,
    words,
)
from inpost_desk.shipx.reading import own_id, read_offer, read_page

_POST_CODE_AND_CITY = re.compile(r"(\d{2}-?\d{3})\s+(.+)", re.ASCII)


def read_point(values: object) -> Point | None:
    """A point, or None without a name (API §6)."""
    own = mapping(values)
    name = text(own.get("name"))
    if not name:
        return None
    details = mapping(own.get("address_details"))
    street, post_code, city = _two_lines(mapping(own.get("address")))
    latitude, longitude = _place(mapping(own.get("location")))
    parts = (text(details.get("street")), text(details.get("building_number")))
    return Point(
        name=name,
        status=text(own.get("status")),
        types=words(own.get("type")),
        functions=words(own.get("functions")),
        open_247=truth(own.get("location_247")),
        payment=truth(own.get("payment_available")),
        street=" ".join(filter(None, parts)) if parts[0] else street,
        city=text(details.get("city")) or city,
        post_code=text(details.get("post_code")) or post_code,
        latitude=latitude,
        longitude=longitude,
    )


def read_entries(values: object) -> tuple[Entry, ...]:
    """Services, sending methods or statuses: an array or a collection (API §3.9)."""
    return read_page(values, _entry).items


def read_cost_centre(values: object) -> CostCentre:
    """An MPK. Raises `NoAnswer` without a usable id."""
    own = mapping(values)
    return CostCentre(
        id=own_id(own), name=text(own.get("name")), description=text(own.get("description"))
    )


def read_prices(values: object) -> tuple[Price, ...]:
    """A calculation (API §3.10)."""
    return tuple(_price(mapping(one)) for one in several(values))


def read_tracking(values: object) -> Tracking:
    """Public tracking; camelCase names were seen at the sandbox (API §3.9)."""
    own = mapping(values)
    tracking_number = text(first(own, "tracking_number", "trackingNumber"))
    if not tracking_number:
        raise NoAnswer("unreadable")
    custom = mapping(first(own, "custom_attributes", "customAttributes"))
    return Tracking(
        tracking_number=tracking_number,
        status=text(own.get("status")),
        service=text(own.get("service")) or text(own.get("type")),
        target_point=text(first(custom, "target_machine_id", "target_point_id", "targetMachineId")),
        events=tuple(
            _event(mapping(one))
            for one in several(first(own, "tracking_details", "trackingDetails"))
        ),
        updated_at=moment(first(own, "updated_at", "updatedAt")),
    )


def read_dispatch_order(values: object) -> DispatchOrder:
    """A pickup order, whose shipments are objects or bare ids. Raises `NoAnswer` without a usable id."""
    own = mapping(values)
    given = (
        identifier(one.get("id") if isinstance(one, dict) else one)
        for one in several(own.get("shipments"))
    )
    return DispatchOrder(
        id=DispatchOrderId(own_id(own)),
        status=text(own.get("status")),
        shipments=tuple(ShipmentId(one) for one in given if one is not None),
        created_at=moment(own.get("created_at")),
    )


def read_notification(values: object) -> Notification:
    """A webhook's body (API §3.12); brokers write `type` for `event` or leave the envelope out."""
    own = mapping(values)
    payload = mapping(own.get("payload")) or own
    organization = identifier(own.get("organization_id"))
    shipment = identifier(payload.get("shipment_id"))
    return Notification(
        event=text(first(own, "event", "type")),
        at=moment(own.get("event_ts")),
        organization=None if organization is None else OrganizationId(organization),
        shipment=None if shipment is None else ShipmentId(shipment),
        status=text(payload.get("status")),
        tracking_number=text(payload.get("tracking_number")),
        return_tracking_number=text(payload.get("return_tracking_number")),
        offers=tuple(read_offer(one) for one in several(payload.get("offers"))),
    )


def _two_lines(own: Mapping[str, object]) -> tuple[str, str, str]:
    """Street, post code and city of an address given as two lines."""
    second = text(own.get("line2"))
    found = _POST_CODE_AND_CITY.fullmatch(second)
    if found is None:
        return text(own.get("line1")), "", second
    return text(own.get("line1")), found[1], found[2]


def _place(own: Mapping[str, object]) -> tuple[float | None, float | None]:
    """Test records lie at 0, 0 in the Gulf of Guinea: that is no place."""
    latitude, longitude = number(own.get("latitude")), number(own.get("longitude"))
    return (latitude, longitude) if latitude or longitude else (None, None)


def _entry(values: object) -> Entry | None:
    own = mapping(values)
    given = text(own.get("id"))
    name = text(own.get("name"))
    if not given and not name:
        return None
    return Entry(
        id=given or name,
        name=name if given else text(own.get("title")),
        description=text(own.get("description")),
        extras=tuple(
            text(mapping(one).get("id")) for one in several(own.get("additional_services"))
        ),
    )


def _price(own: Mapping[str, object]) -> Price:
    return Price(
        key=text(own.get("id")),
        total=amount(own.get("calculated_charge_amount")),
        fuel=amount(own.get("fuel_charge_amount")),
        cod=amount(own.get("cod_charge_amount")),
        insurance=amount(own.get("insurance_charge_amount")),
        notification=amount(own.get("notification_charge_amount")),
        without_commission=amount(own.get("calculated_charge_amount_non_commission")),
    )


def _event(own: Mapping[str, object]) -> TrackingEvent:
    return TrackingEvent(
        status=text(own.get("status")),
        at=moment(own.get("datetime")),
        origin_status=text(first(own, "origin_status", "originStatus")),
        place=text(own.get("location")) or text(own.get("agency")),
    )
