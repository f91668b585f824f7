"""What courier pickups and hand-overs say: how an order stands, why a parcel cannot go, what a scan meant.

Every sentence about trouble ends with what to do. Which of them is due is decided elsewhere.
"""

from __future__ import annotations

import re
from typing import Final

from inpost_desk.domain.hand_over import Left, ScanLine, Scanned
from inpost_desk.domain.pickup import IN_ORDER, NotReady, PickupState
from inpost_desk.wording.refusals import ERRORS, VALIDATION
from inpost_desk.wording.sentences import field_words, status_words
from inpost_desk.wording.speech import QT_TRANSLATE_NOOP, translate

STATES: Final = {
    PickupState.SENDING: QT_TRANSLATE_NOOP("ui", "being ordered"),
    PickupState.UNSURE: QT_TRANSLATE_NOOP("ui", "to be settled"),
    PickupState.NEW: QT_TRANSLATE_NOOP("ui", "waits for InPost"),
    PickupState.SENT: QT_TRANSLATE_NOOP("ui", "courier ordered"),
    PickupState.REJECTED: QT_TRANSLATE_NOOP("ui", "turned down"),
    PickupState.CANCELLED: QT_TRANSLATE_NOOP("ui", "called off"),
    PickupState.REFUSED: QT_TRANSLATE_NOOP("ui", "not accepted"),
    PickupState.MISSED: QT_TRANSLATE_NOOP("ui", "courier did not come"),
}
# What there is to know or to do; "" where the word says it all.
NEXT: Final = {
    PickupState.SENDING: QT_TRANSLATE_NOOP("ui", "InPost is being asked."),
    PickupState.UNSURE: QT_TRANSLATE_NOOP(
        "ui",
        "The answer was lost: InPost may have the order. It is looked up by itself;"
        " do not order these parcels again until then.",
    ),
    PickupState.NEW: QT_TRANSLATE_NOOP(
        "ui", "InPost has the order and has not confirmed it yet. It is followed by itself."
    ),
    PickupState.SENT: "",
    PickupState.REJECTED: QT_TRANSLATE_NOOP(
        "ui", "No courier comes. Order again without the parcels named here."
    ),
    PickupState.CANCELLED: "",
    PickupState.REFUSED: QT_TRANSLATE_NOOP(
        "ui", "No courier comes. Correct what is wrong and order again."
    ),
    PickupState.MISSED: QT_TRANSLATE_NOOP("ui", "Its parcels are ready again: order a courier."),
}
# In the row, and what to do, below the table.
NOT_READY: Final[dict[NotReady, tuple[str, str]]] = {
    NotReady.UNPAID: (
        QT_TRANSLATE_NOOP("ui", "not paid"),
        QT_TRANSLATE_NOOP("ui", "pay for them first, on the Orders page."),
    ),
    NotReady.CANCELLED: (
        QT_TRANSLATE_NOOP("ui", "cancelled"),
        QT_TRANSLATE_NOOP("ui", "do not send them, take the labels off."),
    ),
    NotReady.GONE: (
        QT_TRANSLATE_NOOP("ui", "InPost has it"),
        QT_TRANSLATE_NOOP("ui", "nothing is to be done."),
    ),
    NotReady.REPLACED: (
        QT_TRANSLATE_NOOP("ui", "replaced"),
        QT_TRANSLATE_NOOP(
            "ui", "take the old labels off; the new parcels have labels of their own."
        ),
    ),
    NotReady.IN_LOCKER: (
        QT_TRANSLATE_NOOP("ui", "posted in a Paczkomat"),
        QT_TRANSLATE_NOOP("ui", "the courier does not take them, put them into a Paczkomat."),
    ),
    NotReady.AT_POINT: (
        QT_TRANSLATE_NOOP("ui", "posted at a point"),
        QT_TRANSLATE_NOOP("ui", "the courier does not take them, bring them to a PaczkoPunkt."),
    ),
    NotReady.METHOD_UNKNOWN: (
        QT_TRANSLATE_NOOP("ui", "way of sending unknown"),
        QT_TRANSLATE_NOOP("ui", "InPost has not said it yet; look again in a moment."),
    ),
    NotReady.ORDERED: (
        QT_TRANSLATE_NOOP("ui", "courier ordered"),
        QT_TRANSLATE_NOOP("ui", "a courier comes for them."),
    ),
}
SCANNED: Final = {
    Scanned.HANDED: "",
    Scanned.PART: QT_TRANSLATE_NOOP("ui", "part {part} of {parts}"),
    Scanned.AGAIN: QT_TRANSLATE_NOOP("ui", "second time, not counted"),
    Scanned.FOREIGN: QT_TRANSLATE_NOOP("ui", "strange parcel"),
    Scanned.NOT_READY: QT_TRANSLATE_NOOP("ui", "must not leave"),
    Scanned.RETURN: QT_TRANSLATE_NOOP("ui", "return received"),
    Scanned.RETURN_AGAIN: QT_TRANSLATE_NOOP("ui", "return, received before"),
    Scanned.UNKNOWN: QT_TRANSLATE_NOOP("ui", "no parcel number"),
    Scanned.TAKEN_BACK: QT_TRANSLATE_NOOP("ui", "taken back"),
}
# Why a scan did not count, though the parcel may be the right one.
_COUNTED: Final = {
    "each_number": QT_TRANSLATE_NOOP("ui", "has several parcels: scan the number on each"),
    "not_sent": QT_TRANSLATE_NOOP("ui", "return, never sent by InPost"),
    "closed": QT_TRANSLATE_NOOP("ui", "not counted: the hand-over is closed"),
}
# What to do with the thing in the hand.
IN_HAND: Final = {
    Scanned.HANDED: QT_TRANSLATE_NOOP("ui", "Give it to the courier."),
    Scanned.PART: QT_TRANSLATE_NOOP("ui", "Give it to the courier and scan the other parts."),
    Scanned.AGAIN: QT_TRANSLATE_NOOP("ui", "It counts once; the courier has it."),
    Scanned.FOREIGN: QT_TRANSLATE_NOOP("ui", "Not of this hand-over: keep it here."),
    Scanned.NOT_READY: QT_TRANSLATE_NOOP("ui", "Keep it here, the courier must not take it."),
    Scanned.RETURN: QT_TRANSLATE_NOOP("ui", "Put it to the returns."),
    Scanned.RETURN_AGAIN: QT_TRANSLATE_NOOP("ui", "Put it to the returns."),
    Scanned.UNKNOWN: QT_TRANSLATE_NOOP("ui", "Scan the bar code with the parcel's number."),
    Scanned.TAKEN_BACK: QT_TRANSLATE_NOOP(
        "ui", "Not counted any more: take it back from the courier."
    ),
}
LEFT: Final = {
    Left.STAYS: QT_TRANSLATE_NOOP("ui", "stays for the next pickup"),
    Left.CANCELLED: QT_TRANSLATE_NOOP("ui", "is not sent"),
}
# Nothing was asked of InPost.
WRONG: Final = {
    "none_chosen": QT_TRANSLATE_NOOP(
        "ui", "No parcel is ticked. Tick those the courier is to take."
    ),
    "not_ready": QT_TRANSLATE_NOOP(
        "ui", "Some parcels changed meanwhile and cannot go. They are marked; order the others."
    ),
    "ordered_before": QT_TRANSLATE_NOOP("ui", "A courier was ordered for these parcels before."),
}
# By the status the parcel has instead of the one it should have (API 3.6).
_STATUS_IS: Final = {
    "customerdelivering": (
        QT_TRANSLATE_NOOP(
            "ui", "it is to be posted in a Paczkomat or at a point, the courier cannot take it"
        ),
        QT_TRANSLATE_NOOP("ui", "order without it and put it into a Paczkomat."),
    ),
    **dict.fromkeys(
        ("canceled", "cancelled"),
        (
            QT_TRANSLATE_NOOP("ui", "it was cancelled at InPost"),
            QT_TRANSLATE_NOOP("ui", "order without it and take its label off."),
        ),
    ),
    **dict.fromkeys(
        ("sent", "customersent", "stored", "delivered"),
        (
            QT_TRANSLATE_NOOP("ui", "InPost has it already"),
            QT_TRANSLATE_NOOP("ui", "order without it."),
        ),
    ),
    "created": (
        QT_TRANSLATE_NOOP("ui", "it is not paid yet"),
        QT_TRANSLATE_NOOP("ui", "pay for it first, or order without it."),
    ),
}
_RULES: Final = {
    **dict.fromkeys(
        # The second is InPost's sentence, Polish whatever language was asked for.
        ("already_sent", "Już nadane."),
        (
            QT_TRANSLATE_NOOP("ui", "it is in another pickup order, or InPost has it"),
            QT_TRANSLATE_NOOP(
                "ui", "order without it; look into Manager Paczek for the other order."
            ),
        ),
    ),
    "invalid_status": (
        QT_TRANSLATE_NOOP("ui", "its status does not allow a pickup"),
        QT_TRANSLATE_NOOP("ui", "look at it on the Shipments page, and order without it."),
    ),
    "not_found": (
        QT_TRANSLATE_NOOP("ui", "InPost does not know it"),
        QT_TRANSLATE_NOOP("ui", "order without it."),
    ),
}
# Why there is no order at all: what happened, and what to do. All but the first three are InPost's words.
_OF_ORDER: Final = {
    "absent": (
        QT_TRANSLATE_NOOP("ui", "The order did not reach InPost."),
        QT_TRANSLATE_NOOP("ui", "Its parcels are ready: order again."),
    ),
    "not_sent": (
        QT_TRANSLATE_NOOP("ui", "The order could not be sent to InPost."),
        QT_TRANSLATE_NOOP("ui", "Its parcels are ready: order again once InPost answers."),
    ),
    "not_allowed": (
        QT_TRANSLATE_NOOP("ui", "InPost did not accept the token of this account."),
        QT_TRANSLATE_NOOP(
            "ui", "Its parcels are ready: renew the token in Settings, then order again."
        ),
    ),
    "address_not_served": (
        QT_TRANSLATE_NOOP("ui", "InPost's couriers do not come to this address."),
        QT_TRANSLATE_NOOP("ui", "Check the place or call InPost, then order again."),
    ),
    "debt_collection": (
        QT_TRANSLATE_NOOP("ui", "The balance is too low, or InPost has blocked the account."),
        QT_TRANSLATE_NOOP("ui", "Top up in Manager Paczek or call InPost, then order again."),
    ),
    **dict.fromkeys(
        # The second is InPost's sentence, Polish whatever language was asked for.
        ("already_sent", "Już nadane."),
        (
            QT_TRANSLATE_NOOP("ui", "InPost still has some of these parcels in another order."),
            QT_TRANSLATE_NOOP(
                "ui", "Cancel that order in the list (Ctrl+L), or order again when its day is over."
            ),
        ),
    ),
}
NEVER_THERE: Final = frozenset({"absent", "not_sent", "not_allowed"})
"""Rules of an order that InPost never had: it said nothing about it."""
_KEY: Final = re.compile(r"[a-z0-9]+(_[a-z0-9]+)*")
_STATUS: Final = re.compile(r"status should be (\w+),? but is (\w+)", re.IGNORECASE)


