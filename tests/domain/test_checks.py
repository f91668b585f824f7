"""Single cells: what is mended, what is refused and by which rule."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from functools import partial
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from inpost_desk.domain import checks
from inpost_desk.domain.checks import Checked, StreetLine
from inpost_desk.domain.order import Address, Field, Kind, Order, Person, Size
from inpost_desk.domain.point import Point

NBSP = "\u00a0"


def rule_of(checked: Checked[Any]) -> str:
    return checked.problem.rule if checked.problem else ""


@pytest.mark.parametrize(
    "given_text",
    [
        "501234567",
        "+48501234567",
        "+48 501 234 567",
        "0048 501-234-567",
        "48501234567",
        "(48) 501 234 567",
        f"501{NBSP}234{NBSP}567",
        "501–234–567",
        "\u202a501234567\u202c",
        "501234567.0",
        " 501.234.567 ",
    ],
)
def test_phone_is_nine_digits(given_text: str) -> None:
    assert checks.phone(given_text).value == "501234567"


@pytest.mark.parametrize(
    ("given_text", "rule"),
    [
        ("", "required"),
        (" \t", "required"),
        ("50123456", "too_short"),
        ("50123456.0", "too_short"),
        ("5012345678", "too_long"),
        ("012345678", "invalid_format"),
        ("+49 501234567", "invalid_format"),
        ("501234567/602345678", "invalid_format"),
        ("tel. 501234567", "invalid_format"),
        ("٥٠١٢٣٤٥٦٧", "invalid_format"),
        ("5,01E+08", "scientific_notation"),
        ("5.01E+08", "scientific_notation"),
        ("5e+08", "scientific_notation"),
    ],
)
def test_phone_refuses(given_text: str, rule: str) -> None:
    checked = checks.phone(given_text)
    assert rule_of(checked) == rule
    assert checked.problem is not None
    assert checked.problem.field is Field.PHONE
    assert checked.problem.value == given_text.strip()


def test_phone_shows_before_and_after() -> None:
    change = checks.phone("+48 501 234 567").change
    assert change is not None
    assert (change.before, change.after) == ("+48 501 234 567", "501234567")
    assert checks.phone(" 501234567 ").change is None


@pytest.mark.parametrize(
    ("given_text", "rule"),
    [
        ("anna@example.test", ""),
        (" anna.nowak+inpost@sklep.example.test ", ""),
        ("", "required"),
        ("anna", "invalid_format"),
        ("anna@example", "invalid_format"),
        ("anna@@example.test", "invalid_format"),
        ("anna..b@example.test", "invalid_format"),
        ("zażółć@example.test", "invalid_format"),
        ("a@example.test, b@example.test", "invalid_format"),
        ("a" * 250 + "@example.test", "too_long"),
    ],
)
def test_email(given_text: str, rule: str) -> None:
    checked = checks.email(given_text, required=True)
    assert rule_of(checked) == rule
    assert checked.value == ("" if rule else given_text.strip())


def test_email_may_be_empty_for_couriers() -> None:
    assert checks.email(" ", required=False) == Checked("")


@pytest.mark.parametrize(
    ("given_text", "code"),
    [
        ("30-624", "30-624"),
        ("30624", "30-624"),
        ("00 950", "00-950"),
        ("00950", "00-950"),
        ("950", "00-950"),
        ("5120", "05-120"),
        ("30 - 624", "30-624"),
        ("30–624", "30-624"),
        ("PL-30-624", "30-624"),
    ],
)
def test_post_code(given_text: str, code: str) -> None:
    checked = checks.post_code(given_text)
    assert checked.value == code
    assert (checked.change is None) == (given_text == code)


@pytest.mark.parametrize(
    ("given_text", "rule"),
    [
        ("", "required"),
        ("12", "invalid_format"),
        ("306245", "invalid_format"),
        ("30-62", "invalid_format"),
        ("30-624 Kraków", "invalid_format"),
        ("3,06E+04", "scientific_notation"),
    ],
)
def test_post_code_refuses(given_text: str, rule: str) -> None:
    assert rule_of(checks.post_code(given_text)) == rule


@pytest.mark.parametrize(
    ("given_text", "street", "number"),
    [
        ("Lipowa 4/2", "Lipowa", "4/2"),
        ("ul. 3 Maja 5 m. 7", "ul. 3 Maja", "5/7"),
        ("Kowalewo 12", "Kowalewo", "12"),
        ("os. Słoneczne 1B/14", "os. Słoneczne", "1B/14"),
        ("Aleje Jerozolimskie 100 lok. 5", "Aleje Jerozolimskie", "100/5"),
        ("11 Listopada 5", "11 Listopada", "5"),
        ("Lipowa 12 A", "Lipowa", "12A"),
        ("Lipowa 12 A m 5", "Lipowa", "12A/5"),
        ("Lipowa 4m5", "Lipowa", "4/5"),
        ("Żwirki i Wigury 7, m. 3", "Żwirki i Wigury", "7/3"),
        ("Plac Wolności 2-4", "Plac Wolności", "2-4"),
        ("Lipowa nr 4", "Lipowa", "4"),
        ("Lipowa 4 lok. U1,", "Lipowa", "4/U1"),
        ("  Jana Pawła II   23/25 ", "Jana Pawła II", "23/25"),
        ("Ślężna 7", "Ślężna", "7"),
    ],
)
def test_street_and_number(given_text: str, street: str, number: str) -> None:
    assert checks.street(given_text).value == StreetLine(street, number)


@pytest.mark.parametrize(
    ("given_text", "rule"),
    [
        ("", "required"),
        ("Lipowa", "building_number_required"),
        ("3 Maja", "building_number_required"),
        ("12", "street_required"),
        ("L" * 256 + " 4", "too_long"),
        ("Lipowa\x00 4", "invalid_characters"),
    ],
)
def test_street_refuses(given_text: str, rule: str) -> None:
    assert rule_of(checks.street(given_text)) == rule


def test_street_shows_a_moved_flat_only() -> None:
    assert checks.street("Lipowa 4/2").change is None
    change = checks.street("ul. 3 Maja 5 m. 7").change
    assert change is not None
    assert change.after == "ul. 3 Maja 5/7"


@pytest.mark.parametrize(
    ("given_text", "full", "value", "rule"),
    [
        ("Jan Nowak", True, ("Jan", "Nowak"), ""),
        ("Anna  Maria Kowalska-Nowak", True, ("Anna", "Maria Kowalska-Nowak"), ""),
        ("Jan", True, ("", ""), "last_name_required"),
        ("Jan", False, ("Jan", ""), ""),
        ("", True, ("", ""), "required"),
        ("", False, ("", ""), ""),
        ("Jan\x07 Nowak", False, ("", ""), "invalid_characters"),
    ],
)
def test_name(given_text: str, full: bool, value: tuple[str, str], rule: str) -> None:
    checked = checks.name(given_text, full=full)
    assert (checked.value, rule_of(checked)) == (value, rule)


@pytest.mark.parametrize(
    ("given_text", "value", "rule"),
    [
        ("", "", ""),
        (" ZAM/2026/1 ", "ZAM/2026/1", ""),
        ("#1001", "#1001", ""),
        ("1E5", "1E5", ""),
        ("Ala  ma kota", "Ala  ma kota", ""),
        ("x" * 100, "x" * 100, ""),
        ("x" * 200, "", "too_long"),
        ("12", "", "too_short"),
        ("6.2E+23", "", "scientific_notation"),
        ("A\nB12", "", "invalid_characters"),
    ],
)
def test_reference(given_text: str, value: str, rule: str) -> None:
    checked = checks.reference(given_text)
    assert (checked.value, rule_of(checked)) == (value, rule)


@pytest.mark.parametrize(
    ("given_text", "value", "rule"),
    [
        ("KRA010", "KRA010", ""),
        (" kra010", "KRA010", ""),
        ("KRA 010", "KRA010", ""),
        ("pop–waw364", "POP-WAW364", ""),
        ("60000", "60000", ""),
        ("", "", "required"),
        ("KRA010 - ul. Lipowa 5", "", "invalid_characters"),
        ("K" * 33, "", "too_long"),
        ("6E+04", "", "scientific_notation"),
    ],
)
def test_point_name(given_text: str, value: str, rule: str) -> None:
    checked = checks.point_name(given_text)
    assert (checked.value, rule_of(checked)) == (value, rule)


@pytest.mark.parametrize(
    ("given_text", "value", "rule"),
    [
        ("A", Size.A, ""),
        ("b", Size.B, ""),
        ("gabaryt C", Size.C, ""),
        ("Gab. d", Size.D, ""),
        ("N", Size.N, ""),
        ("medium", Size.B, ""),
        ("", None, "required"),
        ("XXL", None, "unknown_size"),
    ],
)
def test_size(given_text: str, value: Size | None, rule: str) -> None:
    checked = checks.size(given_text)
    assert (checked.value, rule_of(checked)) == (value, rule)


@pytest.mark.parametrize(
    ("given_text", "value", "rule"),
    [
        ("paczkomat", Kind.LOCKER, ""),
        ("Paczkomaty", Kind.LOCKER, ""),
        (" KURIER ", Kind.COURIER, ""),
        ("", None, "required"),
        ("list", None, "unknown_kind"),
    ],
)
def test_kind(given_text: str, value: Kind | None, rule: str) -> None:
    checked = checks.kind(given_text)
    assert (checked.value, rule_of(checked)) == (value, rule)


@pytest.mark.parametrize(
    ("given_text", "value", "rule"),
    [("TAK", True, ""), ("nie", False, ""), ("", False, ""), ("może", False, "not_yes_or_no")],
)
def test_weekend(given_text: str, value: bool, rule: str) -> None:
    checked = checks.weekend(given_text)
    assert (checked.value, rule_of(checked)) == (value, rule)


def test_city_needs_a_letter() -> None:
    assert checks.city(" Bielsko-Biała ").value == "Bielsko-Biała"
    assert rule_of(checks.city("30-624")) == "invalid_format"
    assert rule_of(checks.city("")) == "required"


def test_decomposed_letters_are_composed() -> None:
    assert checks.city("Krako\u0301w").value == "Kraków"
    assert checks.city("Krako\u0301w").change is None


@pytest.mark.parametrize(
    ("text", "is_problem"),
    [
        ("=A1&B1", True),
        ("#REF!", True),
        ("#N/D!", True),
        ("#arg!", True),
        ("Err:502", True),
        ("#1001", False),
        ("-5", False),
        ("", False),
    ],
)
def test_formulas_and_error_values(text: str, is_problem: bool) -> None:
    assert (checks.cell_problem(Field.PHONE, text) is not None) == is_problem


def test_literal_formula_is_its_text() -> None:
    assert checks.unwrapped('="0501234567"') == "0501234567"
    assert checks.unwrapped('="a"&"b"') == '="a"&"b"'


def receiver(**changes: Any) -> Person:
    address = Address("Lipowa", "4/2", "Kielce", "25-001")
    return replace(Person("501234567", "a@example.test", "Jan", "Nowak", "", address), **changes)


def test_what_fits_a_label_warns_of_nothing() -> None:
    assert checks.label_warnings(receiver()) == ()
    assert checks.label_warnings(receiver(first_name="A" * 10, last_name="B" * 10)) == ()


@pytest.mark.parametrize(
    ("changes", "field", "rule"),
    [
        ({"company": "C" * 27}, Field.COMPANY, "too_long_for_label"),
        ({"first_name": "A" * 10, "last_name": "B" * 11}, Field.NAME, "too_long_for_label"),
        (
            {"address": Address("S" * 54, "12", "Kielce", "25-001")},
            Field.STREET,
            "too_long_for_label",
        ),
        ({"address": Address("Lipowa", "4", "C" * 24, "25-001")}, Field.CITY, "too_long_for_label"),
        ({"last_name": "Новак"}, Field.NAME, "not_latin_script"),
    ],
)
def test_label_limits_warn(changes: dict[str, Any], field: Field, rule: str) -> None:
    (warning,) = checks.label_warnings(receiver(**changes))
    assert (warning.field, warning.rule) == (field, rule)


LOCKER_ORDER = Order("ZAM1", Kind.LOCKER, Size.A, receiver(), "KRA010")
LOCKER_POINT = Point(
    "KRA010", "Operating", frozenset({"parcel_locker"}), open_247=True, payment=True
)
PARCEL_POINT = Point("POP-WAW364", "Operating", frozenset({"pop"}), open_247=False, payment=True)


@pytest.mark.parametrize(
    ("order", "point", "rules"),
    [
        (LOCKER_ORDER, LOCKER_POINT, []),
        (LOCKER_ORDER, None, ["does_not_exist"]),
        (LOCKER_ORDER, Point("KRA010"), []),
        (LOCKER_ORDER, Point("KRA010", "NonOperating"), ["point_closed"]),
        (
            LOCKER_ORDER,
            Point("KRA010", functions=frozenset({"parcel_send"})),
            ["invalid_box_machine_function"],
        ),
        (
            replace(LOCKER_ORDER, weekend=True),
            PARCEL_POINT,
            ["invalid_target_point_for_end_of_week_collection"],
        ),
        (
            replace(LOCKER_ORDER, weekend=True),
            replace(LOCKER_POINT, open_247=False),
            ["invalid_target_point_247_for_end_of_week_collection"],
        ),
        (replace(LOCKER_ORDER, weekend=True), replace(LOCKER_POINT, open_247=None), []),
        (
            replace(LOCKER_ORDER, cod=Decimal(10)),
            replace(LOCKER_POINT, payment=False),
            ["cod_not_payable_at_point"],
        ),
        (replace(LOCKER_ORDER, cod=Decimal(10)), replace(LOCKER_POINT, payment=None), []),
        (replace(LOCKER_ORDER, kind=Kind.COURIER, point=""), None, []),
    ],
)
def test_points(order: Order, point: Point | None, rules: list[str]) -> None:
    assert [problem.rule for problem in checks.point_problems(order, point)] == rules


def test_parcel_point_changes_the_service() -> None:
    change = checks.point_change(LOCKER_ORDER, PARCEL_POINT)
    assert change is not None
    assert change.after == "inpost_locker_customer_service_point"
    assert change.rule == "service_becomes_parcel_point"
    assert checks.point_change(LOCKER_ORDER, LOCKER_POINT) is None
    assert checks.point_change(LOCKER_ORDER, None) is None


def shown(value: object) -> str:
    if isinstance(value, bool):
        return "TAK" if value else "NIE"
    if isinstance(value, Kind):
        return {"locker": "paczkomat", "courier": "kurier"}[value.value]
    if isinstance(value, tuple):
        return " ".join(value).strip()
    return "" if value is None else str(value)


NORMALISERS: dict[str, Callable[[str], Checked[Any]]] = {
    "phone": checks.phone,
    "email": partial(checks.email, required=True),
    "post_code": checks.post_code,
    "street": checks.street,
    "city": checks.city,
    "company": checks.company,
    "name": partial(checks.name, full=True),
    "reference": checks.reference,
    "point": checks.point_name,
    "size": checks.size,
    "kind": checks.kind,
    "weekend": checks.weekend,
}
NEARLY = st.text(
    st.sampled_from("0123456789+-–() ./,mlokABab ąŁ\u00a0\u202a'\"=#@E\n"), max_size=40
)


@pytest.mark.parametrize("name", sorted(NORMALISERS))
@given(text=st.one_of(st.text(max_size=300), NEARLY))
@example(text="48" * 11)
@example(text="a 1 m 2 m 3")
@example(text="İ 1")
def test_normalising_twice_is_normalising_once(name: str, text: str) -> None:
    normalise = NORMALISERS[name]
    once = normalise(text)
    if once.problem:
        assert once.change is None
        return
    twice = normalise(shown(once.value))
    assert (twice.problem, twice.value, twice.change) == (
        None,
        once.value,
        None,
    ) or not text.strip()


@given(st.text(max_size=80))
def test_any_cell_can_be_looked_at(text: str) -> None:
    problem = checks.cell_problem(Field.NAME, text)
    assert problem is None or problem.value == text.strip()
    assert checks.unwrapped(text) in text
    assert {one.field for one in checks.label_warnings(receiver(company=text))} <= {Field.COMPANY}


@given(
    st.from_regex(r"(ul\. )?[A-ZŁŚ][a-zęó]{2,12}( [A-Z][a-z]{2,9})?", fullmatch=True),
    st.from_regex(r"[1-9][0-9]{0,2}[A-F]?", fullmatch=True),
    st.from_regex(r"[1-9][0-9]?", fullmatch=True),
    st.sampled_from(["/", " / ", " m. ", " m ", " lok. ", ", m. ", " lok.", "m"]),
)
def test_every_way_to_write_a_flat(street: str, number: str, flat: str, mark: str) -> None:
    line = checks.street(f"{street} {number}{mark}{flat}").value
    assert line == StreetLine(street, f"{number}/{flat}")
