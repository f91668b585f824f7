"""The settings with keys and mouse: written at once, taken back, and bad input stopped at its field."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from decimal import Decimal
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QRadioButton, QWidget
from pytestqt.qtbot import QtBot

from inpost_desk import settings, tokens
from inpost_desk.background import Lanes
from inpost_desk.domain.order import Address, Person, Size
from inpost_desk.domain.order_shipment import PRESETS
from inpost_desk.domain.shipment import Dimensions, OrganizationId
from inpost_desk.settings import Account, Environment, Settings
from inpost_desk.ui import look
from inpost_desk.ui.desk import Desk
from inpost_desk.ui.kit import KeyButton
from inpost_desk.ui.settings_page import ACCOUNT, LOOK, PRINTER, SENDER, SENDING, SettingsPage
from tests.simulator_process import Simulator
from tests.test_tokens import a_secret_service
from tests.ui import keyrings

FIRST = Account("sandbox", OrganizationId(4711), "Sklep")
SECOND = Account("production", OrganizationId(1002), "Hurtownia")
SENDER_PERSON = Person(
    phone="501234567",
    email="biuro@sklep.example",
    company="Sklep",
    address=Address("Lipowa", "7/3", "Sanok", "38-500"),
)


@pytest.fixture(scope="module")
def bus() -> Iterator[str]:
    with a_secret_service() as address:
        yield address


@pytest.fixture
def vault(bus: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", bus)
    with keyrings.in_use():
        yield
        tokens.remove(FIRST.key)
        tokens.remove(SECOND.key)


@pytest.fixture
def make(
    qtbot: QtBot, lanes: Lanes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Callable[..., SettingsPage]:
    """A page on settings that are on disk."""
    look.apply(QApplication.instance(), "light")  # type: ignore[arg-type]
    monkeypatch.setenv("CUPS_SERVER", "127.0.0.1:9")
    monkeypatch.delenv("INPOST_DESK_TOKEN", raising=False)

    def made(**known: object) -> SettingsPage:
        desk = Desk(lanes, tmp_path, settings.change(tmp_path, **known))
        page = SettingsPage(desk)
        page.resize(1180, 700)
        qtbot.addWidget(page)
        page.show()
        page.activateWindow()
        qtbot.waitUntil(page.isActiveWindow)
        return page

    return made


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    target = QApplication.focusWidget()
    assert target is not None
    QTest.keyClick(target, key, modifier)


def click(widget: QWidget) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def undo() -> None:
    press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)


def on_disk(qtbot: QtBot, page: SettingsPage, check: Callable[[Settings], bool]) -> None:
    qtbot.waitUntil(lambda: check(page._desk.settings), timeout=10_000)
    assert check(settings.load(page._desk.data_dir).settings)


def segment(part: QWidget, text: str) -> QRadioButton:
    return next(one for one in part.findChildren(QRadioButton) if one.text() == text)


def write(page: SettingsPage, **texts: str) -> None:
    """Type into the sender's fields, one after the other."""
    for name, text in texts.items():
        edit = page.sender_form.fields[name].edit
        edit.setFocus()
        edit.selectAll()
        QTest.keyClicks(edit, text)
    press(Qt.Key.Key_Tab)


def test_up_and_down_go_through_the_sections(make: Callable[..., SettingsPage]) -> None:
    page = make()
    page.sections.setFocus()
    for number in (SENDER, SENDING, PRINTER, LOOK):
        press(Qt.Key.Key_Down)
        assert page._pages.currentIndex() == number
    press(Qt.Key.Key_Home)
    assert page._pages.currentIndex() == ACCOUNT


def test_a_whole_sender_is_saved_and_taken_back(
    qtbot: QtBot, make: Callable[..., SettingsPage]
) -> None:
    page = make()
    page.open_section(SENDER)
    write(
        page,
        company="Sklep",
        phone="+48 501 234 567",
        email="biuro@sklep.example",
        street="Lipowa 7 m. 3",
        post_code="38500",
        city="Sanok",
    )
    on_disk(qtbot, page, lambda known: known.sender == SENDER_PERSON)
    assert page.sender_form.finding.isHidden()
    shown = {name: field.text() for name, field in page.sender_form.fields.items()}
    assert (shown["phone"], shown["street"]) == ("501234567", "Lipowa 7/3")

    click(page.undo_button)
    on_disk(qtbot, page, lambda known: known.sender is None)
    assert page.sender_form.fields["company"].text() == ""


