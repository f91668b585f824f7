"""A row of cells becomes an order or a list of problems, each with field and rule."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inpost_desk.domain.order import Address, Field, Kind, Size
from inpost_desk.domain.order_row import ReadOrder, meaning, read_order
from inpost_desk.domain.spreadsheet import MANAGER

LOCKER: dict[Field, str] = {
    Field.EMAIL: "anna@example.test",
    Field.PHONE: "501 234 567",
    Field.SIZE: "A",
    Field.POINT: "kra010",
    Field.REFERENCE: "ZAM/1",
    Field.KIND: "paczkomat",
}
COURIER: dict[Field, str] = {
    Field.PHONE: "501234567",
    Field.SIZE: "B",
    Field.NAME: "Jan Nowak",
    Field.STREET: "ul. 3 Maja 5 m. 7",
    Field.POST_CODE: "950",
    Field.CITY: "Warszawa",
    Field.KIND: "kurier",
}


def found(read: ReadOrder) -> list[tuple[Field, str]]:
    return [(problem.field, problem.rule) for problem in read.problems]


def test_locker_order() -> None:
    read = read_order(LOCKER)
    assert read.order is not None
    assert (read.order.kind, read.order.size, read.order.point) == (Kind.LOCKER, Size.A, "KRA010")
    assert read.order.receiver.phone == "501234567"
    assert read.order.receiver.address is None
    assert [change.field for change in read.changes] == [Field.PHONE, Field.POINT]


def test_courier_order() -> None:
    read = read_order(COURIER | {Field.COD: "100", Field.INSURANCE: "50"})
    assert read.order is not None
    assert read.order.receiver.address == Address("ul. 3 Maja", "5/7", "Warszawa", "00-950")
    assert read.order.insurance == Decimal(100)
    assert "insurance_raised_to_cod" in [change.rule for change in read.changes]


@pytest.mark.parametrize(
    ("changed", "problems"),
    [
        ({Field.POINT: ""}, [(Field.POINT, "required")]),
        ({Field.EMAIL: ""}, [(Field.EMAIL, "required")]),
        ({Field.SIZE: "N"}, [(Field.SIZE, "size_not_for_service")]),
        ({Field.SIZE: "D"}, [(Field.SIZE, "size_not_for_service")]),
        ({Field.KIND: "list"}, [(Field.KIND, "unknown_kind")]),
        ({Field.PHONE: "=A1"}, [(Field.PHONE, "formula")]),
        ({Field.REFERENCE: "x" * 200}, [(Field.REFERENCE, "too_long")]),
        (
            {Field.PHONE: "123", Field.COD: "12,5,0"},
            [(Field.PHONE, "too_short"), (Field.COD, "invalid_amount")],
        ),
        ({Field.WEEKEND: "może"}, [(Field.WEEKEND, "not_yes_or_no")]),
    ],
)
def test_locker_problems(changed: dict[Field, str], problems: list[tuple[Field, str]]) -> None:
    read = read_order(LOCKER | changed)
    assert read.order is None
    assert found(read) == problems


@pytest.mark.parametrize(
    ("changed", "problems"),
    [
        ({Field.STREET: ""}, [(Field.STREET, "required")]),
        ({Field.STREET: "Lipowa"}, [(Field.STREET, "building_number_required")]),
        ({Field.POST_CODE: "x"}, [(Field.POST_CODE, "invalid_format")]),
        ({Field.CITY: ""}, [(Field.CITY, "required")]),
        ({Field.NAME: "Jan"}, [(Field.NAME, "last_name_required")]),
        ({Field.NAME: ""}, [(Field.NAME, "required")]),
        ({Field.WEEKEND: "TAK"}, [(Field.WEEKEND, "weekend_not_for_service")]),
        ({Field.COMPANY: "#REF!", Field.NAME: "Jan Nowak"}, [(Field.COMPANY, "formula")]),
    ],
)
def test_courier_problems(changed: dict[Field, str], problems: list[tuple[Field, str]]) -> None:
    assert found(read_order(COURIER | changed)) == problems


@pytest.mark.parametrize("name", ["", "Jan"])
def test_a_company_needs_no_last_name(name: str) -> None:
    assert read_order(COURIER | {Field.NAME: name, Field.COMPANY: "Ogród s.c."}).order is not None


@pytest.mark.parametrize("size", ["D", "N"])
def test_couriers_take_large_parcels(size: str) -> None:
    assert read_order(COURIER | {Field.SIZE: size}).order is not None


def test_a_point_on_a_courier_row_only_warns() -> None:
    read = read_order(COURIER | {Field.POINT: "KRA010"})
    assert read.order is not None
    assert read.order.point == ""
    assert [warning.rule for warning in read.warnings] == ["point_ignored"]


def test_label_limits_warn_and_stop_nothing() -> None:
    read = read_order(COURIER | {Field.COMPANY: "Przedsiębiorstwo Handlowo-Usługowe"})
    assert read.order is not None
    assert [warning.rule for warning in read.warnings] == ["too_long_for_label"]


def test_literal_formula_is_unwrapped() -> None:
    read = read_order(LOCKER | {Field.PHONE: '="501234567"'})
    assert read.order is not None
    assert read.order.receiver.phone == "501234567"


def test_older_layout_has_lockers_only() -> None:
    cells = dict(LOCKER)
    del cells[Field.KIND]
    assert read_order(cells, lockers_only=True).order is not None
    assert found(read_order(cells)) == [(Field.KIND, "required")]


def test_reference_is_known_even_where_it_is_wrong() -> None:
    assert read_order(LOCKER | {Field.REFERENCE: " x "}).reference == "x"


@pytest.mark.parametrize(
    ("field", "one", "other"),
    [
        (Field.PHONE, "+48 501 234 567", "501234567"),
        (Field.COD, "1299", "1 299,00 zł"),
        (Field.NAME, "Jan  NOWAK", "Jan Nowak"),
        (Field.STREET, "Lipowa 4 m. 2", "Lipowa 4/2"),
        (Field.WEEKEND, "TAK", "tak"),
    ],
)
def test_same_meaning(field: Field, one: str, other: str) -> None:
    assert meaning(field, one) == meaning(field, other)
    assert meaning(field, one) != meaning(field, "x")


@given(st.dictionaries(st.sampled_from(sorted(MANAGER.columns)), st.text(max_size=20)))
def test_any_row_gives_an_order_or_problems(cells: dict[Field, str]) -> None:
    read = read_order(cells)
    assert (read.order is None) == bool(read.problems)


def test_two_mistakes_do_not_mean_the_same() -> None:
    assert meaning(Field.PHONE, "50123") != meaning(Field.PHONE, "60234")
    assert meaning(Field.SIZE, "XXL") == meaning(Field.SIZE, " xxl")


def test_invisible_marks_are_no_part_of_a_reference() -> None:
    assert read_order({**LOCKER, Field.REFERENCE: "ZAM\u200b/1"}).reference == "ZAM/1"


def test_a_formula_is_nobody_s_reference() -> None:
    read = read_order({**LOCKER, Field.REFERENCE: "=A1&B1"})
    assert [(one.field, one.rule) for one in read.problems] == [(Field.REFERENCE, "formula")]
    assert read.reference == ""


def test_of_an_unknown_kind_nothing_is_ignored() -> None:
    read = read_order({**LOCKER, Field.KIND: "list"})
    assert [(one.field, one.rule) for one in read.problems] == [(Field.KIND, "unknown_kind")]
    assert read.warnings == ()
