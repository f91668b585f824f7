"""What a code may mean by its looks, and codes that survive any keyboard."""

from __future__ import annotations

import time
from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inpost_desk.domain.scan_code import (
    BADGE_PREFIX,
    LONGEST,
    STEADY,
    Code,
    Command,
    is_product,
    read_code,
    reference_by,
    repaired,
    risky,
)
from inpost_desk.domain.station import Pattern, ScannerRules

NUMBER = "620999012345678901234567"
RULES = ScannerRules()
# The same keys under other layouts, as a scanner set to the American one types them.
LAYOUTS = {
    "german": str.maketrans("yzYZ-/", "zyZYß-"),
    "french": str.maketrans("aqwzmAQWZM1234567890-", "qazw,QAZW?&é\"'(-è_çà)"),
    "czech": str.maketrans("yzYZ1234567890", "zyZY+ěščřžýáíé"),
    "turkish": str.maketrans("i", "ı"),
}


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("command", Command)
def test_a_command_survives_layout_and_caps_lock(command: Command, layout: str) -> None:
    typed = command.value.translate(LAYOUTS[layout])
    for text in (typed, typed.lower(), typed.swapcase()):
        assert read_code(text, RULES) == Code(command.value, command=command)


def test_commands_are_short_and_differ_in_two_letters() -> None:
    assert {len(one) for one in Command} == {7}
    assert all(set(one) <= set(STEADY) for one in Command)
    assert not any(one.startswith(BADGE_PREFIX) for one in Command)
    for one, other in combinations(Command, 2):
        assert sum(a != b for a, b in zip(one, other, strict=True)) >= 2


def test_times_are_named_as_they_count() -> None:
    counts = [one.times for one in Command if one.times]
    assert counts == list(range(2, 10))


def test_a_badge_is_nothing_but_a_badge() -> None:
    assert read_code("deskbxonk", RULES) == Code("DESKBXONK", badge=True)
    assert not read_code(BADGE_PREFIX, RULES).badge


@pytest.mark.parametrize("text", [NUMBER, f"]C0{NUMBER}", f" {NUMBER} "])
def test_twenty_four_digits_are_a_shipments_number(text: str) -> None:
    code = read_code(text, RULES)
    assert (code.number, code.partial, code.product) == (NUMBER, False, False)


@pytest.mark.parametrize("text", [NUMBER[:15], NUMBER[1:], "62\ufffd99", "ZAM\x1d12"])
def test_a_torn_number_or_garbled_text_is_a_part(text: str) -> None:
    code = read_code(text, RULES)
    assert code.partial
    assert not code.number


@pytest.mark.parametrize("text", ["ZAM-1001", "1001", "123", NUMBER + "1"])
def test_an_order_is_only_a_reference(text: str) -> None:
    assert read_code(text, RULES) == Code(text, references=(text,))


@pytest.mark.parametrize(
    "text", ["KRA01M", "kra01m", "POP-WAW364", "WAW171M", "KRA010", "BAT01APP", "BBI05APP"]
)
def test_a_lockers_code_is_recognised(text: str) -> None:
    code = read_code(text, RULES)
    assert (code.point, code.references) == (text.upper(), (text,))


@pytest.mark.parametrize("text", ["ZAM-001", "POP-1", "KRAK01M", "ZAM10012"])
def test_other_texts_are_no_lockers(text: str) -> None:
    assert read_code(text, RULES).point == ""


@pytest.mark.parametrize("text", ["5901234123457", "96385074", "036000291452", "10614141000415"])
def test_goods_have_a_right_check_digit(text: str) -> None:
    assert read_code(text, RULES).product
    assert not is_product(text[:-1] + str((int(text[-1]) + 1) % 10))


def test_patterns_add_references_in_order_and_each_once() -> None:
    rules = ScannerRules(
        patterns=(
            Pattern("path", r"/order/(\d+)"),
            Pattern("again", r"/order/(?P<number>\d+)", r"\g<number>"),
            Pattern("made", r"/(\d+)$", r"ZAM-\1"),
            Pattern("whole", r"\d{4}$"),
            Pattern("nothing", r"^never$"),
        )
    )
    text = "https://shop.example/order/1001"
    assert read_code(text, rules).references == (text, "1001", "ZAM-1001")


@pytest.mark.parametrize("template", [r"\3", r"\g<none>", "\\", r"\g<", r"\q", "  "])
def test_a_wrong_template_makes_nothing(template: str) -> None:
    assert reference_by(Pattern("wrong", r"(\d+)", template), "ZAM1001") == ""


def test_a_group_that_took_no_part_makes_nothing() -> None:
    assert reference_by(Pattern("either", r"ZAM(\d+)|ORD"), "ORD") == ""
    assert reference_by(Pattern("wrong", "("), "ORD") == ""


@pytest.mark.parametrize(
    "expression", ["(a+)+$", "(a|a)*$", "(?:a*)*b", "(a+){2,}b", "a*a*a*a*a*a*=", "(.*,){12}P"]
)
def test_an_expression_that_could_take_for_ever_does_not(expression: str) -> None:
    assert risky(expression)
    began = time.process_time()
    for length in (15, 20, 40, LONGEST, 5000):
        assert reference_by(Pattern("evil", expression), "a" * length + "!") == ""
    assert time.process_time() - began < 3


@pytest.mark.parametrize(
    "expression", [r"(\d+)", r"^(?:ZAM-)?(\d+)$", r"o/(\d+)\?k=.*", r"\+(\d+)"]
)
def test_usual_expressions_are_not_risky(expression: str) -> None:
    assert not risky(expression)


def test_the_case_is_mended_by_rule_and_by_what_is_known() -> None:
    swapped = ScannerRules(swapped=True)
    assert repaired("zam-1001X", swapped) == "ZAM-1001x"
    assert repaired("zam-1001", RULES) == "zam-1001"
    assert repaired("zam-1001", RULES, known={"ZAM-1001"}.__contains__) == "ZAM-1001"
    assert repaired("zam-1001", RULES, known={"zam-1001", "ZAM-1001"}.__contains__) == "zam-1001"
    assert repaired("zam-1001", RULES, known=set[str]().__contains__) == "zam-1001"


@given(st.text(max_size=120), st.text(max_size=8))
def test_nothing_raises(text: str, template: str) -> None:
    rules = ScannerRules(patterns=(Pattern("any", r"(.)(.+)", template),))
    code = read_code(text, rules)
    assert code.command or code.badge or code.references[:1] == ((code.text,) if code.text else ())
    assert len(set(code.references)) == len(code.references)


def test_caps_lock_does_not_hide_an_order_from_a_shops_pattern() -> None:
    rules = ScannerRules(patterns=(Pattern("shop", r"^SHOP-(\d+)$", r"ZK-\1"),))
    assert "ZK-77" in read_code("shop-77", rules).references
    assert read_code(repaired("zk-77", replace(rules, swapped=True)), rules).text == "ZK-77"
