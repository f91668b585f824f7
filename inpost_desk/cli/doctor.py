"""`inpost-desk doctor`: what works on this machine, whether InPost can be reached, a bundle for support.

Exit codes: 0 all is well, 1 something here is wrong, 3 InPost does not accept a token, 4 InPost unreachable.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import tempfile
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path

from inpost_desk import releases, settings, tokens
from inpost_desk.actions.doctor import Finding, examine
from inpost_desk.cli import VERSION
from inpost_desk.cli.show import complain, say, say_json
from inpost_desk.errors import FileTrouble, KeyringTrouble
from inpost_desk.paths import data_dir
from inpost_desk.settings import API_URLS, Account, Environment, Settings
from inpost_desk.wording.doctor import fact_words, name_words, remedy_words
from inpost_desk.wording.newer_version import newest_words, nowhere_words, unknown_words
from inpost_desk.wording.speech import translate

OK, SOMETHING_WRONG, NOT_ALLOWED, UNREACHABLE = 0, 1, 3, 4
_AT_ONCE = 4
_Look = Callable[[], Sequence[Finding]]


def run(arguments: argparse.Namespace) -> int:
    """Print one line for each finding; nothing is changed but the bundle's file."""
    folder, known = _data(arguments.data_dir)
    if arguments.newer:
        return _newer(known.proxy)
    found = examine(
        folder,
        keyring=tokens.examined,
        damaged=settings.damaged_files(folder),
        profiles=known.printers,
    )
    found += _reached(arguments, known)
    if arguments.json:
        say_json([asdict(one) for one in found])
    else:
        for one in found:
            say(_line(one))
    if arguments.bundle:
        _bundle(folder, found, Path(arguments.bundle), silent=arguments.json)
    return _exit_code(found)


def _data(given: str | None) -> tuple[Path, Settings]:
    """The data folder and its settings; the usual ones where it cannot be used, which is a finding."""
    try:
        folder = data_dir(given)
    except FileTrouble as trouble:
        return Path(trouble.place), Settings()
    return folder, settings.load(folder).settings


def _exit_code(found: Sequence[Finding]) -> int:
    """What is wrong here comes first: nobody can ask InPost before it is put right."""
    from inpost_desk.actions.reach import ACCOUNT, NETWORK

    grave = {one.name for one in found if one.grave}
    if grave - NETWORK - ACCOUNT:
        return SOMETHING_WRONG
    if grave & NETWORK:
        return UNREACHABLE
    return NOT_ALLOWED if grave else OK


def _line(finding: Finding) -> str:
    sign = "✓" if finding.ok else "✗"
    said = [one for one in (fact_words(finding), remedy_words(finding)) if one]
    name = name_words(finding)
    return f"{sign} {name}: {' – '.join(said)}" if said else f"{sign} {name}"


def _reached(arguments: argparse.Namespace, known: Settings) -> list[Finding]:
    """What stands between here and each address that is meant; all are asked at once."""
    with contextlib.ExitStack() as doors:
        looks = list(_looks(arguments, known, doors))
        lanes = doors.enter_context(ThreadPoolExecutor(_AT_ONCE))
        return [one for found in lanes.map(lambda look: look(), looks) for one in found]


def _looks(
    arguments: argparse.Namespace, known: Settings, doors: contextlib.ExitStack
) -> Iterator[_Look]:
    from inpost_desk.actions.reach import reach
    from inpost_desk.cli.session import target_of
    from inpost_desk.session import target_for

    if arguments.all and known.accounts:
        targets = [target_for(one) for one in known.accounts]
    elif arguments.organization is not None:
        targets = [target_of(arguments, known)]
    else:
        given = settings.checked_api_url(arguments.api_url) if arguments.api_url else ""
        for address in [given] if given else API_URLS.values():
            yield lambda address=address: reach(address, proxy=known.proxy)  # type: ignore[misc]
        return
    for target in targets:
        address, token = target.api_url, ""
        if target.account.environment == Environment.DEMO and not address:
            address, token = _demo(doors)
        yield _asked(address, token or _token(target.account), known.proxy, target.account)


def _asked(address: str, token: str, proxy: str, account: Account) -> _Look:
    from inpost_desk.actions.reach import reach

    return lambda: reach(address, token=token, proxy=proxy, organization=account.organization)


def _demo(doors: contextlib.ExitStack) -> tuple[str, str]:
    """A simulator of its own, that leaves the demo's as it is."""
    from inpost_desk.demo_simulator import running_simulator

    place = doors.enter_context(tempfile.TemporaryDirectory())
    simulator = doors.enter_context(running_simulator(Path(place)))
    return simulator.url, simulator.token


def _token(account: Account) -> str:
    """ "" where the keyring does not give it: that is a finding of its own."""
    try:
        return tokens.token_for(account.key, os.environ) or ""
    except KeyringTrouble:
        return ""


def _bundle(folder: Path, found: Sequence[Finding], path: Path, *, silent: bool) -> None:
    from inpost_desk.actions.support import support_bundle, write_bundle

    bundle = support_bundle(folder, found, version=VERSION, now=datetime.now(UTC))
    write_bundle(bundle, path)
    if silent:
        return
    say(translate("cli", "For support: {path}").format(path=path))
    for one in bundle.files:
        words = translate("cli", "lines: {count}")
        say(f"  {one.name}\t{words.format(count=one.text.count(chr(10)))}")
    say(
        translate(
            "cli",
            "Left out: tokens, receivers, the sender, references (only digests of them), names of "
            "accounts, printers and folders, addresses. Read it before you send it.",
        )
    )


def _newer(proxy: str) -> int:
    from inpost_desk.actions.newer_version import is_newer, newest
    from inpost_desk.errors import Trouble

    if not releases.ADDRESS:
        complain(unknown_words(VERSION))
        return SOMETHING_WRONG
    try:
        found = newest(releases.ADDRESS, proxy=proxy)
    except Trouble:
        complain(nowhere_words(releases.ADDRESS))
        return UNREACHABLE
    newer = is_newer(found.version, VERSION)
    say(newest_words(found.version, found.page, here=VERSION, newer=newer))
    return OK
