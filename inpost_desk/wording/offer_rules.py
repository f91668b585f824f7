"""What is said of offers, of changes to shipments not paid yet, and of replaced shipments, in English."""

from __future__ import annotations

from typing import Final

from inpost_desk.wording.speech import QT_TRANSLATE_NOOP, translate

OFFER_RULES: Final[dict[str, str]] = {
    "choose_offer": QT_TRANSLATE_NOOP(
        "rules", "the offers are there and nothing is bought yet; choose one."
    ),
    "choose_offers": QT_TRANSLATE_NOOP(
        "rules", "not sent yet; first choose the offers that wait, then start again."
    ),
    "payment_not_taken": QT_TRANSLATE_NOOP(
        "rules", "InPost did not take up the purchase and nothing was paid; buy again."
    ),
    "replaced": QT_TRANSLATE_NOOP(
        "rules", "another shipment was bought in its place; do not send this one."
    ),
    "draft_not_ready": QT_TRANSLATE_NOOP(
        "rules", "this shipment is not filled in to the end; open it and correct it."
    ),
    "cannot_be_cancelled": QT_TRANSLATE_NOOP(
        "rules", "InPost does not cancel a shipment in this status; nothing was changed."
    ),
    "not_cancelled": QT_TRANSLATE_NOOP(
        "rules", "InPost did not cancel it and nothing was changed; try again."
    ),
}

# What becomes of the money for a shipment that was replaced (`actions.replace`).
MONEY_BACK: Final[dict[str, str]] = {
    "cancelled": QT_TRANSLATE_NOOP("rules", "InPost cancelled the old shipment."),
    "no_charge_back": QT_TRANSLATE_NOOP(
        "rules",
        "The old shipment stays paid; no way to have the money back is known. Do not use its label.",
    ),
}


def money_back_words(what: str) -> str:
    """What becomes of the money for the old shipment, "" while that is still good."""
    return translate("rules", MONEY_BACK[what]) if what else ""
