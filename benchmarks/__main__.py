"""`python -m benchmarks [--quick]`: a file of orders to joined labels against the simulator, compared with bare work.

Ratios are taken within one run on one machine and are what counts; times are only shown. The simulator runs
in a process of its own with 100 ms of latency and 1.1 s from order to confirmation.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from benchmarks import plain_client, program, reading, recorded
from benchmarks.figures import Figure, keep, table
from benchmarks.orders import write_orders
from benchmarks.program import Measured
from tests.simulator_process import Simulator

SHIPX = ("--latency", "100", "--confirm-after", "1.1", "--list-lag", "2")


def main() -> int:
    """0 when every limit is kept, else 1."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks")
    parser.add_argument("--quick", action="store_true", help="100 orders, one small comparison")
    parser.add_argument("--orders", type=int, metavar="N")
    parser.add_argument("--keep", action="store_true", help="add the table to results.md")
    arguments = parser.parse_args()
    orders = arguments.orders or (100 if arguments.quick else 1000)
    with tempfile.TemporaryDirectory() as folder:
        figures = measure(Path(folder), orders=orders, naive=4 if arguments.quick else 40)
    sys.stdout.write(table(figures) + "\n")
    if arguments.keep:
        keep(figures, orders=orders)
    return 0 if all(one.kept for one in figures) else 1


def measure(folder: Path, *, orders: int, naive: int) -> list[Figure]:
    """Everything, in one go on one simulator; `naive` is how many orders the naive client ships."""
    file = folder / "orders.csv"
    write_orders(file, orders)
    with Simulator(*SHIPX, state=folder / "shipx.jsonl") as simulator:
        ours = program.ship(simulator, folder)
        log = simulator.log()
        assert ours.code == 0, f"exit code {ours.code}"
        assert ours.done == orders, f"{ours.done} of {orders} labels"
        _log_before = len(log)
        again = program.ship(simulator, folder, "--duplicates", "skip")
        requests_again = len(simulator.log()) - _log_before
        # Restarted, so that labels are drawn anew as they were the first time.
        simulator.restart()
        calls = recorded.calls(log, file)
        bare_wall, answers = plain_client.replay(simulator, calls)
        naive_wall = plain_client.one_by_one(simulator, recorded.bodies(file)[:naive])
    figures = _wall(ours, orders, bare_wall, naive_wall / naive * orders)
    points = sum(one.path.startswith("/v1/points") for one in calls)
    figures += [
        Figure("requests a label, without points", (len(calls) - points) / orders, limit=0.12),
        Figure("requests for points", points),
    ]
    figures += _cpu(ours, orders, reading.documents(answers))
    figures += [Figure("peak memory", ours.peak, "MB", limit=300)]
    figures += [
        Figure("second start on the finished file: wall", again.wall, "s"),
        Figure("second start on the finished file: requests", requests_again),
    ]
    return figures + _starting(folder)


def _wall(ours: Measured, orders: int, bare: float, naive: float) -> list[Figure]:
    return [
        Figure(f"wall, {orders} orders, file to joined PDF", ours.wall, "s"),
        Figure("wall of the same requests in a bare loop", bare, "s"),
        Figure("wall ÷ bare loop", ours.wall / bare, limit=1.3),
        Figure("wall of a naive client (scaled)", naive, "s"),
        Figure("naive client ÷ wall", naive / ours.wall),
    ]


def _cpu(ours: Measured, orders: int, pdfs: list[bytes]) -> list[Figure]:
    pages, plain = reading.plain_cpu(pdfs)
    _, quickest = reading.quickest_cpu(pdfs)
    assert pages == orders, f"{pages} pages"
    return [
        Figure("CPU a label, whole program", ours.cpu / orders * 1000, "ms"),
        Figure("CPU a page, bare render and decode", plain / pages * 1000, "ms"),
        Figure("CPU ÷ bare render and decode", ours.cpu / plain, limit=1.3),
        Figure("CPU a page, quickest bare render and decode", quickest / pages * 1000, "ms"),
        Figure("CPU ÷ quickest bare render and decode", ours.cpu / quickest),
    ]


def _starting(folder: Path) -> list[Figure]:
    shown = min((program.run(folder, "--help").wall for _ in range(3)))
    demo = program.run(
        folder, "demo", "--data-dir", str(folder / "demo"), "--output-dir", str(folder / "out")
    )
    assert demo.code == 0, f"exit code {demo.code}"
    return [
        Figure("`inpost-desk --help`: wall", shown, "s"),
        Figure("demo of 24 orders: wall", demo.wall, "s"),
    ]


if __name__ == "__main__":
    sys.exit(main())
