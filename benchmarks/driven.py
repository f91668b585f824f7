"""The real program with somebody at it who follows a script, and a note of what was found on the way.

A script yields what it waits for; what it does in between is done as a person would. Nothing is measured here
but how long the window was held up.
"""

from __future__ import annotations

import json
import time
import traceback
from array import array
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, ClassVar

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QWidget

from inpost_desk import app
from inpost_desk.app_session import Given
from inpost_desk.app_window import Program
from inpost_desk.cli.main import main
from inpost_desk.ui.desk import Desk
from inpost_desk.ui.kit import KeyButton
from inpost_desk.ui.orders.page import OrdersPage
from inpost_desk.ui.window import MainWindow

BEAT = 5
LOOK_EVERY = 20
PATIENCE = 300.0

Found = dict[str, Any]
Condition = Callable[[], bool]
Script = Iterator[Condition]


class DrivenProgram(Program):
    """The program, with somebody at its keys from the moment it is shown."""

    driver: ClassVar[type[Driver]]
    note = Path()
    plan: ClassVar[Found] = {}

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
        self.desk, self.wear = desk, wear

    def show(self) -> None:
        """As ever; the first paint comes after this."""
        super().show()
        self._driver = self.driver(self)
        self._driver.begin()


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


class Driver(QObject):
    """Follows `script`; at its end, or where it cannot be reached, notes `found` and closes the window."""

    def __init__(self, program: DrivenProgram) -> None:
        super().__init__(program)
        page = program.window.findChild(OrdersPage)
        assert page is not None
        self.program, self.orders = program, page
        self.plan = program.plan
        self.found: Found = {}
        self.heart = Heartbeat(self)
        self._script: Script = iter(())
        self._condition: Condition = lambda: True
        self._patience = time.monotonic() + PATIENCE
        self._looks = QTimer(self, interval=LOOK_EVERY)
        self._looks.timeout.connect(self._look)

    def begin(self) -> None:
        """At once: what the first step wants to see may come with the next event."""
        self._script = self.script()
        self._look()
        self._looks.start()

    def script(self) -> Script:
        """What is done, and what is waited for in between."""
        raise NotImplementedError

    def trouble(self) -> str:
        """What makes it useless to go on, else ""."""
        return ""

    def quiet(self) -> bool:
        """Whether no lane has anything to do."""
        return not self.program.desk.lanes.busy()

    def rested(self, seconds: float) -> Condition:
        """That so much time has gone by."""
        until = time.monotonic() + seconds
        return lambda: time.monotonic() >= until

    def main_button(self) -> QWidget:
        """The one of the Orders page that buys."""
        buttons = self.orders.bar.findChildren(KeyButton)
        return next(one for one in buttons if one.key() == "Ctrl+Enter" and one.isVisible())

    def _look(self) -> None:
        """On to the next step as soon as what it waits for is there."""
        try:
            if why := self.trouble():
                self._end({"trouble": why, **self.found})
            elif self._condition():
                self._condition = next(self._script)
                self._patience = time.monotonic() + PATIENCE
            elif time.monotonic() > self._patience:
                self._end({"trouble": "what was waited for did not come", **self.found})
        except StopIteration:
            self._end(self.found)
        except Exception as error:  # noqa: BLE001 - a mistake of ours must not look like an early end
            self._end({"trouble": "".join(traceback.format_exception(error))})

    def _end(self, found: Found) -> None:
        self._looks.stop()
        self.program.note.write_text(json.dumps(found), "utf-8")
        self.program.close()


def drive(driver: type[Driver], note: Path, arguments: list[str], plan: Found) -> int:
    """Run the program with those arguments and `driver` at it; what he finds is written to `note`."""
    DrivenProgram.driver, DrivenProgram.note, DrivenProgram.plan = driver, note, plan
    vars(app)["Program"] = DrivenProgram
    return main(arguments)
