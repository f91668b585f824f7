"""The real window, driven by mouse and keys and watched: `window_watched.py WHAT IDLE NOTE ARGUMENTS…`.

WHAT is `run`, `large` or `history` (`start` comes by `window_start`); IDLE the seconds in which nothing is
done; NOTE is the JSON file for the measurements; the rest is the program's own command line.
"""

from __future__ import annotations

import json
import sys
import time
from array import array
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from benchmarks.shipments_watched import history_script
from benchmarks.window_bare import BareTable, Painted
from inpost_desk import app
from inpost_desk.app_session import Given
from inpost_desk.app_window import Program
from inpost_desk.cli.main import main
from inpost_desk.domain.stage import Stage
from inpost_desk.ui.desk import Desk
from inpost_desk.ui.kit import KeyButton
from inpost_desk.ui.orders.page import OrdersPage
from inpost_desk.ui.orders.pile_jobs import FIRST
from inpost_desk.ui.window import MainWindow

BEAT = 5
LOOK_EVERY = 20
PATIENCE = 300.0
# The part of the idle seconds in which all must be done that comes of a letter.
LETTER = 0.06
# The letters typed: rarer and rarer, then back.
TYPED = "kowal"

Condition = Callable[[], bool]
Script = Iterator[Condition]


class Heartbeat(QObject):
    """How late a timer of 5 ms is, each time: as long as something else held the event loop."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.late = array("d")
        self._last = 0.0
        self._timer = QTimer(self, interval=BEAT, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)

    def begin(self) -> None:
        """From now on, with nothing noted yet."""
        self.late = array("d")
        self._last = time.perf_counter()
        self._timer.start()

    def end(self) -> dict[str, float]:
        """Milliseconds since `begin`: the 99.9th percentile and the longest."""
        self._timer.stop()
        ordered = sorted(self.late)
        place = min(int(len(ordered) * 0.999), len(ordered) - 1)
        return {"p999": ordered[place], "most": ordered[-1], "beats": len(ordered)}

    def _beat(self) -> None:
        now = time.perf_counter()
        self.late.append((now - self._last) * 1_000 - BEAT)
        self._last = now


class WatchedProgram(Program):
    """The program, with somebody at its keys from the moment it is shown."""

    what = ""
    idle = 0.0
    note = Path()
    found: ClassVar[dict[str, object]] = {}

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
        """As ever; the first paint comes after this."""
        super().show()
        self._watch = Watch(self)


class Watch(QObject):
    """Goes through a script: each condition it yields is waited for."""

    def __init__(self, program: WatchedProgram) -> None:
        super().__init__(program)
        page = program.window.findChild(OrdersPage)
        assert page is not None
        self.program, self._page = program, page
        self.found = dict(program.found)
        self.heart = Heartbeat(self)
        self._until = 0.0
        scripts: dict[str, Callable[[], Script]] = {
            "start": self._start,
            "run": self._run,
            "large": self._large,
            "history": partial(history_script, self),
        }
        self._script = scripts[program.what]()
        self._condition: Condition = next(self._script)
        self._patience = time.monotonic() + PATIENCE
        self._looks = QTimer(self, interval=LOOK_EVERY)
        self._looks.timeout.connect(self._look)
        self._looks.start()

    def _look(self) -> None:
        """On to the next step as soon as what it waits for is there."""
        if not self._condition():
            if time.monotonic() > self._patience:
                self._end({"trouble": "what was waited for did not come"})
            return
        try:
            self._condition = next(self._script)
        except StopIteration:
            self._end(self.found)
        else:
            self._patience = time.monotonic() + PATIENCE

    def _end(self, found: dict[str, object]) -> None:
        self._looks.stop()
        self.program.note.write_text(json.dumps(found), "utf-8")
        self.program.close()

    # The scripts

    def _start(self) -> Script:
        """From the outside: when the rows were painted; `window_start` says when the window was."""
        self._page.table.shown_changed.connect(self._listed)
        yield lambda: "listed" in self.found

    def _run(self) -> Script:
        yield self._settled
        yield self.rested(2)
        self.heart.begin()
        yield self.rested(self.program.idle)
        self.found["idle"] = self.heart.end()
        runner = self._page.runner
        self.heart.begin()
        QTest.mouseClick(self._main_button(), Qt.MouseButton.LeftButton)
        yield lambda: runner.running
        yield lambda: not runner.running
        yield self.quiet
        self.found["run"] = self.heart.end()
        rows = self._page.table.rows()
        self.found["printed"] = sum(row.stage is Stage.PRINTED for row in rows)

    def _large(self) -> Script:
        """The pile once more, with everything loaded: until its first rows are painted; then the search."""
        yield self._settled
        yield self.rested(1)
        self._page.table.shown_changed.connect(self._listed)
        self._note("asked")
        self._page.piling.open_newest()
        yield lambda: "listed" in self.found
        yield self._settled
        yield from self._bare()
        yield from self._search()

    def _bare(self) -> Script:
        pile, session = self._page.piling.pile, self.program.desk.session
        assert pile is not None
        assert session is not None
        bare = BareTable()
        yield self.rested(1)
        for rows in (FIRST, pile.rows):
            self._note(f"bare {rows} asked")
            bare.read(session.ledger.path, pile.id, rows, partial(self._note, f"bare {rows}"))
            yield partial(self.found.__contains__, f"bare {rows}")
        bare.close()
        self.program.window.activateWindow()
        yield self.program.window.isActiveWindow

    def _search(self) -> Script:
        """Letters typed one after the other: what each costs this thread, and how long it is held."""
        QTest.keyClick(self._page, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
        field = self._page.header.search
        assert QApplication.focusWidget() is field
        letters: list[dict[str, float]] = []
        # The first one, nothing, is what the clocks here and the blinking cursor cost by themselves.
        for letter in ("", *TYPED, *("\b" for _ in TYPED)):
            yield self.rested(LETTER * self.program.idle)
            begun = time.thread_time()
            self.heart.begin()
            _press(field, letter)
            yield self.rested(LETTER * self.program.idle)
            yield self.quiet
            spent = (time.thread_time() - begun) * 1_000
            letters.append({"cpu": spent, **self.heart.end()})
        self.found["letters"] = letters

    # What they wait for

    def _settled(self) -> bool:
        piling = self._page.piling
        return piling.checked and bool(piling.rows) and self.quiet()

    def quiet(self) -> bool:
        return not self.program.desk.lanes.busy()

    def rested(self, seconds: float) -> Condition:
        until = time.monotonic() + seconds
        return lambda: time.monotonic() >= until

    def _note(self, name: str) -> None:
        self.found.setdefault(name, time.monotonic())

    def _listed(self, count: int) -> None:
        table, pile = self._page.table, self._page.piling.pile
        if count and pile is not None:
            name = "listed" if count == pile.rows else "first"
            Painted(table.viewport(), partial(self._note, name))

    def _main_button(self) -> KeyButton:
        buttons = self._page.bar.findChildren(KeyButton)
        return next(one for one in buttons if one.key() == "Ctrl+Enter" and one.isVisible())


def _press(field: QWidget, letter: str) -> None:
    if letter == "\b":
        QTest.keyClick(field, Qt.Key.Key_Backspace)
    else:
        QTest.keyClicks(field, letter)


def watch(
    what: str, idle: float, note: Path, arguments: list[str], found: dict[str, object]
) -> int:
    """Run the program with those arguments, watched; what is found out is added to `found` and noted."""
    WatchedProgram.what, WatchedProgram.idle, WatchedProgram.note = what, idle, note
    WatchedProgram.found = found
    vars(app)["Program"] = WatchedProgram
    return main(arguments)


if __name__ == "__main__":
    sys.exit(watch(sys.argv[1], float(sys.argv[2]), Path(sys.argv[3]), sys.argv[4:], {}))
