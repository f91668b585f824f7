"""Buying again, on the same shipment, what an earlier payment failed for. Nothing is created here.

Also what InPost leaves to be paid by a call (`only_choice_of_offer`). One shipment is paid for first and the
rest once that went through, so that an empty account is asked once. Offers are chosen in `offers`.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from inpost_desk.actions.follow import Follower
from inpost_desk.actions.settle_changes import read_all
from inpost_desk.actions.waiting import growing
from inpost_desk.domain import stage
from inpost_desk.domain.shipment import Offer, Shipment, ShipmentId
from inpost_desk.errors import NoAnswer, NotAllowed, NotFound, Offline, Refused, TooFast
from inpost_desk.ledger import changes, journal
from inpost_desk.ledger.changes import Change
from inpost_desk.ledger.seen import Known

# Refusals that a fresh offer cures (API §3.3).
STALE_OFFER = frozenset({"offer_expired", "offer_unavailable"})
# How often a shipment is read for its new offer.
RENEWING = 8


@dataclass(slots=True)
class Payer:
    """One process's attempts to pay for what is stuck in a run; each shipment is tried once."""

    follower: Follower
    _tried: set[ShipmentId] = field(default_factory=set)
    _paid_one: bool = False

    def pay_again(self) -> bool:
        """Try what is stuck and nobody is at; whether InPost was asked.

        Raises what reading raises, and `NotAllowed`.
        """
        stuck = [one.shipx_id for one in self.follower.known() if self._is_stuck(one)]
        if not stuck or self.follower.stopped_by:
            return False
        asked = []
        ours = {one.shipx_id for one in self.follower.known() if one.mode == stage.Mode.CALL}
        for shipment in self.follower.read(stuck):
            if self.follower.stop.asked or self.follower.stopped_by:
                break
            if not self._may_be_paid(shipment, ours=shipment.id in ours):
                continue
            self._tried.add(shipment.id)
            if self._buy(shipment):
                asked.append(shipment.id)
            else:
                # It may have been bought elsewhere (`already_bought`): what InPost says now counts.
                self.follower.read([shipment.id])
            if asked and not self._paid_one:
                self._paid_one = True
                self.follower.await_payment(asked)
        self.follower.await_payment(asked)
        return bool(asked)

    def _is_stuck(self, one: Known) -> bool:
        if one.open_step or one.shipx_id in self._tried or one.superseded:
            return False
        if one.mode == stage.Mode.OFFERS:
            return False
        if one.to_be_paid:
            return True
        if self.follower.is_mine(one.shipx_id):
            return False
        if one.payment_error:
            return True
        age = self.follower.age(one.made_at)
        return not one.known and not one.transaction_status and age > self.follower.horizon.payment

    def _may_be_paid(self, shipment: Shipment, *, ours: bool) -> bool:
        if shipment.status not in stage.UNPAID_STATUSES or _offer(shipment) is None:
            return False
        if stage.payment_failed(shipment) or (ours and shipment.last_transaction is None):
            return True
        age = self.follower.age(shipment.created_at)
        return shipment.last_transaction is None and age > self.follower.horizon.payment

    def _buy(self, shipment: Shipment) -> bool:
        """Whether InPost may be at it now; every outcome is in the ledger."""
        ledger, client = self.follower.ledger, self.follower.client
        offer = _offer(shipment)
        if offer is None:
            return False
        claimed = changes.claim_change(
            ledger,
            changes.BUY,
            [Change(shipment, offer.id)],
            now=client.now(),
            run_id=self.follower.run_id,
        )
        if claimed is None:
            return False
        call = claimed.call
        try:
            why = self._ask(shipment, offer)
        except NotAllowed:
            changes.called_off(ledger, call, now=client.now(), why="not_allowed")
            raise
        except BaseException:
            journal.let_go(ledger, call, now=client.now())
            raise
        if why:
            changes.called_off(ledger, call, now=client.now(), why=why)
        else:
            # Taken up or unknown: only the shipment's transactions tell, and settling reads them.
            journal.let_go(ledger, call, now=client.now())
        return not why

    def _ask(self, shipment: Shipment, offer: Offer) -> str:
        """Why InPost surely is not at it, or ""."""
        client = self.follower.client
        try:
            try:
                client.buy(shipment.id, offer.id)
            except Refused as refusal:
                if refusal.error not in STALE_OFFER:
                    raise
                fresh = self._renewed(shipment, offer)
                if fresh is None:
                    return refusal.error
                client.buy(shipment.id, fresh.id)
        except (Offline, TooFast) as trouble:
            self.follower.stop.wait(getattr(trouble, "wait", 1.0))
            return "not_sent"
        except NotFound:
            return "not_found"
        except Refused as refusal:
            already = any(reason.rule == "already_bought" for reason in refusal.reasons)
            return "already_bought" if already else refusal.error or "refused"
        except NoAnswer:
            return ""
        return ""

    def _renewed(self, shipment: Shipment, old: Offer) -> Offer | None:
        """The offer that takes the place of a stale one, or None where none comes."""
        client = self.follower.client
        client.renew(shipment.id, shipment.reference)
        for attempt in range(RENEWING):
            for now in read_all(client, [shipment.id]):
                offer = _offer(now)
                if offer is not None and offer.id != old.id:
                    return offer
            if self.follower.stop.wait(growing(attempt, first=0.3, most=5.0)):
                break
        return None


def _offer(shipment: Shipment) -> Offer | None:
    """The offer to pay for: the chosen one, else the only one there is."""
    if shipment.selected_offer is not None:
        return shipment.selected_offer
    available = [offer for offer in shipment.offers if offer.status == "available"]
    return available[0] if len(available) == 1 else None
