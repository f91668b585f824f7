"""`inpost-desk buy REFERENCE --offer ID|cheapest`: one offer of one order, bought once."""

from __future__ import annotations

import argparse
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final

from inpost_desk.actions import offers
from inpost_desk.actions.buying import BUYABLE
from inpost_desk.actions.changing import Bought, End, Expired, Failed
from inpost_desk.actions.offers import CHEAPEST, Offered
from inpost_desk.actions.waiting import Stop
from inpost_desk.cli.ends import OK, OPEN, tell
from inpost_desk.cli.meant import is_bought, put_label, unpaid_or_only, with_label
from inpost_desk.cli.offers import offered_facts, show_offers
from inpost_desk.cli.outputs import make_sure_of_place
from inpost_desk.cli.session import Session, opened
from inpost_desk.cli.show import complain, say, say_json
from inpost_desk.cli.stopping import stopping
from inpost_desk.cli.terms import horizon_of
from inpost_desk.domain.order import Field
from inpost_desk.domain.shipment import OfferId
from inpost_desk.domain.stage import UNPAID_STATUSES, Mode, Outcome
from inpost_desk.ledger import changes
from inpost_desk.ledger.changes import Ours
from inpost_desk.wording.speech import translate

NOT_FOUND, USAGE = 1, 2
NOTHING: Final = OfferId(0)
"""Stands for no offer: of a shipment that is paid it finds out what was bought."""


def run(arguments: argparse.Namespace) -> int:
    """Buy the offer, fetch the label; the same command again buys nothing more."""
    if not _is_offer(arguments.offer):
        complain(_no_offer(arguments))
        return USAGE
    if arguments.output:
        make_sure_of_place(Path(arguments.output))
    stop = Stop()
    with opened(arguments) as session, stopping(stop):
        row = unpaid_or_only(session, arguments.reference)
        ours = changes.find(session.ledger, row.local_id or 0) if row else None
        if row is None or ours is None:
            return NOT_FOUND
        by_itself = ours.mode == Mode.ITSELF and row.outcome is not Outcome.UNPAID
        if by_itself and not is_bought(row):
            return _inpost_buys(row.reference)
        return _Purchase(arguments, session, ours, stop).done()


def _is_offer(text: str | None) -> bool:
    return text == CHEAPEST or bool(text and text.isascii() and text.isdigit())


def _no_offer(arguments: argparse.Namespace) -> str:
    if not arguments.offer:
        words = translate(
            "cli",
            "No offer was named. “inpost-desk offers {reference}” lists them; add “--offer” with its number, "
            "or “--offer cheapest”.",
        )
    else:
        words = translate(
            "cli",
            "“{offer}” is no number of an offer. “inpost-desk offers {reference}” lists them; “--offer "
            "cheapest” takes the cheapest.",
        )
    return words.format(reference=arguments.reference, offer=arguments.offer)


def _inpost_buys(reference: str) -> int:
    words = translate(
        "cli",
        "{reference}: InPost buys this shipment by itself, so nothing was done. “inpost-desk status "
        "{reference}” shows how it stands.",
    )
    complain(words.format(reference=reference))
    return OPEN


@dataclass(slots=True)
class _Purchase:
    """One order's purchase."""

    arguments: argparse.Namespace
    session: Session
    ours: Ours
    stop: Stop
    _renewed: Offered | None = field(default=None, init=False)

    def done(self) -> int:
        """Buy, and say what came of it."""
        end = self._by_rule() if self.arguments.offer == CHEAPEST else self._by_number()
        if end is None:
            return USAGE
        if isinstance(end, Bought):
            return self._with_label(end)
        if self._renewed is not None:
            return self._choose_again(self._renewed)
        return tell(self.ours.reference, end, as_json=self.arguments.json)

    def _by_number(self) -> End:
        end = self._choose(OfferId(int(self.arguments.offer)))
        return self._renew() if isinstance(end, Expired) else end

    def _by_rule(self) -> End | None:
        """The cheapest, again where the offers were too old. None, and said so, where none is cheapest."""
        ledger, client = self.session.ledger, self.session.client
        found = offers.offers_of(ledger, client, self.ours.shipment_id)
        if not isinstance(found, Offered):
            return found
        end = self._cheapest(found)
        if isinstance(end, Expired):
            end = self._renew()
            if self._renewed is not None:
                found, self._renewed = self._renewed, None
                end = self._cheapest(found)
        return end

    def _cheapest(self, found: Offered) -> End | None:
        if found.status not in UNPAID_STATUSES:
            end = self._choose(NOTHING)
            return replace(end, other=False) if isinstance(end, Bought) else end
        had = [one for one in found.offers if one.status in BUYABLE]
        if not had and any(one.status == "expired" for one in found.offers):
            return Expired(self.ours.shipment_id)
        if not had:
            return Failed(self.ours.shipment_id, Field.OFFER, "offer_unavailable")
        offer = offers.cheapest(found.offers)
        if offer is None:
            self._no_prices(found)
            return None
        return self._choose(offer.id)

    def _choose(self, offer_id: OfferId) -> End:
        return offers.choose(
            self.session.ledger,
            self.session.client,
            self.ours.shipment_id,
            offer_id,
            stop=self.stop,
            horizon=horizon_of(self.arguments),
        )

    def _renew(self) -> End:
        """Have new offers made in the place of expired ones; nobody has chosen among those yet."""
        number = self.ours.shipment_id
        ledger, client, horizon = (
            self.session.ledger,
            self.session.client,
            horizon_of(self.arguments),
        )
        renewed = offers.renew(ledger, client, number, stop=self.stop, horizon=horizon)
        if not isinstance(renewed, Offered):
            return renewed
        self._renewed = renewed
        return Expired(number)

    def _choose_again(self, found: Offered) -> int:
        words = translate(
            "cli",
            "{reference}: that offer had expired, so nothing was bought. InPost has made new ones; choose "
            "again.",
        )
        complain(words.format(reference=self.ours.reference))
        self._show(found, "expired")
        return OPEN

    def _no_prices(self, found: Offered) -> None:
        words = translate(
            "cli",
            "{reference}: this account pays by invoice and sees no prices, so none of these is the cheapest; "
            "choose one by its number.",
        )
        complain(words.format(reference=self.ours.reference))
        self._show(found, "no_prices")

    def _show(self, found: Offered, outcome: str) -> None:
        if self.arguments.json:
            say_json(offered_facts(self.session, found) | {"outcome": outcome})
        else:
            show_offers(self.session, found)

    def _with_label(self, end: Bought) -> int:
        """A purchase counts as done once its label is stored, as with `ship`."""
        number, reference = self.ours.shipment_id, self.ours.reference
        row = with_label(self.session, reference, number, self.ours.run_id or 0)
        there = put_label(self.session, row, self.arguments.output)
        code = tell(reference, end, as_json=self.arguments.json, label=row.label if row else "")
        if not there:
            words = translate(
                "cli",
                "{reference}: there is no label yet; start the same command again to fetch it.",
            )
            complain(words.format(reference=reference))
        elif self.arguments.output and not self.arguments.json:
            say(translate("cli", "Labels: {path}").format(path=self.arguments.output))
        return code or (OK if there else OPEN)
