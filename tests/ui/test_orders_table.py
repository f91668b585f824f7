"""The Orders table, by keys and mouse: what shows, what it asks for, and rows that change meanwhile."""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest
from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QMenu, QWidget
from pytestqt.qtbot import QtBot

from inpost_desk.background import Lanes
from inpost_desk.domain.order import Field
from inpost_desk.domain.pile import PileRow
from inpost_desk.domain.stage import Stage
from inpost_desk.ui import look
from inpost_desk.ui.orders.columns import Column
from inpost_desk.ui.orders.table import PileTable

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier
LEFT = Qt.MouseButton.LeftButton


def row(number: int, stage: Stage = Stage.READY, **cells: object) -> PileRow:
    usual: dict[str, object] = {
        "reference": f"ZK-{number}",
        "name": "Anna Żak" if number % 2 else "Piotr Łoś",
        "kind": "locker",
        "size": "A",
        "point": "LOD53M",
        "place": "Łódź",
        "phone": "501234567",
    }
    return PileRow(number, number + 1, stage=stage, **{**usual, **cells})  # type: ignore[arg-type]


def pile() -> list[PileRow]:
    rows = [row(number) for number in range(1, 21)]
    rows[6] = row(
        7, Stage.TO_FIX, point="KRA054M", field="point", rule="point_closed", value="KRA054M"
    )
    rows[11] = row(
        12, Stage.TO_FIX, phone="601 118 22", field="phone", rule="too_short", value="601 118 22"
    )
    rows[12] = row(13, Stage.PRINTED, tracking_number="620999001230000041874662")
    rows[13] = row(14, Stage.HELD)
    return rows


@pytest.fixture
def table(qapp: QApplication, qtbot: QtBot, lanes: Lanes) -> PileTable:
    look.apply(qapp, "light")
    table = PileTable(lanes)
    qtbot.addWidget(table)
    table.resize(1000, 400)
    table.set_rows(pile())
    table.show()
    qtbot.waitExposed(table)
    table.setFocus()
    return table


def shown(table: PileTable) -> list[int]:
    model = table.model()
    cells = [model.index(at, Column.POSITION).data() for at in range(model.rowCount(QModelIndex()))]
    return [int(cell) for cell in cells]


def cell(table: PileTable, number: int, column: Column) -> QPoint:
    index = table.model().index(shown(table).index(number), column)
    table.scrollTo(index)
    return table.visualRect(index).center()


def heard(spy: QSignalSpy) -> list[list[object]]:
    return [spy.at(at) for at in range(spy.count())]


def editor(table: PileTable, kind: type[QWidget] = QLineEdit) -> QWidget | None:
    found = table.viewport().findChildren(kind, "cell_editor")
    return found[0] if found else None


def click_heading(table: PileTable, column: Column) -> None:
    header = table.horizontalHeader()
    at = QPoint(header.sectionViewportPosition(column) + 20, 10)
    QTest.mouseClick(header.viewport(), LEFT, NONE, at)


def test_stage_and_search_choose_the_rows(table: PileTable) -> None:
    table.set_stage(Stage.TO_FIX)
    assert shown(table) == [7, 12]
    table.set_search("kra054")
    assert shown(table) == [7]
    table.set_stage(None)
    table.set_search("LOS")
    assert shown(table) == [number for number in range(2, 21) if number % 2 == 0]


def test_a_heading_clicked_three_times_brings_the_pile_back(table: PileTable) -> None:
    click_heading(table, Column.NAME)
    assert shown(table)[:3] == [1, 3, 5]
    click_heading(table, Column.NAME)
    assert shown(table)[:3] == [2, 4, 6]
    click_heading(table, Column.NAME)
    assert shown(table) == list(range(1, 21))


