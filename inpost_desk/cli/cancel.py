"""`inpost-desk cancel REFERENCE`: a shipment that is not paid is cancelled at InPost."""

from __future__ import annotations

import argparse

from inpost_desk.actions import offers
from inpost_desk.actions.changing import Bought, Cancelled
from inpost_desk.actions.waiting import Stop
from inpost_desk.cli.ends import FAILED, OK, facts_of, tell
from inpost_desk.cli.meant import unpaid_or_only
from inpost_desk.cli.session import opened
from inpost_desk.cli.show import complain, say, say_json
from inpost_desk.cli.stopping import stopping
from inpost_desk.cli.terms import horizon_of
from inpost_desk.wording.speech import translate

NOT_FOUND = 1


def run(arguments: argparse.Namespace) -> int:
    """Cancel it and say what it became: a purchase under way may overtake the cancellation."""
    stop = Stop()
    with opened(arguments) as session, stopping(stop):
        row = unpaid_or_only(session, arguments.reference)
        if row is None or row.local_id is None:
            return NOT_FOUND
        ledger, client, horizon = session.ledger, session.client, horizon_of(arguments)
        end = offers.cancel(ledger, client, row.local_id, stop=stop, horizon=horizon)
    if not isinstance(end, Cancelled | Bought):
        return tell(row.reference, end, as_json=arguments.json)
    if arguments.json:
        say_json(facts_of(row.reference, end))
    if isinstance(end, Bought):
        words = translate(
            "cli",
            "{reference}: it is bought (parcel {number}), and InPost cancels only what is not paid. "
            "“inpost-desk replace {reference}” buys another shipment in its place.",
        )
        complain(words.format(reference=row.reference, number=end.tracking_number))
        return FAILED
    if not arguments.json:
        words = translate("cli", "{reference}: cancelled at InPost; nothing is paid for it.")
        say(words.format(reference=row.reference))
    return OK
