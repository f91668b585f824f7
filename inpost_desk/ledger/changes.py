"""Changes to shipments InPost has already: noted before they are sent, closed with what came of them.

Part of the write-ahead journal, by the same rules: one open step per shipment, whatever kind. What became of
a lost answer is read from the shipment itself (`actions.settle_changes`).
"""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, func, insert, select, update

from inpost_desk.domain.draft import Draft, from_json
from inpost_desk.domain.draft import Mode as DraftMode
from inpost_desk.domain.draft_shipments import orders_of
from inpost_desk.domain.shipment import OfferId, Shipment, ShipmentId
from inpost_desk.domain.stage import Mode
from inpost_desk.ledger.journal import LEASE, close_step
from inpost_desk.ledger.ledger import Ledger, local_now
from inpost_desk.ledger.orders import content_values
from inpost_desk.ledger.restored import refuse_sending
from inpost_desk.ledger.schema import order_shipments, orders, run_rows, shipments, steps

SELECT, BUY, BULK_BUY, EDIT, CANCEL = "select", "buy", "bulk_buy", "edit", "cancel"
PAYING = frozenset({BUY, BULK_BUY})
CHANGING = PAYING | {SELECT, EDIT, CANCEL}


@dataclass(frozen=True, slots=True)
class Change:
    """What is to be done to a shipment as it was read just now. `wish` is the draft an edit is made from."""

    shipment: Shipment
    offer_id: OfferId | None = None
    wish: str = ""


@dataclass(frozen=True, slots=True)
class ChangeClaim:
    """Shipments that this process alone may now change, in one call: the step of each."""

    call: str
    steps: Mapping[ShipmentId, int]


@dataclass(frozen=True, slots=True)
class Ours:
    """A shipment of the ledger with its order. `run_id` is the newest run it stands in."""

    shipment_id: int
    shipx_id: ShipmentId | None
    key: str
    reference: str
    mode: str
    do_not_send: bool
    replaced_by: int | None
    order_id: int | None
    run_id: int | None
    wish: str


def claim_change(
    ledger: Ledger, kind: str, wanted: Sequence[Change], *, now: datetime, run_id: int | None = None
) -> ChangeClaim | None:
    """Note that these are about to be changed; those somebody else is at are left out, None if all are.

    Raises as `refuse_sending`.
    """
    call, claimed = str(uuid.uuid4()), {}
    with ledger.write() as connection:
        refuse_sending(connection)
        for one in wanted:
            shipment_id = _free(connection, one.shipment.id, paying=kind in PAYING)
            if shipment_id is None:
                continue
            last = one.shipment.last_transaction
            done = connection.execute(
                insert(steps).values(
                    shipment_id=shipment_id,
                    run_id=run_id,
                    call=call,
                    kind=kind,
                    owner=ledger.owner.id,
                    lease_until=local_now() + LEASE,
                    sent_at=now,
                    offer_id=one.offer_id,
                    transaction_before=last.id if last else 0,
                    after_id=max((offer.id for offer in one.shipment.offers), default=0),
                    wish=one.wish,
                )
            )
            claimed[one.shipment.id] = int(done.inserted_primary_key[0])  # type: ignore[index]
    return ChangeClaim(call, claimed) if claimed else None


def _free(connection: Connection, shipx_id: ShipmentId, *, paying: bool) -> int | None:
    """Our row of it, unless somebody is at it, or it is to be paid and another was bought in its place."""
    query = select(shipments.c.id).where(shipments.c.shipx_id == shipx_id)
    if paying:
        query = query.where(shipments.c.do_not_send.is_(False))
    shipment_id = connection.scalar(query)
    busy = select(steps.c.id).where(steps.c.shipment_id == shipment_id, steps.c.outcome.is_(None))
    return None if connection.scalar(busy) is not None else shipment_id


def ended(ledger: Ledger, step_id: int, *, now: datetime, why: str) -> bool:
    """Close a step; what came of it stands with the shipment. False where it was closed before."""
    with ledger.write() as connection:
        return close_step(connection, step_id, why, now=now)


def called_off(ledger: Ledger, call: str, *, now: datetime, why: str) -> None:
    """Close the steps of a call that InPost certainly refused or never got."""
    with ledger.write() as connection:
        connection.execute(
            update(steps)
            .where(steps.c.call == call, steps.c.outcome.is_(None))
            .values(outcome=why[:16], ended_at=now)
        )


def are_open(ledger: Ledger, step_ids: Sequence[int]) -> bool:
    """Whether any of these has no outcome yet."""
    query = select(steps.c.id).where(steps.c.id.in_(step_ids), steps.c.outcome.is_(None))
    with ledger.read() as connection:
        return connection.scalar(query.limit(1)) is not None


def edited(ledger: Ledger, step_id: int, *, now: datetime) -> None:
    """InPost took an edit: from now on the order is what the draft says, and nothing refuses it any more."""
    with ledger.write() as connection:
        if not close_step(connection, step_id, "edited", now=now):
            return
        step = connection.execute(
            select(steps.c.shipment_id, steps.c.wish).where(steps.c.id == step_id)
        ).one()
        row = shipments.c.id == step.shipment_id
        fresh: dict[str, object] = {"refused_field": "", "refused_rule": "", "price": None}
        draft = from_json(step.wish.encode()) if step.wish else None
        if draft is not None:
            _take_wish(connection, step.shipment_id, step.wish, draft)
            fresh["mode"] = Mode.OFFERS if draft.mode is DraftMode.OFFERS else Mode.CALL
        connection.execute(update(shipments).where(row).values(fresh))


def _take_wish(connection: Connection, shipment_id: int, wish: str, draft: Draft) -> None:
    order = orders_of(draft)[0]
    content = content_values(order)
    if not order.reference:
        del content["reference"]
    of_shipment = select(order_shipments.c.order_id).where(
        order_shipments.c.shipment_id == shipment_id
    )
    connection.execute(
        update(orders).where(orders.c.id.in_(of_shipment)).values(wish=wish, **content)
    )
    shown = {name: content[name] for name in ("reference", "phone", "point") if name in content}
    connection.execute(update(shipments).where(shipments.c.id == shipment_id).values(shown))


def find(ledger: Ledger, shipment_id: int) -> Ours | None:
    """A shipment by the ledger's own number."""
    return next(iter(find_all(ledger, [shipment_id])), None)


def find_all(ledger: Ledger, shipment_ids: Sequence[int]) -> list[Ours]:
    """Shipments by the ledger's own numbers, in the order asked for; unknown ones are left out."""
    newest = (
        select(func.max(run_rows.c.run_id)).where(run_rows.c.order_id == orders.c.id)
    ).scalar_subquery()
    query = (
        select(shipments, orders.c.id.label("order_id"), orders.c.wish, newest.label("newest_run"))
        .outerjoin(order_shipments, order_shipments.c.shipment_id == shipments.c.id)
        .outerjoin(orders, orders.c.id == order_shipments.c.order_id)
        .where(shipments.c.id.in_(shipment_ids))
    )
    with ledger.read() as connection:
        found = {one["id"]: one for one in connection.execute(query).mappings()}
    return [
        Ours(
            shipment_id=one["id"],
            shipx_id=None if one["shipx_id"] is None else ShipmentId(one["shipx_id"]),
            key=one["key"] or "",
            reference=one["reference"],
            mode=one["mode"],
            do_not_send=bool(one["do_not_send"]),
            replaced_by=one["replaced_by"],
            order_id=one["order_id"],
            run_id=one["newest_run"],
            wish=one["wish"] or "",
        )
        for one in (found.get(number) for number in shipment_ids)
        if one is not None
    ]
