"""The section about this computer: the check, the proxy, the report for support, the newest version."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from inpost_desk import releases, settings
from inpost_desk.actions.doctor import Finding
from inpost_desk.background import Lanes
from inpost_desk.settings import DIRECT
from inpost_desk.ui import look
from inpost_desk.ui.desk import Desk, Notice
from inpost_desk.ui.settings_computer import ComputerForm, ComputerSection
from inpost_desk.ui.settings_computer_findings import FindingsList
from inpost_desk.ui.settings_page import COMPUTER, SettingsPage
from inpost_desk.ui.window_place import window_settings
from tests.simulator_process import Simulator
from tests.ui import orders_desk
from tests.ui.printers_desk import click, press, write

CTRL = Qt.KeyboardModifier.ControlModifier
LIMIT = 30_000


@pytest.fixture
def section(
    qtbot: QtBot,
    lanes: Lanes,
    tmp_path: Path,
    simulator: Simulator,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[ComputerSection]:
    """Of an account that is open."""
    look.apply(QApplication.instance(), "light")  # type: ignore[arg-type]
    # Nothing of this machine's own is asked.
    monkeypatch.setenv("CUPS_SERVER", "127.0.0.1:9")
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "disabled:")
    data = tmp_path / "data"
    data.mkdir(mode=0o755)
    known = settings.change(data, language="en")
    desk = Desk(lanes, data, known)
    with orders_desk.opened(data, simulator, known) as doors:
        desk.session = doors
        section = ComputerSection(desk)
        section.resize(640, 900)
        qtbot.addWidget(section)
        section.show()
        section.activateWindow()
        qtbot.waitUntil(section.isActiveWindow)
        yield section
        qtbot.waitUntil(lambda: not lanes.busy(), timeout=LIMIT)


def checked(qtbot: QtBot, form: ComputerForm) -> None:
    click(form.check_button)
    qtbot.waitUntil(form.findings.isVisible, timeout=LIMIT)


def test_the_check_says_what_is_wrong_and_is_copied(qtbot: QtBot, section: ComputerSection) -> None:
    form = section.form
    assert form.findings.isHidden()
    checked(qtbot, form)
    assert "Not in order" in form.state.words()
    rows = [row.accessibleName() for row in form.findings.rows()]
    # What is wrong comes first, with what to do.
    assert rows[0].startswith("✗")
    assert rows[-1].startswith("✓")
    assert any("chmod 700" in row for row in rows)
    # The open account was asked for, with its own token.
    assert any(row.startswith("✓ token") for row in rows)
    form.findings.setFocus()
    press(Qt.Key.Key_C, CTRL)
    assert QGuiApplication.clipboard().text().splitlines() == rows
    QGuiApplication.clipboard().clear()
    click(form.copy_button)
    assert "✓ Python" in QGuiApplication.clipboard().text()


def test_the_report_is_read_before_it_is_saved(
    qtbot: QtBot, section: ComputerSection, tmp_path: Path
) -> None:
    form, desk = section.form, section._desk
    notices: list[Notice] = []
    desk.noticed.connect(notices.append)
    # Asked for at once, it begins with the check.
    click(form.support_button)
    qtbot.waitUntil(lambda: form.dialog is not None, timeout=LIMIT)
    dialog = form.dialog
    assert dialog is not None
    qtbot.waitUntil(dialog.names.hasFocus)
    assert dialog.shown.isReadOnly()
    assert "ok    python" in dialog.shown.toPlainText()
    press(Qt.Key.Key_Down)
    assert "InPost Desk" in dialog.shown.toPlainText()
    QTest.keyClick(dialog, Qt.Key.Key_S, CTRL)
    qtbot.waitUntil(lambda: bool(dialog.findChildren(QFileDialog)))
    (files,) = dialog.findChildren(QFileDialog)
    files.fileSelected.emit(str(tmp_path / "none" / "report.zip"))
    files.reject()
    qtbot.waitUntil(lambda: dialog.finding.words() != "", timeout=LIMIT)
    assert dialog.isVisible()
    with qtbot.waitSignal(dialog.accepted, timeout=LIMIT):
        dialog.save(tmp_path / "report.zip")
    with zipfile.ZipFile(tmp_path / "report.zip") as packed:
        assert "findings.txt" in packed.namelist()
    assert notices[-1].consequence == str(tmp_path / "report.zip")
    assert window_settings(desk.data_dir).value("support/folder") == str(tmp_path)


def test_the_proxy_is_judged_at_its_field_and_taken_back(
    qtbot: QtBot, section: ComputerSection
) -> None:
    form, desk = section.form, section._desk
    proxy = form.proxy
    assert proxy.ways.value() == "system"
    assert not proxy.address.isVisible()
    click(proxy.ways.row("address"))
    write(proxy.address.edit, "http://ala:kot@proxy.firma:8080")
    assert "password" in proxy.address.finding()
    write(proxy.address.edit, "proxy.firma")
    assert proxy.address.finding()
    assert desk.settings.proxy == ""
    write(proxy.address.edit, "proxy.firma:8080")
    qtbot.waitUntil(lambda: desk.settings.proxy == "http://proxy.firma:8080")
    assert proxy.address.text() == "http://proxy.firma:8080"
    click(proxy.ways.row("direct"))
    qtbot.waitUntil(lambda: desk.settings.proxy == DIRECT)
    assert not proxy.address.isVisible()
    section._changes.undo()
    qtbot.waitUntil(lambda: proxy.ways.value() == "address")
    section._changes.undo()
    qtbot.waitUntil(lambda: proxy.ways.value() == "system")
    qtbot.waitUntil(lambda: desk.settings.proxy == "")
    assert settings.load(desk.data_dir).settings.proxy == ""


def test_a_newer_version_is_asked_for_on_demand_only(
    qtbot: QtBot, section: ComputerSection, monkeypatch: pytest.MonkeyPatch
) -> None:
    form = section.form
    assert form.newer.words() == ""
    monkeypatch.setattr(releases, "ADDRESS", "")
    click(form.newer_button)
    assert "does not know where" in form.newer.words()
    monkeypatch.setattr(releases, "ADDRESS", "http://127.0.0.1:9/newest.json")
    click(form.newer_button)
    qtbot.waitUntil(lambda: "nothing could be read" in form.newer.words(), timeout=LIMIT)
    assert form.newer_button.isEnabled()


def test_every_control_has_a_name_and_tab_comes_to_it(section: ComputerSection) -> None:
    form = section.form
    form.findings.show_findings([Finding("python", ok=True, fact="3.11.7")])
    form.check_button.setFocus()
    seen = []
    while (at := form.window().focusWidget()) is not None and at not in seen:
        seen.append(at)
        assert at.accessibleName() or getattr(at, "text", str)()
        QTest.keyClick(at, Qt.Key.Key_Tab)
    assert {form.check_button, form.support_button, form.findings, form.newer_button} <= {*seen}


def test_the_focus_stays_on_the_button_while_it_works(
    qtbot: QtBot, section: ComputerSection, monkeypatch: pytest.MonkeyPatch
) -> None:
    form = section.form
    monkeypatch.setattr(releases, "ADDRESS", "http://127.0.0.1:9/newest.json")
    for button, over in (
        (form.check_button, form.findings.isVisible),
        (form.newer_button, lambda: "nothing could be read" in form.newer.words()),
    ):
        button.setFocus()
        for _ in range(2):
            press(Qt.Key.Key_Return)
            assert QApplication.focusWidget() is button
        qtbot.waitUntil(over, timeout=LIMIT)
        assert QApplication.focusWidget() is button
    assert form.dialog is None


def test_what_is_copied_names_nobody(qtbot: QtBot) -> None:
    found = FindingsList()
    qtbot.addWidget(found)
    place = str(Path.home() / ".local" / "share")
    found.show_findings([Finding("python", ok=True, fact=place)])
    found.copy()
    copied = QGuiApplication.clipboard().text().replace("\\", "/")
    assert str(Path.home()) not in copied
    assert "~/.local/share" in copied


def test_shapes_follow_what_a_finding_means(qtbot: QtBot) -> None:
    found = FindingsList()
    qtbot.addWidget(found)
    grave = Finding("network", ok=False, rule="no_network", about="inpost.example")
    light = Finding("settings", ok=False, fact="aside")
    found.show_findings([Finding("python", ok=True, fact="3.11.7"), light, grave])
    assert [line[:3] for line in found.text().splitlines()] == ["✗ n", "✗ s", "✓ P"]
    found.show_findings([])
    assert found.isHidden()


def test_f5_checks_from_anywhere_in_the_section(
    qtbot: QtBot, lanes: Lanes, section: ComputerSection
) -> None:
    page = SettingsPage(section._desk)
    qtbot.addWidget(page)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.open_section(COMPUTER)
    press(Qt.Key.Key_F5)
    assert page.computer.form.state.words().startswith("Looking")
    qtbot.waitUntil(page.computer.form.findings.isVisible, timeout=LIMIT)
    assert lanes.busy() == 0
