"""The first start with keys and mouse: a real simulator, a real keyring, paper that is read back."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pypdfium2
import pytest
import zxingcpp
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QRadioButton
from pytestqt.qtbot import QtBot

from inpost_desk import settings, tokens
from inpost_desk.background import KEYRING, Lanes
from inpost_desk.domain.printer import Profile, Reach
from inpost_desk.settings import Account, Environment, Settings
from inpost_desk.ui import look
from inpost_desk.ui.desk import Desk
from inpost_desk.ui.first_start import ACCOUNT, ORGANIZATION, PRINTER, SENDING, TEST, FirstStart
from inpost_desk.ui.kit import KeyButton
from tests.shipx.scripted_server import answer, hang, serve
from tests.simulator_process import Simulator
from tests.test_tokens import a_secret_service
from tests.ui import keyrings

KEY = "production/1002"
TWO = '{"count":2,"items":[{"id":7,"name":"Siedem"},{"id":8,"name":"Osiem"}]}'
UNKNOWN = answer(401, '{"status":401,"error":"token_invalid"}')
NOBODY = "http://127.0.0.1:9"


@pytest.fixture(scope="module")
def bus() -> Iterator[str]:
    with a_secret_service() as address:
        yield address


@pytest.fixture
def vault(bus: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", bus)
    with keyrings.in_use():
        yield
        tokens.remove(KEY)


@pytest.fixture
def no_vault() -> Iterator[None]:
    with keyrings.absent():
        yield


@pytest.fixture
def inpost(simulator: Simulator, monkeypatch: pytest.MonkeyPatch) -> Simulator:
    """Production is the simulator, the sandbox is not reached."""
    at(monkeypatch, production=simulator.url)
    return simulator


@pytest.fixture
def first(
    qtbot: QtBot, lanes: Lanes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> FirstStart:
    look.apply(QApplication.instance(), "light")  # type: ignore[arg-type]
    # No print server answers there.
    monkeypatch.setenv("CUPS_SERVER", "127.0.0.1:9")
    page = FirstStart(Desk(lanes, tmp_path, Settings()))
    page.resize(1024, 736)
    qtbot.addWidget(page)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.token.edit.hasFocus)
    return page


def at(monkeypatch: pytest.MonkeyPatch, *, production: str, sandbox: str = NOBODY) -> None:
    monkeypatch.setitem(settings.API_URLS, Environment.PRODUCTION, production)
    monkeypatch.setitem(settings.API_URLS, Environment.SANDBOX, sandbox)


def press(key: Qt.Key, modifier: Qt.KeyboardModifier | None = None) -> None:
    """A key where the focus is."""
    target = QApplication.focusWidget()
    assert target is not None
    QTest.keyClick(target, key, modifier or Qt.KeyboardModifier.NoModifier)


def enter() -> None:
    press(Qt.Key.Key_Return)


def paste(page: FirstStart, token: str) -> None:
    QGuiApplication.clipboard().setText(token)
    page.token.edit.setFocus()
    press(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)


def say(qtbot: QtBot, words: Callable[[], str], part: str) -> None:
    qtbot.waitUntil(lambda: part in words(), timeout=10_000)


def step(qtbot: QtBot, page: FirstStart, wanted: int) -> None:
    qtbot.waitUntil(lambda: page.step == wanted, timeout=10_000)


@pytest.mark.usefixtures("vault")
def test_from_the_token_to_the_read_back_label_by_keyboard_alone(
    qtbot: QtBot,
    first: FirstStart,
    inpost: Simulator,
    tmp_path: Path,
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.DEBUG)
    told: list[tuple[object, ...]] = []
    first.account_added.connect(lambda *facts: told.append(facts))
    done: list[bool] = []
    first.finished.connect(lambda: done.append(True))
    folder = tmp_path / "paper"

    paste(first, f"Bearer {inpost.token}\n")
    say(qtbot, first.token.finding.words, "Hurtownia Pokazowa, organisation 1002")
    enter()
    step(qtbot, first, SENDING)
    assert tokens.load(KEY) == inpost.token
    account = Account("production", told[0][0].organization, "Hurtownia Pokazowa")  # type: ignore[attr-defined]
    assert told == [(account, inpost.token, True)]

    qtbot.waitUntil(first.sending.ways.row("comes").hasFocus)
    press(Qt.Key.Key_Space)
    qtbot.waitUntil(first.sending.days[0].isVisible)
    enter()
    step(qtbot, first, PRINTER)

    say(qtbot, first.printer.finding.words, "cannot be asked")
    qtbot.waitUntil(first.printer.printers.row(Reach.FOLDER).hasFocus)
    first.printer.folder.edit.setText(str(folder))
    press(Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: first.printer.value() == Profile.at(Reach.FOLDER, str(folder)))
    enter()
    step(qtbot, first, TEST)

    qtbot.waitUntil(first.test.print_button.hasFocus)
    press(Qt.Key.Key_F7)
    qtbot.waitUntil(first.test.scanned.edit.hasFocus, timeout=10_000)
    (paper,) = folder.iterdir()
    QTest.keyClicks(first.test.scanned.edit, code_on(paper).lower())
    enter()
    assert first.test.confirmed
    assert done == []
    enter()

    assert done == [True]
    desk = first._desk
    qtbot.waitUntil(lambda: desk.settings.printer is not None)
    known = settings.load(tmp_path).settings
    assert known == desk.settings
    assert known.accounts == (account,)
    assert (known.account, known.sending_method) == (KEY, "dispatch_order")
    assert known.courier_days == (0, 1, 2, 3, 4)
    assert known.printer == Profile.at(Reach.FOLDER, str(folder))
    assert inpost.token not in caplog.text
    assert inpost.token not in (tmp_path / "settings.json").read_text()


def code_on(paper: Path) -> str:
    """What a scanner reads from the coarsest code of the page: the finer ones say a digit more."""
    with pypdfium2.PdfDocument(paper) as document:
        image = document[0].render(scale=4).to_pil()
    return min((one.text for one in zxingcpp.read_barcodes(image)), key=len)


def test_the_token_is_never_shown_and_does_not_stay(
    qtbot: QtBot, first: FirstStart, inpost: Simulator, no_vault: None
) -> None:
    del no_vault
    edit = first.token.edit
    assert edit.echoMode() == QLineEdit.EchoMode.Password
    paste(first, inpost.token)
    assert edit.displayText() != inpost.token
    say(qtbot, first.token.finding.words, "organisation 1002")
    enter()
    step(qtbot, first, ORGANIZATION)
    assert edit.text() == ""


def test_nothing_pasted_is_said_at_the_field(first: FirstStart) -> None:
    enter()
    assert "missing" in first.token.finding.words()
    assert first.token.edit.hasFocus()
    assert first.step == ACCOUNT


@pytest.mark.parametrize("token", ["abc", "to nie jest żaden token, naprawdę nie jest"])
def test_a_token_nobody_knows(
    qtbot: QtBot, first: FirstStart, token: str, inpost: Simulator
) -> None:
    del inpost
    paste(first, token)
    enter()
    say(qtbot, first.token.finding.words, "InPost does not know this token")
    assert first.step == ACCOUNT
    assert first.next_button.isEnabled()


def test_a_token_of_the_sandbox_is_recognised(
    qtbot: QtBot, first: FirstStart, simulator: Simulator, monkeypatch: pytest.MonkeyPatch
) -> None:
    with serve(UNKNOWN) as production:
        at(monkeypatch, production=production.url, sandbox=simulator.url)
        paste(first, simulator.token)
        say(qtbot, first.token.finding.words, "This is a token of the sandbox")
    assert first.token.places.value() == "sandbox"
    assert first.token.probe is not None
    assert first.token.probe.environment == "sandbox"


def test_offline_is_said_and_the_token_stays_for_another_try(
    qtbot: QtBot, first: FirstStart, simulator: Simulator, monkeypatch: pytest.MonkeyPatch
) -> None:
    at(monkeypatch, production=NOBODY)
    paste(first, simulator.token)
    say(qtbot, first.token.finding.words, "InPost cannot be reached")

    at(monkeypatch, production=simulator.url)
    enter()
    say(qtbot, first.token.finding.words, "Hurtownia Pokazowa")
    assert first.token.probe is not None


def test_a_token_without_an_organisation_says_what_to_fill_in(
    qtbot: QtBot, first: FirstStart, monkeypatch: pytest.MonkeyPatch
) -> None:
    with serve(answer(body='{"count":0,"items":[]}')) as server:
        at(monkeypatch, production=server.url)
        paste(first, "x" * 30)
        say(qtbot, first.token.finding.words, "invoice data")
    assert first.token.probe is None


def test_esc_forgets_a_question_that_takes_long(
    qtbot: QtBot, first: FirstStart, monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[bool] = []
    first.finished.connect(lambda: done.append(True))
    with serve(hang) as server:
        at(monkeypatch, production=server.url)
        paste(first, "x" * 30)
        qtbot.waitUntil(lambda: bool(server.requests))
        assert not first.next_button.isEnabled()
        press(Qt.Key.Key_Escape)
        assert not first.token.busy
        assert first.next_button.isEnabled()
        assert done == []
        press(Qt.Key.Key_Escape)
    assert done == [True]


def test_one_of_several_organisations_is_chosen(
    qtbot: QtBot, first: FirstStart, monkeypatch: pytest.MonkeyPatch, no_vault: None
) -> None:
    del no_vault
    told: list[Account] = []
    first.account_added.connect(lambda account, _token, _stored: told.append(account))
    with serve(answer(body=TWO)) as server:
        at(monkeypatch, production=server.url)
        paste(first, "x" * 30)
        say(qtbot, first.token.finding.words, "several organisations")
    enter()
    step(qtbot, first, ORGANIZATION)
    qtbot.waitUntil(first.organization.choices.row("7").hasFocus)
    QTest.mouseClick(first.next_button, Qt.MouseButton.LeftButton)
    assert "which organisation" in first.organization.keyring.words()

    press(Qt.Key.Key_Down)
    enter()
    assert first.organization.choices.value() == "8"
    enter()
    say(qtbot, first.organization.keyring.words, "gnome-keyring")
    enter()
    step(qtbot, first, SENDING)
    assert [one.key for one in told] == ["production/8"]


def test_without_a_keyring_it_explains_what_to_install_and_goes_on_for_this_session(
    qtbot: QtBot, first: FirstStart, inpost: Simulator, no_vault: None
) -> None:
    del no_vault
    told: list[tuple[object, ...]] = []
    first.account_added.connect(lambda *facts: told.append(facts))
    paste(first, inpost.token)
    say(qtbot, first.token.finding.words, "organisation 1002")
    enter()
    say(qtbot, first.organization.keyring.words, "Install gnome-keyring")
    assert "without a keyring" in first.next_button.words()

    enter()
    step(qtbot, first, SENDING)
    assert told[0][1:] == (inpost.token, False)
    assert first._desk.settings.accounts[0].name == "Hurtownia Pokazowa"


def test_a_keyring_that_hangs_leaves_the_window_usable(
    qtbot: QtBot, first: FirstStart, inpost: Simulator, bus: str, vault: None
) -> None:
    del vault
    lanes = first._desk.lanes
    with keyrings.hanging(bus) as go_on:
        paste(first, inpost.token)
        say(qtbot, first.token.finding.words, "organisation 1002")
        enter()
        say(qtbot, first.organization.keyring.words, "Waiting for the system's keyring")
        first.head.languages.setFocus()
        assert first.head.languages.isEnabled()
        QTest.mouseClick(first.organization.cancel_button, Qt.MouseButton.LeftButton)
        assert "not stored" in first.organization.keyring.words()
        assert lanes.busy(KEYRING) == 1

        enter()
        step(qtbot, first, SENDING)
        go_on()
        qtbot.waitUntil(lambda: not lanes.busy(KEYRING))
    assert tokens.load(KEY) is None
    assert first._desk.settings.accounts[0].key == KEY


def test_a_page_that_is_gone_is_told_nothing(
    qtbot: QtBot, lanes: Lanes, tmp_path: Path, simulator: Simulator
) -> None:
    page = FirstStart(Desk(lanes, tmp_path, Settings()), api_url=simulator.url)
    assert page.token.places.value() == simulator.url
    page.token.edit.setText(simulator.token)
    assert page.token.busy
    with qtbot.waitSignal(page.destroyed):
        page.deleteLater()
    qtbot.waitUntil(lambda: not lanes.busy())
    assert [one["status"] for one in simulator.log()] == [200]


def test_the_demo_and_later(first: FirstStart) -> None:
    told: list[str] = []
    first.demo_asked.connect(lambda: told.append("demo"))
    first.finished.connect(lambda: told.append("later"))

    press(Qt.Key.Key_D, Qt.KeyboardModifier.AltModifier)
    first.demo_button.setFocus()
    enter()
    press(Qt.Key.Key_Escape)

    assert told == ["demo", "demo", "later"]


def test_the_language_changes_at_once(first: FirstStart) -> None:
    chosen: list[str] = []
    first.language_chosen.connect(chosen.append)
    first.head.languages.set_value("pl")
    QTest.mouseClick(segment(first, "English"), Qt.MouseButton.LeftButton)
    assert chosen == ["en"]


def segment(page: FirstStart, text: str) -> QRadioButton:
    return next(one for one in page.head.languages.findChildren(QRadioButton) if one.text() == text)


def test_the_way_of_sending_has_to_be_chosen_with_a_day(qtbot: QtBot, first: FirstStart) -> None:
    first.go_to(SENDING)
    qtbot.waitUntil(first.sending.ways.row("comes").hasFocus)
    QTest.mouseClick(first.next_button, Qt.MouseButton.LeftButton)
    assert first.step == SENDING

    enter()
    assert first.sending.value() == ("dispatch_order", (0, 1, 2, 3, 4))
    for day in first.sending.days:
        day.setFocus()
        press(Qt.Key.Key_Space)
    assert first.sending.value() is None
    enter()
    assert first.step == SENDING

    press(Qt.Key.Key_Space)
    enter()
    assert first.step == PRINTER
    qtbot.waitUntil(lambda: first._desk.settings.courier_days == (0,))
    press(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert first.step == SENDING


@pytest.mark.parametrize(
    ("name", "part"), [("missing/deeper", "no such"), ("file", "not a folder")]
)
def test_a_folder_that_cannot_be_used_is_said_at_the_field(
    qtbot: QtBot, first: FirstStart, tmp_path: Path, name: str, part: str
) -> None:
    (tmp_path / "file").write_text("")
    first.go_to(PRINTER)
    first.printer.folder.edit.setText(str(tmp_path / name))
    QTest.mouseClick(first.printer.printers.row(Reach.FOLDER), Qt.MouseButton.LeftButton)
    say(qtbot, first.printer.folder.finding, part)
    assert first.printer.value() is None
    QTest.mouseClick(first.next_button, Qt.MouseButton.LeftButton)
    assert first.step == PRINTER


def test_a_wrong_code_is_no_proof(qtbot: QtBot, first: FirstStart, tmp_path: Path) -> None:
    first.go_to(TEST)
    first.test.set_printer(Profile.at(Reach.FOLDER, str(tmp_path)))
    first.test.print()
    qtbot.waitUntil(first.test.scanned.isVisible, timeout=10_000)
    QTest.keyClicks(first.test.scanned.edit, "123456")
    QTest.keyClick(first.test.scanned.edit, Qt.Key.Key_Return)
    assert "Another code" in first.test.scanned.finding()
    assert not first.test.confirmed
    assert "without a test" in first.next_button.words()


def test_a_printer_that_is_gone_prints_no_test(
    qtbot: QtBot, first: FirstStart, tmp_path: Path
) -> None:
    first.go_to(TEST)
    first.test.set_printer(Profile.at(Reach.FOLDER, str(tmp_path / "gone")))
    first.test.print()
    say(qtbot, first.test.finding.words, "not printed")
    assert not first.test.pending


@pytest.mark.parametrize("size", [(1024, 736), (1366, 736), (640, 480)])
def test_every_word_of_a_button_is_there_at_any_size(
    qtbot: QtBot, first: FirstStart, size: tuple[int, int]
) -> None:
    first.resize(*size)
    for number in (ACCOUNT, SENDING, PRINTER, TEST):
        first.go_to(number)
        qtbot.waitUntil(lambda: first._pages.currentIndex() == first.step)
        shown = [one for one in first.findChildren(KeyButton) if one.isVisible()]
        assert shown
        qtbot.waitUntil(partial(whole, shown))
        assert all(one.accessibleName() or one.text() for one in shown)


def whole(buttons: list[KeyButton]) -> bool:
    return all(one.width() >= one.sizeHint().width() for one in buttons)
