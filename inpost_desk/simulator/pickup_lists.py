"""`GET …/dispatch_orders` and `…/dispatch_points`: filters, sorting, paging, lag (API §1.5, §3.6, §3.8).

Unknown filters are ignored and missing from the echo. An order that is not asked for by id shows only after
the lag of lists.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from inpost_desk.simulator.catalogue import SERVICES
from inpost_desk.simulator.clock import moment
from inpost_desk.simulator.lists import Listing, paged
from inpost_desk.simulator.records import Account, DispatchOrder, DispatchPoint, Shipment
from inpost_desk.simulator.refusals import invalid

Shipments = Mapping[int, Shipment]
# What a record can be found by: a filter may hit any of several values.
Values = Callable[[Any, Shipments], set[str]]

MOMENTS = ("created_at", "created_at_gteq", "created_at_lteq")
BY_ADDRESS = ("address", "post_code", "country_code", "city")
ORDER_SORTS = (
    "id", "created_at", "address", "post_code", "country_code", "shipment_id", "tracking_number"
)  # fmt: skip
POINT_SORTS = ("id", "name", "email", "phone", *BY_ADDRESS)


def listed_orders(
    orders: Iterable[DispatchOrder],
    account: Account,
    *,
    query: Mapping[str, str],
    shipments: Shipments,
    fresh: float,
) -> tuple[list[DispatchOrder], Listing]:
    """`fresh`: what was made later is not in lists yet. Raises `Refusal` for a time that cannot be read."""
    known = {k: v for k, v in query.items() if v and (k in ORDER_FILTERS or k in MOMENTS)}
    found = [one for one in orders if one.account == account.id]
    if "id" not in known:
        found = [one for one in found if one.created_at <= fresh]
    for name in MOMENTS:
        if name in known:
            found = _in_time(found, name, known[name])
    found = _filtered(found, known, ORDER_FILTERS, shipments)
    found = _sorted(found, query, ORDER_SORTS, ORDER_FILTERS, shipments)
    return _page(found, account, query=query, known=known, sorts=ORDER_SORTS)


def listed_points(
    points: Iterable[DispatchPoint], account: Account, *, query: Mapping[str, str]
) -> tuple[list[DispatchPoint], Listing]:
    known = {k: v for k, v in query.items() if v and k in POINT_FILTERS}
    found = [one for one in points if one.account == account.id]
    found = _filtered(found, known, POINT_FILTERS, {})
    found = _sorted(found, query, POINT_SORTS, POINT_FILTERS, {})
    return _page(found, account, query=query, known=known, sorts=POINT_SORTS)


def _filtered(
    records: list[Any],
    known: Mapping[str, str],
    filters: Mapping[str, Values],
    shipments: Shipments,
) -> list[Any]:
    for name, text in known.items():
        if name in filters:
            wanted = {part.strip().casefold() for part in text.split(",")}
            values = filters[name]
            records = [one for one in records if values(one, shipments) & wanted]
    return records


def _sorted(
    records: list[Any],
    query: Mapping[str, str],
    sorts: tuple[str, ...],
    filters: Mapping[str, Values],
    shipments: Shipments,
) -> list[Any]:
    """Newest first unless told otherwise."""
    name = query.get("sort_by", "id")
    records = sorted(records, key=lambda one: one.id)
    if name in sorts and name not in ("id", "created_at"):
        records.sort(key=lambda one: min(filters[name](one, shipments), default=""))
    if query.get("sort_order") != "asc":
        records.reverse()
    return records


def _page(
    found: list[Any],
    account: Account,
    *,
    query: Mapping[str, str],
    known: Mapping[str, str],
    sorts: tuple[str, ...],
) -> tuple[list[Any], Listing]:
    shown, figures = paged(found, query)
    by = query.get("sort_by", "id")
    order = "asc" if query.get("sort_order") == "asc" else "desc"
    figures.query.update(
        {
            **known,
            "owner_id": str(account.owner_id),
            "sort_by": by if by in sorts else "id",
            "sort_order": order,
        }
    )
    return shown, figures


def _in_time(orders: list[DispatchOrder], name: str, text: str) -> list[DispatchOrder]:
    try:
        limit = moment(text)
    except ValueError:
        raise invalid([((name,), "invalid")]) from None
    if name == "created_at_gteq":
        return [one for one in orders if one.created_at >= limit]
    if name == "created_at_lteq":
        return [one for one in orders if one.created_at <= limit]
    return [one for one in orders if limit <= one.created_at < limit + 0.001]


def _own(name: str) -> Values:
    return lambda record, _: {str(getattr(record, name) or "").casefold()}


def _of_address(name: str) -> Values:
    return lambda record, _: {str(record.address.get(name) or "").casefold()}


def _address(record: Any, _: Shipments) -> set[str]:
    """The street, or the street with its number."""
    place = record.address
    street, number = str(place.get("street") or ""), str(place.get("building_number") or "")
    line = str(place.get("line1") or "")
    words = {street, f"{street} {number}".strip(), line} - {""}
    return {one.casefold() for one in words}


def _shipment_ids(order: DispatchOrder, _: Shipments) -> set[str]:
    return {str(one) for one in order.shipments}


def _numbers(order: DispatchOrder, shipments: Shipments) -> set[str]:
    parcels = (parcel for one in order.shipments for parcel in shipments[one].parcels)
    return {parcel.tracking_number for parcel in parcels if parcel.tracking_number}


def _kinds(order: DispatchOrder, shipments: Shipments) -> set[str]:
    """`courier`, `locker` or `allegro`: the last for whatever its service is besides."""
    services = {shipments[one].service or "" for one in order.shipments}
    kinds = {"locker" if SERVICES[one].to_point else "courier" for one in services}
    return kinds | {"allegro" for one in services if SERVICES[one].allegro}


_PLACES: dict[str, Values] = {
    "address": _address,
    **{name: _of_address(name) for name in BY_ADDRESS if name != "address"},
}
ORDER_FILTERS: dict[str, Values] = {
    "id": _own("id"),
    "status": _own("status"),
    "shipment_id": _shipment_ids,
    "tracking_number": _numbers,
    "shipment_service": _kinds,
    **_PLACES,
}
POINT_FILTERS: dict[str, Values] = {
    **{name: _own(name) for name in ("id", "name", "email", "phone")},
    **_PLACES,
}
