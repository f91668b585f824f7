"""Ledgers as months of work leave them: runs that ended long ago, and a large pile on the desk.

Written straight into the tables; how rows really come to stand like that is the program's own tests' matter.
"""

from __future__ import annotations

import hashlib
import random
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import insert

from benchmarks.orders import CITIES, FIRST, LAST, STREETS, lockers
from inpost_desk.domain.order import Field
from inpost_desk.domain.spreadsheet import MANAGER
from inpost_desk.ledger import schema
from inpost_desk.ledger.ledger import Ledger
from inpost_desk.ledger.piles import (
    CheckedRow,
    PileFile,
    StoredRow,
    enter_pile,
    put_findings,
)

BEGAN = datetime(2026, 1, 5, 7, 0, tzinfo=UTC)
AT_ONCE = 1_000


def add_history(ledger: Ledger, rows: int, *, per_run: int = 1_000) -> None:
    """Finished runs with so many rows together: bought, label stored and printed, the pile put away."""
    dice, points = random.Random(20260105), lockers()
    for number, start in enumerate(range(1, rows + 1, per_run), 1):
        ids = range(start, min(start + per_run, rows + 1))
        at = BEGAN + timedelta(days=number)
        file = _file(f"zamowienia-{number:03}.csv")
        orders = [_order(dice, points, id_ - start + 1, f"STARE/{id_:06}") for id_ in ids]
        _add_pile(ledger, file, orders, at)
        _add_run(ledger, number, file, dict(zip(ids, orders, strict=True)), at)


def add_pile(ledger: Ledger, rows: int) -> None:
    """A pile on the desk, ready to be sent."""
    dice, points = random.Random(20260303), lockers()
    orders = [_order(dice, points, row, f"ZAM/2026/{row:06}") for row in range(1, rows + 1)]
    _enter(ledger, _file("sto-tysiecy.csv"), orders, BEGAN + timedelta(days=60))


def _file(name: str) -> PileFile:
    digest = hashlib.sha256(name.encode()).hexdigest()
    return PileFile(name, f"/{name}", digest, MANAGER.key, "layout", MANAGER.columns)


def _order(dice: random.Random, points: Sequence[str], row: int, reference: str) -> dict[str, Any]:
    """What the table shows of a good row."""
    post_code, city = dice.choice(CITIES)
    return {
        "row": row,
        "reference": reference,
        "name": f"{dice.choice(FIRST)} {dice.choice(LAST)}",
        "kind": "locker",
        "size": dice.choice("ABC"),
        "point": dice.choice(points),
        "place": f"{city}, {dice.choice(STREETS)} {dice.randint(1, 140)}",
        "phone": str(dice.randint(500_000_000, 799_999_999)),
        "cod": f"{dice.randint(1_000, 30_000) / 100:.2f}" if dice.random() < 0.1 else "",
        "post_code": post_code,
    }


def _stored(one: dict[str, Any]) -> StoredRow:
    cells = {
        Field.EMAIL: f"klient{one['row']}@example.test",
        Field.PHONE: one["phone"],
        Field.SIZE: one["size"],
        Field.POINT: one["point"],
        Field.REFERENCE: one["reference"],
        Field.NAME: one["name"],
        Field.COD: one["cod"],
        Field.KIND: "paczkomat",
    }
    return StoredRow(one["row"], one["row"] + 1, cells)


def _checked(one: dict[str, Any]) -> CheckedRow:
    shown = {name: value for name, value in one.items() if name not in ("row", "post_code")}
    return CheckedRow(one["row"], good=True, same_parcel_as=None, shown=shown)


def _enter(ledger: Ledger, file: PileFile, orders: Sequence[dict[str, Any]], at: datetime) -> int:
    pile = enter_pile(ledger, file, [_stored(one) for one in orders], now=at)
    put_findings(ledger, pile, [_checked(one) for one in orders])
    return pile


def _add_pile(
    ledger: Ledger, file: PileFile, orders: Sequence[dict[str, Any]], at: datetime
) -> None:
    pile = _enter(ledger, file, orders, at)
    with ledger.write() as connection:
        table = schema.piles
        connection.execute(table.update().where(table.c.id == pile).values(closed_at=at))


def _add_run(
    ledger: Ledger, run: int, file: PileFile, orders: dict[int, dict[str, Any]], at: datetime
) -> None:
    """`orders` by the number that order, shipment and label all get."""
    ended = at + timedelta(minutes=10)
    rows: dict[Any, Iterator[dict[str, Any]]] = {
        schema.orders: (_order_row(id_, one, file, at) for id_, one in orders.items()),
        schema.run_rows: (
            {"run_id": run, "row": one["row"], "reference": one["reference"], "order_id": id_}
            for id_, one in orders.items()
        ),
        schema.shipments: (_shipment_row(id_, one, at) for id_, one in orders.items()),
        schema.order_shipments: (
            {"order_id": id_, "part": 1, "shipment_id": id_} for id_ in orders
        ),
        schema.labels: (_label_row(id_, ended) for id_ in orders),
        schema.prints: (_print_row(id_, run, ended) for id_ in orders),
    }
    with ledger.write() as connection:
        connection.execute(
            insert(schema.runs).values(
                id=run,
                file_name=file.name,
                file_digest=file.digest,
                started_at=at,
                ended_at=ended,
            )
        )
        for table, values in rows.items():
            connection.execute(insert(table), list(values))


def _order_row(id_: int, one: dict[str, Any], file: PileFile, at: datetime) -> dict[str, Any]:
    first, _, last = one["name"].partition(" ")
    return {
        "id": id_,
        "file_digest": file.digest,
        "row": one["row"],
        "place": one["row"],
        "reference": one["reference"],
        "kind": one["kind"],
        "size": one["size"],
        "point": one["point"],
        "phone": one["phone"],
        "first_name": first,
        "last_name": last,
        "created_at": at,
    }


def _shipment_row(id_: int, one: dict[str, Any], at: datetime) -> dict[str, Any]:
    return {
        "id": id_,
        "key": f"ipd-history-{id_}",
        # Below every number that the simulator gives.
        "shipx_id": id_,
        "service": "inpost_locker_standard",
        "status": "delivered",
        "tracking_number": f"{620_000_000_000_000_000_000_000 + id_}",
        "reference": one["reference"],
        "phone": one["phone"],
        "point": one["point"],
        "made_at": at,
        "seen_at": at,
    }


def _label_row(id_: int, at: datetime) -> dict[str, Any]:
    name = f"history/{id_}.pdf"
    return {
        "shipment_id": id_,
        "format": "pdf",
        "paper": "A6",
        "file": name,
        "size": 20_000,
        "sha256": hashlib.sha256(name.encode()).hexdigest(),
        "stored_at": at,
    }


def _print_row(id_: int, run: int, at: datetime) -> dict[str, Any]:
    return {
        "job": f"history-{run}-{id_ // 25}",
        "place": id_ % 25,
        "shipment_id": id_,
        "document": "label",
        "printer": "history",
        "state": "done",
        "noted_at": at,
        "ended_at": at,
    }
