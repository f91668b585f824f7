"""The watched folder in the settings: only what can be used, and whose money it spends."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from inpost_desk.background import Lanes
from inpost_desk.domain.shipment import OrganizationId
from inpost_desk.domain.station import WatchedFolder
from inpost_desk.errors import FileTrouble
from inpost_desk.session import Session
from inpost_desk.settings import Account
from inpost_desk.ui.settings_page import SettingsPage
from inpost_desk.ui.settings_station_watched import OWN, watchable
from tests.ui.printers_desk import click, on_disk, write
from tests.ui.station_settings_desk import opened, undo

SHOP = Account("production", OrganizationId(17), "Sklep")
TRIAL = Account("sandbox", OrganizationId(18), "Próba")


def use(page: SettingsPage, account: Account) -> None:
    """That account is the open one; nobody here asks its doors for anything."""
    desk = page._desk
    doors: dict[str, Any] = {one.name: None for one in fields(Session)}
    desk.use(Session(**doors | {"data_dir": desk.data_dir, "account": account}))


def test_a_folder_is_watched_bought_from_and_left(
    qtbot: QtBot, lanes: Lanes, tmp_path: Path
) -> None:
    page, forms = opened(qtbot, lanes, tmp_path / "data")
    form, folder = forms.watched, tmp_path / "in"
    folder.mkdir()
    write(form.folder.edit, str(folder))
    on_disk(qtbot, page, lambda known: known.watched == WatchedFolder(str(folder)))
    assert "no account yet" in form.finding.words()
    assert not form.buys.box.isEnabled()
    use(page, SHOP)
    click(form.account_button)
    on_disk(qtbot, page, lambda known: known.watched == WatchedFolder(str(folder), False, SHOP.key))
    form.buys.box.setChecked(True)
    on_disk(qtbot, page, lambda known: known.watched.buys)
    assert "spends money of Sklep" in form.finding.words()
    click(form.off_button)
    on_disk(qtbot, page, lambda known: known.watched == WatchedFolder())
    assert form.folder.text() == ""
    undo(page)
    on_disk(qtbot, page, lambda known: known.watched.buys)
    assert form.folder.text() == str(folder)


def test_it_says_whose_it_is_when_another_account_is_open(
    qtbot: QtBot, lanes: Lanes, tmp_path: Path
) -> None:
    watched = WatchedFolder(str(tmp_path), True, SHOP.key)
    page, forms = opened(qtbot, lanes, tmp_path / "data", watched=watched, accounts=(SHOP,))
    form = forms.watched
    assert "not open now" in form.finding.words()
    use(page, TRIAL)
    assert "spends money of Sklep" in form.finding.words()
    click(form.account_button)
    on_disk(qtbot, page, lambda known: known.watched.account == TRIAL.key)
    assert "is bought for Próba" in form.finding.words()
    assert form.account_button.isHidden()


def test_buying_is_for_the_account_that_is_open_then(
    qtbot: QtBot, lanes: Lanes, tmp_path: Path
) -> None:
    watched = WatchedFolder(str(tmp_path), False, SHOP.key)
    page, forms = opened(qtbot, lanes, tmp_path / "data", watched=watched)
    assert not forms.watched.buys.box.isEnabled()
    use(page, TRIAL)
    forms.watched.buys.box.setChecked(True)
    on_disk(qtbot, page, lambda known: known.watched.buys)
    assert page._desk.settings.watched.account == TRIAL.key


def test_a_folder_nobody_can_use_is_said_at_its_field(
    qtbot: QtBot, lanes: Lanes, tmp_path: Path
) -> None:
    page, forms = opened(qtbot, lanes, tmp_path / "data")
    form = forms.watched
    write(form.folder.edit, str(tmp_path / "data"))
    qtbot.waitUntil(lambda: "program's own" in form.folder.finding())
    write(form.folder.edit, str(tmp_path / "nowhere"))
    qtbot.waitUntil(lambda: str(tmp_path / "nowhere") in form.folder.finding())
    assert page._desk.settings.watched == WatchedFolder()


def test_what_is_watchable(tmp_path: Path) -> None:
    own = tmp_path / "data"
    (own / "labels").mkdir(parents=True)
    (tmp_path / "link").symlink_to(own)
    assert watchable(str(tmp_path), own) == str(tmp_path)
    for given in ("data", "data/labels", "link", "link/labels"):
        assert watchable(str(tmp_path / given), own) == OWN
    for given, rule in (("in", "not_a_folder"), ("/proc", "read_only")):
        with pytest.raises(FileTrouble) as told:
            watchable(given, own)
        assert told.value.rule == rule
