"""What is measured, and what each figure is compared with. The simulator runs in a process of its own."""

from __future__ import annotations

from pathlib import Path

from benchmarks import plain_client, program, reading, recorded
from benchmarks.figures import Figure
from benchmarks.orders import write_orders
from benchmarks.plain_client import Call
from benchmarks.program import Measured
from tests.simulator_process import Simulator

SHIPX = ("--latency", "100", "--confirm-after", "1.1", "--list-lag", "2")


def shipping(folder: Path, *, orders: int, naive: int) -> list[Figure]:
    """One file shipped and everything it is compared with; `naive`: how many orders one by one, 0 for none.

    Fails unless every order came to a checked label and no request was refused.
    """
    file = folder / "orders.csv"
    write_orders(file, orders)
    with Simulator(*SHIPX, state=folder / "shipx.jsonl") as simulator:
        ours = _shipped(simulator, folder, orders)
        log = simulator.log()
        again = _shipped(simulator, folder, orders)
        requests_again = len(simulator.log()) - len(log)
        # Started anew, so that labels are drawn anew, as they were the first time.
        simulator.restart()
        calls = recorded.calls(log, file)
        bare, answers = plain_client.replay(simulator, calls)
        figures = _wall(ours, bare, orders=orders)
        if naive:
            scaled = plain_client.one_by_one(simulator, recorded.bodies(file)[:naive])
            scaled *= orders / naive
            figures += [
                Figure(f"naive client, {naive} orders scaled", scaled, "s"),
                Figure("naive client ÷ wall", scaled / ours.wall),
            ]
    return [
        *figures,
        *_requests(calls, orders=orders),
        *_cpu(ours, reading.documents(answers), orders=orders),
        Figure("peak memory", ours.peak, "MB", limit=300),
        Figure("second start on the finished file: wall", again.wall, "s"),
        Figure("second start on the finished file: requests", requests_again),
    ]


def starting(folder: Path) -> list[Figure]:
    """How quickly something is to be seen."""
    arguments = ("--data-dir", str(folder / "demo"), "--output-dir", str(folder / "demo-output"))
    demo = program.run(folder, "demo", *arguments)
    assert demo.code == 0, f"exit code {demo.code}"
    shown = min(program.run(folder, "--help").wall for _ in range(3))
    return [
        Figure("`inpost-desk --help`: wall", shown, "s"),
        Figure("demo of 24 orders: wall", demo.wall, "s"),
    ]


def _shipped(simulator: Simulator, folder: Path, orders: int) -> Measured:
    measured = program.ship(simulator, folder)
    assert measured.code == 0, f"exit code {measured.code}"
    assert measured.done == orders, f"{measured.done} of {orders} labels"
    return measured


def _wall(ours: Measured, bare: float, *, orders: int) -> list[Figure]:
    return [
        Figure(f"wall, {orders} orders, file to joined PDF", ours.wall, "s"),
        Figure("the same requests in a bare loop", bare, "s"),
        Figure("wall ÷ bare loop", ours.wall / bare, limit=1.3),
    ]


def _requests(calls: list[Call], *, orders: int) -> list[Figure]:
    points = sum(one.path.startswith("/v1/points") for one in calls)
    return [
        Figure("requests a label, without points", (len(calls) - points) / orders, limit=0.12),
        Figure("requests for points", points),
    ]


def _cpu(ours: Measured, pdfs: list[bytes], *, orders: int) -> list[Figure]:
    pages, plain = reading.plain_cpu(pdfs)
    _, quickest = reading.quickest_cpu(pdfs)
    assert pages == orders, f"{pages} pages"
    return [
        Figure("CPU a label, whole program", ours.cpu / orders * 1000, "ms"),
        Figure("CPU a page, bare render and decode", plain / orders * 1000, "ms"),
        Figure("CPU ÷ bare render and decode", ours.cpu / plain, limit=1.3),
        Figure("CPU a page, quickest bare render and decode", quickest / orders * 1000, "ms"),
        Figure("CPU ÷ quickest bare render and decode", ours.cpu / quickest),
    ]
