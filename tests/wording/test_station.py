"""The station's words: no state, rule, answer or line of it is speechless."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

import inpost_desk
from inpost_desk.clock import steady_now
from inpost_desk.domain.station import Act, Answer, Armed, Box, Line, Shown, State
from inpost_desk.ledger.scans import What
from inpost_desk.wording import station
from inpost_desk.wording.station import answer_words, line_words, refused_words, rule_words
from inpost_desk.wording.station_rules import RULES

PACKAGE = Path(inpost_desk.__file__).parent
SPOKEN = {
    State.READY: ("", "armed", "badge"),
    State.BUSY: ("looking", "buying"),
    State.PRINTING: ("",),
    State.PRINTED: ("", "reprinted", "another"),
    State.SENT: ("", "reprinted", "another"),
    State.TOLD: (
        "unknown", "product", "point", "partial", "not_ready", "nothing_last",
        "no_other_printer", "printer_changed", "signed_on", "signed_off", "sign_on_first",
        "badge_unknown", "mode_checking", "mode_shipping", "nothing_late",
    ),
    State.WAITING: ("offline", "unsure", "slow", "late", "label", "paper"),
    State.ASK: ("size", "first_paid", "which"),
    State.ALREADY: ("", "paired"),
    State.PAIR: ("", "verify"),
    State.PAIRED: ("",),
    State.SHOWN: ("number",),
    State.DEAF: ("",),
    State.STOP: (
        "held", "wrong_label", "foreign_label", "replaced", "cancelled_at_inpost",
        "unknown_at_inpost", "problem", "refused", "unpaid", "unsure", "offered", "duplicate",
        "question", "weekend_shut", "held_label", "bad_label", "maybe_printed", "printer", "trouble",
        "not_bought", "closed_pile", "not_allowed",
    ),
}  # fmt: skip


def shown_in_the_program() -> Iterator[tuple[State, str]]:
    """Every state with a rule written out that the station's code makes."""
    for folder in ("actions/station", "ui/station"):
        for path in (PACKAGE / folder).rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text("utf-8"))):
                match node:
                    case ast.Call(
                        func=ast.Name(id="Shown" | "_shown"),
                        args=[
                            ast.Attribute(value=ast.Name(id="State"), attr=str(state)),
                            ast.Constant(value=str(rule)),
                            *_,
                        ],
                    ):
                        yield State[state], rule


@pytest.mark.parametrize(
    ("state", "rule"),
    sorted(
        {(state, rule) for state, rules in SPOKEN.items() for rule in rules}
        | set(shown_in_the_program())
    ),
)
def test_every_rule_has_words_of_its_own(state: State, rule: str) -> None:
    plain = rule_words(Shown(state))
    fact, remedy = rule_words(Shown(state, rule, "value", box=Box("ZK-1"), printer="Zebra"))
    assert fact
    assert remedy
    assert "{" not in fact + remedy
    # What comes after printing is no other to the packer than before it.
    assert state is State.PRINTING or not rule or (fact, remedy) != plain


def test_no_words_are_left_over() -> None:
    known = {f"{state}.{rule}" for state, rules in SPOKEN.items() for rule in rules}
    refused = {f"refused.{why}" for why in ("closed", "dialog", "bounced", "busy", "account")}
    beside = {"printed.elsewhere", *refused}
    found = {f"{state}.{rule}" for state, rule in shown_in_the_program()}
    assert RULES.keys() - known - beside - found == set()


def test_every_state_act_line_and_mode_has_words() -> None:
    words = {station.state_word(state) for state in State}
    assert len(words) == len(State)
    assert all(word == word.upper() for word in words)
    assert station.ACTS.keys() == set(Act)
    assert station.LINES.keys() == {str(what) for what in What}
    assert [station.mode_words(mode) for mode in station.MODES] == ["Shipping", "Label check"]


def test_an_answer_says_what_it_costs() -> None:
    another = Answer("N", Act.ANOTHER, price=Decimal("17.49"), costs=True)
    assert answer_words(another)[1].endswith("it costs 17,49 zł")
    unknown = Answer("N", Act.ANOTHER, costs=True)
    assert answer_words(unknown)[1].endswith("this costs a shipment")
    assert "cost" not in answer_words(Answer("R", Act.REPRINT))[1]


def test_a_fix_and_a_choice_say_their_own_words() -> None:
    assert answer_words(Answer("1", Act.FIX, "0", "KRA01M {x}"))[0] == "KRA01M {x}"
    assert answer_words(Answer("2", Act.CHOOSE, "1", "ZK-1 · Ola"))[0] == "ZK-1 · Ola"
    assert answer_words(Answer("B", Act.SIZE, "B")) == ("Size B", "up to 19 × 38 × 64 cm")


def test_details_come_from_the_words_that_exist_already() -> None:
    _, problem = rule_words(Shown(State.STOP, "problem", "point_closed"))
    assert problem.startswith("This point is closed; choose another one.")
    held, why = rule_words(Shown(State.STOP, "held_label", "wrong_number"))
    assert held == "Another parcel's number"
    assert "must not be stuck" in why
    _, printer = rule_words(Shown(State.STOP, "printer", "unreachable", printer="Zebra 1"))
    assert printer.startswith("Zebra 1 does not answer.")
    _, paper = rule_words(Shown(State.STOP, "printer", "no_such_paper", printer="Zebra 1"))
    assert "()" not in paper
    assert rule_words(Shown(State.STOP, "trouble", "As it was said."))[1] == "As it was said."


def test_a_printer_that_stands_in_is_named() -> None:
    fact, remedy = rule_words(Shown(State.SENT, "", "Zebra 1", printer="Zebra 2"))
    assert (fact, remedy.split(".")[0]) == ("It comes out of Zebra 2", "Zebra 1 cannot print now")


def test_an_earlier_label_says_when_and_by_whom() -> None:
    now = steady_now()
    today, _ = rule_words(Shown(State.ALREADY, earlier=now, by="Ola"))
    assert today.startswith("Printed today ")
    assert today.endswith(", Ola")
    before, _ = rule_words(Shown(State.ALREADY, earlier=datetime(2026, 3, 1, 11, tzinfo=UTC)))
    assert before == "Printed 2026-03-01 12:00"
    assert rule_words(Shown(State.ALREADY, earlier=now - timedelta(days=2)))[0] != today


def test_lines_say_what_was_not_just_printed() -> None:
    at = datetime(2026, 11, 22, 10, tzinfo=UTC)
    assert line_words(Line(at, "printed", "ZK-1", "Ola")) == "Ola"
    assert line_words(Line(at, "reprinted", "ZK-1", "Ola")) == "printed again, Ola"
    assert line_words(Line(at, "stop", "ZK-1", "Ola", "held")) == "held back"
    assert line_words(Line(at, "signed_on", "", by="Ola")) == "signed on, Ola"


def test_what_is_armed_is_said_in_capitals() -> None:
    assert station.armed_words(Armed("C", 3, "on")) == "SIZE C · ×3 · WITH WEEKEND"
    assert station.armed_words(Armed(weekend="off")) == "WITHOUT WEEKEND"
    assert station.armed_words(Armed()) == ""


def test_numbers_end_with_the_four_digits_that_are_compared() -> None:
    assert station.number_parts("6" * 16 + "41875106") == ("… 4187", "5106")
    assert station.number_parts("12345") == ("", "12345")


def test_a_refused_scan_says_why() -> None:
    assert refused_words("closed") == "Not taken. Answer first what is on the screen."
    assert refused_words("never heard of") == refused_words("closed")
