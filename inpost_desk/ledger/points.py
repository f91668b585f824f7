"""The cache of InPost's points."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from sqlalchemy import delete, func, insert, select

from inpost_desk.domain.point import Point
from inpost_desk.ledger.ledger import Ledger
from inpost_desk.ledger.schema import points

READ_AT = "points read at"


def store_points(ledger: Ledger, found: Sequence[Point]) -> None:
    """Add points or replace what was known of them."""
    with ledger.write() as connection:
        names = [point.name for point in found]
        for start in range(0, len(names), 500):
            part = names[start : start + 500]
            connection.execute(delete(points).where(points.c.name.in_(part)))
        if found:
            connection.execute(insert(points), [_values(point) for point in found])


def points_named(ledger: Ledger, names: Collection[str]) -> dict[str, Point]:
    """The cached points among these names."""
    wanted = sorted(names)
    found = {}
    with ledger.read() as connection:
        for start in range(0, len(wanted), 500):
            query = select(points).where(points.c.name.in_(wanted[start : start + 500]))
            for row in connection.execute(query).all():
                found[row.name] = Point(
                    name=row.name,
                    status=row.status,
                    types=frozenset(row.types.split()),
                    functions=frozenset(row.functions.split()),
                    open_247=row.open_247,
                    payment=row.payment,
                    street=row.street,
                    city=row.city,
                    post_code=row.post_code,
                    latitude=float(row.latitude) if row.latitude else None,
                    longitude=float(row.longitude) if row.longitude else None,
                )
    return found


def count_points(ledger: Ledger) -> int:
    """How many points are cached."""
    with ledger.read() as connection:
        return connection.scalar(select(func.count()).select_from(points)) or 0


def _values(point: Point) -> dict[str, object]:
    return {
        "name": point.name,
        "status": point.status,
        "types": " ".join(sorted(point.types)),
        "functions": " ".join(sorted(point.functions)),
        "open_247": point.open_247,
        "payment": point.payment,
        "street": point.street[:255],
        "city": point.city[:255],
        "post_code": point.post_code[:16],
        "latitude": "" if point.latitude is None else str(point.latitude),
        "longitude": "" if point.longitude is None else str(point.longitude),
    }