@pytest.mark.parametrize(
    ("name", "text", "part"),
    [
        ("phone", "50123", "nine"),
        ("email", "biuro@", "e-mail"),
        ("post_code", "38-50", "30-624"),
        ("street", "Lipowa", "number"),
        ("city", "12", "town"),
    ],
)
def test_what_is_wrong_with_the_sender_is_said_at_the_field_and_not_saved(
    make: Callable[..., SettingsPage], name: str, text: str, part: str
) -> None:
    page = make(sender=SENDER_PERSON)
    page.open_section(SENDER)
    write(page, **{name: text})
    field = page.sender_form.fields[name]
    assert field.finding()
    assert part in field.finding()
    assert "Not saved yet" in page.sender_form.finding.words()
    assert page._changes.known.sender == SENDER_PERSON


def test_a_person_needs_both_names_where_no_company_is_given(
    make: Callable[..., SettingsPage],
) -> None:
    page = make(sender=SENDER_PERSON)
    page.open_section(SENDER)
    page.sender_form.fields["company"].edit.setFocus()
    page.sender_form.fields["company"].edit.selectAll()
    press(Qt.Key.Key_Delete)
    write(page, first_name="Anna")
    assert page.sender_form.fields["last_name"].finding()
    write(page, last_name="Nowak")
    assert page.sender_form.finding.isHidden()
    sender = page._changes.known.sender
    assert sender is not None
    assert (sender.first_name, sender.last_name, sender.company) == ("Anna", "Nowak", "")


def test_the_way_of_sending_is_saved_and_taken_back(
    qtbot: QtBot, make: Callable[..., SettingsPage]
) -> None:
    page = make(sending_method="dispatch_order", courier_days=(0, 2))
    page.open_section(SENDING)
    assert page.sending.ways.value() == "comes"
    click(page.sending.days[4])
    on_disk(qtbot, page, lambda known: known.courier_days == (0, 2, 4))
    click(page.sending.ways.row("pop"))
    on_disk(qtbot, page, lambda known: (known.sending_method, known.courier_days) == ("pop", ()))

    undo()
    undo()
    on_disk(qtbot, page, lambda known: known.courier_days == (0, 2))
    assert page.sending.ways.value() == "comes"
    assert not page.undo_button.isEnabled()


def test_offers_for_files_and_the_hours_of_the_weekend_are_saved_and_taken_back(
    qtbot: QtBot, make: Callable[..., SettingsPage]
) -> None:
    page = make()
    page.open_section(SENDING)
    assert page.file_rules.rules.value() == "service"
    click(page.file_rules.rules.row("cheapest"))
    on_disk(qtbot, page, lambda known: known.file_offers == "cheapest")
    page.file_rules.opens.day.setFocus()
    press(Qt.Key.Key_Down)
    on_disk(qtbot, page, lambda known: known.weekend_window.opens_on == 4)
    page.file_rules.closes.time.setFocus()
    press(Qt.Key.Key_Up)
    press(Qt.Key.Key_Tab)
    on_disk(qtbot, page, lambda known: known.weekend_window.closes_at.hour == 19)

    for _ in range(3):
        click(page.undo_button)
    on_disk(
        qtbot, page, lambda known: (known.file_offers, known.weekend_window.opens_on) == ("", 3)
    )
    assert page.file_rules.rules.value() == "service"
    assert page.file_rules.closes.value()[1].hour() == 18


def test_quick_changes_are_written_in_their_order(
    qtbot: QtBot, make: Callable[..., SettingsPage]
) -> None:
    page = make()
    page.open_section(SENDING)
    for way in ("pop", "any_point", "parcel_locker", "pop", "parcel_locker", "any_point"):
        click(page.sending.ways.row(way))
    assert page._changes.known.sending_method == "any_point"
    qtbot.waitUntil(lambda: not page._desk.lanes.busy())
    assert settings.load(page._desk.data_dir).settings.sending_method == "any_point"


