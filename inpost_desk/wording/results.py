"""The lines of a result file: every row of an order file with how it stands, in words."""

from __future__ import annotations

from collections.abc import Sequence

from inpost_desk.actions.import_file import ImportedFile, ImportedRow
from inpost_desk.actions.result_file import ResultRow
from inpost_desk.domain.order import Field
from inpost_desk.domain.stage import Outcome
from inpost_desk.ledger.report import RowStanding
from inpost_desk.wording import sentences

Columns = dict[Field, str]


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


def _message(one: RowStanding, given: ImportedRow, columns: Columns) -> str:
    if one.outcome is Outcome.INVALID and given.problems:
        return sentences.problems_words(given.problems, columns)
    if not one.rule:
        return ""
    value = one.value or _given(one, given)
    return sentences.rule_words(one.rule, field=one.field, value=value)


def _given(one: RowStanding, given: ImportedRow) -> str:
    """What the file said in the field that a refusal is about."""
    return given.cells.get(Field(one.field), "") if one.field in set(Field) else ""
