"""The printer of the first start: one that the system has, or a folder; each becomes a profile."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from inpost_desk import settings
from inpost_desk.background import Lanes
from inpost_desk.domain.printer import LABELS, Profile, Reach
from inpost_desk.ui import look
from inpost_desk.ui.desk import Desk
from inpost_desk.ui.first_start import PRINTER, FirstStart
from inpost_desk.ui.settings_page_printer import FOLDER
from tests.cups import PrivateCups


@pytest.fixture(scope="module")
def cups(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PrivateCups]:
    paper = tmp_path_factory.mktemp("paper")
    with PrivateCups() as cups:
        cups.add_pdf_queue("Etykiety", paper / "labels")
        cups.add_pdf_queue("Stara", paper / "old")
        cups.pause("Stara")
        yield cups


@pytest.fixture
def first(
    qtbot: QtBot,
    lanes: Lanes,
    tmp_path: Path,
    cups: PrivateCups,
    monkeypatch: pytest.MonkeyPatch,
) -> FirstStart:
    look.apply(QApplication.instance(), "light")  # type: ignore[arg-type]
    monkeypatch.setenv("CUPS_SERVER", cups.url)
    first = FirstStart(Desk(lanes, tmp_path, settings.change(tmp_path, look="light")))
    qtbot.addWidget(first)
    first.show()
    with qtbot.waitSignal(first.printer.loaded):
        first.go_to(PRINTER)
    return first


def take(qtbot: QtBot, first: FirstStart, key: str) -> Profile:
    """Click that choice; the printer that is in the settings then."""
    before = first._desk.settings.printers
    QTest.mouseClick(first.printer.printers.row(key), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: first._desk.settings.printers != before)
    (profile,) = settings.load(first._desk.data_dir).settings.printers
    return profile


def test_the_printer_chosen_last_gets_the_labels(
    qtbot: QtBot, first: FirstStart, tmp_path: Path
) -> None:
    rows = first.printer.printers
    assert "ready to print" in rows.row("cups:Etykiety").accessibleDescription()
    assert "printing" in rows.row("cups:Stara").accessibleDescription()
    for name in ("Stara", "Etykiety"):
        profile = take(qtbot, first, f"cups:{name}")
        assert (profile.reach, profile.address) == (Reach.CUPS, name)
        assert set(LABELS) <= set(profile.serves)
    first.printer.folder.edit.setText(str(tmp_path / "paper"))
    assert take(qtbot, first, FOLDER).address == str(tmp_path / "paper")


def test_a_printer_that_is_gone_is_still_shown(
    qtbot: QtBot, first: FirstStart, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = Profile.at(Reach.CUPS, "Weg")
    first.printer.set_value(gone)
    assert first.printer.printers.value() == "cups:Weg"
    assert "not there" in first.printer.printers.row("cups:Weg").accessibleDescription()
    assert first.printer.value() == gone
    monkeypatch.setenv("CUPS_SERVER", "127.0.0.1:9")
    with qtbot.waitSignal(first.printer.loaded):
        first.printer.refresh()
    assert "cannot be asked" in first.printer.finding.words()
    assert first.printer.value() == gone
