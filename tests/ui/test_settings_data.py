"""The section about the data: copies, restoring, moving, how long receivers are kept, the check."""

from __future__ import annotations

import contextlib
import gzip
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from inpost_desk import settings
from inpost_desk.background import Lanes
from inpost_desk.clock import steady_now
from inpost_desk.domain.data_care import DataRules
from inpost_desk.ledger import restored
from inpost_desk.ledger.ledger import Ledger
from inpost_desk.ui import look
from inpost_desk.ui.desk import Desk
from inpost_desk.ui.pickup.question import Question
from inpost_desk.ui.reading_first import Standing as CopiedOrMoved
from inpost_desk.ui.settings_data import DataForm, DataSection
from inpost_desk.ui.settings_data_copies import Standing, stand
from inpost_desk.ui.settings_data_move import MovedPart
from inpost_desk.ui.settings_data_restore import RestoreDialog
from inpost_desk.ui.settings_page import DATA, SettingsPage
from inpost_desk.ui.window_place import window_settings
from tests.ui.care_desk import NAME, break_links, ledger_with_an_order
from tests.ui.printers_desk import click, press, write

Make = Callable[..., DataForm]
LIMIT = 20_000


@pytest.fixture
def make(qtbot: QtBot, lanes: Lanes, tmp_path: Path) -> Make:
    look.apply(QApplication.instance(), "light")  # type: ignore[arg-type]
    data = tmp_path / "data"
    data.mkdir()
    shown: list[DataSection] = []

    def made(**rules: object) -> DataForm:
        known = settings.change(data, data=replace(DataRules(), **rules))  # type: ignore[arg-type]
        section = DataSection(Desk(lanes, data, known))
        section.resize(640, 1600)
        # A test holds only the form in it.
        shown.append(section)
        qtbot.addWidget(section)
        section.show()
        section.activateWindow()
        qtbot.waitUntil(section.isActiveWindow)
        qtbot.waitUntil(lambda: not lanes.busy())
        return section.form

    return made


def kept(form: DataForm) -> DataRules:
    return settings.load(form._desk.data_dir).settings.data


def asked(qtbot: QtBot, form: DataForm) -> Question:
    """What would go is counted, then it is asked."""
    qtbot.waitUntil(lambda: form.keep.question is not None, timeout=LIMIT)
    assert form.keep.question is not None
    return form.keep.question


def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "stick"
    folder.mkdir(exist_ok=True)
    return folder


def test_a_folder_is_chosen_and_a_copy_made_at_once(
    qtbot: QtBot, make: Make, tmp_path: Path
) -> None:
    form = make()
    ledger_with_an_order(form._desk.data_dir)
    copies = form.copies
    assert "No copies are made" in copies.state.words()
    assert not copies.now_button.isEnabled()
    write(copies.folder.field.edit, str(form._desk.data_dir / "inside"))
    qtbot.waitUntil(lambda: copies.folder.field.finding() != "")
    write(copies.folder.field.edit, str(form._desk.data_dir))
    qtbot.waitUntil(lambda: "own folder" in copies.folder.field.finding())
    write(copies.folder.field.edit, str(stick(tmp_path)))
    qtbot.waitUntil(lambda: kept(form).backup_folder == str(stick(tmp_path)), timeout=LIMIT)
    # All of a test lies on one disk.
    qtbot.waitUntil(lambda: "same disk" in copies.same_disk.words())
    qtbot.waitUntil(lambda: "No copy lies there yet" in copies.state.words())
    qtbot.waitUntil(copies.now_button.isEnabled)
    click(copies.now_button)
    assert copies.stop_button.isVisible()
    qtbot.waitUntil(lambda: "accounts 1" in copies.state.words(), timeout=LIMIT)
    assert copies.now_button.isEnabled()
    assert window_settings(form._desk.data_dir).value("care/copied")
    copies.copies.setValue(30)
    qtbot.waitUntil(lambda: kept(form).copies == 30)
    form._changes.undo()
    qtbot.waitUntil(lambda: kept(form).copies == 14)
    click(copies.clear_button)
    qtbot.waitUntil(lambda: kept(form).backup_folder == "")
    assert "No copies are made" in copies.state.words()


