"""Query parameters of lists of shipments, pickups and points: only those that were asked for.

API §1.5, §3.2, §3.6, §6.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from inpost_desk.domain.shipment import ShipmentId

Query = list[tuple[str, str]]

# Only what `read_point` reads: a whole point is four times as long.
_POINT_FIELDS = (
    "name,type,status,location,address,address_details,functions,location_247,payment_available"
)


def of_shipments(
    *, ids: Sequence[ShipmentId], created_from: datetime | None, key: str, page: int, per_page: int
) -> Query:
    """Shipments by ascending id."""
    asked = {
        "id": ",".join(str(one) for one in ids),
        "created_at_gteq": _iso(created_from),
        "external_customer_id": key,
    }
    return [*_sorted("id"), *paging(page, per_page), *_given(asked)]


def of_pickups(
    *,
    shipment: ShipmentId | None,
    created_from: datetime | None,
    status: str,
    page: int,
    per_page: int,
) -> Query:
    """Orders for pickups, newest first."""
    asked = {
        "shipment_id": "" if shipment is None else str(shipment),
        "created_at_gteq": _iso(created_from),
        "status": status,
    }
    return [*_sorted("id", order="desc"), *paging(page, per_page), *_given(asked)]


def of_points(
    *,
    updated_from: datetime | None,
    city: str,
    post_code: str,
    functions: Sequence[str],
    payment: bool,
    open_247: bool,
) -> Query:
    """Points by name."""
    asked = {
        "updated_from": _iso(updated_from),
        "city": city.strip(),
        "post_code": post_code.strip(),
        "functions": ",".join(functions),
        "payment_available": "true" if payment else "",
        "location_247": "true" if open_247 else "",
    }
    return [*_sorted("name"), *_given(asked), ("fields", _POINT_FIELDS)]


def of_points_near(place: tuple[float, float] | str, *, metres: int) -> Query:
    """Points that receive parcels, nearest first; `place` is latitude and longitude, or a post code."""
    by = "relative_post_code" if isinstance(place, str) else "relative_point"
    where = place if isinstance(place, str) else f"{place[0]:.6f},{place[1]:.6f}"
    return [
        (by, where),
        ("max_distance", str(metres)),
        ("functions", "parcel_collect"),
        *_sorted("distance_to_relative_point"),
        ("fields", _POINT_FIELDS),
    ]


def paging(page: int, per_page: int) -> Query:
    """Which page, and how long a page is."""
    return [("page", str(page)), ("per_page", str(per_page))]


def _sorted(by: str, *, order: str = "asc") -> Query:
    return [("sort_by", by), ("sort_order", order)]


def _given(asked: dict[str, str]) -> Query:
    return [(name, value) for name, value in asked.items() if value]


def _iso(when: datetime | None) -> str:
    """ISO 8601 in UTC with milliseconds."""
    if when is None:
        return ""
    return when.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
