"""`inpost-desk print`: labels on the printers that were set up, each once, and again for a reason only.

Labels are fetched by `ship`; here nothing is bought.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from inpost_desk.actions.last_good import after_last_good
from inpost_desk.actions.outlets import Outlets
from inpost_desk.actions.print_line import Printed, Printing, Told
from inpost_desk.actions.printing import BAD_PRINT, last_printed, print_labels
from inpost_desk.actions.ready import Held, Label
from inpost_desk.actions.waiting import Stop
from inpost_desk.cli.session import Session, opened
from inpost_desk.cli.show import complain, counts_line, say, say_json
from inpost_desk.cli.stopping import stopping
from inpost_desk.errors import FileTrouble
from inpost_desk.ledger import report
from inpost_desk.ledger.orders import last_run
from inpost_desk.ledger.report import RowStanding
from inpost_desk.paths import disk_rule
from inpost_desk.session_printers import outlets_of
from inpost_desk.wording.held_labels import held_sentence
from inpost_desk.wording.speech import QT_TRANSLATE_NOOP, translate

OK, SOME, OPEN = 0, 1, 5

_COUNTS: Final = {
    "printed": QT_TRANSLATE_NOOP("cli", "printed"),
    "skipped": QT_TRANSLATE_NOOP("cli", "printed before"),
    "held": QT_TRANSLATE_NOOP("cli", "held back"),
    "failed": QT_TRANSLATE_NOOP("cli", "did not come out"),
    "open": QT_TRANSLATE_NOOP("cli", "still at the printer"),
    "left": QT_TRANSLATE_NOOP("cli", "not sent"),
}


def run(arguments: argparse.Namespace) -> int:
    """Print what was asked for, in the order of the pile; needs no token, and buys nothing."""
    stop = Stop()
    with opened(arguments, token_needed=False) as session, stopping(stop), _bar() as told:
        outlets = outlets_of(session, session.settings)
        labels, reason, missing = _wanted(arguments, session, outlets, stop)
        done = print_labels(
            session.ledger,
            outlets,
            labels,
            now=session.client.now,
            stop=stop,
            reason=reason,
            overruled=[one.shipment_id for one in labels] if arguments.anyway else (),
            told=told,
        )
    for reference in missing:
        words = translate("cli", "{reference}: no label here. “inpost-desk ship” fetches it.")
        complain(words.format(reference=reference))
    _tell(done, arguments)
    if done.open:
        return OPEN
    return SOME if missing or done.held or done.failed or done.cancelled or done.left else OK


def _wanted(
    arguments: argparse.Namespace, session: Session, outlets: Outlets, stop: Stop
) -> tuple[list[Label], str, list[str]]:
    """The labels, the reason for printing them again, and references without one."""
    ledger, reason = session.ledger, arguments.reason or ""
    if arguments.after is not None:
        now = session.client.now
        again = after_last_good(ledger, outlets, arguments.after, now=now, stop=stop)
        return [Label(one) for one in again], reason or BAD_PRINT, []
    if arguments.last:
        newest = last_printed(ledger)
        return [] if newest is None else [Label(newest)], reason or BAD_PRINT, []
    if arguments.references:
        rows = report.standing_of_references(ledger, arguments.references)
    else:
        run_id = arguments.run or last_run(ledger)
        rows = report.standing_of_run(ledger, run_id) if run_id else []
    labels = _labels(rows)
    found = {name for row in rows if _has_label(row) for name in row.names}
    return labels, reason, sorted(set(arguments.references) - found)


def _labels(rows: Sequence[RowStanding]) -> list[Label]:
    return [
        Label(row.local_id, row.reference)
        for row in rows
        if _has_label(row) and row.local_id is not None
    ]


def _has_label(row: RowStanding) -> bool:
    """Whether there is one, even one that was found bad: it is held back, and so told of."""
    return bool(row.label) or (row.field == "label" and row.rule != "label_missing")


def _tell(done: Printed, arguments: argparse.Namespace) -> None:
    counts = {
        "printed": done.printed,
        "skipped": done.skipped,
        "held": len(done.held),
        "failed": done.failed + done.cancelled,
        "open": done.open,
        "left": done.left,
    }
    pictures = [_picture(one, arguments.pictures) for one in done.held]
    for one in done.held:
        name = one.label.reference or str(one.label.shipment_id)
        complain(f"{name}: {held_sentence(one.rule)}")
    if arguments.json:
        held = [
            {
                "reference": one.label.reference,
                "rule": one.rule,
                "codes": one.codes,
                "picture": file,
            }
            for one, file in zip(done.held, pictures, strict=True)
        ]
        say_json(counts | {"held": held, "detail": done.detail})
        return
    words = {name: translate("cli", text) for name, text in _COUNTS.items()}
    say(counts_line(counts, words) or translate("cli", "There is nothing to print."))


def _picture(held: Held, folder: str | None) -> str:
    """Where the picture of a label that was held back was put, "" where none was asked for."""
    if not folder or not held.picture:
        return ""
    name = re.sub(r"[^A-Za-z0-9-]+", "_", held.label.reference) or "label"
    file = Path(folder) / f"{name}-{held.label.shipment_id}.png"
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(held.picture)
    except OSError as error:
        raise FileTrouble(disk_rule(error), place=folder) from error
    return str(file)


@contextmanager
def _bar() -> Iterator[Told]:
    """How far it is on a terminal, and in any case what nobody may miss, once each."""
    said: set[str] = set()

    def remark(printing: Printing) -> None:
        for line in _remarks(printing):
            if line not in said:
                said.add(line)
                complain(line)

    if not sys.stderr.isatty():
        yield remark
        return
    from rich import progress as rich
    from rich.console import Console

    columns = (rich.TextColumn("{task.description}"), rich.BarColumn(), rich.MofNCompleteColumn())
    with rich.Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(translate("cli", "Printing"), total=None)

        def tell(printing: Printing) -> None:
            remark(printing)
            bar.update(task, total=printing.total, completed=printing.printed)

        yield tell


def _remarks(printing: Printing) -> Iterator[str]:
    if printing.stand_in:
        words = translate("cli", "{away} does not print: labels come out of {stand_in}.")
        yield words.format(away=printing.away, stand_in=printing.stand_in)
    if printing.shared:
        yield translate("cli", "Somebody else prints there too: labels may come out mixed.")
    if printing.smallest < 1:
        words = translate("cli", "A label does not fit the paper: made smaller, to {percent} %.")
        yield words.format(percent=int(printing.smallest * 100))
    if printing.printer is not None and printing.printer.reasons:
        words = translate("cli", "The printer waits: {reasons}.")
        yield words.format(reasons=", ".join(printing.printer.reasons))
