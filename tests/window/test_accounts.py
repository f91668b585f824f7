"""Several organisations with their tokens in a real keyring, which may be locked."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import httpx
import pytest

from inpost_desk import settings
from inpost_desk.domain.shipment import OrganizationId
from inpost_desk.settings import Account
from tests.simulator_process import Simulator
from tests.window import order_files
from tests.window.conftest import Start
from tests.window.keyring_session import PASSWORD, KeyringSession, keyring_session
from tests.window.program import Program
from tests.window.screen import Screen, until


@pytest.fixture
def keyring(screen: Screen) -> Iterator[KeyringSession]:
    with keyring_session(screen) as session:
        yield session


@pytest.fixture
def desk(program: Start, simulator: Simulator, keyring: KeyringSession) -> Program:
    """The simulator's two organisations, as the first start would have added them."""
    one = Account(simulator.url, OrganizationId(simulator.organization), "first")
    two = Account(simulator.url, OrganizationId(simulator.prepaid_organization), "second")
    keyring.store({one.key: simulator.token, two.key: simulator.prepaid_token})
    return program(
        "--language", "en", "--pace", "50",
        environment=keyring.environment, accounts=(one, two), account=one.key, sending_method="dispatch_order",
    )  # fmt: skip


def test_another_organisation_is_chosen_in_the_status_bar(
    screen: Screen, desk: Program, simulator: Simulator, tmp_path: Path
) -> None:
    for number, name in enumerate(("first", "second"), 1):
        order_files.lockers(tmp_path / f"{name}.csv", 1, first=number)
    desk.start()
    first, second = (_name(simulator, key) for key in (simulator.token, simulator.prepaid_token))
    until(lambda: first in screen.title(desk.window), "the first organisation by InPost's name")
    _ship(desk, tmp_path / "first.csv", lambda: len(simulator.shipments()) == 1)
    screen.rest()
    _choose_second(screen, desk)
    until(lambda: second in screen.title(desk.window), "the second organisation by InPost's name")
    screen.rest()
    desk.organization = str(simulator.prepaid_organization)
    _ship(desk, tmp_path / "second.csv", lambda: len(simulator.shipments()) == 2)
    owners = {one["reference"]: one["organization"] for one in simulator.shipments()}
    assert owners == {
        "ZAM/001": simulator.organization,
        "ZAM/002": simulator.prepaid_organization,
    }
    assert desk.close() == 0
    known = settings.load(desk.data).settings
    assert known.account.endswith(f"/{simulator.prepaid_organization}")
    desk.start()
    until(lambda: second in screen.title(desk.window), "the organisation of last time")
    assert desk.close() == 0


def test_the_window_closes_while_the_keyring_asks_for_its_password(
    screen: Screen, desk: Program, keyring: KeyringSession
) -> None:
    keyring.lock()
    desk.start()
    prompt = _prompt(screen)
    # It keeps keys and mouse for itself: the window is closed as from the task bar.
    screen.close_window(desk.window)
    assert desk.wait() == 0
    assert prompt in screen.windows()


def test_the_account_opens_when_the_password_is_given(
    screen: Screen, desk: Program, keyring: KeyringSession, simulator: Simulator
) -> None:
    keyring.lock()
    desk.start()
    prompt = _prompt(screen)
    assert "GET /v1/organizations" not in desk.log()
    screen.bring(prompt)
    screen.type(PASSWORD)
    screen.press("Return")
    desk.until(
        lambda: f"GET /v1/organizations/{simulator.organization} 200" in desk.log(), "InPost"
    )
    assert desk.close() == 0


def _name(simulator: Simulator, token: str) -> str:
    answer = httpx.get(
        f"{simulator.url}/v1/organizations", headers={"Authorization": f"Bearer {token}"}
    )
    return str(answer.json()["items"][0]["name"])


def _prompt(screen: Screen) -> int:
    (window,) = until(lambda: screen.windows(title="nlock"), "the keyring's window")
    screen.rest()
    return window


def _choose_second(screen: Screen, desk: Program) -> None:
    """The second line of the menu over the status bar's left end."""
    before = set(screen.windows(desk.pid))
    screen.click(desk.window, 160, -14)
    (menu,) = until(lambda: set(screen.windows(desk.pid)) - before, "the menu")
    screen.rest()
    wide, high = screen.size(menu)
    # Two accounts, the demo, a line, one more.
    screen.click(menu, wide // 2, int(high * 1.5 / 4.3))


def _ship(desk: Program, file: Path, bought: Callable[[], bool]) -> None:
    assert desk.launch(str(file)).wait(60) == 0
    desk.until(lambda: desk.count("SELECT count(*) FROM pile_rows") == 1, "the order")
    desk.run()
    desk.until(bought, "the parcel")
    desk.until(lambda: desk.printed() == 1, "its label")
    desk.until(lambda: desk.runs_ended() == 1, "the end of the run")