def state_words(state: PickupState) -> str:
    """How an order stands, in one or two words."""
    return translate("ui", STATES[state])


def next_words(state: PickupState) -> str:
    """What happens next, or what is to be done; "" where nothing is."""
    return translate("ui", NEXT[state]) if NEXT[state] else ""


def not_ready_words(why: NotReady) -> str:
    """Why a parcel cannot be fetched, for its row."""
    return translate("ui", NOT_READY[why][0])


def not_ready_sum(why: NotReady, count: int) -> str:
    """How many cannot be fetched for that reason, and what to do with them."""
    fact, remedy = (translate("ui", one) for one in NOT_READY[why])
    words = translate("ui", "{fact}: {count}; {remedy}")
    said = words.format(fact=fact, count=count, remedy=remedy)
    return said[:1].upper() + said[1:]


def rejection_words(rule: str) -> tuple[str, str]:
    """Why InPost turned a parcel down, and what to do. `rule` is ShipX's key or sentence, as it came.

    A reason that nobody wrote words for is shown as InPost gave it.
    """
    if rule.startswith(IN_ORDER):
        words = translate("ui", "InPost has it in order {number} already")
        fact = words.format(number=rule.removeprefix(IN_ORDER))
        return fact, translate("ui", "a courier comes for it.")
    told = _STATUS.search(rule)
    if told is not None:
        known = _STATUS_IS.get(told[2].casefold())
        if known is None:
            status = status_words(told[2].casefold())
            fact = translate("ui", "its status at InPost is: {status}").format(status=status)
            return fact, translate("ui", "order without it.")
    else:
        known = _RULES.get(rule)
    if known is not None:
        return translate("ui", known[0]), translate("ui", known[1])
    said = (VALIDATION | ERRORS).get(rule)
    if said is not None:
        # These bring their remedy with them.
        return translate("rules", said).rstrip("."), ""
    return rule, translate("ui", "order without it.")


