"""What could be wrong inside a ledger: its file, links between rows, steps that no program leaves behind."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator
from typing import Final

from inpost_desk.ledger.condition import looked_into
from inpost_desk.ledger.copies import in_ledger
from inpost_desk.ledger.ledger import Ledger, converted

# Each counts rows that there must be none of.
_NEVER: Final = {
    "order_without_parcel": "SELECT count(*) FROM orders o WHERE NOT EXISTS"
    " (SELECT 1 FROM order_shipments l WHERE l.order_id = o.id)",
    "row_without_order": "SELECT count(*) FROM run_rows WHERE order_id IS NULL AND outcome = ''",
    "step_of_made_parcel": "SELECT count(*) FROM steps t JOIN shipments s ON s.id = t.shipment_id"
    " WHERE t.outcome IS NULL AND t.kind IN ('create', 'batch') AND s.shipx_id IS NOT NULL",
    "step_of_no_parcel": "SELECT count(*) FROM steps t JOIN shipments s ON s.id = t.shipment_id"
    " WHERE t.outcome IS NULL AND t.kind NOT IN ('create', 'batch') AND s.shipx_id IS NULL",
    "parcel_in_ended_pickup": "SELECT count(*) FROM pickup_parcels p JOIN pickups k ON k.id = p.pickup_id"
    " WHERE p.living AND k.ended_at IS NOT NULL",
}


def file_problems(ledger: Ledger, *, quick: bool) -> Iterator[tuple[str, str]]:
    """What SQLite finds wrong with the file: rule and detail."""
    pragma = "quick_check" if quick else "integrity_check"
    with converted(ledger.path), looked_into(ledger.path) as connection:
        try:
            found = [str(row[0]) for row in connection.execute(f"PRAGMA {pragma}(5)")]
        except sqlite3.DatabaseError as error:
            found = [str(error)]
        if found != ["ok"]:
            yield "damaged_file", found[0]
            return
        broken = {str(row[0]) for row in connection.execute("PRAGMA foreign_key_check")}
        for table in sorted(broken):
            yield "broken_link", table


def strange_rows(ledger: Ledger) -> Iterator[tuple[str, int]]:
    """Rules with how many rows break them."""
    with converted(ledger.path), looked_into(ledger.path) as connection:
        for rule, query in _NEVER.items():
            with contextlib.suppress(sqlite3.DatabaseError):
                (count,) = connection.execute(query).fetchone()
                if count:
                    yield rule, int(count)


def stored_files(ledger: Ledger) -> tuple[tuple[str, int, str], ...]:
    """Every label file that must be there: name, size and digest."""
    with converted(ledger.path), looked_into(ledger.path) as connection:
        return in_ledger(connection).labels
