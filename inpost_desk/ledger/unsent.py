"""Piles with rows that never came to be shipments, for the list of what is left. Only reads."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import Select, Subquery, and_, func, select

from inpost_desk.ledger.ledger import Ledger
from inpost_desk.ledger.piles import SENT_BEFORE
from inpost_desk.ledger.schema import (
    order_shipments,
    pile_rows,
    piles,
    run_rows,
    runs,
    shipments,
)


def unsent_rows(ledger: Ledger, *, most: int) -> dict[int, int]:
    """Of the newest piles those with parcels that InPost does not have, the newest first: how many by pile.

    What is held back, taken off, or known as sent from elsewhere is nobody's worry.
    """
    newest = (
        select(piles.c.id, piles.c.file_digest)
        .where(piles.c.closed_at.is_(None))
        .order_by(piles.c.id.desc())
        .limit(most)
    )
    with ledger.read() as connection:
        digests = {one.id: one.file_digest for one in connection.execute(newest)}
        counted = connection.execute(_counted(digests.keys(), _made(digests.values()))).all()
    found = {one.pile_id: int(one.left) for one in counted}
    return {pile_id: found[pile_id] for pile_id in digests if pile_id in found}


def _made(digests: Collection[str]) -> Subquery:
    """Rows of these files whose parcel InPost has."""
    return (
        select(runs.c.file_digest, run_rows.c.row)
        .distinct()
        .join(run_rows, run_rows.c.run_id == runs.c.id)
        .join(order_shipments, order_shipments.c.order_id == run_rows.c.order_id)
        .join(shipments, shipments.c.id == order_shipments.c.shipment_id)
        # Behind the first one stand those that InPost cancelled.
        .where(order_shipments.c.part == 1)
        .where(runs.c.file_digest.in_(digests), shipments.c.shipx_id.is_not(None))
        .subquery()
    )


def _counted(ids: Collection[int], made: Subquery) -> Select[tuple[int, int]]:
    same = and_(made.c.file_digest == piles.c.file_digest, made.c.row == pile_rows.c.row)
    return (
        select(pile_rows.c.pile_id, func.count().label("left"))
        .join(piles, piles.c.id == pile_rows.c.pile_id)
        .outerjoin(made, same)
        .where(
            pile_rows.c.pile_id.in_(ids),
            pile_rows.c.removed.is_(False),
            pile_rows.c.held.is_(False),
            pile_rows.c.same_parcel_as.is_(None),
            pile_rows.c.rule != SENT_BEFORE,
            made.c.row.is_(None),
        )
        .group_by(pile_rows.c.pile_id)
    )
