"""`inpost-desk ship`: a file of orders goes in, labels and a result file come out."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from inpost_desk import settings
from inpost_desk.actions import ship, weekend
from inpost_desk.actions.choosing import ASK as ASK_A_PERSON
from inpost_desk.actions.import_file import (
    Answer,
    ImportedFile,
    count_repeated,
    import_file,
    resolve_repeated,
)
from inpost_desk.actions.pile_join import as_boxed
from inpost_desk.actions.send import Terms
from inpost_desk.actions.waiting import Stop
from inpost_desk.cli.findings import (
    checked_facts,
    rows_not_reached,
    show_findings,
    show_summary,
)
from inpost_desk.cli.outputs import Outputs, make_sure_of, outputs_of, write_outputs
from inpost_desk.cli.session import Session, folder_of, opened
from inpost_desk.cli.ship_weekend import weekend_answered
from inpost_desk.cli.show import ask, complain, progress_bar, say, say_json
from inpost_desk.cli.stopping import stopping
from inpost_desk.cli.terms import sending_method, terms_of
from inpost_desk.domain.stage import Outcome
from inpost_desk.errors import NoAnswer, NotAllowed, Offline, QuestionOpen, TooFast
from inpost_desk.ledger import earlier, report
from inpost_desk.ledger.report import RowStanding
from inpost_desk.wording import sentences
from inpost_desk.wording.results import result_rows
from inpost_desk.wording.speech import translate

OK, SOME_FAILED, BAD_INPUT, NOT_ALLOWED, UNREACHABLE, OPEN = 0, 1, 2, 3, 4, 5
OFFERS = "offer"
# References named in a question; a whole morning's would bury it.
NAMED = 10


def run(arguments: argparse.Namespace) -> int:
    """Ship one file; the exit code says how it went."""
    if arguments.choose and arguments.mode != OFFERS:
        complain(translate("cli", "“--choose” says how offers are chosen: add “--mode offer”."))
        return BAD_INPUT
    return ship_file(arguments, outputs=outputs_of(arguments))[0]


def ship_file(
    arguments: argparse.Namespace, *, outputs: Outputs
) -> tuple[int, tuple[RowStanding, ...]]:
    """The command's whole course; the demo takes it too."""
    imported = import_file(Path(arguments.file))
    if not arguments.dry_run:
        make_sure_of(outputs, Path(arguments.file))
    folder = folder_of(arguments)
    method = sending_method(arguments.sending_method, folder, needed=not arguments.dry_run)
    with opened(arguments) as session:
        imported = _resolve(_as_on_desk(arguments, session, imported), arguments, folder)
        imported = as_boxed(session.ledger, imported)
        if arguments.dry_run:
            return _dry_run(arguments, session, imported, method), ()
        finished, imported = _ship(arguments, session, imported, method)
        return _tell(arguments, session, finished, imported, outputs=outputs), finished.rows


def _as_on_desk(
    arguments: argparse.Namespace, session: Session, imported: ImportedFile
) -> ImportedFile:
    """What was corrected in the window goes as it was corrected there, and that is said."""
    imported = ship.as_on_desk(session.ledger, imported)
    if imported.corrected and not arguments.json:
        words = translate("cli", "Rows taken as they were corrected in the window: {count}.")
        say(words.format(count=len(imported.corrected)))
    return imported


def _resolve(imported: ImportedFile, arguments: argparse.Namespace, folder: Path) -> ImportedFile:
    """Rows are not parcels: a reference on several rows needs an answer, kept for the column layout."""
    if not imported.repeated:
        return imported
    kept = settings.load(folder).settings.repeated.get(imported.layout_digest)
    answer = arguments.repeated or kept
    count = count_repeated(imported)
    if answer is None:
        question = translate(
            "cli",
            "References on several rows: {references} (rows: {rows}). Are these lines of one order "
            "(“lines”, parcels in all: {lines}) or separate parcels (“parcels”, in all: {parcels})?",
        ).format(
            references=count.references,
            rows=count.rows,
            lines=count.parcels_if_lines,
            parcels=count.parcels_if_parcels,
        )
        answer = ask(question, ["lines", "parcels"])
    if answer is None:
        raise QuestionOpen("repeated", detail=str(count.references))
    if answer != kept and not arguments.dry_run:
        settings.remember_repeated(folder, imported.layout_digest, answer)
    decided: Answer = "lines" if answer == "lines" else "parcels"
    return resolve_repeated(imported, decided)


def _terms(arguments: argparse.Namespace, session: Session, method: str) -> Terms:
    return replace(
        terms_of(arguments, session, method),
        chunk=arguments.chunk,
        wait=not arguments.no_wait,
        choose=_rule(arguments),
    )


def _rule(arguments: argparse.Namespace) -> str:
    """How offers are chosen, "" where none are asked for."""
    return (arguments.choose or ASK_A_PERSON) if arguments.mode == OFFERS else ""


