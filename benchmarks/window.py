"""The window's figures: how soon it shows, what its table costs, whether it stays quick while a run is on.

Every ratio is of two things measured in the same run; the window and what it is compared with take turns.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks.figures import Figure
from benchmarks.history_data import fill
from benchmarks.orders import write_orders
from benchmarks.program import HOME
from benchmarks.window_data import add_history, add_pile
from inpost_desk import settings
from inpost_desk.domain.printer import Profile, Reach
from inpost_desk.ledger.ledger import Ledger, ledger_folder
from inpost_desk.ledger.schema import shipments as table
from tests.simulator_process import Simulator

Found = dict[str, Any]
SHIPX = ("--latency", "100", "--confirm-after", "1.1", "--list-lag", "2")


@dataclass(frozen=True, slots=True)
class Size:
    """How much is measured. `pile` are the orders of the large pile, `idle` seconds of doing nothing."""

    orders: int = 1_000
    history: int = 10_000
    pile: int = 100_000
    idle: float = 10.0
    rounds: int = 3
    starts: int = 7
    shipments: int = 100_000


QUICK = Size(orders=30, history=1_000, pile=3_000, idle=1.0, rounds=1, starts=1, shipments=3_000)


def window(folder: Path, size: Size) -> list[Figure]:
    """Everything about the window. Fails unless every order was printed."""
    with Simulator(*SHIPX) as simulator:
        shop = Shop(folder, simulator)
        return [*starts(shop, size), *large(shop, size), *stalls(shop, size)]


def shipments(folder: Path, size: Size) -> list[Figure]:
    """The Shipments page over a long history."""
    with Simulator(*SHIPX) as simulator:
        shop = Shop(folder, simulator)
        data, ledger = shop.data("history")
        fill(ledger, size.shipments)
        with ledger.write() as connection:
            # The simulator has none of them: it is not asked, and none counts as left behind.
            connection.execute(table.update().values(due_at=None, seen_at=None))
        ledger.close()
        rounds = [shop.show("history", data, idle=size.idle) for _ in range(size.rounds)]
    name = f"{size.shipments} shipments"
    first = min(one["listed"] - one["asked"] for one in rounds)
    acts = {
        "letter": "a letter in the search",
        "scrolled": "a page down",
        "chip": "a chip",
        "changed": "read again after 1 % of the rows changed",
    }
    return [
        Figure(f"{name}: page opened, first rows painted", first, "s", limit=1),
        *(one for act, words in acts.items() for one in _act(f"{name}: {words}", rounds, act)),
    ]


def _act(name: str, rounds: Sequence[Found], act: str) -> list[Figure]:
    """Of the best round: the dearest of its kind above what idling costs, and how long until all is shown."""
    cpu, p95, stall, whole = [], [], [], []
    for one in rounds:
        idle = median(each["cpu"] for each in one["idle"])
        still = median(each["most"] for each in one["idle"])
        costs = sorted(each["cpu"] - idle for each in one[act])
        cpu.append(costs[-1])
        p95.append(costs[min(round(len(costs) * 0.95), len(costs) - 1)])
        stall.append(max(each["most"] for each in one[act]) - still)
        whole.append(median(each["whole"] for each in one[act]))
    return [
        Figure(f"{name}: GUI thread's CPU, 95th percentile", min(p95), "ms"),
        Figure(f"{name}: GUI thread's CPU, worst", min(cpu), "ms"),
        Figure(f"{name}: longest stall above idle", min(stall), "ms", limit=50),
        Figure(f"{name}: until all is shown, median", min(whole), "ms"),
    ]


def platform() -> str:
    """What Qt draws on: `offscreen` unless something else is asked for, such as xcb under Xvfb."""
    return os.environ.get("QT_QPA_PLATFORM", "offscreen")


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
            printers=(Profile.at(Reach.FOLDER, str(labels)),),
            sending_method="dispatch_order",
            language="pl",
            look="light",
        )
        organization = self.simulator.organization
        where = ledger_folder(place, api_url=self.simulator.url, organization=organization)
        return place, Ledger(where)

    def start(self, data: Path) -> Found:
        """The window on that folder until its rows are listed."""
        note = self.folder / "note"
        return self._window(("benchmarks.window_start", str(note)), data)

    def show(self, what: str, data: Path, *more: str, idle: float = 0) -> Found:
        """The window on that folder, driven through `what`; what was measured, and when it began."""
        note = self.folder / "note"
        return self._window(("benchmarks.window_watched", what, str(idle), str(note)), data, *more)

    def _window(self, program: Sequence[str], data: Path, *more: str) -> Found:
        return _measured(
            self.folder / "note",
            *program,
            *("window", *more, "--data-dir", str(data), "--api-url", self.simulator.url),
            *("--organization", str(self.simulator.organization)),
            token=self.simulator.token,
        )


def starts(shop: Shop, size: Size) -> list[Figure]:
    """Processes take turns, warm: the first pair is thrown away."""
    data, ledger = shop.data("started")
    add_history(ledger, size.history)
    add_pile(ledger, size.orders)
    ledger.close()
    bare, painted, listed = [], [], []
    note = shop.folder / "note"
    for _ in range(size.starts + 1):
        one = _measured(note, "benchmarks.window_bare", str(note))
        bare.append(one["painted"] - one["began"])
        one = shop.start(data)
        painted.append(one["painted"] - one["began"])
        listed.append(one["listed"] - one["began"])
    middle = [median(times[1:]) for times in (bare, painted, listed)]
    return [
        Figure("bare PySide6 window with a table painted", middle[0], "s"),
        Figure("window painted", middle[1], "s"),
        Figure("window painted ÷ bare window", middle[1] / middle[0], limit=1.5),
        Figure(f"{size.orders} orders listed later than that", middle[2] - middle[1], "s", limit=1),
    ]


def large(shop: Shop, size: Size) -> list[Figure]:
    """A pile of very many orders: listed, then searched in."""
    data, ledger = shop.data("large")
    add_history(ledger, size.history)
    add_pile(ledger, size.pile)
    ledger.close()
    rounds = [shop.show("large", data, idle=size.idle) for _ in range(size.rounds)]
    first = median(one.get("first", one["listed"]) - one["asked"] for one in rounds)
    whole = median(_spent(one, f"bare {size.pile}") for one in rounds)
    few = median(_spent(one, "bare 300") for one in rounds)
    name = f"{size.pile} orders"
    return [
        Figure(f"{name}: SELECT and bare table", whole, "s"),
        Figure(f"{name}: first rows painted", first, "s"),
        Figure("first rows ÷ SELECT and bare table", first / whole, limit=2),
        Figure("first rows ÷ SELECT and bare table of 300 rows", first / few),
        *_letters([one["letters"] for one in rounds]),
    ]


def _letters(rounds: Sequence[Sequence[Mapping[str, float]]]) -> list[Figure]:
    """The dearest letter of the best round; the first of each is no letter, but what the clocks cost."""
    cpu = min(max(one["cpu"] for one in letters[1:]) - letters[0]["cpu"] for letters in rounds)
    most = min(max(one["most"] for one in letters[1:]) - letters[0]["most"] for letters in rounds)
    return [
        Figure("a letter in the search: GUI thread's CPU above idle", cpu, "ms", limit=16),
        Figure("a letter in the search: longest stall above idle", most, "ms"),
    ]


def _spent(one: Found, name: str) -> float:
    return float(one[name] - one[f"{name} asked"])


def stalls(shop: Shop, size: Size) -> list[Figure]:
    """Best of the rounds: another program's stall is not ours."""
    file = shop.folder / "orders.csv"
    write_orders(file, size.orders)
    p999, most = [], []
    for number in range(size.rounds):
        data, ledger = shop.data(f"run-{number}")
        add_history(ledger, size.history)
        ledger.close()
        shop.simulator.restart()
        one = shop.show("run", data, str(file), idle=size.idle)
        assert one["printed"] == size.orders, f"{one['printed']} of {size.orders} printed"
        p999.append(one["run"]["p999"] - one["idle"]["p999"])
        most.append(one["run"]["most"] - one["idle"]["most"])
    name = f"{size.orders} orders run, {size.history} of history: stall above idle"
    return [
        Figure(f"{name}, 99.9th percentile", min(p999), "ms", limit=16),
        Figure(f"{name}, longest", min(most), "ms", limit=50),
    ]


def _measured(note: Path, *command: str, token: str = "") -> Found:
    """What a process notes, with the moment it was started."""
    environment = os.environ | {
        "INPOST_DESK_TOKEN": token,
        "QT_QPA_PLATFORM": platform(),
        "DBUS_SESSION_BUS_ADDRESS": "disabled:",
    }
    # Compiled modules are kept, as where the program is installed.
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    note.unlink(missing_ok=True)
    began = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-m", *command],
        cwd=HOME,
        env=environment,
        check=False,
        capture_output=True,
    )
    assert done.returncode == 0, done.stderr.decode(errors="replace")[-2_000:]
    found: Found = json.loads(note.read_text("utf-8"))
    assert "trouble" not in found, found
    return {**found, "began": began}
