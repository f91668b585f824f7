"""The cache of InPost's points."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection, Row, delete, func, insert, select

from inpost_desk.domain.point import Point
from inpost_desk.ledger.ledger import Ledger, read_fact, write_fact
from inpost_desk.ledger.schema import points

READ_AT = "points read at"
"""The whole network is known as it was then; "" while only single points are cached."""
# Counts the changes of this table, so that who keeps the points in memory knows when to read them again.
_CHANGES = "points changed"
_AT_ONCE = 500


def store_points(ledger: Ledger, found: Sequence[Point]) -> None:
    """Add points or replace what was known of them."""
    if not found:
        return
    newest = {point.name: point for point in found}
    with ledger.write() as connection:
        _delete(connection, list(newest))
        connection.execute(insert(points), [_values(point) for point in newest.values()])
        _note_change(connection)


def keep_only(ledger: Ledger, names: Collection[str]) -> int:
    """Drop the points that are not among these: InPost has them no more. Returns how many went."""
    with ledger.write() as connection:
        known = connection.scalars(select(points.c.name)).all()
        gone = sorted(set(known).difference(names))
        _delete(connection, gone)
        if gone:
            _note_change(connection)
    return len(gone)


def all_points(ledger: Ledger) -> tuple[str, list[Point]]:
    """Every cached point by name, with the mark by which `points_mark` tells whether any has changed."""
    found: list[Point] = []
    with ledger.read() as connection:
        mark = read_fact(connection, _CHANGES)
        query = select(points).order_by(points.c.name)
        for part in connection.execute(query).partitions(_AT_ONCE):
            found += map(_point, part)
    return mark, found


def points_mark(ledger: Ledger) -> str:
    """Another one after every change of the cached points."""
    return ledger.fact(_CHANGES)


def points_named(ledger: Ledger, names: Collection[str]) -> dict[str, Point]:
    """The cached points among these names."""
    wanted = sorted(names)
    found = {}
    with ledger.read() as connection:
        for start in range(0, len(wanted), _AT_ONCE):
            query = select(points).where(points.c.name.in_(wanted[start : start + _AT_ONCE]))
            for row in connection.execute(query).all():
                found[row.name] = _point(row)
    return found


def count_points(ledger: Ledger) -> int:
    """How many points are cached."""
    with ledger.read() as connection:
        return connection.scalar(select(func.count()).select_from(points)) or 0


def _delete(connection: Connection, names: Sequence[str]) -> None:
    for start in range(0, len(names), _AT_ONCE):
        part = names[start : start + _AT_ONCE]
        connection.execute(delete(points).where(points.c.name.in_(part)))


def _note_change(connection: Connection) -> None:
    write_fact(connection, _CHANGES, str(int(read_fact(connection, _CHANGES) or 0) + 1))


# A network of thousands has a few dozen different sets.
@lru_cache(maxsize=1024)
def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _point(row: Row[Any]) -> Point:
    return Point(
        name=row.name,
        status=row.status,
        types=_words(row.types),
        functions=_words(row.functions),
        open_247=row.open_247,
        payment=row.payment,
        street=row.street,
        city=row.city,
        post_code=row.post_code,
        latitude=float(row.latitude) if row.latitude else None,
        longitude=float(row.longitude) if row.longitude else None,
    )


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
