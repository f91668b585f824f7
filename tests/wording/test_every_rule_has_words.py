"""No rule key reaches a user without words: neither one of ours nor one that InPost is known to send."""

from __future__ import annotations

import pytest

from inpost_desk.actions.replace import CANCELLED, NO_CHARGE_BACK
from inpost_desk.actions.send import ACCOUNT_ERRORS
from inpost_desk.domain.order import Field
from inpost_desk.domain.service import COURIER_METHODS, SENDING_METHODS
from inpost_desk.domain.stage import STOPPING_ERRORS, UNPAID_STATUSES, Outcome
from inpost_desk.wording.draft_rules import DRAFT_RULES
from inpost_desk.wording.names import FIELDS, METHODS, PATHS, STATUSES
from inpost_desk.wording.offer_rules import MONEY_BACK, OFFER_RULES, money_back_words
from inpost_desk.wording.refusals import ERRORS, VALIDATION
from inpost_desk.wording.rules import FILE_RULES, HINTS, LABEL_RULES, STANDING_RULES
from inpost_desk.wording.sentences import CHANGES, OUTCOMES, RULES, rule_words
from inpost_desk.wording.troubles import TROUBLES
from tests.wording.rule_sources import Sources

# API §1.7, as the top-level `error` of an answer or of a transaction.
SHIPX_ERRORS = (
    "token_invalid",
    "access_forbidden",
    "forbidden",
    "resource_not_found",
    "routing_not_found",
    "invalid_parameter",
    "validation_failed",
    "invalid_action",
    "offer_unavailable",
    "offer_expired",
    "transaction_failed",
    "no_carriers",
    "carrier_unavailable",
    "missing_trucker_id",
    "company_data_missing",
    "debt_collection",
    "label_generation_failed",
    "label_template_not_found",
    "label_not_found",
    "printout_generation_failed",
    "invalid_status",
    "does_not_exist",
    "invalid_range",
    "cannot_mix_shipments_with_and_without_dispatch_order",
    "dispatch_point_and_address_cannot_be_mixed",
    "invalid_end_of_week_collection",
    "invalid_target_point_for_end_of_week_collection",
    "invalid_target_point_247_for_end_of_week_collection",
    "invalid_allegro_for_end_of_week_collection",
    "action_available_only_for_prepaid_users",
    "internal_server_error",
)
# API §1.8, as leaves of `details`; and §2.8, as reasons of an offer.
SHIPX_KEYS = (
    "required",
    "invalid",
    "invalid_format",
    "too_short",
    "too_long",
    "too_small",
    "too_big",
    "not_a_number",
    "not_an_integer",
    "does_not_exist",
    "invalid_box_machine_function",
    "not_an_email",
    "not_found",
    "too_many_characters",
    "already_bought",
    "id_0_does_not_exist",
    "id_17_does_not_exist",
    "you_can_not_generate_labels_for_unpaid_shipments",
    "sending_method_required",
    "already_sent",
    "taken",
    "additional_service_email_unavailable",
    "additional_service_sms_unavailable",
    "allegro_email_invalid",
    "parcels_size_invalid",
    "dropoff_and_target_points_must_be_equal",
    "post_code_invalid",
)


@pytest.fixture(scope="module")
def found() -> dict[str, set[str]]:
    """The rules of the whole program by family."""
    return Sources().rules()


def test_the_search_sees_every_way_a_rule_takes(found: dict[str, set[str]]) -> None:
    # a literal, a branch, a dict, a function's return, a parameter, a tuple of a judgement, an attribute
    assert {"required", "too_short", "scientific_notation", "wrong_number", "missing"} <= found[
        "rules"
    ]
    assert {"answer_lost", "label_missing", "canceled", "too_old", "unreachable"} <= found["rules"]
    assert {"normalised", "reference_numbered"} <= found["changes"] | {"normalised"}
    assert {"no_permission", "not_a_folder", "zip_bomb", "columns_missing", "no_folder"} <= found[
        "file"
    ]
    assert {"newer", "busy", "network_share"} <= found["ledger"]
    assert {"missing", "locked", "unsafe", "failed"} <= found["keyring"]
    assert found["question"] >= {"repeated", "duplicates", "sending_method", "which_account"}
    assert {"token_invalid", "other_environment", "blocked", "token_missing"} <= found[
        "not_allowed"
    ]


def test_our_rules_have_words(found: dict[str, set[str]]) -> None:
    assert found["rules"] - RULES.keys() == set()
    assert found["changes"] | {"normalised"} == CHANGES.keys()


@pytest.mark.parametrize(
    "family", ["file", "ledger", "keyring", "printer", "question", "not_allowed"]
)
def test_our_troubles_have_words(found: dict[str, set[str]], family: str) -> None:
    wordless = {rule for rule in found[family] if f"{family}.{rule}" not in TROUBLES}
    # "failed" is what is left when nothing better is known: the family's own sentence, with the detail.
    assert wordless - {"failed"} == set()
    assert family in TROUBLES


def test_no_words_are_left_over_from_rules_that_are_gone(found: dict[str, set[str]]) -> None:
    known = found["rules"] | {*SHIPX_ERRORS, *SHIPX_KEYS}
    ours = {
        key.split(".")[-1]
        for key in (FILE_RULES | STANDING_RULES | LABEL_RULES | DRAFT_RULES | OFFER_RULES)
    }
    assert ours - known == set()
    troubles = {key for key in TROUBLES if key.split(".")[0] in found.keys() - {"rules", "changes"}}
    expected = {f"{family}.{rule}" for family, rules in found.items() for rule in rules}
    assert {key for key in troubles if "." in key} - expected == set()
    assert HINTS.keys() <= RULES.keys()


@pytest.mark.parametrize("key", [*SHIPX_ERRORS, *SHIPX_KEYS])
def test_what_shipx_may_answer_has_words(key: str) -> None:
    words = rule_words(key)
    assert key not in words
    assert words.endswith((".", "?"))


def test_what_stops_a_run_has_words() -> None:
    assert ERRORS.keys() >= STOPPING_ERRORS | ACCOUNT_ERRORS


def test_no_key_has_two_meanings() -> None:
    tables = (FILE_RULES, STANDING_RULES, LABEL_RULES, DRAFT_RULES, OFFER_RULES, VALIDATION, ERRORS)
    assert len(RULES) == sum(len(table) for table in tables)


def test_names_are_complete() -> None:
    assert {str(field) for field in Field} == FIELDS.keys()
    assert {str(outcome) for outcome in Outcome} == OUTCOMES.keys()
    assert {*SENDING_METHODS, *COURIER_METHODS} == METHODS.keys()
    assert UNPAID_STATUSES | {"canceled", "confirmed"} <= STATUSES.keys()
    fields = {key.split(".")[0] for key in RULES if "." in key}
    assert fields <= FIELDS.keys() | PATHS.keys()


def test_what_becomes_of_the_money_has_words() -> None:
    assert {CANCELLED, NO_CHARGE_BACK} == MONEY_BACK.keys()
    assert money_back_words("") == ""
    assert money_back_words(CANCELLED) != money_back_words(NO_CHARGE_BACK)
