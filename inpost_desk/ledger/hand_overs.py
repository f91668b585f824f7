"""Wydanie kurierowi: which parcels are expected at the truck, which went, what becomes of the rest.

What a single scan there means is judged in `hand_over_scans`. Times are this machine's.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from typing import Any, Final

from sqlalchemy import Connection, exists, insert, or_, select, update

from inpost_desk.domain.hand_over import HandOver, Left, Parcel, ScanLine, Scanned
from inpost_desk.ledger.ledger import Ledger, local_now
from inpost_desk.ledger.pickup_lines import here, ready
from inpost_desk.ledger.pickup_ready import not_to_be_sent, parts_of
from inpost_desk.ledger.prints import TAKEN
from inpost_desk.ledger.schema import (
    hand_over_parcels,
    hand_over_scans,
    hand_overs,
    pickup_parcels,
    prints,
    shipments,
)

GIVEN: Final = tuple(TAKEN)
"""States of a label that a printer was given."""
# What took a parcel's number off the list.
COUNTED: Final = (Scanned.HANDED, Scanned.PART)


def begin(
    ledger: Ledger,
    *,
    pickup_id: int | None,
    ids: Sequence[int] | None = None,
    operator: str = "",
    station: str = "",
) -> HandOver:
    """Open a hand-over of these parcels, or of a pickup's, or of all that are printed and ready.

    Where another station has opened the same one, it is that. What must not leave, was handed over or is
    expected in another open one is left out.
    """
    with ledger.write() as connection:
        number = _same_open(connection, pickup_id, ids)
        if number is None:
            done = connection.execute(
                insert(hand_overs).values(
                    pickup_id=pickup_id,
                    started_at=local_now(),
                    operator=operator[:64],
                    station=station[:64],
                )
            )
            number = int(done.inserted_primary_key[0])  # type: ignore[index]
            wanted = [
                {"hand_over_id": number, "shipment_id": one}
                for one in _expected(connection, pickup_id, ids)
            ]
            if wanted:
                connection.execute(insert(hand_over_parcels), wanted)
        return _read_one(connection, number, lines=50)


def _same_open(
    connection: Connection, pickup_id: int | None, ids: Sequence[int] | None
) -> int | None:
    """The open hand-over of that pickup, or of the courier who comes by himself."""
    query = (
        select(hand_overs.c.id)
        .where(
            hand_overs.c.ended_at.is_(None), hand_overs.c.pickup_id.is_not_distinct_from(pickup_id)
        )
        .order_by(hand_overs.c.id.desc())
    )
    for number in connection.scalars(query).all():
        if ids is None or pickup_id is not None or set(ids) == _in(connection, number):
            return int(number)
    return None


def _in(connection: Connection, number: int) -> set[int]:
    query = select(hand_over_parcels.c.shipment_id).where(
        hand_over_parcels.c.hand_over_id == number
    )
    return set(connection.scalars(query))


def _expected(
    connection: Connection, pickup_id: int | None, ids: Sequence[int] | None
) -> list[int]:
    """By the ledger's own numbers, in their order."""
    # That of a courier who did not come may be open still: nobody waits for its parcels there.
    awaited = exists().where(
        pickup_parcels.c.pickup_id == hand_overs.c.pickup_id,
        pickup_parcels.c.shipment_id == shipments.c.id,
        pickup_parcels.c.living.is_(True),
    )
    elsewhere = exists().where(
        hand_over_parcels.c.shipment_id == shipments.c.id,
        hand_over_parcels.c.handed_at.is_(None),
        hand_over_parcels.c.left == "",
        hand_overs.c.id == hand_over_parcels.c.hand_over_id,
        hand_overs.c.ended_at.is_(None),
        or_(hand_overs.c.pickup_id.is_(None), awaited),
    )
    query = (
        select(shipments.c.id)
        .where(
            *here(),
            shipments.c.do_not_send.is_(False),
            ~not_to_be_sent(),
            ~elsewhere,
        )
        .order_by(shipments.c.id)
    )
    if ids is not None:
        found: list[int] = []
        for part in parts_of(list(dict.fromkeys(ids))):
            found += connection.scalars(query.where(shipments.c.id.in_(part)))
        return found
    if pickup_id is not None:
        inside = exists().where(
            pickup_parcels.c.pickup_id == pickup_id,
            pickup_parcels.c.shipment_id == shipments.c.id,
            pickup_parcels.c.living.is_(True),
        )
        return list(connection.scalars(query.where(inside)))
    printed = exists().where(prints.c.shipment_id == shipments.c.id, prints.c.state.in_(GIVEN))
    return list(connection.scalars(query.where(*ready(), printed)))


