"""The bottom bar and the header of the Orders page: what they say, and what a key does."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from inpost_desk.domain.stage import Stage
from inpost_desk.ui import look
from inpost_desk.ui.kit import Progress
from inpost_desk.ui.orders.action_bar import ActionBar
from inpost_desk.ui.orders.bar_modes import Block, Ended, Idle, PaymentStop, Running
from inpost_desk.ui.orders.bar_parts import sum_words, time_words
from inpost_desk.ui.orders.fitting import FittingText
from inpost_desk.ui.orders.header import PageHeader

SKIPPED = {Stage.TO_FIX: 5, Stage.DUPLICATE: 2, Stage.UNSURE: 1, Stage.HELD: 0}


@pytest.fixture
def asked() -> list[str]:
    return []


@pytest.fixture
def bar(qtbot: QtBot, qapp: QApplication, asked: list[str]) -> Iterator[ActionBar]:
    """A bar on a page that has set its shortcuts, as the Orders page does."""
    look.apply(qapp, "light")
    page = QWidget()
    bar = ActionBar()
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 0)
    column.addStretch(1)
    column.addWidget(bar)
    QShortcut("Ctrl+Return", page, bar.press_main)
    QShortcut("Esc", page, bar.press_stop)
    for name in (
        "create_and_print",
        "buy_only",
        "stop",
        "pay_again",
        "later",
        "result",
        "print_again",
        "new_file",
        "blocked_link",
    ):
        getattr(bar, f"{name}_asked").connect(lambda name=name: asked.append(name))
    page.resize(1278, 200)
    qtbot.addWidget(page)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    yield bar
    page.close()


def _texts(widget: QWidget) -> str:
    return " | ".join(
        label.text() for label in widget.findChildren(QLabel) if label.isVisible() and label.text()
    )


def _buttons(widget: QWidget) -> dict[str, QPushButton]:
    return {
        button.text(): button for button in widget.findChildren(QPushButton) if button.isVisible()
    }


def test_idle_says_what_the_button_would_do(bar: ActionBar) -> None:
    bar.show_idle(Idle(48, SKIPPED, price=Decimal("1840.5"), note="courier collects"))
    texts = _texts(bar)
    assert "Ready: 48" in texts
    assert "leaving out 8: to " in texts
    assert "courier collects" in texts
    assert "Create and print (48) · 1\u00a0840,50\u00a0zł" in _buttons(bar)
    assert bar.minimumSizeHint().height() == look.BAR


def test_a_selection_is_what_is_bought(bar: ActionBar, qtbot: QtBot, asked: list[str]) -> None:
    bar.show_idle(Idle(48, SKIPPED, selected=5))
    assert "Create and print selected (5)" in _buttons(bar)
    qtbot.waitUntil(lambda: "Selected and ready: 5 of 48" in _texts(bar))
    QTest.keyClick(bar.window(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert asked == ["create_and_print"]
    bar.show_idle(Idle(48, SKIPPED, selected=0))
    assert "None of the selected rows is ready." in _texts(bar)
    bar.press_main()
    assert asked == ["create_and_print"]


def test_every_button_is_reached_by_tab(bar: ActionBar, qtbot: QtBot, asked: list[str]) -> None:
    bar.show_idle(Idle(48, blocked=Block.NO_PRINTER))
    first = _buttons(bar)["Choose a printer"]
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Return)
    QTest.keyClick(first, Qt.Key.Key_Tab)
    buy = _buttons(bar)["Only buy"]
    qtbot.waitUntil(buy.hasFocus)
    QTest.keyClick(buy, Qt.Key.Key_Space)
    assert asked == ["blocked_link", "buy_only"]


def test_without_a_connection_the_buttons_say_so_and_can_be_tried(
    bar: ActionBar, asked: list[str]
) -> None:
    bar.show_idle(Idle(48, blocked=Block.OFFLINE))
    assert "InPost cannot be reached; I keep trying." in _texts(bar)
    QTest.mouseClick(_buttons(bar)["Only buy"], Qt.MouseButton.LeftButton)
    QTest.keyClick(bar.window(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert asked == ["buy_only", "create_and_print"]


def test_labels_that_may_be_printed_are_asked_about_before_and_after_a_run(
    bar: ActionBar, asked: list[str]
) -> None:
    bar.doubts_asked.connect(lambda: asked.append("doubts"))
    bar.show_idle(Idle(48, doubted=3))
    assert "Labels that may be printed already: 3" in _texts(bar)
    QTest.mouseClick(_buttons(bar)["Say which"], Qt.MouseButton.LeftButton)
    bar.show_ended(Ended(5, 8, doubted=3))
    QTest.keyClick(_buttons(bar)["Did these labels come out?"], Qt.Key.Key_Space)
    bar.show_ended(Ended(8, 8))
    assert "Did these labels come out?" not in _buttons(bar)
    assert asked == ["blocked_link", "doubts"]


@pytest.mark.parametrize(
    ("blocked", "reason", "buying"),
    [
        (Block.NO_PRINTER, "No printer is chosen yet.", True),
        (Block.NO_ACCOUNT, "No InPost account is connected yet.", False),
        (Block.QUESTION, "The file leaves a question open.", False),
        (Block.CHECKING, "The rows are still being checked…", False),
    ],
)
def test_a_disabled_button_has_its_reason_beside_it(
    bar: ActionBar,
    asked: list[str],
    blocked: Block,
    reason: str,
    buying: bool,
) -> None:
    bar.show_idle(Idle(48, note="courier collects", blocked=blocked))
    main = _buttons(bar)["Create and print (48)"]
    assert reason in _texts(bar)
    assert main.accessibleDescription() == reason
    assert (main.isEnabled(), _buttons(bar)["Only buy"].isEnabled()) == (False, buying)
    QTest.keyClick(bar.window(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    QTest.mouseClick(main, Qt.MouseButton.LeftButton)
    assert asked == []


def test_nothing_ready_is_said(bar: ActionBar) -> None:
    bar.show_idle(Idle(0, SKIPPED))
    assert "None of the rows is ready." in _texts(bar)
    assert not _buttons(bar)["Create and print (0)"].isEnabled()


def test_a_run_shows_its_lanes_and_esc_stops_it(bar: ActionBar, asked: list[str]) -> None:
    bar.show_running(Running(300, 224, 171, 137, unsure=2, left_seconds=131.0))
    texts = _texts(bar)
    for words in ("137 | of 300 labels | about 2 min 10 s left", "to be settled: 2", "224 of 300"):
        assert words in texts
    lanes = [lane for lane in bar.findChildren(Progress) if lane.isVisible()]
    assert [(lane.accessibleName(), lane.value()) for lane in lanes] == [
        ("Bought", 224),
        ("Labels checked", 171),
        ("Printed", 137),
    ]
    assert bar.minimumSizeHint().height() == look.BAR_RUNNING
    stop = _buttons(bar)["Stop after this one"]
    place = stop.geometry()
    QTest.keyClick(bar.window(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert asked == []
    QTest.keyClick(bar.window(), Qt.Key.Key_Escape)
    assert asked == ["stop"]
    bar.show_running(Running(300, 224, 171, 138, unsure=2, stopping=True))
    assert "Finishing the last request…" in _texts(bar)
    assert stop.geometry() == place
    QTest.keyClick(bar.window(), Qt.Key.Key_Escape)
    assert asked == ["stop"]


def test_a_run_that_only_buys_has_two_lanes(bar: ActionBar) -> None:
    bar.show_running(Running(300, 224, 171, printing=False))
    assert "171 | of 300 labels" in _texts(bar)
    assert [lane.accent for lane in bar.findChildren(Progress) if lane.isVisible()] == [False, True]


def test_esc_and_enter_twice_press_nothing_that_has_just_come(
    bar: ActionBar, qtbot: QtBot, asked: list[str]
) -> None:
    bar.show_idle(Idle(48))
    main = _buttons(bar)["Create and print (48)"]
    main.setFocus()
    bar.create_and_print_asked.connect(lambda: bar.show_running(Running(48)))
    QTest.keyClick(main, Qt.Key.Key_Space)
    qtbot.waitUntil(bar.hasFocus)
    QTest.keyClick(bar, Qt.Key.Key_Space)
    assert asked == ["create_and_print"]
    bar.show_payment(PaymentStop("The balance is too low.", 41))
    QTest.keyClick(bar.window(), Qt.Key.Key_Escape)
    assert asked == ["create_and_print"]


def test_a_payment_stop_says_why_and_pays_by_key(bar: ActionBar, asked: list[str]) -> None:
    bar.show_payment(PaymentStop("The balance is too low.", 41))
    assert "The balance is too low." in _texts(bar)
    assert list(_buttons(bar)) == ["Later", "Pay again (41)"]
    QTest.mouseClick(_buttons(bar)["Later"], Qt.MouseButton.LeftButton)
    QTest.keyClick(bar.window(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert asked == ["later", "pay_again"]
    tint = look.colours().tint(look.State.WARNING)
    assert bar.grab().toImage().pixelColor(4, 40).name().upper() == tint


def test_the_end_of_a_run(bar: ActionBar, asked: list[str]) -> None:
    bar.show_ended(Ended(298, 300, {Stage.REFUSED: 1, Stage.UNSURE: 1}, note="Stopped by you."))
    assert "Done: 298 of 300 labels" in _texts(bar)
    assert "refused 1 · Stopped by you." in _texts(bar)
    for button in _buttons(bar).values():
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    QTest.keyClick(bar.window(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert asked == ["print_again", "new_file", "result", "result"]
    bar.show_ended(Ended(3, 3, printed=False, result=False))
    assert list(_buttons(bar)) == ["New file"]
    bar.press_main()
    assert asked[-1] == "new_file"


def test_modes_of_a_run_are_of_one_height(bar: ActionBar, qapp: QApplication) -> None:
    heights = set()
    bar.show_running(Running(300))
    for show in (
        partial(bar.show_payment, PaymentStop("The balance is too low. " * 4, 41)),
        partial(bar.show_ended, Ended(298, 300, {Stage.REFUSED: 1})),
        partial(bar.show_running, Running(300, 20, 10, 1, unsure=1)),
    ):
        show()
        qapp.processEvents()
        heights.add(bar.height())
    assert heights == {look.BAR_RUNNING}


def test_every_mode_fits_a_small_screen(bar: ActionBar) -> None:
    modes = (
        partial(bar.show_idle, Idle(300, SKIPPED, selected=120, price=Decimal("1840.52"))),
        partial(bar.show_idle, Idle(300, SKIPPED, blocked=Block.NO_ACCOUNT)),
        partial(bar.show_running, Running(300, 224, 171, 137, unsure=2, left_seconds=7000)),
        partial(bar.show_payment, PaymentStop("The balance is too low. " * 4, 41)),
        partial(bar.show_ended, Ended(298, 300, SKIPPED)),
    )
    for show in modes:
        show()
        assert bar.minimumSizeHint().width() <= 1024 - look.RAIL


def test_words_for_money_and_time() -> None:
    assert sum_words(Decimal(13)) == "13,00\u00a0zł"
    said = [time_words(seconds) for seconds in (3, 44, 60, 131, 425, 4_810)]
    assert said == ["10 s", "40 s", "1 min", "2 min 10 s", "7 min", "1 h 20 min"]


def test_text_chooses_its_wording_by_its_width(qtbot: QtBot, qapp: QApplication) -> None:
    look.apply(qapp, "light")
    text = FittingText()
    qtbot.addWidget(text)
    text.set_wordings(["left out 8: to fix 5, sent before 2", "left out 8"])
    text.resize(600, 20)
    text.show()
    assert text.text() == "left out 8: to fix 5, sent before 2"
    text.resize(120, 20)
    assert text.text() == "left out 8"
    text.resize(40, 20)
    assert "…" in text.text()
    assert text.accessibleName() == "left out 8: to fix 5, sent before 2"


@pytest.fixture
def header(qtbot: QtBot, qapp: QApplication) -> Iterator[PageHeader]:
    look.apply(qapp, "light")
    page = QWidget()
    header = PageHeader()
    header.set_subtitle(("zamowienia.csv", "Rows: 56", "7:42"))
    row = QHBoxLayout(page)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(header)
    QShortcut("Ctrl+F", page, header.focus_search)
    page.resize(1278, look.HEADER)
    qtbot.addWidget(page)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    yield header
    page.close()


def test_ctrl_f_searches_and_esc_clears(header: PageHeader, qtbot: QtBot) -> None:
    searched: list[str] = []
    page_left: list[str] = []
    header.search_changed.connect(searched.append)
    header.search_left.connect(lambda: page_left.append("down"))
    QShortcut("Esc", header.window(), lambda: page_left.append("esc"))
    QTest.keyClick(header.window(), Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(header.search.hasFocus)
    QTest.keyClicks(header.search, "ZK")
    QTest.keyClick(header.search, Qt.Key.Key_Down)
    QTest.keyClick(header.search, Qt.Key.Key_Escape)
    assert (searched, page_left) == (["Z", "ZK", ""], ["down"])
    QTest.keyClick(header.search, Qt.Key.Key_Escape)
    assert page_left == ["down", "esc"]


def test_the_header_asks(header: PageHeader) -> None:
    asked: list[object] = []
    header.import_asked.connect(lambda: asked.append("import"))
    header.columns_asked.connect(lambda: asked.append("columns"))
    header.packing_asked.connect(lambda: asked.append("packing"))
    header.runs_toggled.connect(asked.append)
    for button in _buttons(header).values():
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert asked == ["import", "columns", True, "packing"]
    header.set_runs_shown(False)
    assert asked == ["import", "columns", True, "packing"]


# Offscreen there is no window system that could hold a menu above everything.
@pytest.mark.qt_log_ignore("This plugin does not support")
def test_a_narrow_header_folds_into_a_menu(header: PageHeader, qtbot: QtBot) -> None:
    asked: list[object] = []
    header.packing_asked.connect(lambda: asked.append("packing"))
    header.runs_toggled.connect(asked.append)
    window = header.window()
    window.resize(700, look.HEADER)
    qtbot.waitUntil(lambda: "…" in _buttons(header))
    assert "Packing list…" not in _buttons(header)
    assert header.columns_place is _buttons(header)["…"]
    for wanted in ("Packing list…", "Runs"):
        more = _buttons(header)["…"]
        more.setFocus()
        QTest.keyClick(more, Qt.Key.Key_Space)
        qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
        menu = QApplication.activePopupWidget()
        assert menu is not None
        shown = [action.text() for action in menu.actions() if action.isVisible()]
        for _ in range(shown.index(wanted) + 1):
            QTest.keyClick(menu, Qt.Key.Key_Down)
        QTest.keyClick(menu, Qt.Key.Key_Return)
    assert asked == ["packing", True]
    window.resize(1500, look.HEADER)
    qtbot.waitUntil(lambda: "Packing list…" in _buttons(header))
    assert "…" not in _buttons(header)


def test_without_a_pile_there_is_nothing_to_search(header: PageHeader) -> None:
    header.set_with_table(False)
    header.set_subtitle(())
    assert list(_buttons(header)) == ["Import", "Runs"]
    QTest.keyClick(header.window(), Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert not header.search.isVisible()
    assert header.minimumSizeHint().width() < 400


def test_every_control_has_a_name(header: PageHeader, bar: ActionBar) -> None:
    modes = (
        partial(bar.show_idle, Idle(300, SKIPPED, blocked=Block.NO_ACCOUNT)),
        partial(bar.show_running, Running(300, unsure=1)),
        partial(bar.show_payment, PaymentStop("The balance is too low.", 41)),
        partial(bar.show_ended, Ended(298, 300, SKIPPED)),
    )
    nameless: list[object] = []
    for show in modes:
        show()
        nameless += [text for text in _buttons(bar) if not text]
        lanes = [lane for lane in bar.findChildren(Progress) if lane.isVisible()]
        nameless += [lane for lane in lanes if not lane.accessibleName()]
    assert nameless == []
    assert _buttons(header)
    assert header.search.accessibleName() == "Search this file"
