"""The columns of an order file that is not Manager Paczek's: the user says which holds what.

A field may come from several columns (first and last name) or be one text for all rows. No bytes here;
what a column probably is says `column_guess`, what a cell means `order_row`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from inpost_desk.domain import checks
from inpost_desk.domain.contents import joined_contents, says_quantity
from inpost_desk.domain.order import Field, Kind, Problem
from inpost_desk.domain.spreadsheet import (
    FOREIGN,
    MANAGER,
    Layout,
    Table,
    TableRow,
    folded_name,
    heading_key,
    text_beyond,
)
from inpost_desk.errors import FileTrouble

# What a file may be mapped to; the contents are for whoever packs only.
MAPPED: Final = (*MANAGER.columns, Field.CONTENTS)
# What the column `typ_przesylki` says for each kind.
KIND_TEXT: Final = {Kind.LOCKER: "paczkomaty", Kind.COURIER: "kurier"}

_LETTER_NAME = re.compile(r"#[A-Z]+")
_ONE_POINT = re.compile(
    r"(?<![A-Z0-9-])(?:[A-Z]{3}[0-9]{2,3}[A-Z]{0,5}|POP-[A-Z0-9]{4,12})(?![A-Z0-9-])"
)
_BARE_FLAT = re.compile(r"[0-9]{1,4} ?[A-Za-z]?")
_FLAT_HEADING = re.compile("flat|apart|lok|mieszk")
_HOUSE_HEADING = re.compile("(nr|numer|number|no)$|dom|budyn|house|building|poses")


@dataclass(frozen=True, slots=True)
class Source:
    """Where a field of a foreign file comes from: columns by name, joined, or one text for every row.

    As text, which the settings keep: `Imię+Nazwisko` (a plus in a name is `\\+`), or `=A` for the text A.
    """

    headings: tuple[str, ...] = ()
    constant: str = ""

    @classmethod
    def parse(cls, text: str) -> Source:
        """From the settings' text; whatever stands there is some source, perhaps of no column."""
        if text.startswith("="):
            return cls(constant=text[1:].strip())
        parts = re.findall(r"(?:[^+\\]|\\.)+", text)
        return cls(tuple(re.sub(r"\\(.)", r"\1", part) for part in parts))

    def __str__(self) -> str:
        if self.constant:
            return f"={self.constant}"
        return "+".join(re.sub(r"([+\\])", r"\\\1", heading) for heading in self.headings)

    def __bool__(self) -> bool:
        return bool(self.headings or self.constant)


@dataclass(frozen=True, slots=True)
class NamedColumn:
    """A column of a foreign file. `name` is unique in it: the heading, or `#D` where that would not do."""

    place: int
    heading: str
    name: str

    @property
    def letter(self) -> str:
        """As spreadsheets call it: A, B, … Z, AA."""
        return _letter(self.place)

    @property
    def shown(self) -> str:
        """The heading, with the letter where it alone does not tell the column."""
        if self.name == self.heading:
            return self.heading
        return f"{self.heading} ({self.letter})" if self.heading else self.letter


def name_columns(table: Table) -> tuple[NamedColumn, ...]:
    """The columns with a unique name each, also those at the end that have cells and no heading."""
    headings = [checks.tidy(cell) for cell in table.header] + [""] * _unheaded(table)
    counts = Counter(heading_key(heading) for heading in headings)
    return tuple(
        NamedColumn(
            place, heading, heading if _names_itself(heading, counts) else f"#{_letter(place)}"
        )
        for place, heading in enumerate(headings)
    )


@dataclass(frozen=True, slots=True)
class ForeignColumns:
    """The columns of each field of a foreign file."""

    layout: Layout
    sources: Mapping[Field, Source]
    places: Mapping[Field, tuple[int, ...]]
    ignored: tuple[str, ...]
    width: int

    def cells(self, row: TableRow) -> dict[Field, str]:
        """The row's text by field, for every field Manager Paczek has, and the contents where mapped.

        Without a column for it the kind is told by the point.
        """
        cells = {field: self._text(field, row) for field in MANAGER.columns}
        cells[Field.POINT] = point_in(cells[Field.POINT])
        kind = cells[Field.KIND]
        cells[Field.KIND] = kind_in(kind) if Field.KIND in self.sources else _kind_by_point(cells)
        if Field.CONTENTS in self.sources:
            cells[Field.CONTENTS] = self._text(Field.CONTENTS, row)
        return cells

    def row_problem(self, row: TableRow) -> Problem | None:
        """Text beyond the last column: see `Columns.row_problem`."""
        return text_beyond(row, self.width)

    def _text(self, field: Field, row: TableRow) -> str:
        source = self.sources.get(field)
        if source is None:
            return ""
        if source.constant:
            return source.constant
        size = len(row.cells)
        texts = [row.cells[at] if at < size else "" for at in self.places[field]]
        return texts[0] if len(texts) == 1 else _joined(field, texts, source.headings)


