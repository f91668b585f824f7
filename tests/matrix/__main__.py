"""The fault matrix from one command: `python -m tests.matrix [--only CALL] [--output F.md] [--workers N]`.

Every cell is run. Prints the table; ends with 1 where a cell did not end as it must, and says which and why.
"""

from __future__ import annotations

import argparse
import itertools
import json
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from queue import Empty, Queue

from tests.matrix.calls import BY_NAME, CALLS
from tests.matrix.cells import FAULTS, Cell, Kill, Outcome
from tests.matrix.table import table

ROOT = Path(__file__).parents[2]
# Most of a cell's time is spent in waiting until InPost would have acted.
WORKERS = 5
TELL = 200


def cells_of(calls: Sequence[str]) -> list[Cell]:
    """Every cell of these calls."""
    return [Cell(*one) for one in itertools.product(calls, FAULTS, Kill)]


def run(cells: Sequence[Cell], *, workers: int) -> dict[Cell, Outcome]:
    """Every one of them, in no particular order."""
    left: Queue[Cell] = Queue()
    for cell in cells:
        left.put(cell)
    found: dict[Cell, Outcome] = {}
    threads = [threading.Thread(target=_work, args=(left, found)) for _ in range(workers)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return found


def _work(left: Queue[Cell], found: dict[Cell, Outcome]) -> None:
    """One bench; where it dies, its cell says so and the others take what is left."""
    with subprocess.Popen(
        [sys.executable, "-m", "tests.matrix.bench"],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as bench:
        assert bench.stdin is not None
        assert bench.stdout is not None
        while True:
            try:
                cell = left.get_nowait()
            except Empty:
                bench.stdin.close()
                return
            bench.stdin.write(json.dumps([cell.call, cell.fault.name, cell.kill.value]) + "\n")
            bench.stdin.flush()
            answer = bench.stdout.readline()
            if not answer:
                found[cell] = Outcome("the bench died", 0, person=False, starts=0)
                return
            wrong, asked, person, starts = json.loads(answer)
            found[cell] = Outcome(wrong, asked, person=person, starts=starts)
            if len(found) % TELL == 0:
                print(f"{len(found)} cells run", file=sys.stderr, flush=True)


def main(argv: Sequence[str] | None = None) -> int:
    """Runs what was asked for and shows it."""
    parser = argparse.ArgumentParser(prog="python -m tests.matrix", description=__doc__)
    parser.add_argument("--only", metavar="CALL", choices=list(BY_NAME), help="one row")
    parser.add_argument("--output", type=Path, metavar="F.md", help="write the table there")
    parser.add_argument("--workers", type=int, default=WORKERS, help="cells at a time")
    options = parser.parse_args(argv)
    cells = cells_of([options.only] if options.only else [one.name for one in CALLS])
    began = time.monotonic()
    found = run(cells, workers=options.workers)
    shown = table(found, cells, day=date.today(), seconds=time.monotonic() - began)  # noqa: DTZ011
    print(shown)
    if options.output:
        options.output.write_text(shown, encoding="utf-8")
    bad = [one for one in cells if one not in found or found[one].wrong]
    for cell in bad:
        why = found[cell].wrong if cell in found else "not run"
        print(f"WRONG {cell.name}: {why}", file=sys.stderr)
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
