"""Hints on first use: shown once, put away by key and mouse, never in anybody's way."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from inpost_desk import settings
from inpost_desk.background import Lanes
from inpost_desk.ui import hints, look
from inpost_desk.ui.desk import INFORMATION, Desk, Notice
from inpost_desk.ui.hints import HINTS, HintLine, seen, show_again
from inpost_desk.ui.settings_page_look import LookForm
from inpost_desk.ui.window import MainWindow
from inpost_desk.ui.window_parts import PICKUP, SHIPMENTS, STATION, PageEntry

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def desk(lanes: Lanes, tmp_path: Path) -> Desk:
    return Desk(lanes, tmp_path, settings.change(tmp_path, language="en"))


@pytest.fixture
def open_window(qtbot: QtBot, qapp: QApplication, desk: Desk) -> Callable[[], MainWindow]:
    look.apply(qapp, "light")

    def opened() -> MainWindow:
        window = MainWindow(
            desk,
            [
                PageEntry(STATION, "scan", "Station", QLineEdit),
                PageEntry(SHIPMENTS, "box", "Shipments", QLineEdit),
                PageEntry(PICKUP, "truck", "Pickup", QLineEdit),
            ],
        )
        qtbot.addWidget(window, before_close_func=lambda one: one.close_now())
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        return window

    return opened


def line(window: MainWindow) -> HintLine:
    return window._parts.hints


def test_a_hint_stands_under_the_page_and_leaves_the_focus_where_it_is(
    open_window: Callable[[], MainWindow],
) -> None:
    window = open_window()
    shown = line(window)
    assert shown.isVisible()
    assert shown.words.text() == HINTS["station"]
    assert shown.accessibleName() == HINTS["station"]
    page = window.page_widget(STATION)
    assert QApplication.focusWidget() is page
    area = window._areas[STATION]
    assert area.geometry().bottom() < shown.mapTo(window, shown.rect().topLeft()).y()


def test_f12_puts_it_away_for_good(
    open_window: Callable[[], MainWindow], qtbot: QtBot, desk: Desk
) -> None:
    window = open_window()
    QTest.keyClick(window, Qt.Key.Key_F12)
    assert line(window).isHidden()
    window.open_page(PICKUP)
    assert line(window).shown == "pickup"
    QTest.mouseClick(line(window).close_button, Qt.MouseButton.LeftButton)
    assert QApplication.focusWidget() is window.page_widget(PICKUP)
    window.close_now()
    again = open_window()
    assert line(again).isHidden()
    assert seen(desk.data_dir) == {"station", "pickup"}
    show_again(desk.data_dir)
    again.open_page(PICKUP)
    qtbot.waitUntil(line(again).isVisible)


def test_what_stood_long_enough_counts_as_read_and_what_flitted_by_does_not(
    open_window: Callable[[], MainWindow], monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window()
    window.open_page(SHIPMENTS)
    window.open_page(STATION)
    assert line(window).shown == "station"
    monkeypatch.setattr(hints, "READ_AFTER", timedelta(0))
    window.open_page(SHIPMENTS)
    window.open_page(STATION)
    assert line(window).isHidden()


def test_shift_f12_ends_all_hints_and_the_settings_bring_them_back(
    open_window: Callable[[], MainWindow], qtbot: QtBot, desk: Desk
) -> None:
    window = open_window()
    QTest.keyClick(window, Qt.Key.Key_F12, SHIFT)
    qtbot.waitUntil(lambda: not desk.settings.hints)
    assert line(window).isHidden()
    window.open_page(PICKUP)
    assert line(window).isHidden()
    assert not settings.load(desk.data_dir).settings.hints
    desk.change_settings(hints=True)
    qtbot.waitUntil(line(window).isVisible)


def test_what_is_done_on_a_page_has_its_own_hint_and_leaves_with_the_page(
    open_window: Callable[[], MainWindow], desk: Desk
) -> None:
    window = open_window()
    desk.met.emit("pickup.hand_over")
    assert line(window).shown == "station"
    window.open_page(PICKUP)
    assert line(window).shown == "pickup.hand_over"
    desk.met.emit("pickup.what nobody wrote words for")
    assert line(window).isHidden()


def test_the_first_notice_with_a_button_is_explained_after_the_page(
    open_window: Callable[[], MainWindow], desk: Desk
) -> None:
    window = open_window()
    desk.notify(Notice("a", INFORMATION, "Told"))
    QTest.keyClick(window, Qt.Key.Key_F12)
    assert line(window).isHidden()
    desk.notify(Notice("b", INFORMATION, "Asked", button="Do it", pressed=lambda: None))
    assert line(window).shown == "notice"


def test_the_whole_screen_has_no_hints(open_window: Callable[[], MainWindow]) -> None:
    window = open_window()
    QTest.keyClick(window, Qt.Key.Key_F11)
    assert window.isFullScreen()
    assert line(window).isHidden()
    QTest.keyClick(window, Qt.Key.Key_F11)
    assert line(window).isVisible()


def test_the_settings_show_whether_there_are_hints(qtbot: QtBot, desk: Desk) -> None:
    form = LookForm()
    qtbot.addWidget(form)
    told: list[bool] = []
    form.hints_chosen.connect(told.append)
    form.set_value(desk.settings)
    assert form.hints.isChecked()
    assert not told
    form.hints.click()
    assert told == [False]
    with qtbot.waitSignal(form.all_hints_asked):
        form.all_hints_button.click()
