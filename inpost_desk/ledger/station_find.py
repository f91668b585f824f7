"""Which parcel a scanned code means, by an order's reference or by InPost's number, and the next of the pile.

Only reads. How what was found stands is put together in `station_look`.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final, Self

from sqlalchemy import ColumnElement, Connection, Select, and_, bindparam, func, or_, select, text

from inpost_desk.domain.station import Box
from inpost_desk.ledger.earlier import base_of
from inpost_desk.ledger.ledger import Ledger
from inpost_desk.ledger.piles import SENT_BEFORE, folded
from inpost_desk.ledger.prints import TAKEN, not_in_vain
from inpost_desk.ledger.scans import SCANNED, What
from inpost_desk.ledger.schema import (
    order_shipments,
    orders,
    pile_rows,
    piles,
    prints,
    run_rows,
    runs,
    scans,
    shipments,
)
from inpost_desk.ledger.station_facts import Found
from inpost_desk.ledger.station_look import Spot, look, look_at_shipments

__all__ = [
    "Found",
    "by_number",
    "by_reference",
    "by_row",
    "by_shipment",
    "known_reference",
    "next_in_pile",
    "run_of",
    "short_references",
]

# SQLite's `lower` knows these letters only; others are tried in both cases.
_LETTERS: Final = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "abcdefghijklmnopqrstuvwxyz")


def by_reference(ledger: Ledger, references: Sequence[str]) -> tuple[Found, ...]:
    """The parcels these references may mean, whatever the case: what is on the desk first, newest first.

    Every numbered part of an order, and the parcel an order rides along in, under the reference asked for.
    One whose successor is among them too is left out. Of many files with the reference the newest count.
    """
    names = _Names.of(references)
    if not names.cells:
        return ()
    with ledger.read() as connection:
        renamed, elsewhere = _made(connection, names)
        spots = [*_on_desk(connection, names), *_entered(connection, names), *renamed]
    found = look(ledger, spots)
    found += look_at_shipments(ledger, elsewhere)
    return tuple(_told_apart(found))


def by_number(ledger: Ledger, number: str) -> Found | None:
    """The parcel that has this number, ours or made elsewhere, replaced and cancelled ones too."""
    if not number:
        return None
    with ledger.read() as connection:
        shipment_id = _numbered(connection, number)
    one = by_shipment(ledger, shipment_id) if shipment_id is not None else None
    return one and replace(one, box=replace(one.box, number=number))


def by_shipment(ledger: Ledger, shipment_id: int) -> Found | None:
    """The parcel with the ledger's own number."""
    with ledger.read() as connection:
        spots = list(_of_shipment(connection, shipment_id))
    found = [one for one in look(ledger, spots) if one.box.shipment_id == shipment_id]
    return next(iter(found or look_at_shipments(ledger, [shipment_id])), None)


def run_of(ledger: Ledger, shipment_id: int) -> int | None:
    """The newest run that the order of that shipment (the ledger's own number) was entered in."""
    query = (
        select(func.max(run_rows.c.run_id))
        .join(order_shipments, order_shipments.c.order_id == run_rows.c.order_id)
        .where(order_shipments.c.shipment_id == shipment_id)
    )
    with ledger.read() as connection:
        found: int | None = connection.scalar(query)
    return found


def by_row(ledger: Ledger, pile_id: int, row: int) -> Found | None:
    """The parcel of a row on the desk; None where it was taken away."""
    query = select(piles.c.file_digest).where(piles.c.id == pile_id)
    with ledger.read() as connection:
        digest = connection.scalar(query)
    found = look(ledger, [Spot(digest, row, on_desk=True)]) if digest else []
    return next(iter(found), None)


def short_references(ledger: Ledger, *, shorter: int) -> frozenset[str]:
    """References on the desk with fewer characters than that, in lower case."""
    name = pile_rows.c.reference
    query = (
        select(name)
        .join(piles, piles.c.id == pile_rows.c.pile_id)
        .where(
            piles.c.closed_at.is_(None),
            pile_rows.c.removed.is_(False),
            func.length(name).between(1, shorter - 1),
        )
    )
    with ledger.read() as connection:
        return frozenset(one.casefold() for one in connection.scalars(query))


