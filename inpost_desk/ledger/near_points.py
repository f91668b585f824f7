"""The cached points of a stretch of the map, a town or a post code, to choose another point from.

Distances are `actions.nearest`'s business.
"""

from __future__ import annotations

from sqlalchemy import ColumnElement, Float, cast, func, select

from inpost_desk.domain.point import Point
from inpost_desk.ledger.ledger import Ledger
from inpost_desk.ledger.points import points_named
from inpost_desk.ledger.schema import points

# Nobody chooses among more, and a whole town of the largest has about two thousand.
MANY = 4000


def points_between(
    ledger: Ledger, south_west: tuple[float, float], north_east: tuple[float, float]
) -> list[Point]:
    """The cached points in a rectangle of degrees (latitude, longitude)."""
    latitude, longitude = _degrees(points.c.latitude), _degrees(points.c.longitude)
    return _found(
        ledger,
        latitude.between(south_west[0], north_east[0]),
        longitude.between(south_west[1], north_east[1]),
    )


def points_with_code(ledger: Ledger, beginning: str) -> list[Point]:
    """The cached points whose post code begins so."""
    return _found(ledger, points.c.post_code.startswith(beginning, autoescape=True))


def points_called(ledger: Ledger, beginning: str) -> list[Point]:
    """The cached points whose name begins so."""
    return _found(ledger, points.c.name.startswith(beginning, autoescape=True))


def _degrees(column: ColumnElement[str | None]) -> ColumnElement[float]:
    return cast(func.nullif(column, ""), Float)


def _found(ledger: Ledger, *conditions: ColumnElement[bool]) -> list[Point]:
    with ledger.read() as connection:
        query = select(points.c.name).where(*conditions).order_by(points.c.name).limit(MANY)
        names = [row.name for row in connection.execute(query)]
    return list(points_named(ledger, names).values())
