"""The real window with a scanner at it, watched: `station_watched.py ORDERS NOTE ARGUMENTS…`.

ORDERS is a JSON file with what is to be scanned, NOTE the one for what was measured; the rest is the
program's own command line. Keys come from outside, through the X server, whose clock says when a code ended.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import QObject, QProcess, Qt
from PySide6.QtTest import QTest

from benchmarks.driven import DrivenProgram, Driver, Found, Script, drive
from benchmarks.window_bare import Painted
from inpost_desk.app_window import Program
from inpost_desk.domain.scan import Scan
from inpost_desk.domain.scan_code import Command
from inpost_desk.domain.stage import Stage
from inpost_desk.domain.station import BuyAt, Shown, State, StationRules
from inpost_desk.ui import scanner, scanner_keys
from inpost_desk.ui.station.page import StationPage

# Milliseconds between two keys' being down and up again: a scanner of 8 ms.
GAP = 8
BETWEEN = 0.3
# Seconds from scan to scan where they do not wait for anything, and what xdotool takes besides.
EVERY = 0.25
HURRY = 0.022
_OUT = frozenset({State.PRINTED, State.SENT})
_BAD = frozenset({State.STOP, State.ASK, State.ALREADY, State.WAITING, State.TOLD, State.DEAF})
_NAMES = {"/": "slash", "-": "minus"}


class NotedClock(scanner_keys.Clock):
    """Remembers what the X server said of each key."""

    stamps: ClassVar[dict[float, float]] = {}

    def at(self, stamp: int) -> float:
        """As ever."""
        found = super().at(stamp)
        now = time.monotonic()
        # The server counts milliseconds of the same clock, in 32 bits.
        self.stamps[found] = now - ((int(now * 1_000) - stamp) % 2**32) / 1_000
        return found

    @classmethod
    def gaps(cls) -> list[int]:
        """Milliseconds between the keys since the last scan."""
        return [round((later - key) * 1_000) for key, later in pairwise(cls.stamps.values())]


class Gun(QObject):
    """Keys at the speed of a scanner into whatever has the keyboard."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._tool = QProcess(self)

    @property
    def still(self) -> bool:
        """Whether all keys were sent."""
        return self._tool.state() is QProcess.ProcessState.NotRunning

    def send(self, codes: Sequence[str], pause: float = 0.0) -> None:
        """Each code with its Enter, `pause` seconds after the last one."""
        words: list[str] = []
        for code in codes:
            words += ["sleep", f"{pause:.3f}"] if words else []
            keys = [_NAMES.get(letter, letter) for letter in code]
            words += ["key", "--delay", str(GAP), *keys, "Return"]
        # A real scanner does not wait for a busy machine's processor in the middle of a code.
        self._tool.start("nice", ["-n", "-15", "xdotool", *words])


class Timeline(QObject):
    """Writes down what came of each code, in seconds of the machine's clock. No code comes twice."""

    def __init__(self, program: Program) -> None:
        super().__init__(program)
        self.scans: dict[str, Found] = {}
        self.trouble = ""
        self._code = ""
        self._program = program
        self._page: StationPage | None = None
        clerk = program.table.clerk
        program.scanner.scanned.connect(self._scanned)
        clerk.shown_changed.connect(self._shown)
        clerk.flashed.connect(self._flashed)
        clerk.sounds.played.connect(self._played)

    def _about(self, code: str) -> Found:
        return self.scans.setdefault(code, {"code": code})

    def _scanned(self, scan: Scan) -> None:
        # The clerk was told before us, and has shown already that it knows.
        one = self._about(scan.code)
        one["times"] = one.get("times", 0) + 1
        one["ended"] = NotedClock.stamps[scan.at]
        NotedClock.stamps.clear()
        self._code = scan.code

    def _shown(self, shown: Shown) -> None:
        now = time.monotonic()
        if shown.state is State.BUSY:
            one = self._about(shown.code)
            if "shown" not in one:
                one["shown"], self._code = now, shown.code
                self._paint(one)
        elif shown.state in _OUT or shown.state is State.PRINTING:
            one = self._about(shown.code)
            one.setdefault("given", now)
            if shown.state in _OUT:
                one.setdefault("out", now)
        elif shown.state in _BAD and shown.rule != "printer_changed":
            self.trouble = self.trouble or f"{shown.state}: {shown.rule} {shown.value}"

    def _paint(self, one: Found) -> None:
        self._page = self._page or self._program.window.findChild(StationPage)
        if self._page is not None:
            Painted(self._page.band, lambda: one.setdefault("painted", time.monotonic()))

    def _flashed(self, why: str) -> None:
        self.trouble = self.trouble or f"refused: {why}"

    def _played(self, name: str, at: float) -> None:
        self._about(self._code).setdefault("sound", [name, at])


