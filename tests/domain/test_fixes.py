"""Answers of one key: what is offered, what never is, and that an answer ends its problem."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inpost_desk.domain.fixes import MOST, POINT_RULES, NearPoint, alike, fixes, same_fix
from inpost_desk.domain.order import Field, Problem
from inpost_desk.domain.order_row import read_order
from inpost_desk.domain.pile import Fix
from tests.domain.test_order_row import COURIER, LOCKER

ADDRESS = {one: COURIER[one] for one in (Field.NAME, Field.STREET, Field.POST_CODE, Field.CITY)}
NEAR = (
    NearPoint("KRA112M", "Lipska 14", "Kraków", metres=180, payment=False, open_247=True),
    NearPoint("POP-KRA7", "Saska 9", "Kraków", metres=420, payment=True, parcel_point=True),
    NearPoint("KRA201N", "Nowohucka 1", "Kraków", metres=650, payment=True, open_247=False),
    NearPoint("KRA300M", metres=900, payment=True, open_247=True),
)


def answers(base: Mapping[Field, str], **changed: str) -> list[Fix]:
    """The answers to the only problem of a row."""
    cells = {**base, **{Field(name): text for name, text in changed.items()}}
    (problem,) = read_order(cells).problems
    return list(fixes(problem, cells))


@pytest.mark.parametrize(
    ("field", "text", "expected"),
    [
        ("phone", "0501 234 567", ["501234567"]),
        ("phone", "5O1234567", ["501234567"]),
        ("phone", "tel. 501-234-567 (mama)", ["501234567"]),
        ("phone", "+48 0 501 234 567", ["501234567"]),
        ("phone", "501234567 / 602345678", ["501234567", "602345678"]),
        ("phone", "501 234 567 602 345 678", ["501234567", "602345678"]),
        ("phone", "22 123 45 67 wew. 12", ["221234567"]),
        ("phone", "4848501234567", ["501234567"]),
        ("phone", "50123456", []),
        ("phone", "5012345678", []),
        ("phone", "+49 151 12345678", []),
        ("phone", "0049501234567", []),
        ("phone", "5,01E+08", []),
        ("phone", "", []),
        ("phone", "=+48501234567", ["+48501234567"]),
        ("phone", "=A1", []),
        ("email", "Ala <ala@wp.pl>", ["ala@wp.pl"]),
        ("email", "ala @ wp,pl", ["ala@wp.pl"]),
        ("email", "mailto:ala@wp.pl.", ["ala@wp.pl"]),
        ("email", "łucja@wp.pl", ["lucja@wp.pl"]),
        ("email", "ala.gmail.com", ["ala@gmail.com"]),
        ("email", "ala@gmail", ["ala@gmail.com"]),
        ("email", "ala@x.pl; ola@x.pl", ["ala@x.pl", "ola@x.pl"]),
        ("email", "ala kowalska@wp.pl", []),
        ("email", "ala", []),
        ("email", "", []),
        ("point", "Paczkomat KRA 010 (Lipska)", ["KRA010"]),
        ("point", "ŁOD12M, Łódź", ["LOD12M"]),
        ("point", "POP-WAW364 / Wolska", ["POP-WAW364"]),
        ("point", "KRA010, KRA011", []),
        ("point", "", []),
        ("size", "", ["A", "B", "C"]),
        ("size", "M", ["B"]),
        ("size", "XL", ["A", "B", "C"]),
        ("size", "Rozmiar: c", ["C"]),
        ("size", "?", ["A", "B", "C"]),
        ("size", "D", ["C"]),
        ("reference", "x" * 120, ["x" * 100]),
        ("reference", "ZAM\n1", ["ZAM 1"]),
        ("reference", "12", []),
        ("cod", "99,-", ["99"]),
        ("cod", "1'299.00", ["1299.00"]),
        ("cod", "1.299", ["1299"]),
        ("cod", "1O0 zł", ["100"]),
        ("cod", "20 EUR", []),
        ("cod", "1E+02", []),
        ("cod", "n/d", ["NIE"]),
        ("insurance", "none", ["NIE"]),
        ("cod", "-50", ["50", "NIE"]),
        ("cod", "0,50", ["NIE"]),
        ("cod", "6200", ["5000,00", "NIE"]),
        ("insurance", "10000000", ["9999999,99", "NIE"]),
        ("weekend", "może", ["TAK", "NIE"]),
    ],
)
def test_a_locker_row(field: str, text: str, expected: list[str]) -> None:
    found = answers(LOCKER, **{field: text})
    assert [one.cells[Field(field)] for one in found] == expected


@pytest.mark.parametrize(
    ("field", "text", "expected"),
    [
        ("post_code", "33-10", ["33-100"]),
        ("post_code", "30.624", ["30-624"]),
        ("post_code", "3O-624", ["30-624"]),
        ("post_code", "30-624 Kraków", ["30-624"]),
        ("post_code", "306-24", ["30-624"]),
        ("post_code", "12", []),
        ("street", "Lipowa12", ["Lipowa 12"]),
        ("street", "12/3 ul. Lipowa", ["ul. Lipowa 12/3"]),
        ("street", "Lipowa 12 (od podwórza)", ["Lipowa 12"]),
        ("street", "12a", ["Warszawa 12a"]),
        ("street", "3 Maja", []),
        ("street", "Lipowa", []),
        ("name", "Jan_Nowak", ["Jan Nowak", None]),
        ("name", "Nowak,Jan", ["Jan Nowak", None]),
        ("name", "Elektro-Volt", [None]),
        ("name", "x " * 200, [("x " * 128)[:255].strip()]),
        ("company", "=A1", [""]),
        ("city", "x" * 300, ["x" * 255]),
        ("size", "XL", ["D"]),
        ("weekend", "TAK", ["NIE"]),
        ("weekend", "może", ["NIE"]),
        ("email", "ala", [""]),
    ],
)
def test_a_courier_row(field: str, text: str, expected: list[str | None]) -> None:
    found = answers(COURIER, **{field: text})
    assert [one.cells.get(Field(field)) for one in found] == expected


def test_an_address_lets_a_courier_do_what_a_locker_cannot() -> None:
    by_size = answers(LOCKER | ADDRESS, size="D")
    assert [one.rule for one in by_size] == ["by_courier", "size"]
    assert by_size[0].cells == {Field.KIND: "kurier"}
    assert [one.rule for one in answers(LOCKER | ADDRESS, cod="6200")] == [
        "cod_limit", "by_courier", "no_cod",
    ]  # fmt: skip
    older = {field: text for field, text in LOCKER.items() if field is not Field.KIND}
    found = fixes(Problem(Field.SIZE, "size_not_for_service", "D"), older | ADDRESS)
    assert [one.rule for one in found] == ["size"]


def test_post_code_and_town_in_each_others_cell() -> None:
    cells = COURIER | {Field.POST_CODE: "Kraków", Field.CITY: "30-624"}
    problems = read_order(cells).problems
    assert [one.field for one in problems] == [Field.POST_CODE, Field.CITY]
    for problem in problems:
        (fix,) = fixes(problem, cells)
        assert fix.cells == {Field.POST_CODE: "30-624", Field.CITY: "Kraków"}


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({Field.KIND: "inpost locker"}, ["kind_locker"]),
        ({Field.KIND: "Kurier InPost"}, ["kind_courier"]),
        ({Field.KIND: "?"}, ["kind_locker"]),
        ({Field.KIND: "?", Field.POINT: ""}, ["kind_locker", "kind_courier"]),
        ({Field.KIND: "", Field.POINT: ""} | ADDRESS, ["kind_courier"]),
        ({Field.KIND: "?"} | ADDRESS, ["kind_locker", "kind_courier"]),
    ],
)
def test_the_kind_is_known_by_what_is_given(
    changed: Mapping[Field, str], expected: list[str]
) -> None:
    cells = {**LOCKER, **changed}
    (problem,) = (one for one in read_order(cells).problems if one.field is Field.KIND)
    assert [one.rule for one in fixes(problem, cells)] == expected


@pytest.mark.parametrize(
    ("field", "rule", "expected"),
    [
        (Field.POINT, "does_not_exist", ["KRA112M", "POP-KRA7", "KRA201N"]),
        (Field.POINT, "point_closed", ["KRA112M", "POP-KRA7", "KRA201N"]),
        (Field.POINT, "invalid_box_machine_function", ["KRA112M", "POP-KRA7", "KRA201N"]),
        (Field.POINT, "required", ["KRA112M", "POP-KRA7"]),
        (Field.COD, "cod_not_payable_at_point", ["POP-KRA7", "KRA201N", "no_cod"]),
        (
            Field.WEEKEND,
            "invalid_target_point_for_end_of_week_collection",
            ["no_weekend", "KRA112M", "KRA300M"],
        ),
        (
            Field.WEEKEND,
            "invalid_target_point_247_for_end_of_week_collection",
            ["no_weekend", "KRA112M", "KRA300M"],
        ),
        (Field.WEEKEND, "invalid_end_of_week_collection", ["no_weekend"]),
        (Field.SENDING_METHOD, "method_not_for_service", []),
        (Field.KIND, "service_not_in_contract", []),
        (Field.ROW, "too_many_cells", []),
        (Field.MPK, "does_not_exist", []),
    ],
)
def test_what_only_inpost_knows(field: Field, rule: str, expected: list[str]) -> None:
    found = fixes(Problem(field, rule, "KRA054M"), LOCKER, nearest=NEAR)
    assert [one.value or one.rule for one in found] == expected


def test_a_point_with_words_behind_it() -> None:
    cells = LOCKER | {Field.POINT: "KRA010 Lipska"}
    (fix,) = fixes(Problem(Field.POINT, "does_not_exist", "KRA010LIPSKA"), cells)
    assert fix.cells == {Field.POINT: "KRA010"}


def test_a_point_says_how_far_it_is() -> None:
    (fix, *_) = fixes(Problem(Field.POINT, "point_closed", "KRA054M"), LOCKER, nearest=NEAR)
    assert fix == Fix("point", {Field.POINT: "KRA112M"}, "KRA112M", "Lipska 14, Kraków", 180)


def test_lines_of_one_order_say_the_same() -> None:
    problem = Problem(Field.PHONE, "lines_differ", "501234567")
    found = fixes(problem, LOCKER, lines=["602345678", "501 234 567"])
    assert [one.cells for one in found] == [
        {Field.PHONE: "602345678"},
        {Field.PHONE: "501 234 567"},
    ]
    assert fixes(problem, LOCKER) == ()
    assert not alike(problem, problem)


def test_all_alike_get_their_own_answer() -> None:
    cells = LOCKER | {Field.PHONE: "0501234567"}
    other = LOCKER | {Field.PHONE: "0602345678"}
    (problem,), (other_problem,) = read_order(cells).problems, read_order(other).problems
    (fix,) = fixes(problem, cells)
    same = same_fix(fix, problem, other=other_problem, cells=other)
    assert same is not None
    assert same.cells == {Field.PHONE: "602345678"}
    hopeless = LOCKER | {Field.PHONE: "06023456789012"}
    (none,) = read_order(hopeless).problems
    assert alike(problem, none) == (none.rule == problem.rule)
    assert same_fix(fix, problem, other=none, cells=hopeless) is None
    email = Problem(Field.EMAIL, "required")
    assert same_fix(fix, problem, other=email, cells=LOCKER) is None


def test_all_alike_get_the_same_choice() -> None:
    cells = LOCKER | {Field.SIZE: ""}
    (problem,) = read_order(cells).problems
    fix = fixes(problem, cells)[1]
    assert same_fix(fix, problem, other=problem, cells=cells) == fix


def test_another_point_only_for_the_same_point() -> None:
    closed = Problem(Field.POINT, "point_closed", "KRA054M")
    (fix, *_) = fixes(closed, LOCKER, nearest=NEAR)
    assert same_fix(fix, closed, other=Problem(Field.POINT, "point_closed", "kra054m"), cells={})
    elsewhere = Problem(Field.POINT, "point_closed", "WAW01M")
    assert same_fix(fix, closed, other=elsewhere, cells={}) is None


TEXTS = st.one_of(
    st.sampled_from(
        ["", "A", "M", "TAK", "0501234567", "ala@wp,pl", "=1", "=A1", "kurier", "locker", "12a", "Lipowa12",
         "6200", "-5", "1.299", "n/d", "33-10", "Kraków", "KRA010 (x)", "x" * 300, "Jan_Nowak", "5,01E+08"]
    ),
    st.text(max_size=30),
    st.from_regex(r"[-0-9 ./,+O()]{0,20}", fullmatch=True),
)  # fmt: skip
ROWS = st.fixed_dictionaries(
    {}, optional=dict.fromkeys({*LOCKER, *COURIER, Field.COD, Field.WEEKEND}, TEXTS)
)


@given(
    st.sampled_from([LOCKER, COURIER, {**LOCKER, **ADDRESS}]),
    ROWS,
    st.booleans(),
)
def test_an_answer_ends_its_problem(
    base: Mapping[Field, str], changed: dict[Field, str], older: bool
) -> None:
    cells = {**base, **changed}
    if older:
        cells.pop(Field.KIND, None)
    for problem in read_order(cells, lockers_only=older).problems:
        found = fixes(problem, cells, nearest=NEAR)
        assert len(found) <= MOST
        for fix in found:
            left = read_order({**cells, **fix.cells}, lockers_only=older).problems
            assert (problem.field, problem.rule) not in [(one.field, one.rule) for one in left]
            assert not {one.field for one in left} & set(fix.cells)
            same = same_fix(fix, problem, other=problem, cells=cells)
            assert problem.rule in POINT_RULES or fix.rule == "point" or same is not None
