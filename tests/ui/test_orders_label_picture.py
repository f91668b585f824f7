"""A good label looked at before it prints: the very dots of its printer, by one key."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from inpost_desk.background import Lanes
from inpost_desk.domain.printer import Language, Profile, Reach
from inpost_desk.domain.stage import Stage
from inpost_desk.ui.orders.label_picture import LabelPicture
from tests.simulator_process import Simulator
from tests.ui.orders_desk import CTRL, Window, lockers, window

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def desk(qtbot: QtBot, lanes: Lanes, simulator: Simulator, tmp_path: Path) -> Iterator[Window]:
    paper = tmp_path / "zebra"
    paper.mkdir()
    zebra = Profile.at(
        Reach.FOLDER, str(paper), language=Language.ZPL, head=1040, carrier_commands=True
    )
    with window(qtbot, lanes, simulator, tmp_path, printers=(zebra,)) as made:
        yield made


def shown(desk: Window) -> list[LabelPicture]:
    return [one for one in desk.page.findChildren(LabelPicture) if one.isVisible()]


def test_ctrl_e_shows_the_label_as_its_printer_gets_it(desk: Window) -> None:
    desk.take(*lockers(1))
    desk.click("Only buy")
    desk.run_ended()
    assert desk.stages() == [Stage.LABEL]
    desk.key(Qt.Key.Key_E, CTRL)
    desk.until(lambda: shown(desk))
    (dialog,) = shown(desk)
    assert "832 × 1184 dots" in dialog.picture.accessibleDescription()
    assert "only their fields can be checked" in dialog.facts.text()
    assert dialog.next.isHidden()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    desk.until(lambda: not desk.page.findChildren(LabelPicture))
    assert desk.stages() == [Stage.LABEL]
