"""The empty order file is one that the program itself reads without a complaint."""

from __future__ import annotations

from pathlib import Path

import pytest

from inpost_desk.actions.order_file import read_table
from inpost_desk.actions.template import write_template
from inpost_desk.domain.order_row import read_order
from inpost_desk.domain.spreadsheet import MANAGER, find_columns
from inpost_desk.errors import FileTrouble


@pytest.mark.parametrize(("name", "kind"), [("wzór.csv", "csv"), ("wzór.XLSX", "xlsx")])
def test_it_is_read_back_without_a_finding(tmp_path: Path, name: str, kind: str) -> None:
    table = read_table(write_template(tmp_path / name))
    columns = find_columns(table.header)
    assert (table.format, columns.layout, columns.ignored) == (kind, MANAGER, ())
    assert table.header == tuple(MANAGER.columns.values())
    rows = [read_order(columns.cells(row)) for row in table.rows]
    assert [(row.reference, row.problems, row.warnings) for row in rows] == [
        ("ZAM-1", (), ()),
        ("ZAM-2", (), ()),
    ]


def test_a_bare_name_becomes_a_workbook(tmp_path: Path) -> None:
    assert write_template(tmp_path / "wzór 1.2").name == "wzór 1.2.xlsx"


def test_csv_opens_in_a_polish_excel_by_itself(tmp_path: Path) -> None:
    data = write_template(tmp_path / "wzór.csv").read_bytes()
    assert data.startswith("\ufeffe-mail;telefon;rozmiar;".encode())
    assert data.count(b"\r\n") == 3


def test_an_older_one_is_replaced_whole(tmp_path: Path) -> None:
    place = tmp_path / "wzór.csv"
    place.write_text("x" * 10_000)
    write_template(place)
    assert read_table(place).header[0] == "e-mail"
    assert list(tmp_path.iterdir()) == [place]


def test_what_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "folder.csv").mkdir()
    (tmp_path / "file").write_text("")
    rules = {}
    for name in ("folder.csv", "missing/wzór.csv", "file/wzór.csv"):
        with pytest.raises(FileTrouble) as refused:
            write_template(tmp_path / name)
        rules[name] = refused.value.rule
        assert refused.value.place == str(tmp_path / name)
    assert list(rules.values()) == ["is_a_folder", "no_folder", "not_written"]
