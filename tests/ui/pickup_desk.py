"""The Pickup page over a real account: lanes, ledger, simulator over a socket, a folder as printer."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from inpost_desk import settings
from inpost_desk.actions import ship
from inpost_desk.actions.send import Terms
from inpost_desk.actions.waiting import Stop
from inpost_desk.background import Lanes
from inpost_desk.domain.order import Address
from inpost_desk.domain.order_shipment import Choices
from inpost_desk.domain.pickup import PickupRules
from inpost_desk.domain.printer import PaperKind, Profile, Purpose, Reach
from inpost_desk.domain.scan import Scan
from inpost_desk.ledger import pickup_lines
from inpost_desk.session import Session
from inpost_desk.ui import look
from inpost_desk.ui.desk import Desk, Notice
from inpost_desk.ui.pickup import following
from inpost_desk.ui.pickup.page import PickupPage
from tests.actions.shop import enter, order
from tests.simulator_process import Simulator
from tests.ui.orders_desk import LIMIT, opened

CONTRACT = frozenset({"inpost_locker_standard", "inpost_courier_standard", "inpost_courier_c2c"})
WAREHOUSE = PickupRules(
    address=Address("Ciepłownicza", "8", "Rzeszów", "35-322"),
    name="Magazyn Rzeszów",
    phone="178520014",
    email="magazyn@example.test",
    office_hours="8-16",
)


@dataclass
class Warehouse:
    """The page, and what a person at it does and sees."""

    qtbot: QtBot
    desk: Desk
    simulator: Simulator
    folder: Path
    session: Session
    page: PickupPage
    notices: dict[str, Notice] = field(default_factory=dict)
    badges: list[int] = field(default_factory=list)
    _moments: Iterator[float] = field(default_factory=lambda: itertools.count(1.0, 10.0))

    # Parcels

    def buy(self, *references: str, method: str = "dispatch_order") -> list[int]:
        """Parcels with labels; the ledger's own numbers."""
        return bought(self.session, *references, method=method)

    def number(self, reference: str) -> str:
        """The number on its label."""
        (found,) = (one for one in self.simulator.shipments() if one["reference"] == reference)
        return str(found["tracking_number"])

    def pickups(self) -> list[dict[str, Any]]:
        """What InPost has."""
        return list(self.simulator.look("pickups"))

    # At the page

    def press(self, key: Qt.Key, modifier: Any = Qt.KeyboardModifier.NoModifier) -> None:
        focused = QApplication.focusWidget() or self.page
        QTest.keyClick(focused, key, modifier)

    def scan(self, code: str) -> None:
        """From the scanner, as the window hands it on."""
        at = next(self._moments)
        assert self.page.hears
        self.page.scanned(Scan(code, at - 0.2, at, 0, ended=True))

    def click(self, button: QWidget) -> None:
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def ticked(self) -> list[str]:
        """The references of what is ticked."""
        chosen = set(self.page.ready.chosen())
        known = pickup_lines.candidates(self.session.ledger)
        return sorted(one.row.reference for one in known if one.row.id in chosen)

    def until(self, ready: Callable[[], object]) -> None:
        self.qtbot.waitUntil(lambda: bool(ready()), timeout=LIMIT)

    def come_back(self) -> None:
        """A dialog was closed: the page has the keyboard again."""
        self.page.activateWindow()
        self.until(self.page.isActiveWindow)
        self.page.ready.table.setFocus()

    def rest(self) -> None:
        """Until no lane has anything to do."""
        self.until(lambda: not self.desk.lanes.busy())

    def order(self) -> None:
        """Ctrl+Enter, and until InPost has said yes or no."""
        count = len(self.page.today.orders.shown())
        self.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        self.until(lambda: len(self.page.today.orders.shown()) > count)

    def printed(self) -> list[Path]:
        """The documents that came out."""
        return sorted((self.folder / "paper").glob("*.pdf"))


def bought(session: Session, *references: str, method: str = "dispatch_order") -> list[int]:
    """Parcels with labels, by a run; the ledger's own numbers."""
    run_id = enter(session.ledger, *map(order, references), digest=f"{references[0]}-{method}")
    terms = Terms(
        contract=CONTRACT, choices=Choices(sending_method=method, sender=None), wait=False
    )
    ship.work(
        session.ledger,
        session.client,
        run_id,
        terms=terms,
        show=lambda _progress: None,
        stop=Stop(),
    )
    known = pickup_lines.candidates(session.ledger)
    return [one.row.id for one in known if one.row.reference in references]


@contextmanager
def warehouse(
    qtbot: QtBot,
    lanes: Lanes,
    simulator: Simulator,
    folder: Path,
    *,
    parcels: Sequence[str] = (),
    to_lockers: Sequence[str] = (),
    prepaid: bool = False,
    worn: str = "light",
    shown: bool = True,
    **changes: Any,
) -> Iterator[Warehouse]:
    """A page at work, over parcels that were bought before."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    look.apply(app, worn)
    (folder / "paper").mkdir(exist_ok=True)
    paper = replace(
        Profile.at(Reach.FOLDER, str(folder / "paper")),
        paper=PaperKind.A4,
        serves=(Purpose.DOCUMENTS,),
    )
    usual: dict[str, Any] = {
        "sending_method": "dispatch_order",
        "printers": (paper,),
        "pickup": WAREHOUSE,
    }
    data = folder / "data"
    data.mkdir(exist_ok=True)
    known = settings.change(data, **(usual | changes))
    desk = Desk(lanes, data, known)
    problems: list[Exception] = []
    lanes.unhandled.connect(problems.append)
    simulator.faults(pickup_after=0.1)
    with opened(data, simulator, known, prepaid=prepaid) as doors:
        desk.session = doors
        if parcels:
            bought(doors, *parcels)
        if to_lockers:
            bought(doors, *to_lockers, method="parcel_locker")
        page = PickupPage(desk)
        made = Warehouse(qtbot, desk, simulator, folder, doors, page)
        page.badge_changed.connect(made.badges.append)
        desk.noticed.connect(lambda notice: made.notices.update({notice.key: notice}))
        desk.withdrawn.connect(lambda key: made.notices.pop(key, None))
        page.resize(1278, 736)
        if shown:
            with qtbot.waitExposed(page):
                page.show()
            page.activateWindow()
            qtbot.waitUntil(page.isActiveWindow)
            page.ready.table.setFocus()
        made.rest()
        try:
            yield made
        finally:
            page.closing()
            page.close()
            assert lanes.stop()
            if isValid(page):
                page.deleteLater()
                QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert problems == []


def quicker(monkeypatch: Any) -> None:
    """Orders are looked after five times a second."""
    monkeypatch.setattr(following, "EVERY", 200)
