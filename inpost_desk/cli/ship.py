"""`inpost-desk ship`: a file of orders goes in, labels and a result file come out."""

from __future__ import annotations

import argparse
import signal
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from inpost_desk import settings
from inpost_desk.actions import ship
from inpost_desk.actions.account import check_account
from inpost_desk.actions.import_file import (
    Answer,
    ImportedFile,
    ImportedRow,
    count_repeated,
    import_file,
    resolve_repeated,
)
from inpost_desk.actions.result_file import ResultRow, write_result
from inpost_desk.actions.send import Terms
from inpost_desk.actions.settle import Horizon
from inpost_desk.actions.waiting import Stop
from inpost_desk.cli.session import Session, folder_of, opened
from inpost_desk.cli.show import ask, complain, counts_line, progress_bar, say, say_json
from inpost_desk.domain.order import Field
from inpost_desk.domain.service import Choices
from inpost_desk.domain.stage import Outcome
from inpost_desk.errors import NoAnswer, NotAllowed, Offline, QuestionOpen, TooFast
from inpost_desk.ledger.report import RowStanding
from inpost_desk.wording import sentences
from inpost_desk.wording.speech import translate

OK, SOME_FAILED, NOT_ALLOWED, UNREACHABLE, OPEN = 0, 1, 3, 4, 5
SHOWN = 30


@dataclass(frozen=True, slots=True)
class Outputs:
    """Where the labels and the result go."""

    labels: Path
    result: Path


def run(arguments: argparse.Namespace, language: str) -> int:
    """Ship one file; the exit code says how it went."""
    return ship_file(arguments, language, outputs=_outputs(arguments))[0]


def ship_file(
    arguments: argparse.Namespace, language: str, *, outputs: Outputs
) -> tuple[int, tuple[RowStanding, ...]]:
    """The command's whole course; the demo takes it too."""
    imported = import_file(Path(arguments.file))
    folder = folder_of(arguments)
    imported = _resolve(imported, arguments, folder)
    method = _sending_method(arguments, folder)
    try:
        with opened(arguments, language) as session:
            terms = _terms(arguments, session, method)
            if arguments.dry_run:
                return _dry_run(arguments, session, imported, terms), ()
            return _ship(arguments, session, imported, terms, outputs=outputs)
    except (Offline, NoAnswer, TooFast) as trouble:
        complain(sentences.trouble_words(trouble))
        rows = _not_reached(imported)
        if not arguments.dry_run:
            write_result(outputs.result, _result_rows(rows, imported))
        return UNREACHABLE, ()


def _outputs(arguments: argparse.Namespace) -> Outputs:
    file = Path(arguments.file)
    return Outputs(
        Path(arguments.output or file.with_name(f"{file.stem}-labels.pdf")),
        Path(arguments.result or file.with_name(f"{file.stem}-result.csv")),
    )


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
            "{references} references stand on {rows} rows. Lines of one order ({lines} parcels in all) "
            "or separate parcels ({parcels} in all)?",
        ).format(
            references=count.references,
            rows=count.rows,
            lines=count.parcels_if_lines,
            parcels=count.parcels_if_parcels,
        )
        answer = ask(question, ["lines", "parcels"])
    if answer is None:
        raise QuestionOpen("repeated", detail=str(count.references))
    if answer != kept:
        settings.remember_repeated(folder, imported.layout_digest, answer)
    decided: Answer = "lines" if answer == "lines" else "parcels"
    return resolve_repeated(imported, decided)


def _sending_method(arguments: argparse.Namespace, folder: Path) -> str:
    kept = settings.load(folder).settings.sending_method
    method = arguments.sending_method or kept
    if not method:
        question = translate("cli", "How do the parcels leave?")
        method = ask(question, ["dispatch_order", "parcel_locker", "any_point", "pop"])
    if not method:
        raise QuestionOpen("sending_method")
    if not kept:
        settings.change(folder, sending_method=method)
    return str(method)


