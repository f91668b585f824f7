"""The memory of the window through an hour of the packing table with the clock shortened.

Each minute a file of orders is bought as it comes, every order scanned and printed, every page looked at, the
history searched, a shipment begun by hand; InPost's clock goes a minute each time, ours does not wait for it.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import time
from pathlib import Path
from typing import Any, Final

from benchmarks.figures import Figure
from benchmarks.orders import write_orders
from benchmarks.program import HOME
from inpost_desk import settings
from inpost_desk.domain.printer import Profile, Reach
from inpost_desk.domain.station import BuyAt, StationRules
from tests.simulator_process import Simulator

MINUTES: Final = 60
ORDERS: Final = 5
"""A minute: the pace of one packer."""
GROWTH: Final = 1.05
"""The most the end may be of what it was after a quarter of an hour."""


def soaking(folder: Path, *, minutes: int = MINUTES) -> list[Figure]:
    """How much the memory grew from the end of the first quarter to the end."""
    began = time.monotonic()
    with Simulator("--confirm-after", "0.2") as simulator:
        memory = _worked(folder, simulator, minutes)
        sold = len(simulator.shipments())
    assert sold == minutes * ORDERS, f"{sold} shipments for {minutes * ORDERS} orders"
    wall = time.monotonic() - began
    # Single minutes differ by what happens to be in flight.
    part = max(len(memory) // 10, 1)
    quarter = len(memory) // 4
    early = statistics.median(memory[quarter : quarter + part])
    late = statistics.median(memory[-part:])
    of = f"{minutes} minutes, {sold} parcels bought, scanned and printed"
    return [
        Figure(f"{of}: memory at the end ÷ after a quarter", late / early, limit=GROWTH),
        Figure("memory after the first minute", memory[0] / 1e6, "MB"),
        Figure("memory after a quarter", early / 1e6, "MB"),
        Figure("memory at the end", late / 1e6, "MB"),
        Figure("the hour took", wall / 60, "min"),
    ]


def _worked(folder: Path, simulator: Simulator, minutes: int) -> list[int]:
    data, note, plan, tray = (folder / name for name in ("data", "note", "plan", "tray"))
    data.mkdir()
    tray.mkdir()
    settings.change(
        data,
        printers=(Profile.at(Reach.FOLDER, str(tray)),),
        sending_method="dispatch_order",
        requests_per_second=50.0,
        language="pl",
        look="light",
        station=StationRules(buy_at=BuyAt.IMPORT),
    )
    hour = {
        "simulator": simulator.url,
        "minutes": [_minute(folder, number) for number in range(minutes)],
    }
    plan.write_text(json.dumps(hour), "utf-8")
    done = subprocess.run(
        [
            *(sys.executable, "-m", "benchmarks.soak_watched", str(plan), str(note), "window"),
            *("--data-dir", str(data), "--api-url", simulator.url),
            *("--organization", str(simulator.organization)),
        ],
        cwd=HOME,
        env={
            **os.environ,
            "INPOST_DESK_TOKEN": simulator.token,
            "QT_QPA_PLATFORM": "offscreen",
            "DBUS_SESSION_BUS_ADDRESS": "disabled:",
        },
        check=False,
        capture_output=True,
    )
    assert done.returncode == 0, done.stderr.decode(errors="replace")[-2_000:]
    found: dict[str, Any] = json.loads(note.read_text("utf-8"))
    assert not found.get("trouble"), found.get("trouble")
    memory: list[int] = found["memory"]
    return memory


def _minute(folder: Path, number: int) -> dict[str, Any]:
    """A file of orders that no other minute has."""
    series = f"M{number}"
    file = folder / f"{series}.csv"
    write_orders(file, ORDERS)
    text = file.read_text("utf-8").replace("ZAM/", f"{series}/")
    file.write_text(text.replace("klient", f"{series.lower()}-klient"), "utf-8")
    references = [f"{series}/2026/{one:05}" for one in range(1, ORDERS + 1)]
    return {"file": str(file), "references": references}