def _dry_run(
    arguments: argparse.Namespace, session: Session, imported: ImportedFile, method: str
) -> int:
    terms = _terms(arguments, session, method)
    with progress_bar() as show:
        imported = ship.with_points(session.ledger, session.client, imported, show=show)
    imported = ship.with_contract(imported, terms.contract, method)
    before = earlier.rows_before(session.ledger, imported.digest)
    again = arguments.duplicates == ship.AGAIN
    bought = frozenset() if again else frozenset(row for row, paid in before.items() if paid)
    repeated = ship.repeats(session.ledger, imported)
    skipped = repeated.keys() if arguments.duplicates == ship.SKIP else frozenset()
    parcels = sum(
        row.order is not None and row.same_parcel_as is None and row.row not in {*bought, *skipped}
        for row in imported.rows
    )
    bad = sum(row.order is None and row.row not in before for row in imported.rows)
    if arguments.json:
        counts = {"parcels": parcels, "invalid": bad, "sent_before": len(repeated)}
        counts["corrected"] = len(imported.corrected or ())
        say_json(counts | {"rows": checked_facts(imported)})
        return SOME_FAILED if bad else OK
    show_findings(imported, bought_before=bought)
    line = translate(
        "cli", "Parcels to buy: {parcels}. Rows to correct: {bad}. Sent before: {sent}."
    )
    say(line.format(parcels=parcels, bad=bad, sent=len(repeated)))
    return SOME_FAILED if bad else OK


def _ship(
    arguments: argparse.Namespace, session: Session, imported: ImportedFile, method: str
) -> tuple[ship.Finished, ImportedFile]:
    """The run, and the file with everything that was found out about it.

    The bar ends before the question and starts anew after it: one would be drawn over the other.
    """
    ledger, client = session.ledger, session.client
    try:
        terms = _terms(arguments, session, method)
        imported, waits = weekend_answered(arguments, session, imported)
        with progress_bar() as show:
            ship.look_around(ledger, client, terms)
            imported = ship.with_points(ledger, client, imported, show=show)
        imported = ship.with_contract(imported, terms.contract, method)
        going, waiting = weekend.left_waiting(imported, waits)
        run_id = _enter(arguments, session, going)
    except (Offline, NoAnswer, TooFast) as trouble:
        rows = rows_not_reached(imported, report.standing_of_file(ledger, imported.digest))
        return ship.Finished(0, rows, "unreachable", trouble), imported
    stop = Stop()
    with progress_bar() as show, stopping(stop):
        finished = ship.work(ledger, client, run_id, terms=terms, show=show, stop=stop)
    standing = sorted((*finished.rows, *waiting), key=lambda one: one.row)
    return replace(finished, rows=tuple(standing)), imported


def _tell(
    arguments: argparse.Namespace,
    session: Session,
    finished: ship.Finished,
    imported: ImportedFile,
    *,
    outputs: Outputs,
) -> int:
    """Write the labels and the result, show what is in them, and give the exit code."""
    results = result_rows(finished.rows, imported)
    written = write_outputs(session.ledger, outputs, finished.rows, results)
    if not arguments.json:
        show_findings(imported, results, bought_before=finished.bought_before)
    labels = outputs.labels if written.labels else None
    show_summary(arguments, finished, results, labels=labels, result=outputs.result)
    for trouble in written.troubles:
        complain(sentences.trouble_words(trouble))
    if not arguments.json:
        _say_what_next(finished.rows)
    return BAD_INPUT if written.troubles else exit_code(finished)


def _say_what_next(rows: Sequence[RowStanding]) -> None:
    outcomes = {row.outcome for row in rows}
    if Outcome.UNPAID in outcomes:
        say(
            translate(
                "cli",
                "Not everything is paid: top up in Manager Paczek, then start the same command again.",
            )
        )
    elif outcomes & {Outcome.UNSURE, Outcome.WAITING}:
        say(
            translate(
                "cli",
                "Not everything is finished: start the same command again; nothing is bought twice.",
            )
        )
    if Outcome.OFFERED in outcomes:
        first = next(row.reference for row in rows if row.outcome is Outcome.OFFERED)
        words = translate(
            "cli",
            "Offers wait for a choice: “inpost-desk offers {reference}” lists them, “inpost-desk buy "
            "{reference} --offer ID” buys one. Then start the same command again.",
        )
        say(words.format(reference=first))


def _enter(arguments: argparse.Namespace, session: Session, imported: ImportedFile) -> int:
    ledger, client = session.ledger, session.client
    try:
        return ship.enter(ledger, client, imported, duplicates=arguments.duplicates)
    except QuestionOpen as question:
        detail = _named(session, imported) or question.detail
        words = translate(
            "cli",
            "References sent before: {count}. Leave them out (“skip”) or send again (“again”)?",
        )
        answer = ask(words.format(count=detail), ["skip", "again"])
        if answer is None:
            raise QuestionOpen(question.rule, detail=detail) from question
        return ship.enter(ledger, client, imported, duplicates=answer)


def _named(session: Session, imported: ImportedFile) -> str:
    """How many references were sent before, and the first of them: `12 (R-01, R-02, …)`."""
    repeated = ship.repeats(session.ledger, imported)
    names = list(dict.fromkeys(row.reference for row in imported.rows if row.row in repeated))
    if not names:
        return ""
    more = ["…"] if len(names) > NAMED else []
    return f"{len(names)} ({', '.join(names[:NAMED] + more)})"


def exit_code(finished: ship.Finished) -> int:
    """What a run's end means for whoever started it."""
    trouble = finished.trouble
    if isinstance(trouble, NotAllowed):
        return NOT_ALLOWED
    if isinstance(trouble, (Offline, NoAnswer, TooFast)):
        return UNREACHABLE
    outcomes = {row.outcome for row in finished.rows}
    if outcomes & {Outcome.UNSURE, Outcome.WAITING, Outcome.OFFERED}:
        return OPEN
    if outcomes & {Outcome.INVALID, Outcome.REFUSED, Outcome.UNPAID}:
        return SOME_FAILED
    return OK
