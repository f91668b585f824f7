"""`inpost-desk data`: whether the data is sound, deleting receivers, going on here after a move."""

from __future__ import annotations

import argparse
import contextlib
from collections.abc import Iterator
from dataclasses import asdict
from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from inpost_desk import settings
from inpost_desk.actions import copying
from inpost_desk.actions.doctor import Finding
from inpost_desk.actions.forgetting import Forgotten, forget, surely_now, would_forget
from inpost_desk.actions.integrity import check
from inpost_desk.actions.moving import stay
from inpost_desk.cli.session import folder_of
from inpost_desk.cli.show import complain, say, say_json
from inpost_desk.domain.data_care import FEWEST_DAYS, DataRules
from inpost_desk.errors import FileTrouble
from inpost_desk.ledger.condition import ledger_files, shut
from inpost_desk.ledger.ledger import Ledger, local_now
from inpost_desk.wording.data_care import problem_words
from inpost_desk.wording.doctor import name_words, remedy_words
from inpost_desk.wording.speech import translate

OK, SOME_FAILED, USAGE = 0, 1, 2
_WARSAW = ZoneInfo("Europe/Warsaw")


def run(arguments: argparse.Namespace) -> int:
    """One of the three actions, for every account in the data folder."""
    actions = {"check": _check, "forget": _forget, "stay": _stay}
    return actions[arguments.action](arguments, folder_of(arguments))


def _ledgers(data_dir: Path) -> Iterator[Ledger]:
    for path in ledger_files(data_dir):
        with contextlib.closing(Ledger(path.parent)) as ledger:
            yield ledger


def _check(arguments: argparse.Namespace, data_dir: Path) -> int:
    found = {one.folder.name: check(one) for one in _ledgers(data_dir)}
    if arguments.json:
        say_json({name: asdict(one) for name, one in found.items()})
    for name, one in found.items():
        if arguments.json:
            continue
        for problem in one.problems:
            complain(f"{name}: {problem_words(problem.rule, problem.count, problem.place)}")
        if not one.problems:
            words = translate("cli", "{name}: everything is sound; label files read: {count}.")
            say(words.format(name=name, count=one.labels))
    if not arguments.json:
        _complain_of_shut(data_dir)
    return SOME_FAILED if any(one.problems for one in found.values()) else OK


def _complain_of_shut(data_dir: Path) -> None:
    """Sound, and yet nothing may be sent by it: after a restore or a move."""
    for path in ledger_files(data_dir):
        rule, day = shut(path)
        if rule:
            finding = Finding(
                "account_ledger", ok=False, fact=day, rule=rule, about=path.parent.name
            )
            complain(f"{name_words(finding)}: {remedy_words(finding)}")


def _forget(arguments: argparse.Namespace, data_dir: Path) -> int:
    rules = settings.load(data_dir).settings.data
    before = _before(arguments.before, rules, now=surely_now(data_dir, local_now()))
    if before is None:
        complain(
            translate(
                "cli",
                "Say up to which day: “inpost-desk data forget --before YYYY-MM-DD”, at least {days} days back; or "
                "choose in Settings how long receivers are kept.",
            ).format(days=FEWEST_DAYS)
        )
        return USAGE
    act = forget if arguments.yes else would_forget
    found = {one.folder.name: act(one, before=before) for one in _ledgers(data_dir)}
    if arguments.json:
        say_json(
            {"deleted": arguments.yes, "accounts": {one: asdict(two) for one, two in found.items()}}
        )
    else:
        _tell(found, before, deleted=arguments.yes)
    if arguments.yes and rules.backup_folder:
        with contextlib.suppress(FileTrouble):
            # A stick that is not plugged in keeps its copies until it is.
            copying.drop_older(data_dir, Path(rules.backup_folder), before=before)
    return OK


def _before(given: date | None, rules: DataRules, *, now: datetime) -> datetime | None:
    """Midnight in Warsaw; None where it is not said or too late."""
    today = now.astimezone(_WARSAW).date()
    if given is None and not rules.keep_days:
        return None
    chosen = given or today - timedelta(days=rules.keep_days)
    if chosen > today - timedelta(days=FEWEST_DAYS):
        return None
    return datetime(chosen.year, chosen.month, chosen.day, tzinfo=_WARSAW)


def _tell(found: dict[str, Forgotten], before: datetime, *, deleted: bool) -> None:
    for name, one in found.items():
        counts = {"orders": one.orders, "shipments": one.shipments, "labels": one.labels}
        words = translate(
            "cli",
            "{name}: receivers made before {day} would be deleted: orders {orders}, shipments {shipments}, label "
            "files {labels}.",
        )
        if deleted:
            words = translate(
                "cli",
                "{name}: receivers made before {day} are deleted: orders {orders}, shipments {shipments}, label "
                "files {labels}.",
            )
        say(words.format(name=name, day=f"{before:%Y-%m-%d}", **counts))
        if not one.wiped:
            words = translate(
                "cli",
                "{name}: another window or command was reading, so traces stay in the file until the next time.",
            )
            complain(words.format(name=name))
    if not deleted:
        say(translate("cli", "Nothing was deleted yet: add “--yes” for that."))
        return
    say(
        translate(
            "cli",
            "The same orders are still recognised. Result files and labels that were saved elsewhere stay, and "
            "copies made before until newer ones take their place.",
        )
    )


def _stay(arguments: argparse.Namespace, data_dir: Path) -> int:
    names = stay(data_dir, now=local_now())
    if arguments.json:
        say_json({"accounts": names})
        return OK
    if not names:
        say(translate("cli", "Nothing was moved away from here."))
    for name in names:
        words = translate(
            "cli",
            "{name} goes on here. Before anything is sent, the program reads at InPost what was bought meanwhile. "
            "Send nothing from the other computer any more.",
        )
        say(words.format(name=name))
    return OK
