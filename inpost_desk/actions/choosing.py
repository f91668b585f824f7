"""Choosing offers by rule while a run is sent: the cheapest one of each shipment, bought at once.

Where a person chooses (`ask`) nothing is bought here: the run makes a wave of shipments at most, because
offers live for minutes only, and ends; `offers` buys what was chosen, and the run is started again.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from inpost_desk.actions.buying import renew
from inpost_desk.actions.changing import Expired, Failed
from inpost_desk.actions.follow import Follower
from inpost_desk.actions.offers_many import AT_ONCE, buy_many, cheapest
from inpost_desk.domain import stage
from inpost_desk.domain.shipment import OfferId, Shipment
from inpost_desk.ledger.seen import Known

CHEAPEST: Final = "cheapest"
ASK: Final = "ask"
WAVE: Final = 20


@dataclass(slots=True)
class Chooser:
    """One process's choices in one run; a shipment is tried once more where its offers were too old."""

    follower: Follower
    rule: str
    _tried: dict[int, int] = field(default_factory=dict)

    def choose(self) -> bool:
        """Buy what waits for a choice by the rule; whether InPost was asked. Raises as `buy_many`."""
        if self.rule != CHEAPEST or self.follower.stopped_by or self.follower.stop.asked:
            return False
        waiting = [one for one in self.follower.known() if self._waits(one)][:AT_ONCE]
        if not waiting:
            return False
        read = {one.id: one for one in self.follower.read([one.shipx_id for one in waiting])}
        picked = {}
        for one in waiting:
            self._tried[one.shipment_id] = self._tried.get(one.shipment_id, 0) + 1
            offer_id = _pick(read.get(one.shipx_id))
            if offer_id is not None:
                picked[one.shipment_id] = offer_id
        return self._buy(picked)

    def _waits(self, one: Known) -> bool:
        ours = one.offered and not (one.open_step or one.superseded)
        return ours and self._tried.get(one.shipment_id, 0) < 2

    def _buy(self, picked: dict[int, OfferId]) -> bool:
        if not picked:
            return False
        at = self.follower
        ends = buy_many(at.ledger, at.client, picked, stop=at.stop, horizon=at.horizon)
        for number, end in ends.items():
            if isinstance(end, Failed) and end.rule in stage.STOPPING_ERRORS:
                at.stopped_by = at.stopped_by or end.rule
            if isinstance(end, Expired) and self._tried[number] < 2:
                renew(at.ledger, at.client, number, stop=at.stop, horizon=at.horizon)
        at.tell()
        return True


def _pick(shipment: Shipment | None) -> OfferId | None:
    if shipment is None or shipment.status not in stage.UNPAID_STATUSES:
        return None
    if shipment.selected_offer is not None:
        return shipment.selected_offer.id
    offer = cheapest(shipment.offers)
    return None if offer is None else offer.id
