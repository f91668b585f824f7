"""The Orders page over a real account: lanes, ledger, simulator over a socket, a folder as printer."""

from __future__ import annotations

import os
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from inpost_desk import settings
from inpost_desk.background import Lanes
from inpost_desk.domain.pile import PileRow
from inpost_desk.domain.printer import Profile, Reach
from inpost_desk.domain.shipment import OrganizationId, Shipment, ShipmentId
from inpost_desk.domain.stage import Stage
from inpost_desk.labels.readback import read_pages
from inpost_desk.session import Session, Target, session
from inpost_desk.settings import Account, Settings
from inpost_desk.ui import look
from inpost_desk.ui.desk import Desk, Notice
from inpost_desk.ui.orders.action_bar import ActionBar
from inpost_desk.ui.orders.page import OrdersPage
from inpost_desk.ui.orders.table import PileTable
from tests.cli.conftest import HEADER, locker
from tests.simulator_process import Simulator

# Two cores, several test runs.
LIMIT = 30_000
NONE = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier
LEFT = Qt.MouseButton.LeftButton


@contextmanager
def opened(
    folder: Path, simulator: Simulator, known: Settings, *, prepaid: bool = False
) -> Iterator[Session]:
    """An account of the simulator's."""
    organization = simulator.prepaid_organization if prepaid else simulator.organization
    token = simulator.prepaid_token if prepaid else simulator.token
    account = Account(simulator.url, OrganizationId(organization), "Shop")
    target = Target(account, simulator.url)
    with session(folder, known, target, token=token, pace=200) as doors:
        yield doors


@dataclass
class Window:
    """The page, and what a person at it does and sees."""

    qtbot: QtBot
    desk: Desk
    simulator: Simulator
    folder: Path
    page: OrdersPage
    notices: dict[str, Notice] = field(default_factory=dict)
    runs: int = 0

    # Files

    def file(self, *rows: str, name: str = "orders.csv") -> Path:
        path = self.folder / name
        path.write_text("\n".join((HEADER, *rows)) + "\n", encoding="utf-8")
        # Saved a while ago: whoever takes it need not wait whether somebody is still writing it.
        earlier = time.time() - 60
        os.utime(path, (earlier, earlier))
        return path

    def take(self, *rows: str, name: str = "orders.csv") -> Path:
        """Give it a file with these rows and wait until they stand there, checked."""
        path = self.file(*rows, name=name)
        self.page.take_files([path])
        self.until(lambda: self.shown() == path.name)
        self.rest()
        return path

    def shown(self) -> str:
        """The name of the file on the desk, once its rows are there."""
        pile = self.page.piling.pile
        return pile.file_name if pile is not None and self.page.piling.rows else ""

    # Waiting

    def until(self, ready: Callable[[], object]) -> None:
        self.qtbot.waitUntil(lambda: bool(ready()), timeout=LIMIT)

    def rest(self) -> None:
        """Until no lane has anything to do and the table has taken in what came."""

        def idle() -> bool:
            known = {one.row: one for one in self.page.table.rows()}
            return not self.desk.lanes.busy() and known == self.page.piling.rows

        self.until(idle)

    def run_ended(self) -> None:
        self.until(lambda: not self.page.runner.running)
        self.rest()

    # What stands there

    def rows(self) -> list[PileRow]:
        return list(self.page.piling.rows.values())

    def stages(self) -> list[Stage]:
        return [row.stage for row in self.rows()]

    def bought(self) -> Counter[str]:
        """What InPost has, by reference."""
        return Counter(
            one["reference"] for one in self.simulator.shipments() if one["status"] != "canceled"
        )

    def at_inpost(self, reference: str) -> Shipment:
        """The shipment as InPost shows it."""
        assert self.desk.session is not None
        (found,) = (one for one in self.simulator.shipments() if one["reference"] == reference)
        return self.desk.session.client.shipment(ShipmentId(found["id"]))

    def printed(self) -> list[list[str]]:
        """The numbers on the documents that came out, in the order they came."""
        files = sorted(self.paper.glob("*.pdf"), key=lambda file: file.stat().st_mtime_ns)
        return [
            [next(iter(page.codes), "") for page in read_pages(file.read_bytes())] for file in files
        ]

    def on_paper(self) -> list[str]:
        """The numbers that came out, whichever document they were on."""
        return [number for document in self.printed() for number in document]

    def numbers(self) -> list[str]:
        return [row.tracking_number for row in self.rows()]

    @property
    def paper(self) -> Path:
        return self.folder / "paper"

    @property
    def bar(self) -> ActionBar:
        return self.page.bar

    def button(self, words: str) -> QPushButton:
        """The visible button whose text begins like that; the bar's before a row's own."""
        found = [
            one
            for one in self.page.findChildren(QPushButton)
            if one.isVisible() and one.text().startswith(words)
        ]
        assert found, f"no button {words!r}"
        return min(found, key=lambda one: not self.bar.isAncestorOf(one))

    def has_button(self, words: str) -> bool:
        with suppress(AssertionError):
            return self.button(words).isEnabled()
        return False

    # What is done

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
        """Type it in the table."""
        if not self.page.isActiveWindow():
            self.page.activateWindow()
            self.until(self.page.isActiveWindow)
        self.page.table.setFocus()
        QTest.keyClick(self.page.table, key, modifier)

    def hold_down(self, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE, *, times: int) -> None:
        """The system repeats a key that is held down."""
        self.page.table.setFocus()
        QTest.keyPress(self.page.table, key, modifier)
        self.repeat(key, modifier, times=times)

    def repeat(self, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE, *, times: int) -> None:
        """It is still held down."""
        for _ in range(times):
            QTest.simulateEvent(self.page.table, True, key.value, modifier, "", True)

    def type_in(self, row: int, cell: str, text: str) -> None:
        """Edit a cell with F2 and leave it with Enter."""
        self.page.table.go_to(row, cell)
        self.key(Qt.Key.Key_F2)
        editor = self.editor()
        QTest.keyClicks(editor, text)
        QTest.keyClick(editor, Qt.Key.Key_Return)
        state = PileTable.State.EditingState
        self.until(lambda: self.page.table.state() is not state)

    def editor(self) -> QLineEdit:
        """The open cell, all of whose text is selected."""
        (found,) = self.page.table.findChildren(QLineEdit, "cell_editor")
        return found

    def select(self, *rows: int) -> None:
        """Select these rows, which follow each other, with Shift and the arrow."""
        self.page.table.go_to(rows[0])
        for _ in rows[1:]:
            self.key(Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)

    def click(self, words: str) -> None:
        QTest.mouseClick(self.button(words), LEFT)

    def go(self) -> None:
        """Ctrl+Enter."""
        self.key(Qt.Key.Key_Return, CTRL)

    def create_and_print(self) -> None:
        self.until(lambda: self.has_button("Create and print"))
        before = self.runs
        self.go()
        self.until(lambda: self.runs > before)
        self.run_ended()

    def _began(self) -> None:
        self.runs += 1


