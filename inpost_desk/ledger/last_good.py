"""The last label that came out well, as a person scanned it: what is on paper, and what has to come again.

What the printer still holds has to be taken back before that is noted; who does it is in `actions`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, func, or_, select, update

from inpost_desk.ledger import prints as journal
from inpost_desk.ledger.ledger import Ledger
from inpost_desk.ledger.prints import PrintJob, PrintState, newest_ids, not_in_vain
from inpost_desk.ledger.schema import prints, shipments
from inpost_desk.ledger.stored_labels import NO_NUMBER


@dataclass(frozen=True, slots=True)
class LastGood:
    """A label that a printer got, by its shipment, with the rows of the journal around it.

    `upto` are those of its document before it, `later` those after it and of documents the same printer got
    later, each as far as nothing newer was known of the label by row `until`.
    """

    shipment: int
    printer: str
    row: int
    upto: tuple[int, ...]
    later: tuple[int, ...]
    until: int


def find(ledger: Ledger, number: str) -> LastGood | None:
    """The newest print of the label with this number, None where none was sent."""
    if number in ("", NO_NUMBER):
        return None
    numbers = " " + shipments.c.parcel_numbers + " "
    carries = or_(
        shipments.c.tracking_number == number,
        numbers.contains(f" {number} ", autoescape=True),
    )
    with ledger.read() as connection:
        good = connection.execute(
            select(prints)
            .join(shipments, shipments.c.id == prints.c.shipment_id)
            .where(carries, prints.c.id.in_(newest_ids()))
        ).first()
        return _around(connection, good) if good is not None else None


def open_jobs(ledger: Ledger, good: LastGood) -> list[PrintJob]:
    """Documents with labels that this printer got since, the good one's among them, and may still hold."""
    since = select(prints.c.job).where(
        prints.c.id >= min((good.row, *good.upto)), prints.c.shipment_id.is_not(None)
    )
    with ledger.read() as connection:
        jobs = frozenset(connection.scalars(since))
    return [one for one in journal.open_jobs(ledger, printer=good.printer) if one.job in jobs]


def being_sent(ledger: Ledger, good: LastGood) -> bool:
    """Whether somebody is just giving that printer more labels."""
    query = select(prints.c.detail).where(
        prints.c.printer == good.printer,
        prints.c.state == PrintState.SENDING,
        prints.c.shipment_id.is_not(None),
        prints.c.detail != "",
    )
    with ledger.read() as connection:
        owners = frozenset(connection.scalars(query))
    return any(ledger.owner.lives(owner) for owner in owners)


def decide(ledger: Ledger, good: LastGood, *, whole: bool, now: datetime) -> list[int]:
    """Note what a person saw; returns the shipments whose labels have to come again, in their order.

    Not `whole` means that other labels of its shipment came after the good one: then it comes again, too.
    A label that somebody has sent again meanwhile is left to that.
    """
    printed = (*good.upto, good.row) if whole else good.upto
    lost = good.later if whole else (good.row, *good.later)
    with ledger.write() as connection:
        newer = select(prints.c.shipment_id).where(
            prints.c.id > good.until, prints.c.shipment_id.is_not(None), not_in_vain()
        )
        meanwhile = frozenset(connection.scalars(newer))
        again: list[int] = []
        for row in (*printed, *lost):
            came = row in printed
            shipment = connection.scalar(select(prints.c.shipment_id).where(prints.c.id == row))
            if shipment is None or shipment in meanwhile:
                continue
            state = PrintState.DONE if came else PrintState.FAILED
            values = {"state": state, "detail": "decided", "ended_at": now}
            connection.execute(update(prints).where(prints.c.id == row).values(**values))
            if not came:
                again.append(shipment)
    return again


def _around(connection: Connection, good: Any) -> LastGood:
    rows = connection.execute(
        select(prints.c.id, prints.c.job, prints.c.place)
        .where(prints.c.printer == good.printer, prints.c.id.in_(newest_ids()))
        .order_by(prints.c.id)
    ).all()
    return LastGood(
        good.shipment_id,
        good.printer,
        good.id,
        upto=tuple(one.id for one in rows if one.job == good.job and one.place < good.place),
        later=tuple(one.id for one in rows if one.id > good.id),
        until=connection.scalar(select(func.max(prints.c.id))) or good.id,
    )
