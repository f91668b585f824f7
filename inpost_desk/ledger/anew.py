"""Parcels planned once more: in the place of one that InPost has cancelled, or of one that is replaced."""

from __future__ import annotations

from sqlalchemy import Connection, func, insert, select, update

from inpost_desk.domain import stage
from inpost_desk.ledger.ledger import Ledger
from inpost_desk.ledger.schema import order_shipments, orders, run_rows, shipments, steps


def plan_again(ledger: Ledger, shipment_id: int, *, key: str) -> int | None:
    """Another shipment for the same order, in the first place of it; the old one stays behind it.

    None where the old one is not the order's own any more, or somebody is at it.
    """
    with ledger.write() as connection:
        link = connection.execute(
            select(order_shipments.c.order_id).where(
                order_shipments.c.shipment_id == shipment_id, order_shipments.c.part == 1
            )
        ).all()
        busy = select(steps.c.id).where(
            steps.c.shipment_id == shipment_id, steps.c.outcome.is_(None)
        )
        if len(link) != 1 or connection.scalar(busy) is not None:
            return None
        order_id = link[0].order_id
        old = (
            connection.execute(select(shipments).where(shipments.c.id == shipment_id))
            .mappings()
            .one()
        )
        copied = {name: old[name] for name in ("reference", "phone", "point", "mode")}
        fresh = connection.execute(insert(shipments).values(key=key, **copied))
        fresh_id = int(fresh.inserted_primary_key[0])  # type: ignore[index]
        last = connection.scalar(
            select(func.max(order_shipments.c.part)).where(order_shipments.c.order_id == order_id)
        )
        connection.execute(
            update(order_shipments)
            .where(order_shipments.c.order_id == order_id, order_shipments.c.part == 1)
            .values(part=(last or 1) + 1)
        )
        connection.execute(
            insert(order_shipments).values(order_id=order_id, part=1, shipment_id=fresh_id)
        )
        # Where it was to take another one's place, the new one does.
        connection.execute(
            update(shipments)
            .where(shipments.c.replaced_by == shipment_id)
            .values(replaced_by=fresh_id)
        )
        row = shipments.c.id == shipment_id
        connection.execute(
            update(shipments).where(row).values(status=stage.CANCELED, replaced_by=fresh_id)
        )
    return fresh_id


def replace_by(ledger: Ledger, shipment_id: int, run_id: int) -> bool:
    """Note that the only shipment of this run takes the place of the other, before it is sent.

    False where another one has taken it already. One that never went to InPost has not: it is held back.
    """
    with ledger.write() as connection:
        fresh = connection.scalar(
            select(order_shipments.c.shipment_id)
            .join(run_rows, run_rows.c.order_id == order_shipments.c.order_id)
            .where(run_rows.c.run_id == run_id, order_shipments.c.part == 1)
        )
        before = connection.scalar(
            select(shipments.c.replaced_by).where(shipments.c.id == shipment_id)
        )
        if fresh is None or fresh == shipment_id:
            return False
        if before not in (None, fresh):
            if _went(connection, before):
                return False
            _hold(connection, before)
        paid = select(shipments.c.tracking_number != "").where(shipments.c.id == fresh)
        connection.execute(
            update(shipments)
            .where(shipments.c.id == shipment_id)
            .values(replaced_by=fresh, do_not_send=bool(connection.scalar(paid)))
        )
    return True


def _went(connection: Connection, shipment_id: int) -> bool:
    """Whether InPost has it or may have it."""
    busy = select(steps.c.id).where(steps.c.shipment_id == shipment_id, steps.c.outcome.is_(None))
    made = select(shipments.c.shipx_id).where(shipments.c.id == shipment_id)
    return connection.scalar(busy) is not None or connection.scalar(made) is not None


def _hold(connection: Connection, shipment_id: int) -> None:
    of_shipment = select(order_shipments.c.order_id).where(
        order_shipments.c.shipment_id == shipment_id
    )
    connection.execute(update(orders).where(orders.c.id.in_(of_shipment)).values(held=True))
