"""`inpost-desk restore`: what is in a copy, and putting it in the place of what is here."""

from __future__ import annotations

import argparse
from dataclasses import asdict
from pathlib import Path

from inpost_desk.actions.copies import CopyFound, look_into
from inpost_desk.actions.restoring import Restored, restore
from inpost_desk.cli.session import folder_of
from inpost_desk.cli.show import complain, say, say_json
from inpost_desk.ledger.ledger import local_now
from inpost_desk.wording.data_care import wrong_copy_words
from inpost_desk.wording.sentences import moment_words
from inpost_desk.wording.speech import translate

OK, SOME_FAILED = 0, 1


def run(arguments: argparse.Namespace) -> int:
    """Put the copy in place; with `--look` only say what is in it. 1 where something of it is missing."""
    data_dir = folder_of(arguments)
    folder = Path(arguments.folder).expanduser().absolute()
    day = "" if arguments.day is None else arguments.day.isoformat()
    if arguments.look:
        found = look_into(folder, day=day)
        if arguments.json:
            say_json(asdict(found))
        else:
            _show(found)
        return SOME_FAILED if found.problems else OK
    done = restore(data_dir, folder, account=arguments.account, day=day, now=local_now())
    if arguments.json:
        say_json(asdict(done))
    else:
        _tell(done)
    return SOME_FAILED if done.labels_missing else OK


def _show(found: CopyFound) -> None:
    words = translate("cli", "Copy of {moment} from the computer {computer}.")
    say(words.format(moment=moment_words(found.made_at), computer=found.computer))
    for one in found.accounts:
        words = translate("cli", "{name}: shipments {shipments}, labels {labels}")
        told = words.format(name=one.name, shipments=one.shipments, labels=one.labels)
        say(f"  {told}")
    say(translate("cli", "Days there: {days}").format(days=", ".join(found.days)))
    for wrong in found.problems:
        complain(wrong_copy_words(wrong.rule, wrong.place))


def _tell(done: Restored) -> None:
    words = translate("cli", "Restored from the copy of {day}: {names}.")
    say(words.format(day=done.day, names=", ".join(done.accounts)))
    for path in done.set_aside:
        say(translate("cli", "What was here is kept as {path}.").format(path=path))
    if done.labels_missing:
        words = translate(
            "cli",
            "Labels that are neither here nor in the copy: {count}. InPost still has those of the last weeks: print "
            "them again where they are needed.",
        )
        complain(words.format(count=done.labels_missing))
    say(
        translate(
            "cli",
            "Before anything is sent, the program reads at InPost what was bought since then; it does so by itself "
            "with the next command or in the window. Do not let another computer go on with the same account.",
        )
    )
    if not done.settings:
        return
    say(
        translate(
            "cli",
            "The settings came along, the tokens did not: enter them with “inpost-desk account add”.",
        )
    )
    if done.printers:
        words = translate("cli", "Check whether these printers are here: {names}.")
        say(words.format(names=", ".join(done.printers)))
