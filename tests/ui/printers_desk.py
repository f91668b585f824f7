"""The printers' section of the settings in a window of its own, with folders for printers."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QRadioButton, QWidget
from pytestqt.qtbot import QtBot

from inpost_desk import settings
from inpost_desk.background import Lanes
from inpost_desk.domain.printer import Profile, Reach
from inpost_desk.settings import Settings
from inpost_desk.ui.desk import Desk
from inpost_desk.ui.printers.page import PrintersPage
from inpost_desk.ui.settings_page import PRINTER, SettingsPage

Make = Callable[..., SettingsPage]


def folder_printer(path: Path, **more: object) -> Profile:
    """A printer that is always ready: a folder, which is made."""
    path.mkdir(exist_ok=True)
    return Profile.at(Reach.FOLDER, str(path), **{"name": path.name, **more})


def opened(qtbot: QtBot, lanes: Lanes, data_dir: Path, *printers: Profile) -> SettingsPage:
    """The settings with these printers, their section shown."""
    desk = Desk(lanes, data_dir, settings.change(data_dir, printers=printers))
    page = SettingsPage(desk)
    page.resize(1278, 620)
    qtbot.addWidget(page)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    with qtbot.waitSignal(page.printers.loaded):
        page.open_section(PRINTER)
    return page


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """A key for what has the focus."""
    target = QApplication.focusWidget()
    assert target is not None
    QTest.keyClick(target, key, modifier)


def click(widget: QWidget) -> None:
    """With the mouse."""
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def write(edit: QWidget, text: str, key: Qt.Key = Qt.Key.Key_Tab) -> None:
    """Type into a field instead of what stands there."""
    edit.setFocus()
    QTest.keyClick(edit, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(edit, text)
    QTest.keyClick(edit, key)


def segment(part: QWidget, text: str) -> QRadioButton:
    """One of a row of choices."""
    return next(one for one in part.findChildren(QRadioButton) if one.text() == text)


def on_disk(qtbot: QtBot, page: SettingsPage, check: Callable[[Settings], bool]) -> None:
    """Wait until the settings are so, here and in the file."""
    qtbot.waitUntil(lambda: check(page._desk.settings), timeout=10_000)
    assert check(settings.load(page._desk.data_dir).settings)


def drawn(qtbot: QtBot, page: PrintersPage) -> None:
    """Wait until the paper shows the printer as it is set up now."""
    preview = page.preview
    qtbot.waitUntil(lambda: preview._drawn is not None and preview._drawn == preview._wanted)
