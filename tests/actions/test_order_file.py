"""Bytes to table: CSV in every shape people send, and files that are no tables at all."""

from __future__ import annotations

import hashlib
import os
import time
import tracemalloc
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from inpost_desk.actions.order_file import MAX_ROWS, read_table
from inpost_desk.domain.spreadsheet import Table
from inpost_desk.errors import FileTrouble
from tests.actions.order_specimens import OLDER_HEADER, csv_text, older_rows

ROWS = [list(OLDER_HEADER), *older_rows(3)]
PNG = bytes.fromhex("89504e470d0a1a0a0000000d49484452")
# Seconds of the processor for 1 000 rows; a run that measures coverage is several times slower.
# Of four times as many rows; each row looked at by all others would be sixteen.
TIMES = 10


def read(folder: Path, data: bytes, name: str = "orders.csv") -> Table:
    path = folder / name
    path.write_bytes(data)
    return read_table(path)


def trouble(folder: Path, data: bytes, name: str = "orders.csv") -> FileTrouble:
    with pytest.raises(FileTrouble) as caught:
        read(folder, data, name)
    return caught.value


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1250"])
@pytest.mark.parametrize("separator", [";", ",", "\t"])
def test_csv(tmp_path: Path, encoding: str, separator: str) -> None:
    data = csv_text(ROWS, separator).encode(encoding)
    table = read(tmp_path, data)
    assert table.header == OLDER_HEADER
    assert [list(row.cells) for row in table.rows] == ROWS[1:]
    assert [(row.row, row.line) for row in table.rows] == [(1, 2), (2, 3), (3, 4)]
    assert (table.format, table.digest) == ("csv", hashlib.sha256(data).hexdigest())


def test_blank_rows_are_skipped_but_counted(tmp_path: Path) -> None:
    table = read(tmp_path, b"\n a;b\n\n;;\n1;2\n   \n3;4;;\n")
    assert table.header == (" a", "b")
    assert [(row.row, row.line, row.cells[:2]) for row in table.rows] == [
        (3, 5, ("1", "2")),
        (5, 7, ("3", "4")),
    ]


def test_quoted_cells_may_hold_separators_quotes_and_line_ends(tmp_path: Path) -> None:
    table = read(tmp_path, b'a;b\r\n"x;\r\ny";"say ""hi"""\r\n1;2\r\n')
    assert [(row.row, row.line, row.cells) for row in table.rows] == [
        (1, 2, ("x;\r\ny", 'say "hi"')),
        (2, 4, ("1", "2")),
    ]


def test_the_line_by_which_excel_names_the_separator(tmp_path: Path) -> None:
    table = read(tmp_path, b"sep=,\r\na,b;c\r\n1,2\r\n")
    assert table.header == ("a", "b;c")
    assert (table.rows[0].row, table.rows[0].line) == (1, 3)


def test_old_mac_line_ends(tmp_path: Path) -> None:
    assert [row.cells for row in read(tmp_path, b"a;b\r1;2\r3;4\r").rows] == [
        ("1", "2"),
        ("3", "4"),
    ]


@pytest.mark.parametrize(
    ("data", "rule"),
    [
        (b"", "empty"),
        (b"  \r\n\t\n", "empty"),
        (b"\xef\xbb\xbf;;\r\n", "empty"),
        (csv_text(ROWS[:1]).encode(), "header_only"),
        (csv_text(ROWS).encode("utf-16"), "encoding"),
        (csv_text(ROWS).encode("utf-16-le"), "encoding"),
        ("a;b\nGęś;Ślężna\n".encode("iso-8859-2"), "encoding"),
        ("a;b\nGęś;Ślężna\n".encode("cp852"), "encoding"),
        (b"a;b\n1;\x81\n", "encoding"),
        (PNG, "not_a_table"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "not_a_table"),
        (b"%PDF-1.4\n", "not_a_table"),
        (b"a;b\n\x00\x01\x02;1\n", "not_a_table"),
        (b"a;b\n\x81\x01\x02;1\n", "not_a_table"),
        (b'a;b\n1;2\n"3;4\n5;6\n', "quotes"),
        (b'a;b\n"1" x;2\n', "quotes"),
        (b"PK\x03\x04 and nothing of a ZIP", "damaged"),
        (bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600), "old_workbook"),
        (
            bytes.fromhex("d0cf11e0a1b11ae1") + "EncryptedPackage".encode("utf-16-le"),
            "encrypted",
        ),
    ],
)
def test_bad_files(tmp_path: Path, data: bytes, rule: str) -> None:
    found = trouble(tmp_path, data)
    assert (found.rule, found.place) == (rule, "orders.csv")


