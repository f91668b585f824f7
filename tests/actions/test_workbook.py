"""XLSX and ODS: the same table as the CSV, and everything that may hide in an archive."""

from __future__ import annotations

import datetime as dt
import io
import struct
import time
import tracemalloc
import zipfile
from pathlib import Path

import pytest
import xlsxwriter
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from inpost_desk.actions import order_file
from inpost_desk.domain.spreadsheet import Table
from inpost_desk.errors import FileTrouble
from tests.actions.order_specimens import (
    OLDER_HEADER,
    ods,
    ods_cell,
    ods_rows,
    older_rows,
    rezipped,
    xlsx,
)

ROWS = [list(OLDER_HEADER), *older_rows(3)]
SHEET = "xl/worksheets/sheet1.xml"
# Seconds of the processor for 1 000 rows; a run that measures coverage is several times slower.
# Of four times as many rows; each row looked at by all others would be sixteen.
TIMES = 10


def read(folder: Path, data: bytes) -> Table:
    path = folder / "orders.xlsx"
    path.write_bytes(data)
    return order_file.read_table(path)


def rule(folder: Path, data: bytes) -> str:
    with pytest.raises(FileTrouble) as caught:
        read(folder, data)
    assert caught.value.place == "orders.xlsx"
    return caught.value.rule


@pytest.mark.parametrize(
    ("form", "data"),
    [
        ("xlsx", xlsx(ROWS)),
        ("xlsx", xlsx(ROWS, empty_sheet_first=True)),
        ("ods", ods(ods_rows(ROWS))),
    ],
)
def test_same_table_as_the_csv(tmp_path: Path, form: str, data: bytes) -> None:
    table = read(tmp_path, data)
    assert (table.format, table.header) == (form, OLDER_HEADER)
    assert [list(row.cells) for row in table.rows] == ROWS[1:]
    assert [(row.row, row.line) for row in table.rows] == [(1, 2), (2, 3), (3, 4)]


VALUES: list[list[object]] = [
    ["a", "b", "c", "d", "e"],
    [501234567, 1299.9, 12.299999999999999, 6.2e23, "x"],
    ["", "", "", "", ""],
    [0, -5, 1e14, 0.5, "00950"],
]
SHOWN = [
    ("501234567", "1299.9", "12.3", "6.2e+23", "x"),
    ("0", "-5", "100000000000000", "0.5", "00950"),
]


@pytest.mark.parametrize("data", [xlsx(VALUES), ods(ods_rows(VALUES))])
def test_numbers_become_what_the_sheet_shows(tmp_path: Path, data: bytes) -> None:
    table = read(tmp_path, data)
    assert [row.cells for row in table.rows] == SHOWN
    assert [(row.row, row.line) for row in table.rows] == [(1, 2), (3, 4)]


def test_dates_and_truth_values(tmp_path: Path) -> None:
    data = io.BytesIO()
    with xlsxwriter.Workbook(data, {"in_memory": True}) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["a", "b", "c"])
        sheet.write_boolean(1, 0, True)
        sheet.write_boolean(1, 1, False)
        day = book.add_format({"num_format": "yyyy-mm-dd"})
        sheet.write_datetime(1, 2, dt.datetime(2026, 11, 21), day)  # noqa: DTZ001
    assert read(tmp_path, data.getvalue()).rows[0].cells == ("TAK", "NIE", "2026-11-21")


FORMULAS = [["a", "b", "c"], ["=B1&C1", '="0501234567"', "x"]]


@pytest.mark.parametrize("data", [xlsx(FORMULAS), ods(ods_rows(FORMULAS))])
def test_formulas_stand_as_formulas(tmp_path: Path, data: bytes) -> None:
    assert read(tmp_path, data).rows[0].cells == ("=B1&C1", '="0501234567"', "x")


def test_formulas_without_a_value_and_error_values(tmp_path: Path) -> None:
    cells = (
        '<row r="1"><c r="A1" t="inlineStr"><is><t>a</t></is></c><c t="inlineStr"><is><t>b</t></is></c>'
        "</row>"
        '<row r="2"><c r="A2" t="e"><v>#REF!</v></c><c r="C2" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>'
        '<row r="4"><c r="B4"><f>A1</f></c></row>'
    )
    rules = "<extLst><ext><f>A1:A9</f></ext></extLst>"
    table = read(tmp_path, rezipped(xlsx([["x"]]), {SHEET: sheet_xml(cells, rules)}))
    assert table.header == ("a", "b")
    assert [row.cells for row in table.rows] == [("#REF!", "", "=1/0"), ("", "=A1")]
    assert [row.line for row in table.rows] == [2, 4]


