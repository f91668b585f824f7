"""`inpost-desk ship`: a file of orders goes in, labels and a result file come out."""

from __future__ import annotations

import argparse
import signal
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from inpost_desk import settings
from inpost_desk.actions import ship
from inpost_desk.actions.account import check_account
from inpost_desk.actions.import_file import (
    Answer,
    ImportedFile,
    count_repeated,
    import_file,
    resolve_repeated,
)
from inpost_desk.actions.result_file import ResultRow, write_result
from inpost_desk.actions.send import Terms
from inpost_desk.actions.settle import Horizon
from inpost_desk.actions.waiting import Stop
from inpost_desk.cli.findings import (
    Outputs,
    result_rows,
    rows_not_reached,
    show_findings,
    show_summary,
)
from inpost_desk.cli.session import Session, folder_of, opened
from inpost_desk.cli.show import ask, complain, progress_bar, say, say_json
from inpost_desk.domain.service import Choices
from inpost_desk.domain.stage import Outcome
from inpost_desk.errors import (
    FileTrouble,
    NoAnswer,
    NotAllowed,
    Offline,
    QuestionOpen,
    TooFast,
    Trouble,
)
from inpost_desk.ledger import report
from inpost_desk.ledger.ledger import Ledger
from inpost_desk.ledger.report import RowStanding
from inpost_desk.paths import disk_rule
from inpost_desk.wording import sentences
from inpost_desk.wording.speech import translate

OK, SOME_FAILED, BAD_INPUT, NOT_ALLOWED, UNREACHABLE, OPEN = 0, 1, 2, 3, 4, 5


def run(arguments: argparse.Namespace) -> int:
    """Ship one file; the exit code says how it went."""
    return ship_file(arguments, outputs=_outputs(arguments))[0]


def ship_file(
    arguments: argparse.Namespace, *, outputs: Outputs
) -> tuple[int, tuple[RowStanding, ...]]:
    """The command's whole course; the demo takes it too."""
    imported = import_file(Path(arguments.file))
    if not arguments.dry_run:
        _make_sure_of(outputs, Path(arguments.file))
    folder = folder_of(arguments)
    method = _sending_method(arguments, folder)
    imported = _resolve(imported, arguments, folder)
    with opened(arguments) as session:
        try:
            terms = _terms(arguments, session, method)
            if arguments.dry_run:
                return _dry_run(arguments, session, imported, terms), ()
            return _ship(arguments, session, imported, terms, outputs=outputs)
        except (Offline, NoAnswer, TooFast) as trouble:
            complain(sentences.trouble_words(trouble))
            rows = rows_not_reached(
                imported, report.standing_of_file(session.ledger, imported.digest)
            )
            if not arguments.dry_run:
                write_result(outputs.result, result_rows(rows, imported))
            return UNREACHABLE, rows


def _outputs(arguments: argparse.Namespace) -> Outputs:
    file = Path(arguments.file)
    return Outputs(
        Path(arguments.output or file.with_name(f"{file.stem}-labels.pdf")),
        Path(arguments.result or file.with_name(f"{file.stem}-result.csv")),
    )


def _make_sure_of(outputs: Outputs, file: Path) -> None:
    """A folder that cannot be written is found out before anything is bought."""
    for place in (outputs.labels, outputs.result):
        if place.resolve() == file.resolve():
            raise FileTrouble("is_the_order_file", place=str(place))
        if place.is_dir():
            raise FileTrouble("is_a_folder", place=str(place))
        try:
            with tempfile.TemporaryFile(dir=place.parent):
                pass
        except FileNotFoundError as error:
            raise FileTrouble("missing", place=str(place.parent)) from error
        except OSError as error:
            raise FileTrouble(disk_rule(error), place=str(place.parent)) from error


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
    if answer != kept:
        settings.remember_repeated(folder, imported.layout_digest, answer)
    decided: Answer = "lines" if answer == "lines" else "parcels"
    return resolve_repeated(imported, decided)


def _sending_method(arguments: argparse.Namespace, folder: Path) -> str:
    kept = settings.load(folder).settings.sending_method
    method = arguments.sending_method or kept
    if not method:
        question = translate(
            "cli",
            "How do the parcels leave? “dispatch_order”: a courier fetches them; “parcel_locker”: you put "
            "them into a Paczkomat; “any_point”: any Paczkomat or PaczkoPunkt; “pop”: a PaczkoPunkt.",
        )
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
    show_findings(imported, quiet=arguments.json)
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
    show_findings(imported, finished, quiet=arguments.json)
    results = result_rows(finished.rows, imported)
    unwritten = _write(ledger, finished, outputs, results)
    show_summary(arguments, finished, outputs, results=results)
    for trouble in unwritten:
        complain(sentences.trouble_words(trouble))
    return BAD_INPUT if unwritten else _exit_code(finished), finished.rows


def _write(
    ledger: Ledger, finished: ship.Finished, outputs: Outputs, results: Sequence[ResultRow]
) -> list[Trouble]:
    """Write both files. One that fails does not keep the other back: what was bought must be told."""
    unwritten: list[Trouble] = []
    for write in (
        lambda: write_result(outputs.result, results),
        lambda: ship.join_labels(ledger, finished.rows, outputs.labels),
    ):
        try:
            write()
        except Trouble as trouble:
            unwritten.append(trouble)
    return unwritten


def _enter(arguments: argparse.Namespace, session: Session, imported: ImportedFile) -> int:
    ledger, client = session.ledger, session.client
    try:
        return ship.enter(ledger, client, imported, duplicates=arguments.duplicates)
    except QuestionOpen as question:
        words = translate(
            "cli",
            "References sent before: {count}. Leave them out (“skip”) or send again (“again”)?",
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
