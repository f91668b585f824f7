"""The printers in the settings stay true: states, places and the way back; nothing jumps, nothing is mute."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from inpost_desk import settings
from inpost_desk.background import Lanes
from inpost_desk.domain.printer import PaperKind, Profile
from inpost_desk.ui import look
from inpost_desk.ui.printers.drawing import drawing_for
from inpost_desk.ui.settings_page import PRINTER, SENDER, SettingsPage
from tests.ui.printers_desk import (
    Make,
    click,
    drawn,
    folder_printer,
    on_disk,
    opened,
    press,
    segment,
    write,
)

UNDO = (Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)


@pytest.fixture
def make(qtbot: QtBot, lanes: Lanes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Make:
    """The page with these printers; no print server is reached."""
    look.apply(QApplication.instance(), "light")  # type: ignore[arg-type]
    monkeypatch.setenv("CUPS_SERVER", "127.0.0.1:9")

    def made(*printers: Profile) -> SettingsPage:
        return opened(qtbot, lanes, tmp_path, *printers)

    return made


@pytest.fixture
def polish() -> Iterator[None]:
    """Numbers as the window has them once Polish is spoken."""
    before = QLocale()
    QLocale.setDefault(QLocale("pl_PL"))
    yield
    QLocale.setDefault(before)


def test_a_printer_is_asked_again_while_it_is_shown_and_when_it_is_shown(
    qtbot: QtBot, make: Make, tmp_path: Path
) -> None:
    page = make(folder_printer(tmp_path / "zebra"))
    rows = page.printers.list.rows
    qtbot.waitUntil(lambda: rows()[0].word == "ready to print")
    assert page.printers._beat.interval() <= 5_000
    page.printers._beat.setInterval(50)
    (tmp_path / "zebra").rmdir()
    qtbot.waitUntil(lambda: rows()[0].word not in ("", "ready to print"))
    page.open_section(SENDER)
    assert not page.printers._beat.isActive()
    (tmp_path / "zebra").mkdir()
    page.printers._beat.setInterval(1_000_000)
    page.open_section(PRINTER)
    qtbot.waitUntil(lambda: rows()[0].word == "ready to print")


def test_a_place_that_printing_took_is_shown_and_not_taken_back(
    qtbot: QtBot, make: Make, tmp_path: Path
) -> None:
    first, second = (
        folder_printer(tmp_path / name, paper=PaperKind.A4_FOUR) for name in ("a", "b")
    )
    page = make(first, second)
    preview = page.printers.preview
    click(segment(preview.slots, "2"))
    on_disk(qtbot, page, lambda known: known.sheet_slots == {first.id: 1})
    # As the thread that prints does it.
    settings.keep_sheet_slot(tmp_path, second.id, 3)
    settings.keep_sheet_slot(tmp_path, first.id, 2)
    page.open_section(SENDER)
    page.open_section(PRINTER)
    qtbot.waitUntil(lambda: preview.slots.value() == "2")
    click(page.undo_button)
    on_disk(qtbot, page, lambda known: known.sheet_slots == {first.id: 0, second.id: 3})
    assert page.said.wordings()[0] == "Undone: next free place on the sheet."


def test_what_was_taken_back_and_what_comes_next_is_said(
    qtbot: QtBot, make: Make, tmp_path: Path
) -> None:
    page = make(folder_printer(tmp_path / "a"), folder_printer(tmp_path / "b"))

    def said() -> str:
        return page.said.wordings()[0]

    assert said() == "every change is saved at once"
    click(segment(page.printers.form.dpi, "300"))
    page.printers.list.setFocus()
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Delete)
    on_disk(qtbot, page, lambda known: len(known.printers) == 1)
    assert said() == "Ctrl+Z takes back: removing the printer b."
    press(*UNDO)
    removed = "Undone: removing the printer b."
    assert said() == f"{removed} Ctrl+Z takes back: change of the printer a."
    press(Qt.Key.Key_Insert)
    page.printers.list.setFocus()
    press(Qt.Key.Key_Delete)
    assert "Ctrl+Z takes back: change of the printer a." in said()
    press(*UNDO)
    on_disk(qtbot, page, lambda known: known.printers[0].dpi == 203)
    assert said() == "Undone: change of the printer a."


def test_a_new_printer_says_what_to_fill_in_and_begins_at_the_top(
    make: Make, tmp_path: Path
) -> None:
    page = make(folder_printer(tmp_path / "laser", paper=PaperKind.A4_FOUR))
    bar = page.printers._form_area.verticalScrollBar()
    bar.setValue(bar.maximum())
    assert bar.value() > 0
    assert page.printers.preview.slots.isVisible()
    press(Qt.Key.Key_Insert)
    assert bar.value() == 0
    assert page.printers.list.rows()[-1].word == "choose how it is reached"
    assert "once it is known" in page.printers.preview.note.text()
    assert not page.printers.preview.slots.isVisible()


def test_tab_comes_to_the_choice_taken_from_both_sides(make: Make, tmp_path: Path) -> None:
    page = make(folder_printer(tmp_path / "zebra"))
    form = page.printers.form
    form.paper.setFocus()
    press(Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert segment(form.rotation, "0").hasFocus()
    press(Qt.Key.Key_Right)
    assert segment(form.rotation, "90").hasFocus()
    press(Qt.Key.Key_Tab)
    assert form.paper.hasFocus()


@pytest.mark.usefixtures("polish")
def test_lengths_have_the_comma_of_the_language(qtbot: QtBot, make: Make, tmp_path: Path) -> None:
    page = make(folder_printer(tmp_path / "zebra", right=20))
    form = page.printers.form
    assert form.right.text() == "+2,0 mm"
    write(form.right, "1.5")
    on_disk(qtbot, page, lambda known: known.printers[0].right == 15)
    write(form.right, "2,5")
    on_disk(qtbot, page, lambda known: known.printers[0].right == 25)
    assert form.right.text() == "+2,5 mm"


def test_every_sentence_of_the_rank_begins_with_a_capital(make: Make, tmp_path: Path) -> None:
    page = make(folder_printer(tmp_path / "a"), folder_printer(tmp_path / "b"))
    page.printers.list.setFocus()
    press(Qt.Key.Key_Down)
    assert "Locker labels go to a first. Courier labels go" in page.printers.form._rank.text()


def test_the_dots_are_the_printers_own(qtbot: QtBot, make: Make, tmp_path: Path) -> None:
    profile = folder_printer(tmp_path / "laser", dpi=600)
    assert drawing_for(profile, 0).dots == (2520, 3552)
    page = make(profile)
    drawn(qtbot, page.printers)
    assert page.printers.preview._dots.text() == "2520 × 3552 dots"
    assert "2520 × 3552" in page.printers.preview.picture.accessibleDescription()


def test_nothing_jumps_while_a_printer_is_set_right(make: Make, tmp_path: Path) -> None:
    page = make(folder_printer(tmp_path / "zebra"))
    steps = page.printers.calibration
    high, seen = steps.height(), steps.seen

    def settled() -> None:
        # What moves is laid out anew by events that wait already.
        for _ in range(3):
            QApplication.processEvents()
        assert steps.height() == high
        assert seen["left"].edit.y() + seen["left"].y() == seen["top"].edit.y() + seen["top"].y()

    write(seen["left"].edit, "1.5")
    write(seen["top"].edit, "x", Qt.Key.Key_Return)
    assert steps.steps[1].said.text() == "top edge: The number, such as 1.5."
    settled()
    write(seen["top"].edit, "0.5", Qt.Key.Key_Return)
    assert "Offset entered" in steps.steps[1].said.text()
    settled()
    click(steps.more_button)
    settled()
    button = steps.set_button
    assert button.mapTo(page, button.rect().bottomLeft()).y() < page.height()
    assert steps.measured.isVisible()
