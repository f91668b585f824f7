"""Shipments in a ledger's history, as InPost would have said them; invented people."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

from inpost_desk.domain.history import HistoryRow, Query
from inpost_desk.domain.order import Address, Person
from inpost_desk.domain.shipment import Shipment, ShipmentId, ShipmentParcel
from inpost_desk.ledger import history, journal, mirrored, seen
from inpost_desk.ledger.ledger import Ledger
from tests.ledger.pile import NOW, a_shipment, entered

ALA = Person("501200300", "ala@example.test", "Łucja", "Żak")


def elsewhere(number: int, status: str = "confirmed", **more: Any) -> Shipment:
    """Somebody else's shipment, its status reached `number` minutes after `NOW`."""
    usual = Shipment(
        ShipmentId(number),
        status,
        tracking_number=f"6209990000000000{number:08}",
        service="inpost_locker_standard",
        reference=f"OBCA/{number}",
        target_point="LOD01M",
        receiver=ALA,
        parcels=(ShipmentParcel(template="medium"),),
        created_at=NOW,
        updated_at=NOW + timedelta(minutes=number),
    )
    return replace(usual, **more)


def courier(number: int, **more: Any) -> Shipment:
    """One that goes to a firm's door, with cash on delivery."""
    there = Person(
        "600700800", "", company="Sklep Test", address=Address("Lipowa", "1", "Łódź", "90-001")
    )
    usual: dict[str, Any] = {
        "status": "confirmed",
        "service": "inpost_courier_standard",
        "target_point": "",
        "receiver": there,
        "cod": Decimal("129.90"),
        "mpk": "HURT",
        "sending_method": "dispatch_order",
        "parcels": (ShipmentParcel(),),
    }
    return elsewhere(number, **(usual | more))


def noted(ledger: Ledger, *shipments: Shipment, now: datetime = NOW) -> None:
    """Put into the history, or seen again."""
    mirrored.mirror(ledger, shipments, ours=seen.our_keys(ledger), now=now)


def ours(ledger: Ledger, references: Sequence[str], *, digest: str = "file") -> list[int]:
    """Bought by this program; the ledger's own numbers."""
    run_id = entered(ledger, references, digest=digest)
    claimed = journal.claim(ledger, run_id, limit=100, now=NOW)
    assert claimed is not None
    first = 100 + 100 * len(seen.our_keys(ledger))
    pairs = [
        (row.step_id, a_shipment(first + place, key=row.key, status="confirmed"))
        for place, row in enumerate(claimed.rows)
    ]
    assert journal.made(ledger, pairs, now=NOW) == []
    return [row.shipment_id for row in claimed.rows]


def found(ledger: Ledger, **query: Any) -> list[str]:
    """The references a query finds, in its order."""
    return [row.reference for row in history.rows(ledger, history.find(ledger, Query(**query)))]


def row_of(ledger: Ledger, reference: str) -> HistoryRow:
    every = history.rows(ledger, history.find(ledger, Query()))
    return next(row for row in every if row.reference == reference)
