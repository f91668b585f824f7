"""The program around the pages: accounts, language, first start, a quick start and a clean end."""

from __future__ import annotations

import gc
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import filelock
import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from inpost_desk import app_session, settings, tokens
from inpost_desk.app_session import Given, first_account
from inpost_desk.app_window import Program
from inpost_desk.asked import command_first, has_screen
from inpost_desk.background import RUN, Garbage, Lanes
from inpost_desk.domain.shipment import OrganizationId
from inpost_desk.errors import FileTrouble, KeyringTrouble, LedgerTrouble, QuestionOpen
from inpost_desk.settings import Account, Settings
from inpost_desk.ui import look
from inpost_desk.ui.desk import Desk, Notice
from inpost_desk.ui.first_start import FirstStart
from inpost_desk.ui.settings_page import PRINTER, SettingsPage
from inpost_desk.ui.status import CONNECTION
from inpost_desk.ui.window_page import go_to_section, section_of
from inpost_desk.ui.window_parts import SETTINGS
from tests.simulator_process import Simulator
from tests.window_program import NotingPage, put_in_place

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

START_LIMIT = 60
SLOW = (
    "httpx sqlalchemy alembic pypdf pypdfium2 PIL zxingcpp reportlab keyring rich python_calamine "
    "xlsxwriter inpost_desk.ledger.ledger inpost_desk.shipx inpost_desk.simulator inpost_desk.session"
)

Make = Callable[..., Program]


@pytest.fixture(autouse=True)
def _noting_page(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "inpost_desk.ui.orders.page", None)
    put_in_place()


@pytest.fixture(autouse=True)
def _no_token_of_this_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("INPOST_DESK_TOKEN", raising=False)


@pytest.fixture
def spoken() -> list[str]:
    return []


@pytest.fixture
def make(qtbot: QtBot, qapp: QApplication, tmp_path: Path, spoken: list[str]) -> Iterator[Make]:
    """Starts programs in this process; each is ended as `app.run` ends it."""
    del qtbot
    # As in the program: a collection on a lane would destroy widgets there.
    garbage = Garbage()
    look.apply(qapp, "light")
    started: list[tuple[Program, Lanes]] = []

    def start(
        given: Given | None = None,
        *,
        file: Path | None = None,
        kept: Mapping[str, str] | None = None,
        **known: object,
    ) -> Program:
        lanes = Lanes()
        loaded = settings.change(tmp_path, **known) if known else Settings()
        desk = Desk(lanes, tmp_path, loaded)
        program = Program(desk, given or Given(), speak=spoken.append, wear=lambda _: None)
        # Before the account is opened: it asks this machine's keyring for a token it does not find here.
        program.accounts.session_tokens.update(kept or {})
        started.append((program, lanes))
        program.show()
        program.open_first_account(file)
        return program

    yield start
    for program, lanes in started:
        program.window.close_now()
        assert lanes.stop()
        program.drop_windows()
        program.account.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    started.clear()
    gc.collect()
    garbage.stop()


def _demo_process(folder: Path) -> bool:
    """Whether a simulator works in that data folder."""
    for place in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            if str(folder).encode() in (words := place.read_bytes()) and b".simulator" in words:
                return True
        except OSError:
            continue
    return False


def _connection(program: Program) -> str:
    told = program.window.status.told().get(CONNECTION)
    return told.text if told else ""


def _account_of(simulator: Simulator, *, token: str | None = None) -> Given:
    key = simulator.token if token is None else token
    return Given(api_url=simulator.url, organization=simulator.organization, token=key)


# Which account


def test_the_account_that_was_open_last_is_opened_again() -> None:
    one = Account("production", OrganizationId(1), "One")
    two = Account("production", OrganizationId(2), "Two")
    known = Settings(accounts=(one, two), account=two.key)
    assert first_account(known, Given()) == two
    assert first_account(Settings(accounts=(one, two)), Given()) == one
    assert first_account(Settings(), Given()) is None
    assert first_account(Settings(accounts=(one,), account="demo"), Given()) != one
    assert first_account(known, Given(organization=1)) == one
    with pytest.raises(QuestionOpen):
        first_account(known, Given(environment="sandbox"))
    with pytest.raises(QuestionOpen):
        first_account(known, Given(environment="production"))
    with pytest.raises(FileTrouble):
        first_account(known, Given(api_url="http://inpost.example", organization=1))


