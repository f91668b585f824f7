"""The shop's patterns in the settings: added, tried, refused where they break, taken back."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from inpost_desk.background import Lanes
from inpost_desk.domain.station import Pattern, ScannerRules
from inpost_desk.ui.settings_station_broken import WHY, broken_expression, broken_reference
from tests.ui.printers_desk import on_disk, press, write
from tests.ui.station_settings_desk import opened, undo

SHOP = Pattern("Sklep", r"ZAM-(\d+)-PL")
OTHER = Pattern("Hurtownia", r"H(?P<nr>\d+)/(\d+)", r"\g<nr>-\2")


def test_a_pattern_is_added_with_the_keyboard_and_taken_back(
    qtbot: QtBot, lanes: Lanes, tmp_path: Path
) -> None:
    page, forms = opened(qtbot, lanes, tmp_path)
    form = forms.patterns
    assert form.list.isHidden()
    page.sections.setFocus()
    press(Qt.Key.Key_Insert)
    assert form.expression.edit.hasFocus()
    QTest.keyClicks(form.expression.edit, r"ZAM-(\d+")
    assert "character 5" in form.expression.finding()
    assert "never closed" in form.expression.finding()
    press(Qt.Key.Key_Tab)
    assert page._desk.settings.scanner.patterns == ()
    write(form.expression.edit, SHOP.expression)
    on_disk(qtbot, page, lambda known: len(known.scanner.patterns) == 1)
    write(form.name.edit, "Sklep")
    on_disk(qtbot, page, lambda known: known.scanner.patterns == (SHOP,))
    assert form.expression.finding() == ""
    undo(page)
    undo(page)
    on_disk(qtbot, page, lambda known: known.scanner.patterns == ())
    assert form.list.isHidden()


def test_a_pattern_is_changed_and_removed(qtbot: QtBot, lanes: Lanes, tmp_path: Path) -> None:
    rules = ScannerRules(patterns=(SHOP, OTHER))
    page, forms = opened(qtbot, lanes, tmp_path, scanner=rules)
    form = forms.patterns
    form.list.setFocus()
    press(Qt.Key.Key_Down)
    assert form.name.text() == "Hurtownia"
    write(form.reference.edit, r"\3")
    assert "no such group" in form.reference.finding()
    assert page._desk.settings.scanner == rules
    write(form.reference.edit, r"\2")
    on_disk(qtbot, page, lambda known: known.scanner.patterns[1].reference == r"\2")
    write(form.name.edit, "Sklep")
    assert "already" in form.name.finding()
    form.list.setFocus()
    press(Qt.Key.Key_Delete)
    on_disk(qtbot, page, lambda known: known.scanner.patterns == (SHOP,))
    assert form.name.text() == "Sklep"
    undo(page)
    on_disk(qtbot, page, lambda known: len(known.scanner.patterns) == 2)
    assert form.list.count() == 2


def test_an_expression_that_may_take_for_ever_is_warned_of(
    qtbot: QtBot, lanes: Lanes, tmp_path: Path
) -> None:
    page, forms = opened(qtbot, lanes, tmp_path)
    forms.patterns.add()
    write(forms.patterns.expression.edit, r"(\w+)+X")
    on_disk(qtbot, page, lambda known: len(known.scanner.patterns) == 1)
    assert "20 characters" in forms.patterns.expression.finding()


def test_esc_leaves_a_pattern_that_was_begun(qtbot: QtBot, lanes: Lanes, tmp_path: Path) -> None:
    page, forms = opened(qtbot, lanes, tmp_path, scanner=ScannerRules(patterns=(SHOP,)))
    form = forms.patterns
    form.add()
    assert form.list.count() == 2
    press(Qt.Key.Key_Escape)
    assert (form.list.count(), form.expression.edit.text()) == (1, SHOP.expression)
    press(Qt.Key.Key_Escape)
    assert page.sections.hasFocus()


def test_a_code_is_tried_while_the_pattern_is_written(
    qtbot: QtBot, lanes: Lanes, tmp_path: Path
) -> None:
    page, forms = opened(qtbot, lanes, tmp_path, scanner=ScannerRules(patterns=(SHOP,)))
    form, box = forms.patterns, forms.patterns.test.box
    assert box.property("takes_scans") is True
    box.take_scan("ZAM-1234-PL")
    assert "Sklep" in form.test.finding.words()
    assert "1234" in form.test.finding.words().partition("Reference:")[2]
    box.take_scan("ZAM-1234-CZ")
    assert "No pattern fits." in form.test.finding.words()
    form.expression.edit.setFocus()
    form.expression.edit.setText("")
    QTest.keyClicks(form.expression.edit, r"ZAM-(\d+")
    assert "No pattern fits." in form.test.finding.words()
    QTest.keyClicks(form.expression.edit, ")-CZ")
    assert "1234" in form.test.finding.words().partition("Reference:")[2]
    assert page._desk.settings.scanner.patterns == (SHOP,)
    box.setText("")
    assert form.test.finding.words() == ""


BROKEN = ["(a", "a)", "[a", "*a", "a**", "a{3,2}", "[z-a]", "a\\", r"\q", "(?a", "a{99999999999}"]


@pytest.mark.parametrize("expression", BROKEN)
def test_what_breaks_is_said(expression: str) -> None:
    assert broken_expression(expression)


def test_the_interpreter_still_says_what_is_translated() -> None:
    said = {words for one in BROKEN for _, words in WHY if words in broken_expression(one)}
    assert said == {words for _, words in WHY}


@pytest.mark.parametrize(
    ("reference", "broken"),
    [("", ""), (r"\1", ""), (r"PL\g<nr>", ""), (r"\2", "no such"), (r"\g<x>", "no such")],
)
def test_a_reference_names_groups_that_are_there(reference: str, broken: str) -> None:
    assert broken in broken_reference(r"A(?P<nr>\d+)", reference)
    assert bool(broken_reference(r"A(?P<nr>\d+)", reference)) is bool(broken)


def test_a_wrong_sign_in_a_reference_is_said() -> None:
    assert "character 1" in broken_reference("(a)", r"\q")
