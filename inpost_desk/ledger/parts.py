"""Orders sent in several parcels: their numbered references (`ZAM/1-2/3`), and day numbers without one."""

from __future__ import annotations

from sqlalchemy import or_, select

from inpost_desk.ledger.earlier import base_of
from inpost_desk.ledger.ledger import Ledger
from inpost_desk.ledger.orders import day_reference
from inpost_desk.ledger.schema import orders


def references_of(ledger: Ledger, digest: str) -> dict[int, str]:
    """The references of the orders that were entered under this digest, by row."""
    query = select(orders.c.row, orders.c.reference).where(orders.c.file_digest == digest)
    with ledger.read() as connection:
        return {one.row: one.reference for one in connection.execute(query.order_by(orders.c.copy))}


def count_of(ledger: Ledger, reference: str) -> int:
    """How many parcels this order has so far: under its reference, or as its numbered parts."""
    parts = orders.c.reference.startswith(f"{reference}-", autoescape=True)
    query = select(orders.c.reference).where(or_(orders.c.reference == reference, parts))
    with ledger.read() as connection:
        found = connection.scalars(query).all()
    folded = reference.casefold()
    return len({one for one in found if base_of(one).casefold() == folded})


def next_day_reference(ledger: Ledger, day: str) -> str:
    """The next number of the day (`21-11/004`), which nobody else gets."""
    with ledger.write() as connection:
        return day_reference(connection, day)