def current(ledger: Ledger) -> HandOver | None:
    """The newest that is open, after a restart too."""
    query = select(hand_overs.c.id).where(hand_overs.c.ended_at.is_(None))
    with ledger.read() as connection:
        number = connection.scalar(query.order_by(hand_overs.c.id.desc()).limit(1))
        return None if number is None else _read_one(connection, number, lines=50)


def one(ledger: Ledger, hand_over_id: int, *, lines: int = 50) -> HandOver:
    """A hand-over with its newest scans. Raises LookupError for an unknown number."""
    with ledger.read() as connection:
        return _read_one(connection, hand_over_id, lines=lines)


def earlier(ledger: Ledger, *, limit: int = 100) -> list[HandOver]:
    """Those that have ended, the newest first, without their scans."""
    query = (
        select(hand_overs)
        .where(hand_overs.c.ended_at.is_not(None))
        .order_by(hand_overs.c.id.desc())
        .limit(limit)
    )
    with ledger.read() as connection:
        found = connection.execute(query).all()
        scans = _scans(connection, [row.id for row in found])
        parcels = _parcels(connection, [row.id for row in found], scans)
    return [_hand_over(row, parcels[row.id], ()) for row in found]


def decide_left(ledger: Ledger, hand_over_id: int, ids: Collection[int], left: Left) -> None:
    """Say what becomes of parcels that the courier did not take; those he took stay with him."""
    with ledger.write() as connection:
        for part in parts_of(sorted(set(ids))):
            connection.execute(
                update(hand_over_parcels)
                .where(
                    hand_over_parcels.c.hand_over_id == hand_over_id,
                    hand_over_parcels.c.shipment_id.in_(part),
                    hand_over_parcels.c.handed_at.is_(None),
                )
                .values(left=left)
            )
        row = _row(connection, hand_over_id)
        if row.ended_at is not None:
            _free(connection, row)


def finish(ledger: Ledger, hand_over_id: int) -> HandOver:
    """Close it: what stays, or is not sent, is in its pickup no more. Once closed it stays as it is."""
    with ledger.write() as connection:
        connection.execute(
            update(hand_overs)
            .where(hand_overs.c.id == hand_over_id, hand_overs.c.ended_at.is_(None))
            .values(ended_at=local_now())
        )
        _free(connection, _row(connection, hand_over_id))
        return _read_one(connection, hand_over_id, lines=50)


def _free(connection: Connection, row: Any) -> None:
    if row.pickup_id is None:
        return
    decided = select(hand_over_parcels.c.shipment_id).where(
        hand_over_parcels.c.hand_over_id == row.id, hand_over_parcels.c.left != ""
    )
    connection.execute(
        update(pickup_parcels)
        .where(
            pickup_parcels.c.pickup_id == row.pickup_id, pickup_parcels.c.shipment_id.in_(decided)
        )
        .values(living=False)
    )


def _row(connection: Connection, hand_over_id: int) -> Any:
    row = connection.execute(select(hand_overs).where(hand_overs.c.id == hand_over_id)).first()
    if row is None:
        raise LookupError(f"no hand-over {hand_over_id}")
    return row


