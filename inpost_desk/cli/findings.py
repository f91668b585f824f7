"""What `ship` shows: findings of the import, the summary, and the lines of the result file."""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from inpost_desk.actions import ship
from inpost_desk.actions.import_file import ImportedFile, ImportedRow
from inpost_desk.actions.result_file import ResultRow
from inpost_desk.cli.show import complain, counts_line, say, say_json
from inpost_desk.domain.order import Field
from inpost_desk.domain.stage import Outcome
from inpost_desk.ledger.report import RowStanding
from inpost_desk.wording import sentences
from inpost_desk.wording.speech import translate

SHOWN = 30


@dataclass(frozen=True, slots=True)
class Outputs:
    """Where the labels and the result go."""

    labels: Path
    result: Path


def rows_not_reached(
    imported: ImportedFile, before: Sequence[RowStanding]
) -> tuple[RowStanding, ...]:
    """Every row where InPost could not even be asked who we are: as an earlier start left it, or waiting."""
    known = {row.row: row for row in before if row.order_id is not None}
    return tuple(known.get(row.row) or _unasked(row) for row in imported.rows)


def _unasked(row: ImportedRow) -> RowStanding:
    if row.order is None:
        return _invalid(row)
    return RowStanding(row.row, row.reference, Outcome.WAITING, rule="unreachable")


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


def result_rows(rows: Sequence[RowStanding], imported: ImportedFile) -> list[ResultRow]:
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
    if not one.rule:
        return ""
    value = one.value or _given(one, given)
    return sentences.rule_words(one.rule, field=one.field, value=value)


def _given(one: RowStanding, given: ImportedRow) -> str:
    """What the file said in the field that a refusal is about."""
    return given.cells.get(Field(one.field), "") if one.field in set(Field) else ""


def show_findings(
    imported: ImportedFile, finished: ship.Finished | None = None, *, quiet: bool
) -> None:
    """What is wrong, what was mended by itself, and what may look odd on the label."""
    if quiet:
        return
    columns = dict(imported.layout.columns)
    told = finished.bought_before if finished else frozenset()
    if told:
        words = translate(
            "cli", "{count} rows were bought by an earlier start; nothing is bought again."
        )
        say(words.format(count=len(told)))
    fresh = [row for row in imported.rows if row.row not in told]
    lines = [line for row in fresh for line in _findings(row, columns)]
    for line in lines[:SHOWN]:
        say(line)
    if len(lines) > SHOWN:
        say(translate("cli", "… and {count} more").format(count=len(lines) - SHOWN))
    if imported.ignored_columns:
        names = ", ".join(imported.ignored_columns)
        say(translate("cli", "Columns not used: {names}").format(names=names))


def _findings(row: ImportedRow, columns: dict[Field, str]) -> list[str]:
    place = translate("cli", "row {row}").format(row=row.row)
    lines = [
        f"{place}: {columns.get(one.field) or sentences.field_words(one.field)}: "
        f"{sentences.change_words(one)}"
        for one in row.changes
    ]
    for sign, problems in (("", row.warnings), ("! ", row.problems)):
        lines += [
            f"{sign}{place}: {sentences.problem_words(one, columns.get(one.field, ''))}"
            for one in problems
        ]
    return lines


def show_summary(
    arguments: argparse.Namespace,
    finished: ship.Finished,
    outputs: Outputs,
    *,
    results: Sequence[ResultRow],
) -> None:
    counts = Counter(row.outcome for row in finished.rows)
    joined = any(row.label for row in finished.rows)
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
