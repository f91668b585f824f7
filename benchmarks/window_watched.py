"""The real window, driven by mouse and keys and watched: `window_watched.py WHAT IDLE NOTE ARGUMENTS…`.

WHAT is `run`, `large` or `history` (`start` comes by `window_start`); IDLE the seconds in which nothing is
done; NOTE is the JSON file for the measurements; the rest is the program's own command line.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from benchmarks.driven import DrivenProgram, Driver, Script, drive
from benchmarks.shipments_watched import history_script
from benchmarks.window_bare import BareTable, Painted
from inpost_desk.domain.stage import Stage
from inpost_desk.ui.orders.pile_jobs import FIRST

# The part of the idle seconds in which all must be done that comes of a letter.
LETTER = 0.06
# The letters typed: rarer and rarer, then back.
TYPED = "kowal"


class Watch(Driver):
    """One of the scripts, by its name."""

    def __init__(self, program: DrivenProgram) -> None:
        super().__init__(program)
        self.idle: float = self.plan["idle"]
        self.found = dict(self.plan["found"])

    def script(self) -> Script:
        """The one that was asked for."""
        scripts: dict[str, Callable[[], Script]] = {
            "start": self._start,
            "run": self._run,
            "large": self._large,
            "history": partial(history_script, self),
        }
        return scripts[self.plan["what"]]()

    # The scripts

    def _start(self) -> Script:
        """From the outside: when the rows were painted; `window_start` says when the window was."""
        self.orders.table.shown_changed.connect(self._listed)
        yield lambda: "listed" in self.found

    def _run(self) -> Script:
        yield self._settled
        yield self.rested(2)
        self.heart.begin()
        yield self.rested(self.idle)
        self.found["idle"] = self.heart.end()
        runner = self.orders.runner
        self.heart.begin()
        QTest.mouseClick(self.main_button(), Qt.MouseButton.LeftButton)
        yield lambda: runner.running
        yield lambda: not runner.running
        yield self.quiet
        self.found["run"] = self.heart.end()
        rows = self.orders.table.rows()
        self.found["printed"] = sum(row.stage is Stage.PRINTED for row in rows)

    def _large(self) -> Script:
        """The pile once more, with everything loaded: until its first rows are painted; then the search."""
        yield self._settled
        yield self.rested(1)
        self.orders.table.shown_changed.connect(self._listed)
        self._note("asked")
        self.orders.piling.open_newest()
        yield lambda: "listed" in self.found
        yield self._settled
        yield from self._bare()
        yield from self._search()

    def _bare(self) -> Script:
        pile, session = self.orders.piling.pile, self.program.desk.session
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
        QTest.keyClick(self.orders, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
        field = self.orders.header.search
        assert QApplication.focusWidget() is field
        letters: list[dict[str, float]] = []
        # The first one, nothing, is what the clocks here and the blinking cursor cost by themselves.
        for letter in ("", *TYPED, *("\b" for _ in TYPED)):
            yield self.rested(LETTER * self.idle)
            begun = time.thread_time()
            self.heart.begin()
            _press(field, letter)
            yield self.rested(LETTER * self.idle)
            yield self.quiet
            spent = (time.thread_time() - begun) * 1_000
            letters.append({"cpu": spent, **self.heart.end()})
        self.found["letters"] = letters

    # What they wait for

    def _settled(self) -> bool:
        piling = self.orders.piling
        return piling.checked and bool(piling.rows) and self.quiet()

    def _note(self, name: str) -> None:
        self.found.setdefault(name, time.monotonic())

    def _listed(self, count: int) -> None:
        table, pile = self.orders.table, self.orders.piling.pile
        if count and pile is not None:
            name = "listed" if count == pile.rows else "first"
            Painted(table.viewport(), partial(self._note, name))


def _press(field: QWidget, letter: str) -> None:
    if letter == "\b":
        QTest.keyClick(field, Qt.Key.Key_Backspace)
    else:
        QTest.keyClicks(field, letter)


def watch(
    what: str, idle: float, note: Path, arguments: list[str], found: dict[str, object]
) -> int:
    """Run the program with those arguments, watched; what is found out is added to `found` and noted."""
    return drive(Watch, note, arguments, {"what": what, "idle": idle, "found": found})


if __name__ == "__main__":
    sys.exit(watch(sys.argv[1], float(sys.argv[2]), Path(sys.argv[3]), sys.argv[4:], {}))
