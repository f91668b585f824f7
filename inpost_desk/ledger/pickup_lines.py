"""Orders for a courier as the list shows them, and the parcels that one can be ordered for. Only reads."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

import msgspec
from sqlalchemy import ColumnElement, Connection, func, select

from inpost_desk.domain.folding import fold
from inpost_desk.domain.history import HistoryRow, PickupOf
from inpost_desk.domain.journey import Phase
from inpost_desk.domain.pickup import (
    BY_COURIER,
    DispatchOrderId,
    NewPickup,
    NotReady,
    PickupLine,
    PickupState,
    TurnedDown,
)
from inpost_desk.ledger import history
from inpost_desk.ledger.ledger import Ledger, local_now
from inpost_desk.ledger.pickup_ready import (
    HANDED_FOR,
    in_living_pickup,
    not_to_be_sent,
    parts_of,
    standing,
    state_now,
)
from inpost_desk.ledger.schema import pickup_parcels, pickups, shipments

# Nobody reads on; older ones are found by their date.
MOST_LINES: Final = 500


@dataclass(frozen=True, slots=True)
class Candidate:
    """A paid parcel that InPost does not have yet. `pickup` is the newest it is or was in."""

    row: HistoryRow
    not_ready: NotReady | None
    pickup: PickupOf | None


def candidates(ledger: Ledger) -> list[Candidate]:
    """Every paid parcel that is still here, newest first, also those no courier can be ordered for."""
    query = select(shipments.c.id).where(*here()).order_by(shipments.c.made_at.desc())
    with ledger.read() as connection:
        ids = [int(one) for one in connection.scalars(query)]
        in_pickups = _newest(ledger, connection, ids)
    known = standing(ledger, ids)
    return [
        Candidate(row, known[row.id].reason, in_pickups.get(row.id))
        for row in history.rows(ledger, ids)
        if row.id in known
    ]


def waiting_count(ledger: Ledger, *, comes_by_itself: bool) -> int:
    """How many parcels nobody has ordered a courier for; 0 where one comes by itself."""
    if comes_by_itself:
        return 0
    query = select(func.count()).select_from(shipments).where(*here(), *ready())
    with ledger.read() as connection:
        return connection.scalar(query) or 0


def ready() -> tuple[ColumnElement[bool], ...]:
    """Beside being here: a courier can be ordered for it."""
    return (
        shipments.c.sending_method == BY_COURIER,
        shipments.c.do_not_send.is_(False),
        ~in_living_pickup(),
        ~not_to_be_sent(),
    )


def here() -> tuple[ColumnElement[bool], ...]:
    """Paid, not at InPost, and not given to a courier a moment ago."""
    handed = shipments.c.handed_at
    return (
        shipments.c.phase == Phase.PREPARED,
        shipments.c.shipx_id.is_not(None),
        shipments.c.is_return.is_(False),
        handed.is_(None) | (handed <= local_now() - HANDED_FOR),
    )


def reorder_without(ledger: Ledger, pickup_id: int) -> list[int]:
    """The parcels of an order that was turned down, but for those it was turned down for."""
    query = (
        select(pickup_parcels.c.shipment_id)
        .where(pickup_parcels.c.pickup_id == pickup_id, pickup_parcels.c.rule == "")
        .order_by(pickup_parcels.c.shipment_id)
    )
    with ledger.read() as connection:
        return [int(one) for one in connection.scalars(query)]


def parcels_of(ledger: Ledger, pickup_id: int) -> list[int]:
    """The parcels of an order, by the ledger's own numbers."""
    query = select(pickup_parcels.c.shipment_id).where(pickup_parcels.c.pickup_id == pickup_id)
    with ledger.read() as connection:
        return sorted(int(one) for one in connection.scalars(query))


def listed(
    ledger: Ledger,
    *,
    since: datetime | None = None,
    state: PickupState | None = None,
    words: str = "",
) -> list[PickupLine]:
    """Orders for a courier, newest first; every one of `words` in its number, place or a reference."""
    query = select(pickups).order_by(pickups.c.id.desc()).limit(MOST_LINES)
    if since is not None:
        query = query.where(pickups.c.sent_at >= since)
    lines = _lines(ledger, query)
    wanted = fold(words).split()
    return [
        one
        for one in lines
        if (state is None or one.state is state) and all(word in _looked_at(one) for word in wanted)
    ]


def line(ledger: Ledger, pickup_id: int) -> PickupLine | None:
    """One order, None for an unknown number."""
    return next(iter(_lines(ledger, select(pickups).where(pickups.c.id == pickup_id))), None)


def _looked_at(one: PickupLine) -> str:
    return fold("\n".join((str(one.order or ""), one.place, *one.references)))


def _lines(ledger: Ledger, query: Any) -> list[PickupLine]:
    with ledger.read() as connection:
        found = connection.execute(query).all()
        parcels = _parcels(connection, [one.id for one in found])
    return [_line(ledger, one, parcels[one.id]) for one in found]


def _parcels(connection: Connection, ids: Sequence[int]) -> dict[int, list[Any]]:
    query = (
        select(
            pickup_parcels.c.pickup_id,
            pickup_parcels.c.shipment_id,
            pickup_parcels.c.rule,
            shipments.c.reference,
        )
        .join(shipments, shipments.c.id == pickup_parcels.c.shipment_id)
        .order_by(pickup_parcels.c.shipment_id)
    )
    found = defaultdict(list)
    for part in parts_of(ids):
        for one in connection.execute(query.where(pickup_parcels.c.pickup_id.in_(part))):
            found[one.pickup_id].append(one)
    return found


def _line(ledger: Ledger, row: Any, parcels: Sequence[Any]) -> PickupLine:
    asked = msgspec.json.decode(row.asked, type=NewPickup)
    return PickupLine(
        id=row.id,
        order=None if row.shipx_id is None else DispatchOrderId(row.shipx_id),
        state=state_now(ledger, row),
        sent_at=row.sent_at,
        parcels=len(parcels),
        office_hours=asked.office_hours,
        place=_place(asked),
        price=row.price,
        rejections=tuple(
            TurnedDown(one.shipment_id, one.reference, one.rule) for one in parcels if one.rule
        ),
        field=row.refused_field,
        rule=row.refused_rule,
        status=row.status,
        ending=bool(row.ending),
        operator=row.operator,
        references=tuple(one.reference for one in parcels),
    )


def _place(asked: NewPickup) -> str:
    """Its name and its address, as far as they were asked for; a nameless dispatch point's number."""
    parts = [asked.name]
    if asked.address is not None:
        address = asked.address
        parts += [
            f"{address.street} {address.building_number}".strip(),
            f"{address.post_code} {address.city}".strip(),
        ]
    told = ", ".join(filter(None, parts))
    return told or (f"#{asked.point}" if asked.point is not None else "")


def _newest(ledger: Ledger, connection: Connection, ids: Sequence[int]) -> dict[int, PickupOf]:
    """The newest order each of these is or was in."""
    query = (
        select(pickup_parcels.c.shipment_id, pickups)
        .join(pickups, pickups.c.id == pickup_parcels.c.pickup_id)
        .order_by(pickups.c.id)
    )
    found = {}
    for part in parts_of(ids):
        for one in connection.execute(query.where(pickup_parcels.c.shipment_id.in_(part))):
            order = None if one.shipx_id is None else DispatchOrderId(one.shipx_id)
            found[one.shipment_id] = PickupOf(one.id, order, state_now(ledger, one))
    return found
