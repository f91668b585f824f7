"""Every error InPost is known to send (API §1.7, §1.8) says why and what to do, in both languages.

From the bytes as ShipX sends them, through the reader, to the sentence a person reads.
"""

from __future__ import annotations

import json
import re
from typing import Final

import pytest

from inpost_desk.domain.stage import payment_failed
from inpost_desk.errors import Refused, Trouble
from inpost_desk.shipx.answers import Answer, trouble_of
from inpost_desk.shipx.reading import read_shipment
from inpost_desk.wording.sentences import field_words, rule_words, trouble_words
from inpost_desk.wording.speech import speak, translate

# Top-level errors with the HTTP status each comes with (§1.7).
ERRORS: Final = (
    ("token_invalid", 401),
    ("access_forbidden", 403),
    ("forbidden", 403),
    ("resource_not_found", 404),
    ("routing_not_found", 404),
    ("invalid_parameter", 400),
    ("validation_failed", 400),
    ("invalid_action", 400),
    ("offer_unavailable", 400),
    ("offer_expired", 400),
    ("transaction_failed", 400),
    ("no_carriers", 400),
    ("carrier_unavailable", 400),
    ("carrier_unavailable", 503),
    ("missing_trucker_id", 400),
    ("company_data_missing", 422),
    ("debt_collection", 422),
    ("label_generation_failed", 400),
    ("label_template_not_found", 400),
    ("label_template_not_found", 404),
    ("label_not_found", 404),
    ("printout_generation_failed", 400),
    ("invalid_status", 400),
    ("does_not_exist", 400),
    ("invalid_range", 400),
    ("cannot_mix_shipments_with_and_without_dispatch_order", 400),
    ("dispatch_point_and_address_cannot_be_mixed", 400),
    ("invalid_end_of_week_collection", 400),
    ("invalid_target_point_for_end_of_week_collection", 400),
    ("invalid_target_point_247_for_end_of_week_collection", 400),
    ("invalid_allegro_for_end_of_week_collection", 400),
    ("Action available only for prepaid users", 400),
    ("internal_server_error", 500),
)
WEEKEND: Final = tuple(key for key, _ in ERRORS if "end_of_week" in key)
# In the details of a failed transaction (§2.9) the same errors come, with nobody having been answered 4xx.
OF_TRANSACTIONS: Final = (
    "debt_collection",
    "company_data_missing",
    "transaction_failed",
    "no_carriers",
    "carrier_unavailable",
    "missing_trucker_id",
)
# The fields that carry keys (§1.8), as paths of a request's body.
FIELDS: Final = (
    *(f"receiver.{one}" for one in ("name", "company_name", "first_name", "last_name")),
    *(f"receiver.{one}" for one in ("email", "phone", "address")),
    *(
        f"receiver.address.{one}"
        for one in ("street", "building_number", "line1", "line2", "post_code", "city")
    ),
    "receiver.address.country_code",
    *(f"sender.{one}" for one in ("name", "company_name", "email", "phone", "address.post_code")),
    *(f"parcels.0.{one}" for one in ("id", "template", "is_non_standard")),
    *(f"parcels.1.dimensions.{one}" for one in ("length", "width", "height", "unit")),
    *(f"parcels.0.weight.{one}" for one in ("amount", "unit")),
    *(f"custom_attributes.{one}" for one in ("target_point", "dropoff_point", "sending_method")),
    *(f"custom_attributes.allegro_{one}" for one in ("transaction_id", "user_id")),
    "cod.amount",
    "insurance.amount",
    "service",
    "reference",
    "comments",
    "mpk",
    "additional_services",
    "end_of_week_collection",
    "offer_id",
    "shipment_ids",
    "shipments",
)
# The keys that any of these may carry.
KEYS: Final = (
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
    "not_an_email",
    "not_found",
    "too_many_characters",
)
# The keys that come in one place.
IN_PLACE: Final = (
    ("custom_attributes.target_point", "invalid_box_machine_function"),
    ("custom_attributes.dropoff_point", "invalid_box_machine_function"),
    ("shipment", "already_bought"),
    ("shipment", "id_0_does_not_exist"),
    ("shipment", "id_14000001_does_not_exist"),
    ("tracking_number", "you_can_not_generate_labels_for_unpaid_shipments"),
    ("shipments", "Już nadane."),
    *(("end_of_week_collection", key) for key in WEEKEND),
)
OF_OFFERS: Final = (
    "sending_method_required",
    "additional_service_email_unavailable",
    "additional_service_sms_unavailable",
    "allegro_email_invalid",
    "parcels_size_invalid",
    "dropoff_and_target_points_must_be_equal",
    "post_code_invalid",
)
# What to do is said by one of these words, which tell somebody to do something (or that nothing is to do).
TELLS: Final = {
    "en": (
        "add ask check choose copy correct do fill give leave look make renew report send set shorten "
        "split start take top try wait write nothing"
    ),
    "pl": (
        "dodaj doładuj odnów podaj popraw poproś poczekaj rozdziel skopiuj skróć sprawdź spróbuj uruchom "
        "utwórz uzupełnij weź wpisz wybierz zapłać zapytaj zgłoszenie zostaw zrezygnuj zwiększ zmniejsz nic"
    ),
}


