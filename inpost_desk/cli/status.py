"""`inpost-desk status`: how orders stand, a run with its ShipX batches, and their labels once more."""

from __future__ import annotations

import argparse
from collections import Counter
from pathlib import Path

from inpost_desk.cli.session import Session, opened
from inpost_desk.cli.show import complain, counts_line, say, say_json, table
from inpost_desk.domain.order import Field
from inpost_desk.domain.shipment import BatchId
from inpost_desk.domain.stage import Outcome
from inpost_desk.errors import Trouble
from inpost_desk.ledger import report
from inpost_desk.ledger.orders import last_run
from inpost_desk.ledger.report import RowStanding, RunStanding
from inpost_desk.wording import sentences
from inpost_desk.wording.speech import translate

OK, NOT_FOUND, OPEN = 0, 1, 5


def run(arguments: argparse.Namespace) -> int:
    """Show references, one run, or the list of runs; needs no token, and buys nothing."""
    with opened(arguments, token_needed=False) as session:
        if arguments.references:
            return _references(arguments, session)
        if arguments.runs:
            return _runs(arguments, session)
        number = arguments.run or last_run(session.ledger)
        return _one_run(arguments, session, number)


def _references(arguments: argparse.Namespace, session: Session) -> int:
    rows = report.standing_of_references(session.ledger, arguments.references)
    missing = set(arguments.references) - {name for row in rows for name in row.names}
    for reference in sorted(missing):
        complain(
            translate(
                "cli", "{reference}: not known here. Check the reference and the account."
            ).format(reference=reference)
        )
    if arguments.json:
        say_json([_as_facts(row) for row in rows])
    else:
        _table(rows)
    joined = _print_again(arguments, session, rows)
    return OK if joined and not missing else NOT_FOUND


def _runs(arguments: argparse.Namespace, session: Session) -> int:
    runs = report.recent_runs(session.ledger)
    if arguments.json:
        say_json([_run_facts(one) for one in runs])
        return OK
    for one in runs:
        rows = report.standing_of_run(session.ledger, one.id)
        say(_headline(one, rows))
    if not runs:
        say(translate("cli", "Nothing was sent yet."))
    return OK


def _one_run(arguments: argparse.Namespace, session: Session, number: int | None) -> int:
    found = report.run_named(session.ledger, number) if number else None
    if number is None or found is None:
        if arguments.run:
            words = translate(
                "cli", "There is no run {number}. “inpost-desk status --runs” lists them."
            ).format(number=arguments.run)
            complain(words)
            return NOT_FOUND
        say(translate("cli", "Nothing was sent yet."))
        return OK
    rows = report.standing_of_run(session.ledger, number)
    batches = {one: _batch_status(session, one) for one in found.batches}
    if arguments.json:
        facts = _run_facts(found) | {
            "batches": [{"id": k, "status": v} for k, v in batches.items()]
        }
        say_json(facts | {"rows": [_as_facts(row) for row in rows]})
    else:
        say(_headline(found, rows))
        for batch, status in batches.items():
            say(translate("cli", "ShipX batch {id}: {status}").format(id=batch, status=status))
        _table(rows)
    if not _print_again(arguments, session, rows):
        return NOT_FOUND
    open_rows = {Outcome.UNSURE, Outcome.WAITING, Outcome.OFFERED} & {row.outcome for row in rows}
    return OPEN if open_rows else OK


def _print_again(arguments: argparse.Namespace, session: Session, rows: list[RowStanding]) -> bool:
    """Join the stored labels of these rows where that was asked for; False where there are none."""
    if not arguments.output:
        return True
    # Loads the PDF library, which the other uses of this command do without.
    from inpost_desk.actions.ship import join_labels
    from inpost_desk.cli.outputs import make_sure_of_place

    make_sure_of_place(Path(arguments.output))
    if not join_labels(session.ledger, rows, Path(arguments.output)):
        complain(translate("cli", "None of these rows has a label yet; nothing was written."))
        return False
    if not arguments.json:
        say(translate("cli", "Labels: {path}").format(path=arguments.output))
    return True


def _batch_status(session: Session, batch: BatchId) -> str:
    """What InPost says of a batch now; a dash where it cannot be asked."""
    if not session.may_ask:
        return "–"
    try:
        return session.client.batch(batch).status
    except Trouble:
        return "–"


def _headline(run: RunStanding, rows: list[RowStanding]) -> str:
    started = sentences.moment_words(run.started_at)
    return f"{run.id}\t{started}\t{run.file_name or _typed(rows)}\t{_counts(rows)}"


def _typed(rows: list[RowStanding]) -> str:
    """What a run is called whose shipment was typed by hand."""
    words = translate("cli", "New shipment {reference}")
    return words.format(reference=rows[0].reference if rows else "").strip()


def _counts(rows: list[RowStanding]) -> str:
    counts = Counter(row.outcome for row in rows)
    words = {one.value: sentences.outcome_words(one) for one in Outcome}
    return counts_line({one.value: counts[one] for one in Outcome}, words)


def _table(rows: list[RowStanding]) -> None:
    columns = [
        translate("cli", "Row"),
        translate("cli", "Reference"),
        translate("cli", "Outcome"),
        translate("cli", "Tracking number"),
        translate("cli", "Why"),
    ]
    table(columns, [_line(row) for row in rows])


def _line(row: RowStanding) -> list[str]:
    why = sentences.rule_words(row.rule, field=row.field, value=row.value) if row.rule else ""
    if why and row.field in set(Field):
        why = f"{sentences.field_words(row.field)}: {why}"
    outcome = sentences.outcome_words(row.outcome)
    return [str(row.row), row.reference, outcome, row.tracking_number, why]


def _as_facts(row: RowStanding) -> dict[str, object]:
    return {
        "row": row.row,
        "reference": row.reference,
        "outcome": row.outcome.value,
        "shipment_id": row.shipment_id,
        "tracking_number": row.tracking_number,
        "service": row.service,
        "field": row.field,
        "rule": row.rule,
    }


def _run_facts(run: RunStanding) -> dict[str, object]:
    return {
        "run": run.id,
        "file": run.file_name,
        "started_at": run.started_at.isoformat(),
        "ended_at": run.ended_at.isoformat() if run.ended_at else None,
        "stopped_by": run.stopped_by,
        "batches": list(run.batches),
    }
