"""The stored labels of shipments, with what must stand on them. Storing them is the business of `seen`."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import select

from inpost_desk.domain.shipment import ShipmentId
from inpost_desk.ledger.ledger import Ledger
from inpost_desk.ledger.schema import labels, shipments

# SQLite takes a limited number of parameters.
_MOST: Final = 900
PDF: Final = "Pdf"
NO_NUMBER: Final = "-"
"""Stands among a shipment's parcel numbers for a parcel that InPost gave none yet."""


@dataclass(frozen=True, slots=True)
class StoredLabel:
    """`file` is relative to the ledger's label folder, `numbers` are what its bar codes must say.

    They may be fewer than its `pages`, one for each parcel, where InPost has not told all of them. `finding`
    is what the read-back found when it was stored, "" for a good one.
    """

    shipment_id: int
    shipx_id: ShipmentId | None
    service: str
    numbers: tuple[str, ...]
    file: str
    sha256: str
    pages: int
    finding: str


def stored_labels(ledger: Ledger, wanted: Collection[int]) -> dict[int, StoredLabel]:
    """The PDF label of each of these shipments that has one, by the ledger's own number of it."""
    ids = sorted(set(wanted))
    query = select(
        shipments.c.id,
        shipments.c.shipx_id,
        shipments.c.service,
        shipments.c.tracking_number,
        shipments.c.parcel_numbers,
        labels.c.file,
        labels.c.sha256,
        labels.c.pages,
        labels.c.finding,
    ).join(labels, labels.c.shipment_id == shipments.c.id)
    found: list[Any] = []
    with ledger.read() as connection:
        for start in range(0, len(ids), _MOST):
            part = query.where(
                shipments.c.id.in_(ids[start : start + _MOST]),
                labels.c.format == PDF,
                labels.c.file != "",
            )
            found += connection.execute(part).all()
    return {
        one.id: StoredLabel(
            one.id,
            one.shipx_id,
            one.service,
            numbers_in(one.parcel_numbers) or (one.tracking_number,),
            one.file,
            one.sha256,
            one.pages,
            one.finding,
        )
        for one in found
    }


def numbers_in(parcel_numbers: str) -> tuple[str, ...]:
    """The numbers in the column of that name; none where the shipment has one parcel."""
    return tuple(one for one in parcel_numbers.split() if one != NO_NUMBER)
