"""The columns of InPost's Manager Paczek order file, in its two layouts, found by their names.

Takes a table of text cells and says which cell is which field. No bytes here (`actions.order_file`), what a
cell means is in `order_row`, and files of any other layout are in `foreign`.
"""

from __future__ import annotations

import hashlib
import unicodedata
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from inpost_desk.domain.contents import says_all_contents, says_contents
from inpost_desk.domain.order import Field, Problem
from inpost_desk.errors import FileTrouble

FOREIGN: Final = "foreign"

_SHARED = {
    Field.EMAIL: "e-mail",
    Field.PHONE: "telefon",
    Field.SIZE: "rozmiar",
    Field.POINT: "paczkomat",
    Field.REFERENCE: "numer_referencyjny",
}


@dataclass(frozen=True, slots=True)
class TableRow:
    """`row` counts the rows under the header from 1, blank ones too; `line` those of the file."""

    row: int
    line: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A file as text: `format` is csv, xlsx or ods, `digest` the SHA-256 of its bytes in hex."""

    header: tuple[str, ...]
    rows: tuple[TableRow, ...]
    format: str
    digest: str


@dataclass(frozen=True, slots=True)
class Layout:
    """One of InPost's layouts, or a foreign one (`FOREIGN`): the file's name for the column of each field."""

    key: str
    columns: Mapping[Field, str]

    @property
    def lockers_only(self) -> bool:
        """InPost's older layout has no column for the kind of parcel."""
        return self.key != FOREIGN and Field.KIND not in self.columns


MANAGER = Layout(
    "manager-14",
    {
        **_SHARED,
        Field.INSURANCE: "dodatkowa_ochrona",
        Field.COD: "za_pobraniem",
        Field.NAME: "imie_i_nazwisko",
        Field.COMPANY: "nazwa_firmy",
        Field.STREET: "ulica",
        Field.POST_CODE: "kod_pocztowy",
        Field.CITY: "miejscowosc",
        Field.KIND: "typ_przesylki",
        Field.WEEKEND: "paczka_w_weekend",
    },
)
OLDER = Layout(
    "manager-7", {**_SHARED, Field.INSURANCE: "ubezpieczenie", Field.COD: "za_pobraniem"}
)


@dataclass(frozen=True, slots=True)
class Columns:
    """Where each field of a layout stands in a table; `ignored` are the names of the other columns."""

    layout: Layout
    places: Mapping[Field, int]
    ignored: tuple[str, ...]
    width: int

    def cells(self, row: TableRow) -> dict[Field, str]:
        """The row's text by field; a row cut short has empty cells at its end."""
        size = len(row.cells)
        return {field: row.cells[at] if at < size else "" for field, at in self.places.items()}

    def row_problem(self, row: TableRow) -> Problem | None:
        """Text beyond the last column: an unquoted separator has moved the cells, so none can be trusted."""
        return text_beyond(row, self.width)


def text_beyond(row: TableRow, width: int) -> Problem | None:
    """The problem of a row with text behind its last column."""
    beyond = [cell for cell in row.cells[width:] if cell.strip()]
    return Problem(Field.ROW, "too_many_cells", beyond[0]) if beyond else None


def find_columns(header: Sequence[str], *, contents: bool = False) -> Columns:
    """Recognises the layout by column names in any order; with `contents` also a column of what is packed.

    FileTrouble `no_header` (first row holds no known names), `columns_doubled` or `columns_missing` with
    the names in `place`.
    """
    folded = [folded_name(cell) for cell in header]
    layout = _layout(set(folded))
    names = {folded_name(column): field for field, column in layout.columns.items()}
    doubled = _doubled(folded, layout)
    if doubled:
        raise FileTrouble("columns_doubled", place=", ".join(doubled))
    missing = [column for column in layout.columns.values() if folded_name(column) not in folded]
    if missing:
        raise FileTrouble("columns_missing", place=", ".join(missing))
    places = {field: folded.index(folded_name(column)) for field, column in layout.columns.items()}
    if contents:
        places |= _contents_place(folded)
    ignored = [
        cell.strip()
        for place, (cell, one) in enumerate(zip(header, folded, strict=True))
        if one not in names and place != places.get(Field.CONTENTS)
    ]
    return Columns(layout, places, tuple(one for one in ignored if one), len(header))


def layout_digest(header: Sequence[str]) -> str:
    """Names a column layout, so that an answer given for it can be remembered (16 hex digits)."""
    text = "\n".join(heading_key(cell) for cell in header)
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def _layout(folded: set[str]) -> Layout:
    newer = {folded_name(column) for column in MANAGER.columns.values()}
    older = {folded_name(column) for column in OLDER.columns.values()}
    if len(folded & (newer | older)) < 2:
        raise FileTrouble("no_header")
    # Any column that only the newer layout has makes it that one: reading it as the older would
    # turn couriers into locker parcels without a word.
    return MANAGER if folded & (newer - older) else OLDER


def _contents_place(folded: list[str]) -> dict[Field, int]:
    """Where the contents stand: a column with the whole list before one with a single product."""
    places = [place for place, one in enumerate(folded) if says_contents(one)]
    places.sort(key=lambda place: not says_all_contents(folded[place]))
    return {Field.CONTENTS: places[0]} if places else {}


def _doubled(folded: list[str], layout: Layout) -> list[str]:
    counts = Counter(folded)
    doubled = [column for column in layout.columns.values() if counts[folded_name(column)] > 1]
    newer, older = MANAGER.columns[Field.INSURANCE], OLDER.columns[Field.INSURANCE]
    if counts[folded_name(newer)] and counts[folded_name(older)]:
        # Two columns for one sum of money: nobody can say which one counts.
        doubled += [newer, older]
    return doubled


def folded_name(name: str) -> str:
    """Letters and digits only, lower case, without Polish marks: `E-mail ` and `email` are one."""
    plain = unicodedata.normalize("NFKD", name.casefold().replace("ł", "l"))
    return "".join(char for char in plain if char.isascii() and char.isalnum())


def heading_key(name: str) -> str:
    """A heading for comparing; of one without a Latin letter (`#`, Cyrillic) all of it counts."""
    return folded_name(name) or " ".join(name.split()).casefold()
