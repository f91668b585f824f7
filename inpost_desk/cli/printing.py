"""`inpost-desk print`: labels on the printers that were set up, each once, and again for a reason only.

Labels are fetched by `ship`; here nothing is bought. What a printer still has is not printed a second time.
"""

from __future__ import annotations

import argparse
import re
import signal
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from inpost_desk.actions.last_good import after_last_good
from inpost_desk.actions.outlets import Outlets
from inpost_desk.actions.print_line import Printed
from inpost_desk.actions.printing import BAD_PRINT, last_printed, look_again, print_labels
from inpost_desk.actions.ready import Held, Label
from inpost_desk.actions.waiting import Stop
from inpost_desk.cli.arguments import REASONS
from inpost_desk.cli.print_history import of_history
from inpost_desk.cli.print_told import Remarks, bar
from inpost_desk.cli.session import Session, opened
from inpost_desk.cli.show import complain, counts_line, say, say_json
from inpost_desk.cli.stopping import ENDS
from inpost_desk.errors import FileTrouble, PrinterTrouble, Trouble
from inpost_desk.ledger import prints, report
from inpost_desk.ledger.orders import last_run
from inpost_desk.ledger.prints import TAKEN
from inpost_desk.ledger.report import RowStanding
from inpost_desk.paths import disk_rule
from inpost_desk.session_printers import outlets_of
from inpost_desk.wording.held_labels import held_sentence
from inpost_desk.wording.speech import QT_TRANSLATE_NOOP, translate

OK, SOME, USAGE, OPEN = 0, 1, 2, 5

_MOST_NAMES: Final = 20
_COUNTS: Final = {
    "printed": QT_TRANSLATE_NOOP("cli", "printed"),
    "skipped": QT_TRANSLATE_NOOP("cli", "printed before"),
    "held": QT_TRANSLATE_NOOP("cli", "held back"),
    "failed": QT_TRANSLATE_NOOP("cli", "did not come out"),
    "open": QT_TRANSLATE_NOOP("cli", "still at the printer"),
    "left": QT_TRANSLATE_NOOP("cli", "not sent"),
}


@dataclass(frozen=True, slots=True)
class _Wanted:
    """What was asked for: labels, why again, and whether something that was asked for is missing."""

    labels: list[Label]
    reason: str
    missing: bool = False


def run(arguments: argparse.Namespace) -> int:
    """Print what was asked for, in the order of the pile; needs a token only to fetch, and buys nothing."""
    named = bool(arguments.reference or arguments.tracking)
    if (arguments.references or named) and (arguments.last or arguments.after or arguments.run):
        words = translate("cli", "References cannot go together with --run, --after or --last.")
        complain(words)
        return USAGE
    with opened(arguments, token_needed=False) as session:
        outlets = outlets_of(session, session.settings)
        if not outlets.profiles:
            complain(
                translate(
                    "cli", "No printer is set up here. Add one with “inpost-desk printers add”."
                )
            )
            return SOME
        try:
            return _run(arguments, session, outlets)
        except PrinterTrouble as trouble:
            if trouble.rule != "not_chosen":
                raise
            words = translate(
                "cli",
                "No printer gets these labels. Choose one: “inpost-desk printers set NAME --serves "
                "lockers,couriers”.",
            )
            complain(words)
            return SOME


def _run(arguments: argparse.Namespace, session: Session, outlets: Outlets) -> int:
    ledger, stop = session.ledger, Stop()
    labels: list[Label] = []
    waited_for = prints.at_printer(ledger)
    try:
        with _left_to_printer(stop):
            wanted = _wanted(arguments, session, outlets, stop)
            labels, there = _without_waiting(arguments, session, outlets, wanted.labels)
            before = [] if wanted.reason else _printed_before(session, labels)
            remarks = Remarks(earlier=bool(prints.open_printers(ledger)))
            with bar(remarks) as told:
                done = print_labels(
                    ledger,
                    outlets,
                    labels,
                    now=session.client.now,
                    stop=stop,
                    reason=wanted.reason,
                    overruled=[one.shipment_id for one in labels] if arguments.anyway else (),
                    told=told,
                )
    except KeyboardInterrupt:
        waiting = prints.at_printer(ledger).intersection(one.shipment_id for one in labels)
        _tell_open(len(waiting))
        return OPEN
    _tell(replace(done, open=done.open + there), arguments, remarks.printers, before)
    if done.open:
        _tell_open(done.open)
    if done.open or there:
        return OPEN
    # What a printer still had when this began has come out since: that is no failure.
    came = waited_for.intersection(one.shipment_id for one in labels)
    nothing = done.skipped and not done.printed and not came
    bad = wanted.missing or done.held or done.failed or done.cancelled or done.left or nothing
    return SOME if bad else OK


