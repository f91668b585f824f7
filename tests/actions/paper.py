"""A pile of stored labels to print, and what came out of the printer."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import select, update

from inpost_desk.actions.outlets import Outlet, Outlets
from inpost_desk.actions.print_line import Printed, Printing
from inpost_desk.actions.printing import Ahead, print_labels
from inpost_desk.actions.ready import Label
from inpost_desk.actions.ship import LABEL_FOLDER
from inpost_desk.actions.waiting import Stop
from inpost_desk.domain.printer import Profile, Reach
from inpost_desk.labels.readback import read_pages
from inpost_desk.labels.store import LabelStore
from inpost_desk.ledger import prints
from inpost_desk.ledger.ledger import Ledger
from inpost_desk.ledger.schema import shipments
from inpost_desk.ledger.seen import LabelFile, store_labels
from inpost_desk.printers.printer import Printer
from tests.labels.specimen_labels import locker, number
from tests.ledger.pile import entered
from tests.waiting import until


def pile(ledger: Ledger, count: int) -> list[Label]:
    """Bought orders with their stored labels; the n-th carries the n-th number."""
    entered(ledger, [f"ZAM-{place}" for place in range(count)])
    with ledger.read() as connection:
        ids = list(connection.scalars(select(shipments.c.id).order_by(shipments.c.id)))
    for place, shipment in enumerate(ids):
        bought(ledger, shipment, number(place))
        keep(ledger, shipment, locker(number(place)))
    return [Label(shipment, f"ZAM-{place}") for place, shipment in enumerate(ids)]


def bought(
    ledger: Ledger, shipment: int, tracking: str, *, service: str = "inpost_locker_standard"
) -> None:
    """InPost has given it this number."""
    values = {"tracking_number": tracking, "service": service, "status": "confirmed"}
    with ledger.write() as connection:
        connection.execute(update(shipments).where(shipments.c.id == shipment).values(values))


def keep(
    ledger: Ledger, shipment: int, content: bytes, *, name: str = "", finding: str = ""
) -> Path:
    """Store a label as the label line does; where it lies."""
    store = LabelStore(ledger.folder / LABEL_FOLDER)
    file = store.save(name or f"2026-03/{shipment}.pdf", content)
    row = LabelFile(shipment, file.path, file.size, file.sha256, pages=1, finding=finding)
    store_labels(ledger, [row], now=now())
    return store.path(file.path)


def label_file(ledger: Ledger, label: Label) -> Path:
    """Where a stored label of `pile` lies."""
    return LabelStore(ledger.folder / LABEL_FOLDER).path(f"2026-03/{label.shipment_id}.pdf")


def outlet(printer: Printer, profile: Profile | None = None) -> Outlet:
    """A printer that serves everything, as a folder does."""
    return Outlet(profile or Profile.at(Reach.FOLDER, printer.name), printer)


def outlets(*several: Outlet) -> Outlets:
    """These printers and no other."""
    made = {one.profile.id: one.printer for one in several}
    return Outlets(tuple(one.profile for one in several), _made=made)


def now() -> datetime:
    return datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


def put(
    ledger: Ledger,
    printer: Printer | Outlets,
    labels: Sequence[Label],
    *,
    reason: str = "",
    before: Ahead | None = None,
    stop: Stop | None = None,
    overruled: Sequence[int] = (),
    told: Callable[[Printing], None] = lambda _printing: None,
) -> Printed:
    return print_labels(
        ledger,
        printer if isinstance(printer, Outlets) else outlets(outlet(printer)),
        labels,
        now=now,
        stop=stop or Stop(),
        reason=reason,
        before=before,
        overruled=overruled,
        told=told,
    )


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
