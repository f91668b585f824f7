"""Paczka w Weekend while InPost takes none: rows wait, or go as standard; a person says which, once a file.

Nothing waits by itself and nothing goes by itself: rows that wait are ready again when the window is open.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from typing import Final

from inpost_desk.actions.import_file import ImportedFile, ImportedRow
from inpost_desk.domain.order import Change, Field, Problem
from inpost_desk.domain.stage import Outcome
from inpost_desk.ledger.desk import WEEKEND_ASKED, WEEKEND_SHUT
from inpost_desk.ledger.report import RowStanding

WAIT: Final = "wait"
STANDARD: Final = "standard"
AS_STANDARD: Final = "sent_as_standard"


def weekend_rows(imported: ImportedFile, *, went: Collection[int] = ()) -> frozenset[int]:
    """The rows with a Paczka w Weekend of their own that did not go yet."""
    return frozenset(
        one.row
        for one in imported.rows
        if one.order and one.order.weekend and one.same_parcel_as is None and one.row not in went
    )


def as_standard(imported: ImportedFile, *, went: Collection[int] = ()) -> ImportedFile:
    """The file with every Paczka w Weekend that did not go yet as a standard parcel: shown as a change."""
    return replace(imported, rows=tuple(_as_standard(one, went) for one in imported.rows))


def _as_standard(row: ImportedRow, went: Collection[int]) -> ImportedRow:
    if row.order is None or not row.order.weekend or row.row in went:
        return row
    said = row.cells.get(Field.WEEKEND, "").strip()
    change = Change(Field.WEEKEND, said, "NIE", AS_STANDARD)
    return replace(row, order=replace(row.order, weekend=False), changes=(*row.changes, change))


def waiting_problem(row: ImportedRow, answer: str) -> Problem:
    """Why a row with a Paczka w Weekend is not ready while InPost takes none."""
    rule = WEEKEND_SHUT if answer == WAIT else WEEKEND_ASKED
    return Problem(Field.WEEKEND, rule, row.cells.get(Field.WEEKEND, "").strip())


def left_waiting(
    imported: ImportedFile, rows: Collection[int]
) -> tuple[ImportedFile, tuple[RowStanding, ...]]:
    """The file without these rows and what goes into their parcels, and how those stand."""
    waits = [one for one in imported.rows if one.row in rows or one.same_parcel_as in rows]
    gone = {one.row for one in waits}
    kept = tuple(one for one in imported.rows if one.row not in gone)
    standing = tuple(
        RowStanding(
            one.row,
            one.reference,
            Outcome.WAITING,
            field=Field.WEEKEND,
            rule=WEEKEND_SHUT,
        )
        for one in waits
    )
    return replace(imported, rows=kept), standing
