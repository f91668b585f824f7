"""The columns share the room there is: where they fit, nothing is to be scrolled sideways."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from inpost_desk.background import Lanes
from inpost_desk.domain.pile import PileRow
from inpost_desk.domain.stage import Stage
from inpost_desk.ui import look
from inpost_desk.ui.orders.table import PileTable

ROW = PileRow(5, 6, "ZK-5", Stage.READY, kind="locker", point="LOD53M", place="Łódź, Lipowa 61")


@pytest.mark.parametrize("width", [1000, 1200, 1700])
def test_columns_that_fit_fill_the_table_to_the_pixel(
    qapp: QApplication, qtbot: QtBot, lanes: Lanes, width: int
) -> None:
    look.apply(qapp, "light")
    table = PileTable(lanes)
    qtbot.addWidget(table)
    table.resize(width, 300)
    table.set_rows([ROW])
    table.show()
    qtbot.waitExposed(table)
    assert table.horizontalHeader().length() == table.viewport().width()
    assert table.horizontalScrollBar().maximum() == 0
