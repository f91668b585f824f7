"""An offer of one shipment: read, chosen, bought once, made anew when it is too old.

`shipment_id` is the ledger's own number throughout. Many at once are in `offers_many`, editing and cancelling
in `unpaid`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from inpost_desk.actions.changing import (
    PATIENCE,
    STATUS,
    Busy,
    Cancelled,
    Changer,
    End,
    Expired,
    Failed,
    Pending,
    Ready,
    end_of_payment,
    field_of,
    offers_in,
    over,
    rule_of,
)
from inpost_desk.actions.settle_changes import Horizon
from inpost_desk.actions.waiting import Stop
from inpost_desk.domain import stage
from inpost_desk.domain.order import Field
from inpost_desk.domain.shipment import Offer, OfferId, Shipment
from inpost_desk.errors import Refused
from inpost_desk.ledger import changes
from inpost_desk.ledger.changes import Change
from inpost_desk.ledger.ledger import Ledger
from inpost_desk.shipx.client import Client

# InPost's clock is known to the second only; an offer that may just live is for InPost to judge.
CLOCK = timedelta(seconds=2)
BUYABLE = frozenset({"available", "selected"})


@dataclass(frozen=True, slots=True)
class Offered:
    """The offers for a shipment, those that can be had first and the cheapest of them before the others.

    `status` is InPost's of the shipment; `selected` is the offer that was chosen and not paid yet.
    """

    shipment_id: int
    reference: str
    status: str
    offers: tuple[Offer, ...]
    selected: OfferId | None = None


@dataclass(frozen=True, slots=True)
class Selected:
    """The offer is chosen and not paid."""

    shipment_id: int
    offer: Offer


def offers_of(
    ledger: Ledger, client: Client, shipment_id: int
) -> Offered | Failed | Busy | Pending:
    """The offers of one shipment as they are now."""
    ready = Changer(ledger, client).as_it_is(shipment_id)
    return offered(ready) if isinstance(ready, Ready) else ready


def choose(
    ledger: Ledger,
    client: Client,
    shipment_id: int,
    offer_id: OfferId,
    *,
    stop: Stop | None = None,
    horizon: Horizon | None = None,
) -> End:
    """Buy this offer, once, and wait for what comes of it; also the way to pay again after a failure.

    Raises `Offline`, `TooFast` and `NotAllowed`, with which nothing was bought, and what reading raises.
    """
    at = Changer(ledger, client, horizon or Horizon(), stop or Stop())
    ready = at.ready(shipment_id)
    if not isinstance(ready, Ready):
        return ready
    shipment = ready.shipment
    last = shipment.last_transaction
    before = last.id if last else 0
    if last is not None and last.status == "initiated":
        # A purchase is under way already: what comes of it counts.
        return _watched(at, ready, offer_id, before=before - 1)
    hopeless = why_not(ready, offer_id, at)
    if hopeless is not None:
        return _or_bought_elsewhere(at, ready, offer_id, hopeless)
    asked = at.ask(
        changes.BUY, [Change(shipment, offer_id)], lambda _: client.buy(shipment.id, offer_id)
    )
    if asked is None:
        return Busy(shipment_id)
    claimed, refusal = asked
    if refusal is None:
        return _watched(at, ready, offer_id, before=before, steps=tuple(claimed.steps.values()))
    rule = rule_of(refusal)
    if rule == "offer_expired":
        return Expired(shipment_id)
    # InPost also refuses what it has done, or has just tried: the shipment tells.
    begun = rule == "already_bought"
    end = _watched(at, ready, offer_id, before=before, once=not begun)
    if isinstance(end, Failed) and end.rule == "payment_not_taken":
        return Pending(shipment_id) if begun else Failed(shipment_id, field_of(refusal), rule)
    return end


def _or_bought_elsewhere(at: Changer, ready: Ready, offer_id: OfferId, hopeless: End) -> End:
    """Where another offer is chosen, somebody may be buying that one this very moment: a moment tells."""
    shipment = ready.shipment
    if not isinstance(hopeless, Failed) or shipment.status != stage.OFFER_SELECTED:
        return hopeless
    over = at.watch(
        [shipment.id],
        done=lambda one: one.status not in stage.UNPAID_STATUSES,
        most=at.horizon.race / PATIENCE,
    )
    now = over.get(shipment.id, shipment)
    return why_not(Ready(ready.ours, now), offer_id, at) or hopeless


def why_not(ready: Ready, offer_id: OfferId, at: Changer) -> End | None:
    """Why this offer cannot be bought, by what is read already; None where InPost is to be asked."""
    shipment, number = ready.shipment, ready.ours.shipment_id
    if stage.is_paid(shipment):
        return end_of_payment(ready.ours, shipment, wanted=offer_id, before=0, taken_up=False)
    if shipment.status == stage.CANCELED:
        return Cancelled(number)
    if ready.ours.do_not_send:
        return Failed(number, STATUS, "replaced")
    offer = next((one for one in shipment.offers if one.id == offer_id), None)
    if offer is None or offer.status not in BUYABLE | {"expired"}:
        return Failed(number, Field.OFFER, "offer_unavailable")
    return Expired(number) if is_expired(offer, at) else None


def is_expired(offer: Offer, at: Changer) -> bool:
    """Whether InPost would surely refuse it as too old."""
    late = offer.expires_at is not None and at.client.now() > offer.expires_at + CLOCK
    return late or offer.status == "expired"


def select(
    ledger: Ledger,
    client: Client,
    shipment_id: int,
    offer_id: OfferId,
    *,
    stop: Stop | None = None,
    horizon: Horizon | None = None,
) -> Selected | End:
    """Choose this offer without paying for it; the others are gone then. Raises as `choose`."""
    at = Changer(ledger, client, horizon or Horizon(), stop or Stop())
    ready = at.ready(shipment_id)
    if not isinstance(ready, Ready):
        return ready
    if is_selected(ready.shipment, offer_id):
        return selected_end(ready.ours.shipment_id, ready.shipment, offer_id)
    hopeless = why_not(ready, offer_id, at)
    if hopeless is not None:
        return hopeless
    shipment = ready.shipment
    asked = at.ask(
        changes.SELECT,
        [Change(shipment, offer_id)],
        lambda _: client.select_offer(shipment.id, offer_id),
    )
    if asked is None:
        return Busy(shipment_id)
    claimed, refusal = asked
    if refusal is not None:
        rule = rule_of(refusal)
        at.read([shipment.id])
        failed = Failed(shipment_id, field_of(refusal), rule)
        return Expired(shipment_id) if rule == "offer_expired" else failed
    found = at.watch(
        [shipment.id],
        done=lambda one: is_selected(one, offer_id) or stage.is_paid(one),
        steps=tuple(claimed.steps.values()),
    )
    now = found.get(shipment.id, shipment)
    return selected_end(shipment_id, now, offer_id)


def renew(
    ledger: Ledger,
    client: Client,
    shipment_id: int,
    *,
    stop: Stop | None = None,
    horizon: Horizon | None = None,
) -> Offered | End:
    """Have expired offers made anew, by an edit that changes nothing. Raises as `choose`.

    Where the shipment reads `canceled` instead, and only then, `unpaid.make_anew` may be asked for another.
    """
    at = Changer(ledger, client, horizon or Horizon(), stop or Stop())
    ready = at.ready(shipment_id)
    if not isinstance(ready, Ready):
        return ready
    shipment = ready.shipment
    done = over(ready)
    if done is not None:
        return done
    return edited(
        at, ready, Change(shipment), lambda: client.renew(shipment.id, shipment.reference)
    )


def edited(at: Changer, ready: Ready, change: Change, call: Callable[[], object]) -> Offered | End:
    """Send that edit; the offers made anew, or why not. Raises as `Changer.ask`."""
    asked = at.ask(changes.EDIT, [change], lambda _: call())
    if asked is None:
        return Busy(ready.ours.shipment_id)
    claimed, refusal = asked
    newest = max((one.id for one in ready.shipment.offers), default=0)
    steps = tuple(claimed.steps.values()) if refusal is None else ()
    return _offered_anew(at, ready, newest=newest, steps=steps, refusal=refusal)


def _offered_anew(
    at: Changer, ready: Ready, *, newest: int, steps: tuple[int, ...], refusal: Refused | None
) -> Offered | End:
    """The offers after an edit, `newest` the youngest before it; else what the shipment became instead."""
    number, shipx_id = ready.ours.shipment_id, ready.shipment.id

    def there(one: Shipment) -> bool:
        return prepared_since(one, newest) or one.status not in stage.UNPAID_STATUSES

    if refusal is None:
        found = at.watch([shipx_id], done=there, steps=steps)
        # The edit is known to be done by offers being gone; the new ones come a moment later.
        found = found if all(map(there, found.values())) else at.watch([shipx_id], done=there)
    else:
        found = at.read([shipx_id])
    now = found.get(shipx_id, ready.shipment)
    done = over(Ready(ready.ours, now))
    if done is not None:
        return done
    if refusal is not None:
        return Failed(number, field_of(refusal), rule_of(refusal))
    return offered(Ready(ready.ours, now)) if there(now) else Pending(number)


def prepared_since(shipment: Shipment, newest: int) -> bool:
    """Whether younger offers than this one are there, all of them: the cheapest may be the last to come."""
    young = [offer for offer in shipment.offers if offer.id > newest]
    return bool(young) and all(offer.status != "in_preparation" for offer in young)


def _watched(
    at: Changer,
    ready: Ready,
    offer_id: OfferId,
    *,
    before: int,
    steps: tuple[int, ...] = (),
    once: bool = False,
) -> End:
    """What a purchase came to; `once`: it is not under way, so one look tells."""

    def done(one: Shipment) -> bool:
        last = one.last_transaction
        failed = bool(stage.payment_failed(one)) and last is not None and last.id > before
        return failed or one.status not in stage.UNPAID_STATUSES or once

    shipx_id = ready.shipment.id
    found = at.watch([shipx_id], done=done, steps=steps)
    now = found.get(shipx_id)
    if now is None:
        return Pending(ready.ours.shipment_id)
    still_open = changes.are_open(at.ledger, steps)
    return end_of_payment(ready.ours, now, wanted=offer_id, before=before, taken_up=still_open)


def is_selected(shipment: Shipment, offer_id: OfferId) -> bool:
    """Whether this offer is chosen and not paid."""
    chosen = shipment.selected_offer
    return shipment.status == stage.OFFER_SELECTED and chosen is not None and chosen.id == offer_id


def selected_end(number: int, shipment: Shipment, offer_id: OfferId) -> Selected | End:
    """What a choice came to; `number` is the ledger's number of the shipment."""
    if is_selected(shipment, offer_id) and shipment.selected_offer is not None:
        return Selected(number, shipment.selected_offer)
    if shipment.status == stage.CANCELED:
        return Cancelled(number)
    return Pending(number)


def offered(ready: Ready) -> Offered:
    """The offers of a shipment that was just read."""
    shipment = ready.shipment
    chosen = shipment.selected_offer
    return Offered(
        ready.ours.shipment_id,
        shipment.reference or ready.ours.reference,
        shipment.status,
        offers_in(shipment),
        chosen.id if chosen else None,
    )
