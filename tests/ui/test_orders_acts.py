"""Rows whose shipments InPost has, in the whole window: replaced, cancelled, paid, with another parcel."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from inpost_desk.actions import desk_run, offers
from inpost_desk.actions.choosing import ASK
from inpost_desk.actions.waiting import Stop
from inpost_desk.background import Lanes
from inpost_desk.domain.draft import Step
from inpost_desk.domain.stage import Stage
from inpost_desk.ui.orders.row_acts import Act
from inpost_desk.ui.orders.table_menu import rows_menu
from inpost_desk.ui.orders.terms import terms_of
from inpost_desk.ui.shipment.buying import Buying, buying_of
from inpost_desk.ui.shipment.done_page import DonePage
from inpost_desk.ui.shipment.offers_page import OffersPage
from inpost_desk.ui.shipment.page import ShipmentPage
from inpost_desk.ui.window import MainWindow
from inpost_desk.ui.window_parts import ORDERS, PageEntry
from tests.simulator_process import Simulator
from tests.ui.orders_desk import CTRL, Window, lockers, window
from tests.ui.wizard_desk import every_service

Key = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def simulator(simulator: Simulator) -> Simulator:
    every_service(simulator)
    return simulator


@dataclass
class Whole:
    """The window with the Orders page and the wizard in it."""

    orders: Window
    main: MainWindow

    @property
    def page(self) -> ShipmentPage:
        (found,) = self.main.findChildren(ShipmentPage)
        return found

    @property
    def buying(self) -> Buying:
        return buying_of(self.page.drafting)

    def act(self, key: Key) -> None:
        """Ctrl+Shift and that key, in the table."""
        self.orders.key(key, CTRL | SHIFT)

    def wizard(self, step: Step) -> ShipmentPage:
        """The wizard once it stands there at that step."""
        self.orders.until(lambda: self.main.findChildren(ShipmentPage))
        self.orders.until(lambda: self.page.step is step and self.page.isVisible())
        return self.page

    def enter(self) -> None:
        QTest.keyClick(self.page, Key.Key_Return)

    def walk(self, step: Step) -> None:
        """Enter until that step."""
        self.page.go_to(step)
        self.orders.until(lambda: self.page.step is step)

    def ended(self) -> DonePage:
        self.wizard(Step.DONE)
        self.orders.until(
            lambda: not self.buying.paper.under_way and not self.orders.desk.lanes.busy()
        )
        found = self.page.page_of(Step.DONE)
        assert isinstance(found, DonePage)
        return found

    def calls(self) -> Counter[str]:
        """Every call that changes something at InPost."""
        found = Counter[str]()
        for one in self.orders.simulator.log():
            last = one["path"].rpartition("/")[2]
            if one["method"] != "GET" and last != "calculate":
                found[f"{one['method']} {'' if last.isdigit() else last}".strip()] += 1
        return found


@contextmanager
def whole(
    qtbot: QtBot, lanes: Lanes, simulator: Simulator, folder: Path, **changes: Any
) -> Iterator[Whole]:
    with window(qtbot, lanes, simulator, folder, prepaid=True, **changes) as orders:
        main = MainWindow(orders.desk, [PageEntry(ORDERS, "orders", "Orders", lambda: orders.page)])
        main.resize(1366, 768)
        with qtbot.waitExposed(main):
            main.show()
        main.activateWindow()
        orders.until(main.isActiveWindow)
        try:
            yield Whole(orders, main)
        finally:
            main.show_pages()
            orders.until(lambda: not lanes.busy())
            main.close_now()
            if isValid(main):
                main.deleteLater()
                QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def test_a_bought_row_is_replaced_and_the_old_one_must_not_leave(
    qtbot: QtBot, lanes: Lanes, simulator: Simulator, tmp_path: Path
) -> None:
    with whole(qtbot, lanes, simulator, tmp_path) as desk:
        orders = desk.orders
        orders.take(*lockers(1))
        orders.create_and_print()
        before = desk.calls()
        (old,) = orders.numbers()
        orders.page.table.go_to(1)
        desk.act(Key.Key_W)
        page = desk.wizard(Step.RECEIVER)
        assert page.title.text() == "Replace: R-01"
        assert old in page.explained.text.text()
        page.drafting.change(email="nowa@example.pl")
        desk.walk(Step.SUMMARY)
        assert desk.calls() == before
        desk.enter()
        desk.enter()
        done = desk.ended()
        assert f"Parcel {old} was replaced" in done.old.text.text()
        assert "stays paid" in done.old.text.text()
        assert desk.calls() - before == {"POST shipments": 1}
        QTest.keyClick(page, Key.Key_Escape)
        orders.until(lambda: orders.stages() == [Stage.REPLACED])
        assert len(orders.on_paper()) == 2


def _offers(desk: Whole) -> None:
    """Have the pile's shipments made in offer mode, as the command line does it."""
    orders = desk.orders
    session, pile = orders.desk.session, orders.page.piling.pile
    assert session is not None
    assert pile is not None
    terms = replace(terms_of(session, orders.desk.settings), choose=ASK)
    desk_run.send(
        session.ledger,
        session.client,
        pile.id,
        terms=terms,
        rows=None,
        show=lambda _: None,
        stop=Stop(),
        alone=None,
        weekend=None,
    )
    orders.page.piling.refresh()
    orders.until(lambda: Stage.OFFERED in orders.stages())
    orders.rest()
    orders.page.table.go_to(1)


