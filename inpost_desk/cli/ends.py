"""What a change to a shipment came to, in words with the next step, as facts, and as an exit code."""

from __future__ import annotations

from typing import Final

from inpost_desk.actions.changing import (
    PAYMENT,
    Bought,
    Busy,
    Cancelled,
    End,
    Expired,
    Failed,
    Pending,
)
from inpost_desk.cli.show import complain, say, say_json
from inpost_desk.domain.order import Field
from inpost_desk.wording.offers import price_words
from inpost_desk.wording.sentences import field_words, rule_words, service_words
from inpost_desk.wording.speech import QT_TRANSLATE_NOOP, translate

OK, FAILED, OPEN = 0, 1, 5

_PAY_AGAIN: Final = QT_TRANSLATE_NOOP(
    "cli", "Then pay once more: “inpost-desk buy {reference} --offer cheapest”."
)
_CHOOSE_AGAIN: Final = QT_TRANSLATE_NOOP(
    "cli", "What can be had: “inpost-desk offers {reference}”; new offers: the same with “--renew”."
)
_LOOK: Final = QT_TRANSLATE_NOOP("cli", "How it stands: “inpost-desk status {reference}”.")
_OF_RULE: Final = {
    "resource_not_found": _LOOK,
    "invalid_action": _LOOK,
    "cannot_be_cancelled": _LOOK,
    "not_cancelled": _LOOK,
    "draft_not_ready": _LOOK,
}


def code_of(end: End) -> int:
    """What it means for whoever called us."""
    match end:
        case Bought():
            return FAILED if end.other else OK
        case Expired() | Pending() | Busy():
            return OPEN
        case _:
            return FAILED


def tell(reference: str, end: End, *, as_json: bool, **more: object) -> int:
    """Say what came of it, and give the exit code; `more` goes into the facts."""
    code = code_of(end)
    if as_json:
        say_json(facts_of(reference, end) | more)
    if code != OK:
        complain(words_of(reference, end))
    elif not as_json:
        say(words_of(reference, end))
    return code


def facts_of(reference: str, end: End) -> dict[str, object]:
    """For programs."""
    facts: dict[str, object] = {"reference": reference, "outcome": type(end).__name__.lower()}
    if isinstance(end, Failed):
        facts |= {"field": end.field, "rule": end.rule}
    if isinstance(end, Bought):
        facts |= {
            "shipment_id": end.shipx_id,
            "tracking_number": end.tracking_number,
            "service": end.service,
            "offer_id": end.offer_id,
            "price": end.price,
            "other_offer": end.other,
        }
    return facts


def words_of(reference: str, end: End) -> str:
    """What came of it and what to do next."""
    match end:
        case Bought():
            return _bought(reference, end)
        case Failed():
            return _failed(reference, end)
        case Expired():
            words = translate(
                "cli",
                "{reference}: the offer has expired (it holds for five minutes); nothing was bought. "
                "New ones: “inpost-desk offers {reference} --renew”.",
            )
        case Cancelled():
            words = translate(
                "cli",
                "{reference}: InPost has cancelled this shipment, and nothing is paid for it. The same parcel "
                "anew: “inpost-desk offers {reference} --renew”.",
            )
        case Pending():
            words = translate(
                "cli",
                "{reference}: InPost has not said yet what came of it. Start the same command again to look; "
                "nothing is bought twice.",
            )
        case _:
            words = translate(
                "cli",
                "{reference}: another window or command is at it; try again when that has ended.",
            )
    return words.format(reference=reference)


def _bought(reference: str, end: Bought) -> str:
    words = translate("cli", "{reference}: bought, {service}, {price}. Parcel {number}.")
    if end.other:
        words = translate(
            "cli",
            "{reference}: another offer than this one had been bought already: {service}, {price}, parcel "
            "{number}. Nothing more was bought; “inpost-desk replace” buys another shipment in its place.",
        )
    return words.format(
        reference=reference,
        service=service_words(end.service),
        price=price_words(end.price),
        number=end.tracking_number,
    )


def _failed(reference: str, end: Failed) -> str:
    why = rule_words(end.rule, field=end.field)
    named = end.field in set(Field) - {Field.OFFER, Field.ROW}
    place = f"{field_words(end.field)}: " if named else ""
    usual = _PAY_AGAIN if end.field == PAYMENT else _CHOOSE_AGAIN if not named else _LOOK
    following = translate("cli", _OF_RULE.get(end.rule, usual)).format(reference=reference)
    return f"{reference}: {place}{why} {following}"
