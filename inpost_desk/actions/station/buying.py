"""One order bought because it was scanned: the steps of a run, for one row of a pile, and nothing else of it.

The journal keeps a run that is under way over the same pile and this from asking for the same parcel twice.
Printing is not done here.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, field, replace
from typing import Final

from inpost_desk.actions import new_shipment, pile, ship
from inpost_desk.actions.labels import LabelLine
from inpost_desk.actions.pile import Rules
from inpost_desk.actions.pile_kin import with_kin
from inpost_desk.actions.progress import Progress
from inpost_desk.actions.send import Terms
from inpost_desk.actions.ship import Haste
from inpost_desk.actions.waiting import Stop
from inpost_desk.domain.draft import Draft
from inpost_desk.domain.draft_from import draft_of
from inpost_desk.domain.order import Field
from inpost_desk.domain.weekend_window import WeekendWindow
from inpost_desk.errors import (
    FileTrouble,
    LedgerTrouble,
    NoAnswer,
    NotAllowed,
    Offline,
    TooFast,
    Trouble,
)
from inpost_desk.labels.store import LabelStore
from inpost_desk.ledger import changes, piles, report, seen, station_find
from inpost_desk.ledger.ledger import Ledger
from inpost_desk.shipx.client import Client

# Why an order waits though everything was done that could be done now.
OFFLINE: Final = "offline"
SLOW: Final = "slow"


@dataclass(frozen=True, slots=True)
class Till:
    """What a purchase at the station needs. `alone` is held while rows of piles are changed or taken."""

    ledger: Ledger
    client: Client
    terms: Callable[[], Terms]
    alone: AbstractContextManager[object] = threading.Lock()
    weekend: WeekendWindow | None = None
    haste: Haste = field(default_factory=Haste)
    """Kept from one purchase to the next."""


def buy_row(
    till: Till, pile_id: int, row: int, *, cells: Mapping[Field, str], stop: Stop
) -> str:  # fmt: skip
    """Buy the parcel of one row and fetch its label; `cells` are written into the row before.

    Returns why it may not have come to an end: `offline` or `slow`; how it stands the ledger knows. Raises
    NotAllowed, Refused, LedgerTrouble, FileTrouble and `QuestionOpen` where nobody said how parcels leave.
    """
    try:
        terms = till.terms()
        look_around_once(till, terms)
        rules = Rules(
            terms.contract,
            terms.choices.sending_method,
            weekend_shut=till.weekend is not None
            and not till.weekend.at(till.client.now()).open,
        )  # fmt: skip
        run_id = _enter(till, pile_id, row, rules=rules, cells=cells)
    except (Offline, NoAnswer, TooFast):
        return OFFLINE
    if run_id is None:
        return SLOW
    return _work(till, run_id, terms, stop)


def look_around_once(till: Till, terms: Terms) -> None:
    """Before a session's first purchase: what an earlier start left unsure, and what was made elsewhere."""
    process = till.ledger.owner.id
    if till.ledger.fact(_LOOKED) != process:
        ship.look_around(till.ledger, till.client, terms)
        till.ledger.learn(_LOOKED, process)


_LOOKED: Final = "station_looked_around"


def _enter(
    till: Till, pile_id: int, row: int, *, rules: Rules, cells: Mapping[Field, str]
) -> int | None:
    """The number of the run that this row alone is for, None where there is nothing to send."""
    ledger, client = till.ledger, till.client
    if cells:
        with till.alone:
            pile.edit(ledger, pile_id, {row: cells}, rules)
    points = pile.ask_points(ledger, client, pile_id, rows=[row])
    with till.alone:
        pile.check(ledger, pile_id, rules, rows=[row], points=points)
        among = with_kin(ledger, pile_id, [row])
        imported = pile.for_sending(ledger, pile_id, rules, [row], points=points, among=among)
        if not imported.rows:
            return None
        again = piles.sent_again(ledger, pile_id)
        return ship.enter(ledger, client, imported, duplicates=ship.SKIP, again_about=again)


def _work(till: Till, run_id: int, terms: Terms, stop: Stop) -> str:
    # What is unsure is found out beside, and the packer goes on.
    finished = ship.work(
        till.ledger,
        till.client,
        run_id,
        terms=replace(terms, wait=False, patient=False),
        show=_quiet,
        stop=stop,
        haste=till.haste,
    )
    match finished.trouble:
        case NotAllowed() | LedgerTrouble() | FileTrouble():
            # A full disk is no outage: nobody would look for it.
            raise finished.trouble
        case Trouble():
            return OFFLINE
    return SLOW


def _quiet(_progress: Progress) -> None:
    """Nobody watches a single parcel."""


def go_on(till: Till, shipment_id: int, *, stop: Stop) -> str:
    """Go on with the purchase of a further parcel, which no pile has; as `buy_row`."""
    run_id = station_find.run_of(till.ledger, shipment_id)
    if run_id is None or len(report.standing_of_run(till.ledger, run_id)) != 1:
        # The run of a whole file: that one parcel was scanned must not buy all others.
        return SLOW
    try:
        terms = till.terms()
    except (Offline, NoAnswer, TooFast):
        return OFFLINE
    return _work(till, run_id, terms, stop)


def fetch_label(till: Till, shipment_id: int) -> str:
    """Fetch the label of a bought shipment (the ledger's own number); as `buy_row` what keeps it away."""
    known = seen.known_shipments(till.ledger, [shipment_id])
    store = LabelStore(till.ledger.folder / ship.LABEL_FOLDER)
    line = LabelLine(till.ledger, till.client, store, examined_by=till.haste.examiner)
    line.put(known)
    line.finish()
    if line.trouble is None:
        return SLOW
    if isinstance(line.trouble, Offline | NoAnswer | TooFast):
        return OFFLINE
    raise line.trouble


def another(
    till: Till, shipment_id: int, *, name: str, stop: Stop
) -> tuple[int | None, str]:  # fmt: skip
    """One more parcel for the order of that shipment, without money; its shipment and why it may wait.

    `name` is this wish's own: asked for again under it nothing is bought twice. Raises as `buy_row`.
    """
    try:
        terms = till.terms()
        look_around_once(till, terms)
        draft = _like(till, shipment_id)
        if draft is None:
            return None, SLOW
        run_id = new_shipment.enter(
            till.ledger, till.client, draft, terms, draft_id=name, again=True
        )
    except (Offline, NoAnswer, TooFast):
        return None, OFFLINE
    why = _work(till, run_id, terms, stop)
    (standing,) = report.standing_of_run(till.ledger, run_id)
    return standing.local_id, why


def _like(till: Till, shipment_id: int) -> Draft | None:
    ours = changes.find(till.ledger, shipment_id)
    if ours is None or ours.shipx_id is None:
        return None
    draft = draft_of(ours.wish, till.client.shipment(ours.shipx_id))
    return new_shipment.another_parcel(till.ledger, ours.reference, draft)