def rejection_sentence(reference: str, rule: str) -> str:
    """The same in one line with the parcel's name in front; without one it is about the order itself."""
    if not reference:
        return order_words(rule)
    fact, remedy = rejection_words(rule)
    said = "; ".join(part for part in (fact.rstrip("."), remedy) if part)
    return translate("ui", "{reference}: {words}").format(reference=reference, words=said)


def order_words(rule: str, *, field: str = "") -> str:
    """Why there is no order as a whole, and what to do. `rule` and `field` as in `PickupLine`.

    A reason that nobody wrote words for is shown as InPost gave it; "": it gave none.
    """
    if not rule:
        return translate(
            "ui",
            "InPost did not say why. Check the place and the data or call InPost, then order again.",
        )
    if rule in _OF_ORDER:
        return " ".join(translate("ui", one) for one in _OF_ORDER[rule])
    named = field_words(field) if field not in ("", "dispatch_order", "base") else ""
    if rule in VALIDATION:
        fact = translate("rules", VALIDATION[rule]).rstrip(".")
    else:
        # A key of InPost's reads like words.
        fact = rule.replace("_", " ") if _KEY.fullmatch(rule) else rule.rstrip(".")
    if named:
        fact = translate("ui", "{name}: {words}").format(name=named, words=fact)
    words = translate(
        "ui",
        "InPost says of the order: {reason}. Check the place and the data or call InPost, then order"
        " again.",
    )
    return words.format(reason=fact)


def wrong_words(rule: str) -> str:
    """Why nothing was asked of InPost, and what to do."""
    return translate("ui", WRONG[rule])


def scanned_words(line: ScanLine) -> str:
    """What came of a scan, short; "" where the parcel was expected."""
    if line.rule in _COUNTED:
        return translate("ui", _COUNTED[line.rule])
    if line.what is Scanned.TAKEN_BACK and line.operator:
        words = translate("ui", "taken back by {operator}")
        return words.format(operator=line.operator)
    said = SCANNED[line.what]
    return translate("ui", said).format(part=line.part, parts=line.parts) if said else ""


def why_words(line: ScanLine) -> str:
    """Why a parcel of ours must not leave, or is not of this hand-over; "" where there is no reason."""
    return not_ready_words(NotReady(line.rule)) if line.rule in set(NotReady) else ""


def in_hand_words(line: ScanLine) -> str:
    """What to do with what was scanned."""
    return translate("ui", IN_HAND[line.what])


def left_words(left: Left) -> str:
    """What becomes of a parcel that was not scanned."""
    return translate("ui", LEFT[left])
