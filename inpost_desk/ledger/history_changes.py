"""What is noted in the history beside InPost's answers: dealt with, left behind, received back, its way."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from datetime import datetime, timedelta
from typing import Any, Final, TypeVar

from sqlalchemy import insert, select, update

from inpost_desk.domain.history import Stop
from inpost_desk.domain.journey import Concern, Phase
from inpost_desk.ledger.ledger import Ledger
from inpost_desk.ledger.schema import shipments, stops

T = TypeVar("T")
# SQLite takes a limited number of parameters.
_MOST: Final = 900
# A status noted when it was seen is the scan of that name nearest to it.
_NEAR: Final = timedelta(days=2)


def set_handled(ledger: Ledger, ids: Collection[int], *, handled: bool) -> None:
    """A person has dealt with the concerns of these, or takes that back."""
    with ledger.write() as connection:
        for part in in_parts(sorted(ids)):
            change = update(shipments).where(shipments.c.id.in_(part), shipments.c.concern != "")
            connection.execute(change.values(handled=handled))


def set_left_behind(ledger: Ledger, ids: Collection[int], *, now: datetime) -> int:
    """Put those of these that are still not at InPost on the list of exceptions; how many were not on it.

    InPost is asked about each of them at once: it may have been taken in a moment ago.
    """
    found = 0
    with ledger.write() as connection:
        for part in in_parts(sorted(ids)):
            change = update(shipments).where(
                shipments.c.id.in_(part),
                shipments.c.phase == Phase.PREPARED,
                shipments.c.concern == "",
            )
            values = {"concern": Concern.LEFT_BEHIND, "handled": False, "due_at": now}
            found += connection.execute(change.values(values)).rowcount
    return found


def received_back(ledger: Ledger, shipment_id: int, *, now: datetime) -> bool:
    """The parcel that came back is here, and so dealt with; False where that was noted before."""
    change = update(shipments).where(
        shipments.c.id == shipment_id, shipments.c.returned_at.is_(None)
    )
    with ledger.write() as connection:
        return bool(connection.execute(change.values(returned_at=now, handled=True)).rowcount)


def add_stops(ledger: Ledger, shipment_id: int, given: Sequence[Stop]) -> None:
    """Add what tracking says of the way. What was seen before gets its place and time, no second line."""
    with ledger.write() as connection:
        query = select(stops).where(stops.c.shipment_id == shipment_id).order_by(stops.c.id)
        left = list(connection.execute(query).all())
        for stop in sorted(given, key=lambda one: one.at.timestamp() if one.at else 0.0):
            known = _same(stop, left)
            values = {
                "status": stop.status[:64],
                "at": stop.at or (known.at if known else None),
                "place": stop.place[:255],
                "origin": stop.origin[:32],
            }
            if known is None:
                connection.execute(insert(stops).values(shipment_id=shipment_id, **values))
                continue
            left.remove(known)
            connection.execute(update(stops).where(stops.c.id == known.id).values(values))


def _same(stop: Stop, known: Sequence[Any]) -> Any | None:
    """The row that says the same; the very moment counts before the nearest one that was only seen."""
    alike = [one for one in known if one.status == stop.status]
    exact = [one for one in alike if one.at == stop.at]
    if exact or stop.at is None:
        return next(iter(exact or alike), None)
    at = stop.at
    seen = [one for one in alike if not one.origin and not one.place]
    near = [one for one in seen if one.at is None or abs(one.at - at) < _NEAR]
    return min(near, key=lambda one: abs(one.at - at) if one.at else _NEAR, default=None)


def in_parts(values: Sequence[T]) -> Iterator[Sequence[T]]:
    """No more at once than a statement of any database takes."""
    return (values[start : start + _MOST] for start in range(0, len(values), _MOST))