def test_without_an_account_one_is_asked_for_and_the_demo_is_one_press_away(
    qtbot: QtBot, make: Make, tmp_path: Path
) -> None:
    program = make()
    greeting = program.window.findChild(FirstStart)
    assert isinstance(greeting, FirstStart)
    assert program.window.rail.isHidden()
    greeting.demo_button.click()
    desk = program._desk
    qtbot.waitUntil(lambda: desk.session is not None, timeout=START_LIMIT * 1_000)
    assert program.window.rail.isVisible()
    assert program.window._frame.kind == "demo"
    qtbot.waitUntil(lambda: settings.load(tmp_path).settings.account == "demo")
    assert _demo_process(tmp_path)
    program.window.close_now()
    assert desk.lanes.stop()
    program.account.close()
    assert not _demo_process(tmp_path)


def test_an_account_is_opened_checked_and_named(
    qtbot: QtBot, make: Make, simulator: Simulator
) -> None:
    program = make(_account_of(simulator))
    qtbot.waitUntil(lambda: _connection(program) == "Connected to InPost", timeout=20_000)
    session = program._desk.session
    assert session is not None
    assert session.may_ask
    assert session.account.organization == simulator.organization


def test_a_token_inpost_does_not_know_is_said_with_a_way_out(
    qtbot: QtBot, make: Make, simulator: Simulator
) -> None:
    program = make(_account_of(simulator, token="eyJhbGciOiJub25lIn0.eyJ4IjoxfQ.nobody"))
    qtbot.waitUntil(lambda: _connection(program) == "Token not accepted", timeout=20_000)
    top = program.window.strip.top()
    assert top is not None
    program.window.strip.press()
    assert program.window.page == SETTINGS


def test_what_is_missing_is_set_where_it_belongs(make: Make) -> None:
    program = make(account="demo", accounts=())
    page = program.window.findChild(NotingPage)
    assert isinstance(page, NotingPage)
    page.settings_asked.emit("printer")
    opened = program.window.page_widget(SETTINGS)
    assert isinstance(opened, SettingsPage)
    assert opened.sections.currentRow() == PRINTER


def test_a_restore_that_was_cut_short_leads_to_the_button_that_ends_it(
    qtbot: QtBot, make: Make
) -> None:
    program = make(account="demo", accounts=())
    qtbot.waitUntil(lambda: program.account._now is not None, timeout=20_000)
    assert program.account._now is not None
    trouble = LedgerTrouble("half_restored", place="ledgers/demo")
    program.account._not_opened(program.account._now.wanted, trouble)
    program.window.strip.press()
    opened = program.window.page_widget(SETTINGS)
    assert isinstance(opened, SettingsPage)
    assert opened.chapter() == "data"
    button = opened.data.form.restore_button
    qtbot.waitUntil(lambda: opened.window().focusWidget() is button)


def test_without_a_keyring_the_ledger_can_be_read(
    qtbot: QtBot, make: Make, simulator: Simulator, monkeypatch: pytest.MonkeyPatch
) -> None:
    def none(_key: str, _environ: object) -> str:
        raise KeyringTrouble("missing")

    monkeypatch.setattr(tokens, "token_for", none)
    program = make(_account_of(simulator, token=""))
    qtbot.waitUntil(lambda: program._desk.session is not None, timeout=20_000)
    session = program._desk.session
    assert session is not None
    assert not session.may_ask
    top = program.window.strip.top()
    assert top is not None
    assert "keyring" in top.fact


def test_a_locked_keyring_keeps_nobody_and_its_answer_counts_when_it_comes(
    qtbot: QtBot, make: Make, simulator: Simulator, monkeypatch: pytest.MonkeyPatch
) -> None:
    unlocked = threading.Event()

    def locked(_key: str, _environ: object) -> str:
        assert unlocked.wait(60)
        return simulator.token

    monkeypatch.setattr(tokens, "token_for", locked)
    monkeypatch.setattr(app_session, "KEYRING_PATIENCE", 50)
    program = make(_account_of(simulator, token=""))
    desk = program._desk
    qtbot.waitUntil(lambda: desk.session is not None, timeout=20_000)
    first = desk.session
    assert first is not None
    assert not first.may_ask
    assert program.window.strip.top() is not None
    unlocked.set()
    qtbot.waitUntil(lambda: _connection(program) == "Connected to InPost", timeout=20_000)
    assert desk.session is not first
    assert program.window.strip.top() is None
    qtbot.waitUntil(lambda: len(program.account._open) == 1)
    assert program.account._open[0].session is desk.session


def test_inpost_out_of_reach_is_no_reason_not_to_open(
    qtbot: QtBot, make: Make, start_simulator: Callable[..., Simulator]
) -> None:
    simulator = start_simulator()
    given = _account_of(simulator)
    simulator.close()
    program = make(given)
    qtbot.waitUntil(lambda: _connection(program) == "No connection to InPost", timeout=20_000)
    assert program._desk.session is not None
    assert program.account._again.isActive()