def known_reference(ledger: Ledger, code: str) -> bool:
    """Whether `by_reference` may find something: for codes so short that a person could have typed them."""
    names = _Names.of([code])
    if not names.cells:
        return False
    with ledger.read() as connection:
        if next(_on_desk(connection, names), None) is not None:
            return True
        return any(
            names.mean(reference)
            for column in (run_rows.c.reference, shipments.c.reference)
            for reference in connection.scalars(select(column).where(_called(column, names)))
        )


def next_in_pile(ledger: Ledger) -> tuple[Box | None, int]:
    """The first parcel of the newest open pile that is still to be packed, and how many there are.

    Packed is what was printed. Once labels printed beforehand are paired, it is what was scanned. Held rows,
    and those InPost had from elsewhere, are not counted. With a hundred thousand rows this takes a second.
    """
    newest = select(piles.c.id, piles.c.file_digest).where(piles.c.closed_at.is_(None))
    with ledger.read() as connection:
        pile = connection.execute(newest.order_by(piles.c.id.desc()).limit(1)).first()
        if pile is None:
            return None, 0
        packed = _packed(connection, pile.file_digest)
        rows: Sequence[int] = connection.scalars(_to_pack(pile.id)).all()
        left = [row for row in rows if row not in packed]
        if not left:
            return None, 0
        here = and_(pile_rows.c.pile_id == pile.id, pile_rows.c.row == left[0])
        one = connection.execute(select(pile_rows).where(here)).one()
    return Box(one.reference, one.name, one.place, one.point, one.size), len(left)


@dataclass(frozen=True, slots=True)
class _Names:
    """References in the forms they are compared in: `cells` as `piles.folded`, `keys` as SQLite's `lower`."""

    cells: frozenset[str]
    keys: frozenset[str]

    @classmethod
    def of(cls, references: Iterable[str]) -> Self:
        given = [unicodedata.normalize("NFC", one.strip()) for one in references]
        asked = [one for one in given if one]
        tried = (form for one in asked for form in (one, one.lower(), one.upper()))
        return cls(
            frozenset(map(folded, asked)), frozenset(one.translate(_LETTERS) for one in tried)
        )

    def mean(self, reference: str) -> bool:
        """Whether that is one of them, or a numbered part of one."""
        return folded(reference) in self.cells or folded(base_of(reference)) in self.cells


def _called(column: ColumnElement[str], names: _Names) -> ColumnElement[bool]:
    """By name or as a part (`ZAM/1-2/3`), in the column's own index; `_Names.mean` leaves out day numbers.

    The range is one of SQLite's byte order.
    """
    name = func.lower(column)
    parts = (and_(name >= f"{one}-1", name < f"{one}-:") for one in sorted(names.keys))
    return or_(name.in_(names.keys), *parts)


# The last condition is, word for word, that of the index of those rows.
_ROWS: Final = (
    select(piles.c.file_digest, pile_rows.c.row)
    .join(piles, piles.c.id == pile_rows.c.pile_id)
    .where(pile_rows.c.removed.is_(False))
)
_BY_CELL: Final = _ROWS.where(pile_rows.c.reference_cell.in_(bindparam("cells", expanding=True)))
_RENAMED: Final = _ROWS.where(
    func.lower(pile_rows.c.reference).in_(bindparam("keys", expanding=True)),
    func.lower(pile_rows.c.reference) != pile_rows.c.reference_cell,
)


def _on_desk(connection: Connection, names: _Names) -> Iterator[Spot]:
    values = {"cells": list(names.cells), "keys": list(names.keys)}
    for query in (_BY_CELL, _RENAMED):
        for one in connection.execute(query, values):
            yield Spot(one.file_digest, one.row, on_desk=True)


def _entered(connection: Connection, names: _Names) -> Iterator[Spot]:
    """Rows of runs, each under its own reference, though it may share another one's parcel."""
    query = (
        select(runs.c.file_digest, run_rows.c.row, run_rows.c.reference, run_rows.c.order_id)
        .join(runs, runs.c.id == run_rows.c.run_id)
        .where(_called(run_rows.c.reference, names))
    )
    for one in connection.execute(query):
        if names.mean(one.reference):
            yield Spot(one.file_digest, one.row, one.order_id or 0)


