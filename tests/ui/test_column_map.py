"""The page of foreign order files: real files, real lanes, real keys."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel
from pytestqt.qtbot import QtBot

from inpost_desk.actions.import_file import import_file
from inpost_desk.background import Lanes
from inpost_desk.domain.order import Field
from inpost_desk.settings import Settings
from inpost_desk.ui import look
from inpost_desk.ui.desk import Desk, Notice
from inpost_desk.ui.orders.column_map import ColumnMap
from tests.actions.order_specimens import csv_text, xlsx

HEADER = ["Nr zamówienia", "Imię", "Nazwisko", "Telefon", "E-mail", "Punkt odbioru", "Płatność", ""]


def rows(count: int, *, wrong: int = 0) -> list[list[str]]:
    return [
        [
            f"ZK-{at}",
            "Żaneta",
            f"Źródło{'abcdefghij'[at % 10]}",
            "50123" if at < wrong else f"5{at:08}",
            "z@example.test",
            "KRA010",
            "za pobraniem",
            "601234567",
        ]
        for at in range(count)
    ]


@pytest.fixture
def desk(lanes: Lanes, tmp_path: Path) -> Desk:
    return Desk(lanes, tmp_path, Settings())


@pytest.fixture
def page(qtbot: QtBot, qapp: QApplication, desk: Desk) -> Iterator[ColumnMap]:
    look.apply(qapp, "light")
    page = ColumnMap(desk)
    qtbot.addWidget(page)
    page.resize(1000, 620)
    page.show()
    qtbot.waitExposed(page)
    yield page
    page.cancel()


def write(folder: Path, *body: list[str], form: str = "cp1250") -> Path:
    path = folder / "zamówienia.csv"
    table = [HEADER, *body]
    path.write_bytes(xlsx(table) if form == "xlsx" else csv_text(table).encode(form))
    return path


def combo(page: ColumnMap, name: str) -> QComboBox:
    found = [one for one in page.findChildren(QComboBox) if one.accessibleName() == name]
    assert len(found) == 1
    return found[0]


def said(page: ColumnMap) -> str:
    """Everything that can be read now."""
    return "\n".join(one.text() for one in page.findChildren(QLabel) if one.isVisible())


def until_said(qtbot: QtBot, page: ColumnMap, words: str) -> None:
    qtbot.waitUntil(lambda: words in said(page), timeout=10_000)


@pytest.mark.parametrize("form", ["cp1250", "utf-8", "xlsx"])
def test_guessed_completed_and_imported_by_keyboard(
    qtbot: QtBot, page: ColumnMap, tmp_path: Path, form: str
) -> None:
    path = write(tmp_path, *rows(56, wrong=8), form=form)
    page.show_file(path)
    until_said(qtbot, page, "Still to be chosen: Size.")
    assert combo(page, "Telephone").currentText() == "Telefon"
    assert combo(page, "First and last name, one more column").currentText() == "Nazwisko"
    until_said(qtbot, page, "Good rows: 0 of 56")
    size = combo(page, "Size")
    assert size.hasFocus()
    assert not page._bar.accept.isEnabled()
    QTest.keyClick(size, Qt.Key.Key_Down)
    assert size.currentText() == "All rows: A"
    until_said(qtbot, page, "Good rows: 48 of 56")
    assert "To fix: 8 – digits are missing" in said(page)
    assert "Żaneta Źródłoa" in said(page)
    with qtbot.waitSignal(page.accepted) as signal:
        QTest.keyClick(size, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert signal.args is not None
    columns = signal.args[0]
    assert columns == {
        "phone": "Telefon",
        "email": "E-mail",
        "point": "Punkt odbioru",
        "size": "=A",
        "name": "Imię+Nazwisko",
        "reference": "Nr zamówienia",
    }
    imported = import_file(path, columns=columns)
    assert imported.parcels == 48
    assert page.layout_digest == imported.layout_digest
    assert page.path == path


def test_columns_that_are_not_used_are_listed(
    qtbot: QtBot, page: ColumnMap, tmp_path: Path
) -> None:
    page.show_file(write(tmp_path, *rows(3)))
    until_said(qtbot, page, "Not used: ")
    assert "Telefon" not in page._unused.text()
    telephone = combo(page, "Telephone")
    telephone.setFocus()
    QTest.keyClick(telephone, Qt.Key.Key_Home)
    until_said(qtbot, page, "Good rows: 0 of 3")
    assert "Telefon" in page._unused.text()


def test_ctrl_enter_goes_to_what_is_missing(qtbot: QtBot, page: ColumnMap, tmp_path: Path) -> None:
    page.show_file(write(tmp_path, *rows(3)))
    until_said(qtbot, page, "Still to be chosen")
    weekend = combo(page, "Paczka w Weekend")
    weekend.setFocus()
    with qtbot.assertNotEmitted(page.accepted):
        QTest.keyClick(weekend, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert combo(page, "Size").hasFocus()


def test_escape_leaves(qtbot: QtBot, page: ColumnMap, tmp_path: Path) -> None:
    page.show_file(write(tmp_path, *rows(3)))
    until_said(qtbot, page, "Still to be chosen")
    with qtbot.waitSignal(page.cancelled):
        QTest.keyClick(combo(page, "Size"), Qt.Key.Key_Escape)
    assert page.layout_digest == ""


def test_the_button_says_how_many(qtbot: QtBot, page: ColumnMap, tmp_path: Path) -> None:
    page.show_file(write(tmp_path, *rows(3)))
    until_said(qtbot, page, "Still to be chosen")
    combo(page, "Size").setCurrentIndex(2)
    assert page._bar.accept.words() == "Import 3"
    with qtbot.waitSignal(page.accepted):
        QTest.mouseClick(page._bar.accept, Qt.MouseButton.LeftButton)


def test_a_blank_heading_has_its_letter(qtbot: QtBot, page: ColumnMap, tmp_path: Path) -> None:
    page.show_file(write(tmp_path, *rows(3)))
    until_said(qtbot, page, "Still to be chosen")
    phone = combo(page, "Telephone")
    phone.setCurrentIndex(phone.findText("Column H"))
    until_said(qtbot, page, "601234567")
    assert str(page.sources()[Field.PHONE]) == "#H"


def test_taking_the_first_column_back_takes_the_others(
    qtbot: QtBot, page: ColumnMap, tmp_path: Path
) -> None:
    page.show_file(write(tmp_path, *rows(3)))
    until_said(qtbot, page, "Still to be chosen")
    first, second = (
        combo(page, f"First and last name{more}") for more in ("", ", one more column")
    )
    assert second.isVisible()
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Home)
    assert not second.isVisible()
    assert Field.NAME not in page.sources()


def test_money_without_a_column_for_it(qtbot: QtBot, page: ColumnMap, tmp_path: Path) -> None:
    page.show_file(write(tmp_path, *rows(3)))
    until_said(qtbot, page, "“Płatność” speaks of cash on delivery")
    cod = combo(page, "Cash on delivery")
    cod.setCurrentIndex(cod.findText("Telefon"))
    assert "speaks of cash" not in said(page)


def test_what_was_accepted_before_comes_back(
    qtbot: QtBot, page: ColumnMap, desk: Desk, tmp_path: Path
) -> None:
    path = write(tmp_path, *rows(3))
    page.show_file(path)
    until_said(qtbot, page, "Still to be chosen")
    chosen = {"phone": "#H", "size": "=B", "point": "Punkt odbioru", "email": "E-mail"}
    desk.take_settings(Settings(columns={page.layout_digest: chosen}))
    page.show_file(path)
    until_said(qtbot, page, "Good rows: 3 of 3")
    assert {field.value: str(source) for field, source in page.sources().items()} == chosen
    assert page._bar.accept.isEnabled()
    desk.take_settings(Settings(columns={page.layout_digest: {"phone": "Komórka"}}))
    page.show_file(path)
    until_said(qtbot, page, "Still to be chosen: Size.")
    assert str(page.sources()[Field.PHONE]) == "Telefon"


def test_a_file_that_cannot_be_read(
    qtbot: QtBot, page: ColumnMap, desk: Desk, tmp_path: Path
) -> None:
    notices: list[Notice] = []
    desk.noticed.connect(notices.append)
    with qtbot.waitSignal(page.cancelled):
        page.show_file(tmp_path / "nothing.csv")
    assert "nothing.csv" in notices[0].fact


def test_only_the_last_choice_counts(qtbot: QtBot, page: ColumnMap, tmp_path: Path) -> None:
    page.show_file(write(tmp_path, *rows(3_000, wrong=10)))
    until_said(qtbot, page, "Still to be chosen")
    size = combo(page, "Size")
    for _ in range(3):
        QTest.keyClick(size, Qt.Key.Key_Down)
    QTest.keyClick(size, Qt.Key.Key_Home)
    QTest.keyClick(size, Qt.Key.Key_Down)
    until_said(qtbot, page, "Good rows: 2990 of 3000")
    assert str(page.sources()[Field.SIZE]) == "=A"


def test_the_wheel_changes_no_column(qtbot: QtBot, page: ColumnMap, tmp_path: Path) -> None:
    page.show_file(write(tmp_path, *rows(3)))
    until_said(qtbot, page, "Still to be chosen")
    phone = combo(page, "Telephone")
    middle = QPointF(phone.rect().center())
    turn = QWheelEvent(
        middle,
        QPointF(phone.mapToGlobal(middle.toPoint())),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(phone, turn)
    assert phone.currentText() == "Telefon"


def test_every_choice_has_a_name(qtbot: QtBot, page: ColumnMap, tmp_path: Path) -> None:
    page.show_file(write(tmp_path, *rows(2)))
    until_said(qtbot, page, "Still to be chosen: Size.")
    names = [one.accessibleName() for one in page.findChildren(QComboBox)]
    assert all(names)
    assert len([name for name in names if "one more column" not in name]) == 15


def test_contents_of_two_columns_are_guessed_and_shown(
    qtbot: QtBot, page: ColumnMap, tmp_path: Path
) -> None:
    path = tmp_path / "shop.csv"
    header = ["Telefon", "E-mail", "Punkt odbioru", "Gabaryt", "Nazwa produktu", "Ilość"]
    order = ["501234567", "z@example.test", "KRA010", "A"]
    body = [[*order, "Kubek", "2"], [*order, "Talerz", "1"]]
    path.write_text(csv_text([header, *body]), "utf-8")
    page.show_file(path)
    until_said(qtbot, page, "Good rows: 2 of 2")
    assert combo(page, "Contents").currentText() == "Nazwa produktu"
    assert "only for packing slips" in combo(page, "Contents").accessibleDescription()
    assert "Kubek × 2" in said(page)
    with qtbot.waitSignal(page.accepted) as signal:
        page.accept()
    assert signal.args is not None
    assert signal.args[0]["contents"] == "Nazwa produktu+Ilość"
