"""The settings of notifications: off at first, plain about what is needed, and wrong entries wait."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from inpost_desk import settings
from inpost_desk.background import Lanes
from inpost_desk.domain.notified import ListenRules
from inpost_desk.domain.notified_address import paths, proxies, public_address, sender
from inpost_desk.ui.desk import Desk
from inpost_desk.ui.listening import PART, Listens
from inpost_desk.ui.settings_notifications import NotificationsSection
from tests.ui.printers_desk import click, press, write

Kept = Callable[[ListenRules], bool]


def opened(
    qtbot: QtBot, lanes: Lanes, folder: Path, **known: object
) -> tuple[Desk, NotificationsSection]:
    desk = Desk(lanes, folder, settings.change(folder, **known))
    section = NotificationsSection(desk)
    section.resize(640, 900)
    qtbot.addWidget(section)
    assert section._form is None
    section.show()
    section.activateWindow()
    qtbot.waitUntil(section.isActiveWindow)
    return desk, section


def on_disk(qtbot: QtBot, desk: Desk, check: Kept) -> None:
    qtbot.waitUntil(lambda: check(desk.settings.notifications), timeout=10_000)
    assert check(settings.load(desk.data_dir).settings.notifications)


def toggle(box: object) -> None:
    box.setFocus()  # type: ignore[attr-defined]
    press(Qt.Key.Key_Space)


def test_it_is_off_and_turned_on_with_a_secret(qtbot: QtBot, lanes: Lanes, tmp_path: Path) -> None:
    desk, section = opened(qtbot, lanes, tmp_path)
    form = section.form
    assert "Off" in form.state.words()
    assert not form.copy_button.isEnabled()
    toggle(form.on.box)
    on_disk(qtbot, desk, lambda kept: kept.on and len(kept.secret) >= 32)
    # Nothing can come to this computer alone without a proxy.
    assert "nothing of InPost's can arrive" in form.state.words()
    toggle(form.everywhere.box)
    on_disk(qtbot, desk, lambda kept: kept.host == "0.0.0.0")
    assert "account" in form.state.words()
    toggle(form.only_inpost.box)
    on_disk(qtbot, desk, lambda kept: not kept.only_inpost)


def test_the_address_is_copied_and_made_anew(qtbot: QtBot, lanes: Lanes, tmp_path: Path) -> None:
    desk, section = opened(qtbot, lanes, tmp_path)
    form = section.form
    write(form.public.edit, "http://sklep.example")
    assert form.public.finding()
    assert desk.settings.notifications.public_address == ""
    write(form.public.edit, " https://Sklep.example/InPost/ ")
    on_disk(qtbot, desk, lambda kept: kept.public_address == "https://sklep.example/inpost")
    first = desk.settings.notifications.secret
    qtbot.waitUntil(lambda: form.whole.text() == f"https://sklep.example/inpost/{first}")
    click(form.copy_button)
    assert QGuiApplication.clipboard().text() == form.whole.text()
    click(form.secret_button)
    on_disk(qtbot, desk, lambda kept: kept.secret != first)
    qtbot.waitUntil(lambda: first not in form.whole.text())


def test_port_and_proxies(qtbot: QtBot, lanes: Lanes, tmp_path: Path) -> None:
    desk, section = opened(qtbot, lanes, tmp_path)
    form = section.form
    for wrong in ("0", "65536", "x"):
        write(form.port.edit, wrong)
        assert form.port.finding()
    write(form.port.edit, "9000")
    on_disk(qtbot, desk, lambda kept: kept.port == 9000)
    write(form.proxies.edit, "10.0.0.1 proxy.example")
    assert form.proxies.finding()
    write(form.proxies.edit, "127.0.0.1, 10.0.0.0/8")
    on_disk(qtbot, desk, lambda kept: kept.trusted_proxies == ("127.0.0.1", "10.0.0.0/8"))
    assert form.proxies.text() == "127.0.0.1 10.0.0.0/8"


def test_how_it_stands_is_said(qtbot: QtBot, lanes: Lanes, tmp_path: Path) -> None:
    rules = ListenRules(on=True, secret="ab" * 20, only_inpost=False)
    desk, section = opened(qtbot, lanes, tmp_path, notifications=rules)
    form = section.form
    desk.told.emit(PART, Listens(port=8731))
    assert "8731" in form.state.words()
    assert "No notification" in form.state.words()
    desk.told.emit(PART, Listens(port=8731, last=datetime(2026, 1, 5, 8, 7, tzinfo=UTC)))
    assert "2026-01-05 9:07" in form.state.words()
    desk.told.emit(PART, Listens(trouble="taken"))
    assert form.state.words() == "taken"


def test_tab_comes_to_every_control_and_each_has_a_name(
    qtbot: QtBot, lanes: Lanes, tmp_path: Path
) -> None:
    rules = ListenRules(secret="ab" * 20, public_address="https://sklep.example")
    _, section = opened(qtbot, lanes, tmp_path, notifications=rules)
    form = section.form
    form.on.box.setFocus()
    seen = []
    while (at := form.window().focusWidget()) is not None and at not in seen:
        seen.append(at)
        assert at.accessibleName() or getattr(at, "text", str)()
        QTest.keyClick(at, Qt.Key.Key_Tab)
    fields = [one.edit for one in (form.public, form.whole, form.port, form.proxies)]
    boxes = [one.box for one in (form.on, form.everywhere, form.only_inpost)]
    assert {*fields, *boxes, form.copy_button, form.secret_button} <= {*seen}


@pytest.mark.parametrize(
    "text",
    [
        "http://sklep.example",
        "https://localhost",
        "https://sklep",
        "https://sklep.example?x=1",
        "https://user:word@sklep.example",
        "https://sklep.example/a b",
        "https://sklep.example:0",
        "https://sklep.example:99999",
        "https://[bad",
        "sklep.example",
        "https://drukarka.local",
    ],
)
def test_what_inpost_cannot_reach(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - its words come from several places
        public_address(text)
    assert public_address("  ") == ""


def test_addresses_of_senders_and_paths() -> None:
    assert public_address("https://203.0.113.5:8443/") == "https://203.0.113.5:8443"
    assert paths(ListenRules()) == frozenset()
    assert proxies("") == ()
    assert str(sender("::ffff:10.0.0.1", [], [])) == "10.0.0.1"
    assert sender("10.0.0.1", ["x"], ["10.0.0.1"]) is None
    assert sender("", [], []) is None
