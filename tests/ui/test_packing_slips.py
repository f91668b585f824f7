"""Packing slips and lists from the Orders page: one for each parcel, with all that goes into it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtWidgets import QFileDialog, QLineEdit, QMenu
from pytestqt.qtbot import QtBot

from inpost_desk.background import Lanes
from inpost_desk.labels.readback import read_pages
from tests.actions.order_specimens import HEADER, csv_text, locker_row
from tests.simulator_process import Simulator
from tests.ui.orders_desk import Window, window

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

ROWS = [
    [*locker_row("R-1", telefon="501000001"), "2 × Kubek „Żółw”; Talerz"],
    [*locker_row("R-2", telefon="12"), "Widelec"],
    [*locker_row("R-1", telefon=""), "Łyżka | Nóż"],
    [*locker_row("R-3", telefon="501000003"), ""],
]


@pytest.fixture
def desk(qtbot: QtBot, lanes: Lanes, simulator: Simulator, tmp_path: Path) -> Iterator[Window]:
    with window(qtbot, lanes, simulator, tmp_path) as made:
        # The answer is kept on disk, and the settings are read from there again.
        made.desk.change_settings(printers=made.desk.settings.printers)
        path = made.folder / "orders.csv"
        path.write_text(csv_text([[*HEADER, "Zawartość paczki"], *ROWS]), "utf-8")
        made.page.take_files([path])
        made.until(lambda: made.shown() == "orders.csv")
        made.rest()
        made.page.piling.answer_repeated("lines")
        made.rest()
        yield made


def choose(desk: Window, words: str) -> None:
    """From the menu of papers."""
    desk.page.header.packing_asked.emit()
    desk.until(lambda: [one for one in desk.page.findChildren(QMenu) if one.isVisible()])
    menu = next(one for one in desk.page.findChildren(QMenu) if one.isVisible())
    next(one for one in menu.actions() if one.text() == words).trigger()
    menu.close()


def texts(document: bytes) -> list[str]:
    """What each page says."""
    found = pypdfium2.PdfDocument(document)
    return [page.get_textpage().get_text_bounded() for page in found]


def slips_on_paper(desk: Window) -> list[Path]:
    return list(desk.paper.glob("*.pdf"))


def test_a_slip_for_each_parcel_with_its_contents(desk: Window) -> None:
    choose(desk, "Print packing slips")
    desk.until(lambda: slips_on_paper(desk))
    desk.rest()
    (file,) = slips_on_paper(desk)
    document = file.read_bytes()
    assert [page.codes for page in read_pages(document)] == [("R-1",), ("R-3",)]
    first, second = texts(document)
    lines = first.splitlines()
    start = lines.index("Contents")
    assert lines[start + 1 :] == ["2 × Kubek „Żółw”", "Talerz", "Łyżka", "Nóż"]
    assert "Contents" not in second
    assert "Widelec" not in first + second


def test_a_further_line_stands_for_its_parcel(desk: Window) -> None:
    desk.select(2, 3)
    choose(desk, "Print packing slips")
    desk.until(lambda: slips_on_paper(desk))
    desk.rest()
    (file,) = slips_on_paper(desk)
    assert [page.codes for page in read_pages(file.read_bytes())] == [("R-1",)]


def test_a_list_names_the_contents(desk: Window, qtbot: QtBot) -> None:
    place = desk.folder / "list.pdf"
    choose(desk, "Packing list as a PDF…")
    dialog = desk.page.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    name = dialog.findChild(QLineEdit, "fileNameEdit")
    assert isinstance(name, QLineEdit)
    name.setText(str(place))
    with qtbot.waitSignal(dialog.fileSelected):
        dialog.accept()
    desk.until(place.exists)
    desk.rest()
    (page,) = read_pages(place.read_bytes())
    assert sorted(page.codes) == ["R-1", "R-3"]
    assert "2 × Kubek „Żółw”; Talerz; Łyżka; Nóż" in texts(place.read_bytes())[0]
