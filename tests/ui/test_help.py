"""The Help page in the window: keys that lead to the right chapter, links, search, looks, paper."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import cast

import pypdf
import pytest
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from inpost_desk import settings
from inpost_desk.background import Lanes
from inpost_desk.ui import look
from inpost_desk.ui.desk import Desk
from inpost_desk.ui.help.dressing import headings
from inpost_desk.ui.help.guides import letters
from inpost_desk.ui.help.page import HelpPage
from inpost_desk.ui.keys import KeysDialog
from inpost_desk.ui.window import MainWindow
from inpost_desk.ui.window_page import chapter_of
from inpost_desk.ui.window_parts import HELP, PICKUP, SETTINGS, STATION, PageEntry
from inpost_desk.wording import speech

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
Key = Qt.Key
SHIFT, CTRL, ALT = (
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
)


class Opened(QObject):
    """Stands in for the programs that show addresses and files."""

    def __init__(self) -> None:
        super().__init__()
        self.urls: list[QUrl] = []

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        self.urls.append(url)


@contextmanager
def opening(scheme: str) -> Iterator[Opened]:
    opened = Opened()
    QDesktopServices.setUrlHandler(scheme, opened, "open")  # type: ignore[arg-type]
    try:
        yield opened
    finally:
        QDesktopServices.unsetUrlHandler(scheme)


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, lanes: Lanes, tmp_path: Path) -> Iterator[MainWindow]:
    look.apply(qapp, "light")
    desk = Desk(lanes, tmp_path, settings.change(tmp_path, language="pl", hints=False))
    pages = [
        PageEntry(STATION, "scan", "Station", QLineEdit),
        PageEntry(PICKUP, "truck", "Pickup", QLineEdit),
        # The tests speak English, and read the Polish guides.
        PageEntry(HELP, "help", "Help", lambda: HelpPage(desk, "pl")),
        PageEntry(SETTINGS, "settings", "Settings", QLineEdit),
    ]
    window = MainWindow(desk, pages)
    qtbot.addWidget(window, before_close_func=lambda one: one.close_now())
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    yield window
    window.close_now()


@pytest.fixture
def guided(window: MainWindow, qtbot: QtBot) -> Callable[[], HelpPage]:
    """Waits for the page to have read its guides."""

    def page() -> HelpPage:
        shown = cast("HelpPage", window.page_widget(HELP))
        qtbot.waitUntil(lambda: shown.text.guide is not None)
        return shown

    return page


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    target = QApplication.focusWidget()
    assert target is not None
    QTest.keyClick(target, key, modifier)


def chapter(page: HelpPage) -> str:
    """The one that is marked at the left."""
    item = page.contents.currentItem()
    assert item is not None
    return item.text(0)


def test_shift_f1_leads_to_the_chapter_of_the_page_and_esc_back(
    window: MainWindow, guided: Callable[[], HelpPage]
) -> None:
    press(Key.Key_F1, SHIFT)
    page = guided()
    assert window.page == HELP
    assert window.rail.value() == HELP
    assert chapter(page) == "Skan i etykieta"
    assert QApplication.focusWidget() is page.text
    press(Key.Key_Escape)
    assert window.page == STATION
    press(Key.Key_6, CTRL)
    assert window.page == HELP


def test_f1_goes_on_to_the_guide(
    window: MainWindow, guided: Callable[[], HelpPage], qtbot: QtBot
) -> None:
    window.open_page(PICKUP)
    press(Key.Key_F1)
    dialog = window.findChild(KeysDialog)
    assert dialog is not None
    with qtbot.waitSignal(dialog.finished):
        QTest.keyClick(dialog, Key.Key_F1, SHIFT)
    page = guided()
    assert window.page == HELP
    assert page.text.guide is not None


def test_links_lead_to_chapters_files_and_back(
    window: MainWindow, guided: Callable[[], HelpPage]
) -> None:
    window.open_page(HELP)
    page = guided()
    page.text.asked.emit("owner.md")
    assert page.text.guide is not None
    assert page.text.guide.key == "owner"
    page.open_place("packer.md#stop")
    assert chapter(page) == "STOP"
    page.text.asked.emit("#keys")
    page.text.asked.emit("nobody.md#knows")
    press(Key.Key_Left, ALT)
    assert chapter(page) == "STOP"


def test_an_address_is_opened_only_when_it_is_pressed(
    window: MainWindow, guided: Callable[[], HelpPage]
) -> None:
    window.open_page(HELP)
    page = guided()
    with opening("https") as opened:
        page.open_place("owner.md")
        assert not opened.urls
        page.text.anchorClicked.emit(QUrl("https://inpost.pl/kontakt"))
    assert [one.toString() for one in opened.urls] == ["https://inpost.pl/kontakt"]
    assert page.text.guide is not None


def test_search_marks_counts_and_goes_on_and_back(
    window: MainWindow, guided: Callable[[], HelpPage]
) -> None:
    window.open_page(HELP)
    page = guided()
    press(Key.Key_F, CTRL)
    QTest.keyClicks(page.header.search, "kuriero")
    count = page.text.found
    assert count >= 1
    assert page.header.found.text() == f"1 of {count}"
    assert page.text.textCursor().selectedText().casefold() == "kuriero"
    assert len(page.text.extraSelections()) == count
    press(Key.Key_Return)
    press(Key.Key_F3, SHIFT)
    assert page.header.found.text() == f"1 of {count}"
    press(Key.Key_Escape)
    assert not page.text.extraSelections()
    press(Key.Key_Escape)
    assert QApplication.focusWidget() is page.text
    assert window.page == HELP


def test_polish_letters_are_found_without_their_marks(
    window: MainWindow, guided: Callable[[], HelpPage]
) -> None:
    window.open_page(HELP)
    page = guided()
    press(Key.Key_F, CTRL)
    QTest.keyClicks(page.header.search, "zacieciu")
    if not page.text.found:
        press(Key.Key_Return)
    assert page.text.textCursor().selectedText().casefold() == "zacięciu"
    assert {one.cursor.selectedText().casefold() for one in page.text.extraSelections()} == {
        "zacięciu"
    }
    QTest.keyClicks(page.header.search, "x")
    assert page.header.found.text() == "not found"
    assert not page.text.extraSelections()
    assert not page.text.textCursor().hasSelection()


def test_letters_stay_at_their_places() -> None:
    odd = "Łódź, ßtraße… \N{PACKAGE}ą"
    assert letters(odd) == "lodz, ßtraße… \0\0a"
    assert len(letters(odd)) == len(odd.encode("utf-16-le")) // 2


def test_the_guides_are_in_the_language_that_is_spoken(
    qtbot: QtBot, lanes: Lanes, tmp_path: Path
) -> None:
    desk = Desk(lanes, tmp_path, settings.change(tmp_path, language="en"))
    speech.speak("pl")
    try:
        page = HelpPage(desk)
        qtbot.addWidget(page)
        qtbot.waitUntil(lambda: page.text.guide is not None)
    finally:
        speech.speak("en")
    assert page.text.toPlainText().startswith("Karta pakowacza")


def test_a_section_of_the_settings_has_its_own_chapter(
    window: MainWindow, guided: Callable[[], HelpPage]
) -> None:
    class Sections(QLineEdit):
        def chapter(self) -> str:
            return "data"

    assert chapter_of(SETTINGS, Sections()) == "settings.data"
    window.open_page(HELP)
    page = guided()
    page.show_chapter("settings.data")
    assert chapter(page) == "Dane"
    page.show_chapter("settings.sender")
    assert chapter(page) == "Ustawienia w skrócie"


def test_what_only_another_guide_has_is_found_there(
    window: MainWindow, guided: Callable[[], HelpPage]
) -> None:
    window.open_page(HELP)
    page = guided()
    press(Key.Key_F, CTRL)
    page.header.search.setText("--json")
    assert not page.text.found
    assert page.header.found.text() == "in another guide: Enter"
    press(Key.Key_Return)
    assert page.text.guide is not None
    assert page.text.guide.key == "programmer"
    assert page.text.textCursor().selectedText() == "--json"
    page.header.search.setText("gżegżółka")
    assert page.header.found.text() == "not found"


def test_the_chapter_at_the_left_follows_the_reading(
    window: MainWindow, guided: Callable[[], HelpPage], qtbot: QtBot
) -> None:
    window.open_page(HELP)
    page = guided()
    bar = page.text.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    bar.setValue(bar.maximum())
    assert chapter(page) in ("Koniec dnia", "Klawisze")
    top = page.contents.topLevelItem(0)
    assert top is not None
    first = top.child(0)
    assert first is not None
    page.contents.setCurrentItem(first)
    assert chapter(page) == "Początek dnia"
    assert bar.value() < bar.maximum() / 4


def test_another_look_keeps_the_place_and_wears_its_colours(
    window: MainWindow, guided: Callable[[], HelpPage], qapp: QApplication, qtbot: QtBot
) -> None:
    window.open_page(HELP)
    page = guided()
    page.open_place("packer.md#outage")
    look.apply(qapp, "dark")
    cursor = QTextCursor(headings(page.text.document())[0])
    cursor.movePosition(QTextCursor.MoveOperation.NextCharacter)

    def ink() -> str:
        return cursor.charFormat().foreground().color().name().upper()

    qtbot.waitUntil(lambda: ink() == look.DARK.text)
    assert chapter(page).startswith("Nie ma internetu")
    assert cursor.charFormat().fontPointSize() == look.font(look.Role.TITLE).pointSizeF()
    look.apply(qapp, "light")
    qtbot.waitUntil(lambda: ink() == look.LIGHT.text)


def test_where_it_is_narrow_the_text_has_the_room_and_f9_brings_the_chapters(
    window: MainWindow, guided: Callable[[], HelpPage], qtbot: QtBot
) -> None:
    window.open_page(HELP)
    page = guided()
    window.resize(683, 384)
    qtbot.waitUntil(page.contents.isHidden)
    qtbot.waitUntil(lambda: page.text.horizontalScrollBar().maximum() == 0)
    area = window._areas[HELP]
    assert area.horizontalScrollBar().maximum() == 0
    press(Key.Key_F9)
    assert page.contents.isVisible()
    assert QApplication.focusWidget() is page.contents


def pictures_in(paper: Path) -> int:
    """How many a PDF holds."""
    with pypdf.PdfReader(paper) as read:
        parts = [page["/Resources"].get("/XObject", {}).values() for page in read.pages]  # type: ignore[attr-defined]
        return sum(one.get_object()["/Subtype"] == "/Image" for page in parts for one in page)


def test_ctrl_p_makes_a4_pages(
    window: MainWindow, guided: Callable[[], HelpPage], tmp_path: Path
) -> None:
    window.open_page(HELP)
    page = guided()
    assert page.text.guide is not None
    with opening("file") as opened:
        press(Key.Key_P, CTRL)
    made = Path(opened.urls[0].toLocalFile())
    assert made.read_bytes().startswith(b"%PDF")
    assert pictures_in(made) == len(page.text.guide.pictures) > 0
    assert made.parent == tmp_path / "guides"
    made.unlink()
    made.parent.rmdir()
    made.parent.write_text("in the way", "utf-8")
    press(Key.Key_P, CTRL)
    assert window.strip.isVisible()
