"""The window's frame by key and mouse: pages, regions, help, files, closing in the middle of something."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeySequence,
    QShortcut,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from inpost_desk.background import FETCH, KEYRING, RUN, Lanes
from inpost_desk.domain.shipment import OrganizationId
from inpost_desk.settings import Account, Settings
from inpost_desk.ui import look, stopping
from inpost_desk.ui.desk import ERROR, WARNING, Desk, Notice
from inpost_desk.ui.keys import KeysDialog
from inpost_desk.ui.kit import KeyCap
from inpost_desk.ui.shapes import Shape
from inpost_desk.ui.status import CONNECTION, WORK, StatusText
from inpost_desk.ui.window import MainWindow
from inpost_desk.ui.window_parts import ORDERS, SETTINGS, PageEntry

# Offscreen no window can be raised above another, nor the keyboard be held by a menu.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


class Page(QWidget):
    """A page that offers all a page can."""

    def __init__(self) -> None:
        super().__init__()
        self.heard: list[object] = []
        self.closes = True
        self.first, self.second = QLineEdit(), QLineEdit()
        rows = QVBoxLayout(self)
        rows.addWidget(self.first)
        rows.addWidget(self.second)
        QShortcut(QKeySequence("Ctrl+Return"), self).activated.connect(self._main)

    def _main(self) -> None:
        self.heard.append("main")

    def keys(self) -> Sequence[tuple[str, str]]:
        return [("Ctrl+Enter", "Create and print"), ("F8 / Shift+F8", "Next problem")]

    def regions(self) -> Sequence[QWidget]:
        return [self.first, self.second]

    def take_files(self, paths: list[Path]) -> None:
        self.heard.append(paths)

    def drag_entered(self, paths: list[Path]) -> None:
        self.heard.append(("over", paths))

    def drag_left(self) -> None:
        self.heard.append("left")

    def may_close(self) -> bool:
        return self.closes

    def closing(self) -> None:
        self.heard.append("closing")


@pytest.fixture
def desk(lanes: Lanes, tmp_path: Path) -> Desk:
    return Desk(lanes, tmp_path, Settings())


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, desk: Desk) -> Iterator[MainWindow]:
    look.apply(qapp, "light")
    window = MainWindow(
        desk,
        [
            PageEntry(ORDERS, "orders", "Orders", Page),
            PageEntry(SETTINGS, "settings", "Settings", QLineEdit),
        ],
    )
    qtbot.addWidget(window, before_close_func=lambda one: one.close_now())
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    yield window
    window.close_now()


@pytest.fixture
def orders(window: MainWindow) -> Page:
    return cast("Page", window._pages[ORDERS])


def _focused() -> QWidget:
    focused = QApplication.focusWidget()
    assert focused is not None
    return focused


def _open(desk: Desk, environment: str, name: str = "Shop") -> None:
    account = Account(environment, OrganizationId(1), name)
    desk.use(cast("Any", SimpleNamespace(account=account)))


# Pages and keys


def test_pages_keep_their_digits_and_esc_leads_back(window: MainWindow) -> None:
    control = Qt.KeyboardModifier.ControlModifier
    assert window.page == ORDERS
    QTest.keyClick(window, Qt.Key.Key_1, control)
    assert window.page == ORDERS
    QTest.keyClick(window, Qt.Key.Key_5, control)
    assert (window.page, window.rail.value()) == (SETTINGS, SETTINGS)
    QTest.keyClick(_focused(), Qt.Key.Key_Escape)
    assert window.page == ORDERS
    QTest.mouseClick(window.rail.item(SETTINGS), Qt.MouseButton.LeftButton)
    assert window.page == SETTINGS


def test_a_page_is_made_when_it_is_first_opened(window: MainWindow) -> None:
    assert list(window._pages) == [ORDERS]
    window.open_page(SETTINGS)
    assert list(window._pages) == [ORDERS, SETTINGS]


def test_the_focus_starts_in_the_page_and_comes_back_to_where_it_was(
    qtbot: QtBot, window: MainWindow, orders: Page
) -> None:
    assert orders.first.hasFocus()
    orders.second.setFocus()
    window.open_page(SETTINGS)
    window.open_page(ORDERS)
    qtbot.waitUntil(orders.second.hasFocus)
    assert orders.second.hasFocus()


def test_f6_goes_round_the_regions(window: MainWindow, orders: Page, desk: Desk) -> None:
    desk.notify(Notice("a", ERROR, "blocked"))
    seen = []
    for _ in range(5):
        QTest.keyClick(window, Qt.Key.Key_F6)
        focused = _focused()
        regions = [window.rail, window.strip, orders.first, orders.second, window.status]
        seen.append(
            next(
                at for at, one in enumerate(regions) if one.isAncestorOf(focused) or one is focused
            )
        )
    assert seen == [3, 4, 0, 1, 2]
    QTest.keyClick(window, Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    assert window.strip.isAncestorOf(_focused())


def test_f4_presses_the_notice_and_shift_f4_closes_it(window: MainWindow, desk: Desk) -> None:
    pressed: list[str] = []
    desk.notify(Notice("a", WARNING, "No answer", "", "Now", lambda: pressed.append("a")))
    QTest.keyClick(window, Qt.Key.Key_F4)
    QTest.keyClick(window, Qt.Key.Key_F4, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(window, Qt.Key.Key_F4)
    assert pressed == ["a"]
    assert window.strip.isHidden()


def test_f1_lists_the_keys_and_keeps_all_others_from_the_page(
    qtbot: QtBot, window: MainWindow, orders: Page
) -> None:
    QTest.keyClick(window, Qt.Key.Key_F1)
    dialog = window.findChild(KeysDialog)
    assert isinstance(dialog, KeysDialog)
    caps = {cap.text() for cap in dialog.findChildren(KeyCap)}
    assert {"Ctrl+Enter", "F8", "Shift+F8", "Ctrl+2", "Ctrl+5", "F11"} <= caps
    assert "Ctrl+1" not in caps
    QTest.keyClick(window, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert "main" not in orders.heard
    with qtbot.waitSignal(dialog.finished):
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
    QTest.keyClick(window, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert "main" in orders.heard


def test_f11_fills_the_screen_and_back_but_not_at_the_next_start(
    qtbot: QtBot, window: MainWindow, desk: Desk
) -> None:
    QTest.keyClick(window, Qt.Key.Key_F11)
    assert window.isFullScreen()
    window.close()
    again = MainWindow(desk, [])
    qtbot.addWidget(again)
    assert not again.isFullScreen()


# What stands round the pages


@pytest.mark.parametrize(
    ("environment", "frame", "badge"),
    [
        ("demo", "demo", "DEMO"),
        ("sandbox", "sandbox", "SANDBOX"),
        ("production", "production", "PRODUCTION"),
        ("http://127.0.0.1:8000", "production", "127.0.0.1:8000"),
    ],
)
def test_the_window_says_whose_account_is_open_and_whether_it_is_real(
    window: MainWindow, desk: Desk, environment: str, frame: str, badge: str
) -> None:
    _open(desk, environment, "Sklep")
    assert window.windowTitle() == "InPost Desk – Sklep"
    assert window._frame.kind == frame
    assert window.status.bar._environment.accessibleName() == badge
    assert window.status.bar.organisation.words() == "Sklep"


def test_the_status_bar_shows_what_it_is_told(window: MainWindow, desk: Desk) -> None:
    desk.told.emit(CONNECTION, StatusText("Connected", Shape.CONNECTED))
    desk.told.emit(WORK, StatusText("5 of 10", Shape.ARC, progress=(5, 10), left="1 min"))
    desk.told.emit("coffee", StatusText("hot"))
    assert window.status.bar.connection.text() == "Connected"
    assert window.status.bar.work.text() == "5 of 10"
    assert window.status.told()[WORK].left == "1 min"


def test_the_organisation_asks_for_the_accounts(
    qtbot: QtBot, window: MainWindow, desk: Desk
) -> None:
    _open(desk, "production")
    with qtbot.waitSignal(window.account_menu_asked):
        QTest.mouseClick(window.status.bar.organisation, Qt.MouseButton.LeftButton)
    assert window.status.bar.organisation.isEnabled()


def test_twice_the_size_on_a_small_screen_leaves_everything_in_reach(
    qtbot: QtBot, window: MainWindow, desk: Desk
) -> None:
    """1366 × 768 at 200 % is 683 × 384."""
    _open(desk, "demo", "Sklep Przykładowy sp. z o.o. w Krakowie")
    desk.notify(Notice("a", ERROR, "Account blocked.", "Purchases wait.", "Show", lambda: None))
    desk.told.emit(CONNECTION, StatusText("Połączono z InPost", Shape.CONNECTED))
    desk.told.emit(WORK, StatusText("137 z 300", Shape.ARC, progress=(137, 300), left="2 min"))
    window.showNormal()
    window.resize(683, 384)
    bar = window.status.bar

    def right(part: QWidget) -> int:
        return part.mapTo(window, part.rect().bottomRight()).x()

    # The second line comes with the next layout.
    qtbot.waitUntil(lambda: right(bar.printer) < 683)
    for part in (bar.organisation, bar.connection, bar.printer):
        assert part.width() >= part.minimumSizeHint().width()
        assert right(part) < 683
    assert window.height() == 384
    window.resize(1366, 768)
    qtbot.waitUntil(lambda: window.status.height() < 2 * look.STATUS)
    assert bar.work.y() == bar.connection.y()


def test_the_window_stands_where_it_stood(qtbot: QtBot, window: MainWindow, desk: Desk) -> None:
    window.showNormal()
    window.setGeometry(40, 50, 700, 420)
    qtbot.waitUntil(lambda: window.width() == 700)
    window.close()
    again = MainWindow(desk, [])
    qtbot.addWidget(again)
    assert again.size() == window.size()


def test_something_instead_of_the_pages(window: MainWindow) -> None:
    greeting = QLineEdit()
    window.show_instead(greeting)
    assert greeting.isVisible()
    assert window.rail.isHidden()
    QTest.keyClick(window, Qt.Key.Key_5, Qt.KeyboardModifier.ControlModifier)
    assert window.page == ORDERS
    window.show_pages()
    assert window.rail.isVisible()


# Files


def _mime(*names: str) -> QMimeData:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(name) if "://" not in name else QUrl(name) for name in names])
    mime.setText("as text, too")
    return mime


def _drag(window: MainWindow, mime: QMimeData) -> QDragEnterEvent:
    """What the system sends first; `QDragMoveEvent` follows at each step."""
    actions, none = (
        Qt.DropAction.CopyAction | Qt.DropAction.MoveAction,
        Qt.KeyboardModifier.NoModifier,
    )
    enter = QDragEnterEvent(QPoint(400, 200), actions, mime, Qt.MouseButton.LeftButton, none)
    QApplication.sendEvent(window.windowHandle(), enter)
    move = QDragMoveEvent(QPoint(410, 200), actions, mime, Qt.MouseButton.LeftButton, none)
    QApplication.sendEvent(window.windowHandle(), move)
    return enter


def _drop(window: MainWindow, mime: QMimeData) -> QDropEvent:
    actions, none = (
        Qt.DropAction.CopyAction | Qt.DropAction.MoveAction,
        Qt.KeyboardModifier.NoModifier,
    )
    drop = QDropEvent(QPointF(410, 200), actions, mime, Qt.MouseButton.LeftButton, none)
    QApplication.sendEvent(window.windowHandle(), drop)
    return drop


def test_files_dropped_anywhere_go_to_the_orders(
    qtbot: QtBot, window: MainWindow, orders: Page
) -> None:
    window.open_page(SETTINGS)
    mime = _mime("/data/a.csv", "/data/b.csv")
    paths = [Path("/data/a.csv"), Path("/data/b.csv")]
    assert _drag(window, mime).isAccepted()
    drop = _drop(window, mime)
    assert drop.dropAction() == Qt.DropAction.CopyAction
    qtbot.waitUntil(lambda: paths in orders.heard)
    assert orders.heard == [("over", paths), "left", paths]
    assert window.page == ORDERS


def test_no_field_takes_a_file_as_text(qtbot: QtBot, window: MainWindow, orders: Page) -> None:
    mime = _mime("/data/a.csv")
    _drag(window, mime)
    _drop(window, mime)
    qtbot.waitUntil(lambda: len(orders.heard) == 3)
    assert orders.first.text() == orders.second.text() == ""


def test_a_drag_that_goes_away_is_forgotten(window: MainWindow, orders: Page) -> None:
    _drag(window, _mime("/data/a.csv"))
    QApplication.sendEvent(window.windowHandle(), QDragLeaveEvent())
    assert orders.heard[-1] == "left"


def test_what_is_no_file_of_this_machine_is_not_taken(window: MainWindow, orders: Page) -> None:
    mime = _mime("https://inpost.example/orders.csv")
    _drag(window, mime)
    _drop(window, mime)
    assert orders.heard == []


# Closing


def test_nothing_under_way_closes_at_once(qtbot: QtBot, window: MainWindow, orders: Page) -> None:
    with qtbot.waitSignal(window.closed, timeout=1_000):
        window.close()
    assert not window.isVisible()
    assert orders.heard == ["closing"]


def test_a_page_may_have_a_question_first(window: MainWindow, orders: Page) -> None:
    window.open_page(SETTINGS)
    orders.closes = False
    assert not window.close()
    assert window.isVisible()
    assert window.page == ORDERS
    orders.closes = True
    assert window.close()


def test_a_run_ends_its_request_first_and_nothing_can_be_pressed_meanwhile(
    qtbot: QtBot, window: MainWindow, orders: Page, desk: Desk
) -> None:
    gate = threading.Event()
    asked: list[bool] = []
    window.stop_asked.connect(lambda: asked.append(True))
    desk.lanes.start(RUN, gate.wait)
    window.close()
    cover = window._stopping
    qtbot.waitUntil(cover.isVisible)
    assert asked == [True]
    assert orders.heard == ["closing"]
    assert cover.geometry() == window.rect()
    QTest.keyClick(window, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(window, Qt.Key.Key_5, Qt.KeyboardModifier.ControlModifier)
    QTest.mouseClick(orders.first, Qt.MouseButton.LeftButton)
    assert "main" not in orders.heard
    assert not orders.first.hasFocus()
    assert window.page == ORDERS
    window.close()
    assert window.isVisible()
    with qtbot.waitSignal(window.closed):
        gate.set()
    assert not window.isVisible()


def test_a_request_that_takes_long_can_be_left(
    qtbot: QtBot, window: MainWindow, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate = threading.Event()
    desk.lanes.start(RUN, gate.wait)
    window.close()
    qtbot.waitUntil(window._stopping.isVisible)
    anyway = window._stopping._anyway
    window.close()
    assert anyway.isHidden()
    monkeypatch.setattr(stopping, "OFFER_SECONDS", 0.0)
    window.close()
    assert anyway.isVisible()
    with qtbot.waitSignal(window.closed):
        QTest.mouseClick(anyway, Qt.MouseButton.LeftButton)
    gate.set()
    assert not window.isVisible()


def test_a_keyring_that_asks_for_its_password_keeps_nobody(
    qtbot: QtBot, window: MainWindow, desk: Desk
) -> None:
    gate = threading.Event()
    desk.lanes.start(KEYRING, gate.wait)
    with qtbot.waitSignal(window.closed, timeout=1_000):
        window.close()
    gate.set()
    assert not window.isVisible()


def test_a_read_is_waited_for_only_a_moment(
    qtbot: QtBot, window: MainWindow, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stopping, "READING_SECONDS", 0.3)
    gate = threading.Event()
    desk.lanes.start(FETCH, gate.wait)
    window.close()
    assert window.isVisible()
    qtbot.waitUntil(lambda: not window.isVisible())
    gate.set()
    assert not window.isVisible()


# Another window in its place


def test_the_next_window_shows_what_this_one_showed(
    qtbot: QtBot, window: MainWindow, desk: Desk
) -> None:
    window.open_page(SETTINGS)
    desk.notify(Notice("a", WARNING, "No answer"))
    desk.told.emit(WORK, StatusText("5 of 10"))
    kept = window.kept()
    again = MainWindow(desk, list(window._entries.values()))
    qtbot.addWidget(again)
    again.take_over(kept)
    window.retire()
    desk.notify(Notice("b", ERROR, "No paper"))
    assert again.page == SETTINGS
    assert [one.key for one in again.strip.notices()] == ["a", "b"]
    assert again.status.bar.work.text() == "5 of 10"
    assert [one.key for one in window.strip.notices()] == ["a"]
    again.close_now()


def test_somebody_starts_the_program_again(qtbot: QtBot, window: MainWindow) -> None:
    window.showMinimized()
    window.come_forward()
    qtbot.waitUntil(lambda: not window.isMinimized())
    assert window.isVisible()
