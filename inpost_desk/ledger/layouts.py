"""Label layouts a person has accepted: services whose labels do not say their number in a way we can read.

InPost's courier labels were never seen by us; the first one that cannot be read back is asked about, and the
answer stands here for all that follow.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from sqlalchemy import ColumnElement, exists, select, true, update

from inpost_desk.ledger.ledger import Ledger, read_fact, write_fact
from inpost_desk.ledger.schema import labels, shipments
from inpost_desk.ledger.stored_labels import PDF

UNREADABLE: Final = frozenset({"unreadable", "bars_unreadable", "wrong_number"})
"""What the read-back says of a label whose number it does not find, or not in its bars."""
_FACT: Final = "trusted_layouts"


def trusted(ledger: Ledger) -> frozenset[str]:
    """The services whose labels print though their number is not found on them."""
    with ledger.read() as connection:
        return frozenset(read_fact(connection, _FACT).split())


def seen(ledger: Ledger, service: str) -> bool:
    """Whether a label of this service was ever read back: then one that cannot be is a bad one."""
    good = exists().where(
        labels.c.shipment_id == shipments.c.id,
        labels.c.format == PDF,
        labels.c.finding == "",
        shipments.c.service == service,
    )
    with ledger.read() as connection:
        return bool(connection.scalar(select(good)))


def spare(ledger: Ledger, stored: Collection[int]) -> None:
    """Labels of these shipments that were just stored: those of accepted layouts are good."""
    services = trusted(ledger)
    if services:
        for service in services:
            _spare(ledger, service, labels.c.shipment_id.in_(sorted(stored)))


def accept(ledger: Ledger, service: str) -> None:
    """A person looked at a label of this service and found it good: so are all that were held back for it."""
    with ledger.write() as connection:
        known = set(read_fact(connection, _FACT).split())
        write_fact(connection, _FACT, " ".join(sorted(known | {service})))
    _spare(ledger, service, true())


def _spare(ledger: Ledger, service: str, which: ColumnElement[bool]) -> None:
    of_service = select(shipments.c.id).where(shipments.c.service == service)
    unread = labels.c.finding.in_(UNREADABLE)
    with ledger.write() as connection:
        found = update(labels).where(labels.c.shipment_id.in_(of_service), unread, which)
        connection.execute(found.values(finding=""))