def test_selected_rows_stay_selected_where_they_still_show(table: PileTable) -> None:
    QTest.mouseClick(table.viewport(), LEFT, NONE, cell(table, 4, Column.NAME))
    QTest.mouseClick(table.viewport(), LEFT, CTRL, cell(table, 7, Column.NAME))
    table.sort_by(Column.NAME, descending=True)
    assert table.selected_rows() == [4, 7]
    current = table.row_at_current()
    assert current is not None
    assert current.row == 7
    table.set_stage(Stage.TO_FIX)
    assert table.selected_rows() == [7]


def test_the_next_row_takes_the_place_of_one_that_left(table: PileTable) -> None:
    table.set_stage(Stage.TO_FIX)
    table.go_to(7, "point")
    table.set_search("601")
    current = table.row_at_current()
    assert current is not None
    assert (current.row, table.selected_rows()) == (12, [12])


def test_f8_goes_round_the_problems(table: PileTable) -> None:
    visited = []
    for modifier in (Qt.KeyboardModifier.NoModifier,) * 3 + (SHIFT,):
        QTest.keyClick(table, Key.Key_F8, modifier)
        current = table.row_at_current()
        assert current is not None
        visited.append((current.row, Column(table.currentIndex().column())))
    closed, short = (7, Column.TARGET), (12, Column.PHONE)
    assert visited == [closed, short, closed, short]
    table.set_stage(Stage.READY)
    assert table.next_problem() is None


def test_going_to_a_hidden_row_shows_all_rows_again(table: PileTable, qtbot: QtBot) -> None:
    table.set_stage(Stage.TO_FIX)
    with qtbot.waitSignal(table.filter_cleared):
        assert table.go_to(3)
    assert len(shown(table)) == 20
    assert table.selected_rows() == [3]
    assert not table.go_to(99)


def test_escape_clears_the_filter(table: PileTable, qtbot: QtBot) -> None:
    table.set_search("nobody")
    assert shown(table) == []
    with qtbot.waitSignal(table.filter_cleared):
        QTest.keyClick(table, Key.Key_Escape)
    assert len(shown(table)) == 20


def test_an_edit_is_asked_for_and_not_made(table: PileTable, qtbot: QtBot) -> None:
    table.go_to(12, "phone")
    spy = QSignalSpy(table.edit_asked)
    QTest.keyClick(table, Key.Key_F2)
    line = editor(table)
    assert isinstance(line, QLineEdit)
    assert line.text() == "601 118 22"
    QTest.keyClicks(line, "601 118 222")
    # A row that is read again meanwhile does not undo what is typed.
    table.push([row(12, Stage.TO_FIX, phone="1", field="phone", rule="too_short", value="1")])
    qtbot.waitUntil(lambda: bool(table.rows()[11].phone == "1"))
    QTest.keyClick(line, Key.Key_Return)
    qtbot.waitUntil(lambda: spy.count() == 1)
    assert heard(spy) == [[12, Field.PHONE, "601 118 222"]]
    assert table.rows()[11].phone == "1"


def test_escape_leaves_the_cell_as_it_was(table: PileTable, qtbot: QtBot) -> None:
    table.go_to(3, "name")
    spy = QSignalSpy(table.edit_asked)
    at = cell(table, 3, Column.NAME)
    QTest.mouseClick(table.viewport(), LEFT, NONE, at)
    QTest.mouseDClick(table.viewport(), LEFT, NONE, at)
    line = editor(table)
    assert line is not None
    QTest.keyClicks(line, "x")
    QTest.keyClick(line, Key.Key_Escape)
    qtbot.waitUntil(lambda: editor(table) is None)
    assert spy.count() == 0


def test_the_kind_is_chosen_from_a_list(table: PileTable, qtbot: QtBot) -> None:
    table.go_to(3, "kind")
    spy = QSignalSpy(table.edit_asked)
    QTest.keyClick(table, Key.Key_F2)
    choice = editor(table, QComboBox)
    assert isinstance(choice, QComboBox)
    QTest.keyClick(choice, Key.Key_Down)
    QTest.keyClick(choice, Key.Key_Return)
    qtbot.waitUntil(lambda: spy.count() == 1)
    assert heard(spy) == [[3, Field.KIND, "kurier"]]


