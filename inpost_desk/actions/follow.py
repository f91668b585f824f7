"""Following a run's shipments at InPost: their purchase is asynchronous, and their payment may fail.

A failed payment is bought again on the same shipment. What is newly paid is passed on at once, so that labels
are fetched while the rest is still being bought.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from inpost_desk.actions import settle as settling
from inpost_desk.actions.settle import read_all, settle_payments
from inpost_desk.actions.waiting import Rhythm, Stop
from inpost_desk.domain import stage
from inpost_desk.domain.shipment import OfferId, Shipment, ShipmentId
from inpost_desk.errors import NoAnswer, NotAllowed, NotFound, Offline, Refused, TooFast
from inpost_desk.ledger import journal, seen
from inpost_desk.ledger.ledger import Ledger
from inpost_desk.ledger.seen import Known
from inpost_desk.shipx.client import Client

# How long a chunk's payments are awaited before the next chunk is sent all the same.
PAYMENT_GRACE = 15.0
# A shipment InPost has not paid by then is left to the next start.
PATIENCE = timedelta(minutes=5)


@dataclass(slots=True)
class Follower:
    """One process's eyes on one run. `bought` is told of paid shipments once each."""

    ledger: Ledger
    client: Client
    run_id: int
    stop: Stop
    bought: Callable[[Sequence[Known]], None]
    stopped_by: str = ""
    """Why no further parcel may be bought for now: a payment error that will hit every one."""
    _told: set[ShipmentId] = field(default_factory=set)
    _mine: set[ShipmentId] = field(default_factory=set)
    _paying: Rhythm = field(default_factory=lambda: Rhythm(first=0.3, most=2.0))

    def follow(self) -> bool:
        """Read what is not known yet; whether anything of the run is still under way at InPost."""
        waiting = [one.shipx_id for one in self._known() if not _is_settled(one)]
        if waiting:
            self.read(waiting)
            settle_payments(self.ledger, self.client)
        now = self.client.now()
        return any(
            not _is_settled(one) and (one.made_at is None or now - one.made_at < PATIENCE)
            for one in self.tell()
        )

    def read(self, ids: Sequence[ShipmentId]) -> list[Shipment]:
        """Look these up at InPost and note what it says."""
        shipments = read_all(self.client, ids)
        seen.saw(self.ledger, shipments, now=self.client.now())
        return shipments

    def tell(self) -> list[Known]:
        """Pass on what is newly paid, and note payment failures that will hit further parcels too."""
        known = self._known()
        fresh = [one for one in known if one.paid and one.shipx_id not in self._told]
        self._told |= {one.shipx_id for one in fresh}
        if fresh:
            self.bought(fresh)
        for one in known:
            # Older failures are being paid again; only what this run tried says how things stand now.
            tried = one.shipx_id in self._mine and not one.open_step
            if tried and one.payment_error in stage.STOPPING_ERRORS:
                self.stopped_by = self.stopped_by or one.payment_error
        return known

    def await_payment(self, ids: Sequence[ShipmentId], *, asked: datetime | None = None) -> None:
        """Follow these, asked for at that time, until what became of their purchase is known, for a while."""
        self._mine.update(ids)
        started = self.client.now()
        asked = asked or started
        looks = 0
        looked = started
        while ids and not self.stop.asked:
            settled = {one.shipx_id for one in self._known() if _is_settled(one)}
            ids = [one for one in ids if one not in settled]
            if not ids and looks:
                self._paying.done(looks, waited=(looked - asked).total_seconds())
            now = self.client.now()
            if not ids or (now - started).total_seconds() > PAYMENT_GRACE:
                break
            if self.stop.wait(self._paying.pause(looks, waited=(now - asked).total_seconds())):
                break
            looked = self.client.now()
            self.read(ids)
            settle_payments(self.ledger, self.client)
            looks += 1
        self.tell()

    def pay_again(self) -> None:
        """Buy once more what an earlier payment failed for: one first, the rest once that went through."""
        stuck = [
            one.shipx_id
            for one in self._known()
            if (not one.known and not one.transaction_status) or one.payment_error
        ]
        failed = [one for one in self.read(stuck) if self._may_be_paid(one)]
        for number, shipment in enumerate(failed):
            if self.stop.asked or self.stopped_by:
                return
            offer = shipment.selected_offer
            if offer is not None:
                self._buy(shipment, offer.id)
            if number == 0:
                self.await_payment([shipment.id])
        self.await_payment([one.id for one in failed[1:]])

    def _may_be_paid(self, shipment: Shipment) -> bool:
        if stage.is_paid(shipment) or shipment.selected_offer is None:
            return False
        if stage.payment_failed(shipment):
            return True
        age = self.client.now() - (shipment.created_at or self.client.now())
        return shipment.last_transaction is None and age > settling.NO_TRANSACTION

    def _buy(self, shipment: Shipment, offer_id: OfferId) -> None:
        now = self.client.now()
        call = journal.claim_payment(self.ledger, self.run_id, shipment, offer_id, now=now)
        if call is None:
            return
        why = ""
        try:
            self.client.buy(shipment.id, offer_id)
        except (Offline, TooFast) as trouble:
            why = "not_sent"
            self.stop.wait(getattr(trouble, "wait", 1.0))
        except NotAllowed:
            journal.not_paid(self.ledger, call, now=self.client.now(), why="not_allowed")
            raise
        except NotFound:
            why = "not_found"
        except Refused as refusal:
            already = any(reason.rule == "already_bought" for reason in refusal.reasons)
            why = "already_bought" if already else refusal.error or "refused"
        except NoAnswer:
            pass
        if why:
            journal.not_paid(self.ledger, call, now=self.client.now(), why=why)
        else:
            # Taken up or unknown: only the shipment's transactions tell, and settling reads them.
            journal.let_go(self.ledger, call, now=self.client.now())

    def _known(self) -> list[Known]:
        return seen.of_run(self.ledger, self.run_id)


def _is_settled(known: Known) -> bool:
    return known.known and not known.open_step
