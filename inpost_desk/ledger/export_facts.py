"""What exports need of shipments beside their line of the history, many at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Final

from sqlalchemy import select

from inpost_desk.ledger.ledger import Ledger
from inpost_desk.ledger.schema import shipments

_COLUMNS: Final = (
    "insurance",
    "mpk",
    "return_number",
    "handed_at",
    "returned_at",
    "transaction_status",
)


@dataclass(frozen=True, slots=True)
class Facts:
    """Amounts are PLN, times UTC; `replaced` where another shipment was made in its place."""

    insurance: Decimal | None
    mpk: str
    return_number: str
    handed_at: datetime | None
    returned_at: datetime | None
    transaction_status: str
    replaced: bool


def of(ledger: Ledger, ids: Sequence[int]) -> dict[int, Facts]:
    """By the ledger's own numbers, few enough for one question."""
    query = select(
        *(shipments.c[one] for one in ("id", *_COLUMNS)),
        shipments.c.replaced_by.is_not(None).label("replaced"),
    ).where(shipments.c.id.in_(ids))
    with ledger.read() as connection:
        found = connection.execute(query).mappings().all()
    return {
        one["id"]: Facts(replaced=bool(one["replaced"]), **{name: one[name] for name in _COLUMNS})
        for one in found
    }
