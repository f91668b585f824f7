"""Wymień: after the purchase another shipment is bought in the place of one, which then must not leave.

InPost changes nothing in a shipment that is paid. The old one carries its successor's number before a byte
of that is sent, and the commit that notes the new one as paid marks the old one `do_not_send`. Until then
the old one stays good, so that a refused replacement costs nothing.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from inpost_desk.actions import new_shipment
from inpost_desk.actions.changing import Cancelled, Changer, Ready
from inpost_desk.actions.send import Sender, Terms
from inpost_desk.actions.unpaid import cancel
from inpost_desk.actions.waiting import Stop
from inpost_desk.domain import stage
from inpost_desk.domain.draft import Draft
from inpost_desk.ledger import anew, changes, report
from inpost_desk.ledger.ledger import Ledger
from inpost_desk.ledger.report import RowStanding
from inpost_desk.shipx.client import Client

CANCELLED: Final = "cancelled"
"""InPost cancelled the old one: nothing is paid for it."""
NO_CHARGE_BACK: Final = "no_charge_back"
"""It stays paid; no way to have the money back is known. Unused it is cancelled after 45 days (API §4.1)."""


@dataclass(frozen=True, slots=True)
class Replaced:
    """`new` is how the new shipment stands; `old` says what becomes of the old one's money.

    `old` is "" while the new one is not bought: then the old one is still good.
    """

    new: RowStanding
    old: str = ""


def enter_replacement(
    ledger: Ledger,
    client: Client,
    shipment_id: int,
    draft: Draft,
    terms: Terms,
    *,
    draft_id: str,
) -> int | None:
    """Plan the new shipment of an edited draft beside the old one (`shipment_id`); the number of its run.

    Entered again under the same `draft_id` it is the same order, corrected where it was not sent yet. None
    where the old one was replaced by another draft already. Raises ValueError for a draft with mistakes.
    """
    ours = changes.find(ledger, shipment_id)
    if ours is None:
        return None
    one = replace(draft, count=1, reference=draft.reference or ours.reference)
    run_id = new_shipment.enter(ledger, client, one, terms, draft_id=draft_id, again=True)
    return run_id if anew.replace_by(ledger, shipment_id, run_id) else None


def replace_shipment(
    ledger: Ledger,
    client: Client,
    shipment_id: int,
    run_id: int,
    *,
    terms: Terms,
    stop: Stop,
) -> Replaced:
    """Buy the replacement of `enter_replacement`, then see to the old one. Labels are fetched by `ship.work`.

    May be repeated: nothing is bought or cancelled twice. Raises what `Sender.send` raises.
    """
    Sender(ledger, client, run_id, terms, lambda _: None, lambda _: None, stop).send()
    return end_old(ledger, client, shipment_id, run_id, terms=terms, stop=stop)


def end_old(
    ledger: Ledger,
    client: Client,
    shipment_id: int,
    run_id: int,
    *,
    terms: Terms,
    stop: Stop,
) -> Replaced:
    """Cancel the old one where InPost still allows it, once its replacement is bought."""
    (new,) = report.standing_of_run(ledger, run_id)
    ours = changes.find(ledger, shipment_id)
    if ours is None or not ours.do_not_send:
        return Replaced(new)
    return Replaced(new, _money_back(ledger, client, shipment_id, terms=terms, stop=stop))


def _money_back(
    ledger: Ledger, client: Client, shipment_id: int, *, terms: Terms, stop: Stop
) -> str:
    at = Changer(ledger, client, terms.horizon, stop)
    ready = at.ready(shipment_id)
    if not isinstance(ready, Ready):
        return NO_CHARGE_BACK
    if ready.shipment.status == stage.CANCELED:
        return CANCELLED
    if stage.is_paid(ready.shipment):
        return NO_CHARGE_BACK
    end = cancel(ledger, client, shipment_id, stop=stop, horizon=terms.horizon)
    return CANCELLED if isinstance(end, Cancelled) else NO_CHARGE_BACK