@pytest.mark.parametrize(
    ("column", "text"),
    [(0, "0"), (0, "12,5"), (1, "-5"), (2, "9000"), (2, ""), (3, "0"), (3, "abc"), (3, "800")],
)
def test_sizes_nobody_can_send_are_not_saved(
    make: Callable[..., SettingsPage], column: int, text: str
) -> None:
    page = make()
    page.open_section(SENDING)
    cell = page.presets.cells[Size.B][column]
    cell.setFocus()
    cell.selectAll()
    QTest.keyClicks(cell, text) if text else press(Qt.Key.Key_Delete)
    assert cell.property("finding") == "error"
    assert cell.accessibleDescription()
    press(Qt.Key.Key_Tab)
    assert page._changes.known.presets == PRESETS


def test_a_size_is_saved(qtbot: QtBot, make: Callable[..., SettingsPage]) -> None:
    page = make()
    page.open_section(SENDING)
    for column, text in ((2, "200"), (3, "12,5")):
        cell = page.presets.cells[Size.B][column]
        cell.setFocus()
        cell.selectAll()
        QTest.keyClicks(cell, text)
        press(Qt.Key.Key_Tab)
    wanted = replace(PRESETS[Size.B], dimensions=Dimensions(640, 380, 200), weight=Decimal("12.5"))
    on_disk(qtbot, page, lambda known: known.presets[Size.B] == wanted)
    click(page.presets.reset_button)
    on_disk(qtbot, page, lambda known: known.presets == PRESETS)
    assert [cell.text() for cell in page.presets.cells[Size.B]][2:] == ["190", "10"]


def test_language_and_look_work_at_once_and_can_be_taken_back(
    qtbot: QtBot, make: Callable[..., SettingsPage]
) -> None:
    page = make(language="en", look="light")
    told: list[str] = []
    page.language_chosen.connect(lambda chosen: told.append(f"language {chosen}"))
    page.look_chosen.connect(lambda chosen: told.append(f"look {chosen}"))
    page.open_section(LOOK)

    click(segment(page.look.languages, "Polski"))
    click(segment(page.look.looks, "as the system"))
    on_disk(qtbot, page, lambda known: (known.language, known.look) == ("pl", ""))
    page.sections.setFocus()
    undo()
    undo()
    on_disk(qtbot, page, lambda known: (known.language, known.look) == ("en", "light"))
    assert told == ["language pl", "look ", "look light", "language en"]


def test_remembered_column_maps_are_counted_forgotten_and_brought_back(
    qtbot: QtBot, make: Callable[..., SettingsPage]
) -> None:
    maps = {"a": {"phone": "Telefon"}, "b": {"phone": "Tel."}}
    page = make(columns=maps)
    page.open_section(LOOK)
    assert "Remembered: 2." in page.look.forget_button.accessibleDescription()
    click(page.look.forget_button)
    on_disk(qtbot, page, lambda known: known.columns == {})
    assert not page.look.forget_button.isEnabled()
    page.sections.setFocus()
    undo()
    on_disk(qtbot, page, lambda known: known.columns == maps)


