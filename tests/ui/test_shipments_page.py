"""The Shipments page by its keys: found, narrowed, looked at, printed, cancelled, handed on."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QSettings, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu
from pytestqt.qtbot import QtBot

from inpost_desk.background import Lanes
from inpost_desk.domain.journey import Phase
from inpost_desk.labels.readback import read_pages
from inpost_desk.ledger import history
from inpost_desk.ui.shipments.acts import Act
from inpost_desk.ui.shipments.again import WhyDialog
from inpost_desk.ui.shipments.choices import EXCEPTIONS
from tests.simulator_process import Simulator
from tests.ui.shipments_desk import CTRL, Window, line, way, window

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
Key = Qt.Key
CTRL_SHIFT = CTRL | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def desk(qtbot: QtBot, lanes: Lanes, simulator: Simulator, tmp_path: Path) -> Iterator[Window]:
    with window(qtbot, lanes, simulator, tmp_path) as made:
        yield made


def some() -> list[dict[str, object]]:
    return [
        line(1),
        line(2, "sent_from_source_branch"),
        line(3, "ready_to_pickup"),
        line(4, "delivered"),
        line(5, "rejected_by_receiver"),
        line(6, "redirect_to_box"),
        line(7, "offers_prepared"),
        line(8, "missing"),
    ]


def menu() -> QMenu:
    found = QApplication.activePopupWidget()
    assert isinstance(found, QMenu)
    return found


def test_without_a_history_the_page_says_so_and_leads_on(desk: Window, qtbot: QtBot) -> None:
    assert desk.page.none.isVisible()
    with qtbot.waitSignal(desk.page.wizard_asked) as asked:
        QTest.mouseClick(desk.page.none.button, Qt.MouseButton.LeftButton)
    assert asked.args == [None]


def test_the_newest_is_on_top_and_shown_in_full(desk: Window) -> None:
    ids = desk.put(*some())
    assert desk.references()[:2] == ["ZK-00001", "ZK-00002"]
    panel = desk.page.panel
    assert panel.whole is not None
    assert panel.whole.detail.row.id == ids[0]
    assert panel.head.number.text().replace(" ", "").endswith("00000001")
    assert "To be posted 1" in desk.page.filters.chips.chip(Phase.PREPARED).accessibleName()


def test_chips_narrow_and_escape_shows_all_again(desk: Window) -> None:
    desk.put(*some())
    QTest.mouseClick(desk.page.filters.chips.chip(Phase.WAITING), Qt.MouseButton.LeftButton)
    desk.rest()
    assert desk.references() == ["ZK-00003"]
    desk.key(Key.Key_Escape)
    desk.rest()
    assert len(desk.references()) == 8


def test_exceptions_come_by_urgency_and_the_soft_ones_are_not_counted(desk: Window) -> None:
    badges: list[int] = []
    desk.page.badge_changed.connect(badges.append)
    desk.put(*some())
    desk.page.filters.chips.chip(EXCEPTIONS).click()
    desk.rest()
    assert desk.references() == ["ZK-00005", "ZK-00008", "ZK-00006"]
    assert badges[-1] == 2
    desk.go(desk.page.table._model.shown[2])
    assert "Nothing to do" in desk.page.panel.concern.remedy.text()


def test_an_exception_is_dealt_with_and_taken_back(desk: Window) -> None:
    ids = desk.put(*some())
    desk.go(ids[4])
    desk.key(Key.Key_M, CTRL)
    desk.rest()
    assert history.badge(desk.ledger) == 1
    assert desk.page.panel.concern.what.words.text().endswith("dealt with")
    desk.key(Key.Key_M, CTRL)
    desk.rest()
    assert history.badge(desk.ledger) == 2


def test_nothing_found_leads_back_to_all(desk: Window) -> None:
    desk.put(*some())
    desk.key(Key.Key_F, CTRL)
    QTest.keyClicks(desk.page.header.search, "xyz")
    desk.rest()
    assert desk.page.nothing.isVisible()
    QTest.mouseClick(desk.page.nothing.button, Qt.MouseButton.LeftButton)
    desk.rest()
    assert len(desk.references()) == 8
    assert desk.page.header.search.text() == ""


@pytest.mark.parametrize(
    ("words", "count"), [("00000003", 1), ("łukasz", 2), ("12 00004", 1), ("wro44", 2), ("zk-", 8)]
)
def test_the_search_finds_numbers_names_telephones_and_points(
    desk: Window, words: str, count: int
) -> None:
    desk.put(*some())
    desk.key(Key.Key_F, CTRL)
    desk.page.header.search.setText(words)
    desk.rest()
    assert desk.page.table.count() == count


def test_filters_are_chosen_by_keyboard_and_remembered(
    qtbot: QtBot, lanes: Lanes, simulator: Simulator, tmp_path: Path
) -> None:
    kept = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    with window(qtbot, lanes, simulator, tmp_path, rows=some(), kept=kept) as desk:
        service = desk.page.filters.service
        service.setFocus()
        QTest.keyClick(service, Key.Key_Down)
        QTest.keyClick(menu(), Key.Key_Down)
        QTest.keyClick(menu(), Key.Key_Return)
        desk.rest()
        assert service.words() == "courier, standard"
        assert desk.references() == ["ZK-00003", "ZK-00008"]
    assert "inpost_courier_standard" in str(kept.value("shipments/choices"))


def test_the_way_is_told_with_places_the_newest_first(desk: Window) -> None:
    (number,) = desk.put(line(1, "out_for_delivery"))
    way(
        desk.ledger,
        number,
        ("confirmed", ""),
        ("taken_by_courier", ""),
        ("out_for_delivery", "Łódź"),
    )
    desk.refresh()
    told = desk.page.panel.way.texts()
    assert told == ["Out for delivery, Łódź", "Fetched by the courier", "Paid, not posted yet"]


def test_ctrl_c_copies_the_number_without_spaces(desk: Window) -> None:
    desk.put(*some())
    desk.key(Key.Key_C, CTRL)
    assert QGuiApplication.clipboard().text() == "620999000000000000000001"


def test_ctrl_k_copies_for_support_and_says_so(desk: Window) -> None:
    desk.put(*some())
    desk.key(Key.Key_K, CTRL)
    assert "14000001" in QGuiApplication.clipboard().text()
    assert "Łukasz" not in QGuiApplication.clipboard().text()
    assert "shipments.copied" in desk.notices


class _Opened(QObject):
    def __init__(self) -> None:
        super().__init__()
        self.urls: list[str] = []

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        self.urls.append(url.toString())


def test_ctrl_l_opens_inposts_own_page(desk: Window) -> None:
    desk.put(*some())
    opened = _Opened()
    QDesktopServices.setUrlHandler("https", opened, "open")  # type: ignore[arg-type]
    try:
        desk.key(Key.Key_L, CTRL)
    finally:
        QDesktopServices.unsetUrlHandler("https")
    page = "https://inpost.pl/sledzenie-przesylek?number=620999000000000000000001"
    assert opened.urls == [page]


def test_ctrl_d_hands_the_selected_parcels_to_the_pickup(desk: Window, qtbot: QtBot) -> None:
    ids = desk.put(line(1), line(2), line(3, "delivered"))
    desk.go(ids[0])
    desk.key(Key.Key_A, CTRL)
    with qtbot.waitSignal(desk.page.pickup_asked) as asked:
        desk.key(Key.Key_D, CTRL)
    assert asked.args == [ids[:2]]


def test_what_cannot_be_done_says_why(desk: Window) -> None:
    desk.put(line(1, "delivered"))
    assert not desk.page.panel.acts.can(Act.PICKUP)
    assert "pickup (already posted)" in desk.page.panel.acts.why.words.text()
    desk.key(Key.Key_D, CTRL)
    assert desk.notices["shipments.not_now"].fact == "Add to pickup: already posted."


def test_a_label_made_elsewhere_is_fetched_and_printed_then_again_with_a_reason(
    desk: Window,
) -> None:
    (number,) = desk.bought("OBCA-1")
    desk.go(number)
    assert desk.page.panel.acts.buttons[Act.PRINT].words() == "Print"
    desk.key(Key.Key_P, CTRL)
    desk.until(lambda: list((desk.folder / "paper").glob("*.pdf")))
    desk.rest()
    (file,) = (desk.folder / "paper").glob("*.pdf")
    (row,) = history.rows(desk.ledger, [number])
    assert next(iter(read_pages(file.read_bytes()))).codes[0] == row.tracking_number
    assert row.printed
    desk.until(lambda: desk.page.panel.acts.buttons[Act.PRINT].words() == "Print again…")
    desk.key(Key.Key_P, CTRL)
    desk.until(lambda: desk.page.findChildren(WhyDialog))
    (dialog,) = desk.page.findChildren(WhyDialog)
    QTest.keyClick(dialog, Key.Key_Return)
    desk.until(lambda: len(list((desk.folder / "paper").glob("*.pdf"))) == 2)
    desk.rest()
    shown = history.detail(desk.ledger, number)
    assert shown is not None
    assert [one.reason for one in shown.prints] == ["bad_print", ""]


def test_f5_asks_inpost_now(desk: Window) -> None:
    (number,) = desk.bought("OBCA-1")
    desk.scanned(number, "taken_by_courier")
    desk.go(number)
    desk.key(Key.Key_F5)
    desk.rest()
    assert desk.page.panel.way.texts()[0].startswith("Fetched by the courier")


def test_a_replacement_begins_in_the_wizard(desk: Window, qtbot: QtBot) -> None:
    (number,) = desk.bought("OBCA-1")
    desk.go(number)
    with qtbot.waitSignal(desk.page.wizard_asked, timeout=10_000) as asked:
        desk.key(Key.Key_W, CTRL_SHIFT)
    assert asked.args[0].replaces == number
    assert asked.args[0].reference == "OBCA-1"


def test_what_is_guarded_waits_for_the_pin(desk: Window) -> None:
    (number,) = desk.bought("OBCA-1")
    desk.go(number)
    kept: list[str] = []
    desk.desk.guard = lambda what, _then: kept.append(what)
    desk.key(Key.Key_W, CTRL_SHIFT)
    assert kept == ["replace"]


def test_an_export_is_written_where_somebody_says(desk: Window, tmp_path: Path) -> None:
    desk.put(*some())
    desk.key(Key.Key_E, CTRL)
    menu().actions()[1].trigger()
    desk.until(lambda: desk.page.findChildren(QFileDialog))
    (dialog,) = desk.page.findChildren(QFileDialog)
    target = tmp_path / "all.csv"
    dialog.fileSelected.emit(str(target))
    dialog.reject()
    desk.until(target.exists)
    desk.rest()
    assert "ZK-00008" in target.read_text("utf-8-sig")
    assert desk.notices["shipments.export"].button == "Open the folder"


def test_nothing_to_export_says_so_in_the_menu(desk: Window) -> None:
    desk.key(Key.Key_E, CTRL)
    entries = menu().actions()
    assert [one.isEnabled() for one in entries[:4]] == [False] * 4
    assert entries[0].text() == "Nothing here to be written"
    menu().close()


def test_an_unpaid_one_is_cancelled_after_a_question(desk: Window) -> None:
    (number,) = desk.put(line(7, "offers_prepared"))
    desk.go(number)
    desk.key(Key.Key_Delete, CTRL)
    question = desk.page.panel.question
    assert question.isVisible()
    QTest.keyClick(question.agree, Key.Key_Escape)
    assert question.isHidden()


def test_every_key_is_listed_and_every_region_is_there(desk: Window) -> None:
    desk.put(*some())
    shown = desk.page.keys()
    listed = [key for key, _ in shown]
    assert {"Ctrl+P", "Ctrl+D", "Ctrl+L", "Ctrl+K", "Ctrl+C", "Ctrl+E", "F5"} <= set(listed)
    assert len(listed) == len(set(listed))
    assert all(part.isVisible() for part in desk.page.regions())


def test_a_narrow_window_folds_the_panel_and_f9_brings_it(desk: Window) -> None:
    desk.put(*some())
    desk.page.resize(900, 600)
    desk.until(desk.page.panel.isHidden)
    assert desk.page.header.details.isVisible()
    desk.key(Key.Key_F9)
    assert desk.page.panel.isVisible()
