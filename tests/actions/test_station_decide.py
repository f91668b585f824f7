"""What a scan means, decided from what the ledger knows: each stage, each mode, and what always holds."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inpost_desk.actions.station.decide import (
    PRINTED,
    Asked,
    Buy,
    Exchange,
    Fetch,
    Later,
    Print,
    decide,
    decide_number,
    key_of,
)
from inpost_desk.domain.order import Field
from inpost_desk.domain.scan_code import read_code
from inpost_desk.domain.stage import Stage
from inpost_desk.domain.station import (
    Act,
    Armed,
    Box,
    BuyAt,
    ScannerRules,
    Shown,
    State,
    StationRules,
)
from inpost_desk.ledger.station_find import Found

NOW = datetime(2026, 11, 22, 9, 42, tzinfo=UTC)
NUMBER = "620999000000000041875106"
RULES = StationRules()
NEVER = StationRules(buy_at=BuyAt.NEVER)


def asked(code: str = "R-01") -> Asked:
    return Asked(read_code(code, ScannerRules()), NOW)


def row(stage: Stage = Stage.READY, reference: str = "R-01", place: int = 1) -> Found:
    """An order on the desk, not sent yet."""
    return Found(Box(reference, "Ala"), stage, pile_id=1, row=place, open_pile=True)


def bought(stage: Stage = Stage.LABEL, reference: str = "R-01", number: int = 7) -> Found:
    box = Box(reference, "Ala", size="A", number=NUMBER, shipment_id=number)
    good = stage in {Stage.LABEL, *PRINTED}
    return replace(row(stage, reference, number), box=box, label=good, order_id=number)


def shown(found: Found, question: Asked, rules: StationRules = RULES) -> Shown:
    what = decide([found], question, rules)
    assert isinstance(what, Shown)
    return what


# Stages


def test_what_is_here_prints_and_what_is_not_is_seen_to() -> None:
    assert isinstance(decide([bought()], asked(), RULES), Print)
    assert isinstance(decide([bought(Stage.BOUGHT)], asked(), RULES), Fetch)
    assert isinstance(decide([row()], asked(), RULES), Buy)
    for stage in (Stage.UNPAID, Stage.UNDER_WAY):
        assert isinstance(decide([bought(stage)], asked(), RULES), Buy)


@pytest.mark.parametrize(
    ("stage", "tried", "reason"),
    [
        (Stage.UNSURE, "", "unsure"),
        (Stage.UNSURE, "offline", "unsure"),
        (Stage.BOUGHT, "slow", "label"),
        (Stage.READY, "offline", "offline"),
        (Stage.READY, "slow", "slow"),
        (Stage.UNDER_WAY, "slow", "slow"),
    ],
)
def test_what_cannot_go_on_now_waits_and_says_why(stage: Stage, tried: str, reason: str) -> None:
    what = decide([row(stage)], replace(asked(), tried=tried), RULES)
    assert isinstance(what, Later)
    assert what.reason == reason


@pytest.mark.parametrize(
    ("found", "rule"),
    [
        (row(Stage.HELD), "held"),
        (replace(row(Stage.HELD), rule="weekend_shut"), "weekend_shut"),
        (row(Stage.DUPLICATE), "duplicate"),
        (row(Stage.QUESTION), "question"),
        (row(Stage.OFFERED), "offered"),
        (bought(Stage.REFUSED), "refused"),
        (bought(Stage.BAD_LABEL), "bad_label"),
        (bought(Stage.MAYBE_PRINTED), "maybe_printed"),
        (bought(Stage.REPLACED), "replaced"),
        (replace(bought(), do_not_send=True), "replaced"),
        (replace(bought(), successor=Box("R-01")), "replaced"),
        (replace(bought(), canceled=True), "cancelled_at_inpost"),
        (replace(bought(Stage.PRINTED), canceled=True), "cancelled_at_inpost"),
        (replace(row(), pile_id=None, row=None), "closed_pile"),
        (replace(row(Stage.TO_FIX), field="phone", rule="too_long"), "problem"),
    ],
)
def test_what_must_not_leave_stops(found: Found, rule: str) -> None:
    what = shown(found, asked())
    assert (what.state, what.rule) == (State.STOP, rule)
    assert Act.ACKNOWLEDGE in {one.act for one in what.answers}


# Money


def test_the_first_paid_parcel_of_an_account_is_asked_about_once() -> None:
    unconfirmed = replace(asked(), confirmed=False)
    what = shown(row(), unconfirmed)
    assert (what.state, what.rule) == (State.ASK, "first_paid")
    (buy,) = (one for one in what.answers if one.act is Act.BUY)
    assert (buy.key, buy.costs) == ("K", True)
    assert isinstance(decide([row()], asked(), RULES), Buy)
    # What is paid for already asks nobody.
    assert isinstance(decide([bought()], unconfirmed, RULES), Print)


def test_a_station_that_never_buys_still_prints_what_is_bought() -> None:
    assert shown(row(), asked(), NEVER).rule == "not_bought"
    assert isinstance(decide([bought()], asked(), NEVER), Print)
    assert isinstance(decide([bought(Stage.BOUGHT)], asked(), NEVER), Fetch)
    assert isinstance(decide([bought(Stage.UNDER_WAY)], asked(), NEVER), Buy)


def test_a_lacking_size_is_the_stations_or_asked_for() -> None:
    lacking = replace(row(Stage.TO_FIX), field=Field.SIZE.value, rule="required")
    assert shown(lacking, asked()).rule == "size"
    assert shown(lacking, asked(), NEVER).rule == "not_bought"
    for question, rules in (
        (asked(), StationRules(size="B")),
        (replace(asked(), armed=Armed(size="B")), StationRules(size="C")),
        (replace(asked(), cells={Field.SIZE: "B"}), RULES),
    ):
        what = decide([lacking], question, rules)
        assert isinstance(what, Buy)
        assert what.cells == {Field.SIZE: "B"}


# What was said before


def test_a_size_opens_an_exchange_where_it_was_bought_in_another() -> None:
    for found in (bought(), replace(bought(Stage.PRINTED), scanned=True)):
        what = decide([found], replace(asked(), armed=Armed("C")), RULES)
        assert isinstance(what, Exchange)
        assert what.size == "C"
        same = decide([found], replace(asked(), armed=Armed("A")), RULES)
        assert not isinstance(same, Exchange)


@pytest.mark.parametrize(("said", "cell"), [("on", "tak"), ("off", "nie")])
def test_weekend_goes_into_the_row(said: str, cell: str) -> None:
    what = decide([row()], replace(asked(), armed=Armed(weekend=said)), RULES)
    assert isinstance(what, Buy)
    assert what.cells == {Field.WEEKEND: cell}


# Labels and pairs


def test_a_label_printed_beforehand_is_paired_first() -> None:
    printed = bought(Stage.PRINTED)
    assert shown(printed, asked()).state is State.PAIR
    once = shown(replace(printed, scanned=True), asked())
    assert (once.state, once.rule) == (State.ALREADY, "")
    assert [one.key for one in once.answers] == ["R", "N", "Esc"]
    assert shown(replace(printed, scanned=True, paired_at=NOW), asked()).rule == "paired"


def test_the_awaited_label_and_no_other_matches() -> None:
    mine, other = bought(Stage.PRINTED), bought(Stage.PRINTED, "R-02", 8)
    question = replace(asked(NUMBER), awaited=mine.box)
    assert decide_number(mine, question).state is State.PAIRED
    wrong = decide_number(other, question)
    assert (wrong.rule, wrong.box, wrong.other) == ("wrong_label", mine.box, other.box)
    foreign = decide_number(None, question)
    assert (foreign.rule, foreign.box, foreign.code) == ("foreign_label", mine.box, NUMBER)
    gone = decide_number(replace(mine, canceled=True), question)
    assert gone.rule == "cancelled_at_inpost"


def test_a_label_alone_is_shown() -> None:
    what = decide_number(bought(Stage.PRINTED), asked(NUMBER))
    assert (what.state, what.rule) == (State.SHOWN, "number")
    assert [one.key for one in what.answers] == ["R", "Esc"]
    old = decide_number(replace(bought(Stage.PRINTED), do_not_send=True), asked(NUMBER))
    assert (old.state, old.rule) == (State.STOP, "replaced")
    assert decide_number(None, asked(NUMBER)).rule == "unknown"


# Several


def test_several_orders_are_chosen_from() -> None:
    some = [row(), replace(row(), pile_id=2), replace(bought(), pile_id=None, row=None)]
    what = decide(some, asked(), RULES)
    assert isinstance(what, Shown)
    assert what.rule == "which"
    assert [one.value for one in what.answers[:-1]] == [key_of(one) for one in some]
    for one in some:
        meant = replace(asked(), chosen=key_of(one))
        assert decide(some, meant, RULES) == decide([one], asked(), RULES)
    gone = decide(some, replace(asked(), chosen="9/9"), RULES)
    assert isinstance(gone, Shown)
    assert gone.rule == "unknown"


def test_of_an_orders_parcels_the_next_one_prints() -> None:
    done = replace(bought(Stage.PRINTED, "R-01-1/2", 7), scanned=True)
    left = bought(Stage.LABEL, "R-01-2/2", 8)
    assert decide([done, left], asked(), RULES) == Print(left)
    both = decide([done, replace(left, stage=Stage.PRINTED, scanned=True)], asked(), RULES)
    assert isinstance(both, Shown)
    assert both.state is State.ALREADY


def test_a_parcel_added_at_the_station_is_no_question() -> None:
    added = replace(bought(Stage.PRINTED, "R-01-2/2", 9), pile_id=None, row=None)
    assert decide([row(), added], asked(), RULES) == decide([row()], asked(), RULES)
    alone = shown(added, asked("R-01-2/2"))
    assert (alone.state, alone.box) == (State.PAIR, added.box)
    by_hand = replace(bought(Stage.PRINTED, "R-01", 9), pile_id=None, row=None)
    what = decide([row(), by_hand], asked(), RULES)
    assert isinstance(what, Shown)
    assert what.rule == "which"


# Whatever comes

FOUNDS = st.builds(
    lambda found, scanned, gone, canceled, rule: replace(
        found, scanned=scanned, do_not_send=gone, canceled=canceled, rule=rule
    ),
    st.one_of(st.builds(row, st.sampled_from(Stage)), st.builds(bought, st.sampled_from(Stage))),
    st.booleans(),
    st.booleans(),
    st.booleans(),
    st.sampled_from(["", "required", "too_long", "weekend_shut"]),
)
QUESTIONS = st.builds(
    lambda checking, size, count, weekend, tried, confirmed: replace(
        asked(),
        checking=checking,
        armed=Armed(size, count, weekend),
        tried=tried,
        confirmed=confirmed,
    ),
    st.booleans(),
    st.sampled_from(["", "A", "C"]),
    st.integers(1, 9),
    st.sampled_from(["", "on", "off"]),
    st.sampled_from(["", "offline", "slow"]),
    st.booleans(),
)
SOME_RULES = st.builds(
    lambda when, size, verify: StationRules(buy_at=when, size=size, verify=verify),
    st.sampled_from(BuyAt),
    st.sampled_from(["", "B"]),
    st.booleans(),
)


@given(FOUNDS, QUESTIONS, SOME_RULES)
def test_whatever_comes(found: Found, question: Asked, rules: StationRules) -> None:
    what = decide([found], question, rules)
    if question.checking:
        assert isinstance(what, Shown)
        assert not {Act.REPRINT, Act.ANOTHER, Act.BUY} & {one.act for one in what.answers}
    if isinstance(what, Print):
        assert found.stage is Stage.LABEL
    if isinstance(what, Buy):
        # Nobody pays unasked, and what was just tried is not tried again without an end.
        assert question.confirmed
        assert not question.tried
        assert rules.buy_at is not BuyAt.NEVER or found.stage is Stage.UNDER_WAY
    if found.do_not_send or found.canceled:
        assert isinstance(what, Shown)
        assert what.state is State.STOP
    if isinstance(what, Shown) and what.closed:
        assert {Act.ACKNOWLEDGE, Act.CANCEL} & {one.act for one in what.answers}
        assert len({one.key for one in what.answers}) == len(what.answers)


@given(st.lists(FOUNDS, min_size=2, max_size=12), QUESTIONS)
def test_of_several_none_is_guessed(founds: list[Found], question: Asked) -> None:
    apart = [replace(one, pile_id=place, row=1) for place, one in enumerate(founds, start=1)]
    some = [one for one in apart if one.stage is not Stage.DUPLICATE] or apart
    what = decide(apart, question, RULES)
    if len(some) > 1:
        assert isinstance(what, Shown)
        assert what.rule == "which"
        chosen = [one.value for one in what.answers if one.act is Act.CHOOSE]
        assert chosen == [key_of(one) for one in some[:9]]
    else:
        assert what == decide(some, question, RULES)
