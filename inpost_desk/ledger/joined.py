"""Rows of a pile that a person put into the parcel of another order. Only reads."""

from __future__ import annotations

from sqlalchemy import select

from inpost_desk.ledger.ledger import Ledger
from inpost_desk.ledger.schema import orders, pile_rows, run_rows, runs


def links(ledger: Ledger, pile_id: int) -> dict[int, int]:
    """The rows a person put into another order's parcel, each with that order's row."""
    query = select(pile_rows.c.row, pile_rows.c.together).where(
        pile_rows.c.pile_id == pile_id,
        pile_rows.c.together.is_not(None),
        pile_rows.c.removed.is_(False),
        pile_rows.c.held.is_(False),
    )
    with ledger.read() as connection:
        return {one.row: one.together for one in connection.execute(query)}


def rode_along(ledger: Ledger, digest: str) -> frozenset[int]:
    """The rows of that file which a run has put into another row's parcel."""
    query = (
        select(run_rows.c.row)
        .join(runs, runs.c.id == run_rows.c.run_id)
        .join(orders, orders.c.id == run_rows.c.order_id)
        .where(
            runs.c.file_digest == digest,
            orders.c.file_digest == digest,
            orders.c.row != run_rows.c.row,
        )
    )
    with ledger.read() as connection:
        return frozenset(connection.scalars(query))
