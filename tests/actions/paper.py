"""A pile of stored labels to print, and what came out of the printer."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import select

from inpost_desk.actions.printing import Label, Printed, Printing, print_labels
from inpost_desk.actions.waiting import Stop
from inpost_desk.labels.readback import read_pages
from inpost_desk.ledger import prints
from inpost_desk.ledger.ledger import Ledger
from inpost_desk.ledger.schema import shipments
from inpost_desk.printers.printer import Printer
from tests.labels.specimen_labels import locker, number
from tests.ledger.pile import entered


def pile(ledger: Ledger, folder: Path, count: int) -> list[Label]:
    """Stored labels of a pile; the n-th carries the n-th number."""
    entered(ledger, [f"ZAM-{place}" for place in range(count)])
    with ledger.read() as connection:
        ids = list(connection.scalars(select(shipments.c.id).order_by(shipments.c.id)))
    labels = []
    for place, shipment in enumerate(ids):
        file = folder / f"label-{place}.pdf"
        file.write_bytes(locker(number(place)))
        labels.append(Label(shipment, file, f"ZAM-{place}"))
    return labels


def now() -> datetime:
    return datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


def put(
    ledger: Ledger,
    printer: Printer,
    labels: Sequence[Label],
    *,
    reason: str = "",
    before: bytes | None = None,
    stop: Stop | None = None,
    told: Callable[[Printing], None] = lambda _printing: None,
) -> Printed:
    return print_labels(
        ledger,
        printer,
        labels,
        now=now,
        stop=stop or Stop(),
        reason=reason,
        before=before,
        told=told,
    )


def until(ready: Callable[[], bool]) -> None:
    end = time.monotonic() + 15
    while not ready():
        assert time.monotonic() < end
        time.sleep(0.02)


def on_paper(folder: Path, *, jobs: int) -> list[list[str]]:
    """The numbers on each document that came out, "" for a page without one."""
    until(lambda: len(list(folder.glob("*.pdf"))) >= jobs)
    return [
        [(page.codes or ("",))[0] for page in read_pages(file.read_bytes())]
        for file in sorted(folder.glob("*.pdf"))
    ]


def numbers(*places: int) -> list[str]:
    return [number(place) for place in places]


def states(ledger: Ledger, labels: Sequence[Label]) -> list[str]:
    found = prints.printed_states(ledger)
    return [str(found.get(one.shipment_id, "")) for one in labels]
