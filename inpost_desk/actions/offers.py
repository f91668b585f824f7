"""Offer mode: InPost prepares offers, somebody or a rule chooses one, and that one is bought, once.

The door to it for window and command line. `shipment_id` is the ledger's own number throughout; what an
action came to is one of the ends of `changing`.
"""

from __future__ import annotations

from inpost_desk.actions.buying import (
    Offered,
    Selected,
    choose,
    offered,
    offers_of,
    renew,
    select,
)
from inpost_desk.actions.changing import (
    Bought,
    Busy,
    Cancelled,
    Changer,
    End,
    Expired,
    Failed,
    Pending,
    Ready,
)
from inpost_desk.actions.choosing import ASK, CHEAPEST, WAVE
from inpost_desk.actions.offers_many import buy_many, cheapest, select_many
from inpost_desk.actions.send import Sender, Terms
from inpost_desk.actions.unpaid import cancel, edit, make_anew
from inpost_desk.actions.waiting import Stop
from inpost_desk.ledger import changes, seen
from inpost_desk.ledger.ledger import Ledger
from inpost_desk.shipx.client import Client

__all__ = [
    "ASK",
    "CHEAPEST",
    "WAVE",
    "Bought",
    "Busy",
    "Cancelled",
    "End",
    "Expired",
    "Failed",
    "Offered",
    "Pending",
    "Selected",
    "buy_many",
    "cancel",
    "cheapest",
    "choose",
    "edit",
    "make_anew",
    "offers_of",
    "prepare",
    "renew",
    "select",
    "select_many",
    "waiting_in",
]


def prepare(
    ledger: Ledger, client: Client, run_id: int, *, terms: Terms, stop: Stop
) -> tuple[Offered, ...]:
    """Make a run's shipments and wait until InPost has prepared their offers; nothing of them is bought.

    What a run has in simplified mode is bought by it, as by any run. Raises what `Sender.send` raises; what
    was refused or has no offers is for `report` to tell.
    """
    Sender(ledger, client, run_id, terms, lambda _: None, lambda _: None, stop).send()
    return waiting_in(ledger, client, run_id)


def waiting_in(ledger: Ledger, client: Client, run_id: int) -> tuple[Offered, ...]:
    """The shipments of a run whose offers wait for a choice, in pile order."""
    known = [one for one in seen.of_run(ledger, run_id) if one.offered and not one.open_step]
    shipments = Changer(ledger, client).read([one.shipx_id for one in known])
    ours = changes.find_all(ledger, [one.shipment_id for one in known])
    return tuple(
        offered(Ready(one, shipments[one.shipx_id]))
        for one in ours
        if one.shipx_id is not None and one.shipx_id in shipments
    )
