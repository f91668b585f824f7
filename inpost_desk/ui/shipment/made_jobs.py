"""What `buying` has done on lanes for one unpaid shipment that InPost has: edited, paid, its label fetched.

As `buying_jobs`, but nothing is entered and no run is gone on with: its run may have a hundred other rows.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from inpost_desk.actions.waiting import Stop
from inpost_desk.domain.draft import to_json
from inpost_desk.domain.shipment import OfferId
from inpost_desk.settings import Settings
from inpost_desk.ui.shipment.buying_jobs import (
    Order,
    Show,
    choose_then,
    is_refused,
    read_offers,
    says,
    standing,
    stuck_of,
    terms_for,
)
from inpost_desk.ui.shipment.purchase import OffersAnswer, Purchase

if TYPE_CHECKING:
    from inpost_desk.actions.changing import End
    from inpost_desk.actions.offers import Offered
    from inpost_desk.session import Session


def buy(session: Session, known: Settings, order: Order, show: Show, stop: Stop) -> Purchase:
    """Make it what the draft says and pay for the offer that is chosen, or for the only one there is."""
    del show
    answer = ask_offers(session, known, order, stop)
    if answer.bought is not None:
        return go_on(session, known, order, lambda _: None, stop)
    offers = [one for choice in answer.choices for one in choice.offers]
    had = [one for one in offers if one.status == "available"]
    chosen = next((one for one in offers if one.status == "selected"), None)
    offer = chosen or (had[0] if len(had) == 1 else None)
    if offer is None:
        return Purchase(order.run_id, stuck=answer.stuck)
    return choose(session, known, order, {order.begun.made: offer.id}, stop)[0]


def ask_offers(session: Session, known: Settings, order: Order, stop: Stop) -> OffersAnswer:
    """Its offers as they are; where the draft is another one than it was made from, InPost edits it first."""
    end = _edit(session, known, order, stop)
    if is_refused(end):
        return OffersAnswer(order.run_id, stuck=(stuck_of(end),))
    return read_offers(session, order, (order.begun.made,), anew=end is not None)


def choose(
    session: Session, known: Settings, order: Order, wanted: Mapping[int, OfferId], stop: Stop
) -> tuple[Purchase, OffersAnswer | None]:
    """Buy that offer, once, and fetch the label."""
    return choose_then(
        session, order, wanted, stop, lambda: go_on(session, known, order, lambda _: None, stop)
    )


def go_on(session: Session, known: Settings, order: Order, show: Show, stop: Stop) -> Purchase:
    """Fetch its label where that is not stored yet."""
    from inpost_desk.actions import ship
    from inpost_desk.actions.labels import LabelLine
    from inpost_desk.labels.store import LabelStore
    from inpost_desk.ledger import seen

    del known, show, stop
    ledger, client = session.ledger, session.client
    line = LabelLine(ledger, client, LabelStore(ledger.folder / ship.LABEL_FOLDER))
    mine = seen.known_shipments(ledger, [order.begun.made])
    line.put([one for one in mine if one.paid and not one.has_label])
    line.finish()
    return standing(session, order.run_id, only=order.begun.made)


def _edit(session: Session, known: Settings, order: Order, stop: Stop) -> Offered | End | None:
    from inpost_desk.actions import unpaid
    from inpost_desk.ledger import changes

    ledger, client, draft = session.ledger, session.client, order.draft
    ours = changes.find(ledger, order.begun.made)
    if ours is None or says(ours.wish or to_json(order.begun.draft).decode(), draft):
        return None
    choices = terms_for(session, known, draft).choices
    return unpaid.edit(ledger, client, order.begun.made, draft, choices, stop=stop)