def references(count: int, first: int = 1) -> list[str]:
    return [f"R-{number:02}" for number in range(first, first + count)]


def lockers(count: int) -> list[str]:
    """Good rows, each for somebody else."""
    return [
        locker(reference, phone=f"5012{number:05}")
        for number, reference in enumerate(references(count))
    ]


@contextmanager
def window(
    qtbot: QtBot,
    lanes: Lanes,
    simulator: Simulator,
    folder: Path,
    *,
    prepaid: bool = False,
    **changes: Any,
) -> Iterator[Window]:
    """A page at work."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    look.apply(app, "light")
    (folder / "paper").mkdir(exist_ok=True)
    usual: dict[str, Any] = {
        "sending_method": "dispatch_order",
        "printers": (Profile.at(Reach.FOLDER, str(folder / "paper")),),
    }
    data = folder / "data"
    data.mkdir(exist_ok=True)
    known = settings.change(data, **(usual | changes))
    desk = Desk(lanes, data, known)
    problems: list[Exception] = []
    lanes.unhandled.connect(problems.append)
    with opened(data, simulator, known, prepaid=prepaid) as doors:
        desk.session = doors
        page = OrdersPage(desk)
        made = Window(qtbot, desk, simulator, folder, page)
        desk.noticed.connect(lambda notice: made.notices.update({notice.key: notice}))
        desk.withdrawn.connect(lambda key: made.notices.pop(key, None))
        page.runner.started.connect(made._began)
        page.resize(1366, 768)
        with qtbot.waitExposed(page):
            page.show()
        page.activateWindow()
        qtbot.waitUntil(page.isActiveWindow)
        try:
            yield made
        finally:
            if isValid(page):
                page.closing()
                page.close()
            assert lanes.stop()
            if isValid(page):
                # Left alone, it would be styled anew by every further test.
                page.deleteLater()
                QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert problems == []
