"""The simulator in a process of its own, for as long as a demo lasts."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from inpost_desk import own_process
from inpost_desk.errors import FileTrouble
from inpost_desk.paths import private_folder
from inpost_desk.simulator.accounts import POSTPAID_TOKEN

DEMO_ORGANIZATION = 1002


@dataclass(frozen=True, slots=True)
class RunningSimulator:
    """Where the simulator answers, and the token of its demo account."""

    url: str
    token: str


@contextmanager
def running_simulator(folder: Path) -> Iterator[RunningSimulator]:
    """Start the simulator on a free port with its state in `folder`, and stop it afterwards."""
    private_folder(folder)
    command = own_process.command(
        "inpost_desk.simulator",
        "--port",
        "0",
        "--state",
        str(folder / "simulator.jsonl"),
        # The samples hold a Paczka w Weekend, which InPost takes on Thursday evening and Friday only.
        "--weekend-any-day",
    )
    # Our own program and module, no word from outside. What it keeps is nobody else's business.
    with subprocess.Popen(  # noqa: S603
        command,
        stdout=subprocess.PIPE,
        text=True,
        env=own_process.environment(),
        umask=0o077,
        creationflags=own_process.NO_WINDOW,
    ) as process:
        try:
            line = process.stdout.readline() if process.stdout else ""
            if "http://" not in line:
                raise FileTrouble("failed", place="simulator")
            yield RunningSimulator("http://" + line.strip().split("http://")[1], POSTPAID_TOKEN)
        finally:
            process.terminate()
