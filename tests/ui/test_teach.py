"""*Teach me your scanner*, with the keys of scanners of many kinds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from inpost_desk import settings
from inpost_desk.background import Lanes
from inpost_desk.domain.scan_code import TEACH_CODES
from inpost_desk.ui import look
from inpost_desk.ui.station import teach
from inpost_desk.ui.station.teach import TeachDialog
from tests.ui.scanner_keys import Hands, hands

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
DIGITS, LETTERS, SIGNS = TEACH_CODES


@dataclass
class Lesson:
    at: Hands
    dialog: TeachDialog
    folder: Path

    def scan(self, *codes: str, gap: int = 12) -> None:
        for code in codes:
            self.at.scan(code, gap)

    def saved(self) -> None:
        """Press Enter as a person does, and wait until it counts."""
        with self.at.qtbot.waitSignal(self.at.desk.settings_changed, timeout=20_000):
            self.at.scan("\r")
        assert not self.dialog.isVisible()


@pytest.fixture
def lesson(qtbot: QtBot, lanes: Lanes, tmp_path: Path, qapp: QApplication) -> Iterator[Lesson]:
    look.apply(qapp, "light")
    at = hands(qtbot, lanes, tmp_path)
    window = QWidget()
    qtbot.addWidget(window)
    at.show(window)
    dialog = TeachDialog(at.desk, window)
    dialog.open()
    at.show(dialog)
    yield Lesson(at, dialog, tmp_path)
    assert at.codes == []
    shiboken6.delete(at.scanner)


def test_a_usual_scanner_is_learned_and_saved(lesson: Lesson) -> None:
    lesson.scan(*(f"{code}\r" for code in TEACH_CODES))
    found = lesson.dialog.learned
    assert found is not None
    assert (found.good, found.terminator) == (True, "\r")
    assert "Enter" in lesson.dialog.told.text()
    assert lesson.dialog.save_button.hasFocus()
    lesson.saved()
    kept = settings.load(lesson.folder).settings.scanner
    assert kept == lesson.at.desk.settings.scanner
    assert (kept.gap, kept.silence) == (found.gap, found.silence)


def test_a_slow_one_with_a_prefix_is_learned_though_it_types_like_a_person(lesson: Lesson) -> None:
    lesson.scan(*(f"~{code}\t" for code in TEACH_CODES), gap=130)
    found = lesson.dialog.learned
    assert found is not None
    assert (found.prefix, found.terminator, found.slow) == ("~", "\t", False)
    lesson.saved()
    assert lesson.at.desk.settings.scanner.prefix == "~"


def test_one_that_ends_with_nothing_is_waited_for(
    lesson: Lesson, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(teach, "TRAILING", 60)

    def came(number: int) -> bool:
        return len(lesson.dialog._came) > number

    for number, code in enumerate(TEACH_CODES):
        lesson.scan(code)
        lesson.at.until(partial(came, number))
    found = lesson.dialog.learned
    assert found is not None
    assert found.terminator == ""
    assert "does not send Enter" in lesson.dialog.told.text()


def test_swapped_letters_are_told_and_put_right(lesson: Lesson) -> None:
    lesson.scan(*(f"{code.swapcase()}\r" for code in TEACH_CODES))
    assert "swaps" in lesson.dialog.told.text()
    lesson.saved()
    assert lesson.at.desk.settings.scanner.swapped


def test_another_keyboard_is_told_with_what_to_do(lesson: Lesson) -> None:
    table = str.maketrans("yYzZ-/", "zZyY/-")
    lesson.scan(*(f"{code.translate(table)}\r" for code in TEACH_CODES))
    assert "keyboard" in lesson.dialog.warned.text()
    assert lesson.dialog.again_button.hasFocus()
    lesson.at.scan("\r")
    assert lesson.dialog.learned is None
    assert lesson.dialog.steps[0].said() == "Scan this one now."


def test_one_as_slow_as_a_person_is_told_what_to_do(lesson: Lesson) -> None:
    lesson.scan(*(f"{code}\r" for code in TEACH_CODES), gap=130)
    assert "slowly" in lesson.dialog.warned.text()


@pytest.mark.parametrize(
    ("code", "words"), [(DIGITS[:17], "whole"), (LETTERS, "another"), (SIGNS, "another")]
)
def test_what_is_not_that_code_is_asked_for_again(lesson: Lesson, code: str, words: str) -> None:
    lesson.scan(f"{code}\r")
    assert words in lesson.dialog.steps[0].said()
    lesson.scan(*(f"{code}\r" for code in (DIGITS, LETTERS, LETTERS)))
    assert "another" in lesson.dialog.steps[2].said()
    lesson.scan(f"{SIGNS}\r")
    assert lesson.dialog.learned is not None


def test_no_scan_presses_a_button_and_a_person_does(lesson: Lesson) -> None:
    asked: list[bool] = []
    lesson.dialog.sheet_asked.connect(lambda: asked.append(True))
    assert lesson.dialog.sheet_button.hasFocus()
    lesson.scan(f"{DIGITS}\r\n\r")
    assert asked == []
    lesson.scan("\r")
    assert asked == [True]
    lesson.scan(f"{LETTERS}\t", f"{SIGNS}\r", f"{SIGNS}\r")
    assert lesson.dialog.isVisible()
    assert lesson.dialog.learned is not None


def test_esc_leaves_everything_as_it_is(lesson: Lesson) -> None:
    lesson.scan(*(f"{code}\r" for code in TEACH_CODES))
    before = lesson.at.desk.settings
    lesson.at.key("\x1b", up=False)
    assert not lesson.dialog.isVisible()
    assert lesson.at.desk.settings is before


def test_its_keys_print_and_begin_again(lesson: Lesson) -> None:
    lesson.scan(f"{DIGITS}\r")
    handle = lesson.dialog.windowHandle()
    with lesson.at.qtbot.waitSignal(lesson.dialog.sheet_asked):
        QTest.keyClick(handle, Qt.Key.Key_F7)
    QTest.keyClick(handle, Qt.Key.Key_F5)
    lesson.at.until(lambda: lesson.dialog.steps[0].said() == "Scan this one now.")
    assert lesson.dialog.learned is None