def _offers_there(desk: Whole) -> OffersPage:
    found = desk.wizard(Step.OFFERS).page_of(Step.OFFERS)
    assert isinstance(found, OffersPage)
    desk.orders.until(lambda: found.picker.rows and not desk.buying.busy)
    return found


def test_an_offer_of_a_row_is_chosen_in_the_wizard_and_nothing_is_made_twice(
    qtbot: QtBot, lanes: Lanes, simulator: Simulator, tmp_path: Path
) -> None:
    with whole(qtbot, lanes, simulator, tmp_path) as desk:
        orders = desk.orders
        orders.take(*lockers(2))
        _offers(desk)
        desk.act(Key.Key_O)
        page = _offers_there(desk)
        assert desk.page.title.text() == "Choose an offer: R-01"
        page.go_on()
        page.go_on()
        desk.ended()
        assert desk.calls() == {"POST shipments": 2, "POST buy": 1}
        QTest.keyClick(desk.page, Key.Key_Escape)
        orders.until(lambda: orders.stages() == [Stage.PRINTED, Stage.OFFERED])
        assert orders.on_paper() == [orders.numbers()[0]]


def test_a_refused_payment_of_a_row_with_offers_is_paid_again(
    qtbot: QtBot, lanes: Lanes, simulator: Simulator, tmp_path: Path
) -> None:
    simulator.control("balance", {"amount": 1})
    with whole(qtbot, lanes, simulator, tmp_path) as desk:
        orders = desk.orders
        orders.take(*lockers(1))
        _offers(desk)
        desk.act(Key.Key_O)
        _offers_there(desk).go_on()
        orders.until(lambda: desk.page.next_button.words() == "Pay again")
        QTest.keyClick(desk.page, Key.Key_Escape)
        orders.until(lambda: orders.stages() == [Stage.UNPAID])
        orders.rest()
        simulator.control("balance", {"amount": 500})
        desk.act(Key.Key_P)
        page = _offers_there(desk)
        orders.until(lambda: desk.page.next_button.words() == "Pay again")
        page.go_on()
        desk.ended()
        assert desk.calls() == {"POST shipments": 1, "POST buy": 2}
        assert [one["payments"] for one in simulator.shipments()] == [1]
        QTest.keyClick(desk.page, Key.Key_Escape)
        orders.until(lambda: orders.stages() == [Stage.PRINTED])


def test_an_unpaid_shipment_is_cancelled_once_somebody_agrees(
    qtbot: QtBot, lanes: Lanes, simulator: Simulator, tmp_path: Path
) -> None:
    with whole(qtbot, lanes, simulator, tmp_path) as desk:
        orders = desk.orders
        orders.take(*lockers(1))
        _offers(desk)
        acts = orders.page.side.panel.acts
        orders.key(Key.Key_Delete, CTRL)
        assert acts.agree.isVisible()
        assert acts.agree.hasFocus()
        QTest.keyClick(acts.agree, Key.Key_Escape)
        assert not acts.agree.isVisible()
        assert orders.page.table.hasFocus()
        assert desk.calls() == {"POST shipments": 1}
        orders.key(Key.Key_Delete, CTRL)
        QTest.keyClick(acts.agree, Key.Key_Return)
        orders.until(lambda: any(key.startswith("cancel.") for key in orders.notices))
        (told,) = (one for key, one in orders.notices.items() if key.startswith("cancel."))
        assert told.fact == "R-01: cancelled at InPost; nothing is paid for it."
        assert [one["status"] for one in simulator.shipments()] == ["canceled"]
        assert desk.calls() == {"POST shipments": 1, "DELETE": 1}