def _terms(arguments: argparse.Namespace, session: Session, method: str) -> Terms:
    account = check_account(session.client).organization
    kept = session.settings
    horizon = Horizon.shortened(arguments.horizon) if arguments.horizon else Horizon()
    return Terms(
        contract=account.services,
        choices=Choices(sending_method=method, sender=kept.sender, presets=kept.presets),
        horizon=horizon,
        chunk=arguments.chunk,
        wait=not arguments.no_wait,
    )


def _dry_run(
    arguments: argparse.Namespace, session: Session, imported: ImportedFile, terms: Terms
) -> int:
    with progress_bar() as show:
        imported = ship.with_points(session.ledger, session.client, imported, show=show)
    imported = ship.with_contract(imported, terms)
    _show_findings(imported)
    repeated = ship.repeats(session.ledger, imported)
    bad = sum(row.order is None for row in imported.rows)
    line = translate(
        "cli", "Parcels to buy: {parcels}. Rows to correct: {bad}. Sent before: {sent}."
    )
    if arguments.json:
        say_json({"parcels": imported.parcels, "invalid": bad, "sent_before": len(repeated)})
    else:
        say(line.format(parcels=imported.parcels, bad=bad, sent=len(repeated)))
    return SOME_FAILED if bad else OK


def _ship(
    arguments: argparse.Namespace,
    session: Session,
    imported: ImportedFile,
    terms: Terms,
    *,
    outputs: Outputs,
) -> tuple[int, tuple[RowStanding, ...]]:
    ledger, client = session.ledger, session.client
    stop = Stop()
    with progress_bar() as show, _stopping(stop):
        ship.look_around(ledger, client, terms)
        imported = ship.with_points(ledger, client, imported, show=show)
        imported = ship.with_contract(imported, terms)
        run_id = _enter(arguments, session, imported)
        finished = ship.work(ledger, client, run_id, terms=terms, show=show, stop=stop)
    _show_findings(imported, quiet=arguments.json)
    code = _exit_code(finished)
    results = _result_rows(finished.rows, imported)
    write_result(outputs.result, results)
    joined = ship.join_labels(ledger, finished.rows, outputs.labels)
    _summary(arguments, finished, outputs, joined=joined, results=results)
    return code, finished.rows


def _enter(arguments: argparse.Namespace, session: Session, imported: ImportedFile) -> int:
    ledger, client = session.ledger, session.client
    try:
        return ship.enter(ledger, client, imported, duplicates=arguments.duplicates)
    except QuestionOpen as question:
        words = translate(
            "cli", "{count} references were sent before. Leave them out, or send again?"
        )
        answer = ask(words.format(count=question.detail), ["skip", "again"])
        if answer is None:
            raise
        return ship.enter(ledger, client, imported, duplicates=answer)


class _stopping:  # noqa: N801 - reads as a phrase
    """Ctrl-C ends the run after the present request; a second one ends it at once."""

    def __init__(self, stop: Stop) -> None:
        self._stop = stop
        self._before: Callable[..., object] | int | None = None

    def __enter__(self) -> None:
        self._before = signal.signal(signal.SIGINT, self._first)

    def _first(self, *_given: object) -> None:
        self._stop.event.set()
        complain(translate("cli", "Finishing the last request…"))
        signal.signal(signal.SIGINT, signal.default_int_handler)

    def __exit__(self, *_given: object) -> None:
        signal.signal(signal.SIGINT, self._before)


def _exit_code(finished: ship.Finished) -> int:
    trouble = finished.trouble
    if isinstance(trouble, NotAllowed):
        return NOT_ALLOWED
    if isinstance(trouble, (Offline, NoAnswer, TooFast)):
        return UNREACHABLE
    outcomes = {row.outcome for row in finished.rows}
    if outcomes & {Outcome.UNSURE, Outcome.WAITING}:
        return OPEN
    if outcomes & {Outcome.INVALID, Outcome.REFUSED, Outcome.UNPAID}:
        return SOME_FAILED
    return OK