def _wanted(
    arguments: argparse.Namespace, session: Session, outlets: Outlets, stop: Stop
) -> _Wanted:
    """What is not there is named on the way."""
    ledger, reason = session.ledger, arguments.reason or ""
    if arguments.after is not None:
        now = session.client.now
        again = after_last_good(ledger, outlets, arguments.after, now=now, stop=stop)
        return _Wanted([Label(one) for one in again], reason or BAD_PRINT)
    if arguments.last:
        newest = last_printed(ledger)
        return _Wanted([] if newest is None else [Label(newest)], reason or BAD_PRINT)
    if arguments.reference or arguments.tracking:
        chosen = of_history(session, arguments.reference, arguments.tracking)
        rows = report.standing_of_references(ledger, arguments.references)
        missing = _missing(arguments.references, rows) or chosen.missing
        return _Wanted([*_labels(rows), *chosen.labels], reason, missing)
    if arguments.references:
        rows = report.standing_of_references(ledger, arguments.references)
        return _Wanted(_labels(rows), reason, _missing(arguments.references, rows))
    if arguments.run is not None and report.run_named(ledger, arguments.run) is None:
        words = translate(
            "cli", "There is no run {number}. “inpost-desk status --runs” lists them."
        )
        complain(words.format(number=arguments.run))
        return _Wanted([], reason, missing=True)
    run_id = arguments.run or last_run(ledger)
    return _Wanted(_labels(report.standing_of_run(ledger, run_id) if run_id else []), reason)


def _labels(rows: Sequence[RowStanding]) -> list[Label]:
    """Each parcel once, however many rows of an order it has."""
    once: dict[int, Label] = {}
    for row in rows:
        if _has_label(row) and row.local_id is not None:
            once.setdefault(row.local_id, Label(row.local_id, row.reference))
    return list(once.values())


def _has_label(row: RowStanding) -> bool:
    """Whether there is one, even one that was found bad: it is held back, and so told of."""
    return bool(row.label) or (row.field == "label" and row.rule != "label_missing")


def _missing(references: Collection[str], rows: Sequence[RowStanding]) -> bool:
    """Say which of these are not known, and which have no label; whether there are any."""
    known = {name for row in rows for name in row.names}
    printable = {name for row in rows if _has_label(row) for name in row.names}
    missing = sorted(set(references) - printable)
    for one in missing:
        if one in known:
            words = translate("cli", "{reference}: no label here. “inpost-desk ship” fetches it.")
        else:
            words = translate(
                "cli", "{reference}: not known here. Check the reference and the account."
            )
        complain(words.format(reference=one))
    return bool(missing)


def _without_waiting(
    arguments: argparse.Namespace, session: Session, outlets: Outlets, labels: Sequence[Label]
) -> tuple[list[Label], int]:
    """Labels that no printer still has, and how many were left out; the printers are asked."""
    ledger = session.ledger
    for name in prints.open_printers(ledger):
        printer = outlets.named(name)
        if printer is not None:
            # One that is silent now may have them still.
            with suppress(Trouble):
                look_again(ledger, printer, now=session.client.now)
    there = prints.at_printer(ledger)
    rest = [one for one in labels if one.shipment_id not in there]
    left_out = len(labels) - len(rest)
    if arguments.anyway or not left_out:
        return list(labels), 0
    words = translate(
        "cli",
        "Left out, because a printer still has them and they come out by themselves: {count}. Print them a "
        "second time only with --reason and --anyway.",
    )
    complain(words.format(count=left_out))
    return rest, left_out


def _printed_before(session: Session, labels: Sequence[Label]) -> list[str]:
    """The names of those that come out again for a reason only."""
    states = prints.printed_states(session.ledger, [one.shipment_id for one in labels])
    before = [one for one in labels if states.get(one.shipment_id) in TAKEN]
    return [one.reference or str(one.shipment_id) for one in before]


def _tell_open(count: int) -> None:
    if count:
        words = translate(
            "cli",
            "Labels still at the printer: {count}. They come out when it goes on; do not start again.",
        )
    else:
        words = translate(
            "cli", "Stopped. Without --reason, only labels that did not come out are printed next."
        )
    complain(words.format(count=count))


def _tell(
    done: Printed, arguments: argparse.Namespace, printers: Sequence[str], before: Sequence[str]
) -> None:
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
    if before:
        _tell_before(before)
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
        facts = {"held": held, "detail": done.detail, "printers": printers}
        say_json(counts | facts | {"printed_before": before})
        return
    words = {name: translate("cli", text) for name, text in _COUNTS.items()}
    line = counts_line(counts, words) or translate("cli", "There is nothing to print.")
    if printers:
        where = translate("cli", "printer: {names}").format(names=", ".join(printers))
        line = f"{line} · {where}"
    say(line)


def _tell_before(names: Sequence[str]) -> None:
    """Which were passed over, and how they come out once more."""
    told = ", ".join(names[:_MOST_NAMES])
    if len(names) > _MOST_NAMES:
        more = translate("cli", "{names} and {count} more")
        told = more.format(names=told, count=len(names) - _MOST_NAMES)
    words = translate(
        "cli",
        "Printed before, so not again: {names}. To print them again, say why: --reason {reasons}.",
    )
    complain(words.format(names=told, reasons="|".join(REASONS)))


@contextmanager
def _left_to_printer(stop: Stop) -> Iterator[None]:
    """Ctrl+C or a SIGTERM ends the waiting, not the printing; a second one ends it at once."""

    def first(*_given: object) -> None:
        stop.event.set()
        for one in before:
            signal.signal(one, signal.default_int_handler)

    before = {one: signal.signal(one, first) for one in ENDS}
    try:
        yield
    finally:
        for one, handler in before.items():
            signal.signal(one, handler)


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
