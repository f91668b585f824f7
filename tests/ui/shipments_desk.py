"""The Shipments page over a real account: ledger, lanes, a simulator over a socket, a folder as printer."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu
from pytestqt.qtbot import QtBot
from shiboken6 import isValid
from sqlalchemy import insert

from inpost_desk import settings
from inpost_desk.actions.settle import mirror
from inpost_desk.background import Lanes
from inpost_desk.domain.folding import fold
from inpost_desk.domain.journey import concern_of, phase_of
from inpost_desk.domain.order_shipment import Choices, as_shipment
from inpost_desk.domain.printer import Profile, Reach
from inpost_desk.ledger import history
from inpost_desk.ledger.ledger import Ledger
from inpost_desk.ledger.schema import shipments, stops
from inpost_desk.ui import look
from inpost_desk.ui.desk import Desk, Notice
from inpost_desk.ui.shipments.page import ShipmentsPage
from tests.ledger.history_shelf import row_of
from tests.ledger.pile import an_order
from tests.simulator_process import Simulator
from tests.ui.orders_desk import CTRL, LIMIT, NONE, opened

__all__ = ["CTRL", "NONE", "Window", "line", "put", "window"]
NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
NAMES = ("Anna Kowalczyk", "Łukasz Żak", "Natalia Adamczyk", "F.H.U. Kaczmarek", "Iwona Stępień")
POINTS = ("LUB17M", "KAT29A", "WRO44BAPP", "", "SZC12M")
CITIES = ("Lublin", "Katowice", "Wrocław", "Warszawa", "Szczecin")


def line(number: int, status: str = "confirmed", **values: Any) -> dict[str, Any]:
    """A row of the ledger as InPost's answers leave it, made `number` hours before `NOW`."""
    at = number % len(NAMES)
    tracking = f"6209990000000000{number:08}"
    phone = f"5012{number:05}"
    made = NOW - timedelta(hours=number)
    service = "inpost_locker_standard" if POINTS[at] else "inpost_courier_standard"
    usual: dict[str, Any] = {
        "shipx_id": 14_000_000 + number,
        "reference": f"ZK-{number:05}",
        "receiver": NAMES[at],
        "phone": phone,
        "point": POINTS[at],
        "city": CITIES[at],
        "service": service,
        "size": "A" if POINTS[at] else "",
        "status": status,
        "tracking_number": "" if status in ("created", "offers_prepared") else tracking,
        "sending_method": "dispatch_order",
        "price": Decimal("13.99"),
        "made_at": made,
        "status_at": made + timedelta(hours=1),
        "seen_at": NOW,
        "phase": str(phase_of(status)),
        "concern": str(concern_of(status, service) or ""),
        "words": fold(f"ZK-{number:05}\n{NAMES[at]}\n{phone}\n{POINTS[at]}\n{tracking}"),
    }
    return usual | values


def put(ledger: Ledger, rows: Sequence[dict[str, Any]]) -> list[int]:
    """Write them; their numbers."""
    names = {name for row in rows for name in row}
    same = [{name: row.get(name, _usual(name)) for name in names} for row in rows]
    with ledger.write() as connection:
        made = connection.execute(insert(shipments).returning(shipments.c.id), same)
        return [int(one[0]) for one in made]


def _usual(name: str) -> object:
    return None if shipments.c[name].nullable else ""


def way(ledger: Ledger, shipment: int, *stations: tuple[str, str]) -> None:
    """Its way: status and place, the oldest first."""
    with ledger.write() as connection:
        for number, (status, place) in enumerate(stations):
            at = NOW - timedelta(hours=40 - 6 * number)
            values = {"shipment_id": shipment, "status": status, "at": at, "place": place}
            connection.execute(insert(stops).values(values))


