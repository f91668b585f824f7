"""The Orders page before a run: files come in however they are given, what is wrong is put right by keys."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from inpost_desk.background import Lanes
from inpost_desk.domain.order import Field
from inpost_desk.domain.stage import Stage
from inpost_desk.errors import FileTrouble
from inpost_desk.settings import load
from inpost_desk.ui.kit import Chip
from tests.actions.order_specimens import csv_text
from tests.cli.conftest import HEADER, courier, locker
from tests.simulator_process import Simulator
from tests.ui.orders_desk import CTRL, Window, lockers, references, window
from tests.weekend_hours import ALWAYS

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

Key = Qt.Key
OWN = ["Nr zamówienia", "Imię", "Nazwisko", "Telefon", "E-mail", "Punkt odbioru", "Gabaryt"]


@pytest.fixture
def desk(qtbot: QtBot, lanes: Lanes, simulator: Simulator, tmp_path: Path) -> Iterator[Window]:
    with window(qtbot, lanes, simulator, tmp_path, weekend_window=ALWAYS) as made:
        yield made


def foreign(desk: Window, *names: str, file: str = "shop.csv") -> Path:
    path = desk.folder / file
    rows = [[name, "Jan", "Lis", "501234567", "jan@example.test", "KRA010", "A"] for name in names]
    path.write_bytes(csv_text([OWN, *rows]).encode("cp1250"))
    return path


# Files


def test_nothing_on_the_desk(desk: Window) -> None:
    desk.until(desk.page.empty.isVisible)
    desk.rest()
    assert not desk.bar.isVisible()


def test_several_files_at_once_and_the_last_one_stays(desk: Window) -> None:
    files = [desk.file(locker(name), name=f"{name}.csv") for name in references(10)]
    desk.page.take_files(files)
    desk.until(lambda: desk.shown() == "R-10.csv")
    desk.rest()
    assert [row.reference for row in desk.rows()] == ["R-10"]
    assert desk.page.table.isVisible()
    assert desk.page.importer.reading is False


def test_a_bad_one_among_good_ones_is_told_in_the_strip(desk: Window) -> None:
    picture = desk.folder / "picture.png"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
    good = desk.file(locker("R-01"))
    desk.page.take_files([good, picture, desk.folder])
    desk.until(lambda: "import" in desk.notices)
    desk.rest()
    assert desk.shown() == "orders.csv"
    assert desk.page.table.isVisible()
    assert desk.notices["import"].state == "error"


@pytest.mark.parametrize("kind", ["picture", "folder", "empty", "gone"])
def test_what_is_no_order_file_is_refused_in_words(desk: Window, kind: str) -> None:
    path = desk.folder / "what"
    if kind == "folder":
        path.mkdir()
    elif kind != "gone":
        path.write_bytes(b"" if kind == "empty" else b"\xff\xd8\xff\xe0" + bytes(range(256)))
    desk.page.take_files([path])
    desk.until(desk.page.error.isVisible)
    desk.rest()
    assert desk.page.error.text().strip()
    assert not desk.page.importer.reading
    assert not desk.bar.isVisible()


def test_trying_again_reads_what_was_mended(desk: Window) -> None:
    path = desk.folder / "orders.csv"
    desk.page.take_files([path])
    desk.until(desk.page.error.isVisible)
    desk.file(locker("R-01"))
    desk.click("Try again")
    desk.until(lambda: desk.shown() == "orders.csv")
    desk.rest()
    assert desk.stages() == [Stage.READY]


def test_the_same_file_twice_is_as_it_was_left(desk: Window) -> None:
    path = desk.take(*lockers(2))
    desk.type_in(1, "phone", "601111222")
    desk.rest()
    desk.page.take_files([path])
    desk.until(lambda: "import" in desk.notices and desk.shown())
    desk.rest()
    assert "already" in desk.notices["import"].fact
    assert next(row.phone for row in desk.rows()) == "601111222"


def test_a_file_that_is_being_written_is_waited_for(desk: Window) -> None:
    path = desk.folder / "orders.csv"
    rows = lockers(40)

    def write() -> None:
        with path.open("w", encoding="utf-8") as file:
            for line in (HEADER, *rows):
                file.write(line + "\n")
                file.flush()
                time.sleep(0.02)

    writer = threading.Thread(target=write)
    writer.start()
    desk.until(path.exists)
    desk.page.take_files([path])
    desk.until(lambda: desk.shown() == "orders.csv")
    writer.join()
    desk.rest()
    assert len(desk.rows()) == 40


def test_a_foreign_file_is_mapped_by_keys_and_remembered(desk: Window) -> None:
    desk.page.take_files([foreign(desk, "ZK-1", "ZK-2")])
    desk.until(desk.page.mapping.isVisible)
    desk.until(lambda: desk.has_button("Import 2"))
    QTest.keyClick(desk.page.mapping, Key.Key_Return, CTRL)
    desk.until(lambda: desk.shown() == "shop.csv")
    desk.rest()
    assert [(row.reference, row.stage) for row in desk.rows()] == [
        ("ZK-1", Stage.READY),
        ("ZK-2", Stage.READY),
    ]
    assert len(load(desk.desk.data_dir).settings.columns) == 1
    desk.page.take_files([foreign(desk, "ZK-3", file="next.csv")])
    desk.until(lambda: desk.shown() == "next.csv")
    desk.rest()
    assert [row.reference for row in desk.rows()] == ["ZK-3"]


def test_a_foreign_file_after_a_good_one_stays_in_view_until_answered(desk: Window) -> None:
    good = desk.file(locker("R-01"), name="good.csv")
    last = desk.file(locker("S-01"), name="last.csv")
    desk.page.take_files([good, foreign(desk, "ZK-1"), last])
    desk.until(lambda: desk.has_button("Import 1"))
    desk.until(lambda: not desk.desk.lanes.busy())
    assert desk.page.mapping.isVisible()
    QTest.keyClick(desk.page.mapping, Key.Key_Escape)
    desk.until(lambda: desk.shown() == "last.csv")
    desk.rest()
    assert desk.page.table.isVisible()
    assert [row.reference for row in desk.rows()] == ["S-01"]


def test_the_sample_comes_by_a_click(desk: Window) -> None:
    desk.until(desk.page.empty.isVisible)
    desk.click("24 orders to try it with")
    desk.until(desk.shown)
    desk.rest()
    assert len(desk.rows()) == 24
    assert Stage.QUESTION not in desk.stages()


def test_no_file_is_taken_during_a_run(desk: Window) -> None:
    desk.take(*lockers(3))
    desk.go()
    desk.page.take_files([desk.file(locker("S-1"), name="second.csv")])
    desk.run_ended()
    assert desk.notices["import"].fact.startswith("A run")
    assert desk.shown() == "orders.csv"


# Problems


def test_a_problem_is_answered_by_a_digit_and_taken_back(desk: Window) -> None:
    desk.take(
        locker("R-01", phone="+48 501 234 56"), locker("R-02", point="KRA0100000"), locker("R-03")
    )
    assert desk.stages() == [Stage.TO_FIX, Stage.TO_FIX, Stage.READY]
    desk.until(lambda: desk.page.side.panel.problem.card() is not None)
    card = desk.page.side.panel.problem.card()
    assert card is not None
    assert card.row == 1
    desk.key(Key.Key_Delete)
    desk.rest()
    assert [row.reference for row in desk.rows()] == ["R-02", "R-03"]
    desk.key(Key.Key_Z, CTRL)
    desk.rest()
    assert [row.reference for row in desk.rows()] == references(3)


def test_the_nearest_point_by_a_digit(desk: Window) -> None:
    desk.take(locker("R-01", point="KRA054M"))
    desk.until(lambda: _fixes(desk))
    desk.key(Key.Key_1)
    desk.until(lambda: desk.stages() == [Stage.READY])
    desk.rest()
    assert desk.rows()[0].point != "KRA054M"
    desk.key(Key.Key_Z, CTRL)
    desk.until(lambda: desk.stages() == [Stage.TO_FIX])
    desk.rest()
    assert desk.rows()[0].point == "KRA054M"


def test_the_same_answer_for_all_like_it(desk: Window) -> None:
    desk.take(*(locker(name, point="KRA054M") for name in references(4)), locker("R-05"))
    assert desk.stages().count(Stage.TO_FIX) == 4
    desk.until(lambda: _fixes(desk))
    desk.key(Key.Key_0)
    desk.key(Key.Key_1)
    desk.until(lambda: desk.stages() == [Stage.READY] * 5)
    desk.rest()
    desk.key(Key.Key_Z, CTRL)
    desk.until(lambda: desk.stages().count(Stage.TO_FIX) == 4)
    desk.rest()
    assert desk.page.piling.can_undo is False


def test_a_digit_held_down_answers_one_problem(desk: Window) -> None:
    desk.take(locker("R-01", point="KRA054M"), locker("R-02", point="KRA055M"))
    desk.until(lambda: _fixes(desk))
    desk.hold_down(Key.Key_1, times=4)
    desk.until(lambda: desk.stages()[0] is Stage.READY)
    desk.until(lambda: _fixes(desk) and _row(desk) == 2)
    desk.repeat(Key.Key_1, times=4)
    desk.rest()
    assert desk.stages() == [Stage.READY, Stage.TO_FIX]


def test_del_held_down_takes_one_row_off(desk: Window) -> None:
    desk.take(*lockers(5))
    desk.page.table.go_to(2)
    desk.hold_down(Key.Key_Delete, times=3)
    desk.rest()
    desk.repeat(Key.Key_Delete, times=3)
    desk.rest()
    assert len(desk.rows()) == 4


def test_an_edited_cell_is_checked_and_told_as_edited(desk: Window) -> None:
    desk.take(locker("R-01", phone="12"), courier("R-02"))
    desk.type_in(1, "phone", "601 111 222")
    desk.until(lambda: desk.stages() == [Stage.READY, Stage.READY])
    desk.rest()
    assert desk.rows()[0].phone == "601111222"
    assert desk.rows()[0].edited


def test_ctrl_enter_in_an_open_cell_sends_what_was_typed(desk: Window) -> None:
    desk.take(locker("R-01", phone="501000001"))
    desk.page.table.go_to(1, "phone")
    desk.key(Key.Key_F2)
    editor = desk.editor()
    QTest.keyClicks(editor, "601111222")
    QTest.keyClick(editor, Key.Key_Return, CTRL)
    desk.until(lambda: desk.runs)
    desk.run_ended()
    assert desk.at_inpost("R-01").receiver.phone == "601111222"


def test_rows_are_held_and_let_go(desk: Window) -> None:
    desk.take(*lockers(4))
    desk.select(2, 3)
    desk.key(Key.Key_H)
    desk.rest()
    assert desk.stages() == [Stage.READY, Stage.HELD, Stage.HELD, Stage.READY]
    desk.key(Key.Key_H)
    desk.rest()
    desk.key(Key.Key_Z, CTRL)
    desk.rest()
    assert desk.stages() == [Stage.READY, Stage.HELD, Stage.HELD, Stage.READY]
    assert desk.page.piling.can_undo


def test_chips_and_search_show_less_and_esc_all(desk: Window) -> None:
    desk.take(*lockers(3), locker("R-99", phone="12"))
    chip = next(
        one
        for one in desk.page.findChildren(Chip)
        if one.isVisible() and "fix" in one.text().lower()
    )
    QTest.mouseClick(chip, Qt.MouseButton.LeftButton)
    model = desk.page.table.model()
    desk.until(lambda: model.rowCount() == 1)
    desk.key(Key.Key_Escape)
    desk.until(lambda: model.rowCount() == 4)
    desk.key(Key.Key_F, CTRL)
    QTest.keyClicks(desk.page.header.search, "R-02")
    desk.until(lambda: model.rowCount() == 1)
    desk.key(Key.Key_Escape)
    desk.until(lambda: model.rowCount() == 4)
    assert desk.page.header.search.text() == ""


# Questions


@pytest.mark.parametrize(
    ("key", "stages", "names"),
    [
        (Key.Key_1, [Stage.READY, Stage.SAME_PARCEL, Stage.READY], ["R-01", "R-01", "R-02"]),
        (Key.Key_2, [Stage.READY] * 3, ["R-01-1/2", "R-01-2/2", "R-02"]),
    ],
)
def test_repeated_references_are_answered_by_a_digit(
    desk: Window, key: Key, stages: list[Stage], names: list[str]
) -> None:
    desk.take(locker("R-01"), locker("R-01"), locker("R-02"))
    assert desk.stages() == [Stage.QUESTION, Stage.QUESTION, Stage.READY]
    desk.go()
    assert not desk.runs
    desk.page.table.go_to(1)
    desk.until(desk.page.side.panel.questions.isVisible)
    desk.key(key)
    desk.until(lambda: desk.stages() == stages)
    desk.rest()
    assert [row.reference for row in desk.rows()] == names
    assert len(load(desk.desk.data_dir).settings.repeated) == 1
    desk.create_and_print()
    assert sum(desk.bought().values()) == len(set(names))


def test_sent_before_is_left_out_until_somebody_says_again(desk: Window) -> None:
    desk.take(*lockers(2), name="first.csv")
    desk.create_and_print()
    desk.take(*lockers(3), name="second.csv")
    assert desk.stages() == [Stage.DUPLICATE, Stage.DUPLICATE, Stage.READY]
    desk.page.table.go_to(1)
    panel = desk.page.side.panel
    desk.until(panel.questions.isVisible)
    desk.key(Key.Key_2)
    desk.until(lambda: desk.stages() == [Stage.READY] * 3)
    desk.rest()
    assert sum(desk.bought().values()) == 2


def test_a_changed_field_of_an_order_given_again_is_told(desk: Window) -> None:
    desk.take(locker("R-01", phone="501000001"), name="first.csv")
    desk.take(locker("R-01", phone="602222333"), name="second.csv")
    desk.until(lambda: desk.page.side._facts is not None)
    facts = desk.page.side._facts
    assert facts is not None
    (changed,) = facts.reimported
    assert [(one.field, one.before, one.after) for one in changed.changes] == [
        (Field.PHONE, "501000001", "602222333")
    ]


def _fixes(desk: Window) -> bool:
    card = desk.page.side.panel.problem.card()
    return card is not None and bool(card.fixes) and desk.page.side.panel.problem.isVisible()


def _row(desk: Window) -> int:
    card = desk.page.side.panel.problem.card()
    return card.row if card is not None else 0


def test_a_file_refused_before_the_desk_is_known_to_be_empty_stays_refused(desk: Window) -> None:
    desk.until(desk.page.empty.isVisible)
    desk.rest()
    # In this order on a slow machine.
    desk.page.importer.refused.emit(desk.folder / "gone.csv", FileTrouble("missing", place="gone"))
    desk.page.piling.opened.emit(None)
    assert desk.page.error.isVisible()
    assert not desk.page.empty.isVisible()
