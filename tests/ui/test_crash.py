"""Failures nobody expected, from every place they can come from: one dialog, the log, no secrets."""

from __future__ import annotations

import logging
import sys
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, Qt, QTimer, Signal, qWarning
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from inpost_desk.background import FETCH, Lanes
from inpost_desk.errors import Offline
from inpost_desk.settings import Settings
from inpost_desk.ui import look
from inpost_desk.ui.crash import CrashDoor
from inpost_desk.ui.crash_dialog import CrashDialog
from inpost_desk.ui.desk import ERROR, Desk, Notice

# The tool that watches slots for failures would take them before the door does.
pytestmark = pytest.mark.qt_no_exception_capture
TOKEN = "eyJhbGciOiJSUzI1NiJ9.payload.signature"


@pytest.fixture
def notices() -> list[Notice]:
    return []


@pytest.fixture
def door(
    qtbot: QtBot,
    qapp: QApplication,
    lanes: Lanes,
    notices: list[Notice],
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[CrashDoor]:
    del qtbot
    look.apply(qapp, "light")
    desk = Desk(lanes, tmp_path_factory.mktemp("data"), Settings())
    desk.noticed.connect(notices.append)
    door = CrashDoor(desk)
    lanes.unhandled.connect(door.failed)
    before = sys.excepthook
    door.install()
    yield door
    door.remove()
    assert sys.excepthook is before


def _dialog(qtbot: QtBot) -> CrashDialog:
    def shown() -> list[CrashDialog]:
        return [one for one in QApplication.topLevelWidgets() if isinstance(one, CrashDialog)]

    qtbot.waitUntil(lambda: any(one.isVisible() for one in shown()))
    return next(one for one in shown() if one.isVisible())


def _fail(words: str = "lost") -> None:
    raise ValueError(words)


def test_esc_closes_it_although_another_window_had_the_keys(
    qtbot: QtBot, door: CrashDoor, caplog: pytest.LogCaptureFixture
) -> None:
    window = QPushButton("the window")
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)
    door.show_over(window)
    QTimer.singleShot(0, _fail)
    dialog = _dialog(qtbot)
    qtbot.waitUntil(lambda: QApplication.activeWindow() is dialog)
    QTest.keyClick(QApplication.focusWidget() or dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not dialog.isVisible())
    assert "ValueError" in caplog.text


def test_a_slot_that_fails_is_shown_and_logged(
    qtbot: QtBot, door: CrashDoor, caplog: pytest.LogCaptureFixture
) -> None:
    assert door
    QTimer.singleShot(0, lambda: _fail(f"call 501234567, token {TOKEN}"))
    report = _dialog(qtbot).report()
    assert "ValueError" in report
    assert "_fail" in report
    for text in (report, caplog.text):
        assert "501234567" not in text
        assert TOKEN not in text
    assert "ValueError" in caplog.text


def test_a_lane_that_fails_is_shown_with_its_own_lines(
    qtbot: QtBot, door: CrashDoor, lanes: Lanes
) -> None:
    assert door
    lanes.start(FETCH, _fail)
    assert "_fail" in _dialog(qtbot).report()


def test_a_thread_of_pythons_that_fails_is_shown(qtbot: QtBot, door: CrashDoor) -> None:
    assert door
    thread = threading.Thread(target=_fail, name="counting")
    thread.start()
    thread.join()
    report = _dialog(qtbot).report()
    assert "ValueError" in report
    assert "counting" in report


def test_a_trouble_that_got_lost_is_a_notice_and_no_crash(
    qtbot: QtBot, door: CrashDoor, lanes: Lanes, notices: list[Notice]
) -> None:
    assert door

    def offline() -> None:
        raise Offline

    lanes.start(FETCH, offline)
    QTimer.singleShot(0, offline)
    qtbot.waitUntil(lambda: len(notices) == 2)
    assert {one.state for one in notices} == {ERROR}
    assert not [one for one in QApplication.topLevelWidgets() if isinstance(one, CrashDialog)]


def test_further_failures_are_counted_in_the_one_dialog(qtbot: QtBot, door: CrashDoor) -> None:
    door.failed(ValueError("first"))
    dialog = _dialog(qtbot)
    for _ in range(3):
        door.failed(KeyError("next"))
    qtbot.waitUntil(lambda: "3" in dialog._counted.text())
    assert "first" in dialog.report()
    shown = [one for one in QApplication.topLevelWidgets() if isinstance(one, CrashDialog)]
    assert len(shown) == 1


def test_the_same_failure_again_is_a_notice_that_opens_the_dialog(
    qtbot: QtBot, door: CrashDoor, notices: list[Notice]
) -> None:
    def again() -> None:
        try:
            _fail()
        except ValueError as error:
            door.failed(error)

    again()
    dialog = _dialog(qtbot)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not dialog.isVisible())
    again()
    qtbot.waitUntil(lambda: bool(notices))
    assert notices[0].pressed is not None
    notices[0].pressed()
    assert "ValueError" in _dialog(qtbot).report()


def test_the_report_can_be_copied_and_the_program_closed(qtbot: QtBot, door: CrashDoor) -> None:
    door.failed(ValueError("lost"))
    dialog = _dialog(qtbot)
    copy, end, _on = dialog.findChildren(QPushButton)
    QTest.mouseClick(copy, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == dialog.report()
    with qtbot.waitSignal(door.close_asked):
        QTest.mouseClick(end, Qt.MouseButton.LeftButton)


def test_a_failure_of_the_door_itself_stops_nobody(
    qtbot: QtBot,
    door: CrashDoor,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    def fail(_self: CrashDoor, _text: str) -> None:
        raise RuntimeError("no dialog")

    monkeypatch.setattr(CrashDoor, "_open", fail)
    door.failed(ValueError("lost"))
    qtbot.waitUntil(lambda: "the crash dialog failed" in caplog.text)
    assert "no dialog" in caplog.text


def test_a_text_that_cannot_be_made_stops_nobody(
    door: CrashDoor, caplog: pytest.LogCaptureFixture
) -> None:
    class Odd(Exception):
        def __str__(self) -> str:
            raise ValueError("no words")

    door.failed(Odd())
    assert "unexpected failure" in caplog.text


def test_what_qt_complains_of_is_in_the_log(
    door: CrashDoor, caplog: pytest.LogCaptureFixture
) -> None:
    assert door
    with caplog.at_level(logging.WARNING):
        qWarning("nobody listens")
    assert "nobody listens" in caplog.text


class Mouth(QObject):
    said = Signal()


def test_a_slot_behind_a_signal_of_another_thread_is_shown(qtbot: QtBot, door: CrashDoor) -> None:
    assert door
    mouth = Mouth()
    mouth.said.connect(_fail, Qt.ConnectionType.QueuedConnection)
    thread = threading.Thread(target=mouth.said.emit)
    thread.start()
    thread.join()
    assert "_fail" in _dialog(qtbot).report()
