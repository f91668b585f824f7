"""A scan wherever the focus is: heard once, and nothing in the window has moved."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TypeVar, cast

import pytest
import shiboken6
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QLineEdit,
    QMenu,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from inpost_desk.background import Lanes
from inpost_desk.settings import Settings
from inpost_desk.ui.scanner import READS_KEYS, TAKES_SCANS
from tests.ui.scanner_keys import Hands, hands

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
CODE = "620011A-77R"
W = TypeVar("W", bound=QWidget)


@pytest.fixture
def at(qtbot: QtBot, lanes: Lanes, tmp_path: Path) -> Iterator[Hands]:
    made = hands(qtbot, lanes, tmp_path)
    yield made
    shiboken6.delete(made.scanner)


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    QVBoxLayout(window)
    qtbot.addWidget(window)
    return window


def added(window: QWidget, widget: W) -> W:
    layout = window.layout()
    assert layout is not None
    layout.addWidget(widget)
    return widget


def button() -> tuple[QWidget, Callable[[], object]]:
    made = QPushButton("6 push")
    pressed: list[bool] = []
    made.clicked.connect(lambda: pressed.append(True))
    return made, lambda: list(pressed)


def check_box() -> tuple[QWidget, Callable[[], object]]:
    made = QCheckBox("R")
    return made, made.isChecked


def choice() -> tuple[QWidget, Callable[[], object]]:
    made = QComboBox()
    made.addItems(["1a", "6b", "Rc"])
    return made, made.currentText


def table() -> tuple[QWidget, Callable[[], object]]:
    made = QTableWidget(3, 1)
    made.setEditTriggers(QTableWidget.EditTrigger.AllEditTriggers)
    for row, text in enumerate(("1a", "6b", "Rc")):
        made.setItem(row, 0, QTableWidgetItem(text))
    made.setCurrentCell(0, 0)
    return made, lambda: (made.currentRow(), made.state(), made.hasFocus())


@pytest.mark.parametrize(
    ("make", "end"),
    [(button, "\r"), (button, "\t"), (check_box, ""), (choice, "\r"), (table, "\r"), (table, "")],
)
def test_nothing_but_a_field_gets_a_key_of_it(
    at: Hands, window: QWidget, make: Callable[[], tuple[QWidget, Callable[[], object]]], end: str
) -> None:
    widget, state = make()
    added(window, widget)
    added(window, QPushButton("next"))
    at.show(window, widget)
    before = state()
    at.scan(f"{CODE[:4]} {CODE[4:]}{end}")
    at.scanned(f"{CODE[:4]} {CODE[4:]}")
    assert state() == before
    assert widget.hasFocus()


@pytest.mark.parametrize("make", [button, check_box])
def test_a_person_reaches_the_same_controls(
    at: Hands, window: QWidget, make: Callable[[], tuple[QWidget, Callable[[], object]]]
) -> None:
    widget, state = make()
    added(window, widget)
    at.show(window, widget)
    before = state()
    at.type(" ")
    at.until(lambda: state() != before)
    assert at.codes == []


def test_keys_of_a_person_come_in_their_order(at: Hands, window: QWidget) -> None:
    cells = table()[0]
    assert isinstance(cells, QTableWidget)
    added(window, cells)
    at.show(window, cells)
    at.type("ab\r")
    first = cells.item(0, 0)
    assert first is not None
    at.until(lambda: first.text() == "ab")
    assert at.codes == []


def test_an_open_menu_stays_open_and_chooses_nothing(at: Hands, window: QWidget) -> None:
    at.show(window)
    menu = QMenu(window)
    chosen: list[str] = []
    for text in ("&6 six", "&A", "&R"):
        menu.addAction(text)
    menu.triggered.connect(lambda action: chosen.append(cast("QAction", action).text()))
    menu.popup(window.mapToGlobal(QPoint(0, 0)))
    at.until(menu.isVisible)
    at.scan(f"{CODE}\r")
    at.scanned(CODE)
    assert menu.isVisible()
    at.type("6")
    at.until(lambda: chosen == ["&6 six"])


def test_a_dialog_is_not_answered(at: Hands, window: QWidget) -> None:
    at.show(window)
    dialog = QDialog(window)
    QVBoxLayout(dialog)
    agree = added(dialog, QPushButton("Yes"))
    agree.setDefault(True)
    agree.clicked.connect(dialog.accept)
    dialog.open()
    at.show(dialog)
    at.scan(f"{CODE}\r")
    at.scanned(CODE)
    assert dialog.isVisible()
    at.type("\r")
    assert dialog.isVisible()
    at.now += 5_000
    at.key("\r", up=False)
    at.until(lambda: not dialog.isVisible())


def test_no_shortcut_is_set_off_by_it_and_each_by_a_person(
    qtbot: QtBot, lanes: Lanes, tmp_path: Path, window: QWidget
) -> None:
    # Real keys with real times on a machine that may be slow: a slow scanner's figures.
    at = hands(qtbot, lanes, tmp_path, gap=150, silence=250)
    pressed: list[str] = []
    focus = added(window, QPushButton("here"))
    focus.clicked.connect(lambda: pressed.append("button"))
    for name in ("1", "2", "A", "Space", "Return", "Tab"):
        shortcut = QShortcut(QKeySequence(name), window)
        shortcut.activated.connect(lambda name=name: pressed.append(name))
    at.show(window, focus)
    handle = window.windowHandle()
    for letter in "12 A21":
        QTest.keyClick(handle, Qt.Key(ord(letter)))
    QTest.keyClick(handle, Qt.Key.Key_Return)
    at.scanned("12 a21")
    assert pressed == []
    for letter in "1A":
        QTest.keyClick(handle, Qt.Key(ord(letter)))
        at.until(partial(pressed.__contains__, letter))
    QTest.keyClick(handle, Qt.Key.Key_Return)
    at.until(lambda: pressed == ["1", "A", "Return"])
    shiboken6.delete(at.scanner)


def test_a_shortcut_of_another_part_is_left_alone(at: Hands, window: QWidget) -> None:
    here, there = added(window, QPushButton("here")), added(window, QPushButton("there"))
    pressed: list[str] = []
    for owner, name in ((here, "here"), (there, "there")):
        shortcut = QShortcut(QKeySequence("1"), owner)
        shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
        shortcut.activated.connect(lambda name=name: pressed.append(name))
    at.show(window, here)
    at.type("1")
    at.until(lambda: pressed)
    assert pressed == ["here"]


def test_a_key_held_down_is_no_scan(at: Hands, window: QWidget) -> None:
    cells = table()[0]
    assert isinstance(cells, QTableWidget)
    cells.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
    added(window, cells)
    at.show(window, cells)
    at.key("6", up=False)
    at.until(lambda: cells.currentRow() == 1)
    for _ in range(12):
        at.now += 30
        at.key("6", repeat=True)
    at.key("\r")
    assert at.codes == []


def test_keys_that_waited_for_a_busy_window_are_still_a_persons(at: Hands, window: QWidget) -> None:
    line = added(window, QLineEdit())
    at.show(window, line)
    at.scan("paczka na jutro\r", gap=120)
    assert line.text() == "paczka na jutro"
    assert at.codes == []


def test_several_scans_are_several(at: Hands, window: QWidget) -> None:
    line = added(window, QLineEdit())
    at.show(window, line)
    for number in range(5):
        at.scan(f"ORDER-{number}\r")
    at.scanned(*(f"ORDER-{number}" for number in range(5)))
    assert line.text() == ""


def test_a_line_that_takes_scans_gets_the_code_and_enter(at: Hands, window: QWidget) -> None:
    line = added(window, QLineEdit("old"))
    entered: list[str] = []
    line.returnPressed.connect(lambda: entered.append(line.text()))
    line.setProperty(TAKES_SCANS, True)
    at.show(window, line)
    at.scan(f"{CODE}\r")
    at.until(lambda: entered)
    assert entered == [CODE]
    assert at.codes == []


class Box(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.taken: list[str] = []
        self.line = QLineEdit(self)
        self.setProperty(TAKES_SCANS, True)

    def take_scan(self, code: str) -> None:
        self.taken.append(code)


def test_what_holds_the_focus_inside_takes_the_scan(at: Hands, window: QWidget) -> None:
    box, other = added(window, Box()), added(window, QPushButton("other"))
    at.show(window, box.line)
    at.scan(f"{CODE}\r")
    at.until(lambda: box.taken)
    other.setFocus()
    at.scan("OTHER-1\r")
    at.scanned("OTHER-1")
    assert box.taken == [CODE]


def test_a_window_may_read_its_keys_itself(at: Hands, window: QWidget) -> None:
    line = added(window, QLineEdit())
    window.setProperty(READS_KEYS, True)
    at.show(window, line)
    at.scan(f"{CODE}\r")
    assert line.text() == CODE
    assert at.codes == []


def test_it_follows_the_settings(at: Hands, window: QWidget) -> None:
    focus = added(window, QPushButton("here"))
    at.show(window, focus)
    rules = replace(at.desk.settings.scanner, prefix="~")
    at.desk.take_settings(replace(Settings(), scanner=rules))
    at.scan(f"~{CODE}\r", gap=90)
    at.until(lambda: at.codes == [CODE])
    assert at.codes == [CODE]


def test_it_tells_who_has_the_keyboard_once(at: Hands, window: QWidget) -> None:
    at.show(window, added(window, QPushButton("here")))
    at.until(lambda: at.heard == [True])
    assert at.scanner.listening
    dialog = QDialog(window)
    dialog.open()
    at.show(dialog)
    dialog.close()
    at.show(window)
    at.until(lambda: not at.scanner._settled.isActive())
    assert at.heard == [True]
