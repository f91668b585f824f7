"""Orders for a courier: noted before InPost is asked, closed with what it answered.

As in the journal of shipments, what is `sending` and nobody is at any more is unsure; the database itself
allows a parcel in one living order. Which parcels may be in one is judged in `pickup_ready`, how orders are
listed in `pickup_lines`.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

import msgspec
from sqlalchemy import Connection, func, insert, or_, select, update

from inpost_desk.domain.pickup import (
    OPEN,
    DispatchOrder,
    DispatchOrderId,
    Missed,
    NewPickup,
    NotReady,
    PickupState,
    Wrong,
    state_of,
)
from inpost_desk.domain.shipment import ShipmentId
from inpost_desk.ledger.journal import LEASE
from inpost_desk.ledger.ledger import Ledger, local_now
from inpost_desk.ledger.pickup_lines import Candidate, candidates, listed, waiting_count
from inpost_desk.ledger.pickup_ready import judged, standing_of, state_now
from inpost_desk.ledger.restored import refuse_sending
from inpost_desk.ledger.schema import pickup_parcels, pickups, shipments

__all__ = ["Candidate", "candidates", "listed", "waiting_count"]

DONE: Final = "done"
# A courier who was promised is followed so long (ordered on a Friday he comes on Monday), and asked after no
# oftener than that on the first day and later on.
FOLLOWED_FOR: Final = timedelta(days=5)
FIRST_DAY: Final = timedelta(days=1)
FOLLOWED_EVERY: Final = timedelta(minutes=10)
FOLLOWED_LATER: Final = timedelta(hours=1)
# Why an order ended that InPost never had.
ABSENT: Final = "absent"
# InPost has the order, also where a person said that nobody came: it can be called off.
ENDABLE: Final = OPEN | {PickupState.MISSED}
# No courier can find these on the table.
_NOT_HERE: Final = frozenset({NotReady.GONE, NotReady.CANCELLED, NotReady.REPLACED})
_UNANSWERED: Final = (PickupState.SENDING, PickupState.UNSURE)


@dataclass(frozen=True, slots=True)
class OpenPickup:
    """An order whose end is not known. `parcels`: the ledger's number of each shipment in it.

    `held`: its owner's process runs and may still send it. `quiet_since` is when it last showed life.
    """

    id: int
    order: DispatchOrderId | None
    state: PickupState
    parcels: Mapping[ShipmentId, int]
    sent_at: datetime
    quiet_since: datetime
    after: int
    looks: int
    looked_at: datetime | None
    held: bool
    ending: bool


def claim(
    ledger: Ledger,
    ids: Sequence[int],
    new: NewPickup,
    *,
    now: datetime,
    again: bool,
    operator: str,
    after: int = 0,
) -> int | Wrong:
    """Note that a courier is about to be ordered for these; the order's number, ours to send.

    `now` is InPost's clock, `after` InPost's newest order. `Wrong`, and nothing is noted, where any of them
    may not be in it. Raises as `refuse_sending`.
    """
    newest = select(func.max(pickups.c.shipx_id))
    with ledger.write() as connection:
        refuse_sending(connection)
        wrong = judged(standing_of(connection, ids), ids, again=again)
        if wrong is not None:
            return wrong
        done = connection.execute(
            insert(pickups).values(
                state=PickupState.SENDING,
                asked=msgspec.json.encode(new).decode(),
                owner=ledger.owner.id,
                lease_until=local_now() + LEASE,
                sent_at=now,
                after_id=max(after, connection.scalar(newest) or 0),
                operator=operator[:64],
            )
        )
        pickup_id = int(done.inserted_primary_key[0])  # type: ignore[index]
        rows = [{"pickup_id": pickup_id, "shipment_id": one} for one in ids]
        connection.execute(insert(pickup_parcels), rows)
    return pickup_id


def taken(
    ledger: Ledger, pickup_id: int, order: DispatchOrder, *, now: datetime
) -> PickupState | None:
    """Note how InPost says that an order of ours stands; parcels are free again where it has ended.

    Returns its state now; None, and nothing is noted, where that order belongs to another row. What has
    ended, or was given up by a person, stays so.
    """
    with ledger.write() as connection:
        owner = connection.scalar(select(pickups.c.id).where(pickups.c.shipx_id == order.id))
        if owner not in (None, pickup_id):
            return None
        before = _state(connection, pickup_id)
        if before not in (*_UNANSWERED, *OPEN):
            return before
        state = state_of(order.status)
        if state is PickupState.NEW and before is PickupState.SENT:
            # Read before the other process's look, written after it.
            return before
        whole = [one.rule for one in order.rejections if one.shipment is None]
        values: dict[str, object] = {
            "shipx_id": order.id,
            "state": state,
            "status": order.status[:64],
            "owner": "",
            "seen_at": now,
        }
        if order.price is not None:
            values["price"] = order.price
        if whole:
            values["refused_rule"] = whole[0][:255]
        _close(connection, pickup_id, values, now=now)
        rules = {one.shipment: one.rule for one in reversed(order.rejections) if one.shipment}
        _name_rules(connection, pickup_id, rules)
        return state


def refused(
    ledger: Ledger,
    pickup_id: int,
    *,
    field: str,
    rule: str,
    of_parcels: Mapping[ShipmentId, str],
    now: datetime,
) -> None:
    """InPost surely did not take an order: its parcels are free, those to blame with what was said."""
    with ledger.write() as connection:
        if _state(connection, pickup_id) not in _UNANSWERED:
            return
        values: dict[str, object] = {
            "state": PickupState.REFUSED,
            "owner": "",
            "refused_field": field[:64],
            "refused_rule": rule[:255],
        }
        _close(connection, pickup_id, values, now=now)
        _name_rules(connection, pickup_id, of_parcels)


def let_go(ledger: Ledger, pickup_id: int, *, now: datetime) -> None:
    """The answer was lost: the order is unsure from now on, and the quiet time begins."""
    with ledger.write() as connection:
        connection.execute(
            update(pickups)
            .where(pickups.c.id == pickup_id, pickups.c.state == PickupState.SENDING)
            .values(state=PickupState.UNSURE, owner="", lease_until=local_now(), seen_at=now)
        )


def looked(ledger: Ledger, ids: Collection[int], *, now: datetime) -> None:
    """A list that can be believed did not show these orders."""
    with ledger.write() as connection:
        connection.execute(
            update(pickups)
            .where(pickups.c.id.in_(ids), pickups.c.state.in_(_UNANSWERED))
            .values(state=PickupState.UNSURE, looked_at=now, looks=pickups.c.looks + 1)
        )


def end_asked(ledger: Ledger, pickup_id: int, *, now: datetime) -> bool:
    """Note that InPost is about to be asked to end an order; False where there is nothing to end.

    Raises as `refuse_sending`.
    """
    with ledger.write() as connection:
        refuse_sending(connection)
        done = connection.execute(
            update(pickups)
            .where(pickups.c.id == pickup_id, pickups.c.state.in_(ENDABLE))
            .values(ending=True, looked_at=now)
        )
        return bool(done.rowcount)


def end_dropped(ledger: Ledger, pickup_id: int) -> None:
    """InPost did not end it."""
    with ledger.write() as connection:
        connection.execute(
            update(pickups).where(pickups.c.id == pickup_id).values(ending=False, looked_at=None)
        )


def ended(ledger: Ledger, pickup_id: int, state: PickupState, *, now: datetime) -> PickupState:
    """An order that InPost has is over (`CANCELLED`, `MISSED`); its parcels are free. Its state now."""
    with ledger.write() as connection:
        before = _state(connection, pickup_id)
        if before not in ENDABLE:
            return before
        _close(connection, pickup_id, {"state": state, "ending": False}, now=now)
        return state


def missed(ledger: Ledger, pickup_id: int, *, now: datetime) -> Missed:
    """A person says that the courier did not come: what is still here is free.

    Where nothing of it is here any more, or InPost does not have it, it stays as it is.
    """
    parcels = select(pickup_parcels.c.shipment_id).where(pickup_parcels.c.pickup_id == pickup_id)
    with ledger.write() as connection:
        before = _state(connection, pickup_id)
        ids = [int(one) for one in connection.scalars(parcels)]
        known = standing_of(connection, ids)
        gone = tuple(one for one in ids if known[one].reason is NotReady.GONE)
        if before not in ENDABLE:
            return Missed(before, "not_open")
        if before is PickupState.MISSED:
            return Missed(before, gone=gone)
        here = [one for one in ids if known[one].reason not in _NOT_HERE]
        if gone and not here:
            return Missed(before, "all_gone", gone)
        _close(connection, pickup_id, {"state": PickupState.MISSED, "ending": False}, now=now)
        return Missed(PickupState.MISSED, gone=gone)


def current_state(ledger: Ledger, pickup_id: int) -> PickupState:
    """How it stands: what nobody is at any more is unsure. Raises LookupError for an unknown one."""
    query = select(pickups.c.state, pickups.c.owner, pickups.c.lease_until)
    with ledger.read() as connection:
        one = connection.execute(query.where(pickups.c.id == pickup_id)).first()
    if one is None:
        raise LookupError(f"no pickup {pickup_id}")
    return state_now(ledger, one)


def unsettled(ledger: Ledger) -> list[OpenPickup]:
    """Orders whose answer was lost and that nobody is at, oldest first."""
    return [
        one
        for one in _open(ledger, pickups.c.state.in_(_UNANSWERED))
        if one.state is PickupState.UNSURE
    ]


def to_follow(ledger: Ledger, *, now: datetime) -> list[OpenPickup]:
    """Orders that InPost is to be asked about: not accepted yet, being ended, or accepted lately."""
    promised = (pickups.c.state == PickupState.SENT) & (pickups.c.status != DONE)
    due = or_(
        pickups.c.seen_at.is_(None),
        pickups.c.seen_at <= now - FOLLOWED_LATER,
        (pickups.c.seen_at <= now - FOLLOWED_EVERY) & (pickups.c.sent_at > now - FIRST_DAY),
    )
    recent = promised & (pickups.c.sent_at > now - FOLLOWED_FOR) & due
    ending = pickups.c.ending.is_(True) & pickups.c.state.in_(ENDABLE)
    return _open(ledger, or_(pickups.c.state == PickupState.NEW, recent, ending))


def one_open(ledger: Ledger, pickup_id: int) -> OpenPickup | None:
    """One order, however it stands."""
    return next(iter(_open(ledger, pickups.c.id == pickup_id)), None)


def owned(
    ledger: Ledger, *, since: datetime, until: datetime
) -> dict[DispatchOrderId, PickupState]:
    """InPost's numbers of our orders that were asked for in that time."""
    query = select(pickups.c.shipx_id, pickups.c.state).where(
        pickups.c.shipx_id.is_not(None), pickups.c.sent_at.between(since, until)
    )
    with ledger.read() as connection:
        return {
            DispatchOrderId(one.shipx_id): PickupState(one.state)
            for one in connection.execute(query)
        }


