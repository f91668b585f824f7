"""What was scanned and could not be printed at once: worked off in the order of the scans, printed on a key.

Nothing here prints by itself: the box may have gone. One order at a time, so that recovery after an outage is
gradual.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from inpost_desk.actions import printing
from inpost_desk.actions.outlets import Outlets
from inpost_desk.actions.print_line import Printed
from inpost_desk.actions.printing import Ahead
from inpost_desk.actions.ready import Label
from inpost_desk.actions.settle import settle
from inpost_desk.actions.station.buying import (
    OFFLINE,
    Till,
    another,
    buy_row,
    fetch_label,
    go_on,
)
from inpost_desk.actions.station.prefetch import FRESH, look_before_printing
from inpost_desk.actions.waiting import Stop
from inpost_desk.domain.order import Field
from inpost_desk.domain.shipment import ShipmentId
from inpost_desk.domain.stage import CANCELED, Stage
from inpost_desk.domain.station import Armed
from inpost_desk.errors import LedgerTrouble, NotAllowed, Trouble
from inpost_desk.ledger import prints, scans, station_find, waiting_labels
from inpost_desk.ledger.ledger import Ledger
from inpost_desk.ledger.prints import TAKEN
from inpost_desk.ledger.scans import What
from inpost_desk.ledger.station_find import Found
from inpost_desk.ledger.waiting_labels import Wait, Waiting
from inpost_desk.shipx.client import Client

log = logging.getLogger(__name__)

_BEGINS = frozenset({Stage.READY, Stage.UNPAID, Stage.TO_FIX})
_GOES_ON = _BEGINS | {Stage.UNDER_WAY}
# Why one waits no more, in the rule words of the station.
NOT_BOUGHT: Final = "not_bought"
UNKNOWN_AT_INPOST: Final = "unknown_at_inpost"
_ON_PAPER = frozenset({Stage.PRINTED, Stage.PRINTING, Stage.MAYBE_PRINTED})


@dataclass(frozen=True, slots=True)
class Worked:
    """What one round came to. `offline` says that it is of no use to go on now.

    `ready` are references whose label has come, `given_up` those that need a person, each with the rule why.
    """

    ready: tuple[str, ...] = ()
    given_up: tuple[tuple[str, str], ...] = ()
    offline: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """Labels that had `waited`: how their printing ended, and references that must not leave, with why."""

    waited: int
    printed: Printed
    stopped: tuple[tuple[str, str], ...] = ()


def work_off(till: Till, *, stop: Stop, may_buy: bool = True) -> Worked:
    """Do what can be done about each order that waits, the first scanned first. Raises as `buy_row`.

    Without `may_buy` no purchase begins: who decides that may have changed it since the scan.
    """
    ready: list[str] = []
    given_up: list[tuple[str, str]] = []
    offline = False
    for one in waiting_labels.awaited(till.ledger):
        found = _found(till.ledger, one)
        if stop.asked or offline:
            break
        if found is None:
            waiting_labels.done(till.ledger, [one.id], Wait.DROPPED)
            continue
        try:
            if may_buy or not _begins(found):
                offline = _go_on(till, one, found, stop=stop)
        except (NotAllowed, LedgerTrouble):
            raise
        except Trouble as trouble:
            # It alone: what was scanned after it does not wait for it too.
            log.info("an order that waits does not go on: %s", type(trouble).__name__)
            continue
        found = _found(till.ledger, one) or found
        why = _given_up(found, may_buy=may_buy)
        if found.label and not why:
            offline = not _with_further(till, one, found, stop=stop)
            if not offline and _offered(till.ledger, one, found):
                ready.append(one.scanned.reference)
        elif why and not offline:
            waiting_labels.done(till.ledger, [one.id], Wait.DROPPED)
            given_up.append((one.scanned.reference, why))
    return Worked(tuple(ready), tuple(given_up), offline=offline)


def _offered(ledger: Ledger, one: Waiting, found: Found) -> bool:
    """Its label is here: it can be printed, unless it was meanwhile."""
    if found.stage in _ON_PAPER:
        waiting_labels.done(ledger, [one.id], Wait.PRINTED)
        return False
    return waiting_labels.made_ready(ledger, one.id, found.box.shipment_id or 0)


def _with_further(till: Till, one: Waiting, found: Found, *, stop: Stop) -> bool:
    """×3 was asked for: two more are bought and wait as well. False where InPost could not be reached."""
    for place in range(2, one.scanned.asked.count + 1):
        # The entry's own names: whatever is cut off, nothing of it is bought twice.
        name = f"late-{one.id}-{place}"
        more, _why = another(till, found.box.shipment_id or 0, name=name, stop=stop)
        if more is None:
            return False
        made = station_find.by_shipment(till.ledger, more)
        reference = made.box.reference if made is not None else one.scanned.reference
        wish = replace(one.scanned, row=None, pile_id=None, shipment_id=more, asked=Armed())
        wish = replace(wish, reference=reference)
        waiting_labels.put(till.ledger, wish, one.reason, now=one.scanned_at)
    return True


def _begins(found: Found) -> bool:
    """Whether to go on with it is to send it, or to pay for it anew."""
    return found.row is not None and found.stage in _BEGINS


def _given_up(found: Found, *, may_buy: bool) -> str:
    """Why it waits no more, "" where it does."""
    if why := must_not_leave(found):
        return why
    if not may_buy and found.stage is Stage.READY and _begins(found):
        return NOT_BOUGHT
    return (found.rule or found.stage.value) if needs_person(found) else ""


def must_not_leave(found: Found) -> str:
    """Why no label of it is to be printed any more, "" where nothing is known against it."""
    if found.do_not_send or found.successor is not None or found.stage is Stage.REPLACED:
        return Stage.REPLACED.value
    return CANCELED if found.canceled else ""


def needs_person(found: Found) -> bool:
    """Whether time alone changes nothing."""
    return found.stage in {
        Stage.TO_FIX,
        Stage.REFUSED,
        Stage.UNPAID,
        Stage.OFFERED,
        Stage.HELD,
        Stage.QUESTION,
        Stage.DUPLICATE,
        Stage.REPLACED,
        Stage.BAD_LABEL,
    }


def cells_of(armed: Armed) -> dict[Field, str]:
    """What a command code said about the order, as its row says it."""
    cells = {Field.SIZE: armed.size} if armed.size else {}
    if armed.weekend:
        cells[Field.WEEKEND] = "tak" if armed.weekend == "on" else "nie"
    return cells


def _go_on(till: Till, one: Waiting, found: Found, *, stop: Stop) -> bool:
    """One step further; whether InPost could not be reached."""
    shipment = found.box.shipment_id
    if found.stage in _GOES_ON and found.pile_id is not None and found.row is not None:
        cells = cells_of(one.scanned.asked) if found.stage in {Stage.READY, Stage.TO_FIX} else {}
        return buy_row(till, found.pile_id, found.row, cells=cells, stop=stop) == OFFLINE
    if found.stage in _GOES_ON and shipment is not None:
        return go_on(till, shipment, stop=stop) == OFFLINE
    if found.stage is Stage.BOUGHT and shipment is not None:
        return fetch_label(till, shipment) == OFFLINE
    if found.stage is Stage.UNSURE:
        settle(till.ledger, till.client, horizon=till.terms().horizon)
    return False


def _found(ledger: Ledger, one: Waiting) -> Found | None:
    if one.scanned.shipment_id is not None:
        return station_find.by_shipment(ledger, one.scanned.shipment_id)
    if one.scanned.pile_id is not None and one.scanned.row is not None:
        return station_find.by_row(ledger, one.scanned.pile_id, one.scanned.row)
    return None


def print_ready(
    ledger: Ledger,
    outlets: Outlets,
    *,
    now: Callable[[], datetime],
    stop: Stop,
    before: Callable[[int], Ahead],
    client: Client | None = None,
    operator: str = "",
    station: str = "",
) -> Block:
    """Every label that waits at this station, in the order of the scans, as one block.

    `before` makes its separator of how many there are. `client` is None where InPost cannot be asked whether
    they may still leave. Raises as `printing.print_labels`; what was printed until then waits no more.
    """
    waits = [one for one in waiting_labels.ready(ledger) if one.scanned.station == station]
    unknown = _looked_at(ledger, client, waits) if client is not None else frozenset()
    some, stopped = _still_good(ledger, waits, unknown)
    labels = [Label(one.scanned.shipment_id or 0, one.scanned.reference) for one in some]
    try:
        done = printing.print_labels(
            ledger, outlets, labels, now=now, stop=stop, before=before(len(some))
        )
    finally:
        gone = _printed(ledger, some)
        waiting_labels.done(ledger, [one.id for one in gone], Wait.PRINTED)
        for one in gone:
            scans.note(
                ledger,
                What.LATE_BLOCK,
                now=now(),
                reference=one.scanned.reference,
                name=one.scanned.name,
                shipment_id=one.scanned.shipment_id,
                operator=operator,
                station=station,
            )
    return Block(len(some) + len(stopped), done, stopped)


def waits_no_more(ledger: Ledger, shipment_id: int) -> None:
    """Its label was printed otherwise."""
    some = [
        one.id for one in waiting_labels.ready(ledger) if one.scanned.shipment_id == shipment_id
    ]
    if some:
        waiting_labels.done(ledger, some, Wait.PRINTED)


def _looked_at(
    ledger: Ledger, client: Client, some: Sequence[Waiting]
) -> frozenset[ShipmentId]:  # fmt: skip
    """Read what InPost said nothing of lately; which of it InPost does not know."""
    since = client.now() - FRESH
    found = [_found(ledger, one) for one in some]
    ids = [
        ShipmentId(one.shipx_id)
        for one in found
        if one is not None and one.shipx_id and (one.seen_at is None or one.seen_at <= since)
    ]
    return look_before_printing(ledger, client, ids)


def _still_good(
    ledger: Ledger, some: Sequence[Waiting], unknown: Collection[ShipmentId]
) -> tuple[list[Waiting], tuple[tuple[str, str], ...]]:
    """What is printed; what was replaced or cancelled meanwhile, or is `unknown` at InPost, waits no more."""
    good, stopped = [], []
    for one in some:
        found = _found(ledger, one)
        why = must_not_leave(found) if found is not None else ""
        if found is not None and not why and found.shipx_id in unknown:
            why = UNKNOWN_AT_INPOST
        if found is None or why:
            waiting_labels.done(ledger, [one.id], Wait.DROPPED)
            stopped.append((one.scanned.reference, why or CANCELED))
        else:
            good.append(one)
    return good, tuple(stopped)


def _printed(ledger: Ledger, some: Sequence[Waiting]) -> list[Waiting]:
    """Those that went to a printer, now or meanwhile from elsewhere."""
    states = prints.printed_states(ledger, [one.scanned.shipment_id or 0 for one in some])
    return [one for one in some if states.get(one.scanned.shipment_id or 0) in TAKEN]
