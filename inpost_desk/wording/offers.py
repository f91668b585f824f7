"""An offer in words: who carries it, what is promised, why it cannot be had and where that is mended."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Final

from inpost_desk.domain.order import Field
from inpost_desk.domain.shipment import Offer
from inpost_desk.wording.sentences import money_words, rule_words, service_words
from inpost_desk.wording.speech import QT_TRANSLATE_NOOP, translate

# Their names are trade marks, the same in every language.
CARRIERS: Final = {
    "inpost_locker": "InPost Paczkomaty",
    "inpost_courier": "InPost Kurier",
    "inpost_letter": "InPost Listy",
}
# What the service's own name says; InPost promises no day in its answer.
_PROMISES: Final = {
    "inpost_courier_express_1000": QT_TRANSLATE_NOOP("ui", "next working day, by 10:00"),
    "inpost_courier_express_1200": QT_TRANSLATE_NOOP("ui", "next working day, by 12:00"),
    "inpost_courier_express_1700": QT_TRANSLATE_NOOP("ui", "next working day, by 17:00"),
    "inpost_courier_standard": QT_TRANSLATE_NOOP("ui", "usually 1–2 working days"),
    "inpost_courier_c2c": QT_TRANSLATE_NOOP("ui", "usually 1–2 working days"),
    "inpost_courier_allegro": QT_TRANSLATE_NOOP("ui", "usually 1–2 working days"),
    "inpost_letter_allegro": QT_TRANSLATE_NOOP("ui", "usually 1–2 working days"),
    "inpost_locker_standard": QT_TRANSLATE_NOOP("ui", "usually 1–2 working days"),
    "inpost_locker_customer_service_point": QT_TRANSLATE_NOOP("ui", "usually 1–2 working days"),
    "inpost_locker_allegro": QT_TRANSLATE_NOOP("ui", "usually 1–2 working days"),
}
# Reasons that only offers have, and those whose usual words speak of the command line.
_REASONS: Final = {
    "sending_method_required": QT_TRANSLATE_NOOP(
        "ui", "This service must know how the parcel leaves; choose the way of sending."
    ),
    "sending_method_invalid": QT_TRANSLATE_NOOP(
        "ui", "This service cannot leave this way; choose another way of sending."
    ),
    "additional_service_sms_unavailable": QT_TRANSLATE_NOOP(
        "ui", "This service has no notice by SMS, and with it the whole offer falls away."
    ),
    "additional_service_email_unavailable": QT_TRANSLATE_NOOP(
        "ui", "This service has no notice by e-mail, and with it the whole offer falls away."
    ),
    "additional_service_insurance_unavailable": QT_TRANSLATE_NOOP(
        "ui", "This service has no extra protection."
    ),
    "multiple_parcels_unavailable": QT_TRANSLATE_NOOP("ui", "This service takes one parcel only."),
    "target_point_required": QT_TRANSLATE_NOOP(
        "ui", "It goes to a Paczkomat; this shipment goes to an address."
    ),
    "target_point_invalid": QT_TRANSLATE_NOOP(
        "ui", "This service does not go to the chosen point."
    ),
    "receiver_address_required": QT_TRANSLATE_NOOP(
        "ui", "It goes to an address; this shipment goes to a Paczkomat."
    ),
    "receiver_email_required": QT_TRANSLATE_NOOP("ui", "The receiver's e-mail address is missing."),
    "receiver_name_required": QT_TRANSLATE_NOOP("ui", "The receiver's name is missing."),
    "allegro_email_invalid": QT_TRANSLATE_NOOP(
        "ui", "The Allegro e-mail address of the buyer is missing."
    ),
    "insurance_required": QT_TRANSLATE_NOOP(
        "ui", "Cash on delivery needs extra protection of at least the same amount."
    ),
    "cod_amount_too_big": QT_TRANSLATE_NOOP(
        "ui", "The cash on delivery is more than this service collects."
    ),
}
_EXTRA_START, _EXTRA_END = "additional_service_", "_unavailable"

MENDS: Final = {
    "parcels_size_invalid": Field.DIMENSIONS,
    "additional_service_sms_unavailable": Field.ADDITIONAL_SERVICES,
    "additional_service_email_unavailable": Field.ADDITIONAL_SERVICES,
    "allegro_email_invalid": Field.EMAIL,
    "receiver_email_required": Field.EMAIL,
    "sending_method_required": Field.SENDING_METHOD,
    "sending_method_invalid": Field.SENDING_METHOD,
}
MEND_KEYS: Final = {
    Field.DIMENSIONS: "Alt+W",
    Field.ADDITIONAL_SERVICES: "Alt+S",
    Field.EMAIL: "Alt+E",
}
_MEND_WORDS: Final = {
    Field.DIMENSIONS: QT_TRANSLATE_NOOP("ui", "Change the dimensions"),
    Field.ADDITIONAL_SERVICES: QT_TRANSLATE_NOOP("ui", "Leave the notices out"),
    Field.EMAIL: QT_TRANSLATE_NOOP("ui", "Fill in the e-mail"),
    Field.SENDING_METHOD: QT_TRANSLATE_NOOP("ui", "Choose the way of sending"),
}


def offer_name(offer: Offer) -> str:
    """The service as the program calls it everywhere, with a capital; a new one as InPost calls it."""
    words = service_words(offer.service)
    if words == offer.service:
        words = offer.service_name or offer.service
    return words[:1].upper() + words[1:]


def carrier_words(offer: Offer) -> str:
    """Who carries it."""
    return CARRIERS.get(offer.carrier, offer.carrier)


def promise_words(offer: Offer) -> str:
    """How soon it is there, as far as the service says."""
    text = _PROMISES.get(offer.service)
    return translate("ui", text) if text else ""


def extras_words(offer: Offer, more: Iterable[str] = ()) -> str:
    """The additional services in it."""
    return ", ".join((*map(service_words, offer.additional_services), *more))


def offer_reason_words(reason: str) -> str:
    """Why an offer cannot be had, in a sentence."""
    text = _REASONS.get(reason)
    if text:
        return translate("ui", text)
    extra = reason.removeprefix(_EXTRA_START).removesuffix(_EXTRA_END)
    if reason == f"{_EXTRA_START}{extra}{_EXTRA_END}" and service_words(extra) != extra:
        words = translate("ui", "This service does not have: {extra}.")
        return words.format(extra=service_words(extra))
    said = rule_words(reason)
    return said[:1].upper() + said[1:]


def mend_words(field: Field) -> str:
    """What is put right for an offer that cannot be had."""
    return translate("ui", _MEND_WORDS[field])


def mend_of(offer: Offer) -> Field | None:
    """Where it is put right, where that is one thing only."""
    fields = {MENDS.get(reason) for reason in offer.reasons}
    return fields.pop() if len(fields) == 1 else None


def price_words(rate: Decimal | None) -> str:
    """31,49 zł; without a rate the account pays by invoice."""
    if rate is None:
        return translate("ui", "by contract")
    return f"{money_words(f'{rate:.2f}')} zł"


def cheapest(offers: Iterable[Offer]) -> Offer | None:
    """The cheapest of several with a price; the first of equals."""
    priced = [one for one in offers if one.rate is not None]
    return min(priced, key=lambda one: one.rate or Decimal(0)) if len(priced) > 1 else None
