"""`python -m benchmarks [--quick]`: a file of orders to joined labels, compared with the bare work in it.

Ratios are taken within one run on one machine and are what counts; times are only shown. Exit code 1 when a
limit is not kept (`--quick` is too short for most of them: start-up is spread over 100 labels only).
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from benchmarks.figures import keep, table
from benchmarks.measuring import shipping, starting


def main() -> int:
    """0 when every limit is kept, else 1."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks")
    parser.add_argument(
        "--quick", action="store_true", help="100 orders, four for the naive client"
    )
    parser.add_argument("--keep", action="store_true", help="add the table to results.md")
    arguments = parser.parse_args()
    orders, naive = (100, 4) if arguments.quick else (1000, 40)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        # First, because it also warms the caches that every later start finds warm.
        quickly = starting(folder)
        figures = [*shipping(folder, orders=orders, naive=naive), *quickly]
    sys.stdout.write(table(figures) + "\n")
    if arguments.keep:
        keep(figures, orders=orders)
    return 0 if all(one.kept for one in figures) else 1


if __name__ == "__main__":
    sys.exit(main())