def test_what_was_bought_meanwhile_is_said_and_not_cancelled(
    qtbot: QtBot, lanes: Lanes, simulator: Simulator, tmp_path: Path
) -> None:
    with whole(qtbot, lanes, simulator, tmp_path) as desk:
        orders = desk.orders
        orders.take(*lockers(1))
        _offers(desk)
        orders.key(Key.Key_Delete, CTRL)
        session, row = orders.desk.session, orders.rows()[0]
        assert session is not None
        assert row.local_id is not None
        found = offers.offers_of(session.ledger, session.client, row.local_id)
        assert isinstance(found, offers.Offered)
        end = offers.choose(session.ledger, session.client, row.local_id, found.offers[0].id)
        assert isinstance(end, offers.Bought)
        QTest.keyClick(orders.page.side.panel.acts.agree, Key.Key_Return)
        orders.until(lambda: any(key.startswith("cancel.") for key in orders.notices))
        (told,) = (one for key, one in orders.notices.items() if key.startswith("cancel."))
        assert told.fact == f"R-01: it was bought meanwhile, parcel {end.tracking_number}."
        assert desk.calls()["DELETE"] == 0


def test_another_parcel_of_a_row_is_numbered_on_and_carries_no_money(
    qtbot: QtBot, lanes: Lanes, simulator: Simulator, tmp_path: Path
) -> None:
    with whole(qtbot, lanes, simulator, tmp_path) as desk:
        orders = desk.orders
        orders.take(*lockers(1))
        orders.create_and_print()
        orders.page.table.go_to(1)
        desk.act(Key.Key_N)
        orders.until(lambda: desk.main.findChildren(ShipmentPage))
        draft = desk.page.drafting.draft
        assert (draft.reference, draft.cod, draft.insurance) == ("R-01-2/2", "", "")
        desk.walk(Step.SUMMARY)
        desk.enter()
        desk.ended()
        assert orders.bought() == {"R-01": 1, "R-01-2/2": 1}
        runs = orders.page.runs
        runs.refresh()
        orders.until(lambda: len(runs.items()) == 2)
        assert runs.items()[0].head.accessibleName().startswith("New shipment R-01-2/2,")


def test_the_menu_and_the_panel_offer_what_fits_the_row(
    qtbot: QtBot, lanes: Lanes, simulator: Simulator, tmp_path: Path
) -> None:
    with whole(qtbot, lanes, simulator, tmp_path) as desk:
        orders = desk.orders
        orders.take(*lockers(1))
        words = {"Replace", "Choose an offer", "Cancel the shipment", "Send again"}
        assert not words & {one.text() for one in rows_menu(orders.page.table).actions()}
        orders.create_and_print()
        orders.page.table.go_to(1)
        shown = words & {one.text() for one in rows_menu(orders.page.table).actions()}
        buttons = orders.page.side.panel.acts.buttons
        orders.until(lambda: not buttons[Act.REPLACE].isHidden())
        assert shown == {"Replace"}
        assert buttons[Act.CANCEL].isHidden()
        assert not buttons[Act.PARCEL].isHidden()


def test_a_file_is_bought_by_the_cheapest_offers_where_the_settings_say_so(
    qtbot: QtBot, lanes: Lanes, simulator: Simulator, tmp_path: Path
) -> None:
    with window(qtbot, lanes, simulator, tmp_path, prepaid=True, file_offers="cheapest") as orders:
        orders.take(*lockers(2))
        orders.create_and_print()
        assert orders.stages() == [Stage.PRINTED] * 2
        assert sum(map(len, orders.printed())) == 2
        truth = orders.simulator.shipments()
        assert [one["payments"] for one in truth] == [1, 1]
        assert {one["service"] for one in truth} == {"inpost_locker_standard"}


def test_the_offers_of_a_file_wait_for_a_person_where_the_settings_say_so(
    qtbot: QtBot, lanes: Lanes, simulator: Simulator, tmp_path: Path
) -> None:
    with window(qtbot, lanes, simulator, tmp_path, prepaid=True, file_offers=ASK) as orders:
        orders.take(*lockers(2))
        orders.create_and_print()
        assert orders.stages() == [Stage.OFFERED] * 2
        assert [one["payments"] for one in orders.simulator.shipments()] == [0, 0]
        assert orders.printed() == []