def sheet_xml(rows: str, behind: str = "") -> bytes:
    space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    return f'<worksheet xmlns="{space}"><sheetData>{rows}</sheetData>{behind}</worksheet>'.encode()


def test_hidden_sheets_are_not_read(tmp_path: Path) -> None:
    data = io.BytesIO()
    with xlsxwriter.Workbook(data, {"in_memory": True}) as book:
        book.add_worksheet("ukryty").write(0, 0, "secret")
        book.worksheets()[0].hide()
        shown = book.add_worksheet("widoczny")
        shown.activate()
        shown.set_first_sheet()
        shown.write_column(0, 0, ["a", "b"])
    assert read(tmp_path, data.getvalue()).header == ("a",)


def bomb(declared: int) -> bytes:
    """150 MB of blanks named as a workbook; the archive says that they are `declared` bytes."""
    data = io.BytesIO()
    with (
        zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive,
        archive.open("xl/workbook.xml", "w") as member,
    ):
        for _ in range(150):
            member.write(b" " * 1_000_000)
    raw = bytearray(data.getvalue())
    central = raw.rindex(b"PK\x01\x02")
    struct.pack_into("<I", raw, central + 24, declared)
    struct.pack_into("<I", raw, raw.index(b"PK\x03\x04") + 22, declared)
    return bytes(raw)


@pytest.mark.parametrize("declared", [150_000_000, 400])
def test_zip_bomb_whatever_size_it_declares(tmp_path: Path, declared: int) -> None:
    data = bomb(declared)
    assert len(data) < 300_000
    tracemalloc.start()
    found = rule(tmp_path, data)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert found == "zip_bomb"
    assert peak < 5_000_000


def test_far_cells_do_not_fill_the_memory(tmp_path: Path) -> None:
    """Two cells would make calamine reserve 17 thousand million of them."""
    book = xlsx([["x"]])
    far = sheet_xml('<row r="1048576"><c r="A1048576"><v>1</v></c></row>')
    wide = sheet_xml('<row r="1"><c r="XFD1"><v>1</v></c></row>')
    assert rule(tmp_path, rezipped(book, {SHEET: far})) == "too_many_rows"
    assert rule(tmp_path, rezipped(book, {SHEET: wide})) == "too_many_columns"
    cell = '<table:table-cell office:value-type="string"{0}><text:p>x</text:p></table:table-cell>'
    row = "<table:table-row{0}>{1}</table:table-row>"
    far_ods = row.format(' table:number-rows-repeated="1000000"', cell.format(""))
    wide_ods = row.format("", cell.format(' table:number-columns-repeated="16000"'))
    assert rule(tmp_path, ods(far_ods)) == "too_many_rows"
    assert rule(tmp_path, ods(wide_ods)) == "too_many_columns"


def test_one_long_text_in_many_cells(tmp_path: Path) -> None:
    """Every copy takes its own memory in the reader."""
    strings = b"<sst><si><t>" + b"x" * 1_000_000 + b"</t></si></sst>"
    rows = "".join('<row><c t="s"><v>0</v></c></row>' for _ in range(60))
    book = {SHEET: sheet_xml(rows), "xl/sharedStrings.xml": strings}
    assert rule(tmp_path, rezipped(xlsx([["x"]]), book)) == "zip_bomb"
    cell = f'<table:table-cell office:value-type="string"><text:p>{"x" * 9000}</text:p>'
    row = (
        '<table:table-row table:number-rows-repeated="9000">{}</table:table-cell></table:table-row>'
    )
    assert rule(tmp_path, ods(row.format(cell))) == "zip_bomb"
    blanks = ods_cell("@").replace("@", '<text:s text:c="60000000"/>')
    assert rule(tmp_path, ods(f"<table:table-row>{blanks}</table:table-row>")) == "zip_bomb"


def test_further_sheets_count_too(tmp_path: Path) -> None:
    """The reader expands every sheet of an ODS, whichever is asked for."""
    row = f'<table:table-row table:number-rows-repeated="20000">{ods_cell("x") * 80}</table:table-row>'
    further = f'</table:table><table:table table:name="Dalszy">{row}'
    assert rule(tmp_path, ods(ods_rows(ROWS) + further * 2)) == "too_many_rows"


