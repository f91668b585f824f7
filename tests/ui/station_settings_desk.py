"""The station's section of the settings in a window of its own."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from inpost_desk import settings
from inpost_desk.background import Lanes
from inpost_desk.ui.desk import Desk
from inpost_desk.ui.settings_page import STATION, SettingsPage
from inpost_desk.ui.settings_station import StationForms
from tests.ui.printers_desk import press


def opened(
    qtbot: QtBot, lanes: Lanes, data_dir: Path, **known: object
) -> tuple[SettingsPage, StationForms]:
    """The settings with these on disk, their section shown."""
    data_dir.mkdir(exist_ok=True)
    page = SettingsPage(Desk(lanes, data_dir, settings.change(data_dir, **known)))
    page.resize(1278, 620)
    qtbot.addWidget(page)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.open_section(STATION)
    forms = page.station.forms
    # Visible is not laid out yet: a click would go nowhere.
    qtbot.waitUntil(lambda: forms.isVisible() and forms.rules.buying.row("scan").height() > 0)
    return page, forms


def undo(page: SettingsPage) -> None:
    """As with the keyboard in the list of sections: a field takes back its own letters."""
    page.sections.setFocus()
    press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
