"""The program as it is used: a process of its own on a data folder of its own, measured from outside."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from tests.simulator_process import Simulator

HOME = Path(__file__).parent.parent


@dataclass(frozen=True, slots=True)
class Measured:
    """Seconds of wall and of CPU (user and system, all threads), the peak in megabytes, what was printed."""

    wall: float
    cpu: float
    peak: float
    code: int
    output: str

    @property
    def done(self) -> int:
        """How many rows came to a checked label."""
        return int(json.loads(self.output)["counts"]["done"])


def ship(simulator: Simulator, folder: Path, *more: str) -> Measured:
    """`ship` of the orders in `folder`, at the default pace."""
    return run(
        folder,
        *("ship", str(folder / "orders.csv"), "--output", str(folder / "labels.pdf")),
        *("--result", str(folder / "result.csv"), "--data-dir", str(folder / "data")),
        *("--api-url", simulator.url, "--organization", str(simulator.organization)),
        *("--sending-method", "dispatch_order", "--language", "en", "--json", *more),
        token=simulator.token,
    )


def run(folder: Path, *arguments: str, token: str = "") -> Measured:
    """Any command of the program."""
    note = folder / "peak"
    command = [sys.executable, "-m", "benchmarks.watched", str(note), *arguments]
    environment = os.environ | {"INPOST_DESK_TOKEN": token}
    # Compiled modules are kept, as where the program is installed.
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    with (folder / "output").open("w+b") as output:
        started = time.perf_counter()
        process = subprocess.Popen(command, stdout=output, cwd=HOME, env=environment)
        _, status, used = os.wait4(process.pid, 0)
        wall = time.perf_counter() - started
        process.returncode = os.waitstatus_to_exitcode(status)
        output.seek(0)
        printed = output.read().decode()
    peak = int(note.read_text()) / 1024 if note.exists() else 0.0
    return Measured(wall, used.ru_utime + used.ru_stime, peak, process.returncode, printed)
