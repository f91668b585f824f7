"""Which parcels' data may be deleted after the chosen days, and deleting it: the receiver, never the figures.

What is left of a parcel is what InPost was paid for, and digests of its names (`remembered`), so that the
same order is never bought again. Label files and the rest of the disk are the business of `actions`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import chain
from typing import Any, Final

from sqlalchemy import (
    Connection,
    Select,
    and_,
    bindparam,
    delete,
    exists,
    func,
    or_,
    select,
    update,
)

from inpost_desk.domain.folding import fold
from inpost_desk.domain.journey import Phase
from inpost_desk.domain.stage import CANCELED
from inpost_desk.ledger import remembered
from inpost_desk.ledger.earlier import CONTENT, content_of_row, names_of
from inpost_desk.ledger.history_columns import PERSONAL
from inpost_desk.ledger.ledger import Ledger
from inpost_desk.ledger.remembered import Deleted, Digests
from inpost_desk.ledger.schema import (
    labels,
    order_shipments,
    orders,
    pickup_parcels,
    run_rows,
    runs,
    shipments,
    steps,
    stops,
    waiting_labels,
)

# So many parcels in one transaction: nobody waits long for the ledger.
AT_ONCE: Final = 300
_ENDED: Final = (Phase.DELIVERED, Phase.RETURNED, Phase.CANCELLED, Phase.LOST)
_BLANK: Final = (
    update(shipments)
    .where(shipments.c.id == bindparam("row"))
    .values(
        dict.fromkeys(PERSONAL, "")
        | {"due_at": None, "words": bindparam("text"), "forgotten_at": bindparam("at")}
    )
)


@dataclass(frozen=True, slots=True)
class Unit:
    """Parcels and orders that go together: nothing of them is deleted where anything of them must stay."""

    orders: tuple[int, ...]
    shipments: tuple[int, ...]


def units(connection: Connection, *, before: datetime) -> list[Unit]:
    """What may be deleted now, of before that time."""
    free = set(connection.scalars(_free(before)))
    linked = connection.execute(_links()).all()
    of_order: dict[int, set[int]] = defaultdict(set)
    of_shipment: dict[int, set[int]] = defaultdict(set)
    stays: set[int] = set()
    for one in linked:
        of_order[one.order_id].add(one.shipment_id)
        of_shipment[one.shipment_id].add(one.order_id)
        if one.held or one.created_at >= before or one.shipment_id not in free:
            stays.add(one.order_id)
    found: list[Unit] = []
    seen: set[int] = set()
    for start in sorted(free):
        if start in seen:
            continue
        unit = _together(start, of_order, of_shipment)
        seen.update(unit.shipments)
        if not stays.intersection(unit.orders):
            found.append(unit)
    return found


def _together(
    start: int, of_order: Mapping[int, set[int]], of_shipment: Mapping[int, set[int]]
) -> Unit:
    """Everything that hangs on a shipment by orders of several parcels and parcels of several orders."""
    parcels, whole, waiting = {start}, set[int](), [start]
    while waiting:
        for order in of_shipment.get(waiting.pop(), ()):
            whole.add(order)
            more = of_order[order] - parcels
            parcels |= more
            waiting += more
    return Unit(tuple(sorted(whole)), tuple(sorted(parcels)))


def _free(before: datetime) -> Select[Any]:
    """Shipments that nothing keeps: finished, or nothing heard of them since, and nobody at them."""
    busy = exists().where(steps.c.shipment_id == shipments.c.id, steps.c.outcome.is_(None))
    awaited = exists().where(
        waiting_labels.c.shipment_id == shipments.c.id,
        waiting_labels.c.state.in_(("awaited", "ready")),
    )
    in_pickup = exists().where(
        pickup_parcels.c.shipment_id == shipments.c.id, pickup_parcels.c.living.is_(True)
    )
    # A run may be about to send it, however long ago its file came in.
    lately = exists().where(
        run_rows.c.order_id == orders.c.id,
        runs.c.id == run_rows.c.run_id,
        runs.c.started_at >= before,
    )
    planned = exists().where(
        order_shipments.c.shipment_id == shipments.c.id,
        orders.c.id == order_shipments.c.order_id,
        orders.c.created_at < before,
        ~lately,
    )
    quiet = func.coalesce(shipments.c.status_at, shipments.c.made_at) < before
    made = and_(
        shipments.c.made_at < before,
        shipments.c.phase != Phase.UNPAID,
        or_(shipments.c.phase.in_(_ENDED), quiet),
    )
    return select(shipments.c.id).where(
        shipments.c.forgotten_at.is_(None),
        or_(
            and_(shipments.c.shipx_id.is_not(None), made),
            and_(shipments.c.shipx_id.is_(None), planned),
        ),
        ~busy,
        ~awaited,
        ~and_(in_pickup, shipments.c.phase.not_in(_ENDED)),
    )


def _links() -> Select[Any]:
    return select(
        order_shipments.c.order_id,
        order_shipments.c.shipment_id,
        orders.c.held,
        orders.c.created_at,
    ).join(orders, orders.c.id == order_shipments.c.order_id)


def label_files(connection: Connection, some: Iterable[Unit]) -> list[str]:
    """The label files of these, as the ledger names them."""
    ids = sorted(chain.from_iterable(one.shipments for one in some))
    found: list[str] = []
    for part in _parts(ids):
        query = select(labels.c.file).where(labels.c.shipment_id.in_(part), labels.c.file != "")
        found += connection.scalars(query)
    return found


def forget(
    ledger: Ledger,
    some: Sequence[Unit],
    *,
    before: datetime,
    now: datetime,
    remove: Callable[[Sequence[str]], None],
) -> tuple[int, int, int]:
    """Delete the data of these, as far as nothing keeps them by now: orders, shipments, label files.

    `remove` deletes label files; it is done first, so that none stays behind that nobody knows of.
    """
    with ledger.write() as connection:
        asked = list(chain.from_iterable(one.shipments for one in some))
        free = set(connection.scalars(_free(before).where(shipments.c.id.in_(asked))))
        held = _held(connection, some)
        going = [
            one for one in some if free.issuperset(one.shipments) and held.isdisjoint(one.orders)
        ]
        whole = tuple(chain.from_iterable(one.orders for one in going))
        parcels = tuple(chain.from_iterable(one.shipments for one in going))
        if not parcels:
            return 0, 0, 0
        known = remembered.digests_to_keep(connection)
        remembered.remember(connection, list(_left(connection, going, known)), now=now)
        files = label_files(connection, going)
        remove(files)
        _delete(connection, whole, parcels, now=now)
    return len(whole), len(parcels), len(files)


def _held(connection: Connection, some: Sequence[Unit]) -> set[int]:
    """Orders that a person has held back since they were looked at."""
    found: set[int] = set()
    for part in _parts(list(chain.from_iterable(one.orders for one in some))):
        query = select(orders.c.id).where(orders.c.id.in_(part), orders.c.held.is_(True))
        found.update(connection.scalars(query))
    return found


def _left(connection: Connection, going: Sequence[Unit], known: Digests) -> Iterator[Deleted]:
    """What must be found again: each parcel that InPost was asked for and that was not cancelled."""
    sent = _sent(connection, list(chain.from_iterable(one.shipments for one in going)))
    whole = list(chain.from_iterable(one.orders for one in going))
    listed, in_files = _orders(connection, whole), _names_in_files(connection, whole)
    for one in going:
        made = [sent[shipment] for shipment in one.shipments if shipment in sent]
        if not made:
            continue
        number, rows = made[-1].shipx_id, [listed[order] for order in one.orders]
        nameless = {row["reference"] for row in rows if row["nameless"]}
        names = {row.reference for row in made} | {row["reference"] for row in rows}
        names.update(chain.from_iterable(in_files[order] for order in one.orders))
        folded = frozenset(chain.from_iterable(names_of(name) for name in names - nameless))
        yield Deleted(number, frozenset(known.of_name(name) for name in folded))
        for row in rows:
            if row["nameless"]:
                # One for each of them: a further row of the same content is a new one.
                yield Deleted(number, frozenset({known.of_content(content_of_row(row))}))


def _sent(connection: Connection, parcels: Sequence[int]) -> dict[int, Any]:
    found: dict[int, Any] = {}
    for part in _parts(parcels):
        query = select(shipments.c.id, shipments.c.shipx_id, shipments.c.reference).where(
            shipments.c.id.in_(part),
            shipments.c.shipx_id.is_not(None),
            shipments.c.status != CANCELED,
        )
        found |= {one.id: one for one in connection.execute(query)}
    return found


def _orders(connection: Connection, whole: Sequence[int]) -> dict[int, Any]:
    columns = (orders.c.id, orders.c.nameless, orders.c.reference, *(orders.c[c] for c in CONTENT))
    found: dict[int, Any] = {}
    for part in _parts(whole):
        query = select(*columns).where(orders.c.id.in_(part))
        found |= {one["id"]: one for one in connection.execute(query).mappings()}
    return found


def _names_in_files(connection: Connection, whole: Sequence[int]) -> dict[int, set[str]]:
    """The references of rows that went in an order's parcel, each under its own."""
    found: dict[int, set[str]] = defaultdict(set)
    for part in _parts(whole):
        query = select(run_rows.c.order_id, run_rows.c.reference)
        for one in connection.execute(query.where(run_rows.c.order_id.in_(part))):
            found[one.order_id].add(one.reference)
    return found


