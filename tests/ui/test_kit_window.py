"""The kit's parts round every page: strip, environment frame, rail, status bar."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QFont
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from inpost_desk.ui import look
from inpost_desk.ui.kit import EnvironmentFrame, NoticeBar, Rail, RailEntry, StatusBar
from inpost_desk.ui.look import State
from inpost_desk.ui.shapes import Shape


@pytest.fixture(autouse=True)
def _light(qapp: QApplication) -> Iterator[None]:
    look.apply(qapp, "light")
    yield
    look.apply(qapp, "light")


@pytest.fixture
def rail(qtbot: QtBot) -> Rail:
    made = Rail(
        [
            RailEntry("orders", "orders", "Zamówienia", "2"),
            RailEntry("shipments", "box", "Przesyłki", "3"),
        ],
        [
            RailEntry("help", "help", "Pomoc", "F1", page=False),
            RailEntry("settings", "settings", "Ustawienia", "5"),
        ],
    )
    qtbot.addWidget(made)
    made.resize(made.minimumWidth(), 700)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.select("orders")
    return made


def test_the_strip_says_all_of_a_notice_and_its_buttons_work(qtbot: QtBot) -> None:
    bar = NoticeBar()
    qtbot.addWidget(bar)
    bar.show_notice("warning", "Kończy się <papier>.", "Zostało ok. 40.", "Drukuj na ZT411", 2)
    bar.resize(1200, bar.heightForWidth(1200))
    middle = bar.grab().toImage().pixelColor(600, 5).name().upper()
    assert bar.height() == look.STRIP
    assert middle == look.LIGHT.tint(State.WARNING)
    assert bar.accessibleName() == "Kończy się <papier>. Zostało ok. 40."
    bar.button.setFocus()
    with qtbot.waitSignal(bar.pressed):
        QTest.keyClick(bar.button, Qt.Key.Key_Return)
    with qtbot.waitSignal(bar.closed):
        QTest.mouseClick(bar.close_button, Qt.MouseButton.LeftButton)
    assert bar.close_button.accessibleName()


def test_a_long_notice_takes_a_second_line_on_a_narrow_window(qtbot: QtBot) -> None:
    bar = NoticeBar()
    qtbot.addWidget(bar)
    bar.show_notice("error", "Konto zablokowane.", "Zakupy stoją, nic nie przepadło. " * 4, "Pokaż")
    assert bar.heightForWidth(600) > bar.heightForWidth(2400)
    bar.show_notice("done", "Gotowe.", "", "", 0)
    assert bar.button.isHidden()
    assert bar.heightForWidth(600) == look.STRIP


def test_every_state_looks_different_in_the_strip(qtbot: QtBot) -> None:
    bar = NoticeBar()
    qtbot.addWidget(bar)
    bar.resize(400, 40)
    seen = []
    for state in ("information", "done", "warning", "error"):
        bar.show_notice(state, "Fakt.")
        seen.append(bar.grab().toImage())
    assert all(one != other for at, one in enumerate(seen) for other in seen[:at])


@pytest.mark.parametrize("kind", ["demo", "sandbox"])
def test_what_is_not_real_wears_the_striped_frame(qtbot: QtBot, kind: str) -> None:
    content = QWidget()
    frame = EnvironmentFrame(content)
    qtbot.addWidget(frame)
    frame.resize(1000, 400)
    frame.set_environment(kind, "nic nie jest wysyłane ani płacone", "Połącz z moim kontem")
    frame.show()
    image = frame.grab().toImage()
    left = {image.pixelColor(4, y).name().upper() for y in range(45, 390)}
    bottom = {image.pixelColor(x, 395).name().upper() for x in range(10, 990)}
    worn = look.colours()
    assert content.geometry().getRect() == (8, 40, 984, 352)
    assert worn.not_real_stripe in (left | bottom)
    assert worn.not_real in bottom
    with qtbot.waitSignal(frame.pressed):
        QTest.mouseClick(frame.button, Qt.MouseButton.LeftButton)


def test_the_stripes_of_demo_and_sandbox_differ_and_production_has_none(qtbot: QtBot) -> None:
    content = QWidget()
    frame = EnvironmentFrame(content)
    qtbot.addWidget(frame)
    frame.resize(1000, 400)
    frame.show()
    assert content.geometry() == frame.rect()
    frame.set_environment("demo", "", "")
    slanted = frame.grab().toImage()
    frame.set_environment("sandbox", "", "")
    upright = frame.grab().toImage()
    assert slanted != upright
    frame.set_environment("production", "", "")
    assert frame.grab().toImage() not in (slanted, upright)
    qtbot.waitUntil(lambda: content.geometry() == frame.rect())


def test_the_rail_opens_pages_by_key_and_mouse(rail: Rail) -> None:
    told: list[str] = []
    rail.chosen.connect(told.append)
    rail.item("orders").setFocus()
    QTest.keyClick(rail.item("orders"), Qt.Key.Key_Down)
    assert rail.item("shipments").hasFocus()
    assert told == []
    QTest.keyClick(rail.item("shipments"), Qt.Key.Key_Return)
    QTest.keyClick(rail.item("shipments"), Qt.Key.Key_Down)
    QTest.keyClick(rail.item("help"), Qt.Key.Key_Space)
    QTest.mouseClick(rail.item("settings"), Qt.MouseButton.LeftButton)
    assert told == ["shipments", "help", "settings"]
    assert rail.value() == "settings"


def test_every_item_of_the_rail_can_be_reached_by_the_arrows(rail: Rail) -> None:
    rail.item("orders").setFocus()
    reached = []
    for _ in range(4):
        focused = QApplication.focusWidget()
        assert focused is not None
        reached.append(focused.accessibleName())
        QTest.keyClick(focused, Qt.Key.Key_Down)
    assert rail.item("orders").hasFocus()
    assert set(reached) == {"Zamówienia", "Przesyłki", "Pomoc", "Ustawienia"}


def test_the_rail_shows_where_one_is_and_what_waits(rail: Rail) -> None:
    item = rail.item("shipments")
    plain = item.grab().toImage()
    rail.set_badge("shipments", 7, exceptions=True)
    badge = item.grab().toImage()
    rail.set_badge("shipments", 7)
    count = item.grab().toImage()
    rail.select("shipments")
    chosen = item.grab().toImage()
    assert len({id(x) for x in (plain, badge, count)}) == 3
    assert plain != badge != count
    assert chosen.pixelColor(QPoint(1, 30)).name().upper() == look.LIGHT.accent
    assert item.accessibleName() == "Przesyłki 7"
    assert rail.value() == "shipments"
    assert QAccessible.queryAccessibleInterface(item).state().checked


def test_the_rail_keeps_its_words_on_a_low_screen_and_at_twice_the_size(rail: Rail) -> None:
    rail.resize(rail.width(), 300)
    low = [rail.item(key) for key in ("orders", "shipments", "help", "settings")]
    assert all(item.height() >= item.fontMetrics().height() for item in low)
    before = rail.sizeHint().width()
    for item in low:
        font = QFont(item.font())
        font.setPointSizeF(font.pointSizeF() * 2)
        item.setFont(font)
    rail.updateGeometry()
    assert rail.sizeHint().width() > before


@pytest.fixture
def bar(qtbot: QtBot) -> Iterator[StatusBar]:
    """Under a page that lives as long as the test."""
    bar = StatusBar(("Połączenie", "Praca", "Drukarka"))
    page = QWidget()
    qtbot.addWidget(page)
    layout = QVBoxLayout(page)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addStretch(1)
    layout.addWidget(bar)
    page.resize(1366, 200)
    page.show()
    yield bar
    page.close()


def test_the_status_bar_tells_its_four_things(bar: StatusBar) -> None:
    bar.set_environment("production", "PRODUKCJA", "Sklep Bieszczady sp. z o.o.")
    bar.connection.show_state(Shape.CONNECTED, State.DONE, "Połączono z InPost")
    bar.printer.show_state(Shape.CONNECTED, State.DONE, "Zebra ZD421 · gotowa")
    before = bar.grab().toImage()
    bar.work.show_state(Shape.ARC, State.INFORMATION, "137 z 300", bold="Wysyłka i druk")
    bar.work.set_progress(137, 300, "ok. 2 min 10 s")
    assert bar.grab().toImage() != before
    assert bar.height() == look.STATUS
    assert bar.work.text() == "Wysyłka i druk 137 z 300"
    assert bar.work.accessibleName() == "Praca: Wysyłka i druk 137 z 300"
    assert bar.connection.accessibleName() == "Połączenie: Połączono z InPost"


def test_only_what_runs_gives_way_in_the_status_bar(qtbot: QtBot, bar: StatusBar) -> None:
    bar.set_environment("demo", "DEMO", "Sklep Przykładowy")
    bar.connection.show_state(Shape.CONNECTED, State.DONE, "Symulator w programie")
    bar.printer.show_state(Shape.CONNECTED, State.DONE, "Drukarka demo · folder")
    bar.work.show_state(Shape.TICK, State.DONE, "Sprawdzono punkty i dane " * 20)
    bar.window().resize(800, 200)
    qtbot.waitUntil(lambda: bar.printer.width() >= bar.printer.sizeHint().width())
    assert bar.width() == 800
    assert bar.printer.geometry().right() <= 800
    assert bar.connection.width() >= bar.connection.sizeHint().width()


def test_organisations_can_be_switched_where_there_are_several(
    qtbot: QtBot, bar: StatusBar
) -> None:
    bar.set_environment("production", "PRODUKCJA", "Sklep A & B", several=True)
    assert bar.organisation.words() == "Sklep A & B"
    with qtbot.waitSignal(bar.organisation_pressed):
        QTest.mouseClick(bar.organisation, Qt.MouseButton.LeftButton)
    bar.set_environment("production", "PRODUKCJA", "Sklep A & B")
    assert not bar.organisation.isEnabled()
