"""Teach me your scanner: what three scans say about it, and that its scans are understood afterwards."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inpost_desk.domain.scan import Key, Reader
from inpost_desk.domain.scan_code import TEACH_CODES, Learned, learned
from inpost_desk.domain.station import ScannerRules

RULES = ScannerRules(bounce=2.0)


def keys(text: str, gap: float) -> list[Key]:
    return [Key(letter, place * gap) for place, letter in enumerate(text)]


def taught(
    change: Callable[[str], str] = str, *, before: str = "", after: str = "\r", gap: float = 0.01
) -> Learned:
    return learned([keys(before + change(code) + after, gap) for code in TEACH_CODES], RULES)


def test_the_codes_show_what_a_keyboard_moves_and_are_no_shipment() -> None:
    digits, letters, marks = TEACH_CODES
    assert set(digits) == set("0123456789")
    assert len(digits) == 24
    assert digits[0] == "0"
    assert set("AQWZYM") <= set(letters.upper())
    assert letters.swapcase() != letters.upper()
    assert set("-/.") <= set(marks)
    assert all(len(one) <= 15 for one in (letters, marks)), "a card has no room for more"


def test_a_usual_scanner_needs_no_other_figures() -> None:
    assert taught() == Learned(gap=35, silence=100, terminator="\r")
    assert taught().good
    assert not taught().slow


@pytest.mark.parametrize(("gap", "figure"), [(0.015, 35), (0.03, 45), (0.1, 115), (0.5, 200)])
def test_a_slow_scanner_gets_headroom(gap: float, figure: int) -> None:
    found = taught(gap=gap)
    assert found.gap == figure
    assert found.silence >= figure
    assert found.slow is (figure > 60)
    assert not taught(before="~", gap=gap).slow


def test_the_slowest_gap_gives_the_silence() -> None:
    bursts = [keys(code + "\n", 0.01) for code in TEACH_CODES]
    bursts[1][4:] = [Key(key.text, key.at + 0.08) for key in bursts[1][4:]]
    assert learned(bursts, RULES).silence == 270
    assert learned([burst[:-1] for burst in bursts], RULES).silence == 180


@given(
    st.text("~]C01#ab", max_size=4),
    st.text("#$ab0", max_size=3),
    st.sampled_from(["", "\r", "\t", "\r\n"]),
    st.booleans(),
    st.floats(0.002, 0.12),
)
def test_afterwards_its_scans_are_understood(
    before: str,
    after: str,
    end: str,
    swapped: bool,
    gap: float,
) -> None:
    found = taught(str.swapcase if swapped else str, before=before, after=after + end, gap=gap)
    assert (found.prefix, found.suffix, found.terminator) == (before, after, end)
    assert found.swapped is swapped
    assert found.good
    rules = found.applied(RULES)
    assert rules.bounce == RULES.bounce
    reader = Reader(rules, lambda _: False)
    sent = keys(f"{before}ZAM-1001{after}{end}", gap)
    scans = [reader.key(key).scan for key in sent]
    scans.append(reader.quiet(sent[-1].at + reader.wait))
    assert [scan.code for scan in scans if scan] == ["ZAM-1001"]


def test_another_keyboards_characters_are_named() -> None:
    german = str.maketrans("yzYZ-/", "zyZYß-")
    found = taught(lambda code: code.translate(german), before="#")
    assert not found.good
    assert set(found.layout_wrong) == {("y", "z"), ("Z", "Y"), ("-", "ß"), ("/", "-")}
    assert found.prefix == "#"


def test_capitals_only_are_named_too() -> None:
    assert ("a", "A") in taught(str.upper).layout_wrong


@pytest.mark.parametrize("place", [0, 1, 2])
def test_a_code_that_lost_a_key_is_to_be_scanned_again(place: int) -> None:
    bursts = [keys(code + "\r", 0.01) for code in TEACH_CODES]
    del bursts[place][3]
    found = learned(bursts, RULES)
    assert found.missed == (place,)
    assert not found.good
    assert found.applied(RULES) is RULES


def test_nothing_and_too_little_are_missed() -> None:
    assert learned([], RULES).missed == (0, 1, 2)
    assert learned([[], [], []], RULES).missed == (0, 1, 2)
    assert learned([keys(TEACH_CODES[0], 0.01)], RULES).missed == (1, 2)
    assert learned([keys(text, 0.2) for text in ("a" * 24, "", "b")], RULES).missed


def test_a_terminator_that_comes_only_sometimes_does_not_count() -> None:
    ends = ("\r", "", "\r")
    bursts = [keys(code + end, 0.01) for code, end in zip(TEACH_CODES, ends, strict=True)]
    found = learned(bursts, RULES)
    assert (found.terminator, found.good) == ("", True)
