"""Labels that come again: a range, the last one, those after the last good one; what is told on the way."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QRadioButton
from pytestqt.qtbot import QtBot

from inpost_desk.background import Lanes
from inpost_desk.domain.printer import PaperKind, Profile, Reach, Sheet
from inpost_desk.domain.stage import Stage
from inpost_desk.ledger import prints
from inpost_desk.ledger.prints import PrintState
from inpost_desk.printers.choice import printer_for
from inpost_desk.ui.orders.again import AgainDialog
from inpost_desk.ui.orders.last_good import LastGoodDialog
from inpost_desk.ui.orders.maybe import MaybeDialog
from tests.simulator_process import Simulator
from tests.ui.orders_desk import CTRL, Window, lockers, window
from tests.ui.test_orders_page_papers import bought, claimed_by_a_dead_process, dialog, reasons

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

Key = Qt.Key


@pytest.fixture
def desk(qtbot: QtBot, lanes: Lanes, simulator: Simulator, tmp_path: Path) -> Iterator[Window]:
    with window(qtbot, lanes, simulator, tmp_path) as made:
        yield made


def test_a_range_is_named_by_reference_number_or_place(desk: Window) -> None:
    desk.take(*lockers(5))
    desk.create_and_print()
    desk.page.papers.print_again_from_here()
    asked = dialog(desk, AgainDialog)
    assert isinstance(asked, AgainDialog)
    (choice,) = asked.findChildren(QRadioButton, "range")
    QTest.mouseClick(choice, Qt.MouseButton.LeftButton)
    assert not asked.print.isEnabled()
    number = desk.numbers()[3]
    QTest.keyClicks(asked.first.edit, "r-02")
    QTest.keyClicks(asked.final.edit, "R-99")
    assert asked.final.finding()
    assert not asked.print.isEnabled()
    asked.final.edit.clear()
    QTest.keyClicks(asked.final.edit, f"{number[:4]} {number[4:]}")
    assert not asked.final.finding()
    QTest.keyClick(asked.final.edit, Key.Key_Return)
    desk.until(lambda: len(desk.printed()) == 2)
    desk.rest()
    assert desk.printed()[-1] == desk.numbers()[1:4]
    assert reasons(desk)[-1] == "bad_print"


def test_the_last_label_comes_again_by_a_key(desk: Window) -> None:
    desk.take(*lockers(3))
    desk.key(Key.Key_L, CTRL)
    desk.until(lambda: "press" in desk.notices)
    desk.create_and_print()
    desk.key(Key.Key_L, CTRL)
    asked = dialog(desk, AgainDialog)
    (choice,) = asked.findChildren(QRadioButton, "last")
    assert choice.isChecked()
    assert "R-03" in choice.text()
    QTest.keyClick(asked, Key.Key_Return)
    desk.until(lambda: len(desk.printed()) == 2)
    desk.rest()
    assert desk.printed()[-1] == desk.numbers()[2:]


def test_what_came_after_the_last_good_label_comes_again_in_order(desk: Window) -> None:
    desk.take(*lockers(4))
    desk.create_and_print()
    numbers = desk.numbers()
    desk.key(Key.Key_G, CTRL)
    asked = dialog(desk, LastGoodDialog)
    assert isinstance(asked, LastGoodDialog)
    field = asked.scan
    desk.until(field.edit.hasFocus)
    QTest.keyClicks(field.edit, "123")
    QTest.keyClick(field.edit, Key.Key_Return)
    desk.until(field.finding)
    assert asked.isVisible()
    scanned = f"{numbers[1][:6]} {numbers[1][6:]}"
    QTest.keyClicks(field.edit, scanned)
    QTest.keyClick(field.edit, Key.Key_Return)
    desk.until(asked.print.isVisible)
    assert "2" in asked.told.text()
    assert "R\N{NON-BREAKING HYPHEN}03" in asked.first.text()
    assert desk.on_paper() == numbers
    assert desk.stages() == [Stage.PRINTED] * 4
    QTest.keyClick(asked.print, Key.Key_Return)
    desk.until(lambda: len(desk.on_paper()) == 6)
    desk.rest()
    assert desk.printed()[-1] == numbers[2:]
    assert reasons(desk)[-1] == "bad_print"
    assert desk.stages() == [Stage.PRINTED] * 4


def doubted(desk: Window, place: int) -> LastGoodDialog:
    """The label at that place is scanned where it is asked which ones came out."""
    desk.page.papers.ask_about_doubts()
    asked = dialog(desk, MaybeDialog)
    assert isinstance(asked, MaybeDialog)
    asked.scan.edit.setFocus()
    QTest.keyClicks(asked.scan.edit, desk.numbers()[place])
    QTest.keyClick(asked.scan.edit, Key.Key_Return)
    then = dialog(desk, LastGoodDialog)
    assert isinstance(then, LastGoodDialog)
    desk.until(then.print.isVisible)
    return then


def test_the_last_good_label_answers_which_came_out_once_that_is_confirmed(desk: Window) -> None:
    bought(desk, 3)
    claimed_by_a_dead_process(desk, 1, 2, 3)
    then = doubted(desk, 0)
    QTest.keyClick(then, Key.Key_Escape)
    desk.until(lambda: not desk.page.findChildren(LastGoodDialog))
    desk.page.piling.refresh()
    desk.rest()
    assert desk.stages() == [Stage.MAYBE_PRINTED] * 3
    assert "maybe" in desk.notices
    then = doubted(desk, 2)
    assert then.print.text() == "All came out"
    QTest.keyClick(then.print, Key.Key_Return)
    desk.until(lambda: desk.stages() == [Stage.PRINTED] * 3)
    assert desk.on_paper() == []
    assert "maybe" not in desk.notices


def test_what_is_unusual_on_the_way_is_told_and_stays(
    qtbot: QtBot, lanes: Lanes, simulator: Simulator, tmp_path: Path
) -> None:
    """A stand-in, somebody else's document, labels made smaller; a page between two batches."""
    small = {"paper": PaperKind.CUSTOM, "custom": Sheet(900, 1270), "separators": True}
    (tmp_path / "paper").mkdir()
    there = Profile.at(Reach.FOLDER, str(tmp_path / "paper"), id="b", name="B", serves=(), **small)
    gone = Profile.at(Reach.FOLDER, str(tmp_path / "gone"), id="a", name="A", stand_in="b", **small)
    with window(qtbot, lanes, simulator, tmp_path, printers=(gone, there)) as desk:
        desk.take(*lockers(2))
        session = desk.desk.session
        assert session is not None
        now, name = session.client.now(), printer_for(there).name
        other = prints.claim_document(session.ledger, "list", printer=name, now=now)
        prints.sent(session.ledger, other, "7", can_tell=True, now=now)
        desk.create_and_print()
        assert desk.on_paper() == ["", *desk.numbers()]
        assert desk.notices["stand_in"].state == "warning"
        assert "A" in desk.notices["stand_in"].fact
        assert "B" in desk.notices["stand_in"].fact
        assert desk.notices["printer_shared"].state == "warning"
        assert "88 %" in desk.notices["label_smaller"].fact
        prints.ended(session.ledger, other, PrintState.DONE, now=now)
        desk.page.papers.print_last_again()
        asked = dialog(desk, AgainDialog)
        QTest.keyClick(asked, Key.Key_Return)
        desk.until(lambda: len(desk.printed()) == 2)
        desk.rest()
        assert "printer_shared" not in desk.notices
        assert "stand_in" in desk.notices