def test_from_one_account_to_another_the_first_is_closed(
    qtbot: QtBot, make: Make, simulator: Simulator, tmp_path: Path
) -> None:
    account = Account(simulator.url, OrganizationId(simulator.organization), "Shop")
    program = make(account="demo", accounts=(account,), kept={account.key: simulator.token})
    desk = program._desk
    qtbot.waitUntil(lambda: desk.session is not None, timeout=START_LIMIT * 1_000)
    assert _demo_process(tmp_path)
    program._switch(account.key)
    qtbot.waitUntil(lambda: _connection(program) == "Connected to InPost", timeout=20_000)
    qtbot.waitUntil(lambda: not _demo_process(tmp_path), timeout=20_000)
    qtbot.waitUntil(lambda: settings.load(tmp_path).settings.account == account.key)
    program._switch("demo")
    qtbot.waitUntil(lambda: _connection(program) == "Simulator in the program", timeout=20_000)
    assert len(program.account._open) <= 2


def test_during_a_run_the_account_stays(qtbot: QtBot, make: Make, simulator: Simulator) -> None:
    program = make(_account_of(simulator))
    desk = program._desk
    qtbot.waitUntil(lambda: _connection(program) == "Connected to InPost", timeout=20_000)
    session = desk.session
    gate = threading.Event()
    desk.lanes.start(RUN, gate.wait)
    program._switch("demo")
    gate.set()
    qtbot.waitUntil(lambda: not desk.lanes.busy(RUN))
    assert desk.session is session
    assert program.window.strip.top() is not None


def test_a_removed_account_leads_to_the_first_start(
    qtbot: QtBot, make: Make, simulator: Simulator
) -> None:
    account = Account(simulator.url, OrganizationId(simulator.organization), "Shop")
    program = make(accounts=(account,), kept={account.key: simulator.token})
    # InPost's name for it is in the settings: nothing writes them any more but the removal.
    qtbot.waitUntil(lambda: _connection(program) == "Connected to InPost", timeout=20_000)
    qtbot.waitUntil(lambda: program._desk.settings.accounts[0].name != "Shop")
    gone: list[bool] = []
    program.accounts.forget(account, done=lambda: gone.append(True), failed=print)
    qtbot.waitUntil(lambda: bool(gone))
    assert program._desk.session is None
    assert program.window.findChild(FirstStart) is not None
    qtbot.waitUntil(lambda: not program.account._open)
    assert not program._desk.settings.accounts


# Language


def test_another_language_is_another_window_in_the_same_place(
    qtbot: QtBot, make: Make, spoken: list[str], tmp_path: Path
) -> None:
    program = make(account="demo", accounts=())
    old = program.window
    old.open_page(SETTINGS)
    go_to_section(old.page_widget(SETTINGS), 4)
    old.showNormal()
    old.setGeometry(30, 40, 720, 460)
    qtbot.waitUntil(lambda: old.width() == 720)
    program._desk.notify(Notice("a", "warning", "No answer"))
    program.change_language("en")
    new = program.window
    assert new is not old
    assert spoken == ["en"]
    assert (new.page, new.size()) == (SETTINGS, old.size())
    assert section_of(new.page_widget(SETTINGS)) == 4
    assert [one.key for one in new.strip.notices()] == ["a"]
    assert new.isVisible()
    assert not old.isVisible()
    qtbot.waitUntil(lambda: not program._before, timeout=START_LIMIT * 1_000)
    qtbot.waitUntil(lambda: settings.load(tmp_path).settings.language == "en")


def test_during_a_run_the_language_waits(qtbot: QtBot, make: Make, spoken: list[str]) -> None:
    program = make()
    old = program.window
    gate = threading.Event()
    program._desk.lanes.start(RUN, gate.wait)
    program.change_language("en")
    assert (program.window, spoken) == (old, [])
    gate.set()
    qtbot.waitUntil(lambda: program.window is not old)
    assert spoken == ["en"]
    assert program.window.findChild(FirstStart) is not None


# Files


def test_a_file_waits_for_an_account(qtbot: QtBot, make: Make, tmp_path: Path) -> None:
    order, later = tmp_path / "orders.csv", tmp_path / "later.csv"
    program = make(account="demo", accounts=(), file=order)
    program.called_again(later)
    page = program.window.findChild(NotingPage)
    assert isinstance(page, NotingPage)
    assert page.taken == []
    qtbot.waitUntil(lambda: page.taken == [order, later], timeout=START_LIMIT * 1_000)
    assert program._files == []


# The process


