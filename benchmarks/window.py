"""The window's figures: how soon it shows, what its table costs, whether it stays quick while a run is on.

Every ratio is of two things measured in the same run; the window and what it is compared with take turns.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from benchmarks.figures import Figure
from benchmarks.orders import write_orders
from benchmarks.program import HOME
from benchmarks.window_data import add_history, add_pile
from inpost_desk import settings
from inpost_desk.domain.printer import FOLDER, PrinterChoice
from inpost_desk.ledger.ledger import Ledger, ledger_folder
from tests.simulator_process import Simulator

SHIPX = ("--latency", "100", "--confirm-after", "1.1", "--list-lag", "2")


@dataclass(frozen=True, slots=True)
class Size:
    """How much is measured. `pile` are the orders on the desk where it is large."""

    orders: int = 1_000
    history: int = 10_000
    pile: int = 100_000
    rounds: int = 3
    starts: int = 5


QUICK = Size(orders=30, history=1_000, pile=5_000, rounds=1, starts=2)


def window(folder: Path, size: Size) -> list[Figure]:
    """Everything about the window. Fails unless every order was printed."""
    with Simulator(*SHIPX) as simulator:
        shop = Shop(folder, simulator)
        return [*_starts(shop, size), *_large(shop, size), *_stalls(shop, size)]


@dataclass(frozen=True, slots=True)
class Shop:
    """Data folders for one account, and the window on them."""

    folder: Path
    simulator: Simulator

    def data(self, name: str) -> tuple[Path, Ledger]:
        """A new data folder with printer and settings, and its ledger, to be filled and closed."""
        place = self.folder / name
        place.mkdir()
        labels = place / "labels"
        labels.mkdir()
        settings.change(
            place,
            printer=PrinterChoice(FOLDER, str(labels)),
            sending_method="dispatch_order",
            language="pl",
            look="light",
        )
        organization = self.simulator.organization
        where = ledger_folder(place, api_url=self.simulator.url, organization=organization)
        return place, Ledger(where)

    def show(self, what: str, data: Path, *more: str) -> dict[str, float]:
        """The window on that folder, driven through `what`; what was measured, and when it began."""
        return _measured(
            self.folder / "note",
            *("benchmarks.window_watched", what, str(self.folder / "note")),
            *("window", *more, "--data-dir", str(data), "--api-url", self.simulator.url),
            *("--organization", str(self.simulator.organization)),
            token=self.simulator.token,
        )


def _starts(shop: Shop, size: Size) -> list[Figure]:
    """Processes take turns, warm: the first pair is thrown away."""
    data, ledger = shop.data("started")
    add_history(ledger, size.history)
    add_pile(ledger, size.orders)
    ledger.close()
    bare, painted, first, listed = [], [], [], []
    note = shop.folder / "note"
    for _ in range(size.starts + 1):
        one = _measured(note, "benchmarks.window_bare", str(note))
        bare.append(one["painted"] - one["began"])
        one = shop.show("start", data)
        painted.append(one["painted"] - one["began"])
        first.append(one.get("first", one["listed"]) - one["began"])
        listed.append(one["listed"] - one["began"])
    middle = [median(times[1:]) for times in (bare, painted, first, listed)]
    return [
        Figure("bare PySide6 window with a table painted", middle[0], "s"),
        Figure("window painted", middle[1], "s"),
        Figure("window painted ÷ bare window", middle[1] / middle[0], limit=1.5),
        Figure("first rows painted", middle[2], "s"),
        Figure(f"{size.orders} orders listed", middle[3], "s"),
        Figure("orders listed later than the window", middle[3] - middle[1], "s", limit=1.0),
    ]


def _large(shop: Shop, size: Size) -> list[Figure]:
    data, ledger = shop.data("large")
    add_history(ledger, size.history)
    add_pile(ledger, size.pile)
    ledger.close()
    firsts = [shop.show("first", data) for _ in range(size.rounds)]
    found = shop.show("search", data)
    name = f"{size.pile} orders"
    first = [one.get("first", one["listed"]) - one["asked"] for one in firsts]
    whole = [_spent(one, f"bare {size.pile}") for one in firsts]
    few = [_spent(one, "bare 300") for one in firsts]
    letters: list[dict[str, float]] = found["letters"]  # type: ignore[assignment]
    return [
        Figure(f"{name}: first rows", median(first), "s"),
        Figure(f"{name}: SELECT and bare table", median(whole), "s"),
        Figure(
            f"{name}: first rows ÷ SELECT and bare table", median(first) / median(whole), limit=2
        ),
        Figure(f"{name}: first rows ÷ the same with 300 rows", median(first) / median(few)),
        Figure(
            f"{name}: all rows listed", median(one["listed"] - one["asked"] for one in firsts), "s"
        ),
        Figure("a letter in the search: the key", 1 * max(one["key"] for one in letters), "ms"),
        Figure(
            "a letter in the search: GUI thread's CPU, median",
            median(one["cpu"] for one in letters),
            "ms",
        ),
        Figure(
            "a letter in the search: GUI thread's CPU, most",
            max(one["cpu"] for one in letters),
            "ms",
            limit=16,
        ),
        Figure("a letter in the search: longest stall", max(one["most"] for one in letters), "ms"),
    ]


def _spent(one: dict[str, float], name: str) -> float:
    return one[name] - one[f"{name} asked"]


def _stalls(shop: Shop, size: Size) -> list[Figure]:
    """Best of the rounds: another program's stall is not ours."""
    file = shop.folder / "orders.csv"
    write_orders(file, size.orders)
    p999, most = [], []
    for number in range(size.rounds):
        data, ledger = shop.data(f"run-{number}")
        add_history(ledger, size.history)
        ledger.close()
        shop.simulator.restart()
        one = shop.show("run", data, str(file))
        idle, run = one["idle"], one["run"]
        sys.stderr.write(f"idle {idle} run {run} {one['printed']}\n")
        assert one["printed"] == size.orders, f"{one['printed']} of {size.orders} printed"
        p999.append(run["p999"] - idle["p999"])  # type: ignore[index]
        most.append(run["most"] - idle["most"])  # type: ignore[index]
    name = f"{size.orders} orders run, {size.history} of history: stall above idle"
    return [
        Figure(f"{name}, 99.9th percentile", min(p999), "ms", limit=16),
        Figure(f"{name}, longest", min(most), "ms", limit=50),
    ]


def _measured(note: Path, *command: str, token: str = "") -> dict[str, float]:
    """What a process notes, with the moment it was started."""
    environment = os.environ | {
        "INPOST_DESK_TOKEN": token,
        "QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen"),
        "DBUS_SESSION_BUS_ADDRESS": "disabled:",
    }
    # Compiled modules are kept, as where the program is installed.
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    note.unlink(missing_ok=True)
    began = time.monotonic()
    done = subprocess.run([sys.executable, "-m", *command], cwd=HOME, env=environment, check=False)
    assert done.returncode == 0, f"exit code {done.returncode}"
    found: dict[str, float] = json.loads(note.read_text("utf-8"))
    assert "trouble" not in found, found
    return {**found, "began": began}
