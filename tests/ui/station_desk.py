"""The packing table over a real account: lanes, ledger, simulator and Zebra, both over sockets."""

from __future__ import annotations

import dataclasses
import itertools
import os
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any
from unittest import mock

from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from inpost_desk import settings
from inpost_desk.actions import desk_run, pile, ship, waiting
from inpost_desk.actions.pile import Rules
from inpost_desk.actions.replace import enter_replacement, replace_shipment
from inpost_desk.actions.send import Terms
from inpost_desk.actions.waiting import Stop
from inpost_desk.background import Lanes
from inpost_desk.domain.draft_from import draft_of
from inpost_desk.domain.order_shipment import Choices
from inpost_desk.domain.printer import Profile, Reach
from inpost_desk.domain.scan import Scan
from inpost_desk.domain.scan_code import Command
from inpost_desk.domain.station import Box, Shown, State
from inpost_desk.ledger import changes, prints, scans, station_find
from inpost_desk.session import Session
from inpost_desk.ui import look
from inpost_desk.ui.desk import Desk, Notice
from inpost_desk.ui.station import watching
from inpost_desk.ui.station.page import StationPage
from inpost_desk.ui.station.table import PackingTable
from tests.cli.conftest import HEADER, locker
from tests.simulator_process import Simulator
from tests.ui.orders_desk import LIMIT, opened
from tests.zebra_listener import ZebraListener

CONTRACT = frozenset(
    {"inpost_locker_standard", "inpost_courier_standard", "inpost_courier_c2c"}
)  # fmt: skip


@dataclass
class Station:
    """The station, and what a packer at it does and sees."""

    qtbot: QtBot
    desk: Desk
    simulator: Simulator
    folder: Path
    table: PackingTable
    page: StationPage
    session: Session
    zebra: ZebraListener
    notices: dict[str, Notice] = field(default_factory=dict)
    history: list[Shown] = field(default_factory=list)
    flashes: list[str] = field(default_factory=list)
    _last: float = 0.0
    _moments: Iterator[float] = field(default_factory=lambda: itertools.count(1.0, 10.0))

    # Files

    def put(self, *rows: str, name: str = "orders.csv") -> int:
        """A file on the desk; its pile's number."""
        path = self.folder / name
        path.write_text("\n".join((HEADER, *rows)) + "\n", encoding="utf-8")
        earlier = time.time() - 60
        os.utime(path, (earlier, earlier))
        now = self.session.client.now()
        made = pile.put_on_desk(self.session.ledger, path, now=now).pile
        points = pile.ask_points(self.session.ledger, self.session.client, made.id)
        pile.check(self.session.ledger, made.id, self.rules(), points=points)
        return made.id

    def buy(self, pile_id: int, rows: Sequence[int] | None = None) -> None:
        """Buy its parcels and fetch their labels, as a run in the morning."""
        desk_run.send(
            self.session.ledger,
            self.session.client,
            pile_id,
            terms=self.terms(),
            rows=rows,
            show=lambda _progress: None,
            stop=Stop(),
        )

    def rules(self) -> Rules:
        return Rules(CONTRACT, "dispatch_order")

    def terms(self) -> Terms:
        choices = Choices(sending_method="dispatch_order", sender=None)
        return Terms(contract=CONTRACT, choices=choices, wait=False)

    def change(self, **changes: Any) -> None:
        """Somebody changes the settings meanwhile."""
        self.desk.take_settings(settings.change(self.desk.data_dir, **changes))

    # At InPost

    def cancel(self, reference: str) -> None:
        """In Manager Paczek, where we do not see it."""
        (found,) = (one for one in self.simulator.shipments() if one["reference"] == reference)
        self.simulator.control("status", {"id": found["id"], "status": "canceled"})

    def replace(self, reference: str, *, point: str) -> None:
        """Wymień, on the Shipments page."""
        ledger, client, old = self.session.ledger, self.session.client, self.box(reference)
        ours = changes.find(ledger, old.shipment_id or 0)
        assert ours is not None
        assert ours.shipx_id is not None
        draft = draft_of(ours.wish, client.shipment(ours.shipx_id))
        draft = dataclasses.replace(draft, point=point)
        number, terms = old.shipment_id or 0, self.terms()
        run_id = enter_replacement(ledger, client, number, draft, terms, draft_id="new")
        assert run_id is not None
        replace_shipment(ledger, client, number, run_id, terms=terms, stop=Stop())
        ship.work(ledger, client, run_id, terms=terms, show=lambda _progress: None, stop=Stop())

    # Scans

    def scan(self, code: str | Command, *, after: float = 0.0) -> None:
        """A code, ten seconds after the one before, or after so many."""
        at = self._last + after if after else next(self._moments)
        self._last = at
        self.table.scanned(Scan(str(code), at - 0.2, at, 0, ended=True))

    def scan_until(self, code: str | Command, *states: State) -> Shown:
        """Scan, and wait for what comes of it."""
        before = len(self.history)
        self.scan(code)
        self.until(lambda: any(one.state in states for one in self.history[before:]))
        return next(one for one in self.history[before:] if one.state in states)

    def key(self, key: Qt.Key) -> None:
        """Press it on the page."""
        self.page.setFocus()
        QTest.keyClick(self.page, key)

    # Waiting

    def until(self, ready: Callable[[], object]) -> None:
        self.qtbot.waitUntil(lambda: bool(ready()), timeout=LIMIT)

    def shows(self, state: State, rule: str | None = None) -> Shown:
        """Wait for that on screen."""

        def there() -> bool:
            shown = self.table.clerk.shown
            return shown.state is state and (rule is None or shown.rule == rule)

        self.until(there)
        return self.table.clerk.shown

    def rest(self) -> None:
        self.until(lambda: not self.desk.lanes.busy() and not self.table.clerk.busy)

    # What is so

    @property
    def labels(self) -> int:
        """How many came out of the Zebra."""
        return len(self.zebra.labels)

    def bought(self) -> list[str]:
        """What InPost has, by reference."""
        found = self.simulator.shipments()
        return sorted(one["reference"] for one in found if one["status"] != "canceled")

    def number(self, reference: str) -> str:
        (found,) = station_find.by_reference(self.session.ledger, [reference])
        return found.box.number

    def box(self, reference: str) -> Box:
        (found,) = station_find.by_reference(self.session.ledger, [reference])
        return found.box

    def printed(self) -> int:
        return len(prints.printed_states(self.session.ledger))

    def lines(self) -> list[tuple[str, str]]:
        """The last ten, newest first: what and which."""
        return [(one.what, one.reference) for one in scans.last_lines(self.session.ledger)]

    def grow_old(self, **ago: float) -> None:
        """What InPost said of shipments was said that long ago."""
        from sqlalchemy import update

        from inpost_desk.ledger.schema import shipments

        then = self.session.client.now() - timedelta(**ago)
        with self.session.ledger.write() as connection:
            connection.execute(update(shipments).values(seen_at=then))


