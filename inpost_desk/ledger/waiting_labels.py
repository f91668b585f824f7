"""Czeka na wydruk: what was scanned and could not be printed at once, until it is printed or dropped.

Only what waits, and in which order it was scanned; printing it, on a key, is the station's business.
"""

from __future__ import annotations

import json
from collections.abc import Collection
from dataclasses import asdict, dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, func, insert, select, update

from inpost_desk.domain.station import Armed
from inpost_desk.ledger.ledger import Ledger
from inpost_desk.ledger.schema import waiting_labels


class Wait(StrEnum):
    """How an entry stands."""

    AWAITED = "awaited"
    """There is no label yet."""
    READY = "ready"
    """Its label is stored: it is printed on a key."""
    PRINTED = "printed"
    DROPPED = "dropped"


class Reason(StrEnum):
    """Why it was not printed at once: the rule words of the station."""

    OFFLINE = "offline"
    UNSURE = "unsure"
    SLOW = "slow"
    LATE = "late"
    LABEL = "label"
    PAPER = "paper"


_LIVING = (Wait.AWAITED, Wait.READY)


@dataclass(frozen=True, slots=True)
class Scanned:
    """What was scanned: a row of a pile, a parcel (the ledger's own number), or a reference alone."""

    reference: str
    name: str = ""
    pile_id: int | None = None
    row: int | None = None
    shipment_id: int | None = None
    asked: Armed = Armed()
    operator: str = ""
    station: str = ""


@dataclass(frozen=True, slots=True)
class Waiting:
    """One entry. `id` counts up in the order of the scans."""

    id: int
    scanned_at: datetime
    scanned: Scanned
    state: Wait
    reason: Reason


def put(
    ledger: Ledger, scanned: Scanned, reason: Reason, *, now: datetime, state: Wait = Wait.AWAITED
) -> tuple[int, bool]:
    """Have it wait; returns the entry's number and whether it is new.

    What waits already, by its row, its parcel or else its reference, stays exactly as it is.
    """
    with ledger.write() as connection:
        known = _known(connection, scanned)
        if known is not None:
            return known, False
        made = connection.execute(
            insert(waiting_labels).values(
                scanned_at=now,
                reference=scanned.reference[:255],
                name=scanned.name[:255],
                pile_id=scanned.pile_id,
                row=scanned.row,
                shipment_id=scanned.shipment_id,
                asked=json.dumps(asdict(scanned.asked)),
                operator=scanned.operator[:64],
                station=scanned.station[:64],
                state=state,
                reason=reason,
            )
        )
        return int(made.inserted_primary_key[0]), True  # type: ignore[index]


def awaited(ledger: Ledger) -> list[Waiting]:
    """What has no label yet, in the order of the scans."""
    return _in_state(ledger, Wait.AWAITED)


def ready(ledger: Ledger) -> list[Waiting]:
    """What can be printed now, in the order of the scans."""
    return _in_state(ledger, Wait.READY)


def planned(ledger: Ledger, entry: int, shipment_id: int) -> None:
    """The parcel of an awaited entry has a number of the ledger's own by now; its label is still to come."""
    with ledger.write() as connection:
        connection.execute(
            update(waiting_labels)
            .where(waiting_labels.c.id == entry, waiting_labels.c.state == Wait.AWAITED)
            .values(shipment_id=shipment_id)
        )


def made_ready(ledger: Ledger, entry: int, shipment_id: int, reason: Reason = Reason.LATE) -> bool:
    """Its label is there. False where the entry does not wait for one any more."""
    with ledger.write() as connection:
        changed = connection.execute(
            update(waiting_labels)
            .where(waiting_labels.c.id == entry, waiting_labels.c.state == Wait.AWAITED)
            .values(shipment_id=shipment_id, state=Wait.READY, reason=reason)
        )
        return bool(changed.rowcount)


def done(ledger: Ledger, entries: Collection[int], state: Wait) -> None:
    """These were printed or dropped: they wait no more. What is done already stays as it is."""
    with ledger.write() as connection:
        for entry in entries:
            connection.execute(
                update(waiting_labels)
                .where(waiting_labels.c.id == entry, waiting_labels.c.state.in_(_LIVING))
                .values(state=state)
            )


def parcels_wanted(ledger: Ledger, scanned: Scanned) -> int:
    """How many parcels its living entry is for, 1 where none waits: nobody else buys the further ones."""
    query = select(waiting_labels).where(waiting_labels.c.state.in_(_LIVING))
    with ledger.read() as connection:
        found = [_waiting(one) for one in connection.execute(query) if _same(one, scanned)]
    return max((one.scanned.asked.count for one in found), default=1)


def counts(ledger: Ledger, station: str | None = None) -> tuple[int, int]:
    """How many can be printed now, and how many are still to come; of one station, or of all."""
    query = (
        select(waiting_labels.c.state, func.count())
        .where(waiting_labels.c.state.in_(_LIVING))
        .group_by(waiting_labels.c.state)
    )
    if station is not None:
        query = query.where(waiting_labels.c.station == station)
    with ledger.read() as connection:
        found = {state: int(count) for state, count in connection.execute(query)}
    return found.get(Wait.READY, 0), found.get(Wait.AWAITED, 0)


def _in_state(ledger: Ledger, state: Wait) -> list[Waiting]:
    query = select(waiting_labels).where(waiting_labels.c.state == state)
    with ledger.read() as connection:
        found = connection.execute(query.order_by(waiting_labels.c.id)).all()
    return [_waiting(one) for one in found]


def _waiting(one: Any) -> Waiting:
    scanned = Scanned(
        one.reference,
        one.name,
        one.pile_id,
        one.row,
        one.shipment_id,
        Armed(**json.loads(one.asked)),
        one.operator,
        one.station,
    )
    return Waiting(one.id, one.scanned_at, scanned, Wait(one.state), Reason(one.reason))


def _known(connection: Connection, scanned: Scanned) -> int | None:
    """The living entry of the same parcel. There are few of them: all are looked at."""
    query = select(waiting_labels).where(waiting_labels.c.state.in_(_LIVING))
    found = connection.execute(query.order_by(waiting_labels.c.id)).all()
    return next((one.id for one in found if _same(one, scanned)), None)


def _same(one: Any, scanned: Scanned) -> bool:
    if one.shipment_id is not None and one.shipment_id == scanned.shipment_id:
        return True
    if scanned.row is not None and one.row is not None:
        return bool((one.pile_id, one.row) == (scanned.pile_id, scanned.row))
    if scanned.shipment_id is not None and one.shipment_id is not None:
        return False
    return bool(one.reference.casefold() == scanned.reference[:255].casefold())
