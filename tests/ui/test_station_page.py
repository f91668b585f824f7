"""The station's page by key and mouse: what is on a tile is what its key answers, and nothing else does."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAccessible, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from inpost_desk.background import Lanes
from inpost_desk.domain.station import Act, Answer, Shown, State
from inpost_desk.settings import Settings
from inpost_desk.ui.desk import Desk
from inpost_desk.ui.station.page import StationPage
from inpost_desk.ui.window import MainWindow
from inpost_desk.ui.window_parts import ORDERS, PageEntry
from tests.ui.station_room import AGAIN, ALREADY, BOX, ESC, FIXES, MORE, SPACE, STOP, opened

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def page(qtbot: QtBot, lanes: Lanes, tmp_path: Path) -> StationPage:
    """A page on screen."""
    return opened(qtbot, lanes, tmp_path)


@pytest.fixture
def told(page: StationPage) -> list[Answer]:
    """What it answered."""
    answers: list[Answer] = []
    page.answered.connect(answers.append)
    return answers


def test_the_key_on_a_tile_answers(page: StationPage, told: list[Answer]) -> None:
    page.show_state(ALREADY)
    for key in (Qt.Key.Key_R, Qt.Key.Key_N, Qt.Key.Key_Escape, Qt.Key.Key_K, Qt.Key.Key_1):
        QTest.keyClick(page, key)
    assert told == [AGAIN, MORE, ESC]


def test_digits_mend_and_letters_choose_a_size(page: StationPage, told: list[Answer]) -> None:
    page.show_state(Shown(State.STOP, "problem", box=BOX, answers=(*FIXES, SPACE)))
    QTest.keyClick(page, Qt.Key.Key_3)
    QTest.keyClick(page, Qt.Key.Key_4, Qt.KeyboardModifier.KeypadModifier)
    QTest.keyClick(page, Qt.Key.Key_Space)
    sizes = tuple(Answer(size, Act.SIZE, size) for size in "ABC")
    page.show_state(Shown(State.ASK, "size", box=BOX, answers=(*sizes, ESC)))
    QTest.keyClicks(page, "b")
    assert told == [FIXES[2], FIXES[3], SPACE, sizes[1]]


@pytest.mark.parametrize("shown", [ALREADY, STOP])
def test_enter_answers_nothing_not_even_on_a_tile(
    page: StationPage, told: list[Answer], shown: Shown
) -> None:
    page.show_state(shown)
    tiles = page.stop.tiles if shown is STOP else page.question.tiles
    for target in (page, tiles.tiles[0]):
        target.setFocus()
        QTest.keyClick(target, Qt.Key.Key_Return)
        QTest.keyClick(target, Qt.Key.Key_Enter)
    assert told == []


def test_a_key_held_down_or_with_another_answers_nothing(
    page: StationPage, told: list[Answer]
) -> None:
    page.show_state(ALREADY)
    held = QKeyEvent(
        QEvent.Type.KeyPress, Qt.Key.Key_R, Qt.KeyboardModifier.NoModifier, "r", autorep=True
    )
    QApplication.sendEvent(page, held)
    QTest.keyClick(page, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(page, Qt.Key.Key_N, Qt.KeyboardModifier.AltModifier)
    assert told == []


def test_esc_gives_up_where_nothing_has_to_be_answered(
    page: StationPage, told: list[Answer]
) -> None:
    QTest.keyClick(page, Qt.Key.Key_Escape)
    page.show_state(STOP)
    QTest.keyClick(page, Qt.Key.Key_Escape)
    assert told == [Answer("Esc", Act.CANCEL)]


def test_a_click_on_a_tile_answers(page: StationPage, told: list[Answer]) -> None:
    page.show_state(ALREADY)
    QTest.mouseClick(page.question.tiles.tiles[1], Qt.MouseButton.LeftButton)
    page.show_state(STOP)
    QTest.mouseClick(page.stop.tiles.tiles[0], Qt.MouseButton.LeftButton)
    assert told == [MORE, SPACE]


def test_space_presses_a_tile_only_where_it_is_no_answer(
    page: StationPage, told: list[Answer]
) -> None:
    page.show_state(ALREADY)
    page.question.tiles.tiles[1].setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(page.question.tiles.tiles[1], Qt.Key.Key_Space)
    page.show_state(Shown(State.STOP, "problem", box=BOX, answers=(*FIXES, SPACE)))
    page.stop.tiles.tiles[0].setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(page.stop.tiles.tiles[0], Qt.Key.Key_Space)
    assert told == [MORE, SPACE]


def test_a_new_question_takes_the_keyboard_from_the_tiles(page: StationPage, qtbot: QtBot) -> None:
    page.show_state(ALREADY)
    tile = page.question.tiles.tiles[1]
    tile.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(tile.hasFocus)
    page.show_state(STOP)
    assert page.hasFocus()


def test_f_keys_choose_the_mode_and_print_what_waits(page: StationPage) -> None:
    heard: list[str] = []
    page.mode_chosen.connect(heard.append)
    page.late_asked.connect(lambda: heard.append("late"))
    page.sign_off_asked.connect(lambda: heard.append("off"))
    for key in (Qt.Key.Key_F3, Qt.Key.Key_F2, Qt.Key.Key_F8):
        QTest.keyClick(page, key)
    page.show_late(2, 1)
    page.late.click()
    page.bar.modes["checking"].click()
    page.show_operator("Ola")
    page.bar.operator.click()
    page.show_state(STOP)
    # Nothing prints while somebody has to look.
    QTest.keyClick(page, Qt.Key.Key_F8)
    assert heard == ["checking", "shipping", "late", "late", "checking", "off"]


def test_the_mode_is_what_it_was_told_not_what_was_clicked(page: StationPage) -> None:
    page.bar.modes["checking"].click()
    assert page.bar.modes["shipping"].isChecked()
    page.show_mode("checking")
    assert page.bar.modes["checking"].isChecked()
    assert not page.bar.modes["shipping"].isChecked()


def test_tab_comes_to_every_answer_and_says_what_it_does(page: StationPage) -> None:
    page.show_state(ALREADY)
    reached: list[str] = []
    for _ in range(8):
        QTest.keyClick(QApplication.focusWidget() or page, Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
        reached.append(focused.accessibleName() if focused else "")
    assert {"Print the same one again", "New shipment to this person", "Do nothing"} <= set(reached)
    costly = page.question.tiles.tiles[1]
    assert costly.accessibleDescription() == "N, a second number · it costs 17,49 zł"
    assert page.band.accessibleName().startswith("ALREADY PRINTED. Printed")


def test_f1_and_f6_know_the_page(page: StationPage) -> None:
    own = [key for key, _words in tuple(page.keys())]
    assert {"F2", "F3", "F8", "Space", "Esc"} <= set(own)
    assert page.regions() == [page]


def test_with_the_whole_screen_the_rail_goes_and_its_keys_stay(
    qtbot: QtBot, lanes: Lanes, tmp_path: Path
) -> None:
    desk = Desk(lanes, tmp_path, Settings())
    entries = [
        PageEntry("station", "scan", "Station", lambda: StationPage(desk)),
        PageEntry(ORDERS, "orders", "Orders", QWidget),
    ]
    window = MainWindow(desk, entries)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    page = window.page_widget("station")
    assert isinstance(page, StationPage)
    QTest.keyClick(page, Qt.Key.Key_F11)
    qtbot.waitUntil(window.isFullScreen)
    assert not window.rail.isVisible()
    assert page.bar.clock
    QTest.keyClick(page, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert window.page == ORDERS
    assert window.rail.isVisible()
    window.open_page("station")
    assert not window.rail.isVisible()
    QTest.keyClick(page, Qt.Key.Key_F11)
    qtbot.waitUntil(lambda: not window.isFullScreen())
    assert window.rail.isVisible()
    assert page.bar.clock == ""
    window.close_now()


def test_a_click_beside_everything_gives_it_the_keyboard(page: StationPage) -> None:
    page.show_late(1, 0)
    page.late.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.mouseClick(page, Qt.MouseButton.LeftButton, pos=QPoint(4, page.height() - 4))
    assert page.hasFocus()


def test_a_screen_reader_hears_the_state_and_a_refused_scan(page: StationPage) -> None:
    QAccessible.setActive(True)
    try:
        page.show_state(STOP)
        page.flash("Not taken.")
    finally:
        QAccessible.setActive(False)
    said = QAccessible.queryAccessibleInterface(page.stop).text(QAccessible.Text.Name)
    assert said == "STOP. Not the label of this parcel. Take it off the parcel and put it aside."
    assert page.flashed.accessibleName() == "Not taken."