@pytest.mark.parametrize(
    ("number", "field"), [(13, "name"), (3, ""), (99, "name")], ids=["printed", "stage", "none"]
)
def test_what_cannot_be_edited_opens_nothing(table: PileTable, number: int, field: str) -> None:
    table.go_to(number, field)
    if not field:
        table.setCurrentIndex(table.model().index(2, Column.STAGE))
    QTest.keyClick(table, Key.Key_F2)
    assert editor(table) is None
    assert not table.may_edit()


def test_keys_ask_for_what_is_done_with_rows(table: PileTable) -> None:
    held, removed = QSignalSpy(table.hold_asked), QSignalSpy(table.remove_asked)
    fixed = QSignalSpy(table.fix_asked)
    table.go_to(13)
    QTest.keyClick(table, Key.Key_Down, SHIFT)
    QTest.keyClick(table, Key.Key_Down, SHIFT)
    assert table.selected_rows() == [13, 14, 15]
    QTest.keyClick(table, Key.Key_H)
    QTest.keyClick(table, Key.Key_Delete)
    QTest.keyClick(table, Key.Key_3)
    table.go_to(14)
    QTest.keyClick(table, Key.Key_H)
    # What is printed is not held, and what is held is let go.
    assert heard(held) == [[[14, 15], True], [[14], False]]
    assert heard(removed) == [[[13, 14, 15]]]
    assert heard(fixed) == [[3]]


def test_ctrl_a_selects_what_shows(table: PileTable, qtbot: QtBot) -> None:
    table.set_stage(Stage.TO_FIX)
    with qtbot.waitSignal(table.selection_count_changed) as told:
        QTest.keyClick(table, Key.Key_A, CTRL)
    assert told.args == [2]
    assert table.selected_rows() == [7, 12]


def test_a_number_is_copied_whole(table: PileTable) -> None:
    table.set_details(True)
    table.go_to(13)
    number = table.model().index(12, Column.NUMBER)
    table.selectionModel().setCurrentIndex(number, QItemSelectionModel.SelectionFlag.NoUpdate)
    assert "…" in str(table.currentIndex().data())
    QTest.keyClick(table, Key.Key_C, CTRL)
    assert QApplication.clipboard().text() == "620999001230000041874662"


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_the_menu_opens_by_key(table: PileTable) -> None:
    table.go_to(3, "name")
    spy = QSignalSpy(table.remove_asked)
    QTest.keyClick(table, Key.Key_F10, SHIFT)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert menu.actions()[0].isEnabled()
    menu.actions()[2].trigger()
    menu.close()
    assert heard(spy) == [[[3]]]


def test_pushed_rows_come_from_any_thread(table: PileTable, qtbot: QtBot) -> None:
    table.go_to(5)
    counts = QSignalSpy(table.counts_changed)
    current = QSignalSpy(table.current_changed)
    changed = QSignalSpy(table.model().dataChanged)
    news = [row(5, Stage.BOUGHT), row(6, Stage.BOUGHT), row(8, Stage.BOUGHT), row(99)]
    thread = threading.Thread(target=lambda: table.push(news))
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: counts.count() == 1)
    told = counts.at(0)[0]
    assert (told[Stage.BOUGHT], told[Stage.READY], told[Stage.TO_FIX]) == (3, 13, 2)
    assert [one[0].stage for one in heard(current)] == [Stage.BOUGHT]  # type: ignore[attr-defined]
    runs = [(one[0].row(), one[1].row()) for one in heard(changed)]  # type: ignore[attr-defined]
    assert runs == [(4, 5), (7, 7)]


def test_rows_out_of_sight_are_not_told(table: PileTable, qtbot: QtBot) -> None:
    table.set_rows([row(number) for number in range(1, 201)])
    changed = QSignalSpy(table.model().dataChanged)
    table.push([row(150, Stage.PRINTED), row(2, Stage.PRINTED)])
    qtbot.waitUntil(lambda: table.rows()[149].stage is Stage.PRINTED)
    assert [one[0].row() for one in heard(changed)] == [1]  # type: ignore[attr-defined]


