"""`inpost-desk offers REFERENCE…`: what InPost offers for orders that wait for a choice. Buys nothing."""

from __future__ import annotations

import argparse
from datetime import datetime

from inpost_desk.actions import offers
from inpost_desk.actions.buying import BUYABLE
from inpost_desk.actions.changing import Cancelled, End
from inpost_desk.actions.new_shipment import TYPED
from inpost_desk.actions.offers import Offered
from inpost_desk.actions.send import Terms
from inpost_desk.actions.waiting import Stop
from inpost_desk.cli.ends import OK, code_of, facts_of, words_of
from inpost_desk.cli.meant import unpaid_or_only
from inpost_desk.cli.session import Session, opened
from inpost_desk.cli.show import complain, say, say_json, table
from inpost_desk.cli.stopping import stopping
from inpost_desk.cli.terms import horizon_of, terms_of
from inpost_desk.domain.shipment import Offer
from inpost_desk.domain.stage import UNPAID_STATUSES
from inpost_desk.ledger import changes, report
from inpost_desk.ledger.report import RowStanding
from inpost_desk.wording.offers import offer_name, offer_reason_words, price_words
from inpost_desk.wording.sentences import rule_words, service_words
from inpost_desk.wording.speech import translate

NOT_FOUND = 1


def run(arguments: argparse.Namespace) -> int:
    """Show the offers of each order; with `--renew` those that are too old are made anew first."""
    codes, told = [OK], []
    stop = Stop()
    with opened(arguments) as session, stopping(stop):
        for reference in arguments.references:
            code, facts = _one(arguments, session, reference, stop)
            codes.append(code)
            told += [facts] if facts else []
    if arguments.json:
        say_json(told)
    return max(codes)


def _one(
    arguments: argparse.Namespace, session: Session, reference: str, stop: Stop
) -> tuple[int, dict[str, object] | None]:
    row = unpaid_or_only(session, reference)
    if row is None or row.local_id is None:
        return NOT_FOUND, None
    found = (
        _renewed(arguments, session, row, stop)
        if arguments.renew
        else offers.offers_of(session.ledger, session.client, row.local_id)
    )
    if found is None:
        return NOT_FOUND, None
    if not isinstance(found, Offered):
        complain(words_of(row.reference, found))
        return code_of(found), facts_of(row.reference, found)
    if found.status not in UNPAID_STATUSES:
        complain(_none_wait(row.reference))
        return NOT_FOUND, None
    if not arguments.json:
        say(row.reference)
        show_offers(session, found)
    return OK, offered_facts(session, found)


def _renewed(
    arguments: argparse.Namespace, session: Session, row: RowStanding, stop: Stop
) -> Offered | End | None:
    number = row.local_id or 0
    ledger, client, horizon = session.ledger, session.client, horizon_of(arguments)
    end = offers.renew(ledger, client, number, stop=stop, horizon=horizon)
    return _anew(arguments, session, row, stop) if isinstance(end, Cancelled) else end


def _anew(
    arguments: argparse.Namespace, session: Session, row: RowStanding, stop: Stop
) -> Offered | None:
    """InPost says `canceled`: the same parcel is made once more. None where that is left to `ship`."""
    ledger, client = session.ledger, session.client
    ours = changes.find(ledger, row.local_id or 0)
    offers.make_anew(ledger, client, row.local_id or 0)
    run_id = ours.run_id if ours else None
    if run_id is None or not report.digest_of_run(ledger, run_id).startswith(TYPED):
        # A file's run would send its other orders as well.
        words = translate(
            "cli",
            "{reference}: InPost had cancelled it; it is planned anew. Start “inpost-desk ship” with its "
            "file again to send it.",
        )
        complain(words.format(reference=row.reference))
        return None
    method = session.settings.sending_method or ""
    terms: Terms = terms_of(arguments, session, method)
    found = offers.prepare(ledger, client, run_id, terms=terms, stop=stop)
    fresh = next((one for one in found if one.reference == row.reference), None)
    if fresh is None:
        complain(_none_wait(row.reference))
    return fresh


def _none_wait(reference: str) -> str:
    words = translate(
        "cli",
        "{reference}: no offers wait here; “inpost-desk status {reference}” shows how it stands.",
    )
    return words.format(reference=reference)


def show_offers(session: Session, found: Offered) -> None:
    """The offers in a table, those that can be had first."""
    now = session.client.now()
    columns = [
        translate("cli", "Offer"),
        translate("cli", "Service"),
        translate("cli", "Price"),
        translate("cli", "Time left"),
        translate("cli", "With it"),
        translate("cli", "Why not"),
    ]
    table(columns, [_line(one, now) for one in found.offers])


def _line(offer: Offer, now: datetime) -> list[str]:
    can_be_had = offer.status in BUYABLE
    return [
        str(offer.id),
        offer_name(offer),
        price_words(offer.rate) if can_be_had else "",
        _left_words(offer, now) if can_be_had else "",
        ", ".join(map(service_words, offer.additional_services)),
        _why(offer),
    ]


def _why(offer: Offer) -> str:
    if offer.status == "expired":
        return rule_words("offer_expired", field="offer_id")
    if offer.status == "in_preparation":
        return translate("cli", "InPost is still preparing it.")
    return " ".join(map(offer_reason_words, offer.reasons))


def seconds_left(offer: Offer, now: datetime) -> int | None:
    """How long it can still be bought, None where InPost does not say."""
    if offer.expires_at is None:
        return None
    return max(0, int((offer.expires_at - now).total_seconds()))


def _left_words(offer: Offer, now: datetime) -> str:
    left = seconds_left(offer, now)
    if left is None:
        return ""
    if left == 0:
        return translate("cli", "expired")
    return translate("cli", "{minutes} min").format(minutes=f"{left // 60}:{left % 60:02}")


def offered_facts(session: Session, found: Offered) -> dict[str, object]:
    """For programs."""
    now = session.client.now()
    return {
        "reference": found.reference,
        "status": found.status,
        "selected": found.selected,
        "offers": [
            {
                "id": one.id,
                "service": one.service,
                "carrier": one.carrier,
                "status": one.status,
                "price": one.rate,
                "currency": one.currency,
                "expires_at": one.expires_at.isoformat() if one.expires_at else None,
                "seconds_left": seconds_left(one, now),
                "additional_services": list(one.additional_services),
                "reasons": list(one.reasons),
            }
            for one in found.offers
        ],
    }
