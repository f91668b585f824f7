"""The columns: what stands in a cell, what is remembered of them, both looks."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QSettings, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from inpost_desk.background import Lanes
from inpost_desk.domain.order import Field
from inpost_desk.domain.pile import PileRow
from inpost_desk.domain.stage import Stage
from inpost_desk.ui import look
from inpost_desk.ui.orders.columns import (
    Column,
    amount_text,
    cell_text,
    editable_field,
    phone_text,
    pieces,
    wrong,
)
from inpost_desk.ui.orders.columns_kept import KEY
from inpost_desk.ui.orders.table import PileTable

NBSP = "\N{NO-BREAK SPACE}"
ROW = PileRow(5, 6, "ZK-5", Stage.READY, kind="locker", point="LOD53M", place="Łódź")


def test_figures_as_a_polish_warehouse_writes_them() -> None:
    assert amount_text("1299.00") == f"1{NBSP}299,00"
    assert amount_text("89") == "89,00"
    assert amount_text("sto") == "sto"
    assert phone_text("501234567") == f"501{NBSP}234{NBSP}567"
    assert phone_text("601 118 22") == "601 118 22"


@pytest.mark.parametrize(
    ("cells", "words"),
    [
        ({}, "Paczkomat"),
        ({"weekend": True}, "Weekend"),
        ({"point": "POP-WAW1"}, "PaczkoPunkt"),
        ({"service": "inpost_locker_customer_service_point"}, "PaczkoPunkt"),
        ({"kind": "courier"}, "Courier"),
        ({"kind": "courier", "service": "inpost_courier_express_1200"}, "courier, by 12:00"),
        ({"kind": "gołąb"}, "gołąb"),
        ({"kind": ""}, "–"),
    ],
)
def test_the_service_in_a_word(cells: dict[str, str], words: str) -> None:
    assert cell_text(ROW._replace(**cells), Column.SERVICE) == words  # type: ignore[arg-type]


def test_a_number_keeps_its_last_four() -> None:
    long = ROW._replace(tracking_number="620999001230000041874662")
    assert cell_text(long, Column.NUMBER) == f"6209{NBSP}9900 … 4187{NBSP}4662"
    assert pieces(long, Column.NUMBER)[-1].text == "4662"
    short = ROW._replace(tracking_number="123456789")
    assert cell_text(short, Column.NUMBER) == f"1234{NBSP}5{NBSP}6789"


@pytest.mark.parametrize(
    ("field", "rule", "value", "column", "text"),
    [
        ("point", "point_closed", "LOD53M", Column.TARGET, "LOD53M closed"),
        ("size", "required", "", Column.SIZE, "?"),
        ("post_code", "invalid_format", "33-10", Column.TARGET, "Post code 33-10"),
        ("email", "required", "", Column.NAME, "E-mail ?"),
        ("weekend", "invalid", "LOD53M", Column.SERVICE, "LOD53M"),
        ("cod", "too_big", "6200", Column.COD, f"6{NBSP}200,00"),
    ],
)
def test_the_problem_cell(field: str, rule: str, value: str, column: Column, text: str) -> None:
    row = ROW._replace(stage=Stage.TO_FIX, cod="6200.00", field=field, rule=rule, value=value)
    found = wrong(row)
    assert found is not None
    assert (found.column, found.text) == (column, text)
    assert found.text.endswith(found.value) or found.text.startswith(found.value)
    assert wrong(row._replace(stage=Stage.HELD)) is None
    assert wrong(row._replace(field="parcels.0.something")) is None


def test_what_is_wrong_is_what_is_edited() -> None:
    courier = ROW._replace(kind="courier", stage=Stage.TO_FIX)
    assert editable_field(courier, Column.TARGET) is None
    broken = courier._replace(field="post_code", rule="invalid_format", value="33-10")
    assert editable_field(broken, Column.TARGET) is Field.POST_CODE
    assert editable_field(ROW, Column.TARGET) is Field.POINT
    assert editable_field(ROW._replace(stage=Stage.PRINTED), Column.TARGET) is None
    assert editable_field(ROW, Column.POSITION) is None


def test_a_row_of_another_ones_parcel_says_whose() -> None:
    row = ROW._replace(stage=Stage.SAME_PARCEL, same_parcel_as=3)
    assert "3" in cell_text(row, Column.STAGE)


@pytest.fixture
def kept(tmp_path: Path) -> QSettings:
    return QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)


def made(qtbot: QtBot, lanes: Lanes, kept: QSettings) -> PileTable:
    table = PileTable(lanes, kept=kept)
    qtbot.addWidget(table)
    table.resize(1000, 300)
    table.set_rows([ROW])
    table.show()
    qtbot.waitExposed(table)
    return table


def visible(table: PileTable) -> list[Column]:
    header = table.horizontalHeader()
    order = [Column(header.logicalIndex(at)) for at in range(header.count())]
    return [column for column in order if not header.isSectionHidden(column)]


def test_a_wide_window_shows_more_until_the_user_chooses(
    qapp: QApplication, qtbot: QtBot, lanes: Lanes, kept: QSettings
) -> None:
    look.apply(qapp, "light")
    table = made(qtbot, lanes, kept)
    assert Column.NUMBER not in visible(table)
    table.set_details(True)
    assert Column.NUMBER in visible(table)
    menu = table.column_menu()
    phone = next(one for one in menu.actions() if one.text() == "Telephone")
    assert phone.isChecked()
    phone.trigger()
    assert Column.PHONE not in visible(table)
    table.set_details(False)
    assert Column.NUMBER in visible(table)


def test_order_and_widths_are_remembered(
    qapp: QApplication, qtbot: QtBot, lanes: Lanes, kept: QSettings
) -> None:
    look.apply(qapp, "light")
    table = made(qtbot, lanes, kept)
    header = table.horizontalHeader()
    edge = header.sectionViewportPosition(Column.REFERENCE) + header.sectionSize(Column.REFERENCE)
    at, to = QPoint(edge - 1, 10), QPoint(edge + 39, 10)
    QTest.mousePress(
        header.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at
    )
    QTest.mouseMove(header.viewport(), to)
    QTest.mouseRelease(
        header.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, to
    )
    width = header.sectionSize(Column.REFERENCE)
    table.setCurrentIndex(table.model().index(0, Column.PHONE))
    left = next(one for one in table.column_menu().actions() if "to the left" in one.text())
    left.trigger()
    order = visible(table)
    assert order.index(Column.PHONE) == order.index(Column.TARGET) - 1
    again = made(qtbot, lanes, kept)
    assert visible(again) == order
    assert again.horizontalHeader().sectionSize(Column.REFERENCE) == width
    usual = next(one for one in again.column_menu().actions() if one.text().startswith("Usual"))
    usual.trigger()
    assert visible(again) == [column for column in Column if column in order]


@pytest.mark.parametrize("damaged", ["{", "[]", '{"order": 3, "shown": ["x"], "widths": [1]}'])
def test_damaged_memory_is_passed_over(
    qapp: QApplication, qtbot: QtBot, lanes: Lanes, kept: QSettings, damaged: str
) -> None:
    look.apply(qapp, "light")
    kept.setValue(KEY, damaged)
    assert len(visible(made(qtbot, lanes, kept))) == 9


@pytest.mark.parametrize("worn", ["light", "dark"])
def test_a_problem_is_tinted_in_both_looks(
    qapp: QApplication, qtbot: QtBot, lanes: Lanes, kept: QSettings, worn: str
) -> None:
    look.apply(qapp, worn)
    table = made(qtbot, lanes, kept)
    table.set_rows([ROW._replace(stage=Stage.TO_FIX, field="size", rule="required")])
    picture = table.viewport().grab().toImage()
    cell = table.visualRect(table.model().index(0, Column.SIZE))
    tint = picture.pixelColor(cell.left() + 3, cell.top() + 3)
    assert tint == QColor(look.colours().tint(look.State.WARNING))
    assert picture.pixelColor(1, 150) == QColor(look.colours().surface)


def test_larger_text_makes_higher_rows(
    qapp: QApplication, qtbot: QtBot, lanes: Lanes, kept: QSettings
) -> None:
    look.apply(qapp, "light")
    table = made(qtbot, lanes, kept)
    least = look.font(look.Role.TABLE).pointSizeF()
    assert table.rowHeight(0) >= max(look.TABLE_ROW, least)
    table.sort_by(Column.NAME)
    arrow = table.horizontalHeader().grab().toImage()
    table.sort_by(None)
    assert table.horizontalHeader().grab().toImage() != arrow
