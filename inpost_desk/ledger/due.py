"""Which shipments InPost is to be asked about again, and which may have been left behind. No judgement.

When a shipment is due is written by `seen.record` with each answer.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Select, func, select, update

from inpost_desk.domain.journey import FORGOTTEN, Phase
from inpost_desk.domain.pickup import PickupState
from inpost_desk.domain.shipment import ShipmentId
from inpost_desk.ledger.history_changes import in_parts
from inpost_desk.ledger.ledger import Ledger
from inpost_desk.ledger.pickup_ready import not_to_be_sent
from inpost_desk.ledger.prints import TAKEN
from inpost_desk.ledger.schema import pickup_parcels, pickups, prints, shipments


@dataclass(frozen=True, slots=True)
class Asked:
    """One that InPost is asked about: the ledger's number, InPost's, and what was known."""

    id: int
    shipx_id: ShipmentId
    status: str
    numbered: bool


@dataclass(frozen=True, slots=True)
class Prepared:
    """A parcel that InPost did not have when it was last asked, at `seen_at`.

    When its label was last given to a printer, when it was scanned at the truck, when the pickup was ordered
    that it is in and that InPost accepted.
    """

    id: int
    seen_at: datetime
    printed_at: datetime | None
    handed_at: datetime | None
    ordered_at: datetime | None


def due(ledger: Ledger, *, now: datetime, most: int) -> tuple[list[Asked], int]:
    """Those due by now, oldest due first, and how many are due in all."""
    late = shipments.c.due_at <= now
    query = _asked().where(late).order_by(shipments.c.due_at, shipments.c.id).limit(most)
    with ledger.read() as connection:
        found = [_one(*one) for one in connection.execute(query)]
        count = connection.scalar(select(func.count()).where(late)) or 0
    return found, count


def these(ledger: Ledger, ids: Sequence[int]) -> list[Asked]:
    """Those of these (the ledger's own numbers) that InPost has."""
    found: list[Asked] = []
    with ledger.read() as connection:
        for part in in_parts(ids):
            query = _asked().where(shipments.c.id.in_(part))
            found += [_one(*one) for one in connection.execute(query)]
    return found


def put_off(ledger: Ledger, ids: Collection[int], *, now: datetime, until: datetime) -> None:
    """Those of these that are still due wait until then: one without an answer must not keep others back.

    What InPost does not show and has not moved for very long is not asked about by itself any more.
    """
    stood_since = func.coalesce(shipments.c.status_at, shipments.c.made_at)
    with ledger.write() as connection:
        for part in in_parts(sorted(ids)):
            change = update(shipments).where(shipments.c.id.in_(part), shipments.c.due_at <= now)
            connection.execute(change.where(stood_since < now - FORGOTTEN).values(due_at=None))
            connection.execute(change.values(due_at=until))


def prepared(ledger: Ledger) -> list[Prepared]:
    """Everything paid for and to be sent that InPost does not have and that has no concern yet."""
    printed_at = (
        select(func.max(prints.c.noted_at))
        .where(
            prints.c.shipment_id == shipments.c.id, prints.c.state.in_([str(one) for one in TAKEN])
        )
        .scalar_subquery()
    )
    ordered_at = (
        select(func.max(pickups.c.sent_at))
        .join(pickup_parcels, pickup_parcels.c.pickup_id == pickups.c.id)
        .where(
            pickup_parcels.c.shipment_id == shipments.c.id,
            pickups.c.state == str(PickupState.SENT),
        )
        .scalar_subquery()
    )
    query = select(
        shipments.c.id, shipments.c.seen_at, printed_at, shipments.c.handed_at, ordered_at
    ).where(
        shipments.c.phase == str(Phase.PREPARED),
        shipments.c.concern == "",
        shipments.c.do_not_send.is_(False),
        ~not_to_be_sent(),
        shipments.c.seen_at.is_not(None),
    )
    with ledger.read() as connection:
        return [Prepared(*one) for one in connection.execute(query)]


def _asked() -> Select[Any]:
    return select(
        shipments.c.id, shipments.c.shipx_id, shipments.c.status, shipments.c.tracking_number
    ).where(shipments.c.shipx_id.is_not(None))


def _one(row_id: int, shipx_id: int, status: str, number: str) -> Asked:
    return Asked(row_id, ShipmentId(shipx_id), status, bool(number))