def find_sources(table: Table, sources: Mapping[Field, Source]) -> ForeignColumns:
    """The columns that the user named. FileTrouble `columns_missing` with the names that are not there."""
    columns = name_columns(table)
    by_key = {_name_key(column.name): column for column in columns}
    used = {field: sources[field] for field in MAPPED if sources.get(field)}
    asked = [heading for source in used.values() for heading in source.headings]
    missing = [heading for heading in dict.fromkeys(asked) if _name_key(heading) not in by_key]
    if missing:
        raise FileTrouble("columns_missing", place=", ".join(missing))
    found = {
        field: [by_key[_name_key(heading)] for heading in source.headings]
        for field, source in used.items()
    }
    names = {
        field: " + ".join(one.shown for one in ones) or str(used[field])
        for field, ones in found.items()
    }
    taken = {column.place for ones in found.values() for column in ones}
    return ForeignColumns(
        layout=Layout(FOREIGN, names),
        sources=used,
        places={field: tuple(one.place for one in ones) for field, ones in found.items()},
        ignored=tuple(one.shown for one in columns if one.place not in taken and one.heading),
        width=len(columns),
    )


def follow_kind(
    before: Mapping[Field, str], after: Mapping[Field, str], layout: Layout
) -> dict[Field, str]:
    """Cells that were changed: where the point told the kind, it still does, unless somebody set the kind."""
    cells = dict(after)
    told_by_point = layout.key == FOREIGN and Field.KIND not in layout.columns
    if told_by_point and before[Field.KIND] == after[Field.KIND] == _kind_by_point(before):
        cells[Field.KIND] = _kind_by_point(after)
    return cells


def kind_in(text: str) -> str:
    """What a shop calls a way of delivery, as Manager Paczek says it; unchanged where that is not sure.

    Parcels of other carriers, and those that Allegro pays for, must not be taken for our own.
    """
    words = folded_name(text)
    if not words or "allegro" in words:
        return text
    if "paczkomat" in words or "paczkopunkt" in words or words.startswith("inpostlocker"):
        return KIND_TEXT[Kind.LOCKER]
    courier = "kurier" in words or "courier" in words
    if words in {"kurier", "courier"} or (courier and "inpost" in words):
        return KIND_TEXT[Kind.COURIER]
    return text


def _kind_by_point(cells: Mapping[Field, str]) -> str:
    return KIND_TEXT[Kind.LOCKER if cells[Field.POINT].strip() else Kind.COURIER]


def _unheaded(table: Table) -> int:
    """Columns at the end without a heading: cells in most rows of several. In a few rows they are shifted."""
    ends = Counter(_end(row) - len(table.header) for row in table.rows)
    beyond = {extra: rows for extra, rows in ends.items() if extra > 0}
    usual = max(beyond, key=lambda extra: (beyond[extra], extra), default=0)
    rows = sum(beyond.values())
    return usual if rows > 2 and rows * 2 > len(table.rows) else 0


def _end(row: TableRow) -> int:
    return max((at for at, cell in enumerate(row.cells, start=1) if cell.strip()), default=0)


def _names_itself(heading: str, counts: Mapping[str, int]) -> bool:
    if not heading or heading.startswith("=") or _LETTER_NAME.fullmatch(heading):
        return False
    return counts[heading_key(heading)] == 1


def _name_key(name: str) -> str:
    return name if _LETTER_NAME.fullmatch(name) else heading_key(name)


def _letter(place: int) -> str:
    return (_letter(place // 26 - 1) if place >= 26 else "") + chr(ord("A") + place % 26)


def _joined(field: Field, texts: Iterable[str], headings: Sequence[str]) -> str:
    """Cells of several columns in one; a formula among them stays one, so that it is found."""
    if field is Field.CONTENTS:
        quantities = [says_quantity(folded_name(heading)) for heading in headings]
        return joined_contents(list(texts), quantities)
    whole = ""
    for text, heading in zip(texts, headings, strict=True):
        part = checks.tidy(checks.unwrapped(text))
        if checks.cell_problem(field, part):
            return part
        if whole and part:
            flat = field is Field.STREET and _is_flat(whole, part, heading)
            whole += "/" if flat else " "
        whole += part
    return whole


def _is_flat(street: str, part: str, heading: str) -> bool:
    """Whether a bare number behind `Lipska 14` is the flat; behind `Jana Pawła 2` it may be the house."""
    if not _BARE_FLAT.fullmatch(part) or checks.street(street).problem:
        return False
    name = folded_name(heading)
    return _FLAT_HEADING.search(name) is not None or not _HOUSE_HEADING.search(name)


def point_in(text: str) -> str:
    """The one name of a point in `Paczkomat KRA010, Lipska 14`; a text without exactly one stays."""
    found = set(_ONE_POINT.findall(checks.tidy(text).upper()))
    if len(found) != 1 or " " not in text.strip():
        return text
    return str(found.pop())
