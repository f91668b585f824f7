"""The paper in the settings: what is shown is what the printer gets, and three steps set it right."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from inpost_desk.background import Lanes
from inpost_desk.domain.calibration import bar_codes
from inpost_desk.domain.printer import USUAL_HEAD, Language, PaperKind, Profile
from inpost_desk.labels import zpl
from inpost_desk.labels.bitmap import drawn as drawn_pages
from inpost_desk.labels.bitmap import png
from inpost_desk.labels.specimen import specimen_label
from inpost_desk.ui import look
from inpost_desk.ui.printers.paper_picture import PaperPicture
from inpost_desk.ui.printers.sheet_picture import slot_rect
from inpost_desk.ui.settings_page import SettingsPage
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


def zebra(folder: Path, **more: object) -> Profile:
    """A label printer that writes what it gets into a folder."""
    return folder_printer(folder, language=Language.ZPL, head=USUAL_HEAD, **more)


def ink_in(sheet: QImage, slot: int) -> bool:
    """Whether something is printed in the middle of that place, 8 dots a millimetre."""
    place = slot_rect(slot)
    middle = sheet.copy(
        int(place.left() * 8) + 80,
        int(place.top() * 8) + 80,
        int(place.width() * 8) - 160,
        int(place.height() * 8) - 160,
    )
    blank = QImage(middle.size(), middle.format())
    blank.setColorTable(middle.colorTable())
    blank.fill(Qt.GlobalColor.white)
    return middle != blank


def test_the_picture_of_a_page_lies_to_scale_on_its_paper(qtbot: QtBot, qapp: QApplication) -> None:
    look.apply(qapp, "light")
    picture = PaperPicture()
    qtbot.addWidget(picture)
    picture.resize(300, 400)
    image = Image.new("1", (840, 1184), 1)
    image.paste(0, (0, 592, 840, 1184))
    target = io.BytesIO()
    image.save(target, "png")
    picture.show_page(target.getvalue(), 105, 148)
    paper = picture.paper_rect()
    assert abs(paper.width() / paper.height() - 105 / 148) < 0.01
    seen = picture.grab().toImage()
    for share, black in ((0.25, False), (0.75, True)):
        at = QPoint(int(paper.center().x()), int(paper.top() + share * paper.height()))
        assert (seen.pixelColor(at).lightness() < 128) is black
    assert abs(picture.on_paper(QRectF(0, 0, 105, 74)).height() - paper.height() / 2) < 1
    assert picture.accessibleDescription() == "105 × 148 mm, 840 × 1184 dots"
    picture.clear()
    assert (picture.shown.isNull(), picture.accessibleDescription()) == (True, "no page")
    picture.grab()


def test_the_paper_shows_the_very_dots_that_the_printer_gets(
    qtbot: QtBot, make: Make, tmp_path: Path
) -> None:
    profile = zebra(tmp_path / "zebra", right=15, rotation=180)
    page = make(profile)
    drawn(qtbot, page.printers)
    (expected,) = drawn_pages(specimen_label(), profile)
    wanted = QImage.fromData(png(expected.image))
    assert page.printers.preview.picture.shown == wanted
    assert "832 × 1184" in page.printers.preview._dots.text()
    assert "1.5 mm to the left" in page.printers.preview._legend.text()
    click(segment(page.printers.form.rotation, "0"))
    click(segment(page.printers.form.dpi, "300"))
    qtbot.waitUntil(lambda: "1248 × 1776" in page.printers.preview._dots.text())
    assert page.printers.preview.picture.shown != wanted


def test_an_offset_that_pushes_the_label_off_the_paper_is_told(
    qtbot: QtBot, make: Make, tmp_path: Path
) -> None:
    page = make(zebra(tmp_path / "zebra", right=300))
    drawn(qtbot, page.printers)
    assert "off the paper" in page.printers.preview.note.text()


def test_the_next_place_on_the_sheet_is_taken_by_key_and_click(
    qtbot: QtBot, make: Make, tmp_path: Path
) -> None:
    profile = folder_printer(tmp_path / "laser", paper=PaperKind.A4_FOUR)
    page = make(profile)
    preview = page.printers.preview
    drawn(qtbot, page.printers)
    preview.slots.findChildren(type(segment(preview.slots, "1")))[0].setFocus()
    press(Qt.Key.Key_3)
    on_disk(qtbot, page, lambda known: known.sheet_slots == {profile.id: 2})
    assert preview.slots.value() == "2"
    drawn(qtbot, page.printers)
    assert [ink_in(preview.picture.shown, slot) for slot in range(4)] == [False, False, True, False]
    second = preview.picture.on_paper(slot_rect(1)).center().toPoint()
    QTest.mouseClick(preview.picture, Qt.MouseButton.LeftButton, pos=second)
    on_disk(qtbot, page, lambda known: known.sheet_slots == {profile.id: 1})
    click(page.undo_button)
    on_disk(qtbot, page, lambda known: known.sheet_slots == {profile.id: 2})


def test_what_is_seen_on_the_test_label_sets_the_offset(
    qtbot: QtBot, make: Make, tmp_path: Path
) -> None:
    page = make(zebra(tmp_path / "zebra", down=10))
    steps = page.printers.calibration
    press(Qt.Key.Key_F7)
    qtbot.waitUntil(steps.seen["left"].edit.hasFocus, timeout=10_000)
    assert "in the folder" in steps.steps[0].said.text()
    (file,) = (tmp_path / "zebra").glob("*.zpl")
    assert len(zpl.pictures(file.read_bytes())) == 1

    write(steps.seen["left"].edit, "two", Qt.Key.Key_Return)
    assert "1.5" in steps.seen["left"].finding()
    write(steps.seen["left"].edit, "1,5")
    write(steps.seen["top"].edit, "-0.5 mm", Qt.Key.Key_Return)
    on_disk(qtbot, page, lambda known: (known.printers[0].right, known.printers[0].down) == (15, 5))
    assert "Offset entered" in steps.steps[1].said.text()
    # Pressed again it is about the same label, so it changes nothing more.
    press(Qt.Key.Key_Return)
    assert page._changes.known.printers[0].right == 15
    click(page.undo_button)
    on_disk(qtbot, page, lambda known: (known.printers[0].right, known.printers[0].down) == (0, 10))


def test_a_driver_that_scales_and_other_paper_are_found_out(
    qtbot: QtBot, make: Make, tmp_path: Path
) -> None:
    page = make(folder_printer(tmp_path / "pdf"))
    steps = page.printers.calibration
    click(steps.more_button)
    for name, text in (("left", "0"), ("top", "0"), ("right", "100"), ("bottom", "148")):
        write(steps.seen[name].edit, text)
    end = re.search(r"to (\d+)", steps.measured.label.text())
    assert end is not None
    write(steps.measured.edit, f"{(int(end[1]) - 20) * 0.94:.1f}", Qt.Key.Key_Return)
    assert "94.0 %" in steps.steps[1].said.text()
    assert "100 × 150" in steps.paper_button.words()
    click(steps.paper_button)
    on_disk(qtbot, page, lambda known: known.printers[0].paper is PaperKind.MM_100_150)
    assert steps.paper_button.isHidden()


def test_the_scan_says_how_fine_the_print_is(qtbot: QtBot, make: Make, tmp_path: Path) -> None:
    page = make(zebra(tmp_path / "zebra"))
    steps = page.printers.calibration
    click(steps.print_button)
    qtbot.waitUntil(steps.seen["left"].edit.hasFocus, timeout=10_000)
    write(steps.scanned.edit, "ABC", Qt.Key.Key_Return)
    assert "Another code" in steps.scanned.finding()
    (_, coarse), (_, finer), _ = bar_codes(steps._way.code)
    write(steps.scanned.edit, coarse.lower(), Qt.Key.Key_Return)
    assert "Scan a finer" in steps.steps[2].said.text()
    write(steps.scanned.edit, finer, Qt.Key.Key_Return)
    assert "0.25 mm" in steps.steps[2].said.text()
    assert "reserve" in steps.steps[2].said.text()


def test_a_test_label_that_cannot_be_printed_says_why(
    qtbot: QtBot, make: Make, tmp_path: Path
) -> None:
    page = make(zebra(tmp_path / "zebra"))
    (tmp_path / "zebra").rmdir()
    press(Qt.Key.Key_F7)
    steps = page.printers.calibration
    qtbot.waitUntil(lambda: "was not printed" in steps.steps[0].said.text(), timeout=10_000)
    assert steps.steps[0].said.property("tone") == "error"
