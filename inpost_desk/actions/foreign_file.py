"""Looking at an order file that is not Manager Paczek's, before it is imported: its columns, and what comes
out of them as the user has assigned them.

Reads the file once and stores nothing; `import_file` with the columns chosen imports it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from copy import deepcopy
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from inpost_desk.actions.import_file import ImportedRow, read_row
from inpost_desk.actions.order_file import read_table
from inpost_desk.domain.checks import tidy
from inpost_desk.domain.column_guess import cash_column, guess_columns
from inpost_desk.domain.foreign import MAPPED, NamedColumn, Source, find_sources, name_columns
from inpost_desk.domain.order import Field, Kind, Problem
from inpost_desk.domain.spreadsheet import Table, TableRow, layout_digest

SAMPLES: Final = 3
_STEP: Final = 500


@dataclass(frozen=True, slots=True)
class Foreign:
    """A file to be assigned. `cash` is a column that says what is cash on delivery, but not the sum."""

    path_name: str
    columns: tuple[NamedColumn, ...]
    samples: tuple[TableRow, ...]
    rows: int
    layout_digest: str
    guess: Mapping[Field, Source]
    cash: str
    table: Table

    @property
    def header(self) -> tuple[str, ...]:
        """The headings as they stand in the file."""
        return self.table.header


@dataclass(frozen=True, slots=True)
class Sample:
    """A cell as the program reads it; where there is a problem, as it was given."""

    text: str
    problem: Problem | None = None


@dataclass(slots=True)
class Judged:
    """What comes out of a file: of `rows` the first `read` were looked at, and so many were `good`.

    `kinds` counts the good ones. `bad` counts rows with a problem by field, unassigned ones too.
    """

    rows: int
    read: int = 0
    good: int = 0
    kinds: Counter[Kind] = field(default_factory=Counter)
    bad: Counter[Field] = field(default_factory=Counter)
    samples: dict[Field, list[Sample]] = field(default_factory=dict)

    def add(self, row: ImportedRow) -> None:
        """One more row."""
        self.read += 1
        if row.order:
            self.good += 1
            self.kinds[row.order.kind] += 1
        problems = {problem.field: problem for problem in reversed(row.problems)}
        self.bad.update(problems.keys())
        after = {
            change.field: change.after for change in row.changes if change.rule == "normalised"
        }
        for one in MAPPED:
            text = tidy(row.cells.get(one, ""))
            if text or one in problems:
                self._show(one, Sample(after.get(one, text), problems.get(one)))

    def _show(self, one: Field, sample: Sample) -> None:
        shown = self.samples.setdefault(one, [])
        if sample in shown:
            return
        if len(shown) < SAMPLES:
            shown.append(sample)
        elif sample.problem and not any(before.problem for before in shown):
            # The first thing that is wrong is worth more than one more that is right.
            shown[-1] = sample


def read_for_mapping(path: Path) -> Foreign:
    """The file with its columns and a guess. Raises `FileTrouble` as `read_table` does."""
    table = read_table(path)
    return Foreign(
        path_name=path.name,
        columns=name_columns(table),
        samples=table.rows[:5],
        rows=len(table.rows),
        layout_digest=layout_digest(table.header),
        guess=guess_columns(table),
        cash=cash_column(table),
        table=table,
    )


def judge(
    foreign: Foreign,
    sources: Mapping[Field, Source],
    *,
    tell: Callable[[Judged], None],
    wanted: Callable[[], bool],
) -> Judged:
    """Read every row as assigned. `tell` hears of it on the way; ends early once it is not `wanted`."""
    columns = find_sources(foreign.table, sources)
    judged = Judged(foreign.rows)
    for row in foreign.table.rows:
        judged.add(read_row(row, columns))
        if judged.read % _STEP == 0:
            if not wanted():
                break
            tell(deepcopy(judged))
    return judged
