"""The write-ahead journal: what is asked of InPost is noted before it is sent, and closed after the answer.

A step with a living lease is under way; one whose lease has ended without an outcome is unsure. The database
itself allows one open step per parcel. Creating steps stand here, changes of what was created in `changes`.
"""

from __future__ import annotations

import uuid
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import (
    Connection,
    RowMapping,
    and_,
    bindparam,
    exists,
    func,
    insert,
    select,
    update,
)

from inpost_desk.domain.match import Wanted
from inpost_desk.domain.order import Order
from inpost_desk.domain.shipment import BatchId, OfferId, Shipment, ShipmentId
from inpost_desk.ledger.ledger import Ledger, local_now
from inpost_desk.ledger.mirrored import adopt
from inpost_desk.ledger.orders import order_from
from inpost_desk.ledger.restored import refuse_sending
from inpost_desk.ledger.schema import (
    batches,
    order_shipments,
    orders,
    run_rows,
    shipments,
    steps,
)

CREATING = ("create", "batch")
# Longer than the longest creating call may take (180 s and the connection), API "time limits" in the design.
LEASE = timedelta(seconds=240)

# Prepared once: each is carried out for every row of a call.
_STEP: Final = insert(steps)
_SHIPMENT_OF: Final = select(steps.c.shipment_id).where(steps.c.id == bindparam("step"))
_OWNER_OF: Final = select(shipments.c.id).where(
    shipments.c.shipx_id == bindparam("id"), shipments.c.key.is_not(None)
)
_CLOSE: Final = update(steps).where(steps.c.id == bindparam("step"), steps.c.outcome.is_(None))


@dataclass(frozen=True, slots=True)
class Claimed:
    """One parcel of a claim: what will be asked, and under which key."""

    step_id: int
    shipment_id: int
    key: str
    order: Order
    mode: str = ""
    wish: str = ""
    """The draft the order was entered from, "" where it came from a file."""


@dataclass(frozen=True, slots=True)
class Claim:
    """Parcels that this process alone may now ask InPost for, in one call."""

    call: str
    kind: str
    lease_until: datetime
    rows: tuple[Claimed, ...]
    after: int = 0
    """The newest shipment's id that was known before: nothing up to it can come of this call."""


@dataclass(frozen=True, slots=True)
class OpenStep:
    """A step without an outcome. `living` tells whether somebody is still at it."""

    id: int
    shipment_id: int
    shipx_id: ShipmentId | None
    call: str
    kind: str
    living: bool
    held: bool
    """Its owner's process runs and has not let go of it: whatever the clock says, it may still send."""
    sent_at: datetime
    batch_id: BatchId | None
    offer_id: OfferId | None
    transaction_before: int | None
    after: int
    looks: int
    looked_at: datetime | None
    newest_at: datetime | None
    undecided: str
    wanted: Wanted


def claim(
    ledger: Ledger,
    run_id: int,
    *,
    limit: int,
    now: datetime,
    only: Collection[int] | None = None,
    mode: str = "",
) -> Claim | None:
    """Take up to `limit` parcels of a run that are not made, under way, unsure, refused or held.

    `now` is InPost's clock. `only` narrows it to these shipment rows. `mode` is how a file's parcels come to
    be paid; drafts say that themselves. None when there is nothing to take. Raises as `refuse_sending`.
    """
    call = str(uuid.uuid4())
    lease_until = local_now() + LEASE
    with ledger.write() as connection:
        refuse_sending(connection)
        found = connection.execute(_ready(run_id, limit=limit, only=only)).mappings().all()
        if not found:
            return None
        kind = "create" if len(found) == 1 else "batch"
        after = connection.scalar(select(func.max(shipments.c.shipx_id))) or 0
        rows = []
        for one in found:
            values = {
                "shipment_id": one["shipment_id"],
                "run_id": run_id,
                "call": call,
                "kind": kind,
                "owner": ledger.owner.id,
                "lease_until": lease_until,
                "sent_at": now,
                "after_id": after,
            }
            done = connection.execute(_STEP, values)
            step_id = int(done.inserted_primary_key[0])  # type: ignore[index]
            how = one["mode"] if one["wish"] else mode
            row = (step_id, one["shipment_id"], one["key"], order_from(one))
            rows.append(Claimed(*row, mode=how, wish=one["wish"]))
        for how in {one.mode for one in rows}:
            ids = [one.shipment_id for one in rows if one.mode == how]
            connection.execute(update(shipments).where(shipments.c.id.in_(ids)).values(mode=how))
    return Claim(call, kind, lease_until, tuple(rows), after)


def _ready(run_id: int, *, limit: int, only: Collection[int] | None):  # type: ignore[no-untyped-def]
    open_step = exists().where(steps.c.shipment_id == shipments.c.id, steps.c.outcome.is_(None))
    in_run = exists().where(run_rows.c.run_id == run_id, run_rows.c.order_id == orders.c.id)
    query = (
        select(orders, order_shipments.c.shipment_id, shipments.c.key, shipments.c.mode)
        .join(order_shipments, order_shipments.c.order_id == orders.c.id)
        .join(shipments, shipments.c.id == order_shipments.c.shipment_id)
        .where(
            in_run,
            ~open_step,
            shipments.c.shipx_id.is_(None),
            shipments.c.refused_rule == "",
            shipments.c.do_not_send.is_(False),
            orders.c.held.is_(False),
            orders.c.taken_over.is_(False),
        )
        .order_by(orders.c.place, orders.c.id)
        .limit(limit)
    )
    return query if only is None else query.where(shipments.c.id.in_(only))


def any_left(ledger: Ledger, run_id: int) -> bool:
    """Whether there is anything that `claim` would take."""
    with ledger.read() as connection:
        return connection.execute(_ready(run_id, limit=1, only=None)).first() is not None