def test_a_plague_of_formulas(tmp_path: Path) -> None:
    cell = '<table:table-cell table:formula="of:=A1" table:number-columns-repeated="100"/>'
    body = f'<table:table-row table:number-rows-repeated="20000">{cell}</table:table-row>'
    assert rule(tmp_path, ods(body)) == "too_many_rows"


def cut(data: bytes) -> bytes:
    return data[: len(data) // 2]


def flipped(data: bytes) -> bytes:
    """One wrong byte inside the compressed sheet."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        at = archive.getinfo(SHEET).header_offset + 30 + len(SHEET) + 40
    return data[:at] + bytes([data[at] ^ 0xFF]) + data[at + 1 :]


def locked(data: bytes) -> bytes:
    """The flag of a password on the first member."""
    raw = bytearray(data)
    raw[raw.index(b"PK\x01\x02") + 8] |= 1
    raw[raw.index(b"PK\x03\x04") + 6] |= 1
    return bytes(raw)


BOOK = xlsx(ROWS)
DOCTYPE = b'<!DOCTYPE x [<!ENTITY a "aaaa">]><worksheet>&a;</worksheet>'


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (cut(BOOK), "damaged"),
        (flipped(BOOK), "damaged"),
        (locked(BOOK), "encrypted"),
        (rezipped(BOOK, {SHEET: b"<worksheet>"}), "damaged"),
        (rezipped(BOOK, {SHEET: DOCTYPE}), "damaged"),
        (rezipped(BOOK, {"xl/_rels/workbook.xml.rels": b"<Relationships/>"}), "empty"),
        (rezipped(BOOK, {SHEET: b'<?xml version="1.0" encoding="U9F-8"?><worksheet/>'}), "damaged"),
        (rezipped(BOOK, {SHEET: sheet_xml('<row r="0"><c><f>A1</f></c></row>')}), "damaged"),
        (rezipped(BOOK, {SHEET: sheet_xml('<row r="x"/>')}), "damaged"),
        (rezipped(BOOK, {SHEET: sheet_xml('<row><c r="A99999999"><v>1</v></c></row>')}), "damaged"),
        (rezipped(BOOK, {"xl/sharedStrings.xml": b'<sst uniqueCount="199999999"/>'}), "damaged"),
        (rezipped(BOOK, {"xl/sharedStrings.xml": b"<sst>"}), "damaged"),
        (xlsx([]), "empty"),
        (xlsx(ROWS[:1]), "header_only"),
        (ods(ods_rows([])), "empty"),
        (ods("", mimetype="application/vnd.oasis.opendocument.text"), "not_a_table"),
        (ods("", manifest="<manifest:encryption-data/>"), "encrypted"),
        (rezipped(ods(""), {"content.xml": b"\x01\x02"}), "damaged"),
    ],
)
def test_bad_workbooks(tmp_path: Path, data: bytes, found: str) -> None:
    assert rule(tmp_path, data) == found


def test_other_archives_are_no_tables(tmp_path: Path) -> None:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr("word/document.xml", "<x/>")
    assert rule(tmp_path, data.getvalue()) == "not_a_table"
    with zipfile.ZipFile(empty := io.BytesIO(), "w"):
        pass
    assert rule(tmp_path, empty.getvalue()) == "not_a_table"


@pytest.mark.parametrize("kind", ["xlsx", "ods"])
def test_many_rows_take_no_longer_each_than_few(tmp_path: Path, kind: str) -> None:
    def spent(count: int) -> float:
        rows = [list(OLDER_HEADER), *older_rows(count)]
        data = xlsx(rows) if kind == "xlsx" else ods(ods_rows(rows))
        started = time.process_time()
        assert len(read(tmp_path, data).rows) == count
        return time.process_time() - started

    spent(100)
    assert spent(2000) < TIMES * spent(500)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.integers(0, len(BOOK) - 1), st.integers(1, 255))
def test_one_wrong_byte_never_crashes(tmp_path: Path, at: int, change: int) -> None:
    data = BOOK[:at] + bytes([BOOK[at] ^ change]) + BOOK[at + 1 :]
    path = tmp_path / "orders.xlsx"
    path.write_bytes(data)
    try:
        table = order_file.read_table(path)
    except FileTrouble:
        return
    # Not every byte matters, but what is read is what was written.
    assert [list(row.cells) for row in table.rows] == ROWS[1:] or table.format == "csv"
