"""What every command that talks to InPost needs: data folder, account, token, client, ledger."""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from inpost_desk import settings, tokens
from inpost_desk.domain.shipment import OrganizationId
from inpost_desk.errors import KeyringTrouble, LedgerTrouble, NotAllowed, QuestionOpen
from inpost_desk.paths import data_dir, unfit_for_ledger
from inpost_desk.session import Session, Target, session, target_for
from inpost_desk.settings import Account, Environment, Settings

__all__ = ["Session", "folder_of", "opened", "target_of"]


def folder_of(arguments: argparse.Namespace) -> Path:
    """The data folder, refused on a network share and in OneDrive, where no ledger is safe."""
    folder = data_dir(arguments.data_dir)
    if rule := unfit_for_ledger(folder):
        raise LedgerTrouble(rule, place=str(folder))
    return folder


def target_of(arguments: argparse.Namespace, known: Settings) -> Target:
    """The account meant by the arguments; raises `QuestionOpen("organization")` where that is not clear."""
    environment = arguments.environment or _only_environment(known)
    place, api_url = environment, ""
    if arguments.api_url:
        place = api_url = settings.checked_api_url(arguments.api_url)
    organization = arguments.organization
    if organization is None:
        candidates = [one for one in known.accounts if one.environment == place]
        if len(candidates) != 1:
            raise _which(known)
        return target_for(candidates[0], api_url)
    return target_for(Account(place, OrganizationId(organization)), api_url)


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
    demo = target.account.environment == Environment.DEMO and not target.api_url
    token = "" if demo else _token(target, needed=token_needed)
    with session(folder, known, target, token=token, pace=arguments.pace) as one:
        yield one


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
