"""The first sheet with data of an XLSX or ODS file, as text cells.

calamine reads the cells. Before it sees a byte the archive is unpacked once, piecewise, to count what is
really inside, and the sheet is scanned for what calamine does not tell: formulas, error values (it gives
"" for them) and far stray cells (it would fill the whole rectangle).
"""

from __future__ import annotations

import datetime as dt
import io
import posixpath
import sys
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from python_calamine import CalamineError, CalamineWorkbook

from inpost_desk.actions.sheet_scan import OdsScan, SheetScan, XlsxScan, read_tags, string_lengths
from inpost_desk.errors import FileTrouble

# 20 000 rows of 14 columns are about 20 MB.
MAX_UNPACKED = 100_000_000
_PIECE = 1 << 16
_SHARED_STRINGS = "xl/sharedstrings.xml"
_DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    NotImplementedError,
    LookupError,
    ValueError,
    OSError,
)

Lines = list[tuple[int, list[str]]]


@dataclass(frozen=True, slots=True)
class _Sheet:
    name: str
    scan: SheetScan


def read_workbook(data: bytes, *, place: str) -> tuple[str, Lines]:
    """`xlsx` or `ods`, and the rows with their sheet row number (from 1).

    A formula stands as its text with `=` in front, so that CSV and workbooks are judged alike. FileTrouble:
    `damaged`, `encrypted`, `zip_bomb`, `not_a_table`, `too_many_rows`, `too_many_columns`, `empty`.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _check_unpacked(archive, place)
            form = _format(archive, place)
            sheet = _first_with_data(archive, form, place)
    except FileTrouble as trouble:
        raise FileTrouble(trouble.rule, place=place, detail=trouble.detail) from trouble
    except _DAMAGE as error:
        raise FileTrouble("damaged", place=place) from error
    except RuntimeError as error:  # zipfile: "password required"
        raise FileTrouble("encrypted", place=place) from error
    return form, _cells(data, sheet, place)


def _check_unpacked(archive: zipfile.ZipFile, place: str) -> None:
    left = MAX_UNPACKED
    for member in archive.infolist():
        # The size a member declares may lie, and zipfile stops reading there; calamine would not.
        member.file_size = sys.maxsize
        with archive.open(member) as stream:
            while piece := stream.read(_PIECE):
                left -= len(piece)
                if left < 0:
                    raise FileTrouble("zip_bomb", place=place)


def _format(archive: zipfile.ZipFile, place: str) -> str:
    names = frozenset(archive.namelist())
    if "xl/workbook.xml" in names:
        return "xlsx"
    if "mimetype" in names and "content.xml" in names:
        if b"spreadsheet" not in archive.read("mimetype"):
            raise FileTrouble("not_a_table", place=place)
        manifest = (
            archive.read("META-INF/manifest.xml") if "META-INF/manifest.xml" in names else b""
        )
        if b"encryption-data" in manifest:
            raise FileTrouble("encrypted", place=place)
        return "ods"
    raise FileTrouble("encrypted" if "encrypted-package" in names else "not_a_table", place=place)


def _first_with_data(archive: zipfile.ZipFile, form: str, place: str) -> _Sheet:
    if form == "ods":
        ods = OdsScan()
        ods.read(_pieces(archive, "content.xml"))
        if ods.first:
            return _Sheet(*ods.first)
        raise FileTrouble("empty", place=place)
    shared = next((one for one in archive.namelist() if one.lower() == _SHARED_STRINGS), "")
    lengths = string_lengths(_pieces(archive, shared)) if shared else []
    for name, member in _xlsx_sheets(archive):
        scan = XlsxScan(lengths)
        scan.read(_pieces(archive, member))
        if scan.filled:
            return _Sheet(name, scan)
    raise FileTrouble("empty", place=place)


def _xlsx_sheets(archive: zipfile.ZipFile) -> Iterator[tuple[str, str]]:
    """Names and archive members of the visible sheets in their order."""
    targets = {
        tag["Id"]: posixpath.normpath(posixpath.join("/xl", tag["Target"])).lstrip("/")
        for tag in read_tags(_pieces(archive, "xl/_rels/workbook.xml.rels"), "Relationship")
        if tag.get("Type", "").endswith("/worksheet")
    }
    for tag in read_tags(_pieces(archive, "xl/workbook.xml"), "sheet"):
        target = targets.get(tag.get("id", ""))
        if target and tag.get("state", "visible") == "visible":
            yield tag["name"], target


def _pieces(archive: zipfile.ZipFile, member: str) -> Iterator[bytes]:
    with archive.open(member) as stream:
        while piece := stream.read(_PIECE):
            yield piece


def _cells(data: bytes, sheet: _Sheet, place: str) -> Lines:
    try:
        with CalamineWorkbook.from_filelike(io.BytesIO(data)) as workbook:
            values = workbook.get_sheet_by_name(sheet.name).to_python(skip_empty_area=False)
    except (CalamineError, ValueError, OSError) as error:
        raise FileTrouble("damaged", place=place) from error
    except BaseException as error:
        # A panic in calamine's Rust arrives as a BaseException of a type that cannot be imported.
        if type(error).__name__ != "PanicException":
            raise
        raise FileTrouble("damaged", place=place) from error
    lines = [[_text(value) for value in row] for row in values]
    _overlay(lines, sheet.scan)
    return list(enumerate(lines, start=1))


def _overlay(lines: list[list[str]], scan: SheetScan) -> None:
    """calamine leaves out cells without a value, so lines may have to grow."""
    for (row, column), text in scan.odd.items():
        while len(lines) < row:
            lines.append([])
        cells = lines[row - 1]
        cells.extend([""] * (column - len(cells)))
        cells[column - 1] = text


def _text(value: object) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "TAK" if value else "NIE"
    if isinstance(value, float):
        return _number(value)
    if isinstance(value, dt.date | dt.time):
        return value.isoformat()
    return str(value)


def _number(value: float) -> str:
    """As a spreadsheet shows it: 15 digits, no `.0`; beyond them Excel has lost digits, so `E+` stays."""
    if value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    return f"{value:.15g}"
