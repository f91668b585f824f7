"""`inpost-desk backup`: the day's copy, from cron or by hand, and the move to another computer."""

from __future__ import annotations

import argparse
from dataclasses import asdict
from pathlib import Path

from inpost_desk import settings
from inpost_desk.actions.copying import Copied, back_up
from inpost_desk.actions.moving import move
from inpost_desk.actions.waiting import Stop
from inpost_desk.cli.session import folder_of
from inpost_desk.cli.show import complain, say, say_json
from inpost_desk.cli.stopping import stopping
from inpost_desk.errors import FileTrouble
from inpost_desk.ledger.ledger import local_now
from inpost_desk.wording.speech import translate

OK, SOME_FAILED, OPEN = 0, 1, 5


def run(arguments: argparse.Namespace) -> int:
    """Copy everything into the chosen folder; 1 where label files were missing, 5 where it was stopped."""
    data_dir = folder_of(arguments)
    rules = settings.load(data_dir).settings.data
    given = arguments.to or rules.backup_folder
    if not given:
        raise FileTrouble("no_backup_folder")
    folder, stop = Path(given).expanduser().absolute(), Stop()
    with stopping(stop):
        copy = move if arguments.move else back_up
        copied = copy(data_dir, folder, copies=rules.copies, now=local_now(), stop=stop)
    if arguments.json:
        say_json(asdict(copied) | {"folder": str(folder), "moved": bool(arguments.move)})
    else:
        _tell(copied, folder, moved=arguments.move and not copied.stopped)
    if copied.stopped:
        return OPEN
    return SOME_FAILED if copied.missing else OK


def _tell(copied: Copied, folder: Path, *, moved: bool) -> None:
    if copied.stopped:
        words = translate(
            "cli", "Stopped: there is no copy of today yet. Start the same command again to go on."
        )
        complain(words)
        return
    words = translate(
        "cli", "Copied to {folder}: accounts {accounts}, new labels {labels}, {size} MB."
    )
    size = f"{copied.bytes / 1_000_000:.1f}"
    say(
        words.format(
            folder=folder,
            accounts=copied.accounts,
            labels=copied.labels,
            size=size.replace(".", ","),
        )
    )
    if copied.missing:
        words = translate(
            "cli",
            "Label files that are missing here or damaged, and so are in no copy: {count}. “inpost-desk data "
            "check” names them.",
        )
        complain(words.format(count=copied.missing))
    if moved:
        say(
            translate(
                "cli",
                "Nothing is sent from this computer any more. On the other one: “inpost-desk restore FOLDER”, then "
                "enter the tokens again (“inpost-desk account add”): they are in no copy.",
            )
        )