def test_a_screen_decides_what_happens_without_a_command() -> None:
    assert has_screen({"DISPLAY": ":0"}, "linux")
    assert has_screen({"WAYLAND_DISPLAY": "wayland-0"}, "linux")
    assert has_screen({"QT_QPA_PLATFORM": "offscreen"}, "linux")
    assert not has_screen({"DISPLAY": ""}, "linux")
    assert has_screen({}, "win32")
    assert has_screen({}, "darwin")


def test_the_window_takes_the_common_options_before_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISPLAY", ":0")
    assert command_first(["--data-dir", "x"]) == ["window", "--data-dir", "x"]
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    assert command_first([]) == ["demo"]


def _program(folder: Path, *arguments: str, code: str = "") -> subprocess.Popen[str]:
    command = (
        [sys.executable, "-c", code] if code else [sys.executable, "-m", "tests.window_program"]
    )
    return subprocess.Popen(
        [*command, "window", "--data-dir", str(folder), "--language", "en", *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )


def _lines_until(program: subprocess.Popen[str], wanted: str) -> str:
    assert program.stdout is not None
    late = threading.Timer(START_LIMIT, program.kill)
    late.start()
    seen = ""
    for line in program.stdout:
        seen += line
        if line.startswith(wanted):
            late.cancel()
            return seen
    raise AssertionError(seen)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_closes_everything(tmp_path: Path, number: signal.Signals) -> None:
    with _program(tmp_path, "--environment", "demo") as program:
        _lines_until(program, "account demo/1002")
        program.send_signal(number)
        rest, _ = program.communicate(timeout=START_LIMIT)
    assert (program.returncode, rest) == (0, "")
    assert not _demo_process(tmp_path)
    assert "window 0." in (tmp_path / "inpost-desk.log").read_text("utf-8")


def test_closed_while_the_account_is_being_opened_nothing_stays(tmp_path: Path) -> None:
    with _program(tmp_path, "--environment", "demo") as program:
        _lines_until(program, "shown")
        program.send_signal(signal.SIGTERM)
        rest, _ = program.communicate(timeout=START_LIMIT)
    assert program.returncode == 0, rest
    assert not _demo_process(tmp_path)


BLOCKED = """
import sys, threading
from inpost_desk import tokens
from tests.window_program import main, put_in_place, say
def token_for(key, environ):
    say("asked", key)
    threading.Event().wait()
tokens.token_for = token_for
put_in_place()
sys.exit(main())
"""


def test_a_keyring_that_never_answers_does_not_keep_the_process(
    tmp_path: Path, simulator: Simulator
) -> None:
    given = ("--api-url", simulator.url, "--organization", str(simulator.organization))
    with _program(tmp_path, *given, code=BLOCKED) as program:
        _lines_until(program, "asked")
        program.send_signal(signal.SIGTERM)
        rest, _ = program.communicate(timeout=START_LIMIT)
    assert program.returncode == 0, rest
    assert "window 0." in (tmp_path / "inpost-desk.log").read_text("utf-8")


def test_settings_held_by_another_program_do_not_keep_the_window(tmp_path: Path) -> None:
    settings.change(tmp_path, account="demo", look="dark")
    with filelock.FileLock(tmp_path / f"{settings.FILE_NAME}.lock"):
        program = _program(tmp_path)
        _lines_until(program, "shown")
    with program:
        _lines_until(program, "account demo/1002")
        program.send_signal(signal.SIGTERM)
        rest, _ = program.communicate(timeout=START_LIMIT)
    assert program.returncode == 0, rest


def test_a_folder_that_cannot_be_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from inpost_desk import app
    from inpost_desk.cli.main import main

    (tmp_path / "data").write_text("a file")
    shown: list[str] = []
    monkeypatch.setattr(app, "show_trouble", shown.append)
    assert main(["window", "--data-dir", str(tmp_path / "data"), "--language", "en"]) == 2
    assert all("data" in words for words in shown)


QUICK = """
import sys, time
from pathlib import Path
from tests.window_program import put_in_place
put_in_place()
from inpost_desk import app, single_instance
lock = single_instance.first(Path(sys.argv[-1]))
running = app._Running(app.application(), Path(sys.argv[-1]), app.Start(), lock)
running.program.show()
slow = [name for name in {slow!r}.split() if name in sys.modules]
print("slow", *slow, flush=True)
running.program.window.close_now()
running.end(0)
"""


def test_nothing_slow_is_loaded_before_the_window_is_shown(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", QUICK.format(slow=SLOW), str(tmp_path)],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=START_LIMIT,
        check=False,
    )
    assert "slow\n" in done.stdout, done.stdout + done.stderr
    assert done.returncode == 0, done.stderr
