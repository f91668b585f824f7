"""The care for data and computer: two sections of the settings, restoring, the report for support."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from docs.picturing import places
from docs.picturing.studio import Studio
from inpost_desk.app_session import Given
from inpost_desk.ui.settings_page import COMPUTER, DATA


def care(studio: Studio) -> None:
    """A copy is made, looked into, and the computer is checked."""
    with places.inpost() as inpost, places.printer(studio.data_dir.parent / "paper") as printer:
        places.set_up(studio, inpost, printer)
        studio.start(Given(token=inpost.prepaid_token))
        studio.idle()
        _data(studio)
        _computer(studio)


def twice_as_large(studio: Studio) -> None:
    """The same at 200 %. Started with QT_SCALE_FACTOR=2."""
    with places.inpost() as inpost, places.printer(studio.data_dir.parent / "paper") as printer:
        places.set_up(studio, inpost, printer)
        studio.start(Given(token=inpost.prepaid_token))
        studio.idle()
        page = _settings(studio)
        page.open_section(DATA)
        studio.idle()
        studio.picture("twice-settings-data")
        page.data.form.move_button.click()
        studio.picture("twice-move")
        page.data.form.moving.reject()
        page.open_section(COMPUTER)
        page.computer.form.check()
        studio.idle()
        studio.picture("twice-settings-computer")


def _settings(studio: Studio) -> Any:
    studio.window.open_page("settings")
    return studio.page("settings")


def _data(studio: Studio) -> None:
    folder = studio.data_dir.parent / "kopie"
    folder.mkdir()
    rules = replace(studio.desk.settings.data, backup_folder=str(folder))
    studio.desk.change_settings(data=rules)
    studio.wait(lambda: studio.desk.settings.data.backup_folder)
    page = _settings(studio)
    page.open_section(DATA)
    form = page.data.form
    form.copies.copy_now()
    studio.idle()
    form.check.check_button.click()
    studio.idle()
    studio.picture("settings-data")
    form.restore_button.click()
    studio.idle()
    studio.picture("settings-restore")
    form.restoring.reject()
    form.move_button.click()
    studio.idle()
    studio.picture("settings-move")
    form.moving.reject()


def _computer(studio: Studio) -> None:
    page = _settings(studio)
    page.open_section(COMPUTER)
    form = page.computer.form
    form.check()
    studio.idle()
    studio.picture("settings-computer")
    form.support_button.click()
    studio.wait(lambda: form.dialog is not None)
    studio.idle()
    studio.picture("support")
    form.dialog.reject()
