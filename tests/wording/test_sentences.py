"""Facts become sentences a warehouse worker can act on, in both languages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inpost_desk.domain.order import Change, Field, Problem
from inpost_desk.errors import (
    FileTrouble,
    KeyringTrouble,
    LedgerTrouble,
    NoAnswer,
    NotAllowed,
    Offline,
    PaperTrouble,
    PrinterTrouble,
    QuestionOpen,
    Reason,
    Refused,
    TooFast,
    Trouble,
)
from inpost_desk.wording import sentences
from inpost_desk.wording.speech import speak


@pytest.fixture(autouse=True)
def _polish() -> Iterator[None]:
    speak("pl")
    yield
    speak("en")


def test_a_problem_names_the_column_the_value_and_the_remedy() -> None:
    problem = Problem(Field.COD, "invalid_amount", "12,5,0")
    assert sentences.problem_words(problem, "za_pobraniem") == (
        "za_pobraniem: „12,5,0” – to nie jest kwota; wpisz na przykład 1299,00."
    )
    speak("en")
    assert sentences.problem_words(problem) == (
        "“12,5,0” – this is not an amount; write it like 1299,00."
    )


def test_a_field_may_have_a_remedy_of_its_own() -> None:
    assert "dziewięć" in sentences.rule_words("too_short", field="phone", value="50123")
    assert "dziewięć" not in sentences.rule_words("too_short", field="name", value="x")
    assert "MPK" in sentences.rule_words("does_not_exist", field="mpk")


def test_without_a_value_nothing_is_quoted() -> None:
    assert sentences.rule_words("does_not_exist", field="point").startswith("InPost nie ma")


def test_an_endless_value_is_cut() -> None:
    words = sentences.rule_words("too_long", field="reference", value="R" * 200)
    assert f"{'R' * 60}…”" in words


def test_limits_are_amounts_as_in_poland() -> None:
    words = sentences.rule_words("too_big", field="cod", value="20000", hint="15000")
    assert words.endswith("Najwyżej 15\N{NO-BREAK SPACE}000 zł.")
    words = sentences.rule_words("too_big", value="1", hint="9999999.99")
    assert words.endswith("9\N{NO-BREAK SPACE}999\N{NO-BREAK SPACE}999,99 zł.")


def test_services_and_sending_methods_have_names() -> None:
    words = sentences.rule_words(
        "method_not_for_service", value="parcel_locker", hint="inpost_courier_standard"
    )
    assert words == (
        "„nadanie w Paczkomacie” – ten sposób nadania jest tu niemożliwy; "
        "wybierz inny w ustawieniach (--sending-method). Usługa: kurier standard."
    )
    assert sentences.service_words("inpost_drone") == "inpost_drone"


def test_a_duplicate_names_the_earlier_shipment() -> None:
    assert sentences.rule_words("sent_before", value="41000001").endswith("Przesyłka 41000001.")
    assert "Przesyłka" not in sentences.rule_words("sent_before")


def test_a_rule_of_tomorrow_is_shown_as_it_is() -> None:
    assert (
        sentences.rule_words("moon_phase_invalid") == "InPost odpowiedział: „moon_phase_invalid”."
    )


@given(rule=st.text(max_size=30), value=st.text(max_size=99), hint=st.text(max_size=9))
def test_whatever_comes_there_are_words(rule: str, value: str, hint: str) -> None:
    assert sentences.rule_words(rule, field="cod", value=value, hint=hint).strip()


def test_changes_show_before_and_after() -> None:
    change = Change(Field.COD, "1 299,00 zł", "1299.00")
    assert sentences.change_words(change) == "1 299,00 zł → 1299,00 (ujednolicono zapis)"
    raised = Change(Field.INSURANCE, "100.50", "249.90", "insurance_raised_to_cod")
    assert sentences.change_words(raised).startswith("100,50 → 249,90 (")
    empty = Change(Field.INSURANCE, "", "249.90", "insurance_raised_to_cod")
    assert sentences.change_words(empty).startswith("(puste) → 249,90 (")
    service = Change(
        Field.SERVICE,
        "inpost_locker_standard",
        "inpost_locker_customer_service_point",
        "service_becomes_parcel_point",
    )
    assert sentences.change_words(service).startswith("Paczkomat → PaczkoPunkt (")


def test_moments_are_those_of_warsaw() -> None:
    moment = datetime(2026, 11, 21, 23, 5, tzinfo=UTC)
    assert sentences.moment_words(moment) == "22.11.2026 00:05"
    speak("en")
    assert sentences.moment_words(moment) == "2026-11-22 00:05"


def test_statuses_have_words_and_an_unknown_one_its_key() -> None:
    assert sentences.status_words("confirmed") == "opłacona, jeszcze nienadana"
    assert sentences.status_words("on_the_moon") == "on_the_moon"


def test_a_refusal_names_each_field() -> None:
    refusal = Refused(
        status=400,
        error="validation_failed",
        reasons=(Reason("phone", "invalid_format"), Reason("sender.nickname", "required")),
    )
    words = sentences.trouble_words(refusal)
    assert words.startswith("Telefon: to nie jest polski numer telefonu")
    assert "Sender.nickname: puste pole" in words
    assert "umowy kurierskiej" in sentences.trouble_words(
        Refused(status=400, error="missing_trucker_id")
    )
    assert sentences.trouble_words(Refused(status=400)).startswith("InPost odmówił")


@pytest.mark.parametrize(
    ("action", "status", "said"),
    [
        ("cancel", "confirmed", "It can be cancelled only until it is paid for"),
        ("cancel", "canceled", "The shipment was cancelled at InPost; if the parcel is to go"),
        ("update", "confirmed", "make a new one in its place"),
        ("buy", "created", "its state is: being made"),
        ("select_offer", "stored_on_the_moon", "stored_on_the_moon"),
        ("dance", "confirmed", "look at the shipment again"),
        ("cancel", "", "look at the shipment again"),
    ],
)
def test_an_action_that_is_not_allowed_says_why(action: str, status: str, said: str) -> None:
    speak("en")
    facts = {"action": action, "shipment_status": status}
    words = sentences.trouble_words(Refused(status=400, error="invalid_action", facts=facts))
    assert said in words
    assert words.endswith(".")


def test_an_offer_that_cannot_be_bought_says_what_to_do() -> None:
    speak("en")
    for rule in ("offer_expired", "offer_unavailable", "required", "not_an_integer"):
        words = sentences.rule_words(rule, field=Field.OFFER)
        assert "choose" in words
        assert words != sentences.rule_words(rule)


def test_a_troubles_request_is_named_where_inpost_got_one() -> None:
    assert sentences.trouble_words(NoAnswer("cut", request_id="r-1")).endswith(
        "(zapytanie do InPost r-1)"
    )
    assert "r-1" not in sentences.trouble_words(Offline("no_connection", request_id="r-1"))


TROUBLES = [
    Trouble("odd"),
    Offline("no_connection"),
    Offline("certificate"),
    NoAnswer("timeout"),
    NoAnswer("status_503"),
    TooFast(wait=7.4),
    NotAllowed(status=401),
    NotAllowed(status=403, rule="some_new_rule"),
    NotAllowed("1002", status=403, rule="other_organization"),
    FileTrouble("columns_missing", place="telefon"),
    FileTrouble("quotes", place="orders.csv", detail="12"),
    FileTrouble("new_rule", place="orders.csv"),
    LedgerTrouble("busy", place="ledger.sqlite"),
    LedgerTrouble("failed", place="ledger.sqlite", detail="I/O"),
    KeyringTrouble("failed", detail="DBusError"),
    QuestionOpen("repeated", detail="3"),
    PaperTrouble("damaged"),
    PrinterTrouble("rejecting", place="Zebra"),
    PrinterTrouble("failed", place="Zebra", detail="HTTP 426"),
    Refused(status=404, error="routing_not_found"),
]


@pytest.mark.parametrize("language", ["pl", "en"])
@pytest.mark.parametrize("trouble", TROUBLES, ids=lambda one: f"{type(one).__name__} {one.detail}")
def test_every_kind_of_trouble_is_a_sentence(trouble: Trouble, language: str) -> None:
    speak(language)
    words = sentences.trouble_words(trouble)
    assert words[0].isupper() or words.startswith(getattr(trouble, "place", "") or "?")
    assert words.rstrip()[-1] in ".?"
    assert not re.search(r"[{}]", words)


def test_facts_stand_in_the_sentence() -> None:
    assert "(7 s)" in sentences.trouble_words(TooFast(wait=7.4))
    assert "linia 12" in sentences.trouble_words(
        FileTrouble("quotes", place="orders.csv", detail="12")
    )
    assert "--organization 1002" in sentences.trouble_words(
        NotAllowed("1002", status=403, rule="other_organization")
    )


def test_outcomes_are_short() -> None:
    assert sentences.outcome_words("unsure") == "do wyjaśnienia"
