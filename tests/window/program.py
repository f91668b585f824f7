"""The program with its window, started as a user starts it, and what it leaves behind for others to see."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any, Final

from inpost_desk.simulator.accounts import POSTPAID_ID
from tests.window.screen import LIMIT, Screen, until

ROOT: Final = Path(__file__).parents[2]
# A key is pressed again where nothing comes of it: the window may not have been ready for it.
_PATIENCE: Final = 5.0
_SHORT: Final = 1.0


class Program:
    """`python -m inpost_desk window` on a screen, with a data folder of its own."""

    def __init__(
        self, screen: Screen, data: Path, *arguments: str, environment: dict[str, str] | None = None
    ) -> None:
        self.screen = screen
        self.data = data
        self.arguments = arguments
        self.organization = str(POSTPAID_ID)
        self.environment = {
            **screen.environment,
            "PYTHONPATH": str(ROOT),
            # A crash says where.
            "PYTHONFAULTHANDLER": "1",
            # Whoever needs a bus names one: none of this machine's is asked.
            "DBUS_SESSION_BUS_ADDRESS": "disabled:",
            **(environment or {}),
        }
        self._said = data.with_name(f"{data.name}-said.txt")
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def pid(self) -> int:
        assert self._process is not None
        return self._process.pid

    @property
    def running(self) -> bool:
        return self._process is not None and self._process.poll() is None

    def start(self, *more: str) -> None:
        """Start it; returns when its window has the keys."""
        self._process = self.launch(*more)
        until(self._window_or_dead, "a window")
        until(lambda: self.window and self.screen.active() == self.window, "the window in front")

    def launch(self, *more: str) -> subprocess.Popen[bytes]:
        """One more process of it, such as a second double-click."""
        words = ["window", "--data-dir", str(self.data), *self.arguments, *more]
        with self._said.open("ab") as said:
            return subprocess.Popen(
                [sys.executable, "-m", "inpost_desk", *words],
                cwd=self.data.parent,
                env=self.environment,
                stdin=subprocess.DEVNULL,
                stdout=said,
                stderr=said,
            )

    @property
    def window(self) -> int:
        """Its main window on the screen, 0 for none."""
        found = self.screen.windows(self.pid, title="^InPost Desk")
        return found[-1] if found else 0

    def _window_or_dead(self) -> int:
        self._well()
        return self.window

    def kill(self) -> None:
        """SIGKILL, as a power cut would; the demo's simulator goes with it."""
        assert self._process is not None
        self._process.kill()
        self._process.wait(LIMIT)

    def close(self) -> int:
        """Alt+F4; its exit code when it has ended."""
        self.screen.bring(self.window)
        self.screen.press("alt+F4")
        return self.wait()

    def wait(self, limit: float = LIMIT) -> int:
        """Wait for its end; the exit code."""
        assert self._process is not None
        return self._process.wait(limit)

    def said(self) -> str:
        """What it wrote where a terminal would be: nothing, unless something is wrong."""
        return self._said.read_text("utf-8", "replace") if self._said.exists() else ""

    def log(self) -> str:
        """Its own log."""
        file = self.data / "inpost-desk.log"
        return file.read_text("utf-8", "replace") if file.exists() else ""

    def stop(self) -> None:
        """For the end of a test: whatever is left of it."""
        for pid in [*self.processes(), *([self.pid] if self.running else [])]:
            try:
                os.kill(pid, signal.SIGKILL)
            except ProcessLookupError:
                continue
        if self._process is not None:
            self._process.wait(LIMIT)

    def processes(self) -> list[int]:
        """Every process that works in its data folder, such as the demo's simulator."""
        found = []
        for place in Path("/proc").glob("[0-9]*/cmdline"):
            try:
                words = place.read_bytes()
            except OSError:
                continue
            if str(self.data).encode() in words and b"inpost_desk" in words:
                found.append(int(place.parent.name))
        return found

    # What it leaves

    def ask(self, question: str, *values: object) -> list[dict[str, Any]]:
        """Ask the ledger of `organization`, from outside; nothing where there is none yet."""
        places = list(self.data.glob(f"ledgers/*-{self.organization}/ledger.sqlite"))
        if not places:
            return []
        try:
            with closing(sqlite3.connect(f"file:{places[0]}?mode=ro", uri=True)) as ledger:
                ledger.row_factory = sqlite3.Row
                return [dict(row) for row in ledger.execute(question, values)]
        except sqlite3.OperationalError:
            # It is being made.
            return []

    def count(self, question: str, *values: object) -> int:
        """The one figure of a question; 0 without a ledger."""
        rows = self.ask(question, *values)
        return int(next(iter(rows[0].values())) or 0) if rows else 0

    def cells(self, row: int) -> str:
        """The cells of a row on the desk, as JSON text."""
        found = self.ask("SELECT cells FROM pile_rows WHERE row = ? ORDER BY pile_id DESC", row)
        return str(found[0]["cells"]) if found else ""

    def runs(self) -> int:
        """How many runs were begun."""
        return self.count("SELECT count(*) FROM runs")

    def runs_ended(self) -> int:
        """How many runs have come to their end."""
        return self.count("SELECT count(*) FROM runs WHERE ended_at IS NOT NULL")

    def printed(self) -> int:
        """How many labels came out by the ledger."""
        return self.count(
            "SELECT count(DISTINCT shipment_id) FROM prints WHERE state = 'done' AND document = 'label'"
        )

    # Keys with their effect

    def press_until(
        self,
        keys: Sequence[str],
        come: Callable[[], object],
        what: str,
        *,
        patience: float = _PATIENCE,
    ) -> None:
        """Press until it has come: a key that is too early is lost on people, too."""
        again = 0.0

        def seen() -> bool:
            nonlocal again
            if come():
                return True
            if time.monotonic() >= again:
                self.screen.press(*keys)
                again = time.monotonic() + patience
            return False

        self.until(seen, what)

    def run(self) -> None:
        """Ctrl+Enter, until a run has begun."""
        before = self.runs()
        self.press_until(["ctrl+Return"], lambda: self.runs() > before, "a run", patience=_SHORT)

    def until(self, come: Callable[[], object], what: str) -> None:
        """Wait for it as long as the program is well."""

        def seen() -> bool:
            self._well()
            return bool(come())

        until(seen, what)

    def _well(self) -> None:
        assert self._process is not None
        code = self._process.poll()
        assert code is None, f"it ended by itself ({code}): {self.said()}"
        assert "Traceback" not in self.log(), self.log()[-3_000:]
