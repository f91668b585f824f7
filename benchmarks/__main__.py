"""`python -m benchmarks [--quick] [--keep] [--only TABLE]`: tables of figures.

Shipping: a file of orders to joined labels, compared with the bare work in it. Window: how soon it shows,
what a large pile costs, whether it stays quick while a run is on. Points: what a letter of the search costs.
Wizard: what a change of its page costs. Paper: what labels cost on their way to the printer. Station: how
well scanners are told from people, and how soon a scan is seen, heard and printed. History: what a year of
shipments costs to keep up to date and to search, and many parcels to hand over. Shipments: what that costs
its page.
Ratios are taken within one run on one machine and are what counts; times are only shown. Exit code 1 when a
limit is not kept (`--quick` is too short for most of them: start-up is spread over 100 labels only).
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from benchmarks.figures import Figure, keep, table
from benchmarks.history import QUICK as SHORT_HISTORY
from benchmarks.history import Size as Histories
from benchmarks.history import histories
from benchmarks.measuring import shipping, starting
from benchmarks.paper import LABELS, on_paper
from benchmarks.points import POINTS, searching
from benchmarks.station import QUICK as FEW_SCANS
from benchmarks.station import Size as Scans
from benchmarks.station import station
from benchmarks.station_bursts import BURSTS, bursts
from benchmarks.window import QUICK, Size, platform, shipments, window
from benchmarks.wizard import ROUNDS, changing

TABLES = ("shipping", "window", "points", "wizard", "paper", "station", "history", "shipments")


def main() -> int:
    """0 when every limit is kept, else 1."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks")
    parser.add_argument("--quick", action="store_true", help="a tenth of the orders and less")
    parser.add_argument("--keep", action="store_true", help="add the tables to results.md")
    parser.add_argument("--only", choices=TABLES, help="one of the tables")
    arguments = parser.parse_args()
    wanted = {arguments.only} if arguments.only else set(TABLES)
    kept = True
    if "window" in wanted:
        size = QUICK if arguments.quick else Size()
        with tempfile.TemporaryDirectory() as name:
            figures = window(Path(name), size)
        kept = _told(figures, f"the window ({platform()})", adding=arguments.keep) and kept
    if "points" in wanted:
        count = 8_000 if arguments.quick else POINTS
        with tempfile.TemporaryDirectory() as name:
            figures = searching(Path(name), count=count)
        kept = _told(figures, f"search of {count} points", adding=arguments.keep) and kept
    if "wizard" in wanted:
        rounds = 2 if arguments.quick else ROUNDS
        with tempfile.TemporaryDirectory() as name:
            figures = changing(Path(name), rounds=rounds)
        kept = _told(figures, "the wizard's pages", adding=arguments.keep) and kept
    if "paper" in wanted:
        labels = 100 if arguments.quick else LABELS
        with tempfile.TemporaryDirectory() as name:
            figures = on_paper(Path(name), labels=labels)
        kept = _told(figures, f"paper, {labels} labels", adding=arguments.keep) and kept
    if "station" in wanted:
        kept = _scanned(quick=arguments.quick, adding=arguments.keep) and kept
    if "history" in wanted:
        long = SHORT_HISTORY if arguments.quick else Histories()
        with tempfile.TemporaryDirectory() as name:
            figures = histories(Path(name), long)
        kept = _told(figures, f"a history of {long.history}", adding=arguments.keep) and kept
    if "shipments" in wanted:
        size = QUICK if arguments.quick else Size()
        with tempfile.TemporaryDirectory() as name:
            figures = shipments(Path(name), size)
        of = f"the Shipments page, {size.shipments} shipments ({platform()})"
        kept = _told(figures, of, adding=arguments.keep) and kept
    if "shipping" in wanted:
        orders, naive = (100, 4) if arguments.quick else (1000, 40)
        figures = _shipping(orders=orders, naive=naive)
        kept = _told(figures, f"{orders} orders", adding=arguments.keep) and kept
    return 0 if kept else 1


def _shipping(*, orders: int, naive: int) -> list[Figure]:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        # First, because it also warms the caches that every later start finds warm.
        quickly = starting(folder)
        return [*shipping(folder, orders=orders, naive=naive), *quickly]


def _scanned(*, quick: bool, adding: bool) -> bool:
    count = 2_000 if quick else BURSTS
    kept = _told(bursts(count), f"scanners among keys, {count} bursts", adding=adding)
    with tempfile.TemporaryDirectory() as name:
        figures = station(Path(name), FEW_SCANS if quick else Scans())
    return _told(figures, "the station", adding=adding) and kept


def _told(figures: Sequence[Figure], of: str, *, adding: bool) -> bool:
    """Print a table, and keep it; whether all its limits are kept."""
    sys.stdout.write(f"{table(figures)}\n\n")
    if adding:
        keep(figures, of=of)
    return all(one.kept for one in figures)


if __name__ == "__main__":
    sys.exit(main())
