"""Accounts on the lanes: a real simulator over a socket, a real gnome-keyring that may hang."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from inpost_desk import settings, tokens
from inpost_desk.background import KEYRING, Lanes
from inpost_desk.domain.shipment import Organization, OrganizationId
from inpost_desk.errors import KeyringTrouble, NoAnswer, NotAllowed, Offline, TooFast, Trouble
from inpost_desk.settings import Account, Settings
from inpost_desk.ui.accounts import (
    DEMO_KEY,
    Accounts,
    AccountSwitcher,
    account_words,
    environment_words,
)
from inpost_desk.ui.desk import Desk
from tests.simulator_process import Simulator
from tests.test_tokens import a_secret_service
from tests.ui import keyrings

ACCOUNT = Account("sandbox", OrganizationId(4711), "Sklep")


@pytest.fixture(scope="module")
def bus() -> Iterator[str]:
    with a_secret_service() as address:
        yield address


@pytest.fixture
def vault(bus: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """An unlocked keyring of the system, empty afterwards."""
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", bus)
    monkeypatch.delenv("INPOST_DESK_TOKEN", raising=False)
    with keyrings.in_use():
        yield
        tokens.remove(ACCOUNT.key)


@pytest.fixture
def no_vault(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.delenv("INPOST_DESK_TOKEN", raising=False)
    with keyrings.absent():
        yield


@pytest.fixture
def hanging(bus: str, vault: None) -> Iterator[Callable[[], None]]:
    del vault
    with keyrings.hanging(bus) as go_on:
        yield go_on


@pytest.fixture
def desk(lanes: Lanes, tmp_path: Path) -> Desk:
    return Desk(lanes, tmp_path, Settings())


class Ends:
    """What became of one call."""

    def __init__(self) -> None:
        self.done: list[object] = []
        self.failed: list[Exception] = []
        self.waited = 0

    def ok(self, result: object = None) -> None:
        self.done.append(result)

    def bad(self, error: Exception) -> None:
        self.failed.append(error)

    def waits(self) -> None:
        self.waited += 1


def over(qtbot: QtBot, ends: Ends) -> None:
    qtbot.waitUntil(lambda: bool(ends.done or ends.failed))


@pytest.mark.usefixtures("vault")
def test_a_token_goes_into_the_keyring_and_the_account_into_the_settings(
    qtbot: QtBot, desk: Desk
) -> None:
    accounts, ends = Accounts(desk), Ends()
    told: list[tuple[object, ...]] = []
    accounts.added.connect(lambda *facts: told.append(facts))

    accounts.store(ACCOUNT, "abc.def", done=ends.ok, failed=ends.bad, waiting=ends.waits)
    over(qtbot, ends)

    assert tokens.load(ACCOUNT.key) == "abc.def"
    known = settings.load(desk.data_dir).settings
    assert known == desk.settings
    assert known.accounts == (ACCOUNT,)
    assert known.account == ACCOUNT.key
    assert told == [(ACCOUNT, "abc.def", True)]
    assert accounts.session_tokens == {}
    assert "abc.def" not in (desk.data_dir / "settings.json").read_text()


@pytest.mark.usefixtures("vault")
def test_a_second_account_does_not_become_the_one_that_opens(qtbot: QtBot, desk: Desk) -> None:
    accounts, other = Accounts(desk), Account("sandbox", OrganizationId(5), "Inny")
    for account in (other, ACCOUNT):
        ends = Ends()
        accounts.keep_for_session(account, "t", done=ends.ok, failed=ends.bad)
        over(qtbot, ends)

    assert desk.settings.accounts == (other, ACCOUNT)
    assert desk.settings.account == other.key


def test_without_a_keyring_the_token_stays_in_memory(
    qtbot: QtBot, desk: Desk, no_vault: None
) -> None:
    del no_vault
    accounts, ends = Accounts(desk), Ends()
    told: list[tuple[object, ...]] = []
    accounts.added.connect(lambda *facts: told.append(facts))

    accounts.store(ACCOUNT, "abc.def", done=ends.ok, failed=ends.bad, waiting=ends.waits)
    over(qtbot, ends)
    (trouble,) = ends.failed
    assert isinstance(trouble, KeyringTrouble)
    assert trouble.rule == "missing"
    assert "gnome-keyring" in account_words(trouble)
    assert desk.settings.accounts == ()

    ends = Ends()
    accounts.keep_for_session(ACCOUNT, "abc.def", done=ends.ok, failed=ends.bad)
    over(qtbot, ends)
    assert accounts.session_tokens == {ACCOUNT.key: "abc.def"}
    assert told == [(ACCOUNT, "abc.def", False)]

    ends = Ends()
    accounts.remove(ACCOUNT, done=ends.ok, failed=ends.bad, waiting=ends.waits)
    over(qtbot, ends)
    assert accounts.session_tokens == {}
    assert desk.settings.accounts == ()


def test_a_keyring_that_hangs_blocks_nobody_and_giving_up_leaves_nothing_behind(
    qtbot: QtBot, desk: Desk, hanging: Callable[[], None]
) -> None:
    accounts, ends = Accounts(desk), Ends()

    job = accounts.store(ACCOUNT, "abc.def", done=ends.ok, failed=ends.bad, waiting=ends.waits)
    qtbot.waitUntil(lambda: bool(ends.waited))
    desk.change_settings(language="en")
    qtbot.waitUntil(lambda: desk.settings.language == "en")
    assert desk.lanes.busy(KEYRING) == 1
    job.give_up()
    hanging()
    qtbot.waitUntil(lambda: not desk.lanes.busy(KEYRING))

    assert (ends.done, ends.failed, ends.waited) == ([], [], 1)
    assert tokens.load(ACCOUNT.key) is None
    assert settings.load(desk.data_dir).settings.accounts == ()


def test_a_keyring_that_comes_round_takes_the_token_after_all(
    qtbot: QtBot, desk: Desk, hanging: Callable[[], None]
) -> None:
    accounts, ends = Accounts(desk), Ends()

    accounts.store(ACCOUNT, "abc.def", done=ends.ok, failed=ends.bad, waiting=ends.waits)
    qtbot.waitUntil(lambda: bool(ends.waited))
    hanging()
    over(qtbot, ends)

    assert ends.failed == []
    assert tokens.load(ACCOUNT.key) == "abc.def"


@pytest.mark.usefixtures("vault")
def test_a_removed_account_leaves_no_token(qtbot: QtBot, desk: Desk) -> None:
    accounts, ends = Accounts(desk), Ends()
    gone: list[str] = []
    accounts.removed.connect(gone.append)
    accounts.store(ACCOUNT, "abc.def", done=ends.ok, failed=ends.bad, waiting=ends.waits)
    over(qtbot, ends)

    ends = Ends()
    accounts.remove(ACCOUNT, done=ends.ok, failed=ends.bad, waiting=ends.waits)
    over(qtbot, ends)

    assert tokens.load(ACCOUNT.key) is None
    assert desk.settings.accounts == ()
    assert gone == [ACCOUNT.key]


@pytest.mark.usefixtures("no_vault")
def test_a_check_asks_inpost_and_learns_the_name(
    qtbot: QtBot, desk: Desk, simulator: Simulator
) -> None:
    account = Account(simulator.url, OrganizationId(simulator.organization), "Dawna nazwa")
    accounts, ends = Accounts(desk), Ends()
    accounts.keep_for_session(account, simulator.token, done=ends.ok, failed=ends.bad)
    over(qtbot, ends)

    ends = Ends()
    accounts.check(account, done=ends.ok, failed=ends.bad, waiting=ends.waits)
    over(qtbot, ends)

    (found,) = ends.done
    assert isinstance(found, Organization)
    assert found.name == "Hurtownia Pokazowa"
    qtbot.waitUntil(lambda: desk.settings.accounts[0].name == "Hurtownia Pokazowa")


@pytest.mark.usefixtures("no_vault")
def test_a_check_with_somebody_elses_token_says_so(
    qtbot: QtBot, desk: Desk, simulator: Simulator
) -> None:
    account = Account(simulator.url, OrganizationId(simulator.organization))
    accounts, ends = Accounts(desk), Ends()
    accounts.session_tokens[account.key] = simulator.prepaid_token

    accounts.check(account, done=ends.ok, failed=ends.bad, waiting=ends.waits)
    over(qtbot, ends)

    (refusal,) = ends.failed
    assert isinstance(refusal, NotAllowed)
    assert "1001" in account_words(refusal)


@pytest.mark.usefixtures("vault")
def test_an_account_whose_token_is_gone_says_so(qtbot: QtBot, desk: Desk) -> None:
    accounts, ends = Accounts(desk), Ends()

    accounts.check(ACCOUNT, done=ends.ok, failed=ends.bad, waiting=ends.waits)
    over(qtbot, ends)

    (refusal,) = ends.failed
    assert isinstance(refusal, NotAllowed)
    assert refusal.rule == "token_missing"


@pytest.mark.parametrize(
    ("trouble", "part"),
    [
        (Offline("no_connection"), "internet"),
        (NoAnswer("cut"), "did not answer"),
        (TooFast(wait=7.0), "7 seconds"),
        (NotAllowed(status=401, rule="token_invalid"), "Manager Paczek"),
        (NotAllowed(status=403, rule="blocked"), "firewall"),
        (KeyringTrouble("unsafe"), "plain text"),
        (KeyringTrouble("locked"), "locked"),
    ],
)
def test_every_trouble_says_what_to_do_in_the_window(trouble: Trouble, part: str) -> None:
    words = account_words(trouble)
    assert part in words
    assert "--" not in words


def test_places_have_names() -> None:
    assert environment_words("sandbox") == "Sandbox"
    assert environment_words("http://127.0.0.1:8080") == "127.0.0.1:8080"


def test_the_switcher_offers_every_account_and_the_demo(qtbot: QtBot, desk: Desk) -> None:
    desk.settings = Settings(accounts=(ACCOUNT, Account("production", OrganizationId(7), "A & B")))
    menu = AccountSwitcher(desk)
    qtbot.addWidget(menu)
    chosen: list[str] = []
    menu.chosen.connect(chosen.append)
    asked: list[bool] = []
    menu.add_asked.connect(lambda: asked.append(True))

    texts = [action.text() for action in menu.actions() if not action.isSeparator()]
    assert texts[0] == "Sklep · 4711 · Sandbox"
    assert texts[1].startswith("A && B · 7")
    for action in menu.actions():
        action.trigger()
    assert chosen == [ACCOUNT.key, "production/7", DEMO_KEY]
    assert asked == [True]
