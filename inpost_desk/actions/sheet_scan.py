"""A quick walk over the XML of one sheet for what the cell reader does not tell.

Finds formulas, error values and the furthest filled cell, and stops at once where there are too many.
Values are read elsewhere (`workbook`). XML with a DOCTYPE is refused: no spreadsheet writes one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from xml.parsers import expat

from inpost_desk.errors import FileTrouble

MAX_SHEET_ROWS = 30_000
MAX_COLUMNS = 100
# Formulas in all 14 columns of 20 000 rows.
MAX_ODD = 280_000
# Characters in all cells once every repetition is written out: a short file may ask for gigabytes.
MAX_TEXT = 50_000_000

_CELL_NAME = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")

Attributes = dict[str, str]


def read_tags(pieces: Iterable[bytes], wanted: str) -> list[Attributes]:
    """The attributes of every element with this local name, prefixes dropped."""
    found: list[Attributes] = []

    def start(tag: str, attributes: Attributes) -> None:
        if _local(tag) == wanted:
            found.append({_local(key): value for key, value in attributes.items()})

    parser = _parser()
    parser.StartElementHandler = start
    _feed(parser, pieces)
    return found


def string_lengths(pieces: Iterable[bytes]) -> list[int]:
    """How long each string is that the cells of an XLSX name by number (ECMA-376 18.4.9)."""
    lengths: list[int] = []

    def start(tag: str, attributes: Attributes) -> None:
        tag = _local(tag)
        if tag == "si":
            lengths.append(0)
        elif tag == "sst" and int(attributes.get("uniqueCount", 0)) > MAX_SHEET_ROWS * MAX_COLUMNS:
            # The reader reserves that much before it reads the first one.
            raise FileTrouble("damaged", detail="uniqueCount")

    def characters(text: str) -> None:
        if lengths:
            lengths[-1] += len(text)

    parser = _parser()
    parser.StartElementHandler = start
    parser.CharacterDataHandler = characters
    _feed(parser, pieces)
    return lengths


class SheetScan:
    """`odd`: text by (row, column), both from 1, that replaces what the reader gives for a cell."""

    def __init__(self) -> None:
        self.odd: dict[tuple[int, int], str] = {}
        self.filled = False
        self.area = 0
        self._rows = self._columns = 0

    def fill(self, row: int, column: int) -> None:
        """Takes note of a filled cell; FileTrouble where it is too far out."""
        if row < 1 or column < 1:
            raise FileTrouble("damaged", detail="cell")
        if row > MAX_SHEET_ROWS:
            raise FileTrouble("too_many_rows", detail=str(row))
        if column > MAX_COLUMNS:
            raise FileTrouble("too_many_columns", detail=str(row))
        self.filled = True
        self._rows, self._columns = max(self._rows, row), max(self._columns, column)
        self.area = self._rows * self._columns

    def replace(self, row: int, column: int, text: str) -> None:
        """Takes note of a formula or error value."""
        if len(self.odd) >= MAX_ODD:
            raise FileTrouble("too_many_rows", detail=str(row))
        self.odd[row, column] = text


class XlsxScan(SheetScan):
    """`<c r="B3" t="e"><f>…</f><v>…</v></c>`; row and cell names are optional (ECMA-376 18.3.1.4)."""

    def __init__(self, lengths: list[int]) -> None:
        super().__init__()
        self._lengths = lengths
        self._characters_left = MAX_TEXT
        self._row = 0
        self._column = 0
        self._inside = False
        self._type = ""
        self._formula = False
        self._text: list[str] | None = None

    def read(self, pieces: Iterable[bytes]) -> None:
        """Scans the member of one sheet."""
        parser = _parser()
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._characters
        _feed(parser, pieces)

    def _start(self, tag: str, attributes: Attributes) -> None:
        tag = _local(tag)
        if tag == "c":
            self._cell(attributes)
        elif tag == "row":
            self._row = int(attributes.get("r", self._row + 1))
            self._column = 0
        elif self._inside and tag in {"f", "v", "is"}:
            self.fill(self._row, self._column)
            self._formula = self._formula or tag == "f"
            if tag == "f" or (tag == "v" and self._type in {"e", "s"} and not self._formula):
                self._text = []

    def _cell(self, attributes: Attributes) -> None:
        self._column += 1
        if "r" in attributes:
            named = _CELL_NAME.fullmatch(attributes["r"])
            if not named:
                # A name that we cannot read may still mean a far cell to the reader.
                raise FileTrouble("damaged", detail="cell")
            self._column, self._row = _column_number(named[1]), int(named[2])
        # Rules behind the cells (data validation) have elements of the same names.
        self._inside = True
        self._type = attributes.get("t", "")
        self._formula = False

    def _characters(self, text: str) -> None:
        if self._text is not None:
            self._text.append(text)

    def _end(self, tag: str) -> None:
        tag = _local(tag)
        if tag == "c":
            self._inside = False
        if self._text is None or tag not in {"f", "v"}:
            return
        text = "".join(self._text).strip()
        self._text = None
        if self._formula:
            self.replace(self._row, self._column, f"={text}")
        elif self._type == "e":
            self.replace(self._row, self._column, text)
        else:
            self._characters_left -= self._lengths[int(text)]
            if self._characters_left < 0:
                raise FileTrouble("zip_bomb")


class OdsScan:
    """`content.xml` holds all sheets, and the reader reads them all; `first` is the first one with data."""

    def __init__(self) -> None:
        self.first: tuple[str, SheetScan] | None = None
        self._sheet = SheetScan()
        self._name = ""
        self._area_left = MAX_SHEET_ROWS * MAX_COLUMNS
        self._characters_left = MAX_TEXT
        self._row = self._column = 1
        self._row_repeat = 1
        self._copies = 1

    def read(self, pieces: Iterable[bytes]) -> None:
        """Scans the whole document."""
        parser = _parser()
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._characters
        _feed(parser, pieces)

    def _start(self, tag: str, attributes: Attributes) -> None:
        if tag in {"table:table-cell", "table:covered-table-cell"}:
            self._cell(attributes)
        elif tag == "text:s":
            self._spend(int(attributes.get("text:c", 1)))
        elif tag == "table:table-row":
            self._row_repeat = int(attributes.get("table:number-rows-repeated", 1))
            self._column = 1
        elif tag == "table:table":
            self._sheet = SheetScan()
            self._row = 1
            self._name = attributes.get("table:name", "")

    def _cell(self, attributes: Attributes) -> None:
        repeat = int(attributes.get("table:number-columns-repeated", 1))
        formula = attributes.get("table:formula")
        if formula is not None or any(key.startswith("office:") for key in attributes):
            self._copies = repeat * self._row_repeat
            self._sheet.fill(self._row + self._row_repeat - 1, self._column + repeat - 1)
            self.first = self.first or (self._name, self._sheet)
        if formula is not None:
            text = "=" + formula.removeprefix("of:").removeprefix("msoxl:").lstrip("=")
            for row in range(self._row, self._row + self._row_repeat):
                for column in range(self._column, self._column + repeat):
                    self._sheet.replace(row, column, text)
        self._spend(len(attributes.get("office:string-value", "")))
        self._column += repeat

    def _characters(self, text: str) -> None:
        self._spend(len(text))

    def _spend(self, characters: int) -> None:
        self._characters_left -= characters * self._copies
        if self._characters_left < 0:
            raise FileTrouble("zip_bomb")

    def _end(self, tag: str) -> None:
        if tag == "table:table-row":
            self._row += self._row_repeat
        elif tag in {"table:table-cell", "table:covered-table-cell"}:
            self._copies = 1
        elif tag == "table:table":
            self._area_left -= self._sheet.area
            if self._area_left < 0:
                raise FileTrouble("too_many_rows", detail=self._name)


def _parser() -> expat.XMLParserType:
    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = _no_doctype
    return parser


def _no_doctype(*_: object) -> None:
    raise FileTrouble("damaged", detail="doctype")


def _feed(parser: expat.XMLParserType, pieces: Iterable[bytes]) -> None:
    try:
        for piece in pieces:
            parser.Parse(piece, False)  # noqa: FBT003
        parser.Parse(b"", True)  # noqa: FBT003
    except expat.ExpatError as error:
        raise FileTrouble("damaged", detail="xml") from error


def _local(tag: str) -> str:
    return tag.rpartition(":")[2]


def _column_number(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number
