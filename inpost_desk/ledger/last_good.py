"""The last label that came out well, as a person scanned it: what is on paper, and what has to come again.

What the printer still holds has to be taken back before that is noted; who does it is in `actions`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple

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
    """Documents that the printer may still hold: the good one's, and those it got later, as far as seen."""
    since = select(prints.c.job).where(
        prints.c.id.between(min((good.row, *good.upto)), good.until),
        prints.c.shipment_id.is_not(None),
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


def to_come_again(ledger: Ledger, good: LastGood, *, whole: bool) -> list[int]:
    """What `decide` would return now; nothing is noted."""
    with ledger.read() as connection:
        return [one.shipment for one in _verdicts(connection, good, whole=whole) if not one.came]


def decide(ledger: Ledger, good: LastGood, *, whole: bool, now: datetime) -> list[int]:
    """Note what a person saw; returns the shipments whose labels have to come again, in their order.

    Not `whole` means that other labels of its shipment came after the good one: then it comes again, too.
    A label that somebody has sent again meanwhile is left to that.
    """
    with ledger.write() as connection:
        verdicts = _verdicts(connection, good, whole=whole)
        for one in verdicts:
            state = PrintState.DONE if one.came else PrintState.FAILED
            values = {"state": state, "detail": "decided", "ended_at": now}
            connection.execute(update(prints).where(prints.c.id == one.row).values(**values))
    return [one.shipment for one in verdicts if not one.came]


class _Verdict(NamedTuple):
    row: int
    shipment: int
    came: bool


def _verdicts(connection: Connection, good: LastGood, *, whole: bool) -> list[_Verdict]:
    printed = (*good.upto, good.row) if whole else good.upto
    lost = good.later if whole else (good.row, *good.later)
    newer = select(prints.c.shipment_id).where(
        prints.c.id > good.until, prints.c.shipment_id.is_not(None), not_in_vain()
    )
    meanwhile = frozenset(connection.scalars(newer))
    verdicts: list[_Verdict] = []
    for row in (*printed, *lost):
        shipment = connection.scalar(select(prints.c.shipment_id).where(prints.c.id == row))
        if shipment is not None and shipment not in meanwhile:
            verdicts.append(_Verdict(row, shipment, row in printed))
    return verdicts


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
