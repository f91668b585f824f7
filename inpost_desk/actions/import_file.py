"""An order file becomes rows with orders: layout, checks, repeated references, points.

Reads nothing but the file and buys nothing. Rows are not parcels: a reference that stands on several rows
is a question (`Imported.repeated`), answered with `resolve_repeated` before anything of them is sent.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from inpost_desk.actions.order_file import read_table
from inpost_desk.domain import checks
from inpost_desk.domain.foreign import ForeignColumns, Source, find_sources, follow_kind
from inpost_desk.domain.order import Change, Field, Order, Problem
from inpost_desk.domain.order_row import ReadOrder, meaning, read_order
from inpost_desk.domain.point import Point
from inpost_desk.domain.spreadsheet import (
    Columns,
    Layout,
    Table,
    TableRow,
    find_columns,
    layout_digest,
)

Answer = Literal["lines", "parcels"]


@dataclass(frozen=True, slots=True)
class ImportedRow:
    """One input row. `order` is None exactly where there are problems.

    `row` counts from 1 under the header, `line` is the file's own line or sheet row. `same_parcel_as` is
    the row whose parcel this one belongs to: such a row is not sent. `cells` is the given text by field.
    """

    row: int
    line: int
    reference: str
    order: Order | None
    cells: Mapping[Field, str]
    problems: tuple[Problem, ...] = ()
    warnings: tuple[Problem, ...] = ()
    changes: tuple[Change, ...] = ()
    same_parcel_as: int | None = None


@dataclass(frozen=True, slots=True)
class Repeated:
    """A reference that stands on several rows."""

    reference: str
    rows: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class ImportedFile:
    """`layout_digest` names the column layout that the answer about `repeated` is kept for.

    `corrected` are the rows that are still to go and a person corrected in the window; None for a file that
    never was there.
    """

    path_name: str
    digest: str
    layout: Layout
    layout_digest: str
    rows: tuple[ImportedRow, ...]
    ignored_columns: tuple[str, ...] = ()
    repeated: tuple[Repeated, ...] = ()
    corrected: frozenset[int] | None = None

    @property
    def parcels(self) -> int:
        """How many parcels would be sent."""
        return sum(1 for row in self.rows if row.order and row.same_parcel_as is None)


@dataclass(frozen=True, slots=True)
class RepeatedCount:
    """The figures of the question: `rows` with one of the repeated `references`, and the parcels of the whole
    file for each answer."""

    rows: int
    references: int
    parcels_if_lines: int
    parcels_if_parcels: int


def import_file(
    path: Path, *, columns: Mapping[Field, str] | None = None, contents: bool = False
) -> ImportedFile:
    """Reads and checks an order file; FileTrouble as `read_table` and `find_columns` say.

    `columns` says for a file that is not Manager Paczek's where each field is (text of a `Source`); a column
    that is not there is a FileTrouble `columns_missing`. `contents`: see `find_columns`.
    """
    table = read_table(path)
    if columns is None:
        return imported_table(table, find_columns(table.header, contents=contents), name=path.name)
    sources = {field: Source.parse(columns[field]) for field in Field if field in columns}
    return imported_table(table, find_sources(table, sources), name=path.name)


def imported_table(table: Table, columns: Columns | ForeignColumns, *, name: str) -> ImportedFile:
    """A table whose columns are known, read and checked."""
    rows = tuple(read_row(row, columns) for row in table.rows)
    return ImportedFile(
        path_name=name,
        digest=table.digest,
        layout=columns.layout,
        layout_digest=layout_digest(table.header),
        rows=rows,
        ignored_columns=columns.ignored,
        repeated=_repeated(rows),
    )


def count_repeated(imported: ImportedFile) -> RepeatedCount:
    """What each answer would come to."""
    return RepeatedCount(
        rows=sum(len(group.rows) for group in imported.repeated),
        references=len(imported.repeated),
        parcels_if_lines=resolve_repeated(imported, "lines").parcels,
        parcels_if_parcels=resolve_repeated(imported, "parcels").parcels,
    )


def resolve_repeated(imported: ImportedFile, answer: Answer) -> ImportedFile:
    """The same file with its question answered: `repeated` is empty afterwards.

    `lines`: one parcel, on the first row; blank cells take what another line of the order says, and lines
    that contradict each other are problems of them all; contents are each line's own. `parcels`: one
    parcel a row, references numbered.
    """
    by_row = {row.row: row for row in imported.rows}
    for group in imported.repeated:
        rows = [by_row[number] for number in group.rows]
        resolved = _as_lines(rows, imported.layout) if answer == "lines" else _as_parcels(rows)
        by_row.update({row.row: row for row in resolved})
    return replace(imported, rows=tuple(by_row.values()), repeated=())


def with_reference(row: ImportedRow, reference: str) -> ImportedRow:
    """The row under another reference (a day number where the file gave none)."""
    order = replace(row.order, reference=reference) if row.order else None
    return replace(row, reference=reference, order=order)


def points_of(imported: ImportedFile) -> tuple[str, ...]:
    """The points that parcels go to, each once, in order of the file."""
    return tuple(
        dict.fromkeys(row.order.point for row in imported.rows if row.order and row.order.point)
    )


def check_points(imported: ImportedFile, points: Mapping[str, Point | None]) -> ImportedFile:
    """Adds what is known of the points: None means that InPost has no such point, a missing name that it
    could not be asked, which is no problem. Comes after `resolve_repeated`, which reads rows anew."""
    rows = tuple(_with_point(row, points) for row in imported.rows)
    return replace(imported, rows=rows)


def rows_again(
    name: str, digest: str, *, layout: Layout, rows: Iterable[tuple[int, int, Mapping[Field, str]]]
) -> ImportedFile:
    """A file as its rows stand now: number, line and cells of each, perhaps corrected since it was read.

    A cell for `Field.ROW` is text beyond the last column: the cells of such a row have moved.
    """
    read = tuple(
        _with_moved(
            _imported(row, line, cells, read_order(cells, lockers_only=layout.lockers_only))
        )
        for row, line, cells in rows
    )
    return ImportedFile(name, digest, layout, "", read, repeated=_repeated(read))


def with_corrections(
    imported: ImportedFile, corrected: Collection[tuple[int, int, Mapping[Field, str]]]
) -> ImportedFile:
    """The file with these rows (number, line, cells as in `rows_again`) in the place of its own.

    Comes before `resolve_repeated`: a reference may be another one now.
    """
    again = rows_again("", imported.digest, layout=imported.layout, rows=corrected)
    by_row = {row.row: row for row in again.rows}
    rows = tuple(by_row.get(row.row, row) for row in imported.rows)
    return replace(imported, rows=rows, repeated=_repeated(rows))


def _with_moved(row: ImportedRow) -> ImportedRow:
    beyond = row.cells.get(Field.ROW, "")
    if not beyond:
        return row
    moved = Problem(Field.ROW, "too_many_cells", beyond)
    return replace(row, order=None, problems=(moved, *row.problems))


def read_row(given: TableRow, columns: Columns | ForeignColumns) -> ImportedRow:
    """One row read and checked by itself."""
    cells = columns.cells(given)
    read = read_order(cells, lockers_only=columns.layout.lockers_only)
    shifted = columns.row_problem(given)
    if shifted:
        read = replace(read, order=None, problems=(shifted, *read.problems))
    return _imported(given.row, given.line, cells, read)


def _imported(row: int, line: int, cells: Mapping[Field, str], read: ReadOrder) -> ImportedRow:
    return ImportedRow(
        row,
        line,
        read.reference,
        read.order,
        cells,
        read.problems,
        read.warnings,
        read.changes,
    )


def _repeated(rows: Iterable[ImportedRow]) -> tuple[Repeated, ...]:
    groups: dict[str, list[ImportedRow]] = {}
    for row in rows:
        bad = {problem.field for problem in row.problems}
        if row.reference and not bad & {Field.REFERENCE, Field.ROW}:
            groups.setdefault(row.reference.casefold(), []).append(row)
    return tuple(
        Repeated(group[0].reference, tuple(row.row for row in group))
        for group in groups.values()
        if len(group) > 1
    )


def _as_lines(rows: list[ImportedRow], layout: Layout) -> list[ImportedRow]:
    first = rows[0]
    filled = [follow_kind(row.cells, _inherited(row.cells, rows), layout) for row in rows]
    lines = [
        replace(
            _imported(
                row.row, row.line, cells, read_order(cells, lockers_only=layout.lockers_only)
            ),
            reference=first.reference,
            same_parcel_as=None if row is first else first.row,
        )
        for row, cells in zip(rows, filled, strict=True)
    ]
    differing: set[Field] = {
        field
        for field in rows[0].cells
        if field is not Field.CONTENTS
        and len({meaning(field, line.cells.get(field, "")) for line in lines}) > 1
    }
    return [_judged(line, differing, first) for line in lines]


def _inherited(cells: Mapping[Field, str], rows: list[ImportedRow]) -> dict[Field, str]:
    """Blank cells of an order's further lines take the first thing another line says."""
    return {
        field: text
        if text.strip() or field is Field.CONTENTS
        else next((said for row in rows if (said := row.cells.get(field, "")).strip()), text)
        for field, text in cells.items()
    }


