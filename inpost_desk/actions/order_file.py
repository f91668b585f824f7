"""An order file's bytes become a table of text cells: CSV here, XLSX and ODS through `workbook`.

The kind of file is told by its bytes, never by its name. Whatever cannot be read whole is refused as a
`FileTrouble`; what the columns and cells mean is not decided here.
"""

from __future__ import annotations

import csv
import errno
import hashlib
import io
import re
import stat
from collections.abc import Iterable
from pathlib import Path

from inpost_desk.actions.workbook import read_workbook
from inpost_desk.domain.spreadsheet import Table, TableRow
from inpost_desk.errors import FileTrouble
from inpost_desk.windows_files import in_use

MAX_BYTES = 20_000_000
MAX_ROWS = 20_000

_PICTURES_AND_DOCUMENTS = (
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"BM",
    b"%PDF",
    b"II*\0",
    b"{\\rtf",
)
_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
# Letters of ISO-8859-2 and CP852 turn into these when read as Windows-1250; no name or address has them.
_WRONG_CODE_PAGE = re.compile("[±¶¦¬ˇ©˘\x80-\x9f]")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_OPEN_ERRORS = {
    errno.ENOENT: "missing",
    errno.ENOTDIR: "missing",
    errno.ENAMETOOLONG: "missing",
    errno.EACCES: "no_permission",
    errno.EPERM: "no_permission",
    errno.EISDIR: "is_a_folder",
}

# The row as a spreadsheet counts it (a text with line ends is in one row), the file's line, the cells.
Line = tuple[int, int, list[str]]


def read_table(path: Path) -> Table:
    """The file as text cells, its header apart; blank rows are left out, but counted as Excel counts them.

    FileTrouble: `missing`, `is_a_folder`, `no_permission`, `unreadable`, `still_growing`, `held_open`,
    `too_big` (20 MB), `empty`, `header_only`, `encoding`, `not_a_table`, `old_workbook`, `encrypted`,
    `damaged`, `zip_bomb`, `quotes`, `too_many_rows` (20 000), `too_many_columns`. `place` is the file's name,
    `detail` the line for `encoding` and `quotes`, bytes for `too_big`, the sheet row or the limit for
    `too_many_…`.
    """
    data = _bytes_of(path)
    if not data.strip():
        raise FileTrouble("empty", place=path.name)
    form, lines = _lines(data, path.name)
    rows = [one for one in lines if any(cell.strip() for cell in one[2])]
    if not rows:
        raise FileTrouble("empty", place=path.name)
    if len(rows) == 1:
        raise FileTrouble("header_only", place=path.name)
    if len(rows) > MAX_ROWS + 1:
        raise FileTrouble("too_many_rows", place=path.name, detail=str(MAX_ROWS))
    top, _, header = rows[0]
    body = tuple(TableRow(place - top, line, tuple(cells)) for place, line, cells in rows[1:])
    return Table(tuple(_without_blank_end(header)), body, form, hashlib.sha256(data).hexdigest())


def _lines(data: bytes, place: str) -> tuple[str, Iterable[Line]]:
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        form, rows = read_workbook(data, place=place)
        return form, ((row, row, cells) for row, cells in rows)
    if data.startswith(_OLE):
        # An encrypted XLSX is an old-style container with this stream inside (MS-OFFCRYPTO 2.3.4.4).
        encrypted = "EncryptedPackage".encode("utf-16-le") in data
        raise FileTrouble("encrypted" if encrypted else "old_workbook", place=place)
    if data.startswith(_PICTURES_AND_DOCUMENTS):
        raise FileTrouble("not_a_table", place=place)
    return "csv", _csv_lines(_text(data, place), place)


def _bytes_of(path: Path) -> bytes:
    try:
        facts = path.stat()
        if stat.S_ISDIR(facts.st_mode):
            raise FileTrouble("is_a_folder", place=path.name)
        if not stat.S_ISREG(facts.st_mode):
            raise FileTrouble("unreadable", place=path.name)
        if facts.st_size > MAX_BYTES:
            raise FileTrouble("too_big", place=path.name, detail=str(facts.st_size))
        with path.open("rb") as file:
            data = file.read(facts.st_size + 1)
    except OSError as error:
        usual = _OPEN_ERRORS.get(error.errno or 0, "unreadable")
        rule = "held_open" if in_use(error) else usual
        raise FileTrouble(rule, place=path.name) from error
    except ValueError as error:  # a NUL in the name
        raise FileTrouble("missing", place=path.name) from error
    if len(data) != facts.st_size:
        # Somebody is still writing it: half an order file looks like a whole one.
        raise FileTrouble("still_growing", place=path.name)
    return data


def _text(data: bytes, place: str) -> str:
    if data.startswith(_UTF16_MARKS) or _half_nul(data[:4096]):
        raise FileTrouble("encoding", place=place)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = _windows_1250(data, place)
    if _CONTROL.search(text):
        raise FileTrouble("not_a_table", place=place)
    return text


def _half_nul(start: bytes) -> bool:
    return b"\0" in start and start.count(b"\0") * 3 > len(start)


def _windows_1250(data: bytes, place: str) -> str:
    try:
        text = data.decode("cp1250")
    except UnicodeDecodeError as error:
        rule = "not_a_table" if _looks_binary(data) else "encoding"
        line = data.count(b"\n", 0, error.start) + 1
        raise FileTrouble(rule, place=place, detail=str(line)) from error
    wrong = _WRONG_CODE_PAGE.search(text)
    if wrong and not _looks_binary(data):
        raise FileTrouble(
            "encoding", place=place, detail=str(text.count("\n", 0, wrong.start()) + 1)
        )
    return text


def _looks_binary(data: bytes) -> bool:
    return _CONTROL.search(data[:4096].decode("latin-1")) is not None


def _csv_lines(text: str, place: str) -> list[Line]:
    separator, text, skipped = _separator(text)
    found: list[Line] = []
    # An open quote would swallow the orders behind it, so a malformed one refuses the file (strict).
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    line = 1
    try:
        for number, cells in enumerate(reader, start=1):
            if cells:
                found.append((number, line + skipped, cells))
            line = reader.line_num + 1
            if len(found) > 2 * MAX_ROWS:
                raise FileTrouble("too_many_rows", place=place, detail=str(MAX_ROWS))
    except csv.Error as error:
        raise FileTrouble("quotes", place=place, detail=str(line + skipped)) from error
    return found


def _separator(text: str) -> tuple[str, str, int]:
    """The separator, the text to read, and how many lines Excel's `sep=;` took from it."""
    told = re.match(r"\s*sep=([;,\t|])\r?\n", text, re.IGNORECASE)
    if told:
        return told.group(1), text[told.end() :], text.count("\n", 0, told.end())
    header = re.sub(r'"[^"]*"', "", text.lstrip().partition("\n")[0])
    return max(";,\t", key=header.count), text, 0


def _without_blank_end(cells: list[str]) -> list[str]:
    kept = list(cells)
    while kept and not kept[-1].strip():
        kept.pop()
    return kept
