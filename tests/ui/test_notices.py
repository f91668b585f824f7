"""The strip: by key, by urgency, by F4; and what it says can be copied."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from inpost_desk.background import Lanes
from inpost_desk.settings import Settings
from inpost_desk.ui import look
from inpost_desk.ui.desk import DONE, ERROR, INFORMATION, WARNING, Desk, Notice
from inpost_desk.ui.notices import NoticeStrip
from inpost_desk.wording.speech import speak, translate

# Offscreen there is nothing to raise a menu above.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def desk(lanes: Lanes, tmp_path_factory: pytest.TempPathFactory) -> Desk:
    return Desk(lanes, tmp_path_factory.mktemp("data"), Settings())


@pytest.fixture
def strip(qtbot: QtBot, qapp: QApplication, desk: Desk) -> NoticeStrip:
    look.apply(qapp, "light")
    strip = NoticeStrip(desk)
    qtbot.addWidget(strip)
    strip.resize(900, 40)
    return strip


def test_there_is_no_strip_before_there_is_something_to_say(desk: Desk, strip: NoticeStrip) -> None:
    assert strip.isHidden()
    desk.notify(Notice("a", DONE, "Printed."))
    assert strip.isVisible()
    desk.withdraw("a")
    assert strip.isHidden()


def test_the_most_urgent_is_on_top_and_of_these_the_newest(desk: Desk, strip: NoticeStrip) -> None:
    seen = []
    for key, state in (
        ("done", DONE),
        ("news", INFORMATION),
        ("old warning", WARNING),
        ("error", ERROR),
        ("warning", WARNING),
    ):
        desk.notify(Notice(key, state, key))
    while (top := strip.top()) is not None:
        seen.append(top.key)
        strip.close_top()
    assert seen == ["error", "warning", "old warning", "news", "done"]


def test_a_newer_one_of_a_key_stands_where_the_older_stood(desk: Desk, strip: NoticeStrip) -> None:
    desk.notify(Notice("a", WARNING, "Forty labels left"))
    desk.notify(Notice("b", WARNING, "No answer"))
    desk.notify(Notice("a", WARNING, "Ten labels left"))
    assert [one.fact for one in strip.notices()] == ["Ten labels left", "No answer"]
    assert strip.words() == "No answer"
    desk.notify(Notice("a", ERROR, "No paper"))
    assert strip.words() == "No paper"
    assert len(strip.notices()) == 2


def test_the_button_does_what_it_says_only_where_there_is_something_to_do(
    desk: Desk, strip: NoticeStrip
) -> None:
    pressed: list[str] = []
    desk.notify(Notice("a", WARNING, "No answer", button="Now"))
    assert strip.button.isHidden()
    desk.notify(Notice("a", WARNING, "No answer", "", "Now", lambda: pressed.append("now")))
    QTest.mouseClick(strip.button, Qt.MouseButton.LeftButton)
    assert pressed == ["now"]
    assert strip.words() == "No answer"


def test_closing_shows_the_next(desk: Desk, strip: NoticeStrip) -> None:
    desk.notify(Notice("a", INFORMATION, "one"))
    desk.notify(Notice("b", INFORMATION, "two"))
    QTest.mouseClick(strip.close_button, Qt.MouseButton.LeftButton)
    assert strip.words() == "one"


def test_the_words_can_be_copied_by_key_and_by_menu(desk: Desk, strip: NoticeStrip) -> None:
    desk.notify(Notice("a", ERROR, "Account blocked.", "Pay first."))
    strip.show()
    QTest.keyClick(strip.close_button, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "Account blocked. Pay first."
    QGuiApplication.clipboard().clear()
    reason = QContextMenuEvent.Reason.Keyboard
    QApplication.sendEvent(strip, QContextMenuEvent(reason, QPoint(5, 5), QPoint(5, 5)))
    menu = strip.findChild(QMenu)
    assert isinstance(menu, QMenu)
    menu.actions()[0].trigger()
    assert QGuiApplication.clipboard().text() == "Account blocked. Pay first."
    menu.close()


def test_what_a_file_is_called_is_never_markup(desk: Desk, strip: NoticeStrip) -> None:
    desk.notify(Notice("a", ERROR, "<b>orders</b>.csv is empty"))
    assert strip.words() == "<b>orders</b>.csv is empty"
    assert "&lt;b&gt;" in strip._words.text()


def test_what_is_kept_is_said_again_in_the_language_chosen_since(
    desk: Desk, strip: NoticeStrip
) -> None:
    speak("en")
    late = translate("ui", "Labels that came too late: {count}").format(count=7)
    desk.notify(Notice("a", WARNING, late, "/home/anna/x.csv", translate("ui", "Try again")))
    try:
        speak("pl")
        (kept,) = strip.notices()
    finally:
        speak("en")
    assert kept.fact != late
    assert "7" in kept.fact
    assert (kept.consequence, kept.button) == ("/home/anna/x.csv", "Spróbuj ponownie")
