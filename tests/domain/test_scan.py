"""Scans among keys: what is one, what is a person's typing, and that nothing swallows the next scan."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inpost_desk.domain.scan import ENDS, Bounce, Key, Reader, Reading, Scan
from inpost_desk.domain.station import ScannerRules

NUMBER = "620999012345678901234567"
RULES = ScannerRules()
ends = st.sampled_from(sorted(ENDS))
printable = st.characters(min_codepoint=33, max_codepoint=126)
codes = st.text(printable, min_size=6, max_size=40).filter(lambda code: len(set(code)) > 2)
machine_gaps = st.floats(0.0005, 0.035)


def reader(rules: ScannerRules = RULES, *known: str) -> Reader:
    return Reader(rules, frozenset(known).__contains__)


def burst(text: str, gap: float = 0.01, *, at: float = 0.0) -> list[Key]:
    return [Key(letter, at + place * gap) for place, letter in enumerate(text)]


def timed(text: str, gaps: Iterable[float], *, at: float = 0.0) -> list[Key]:
    keys = []
    for letter, gap in zip(text, [*gaps, 0.0], strict=False):
        keys.append(Key(letter, at))
        at += gap
    return keys


def play(into: Reader, keys: Iterable[Key]) -> list[Scan]:
    """As the window does: silence is asked for whenever it has passed, and at the end."""
    found: list[Scan | None] = []
    last: float | None = None
    for key in keys:
        if last is not None and key.at - last >= into.wait:
            found.append(into.quiet(last + into.wait))
        found.append(into.key(key).scan)
        last = key.at
    if last is not None:
        found.append(into.quiet(last + into.wait))
    return [one for one in found if one]


def codes_of(into: Reader, keys: Iterable[Key]) -> list[str]:
    return [scan.code for scan in play(into, keys)]


@given(codes, ends, st.data())
def test_any_machine_fast_code_with_a_terminator_is_one_scan(
    code: str, end: str, data: st.DataObject
) -> None:
    gaps = data.draw(st.lists(machine_gaps, min_size=len(code), max_size=len(code)))
    keys = timed(code + end, gaps, at=5.0)
    (scan,) = play(reader(), keys)
    assert scan == Scan(code, 5.0, keys[-1].at, len(code), ended=True)


@given(codes, st.data())
def test_silence_ends_a_code_too(code: str, data: st.DataObject) -> None:
    gaps = data.draw(st.lists(machine_gaps, min_size=len(code), max_size=len(code)))
    keys = timed(code, gaps)
    (scan,) = play(reader(), keys)
    assert scan == Scan(code, 0.0, keys[-1].at, len(code), ended=False)


@given(
    st.text(printable, min_size=1, max_size=30), st.floats(0.06, 2.0), st.sampled_from(["", "\r"])
)
def test_even_typing_slower_than_a_scanner_is_never_a_scan(text: str, gap: float, end: str) -> None:
    assert play(reader(RULES, text), burst(text + end, gap)) == []


@given(
    st.lists(
        st.tuples(st.sampled_from("ab1-\r\t\n\x08~"), st.floats(0, 1.5), st.booleans()), max_size=60
    ),
    st.sampled_from([RULES, ScannerRules(prefix="~"), ScannerRules(prefix="~~a", suffix="b")]),
    codes,
)
def test_whatever_came_before_the_next_scan_is_found(
    noise: list[tuple[str, float, bool]], rules: ScannerRules, code: str
) -> None:
    into, at = reader(rules), 0.0
    for text, gap, repeat in noise:
        at += gap
        reading = into.key(Key(text, at, repeat))
        assert not reading.hold or text in ENDS
        assert not (reading.hold and reading.fresh)
    code = f"{rules.prefix}x{code}"
    found = codes_of(into, burst(code + "\r", at=at + 3))
    assert found[-1] == code.removeprefix(rules.prefix).removesuffix(rules.suffix)


@given(st.text(printable, min_size=1, max_size=30), st.floats(0.0, 0.3))
def test_characters_are_never_held(text: str, gap: float) -> None:
    into = reader(RULES, text)
    assert not any(into.key(key).hold for key in burst(text, gap))


@given(codes, codes)
def test_two_scanners_at_once_do_not_swallow_the_next_scan(one: str, other: str) -> None:
    both = sorted(burst(one + "\r") + burst(other + "\r", 0.012, at=0.003), key=lambda key: key.at)
    into = reader()
    play(into, both)
    assert codes_of(into, burst(NUMBER + "\r", at=2.0)) == [NUMBER]


def test_only_the_terminator_is_held_and_only_the_first_key_is_fresh() -> None:
    into = reader()
    readings = [into.key(key) for key in burst("ZAM-1001\r")]
    scan = Scan("ZAM-1001", 0.0, 0.08, 8, ended=True)
    assert readings == [Reading(fresh=True), *[Reading()] * 7, Reading(scan, hold=True)]


def test_a_second_terminator_belongs_to_the_scan_but_a_later_enter_to_the_person() -> None:
    into = reader()
    play(into, burst("ZAM-1001\r"))
    assert into.key(Key("\n", 0.09)) == Reading(hold=True)
    assert into.key(Key("\r", 1.5)) == Reading()


def test_a_terminator_after_the_silence_belongs_to_the_scan() -> None:
    into = reader()
    assert codes_of(into, burst("ZAM-1001")) == ["ZAM-1001"]
    assert into.key(Key("\r", 0.25)) == Reading(hold=True)


def test_a_code_whose_silence_nobody_asked_for_comes_with_the_next_key() -> None:
    into = reader()
    for key in burst("ZAM-1001"):
        into.key(key)
    reading = into.key(Key("Z", 0.3))
    assert reading.scan == Scan("ZAM-1001", 0.0, 0.07, 8, ended=False)
    assert reading.fresh
    assert codes_of(into, burst("AM-1002\r", at=0.31)) == ["ZAM-1002"]


@pytest.mark.parametrize("code", ["A1", "12"])
def test_two_characters_are_too_few(code: str) -> None:
    assert play(reader(RULES, code), burst(code + "\r")) == []


def test_three_characters_need_a_terminator_or_a_known_code() -> None:
    assert codes_of(reader(), burst("123\r")) == ["123"]
    assert codes_of(reader(), burst("123")) == []
    assert codes_of(reader(RULES, "123"), burst("123")) == ["123"]
    assert codes_of(reader(RULES, "ZAM"), burst("zam")) == ["zam"]


def test_a_few_rolling_keys_and_enter_are_a_persons() -> None:
    rolled = timed("abc\r", [0.03, 0.02, 0.09])
    assert play(reader(), rolled) == []
    assert play(reader(), timed("123 abc\r", [0.11, 0.13, 0.12, 0.09, 0.03, 0.02, 0.04])) == []


def test_the_mean_may_be_just_the_figure_and_a_little_uneven() -> None:
    uneven = [0.028, 0.045, 0.034, 0.041, 0.03, 0.042] * 4
    assert codes_of(reader(), timed(NUMBER + "\r", uneven)) == [NUMBER]


@pytest.mark.parametrize("place", [0, 1, 11, 22, 23])
def test_one_long_gap_within_the_silence_does_not_break_a_code(place: int) -> None:
    gaps = [0.03] * 24
    gaps[place] = 0.098
    assert codes_of(reader(), timed(NUMBER + "\r", gaps)) == [NUMBER]


def test_typing_before_a_scan_does_not_join_it() -> None:
    typed = burst("nowak", 0.18)
    for pause in (0.06, 0.09, 0.2):
        scanned = burst(NUMBER + "\r", at=typed[-1].at + pause)
        into = reader()
        fresh = [into.key(key).fresh for key in [*typed, *scanned]]
        assert fresh[len(typed)]
        assert codes_of(reader(), [*typed, *scanned]) == [NUMBER]


def test_a_persons_key_within_a_scan_spoils_that_scan_alone() -> None:
    keys = sorted([*burst(NUMBER + "\r"), Key("x", 0.055)], key=lambda key: key.at)
    into = reader()
    assert codes_of(into, keys) == [NUMBER[:6] + "x" + NUMBER[6:]]
    assert codes_of(into, burst(NUMBER + "\r", at=1.0)) == [NUMBER]


@pytest.mark.parametrize("told", [True, False])
@pytest.mark.parametrize("rate", [0.016, 0.033, 0.05])
@pytest.mark.parametrize("delay", [0.25, 0.5, None])
@pytest.mark.parametrize("end", ["", "\r", "x\r"])
def test_a_key_held_down_is_no_scan(
    told: bool,
    rate: float,
    delay: float | None,
    end: str,
) -> None:
    held = burst("7" * 30, rate, at=delay or rate)
    keys = [Key("7", 0.0), *(replace(key, repeat=told) for key in held)]
    keys += burst(end if delay else end.strip("x"), 0.04, at=keys[-1].at + 0.04)
    assert play(reader(), keys) == []


def test_equal_digits_that_the_system_took_for_a_held_key_stay_in_the_code() -> None:
    keys = [
        replace(key, repeat=place in (2, 3)) for place, key in enumerate(burst("62220999\r", 0.001))
    ]
    assert codes_of(reader(), keys) == ["62220999"]


def test_a_known_code_of_equal_digits_is_a_scan() -> None:
    assert codes_of(reader(RULES, "1111"), burst("1111\r", 0.02)) == ["1111"]


def test_a_person_takes_back_a_letter() -> None:
    assert play(reader(), burst("ZAM\x081001\r", 0.01)) != []
    assert codes_of(reader(), burst("ZAM-1001\x08\x08\r", 0.12)) == []


def test_keys_that_write_nothing_change_nothing() -> None:
    keys = [key for one in burst("ZAM-1001\r") for key in (Key("", one.at), one)]
    assert codes_of(reader(), keys) == ["ZAM-1001"]


@pytest.mark.parametrize("prefix", ["~", "]C1", "\x02"])
@pytest.mark.parametrize("gap", [0.002, 0.06, 0.15, 0.3])
@pytest.mark.parametrize("end", ["\r", ""])
def test_a_prefix_makes_it_a_scan_at_any_speed(prefix: str, gap: float, end: str) -> None:
    rules = ScannerRules(prefix=prefix, suffix="#")
    (scan,) = play(reader(rules), burst(f"{prefix}ZAM-1001#{end}", gap))
    assert (scan.code, scan.keys) == ("ZAM-1001", len(prefix) + 9)


def test_a_slow_prefixed_code_waits_longer_for_its_next_key() -> None:
    into = reader(ScannerRules(prefix="~"))
    assert into.wait == pytest.approx(0.1)
    for key in burst("~ZAM-1001", 0.15):
        into.key(key)
    assert into.wait == pytest.approx(0.6)
    assert into.quiet(1.2 + 0.5) is None
    assert into.quiet(1.2 + 0.6) is not None


def test_a_prefix_begins_a_code_after_typing() -> None:
    into = reader(ScannerRules(prefix="~"))
    keys = [*burst("ab", 0.05), *burst("~ZAM-1001\r", 0.06, at=0.1)]
    assert codes_of(into, keys) == ["ZAM-1001"]


def test_new_rules_hold_from_the_next_burst() -> None:
    into = reader()
    slow = burst(NUMBER + "\r", 0.08)
    assert codes_of(into, slow) == []
    into.rules = ScannerRules(gap=90, silence=200)
    assert codes_of(into, burst(NUMBER + "\r", 0.08, at=9.0)) == [NUMBER]


def test_the_same_code_at_once_is_a_bounce() -> None:
    bounce = Bounce(1.5)
    assert not bounce.again("A", 10.0)
    assert not bounce.again("B", 10.5)
    assert bounce.again("A", 11.0)
    assert bounce.again("A", 12.0), "it is still held to the code"
    assert not bounce.again("A", 13.5)
    assert not Bounce(0).again("A", 10.0)