def _delete(
    connection: Connection, whole: Sequence[int], parcels: Sequence[int], *, now: datetime
) -> None:
    for part in _parts(whole):
        connection.execute(delete(run_rows).where(run_rows.c.order_id.in_(part)))
        connection.execute(delete(order_shipments).where(order_shipments.c.order_id.in_(part)))
        connection.execute(delete(orders).where(orders.c.id.in_(part)))
    for part in _parts(parcels):
        connection.execute(delete(labels).where(labels.c.shipment_id.in_(part)))
        connection.execute(delete(stops).where(stops.c.shipment_id.in_(part)))
        connection.execute(update(steps).where(steps.c.shipment_id.in_(part)).values(wish=""))
        numbers = select(
            shipments.c.id,
            shipments.c.tracking_number,
            shipments.c.parcel_numbers,
            shipments.c.return_number,
        ).where(shipments.c.id.in_(part))
        # Found by its number still.
        blank = [
            {
                "row": one.id,
                "text": fold("\n".join(filter(None, _numbers_of(one)))),
                "at": now,
            }
            for one in connection.execute(numbers).all()
        ]
        connection.execute(_BLANK, blank)


def _numbers_of(one: Any) -> tuple[str, ...]:
    return one.tracking_number, *one.parcel_numbers.split(), one.return_number


def _parts(values: Collection[int]) -> Iterator[list[int]]:
    listed = list(values)
    return (listed[start : start + AT_ONCE] for start in range(0, len(listed), AT_ONCE))
