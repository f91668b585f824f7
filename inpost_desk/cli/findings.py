"""What `ship` shows: findings of the import, the summary, and the lines of the result file."""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from pathlib import Path

from inpost_desk.actions import ship
from inpost_desk.actions.desk_run import invalid
from inpost_desk.actions.import_file import ImportedFile, ImportedRow
from inpost_desk.actions.result_file import ResultRow
from inpost_desk.cli.show import complain, counts_line, say, say_json
from inpost_desk.domain.order import Change, Field, Problem
from inpost_desk.domain.stage import Outcome
from inpost_desk.ledger.report import RowStanding
from inpost_desk.wording import sentences
from inpost_desk.wording.speech import translate

SHOWN = 30
# The same change on more rows than this is told once, with their number.
FEW = 5
# What the ledger says instead of a column where no cell is to blame.
NO_COLUMNS = frozenset({"payment", "label", "status"})
TO_TELL = (Outcome.REFUSED, Outcome.OFFERED, Outcome.UNPAID, Outcome.UNSURE, Outcome.WAITING)

Columns = dict[Field, str]


def rows_not_reached(
    imported: ImportedFile, before: Sequence[RowStanding]
) -> tuple[RowStanding, ...]:
    """Every row where InPost could not even be asked who we are: as an earlier start left it, or waiting."""
    known = {row.row: row for row in before if row.order_id is not None}
    return tuple(known.get(row.row) or _unasked(row) for row in imported.rows)


def _unasked(row: ImportedRow) -> RowStanding:
    if row.order is None:
        return invalid(row)
    return RowStanding(row.row, row.reference, Outcome.WAITING, rule="unreachable")


def show_findings(
    imported: ImportedFile,
    results: Sequence[ResultRow] = (),
    *,
    bought_before: Collection[int],
) -> None:
    """What is wrong, what is not finished, what may look odd on the label, and what was mended by itself."""
    if bought_before:
        words = translate(
            "cli", "{count} rows were bought by an earlier start; nothing is bought again."
        )
        say(words.format(count=len(bought_before)))
    columns = dict(imported.layout.columns)
    fresh = [row for row in imported.rows if row.row not in bought_before]
    problems = ((row.row, one) for row in fresh for one in row.problems)
    warnings = ((row.row, one) for row in fresh for one in row.warnings)
    _say_some([*_problem_lines(problems, columns, "! "), *_standing_lines(results)])
    _say_some([*_problem_lines(warnings, columns, ""), *_change_lines(fresh, columns)])
    if imported.ignored_columns:
        names = ", ".join(imported.ignored_columns)
        say(translate("cli", "Columns not used: {names}").format(names=names))


def _say_some(lines: Sequence[str]) -> None:
    for line in lines[:SHOWN]:
        say(line)
    if len(lines) > SHOWN:
        say(translate("cli", "… and {count} more").format(count=len(lines) - SHOWN))


def _problem_lines(
    found: Iterable[tuple[int, Problem]], columns: Columns, sign: str
) -> Iterator[str]:
    said = ((row, sentences.problem_words(one, _name(one.field, columns))) for row, one in found)
    return (f"{sign}{line}" for line in _grouped(said))


def _standing_lines(results: Sequence[ResultRow]) -> Iterator[str]:
    """Why rows did not come to a label, after the program took them up."""
    told = (one for one in results if one.outcome in TO_TELL)
    return (f"! {line}" for line in _grouped((one.row, _reason(one)) for one in told))


def _reason(one: ResultRow) -> str:
    words = [one.message]
    if one.outcome in (Outcome.REFUSED, Outcome.UNPAID):
        words.insert(0, sentences.outcome_words(one.outcome))
    if one.field and one.field not in NO_COLUMNS:
        words.insert(-1, sentences.field_words(one.field))
    return ": ".join(words)


def _change_lines(rows: Sequence[ImportedRow], columns: Columns) -> Iterator[str]:
    found: dict[tuple[Field, str], list[tuple[int, Change]]] = defaultdict(list)
    for row in rows:
        for one in row.changes:
            found[one.field, one.rule].append((row.row, one))
    for (field, rule), changes in found.items():
        name = _name(field, columns)
        if len(changes) > FEW:
            words = translate("cli", "{field}: {why} (rows: {count})")
            yield words.format(field=name, why=sentences.reason_words(rule), count=len(changes))
        else:
            said = ((row, f"{name}: {sentences.change_words(one)}") for row, one in changes)
            yield from _grouped(said)


def _grouped(said: Iterable[tuple[int, str]]) -> Iterator[str]:
    """Rows of which the same is said share a line: `rows 4–9: …`."""
    rows: dict[str, list[int]] = defaultdict(list)
    for row, words in said:
        rows[words].append(row)
    return (f"{_rows_words(numbers)}: {words}" for words, numbers in rows.items())


def _rows_words(numbers: Sequence[int]) -> str:
    if len(set(numbers)) == 1:
        return translate("cli", "row {row}").format(row=numbers[0])
    spans: list[list[int]] = []
    for number in numbers:
        if spans and number <= spans[-1][1] + 1:
            spans[-1][1] = number
        else:
            spans.append([number, number])
    said = [str(one) if one == last else f"{one}–{last}" for one, last in spans]
    return translate("cli", "rows {rows}").format(rows=", ".join(said))


def _name(field: Field, columns: Columns) -> str:
    """As the file calls it; what has no column there, as we do."""
    return columns.get(field) or sentences.field_words(field)


def checked_facts(imported: ImportedFile) -> list[dict[str, object]]:
    """The rows of which there is something to say, for programs."""
    columns = dict(imported.layout.columns)

    def problems(found: Iterable[Problem]) -> list[dict[str, object]]:
        return [
            {
                "field": _name(one.field, columns),
                "rule": one.rule,
                "value": one.value,
                "message": sentences.problem_words(one),
            }
            for one in found
        ]

    return [
        {
            "row": row.row,
            "reference": row.reference,
            "problems": problems(row.problems),
            "warnings": problems(row.warnings),
            "changes": [
                {
                    "field": _name(one.field, columns),
                    "rule": one.rule,
                    "before": one.before,
                    "after": one.after,
                }
                for one in row.changes
            ],
        }
        for row in imported.rows
        if row.problems or row.warnings or row.changes
    ]


def show_summary(
    arguments: argparse.Namespace,
    finished: ship.Finished,
    results: Sequence[ResultRow],
    *,
    labels: Path | None,
    result: Path,
) -> None:
    """The counts, and where the files are; `labels` is None where none were written."""
    counts = Counter(row.outcome for row in finished.rows)
    if arguments.json:
        say_json(
            {
                "run": finished.run_id or None,
                "counts": {one.value: counts[one] for one in Outcome},
                "stopped_by": finished.stopped_by,
                "labels": str(labels or ""),
                "result": str(result),
                "rows": [
                    {name: getattr(row, name) for name in ResultRow.__slots__} for row in results
                ],
            }
        )
    else:
        words = {one.value: sentences.outcome_words(one) for one in Outcome}
        say(counts_line({one.value: counts[one] for one in Outcome}, words))
        if labels is not None:
            say(translate("cli", "Labels: {path}").format(path=labels))
        say(translate("cli", "Result: {path}").format(path=result))
    if finished.trouble is not None:
        complain(sentences.trouble_words(finished.trouble))
    elif finished.stopped_by:
        words_why = sentences.rule_words(finished.stopped_by)
        complain(translate("cli", "The run stopped: {why}").format(why=words_why))