@contextmanager
def station(
    qtbot: QtBot, lanes: Lanes, simulator: Simulator, folder: Path, **wanted: Any
) -> Iterator[Station]:
    """A station at work; its labels come out of a Zebra at a socket unless `printers` says otherwise."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    look.apply(app, "light")
    data = folder / "data"
    data.mkdir(exist_ok=True)
    problems: list[Exception] = []
    lanes.unhandled.connect(problems.append)
    with ZebraListener() as zebra, mock.patch.object(waiting, "growing", _soon):
        usual: dict[str, Any] = {
            "sending_method": "dispatch_order",
            "printers": (Profile.at(Reach.SOCKET, f"127.0.0.1:{zebra.port}", name="Zebra"),),
        }
        known = settings.change(data, **(usual | wanted))
        desk = Desk(lanes, data, known)
        with opened(data, simulator, known) as doors:
            ship.look_around(doors.ledger, doors.client, _terms())
            with mock.patch.object(watching, "LOOK_EVERY", 20):
                table = PackingTable(desk)
            page = table.page()
            made = Station(qtbot, desk, simulator, folder, table, page, doors, zebra)
            desk.noticed.connect(lambda notice: made.notices.update({notice.key: notice}))
            table.clerk.shown_changed.connect(made.history.append)
            table.clerk.flashed.connect(made.flashes.append)
            desk.use(doors)
            page.resize(1366, 768)
            with qtbot.waitExposed(page):
                page.show()
            try:
                yield made
            finally:
                table.stop()
                page.close()
                assert lanes.stop()
                page.deleteLater()
                table.deleteLater()
                QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert problems == []


def _soon(attempt: int, *, first: float, most: float) -> float:
    """The simulator pays in 50 ms."""
    return min(most, first * 2.0 ** min(attempt, 16)) / 4


def sizeless(reference: str) -> str:
    """A good row whose size nobody said."""
    return locker(reference).replace(";A;", ";;")


def _terms() -> Terms:
    return Terms(contract=CONTRACT, choices=Choices(sending_method="dispatch_order", sender=None))
