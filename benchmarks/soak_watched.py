"""The real window through an hour of the packing table: `soak_watched.py PLAN NOTE ARGUMENTS…`.

PLAN is a JSON file with a file of orders for each minute and the simulator's address, NOTE the one for the
memory after each minute; the rest is the program's own command line. InPost's clock goes a minute each time.
"""

from __future__ import annotations

import json
import os
import sys
import time
import urllib.request
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from benchmarks.driven import DrivenProgram, Driver, Script, drive
from inpost_desk.domain.scan import Scan
from inpost_desk.domain.stage import Stage
from inpost_desk.domain.station import State
from inpost_desk.ui.shipments.page import ShipmentsPage

MINUTE = 60.0
PAGES = ("pickup", "settings", "station", "shipments")
_OUT = frozenset({State.PRINTED, State.SENT})
_PAGE = os.sysconf("SC_PAGE_SIZE")


class Worker(Driver):
    """Goes through the hour."""

    def __init__(self, program: DrivenProgram) -> None:
        super().__init__(program)
        self.found = {"memory": []}

    def script(self) -> Script:
        """A file, its scans and a look at everything, each minute."""
        yield lambda: self.program.desk.session is not None and self.quiet()
        for minute in self.plan["minutes"]:
            yield from self._file(minute["file"], len(minute["references"]))
            for reference in minute["references"]:
                yield from self._scan(reference)
            yield from self._look_around()
            self._advance()
            self.found["memory"].append(_resident())

    def _file(self, file: str, orders: int) -> Script:
        """A file that is bought when it comes."""
        window, piling = self.program.window, self.orders.piling
        window.open_page("orders")
        before = piling.pile
        self.orders.take_files([Path(file)])
        yield lambda: piling.pile is not None and piling.pile is not before
        yield lambda: self._with_label() == orders and self.quiet()

    def _scan(self, reference: str) -> Script:
        self.program.window.open_page("station")
        clerk = self.program.table.clerk
        came: list[State] = []
        heard = clerk.shown_changed.connect(lambda shown: came.append(shown.state))
        at = time.monotonic()
        self.program.scanner.scanned.emit(Scan(reference, at - 0.1, at, 0, ended=True))
        yield lambda: bool(_OUT.intersection(came))
        clerk.shown_changed.disconnect(heard)

    def _look_around(self) -> Script:
        """Every page once, a search, a shipment begun by hand, another look."""
        window = self.program.window
        for name in PAGES:
            window.open_page(name)
            yield self.quiet
        history = window.findChild(ShipmentsPage)
        assert history is not None
        for words in ("kowal", ""):
            history.header.search.setText(words)
            yield self.quiet
        window.open_page("new")
        yield self.quiet
        QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Escape)
        for worn in ("dark", "light"):
            self.program.wear(worn)
            yield self.quiet

    def _advance(self) -> None:
        request = urllib.request.Request(
            f"{self.plan['simulator']}/_control/clock",
            data=json.dumps({"advance": MINUTE}).encode(),
            headers={"Content-Type": "application/json"},
        )
        with urllib.request.urlopen(request, timeout=10):
            pass

    def _with_label(self) -> int:
        return sum(row.stage is Stage.LABEL for row in self.orders.table.rows())


def _resident() -> int:
    """Bytes of memory that this process holds now."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * _PAGE


if __name__ == "__main__":
    hour = json.loads(Path(sys.argv[1]).read_text("utf-8"))
    sys.exit(drive(Worker, Path(sys.argv[2]), sys.argv[3:], hour))
