"""What becomes of a stored label that was found bad, once a person has looked at it: good after all, or none.

Finding it bad is the business of `actions.labels` and `actions.ready`, accepting a layout that of `layouts`.
"""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import delete, update

from inpost_desk.ledger.ledger import Ledger
from inpost_desk.ledger.schema import labels
from inpost_desk.ledger.stored_labels import PDF


def let_pass(ledger: Ledger, shipments: Collection[int]) -> None:
    """Labels that were printed as they are because a person wanted that: nobody fetches them anew."""
    with ledger.write() as connection:
        for shipment in shipments:
            row = (labels.c.shipment_id == shipment) & (labels.c.format == PDF)
            connection.execute(update(labels).where(row).values(finding=""))


def forget(ledger: Ledger, shipment: int, rule: str) -> None:
    """This label is not to be used, because of that rule: whoever fetches labels fetches it anew."""
    mine = labels.c.shipment_id == shipment
    with ledger.write() as connection:
        good = mine & (labels.c.format == PDF) & (labels.c.finding == "")
        connection.execute(update(labels).where(good).values(finding=rule[:96]))
        # InPost's own commands of it come with the next print.
        connection.execute(delete(labels).where(mine, labels.c.format != PDF))
