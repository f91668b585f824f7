"""What lies in a parcel: which headings mean it, and how its text comes apart."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inpost_desk.domain.contents import (
    content_lines,
    joined_contents,
    says_all_contents,
    says_contents,
    says_quantity,
)
from inpost_desk.domain.spreadsheet import folded_name

LISTS = [
    "zawartość",
    "Zawartosc",
    "Zawartość paczki",
    "Produkty",
    "Towary",
    "Pozycje zamówienia",
    "Lista produktów",
    "Nazwy produktów",
    "Asortyment",
    "Contents",
    "package_contents",
    "Items",
    "Order items",
    "Products",
    "product_list",
    "Ordered products",
]
SINGLE = ["Produkt", "Nazwa produktu", "Nazwa towaru", "Lineitem name", "Item Name", "OfferName"]
OTHERS = [
    "",
    "Uwagi",
    "Pozycja",
    "Produkt ID",
    "Product price",
    "Item type",
    "Liczba produktów",
    "Items count",
    "Content-Type",
    "Name",
    "SKU",
    "Numer zamówienia",
]


@pytest.mark.parametrize("heading", LISTS)
def test_headings_of_the_whole_contents(heading: str) -> None:
    assert says_all_contents(folded_name(heading))
    assert says_contents(folded_name(heading))


@pytest.mark.parametrize("heading", SINGLE)
def test_headings_of_one_product(heading: str) -> None:
    assert says_contents(folded_name(heading))
    assert not says_all_contents(folded_name(heading))


@pytest.mark.parametrize("heading", OTHERS)
def test_headings_of_something_else(heading: str) -> None:
    assert not says_contents(folded_name(heading))


def test_headings_of_a_number_of_pieces() -> None:
    yes = ["Ilość", "Ilość sztuk", "Liczba sztuk", "szt.", "Quantity", "Lineitem quantity", "Qty"]
    no = ["Ilość paczek", "Liczba produktów", "Total quantity", "Sztuka", "Liczba"]
    assert [one for one in yes if not says_quantity(folded_name(one))] == []
    assert [one for one in no if says_quantity(folded_name(one))] == []


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", ()),
        (" \n ;  ", ()),
        ("2 × Kubek", ("2 × Kubek",)),
        ("Kubek\r\n  Talerz \n\nMiska", ("Kubek", "Talerz", "Miska")),
        ("Kubek; Talerz;", ("Kubek", "Talerz")),
        ("Kubek | Talerz | ", ("Kubek", "Talerz")),
        ("Śruba M4;M5|M6", ("Śruba M4;M5|M6",)),
        ('="Kubek"', ("Kubek",)),
        ("=A1+B1", ("=A1+B1",)),
    ],
)
def test_lines(text: str, lines: tuple[str, ...]) -> None:
    assert content_lines(text) == lines


@pytest.mark.parametrize(
    ("texts", "counting", "whole"),
    [
        (["Kubek", "2"], [False, True], "Kubek × 2"),
        (["2,00", "Kubek"], [True, False], "2 × Kubek"),
        (["Kubek", "3 szt.", "K-7"], [False, True, False], "Kubek × 3 K-7"),
        (["Kubek", "12345"], [False, False], "Kubek 12345"),
        (["Kubek", ""], [False, True], "Kubek"),
        (["Kubek", "dwa"], [False, True], "Kubek dwa"),
        (["Kubek; Talerz", "2; 1"], [False, True], "Kubek × 2\nTalerz × 1"),
        (["Kubek; Talerz", "3"], [False, True], "Kubek\nTalerz\n3"),
        (["", ""], [False, True], ""),
    ],
)
def test_several_columns(texts: list[str], counting: list[bool], whole: str) -> None:
    assert joined_contents(texts, counting) == whole


@given(st.lists(st.tuples(st.text(max_size=20), st.booleans()), max_size=3))
def test_any_text_comes_apart(columns: list[tuple[str, bool]]) -> None:
    whole = joined_contents([text for text, _ in columns], [counts for _, counts in columns])
    lines = content_lines(whole)
    assert all(line == " ".join(line.split()) for line in lines)
    assert bool(lines) == any(content_lines(text) for text, _ in columns)