def _answered(body: object, status: int = 400) -> Trouble:
    content = json.dumps(body, ensure_ascii=False).encode()
    trouble = trouble_of(Answer(status, content, "application/json", {}, ""), change=True)
    assert trouble is not None
    return trouble


def _refused(path: str, key: str) -> dict[str, object]:
    """A body that refuses that field, nested through lists as ShipX nests (§1.6)."""
    leaf: object = [key]
    for step in reversed(path.split(".")):
        leaf = [{step: leaf}]
    assert isinstance(leaf, list)
    return {
        "status": 400,
        "error": "validation_failed",
        "message": "There are some validation errors. Check details object for more info.",
        "details": leaf[0],
    }


def _fault(sentence: str, key: str, language: str) -> str:
    """What is wrong with a sentence, "" where nothing is."""
    fallback, _, _ = translate("rules", "InPost answered “{rule}”.").partition("{rule}")
    if fallback in sentence or key in sentence:
        return f"{key}: no words of its own: {sentence}"
    told = {*re.findall(r"\w+", sentence.casefold())} & set(TELLS[language].split())
    return "" if told and sentence.endswith((".", "?")) else f"{key}: no remedy: {sentence}"


@pytest.fixture(params=["pl", "en"])
def language(request: pytest.FixtureRequest) -> str:
    """Each of the two, spoken."""
    chosen = str(request.param)
    speak(chosen)
    return chosen


def test_every_top_level_error_says_what_to_do(language: str) -> None:
    said = [
        (
            key,
            trouble_words(
                _answered({"status": at, "error": key, "message": "…", "details": None}, at)
            ),
        )
        for key, at in ERRORS
    ]
    assert [fault for key, words in said if (fault := _fault(words, key, language))] == []


def test_every_failed_payment_says_what_to_do(language: str) -> None:
    faults = []
    for key in OF_TRANSACTIONS:
        error: dict[str, object] = {"status": 422, "error": key, "message": key, "details": {}}
        shipment = read_shipment(
            {
                "id": 14000001,
                "status": "offer_selected",
                "transactions": [{"id": 1, "status": "failure", "offer_id": 2, "details": error}],
            }
        )
        assert payment_failed(shipment) == key
        faults.append(_fault(rule_words(payment_failed(shipment)), key, language))
    assert [fault for fault in faults if fault] == []


def test_every_field_and_key_says_which_field_why_and_what_to_do(language: str) -> None:
    pairs = [(path, key) for path in FIELDS for key in KEYS] + list(IN_PLACE)
    faults = []
    for path, key in pairs:
        trouble = _answered(_refused(path, key))
        assert isinstance(trouble, Refused)
        (reason,) = trouble.reasons
        assert reason.field, path
        words = trouble_words(trouble)
        faults.append(_fault(words, key, language))
        # The field by its name, not by ShipX's path.
        name = field_words(reason.field)
        faults.append(f"{path}: no name: {name}" if {"_", "."} & set(name) else "")
        named = words.casefold().startswith(name.casefold()) or key in WEEKEND
        faults.append("" if named else f"{path}: not named: {words}")
    assert [fault for fault in faults if fault] == []


def test_every_reason_of_an_offer_says_what_to_do(language: str) -> None:
    faults = [_fault(rule_words(key), key, language) for key in OF_OFFERS]
    assert [fault for fault in faults if fault] == []


def test_a_weekend_error_reads_the_same_on_top_and_inside(language: str) -> None:
    assert language
    for key in WEEKEND:
        on_top = _answered({"status": 400, "error": key, "message": "…", "details": {}})
        inside = _answered(_refused("end_of_week_collection", key))
        unnamed = _answered({"status": 400, "error": "validation_failed", "details": {"": [key]}})
        assert trouble_words(on_top) == trouble_words(inside) == trouble_words(unnamed)


@pytest.mark.parametrize("action", ["cancel", "update", "select_offer", "buy", "get_label"])
@pytest.mark.parametrize("status", ["confirmed", "offer_selected", "canceled"])
def test_an_action_that_comes_too_late_says_what_to_do(
    language: str, action: str, status: str
) -> None:
    details = {"action": action, "shipment_status": status, "shipment_id": 14000001}
    body = {"status": 400, "error": "invalid_action", "message": "shipment_status_incorrect"}
    words = trouble_words(_answered(body | {"details": details}))
    assert _fault(words, "shipment_status_incorrect", language) == ""


def test_an_error_that_inpost_invents_later_is_shown_as_it_is(language: str) -> None:
    words = trouble_words(_answered({"status": 400, "error": "moon_is_full", "details": {}}))
    assert "moon_is_full" in words
    assert _fault(words, "moon_is_full", language)
