"""Orders and runs in the ledger: entering a file, and how each of its rows stands.

Entering is one transaction and idempotent for the same file, so that a second start, or a second process at
the same time, finds the same orders instead of making new ones.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TypeVar

from sqlalchemy import Connection, RowMapping, and_, func, insert, select, update

from inpost_desk.domain.order import Address, Kind, Order, Person, Size
from inpost_desk.ledger.earlier import Sought, find_earlier
from inpost_desk.ledger.held import hold_as_on_desk
from inpost_desk.ledger.ledger import Ledger, read_fact, write_fact
from inpost_desk.ledger.restored import refuse_sending
from inpost_desk.ledger.schema import (
    order_shipments,
    orders,
    run_rows,
    runs,
    shipments,
    steps,
)

T = TypeVar("T")
_SHOWN = ("reference", "phone", "point")


@dataclass(frozen=True, slots=True)
class Row:
    """One input row as it goes into a run: an order, or the reason why there is none.

    `same_parcel_as` names an earlier row of the file whose parcel this row's goods go into; `continues` is an
    order of another file that this row is, and that is not finished yet. `wish` is the draft a row was typed
    as, `mode` how its shipment comes to be paid.
    """

    row: int
    reference: str
    order: Order | None = None
    same_parcel_as: int | None = None
    continues: int | None = None
    outcome: str = ""
    field: str = ""
    rule: str = ""
    value: str = ""
    wish: str = ""
    mode: str = ""


@dataclass(frozen=True, slots=True)
class RunFile:
    """The file a run was made from. `corrected`: its rows are as a person corrected them in the window."""

    name: str
    digest: str
    corrected: bool = False


def enter_run(
    ledger: Ledger,
    file: RunFile,
    rows: Sequence[Row],
    *,
    now: datetime,
    day: str,
    again: Collection[int] = (),
    sought: Sequence[Sought] = (),
    found: Collection[int] = (),
    new_key: Iterable[str],
) -> int | None:
    """Put a file's rows into the ledger as one run and return its number.

    `day` is the Warsaw date (`21-11`) that nameless references are counted under; `again` lists the rows that
    a person asked to be taken once more although they are finished; `new_key` yields our keys. None, and
    nothing done, where more of the rows `sought` were sent before than the caller `found`. What is entered is
    judged by what is known, so it raises as `refuse_sending`.
    """
    keys = iter(new_key)
    with ledger.write() as connection:
        refuse_sending(connection)
        if find_earlier(connection, sought, digest=file.digest).keys() - set(found):
            return None
        run_id = connection.execute(
            insert(runs).values(file_name=file.name, file_digest=file.digest, started_at=now)
        ).inserted_primary_key[0]  # type: ignore[index]
        known = _orders_of_file(connection, file.digest)
        kept = {number: one for number, one in known.items() if number not in again}
        fresh = []
        for row in rows:
            shared = row.same_parcel_as is not None or row.continues is not None
            if not shared and row.order is not None and row.row not in kept:
                reference = row.reference or day_reference(connection, day)
                copy = known[row.row]["copy"] + 1 if row.row in known else 0
                order = replace(row.order, reference=reference)
                fresh.append(_Fresh(order, row=row, copy=copy, nameless=not row.reference))
        names = [one.order.reference for one in fresh] + [
            kept[row.row]["reference"] for row in rows if row.row in kept and not row.outcome
        ]
        _take_over(connection, names, file.digest)
        # Only what this run itself will send: another file may be at the others.
        ours = [row for row in rows if row.row in kept and not (row.outcome or row.continues)]
        _mark_taken(connection, [kept[row.row]["id"] for row in ours], taken_over=False)
        if file.corrected:
            changed = {kept[row.row]["id"]: row for row in ours if row.order}
            _take_corrections(connection, changed)
        ids = _enter_orders(connection, file, fresh, now=now)
        hold_as_on_desk(connection, file.digest)
        _plan_shipments(connection, dict(zip(ids, fresh, strict=True)), keys=keys)
        again_asked = [row.row for row in rows if row.row in kept and row.same_parcel_as is None]
        _forget_refusals(connection, [kept[number]["id"] for number in again_asked])
        entered = {number: (int(one["id"]), one["reference"]) for number, one in kept.items()}
        entered |= {
            one.row.row: (id_, one.order.reference) for id_, one in zip(ids, fresh, strict=True)
        }
        entered |= _continued(connection, rows)
        _enter_rows(connection, int(run_id), rows, entered)
    return int(run_id)


@dataclass(frozen=True, slots=True)
class _Fresh:
    """An order that is entered for the first time, or once more."""

    order: Order
    row: Row
    copy: int
    nameless: bool


def _orders_of_file(connection: Connection, digest: str) -> dict[int, RowMapping]:
    """The newest copy of each row of that file."""
    found = connection.execute(
        select(orders.c.id, orders.c.row, orders.c.copy, orders.c.reference)
        .where(orders.c.file_digest == digest)
        .order_by(orders.c.copy)
    ).mappings()
    return {one["row"]: one for one in found}


def _enter_rows(
    connection: Connection,
    run_id: int,
    rows: Sequence[Row],
    entered: Mapping[int, tuple[int, str]],
) -> None:
    values = []
    for row in rows:
        first = row.row if row.same_parcel_as is None else row.same_parcel_as
        order_id, reference = entered.get(first, (None, row.reference))
        values.append(
            {
                "run_id": run_id,
                "row": row.row,
                # Another order in the same box is found under its own.
                "reference": (row.same_parcel_as and row.reference) or reference or row.reference,
                "order_id": None if row.outcome else order_id,
                "outcome": row.outcome,
                "field": row.field,
                "rule": row.rule,
                "value": row.value[:255],
            }
        )
    if values:
        connection.execute(insert(run_rows), values)


def _enter_orders(
    connection: Connection, file: RunFile, fresh: Sequence[_Fresh], *, now: datetime
) -> list[int]:
    """All in one statement: a thousand of them took a second. Ids in the order of `fresh`."""
    if not fresh:
        return []
    query = insert(orders).returning(orders.c.id, sort_by_parameter_order=True)
    values = [_order_values(one) | {"file_digest": file.digest, "created_at": now} for one in fresh]
    return list(connection.scalars(query, values))


def _order_values(fresh: _Fresh) -> dict[str, object]:
    return {
        "row": fresh.row.row,
        "copy": fresh.copy,
        "place": fresh.row.row,
        "nameless": fresh.nameless,
        "wish": fresh.row.wish,
        **content_values(fresh.order),
    }


def content_values(order: Order) -> dict[str, object]:
    """The columns of `orders` that say what is sent to whom."""
    receiver = order.receiver
    address = receiver.address or Address("", "", "", "")
    return {
        "reference": order.reference,
        "kind": order.kind,
        "size": order.size,
        "point": order.point,
        "phone": receiver.phone,
        "email": receiver.email,
        "first_name": receiver.first_name,
        "last_name": receiver.last_name,
        "company": receiver.company,
        "street": address.street,
        "building_number": address.building_number,
        "city": address.city,
        "post_code": address.post_code,
        "country_code": address.country_code,
        "cod": order.cod,
        "insurance": order.insurance,
        "weekend": order.weekend,
    }


def _plan_shipments(
    connection: Connection, entered: Mapping[int, _Fresh], *, keys: Iterator[str]
) -> None:
    if not entered:
        return
    query = insert(shipments).returning(shipments.c.id, sort_by_parameter_order=True)
    values = [
        {
            "key": next(keys),
            "reference": one.order.reference,
            "phone": one.order.receiver.phone,
            "point": one.order.point,
            "mode": one.row.mode,
        }
        for one in entered.values()
    ]
    planned = connection.scalars(query, values)
    connection.execute(
        insert(order_shipments),
        [
            {"order_id": order_id, "part": 1, "shipment_id": shipment_id}
            for order_id, shipment_id in zip(entered, planned, strict=True)
        ],
    )


def _take_corrections(connection: Connection, changed: Mapping[int, Row]) -> None:
    """What was corrected since counts for orders that never went to InPost; what was sent stays as it was."""
    for part in _parts(list(changed)):
        untouched = (
            select(orders.c.id, order_shipments.c.shipment_id)
            .join(order_shipments, order_shipments.c.order_id == orders.c.id)
            .join(shipments, shipments.c.id == order_shipments.c.shipment_id)
            .outerjoin(
                steps, and_(steps.c.shipment_id == shipments.c.id, steps.c.outcome.is_(None))
            )
            .where(orders.c.id.in_(part), shipments.c.shipx_id.is_(None), steps.c.id.is_(None))
        )
        for order_id, shipment_id in connection.execute(untouched).all():
            row = changed[order_id]
            values = content_values(row.order) if row.order else {}
            if not values.get("reference"):
                # It keeps the day number it was given.
                del values["reference"]
            connection.execute(
                update(orders)
                .where(orders.c.id == order_id)
                .values(held=False, wish=row.wish, **values)
            )
            shown = {name: values[name] for name in _SHOWN if name in values}
            planned: dict[str, object] = {"mode": row.mode, **shown}
            connection.execute(
                update(shipments).where(shipments.c.id == shipment_id).values(**planned)
            )


def forget_refusals(ledger: Ledger, digest: str, rows: Collection[int]) -> None:
    """These rows of a file were corrected: what InPost refused before is asked for again."""
    with ledger.write() as connection:
        for part in _parts(sorted(rows)):
            query = select(orders.c.id).where(
                orders.c.file_digest == digest, orders.c.row.in_(part)
            )
            _forget_refusals(connection, connection.scalars(query).all())


def _continued(connection: Connection, rows: Sequence[Row]) -> dict[int, tuple[int, str]]:
    """Rows that go on with an order of another file: that order and its reference."""
    return {
        row.row: (row.continues, _reference_of(connection, row.continues))
        for row in rows
        if row.continues
    }


def _reference_of(connection: Connection, order_id: int) -> str:
    """An order's own: the row that goes on with it may have had none."""
    return connection.scalar(select(orders.c.reference).where(orders.c.id == order_id)) or ""


