"""The wizard's delivery step by real keys: the point out of the cache or from InPost, or an address."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget, QWizard
from pytestqt.qtbot import QtBot

from inpost_desk.actions.points import read_network
from inpost_desk.background import Lanes
from inpost_desk.domain.draft import Draft, Mode, Step
from inpost_desk.domain.service import COURIER, LOCKER
from inpost_desk.settings import Settings
from inpost_desk.ui import look
from inpost_desk.ui.desk import Desk
from inpost_desk.ui.shipment.delivery_page import DeliveryPage
from inpost_desk.ui.shipment.drafting import Drafting
from inpost_desk.ui.shipment.point_finder import PointFinder
from tests.simulator_process import Simulator
from tests.ui.orders_desk import LIMIT, opened

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

Key = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier
DRAFT = Draft(
    service=LOCKER, phone="501234567", email="ala@example.test", sending_method="parcel_locker"
)


@dataclass
class Step3:
    """The page in a window, and what a person at it does and sees."""

    qtbot: QtBot
    lanes: Lanes
    drafting: Drafting
    page: DeliveryPage
    window: QWidget

    @property
    def finder(self) -> PointFinder:
        return self.page.finder

    @property
    def draft(self) -> Draft:
        return self.drafting.draft

    def until(self, ready: Callable[[], object]) -> None:
        self.qtbot.waitUntil(lambda: bool(ready()), timeout=LIMIT)

    def rest(self) -> None:
        """Until nothing is searched and nobody is asked."""
        self.until(lambda: not self.lanes.busy() and not self.finder._asking.isActive())

    def type(self, text: str, field: QLineEdit | None = None) -> None:
        field = field or self.finder.field
        field.setFocus()
        field.selectAll()
        QTest.keyClicks(field, text)
        self.rest()

    def press(
        self, key: Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        QTest.keyClick(QApplication.focusWidget() or self.page, key, modifier)
        self.rest()

    def numbers(self) -> list[tuple[int, str]]:
        return [(one.number, one.found.point.name) for one in self.finder.list.entries]

    def rules(self) -> list[str]:
        return [one.problem.rule for one in self.drafting.findings(Step.DELIVERY)]


def shown(qtbot: QtBot, desk: Desk, draft: Draft) -> Step3:
    around = QWidget()
    drafting = Drafting(desk, draft, around)
    wizard = QWizard()
    wizard.setWindowFlags(Qt.WindowType.Widget)
    page = DeliveryPage(drafting)
    wizard.addPage(page)
    column = QVBoxLayout(around)
    column.addWidget(wizard)
    around.resize(1100, 640)
    qtbot.addWidget(around)
    wizard.restart()
    around.show()
    around.activateWindow()
    step = Step3(qtbot, desk.lanes, drafting, page, around)
    field = page.first_field()
    assert field is not None
    field.setFocus()
    step.until(field.hasFocus)
    step.until(lambda: page.finder.cache is not None or page.beside)
    step.rest()
    return step


@pytest.fixture
def desk(qapp: QApplication, lanes: Lanes, simulator: Simulator, tmp_path: Path) -> Iterator[Desk]:
    look.apply(qapp, "light")
    with opened(tmp_path, simulator, Settings()) as session:
        made = Desk(lanes, tmp_path, Settings())
        made.use(session)
        yield made
        lanes.stop()


@pytest.fixture
def filled(desk: Desk) -> Desk:
    """With the network in the cache."""
    assert desk.session is not None
    read_network(desk.session.ledger, desk.session.client)
    return desk


def test_enter_takes_what_is_marked(qtbot: QtBot, filled: Desk, simulator: Simulator) -> None:
    step = shown(qtbot, filled, DRAFT)
    before = len(simulator.log())
    step.type("kra010")
    assert step.finder.marked is not None
    assert step.page.go_on()
    assert step.draft.point == "KRA010"
    assert step.drafting.known.points["KRA010"] is not None
    step.type("krak")
    assert step.draft.point == ""
    assert len(simulator.log()) == before


def test_enter_waits_for_what_was_just_typed(qtbot: QtBot, filled: Desk) -> None:
    step = shown(qtbot, filled, DRAFT)
    step.type("waw123a")
    step.finder.field.selectAll()
    QTest.keyClicks(step.finder.field, "kra010")
    assert not step.page.go_on()
    assert step.draft.point == ""
    step.rest()
    assert step.draft.point == "KRA010"


def test_arrows_and_numbers_choose(qtbot: QtBot, filled: Desk) -> None:
    step = shown(qtbot, filled, replace(DRAFT, post_code="30-721"))
    names = dict(step.numbers())
    assert step.draft.point == ""
    step.press(Key.Key_Down)
    assert step.draft.point == names[1]
    step.press(Key.Key_Down)
    assert step.draft.point == names[2]
    step.press(Key.Key_5, ALT)
    assert step.draft.point == names[5]
    step.press(Key.Key_Up)
    assert step.draft.point == names[4]
    assert step.page.go_on()


def test_closed_ones_have_no_number_and_a_click_does_not_take_them(
    qtbot: QtBot, filled: Desk
) -> None:
    step = shown(qtbot, filled, DRAFT)
    step.type("KRA05")
    assert (0, "KRA054M") in step.numbers()
    listed = step.finder.list
    entry = next(one for one in listed.entries if one.found.point.name == "KRA054M")
    place = listed.row_place(entry).center()
    QTest.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert step.draft.point != "KRA054M"


def test_a_closed_one_is_never_replaced_silently(qtbot: QtBot, filled: Desk) -> None:
    step = shown(qtbot, filled, DRAFT)
    step.type("KRA054M")
    assert step.numbers()[0] == (0, "KRA054M")
    assert [number for number, _ in step.numbers()] == [0, 1, 2, 3]
    assert step.finder.marked is None
    assert not step.page.go_on()
    assert step.draft.point == "KRA054M"
    assert "point_closed" in step.rules()
    step.press(Key.Key_M, ALT)
    message = QApplication.clipboard().text()
    assert all(name in message for _, name in step.numbers())
    nearest = dict(step.numbers())[1]
    step.press(Key.Key_1, ALT)
    assert step.draft.point == nearest
    assert step.page.go_on()


def test_an_unknown_one_is_asked_of_inpost(qtbot: QtBot, filled: Desk) -> None:
    step = shown(qtbot, filled, DRAFT)
    step.type("KRAO10")
    step.until(lambda: step.draft.point == "KRAO10")
    step.rest()
    assert "does_not_exist" in step.rules()
    assert "KRA010" in dict(step.numbers()).values()
    assert not step.page.go_on()


def test_filters_by_their_keys(qtbot: QtBot, filled: Desk) -> None:
    step = shown(qtbot, filled, DRAFT)
    step.type("warszawa")
    assert any(name.startswith("POP-") for _, name in step.numbers())
    step.press(Key.Key_K, ALT)
    assert not any(name.startswith("POP-") for _, name in step.numbers())
    step.press(Key.Key_C, ALT)
    step.press(Key.Key_P, ALT)
    chosen = [one.found.point for one in step.finder.list.entries if one.number]
    assert chosen
    assert all(one.open_247 and one.payment for one in chosen)


def test_what_the_shipment_needs_holds_the_filters(qtbot: QtBot, filled: Desk) -> None:
    step = shown(qtbot, filled, replace(DRAFT, weekend=True, cod="20"))
    filters = step.finder.filters
    held = (filters.open_247, filters.payment, filters.parcel_points)
    assert [one.isEnabled() for one in held] == [False, False, False]
    assert [one.isChecked() for one in held] == [True, True, False]
    step.type("KRA057M")
    assert step.finder.answer.rule == "cod_not_payable_at_point"
    step.drafting.change(weekend=False, cod="")
    step.rest()
    assert [one.isChecked() for one in held] == [False, False, True]
    assert step.finder.answer.rule == ""


def test_a_parcel_point_is_told_beforehand(qtbot: QtBot, filled: Desk) -> None:
    step = shown(qtbot, filled, DRAFT)
    step.type("POP-WAW364")
    said = [one.words.text() for one in step.finder._cards if one.isVisible()]
    assert len(said) == 1
    assert "(1" in said[0]
    assert step.page.go_on()
    assert "becomes_parcel_point" in step.rules()


def test_without_points_a_code_is_asked_and_the_network_downloaded(
    qtbot: QtBot, desk: Desk
) -> None:
    step = shown(qtbot, desk, DRAFT)
    assert step.finder.download.isVisible()
    step.type("KRA010")
    step.until(lambda: step.finder.marked is not None)
    assert step.page.go_on()
    assert step.draft.point == "KRA010"
    step.type("KRA054M")
    step.until(lambda: step.finder.answer.rule == "point_closed")
    assert len(step.finder.answer.choices) == 3
    step.press(Key.Key_D, ALT)
    step.until(lambda: step.finder.cache and step.finder.cache.read_at)
    step.rest()
    assert not step.finder.download.isVisible()
    step.type("krakow")
    assert len(step.numbers()) >= 25


def test_the_download_stops_and_goes_on(qtbot: QtBot, desk: Desk, simulator: Simulator) -> None:
    simulator.faults({"do": "slow", "path": "/v1/points", "every": 1, "seconds": 0.3})
    step = shown(qtbot, desk, DRAFT)
    QTest.keyClick(step.finder.field, Key.Key_D, ALT)
    step.until(lambda: step.finder.download.progress.value() > 0)
    QTest.keyClick(step.finder.field, Key.Key_D, ALT)
    step.until(lambda: not step.finder.jobs.downloading)
    step.rest()
    assert step.finder.cache is not None
    assert step.finder.cache.unfinished
    assert step.finder.cache.read_at is None
    assert step.finder.download.isVisible()


def test_couriers_have_an_address(qtbot: QtBot, desk: Desk) -> None:
    draft = replace(DRAFT, service=COURIER, first_name="Jan", sending_method="dispatch_order")
    step = shown(qtbot, desk, draft)
    form = step.page.address
    assert QApplication.focusWidget() is form.street.edit
    assert form.street.finding() == ""
    step.type("Lipowa", form.street.edit)
    step.type("30-1", form.post_code.edit)
    assert form.post_code.finding()
    step.type("3000", form.post_code.edit)
    assert form.post_code.finding(), "a slip, and no zero that a spreadsheet dropped"
    step.press(Key.Key_P, ALT)
    assert step.draft.post_code == "03-000"
    step.type("30-001", form.post_code.edit)
    assert form.post_code.finding() == ""
    assert not step.page.go_on()
    assert form.city.finding()
    step.type("Lublin", form.city.edit)
    step.type("4/2", form.number.edit)
    assert (step.draft.street, step.draft.building_number) == ("Lipowa", "4/2")
    assert step.page.go_on()


def test_offers_are_asked_for_a_point_or_an_address(qtbot: QtBot, filled: Desk) -> None:
    step = shown(qtbot, filled, replace(DRAFT, mode=Mode.OFFERS, service=""))
    assert step.page.choice.isVisible()
    assert step.finder.isVisible()
    step.press(Key.Key_Backtab)
    step.press(Key.Key_Right)
    assert step.draft.to_point is False
    assert step.page.address.isVisible()
