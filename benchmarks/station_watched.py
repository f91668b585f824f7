"""The real window with a scanner at it, watched: `station_watched.py ORDERS NOTE ARGUMENTS…`.

ORDERS is a JSON file with what is to be scanned, NOTE the one for what was measured; the rest is the
program's own command line. Keys come from outside, through the X server, whose clock says when a code ended.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any, ClassVar

from PySide6.QtCore import QObject, QProcess, Qt, QTimer
from PySide6.QtTest import QTest

from benchmarks.window_bare import Painted
from benchmarks.window_watched import Condition, Heartbeat
from inpost_desk import app
from inpost_desk.app_session import Given
from inpost_desk.app_window import Program
from inpost_desk.cli.main import main
from inpost_desk.domain.scan import Scan
from inpost_desk.domain.scan_code import Command
from inpost_desk.domain.stage import Stage
from inpost_desk.domain.station import BuyAt, Shown, State, StationRules
from inpost_desk.ui import scanner, scanner_keys
from inpost_desk.ui.desk import Desk
from inpost_desk.ui.kit import KeyButton
from inpost_desk.ui.orders.page import OrdersPage
from inpost_desk.ui.station.page import StationPage
from inpost_desk.ui.window import MainWindow

Found = dict[str, Any]
Script = Iterator[Condition]

LOOK_EVERY = 20
PATIENCE = 120.0
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


class WatchedProgram(Program):
    """The program, with somebody at its scanner from the moment it is shown."""

    note = Path()
    orders: ClassVar[Found] = {}

    def __init__(
        self,
        desk: Desk,
        given: Given,
        *,
        speak: Callable[[str], None],
        wear: Callable[[str], None],
        window: MainWindow | None = None,
    ) -> None:
        super().__init__(desk, given, speak=speak, wear=wear, window=window)
        self.desk = desk

    def show(self) -> None:
        """As ever."""
        super().show()
        self._packer = Packer(self)


class Packer(QObject):
    """Goes through a day: each condition its script yields is waited for."""

    def __init__(self, program: WatchedProgram) -> None:
        super().__init__(program)
        program.window.open_page("orders")
        page = program.window.findChild(OrdersPage)
        assert page is not None
        self._program, self._page, self._desk = program, page, program.desk
        self._orders = program.orders
        self._found: Found = {"phases": {}, "stalls": {}}
        self._times = Timeline(program)
        self._heart = Heartbeat(self)
        self._gun = Gun(self)
        self._script = self._day()
        self._condition: Condition = next(self._script)
        self._patience = time.monotonic() + PATIENCE
        self._looks = QTimer(self, interval=LOOK_EVERY)
        self._looks.timeout.connect(self._look)
        self._looks.start()

    def _look(self) -> None:
        late = time.monotonic() > self._patience
        if self._times.trouble or late:
            why = self._times.trouble or "what was waited for did not come"
            last = list(self._times.scans.values())[-3:]
            self._end({"trouble": why, "scans": last, "unread": NotedClock.gaps()})
            return
        if not self._condition():
            return
        try:
            self._condition = next(self._script)
        except StopIteration:
            self._end(self._found)
        else:
            self._patience = time.monotonic() + PATIENCE

    def _end(self, found: Found) -> None:
        self._looks.stop()
        self._program.note.write_text(json.dumps(found), "utf-8")
        self._program.close()

    # The day

    def _day(self) -> Script:
        """A pile bought when it was imported; then scans, alone and beside runs."""
        orders = self._orders
        yield lambda: self._count(Stage.LABEL) == orders["pile"]
        self._desk.change_settings(station=StationRules(buy_at=BuyAt.SCAN))
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
        self._heart.begin()
        for code in codes:
            yield from self._one(code)
        self._note(phase, codes)

    def _beside_a_run(self, phase: str, codes: Sequence[str]) -> Script:
        """As long as the run goes on, or the codes last."""
        runner = self._page.runner
        self._press_main()
        yield lambda: runner.running
        self._heart.begin()
        for code in codes:
            if not runner.running:
                break
            yield from self._one(code)
        self._note(phase, codes)
        yield lambda: not runner.running
        yield self._quiet

    def _stream(self, codes: Sequence[str]) -> Script:
        """Four a second, whatever happens, while a run is under way."""
        runner = self._page.runner
        self._press_main()
        yield lambda: runner.running
        self._heart.begin()
        self._found["stream began"] = time.monotonic()
        keys = (len(codes[0]) + 1) * GAP / 1_000
        self._gun.send(codes, max(EVERY - keys - HURRY, 0.0))
        clerk = self._program.table.clerk
        yield lambda: self._gun.still and not clerk.busy
        self._found["run outlasted the stream"] = runner.running
        yield lambda: not clerk.waiting and not clerk.busy
        yield self._rested(2)
        self._note("stream", codes)
        yield lambda: not runner.running
        yield self._quiet

    def _one(self, code: str) -> Script:
        self._gun.send([code])
        yield lambda: "out" in self._times.scans.get(code, {})
        yield self._rested(BETWEEN)

    def _next_printer(self) -> Script:
        begun = self._program.table.clerk.room
        self._gun.send([Command.NEXT_PRINTER.value])
        yield lambda: self._program.table.clerk.room is not begun
        yield self._rested(BETWEEN)

    def _import(self, file: str) -> Script:
        piling = self._page.piling
        before = piling.pile
        self._page.take_files([Path(file)])
        yield lambda: piling.pile is not None and piling.pile is not before
        yield lambda: piling.checked and bool(piling.rows) and self._quiet()

    def _press_main(self) -> None:
        self._program.window.open_page("orders")
        buttons = self._page.bar.findChildren(KeyButton)
        button = next(one for one in buttons if one.key() == "Ctrl+Enter" and one.isVisible())
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def _note(self, phase: str, codes: Sequence[str]) -> None:
        scans = self._times.scans
        self._found["stalls"][phase] = self._heart.end()
        self._found["phases"][phase] = [scans[code] for code in codes if code in scans]

    # What is waited for

    def _count(self, stage: Stage) -> int:
        return sum(row.stage is stage for row in self._page.table.rows())

    def _quiet(self) -> bool:
        return not self._desk.lanes.busy()

    def _rested(self, seconds: float) -> Condition:
        until = time.monotonic() + seconds
        return lambda: time.monotonic() >= until


def run(orders: Path, note: Path, arguments: list[str]) -> int:
    """Run the program with those arguments, and the day at its scanner."""
    WatchedProgram.note = note
    WatchedProgram.orders = json.loads(orders.read_text("utf-8"))
    vars(app)["Program"] = WatchedProgram
    vars(scanner)["Clock"] = NotedClock
    return main(arguments)


if __name__ == "__main__":
    sys.exit(run(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3:]))
