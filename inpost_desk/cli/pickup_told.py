"""Orders for a courier in words and as facts: how each stands, which parcels are to blame, what to do."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from inpost_desk.actions.pickup import Wrong
from inpost_desk.cli.show import complain, say, say_json, table
from inpost_desk.domain.pickup import IN_ORDER, Missed, NotReady, PickupLine, PickupState
from inpost_desk.ledger import history
from inpost_desk.ledger.ledger import Ledger
from inpost_desk.wording.missed import missed_words
from inpost_desk.wording.offers import price_words
from inpost_desk.wording.pickups import (
    next_words,
    not_ready_words,
    rejection_sentence,
    state_words,
)
from inpost_desk.wording.sentences import field_words, moment_words
from inpost_desk.wording.speech import QT_TRANSLATE_NOOP, translate

FAILED: Final = 1
_WRONG: Final = {
    "none_chosen": QT_TRANSLATE_NOOP(
        "cli", "No parcel is ready for a courier; nothing was ordered."
    ),
    "not_ready": QT_TRANSLATE_NOOP(
        "cli", "Nothing was ordered: these parcels cannot go with a courier. Order without them."
    ),
    "ordered_before": QT_TRANSLATE_NOOP(
        "cli",
        "Nothing was ordered: a courier was ordered for these parcels before and did not come. InPost may "
        "charge for both; “--again” orders all the same.",
    ),
}
# What ended an order without a word of InPost's.
_OWN: Final = {
    "absent": QT_TRANSLATE_NOOP(
        "cli", "The order did not reach InPost. Its parcels are ready: order again."
    ),
    "not_sent": QT_TRANSLATE_NOOP(
        "cli", "The order could not be sent. Its parcels are ready: order again."
    ),
    "not_allowed": QT_TRANSLATE_NOOP(
        "cli", "InPost does not allow this token to order a courier; check the account."
    ),
}
# ShipX's name for the field, and what is said of a place it does not take, whatever its reason.
_POINT_FIELD: Final = "dispatch_point_id"
_POINT: Final = QT_TRANSLATE_NOOP(
    "cli",
    "No courier comes: InPost does not take this place. “inpost-desk pickup points” lists yours; one that is "
    "“activated” can be ordered to.",
)

_HEADINGS: Final = (
    QT_TRANSLATE_NOOP("cli", "Number"),
    QT_TRANSLATE_NOOP("cli", "InPost's number"),
    QT_TRANSLATE_NOOP("cli", "Asked for"),
    QT_TRANSLATE_NOOP("cli", "State"),
    QT_TRANSLATE_NOOP("cli", "Parcels"),
    QT_TRANSLATE_NOOP("cli", "Place"),
    QT_TRANSLATE_NOOP("cli", "Price"),
)


def tell_wrong(ledger: Ledger, wrong: Wrong, *, as_json: bool, price: Decimal | None = None) -> int:
    """Why InPost was not asked, with every parcel by name, and what it would cost; the exit code."""
    names = {
        one.id: one.reference or one.tracking_number for one in history.rows(ledger, wrong.ids)
    }
    reasons: dict[int, NotReady] = dict(zip(wrong.ids, wrong.reasons, strict=False))
    if as_json:
        parcels = [
            {"reference": names.get(one, ""), "rule": str(reasons.get(one, ""))}
            for one in wrong.ids
        ]
        say_json({"outcome": wrong.rule, "parcels": parcels, "pickups": list(wrong.pickups)})
    complain(translate("cli", _WRONG[wrong.rule]))
    if price is not None:
        words = translate("cli", "Another courier costs about {price}.")
        complain(words.format(price=price_words(price)))
    for one in wrong.ids:
        reason = reasons.get(one)
        told = f": {not_ready_words(reason)}" if reason is not None else ""
        complain(f"  {names.get(one, one)}{told}")
    return FAILED


def tell_line(line: PickupLine, *, as_json: bool, bad: bool = False) -> None:
    """One order; on standard error where it did not come out as it should."""
    if as_json:
        say_json(facts_of(line))
        if not bad:
            return
    tell = complain if bad else say
    tell(_whole(line))
    for one in line.rejections:
        tell(f"  {rejection_sentence(one.reference or str(one.shipment_id), one.rule)}")
    if line.rule and not line.rejections:
        # That sentence says what to do; no parcels are named that could be left out.
        tell(f"  {_why(line)}")
        return
    if any(one.rule.startswith(IN_ORDER) for one in line.rejections):
        # For those a courier does come, and each says what to do.
        return
    told = next_words(line.state)
    if told:
        tell(told)


def tell_missed(ledger: Ledger, line: PickupLine, missed: Missed, *, as_json: bool) -> None:
    """What came of saying that its courier did not come: refused, or which parcels are not ready again."""
    rows = history.rows(ledger, missed.gone)
    names = [one.reference or one.tracking_number for one in rows]
    if as_json:
        say_json(facts_of(line) | {"outcome": missed.rule or "missed", "gone": names})
    elif not missed.rule:
        tell_line(line, as_json=False)
    if missed.rule:
        complain(_whole(line))
    fact, told = missed_words(missed, str(line.id), ", ".join(names))
    if fact:
        complain(f"{fact} {told}")


def _why(line: PickupLine) -> str:
    """Why there is no courier where it is not on account of parcels."""
    own = _OWN.get(line.rule)
    if own:
        return translate("cli", own)
    if line.field == _POINT_FIELD:
        return translate("cli", _POINT)
    words = rejection_sentence("", line.rule)
    return f"{field_words(line.field)}: {words}" if line.field else words


def tell_lines(lines: Sequence[PickupLine], *, as_json: bool, searched: bool = False) -> None:
    """All of them, newest first; `searched`: only certain ones were asked for."""
    if as_json:
        say_json([facts_of(one) for one in lines])
        return
    if not lines:
        nothing = translate("cli", "There is no such order for a courier.")
        say(nothing if searched else translate("cli", "No courier was ordered yet."))
        return
    rows = [
        (
            str(one.id),
            str(one.order or ""),
            moment_words(one.sent_at),
            state_words(one.state),
            str(one.parcels),
            _place(one),
            _price(one),
        )
        for one in lines
    ]
    table([translate("cli", name) for name in _HEADINGS], rows)


def facts_of(line: PickupLine) -> dict[str, object]:
    """For programs."""
    return {
        "id": line.id,
        "order": line.order,
        "state": str(line.state),
        "status": line.status,
        "sent_at": line.sent_at.isoformat(),
        "parcels": list(line.references),
        "office_hours": line.office_hours,
        "place": line.place,
        "elsewhere": line.elsewhere,
        "price": line.price,
        "field": line.field,
        "rule": line.rule,
        "rejections": [{"reference": one.reference, "rule": one.rule} for one in line.rejections],
    }


def _whole(line: PickupLine) -> str:
    words = translate("cli", "Courier {number} ({order}): {state}; parcels: {count}; {place}.")
    told = words.format(
        number=line.id,
        order=line.order or translate("cli", "no number yet"),
        state=state_words(line.state),
        count=line.parcels,
        place=_place(line),
    )
    if line.ending and line.state in (PickupState.NEW, PickupState.SENT):
        told += " " + translate("cli", "Its end was asked for and is not confirmed yet.")
    return f"{told} {_price(line)}".strip()


def _place(line: PickupLine) -> str:
    """Of an order that was not asked for here only that much is known."""
    return translate("cli", "found at InPost") if line.elsewhere else line.place


def _price(line: PickupLine) -> str:
    return "" if line.price is None else price_words(line.price)
