"""Answers and problems in a few words."""

from __future__ import annotations

import ast
import inspect

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inpost_desk.domain import fixes as domain_fixes
from inpost_desk.domain.order import Field, Problem
from inpost_desk.domain.pile import Fix
from inpost_desk.wording.fixes import (
    BRIEF,
    DETAILS,
    NAMES,
    TITLES,
    brief_words,
    fix_words,
    metres_words,
    title_words,
)
from inpost_desk.wording.rules import FILE_RULES, HINTS
from inpost_desk.wording.sentences import RULES


def made_rules() -> set[str]:
    """Every rule that the source gives a `Fix`."""
    found = set()
    for node in ast.walk(ast.parse(inspect.getsource(domain_fixes))):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Fix":
            first = node.args[0]
            if isinstance(first, ast.IfExp):
                options: list[ast.expr] = [first.body, first.orelse]
            else:
                options = [first]
            found |= {one.value for one in options if isinstance(one, ast.Constant)}
    return {str(one) for one in found} | {"kind_locker", "kind_courier"}


def test_every_answer_has_words() -> None:
    # These show what they write.
    assert made_rules() - {"write", "as_line", "point"} == set(NAMES)
    assert set(DETAILS) <= made_rules()


def test_every_rule_of_a_file_has_short_words() -> None:
    rules = {key.rpartition(".")[2] for key in FILE_RULES}
    assert rules <= {key.rpartition(".")[2] for key in BRIEF}
    assert {key.rpartition(".")[2] for key in BRIEF} <= {key.rpartition(".")[2] for key in RULES}
    assert {key.rpartition(".")[2] for key in TITLES} <= set(BRIEF)


@pytest.mark.parametrize(
    ("fix", "expected"),
    [
        (
            Fix("point", {Field.POINT: "KRA112M"}, "KRA112M", "Lipska 14, Kraków", 180),
            ("KRA112M · 180 m", "Lipska 14, Kraków"),
        ),
        (Fix("point", {Field.POINT: "KRA112M"}, "KRA112M"), ("KRA112M", "")),
        (
            Fix("write", {Field.PHONE: "501234567"}, "501234567", "0501234567"),
            ("501 234 567", "instead of “0501234567”"),
        ),
        (
            Fix("write", {Field.COD: "1299"}, "1299", "1.299"),
            ("1299 zł", "instead of “1.299”"),
        ),
        (Fix("size", {Field.SIZE: "A"}, "A"), ("Size A", "up to 8 × 38 × 64 cm")),
        (Fix("size", {Field.SIZE: "N"}, "N"), ("Size N", "")),
        (
            Fix("cod_limit", {Field.COD: "5000,00"}, "5000,00"),
            ("Cash on delivery 5\N{NO-BREAK SPACE}000 zł", "the most that is possible"),
        ),
        (
            Fix("insurance_limit", {Field.INSURANCE: "9999999,99"}, "9999999,99"),
            (
                "Extra protection 9\N{NO-BREAK SPACE}999\N{NO-BREAK SPACE}999,99 zł",
                "the most that is possible",
            ),
        ),
        (
            Fix("cut", {Field.REFERENCE: "x" * 100}, "x" * 100, "100"),
            ("Shorten to 100 characters", "x" * 40 + "…"),
        ),
        (Fix("no_weekend", {Field.WEEKEND: "NIE"}), ("NIE: without Paczka w Weekend", "")),
    ],
)
def test_an_answer_in_two_lines(fix: Fix, expected: tuple[str, str]) -> None:
    assert fix_words(fix) == expected


@pytest.mark.parametrize(
    ("metres", "words"),
    [(0, "10 m"), (184, "180 m"), (949, "950 m"), (960, "1.0 km"), (12_340, "12.3 km")],
)
def test_distances(metres: int, words: str) -> None:
    assert metres_words(metres) == words


@pytest.mark.parametrize(
    ("problem", "brief", "title"),
    [
        (
            Problem(Field.PHONE, "too_short", "601 118 22"),
            "601 118 22 – too few digits (8 of 9)",
            "Telephone: too few digits (8 of 9)",
        ),
        (
            Problem(Field.COD, "too_big", "6200", "5000"),
            "6200 – the limit is 5\N{NO-BREAK SPACE}000 zł",
            "Cash on delivery: the limit is 5\N{NO-BREAK SPACE}000 zł",
        ),
        (Problem(Field.SIZE, "required"), "empty in the file", "Size: empty in the file"),
        (Problem(Field.POINT, "point_closed", "KRA054M"), "KRA054M – closed", "KRA054M is closed"),
        (
            Problem(Field.POINT, "post_code_invalid"),
            "InPost does not serve this post code; check it.",
            "Paczkomat or PaczkoPunkt: InPost does not serve this post code; check it.",
        ),
    ],
)
def test_a_problem_in_a_few_words(problem: Problem, brief: str, title: str) -> None:
    words = brief_words(problem.field, problem.rule, value=problem.value, hint=problem.hint)
    assert words == brief
    assert title_words(problem) == title


@given(
    st.sampled_from(sorted({key.rpartition(".")[2] for key in RULES})),
    st.sampled_from(list(Field)),
    st.text(max_size=80),
)
def test_any_problem_has_words(rule: str, field: Field, value: str) -> None:
    hint = "5000" if rule in HINTS else ""
    assert brief_words(field, rule, value=value, hint=hint)
    assert title_words(Problem(field, rule, value, hint))
