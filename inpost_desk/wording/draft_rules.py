"""What each rule of a shipment typed by hand says in English, besides those a file has too (`rules`)."""

from __future__ import annotations

from typing import Final

from inpost_desk.wording.speech import QT_TRANSLATE_NOOP

DRAFT_RULES: Final[dict[str, str]] = {
    "name_or_company_required": QT_TRANSLATE_NOOP(
        "rules", "a courier needs first and last name, or a company; fill in one of them."
    ),
    "allegro_buyer_required": QT_TRANSLATE_NOOP(
        "rules",
        "Allegro services need the buyer's Allegro e-mail, or the numbers of the purchase and of the buyer; give one.",
    ),
    "parcel_point_not_for_service": QT_TRANSLATE_NOOP(
        "rules", "this service does not go to a PaczkoPunkt; choose a Paczkomat."
    ),
    "becomes_parcel_point": QT_TRANSLATE_NOOP(
        "rules", "this is a PaczkoPunkt, so InPost changes the service; nothing needs doing."
    ),
    "one_parcel_for_service": QT_TRANSLATE_NOOP(
        "rules", "this service takes one parcel each; make several shipments with the same data."
    ),
    "copies_not_for_service": QT_TRANSLATE_NOOP(
        "rules", "a courier takes all parcels in one shipment; add them as parcels."
    ),
    "non_standard_not_for_service": QT_TRANSLATE_NOOP(
        "rules", "this service takes no non-standard parcels; choose another service."
    ),
    "non_standard_needed": QT_TRANSLATE_NOOP(
        "rules",
        "a side is over 120 cm or all three together over 220 cm; mark the parcel as non-standard, which costs more.",
    ),
    "parcel_too_large": QT_TRANSLATE_NOOP(
        "rules", "the parcel is too large for this service; choose another one or split the parcel."
    ),
    "parcel_too_heavy": QT_TRANSLATE_NOOP(
        "rules", "the parcel is too heavy for this service; choose another one or split the parcel."
    ),
    "weight_to_arrange": QT_TRANSLATE_NOOP(
        "rules", "over 30 kg the courier's depot must know beforehand; call InPost."
    ),
    "cod_not_for_service": QT_TRANSLATE_NOOP(
        "rules", "this service has no cash on delivery; leave it out or choose another service."
    ),
    "insurance_not_for_service": QT_TRANSLATE_NOOP(
        "rules", "this service has no extra protection; leave it out or choose another service."
    ),
    "insurance_beyond_usual": QT_TRANSLATE_NOOP(
        "rules", "InPost may refuse so much extra protection, or ask for a contract."
    ),
    "extra_not_for_service": QT_TRANSLATE_NOOP(
        "rules", "this service does not have this additional service; leave it out."
    ),
    "one_delivery_hour": QT_TRANSLATE_NOOP(
        "rules", "only one delivery hour can be asked for; choose one."
    ),
}