def _read_one(connection: Connection, hand_over_id: int, *, lines: int) -> HandOver:
    row = _row(connection, hand_over_id)
    scans = _scans(connection, [row.id])
    parcels = _parcels(connection, [row.id], scans)[row.id]
    told = lines_of(scans[row.id], {each.shipment_id: each.parts for each in parcels})
    return _hand_over(row, parcels, tuple(reversed(told))[:lines])


def _hand_over(row: Any, parcels: Sequence[Parcel], lines: tuple[ScanLine, ...]) -> HandOver:
    return HandOver(
        id=row.id,
        started_at=row.started_at,
        ended_at=row.ended_at,
        operator=row.operator,
        station=row.station,
        pickup_id=row.pickup_id,
        parcels=tuple(parcels),
        lines=lines,
    )


def _scans(connection: Connection, ids: Sequence[int]) -> dict[int, list[Any]]:
    query = (
        select(hand_over_scans, shipments.c.reference, shipments.c.receiver)
        .outerjoin(shipments, shipments.c.id == hand_over_scans.c.shipment_id)
        .where(hand_over_scans.c.hand_over_id.in_(ids))
        .order_by(hand_over_scans.c.id)
    )
    found = defaultdict(list)
    for row in connection.execute(query):
        found[row.hand_over_id].append(row)
    return found


def _parcels(
    connection: Connection, ids: Sequence[int], scans: Mapping[int, Sequence[Any]]
) -> dict[int, list[Parcel]]:
    query = (
        select(
            hand_over_parcels,
            shipments.c.reference,
            shipments.c.receiver,
            shipments.c.tracking_number,
            shipments.c.service,
            shipments.c.parcel_numbers,
        )
        .join(shipments, shipments.c.id == hand_over_parcels.c.shipment_id)
        .where(hand_over_parcels.c.hand_over_id.in_(ids))
        .order_by(hand_over_parcels.c.shipment_id)
    )
    numbers: dict[tuple[int, int | None], set[str]] = defaultdict(set)
    for number, rows in scans.items():
        for row in rows:
            count_number(numbers[number, row.shipment_id], row)
    found = defaultdict(list)
    for row in connection.execute(query):
        parts = parts_in(row.parcel_numbers)
        scanned = len(numbers[row.hand_over_id, row.shipment_id])
        found[row.hand_over_id].append(
            Parcel(
                shipment_id=row.shipment_id,
                reference=row.reference,
                name=row.receiver,
                number=row.tracking_number,
                service=row.service,
                handed_at=row.handed_at,
                left=Left(row.left) if row.left else None,
                parts=parts,
                parts_scanned=parts if row.handed_at is not None else min(scanned, parts),
            )
        )
    return found


def count_number(numbers: set[str], row: Any) -> None:
    """Take the number of a scan on the list of those that count, or off it; `row` has `what` and `number`."""
    if row.what in COUNTED:
        numbers.add(row.number)
    elif row.what == Scanned.TAKEN_BACK:
        numbers.discard(row.number)


def parts_in(parcel_numbers: str) -> int:
    """How many parcels a shipment has, by the column of that name."""
    return len(parcel_numbers.split()) or 1


def lines_of(scans: Sequence[Any], parts: Mapping[int, int]) -> list[ScanLine]:
    """The scans of one hand-over, oldest first, with how many of a shipment's parcels there were by then."""
    before: dict[int | None, int] = defaultdict(int)
    told = []
    for row in scans:
        several = parts.get(row.shipment_id, 1) if row.what in COUNTED else 1
        before[row.shipment_id] += row.what in COUNTED
        before[row.shipment_id] -= row.what == Scanned.TAKEN_BACK
        told.append(
            ScanLine(
                at=row.at,
                what=Scanned(row.what),
                number=row.number,
                reference=row.reference or "",
                name=row.receiver or "",
                shipment_id=row.shipment_id,
                rule=row.rule,
                part=before[row.shipment_id] if several > 1 else 0,
                parts=several if several > 1 else 0,
                operator=row.operator,
            )
        )
    return told
