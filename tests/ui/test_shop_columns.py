"""The shop's own columns: added, named, moved and kept."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from inpost_desk import settings
from inpost_desk.background import Lanes
from inpost_desk.domain.shop_columns import Cell, ShopColumns
from inpost_desk.ui.desk import Desk
from inpost_desk.ui.shop_columns import ShopColumnsDialog
from tests.ui.printers_desk import click, write


def opened(qtbot: QtBot, lanes: Lanes, folder: Path, **known: object) -> ShopColumnsDialog:
    dialog = ShopColumnsDialog(Desk(lanes, folder, settings.change(folder, **known)))
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


def test_columns_are_put_together_and_kept(qtbot: QtBot, lanes: Lanes, tmp_path: Path) -> None:
    dialog = opened(qtbot, lanes, tmp_path)
    assert dialog.columns() == ShopColumns()
    dialog.list.setCurrentRow(0)
    QTest.keyClick(dialog.list, Qt.Key.Key_Delete)
    click(dialog.add_button)
    write(dialog.title.edit, "telefon")
    dialog.cell.setFocus()
    QTest.keyClick(dialog.cell, Qt.Key.Key_End)
    assert dialog.cell.currentData() == Cell.PHONE
    QTest.keyClick(dialog, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    for box in (dialog.separator, dialog.encoding):
        box.setFocus()
        QTest.keyClick(box, Qt.Key.Key_Down)
    click(dialog.save_button)
    expected = ShopColumns(
        (("telefon", Cell.PHONE), ("tracking_number", Cell.NUMBER), ("carrier", Cell.CARRIER)),
        separator=";",
        encoding="utf-8-sig",
    )
    desk = dialog._desk
    qtbot.waitUntil(lambda: desk.settings.shop_columns == expected)
    assert settings.load(tmp_path).settings.shop_columns == expected
    assert not dialog.isVisible()


def test_a_column_needs_a_heading_and_one_stays(qtbot: QtBot, lanes: Lanes, tmp_path: Path) -> None:
    one = ShopColumns((("nr", Cell.NUMBER),), encoding="cp852")
    dialog = opened(qtbot, lanes, tmp_path, shop_columns=one)
    assert dialog.columns() == one
    assert not dialog.remove_button.isEnabled()
    dialog.remove()
    assert dialog.list.count() == 1
    write(dialog.title.edit, " ")
    assert dialog.title.finding()
    assert not dialog.save_button.isEnabled()
    write(dialog.title.edit, "numer")
    assert dialog.save_button.isEnabled()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert settings.load(tmp_path).settings.shop_columns == one
