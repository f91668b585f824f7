"""`inpost-desk account add|list|remove|check`: tokens in the OS keyring, never anywhere else."""

from __future__ import annotations

import argparse
import getpass
import sys

from inpost_desk import settings, tokens
from inpost_desk.actions.account import check_account
from inpost_desk.cli.session import folder_of, opened, target_of
from inpost_desk.cli.show import complain, say, say_json
from inpost_desk.settings import Account
from inpost_desk.wording import sentences
from inpost_desk.wording.speech import translate

OK, NOT_FOUND, USAGE = 0, 1, 2


def run(arguments: argparse.Namespace) -> int:
    """One of the four actions."""
    actions = {"add": _add, "list": _list, "remove": _remove, "check": _check}
    return actions[arguments.action](arguments)


def _add(arguments: argparse.Namespace) -> int:
    folder = folder_of(arguments)
    account = target_of(arguments, settings.load(folder).settings).account
    prompt = translate("cli", "Token of organisation {id} (not shown): ").format(
        id=account.organization
    )
    token = getpass.getpass(prompt) if sys.stdin.isatty() else sys.stdin.readline()
    if not token.strip():
        complain(translate("cli", "No token was given, so nothing was changed."))
        return USAGE
    tokens.store(account.key, token.strip())
    settings.add_account(folder, account)
    say(translate("cli", "The token is in the keyring. Try it with “inpost-desk account check”."))
    return OK


def _list(arguments: argparse.Namespace) -> int:
    accounts = settings.load(folder_of(arguments)).settings.accounts
    if arguments.json:
        say_json([_facts(one) for one in accounts])
        return OK
    for one in accounts:
        say(f"{one.environment}\t{one.organization}\t{one.name}")
    if not accounts:
        say(translate("cli", "No account is known here. Add one with “inpost-desk account add”."))
    return OK


def _remove(arguments: argparse.Namespace) -> int:
    folder = folder_of(arguments)
    known = settings.load(folder).settings
    account = target_of(arguments, known).account
    if account.key not in {one.key for one in known.accounts}:
        words = translate(
            "cli",
            "There is no account {id} here. “inpost-desk account list” shows those there are.",
        )
        complain(words.format(id=f"{account.organization} ({account.environment})"))
        return NOT_FOUND
    tokens.remove(account.key)
    settings.remove_account(folder, account.key)
    say(translate("cli", "The account and its token are forgotten; its ledger stays."))
    return OK


def _check(arguments: argparse.Namespace) -> int:
    with opened(arguments) as session:
        found = check_account(session.client)
        name = found.organization.name
        known = [one.key for one in session.settings.accounts]
        if session.account.key in known:
            named = Account(session.account.environment, session.account.organization, name)
            settings.add_account(session.data_dir, named)
        if arguments.json:
            services = sorted(found.organization.services)
            say_json({"organization": found.organization.id, "name": name, "services": services})
            return OK
        words = translate("cli", "Organisation {id} answers: {name}.")
        say(words.format(id=found.organization.id, name=name))
        for service in sorted(found.organization.services):
            say(f"  {service}\t{sentences.service_words(service)}")
    return OK


def _facts(account: Account) -> dict[str, object]:
    return {
        "environment": account.environment,
        "organization": account.organization,
        "name": account.name,
    }
