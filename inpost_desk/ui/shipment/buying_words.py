"""Why a purchase did not come about, in words, and what Enter does about it."""

from __future__ import annotations

from typing import Final

from inpost_desk.domain.stage import Outcome
from inpost_desk.errors import QuestionOpen, Trouble
from inpost_desk.ui.shipment.purchase import Next, Stuck
from inpost_desk.wording.sentences import field_words, rule_words, trouble_words
from inpost_desk.wording.speech import QT_TRANSLATE_NOOP, translate

_RULES: Final[dict[str, tuple[str, Next]]] = {
    "debt_collection": (
        QT_TRANSLATE_NOOP(
            "ui",
            "Not paid: the balance is too low, or InPost has blocked the account. Top up in Manager Paczek, then pay again.",
        ),
        Next.PAY,
    ),
    "company_data_missing": (
        QT_TRANSLATE_NOOP(
            "ui",
            "Not paid: cash on delivery needs the company's name, address, tax number and bank account. Fill them in in Manager Paczek, then pay again.",
        ),
        Next.PAY,
    ),
    "transaction_failed": (
        QT_TRANSLATE_NOOP("ui", "The payment failed at InPost; nothing was charged. Pay again."),
        Next.PAY,
    ),
    "payment_not_taken": (
        QT_TRANSLATE_NOOP("ui", "InPost has not begun to take the payment. Pay again."),
        Next.PAY,
    ),
    "missing_trucker_id": (
        QT_TRANSLATE_NOOP(
            "ui",
            "Not paid: the account has no courier contract. Ask InPost to activate courier services, then pay again.",
        ),
        Next.PAY,
    ),
    "offer_unavailable": (
        QT_TRANSLATE_NOOP(
            "ui", "InPost does not sell this offer any more; nothing was charged. Ask for new ones."
        ),
        Next.RENEW,
    ),
    "offer_expired": (
        QT_TRANSLATE_NOOP(
            "ui", "The offer has expired and was not bought. Ask for new offers and choose again."
        ),
        Next.RENEW,
    ),
    "not_an_integer": (
        QT_TRANSLATE_NOOP(
            "ui", "InPost did not understand which offer was meant. Ask for new ones and choose."
        ),
        Next.RENEW,
    ),
    "required": (
        QT_TRANSLATE_NOOP("ui", "InPost was told no offer. Ask for new ones and choose one."),
        Next.RENEW,
    ),
    "resource_not_found": (
        QT_TRANSLATE_NOOP(
            "ui",
            "InPost does not find this shipment; at times it does so by mistake. Nothing was charged. Look again.",
        ),
        Next.LOOK,
    ),
    "payment_pending": (
        QT_TRANSLATE_NOOP(
            "ui", "InPost has not said yet whether it is paid. It is not paid twice. Look again."
        ),
        Next.LOOK,
    ),
    "busy": (
        QT_TRANSLATE_NOOP(
            "ui", "Another window or command is at this shipment just now. Look again in a moment."
        ),
        Next.LOOK,
    ),
    "canceled": (
        QT_TRANSLATE_NOOP(
            "ui", "The shipment was cancelled at InPost; nothing was charged. Make it anew."
        ),
        Next.AGAIN,
    ),
}
_UNSURE: Final = QT_TRANSLATE_NOOP(
    "ui",
    "To be settled: InPost's answer was lost, and the shipment may be bought or not. It is never bought "
    "again by itself; look again in a moment.",
)
_BUTTONS: Final = {
    Next.AGAIN: QT_TRANSLATE_NOOP("ui", "Try again"),
    Next.PAY: QT_TRANSLATE_NOOP("ui", "Pay again"),
    Next.RENEW: QT_TRANSLATE_NOOP("ui", "Ask for new offers"),
    Next.LOOK: QT_TRANSLATE_NOOP("ui", "Look again"),
    Next.MEND: QT_TRANSLATE_NOOP("ui", "Put it right"),
}
REPLACED_BEFORE: Final = "replaced_before"
_OFFER_ONLY: Final = frozenset({"required", "not_an_integer"})


def next_of(stuck: Stuck) -> Next:
    """What is to be done about it."""
    if stuck.outcome == Outcome.UNSURE:
        return Next.LOOK
    if stuck.outcome in (Outcome.REFUSED, Outcome.INVALID):
        return Next.MEND
    if stuck.rule in _RULES:
        return _RULES[stuck.rule][1]
    if stuck.outcome == Outcome.UNPAID:
        return Next.PAY
    return Next.LOOK if stuck.local_id else Next.AGAIN


def stuck_words(stuck: Stuck) -> str:
    """The sentence with its next step."""
    if stuck.outcome == Outcome.UNSURE:
        return translate("ui", _UNSURE)
    if stuck.rule in _RULES and (stuck.rule not in _OFFER_ONLY or stuck.field == "offer_id"):
        return translate("ui", _RULES[stuck.rule][0])
    said = rule_words(stuck.rule, field=stuck.field, value=stuck.value)
    name = field_words(stuck.field) if stuck.field and stuck.field != "payment" else ""
    words = f"{name}: {said}" if name else said
    return words[:1].upper() + words[1:]


def is_sent_before(error: Exception | None) -> bool:
    """Whether somebody has to say first that it is meant to be sent once more."""
    return isinstance(error, QuestionOpen) and error.rule == "sent_before"


def trouble_sentence(trouble: Exception) -> str:
    """What ended it early; nothing was bought by that."""
    if is_sent_before(trouble) and isinstance(trouble, QuestionOpen):
        words = translate(
            "ui",
            "A shipment with this reference was sent before, under {number}. "
            "Send it once more only where that is meant.",
        )
        return words.format(number=trouble.detail)
    if isinstance(trouble, QuestionOpen) and trouble.rule == REPLACED_BEFORE:
        return translate("ui", "It was replaced by another shipment before; nothing was bought.")
    if isinstance(trouble, QuestionOpen) and trouble.rule == "sending_method":
        return translate("ui", "Nobody said yet how parcels leave; choose the way of sending.")
    if not isinstance(trouble, Trouble):
        raise trouble
    said = trouble_words(trouble)
    if trouble.may_have_acted:
        return said
    return " ".join((said, translate("ui", "Nothing was bought.")))


def button_words(what: Next) -> str:
    """What the main button says then."""
    return translate("ui", _BUTTONS[what])
