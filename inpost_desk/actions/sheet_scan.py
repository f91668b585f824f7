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


class SheetScan:
    """`odd`: text by (row, column), both from 1, that replaces what the reader gives for a cell."""

    def __init__(self) -> None:
        self.odd: dict[tuple[int, int], str] = {}
        self.filled = False

    def fill(self, row: int, column: int) -> None:
        """Takes note of a filled cell; FileTrouble where it is too far out."""
        if row < 1 or column < 1:
            raise FileTrouble("damaged", detail="cell")
        if row > MAX_SHEET_ROWS:
            raise FileTrouble("too_many_rows", detail=str(row))
        if column > MAX_COLUMNS:
            raise FileTrouble("too_many_columns", detail=str(row))
        self.filled = True

    def replace(self, row: int, column: int, text: str) -> None:
        """Takes note of a formula or error value."""
        if len(self.odd) >= MAX_ODD:
            raise FileTrouble("too_many_rows", detail=str(row))
        self.odd[row, column] = text


class XlsxScan(SheetScan):
    """`<c r="B3" t="e"><f>…</f><v>…</v></c>`; row and cell names are optional (ECMA-376 18.3.1.4)."""

    def __init__(self) -> None:
        super().__init__()
        self._row = 0
        self._column = 0
        self._inside = False
        self._error = False
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
            if tag == "f" or (tag == "v" and self._error and not self._formula):
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
        self._error = attributes.get("t") == "e"
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
        sign = "=" if self._formula else ""
        self.replace(self._row, self._column, sign + "".join(self._text).strip())
        self._text = None


class OdsScan:
    """`content.xml` holds all sheets; `first` is the name and scan of the first one with data."""

    def __init__(self) -> None:
        self.first: tuple[str, SheetScan] | None = None
        self._sheet = SheetScan()
        self._name = ""
        self._row = self._column = 1
        self._row_repeat = 1

    def read(self, pieces: Iterable[bytes]) -> None:
        """Scans the whole document."""
        parser = _parser()
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        _feed(parser, pieces)

    def _start(self, tag: str, attributes: Attributes) -> None:
        if self.first is not None and self.first[1] is not self._sheet:
            return
        if tag in {"table:table-cell", "table:covered-table-cell"}:
            self._cell(attributes)
        elif tag == "table:table-row":
            self._row_repeat = int(attributes.get("table:number-rows-repeated", 1))
            self._column = 1
        elif tag == "table:table" and self.first is None:
            self._sheet = SheetScan()
            self._row = 1
            self._name = attributes.get("table:name", "")

    def _cell(self, attributes: Attributes) -> None:
        repeat = int(attributes.get("table:number-columns-repeated", 1))
        formula = attributes.get("table:formula")
        if formula is not None or any(key.startswith("office:") for key in attributes):
            self._sheet.fill(self._row + self._row_repeat - 1, self._column + repeat - 1)
            self.first = self.first or (self._name, self._sheet)
        if formula is not None:
            text = "=" + formula.removeprefix("of:").removeprefix("msoxl:").lstrip("=")
            for row in range(self._row, self._row + self._row_repeat):
                for column in range(self._column, self._column + repeat):
                    self._sheet.replace(row, column, text)
        self._column += repeat

    def _end(self, tag: str) -> None:
        if tag == "table:table-row":
            self._row += self._row_repeat
        elif tag == "table:table" and self.first is not None:
            # Later sheets do not count: from here on `_sheet` is another one.
            self._sheet = SheetScan()


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
