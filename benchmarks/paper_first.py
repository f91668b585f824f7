"""How soon a run's first page is at the printer once its label is there: the press beside a run, on a socket.

As in the window, the press waits on a thread of its own while labels come a hundred at a time, as InPost
gives them. The printer is the listener that plays a Zebra in the tests.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from sqlalchemy import select

from benchmarks.window_data import add_pile
from inpost_desk.actions.outlets import Outlets
from inpost_desk.actions.press import Press
from inpost_desk.actions.ship import LABEL_FOLDER
from inpost_desk.actions.waiting import Stop
from inpost_desk.domain.pile import Pile
from inpost_desk.domain.printer import Profile, Reach
from inpost_desk.labels.store import LabelStore
from inpost_desk.ledger.ledger import Ledger
from inpost_desk.ledger.piles import newest_pile
from inpost_desk.ledger.schema import shipments
from inpost_desk.ledger.seen import LabelFile, store_labels
from tests.labels.specimen_labels import locker, number
from tests.ledger.pile import entered
from tests.zebra_listener import ZebraListener

_AT_ONCE: Final = 100
_PATIENCE: Final = 60.0


def first_page(folder: Path, *, rows: int) -> float:
    """Seconds from the first hundred labels, checked and at hand, to the first whole page in the printer."""
    ledger = Ledger(folder / "ledger")
    try:
        pile, ids = _bought(ledger, rows)
        labels = [locker(number(place)) for place in range(min(rows, _AT_ONCE))]
        with ZebraListener() as zebra:
            return _beside(ledger, zebra, pile, ids, labels)
    finally:
        ledger.close()


def _beside(
    ledger: Ledger, zebra: ZebraListener, pile: Pile, ids: Sequence[int], labels: Sequence[bytes]
) -> float:
    rows = range(1, len(ids) + 1)
    press = Press(
        ledger,
        Outlets((Profile.at(Reach.SOCKET, zebra.address),)),
        pile,
        rows,
        now=_now,
        stop=Stop(),
        told=lambda _printing: None,
        awaited=rows,
    )
    trouble: list[Exception] = []
    thread = threading.Thread(target=_work, args=(press, trouble))
    thread.start()
    try:
        began = time.perf_counter()
        _store(ledger, ids, labels)
        press.news.set()
        while not zebra.labels and not trouble:
            assert time.perf_counter() - began < _PATIENCE, "no page came"
            time.sleep(0.002)
        seconds = time.perf_counter() - began
    finally:
        press.stop.event.set()
        press.news.set()
        thread.join(_PATIENCE)
    if trouble:
        raise trouble[0]
    return seconds


def _work(press: Press, trouble: list[Exception]) -> None:
    try:
        press.work()
    except Exception as error:  # noqa: BLE001 - told where it is waited for
        trouble.append(error)


def _bought(ledger: Ledger, rows: int) -> tuple[Pile, list[int]]:
    """A pile whose orders are all bought, with no label yet; their shipments in its order."""
    add_pile(ledger, rows)
    pile = newest_pile(ledger)
    assert pile is not None
    entered(ledger, [f"ZAM/2026/{row:06}" for row in range(1, rows + 1)], digest=pile.digest)
    with ledger.read() as connection:
        ids = list(connection.scalars(select(shipments.c.id).order_by(shipments.c.id)))
    with ledger.write() as connection:
        for place, shipment in enumerate(ids):
            connection.execute(
                shipments.update()
                .where(shipments.c.id == shipment)
                .values(
                    tracking_number=number(place),
                    service="inpost_locker_standard",
                    status="confirmed",
                )
            )
    return pile, ids


def _store(ledger: Ledger, ids: Sequence[int], labels: Sequence[bytes]) -> None:
    store = LabelStore(ledger.folder / LABEL_FOLDER)
    some = ids[: len(labels)]
    files = store.save_all(
        (f"2026-03/{shipment}.pdf", content) for shipment, content in zip(some, labels, strict=True)
    )
    stored = [
        LabelFile(shipment, file.path, file.size, file.sha256, pages=1, finding="")
        for shipment, file in zip(some, files, strict=True)
    ]
    store_labels(ledger, stored, now=_now())


def _now() -> datetime:
    return datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