def _not_reached(imported: ImportedFile) -> tuple[RowStanding, ...]:
    """Every row where InPost could not even be asked who we are."""
    return tuple(
        RowStanding(row.row, row.reference, Outcome.WAITING, rule="unreachable")
        if row.order is not None
        else _invalid(row)
        for row in imported.rows
    )


def _invalid(row: ImportedRow) -> RowStanding:
    first = row.problems[0]
    return RowStanding(
        row.row,
        row.reference,
        Outcome.INVALID,
        field=first.field,
        rule=first.rule,
        value=first.value,
    )


def _result_rows(rows: Sequence[RowStanding], imported: ImportedFile) -> list[ResultRow]:
    by_row = {row.row: row for row in imported.rows}
    columns = dict(imported.layout.columns)
    results = []
    for one in rows:
        given = by_row[one.row]
        field = columns.get(Field(one.field), one.field) if one.field in set(Field) else one.field
        results.append(
            ResultRow(
                row=one.row,
                reference=one.reference,
                outcome=one.outcome,
                shipment_id="" if one.shipment_id is None else str(one.shipment_id),
                tracking_number=one.tracking_number,
                service=one.service,
                field=field,
                rule=one.rule,
                message=_message(one, given, columns),
            )
        )
    return results


def _message(one: RowStanding, given: ImportedRow, columns: dict[Field, str]) -> str:
    if one.outcome is Outcome.INVALID and given.problems:
        return sentences.problems_words(given.problems, columns)
    return sentences.rule_words(one.rule, value=one.value or _given(one, given)) if one.rule else ""


def _given(one: RowStanding, given: ImportedRow) -> str:
    """What the file said in the field that a refusal is about."""
    return given.cells.get(Field(one.field), "") if one.field in set(Field) else ""


def _show_findings(imported: ImportedFile, *, quiet: bool = False) -> None:
    """What was mended by itself, and what may look wrong on the label."""
    if quiet:
        return
    columns = dict(imported.layout.columns)
    lines = []
    for row in imported.rows:
        for change in row.changes:
            column = columns.get(change.field, change.field.value)
            lines.append(f"{row.row}: {column}: {sentences.change_words(change)}")
        for warning in row.warnings:
            column = columns.get(warning.field, "")
            lines.append(f"{row.row}: {sentences.problem_words(warning, column)}")
        for problem in row.problems:
            column = columns.get(problem.field, "")
            lines.append(f"{row.row}: ! {sentences.problem_words(problem, column)}")
    for line in lines[:SHOWN]:
        say(line)
    if len(lines) > SHOWN:
        say(translate("cli", "… and {count} more").format(count=len(lines) - SHOWN))
    if imported.ignored_columns:
        names = ", ".join(imported.ignored_columns)
        say(translate("cli", "Columns not used: {names}").format(names=names))


def _summary(
    arguments: argparse.Namespace,
    finished: ship.Finished,
    outputs: Outputs,
    *,
    joined: int,
    results: Sequence[ResultRow],
) -> None:
    counts = Counter(row.outcome for row in finished.rows)
    if arguments.json:
        say_json(
            {
                "run": finished.run_id,
                "counts": {one.value: counts[one] for one in Outcome},
                "stopped_by": finished.stopped_by,
                "labels": str(outputs.labels) if joined else "",
                "result": str(outputs.result),
                "rows": [
                    {name: getattr(row, name) for name in ResultRow.__slots__} for row in results
                ],
            }
        )
    else:
        words = {one.value: sentences.outcome_words(one) for one in Outcome}
        say(counts_line({one.value: counts[one] for one in Outcome}, words))
        if joined:
            say(translate("cli", "Labels: {path}").format(path=outputs.labels))
        say(translate("cli", "Result: {path}").format(path=outputs.result))
    if finished.trouble is not None:
        complain(sentences.trouble_words(finished.trouble))
    elif finished.stopped_by:
        words_why = sentences.rule_words(finished.stopped_by)
        complain(translate("cli", "The run stopped: {why}").format(why=words_why))
