"""Where an order stands: what its result line says, and what a ShipX status means for us.

ShipX's statuses are an open set: an unknown one counts as paid and under way, because only the first three
come before payment.
"""

from __future__ import annotations

from enum import StrEnum

from inpost_desk.domain.shipment import Shipment

OFFERS_PREPARED, OFFER_SELECTED = "offers_prepared", "offer_selected"
UNPAID_STATUSES = frozenset({"created", OFFERS_PREPARED, OFFER_SELECTED})
CANCELED = "canceled"

# Payment failures that will hit every further parcel too, so that the run stops (API §1.7).
STOPPING_ERRORS = frozenset({"debt_collection", "company_data_missing", "missing_trucker_id"})


class Mode(StrEnum):
    """How a shipment comes to be paid."""

    ITSELF = ""
    """InPost chooses the only offer and pays by itself."""
    OFFERS = "offers"
    """Offers are prepared, and somebody chooses one."""
    CALL = "call"
    """InPost chooses the only offer, and our call pays for it (`only_choice_of_offer`)."""


class Outcome(StrEnum):
    """The outcome of one input row, as written into the result file."""

    DONE = "done"
    INVALID = "invalid"
    REFUSED = "refused"
    DUPLICATE = "duplicate"
    OFFERED = "offered"
    """InPost has prepared offers, and nobody has bought one yet."""
    REPLACED = "replaced"
    """Bought, but another shipment was bought in its place: this one must not leave."""
    UNPAID = "unpaid"
    UNSURE = "unsure"
    WAITING = "waiting"


class Stage(StrEnum):
    """Where one row of a pile stands, as the Orders table shows it; in the order of the chips."""

    READY = "ready"
    TO_FIX = "to_fix"
    QUESTION = "question"
    """The reference stands on several rows, and nobody has said yet what that means."""
    DUPLICATE = "duplicate"
    """InPost has it already, from elsewhere than this row."""
    HELD = "held"
    SAME_PARCEL = "same_parcel"
    """Goes into the parcel of another row."""
    OFFERED = "offered"
    """Offers are there and nobody has bought one yet."""
    UNDER_WAY = "under_way"
    UNSURE = "unsure"
    UNPAID = "unpaid"
    REFUSED = "refused"
    BOUGHT = "bought"
    BAD_LABEL = "bad_label"
    LABEL = "label"
    """Bought, and its label is stored and was read back."""
    PRINTING = "printing"
    MAYBE_PRINTED = "maybe_printed"
    """The program or the printer stopped on the way: it may be on paper or not."""
    PRINTED = "printed"
    REPLACED = "replaced"
    """Another shipment was bought in its place: this one must not leave."""


def is_paid(shipment: Shipment) -> bool:
    """Whether the label can be had: confirmed or any later status, and not cancelled."""
    return bool(shipment.status) and shipment.status not in UNPAID_STATUSES | {CANCELED}


def payment_failed(shipment: Shipment) -> str:
    """The error key of the last payment attempt if that failed and nothing is under way, else ""."""
    last = shipment.last_transaction
    if is_paid(shipment) or last is None or last.status != "failure":
        return ""
    return last.error or "transaction_failed"


def awaits_choice(mode: str, status: str, transaction_status: str) -> bool:
    """Whether somebody has to choose an offer, or to pay for the one chosen already."""
    chosen_by_hand = mode == Mode.OFFERS and not transaction_status
    return chosen_by_hand and status in {OFFERS_PREPARED, OFFER_SELECTED}


def awaits_our_call(mode: str, status: str, transaction_status: str) -> bool:
    """Whether InPost has chosen the only offer and leaves the paying to us."""
    return mode == Mode.CALL and status == OFFER_SELECTED and not transaction_status


def unavailable_reasons(shipment: Shipment) -> tuple[str, ...]:
    """Why no offer can be bought: only where offers were prepared and every one is unavailable."""
    if shipment.status != OFFERS_PREPARED or not shipment.offers:
        return ()
    if any(offer.status != "unavailable" for offer in shipment.offers):
        return ()
    return tuple(reason for offer in shipment.offers for reason in offer.reasons) or (
        "offer_unavailable",
    )