def _made(connection: Connection, names: _Names) -> tuple[list[Spot], list[int]]:
    """Orders whose reference was changed at InPost since, and shipments nobody here made, newest first."""
    query = (
        select(
            shipments.c.id,
            shipments.c.key,
            shipments.c.reference,
            orders.c.file_digest,
            orders.c.row,
            orders.c.id.label("order_id"),
        )
        .outerjoin(order_shipments, order_shipments.c.shipment_id == shipments.c.id)
        .outerjoin(orders, orders.c.id == order_shipments.c.order_id)
        .where(_called(shipments.c.reference, names))
    )
    # Sorted here: in the question it would have SQLite go through all shipments by number.
    every = sorted(connection.execute(query), key=lambda one: one.id, reverse=True)
    found = [one for one in every if names.mean(one.reference)]
    ours = [Spot(one.file_digest, one.row, one.order_id) for one in found if one.order_id]
    return ours, [one.id for one in found if one.key is None and not one.order_id]


def _numbered(connection: Connection, number: str) -> int | None:
    """The shipment with that number; only if it is no shipment's first do those of several parcels count."""
    of = select(shipments.c.id, shipments.c.parcel_numbers)
    first = connection.execute(of.where(shipments.c.tracking_number == number)).all()
    if first:
        return max(int(one.id) for one in first)
    several = and_(
        shipments.c.parcel_numbers != text("''"),
        shipments.c.parcel_numbers.contains(number, autoescape=True),
    )
    found = connection.execute(of.where(several)).all()
    return next((int(one.id) for one in found if number in one.parcel_numbers.split()), None)


def _of_shipment(connection: Connection, shipment_id: int) -> Iterator[Spot]:
    """The row of its order, and rows of other files that went on with it."""
    query = (
        select(runs.c.file_digest, run_rows.c.row, run_rows.c.order_id)
        .join(run_rows, run_rows.c.run_id == runs.c.id)
        .join(orders, orders.c.id == run_rows.c.order_id)
        .join(order_shipments, order_shipments.c.order_id == orders.c.id)
        .where(
            order_shipments.c.shipment_id == shipment_id,
            or_(runs.c.file_digest != orders.c.file_digest, run_rows.c.row == orders.c.row),
        )
    )
    for one in connection.execute(query):
        yield Spot(one.file_digest, one.row, one.order_id)


def _told_apart(found: Iterable[Found]) -> Iterator[Found]:
    """Each parcel once, none whose successor is there; one cancelled elsewhere only if there is no other."""
    by_parcel: dict[object, Found] = {}
    for one in found:
        parcel = one.box.shipment_id or (one.pile_id, one.row)
        by_parcel.setdefault(parcel, one)
    living = [one for one in by_parcel.values() if not one.canceled]
    for one in by_parcel.values():
        after = one.successor.shipment_id if one.successor else None
        gone = (one.do_not_send or one.canceled) and after in by_parcel
        if not gone and (one.order_id or not one.canceled or not living):
            yield one


def _packed(connection: Connection, digest: str) -> frozenset[int]:
    """The rows of that file with a label on paper, or, once any label of it was paired, those scanned."""
    parcels = (
        select(run_rows.c.row, order_shipments.c.shipment_id)
        .join(runs, runs.c.id == run_rows.c.run_id)
        .join(order_shipments, order_shipments.c.order_id == run_rows.c.order_id)
        .where(runs.c.file_digest == digest)
        .distinct()
        .subquery()
    )
    known = and_(scans.c.shipment_id == parcels.c.shipment_id, scans.c.what.in_(SCANNED))
    seen = connection.execute(select(parcels.c.row, scans.c.what).join(scans, known)).all()
    scanned = frozenset(one.row for one in seen)
    if any(one.what == What.PAIRED for one in seen):
        return scanned
    on_paper = and_(
        prints.c.shipment_id == parcels.c.shipment_id, prints.c.state.in_(TAKEN), not_in_vain()
    )
    return scanned.union(connection.scalars(select(parcels.c.row).join(prints, on_paper)))


def _to_pack(pile_id: int) -> Select[Any]:
    """Parcels of a pile that are to leave: not held, not another row's, not sent before."""
    before = and_(
        pile_rows.c.rule == SENT_BEFORE,
        pile_rows.c.sent_again != func.coalesce(func.nullif(pile_rows.c.value, ""), "0"),
    )
    return (
        select(pile_rows.c.row)
        .where(
            pile_rows.c.pile_id == pile_id,
            pile_rows.c.removed.is_(False),
            pile_rows.c.held.is_(False),
            pile_rows.c.same_parcel_as.is_(None),
            ~before,
        )
        .order_by(pile_rows.c.row)
    )
