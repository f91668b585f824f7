"""Finding out what became of changes to shipments InPost has: payments, choices, edits, cancellations.

They are read by id, which is immediate, so nothing is guessed (design, settling 7). Only reads at InPost;
how parcels come to be known at all is `settle`.
"""

from __future__ import annotations

import contextlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from inpost_desk.domain import stage
from inpost_desk.domain.shipment import Shipment, ShipmentId
from inpost_desk.errors import NoAnswer, NotFound
from inpost_desk.ledger import changes, journal, seen
from inpost_desk.ledger.journal import OpenStep
from inpost_desk.ledger.ledger import Ledger
from inpost_desk.shipx.client import Client

# Lists lag by up to 5.4 s behind a creation (API §3.2).
LIST_LAG = timedelta(seconds=6)
# How many times longer than one purchase a hundred of them may take to begin: one comes after the other.
QUEUE = 5


@dataclass(frozen=True, slots=True)
class Horizon:
    """How long InPost may still be acting on a call whose answer was lost."""

    single: timedelta = timedelta(minutes=2)
    batch: timedelta = timedelta(minutes=15)
    quiet: timedelta = timedelta(minutes=2)
    payment: timedelta = timedelta(minutes=1)
    """A payment that left no transaction by then was not taken up (design, settling 7)."""
    race: timedelta = timedelta(seconds=5)
    """How long a running purchase may still overtake a cancellation (API §3.2)."""

    @classmethod
    def shortened(cls, seconds: float) -> Horizon:
        """For tests: everything within `seconds`, the quiet time in proportion."""
        whole = timedelta(seconds=seconds)
        return cls(
            min(whole, timedelta(minutes=2)),
            whole,
            whole * 2 / 15,
            min(whole, timedelta(minutes=1)),
            min(whole / 3, timedelta(seconds=5)),
        )

    @property
    def lag(self) -> timedelta:
        """How long to wait before a first look is worth its request."""
        return min(LIST_LAG, self.batch / 2)

    def of(self, step: OpenStep) -> timedelta:
        """The horizon of one step."""
        if step.kind == changes.BULK_BUY:
            return self.payment * QUEUE
        if step.kind in changes.CHANGING:
            return self.payment
        return self.batch if step.kind == "batch" else self.single


def settle_changes(ledger: Ledger, client: Client, *, horizon: Horizon) -> tuple[int, int]:
    """Look once for every unsure change. Returns how many ended and how many did not."""
    open_steps = [step for step in unsure(ledger) if step.kind in changes.CHANGING]
    ids = [step.shipx_id for step in open_steps if step.shipx_id is not None]
    shipments = {one.id: one for one in read_all(client, ids)}
    seen.saw(ledger, list(shipments.values()), now=client.now())
    closed = 0
    for step in open_steps:
        shipment = shipments.get(step.shipx_id) if step.shipx_id is not None else None
        if shipment is None:
            continue
        # What was sent may have left this machine long after it was noted (it slept).
        age = client.now() - (step.newest_at or step.sent_at)
        why = result_of(step, shipment, age=age, horizon=horizon)
        if why == "edited":
            changes.edited(ledger, step.id, now=client.now())
        elif why:
            changes.ended(ledger, step.id, now=client.now(), why=why)
        closed += bool(why)
    return closed, len(open_steps) - closed


def result_of(step: OpenStep, shipment: Shipment, *, age: timedelta, horizon: Horizon) -> str:
    """How a step ended, or "" while InPost may still be at it; `age` is how long ago it may have been sent.

    Whoever holds it may still send it, whatever the clock says: then nothing is given up.
    """
    late = age > horizon.of(step) and not step.held
    if step.kind in changes.PAYING:
        return payment_result(shipment, before=step.transaction_before or 0, late=late)
    if step.kind == changes.CANCEL:
        return _cancel_result(shipment, settled=age > horizon.race, late=late)
    if stage.is_paid(shipment) or shipment.status == stage.CANCELED:
        return "overtaken"
    if step.kind == changes.EDIT:
        done = _is_edited(shipment, step.after)
    else:
        chosen = shipment.selected_offer
        done = chosen is not None and chosen.id == step.offer_id
    what = "edited" if step.kind == changes.EDIT else "selected"
    return what if done else "not_done" if late else ""


def payment_result(shipment: Shipment, *, before: int, late: bool) -> str:
    """How a payment step ended: `paid`, `failed`, `not_done`, or "" while InPost may still be at it.

    `late`: whether InPost would have begun by now.
    """
    if stage.is_paid(shipment):
        return "paid"
    if shipment.status == stage.CANCELED:
        return "canceled" if late else ""
    last = shipment.last_transaction
    if last is not None and last.id > before:
        return "failed" if last.status == "failure" else ""
    return "not_done" if late else ""


def _cancel_result(shipment: Shipment, *, settled: bool, late: bool) -> str:
    """A purchase under way may overtake a cancellation, so the first `canceled` is not the last word."""
    if stage.is_paid(shipment):
        return "overtaken"
    if shipment.status == stage.CANCELED:
        return "canceled" if settled else ""
    return "not_done" if late else ""


def _is_edited(shipment: Shipment, before: int) -> bool:
    """Editing makes offers anew: none are left, or there are younger ones than before."""
    if not shipment.offers:
        return bool(before)
    return max(offer.id for offer in shipment.offers) > before


def unsure(ledger: Ledger) -> list[OpenStep]:
    """Steps without an outcome that nobody is at."""
    return [step for step in journal.open_steps(ledger) if not step.living]


def read_all(client: Client, ids: Sequence[ShipmentId]) -> list[Shipment]:
    """Shipments by id, 100 a call. Those that lists leave out, as cancelled ones, are read singly.

    One that InPost denies (it does so at random, API §1.4) or cannot show is left out.
    """
    found: dict[ShipmentId, Shipment] = {}
    for start in range(0, len(ids), 100):
        part = ids[start : start + 100]
        found |= {one.id: one for one in client.shipments(ids=part).items}
        found |= {one.id: one for one in singly(client, [one for one in part if one not in found])}
    return list(found.values())


def singly(client: Client, ids: Sequence[ShipmentId]) -> list[Shipment]:
    """Shipments read one by one; those that cannot be had are left out."""
    found = []
    for one in ids:
        with contextlib.suppress(NotFound, NoAnswer):
            found.append(client.shipment(one))
    return found
