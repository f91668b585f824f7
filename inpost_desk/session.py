"""An open account: client, ledger and, in the demo, the simulator; for the window and the command line.

Opening blocks (the simulator starts, the ledger is brought up to date); the window does it on a lane.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from inpost_desk import settings
from inpost_desk.ledger.ledger import Ledger, ledger_folder
from inpost_desk.settings import API_URLS, Account, Environment, Settings
from inpost_desk.shipx.breaker import Breaker
from inpost_desk.shipx.client import Client
from inpost_desk.shipx.pace import Pace
from inpost_desk.shipx.transport import Transport

# Nobody minds a quick demo: its simulator is ours.
DEMO_PACE: Final = 50.0


@dataclass(frozen=True, slots=True)
class Session:
    """One account's open doors."""

    data_dir: Path
    settings: Settings
    account: Account
    client: Client
    station: Client
    """The same client for the station: its requests go ahead of all others."""
    ledger: Ledger
    may_ask: bool
    """Whether there is a token; without one only the ledger can be read."""


@dataclass(frozen=True, slots=True)
class Target:
    """An account and the address it is reached at; "" in the demo, whose simulator takes a free port."""

    account: Account
    api_url: str


def target_for(account: Account, api_url: str = "") -> Target:
    """The account's own address, or another one that was checked before."""
    if api_url or account.environment == Environment.DEMO:
        return Target(account, api_url)
    if account.environment in set(Environment):
        return Target(account, API_URLS[Environment(account.environment)])
    return Target(account, settings.checked_api_url(account.environment))


@contextmanager
def session(
    folder: Path, known: Settings, target: Target, *, token: str, pace: float | None = None
) -> Iterator[Session]:
    """Open everything of one account and close it again; in the demo, a simulator runs meanwhile."""
    with contextlib.ExitStack() as doors:
        if target.account.environment == Environment.DEMO and not target.api_url:
            # Only the demo needs it.
            from inpost_desk.demo_simulator import running_simulator

            simulator = doors.enter_context(running_simulator(folder / "demo"))
            target, token = Target(target.account, simulator.url), simulator.token
        yield doors.enter_context(_connected(folder, known, target, token=token, pace=pace))


@contextmanager
def _connected(
    folder: Path, known: Settings, target: Target, *, token: str, pace: float | None
) -> Iterator[Session]:
    demo = target.account.environment == Environment.DEMO
    usual = DEMO_PACE if demo else known.requests_per_second
    turns = Pace(per_second=pace or usual, in_flight=known.in_flight)
    breaker = Breaker(recovered=turns.begin_gently)
    transport = Transport(target.api_url, token, pace=turns, breaker=breaker, proxy=known.proxy)
    # The demo's simulator takes another port at each start; its ledger stays the same.
    address = target.account.environment if demo else target.api_url
    organization = target.account.organization
    try:
        ledger = Ledger(ledger_folder(folder, api_url=address, organization=organization))
    except BaseException:
        transport.close()
        raise
    try:
        client = Client(transport, organization)
        yield Session(
            folder, known, target.account, client, client.urgent, ledger, may_ask=bool(token)
        )
    finally:
        ledger.close()
        transport.close()
