"""Orders for a courier that were not asked for here, or were given up as lost: noted once they are found.

Made in Manager Paczek, by another program, or by InPost long after its answer was lost.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, insert, select, update

from inpost_desk.domain.journey import Phase
from inpost_desk.domain.pickup import (
    IN_ORDER,
    OPEN,
    DispatchOrder,
    DispatchOrderId,
    PickupState,
    state_of,
)
from inpost_desk.domain.shipment import ShipmentId
from inpost_desk.ledger.ledger import Ledger
from inpost_desk.ledger.pickup_ready import parts_of
from inpost_desk.ledger.schema import pickup_parcels, pickups, shipments


@dataclass(frozen=True, slots=True)
class Found:
    """An order as it was noted; `parcels` are the ledger's numbers of those in it."""

    id: int
    order: DispatchOrderId
    parcels: tuple[int, ...]


def adopt(ledger: Ledger, order: DispatchOrder, *, now: datetime) -> Found | None:
    """Note a living order with the parcels in it that are known here and in no other.

    None, and nothing is noted, where it is an order of ours already or holds nothing that still waits here.
    Neither while one of its parcels is in an order of ours whose answer is out: this may be that order.
    """
    state = state_of(order.status)
    if state not in OPEN:
        return None
    with ledger.write() as connection:
        ours = select(pickups.c.id).where(pickups.c.shipx_id == order.id)
        known = _known(connection, order.shipments)
        unanswered = any(one.state in (PickupState.SENDING, PickupState.UNSURE) for one in known)
        free = [one for one in known if one.state is None]
        waiting = any(one.phase == Phase.PREPARED for one in free)
        if connection.scalar(ours) is not None or unanswered or not waiting:
            return None
        done = connection.execute(
            # That nothing was `asked` for tells it from ours.
            insert(pickups).values(
                shipx_id=order.id,
                state=state,
                status=order.status[:64],
                sent_at=order.created_at or now,
                seen_at=now,
                price=order.price,
            )
        )
        pickup_id = int(done.inserted_primary_key[0])  # type: ignore[index]
        rows = [{"pickup_id": pickup_id, "shipment_id": one.id} for one in free]
        connection.execute(insert(pickup_parcels), rows)
    return Found(pickup_id, order.id, tuple(one.id for one in free))


def name(ledger: Ledger, pickup_id: int, found: Found) -> None:
    """Say of an order that InPost did not take which other one has its parcels."""
    with ledger.write() as connection:
        for part in parts_of(found.parcels):
            connection.execute(
                update(pickup_parcels)
                .where(
                    pickup_parcels.c.pickup_id == pickup_id,
                    pickup_parcels.c.shipment_id.in_(part),
                )
                .values(rule=f"{IN_ORDER}{found.order}")
            )


def _known(connection: Connection, ids: Sequence[ShipmentId]) -> list[Any]:
    """Those of these in the ledger, each with the state of the living order it is in, None for none."""
    living = (
        select(pickup_parcels.c.shipment_id, pickups.c.state)
        .join(pickups, pickups.c.id == pickup_parcels.c.pickup_id)
        .where(pickup_parcels.c.living.is_(True))
        .subquery()
    )
    query = select(shipments.c.id, shipments.c.phase, living.c.state).outerjoin(
        living, living.c.shipment_id == shipments.c.id
    )
    return [
        one
        for part in parts_of(ids)
        for one in connection.execute(query.where(shipments.c.shipx_id.in_(part)))
    ]