def test_a_row_that_changes_leaves_the_filter_after_a_while(table: PileTable, qtbot: QtBot) -> None:
    table.set_stage(Stage.TO_FIX)
    table.push([row(7)])
    qtbot.waitUntil(lambda: table.rows()[6].stage is Stage.READY)
    assert shown(table) == [7, 12]
    qtbot.waitUntil(lambda: shown(table) == [12])


def test_the_same_pile_read_again_keeps_the_place(table: PileTable) -> None:
    table.go_to(12, "phone")
    rest = [one for one in pile() if one.row != 4]
    table.set_rows(rest, keep_place=True)
    assert table.selected_rows() == [12]
    current = table.row_at_current()
    assert current is not None
    assert current.row == 12
    table.set_rows(pile())
    assert table.row_at_current() is None


def test_under_way_turns_while_it_is_seen(table: PileTable, qtbot: QtBot) -> None:
    def stage_column() -> bytes:
        return bytes(table.grab().toImage().constBits())

    table.push([row(2, Stage.UNDER_WAY)])
    qtbot.waitUntil(lambda: table.rows()[1].stage is Stage.UNDER_WAY)
    before = stage_column()
    qtbot.waitUntil(lambda: stage_column() != before)
    table.push([row(2, Stage.BOUGHT)])
    qtbot.waitUntil(lambda: table.rows()[1].stage is Stage.BOUGHT)
    qtbot.waitUntil(lambda: not table._turn_beat.isActive())
    assert shown(table) == list(range(1, 21))


def test_a_cell_says_what_is_wrong_with_it(table: PileTable) -> None:
    model = table.model()

    def said(number: int, column: Column) -> str:
        return str(model.index(number - 1, column).data(Qt.ItemDataRole.AccessibleTextRole))

    assert "KRA054M" in said(7, Column.TARGET)
    assert len(said(7, Column.TARGET)) > len(said(6, Column.TARGET)) + 10
    assert "–" not in said(3, Column.COD)


def wait_for(qtbot: QtBot, table: PileTable, found: Callable[[list[int]], bool]) -> None:
    qtbot.waitUntil(lambda: bool(found(shown(table))))


def test_a_long_pile_shows_at_once_and_is_searched_on_a_lane(
    table: PileTable, qtbot: QtBot
) -> None:
    counts = QSignalSpy(table.counts_changed)
    long = [row(number, name=f"Klient {number % 977}") for number in range(1, 6_001)]
    table.set_rows(long)
    assert len(shown(table)) == 6_000
    # The newest of them wins.
    for words in ("k", "kl", "klient 5", "klient 500", "zk-5999"):
        table.set_search(words)
    wait_for(qtbot, table, lambda rows: rows == [5_999])
    table.sort_by(Column.NAME)
    table.set_search("zk-59")
    expected = [number for number in range(1, 6_001) if str(number).startswith("59")]
    expected.sort(key=lambda number: number % 977)
    wait_for(qtbot, table, lambda rows: rows == expected)
    table.sort_by(None)
    table.set_search("")
    assert len(shown(table)) == 6_000
    qtbot.waitUntil(lambda: counts.count() == 1)
    assert counts.at(0)[0][Stage.READY] == 6_000


def test_a_pile_that_comes_filtered_shows_when_the_lane_has_it(
    table: PileTable, qtbot: QtBot
) -> None:
    table.set_stage(Stage.BOUGHT)
    table.set_rows([row(number) for number in range(1, 3_000)] + [row(3_000, Stage.BOUGHT)])
    wait_for(qtbot, table, lambda rows: rows == [3_000])
    table.push([row(3, Stage.BOUGHT)])
    wait_for(qtbot, table, lambda rows: rows == [3, 3_000])
    assert table.go_to(3_000)
