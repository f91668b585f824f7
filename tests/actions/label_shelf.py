"""A run of bought shipments, and a stand-in for InPost that answers label calls as a test wants."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from typing import cast

from inpost_desk.actions.labels import LabelLine
from inpost_desk.domain.shipment import Shipment, ShipmentId, ShipmentParcel
from inpost_desk.labels.store import LabelStore
from inpost_desk.ledger import journal, seen
from inpost_desk.ledger.ledger import Ledger
from inpost_desk.ledger.report import standing_of_run
from inpost_desk.ledger.stored_labels import StoredLabel, stored_labels
from inpost_desk.shipx.client import Client, LabelFile
from tests.actions.shop import enter, order
from tests.labels.specimen_labels import lockers, number

Answers = Callable[[Sequence[int]], bytes]


class StandIn:
    """Answers label calls by a function of the ids; the n-th shipment has id n and `number(n)`."""

    def __init__(self, answer: Answers, *, a4: Answers | None = None) -> None:
        self.answer = answer
        self.a4 = a4
        self.calls: list[list[int]] = []
        self.layouts: list[tuple[str, str]] = []
        self.parcels: dict[int, tuple[str, ...]] = {}

    def now(self) -> datetime:
        return datetime.now(UTC)

    def labels(
        self,
        ids: Sequence[int],
        *,
        format: str = "Pdf",  # noqa: A002
        type: str = "A6",  # noqa: A002
    ) -> LabelFile:
        self.calls.append(list(ids))
        self.layouts.append((format, type))
        answer = self.a4 if self.a4 is not None and type == "normal" else self.answer
        return LabelFile(answer(ids), "application/pdf")

    def shipment(self, shipment_id: ShipmentId) -> Shipment:
        return shipment_of(shipment_id, self.parcels[shipment_id])


def shipment_of(place: int, numbers: Sequence[str] = (), service: str = "") -> Shipment:
    """The n-th shipment; with the numbers of its parcels where it has several."""
    parcels = tuple(ShipmentParcel(tracking_number=one) for one in numbers)
    return Shipment(
        ShipmentId(place),
        "confirmed",
        number(place),
        service,
        reference=f"R-{place:03}",
        parcels=parcels,
    )


class Shelf:
    """A run of bought shipments and the line that fetches their labels."""

    def __init__(
        self,
        ledger: Ledger,
        count: int,
        parcels: Mapping[int, Sequence[str]] | None = None,
        *,
        services: Mapping[int, str] | None = None,
    ) -> None:
        self.ledger = ledger
        self.run_id = enter(ledger, *(order(f"R-{one:03}") for one in range(1, count + 1)))
        now = datetime.now(UTC)
        claimed = journal.claim(ledger, self.run_id, limit=100, now=now)
        assert claimed is not None
        pairs = [
            (
                row.step_id,
                shipment_of(
                    place,
                    (parcels or {}).get(place, ()),
                    (services or {}).get(place, "inpost_locker_standard"),
                ),
            )
            for place, row in enumerate(claimed.rows, start=1)
        ]
        assert journal.made(ledger, pairs, now=now) == []

    def fetch(
        self,
        answer: Answers,
        *,
        a4: Answers | None = None,
        parcels: dict[int, tuple[str, ...]] | None = None,
    ) -> tuple[StandIn, LabelLine]:
        client = StandIn(answer, a4=a4)
        client.parcels = parcels or {}
        store = LabelStore(self.ledger.folder / "labels")
        line = LabelLine(self.ledger, cast("Client", client), store)
        line.put(seen.of_run(self.ledger, self.run_id))
        line.finish()
        return client, line

    def stored(self) -> list[StoredLabel]:
        ids = [one.shipment_id for one in seen.of_run(self.ledger, self.run_id)]
        return list(stored_labels(self.ledger, ids).values())

    def rules(self) -> list[str]:
        """Why each row is not done, "" where it is."""
        return [row.rule for row in standing_of_run(self.ledger, self.run_id)]


def good(ids: Sequence[int]) -> bytes:
    """The right labels."""
    return lockers([number(one) for one in ids])
