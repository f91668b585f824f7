"""Operators in the settings: badges, PINs, and never a rule that shuts everybody out."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from inpost_desk.background import Lanes
from inpost_desk.domain.station import Operator, StationRules
from tests.ui.printers_desk import click, on_disk, press
from tests.ui.station_settings_desk import opened, undo

ANNA = Operator("Anna", "badge-1")
JAN = Operator("Jan", "badge-2", "digest")


def test_an_operator_is_added_and_may_be_asked_for(
    qtbot: QtBot, lanes: Lanes, tmp_path: Path
) -> None:
    page, forms = opened(qtbot, lanes, tmp_path)
    form = forms.operators
    assert not form.sign_on.box.isEnabled()
    form.name.edit.setFocus()
    press(Qt.Key.Key_Insert)
    assert "Whose" in form.name.finding()
    QTest.keyClicks(form.name.edit, "  Anna   Nowak ")
    press(Qt.Key.Key_Return)
    on_disk(qtbot, page, lambda known: len(known.station.operators) == 1)
    made = page._desk.settings.station.operators[0]
    assert (made.name, made.pin, bool(made.badge)) == ("Anna Nowak", "", True)
    QTest.keyClicks(form.name.edit, "anna nowak")
    press(Qt.Key.Key_Return)
    assert "already" in form.name.finding()
    click(form.sign_on.box)
    form.sign_on.box.setChecked(True)
    on_disk(qtbot, page, lambda known: known.station.sign_on)
    with qtbot.waitSignal(page.sheet_asked) as told:
        click(form.print_button)
    assert told.args == ["badges"]


def test_a_pin_is_typed_twice_and_only_its_digest_is_kept(
    qtbot: QtBot, lanes: Lanes, tmp_path: Path
) -> None:
    page, forms = opened(qtbot, lanes, tmp_path, station=StationRules(operators=(ANNA,)))
    form, card = forms.operators, forms.operators.pin
    form.pin_button.setFocus()
    press(Qt.Key.Key_Return)
    for first, second, wrong in (("12", "", card.first), ("90817", "90816", card.second)):
        card.first.edit.setFocus()
        card.first.edit.selectAll()
        QTest.keyClicks(card.first.edit, first)
        press(Qt.Key.Key_Return)
        assert card.second.edit.hasFocus()
        card.second.edit.selectAll()
        QTest.keyClicks(card.second.edit, second)
        press(Qt.Key.Key_Return)
        assert wrong.finding()
        assert wrong.edit.hasFocus()
    QTest.keyClicks(card.second.edit, "90817")
    press(Qt.Key.Key_Return)
    on_disk(qtbot, page, lambda known: bool(known.station.operators[0].pin))
    assert card.isHidden()
    assert "90817" not in (tmp_path / "settings.json").read_text("utf-8")
    assert "PIN" in form.list.item(0).text()
    undo(page)
    on_disk(qtbot, page, lambda known: known.station.operators == (ANNA,))


def test_esc_leaves_the_pin(qtbot: QtBot, lanes: Lanes, tmp_path: Path) -> None:
    page, forms = opened(qtbot, lanes, tmp_path, station=StationRules(operators=(ANNA,)))
    click(forms.operators.pin_button)
    QTest.keyClicks(forms.operators.pin.first.edit, "1234")
    press(Qt.Key.Key_Escape)
    assert forms.operators.pin.isHidden()
    assert forms.operators.pin.first.text() == ""
    assert page._desk.settings.station.operators == (ANNA,)


def test_guarding_needs_somebody_with_a_pin(qtbot: QtBot, lanes: Lanes, tmp_path: Path) -> None:
    rules = StationRules(operators=(ANNA, JAN), sign_on=True)
    page, forms = opened(qtbot, lanes, tmp_path, station=rules)
    form = forms.operators
    form.guarded["cancel"].setChecked(True)
    on_disk(qtbot, page, lambda known: known.station.guarded == ("cancel",))
    form.list.setFocus()
    press(Qt.Key.Key_Down)
    assert form.clear_button.isEnabled()
    form.clear_button.click()
    on_disk(qtbot, page, lambda known: known.station.operators[1].pin == "")
    assert page._desk.settings.station.guarded == ()
    assert not form.guarded["cancel"].isEnabled()
    undo(page)
    on_disk(qtbot, page, lambda known: known.station.guarded == ("cancel",))
    assert form.guarded["cancel"].isChecked()


def test_the_last_operator_takes_the_sign_on_along(
    qtbot: QtBot, lanes: Lanes, tmp_path: Path
) -> None:
    rules = StationRules(operators=(JAN,), sign_on=True, guarded=("settings",))
    page, forms = opened(qtbot, lanes, tmp_path, station=rules)
    forms.operators.list.setFocus()
    press(Qt.Key.Key_Delete)
    on_disk(qtbot, page, lambda known: known.station == StationRules())
    undo(page)
    on_disk(qtbot, page, lambda known: known.station == rules)
    assert forms.operators.sign_on.box.isChecked()
