"""Reads what surrounds shipments out of decoded JSON: points, catalogues, tracking, notifications.

Lenient in the same way as `reading`; a nameless entry is left out, since nothing depends on it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, datetime

from inpost_desk.domain.catalogue import CostCentre, Entry, Price
from inpost_desk.domain.point import Point
from inpost_desk.domain.shipment import OrganizationId, ShipmentId
from inpost_desk.domain.tracking import Notification, ServiceChange, Tracking, TrackingEvent
from inpost_desk.errors import NoAnswer
from inpost_desk.shipx.picking import (
    amount,
    first,
    id_of,
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

UNDATED = datetime.min.replace(tzinfo=UTC)

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


def read_service_history(values: object) -> tuple[ServiceChange, ...]:
    """The services of a number, oldest first: an array, a collection, or under a name (API §3.9)."""
    own = mapping(values)
    given = own.get("items") if own else values
    if given is None:
        given = first(own, "service_history", "serviceHistory", "history", "services")
    found = filter(None, map(_service_change, several(given)))
    return tuple(sorted(found, key=lambda one: (one.at is None, one.at or UNDATED)))


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


def _service_change(values: object) -> ServiceChange | None:
    """One without a service says nothing."""
    own = mapping(values)
    given = first(own, "service", "service_name", "serviceName", "name", "type")
    service = id_of(given if own else values)
    if not service:
        return None
    when = first(own, "datetime", "created_at", "createdAt", "changed_at", "at", "date")
    return ServiceChange(service=service, at=moment(when))
