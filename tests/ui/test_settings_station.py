"""The station and its scanner in the settings: written at once, taken back, bad figures stopped."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QScrollArea
from pytestqt.qtbot import QtBot

from inpost_desk import settings
from inpost_desk.background import Lanes
from inpost_desk.domain.station import BuyAt, Pattern, ScannerRules, StationRules
from inpost_desk.ui import settings_page
from inpost_desk.ui.desk import Desk
from inpost_desk.ui.kit import KeyButton
from inpost_desk.ui.settings_page import LOOK, STATION, SettingsPage
from inpost_desk.ui.settings_station import StationSection
from tests.ui.printers_desk import click, on_disk, press, segment, write
from tests.ui.station_settings_desk import opened, undo


def test_the_numbers_of_the_other_sections_stay() -> None:
    names = [words for _, words in settings_page.SECTIONS]
    assert (names[LOOK], names[STATION], STATION) == ("Language and look", "Station", 5)


def test_the_forms_are_built_when_somebody_looks(
    qtbot: QtBot, lanes: Lanes, tmp_path: Path
) -> None:
    page = SettingsPage(Desk(lanes, tmp_path, settings.load(tmp_path).settings))
    qtbot.addWidget(page)
    assert page.station._forms is None
    page.open_section(STATION)
    assert page.station._forms is not None


def test_when_parcels_are_bought_is_written_and_taken_back(
    qtbot: QtBot, lanes: Lanes, tmp_path: Path
) -> None:
    page, forms = opened(qtbot, lanes, tmp_path)
    assert forms.rules.buying.value() == "scan"
    click(forms.rules.buying.row("import"))
    on_disk(qtbot, page, lambda known: known.station.buy_at is BuyAt.IMPORT)
    assert "spends money" in forms.rules.spends.words()
    click(forms.rules.buying.row("never"))
    on_disk(qtbot, page, lambda known: known.station.buy_at is BuyAt.NEVER)
    assert forms.rules.spends.words() == ""
    undo(page)
    undo(page)
    on_disk(qtbot, page, lambda known: known.station.buy_at is BuyAt.SCAN)
    assert forms.rules.buying.value() == "scan"


def test_every_decision_is_written(qtbot: QtBot, lanes: Lanes, tmp_path: Path) -> None:
    page, forms = opened(qtbot, lanes, tmp_path)
    rules = forms.rules
    write(rules.name.edit, " Lada 2 ")
    click(segment(rules.sizes, "B"))
    for decision in rules.decisions.values():
        decision.box.setFocus()
        press(Qt.Key.Key_Space)
    write(rules.late, "40")
    expected = StationRules(
        name="Lada 2",
        size="B",
        verify=True,
        in_front=True,
        awake=True,
        sounds=False,
        late_after=40,
    )
    on_disk(qtbot, page, lambda known: known.station == expected)
    click(segment(rules.sizes, "ask"))
    on_disk(qtbot, page, lambda known: known.station.size == "")
    assert "change of the station" in page.said.wordings()[0]


def test_figures_that_do_not_fit_together_wait(qtbot: QtBot, lanes: Lanes, tmp_path: Path) -> None:
    page, forms = opened(qtbot, lanes, tmp_path)
    form = forms.scanner
    write(form.figures["silence"], "20")
    assert "silence" in form.finding()
    assert page._desk.settings.scanner == ScannerRules()
    write(form.figures["gap"], "15")
    on_disk(qtbot, page, lambda known: (known.scanner.gap, known.scanner.silence) == (15, 20))
    assert form.finding() == ""
    write(form.figures["shortest_ended"], "9")
    assert "shortest" in form.finding()
    undo(page)
    on_disk(qtbot, page, lambda known: known.scanner == ScannerRules())
    assert (form.finding(), form.figures["shortest_ended"].value()) == ("", 3)


def test_prefix_suffix_and_bounce(qtbot: QtBot, lanes: Lanes, tmp_path: Path) -> None:
    page, forms = opened(qtbot, lanes, tmp_path)
    form = forms.scanner
    write(form.prefix.edit, "x")
    assert "person" in form.prefix.finding()
    write(form.prefix.edit, "~")
    assert form.prefix.finding() == ""
    write(form.suffix.edit, "#")
    write(form.bounce, "0.8")
    form.swapped.box.setFocus()
    press(Qt.Key.Key_Space)
    expected = ScannerRules(prefix="~", suffix="#", bounce=0.8, swapped=True)
    on_disk(qtbot, page, lambda known: known.scanner == expected)
    assert form.prefix.edit.text() == "~"


def test_usual_values_leave_the_shops_patterns(qtbot: QtBot, lanes: Lanes, tmp_path: Path) -> None:
    patterns = (Pattern("Sklep", r"ZAM-(\d+)"),)
    rules = ScannerRules(gap=12, silence=60, prefix="~", patterns=patterns)
    page, forms = opened(qtbot, lanes, tmp_path, scanner=rules)
    click(forms.scanner.usual_button)
    on_disk(qtbot, page, lambda known: known.scanner == ScannerRules(patterns=patterns))
    undo(page)
    on_disk(qtbot, page, lambda known: known.scanner == rules)
    assert forms.scanner.figures["gap"].value() == 12


def test_figures_measured_elsewhere_are_shown(qtbot: QtBot, lanes: Lanes, tmp_path: Path) -> None:
    page, forms = opened(qtbot, lanes, tmp_path)
    page._desk.change_settings(scanner=ScannerRules(gap=8, suffix="\\"))
    qtbot.waitUntil(lambda: forms.scanner.figures["gap"].value() == 8)
    assert forms.scanner.suffix.edit.text() == "\\"


@pytest.mark.parametrize(
    ("button", "sheet"),
    [("codes_button", "teach"), ("sheet_button", "commands")],
)
def test_sheets_are_asked_of_the_page(
    qtbot: QtBot, lanes: Lanes, tmp_path: Path, button: str, sheet: str
) -> None:
    page, forms = opened(qtbot, lanes, tmp_path)
    with qtbot.waitSignal(page.sheet_asked) as told:
        click(getattr(forms.scanner, button))
    assert told.args == [sheet]


def test_half_a_screen_scrolls_in_one_direction_only(
    qtbot: QtBot, lanes: Lanes, tmp_path: Path
) -> None:
    """1366 pixels at 200 %: 683, of which the rail has 88."""
    page, _ = opened(qtbot, lanes, tmp_path)
    page.resize(595, 320)
    area = page._pages.currentWidget()
    assert isinstance(area, QScrollArea)
    qtbot.waitUntil(lambda: area.width() < 400)
    assert area.horizontalScrollBar().maximum() == 0


def test_tab_comes_to_every_control_and_each_has_a_name(
    qtbot: QtBot, lanes: Lanes, tmp_path: Path
) -> None:
    page, forms = opened(qtbot, lanes, tmp_path)
    forms.rules.name.edit.setFocus()
    seen = []
    while (at := page.focusWidget()) is not None and forms.isAncestorOf(at):
        assert at not in seen
        seen.append(at)
        assert at.accessibleName() or getattr(at, "text", str)()
        QTest.keyClick(at, Qt.Key.Key_Tab)
    assert forms.watched.browse_button in seen
    buttons = [one for one in forms.findChildren(KeyButton) if one.isVisibleTo(forms)]
    fields = [one for one in forms.findChildren(QLineEdit) if one.accessibleName()]
    reached = {*seen}
    missed = [one for one in buttons if one not in reached and one.isEnabled()]
    missed_fields = [one for one in fields if one not in reached and one.isVisibleTo(forms)]
    assert not missed
    assert not missed_fields
    assert isinstance(page.station, StationSection)
