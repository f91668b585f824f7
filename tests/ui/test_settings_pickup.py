"""The section of the settings about couriers."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTime
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from inpost_desk import settings
from inpost_desk.background import Lanes
from inpost_desk.domain.pickup import PickupRules
from inpost_desk.ui.desk import Desk
from inpost_desk.ui.pickup.address_form import CITY, NAME, POST_CODE, STREET
from inpost_desk.ui.settings_page_changes import Changes
from inpost_desk.ui.settings_pickup import ADDRESS, PickupSection
from tests.simulator_process import Simulator
from tests.ui.orders_desk import LIMIT, opened


@pytest.fixture
def section(qtbot: QtBot, lanes: Lanes, tmp_path: Path) -> Iterator[PickupSection]:
    known = settings.change(tmp_path, courier_days=(0, 2))
    desk = Desk(lanes, tmp_path, known)
    changes = Changes(desk)
    made = PickupSection(desk, changes)
    qtbot.addWidget(made)
    made.show()
    yield made
    assert lanes.stop()


def kept(section: PickupSection) -> PickupRules:
    return settings.load(section._desk.data_dir).settings.pickup


def test_the_cut_off_and_what_the_courier_is_told(qtbot: QtBot, section: PickupSection) -> None:
    assert section.days.text() == "A courier comes by itself on: Monday, Wednesday."
    section.cut_off.setTime(QTime(13, 30))
    section.cut_off.edited.emit(QTime(13, 30))
    QTest.keyClicks(section.facts.hours.edit, "8-16")
    section.facts.hours.edit.editingFinished.emit()
    qtbot.waitUntil(lambda: kept(section).office_hours == "8-16", timeout=LIMIT)
    assert (kept(section).cut_off.hour, kept(section).cut_off.minute) == (13, 30)
    QTest.keyClicks(section.facts.phone.edit, "12")
    section.facts.phone.edit.editingFinished.emit()
    assert section.facts.phone.finding()
    assert kept(section).phone == ""


def test_an_address_counts_once_it_is_whole(qtbot: QtBot, section: PickupSection) -> None:
    assert section.places.value() == ADDRESS
    fields = section.address.fields
    QTest.keyClicks(fields[NAME].edit, "Magazyn")
    QTest.keyClicks(fields[STREET].edit, "Polna")
    fields[STREET].edit.editingFinished.emit()
    assert fields[STREET].finding()
    assert kept(section).address is None
    QTest.keyClicks(fields[STREET].edit, " 7")
    QTest.keyClicks(fields[POST_CODE].edit, "25002")
    QTest.keyClicks(fields[CITY].edit, "Kielce")
    fields[CITY].edit.editingFinished.emit()
    qtbot.waitUntil(lambda: kept(section).address is not None, timeout=LIMIT)
    address = kept(section).address
    assert address is not None
    assert (address.street, address.building_number) == ("Polna", "7")
    qtbot.waitUntil(lambda: fields[POST_CODE].text() == "25-002", timeout=LIMIT)


def test_a_dispatch_point_takes_the_address_place(
    qtbot: QtBot, section: PickupSection, simulator: Simulator, tmp_path: Path
) -> None:
    desk = section._desk
    section.read.click()
    assert not section.finding.isHidden()
    data = tmp_path / "account"
    data.mkdir()
    with opened(data, simulator, desk.settings) as doors:
        desk.use(doors)
        section.read.click()
        qtbot.waitUntil(section.read.isEnabled, timeout=LIMIT)
        point = next(one for one in doors.client.dispatch_points() if one.status == "activated")
        section.places.row(f"point:{point.id}").click()
        qtbot.waitUntil(lambda: kept(section).point == point.id, timeout=LIMIT)
        assert kept(section).address is None
        assert not section.address.isVisible()
        desk.use(None)
