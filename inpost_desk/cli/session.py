"""What every command that talks to InPost needs: data folder, account, token, client, ledger."""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from inpost_desk import settings, tokens
from inpost_desk.cli.demo_simulator import running_simulator
from inpost_desk.domain.shipment import OrganizationId
from inpost_desk.errors import KeyringTrouble, LedgerTrouble, NotAllowed, QuestionOpen
from inpost_desk.ledger.ledger import Ledger, ledger_folder
from inpost_desk.paths import data_dir, on_network
from inpost_desk.settings import API_URLS, Account, Environment, Settings
from inpost_desk.shipx.client import Client
from inpost_desk.shipx.pace import Pace
from inpost_desk.shipx.transport import Transport

# Nobody minds a quick demo: its simulator is ours.
DEMO_PACE = 50.0


@dataclass(frozen=True, slots=True)
class Session:
    """One command's open doors."""

    data_dir: Path
    settings: Settings
    account: Account
    client: Client
    ledger: Ledger
    may_ask: bool
    """Whether there is a token; without one only the ledger can be read."""


@dataclass(frozen=True, slots=True)
class Target:
    """Where a command goes: an environment's name or an address, and the organisation."""

    account: Account
    api_url: str


def folder_of(arguments: argparse.Namespace) -> Path:
    """The data folder, refused on a network share, where no ledger is safe."""
    folder = data_dir(arguments.data_dir)
    if on_network(folder):
        raise LedgerTrouble("network_share", place=str(folder))
    return folder


def target_of(arguments: argparse.Namespace, known: Settings) -> Target:
    """The account meant by the arguments; raises `QuestionOpen("organization")` where that is not clear."""
    environment = arguments.environment or _only_environment(known)
    place = environment
    if arguments.api_url:
        api_url = settings.checked_api_url(arguments.api_url)
        place = api_url
    elif environment == Environment.DEMO:
        api_url = ""
    else:
        api_url = API_URLS[Environment(environment)]
    organization = arguments.organization
    if organization is None:
        candidates = [one for one in known.accounts if one.environment == place]
        if len(candidates) != 1:
            raise _which(known)
        return Target(candidates[0], api_url)
    return Target(Account(place, OrganizationId(organization)), api_url)


def _which(known: Settings) -> QuestionOpen:
    if not known.accounts:
        return QuestionOpen("organization")
    names = ", ".join(f"{one.organization} ({one.environment})" for one in known.accounts)
    return QuestionOpen("which_account", detail=names)


def _only_environment(known: Settings) -> str:
    places = {one.environment for one in known.accounts} & set(Environment)
    return places.pop() if len(places) == 1 else Environment.PRODUCTION


@contextmanager
def opened(arguments: argparse.Namespace, *, token_needed: bool = True) -> Iterator[Session]:
    """Open everything for one command and close it again; in demo, a simulator runs meanwhile."""
    folder = folder_of(arguments)
    known = settings.load(folder).settings
    target = target_of(arguments, known)
    if target.account.environment == Environment.DEMO and not target.api_url:
        with running_simulator(folder / "demo") as simulator:
            yield from _connected(
                arguments,
                folder,
                known,
                Target(target.account, simulator.url),
                token=simulator.token,
            )
        return
    token = _token(target, needed=token_needed)
    yield from _connected(arguments, folder, known, target, token=token)


def _token(target: Target, *, needed: bool) -> str:
    try:
        token = tokens.token_for(target.account.key, os.environ)
    except KeyringTrouble:
        if needed:
            raise
        token = None
    if needed and not token:
        raise NotAllowed(status=401, rule="token_missing")
    return token or ""


def _connected(
    arguments: argparse.Namespace,
    folder: Path,
    known: Settings,
    target: Target,
    *,
    token: str,
) -> Iterator[Session]:
    demo = target.account.environment == Environment.DEMO
    usual = DEMO_PACE if demo else known.requests_per_second
    pace = Pace(per_second=arguments.pace or usual, in_flight=known.in_flight)
    transport = Transport(target.api_url, token, pace=pace)
    # The demo's simulator takes another port at each start; its ledger stays the same.
    address = target.account.environment if demo else target.api_url
    organization = target.account.organization
    ledger = Ledger(ledger_folder(folder, api_url=address, organization=organization))
    try:
        client = Client(transport, organization)
        yield Session(folder, known, target.account, client, ledger, may_ask=bool(token))
    finally:
        ledger.close()
        transport.close()
