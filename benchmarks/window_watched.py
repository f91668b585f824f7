"""The real window, driven by mouse and keys and watched: `window_watched.py WHAT NOTE ARGUMENTS…`.

WHAT is `start`, `run`, `first` or `search`; NOTE is the JSON file that the measurements go to; the rest is the
program's own command line. The whole program runs as it always does, in this process.
"""

from __future__ import annotations

import json
import sys
import time
from array import array
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from inpost_desk.app_window import Program
from inpost_desk.cli.main import main

BEAT = 5
LOOK_EVERY = 20
PATIENCE = 300.0
IDLE_SECONDS = 10.0
# The letters typed: rarer and rarer, then back.
TYPED = "kowal"

Condition = Callable[[], bool]
Script = Iterator[Condition]


class Painted(QObject):
    """Calls `told` once what is watched has been painted, with everything in it."""

    def __init__(self, watched: QWidget, told: Callable[[], None]) -> None:
        super().__init__(watched)
        self._watched, self._told = watched, told
        watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """The paint events of one pass are all sent before any timer fires."""
        if event.type() == QEvent.Type.Paint:
            self._watched.removeEventFilter(self)
            QTimer.singleShot(0, self._told)
        return super().eventFilter(watched, event)


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


class Watch(QObject):
    """Goes through a script: each condition it yields is waited for."""

    def __init__(self, what: str, note: Path, program: Program) -> None:
        super().__init__(program)
        from inpost_desk.ui.orders.page import OrdersPage

        page = program.window.findChild(OrdersPage)
        assert page is not None
        self._program, self._page, self._note = program, page, note
        self._found: dict[str, object] = {}
        self._heart = Heartbeat(self)
        scripts = {
            "start": self._start,
            "run": self._run,
            "first": self._first,
            "search": self._search,
        }
        self._script = scripts[what]()
        self._condition: Condition = lambda: True
        self._patience = 0.0
        self._looks = QTimer(self, interval=LOOK_EVERY)
        self._looks.timeout.connect(self._look)
        self._looks.start()
        if what == "start":
            Painted(program.window, lambda: self._moment("painted"))
            page.table.shown_changed.connect(self._listed)

    def _moment(self, name: str) -> None:
        self._found.setdefault(name, time.monotonic())

    def _listed(self, count: int) -> None:
        if count:
            Painted(self._page.table.viewport(), lambda: self._moment("first"))
        if count and count == len(self._page.piling.rows):
            Painted(self._page.table.viewport(), lambda: self._moment("listed"))

    def _look(self) -> None:
        """On to the next step as soon as what it waits for is there."""
        if not self._condition():
            assert time.monotonic() < self._patience, "what was waited for did not come"
            return
        try:
            self._condition = next(self._script)
        except StopIteration:
            self._looks.stop()
            self._note.write_text(json.dumps(self._found), "utf-8")
            self._program.close()
        else:
            self._patience = time.monotonic() + PATIENCE

    # The scripts

    def _start(self) -> Script:
        yield lambda: "listed" in self._found

    def _run(self) -> Script:
        page = self._page
        yield lambda: page.piling.checked and page.bar.isVisible()
        yield self._quiet
        yield self._rested(2)
        self._heart.begin()
        yield self._rested(IDLE_SECONDS)
        self._found["idle"] = self._heart.end()
        button = page.bar.main_button()
        assert button.isEnabled()
        self._heart.begin()
        QTest.mouseClick(button, Qt.MouseButton.LeftButton, pos=QPoint(20, 20))
        yield lambda: page.runner.running
        yield lambda: not page.runner.running
        yield self._quiet
        self._found["run"] = self._heart.end()
        self._found["printed"] = page.runner.figures.printed

    def _first(self) -> Script:
        """The pile once more, with everything loaded: until its first rows are painted."""
        page = self._page
        yield lambda: page.piling.checked and bool(page.piling.rows)
        yield self._quiet
        yield self._rested(1)
        self._found.pop("again", None)

        def shown(count: int) -> None:
            if count:
                Painted(page.table.viewport(), lambda: self._moment("again"))

        page.table.set_rows([])
        yield self._quiet
        page.table.shown_changed.connect(shown)
        self._moment("asked")
        page.piling.open_newest()
        yield lambda: "again" in self._found

    def _search(self) -> Script:
        """Letters typed one after the other: what each costs this thread, and how long it is held."""
        page = self._page
        yield lambda: page.piling.checked and bool(page.piling.rows)
        yield self._quiet
        yield self._rested(2)
        QTest.keyClick(self._program.window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
        field = page.header.search
        assert QApplication.focusWidget() is field
        letters: list[dict[str, float]] = []
        for letter in (*TYPED, *("\b" for _ in TYPED)):
            yield self._rested(0.5)
            self._heart.begin()
            before = time.thread_time()
            _press(field, letter)
            yield self._rested(0.02)
            yield self._quiet
            yield self._rested(0.02)
            spent = (time.thread_time() - before) * 1_000
            letters.append({"cpu": spent, **self._heart.end()})
        self._found["letters"] = letters

    def _quiet(self) -> bool:
        return not self._program.busy()

    def _rested(self, seconds: float) -> Condition:
        until = time.monotonic() + seconds
        return lambda: time.monotonic() >= until


def _press(field: QWidget, letter: str) -> None:
    if letter == "\b":
        QTest.keyClick(field, Qt.Key.Key_Backspace)
    else:
        QTest.keyClicks(field, letter)