def batch_accepted(
    ledger: Ledger, claimed: Claim, batch_id: BatchId, *, run_id: int, now: datetime
) -> None:
    """InPost took the batch: from here on its id tells what became of the rows."""
    with ledger.write() as connection:
        connection.execute(
            update(steps).where(steps.c.call == claimed.call).values(batch_id=batch_id)
        )
        connection.execute(
            insert(batches).values(
                shipx_id=batch_id, run_id=run_id, rows=len(claimed.rows), sent_at=now
            )
        )


def made(
    ledger: Ledger, pairs: Sequence[tuple[int, Shipment]], *, now: datetime
) -> list[ShipmentId]:
    """Close creating steps with the shipments they became, in one commit with the shipments' state.

    Returns the ids that could not be taken because the step was closed meanwhile or the shipment has another
    owner: nothing is overwritten then.
    """
    left = []
    with ledger.write() as connection:
        for step_id, shipment in pairs:
            shipment_id = connection.scalar(_SHIPMENT_OF, {"step": step_id})
            owner = connection.scalar(_OWNER_OF, {"id": shipment.id})
            free = owner is None or owner == shipment_id
            if (
                shipment_id is None
                or not free
                or not close_step(connection, step_id, "made", now=now)
            ):
                left.append(shipment.id)
                continue
            adopt(connection, shipment_id, shipment, now=now)
    return left


def not_done(ledger: Ledger, step_ids: Collection[int], *, now: datetime, why: str) -> None:
    """Close steps that InPost certainly did not carry out; their parcels may be asked for again."""
    with ledger.write() as connection:
        for step_id in step_ids:
            close_step(connection, step_id, why, now=now)


def refused(ledger: Ledger, reasons: Sequence[tuple[int, str, str]], *, now: datetime) -> None:
    """Close steps with what InPost refused: (step, field, rule)."""
    with ledger.write() as connection:
        for step_id, field, rule in reasons:
            if close_step(connection, step_id, "refused", now=now):
                owner = select(steps.c.shipment_id).where(steps.c.id == step_id).scalar_subquery()
                connection.execute(
                    update(shipments)
                    .where(shipments.c.id == owner)
                    .values(refused_field=field[:64], refused_rule=rule[:96])
                )


def let_go(ledger: Ledger, call: str, *, now: datetime) -> None:
    """End the lease of a call whose answer was lost: its steps are unsure from now on.

    The quiet time starts anew, because what was sent may have left this machine only now (it slept).
    """
    with ledger.write() as connection:
        connection.execute(
            update(steps)
            .where(steps.c.call == call, steps.c.outcome.is_(None))
            .values(owner="", lease_until=local_now(), newest_at=now)
        )


def looked(
    ledger: Ledger,
    step_ids: Collection[int],
    *,
    now: datetime,
    newest: bool,
    counts: bool = True,
    undecided: str = "",
) -> None:
    """Note a look that did not find these steps' shipments; `newest`: others of the same call came up.

    `counts`: whether the list could be believed, so that the look says something.
    """
    values = {"looked_at": now, "looks": steps.c.looks + int(counts), "undecided": undecided}
    if newest:
        values["newest_at"] = now
    with ledger.write() as connection:
        connection.execute(update(steps).where(steps.c.id.in_(step_ids)).values(values))


def open_steps(ledger: Ledger, *, run_id: int | None = None) -> list[OpenStep]:
    """Every step without an outcome, of one run's orders or of all, oldest first."""
    query = (
        select(
            steps,
            shipments.c.shipx_id,
            shipments.c.key,
            orders.c.reference,
            orders.c.phone,
            orders.c.email,
            orders.c.last_name,
            orders.c.company,
        )
        .join(shipments, shipments.c.id == steps.c.shipment_id)
        .outerjoin(
            order_shipments,
            and_(order_shipments.c.shipment_id == shipments.c.id, order_shipments.c.part == 1),
        )
        .outerjoin(orders, orders.c.id == order_shipments.c.order_id)
        .where(steps.c.outcome.is_(None))
        .order_by(steps.c.id)
    )
    if run_id is not None:
        query = query.where(
            exists().where(run_rows.c.run_id == run_id, run_rows.c.order_id == orders.c.id)
        )
    with ledger.read() as connection:
        found = connection.execute(query).mappings().all()
    owners = {owner: ledger.owner.lives(owner) for owner in {one["owner"] for one in found}}
    return [_open_step(one, held=owners[one["owner"]]) for one in found]


def _open_step(row: RowMapping, *, held: bool) -> OpenStep:
    return OpenStep(
        id=row["id"],
        shipment_id=row["shipment_id"],
        shipx_id=row["shipx_id"],
        call=row["call"],
        kind=row["kind"],
        living=held and row["lease_until"] > local_now(),
        held=held,
        sent_at=row["sent_at"],
        batch_id=row["batch_id"],
        offer_id=row["offer_id"],
        transaction_before=row["transaction_before"],
        after=row["after_id"],
        looks=row["looks"],
        looked_at=row["looked_at"],
        newest_at=row["newest_at"],
        undecided=row["undecided"],
        wanted=Wanted(
            key=row["key"] or "",
            reference=row["reference"] or "",
            phone=row["phone"] or "",
            email=row["email"] or "",
            last_name=row["last_name"] or "",
            company=row["company"] or "",
            after=row["after_id"],
        ),
    )


def close_step(connection: Connection, step_id: int, outcome: str, *, now: datetime) -> bool:
    """Close a step in the caller's transaction; False where it was closed before."""
    values = {"step": step_id, "outcome": outcome[:16], "ended_at": now}
    return bool(connection.execute(_CLOSE, values).rowcount)
