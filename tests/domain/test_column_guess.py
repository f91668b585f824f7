"""Foreign order files: the guess of shops' exports, and what a guess must never do."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inpost_desk.domain.column_guess import (
    cash_column,
    guess_columns,
    missing_fields,
    needed_fields,
)
from inpost_desk.domain.foreign import (
    KIND_TEXT,
    Source,
    find_sources,
    follow_kind,
    kind_in,
    name_columns,
    point_in,
)
from inpost_desk.domain.order import Field, Kind
from inpost_desk.domain.spreadsheet import MANAGER, Table, TableRow, layout_digest
from inpost_desk.errors import FileTrouble


def table(header: list[str], *rows: list[str]) -> Table:
    body = tuple(TableRow(at, at + 1, tuple(row)) for at, row in enumerate(rows, start=1))
    return Table(tuple(header), body, "csv", "0" * 64)


def guessed(one: Table) -> dict[str, str]:
    return {field.value: str(source) for field, source in guess_columns(one).items()}


BASELINKER = {
    "order_id": "123456789",
    "date_add": "2025-11-01",
    "email": "anna@example.test",
    "phone": "+48501234567",
    "delivery_method": "InPost Paczkomaty 24/7",
    "delivery_price": "9.99",
    "delivery_fullname": "Anna Kowalska",
    "delivery_company": "",
    "delivery_address": "Lipska 14",
    "delivery_postcode": "30-624",
    "delivery_city": "Kraków",
    "delivery_point_id": "KRA010",
    "delivery_point_name": "Paczkomat KRA010",
    "delivery_point_address": "Lipska 1",
    "delivery_point_postcode": "30-001",
    "delivery_point_city": "Kraków",
    "invoice_fullname": "Anna Kowalska",
    "invoice_address": "Inna 1",
    "invoice_postcode": "30-624",
    "payment_method": "Pobranie",
    "payment_method_cod": "1",
}
ALLEGRO = {
    "OrderId": "1a2b-11",
    "BuyerEmail": "a@example.test",
    "BuyerCompany": "",
    "BuyerPhoneNumber": "601234567",
    "DeliveryMethod": "Paczkomaty InPost",
    "DeliveryAmount": "9,99",
    "DeliveryName": "Anna Kowalska",
    "DeliveryAddress": "Lipska 1",
    "DeliveryPostalCode": "30-624",
    "DeliveryCity": "Kraków",
    "DeliveryPhoneNumber": "501234567",
    "DeliveryPointId": "KRA010",
    "PaymentType": "CASH_ON_DELIVERY",
}
WOO = {
    "Order Number": "1501",
    "First Name (Billing)": "Anna",
    "Last Name (Billing)": "Kowalska",
    "Company (Billing)": "Sklep",
    "Email (Billing)": "a@example.test",
    "Phone (Billing)": "501234567",
    "First Name (Shipping)": "Ola",
    "Last Name (Shipping)": "Nowak",
    "Address 1&2 (Shipping)": "Lipska 14",
    "City (Shipping)": "Kraków",
    "Postcode (Shipping)": "30-624",
    "SKU": "ABC12",
    "paczkomat_id": "KRA010",
}
SHOPIFY = {
    "Name": "#1001",
    "Email": "a@example.test",
    "Lineitem name": "Kubek",
    "Lineitem sku": "ABC123",
    "Billing Name": "Anna Kowalska",
    "Billing Phone": "501234567",
    "Shipping Name": "Ola Nowak",
    "Shipping Address1": "Lipska 14",
    "Shipping Address2": "m. 3",
    "Shipping City": "Kraków",
    "Shipping Zip": "30-624",
    "Shipping Phone": "",
    "Id": "5123456789012",
}
SHOPER = {
    "Nr zamówienia": "1/11",
    "Imię": "Anna",
    "Nazwisko": "Kowalska",
    "Ulica": "Jana Pawła 2",
    "Nr domu": "14",
    "Nr lokalu": "3",
    "Kod pocztowy": "30-624",
    "Miasto": "Kraków",
    "Telefon": "501 234 567",
    "E-mail": "a@example.test",
    "Punkt odbioru": "KRA010",
    "Kwota pobrania": "129,90 zł",
    "Gabaryt": "A",
    "Uwagi": "dzwonić",
}


@pytest.mark.parametrize(
    ("columns", "expected"),
    [
        (
            BASELINKER,
            {
                "email": "email",
                "phone": "phone",
                "point": "delivery_point_id",
                "reference": "order_id",
                "name": "delivery_fullname",
                "company": "delivery_company",
                "street": "delivery_address",
                "post_code": "delivery_postcode",
                "city": "delivery_city",
                "kind": "delivery_method",
            },
        ),
        (
            ALLEGRO,
            {
                "email": "BuyerEmail",
                "phone": "DeliveryPhoneNumber",
                "point": "DeliveryPointId",
                "reference": "OrderId",
                "name": "DeliveryName",
                "street": "DeliveryAddress",
                "post_code": "DeliveryPostalCode",
                "city": "DeliveryCity",
                "kind": "DeliveryMethod",
            },
        ),
        (
            WOO,
            {
                "email": "Email (Billing)",
                "phone": "Phone (Billing)",
                "point": "paczkomat_id",
                "reference": "Order Number",
                "name": "First Name (Shipping)+Last Name (Shipping)",
                "street": "Address 1&2 (Shipping)",
                "post_code": "Postcode (Shipping)",
                "city": "City (Shipping)",
            },
        ),
        (
            SHOPIFY,
            {
                "email": "Email",
                "phone": "Billing Phone",
                "reference": "Name",
                "name": "Shipping Name",
                "street": "Shipping Address1+Shipping Address2",
                "post_code": "Shipping Zip",
                "city": "Shipping City",
                "contents": "Lineitem name",
            },
        ),
        (
            # A street that ends in a number looks whole: house and flat are shown, not guessed.
            SHOPER | {"Ulica": "Lipska"},
            {
                "email": "E-mail",
                "phone": "Telefon",
                "size": "Gabaryt",
                "point": "Punkt odbioru",
                "reference": "Nr zamówienia",
                "cod": "Kwota pobrania",
                "name": "Imię+Nazwisko",
                "street": "Ulica+Nr domu+Nr lokalu",
                "post_code": "Kod pocztowy",
                "city": "Miasto",
            },
        ),
        (dict(MANAGER.columns.items()), None),
    ],
    ids=["BaseLinker", "Allegro", "WooCommerce", "Shopify", "Shoper", "Manager Paczek"],
)
def test_exports_of_shops(columns: dict[str, str], expected: dict[str, str] | None) -> None:
    if expected is None:
        blank = table(list(columns.values()), [""] * len(columns))
        assert guessed(blank) == {field.value: name for field, name in MANAGER.columns.items()}
    else:
        assert guessed(table(list(columns), list(columns.values()))) == expected


def test_cells_tell_where_headings_say_nothing() -> None:
    cells = ["501234567", "a@example.test", "30-624", "KRA010", "A", "501 234"]
    one = table(["", "", "?", "x", "dane", "y"], cells)
    assert guessed(one) == {
        "phone": "#A",
        "email": "#B",
        "post_code": "?",
        "point": "x",
        "size": "dane",
    }


CELLS = st.sampled_from(
    [
        *(
            "501234567",
            "+48 601 234 567",
            "a@example.test",
            "30-624",
            "KRA010",
            "POP-WAW364",
            "A",
            "1",
        ),
        *(
            "129,90",
            "TAK",
            "nie",
            "0",
            "Anna Kowalska",
            "Lipska 14",
            "Kraków",
            "",
            "#1001",
            "kurier",
        ),
    ]
)
HEADINGS = st.sampled_from(
    sorted(
        {*BASELINKER, *ALLEGRO, *WOO, *SHOPIFY, *SHOPER, "", "COD", "Pobranie", "Rozmiar", "cena"}
    )
)
TABLES = st.integers(1, 12).flatmap(
    lambda width: st.tuples(
        st.lists(HEADINGS, min_size=width, max_size=width),
        st.lists(st.lists(CELLS, min_size=width, max_size=width), min_size=1, max_size=4),
    )
)


@given(TABLES, st.randoms(use_true_random=False))
def test_the_order_of_columns_does_not_matter(
    given_table: tuple[list[str], list[list[str]]], chance: random.Random
) -> None:
    header, rows = given_table
    places = list(range(len(header)))
    chance.shuffle(places)
    one = table(header, *rows)
    other = table([header[at] for at in places], *([row[at] for at in places] for row in rows))
    assert contents(one) == contents(other)


def contents(one: Table) -> dict[Field, list[tuple[str, ...]]]:
    """The guess by what the columns hold: letters change with the order."""
    columns = {
        column.name: (column.heading, *(row.cells[column.place] for row in one.rows))
        for column in name_columns(one)
    }
    return {
        field: [columns[name] for name in source.headings]
        for field, source in guess_columns(one).items()
    }


@given(TABLES)
def test_no_column_twice_and_no_cash_that_is_none(
    given_table: tuple[list[str], list[list[str]]],
) -> None:
    header, rows = given_table
    one = table(header, *rows)
    guess = guess_columns(one)
    used = [name for source in guess.values() for name in source.headings]
    assert len(used) == len(set(used))
    assert set(used) <= {column.name for column in name_columns(one)}
    if Field.COD in guess:
        (name,) = guess[Field.COD].headings
        at = next(column.place for column in name_columns(one) if column.name == name)
        said = [row[at] for row in rows if row[at]]
        money = {"129,90", "0", "1", "nie"}
        assert sum(cell in money for cell in said) * 2 >= len(said)
        assert not ({"1", "TAK"} & set(said) and set(said) <= {"1", "TAK", "nie", "0"})


@pytest.mark.parametrize("cells", [["TAK", "nie"], ["1", "0"], ["przelew", "pobranie"]])
def test_a_flag_is_not_the_sum(cells: list[str]) -> None:
    one = table(["Telefon", "Pobranie"], *(["501234567", cell] for cell in cells))
    assert Field.COD not in guess_columns(one)


def test_cash_on_delivery_without_a_sum_is_seen() -> None:
    assert cash_column(table(list(BASELINKER), list(BASELINKER.values()))) == "payment_method"
    assert cash_column(table(list(ALLEGRO), list(ALLEGRO.values()))) == "PaymentType"
    assert cash_column(table(list(SHOPER), list(SHOPER.values()))) == ""
    assert cash_column(table(["Pobranie"], ["TAK"], ["NIE"])) == "Pobranie"


def test_columns_without_a_name_of_their_own() -> None:
    cells = ["1", "2", "3", "4", "5", "6", "7"]
    one = table(["Telefon", "", "tel efon", "=x", "#A", "Uwagi "], cells, cells, cells)
    assert [column.name for column in name_columns(one)] == [
        "#A",
        "#B",
        "#C",
        "#D",
        "#E",
        "Uwagi",
        "#G",
    ]
    assert [column.shown for column in name_columns(one)][:3] == [
        "Telefon (A)",
        "B",
        "tel efon (C)",
    ]
    wide = table([""] * 28, [""] * 28)
    assert name_columns(wide)[27].name == "#AB"


def test_cells_beyond_the_header_are_a_column_only_in_most_rows() -> None:
    usual = table(["a"], ["1", "2", ""], ["1", "2"], ["1", "2"], ["1"])
    assert [column.name for column in name_columns(usual)] == ["a", "#B"]
    shifted = table(["a"], ["1", "2"], ["1"], ["1"])
    assert [column.name for column in name_columns(shifted)] == ["a"]
    columns = find_sources(shifted, {Field.PHONE: Source(("a",))})
    problem = columns.row_problem(shifted.rows[0])
    assert problem is not None
    assert problem.rule == "too_many_cells"


@given(
    st.lists(
        st.text(min_size=1).filter(lambda text: not text.startswith("=")), min_size=1, max_size=3
    )
)
def test_a_source_survives_the_settings(headings: list[str]) -> None:
    source = Source(tuple(headings))
    assert Source.parse(str(source)) == source


@given(st.text())
def test_any_text_of_the_settings_is_some_source(text: str) -> None:
    source = Source.parse(text)
    assert Source.parse(str(source)) == source


def test_constants() -> None:
    assert str(Source(constant="A")) == "=A"
    assert Source.parse("=A") == Source(constant="A")
    assert not Source.parse("")
    one = table(["Telefon"], ["501234567"])
    columns = find_sources(
        one, {Field.SIZE: Source(constant="A"), Field.PHONE: Source(("TELEFON ",))}
    )
    cells = columns.cells(one.rows[0])
    assert (cells[Field.SIZE], cells[Field.PHONE], cells[Field.COD]) == ("A", "501234567", "")
    assert columns.layout.columns == {Field.PHONE: "Telefon", Field.SIZE: "=A"}


def test_a_column_that_is_gone_is_named() -> None:
    with pytest.raises(FileTrouble) as caught:
        find_sources(table(["a", "b"], ["1", "2"]), {Field.NAME: Source(("a", "Nazwisko", "#Z"))})
    assert (caught.value.rule, caught.value.place) == ("columns_missing", "Nazwisko, #Z")


@pytest.mark.parametrize(
    ("street", "house", "flat", "expected"),
    [
        ("Lipska", "14", "3", "Lipska 14/3"),
        ("Jana Pawła 2", "14", "3", "Jana Pawła 2 14/3"),
        ("Lipska", "14", "", "Lipska 14"),
        ("Lipska 14", "", "3", "Lipska 14/3"),
        ("Lipska", "14", "m. 3", "Lipska 14 m. 3"),
        ("Lipska", "14", "=A1", "=A1"),
        ('="Lipska"', "14", "", "Lipska 14"),
    ],
)
def test_street_house_and_flat_are_one_line(
    street: str, house: str, flat: str, expected: str
) -> None:
    one = table(["Ulica", "Nr domu", "Lokal"], [street, house, flat])
    columns = find_sources(one, {Field.STREET: Source(("Ulica", "Nr domu", "Lokal"))})
    assert columns.cells(one.rows[0])[Field.STREET] == expected


@pytest.mark.parametrize(
    ("given_text", "read"),
    [
        ("InPost Paczkomaty 24/7", "paczkomaty"),
        ("Kurier InPost", "kurier"),
        ("courier", "kurier"),
        ("Kurier DPD", "Kurier DPD"),
        ("Allegro Paczkomaty InPost", "Allegro Paczkomaty InPost"),
        ("Odbiór osobisty", "Odbiór osobisty"),
        ("", ""),
    ],
)
def test_ways_of_delivery(given_text: str, read: str) -> None:
    assert kind_in(given_text) == read


@pytest.mark.parametrize(
    ("given_text", "read"),
    [
        ("Paczkomat KRA010, Lipska 14", "KRA010"),
        ("Paczkopunkt pop-waw364", "POP-WAW364"),
        ("KRA010 lub KRA011", "KRA010 lub KRA011"),
        ("kra010", "kra010"),
        ("Kraków, Lipska 14", "Kraków, Lipska 14"),
    ],
)
def test_the_point_in_a_longer_text(given_text: str, read: str) -> None:
    assert point_in(given_text) == read


def test_the_kind_follows_the_point_until_somebody_sets_it() -> None:
    one = table(["Punkt"], [""])
    layout = find_sources(one, {Field.POINT: Source(("Punkt",))}).layout
    locker, courier = KIND_TEXT[Kind.LOCKER], KIND_TEXT[Kind.COURIER]
    before = {Field.POINT: "", Field.KIND: courier}
    assert follow_kind(before, before | {Field.POINT: "KRA010"}, layout)[Field.KIND] == locker
    by_hand = {Field.POINT: "KRA010", Field.KIND: courier}
    assert follow_kind(by_hand, by_hand | {Field.SIZE: "A"}, layout)[Field.KIND] == courier
    own = find_sources(one, {Field.KIND: Source(constant=locker)}).layout
    assert follow_kind(before, before | {Field.POINT: "KRA010"}, own)[Field.KIND] == courier


def test_what_is_needed_depends_on_how_parcels_leave() -> None:
    one = Source(("x",))
    locker = {Field.PHONE, Field.SIZE, Field.POINT, Field.EMAIL}
    assert set(missing_fields({})) == locker
    assert set(needed_fields({Field.POINT: one, Field.CITY: one})) == locker
    assert (
        set(needed_fields({Field.CITY: one, Field.KIND: Source(constant="paczkomaty")})) == locker
    )
    address = {Field.STREET, Field.POST_CODE, Field.CITY}
    needed = {Field.PHONE, Field.SIZE, Field.NAME} | address
    assert set(needed_fields({Field.CITY: one})) == needed
    assert set(needed_fields({Field.POINT: one, Field.KIND: Source(constant="kurier")})) == needed
    assert Field.NAME not in needed_fields({Field.CITY: one, Field.COMPANY: one})


def test_headings_without_latin_letters_make_layouts_of_their_own() -> None:
    assert layout_digest(["Телефон", "#"]) != layout_digest(["Адрес", "#"])
    assert layout_digest(["E-mail", ""]) == layout_digest(["email ", ""])


@pytest.mark.parametrize(
    ("columns", "source"),
    [
        ({"Nazwa produktu": "Kubek", "Ilość": "2"}, "Nazwa produktu+Ilość"),
        ({"Ilość": "2", "Produkty": "Kubek; Talerz", "Produkt": "Kubek"}, "Produkty"),
        ({"Item Name": "Kubek", "Quantity": "dwa"}, "Item Name"),
        # A list of products and how many of them there are altogether are two things.
        ({"Zawartość": "Kubek; Talerz", "Ilość": "3"}, "Zawartość"),
        ({"Items": "3"}, None),
        ({"Products": "", "Uwagi": "Kubek"}, None),
    ],
)
def test_contents(columns: dict[str, str], source: str | None) -> None:
    for header in (list(columns), list(columns)[::-1]):
        found = guessed(table(header, [columns[name] for name in header]))
        assert found.get("contents") == source


def test_contents_of_several_columns_are_read_as_one_text() -> None:
    one = table(["Produkt", "Wariant", "Szt."], ["Kubek", "czerwony", "2"], ["Talerz", "", "1.0"])
    columns = find_sources(one, {Field.CONTENTS: Source(("Produkt", "Wariant", "Szt."))})
    texts = [columns.cells(row)[Field.CONTENTS] for row in one.rows]
    assert texts == ["Kubek czerwony × 2", "Talerz × 1"]
    assert columns.ignored == ()
    assert Field.CONTENTS not in find_sources(one, {}).cells(one.rows[0])