def test_a_folder_that_is_away_is_said(make: Make, qtbot: QtBot, tmp_path: Path) -> None:
    form = make(backup_folder=str(tmp_path / "unplugged"))
    qtbot.waitUntil(lambda: "cannot be seen" in form.copies.state.words())
    click(form.copies.now_button)
    qtbot.waitUntil(lambda: "unplugged" in form.copies.state.words(), timeout=LIMIT)
    assert not (tmp_path / "unplugged").exists()
    assert stand(tmp_path, tmp_path / "unplugged") == Standing(there=False)


def test_what_would_go_is_said_before_it_is_switched_on(make: Make, qtbot: QtBot) -> None:
    form = make()
    ledger_with_an_order(form._desk.data_dir)
    keep = form.keep
    click(keep.times.row("90"))
    question = asked(qtbot, form)
    assert "90" in question.windowTitle()
    press(Qt.Key.Key_Escape)
    assert keep.times.value() == "0"
    assert kept(form).keep_days == 0
    guarded: list[str] = []

    def guard(what: str, then: Callable[[], None]) -> None:
        guarded.append(what)
        then()

    form._desk.guard = guard
    keep.question = None
    keep.window().activateWindow()
    qtbot.waitUntil(keep.window().isActiveWindow)
    click(keep.times.row("other"))
    assert keep.days.hasFocus()
    write(keep.days, "400", Qt.Key.Key_Return)
    asked(qtbot, form).yes.click()
    qtbot.waitUntil(lambda: kept(form).keep_days == 400)
    assert guarded == ["settings"]
    qtbot.waitUntil(lambda: keep.times.value() == "other")
    # A longer time deletes less: no question, and for ever none at all.
    keep.question = None
    keep.window().activateWindow()
    qtbot.waitUntil(keep.window().isActiveWindow)
    write(keep.days, "900", Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: kept(form).keep_days == 900)
    click(keep.times.row("0"))
    qtbot.waitUntil(lambda: kept(form).keep_days == 0)
    assert keep.question is None
    form._changes.undo()
    qtbot.waitUntil(lambda: keep.times.value() == "other")
    assert keep.days.value() == 900


def test_the_check_names_what_is_wrong(make: Make, qtbot: QtBot) -> None:
    form = make()
    folder = ledger_with_an_order(form._desk.data_dir)
    check = form.check
    click(check.check_button)
    qtbot.waitUntil(lambda: "sound" in check.state.words(), timeout=LIMIT)
    assert check.rows == []
    break_links(folder)
    click(check.check_button)
    qtbot.waitUntil(lambda: "Problems" in check.state.words(), timeout=LIMIT)
    assert NAME in check.rows[0].words()
    assert "without a parcel" in check.rows[0].words()
    (folder / "ledger.sqlite").write_bytes(b"no ledger at all" * 100)
    click(check.check_button)
    qtbot.waitUntil(lambda: "damaged" in check.state.words(), timeout=LIMIT)
    assert check.check_button.isEnabled()


@pytest.fixture
def page(qtbot: QtBot, lanes: Lanes, tmp_path: Path) -> SettingsPage:
    """The whole page, too low for all of the section."""
    look.apply(QApplication.instance(), "light")  # type: ignore[arg-type]
    rules = DataRules(backup_folder=str(stick(tmp_path)))
    data = tmp_path / "data"
    data.mkdir()
    page = SettingsPage(Desk(lanes, data, settings.change(data, data=rules)))
    page.resize(1000, 500)
    qtbot.addWidget(page)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    return page


def in_view(part: QWidget) -> bool:
    return part.isVisible() and not part.visibleRegion().isEmpty()


def test_the_focus_stays_and_the_result_comes_into_view(
    page: SettingsPage, qtbot: QtBot, tmp_path: Path
) -> None:
    ledger_with_an_order(tmp_path / "data")
    page.open_section(DATA)
    form = page.data.form
    for button, state, said in (
        (form.copies.now_button, form.copies.state, "accounts 1"),
        (form.check.check_button, form.check.state, "sound"),
    ):
        button.setFocus()
        for _ in range(2):
            press(Qt.Key.Key_Return)
            assert QApplication.focusWidget() is button
        qtbot.waitUntil(lambda state=state, said=said: said in state.words(), timeout=LIMIT)  # type: ignore[misc]
        assert QApplication.focusWidget() is button
    qtbot.waitUntil(lambda: in_view(form.check.state))
    assert form.check.state.visibleRegion().boundingRect().size() == form.check.state.size()