def belongs(ledger: Ledger, ids: Collection[DispatchOrderId]) -> frozenset[int]:
    """Which of InPost's numbers are those of an order of ours already."""
    query = select(pickups.c.shipx_id).where(pickups.c.shipx_id.in_(ids))
    with ledger.read() as connection:
        return frozenset(one for one in connection.scalars(query) if one is not None)


def _open(ledger: Ledger, which: Any) -> list[OpenPickup]:
    with ledger.read() as connection:
        found = connection.execute(select(pickups).where(which).order_by(pickups.c.id)).all()
        return [
            OpenPickup(
                id=one.id,
                order=None if one.shipx_id is None else DispatchOrderId(one.shipx_id),
                state=state_now(ledger, one),
                parcels=_parcels(connection, one.id),
                sent_at=one.sent_at,
                quiet_since=one.seen_at or one.sent_at,
                after=one.after_id,
                looks=one.looks,
                looked_at=one.looked_at,
                held=ledger.owner.lives(one.owner) if one.owner else False,
                ending=bool(one.ending),
            )
            for one in found
        ]


def _parcels(connection: Connection, pickup_id: int) -> dict[ShipmentId, int]:
    query = (
        select(shipments.c.shipx_id, shipments.c.id)
        .join(pickup_parcels, pickup_parcels.c.shipment_id == shipments.c.id)
        .where(pickup_parcels.c.pickup_id == pickup_id, shipments.c.shipx_id.is_not(None))
    )
    return {ShipmentId(one.shipx_id): one.id for one in connection.execute(query)}


def _state(connection: Connection, pickup_id: int) -> PickupState:
    return PickupState(
        connection.execute(select(pickups.c.state).where(pickups.c.id == pickup_id)).scalar_one()
    )


def _close(
    connection: Connection, pickup_id: int, values: dict[str, object], *, now: datetime
) -> None:
    """Write a state; where it is an end, its parcels are free in the same commit."""
    lives = values["state"] in OPEN
    if not lives:
        values = values | {"ended_at": now, "ending": False}
        connection.execute(
            update(pickup_parcels)
            .where(pickup_parcels.c.pickup_id == pickup_id)
            .values(living=False)
        )
    connection.execute(update(pickups).where(pickups.c.id == pickup_id).values(values))


def _name_rules(connection: Connection, pickup_id: int, rules: Mapping[ShipmentId, str]) -> None:
    """Keep why InPost turned the order down on each parcel it named."""
    for shipx_id, rule in rules.items():
        parcel = select(shipments.c.id).where(shipments.c.shipx_id == shipx_id).scalar_subquery()
        connection.execute(
            update(pickup_parcels)
            .where(pickup_parcels.c.pickup_id == pickup_id, pickup_parcels.c.shipment_id == parcel)
            .values(rule=rule[:255])
        )
