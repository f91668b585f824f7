"""Shipments that are not paid yet: edited, cancelled, and made anew once InPost says that they are cancelled.

`shipment_id` is the ledger's own number. After payment InPost changes nothing any more: that is `replace`.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from inpost_desk.actions.asking import new_from
from inpost_desk.actions.buying import Offered, edited
from inpost_desk.actions.changing import (
    STATUS,
    Bought,
    Busy,
    Cancelled,
    Changer,
    End,
    Failed,
    Pending,
    Ready,
    field_of,
    over,
    rule_of,
)
from inpost_desk.actions.keys import new_key
from inpost_desk.actions.settle_changes import Horizon
from inpost_desk.actions.waiting import Stop
from inpost_desk.domain import stage
from inpost_desk.domain.draft import Draft, to_json
from inpost_desk.domain.order import Field
from inpost_desk.domain.order_shipment import Choices
from inpost_desk.errors import NotFound, Refused
from inpost_desk.ledger import anew, changes
from inpost_desk.ledger.changes import Change
from inpost_desk.ledger.ledger import Ledger
from inpost_desk.shipx.client import Client


def edit(
    ledger: Ledger,
    client: Client,
    shipment_id: int,
    draft: Draft,
    choices: Choices,
    *,
    stop: Stop | None = None,
    horizon: Horizon | None = None,
) -> Offered | End:
    """Make an unpaid shipment what the draft says; the offers made anew, or why not.

    Nothing is bought by it: with a service the next run pays for the only offer, else one is chosen. Raises
    as `buying.choose`.
    """
    at = Changer(ledger, client, horizon or Horizon(), stop or Stop())
    ready = at.ready(shipment_id)
    if not isinstance(ready, Ready):
        return ready
    done = over(ready)
    if done is not None:
        return done
    # As in simplified mode, but paid by our call: whether InPost pays after an edit is said nowhere.
    once = replace(draft, count=1, only_choice_of_offer=True)
    ours = ready.ours
    new = new_from(once, key=ours.key, reference=draft.reference or ours.reference, choices=choices)
    if new is None:
        return Failed(shipment_id, Field.ROW, "draft_not_ready")
    shipment = ready.shipment
    wish = to_json(replace(once, reference=new.reference)).decode()
    return edited(at, ready, Change(shipment, wish=wish), lambda: client.edit(shipment.id, new))


def cancel(
    ledger: Ledger,
    client: Client,
    shipment_id: int,
    *,
    stop: Stop | None = None,
    horizon: Horizon | None = None,
) -> Cancelled | Bought | Failed | Pending | Busy:
    """Cancel an unpaid shipment and say what it became: a running purchase may overtake the cancellation.

    `Failed` says that InPost does not cancel it in its present status. Raises as `buying.choose`.
    """
    at = Changer(ledger, client, horizon or Horizon(), stop or Stop())
    ready = at.ready(shipment_id)
    if not isinstance(ready, Ready):
        return ready
    shipment = ready.shipment
    done = over(ready)
    if done is not None:
        return done
    asked = at.ask(changes.CANCEL, [Change(shipment)], lambda _: client.cancel(shipment.id))
    if asked is None:
        return Busy(shipment_id)
    claimed, refusal = asked
    if refusal is not None:
        # It may be refused for having been bought, or cancelled, a moment ago.
        now = at.read([shipment.id]).get(shipment.id, shipment)
        return over(Ready(ready.ours, now)) or _refused(shipment_id, refusal)
    steps = tuple(claimed.steps.values())
    most = max(at.horizon.payment, at.horizon.race + timedelta(seconds=5))
    later = at.watch([shipment.id], done=lambda _: True, steps=steps, most=most).get(shipment.id)
    if later is None or changes.are_open(ledger, steps):
        return Pending(shipment_id)
    return over(Ready(ready.ours, later)) or Failed(shipment_id, STATUS, "not_cancelled")


def _refused(number: int, refusal: Refused) -> Failed:
    if refusal.error == "invalid_action":
        return Failed(number, STATUS, "cannot_be_cancelled")
    return Failed(number, field_of(refusal), rule_of(refusal))


def make_anew(ledger: Ledger, client: Client, shipment_id: int) -> int | None:
    """Plan the same parcel once more, now that InPost says the old one is cancelled; the new one's number.

    The next run of its order sends it, under a key of its own. None, and nothing planned, where the old one
    does not read `canceled` at this very moment or was planned anew before. Raises what reading raises.
    """
    ours = changes.find(ledger, shipment_id)
    if ours is None or ours.shipx_id is None:
        return None
    try:
        now = client.shipment(ours.shipx_id)
    except NotFound:
        # InPost denies shipments at random; that is no cancellation.
        return None
    if now.status != stage.CANCELED:
        return None
    return anew.plan_again(ledger, shipment_id, key=new_key())