def test_others_lead_to_the_button_that_is_meant(page: SettingsPage, qtbot: QtBot) -> None:
    page.open_place("data.restore")
    button = page.data.form.restore_button
    qtbot.waitUntil(lambda: QApplication.focusWidget() is button and in_view(button))
    page.open_place("computer")
    assert page.chapter() == "computer"
    page.open_place("data")
    assert page.chapter() == "data"


def copied(qtbot: QtBot, make: Make, tmp_path: Path) -> tuple[DataForm, Path]:
    form = make(backup_folder=str(stick(tmp_path)))
    folder = ledger_with_an_order(form._desk.data_dir)
    form.copies.copy_now()
    qtbot.waitUntil(lambda: "accounts 1" in form.copies.state.words(), timeout=LIMIT)
    return form, folder


def restoring(qtbot: QtBot, form: DataForm) -> RestoreDialog:
    click(form.restore_button)
    dialog = form.restoring
    assert dialog is not None
    qtbot.waitUntil(lambda: NAME in dialog.contents.words(), timeout=LIMIT)
    return dialog


def test_a_copy_is_looked_into_and_put_in_place(qtbot: QtBot, make: Make, tmp_path: Path) -> None:
    form, folder = copied(qtbot, make, tmp_path)
    dialog = restoring(qtbot, form)
    assert "shipments 0" in dialog.contents.words()
    assert dialog.go_button.isEnabled()
    # Enter in the field restores nothing.
    dialog.folder.field.edit.setFocus()
    press(Qt.Key.Key_Return)
    assert not dialog.working
    dialog.go_button.setFocus()
    press(Qt.Key.Key_Return)
    assert dialog.working
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    qtbot.waitUntil(lambda: "Restored" in dialog.state.words(), timeout=LIMIT)
    assert "Set aside" in dialog.state.words()
    with contextlib.closing(Ledger(folder)) as ledger:
        assert restored.marked(ledger) is not None
    press(Qt.Key.Key_Escape)
    qtbot.waitUntil(dialog.isHidden)


def test_a_damaged_copy_is_not_offered(qtbot: QtBot, make: Make, tmp_path: Path) -> None:
    form, _ = copied(qtbot, make, tmp_path)
    (packed,) = stick(tmp_path).rglob("*.sqlite.gz")
    packed.write_bytes(gzip.compress(b"something else"))
    dialog = restoring(qtbot, form)
    assert "not used" in dialog.contents.words()
    assert not dialog.go_button.isEnabled()
    write(dialog.folder.field.edit, str(tmp_path))
    qtbot.waitUntil(lambda: "not used" not in dialog.contents.words(), timeout=LIMIT)
    assert not dialog.go_button.isEnabled()
    dialog.reject()


def test_moving_marks_this_computer_and_staying_takes_it_back(
    qtbot: QtBot, make: Make, lanes: Lanes, tmp_path: Path
) -> None:
    form, folder = copied(qtbot, make, tmp_path)
    click(form.move_button)
    dialog = form.moving
    assert dialog is not None
    click(dialog.go_button)
    qtbot.waitUntil(lambda: "Nothing is sent" in dialog.state.words(), timeout=LIMIT)
    dialog.reject()
    with contextlib.closing(Ledger(folder)) as ledger:
        assert ledger.fact(restored.MOVED)
    part: MovedPart = form.moved
    part._wanted = True
    part._stands(CopiedOrMoved(moved_at=steady_now()))
    qtbot.waitUntil(lambda: form.window().focusWidget() is part.stay_button)
    part._stay()
    qtbot.waitUntil(lambda: not lanes.busy(), timeout=LIMIT)
    with contextlib.closing(Ledger(folder)) as ledger:
        assert not ledger.fact(restored.MOVED)
        assert restored.marked(ledger) is not None


def test_every_control_has_a_name_and_tab_comes_to_it(make: Make, tmp_path: Path) -> None:
    form = make(backup_folder=str(stick(tmp_path)))
    form.copies.folder.field.edit.setFocus()
    seen = []
    while (at := form.window().focusWidget()) is not None and at not in seen:
        seen.append(at)
        assert at.accessibleName() or getattr(at, "text", str)()
        QTest.keyClick(at, Qt.Key.Key_Tab)
    buttons = {form.copies.now_button, form.restore_button, form.move_button}
    assert {*buttons, form.copies.copies, form.check.check_button} <= {*seen}
