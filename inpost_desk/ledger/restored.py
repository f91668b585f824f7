"""Whether this ledger may have anything sent at all: not before InPost was read after a restore, and not once
it was moved to another computer.

The journals ask here in the very transaction that notes a step, so that no door is forgotten. What is read
at InPost is the business of `actions.restored`.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

from sqlalchemy import Connection, exists, func, select, update

from inpost_desk.domain.match import Wanted
from inpost_desk.domain.shipment import Shipment
from inpost_desk.errors import LedgerTrouble
from inpost_desk.ledger import mirrored
from inpost_desk.ledger.ledger import Ledger, read_fact, write_fact
from inpost_desk.ledger.schema import facts, order_shipments, orders, pickups, shipments, steps

# The day of the copy, and since when nothing of this ledger's can have left any more.
FROM: Final = "restored from"
QUIET_SINCE: Final = "restored quiet since"
# The newest shipment the copy knew.
AFTER: Final = "restored after"
# Of all restores: the first shipment that a copy did not know, and the newest when InPost had been read.
LOST_FROM: Final = "restored lost from"
LOST_UPTO: Final = "restored lost upto"
MOVED: Final = "moved"

_BARS: Final = select(facts.c.name, facts.c.value).where(
    facts.c.name.in_((FROM, MOVED)), facts.c.value != ""
)


@dataclass(frozen=True, slots=True)
class Restored:
    """A ledger that came from a copy. `after` is the newest shipment it knew then, `quiet_since` by this
    machine's clock."""

    copied_at: datetime
    quiet_since: datetime
    after: int


def refuse_sending(connection: Connection) -> None:
    """Inside the transaction that is about to note a change. Raises LedgerTrouble `restored` or `moved`."""
    bars = {one.name: one.value for one in connection.execute(_BARS)}
    if MOVED in bars:
        raise LedgerTrouble(MOVED, detail=bars[MOVED][:10])
    if FROM in bars:
        raise LedgerTrouble("restored", detail=bars[FROM][:10])


def mark(ledger: Ledger, *, copied_at: datetime, quiet_since: datetime) -> None:
    """From now on nothing is sent before InPost was read: this ledger was just put in place of another.

    Whoever was at a step when the copy was made is not at it any more.
    """
    newest = select(func.max(shipments.c.shipx_id))
    with ledger.write() as connection:
        # Restored once more before InPost was read: the older copy counts.
        before = read_fact(connection, FROM)
        write_fact(connection, FROM, min(filter(None, (before, _text(copied_at)))))
        write_fact(connection, QUIET_SINCE, _text(quiet_since))
        after = connection.scalar(newest) or 0
        if before:
            after = min(after, int(read_fact(connection, AFTER) or 0))
        write_fact(connection, AFTER, str(after))
        if not read_fact(connection, LOST_FROM):
            write_fact(connection, LOST_FROM, str(after + 1))
        write_fact(connection, MOVED, "")
        connection.execute(update(steps).where(steps.c.outcome.is_(None)).values(owner=""))
        connection.execute(update(pickups).values(owner=""))


def marked(ledger: Ledger) -> Restored | None:
    """Since when InPost has to be read, None where it does not."""
    names = (FROM, QUIET_SINCE, AFTER)
    query = select(facts.c.name, facts.c.value).where(facts.c.name.in_(names))
    with ledger.read() as connection:
        known = {one.name: one.value for one in connection.execute(query)}
    if not known.get(FROM):
        return None
    copied_at, quiet_since = (datetime.fromisoformat(known[one]) for one in (FROM, QUIET_SINCE))
    return Restored(copied_at, quiet_since, int(known.get(AFTER) or 0))


def quiet_again(ledger: Ledger, since: datetime) -> None:
    """The clock was wrong when the copy was put in place: the quiet time begins anew."""
    ledger.learn(QUIET_SINCE, _text(since))


def was_read(ledger: Ledger) -> None:
    """InPost was read: what was made since the copy is known, and parcels may be sent again."""
    newest = select(func.max(shipments.c.shipx_id))
    with ledger.write() as connection:
        write_fact(connection, FROM, "")
        write_fact(connection, LOST_UPTO, str(connection.scalar(newest) or 0))


def move(ledger: Ledger, now: datetime) -> None:
    """This ledger goes on elsewhere: nothing is sent from here any more, until `stay`."""
    ledger.learn(MOVED, _text(now))


def stay(ledger: Ledger, now: datetime) -> bool:
    """A person says that it goes on here after all; False where it was not moved.

    The other computer may have bought meanwhile: InPost is read first, as after a restore.
    """
    moved = ledger.fact(MOVED)
    if not moved:
        return False
    mark(ledger, copied_at=datetime.fromisoformat(moved), quiet_since=now)
    return True


def newest_of_copy(ledger: Ledger, *, after: int) -> datetime | None:
    """When InPost made the newest shipment that the copy knew; None where it knew none.

    What was made later has a higher number, so no clock of ours counts here.
    """
    query = select(func.max(shipments.c.made_at)).where(shipments.c.shipx_id <= after)
    with ledger.read() as connection:
        found: datetime | None = connection.scalar(query)
    return found


def lost_between(connection: Connection) -> range:
    """InPost's numbers of what was made after the copy, and so may have been made here."""
    first, last = (int(read_fact(connection, one) or 0) for one in (LOST_FROM, LOST_UPTO))
    return range(first, last + 1)


def unsent(ledger: Ledger, *, after: int) -> list[tuple[int, Wanted]]:
    """Parcels of the copy that InPost did not have then: the number of each, and what to look for."""
    busy = exists().where(steps.c.shipment_id == shipments.c.id, steps.c.outcome.is_(None))
    query = (
        select(orders, shipments.c.id.label("shipment_id"), shipments.c.key)
        .join(order_shipments, order_shipments.c.order_id == orders.c.id)
        .join(shipments, shipments.c.id == order_shipments.c.shipment_id)
        .where(shipments.c.shipx_id.is_(None), ~busy, orders.c.taken_over.is_(False))
        .order_by(shipments.c.id)
    )
    with ledger.read() as connection:
        return [
            (
                one.shipment_id,
                Wanted(
                    key=one.key or "",
                    reference=one.reference,
                    phone=one.phone,
                    email=one.email,
                    last_name=one.last_name,
                    company=one.company,
                    after=after,
                ),
            )
            for one in connection.execute(query)
        ]


def adopt(ledger: Ledger, pairs: Sequence[tuple[int, Shipment]], *, now: datetime) -> int:
    """These parcels of the copy are at InPost, as these shipments; how many could be taken."""
    taken = 0
    with ledger.write() as connection:
        for shipment_id, shipment in pairs:
            owner = select(shipments.c.id).where(
                shipments.c.shipx_id == shipment.id, shipments.c.key.is_not(None)
            )
            made = select(shipments.c.shipx_id).where(shipments.c.id == shipment_id)
            if connection.scalar(owner) is None and connection.scalar(made) is None:
                mirrored.adopt(
                    connection, shipment_id, shipment, now=now, refused_field="", refused_rule=""
                )
                taken += 1
    return taken


def count_on(ledger: Ledger, day_numbers: Collection[str]) -> None:
    """The numbers of the day (`21-11/007`) that were given after the copy are not given once more."""
    highest: dict[str, int] = {}
    for one in day_numbers:
        day, _, number = one.partition("/")
        highest[day] = max(highest.get(day, 0), int(number))
    with ledger.write() as connection:
        for day, most in highest.items():
            if int(read_fact(connection, f"day {day}") or "0") < most:
                write_fact(connection, f"day {day}", str(most))


def _text(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat()
