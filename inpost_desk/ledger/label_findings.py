"""What becomes of a stored label that was found bad, once a person has looked at it: good after all, or none.

Finding it bad is the business of `actions.labels` and `actions.ready`, accepting a layout that of `layouts`.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from sqlalchemy import Connection, delete, select, update

from inpost_desk.ledger.ledger import Ledger, read_fact, write_fact
from inpost_desk.ledger.schema import labels
from inpost_desk.ledger.stored_labels import PDF

_FACT: Final = "passed_labels"
_DIGITS: Final = 16


def mark(shipment: int, sha256: str) -> str:
    """How one label stands in `passed`: another file of the same shipment is another label."""
    return f"{shipment}:{sha256[:_DIGITS]}"


def passed(ledger: Ledger) -> frozenset[str]:
    """The labels that a person wanted as they are, each as its `mark`: they need not be readable again."""
    with ledger.read() as connection:
        return _passed(connection)


def let_pass(ledger: Ledger, shipments: Collection[int]) -> None:
    """Labels that were printed as they are because a person wanted that: nobody fetches them anew."""
    with ledger.write() as connection:
        marks = set(_passed(connection))
        for shipment in shipments:
            row = (labels.c.shipment_id == shipment) & (labels.c.format == PDF)
            connection.execute(update(labels).where(row).values(finding=""))
            files = connection.scalars(select(labels.c.sha256).where(row, labels.c.file != ""))
            marks.update(mark(shipment, sha256) for sha256 in files)
        write_fact(connection, _FACT, " ".join(sorted(marks)))


def forget(ledger: Ledger, shipment: int, rule: str) -> None:
    """This label is not to be used, because of that rule: whoever fetches labels fetches it anew."""
    mine = labels.c.shipment_id == shipment
    with ledger.write() as connection:
        good = mine & (labels.c.format == PDF) & (labels.c.finding == "")
        connection.execute(update(labels).where(good).values(finding=rule[:96]))
        # InPost's own commands of it come with the next print.
        connection.execute(delete(labels).where(mine, labels.c.format != PDF))
        known = _passed(connection)
        others = {one for one in known if not one.startswith(mark(shipment, ""))}
        if others != known:
            write_fact(connection, _FACT, " ".join(sorted(others)))


def _passed(connection: Connection) -> frozenset[str]:
    return frozenset(read_fact(connection, _FACT).split())
