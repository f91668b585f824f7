"""Which parcels a courier can be ordered for, and why not the others. Only reads."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import Connection, Exists, Row, exists, select

from inpost_desk.domain.hand_over import Left
from inpost_desk.domain.pickup import NotReady, PickupState, Wrong, not_ready
from inpost_desk.domain.shipment import ShipmentId
from inpost_desk.ledger.ledger import Ledger, local_now
from inpost_desk.ledger.schema import hand_over_parcels, pickup_parcels, pickups, shipments

# SQLite takes a limited number of parameters.
MOST: Final = 900
# So long after a parcel was scanned at the truck InPost must have seen it; if not, it is here after all.
HANDED_FOR: Final = timedelta(hours=24)


@dataclass(frozen=True, slots=True)
class Standing:
    """What the ledger knows of a parcel that a courier is to fetch. `pickups` are those that never came."""

    id: int
    shipx_id: ShipmentId | None
    seen_at: datetime | None
    reason: NotReady | None
    pickups: tuple[int, ...] = ()


def standing(ledger: Ledger, ids: Sequence[int]) -> dict[int, Standing]:
    """How these parcels (the ledger's numbers) stand; unknown ones are left out."""
    with ledger.read() as connection:
        return standing_of(connection, ids)


def standing_of(connection: Connection, ids: Sequence[int]) -> dict[int, Standing]:
    """As `standing`, in the caller's transaction."""
    missed = _missed(connection, ids)
    columns = shipments.c
    query = select(
        columns.id,
        columns.shipx_id,
        columns.seen_at,
        columns.status,
        columns.sending_method,
        columns.do_not_send,
        columns.handed_at,
        in_living_pickup().label("ordered"),
        not_to_be_sent().label("kept"),
    )
    found = {}
    for part in parts_of(ids):
        for one in connection.execute(query.where(columns.id.in_(part))):
            shipx_id = None if one.shipx_id is None else ShipmentId(one.shipx_id)
            before = tuple(missed.get(one.id, ()))
            found[one.id] = Standing(one.id, shipx_id, one.seen_at, reason_of(one), before)
    return found


def reason_of(row: Row[Any]) -> NotReady | None:
    """Why a parcel is not ready; `row` has its columns, whether it is `ordered`, and `kept` back."""
    if row.handed_at is not None and local_now() - row.handed_at < HANDED_FOR:
        return NotReady.GONE
    reason = not_ready(
        status=row.status,
        sending_method=row.sending_method,
        ordered=bool(row.ordered),
        do_not_send=bool(row.do_not_send),
    )
    return NotReady.CANCELLED if row.kept and reason in (None, NotReady.ORDERED) else reason


def in_living_pickup() -> Exists:
    """Whether a shipment is in an order that lives."""
    return exists().where(
        pickup_parcels.c.shipment_id == shipments.c.id, pickup_parcels.c.living.is_(True)
    )


def not_to_be_sent() -> Exists:
    """Whether somebody at the truck said that it is not sent at all."""
    return exists().where(
        hand_over_parcels.c.shipment_id == shipments.c.id,
        hand_over_parcels.c.left == Left.CANCELLED,
    )


def parts_of(ids: Sequence[int]) -> Iterable[Sequence[int]]:
    """Few enough at a time for one question."""
    return (ids[start : start + MOST] for start in range(0, len(ids), MOST))


def _missed(connection: Connection, ids: Sequence[int]) -> dict[int, list[int]]:
    """The orders for these whose courier did not come."""
    query = (
        select(pickup_parcels.c.shipment_id, pickups.c.id)
        .join(pickups, pickups.c.id == pickup_parcels.c.pickup_id)
        .where(pickups.c.state == PickupState.MISSED)
        .order_by(pickups.c.id)
    )
    found: dict[int, list[int]] = {}
    for part in parts_of(ids):
        for one in connection.execute(query.where(pickup_parcels.c.shipment_id.in_(part))):
            found.setdefault(one.shipment_id, []).append(one.id)
    return found


def judged(known: Mapping[int, Standing], ids: Sequence[int], *, again: bool) -> Wrong | None:
    """Why a courier cannot be ordered for these; None where one can."""
    if not ids:
        return Wrong("none_chosen")
    reasons = {one: known[one].reason if one in known else NotReady.UNPAID for one in ids}
    bad = {one: reason for one, reason in reasons.items() if reason is not None}
    if bad:
        return Wrong("not_ready", tuple(bad), tuple(bad.values()))
    before = [one for one in ids if known[one].pickups]
    if before and not again:
        missed = sorted({number for one in before for number in known[one].pickups})
        return Wrong("ordered_before", tuple(before), pickups=tuple(missed))
    return None


def state_now(ledger: Ledger, row: Any) -> PickupState:
    """The state of a row, or unsure where whoever was sending it is gone."""
    if row.state == PickupState.SENDING and not (
        row.lease_until > local_now() and ledger.owner.lives(row.owner)
    ):
        return PickupState.UNSURE
    return PickupState(row.state)
