"""One change to shipments InPost has: noted, sent once, and watched until InPost says what came of it.

What a caller asks for (an offer, an edit, a cancellation) is in `offers`, `offers_many` and `unpaid`; here is
only how any such call is made. An answer of 200 proves nothing: the shipment's status and its last
transaction do.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from datetime import timedelta
from decimal import Decimal

from inpost_desk.actions.restored import read_first
from inpost_desk.actions.settle_changes import (
    Horizon,
    read_all,
    settle_changes,
    unsure,
)
from inpost_desk.actions.waiting import Stop, growing
from inpost_desk.domain import stage
from inpost_desk.domain.order import Field
from inpost_desk.domain.shipment import Offer, OfferId, Shipment, ShipmentId
from inpost_desk.errors import NoAnswer, NotAllowed, Offline, Refused, TooFast
from inpost_desk.ledger import changes, journal, seen
from inpost_desk.ledger.changes import Change, ChangeClaim, Ours
from inpost_desk.ledger.ledger import Ledger
from inpost_desk.shipx.client import Client

PAYMENT = "payment"
STATUS = "status"
# A purchase InPost has begun is watched for so many times the horizon, then left to settling.
PATIENCE = 2


@dataclass(frozen=True, slots=True)
class Bought:
    """InPost has confirmed it. `other`: another offer than the chosen one was bought.

    `price` is what was paid in PLN, None on accounts paid by invoice.
    """

    shipment_id: int
    shipx_id: ShipmentId
    tracking_number: str
    service: str
    offer_id: OfferId | None
    price: Decimal | None
    other: bool = False


@dataclass(frozen=True, slots=True)
class Failed:
    """It did not come about; `field` and `rule` say why, as with a refused row."""

    shipment_id: int
    field: str
    rule: str


@dataclass(frozen=True, slots=True)
class Expired:
    """The offer is too old to be bought; `offers.renew` has InPost make new ones."""

    shipment_id: int


@dataclass(frozen=True, slots=True)
class Cancelled:
    """InPost says that it is cancelled; only now may it be made anew."""

    shipment_id: int


@dataclass(frozen=True, slots=True)
class Pending:
    """InPost has not said yet what came of it; the next look tells (`settle`). Nothing is asked twice."""

    shipment_id: int


@dataclass(frozen=True, slots=True)
class Busy:
    """Another window or command is at this shipment."""

    shipment_id: int


End = Bought | Failed | Expired | Cancelled | Pending | Busy


@dataclass(frozen=True, slots=True)
class Ready:
    """A shipment of ours as InPost has it now, with nobody at it."""

    ours: Ours
    shipment: Shipment


@dataclass(slots=True)
class Changer:
    """Makes the calls of one process. Every method may raise what reading raises."""

    ledger: Ledger
    client: Client
    horizon: Horizon = field(default_factory=Horizon)
    stop: Stop = field(default_factory=Stop)

    def read(self, ids: Sequence[ShipmentId]) -> dict[ShipmentId, Shipment]:
        """What InPost says now, noted in the ledger."""
        found = read_all(self.client, ids)
        seen.saw(self.ledger, found, now=self.client.now())
        return {one.id: one for one in found}

    def ready(self, shipment_id: int) -> Ready | Failed | Busy | Pending:
        """The shipment as it stands, once nothing about it is unsure any more: waits for that a while."""
        return self.all_ready([shipment_id])[shipment_id]

    def as_it_is(self, shipment_id: int) -> Ready | Failed | Busy | Pending:
        """The shipment as it stands, by one look."""
        settle_changes(self.ledger, self.client, horizon=self.horizon)
        return self._states([shipment_id])[shipment_id]

    def all_ready(self, shipment_ids: Sequence[int]) -> dict[int, Ready | Failed | Busy | Pending]:
        """As `ready`, many at once."""
        self._settle(set(shipment_ids))
        return self._states(shipment_ids)

    def _states(self, shipment_ids: Sequence[int]) -> dict[int, Ready | Failed | Busy | Pending]:
        ours = {one.shipment_id: one for one in changes.find_all(self.ledger, shipment_ids)}
        ids = [one.shipx_id for one in ours.values() if one.shipx_id is not None]
        under_way = {one.shipment_id: one.living for one in journal.open_steps(self.ledger)}
        shipments = self.read(ids)
        found: dict[int, Ready | Failed | Busy | Pending] = {}
        for number in shipment_ids:
            one = ours.get(number)
            shipment = shipments.get(one.shipx_id) if one and one.shipx_id else None
            if number in under_way:
                found[number] = Busy(number) if under_way[number] else Pending(number)
            elif one is None or shipment is None:
                found[number] = Failed(number, Field.ROW, "resource_not_found")
            else:
                found[number] = Ready(one, shipment)
        return found

    def _settle(self, shipment_ids: AbstractSet[int]) -> None:
        """Find out what became of earlier changes of these; a person need not come back for that."""
        asked, attempt = self.client.now(), 0
        while self.client.now() - asked < self.horizon.payment * PATIENCE:
            settle_changes(self.ledger, self.client, horizon=self.horizon)
            left = [one for one in unsure(self.ledger) if one.kind in changes.CHANGING]
            if not any(one.shipment_id in shipment_ids for one in left):
                break
            if self.stop.wait(growing(attempt, first=0.2, most=2.0)):
                break
            attempt += 1

    def ask(
        self, kind: str, wanted: Sequence[Change], call: Callable[[ChangeClaim], object]
    ) -> tuple[ChangeClaim, Refused | None] | None:
        """Note the change, then send it: the claim, and why InPost surely did not act.

        None where somebody else is at all of them. Raises `NotAllowed`, `Offline` and `TooFast`, with which
        nothing was done either, and what `read_first` raises.
        """
        read_first(self.ledger, self.client, horizon=self.horizon)
        claimed = changes.claim_change(self.ledger, kind, wanted, now=self.client.now())
        if claimed is None:
            return None
        try:
            call(claimed)
        except NoAnswer:
            self._let_go(claimed)
        except (NotAllowed, Offline, TooFast) as trouble:
            why = "not_allowed" if isinstance(trouble, NotAllowed) else "not_sent"
            self._call_off(claimed, why)
            raise
        except Refused as refusal:
            self._call_off(claimed, rule_of(refusal))
            return claimed, refusal
        except BaseException:
            self._let_go(claimed)
            raise
        else:
            self._let_go(claimed)
        return claimed, None

    def watch(
        self,
        ids: Sequence[ShipmentId],
        *,
        done: Callable[[Shipment], bool],
        steps: Sequence[int] = (),
        most: timedelta | None = None,
    ) -> dict[ShipmentId, Shipment]:
        """Read these until the steps are closed (without steps: each is `done`), or patience ends."""
        asked, attempt = self.client.now(), 0
        limit = (self.horizon.payment if most is None else most) * PATIENCE
        while not self._is_over(ids, done, steps):
            late = self.client.now() - asked > limit
            if late or self.stop.wait(growing(attempt, first=0.2, most=2.0)):
                break
            attempt += 1
        return self.read(ids)

    def _is_over(
        self, ids: Sequence[ShipmentId], done: Callable[[Shipment], bool], steps: Sequence[int]
    ) -> bool:
        if steps:
            # Settling reads them all.
            settle_changes(self.ledger, self.client, horizon=self.horizon)
            return not changes.are_open(self.ledger, steps)
        shipments = self.read(ids)
        return bool(shipments) and all(map(done, shipments.values()))

    def _let_go(self, claimed: ChangeClaim) -> None:
        journal.let_go(self.ledger, claimed.call, now=self.client.now())

    def _call_off(self, claimed: ChangeClaim, why: str) -> None:
        changes.called_off(self.ledger, claimed.call, now=self.client.now(), why=why)


def rule_of(refusal: Refused) -> str:
    """The one key that says most about a refusal."""
    reason = next(iter(refusal.reasons), None)
    return reason.rule if reason is not None else refusal.error or "refused"


def field_of(refusal: Refused) -> str:
    """What it is about."""
    reason = next(iter(refusal.reasons), None)
    plain = PAYMENT if refusal.error == "transaction_failed" else Field.OFFER
    return reason.field if reason is not None else plain


def offers_in(shipment: Shipment) -> tuple[Offer, ...]:
    """The offers, those that can be had first, the cheapest of them before the others."""
    return tuple(sorted(shipment.offers, key=_place))


def _place(offer: Offer) -> tuple[bool, bool, Decimal, int]:
    had = offer.status in ("available", "selected", "bought")
    return (not had, offer.rate is None, offer.rate or Decimal(0), offer.id)


def bought(ours: Ours, shipment: Shipment, *, wanted: OfferId | None = None) -> Bought:
    """What a paid shipment came to; `wanted` is the offer that was asked for."""
    offer = shipment.selected_offer
    got = offer.id if offer else None
    return Bought(
        ours.shipment_id,
        shipment.id,
        shipment.tracking_number,
        shipment.service,
        got,
        offer.rate if offer else None,
        other=wanted is not None and got is not None and got != wanted,
    )


def over(ready: Ready) -> Bought | Cancelled | None:
    """What became of it, where it is not waiting to be paid any more."""
    if stage.is_paid(ready.shipment):
        return bought(ready.ours, ready.shipment)
    if ready.shipment.status == stage.CANCELED:
        return Cancelled(ready.ours.shipment_id)
    return None


def end_of_payment(
    ours: Ours, shipment: Shipment, *, wanted: OfferId, before: int, taken_up: bool
) -> End:
    """How a purchase ended by what the shipment says; `before` is the newest transaction known before.

    `taken_up`: whether InPost may still be at it.
    """
    last = shipment.last_transaction
    newer = last is not None and last.id > before
    if stage.is_paid(shipment):
        return bought(ours, shipment, wanted=wanted)
    if shipment.status == stage.CANCELED:
        return Cancelled(ours.shipment_id)
    if newer and stage.payment_failed(shipment):
        rule = stage.payment_failed(shipment)
        if rule == "offer_expired":
            return Expired(ours.shipment_id)
        return Failed(ours.shipment_id, PAYMENT, rule)
    if taken_up or newer:
        return Pending(ours.shipment_id)
    return Failed(ours.shipment_id, PAYMENT, "payment_not_taken")