class Packer(Driver):
    """Goes through a day at the scanner."""

    def __init__(self, program: DrivenProgram) -> None:
        super().__init__(program)
        program.window.open_page("orders")
        self.found = {"phases": {}, "stalls": {}}
        self._times = Timeline(program)
        self._gun = Gun(self)

    def trouble(self) -> str:
        """With the last scans, and what was typed since."""
        why = self._times.trouble
        if why:
            last = list(self._times.scans.values())[-3:]
            self.found = {"scans": last, "unread": NotedClock.gaps()}
        return why

    # The day

    def script(self) -> Script:
        """A pile bought when it was imported; then scans, alone and beside runs."""
        orders = self.plan
        yield lambda: self._count(Stage.LABEL) == orders["pile"]
        self.program.desk.change_settings(station=StationRules(buy_at=BuyAt.SCAN))
        yield from self._import(orders["bought_file"])
        yield from self._spaced("warm", orders["warm"])
        for printer in orders["printers"]:
            yield from self._spaced(f"prefetched, {printer}", orders[printer])
            yield from self._next_printer()
        yield from self._next_printer()
        yield from self._spaced("bought first", orders["bought"])
        for phase, file in orders["runs"].items():
            yield from self._import(file)
            yield from self._beside_a_run(phase, orders[phase])
        yield from self._import(orders["stream_file"])
        yield from self._stream(orders["stream"])

    def _spaced(self, phase: str, codes: Sequence[str]) -> Script:
        """One scan after the other, each when the label of the last one is out."""
        self.heart.begin()
        for code in codes:
            yield from self._one(code)
        self._note(phase, codes)

    def _beside_a_run(self, phase: str, codes: Sequence[str]) -> Script:
        """As long as the run goes on, or the codes last."""
        runner = self.orders.runner
        self._press_main()
        yield lambda: runner.running
        self.heart.begin()
        for code in codes:
            if not runner.running:
                break
            yield from self._one(code)
        self._note(phase, codes)
        yield lambda: not runner.running
        yield self.quiet

    def _stream(self, codes: Sequence[str]) -> Script:
        """Four a second, whatever happens, while a run is under way."""
        runner = self.orders.runner
        self._press_main()
        yield lambda: runner.running
        self.heart.begin()
        self.found["stream began"] = time.monotonic()
        keys = (len(codes[0]) + 1) * GAP / 1_000
        self._gun.send(codes, max(EVERY - keys - HURRY, 0.0))
        clerk = self.program.table.clerk
        yield lambda: self._gun.still and not clerk.busy
        self.found["run outlasted the stream"] = runner.running
        yield lambda: not clerk.waiting and not clerk.busy
        yield self.rested(2)
        self._note("stream", codes)
        yield lambda: not runner.running
        yield self.quiet

    def _one(self, code: str) -> Script:
        self._gun.send([code])
        yield lambda: "out" in self._times.scans.get(code, {})
        yield self.rested(BETWEEN)

    def _next_printer(self) -> Script:
        begun = self.program.table.clerk.room
        self._gun.send([Command.NEXT_PRINTER.value])
        yield lambda: self.program.table.clerk.room is not begun
        yield self.rested(BETWEEN)

    def _import(self, file: str) -> Script:
        piling = self.orders.piling
        before = piling.pile
        self.orders.take_files([Path(file)])
        yield lambda: piling.pile is not None and piling.pile is not before
        yield lambda: piling.checked and bool(piling.rows) and self.quiet()

    def _press_main(self) -> None:
        self.program.window.open_page("orders")
        QTest.mouseClick(self.main_button(), Qt.MouseButton.LeftButton)

    def _note(self, phase: str, codes: Sequence[str]) -> None:
        scans = self._times.scans
        self.found["stalls"][phase] = self.heart.end()
        self.found["phases"][phase] = [scans[code] for code in codes if code in scans]

    # What is waited for

    def _count(self, stage: Stage) -> int:
        return sum(row.stage is stage for row in self.orders.table.rows())


def run(orders: Path, note: Path, arguments: list[str]) -> int:
    """Run the program with those arguments, and the day at its scanner."""
    vars(scanner)["Clock"] = NotedClock
    return drive(Packer, note, arguments, json.loads(orders.read_text("utf-8")))


if __name__ == "__main__":
    sys.exit(run(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3:]))
