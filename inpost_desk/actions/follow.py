"""Following a run's shipments at InPost: their purchase is asynchronous, and their payment may fail.

What is newly paid is passed on at once, so that labels are fetched while the rest is still being bought.
Failed payments are noted here and made good in `pay`; shipments whose offers somebody has to choose from
are left alone until `offers` has bought one.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from inpost_desk.actions.settle_changes import Horizon, read_all, settle_changes
from inpost_desk.actions.waiting import Rhythm, Stop
from inpost_desk.domain import stage
from inpost_desk.domain.shipment import Shipment, ShipmentId
from inpost_desk.ledger import seen
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
    horizon: Horizon
    stopped_by: str = ""
    """Why no further parcel may be bought for now: a payment error that will hit every one."""
    _told: set[ShipmentId] = field(default_factory=set)
    _mine: set[ShipmentId] = field(default_factory=set)
    _open_since: dict[ShipmentId, datetime] = field(default_factory=dict)
    paying: Rhythm = field(default_factory=lambda: Rhythm(first=0.2, most=2.0))
    """How long payments take, learned from one to the next."""

    def follow(self) -> bool:
        """Read what is not known yet; whether anything of the run is still under way at InPost."""
        waiting = [one.shipx_id for one in self.known() if not _is_settled(one)]
        if waiting:
            self.read(waiting)
            settle_changes(self.ledger, self.client, horizon=self.horizon)
        return any(self._is_under_way(one) for one in self.tell())

    def _is_under_way(self, one: Known) -> bool:
        """Whether it is worth waiting for; a payment step of any age is, but not for ever."""
        if _is_settled(one):
            return False
        since = one.made_at
        if one.open_step:
            since = self._open_since.setdefault(one.shipx_id, self.client.now())
        return self.age(since) < PATIENCE

    def read(self, ids: Sequence[ShipmentId]) -> list[Shipment]:
        """Look these up at InPost and note what it says."""
        shipments = read_all(self.client, ids)
        seen.saw(self.ledger, shipments, now=self.client.now())
        return shipments

    def tell(self) -> list[Known]:
        """Pass on what is newly paid, and note payment failures that will hit further parcels too."""
        known = self.known()
        # What was replaced needs no label any more.
        paid = [one for one in known if one.paid and not one.do_not_send]
        fresh = [one for one in paid if one.shipx_id not in self._told]
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
        looks, missed, looked = 0, 0.0, 0.0
        while ids and not self.stop.asked:
            settled = {one.shipx_id for one in self.known() if _is_settled(one)}
            ids = [one for one in ids if one not in settled]
            if not ids and looks:
                self.paying.done(early=missed, late=looked)
            now = self.client.now()
            if not ids or (now - started).total_seconds() > PAYMENT_GRACE:
                break
            if self.stop.wait(self.paying.pause(looks, waited=(now - asked).total_seconds())):
                break
            missed, looked = looked, (self.client.now() - asked).total_seconds()
            self.read(ids)
            settle_changes(self.ledger, self.client, horizon=self.horizon)
            looks += 1
        self.tell()

    def is_mine(self, shipx_id: ShipmentId) -> bool:
        """Whether this process itself tried to buy it."""
        return shipx_id in self._mine

    def age(self, moment: datetime | None) -> timedelta:
        """Time since then, none at all where it is not known."""
        return self.client.now() - moment if moment else timedelta()

    def known(self) -> list[Known]:
        """What the ledger knows of the run's shipments."""
        return seen.of_run(self.ledger, self.run_id)


def _is_settled(known: Known) -> bool:
    """Whether nothing more happens by itself: where an offer must be chosen or paid, somebody has to act."""
    return (known.known or known.offered or known.to_be_paid) and not known.open_step