def _judged(line: ImportedRow, differing: set[Field], first: ImportedRow) -> ImportedRow:
    own = {problem.field for problem in line.problems}
    problems = list(line.problems)
    problems += [
        Problem(field, "lines_differ", line.cells.get(field, "").strip())
        for field in line.cells
        if field in differing - own
    ]
    order = line.order and replace(line.order, reference=first.reference)
    return replace(line, order=None if problems else order, problems=tuple(problems))


def _as_parcels(rows: list[ImportedRow]) -> list[ImportedRow]:
    cash = [row.order.cod for row in rows if row.order and row.order.cod]
    repeated_cash = {amount for amount in cash if cash.count(amount) > 1}
    return [
        _numbered(row, f"-{number}/{len(rows)}", warn=_cash(row) in repeated_cash)
        for number, row in enumerate(rows, start=1)
    ]


def _cash(row: ImportedRow) -> object:
    return row.order.cod if row.order else None


def _numbered(row: ImportedRow, suffix: str, *, warn: bool) -> ImportedRow:
    longest = checks.REFERENCE_LIMITS[1]
    numbered = with_reference(row, row.reference[: longest - len(suffix)] + suffix)
    change = Change(Field.REFERENCE, row.reference, numbered.reference, "reference_numbered")
    warnings = numbered.warnings
    if warn and row.order:
        warnings = (*warnings, Problem(Field.COD, "cod_repeated", str(row.order.cod)))
    return replace(numbered, warnings=warnings, changes=(*numbered.changes, change))


def _with_point(row: ImportedRow, points: Mapping[str, Point | None]) -> ImportedRow:
    order = row.order
    if order is None or order.point not in points:
        return row
    point = points[order.point]
    problems = checks.point_problems(order, point)
    if problems:
        return replace(row, order=None, problems=(*row.problems, *problems))
    change = checks.point_change(order, point)
    return replace(row, changes=(*row.changes, change)) if change else row
