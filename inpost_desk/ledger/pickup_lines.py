"""Orders for a courier as the list shows them, and the parcels that one can be ordered for. Only reads."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
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
# As the database writes it where nothing was asked for.
_NOTHING: Final = "{}"


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
    which = []
    if since is not None:
        which.append(pickups.c.sent_at >= since)
    if state is not None:
        # What is kept as being sent may be unsure by now.
        unsure = {PickupState.SENDING} if state is PickupState.UNSURE else set()
        which.append(pickups.c.state.in_({state, *unsure}))
    if wanted := frozenset(fold(words).split()):
        which.append(pickups.c.id.in_(_with_words(ledger, wanted, which)))
    query = select(pickups).where(*which).order_by(pickups.c.id.desc()).limit(MOST_LINES)
    return [one for one in _lines(ledger, query) if state in (None, one.state)]


def line(ledger: Ledger, pickup_id: int) -> PickupLine | None:
    """One order, None for an unknown number."""
    return next(iter(_lines(ledger, select(pickups).where(pickups.c.id == pickup_id))), None)


def _with_words(
    ledger: Ledger, words: Collection[str], which: Sequence[ColumnElement[bool]]
) -> list[int]:
    """The newest of these orders with each folded word in their number, their place or a reference."""
    orders = select(pickups.c.id, pickups.c.shipx_id, pickups.c.asked).where(*which)
    with ledger.read() as connection:
        told = {
            one.id: fold(f"{one.shipx_id or ''}\n{_place(_asked(one))}")
            for one in connection.execute(orders)
        }
        found = set(told)
        for word in words:
            holding = _holding(connection, word)
            found = {one for one in found if one in holding or word in told[one]}
    return sorted(found, reverse=True)[:MOST_LINES]


def _holding(connection: Connection, word: str) -> set[int]:
    """The orders with a parcel that has the word in its reference."""
    query = (
        select(pickup_parcels.c.pickup_id, shipments.c.reference)
        .join(shipments, shipments.c.id == pickup_parcels.c.shipment_id)
        # Folded as the word is, and more than the reference.
        .where(shipments.c.words.contains(word, autoescape=True))
    )
    found = connection.execute(query)
    return {one.pickup_id for one in found if word in fold(one.reference)}


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
    asked = _asked(row)
    return PickupLine(
        id=row.id,
        order=None if row.shipx_id is None else DispatchOrderId(row.shipx_id),
        state=state_now(ledger, row),
        sent_at=row.sent_at,
        parcels=len(parcels),
        office_hours=asked.office_hours if asked else "",
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
        elsewhere=asked is None,
    )


def _asked(row: Any) -> NewPickup | None:
    """What was asked for here; None for an order found at InPost."""
    return None if row.asked == _NOTHING else msgspec.json.decode(row.asked, type=NewPickup)


def _place(asked: NewPickup | None) -> str:
    """Its name and its address, as far as they were asked for; a nameless dispatch point's number."""
    if asked is None:
        return ""
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