def test_the_line_of_an_open_quote_and_of_a_wrong_letter(tmp_path: Path) -> None:
    assert trouble(tmp_path, b'a;b\n1;2\n"3;4\n5;6\n').detail == "3"
    assert trouble(tmp_path, "a;b\n1;2\nś;4\n".encode("iso-8859-2")).detail == "3"


def test_the_name_of_the_file_does_not_matter(tmp_path: Path) -> None:
    assert read(tmp_path, csv_text(ROWS).encode(), "orders.xlsx").format == "csv"
    assert trouble(tmp_path, PNG, "orders.xlsx").rule == "not_a_table"


def test_missing_and_folder(tmp_path: Path) -> None:
    with pytest.raises(FileTrouble) as caught:
        read_table(tmp_path / "nowhere" / "orders.csv")
    assert caught.value.rule == "missing"
    with pytest.raises(FileTrouble) as caught:
        read_table(tmp_path)
    assert caught.value.rule == "is_a_folder"
    with pytest.raises(FileTrouble) as caught:
        read_table(Path("orders\0.csv"))
    assert caught.value.rule == "missing"


def test_what_is_no_ordinary_file_is_not_opened(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with pytest.raises(FileTrouble) as caught:
        read_table(pipe)
    assert caught.value.rule == "unreadable"


@pytest.fixture
def ordinary_user() -> Iterator[None]:
    """Root may read everything, so the test goes on as somebody else."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(65534)
    yield
    os.seteuid(0)


def test_no_permission(tmp_path: Path, request: pytest.FixtureRequest) -> None:
    path = tmp_path / "orders.csv"
    path.write_bytes(b"a;b\n1;2\n")
    path.chmod(0)
    request.getfixturevalue("ordinary_user")
    with pytest.raises(FileTrouble) as caught:
        read_table(path)
    assert caught.value.rule == "no_permission"


def test_fifty_megabytes_are_refused_at_once_and_unread(tmp_path: Path) -> None:
    path = tmp_path / "orders.csv"
    with path.open("wb") as file:
        file.truncate(50_000_000)
    tracemalloc.start()
    with pytest.raises(FileTrouble) as caught:
        read_table(path)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert (caught.value.rule, caught.value.detail) == ("too_big", "50000000")
    assert peak < 1_000_000


def test_many_rows_take_no_longer_each_than_few(tmp_path: Path) -> None:
    def spent(count: int) -> float:
        data = csv_text([list(OLDER_HEADER), *older_rows(count)]).encode("cp1250")
        started = time.process_time()
        assert len(read(tmp_path, data).rows) == count
        return time.process_time() - started

    spent(100)
    assert spent(2000) < TIMES * spent(500)


def test_too_many_rows(tmp_path: Path) -> None:
    line = b"a;b\n"
    assert len(read(tmp_path, line * (MAX_ROWS + 1)).rows) == MAX_ROWS
    assert trouble(tmp_path, line * (MAX_ROWS + 2)).rule == "too_many_rows"
    assert trouble(tmp_path, line * (3 * MAX_ROWS)).rule == "too_many_rows"


CELLS = st.text(st.sampled_from("abcŁóżź0159;,\t\"' =\n"), max_size=12)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(CELLS, CELLS), min_size=1, max_size=6), st.sampled_from([";", ",", "\t"]))
def test_every_cell_arrives_as_it_was(
    tmp_path: Path, rows: list[tuple[str, str]], separator: str
) -> None:
    quoted = [[cell.replace('"', '""') for cell in row] for row in rows]
    text = csv_text([["raz", "dwa"], *quoted, ["x", "y"]], separator)
    table = read(tmp_path, text.encode())
    expected = [row for row in rows if any(cell.strip() for cell in row)]
    assert [row.cells for row in table.rows] == [*expected, ("x", "y")]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=400))
def test_any_bytes_are_a_table_or_a_trouble(tmp_path: Path, data: bytes) -> None:
    try:
        table = read(tmp_path, data)
    except FileTrouble as trouble:
        rule, rows = trouble.rule, 0
    else:
        rule, rows = "", len(table.rows)
    assert bool(rule) != bool(rows)
