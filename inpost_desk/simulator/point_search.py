"""`GET /v1/points`: filters, distance, sorting and paging over the invented points (API §6)."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from typing import Any

import msgspec

from inpost_desk.simulator.clock import moment
from inpost_desk.simulator.points import Point, Points
from inpost_desk.simulator.refusals import Refusal, invalid

PER_PAGE = 25
MOST_PER_PAGE = 500
NEAR = 10_000
FARTHEST = 50_000
DAY = 86_400.0
EARTH = 6_371_000.0


def search(points: Points, query: Mapping[str, str], *, host: str, now: float) -> bytes:
    """The collection as JSON. Raises `Refusal` for parameters that cannot be read."""
    found = [point for point in points.by_name.values() if _matches(point, query)]
    if "updated_from" in query or "updated_to" in query:
        found = _changed(points, found, query, now=now)
    distances = _distances(points, found, query)
    if distances is not None:
        found = [point for point in found if point["name"] in distances]
    found = _sorted(found, query, distances)
    if "limit" in query:
        found = found[: _whole(query["limit"], default=len(found), most=len(found))]
    page = _whole(query.get("page", ""), default=1, most=10**9)
    per_page = _whole(query.get("per_page", ""), default=PER_PAGE, most=MOST_PER_PAGE)
    shown = found[(page - 1) * per_page : page * per_page]
    figures = {
        "href": f"http://{host}/v1/points",
        "count": len(found),
        "page": page,
        "per_page": per_page,
        "total_pages": -(-len(found) // per_page),
    }
    items = [_item(points, point, query=query, distances=distances) for point in shown]
    return msgspec.json.encode({**figures, "items": items, "meta": figures})


def _matches(point: Point, query: Mapping[str, str]) -> bool:
    return all(test(point, query[name]) for name, test in FILTERS.items() if query.get(name))


def _listed(text: str) -> set[str]:
    return {part.strip() for part in text.split(",") if part.strip()}


def _flag(text: str) -> bool:
    return text.lower() in {"true", "1"}


FILTERS: dict[str, Callable[[Point, str], bool]] = {
    "name": lambda point, text: point["name"] in {one.upper() for one in _listed(text)},
    "type": lambda point, text: bool(_listed(text) & _types(point)),
    "functions": lambda point, text: _listed(text) <= set(point["functions"]),
    "status": lambda point, text: point["status"] in _listed(text),
    "partner_id": lambda point, text: str(point["partner_id"]) in _listed(text),
    "is_next": lambda point, text: point["is_next"] == _flag(text),
    "payment_available": lambda point, text: point["payment_available"] == _flag(text),
    "location_247": lambda point, text: point["location_247"] == _flag(text),
    "virtual": lambda point, text: point["virtual"] == text,
    "post_code": lambda point, text: point["address_details"]["post_code"] in _listed(text),
    "city": lambda point, text: _same(point["address_details"]["city"], text),
    "province": lambda point, text: _same(point["address_details"]["province"], text),
}


def _types(point: Point) -> set[str]:
    types = set(point["type"])
    return types | {"parcel_locker_only"} if types == {"parcel_locker"} else types


def _same(one: str, other: str) -> bool:
    return one.casefold() == other.strip().casefold()


def _changed(
    points: Points, found: list[Point], query: Mapping[str, str], *, now: float
) -> list[Point]:
    since = _moment(query, "updated_from", default=0.0)
    until = _moment(query, "updated_to", default=now)
    if "updated_to" not in query and since < now - 3 * DAY:
        raise invalid([(("updated_from",), "invalid")])
    # A point changed `age` days before today's midnight, so that answers stay the same all day.
    midnight = now - now % DAY
    return [one for one in found if since <= _last_change(points, one["name"], midnight) <= until]


def _last_change(points: Points, name: str, midnight: float) -> float:
    return points.changed.get(name, midnight - points.ages[name] * DAY)


def _moment(query: Mapping[str, str], name: str, *, default: float) -> float:
    if not query.get(name):
        return default
    try:
        return moment(query[name])
    except ValueError:
        raise invalid([((name,), "invalid")]) from None


def _distances(
    points: Points, found: list[Point], query: Mapping[str, str]
) -> dict[str, float] | None:
    """Metres to the relative point, for the points near enough; None where none was given."""
    place = _relative_place(points, query)
    if place is None:
        return None
    farthest = _whole(query.get("max_distance", ""), default=NEAR, most=FARTHEST)
    metres = {point["name"]: _metres(place, point["location"]) for point in found}
    return {name: distance for name, distance in metres.items() if distance <= farthest}


def _relative_place(points: Points, query: Mapping[str, str]) -> tuple[float, float] | None:
    if query.get("relative_point"):
        try:
            latitude, longitude = (float(part) for part in query["relative_point"].split(","))
        except ValueError:
            raise Refusal("invalid_parameter") from None
        return latitude, longitude
    if query.get("relative_post_code"):
        wanted = query["relative_post_code"]
        for length in (6, 2):
            for point in points.by_name.values():
                if point["address_details"]["post_code"][:length] == wanted[:length]:
                    return point["location"]["latitude"], point["location"]["longitude"]
    return None


def _metres(place: tuple[float, float], location: dict[str, float]) -> float:
    latitude, longitude = math.radians(place[0]), math.radians(place[1])
    other, away = math.radians(location["latitude"]), math.radians(location["longitude"])
    half = (
        math.sin((other - latitude) / 2) ** 2
        + math.cos(latitude) * math.cos(other) * math.sin((away - longitude) / 2) ** 2
    )
    return 2 * EARTH * math.asin(math.sqrt(half))


def _sorted(
    found: list[Point], query: Mapping[str, str], distances: dict[str, float] | None
) -> list[Point]:
    default = "name" if distances is None else "distance_to_relative_point"
    by = query.get("sort_by") or default
    backwards = query.get("sort_order") == "desc"
    if by == "distance_to_relative_point" and distances is not None:
        return sorted(found, key=lambda one: distances[one["name"]], reverse=backwards)
    field = "status" if by == "status" else "name"
    return sorted(found, key=lambda one: str(one[field]), reverse=backwards)


def _item(
    points: Points, point: Point, *, query: Mapping[str, str], distances: dict[str, float] | None
) -> Any:
    if distances is None and not query.get("fields"):
        return points.encoded(point["name"])
    distance = None if distances is None else round(distances[point["name"]])
    whole = {**point, "distance": distance}
    fields = _listed(query.get("fields", ""))
    return {name: value for name, value in whole.items() if not fields or name in fields}


def _whole(text: str, *, default: int, most: int) -> int:
    number = int(text) if text.isascii() and text.isdigit() else default
    return max(1, min(number or default, most))
