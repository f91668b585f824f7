"""What a scanner typed into a field is taken back: text, cursor, selection, and what follows the text."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import (
    QComboBox,
    QCompleter,
    QDoubleSpinBox,
    QLineEdit,
    QPlainTextEdit,
    QSpinBox,
    QTextEdit,
)
from pytestqt.qtbot import QtBot

from inpost_desk.background import Lanes
from inpost_desk.ui.scanner_leak import field_with_keys
from tests.ui.scanner_keys import Hands, hands

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
CODE = "620011A-77R"


@pytest.fixture
def at(qtbot: QtBot, lanes: Lanes, tmp_path: Path) -> Iterator[Hands]:
    made = hands(qtbot, lanes, tmp_path)
    yield made
    shiboken6.delete(made.scanner)


@pytest.mark.parametrize(
    ("start", "length", "end"),
    [(0, 0, "\r"), (3, 0, "\t"), (2, 4, ""), (6, -4, "\r"), (0, 6, "\r")],
)
def test_a_line_is_as_it_was(at: Hands, qtbot: QtBot, start: int, length: int, end: str) -> None:
    line = QLineEdit("Gdańsk")
    qtbot.addWidget(line)
    edited: list[str] = []
    line.textEdited.connect(edited.append)
    line.returnPressed.connect(lambda: edited.append("Enter"))
    at.show(line, line)
    line.setSelection(start, length) if length else line.setCursorPosition(start)
    marked, cursor = line.selectedText(), line.cursorPosition()
    at.scan(CODE + end)
    at.scanned(CODE)
    assert (line.text(), line.selectedText(), line.cursorPosition()) == ("Gdańsk", marked, cursor)
    assert edited[-1] == "Gdańsk"


def test_what_a_person_typed_before_it_stays(at: Hands, qtbot: QtBot) -> None:
    line = QLineEdit()
    qtbot.addWidget(line)
    at.show(line, line)
    at.type("moje")
    at.now += 150
    at.type(f"{CODE}\r", gap=8)
    at.scanned(CODE)
    assert line.text() == "moje"
    line.undo()
    assert CODE[0] in line.text()


def test_a_line_full_up_to_its_end_is_as_it_was(at: Hands, qtbot: QtBot) -> None:
    line = QLineEdit("80-001")
    line.setMaxLength(6)
    qtbot.addWidget(line)
    at.show(line, line)
    line.selectAll()
    at.scan(f"{CODE}\r")
    at.scanned(CODE)
    assert (line.text(), line.selectedText()) == ("80-001", "80-001")


@pytest.mark.parametrize("kind", [QPlainTextEdit, QTextEdit])
def test_a_text_of_several_lines_is_as_it_was(
    at: Hands, qtbot: QtBot, kind: type[QPlainTextEdit] | type[QTextEdit]
) -> None:
    box = kind()
    box.setPlainText("jeden\ndwa\ntrzy")
    qtbot.addWidget(box)
    at.show(box, box)
    cursor = box.textCursor()
    cursor.setPosition(9)
    cursor.setPosition(6, QTextCursor.MoveMode.KeepAnchor)
    box.setTextCursor(cursor)
    at.scan(f"{CODE}\r")
    at.scanned(CODE)
    assert box.toPlainText() == "jeden\ndwa\ntrzy"
    cursor = box.textCursor()
    assert (cursor.anchor(), cursor.position(), cursor.selectedText()) == (9, 6, "dwa")
    at.scan(f"{CODE}\t")
    at.scanned(CODE, CODE)
    assert box.toPlainText() == "jeden\ndwa\ntrzy"


@pytest.mark.parametrize("text", ["paczka 📦 tu", "📦"])
def test_signs_that_count_twice_are_as_they_were(at: Hands, qtbot: QtBot, text: str) -> None:
    box = QPlainTextEdit(text)
    qtbot.addWidget(box)
    at.show(box, box)
    at.scan(f"{CODE}\r")
    at.scanned(CODE)
    assert box.toPlainText() == text


@pytest.mark.parametrize("kind", [QSpinBox, QDoubleSpinBox])
def test_a_figure_is_as_it_was(
    at: Hands, qtbot: QtBot, kind: type[QSpinBox] | type[QDoubleSpinBox]
) -> None:
    box = kind()
    box.setRange(1, 99)
    box.setValue(7)
    qtbot.addWidget(box)
    at.show(box, box)
    box.selectAll()
    said = box.text()
    at.scan("620011223344\r")
    at.scanned("620011223344")
    assert (box.value(), box.text(), box.lineEdit().selectedText()) == (7, said, said)


def test_a_choice_that_can_be_typed_is_as_it_was(at: Hands, qtbot: QtBot) -> None:
    choice = QComboBox()
    choice.setEditable(True)
    choice.addItems(["620", "other"])
    choice.setCurrentIndex(1)
    qtbot.addWidget(choice)
    at.show(choice, choice)
    at.scan(f"{CODE}\r")
    at.scanned(CODE)
    assert (choice.currentText(), choice.currentIndex(), choice.count()) == ("other", 1, 2)


def test_proposals_go_away_with_what_they_were_for(at: Hands, qtbot: QtBot) -> None:
    line = QLineEdit()
    completer = QCompleter(["620011A-77R and more"], line)
    line.setCompleter(completer)
    proposals = completer.popup()
    qtbot.addWidget(line)
    at.show(line, line)
    at.scan(f"{CODE}\r")
    at.scanned(CODE)
    assert line.text() == ""
    assert proposals is not None
    assert not proposals.isVisible()


def test_a_line_that_cannot_be_edited_is_no_field(at: Hands, qtbot: QtBot) -> None:
    line = QLineEdit("shown")
    line.setReadOnly(True)
    qtbot.addWidget(line)
    at.show(line, line)
    assert field_with_keys() is None
    at.scan(f"{CODE}\r")
    at.scanned(CODE)
    assert line.text() == "shown"


def test_a_field_that_is_gone_is_passed_over(at: Hands, qtbot: QtBot) -> None:
    """Over the proposals of a file dialog Qt names the dialog's field by a wrapper that is gone."""
    gone = QLineEdit()
    shiboken6.delete(gone)
    line = QLineEdit()
    qtbot.addWidget(line)
    at.show(line, line)
    at.scanner._remember(gone)
    at.scan(CODE + "\r")
    at.scanned(CODE)
    assert line.text() == ""