def day_reference(connection: Connection, day: str) -> str:
    """The next number of the day for an order without a reference."""
    number = int(read_fact(connection, f"day {day}") or "0") + 1
    write_fact(connection, f"day {day}", str(number))
    return f"{day}/{number:03d}"


def _take_over(connection: Connection, references: Sequence[str], digest: str) -> None:
    """This file takes over the orders of other files that never went to InPost."""
    untouched = (
        select(orders.c.id, orders.c.reference)
        .join(order_shipments, order_shipments.c.order_id == orders.c.id)
        .join(shipments, shipments.c.id == order_shipments.c.shipment_id)
        .outerjoin(steps, and_(steps.c.shipment_id == shipments.c.id, steps.c.outcome.is_(None)))
        .where(
            orders.c.file_digest != digest,
            orders.c.taken_over.is_(False),
            shipments.c.shipx_id.is_(None),
            steps.c.id.is_(None),
        )
    )
    names = {reference.strip().casefold() for reference in references}
    taken = [
        one.id for one in connection.execute(untouched) if one.reference.strip().casefold() in names
    ]
    _mark_taken(connection, taken, taken_over=True)


def _mark_taken(connection: Connection, order_ids: Sequence[int], *, taken_over: bool) -> None:
    for part in _parts(order_ids):
        query = update(orders).where(orders.c.id.in_(part))
        connection.execute(query.values(taken_over=taken_over))


