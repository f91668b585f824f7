"""Columns found by name, whatever their order; what is missing or doubled is named."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inpost_desk.domain.order import Field
from inpost_desk.domain.spreadsheet import (
    MANAGER,
    OLDER,
    TableRow,
    find_columns,
    layout_digest,
)
from inpost_desk.errors import FileTrouble

NEWER_HEADER = tuple(MANAGER.columns.values())
OLDER_HEADER = tuple(OLDER.columns.values())


def test_the_layouts_are_inposts() -> None:
    assert ";".join(NEWER_HEADER) == (
        "e-mail;telefon;rozmiar;paczkomat;numer_referencyjny;dodatkowa_ochrona;za_pobraniem;"
        "imie_i_nazwisko;nazwa_firmy;ulica;kod_pocztowy;miejscowosc;typ_przesylki;paczka_w_weekend"
    )
    assert ";".join(OLDER_HEADER) == (
        "e-mail;telefon;rozmiar;paczkomat;numer_referencyjny;ubezpieczenie;za_pobraniem"
    )
    assert MANAGER.columns[Field.INSURANCE] == "dodatkowa_ochrona"
    assert OLDER.columns[Field.INSURANCE] == "ubezpieczenie"
    assert OLDER.lockers_only
    assert not MANAGER.lockers_only


@given(st.permutations(NEWER_HEADER))
def test_any_order_of_columns(header: list[str]) -> None:
    columns = find_columns(header)
    assert columns.layout is MANAGER
    row = TableRow(1, 2, tuple(header))
    assert columns.cells(row) == dict(MANAGER.columns)


def test_names_may_be_written_otherwise() -> None:
    header = ["\ufeffEmail", "Telefon ", "ROZMIAR", "Paczkomat", "Numer referencyjny"]
    header += ["Ubezpieczenie", "Za pobraniem", "", "uwagi"]
    columns = find_columns(header)
    assert columns.layout is OLDER
    assert columns.ignored == ("uwagi",)
    assert find_columns([name.replace("sylki", "syłki") for name in NEWER_HEADER]).ignored == ()


@pytest.mark.parametrize(
    ("header", "rule", "place"),
    [
        (NEWER_HEADER[1:], "columns_missing", "e-mail"),
        (NEWER_HEADER[:-2], "columns_missing", "typ_przesylki, paczka_w_weekend"),
        (OLDER_HEADER[:-1], "columns_missing", "za_pobraniem"),
        ((*OLDER_HEADER, "typ_przesylki"), "columns_missing", None),
        ((*NEWER_HEADER, "Telefon"), "columns_doubled", "telefon"),
        ((*NEWER_HEADER, "ubezpieczenie"), "columns_doubled", "dodatkowa_ochrona, ubezpieczenie"),
        (("anna@example.test", "501234567", "A"), "no_header", ""),
    ],
)
def test_wrong_headers(header: tuple[str, ...], rule: str, place: str | None) -> None:
    with pytest.raises(FileTrouble) as caught:
        find_columns(header)
    assert caught.value.rule == rule
    assert place is None or caught.value.place == place


def test_a_doubled_unknown_column_does_no_harm() -> None:
    assert find_columns((*OLDER_HEADER, "uwagi", "uwagi")).ignored == ("uwagi", "uwagi")


def test_a_column_of_contents_is_kept_for_whoever_asks() -> None:
    header = ("produkt", *NEWER_HEADER, "Zawartość", "uwagi")
    columns = find_columns(header, contents=True)
    assert columns.cells(TableRow(1, 2, header))[Field.CONTENTS] == "Zawartość"
    assert columns.ignored == ("produkt", "uwagi")
    plain = find_columns(header)
    assert Field.CONTENTS not in plain.places
    assert plain.ignored == ("produkt", "Zawartość", "uwagi")
    assert find_columns(NEWER_HEADER, contents=True) == find_columns(NEWER_HEADER)


def test_short_and_long_rows() -> None:
    columns = find_columns(OLDER_HEADER)
    assert columns.cells(TableRow(1, 2, ("a@example.test",)))[Field.COD] == ""
    assert columns.row_problem(TableRow(1, 2, ("x",) * 7 + (" ",))) is None
    problem = columns.row_problem(TableRow(1, 2, ("x",) * 7 + ("", "00 zł")))
    assert problem is not None
    assert (problem.field, problem.rule, problem.value) == (Field.ROW, "too_many_cells", "00 zł")


def test_layout_digest_names_the_columns_and_their_order() -> None:
    assert layout_digest(NEWER_HEADER) == layout_digest([name.upper() for name in NEWER_HEADER])
    assert layout_digest(NEWER_HEADER) != layout_digest(NEWER_HEADER[::-1])
    assert layout_digest(NEWER_HEADER) != layout_digest(OLDER_HEADER)


@given(st.lists(st.text(max_size=12), max_size=16))
def test_any_header_is_found_or_refused(header: list[str]) -> None:
    layout_digest(header)
    with pytest.raises(FileTrouble):
        find_columns(header)
