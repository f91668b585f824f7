"""What a large history costs: statuses asked for again at a simulator, finding and showing in the ledger.

Compared with the same questions put to the database in bare SQL. Nothing is drawn here.
"""

from __future__ import annotations

import contextlib
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from benchmarks.figures import Figure
from benchmarks.history_data import NOW, fill, known_to_inpost
from benchmarks.pickup import handing_over
from inpost_desk.actions import refresh
from inpost_desk.actions.settle import mirror
from inpost_desk.domain.history import Query
from inpost_desk.domain.journey import Phase
from inpost_desk.domain.order import Person
from inpost_desk.domain.shipment import NewShipment, OrganizationId, Parcel
from inpost_desk.ledger import history, seen
from inpost_desk.ledger.ledger import Ledger
from inpost_desk.shipx.client import Client
from inpost_desk.shipx.pace import Pace
from inpost_desk.shipx.transport import Transport
from tests.simulator_process import Simulator
from tests.waiting import until

HOUR = 3600.0
BARE = (
    "SELECT id FROM shipments WHERE made_at IS NOT NULL AND words LIKE '%'||?||'%' ESCAPE '/' "
    "ORDER BY made_at DESC, id DESC"
)


@dataclass(frozen=True, slots=True)
class Size:
    """How many shipments are in the ledger, are asked about on their way, and wait for a courier."""

    history: int = 100_000
    under_way: int = 5_000
    for_courier: int = 450


QUICK = Size(history=10_000, under_way=500, for_courier=120)


def histories(folder: Path, size: Size) -> list[Figure]:
    """Everything measured."""
    return [
        *refreshing(folder / "refreshed", size.under_way),
        *finding(folder / "found", size.history),
        *handing_over(folder / "handed_over", size.for_courier),
    ]


def refreshing(folder: Path, count: int) -> list[Figure]:
    """Shipments that all moved on since they were last asked about."""
    with (
        Simulator("--confirm-after", "0.01") as simulator,
        _office(simulator, folder) as (ledger, client),
    ):
        _bought(simulator, client, count)
        mirror(ledger, client)
        simulator.control("collect", {})
        simulator.advance(30 * HOUR)
        client.account()
        simulator.control("log", method="DELETE")
        began = time.perf_counter()
        done = refresh.refresh(ledger, client)
        spent = time.perf_counter() - began
        asked = len(simulator.log())
    assert (done.looked, done.left) == (count, 0), done
    name = f"{count} shipments on their way refreshed"
    # One for each hundred, and one to spare.
    return [
        Figure(f"{name}: requests", asked, limit=count / refresh.AT_ONCE + 1),
        Figure(f"{name}: with another status", done.changed),
        Figure(f"{name}: wall, at full pace", spent, "s"),
    ]


@contextmanager
def _office(simulator: Simulator, folder: Path) -> Iterator[tuple[Ledger, Client]]:
    transport = Transport(simulator.url, simulator.token, pace=Pace(per_second=1_000, in_flight=4))
    ledger = Ledger(folder)
    try:
        client = Client(transport, OrganizationId(simulator.organization))
        client.account()
        yield ledger, client
    finally:
        ledger.close()
        transport.close()


def _bought(simulator: Simulator, client: Client, count: int) -> None:
    for start in range(0, count, 100):
        client.create_batch([_new(number) for number in range(start, min(start + 100, count))])
    until(lambda: sum(one["status"] == "confirmed" for one in simulator.shipments()) == count)


def _new(number: int) -> NewShipment:
    receiver = Person(f"5{number:08}", f"{number}@example.test", "Ala", "Nowak")
    return NewShipment(
        key=f"key-{number}",
        service="inpost_locker_standard",
        receiver=receiver,
        parcels=(Parcel(template="small"),),
        sending_method="dispatch_order",
        reference=f"ZAM/{number:05}",
        target_point="KRA010",
    )


def finding(folder: Path, count: int) -> list[Figure]:
    """A year of shipments in the ledger, as the Shipments page asks for them."""
    ledger = Ledger(folder)
    try:
        fill(ledger, count)
        ids = history.find(ledger, Query())
        assert len(ids) == count
        middle = ids[count // 2 : count // 2 + 100]
        find = partial(history.find, ledger)
        with contextlib.closing(sqlite3.connect(ledger.path)) as bare:
            plain = _cheapest(lambda: bare.execute(BARE, ["nowak"]).fetchall())
        words = _cheapest(partial(find, Query(words="nowak")))
        every = {
            "by words": words,
            "by a number in groups": _cheapest(
                partial(find, Query(words="6209 9900 0000 0000 0000 0777"))
            ),
            "all, newest first": _cheapest(partial(find, Query())),
            "of a phase": _cheapest(partial(find, Query(phase=Phase.PREPARED))),
            "exceptions": _cheapest(partial(find, Query(exceptions=True))),
            "counts of all phases": _cheapest(partial(history.counts, ledger, Query())),
            "counts by words": _cheapest(partial(history.counts, ledger, Query(words="nowak"))),
            "badge": _cheapest(partial(history.badge, ledger)),
            "rows of 100": _cheapest(partial(history.rows, ledger, middle)),
            "detail of one": _cheapest(partial(history.detail, ledger, middle[0])),
            "100 answers written": _written(ledger),
        }
    finally:
        ledger.close()
    name = f"{count} shipments in the ledger"
    most = _limits()
    return [
        *(
            Figure(f"{name}: {what}", spent, "ms", limit=most.get(what))
            for what, spent in every.items()
        ),
        Figure(f"{name}: by words ÷ bare SQL", words / plain, limit=3),
    ]


def _limits() -> dict[str, float]:
    """Milliseconds. What an index serves costs the same however long the history is."""
    indexed = ("of a phase", "exceptions", "badge", "rows of 100", "detail of one")
    return dict.fromkeys(indexed, 30.0) | {
        "by words": 100.0,
        "counts of all phases": 60.0,
    }


def _written(ledger: Ledger) -> float:
    """A chunk of a run in which each shipment has another status."""
    statuses = ("adopted_at_source_branch", "sent_from_source_branch", "out_for_delivery")
    spent = []
    for hours, status in enumerate(statuses, start=1):
        answers = known_to_inpost(status, hours=hours)
        began = time.perf_counter()
        seen.saw(ledger, answers, now=NOW)
        spent.append(time.perf_counter() - began)
    return min(spent) * 1_000


def _cheapest(work: Callable[[], object]) -> float:
    """Milliseconds; the machine is shared, so the best of a few."""
    spent = []
    for _ in range(5):
        began = time.perf_counter()
        work()
        spent.append(time.perf_counter() - began)
    return min(spent) * 1_000
