"""How much stands in a ledger, by status, and which errors came last: for whoever helps from afar.

Reads statuses, rules and counts, never a receiver; a reference leaves this module for `actions.support`,
which shows a digest of it. A ledger is read as it is, whatever version wrote it.
"""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Final

from inpost_desk.ledger.condition import looked_into

# What stands first in a row of these is a reference.
REFERENCED: Final = frozenset({"last refused rows", "last refused shipments"})
_QUERIES: Final = {
    "version": "SELECT version_num FROM alembic_version",
    "runs": "SELECT count(*), count(ended_at) FROM runs",
    "rows": "SELECT outcome, count(*) FROM run_rows GROUP BY 1",
    "orders": "SELECT kind, held, count(*) FROM orders GROUP BY 1, 2",
    "shipments": "SELECT status, count(*) FROM shipments GROUP BY 1",
    "where they are": "SELECT phase, concern, count(*) FROM shipments GROUP BY 1, 2",
    "not paid": (
        "SELECT payment_error, count(*) FROM shipments WHERE payment_error != '' GROUP BY 1"
    ),
    "open steps": (
        "SELECT kind, undecided, looks, count(*) FROM steps WHERE outcome IS NULL GROUP BY 1, 2, 3"
    ),
    "ended steps": (
        "SELECT kind, outcome, count(*) FROM steps WHERE outcome IS NOT NULL GROUP BY 1, 2"
    ),
    "labels": "SELECT format, finding, count(*) FROM labels GROUP BY 1, 2",
    "prints": "SELECT document, state, count(*) FROM prints GROUP BY 1, 2",
    "pickups": "SELECT status, count(*) FROM pickups GROUP BY 1",
    "last refused rows": (
        "SELECT reference, outcome, field, rule FROM run_rows WHERE rule != ''"
        " ORDER BY run_id DESC, row DESC LIMIT 20"
    ),
    "last refused shipments": (
        "SELECT reference, status, refused_field, refused_rule, payment_error FROM shipments"
        " WHERE refused_rule != '' OR payment_error != '' ORDER BY id DESC LIMIT 20"
    ),
}
_PEOPLE: Final = (
    (
        "SELECT first_name, last_name, company, street, city, reference FROM orders"
        " ORDER BY id DESC LIMIT 50000"
    ),
    "SELECT receiver, city, reference, words FROM shipments ORDER BY id DESC LIMIT 50000",
)


def figures(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """Rows of statuses and counts by their title; what an older ledger does not have is left out.

    Raises `sqlite3.Error` where it cannot be opened at all.
    """
    found: dict[str, list[tuple[object, ...]]] = {}
    with looked_into(path) as connection:
        for title, query in _QUERIES.items():
            try:
                found[title] = connection.execute(query).fetchall()
            except sqlite3.OperationalError:
                continue
    return found


def people(path: Path) -> set[str]:
    """Names, addresses and references of the latest orders, so that they can be covered elsewhere."""
    found: set[str] = set()
    try:
        with looked_into(path) as connection:
            for query in _PEOPLE:
                found.update(str(one) for row in connection.execute(query) for one in row if one)
    except sqlite3.Error:
        # A ledger that cannot be read has nothing to tell.
        return found
    return found