@pytest.mark.usefixtures("vault")
def test_an_account_is_added_checked_made_the_default_and_removed(
    qtbot: QtBot,
    make: Callable[..., SettingsPage],
    simulator: Simulator,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(settings.API_URLS, Environment.PRODUCTION, simulator.url)
    page = make(accounts=(FIRST,), account=FIRST.key)
    added: list[Account] = []
    gone: list[str] = []
    page.account_added.connect(lambda account, _token, _stored: added.append(account))
    page.account_removed.connect(gone.append)
    page.sections.setFocus()

    press(Qt.Key.Key_Insert)
    qtbot.waitUntil(page.account.token.edit.hasFocus)
    QGuiApplication.clipboard().setText(simulator.token)
    press(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    say(qtbot, page.account.token.finding.words, "Hurtownia Pokazowa")
    press(Qt.Key.Key_Return)
    say(qtbot, page.account.finding.words, "is added")
    assert tokens.load(SECOND.key) == simulator.token
    assert [one.key for one in added] == [SECOND.key]
    assert page.account.list.value() == SECOND.key

    click(page.account.check_button)
    say(qtbot, page.account.finding.words, "InPost answers: Hurtownia Pokazowa")

    click(page.account.default_button)
    on_disk(qtbot, page, lambda known: known.account == SECOND.key)

    page.account.list.focus_choice()
    press(Qt.Key.Key_Delete)
    assert "Remove Hurtownia Pokazowa?" in page.account.finding.words()
    press(Qt.Key.Key_Escape)
    assert page.account.finding.isHidden()
    click(page.account.remove_button)
    click(page.account.sure_button)
    say(qtbot, page.account.finding.words, "is removed")
    assert tokens.load(SECOND.key) is None
    assert gone == [SECOND.key]
    assert [one.key for one in page._desk.settings.accounts] == [FIRST.key]


def say(qtbot: QtBot, words: Callable[[], str], part: str) -> None:
    qtbot.waitUntil(lambda: part in words(), timeout=10_000)


@pytest.mark.usefixtures("vault")
def test_a_check_without_a_token_says_so(qtbot: QtBot, make: Callable[..., SettingsPage]) -> None:
    page = make(accounts=(FIRST,))
    click(page.account.check_button)
    say(qtbot, page.account.finding.words, "There is no token")
    assert page.account.check_button.isEnabled()


def test_a_keyring_that_hangs_at_a_check_leaves_the_page_usable(
    qtbot: QtBot, make: Callable[..., SettingsPage], bus: str, vault: None
) -> None:
    del vault
    page = make(accounts=(FIRST,))
    with keyrings.hanging(bus) as go_on:
        click(page.account.check_button)
        say(qtbot, page.account.finding.words, "Waiting for the system's keyring")
        page.open_section(SENDING)
        click(page.sending.ways.row("pop"))
        on_disk(qtbot, page, lambda known: known.sending_method == "pop")
        page.open_section(ACCOUNT)
        press(Qt.Key.Key_Escape)
        assert page.account.finding.isHidden()
        assert page.account.check_button.isEnabled()
        go_on()
        qtbot.waitUntil(lambda: not page._desk.lanes.busy())


def test_esc_leaves_the_adding_of_an_account(make: Callable[..., SettingsPage]) -> None:
    page = make()
    page.add_account()
    assert page.account.adding
    page.account.token.edit.setText("half a token")
    press(Qt.Key.Key_Escape)
    assert not page.account.adding
    assert page.account.token.edit.text() == ""
    assert page.account._none.isVisible()


def test_settings_that_cannot_be_written_are_not_shown_as_written(
    qtbot: QtBot, make: Callable[..., SettingsPage], tmp_path: Path
) -> None:
    page = make(sending_method="pop")
    said: list[object] = []
    page._desk.noticed.connect(said.append)
    page.open_section(SENDING)
    (tmp_path / "settings.json").unlink()
    (tmp_path / "settings.json").mkdir()
    click(page.sending.ways.row("any_point"))
    qtbot.waitUntil(lambda: bool(said))
    assert page._changes.known.sending_method == "pop"
    assert page.sending.ways.value() == "pop"
    assert not page.undo_button.isEnabled()


@pytest.mark.parametrize("size", [(936, 704), (1278, 704), (560, 420)])
def test_every_control_has_a_name_and_whole_words(
    qtbot: QtBot, make: Callable[..., SettingsPage], size: tuple[int, int]
) -> None:
    page = make(accounts=(FIRST, SECOND))
    page.resize(*size)
    for number in range(5):
        page.open_section(number)
        buttons = [one for one in page.findChildren(KeyButton) if one.isVisible()]
        qtbot.waitUntil(partial(whole, buttons))
        for cells in page.presets.cells.values():
            assert all(cell.accessibleName() for cell in cells)
    assert all(field.edit.accessibleName() for field in page.sender_form.fields.values())
    assert page.keys()
    assert page.regions()


def whole(buttons: list[KeyButton]) -> bool:
    return all(one.width() >= one.sizeHint().width() for one in buttons)
