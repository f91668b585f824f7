"""The Orders page without a pile: the empty page, the loading page, the error page."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from inpost_desk.ui import look
from inpost_desk.ui.orders.empty import EmptyPage, ErrorPage, LoadingPage


@pytest.fixture(params=["light", "dark"])
def worn(request: pytest.FixtureRequest, qapp: QApplication) -> str:
    chosen = str(request.param)
    look.apply(qapp, chosen)
    return chosen


def _shown(qtbot: QtBot, page: QWidget, *, size: tuple[int, int] = (936, 600)) -> None:
    page.resize(*size)
    qtbot.addWidget(page)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)


def _picture(page: QWidget) -> QImage:
    return page.grab().toImage()


def _colour(picture: QImage, x: int, y: int) -> str:
    return picture.pixelColor(x, y).name().upper()


def _texts(page: QWidget) -> list[str]:
    return [one.text() for one in page.findChildren(QLabel) if one.isVisible() and one.text()]


def test_the_empty_page_is_worked_by_keys(qtbot: QtBot, worn: str) -> None:
    assert worn
    page = EmptyPage()
    asked: list[str] = []
    page.open_asked.connect(lambda: asked.append("open"))
    page.template_asked.connect(lambda: asked.append("template"))
    page.sample_asked.connect(lambda: asked.append("sample"))
    _shown(qtbot, page)
    page.open.setFocus()
    for key, button in (
        (Qt.Key.Key_Return, page.open),
        (Qt.Key.Key_Space, page.template),
        (Qt.Key.Key_Return, page.sample),
    ):
        qtbot.waitUntil(button.hasFocus)
        QTest.keyClick(button, key)
        QTest.keyClick(button, Qt.Key.Key_Tab)
    assert asked == ["open", "template", "sample"]
    assert page.open.key() == "Ctrl+O"
    assert "Drop an order file here" in _texts(page)


def test_while_dragging_the_page_says_what_would_be_taken(qtbot: QtBot, worn: str) -> None:
    assert worn
    page = EmptyPage()
    _shown(qtbot, page)
    ground = (look.EDGE + 20, look.EDGE + 20)
    assert _colour(_picture(page), *ground) == look.colours().surface
    places = [one.geometry() for one in (page.open, page.template)]
    page.set_dragging(["zamowienia.csv"])
    assert "Drop: zamowienia.csv" in _texts(page)
    picture = _picture(page)
    assert _colour(picture, *ground) == look.colours().selected
    # A whole frame, in place of the dashed one.
    line = {_colour(picture, x, look.EDGE) for x in range(100, 400)}
    assert line == {look.colours().accent_border}
    page.set_dragging(["a.csv", "b.csv", "c.csv"])
    assert "Drop: a.csv (+2)" in _texts(page)
    assert [one.geometry() for one in (page.open, page.template)] == places
    page.set_dragging(None)
    assert "Drop an order file here" in _texts(page)
    assert len({_colour(_picture(page), x, look.EDGE) for x in range(100, 400)}) > 1


def test_a_long_name_does_not_widen_the_page(qtbot: QtBot, worn: str) -> None:
    assert worn
    page = EmptyPage()
    _shown(qtbot, page)
    page.set_dragging(["zamowienia" * 30 + ".csv"])
    assert page.minimumSizeHint().width() <= 936
    assert any("…" in text for text in _texts(page))


def test_loading_is_quiet_at_first(qtbot: QtBot, worn: str) -> None:
    assert worn
    page = LoadingPage()
    _shown(qtbot, page)
    page.begin("zamowienia.csv")
    assert _texts(page) == []
    surface = QColor(look.colours().surface).name().upper()
    assert _colour(_picture(page), 300, 300) == surface
    qtbot.waitUntil(lambda: _texts(page) == ["zamowienia.csv", "Reading…"])
    column = {_colour(_picture(page), look.EDGE + 8, y) for y in range(100, 300)}
    assert {look.colours().desk, look.colours().row_line} <= column
    page.set_rows(1200)
    assert _texts(page) == ["zamowienia.csv", "Reading… rows: 1200"]
    assert page.accessibleName() == "Reading zamowienia.csv"


def test_a_quick_read_never_flashes(qtbot: QtBot, worn: str) -> None:
    assert worn
    page = LoadingPage()
    _shown(qtbot, page)
    page.begin("zamowienia.csv")
    page.hide()
    page.show()
    assert _texts(page) == []
    page.begin("inne.csv")
    qtbot.waitUntil(lambda: _texts(page) == ["inne.csv", "Reading…"])
    assert page.accessibleName() == "Reading inne.csv"


def test_an_error_says_what_to_do_and_can_be_copied(qtbot: QtBot, worn: str) -> None:
    assert worn
    page = ErrorPage()
    asked: list[str] = []
    page.again_asked.connect(lambda: asked.append("again"))
    page.other_file_asked.connect(lambda: asked.append("other"))
    _shown(qtbot, page)
    page.set_error("<b>obraz.png</b>: this is a picture.", "Export the orders as CSV.")
    assert _texts(page) == ["<b>obraz.png</b>: this is a picture.", "Export the orders as CSV."]
    page.again.setFocus()
    QTest.keyClick(page.again, Qt.Key.Key_Return)
    QTest.keyClick(page.again, Qt.Key.Key_Tab)
    qtbot.waitUntil(page.other.hasFocus)
    QTest.keyClick(page.other, Qt.Key.Key_Space)
    QTest.mouseClick(page.copy, Qt.MouseButton.LeftButton)
    assert asked == ["again", "other"]
    assert QGuiApplication.clipboard().text() == page.text()
    assert page.copy.words() == "Copied"
    page.set_error("Other.", "")
    assert (page.copy.words(), page.text()) == ("Copy the text", "Other.")


def test_long_words_fit_a_small_page(qtbot: QtBot, worn: str) -> None:
    assert worn
    page = ErrorPage()
    _shown(qtbot, page, size=(936, 400))
    page.set_error("zamowienia.csv: " + "za duży plik " * 6, "Podziel plik na części. " * 8)
    qtbot.waitUntil(lambda: page.copy.height() == page.copy.sizeHint().height())
    assert [one.height() for one in (page.again, page.other)] == [48, 40]
    assert page.minimumSizeHint().width() <= 936
