"""Label layouts a person has accepted: services whose labels do not say their number in a way we can read.

InPost's courier labels were never seen by us; the first one that cannot be read back is asked about, and the
answer stands here for all that follow: for that service, and for what was wrong with that label only.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Final

from sqlalchemy import ColumnElement, exists, literal, or_, select, true, update

from inpost_desk.ledger.ledger import Ledger, read_fact, write_fact
from inpost_desk.ledger.schema import labels, shipments
from inpost_desk.ledger.stored_labels import PDF

WRONG: Final = "wrong_number"
UNREADABLE: Final = frozenset({"unreadable", "bars_unreadable", WRONG})
"""What the read-back says of a label whose number it does not find, or not in its bars."""
_FACT: Final = "trusted_layouts"


def entry(service: str, rule: str) -> str:
    """How one accepted layout stands in `trusted`."""
    return f"{service}:{rule}"


def trusted(ledger: Ledger) -> frozenset[str]:
    """The layouts whose labels print though that is wrong with them, each a service and a rule (`entry`)."""
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


def foreign(ledger: Ledger, shipment: int, codes: Collection[str]) -> bool:
    """Whether one of these codes, read on this shipment's label, is the number of another's parcel."""
    several = literal(" ") + shipments.c.parcel_numbers + " "
    anothers = [
        or_(shipments.c.tracking_number == code, several.contains(f" {code} ", autoescape=True))
        for code in codes
        if code
    ]
    if not anothers:
        return False
    with ledger.read() as connection:
        found = exists().where(shipments.c.id != shipment, or_(*anothers))
        return bool(connection.scalar(select(found)))


def spare(ledger: Ledger, read: Mapping[int, Collection[str]]) -> None:
    """Labels of these shipments were just stored, with the codes read on them: accepted layouts are good."""
    for one in trusted(ledger):
        service, _, rule = one.partition(":")
        _spare(ledger, service, rule, labels.c.shipment_id.in_(_spared(ledger, rule, read)))


def accept(
    ledger: Ledger, service: str, rule: str, read: Mapping[int, Collection[str]] | None = None
) -> None:
    """A person looked at a label of this service with that wrong and found it good.

    So are all that were held back for it; where other numbers stood on them (`wrong_number`) only those whose
    codes are given, by shipment, and are no other shipment's.
    """
    with ledger.write() as connection:
        known = set(read_fact(connection, _FACT).split())
        write_fact(connection, _FACT, " ".join(sorted(known | {entry(service, rule)})))
    which = labels.c.shipment_id.in_(_spared(ledger, rule, read or {})) if rule == WRONG else true()
    _spare(ledger, service, rule, which)


def _spared(ledger: Ledger, rule: str, read: Mapping[int, Collection[str]]) -> list[int]:
    if rule != WRONG:
        return sorted(read)
    return sorted(one for one, codes in read.items() if codes and not foreign(ledger, one, codes))


def _spare(ledger: Ledger, service: str, rule: str, which: ColumnElement[bool]) -> None:
    of_service = select(shipments.c.id).where(shipments.c.service == service)
    with ledger.write() as connection:
        found = update(labels).where(
            labels.c.shipment_id.in_(of_service), labels.c.finding == rule, which
        )
        connection.execute(found.values(finding=""))
