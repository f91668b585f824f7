"""What many parcels for a courier cost: calls at a simulator for their manifest, and for ordering him.

The calls are counted in the simulator's log. What InPost itself takes for a printout is not known here.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from math import ceil
from pathlib import Path

from benchmarks.figures import Figure
from inpost_desk.actions import pickup
from inpost_desk.actions.manifests import of_shipments
from inpost_desk.actions.pickup import Asked, Where
from inpost_desk.ledger.ledger import Ledger
from inpost_desk.shipx.client import Client
from tests.actions.sent_parcels import COURIER, LOCKER, YARD, new, paid, picked_up
from tests.actions.shop import client_of, ledger_in
from tests.simulator_process import Simulator

A_CALL = 100


def handing_over(folder: Path, count: int) -> list[Figure]:
    """A third of the parcels is in a pickup of two services; the others are in none, and ordered last."""
    with (
        Simulator("--confirm-after", "0.01") as simulator,
        client_of(simulator) as client,
        ledger_in(folder) as ledger,
    ):
        wanted = [new(number, COURIER if number % 2 else LOCKER) for number in range(count)]
        ids = paid(simulator, client, ledger, wanted)
        inside, outside = ids[: count // 3], ids[count // 3 :]
        picked_up(client, ledger, inside)
        # One for each hundred of either kind.
        calls = ceil(len(inside) / A_CALL) + ceil(len(outside) / A_CALL)
        return [
            *_manifest(simulator, client, ledger, ids, most=calls),
            *_ordered(simulator, client, ledger, outside),
        ]


def _manifest(
    simulator: Simulator, client: Client, ledger: Ledger, ids: Sequence[int], *, most: int
) -> list[Figure]:
    simulator.control("log", method="DELETE")
    began = time.perf_counter()
    made = of_shipments(ledger, client, ids)
    spent = time.perf_counter() - began
    calls = len(simulator.log())
    assert (sorted(made.shipments), made.left_out) == (sorted(ids), ()), made.left_out
    name = f"manifest of {len(ids)} parcels"
    return [
        Figure(f"{name}: calls", calls, limit=most),
        Figure(f"{name}: wall", spent, "s"),
    ]


def _ordered(
    simulator: Simulator, client: Client, ledger: Ledger, ids: Sequence[int]
) -> list[Figure]:
    where = Where(address=YARD, name="Magazyn", phone="500600702", office_hours="8-16")
    simulator.control("log", method="DELETE")
    began = time.perf_counter()
    done = pickup.order(ledger, client, ids, where)
    spent = time.perf_counter() - began
    log = simulator.log()
    assert isinstance(done, Asked), done
    changing = sum(one["method"] != "GET" for one in log)
    name = f"one courier for {len(ids)} parcels"
    return [
        Figure(f"{name}: changing calls", changing, limit=1),
        Figure(f"{name}: reading calls", len(log) - changing),
        Figure(f"{name}: wall", spent, "s"),
    ]
