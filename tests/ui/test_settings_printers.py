"""The printers in the settings with keys and mouse: changed at once, taken back, bad values at the field."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QScrollArea
from pytestqt.qtbot import QtBot

from inpost_desk.background import Lanes
from inpost_desk.domain.printer import (
    USUAL_HEAD,
    Language,
    PaperKind,
    Profile,
    Purpose,
    Reach,
    Sheet,
)
from inpost_desk.ui import look
from inpost_desk.ui.settings_page import SettingsPage
from tests.cups import PrivateCups
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


@pytest.fixture
def make(qtbot: QtBot, lanes: Lanes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Make:
    """The page with these printers; no print server is reached."""
    look.apply(QApplication.instance(), "light")  # type: ignore[arg-type]
    monkeypatch.setenv("CUPS_SERVER", "127.0.0.1:9")

    def made(*printers: Profile) -> SettingsPage:
        return opened(qtbot, lanes, tmp_path, *printers)

    return made


def only(page: SettingsPage) -> Profile:
    (profile,) = page._changes.known.printers
    return profile


def test_the_list_says_what_goes_where_and_how_each_stands(
    qtbot: QtBot, make: Make, tmp_path: Path
) -> None:
    gone = Profile.at(Reach.FOLDER, str(tmp_path / "gone"), name="Weg", serves=())
    page = make(folder_printer(tmp_path / "zebra"), gone)
    rows = page.printers.list.rows
    qtbot.waitUntil(lambda: rows()[0].word == "ready to print")
    assert rows()[0].detail.startswith("labels · folder ")
    assert rows()[1].detail.startswith("spare printer")
    assert rows()[1].word != "ready to print"
    page.printers.list.setFocus()
    press(Qt.Key.Key_Down)
    assert page.printers.form.name.text() == "Weg"
    item = page.printers.list.item(0)
    assert "ready to print" in item.data(Qt.ItemDataRole.AccessibleTextRole)


def test_every_change_is_kept_at_once_and_can_be_taken_back(
    qtbot: QtBot, make: Make, tmp_path: Path
) -> None:
    page = make(folder_printer(tmp_path / "zebra"))
    form = page.printers.form
    form.right.setFocus()
    for _ in range(3):
        press(Qt.Key.Key_Up)
    on_disk(qtbot, page, lambda known: known.printers[0].right == 3)
    assert form.right.text() == "+0.3 mm"
    click(segment(form.language, "ZPL"))
    on_disk(qtbot, page, lambda known: known.printers[0].language is Language.ZPL)
    assert only(page).head == USUAL_HEAD
    assert form.darkness.isVisible()
    click(segment(form.dpi, "300"))
    click(form.serves[Purpose.DOCUMENTS])
    write(form.name.edit, "Zebra przy oknie")
    on_disk(qtbot, page, lambda known: known.printers[0].name == "Zebra przy oknie")
    assert (only(page).dpi, Purpose.DOCUMENTS in only(page).serves) == (300, True)

    for _ in range(4):
        click(page.undo_button)
    on_disk(qtbot, page, lambda known: known.printers[0].language is Language.PDF)
    assert (form.right.text(), form.name.text()) == ("+0.3 mm", "zebra")
    assert not form.darkness.isVisible()


def test_what_does_not_fit_together_is_said_at_its_field_and_waits(
    qtbot: QtBot, make: Make, tmp_path: Path
) -> None:
    page = make(
        folder_printer(tmp_path / "zebra", paper=PaperKind.A4), folder_printer(tmp_path / "b")
    )
    form = page.printers.form
    click(segment(form.language, "ZPL"))
    assert "label printers" in form.findings()
    assert page._changes.known.printers[0].language is Language.PDF
    form.paper.setFocus()
    press(Qt.Key.Key_Home)
    on_disk(qtbot, page, lambda known: known.printers[0].language is Language.ZPL)
    assert (page._changes.known.printers[0].paper, form.findings()) == (PaperKind.A6, "")

    for text, part in (("", "Give it a name"), ("b", "Another printer")):
        write(form.name.edit, text or "\b")
        assert part in form.findings()
    assert page._changes.known.printers[0].name == "zebra"

    click(segment(form.address.ways, "network"))
    write(form.address.host.edit, "no host")
    assert "192.168" in form.address.host.finding()
    assert page._changes.known.printers[0].reach is Reach.FOLDER
    write(form.address.host.edit, "127.0.0.1:9")
    on_disk(qtbot, page, lambda known: known.printers[0].reach is Reach.SOCKET)


def test_paper_of_an_own_size(qtbot: QtBot, make: Make, tmp_path: Path) -> None:
    page = make(folder_printer(tmp_path / "zebra"))
    form = page.printers.form
    form.paper.setFocus()
    press(Qt.Key.Key_End)
    assert form.width_box.isVisible()
    write(form.width_box, "8")
    assert "20 × 20" in form.findings()
    write(form.width_box, "80")
    on_disk(qtbot, page, lambda known: known.printers[0].sheet == Sheet(800, 1480))
    drawn(qtbot, page.printers)
    assert "80 × 148 mm" in page.printers.preview.picture.accessibleDescription()
    assert "does not fit" in page.printers.preview.note.text()


def test_a_printer_is_added_by_its_folder_removed_and_taken_back(
    qtbot: QtBot, make: Make, tmp_path: Path
) -> None:
    page = make()
    assert not page.printers.form.isVisible()
    press(Qt.Key.Key_Insert)
    form = page.printers.form
    assert [one.name for one in page.printers.list.rows()] == ["New printer"]
    click(segment(form.address.ways, "a folder"))
    write(form.address.folder.edit, "nowhere/here")
    qtbot.waitUntil(lambda: bool(form.address.folder.finding()))
    write(form.address.folder.edit, str(tmp_path / "etykiety"))
    on_disk(qtbot, page, lambda known: len(known.printers) == 1)
    assert only(page).address == str(tmp_path / "etykiety")
    assert (tmp_path / "etykiety").is_dir()

    page.printers.list.setFocus()
    press(Qt.Key.Key_Delete)
    on_disk(qtbot, page, lambda known: known.printers == ())
    click(page.undo_button)
    on_disk(qtbot, page, lambda known: len(known.printers) == 1)

    press(Qt.Key.Key_Insert)
    assert len(page.printers.list.rows()) == 2
    press(Qt.Key.Key_Escape)
    assert len(page.printers.list.rows()) == 1
    assert len(page._changes.known.printers) == 1


def test_a_removed_printer_stands_in_for_nobody(qtbot: QtBot, make: Make, tmp_path: Path) -> None:
    first, second = folder_printer(tmp_path / "a"), folder_printer(tmp_path / "b")
    page = make(first, second)
    form = page.printers.form
    form.stand_in.setFocus()
    press(Qt.Key.Key_Down)
    on_disk(qtbot, page, lambda known: known.printers[0].stand_in == second.id)
    page.printers.list.setFocus()
    press(Qt.Key.Key_Down)
    assert "go to a first" in form._rank.text()
    click(form.first_button)
    on_disk(qtbot, page, lambda known: known.printers[0].id == second.id)
    assert not form.first_button.isVisible()
    page.printers.list.setFocus()
    press(Qt.Key.Key_Delete)
    on_disk(qtbot, page, lambda known: [one.stand_in for one in known.printers] == [""])


def test_found_printers_are_one_press_away(
    qtbot: QtBot, make: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with PrivateCups() as cups:
        cups.add_pdf_queue("Etykiety", tmp_path / "paper")
        cups.add_raw_queue("Zebra", tmp_path / "raw")
        page = make()
        found = page.printers.found
        assert "cannot be asked" in found.said.text()
        monkeypatch.setenv("CUPS_SERVER", cups.url)
        with qtbot.waitSignal(page.printers.loaded):
            press(Qt.Key.Key_F5)
        assert set(found.buttons) == {"Etykiety", "Zebra"}
        found.buttons["Zebra"].setFocus()
        press(Qt.Key.Key_Space)
        on_disk(qtbot, page, lambda known: [one.address for one in known.printers] == ["Zebra"])
        assert only(page).language is Language.ZPL
        assert set(found.buttons) == {"Etykiety"}
        tall = found.buttons["Etykiety"].sizeHint().height()
        qtbot.waitUntil(lambda: found._area.height() >= tall)
        options = page.printers.form.address.queue
        assert [options.itemText(at) for at in range(options.count())] == ["Etykiety", "Zebra"]
        options.setFocus()
        press(Qt.Key.Key_Home)
        on_disk(qtbot, page, lambda known: known.printers[0].address == "Etykiety")


def test_nothing_is_cut_at_the_side(qtbot: QtBot, make: Make, tmp_path: Path) -> None:
    page = make(folder_printer(tmp_path / "zebra", language=Language.ZPL, right=15, down=-5))
    look.apply(QApplication.instance(), "dark")  # type: ignore[arg-type]
    drawn(qtbot, page.printers)
    area, form = page.printers.findChild(QScrollArea), page.printers.form
    assert area is not None
    # The last one is what a window of 683 pixels, 1366 at 200 %, has left.
    for width in (1366 - look.RAIL, 900, 683 - look.RAIL):
        page.resize(width, 500)
        qtbot.waitUntil(lambda: area.horizontalScrollBar().maximum() == 0)
        assert page.width() == width
        inner = form.mapTo(page.printers, form.rect().bottomRight())
        assert inner.x() <= page.printers.width()
        for part in (form.name, form.paper, form.stand_in, form.address):
            assert part.mapTo(form, part.rect().topRight()).x() < form.width()
