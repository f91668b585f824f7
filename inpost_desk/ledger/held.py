"""Orders a person keeps back: held or taken off the desk in the window, and so left alone by every run."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from sqlalchemy import Connection, Select, and_, exists, or_, select, update

from inpost_desk.ledger.ledger import Ledger
from inpost_desk.ledger.schema import (
    order_shipments,
    orders,
    pile_rows,
    piles,
    run_rows,
    runs,
    shipments,
    steps,
)

AT_ONCE = 500


def hold_back(ledger: Ledger, digest: str, rows: Collection[int]) -> frozenset[int]:
    """Keep the orders of these rows back from the run under way; returns the rows it is too late for.

    Those InPost has, or is being asked for: nothing about them is changed. The others are let go by the next
    run that enters them, never by themselves: a run must not send what a person is just correcting.
    """
    late: set[int] = set()
    with ledger.write() as connection:
        wanted = sorted(rows)
        for start in range(0, len(wanted), AT_ONCE):
            part = wanted[start : start + AT_ONCE]
            found = {one.row: one for one in connection.execute(_orders_of_rows(digest, part))}
            gone = {row for row, one in found.items() if one.shipx_id is not None or one.asked}
            kept = [one.order_id for row, one in found.items() if row not in gone]
            connection.execute(update(orders).where(orders.c.id.in_(kept)).values(held=True))
            late |= gone
    return frozenset(late)


def _orders_of_rows(digest: str, rows: Sequence[int]) -> Select[Any]:
    """The order each of these rows of a file has, the newest run's last."""
    asked = exists().where(steps.c.shipment_id == shipments.c.id, steps.c.outcome.is_(None))
    first = and_(order_shipments.c.order_id == run_rows.c.order_id, order_shipments.c.part == 1)
    return (
        select(run_rows.c.row, run_rows.c.order_id, shipments.c.shipx_id, asked.label("asked"))
        .join(runs, runs.c.id == run_rows.c.run_id)
        .join(order_shipments, first)
        .join(shipments, shipments.c.id == order_shipments.c.shipment_id)
        .where(runs.c.file_digest == digest, run_rows.c.row.in_(rows), run_rows.c.outcome == "")
        .order_by(run_rows.c.run_id)
    )


def hold_as_on_desk(connection: Connection, digest: str) -> None:
    """What a person held back or took off the desk in the window, the command line does not send either."""
    kept_back = (
        select(pile_rows.c.row)
        .join(piles, piles.c.id == pile_rows.c.pile_id)
        .where(
            piles.c.file_digest == digest,
            or_(pile_rows.c.held.is_(True), pile_rows.c.removed.is_(True)),
        )
    )
    connection.execute(
        update(orders)
        .where(orders.c.file_digest == digest, orders.c.row.in_(kept_back))
        .values(held=True)
    )