@dataclass
class Window:
    """The page, and what a person at it does and sees."""

    qtbot: QtBot
    desk: Desk
    simulator: Simulator
    folder: Path
    page: ShipmentsPage
    notices: dict[str, Notice] = field(default_factory=dict)

    @property
    def ledger(self) -> Ledger:
        assert self.desk.session is not None
        return self.desk.session.ledger

    def until(self, ready: Callable[[], object]) -> None:
        self.qtbot.waitUntil(lambda: bool(ready()), timeout=LIMIT)

    def rest(self) -> None:
        """Until nothing is to be read any more."""
        self.until(lambda: not self.page.busy and not self.desk.lanes.busy())

    def put(self, *rows: dict[str, Any]) -> list[int]:
        """Write rows, and have them shown."""
        ids = put(self.ledger, rows)
        self.refresh()
        return ids

    def refresh(self) -> None:
        self.page.refresh()
        self.rest()

    def references(self) -> list[str]:
        """Of the rows that show and were read."""
        model = self.page.table.model()
        count = model.rowCount()
        return [str(model.index(at, 1).data()) for at in range(count)]

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
        """Type it in the table."""
        if not self.page.isActiveWindow():
            self.page.activateWindow()
            self.until(self.page.isActiveWindow)
        self.page.table.setFocus()
        QTest.keyClick(self.page.table, key, modifier)

    def bought(self, *references: str) -> list[int]:
        """Paid in Manager Paczek, as far as this program knows; the ledger's own numbers."""
        assert self.desk.session is not None
        client = self.desk.session.client
        choices = Choices(sending_method="dispatch_order")
        made = [
            client.create(as_shipment(an_order(one), key="", contract=frozenset(), choices=choices))
            for one in references
        ]
        self.until(lambda: all(client.shipment(one.id).tracking_number for one in made))
        mirror(self.ledger, client)
        self.refresh()
        return [row_of(self.ledger, one).id for one in references]

    def scanned(self, shipment: int, status: str) -> None:
        """InPost says another status from now on."""
        (row,) = history.rows(self.ledger, [shipment])
        self.simulator.advance(60)
        self.simulator.control("status", {"id": row.shipx_id, "status": status})
        assert self.desk.session is not None
        # The moved clock is heard with the first answer.
        self.desk.session.client.account()

    def menu(self) -> QMenu:
        """The menu that is open."""
        self.until(QApplication.activePopupWidget)
        found = QApplication.activePopupWidget()
        assert isinstance(found, QMenu)
        return found

    def save_as(self, target: Path) -> None:
        """Name the file that is asked for."""
        self.until(lambda: self.page.findChildren(QFileDialog))
        (dialog,) = self.page.findChildren(QFileDialog)
        dialog.fileSelected.emit(str(target))
        dialog.reject()

    def go(self, number: int) -> None:
        assert self.page.table.go_to(number)
        self.rest()


@contextmanager
def window(
    qtbot: QtBot,
    lanes: Lanes,
    simulator: Simulator,
    folder: Path,
    *,
    rows: Sequence[dict[str, Any]] = (),
    kept: QSettings | None = None,
    worn: str = "light",
    prepaid: bool = False,
    **changes: Any,
) -> Iterator[Window]:
    """A page at work."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    look.apply(app, worn)
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
        if rows:
            put(doors.ledger, rows)
        desk.session = doors
        page = ShipmentsPage(desk, kept=kept)
        made = Window(qtbot, desk, simulator, folder, page)
        desk.noticed.connect(lambda notice: made.notices.update({notice.key: notice}))
        desk.withdrawn.connect(lambda key: made.notices.pop(key, None))
        page.resize(1278, 736)
        with qtbot.waitExposed(page):
            page.show()
        page.activateWindow()
        qtbot.waitUntil(page.isActiveWindow)
        made.rest()
        try:
            yield made
        finally:
            if isValid(page):
                page.closing()
                page.close()
            assert lanes.stop()
            if isValid(page):
                page.deleteLater()
                QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert problems == []