def _forget_refusals(connection: Connection, order_ids: Sequence[int]) -> None:
    """What InPost refused to make is asked for again: the account or the point may have been mended."""
    for part in _parts(order_ids):
        of_orders = select(order_shipments.c.shipment_id).where(
            order_shipments.c.order_id.in_(part)
        )
        connection.execute(
            update(shipments)
            .where(
                shipments.c.id.in_(of_orders),
                shipments.c.shipx_id.is_(None),
                shipments.c.refused_rule != "",
            )
            .values(refused_field="", refused_rule="")
        )


def _parts(values: Sequence[T]) -> Iterator[Sequence[T]]:
    """No more at once than a statement of any database takes."""
    return (values[start : start + 500] for start in range(0, len(values), 500))


def end_run(ledger: Ledger, run_id: int, *, now: datetime, stopped_by: str) -> None:
    """Note when and why a run ended."""
    with ledger.write() as connection:
        connection.execute(
            update(runs).where(runs.c.id == run_id).values(ended_at=now, stopped_by=stopped_by)
        )


def last_run(ledger: Ledger) -> int | None:
    """The newest run's number."""
    with ledger.read() as connection:
        newest: int | None = connection.scalar(select(func.max(runs.c.id)))
    return newest


def order_from(row: RowMapping) -> Order:
    """An order as it was entered."""
    address = None
    if row["street"] or row["city"]:
        address = Address(
            street=row["street"],
            building_number=row["building_number"],
            city=row["city"],
            post_code=row["post_code"],
            country_code=row["country_code"],
        )
    receiver = Person(
        phone=row["phone"],
        email=row["email"],
        first_name=row["first_name"],
        last_name=row["last_name"],
        company=row["company"],
        address=address,
    )
    return Order(
        reference=row["reference"],
        kind=Kind(row["kind"]),
        size=Size(row["size"]),
        receiver=receiver,
        point=row["point"],
        cod=row["cod"],
        insurance=row["insurance"],
        weekend=row["weekend"],
    )
