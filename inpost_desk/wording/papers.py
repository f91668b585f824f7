"""Why a shipment is not on a manifest or has no return label, and what to do."""

from __future__ import annotations

from typing import Final

from inpost_desk.wording.sentences import rule_words
from inpost_desk.wording.speech import QT_TRANSLATE_NOOP, translate

LEFT_OUT: Final = {
    "not_at_inpost": QT_TRANSLATE_NOOP("ui", "InPost does not have it: buy it first."),
    "not_paid": QT_TRANSLATE_NOOP("ui", "It is not paid: pay for it first."),
    "cancelled": QT_TRANSLATE_NOOP("ui", "It is cancelled: do not send it."),
    "wrong_status": QT_TRANSLATE_NOOP(
        "ui", "InPost makes no such paper while it is in this state: read its state again."
    ),
    "not_there": QT_TRANSLATE_NOOP(
        "ui",
        "InPost has no such shipment in this account: it was cancelled there, or is another account’s. Look for "
        "it in Manager Paczek.",
    ),
    "printout_generation_failed": QT_TRANSLATE_NOOP(
        "ui",
        "InPost made no manifest of it, as of parcels made elsewhere: print it in Manager Paczek.",
    ),
    "label_generation_failed": QT_TRANSLATE_NOOP(
        "ui", "InPost could not make its label: try again later, or print it in Manager Paczek."
    ),
    "label_template_not_found": QT_TRANSLATE_NOOP(
        "ui",
        "InPost has no such label for this service: let the receiver send it back as a new parcel.",
    ),
    "return_only_courier": QT_TRANSLATE_NOOP(
        "ui",
        "There are return labels for courier services only: let the receiver send it back as a new parcel.",
    ),
    "return_not_allegro": QT_TRANSLATE_NOOP(
        "ui",
        "There are no return labels for Allegro's services: returns of those go through Allegro.",
    ),
}


def left_out_words(rule: str) -> str:
    """The sentence that belongs to a rule of `manifests` or `returns`."""
    return translate("ui", LEFT_OUT[rule]) if rule in LEFT_OUT else rule_words(rule)
