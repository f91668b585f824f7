"""Exports as files that spreadsheets and shops read: texts stay texts, nothing runs, all or nothing."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from inpost_desk.actions import export
from inpost_desk.actions.export import write_export
from inpost_desk.actions.export_cells import ALL_CELLS, guarded
from inpost_desk.actions.waiting import Stop
from inpost_desk.domain.history import Query
from inpost_desk.domain.journey import Phase
from inpost_desk.domain.shop_columns import Cell, ShopColumns
from inpost_desk.errors import FileTrouble
from inpost_desk.ledger.ledger import Ledger
from inpost_desk.wording.exports import export_words
from tests.actions.exported import formulas, put, sheets, table
from tests.actions.shop import ledger_in

EVERYTHING = Query(descending=False)


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with ledger_in(tmp_path) as one:
        yield one


def write(ledger: Ledger, path: Path, query: Query = EVERYTHING, **more: object) -> int | None:
    columns = more.pop("columns", None)
    assert columns is None or isinstance(columns, ShopColumns)
    return write_export(path, ledger, query, columns, words=export_words, **more)  # type: ignore[arg-type]


def test_every_column_of_a_csv(ledger: Ledger, tmp_path: Path) -> None:
    put(
        ledger,
        1,
        cod=Decimal("129.00"),
        insurance=Decimal(5000),
        mpk="Sklep 1",
        return_number="6209",
        made_at=datetime(2026, 7, 1, 22, 30, 5, tzinfo=UTC),
        phone="+380501234567",
    )
    path = tmp_path / "all.csv"
    assert write(ledger, path) == 1
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    titles, line = table(path)
    assert len(titles) == len(line) == len(ALL_CELLS) == len(set(titles))
    found = dict(zip(ALL_CELLS, line, strict=True))
    number = "620999000000000000000001"
    assert found == {
        Cell.REFERENCE: "ZAM/1",
        Cell.NUMBER: number,
        Cell.NAME: "Żaneta Łęcka",
        Cell.SERVICE: "Paczkomat",
        Cell.SIZE: "A",
        Cell.POINT: "KRA010",
        Cell.CITY: "Kraków",
        Cell.STATUS: "delivered",
        Cell.STATUS_WORDS: "delivered",
        # Summer time.
        Cell.MADE: "2026-07-02 00:30:05",
        Cell.STATUS_AT: "2026-11-10 10:00:00",
        Cell.COD: "129,00",
        Cell.INSURANCE: "5000,00",
        Cell.PRICE: "12,99",
        Cell.MPK: "Sklep 1",
        Cell.RETURN_NUMBER: "6209",
        Cell.TRACKING_PAGE: f"https://inpost.pl/sledzenie-przesylek?number={number}",
        Cell.SHIPX_ID: "1001",
        Cell.PHONE: "+380501234567",
    }


def test_a_workbook_has_texts_amounts_and_times(ledger: Ledger, tmp_path: Path) -> None:
    put(ledger, 1, cod=Decimal("129.00"), reference="=1+1", receiver="https://evil.example")
    path = tmp_path / "all.XLSX"
    assert write(ledger, path) == 1
    (lines,) = sheets(path).values()
    found = dict(zip(ALL_CELLS, lines[1], strict=True))
    assert found[Cell.NUMBER] == "620999000000000000000001"
    assert found[Cell.PHONE] == "501234567"
    assert (found[Cell.COD], found[Cell.INSURANCE]) == (129.0, "")
    assert found[Cell.MADE] == datetime(2026, 11, 10, 10, 0)  # noqa: DTZ001 - a cell has no zone
    assert (found[Cell.REFERENCE], formulas(path)) == ("=1+1", 0)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"),
        ("+A1", "'+A1"),
        ("@SUM(1)", "'@SUM(1)"),
        ("-2+3", "'-2+3"),
        ("\t=1", "'\t=1"),
        ("-12", "-12"),
        ("+48 501 234 567", "+48 501 234 567"),
        ("ZAM-1", "ZAM-1"),
        ("", ""),
    ],
)
def test_nothing_runs_in_a_csv(text: str, expected: str) -> None:
    assert guarded(text) == expected


def test_a_shops_own_columns(ledger: Ledger, tmp_path: Path) -> None:
    put(ledger, 1, cod=Decimal("9.50"), receiver="Łukasz Їжак")
    columns = ShopColumns(
        (("nr", Cell.NUMBER), ("firma", Cell.CARRIER), ("kto", Cell.NAME), ("cod", Cell.COD)),
        separator="\t",
        encoding="cp1250",
    )
    path = tmp_path / "shop.csv"
    write(ledger, path, columns=columns)
    titles, line = table(path, separator="\t", encoding="cp1250")
    assert titles == ["nr", "firma", "kto", "cod"]
    # Windows-1250 has no Ukrainian letters.
    assert line == [
        "620999000000000000000001",
        "InPost",
        "Łukasz ????",
        "9,50",
    ]
    write(ledger, path, columns=ShopColumns((("cod", Cell.COD),)))
    assert path.read_bytes() == b"cod\n9.50\n"
    book = tmp_path / "shop.xlsx"
    write(ledger, book, columns=columns)
    assert next(iter(sheets(book).values()))[0] == ["nr", "firma", "kto", "cod"]


def test_only_what_was_asked_for(ledger: Ledger, tmp_path: Path) -> None:
    first = put(ledger, 1)
    put(ledger, 2, status="confirmed")
    path = tmp_path / "some.csv"
    columns = ShopColumns((("ref", Cell.REFERENCE),))
    write(ledger, path, Query(phase=Phase.PREPARED), columns=columns)
    assert table(path, encoding="utf-8") == [["ref"], ["ZAM/2"]]
    write(ledger, path, ids=[first], columns=columns)
    assert table(path, encoding="utf-8") == [["ref"], ["ZAM/1"]]
    # The last minute of a day in Warsaw.
    put(ledger, 3, made_at=datetime(2026, 11, 5, 22, 59, tzinfo=UTC))
    day = date(2026, 11, 5)
    assert write(ledger, path, Query(since=day, until=day), columns=columns) == 1


def test_pages_are_told_and_stop_leaves_the_file(
    ledger: Ledger, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(export, "PAGE", 2)
    for number in range(5):
        put(ledger, number)
    path = tmp_path / "all.csv"
    told: list[tuple[int, int]] = []
    assert write(ledger, path, told=lambda *one: told.append(one)) == 5
    assert told == [(2, 5), (4, 5), (5, 5)]
    before = path.read_bytes()
    for place in (path, tmp_path / "all.xlsx"):
        stop = Stop()
        ask = stop.event.set
        assert write(ledger, place, stop=stop, told=lambda *_, ask=ask: ask()) is None
    assert path.read_bytes() == before
    assert {one.name for one in tmp_path.iterdir()} == {"ledger", "all.csv"}


@pytest.mark.parametrize("name", ["all.csv", "all.xlsx"])
def test_what_cannot_be_written_leaves_nothing(ledger: Ledger, tmp_path: Path, name: str) -> None:
    put(ledger, 1)
    with pytest.raises(FileTrouble) as told:
        write(ledger, tmp_path / "nowhere" / name)
    assert told.value.rule == "missing"
    (tmp_path / name).mkdir()
    with pytest.raises(FileTrouble) as told:
        write(ledger, tmp_path / name)
    assert told.value.rule == "is_a_folder"
    with pytest.raises(FileTrouble) as told:
        write(ledger, tmp_path / "all.pdf")
    assert told.value.rule == "table_ending"
    assert {one.name for one in tmp_path.iterdir()} == {"ledger", name}


def test_a_file_that_is_held_open_is_said(
    ledger: Ledger, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As Windows has it while Excel shows the file."""

    def held(self: Path, target: Path) -> Path:
        raise PermissionError(13, "in use", str(self), 32, str(target))

    monkeypatch.setattr(Path, "replace", held)
    with pytest.raises(FileTrouble) as told:
        write(ledger, tmp_path / "all.csv")
    assert told.value.rule == "held_open"
    assert {one.name for one in tmp_path.iterdir()} == {"ledger"}


@pytest.mark.parametrize("name", ["full.csv", "full.xlsx"])
def test_a_full_disk_is_said(
    ledger: Ledger, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    def full(_handle: int) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(FileTrouble) as told:
        write(ledger, tmp_path / name)
    assert told.value.rule == "disk_full"
    assert {one.name for one in tmp_path.iterdir()} == {"ledger"}
