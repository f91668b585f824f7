"""`python -m benchmarks [--quick] [--keep] [--only TABLE]`: tables of figures.

Shipping: a file of orders to joined labels, compared with the bare work in it. Window: how soon it shows,
what a large pile costs, whether it stays quick while a run is on. Points: what a letter of the search costs.
Wizard: what a change of its page costs. Paper: what labels cost on their way to the printer. Scanners: how
well they are told from people. Station: how soon a scan is seen, heard and printed. History: what a year of
shipments costs to keep up to date and to search, and many parcels to hand over. Shipments: what that costs
its page. Frozen: the packed program's start-up beside that from source. Soak: the memory through an hour.
Ratios are taken within one run on one machine and are what counts; times are only shown. Exit code 1 when a
limit is not kept (`--quick` is too short for most of them: start-up is spread over 100 labels only).
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Final

from benchmarks import history as histories
from benchmarks import station as stations
from benchmarks import window as windows
from benchmarks.figures import Figure, keep, table
from benchmarks.frozen import frozen
from benchmarks.measuring import shipping, starting
from benchmarks.paper import LABELS, on_paper
from benchmarks.points import POINTS, searching
from benchmarks.soak import MINUTES, soaking
from benchmarks.station_bursts import BURSTS, bursts
from benchmarks.wizard import ROUNDS, changing

Made = tuple[str, list[Figure]]
"""What was measured, and the figures."""
Maker = Callable[[Path, bool], Made]
"""In an empty folder; quickly or in full."""


def _window(folder: Path, quick: bool) -> Made:  # noqa: FBT001 - each has the same two
    size = windows.QUICK if quick else windows.Size()
    return f"the window ({windows.platform()})", windows.window(folder, size)


def _points(folder: Path, quick: bool) -> Made:  # noqa: FBT001
    count = 8_000 if quick else POINTS
    return f"search of {count} points", searching(folder, count=count)


def _wizard(folder: Path, quick: bool) -> Made:  # noqa: FBT001
    return "the wizard's pages", changing(folder, rounds=2 if quick else ROUNDS)


def _paper(folder: Path, quick: bool) -> Made:  # noqa: FBT001
    labels = 100 if quick else LABELS
    return f"paper, {labels} labels", on_paper(folder, labels=labels)


def _scanners(_folder: Path, quick: bool) -> Made:  # noqa: FBT001
    count = 2_000 if quick else BURSTS
    return f"scanners among keys, {count} bursts", bursts(count)


def _station(folder: Path, quick: bool) -> Made:  # noqa: FBT001
    size = stations.QUICK if quick else stations.Size()
    return "the station", stations.station(folder, size)


def _history(folder: Path, quick: bool) -> Made:  # noqa: FBT001
    size = histories.QUICK if quick else histories.Size()
    return f"a history of {size.history}", histories.histories(folder, size)


def _shipments(folder: Path, quick: bool) -> Made:  # noqa: FBT001
    size = windows.QUICK if quick else windows.Size()
    of = f"the Shipments page, {size.shipments} shipments ({windows.platform()})"
    return of, windows.shipments(folder, size)


def _shipping(folder: Path, quick: bool) -> Made:  # noqa: FBT001
    orders, naive = (100, 4) if quick else (1000, 40)
    # First, because it also warms the caches that every later start finds warm.
    quickly = starting(folder)
    return f"{orders} orders", [*shipping(folder, orders=orders, naive=naive), *quickly]


def _frozen(folder: Path, quick: bool) -> Made:  # noqa: FBT001
    return "the frozen program", frozen(folder, starts=1 if quick else 7)


def _soak(folder: Path, quick: bool) -> Made:  # noqa: FBT001
    minutes = 8 if quick else MINUTES
    return f"an hour's soak, {minutes} minutes", soaking(folder, minutes=minutes)


TABLES: Final[dict[str, Maker]] = {
    "window": _window,
    "points": _points,
    "wizard": _wizard,
    "paper": _paper,
    "scanners": _scanners,
    "station": _station,
    "history": _history,
    "shipments": _shipments,
    "shipping": _shipping,
    "frozen": _frozen,
    "soak": _soak,
}


def main() -> int:
    """0 when every limit is kept, else 1."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks")
    parser.add_argument("--quick", action="store_true", help="a tenth of the orders and less")
    parser.add_argument("--keep", action="store_true", help="add the tables to benchmarks/results")
    parser.add_argument("--only", choices=TABLES, action="append", help="this table (repeatable)")
    arguments = parser.parse_args()
    kept = True
    for name in arguments.only or TABLES:
        with tempfile.TemporaryDirectory() as folder:
            of, figures = TABLES[name](Path(folder), arguments.quick)
        sys.stdout.write(f"{of}\n\n{table(figures)}\n\n")
        sys.stdout.flush()
        if arguments.keep:
            keep(figures, of=of, table_name=name)
        kept = kept and all(one.kept for one in figures)
    return 0 if kept else 1


if __name__ == "__main__":
    sys.exit(main())
