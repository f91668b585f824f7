"""Labels on the disk before their boxes come, and shipments looked at before somebody prints them.

Both functions block while InPost is asked and are cheap while there is nothing to do: for a timer and a lane.
Nothing is bought and nothing is printed here.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator, MutableMapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from inpost_desk.actions.labels import LabelLine
from inpost_desk.actions.ship import LABEL_FOLDER
from inpost_desk.actions.waiting import Stop
from inpost_desk.domain.shipment import Shipment, ShipmentId
from inpost_desk.errors import (
    LedgerTrouble,
    NoAnswer,
    NotFound,
    Offline,
    TooFast,
    Trouble,
)
from inpost_desk.labels.store import LabelStore
from inpost_desk.ledger import seen
from inpost_desk.ledger.ahead import long_unseen, without_label
from inpost_desk.ledger.ledger import Ledger
from inpost_desk.ledger.seen import Known
from inpost_desk.shipx.client import Client

log = logging.getLogger(__name__)

# What was bought before that was packed, or is fetched when its box comes.
DAYS: Final = timedelta(days=14)
# What InPost said of a shipment is believed for so long before its label prints (design §3.9).
FRESH: Final = timedelta(minutes=10)
# Asked for earlier, so that a scan need not.
OLDER_THAN: Final = timedelta(minutes=8)
# A label that InPost refused may be there later.
AGAIN_AFTER: Final = timedelta(minutes=10)
# So few that a scan which needs InPost too waits for no more than one call.
AT_ONCE: Final = 25
LISTED: Final = 100
# Those that a list leaves out are cancelled, or hidden for a moment: each costs a call of its own.
SINGLY: Final = 10
# One that InPost does not know is hardly known a moment later.
ASK_ANEW: Final = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Prefetched:
    """How many labels were stored of how many that were `wanted`; `trouble` is what ended it early."""

    wanted: int = 0
    stored: int = 0
    trouble: Trouble | None = None


def prefetch(ledger: Ledger, client: Client, *, stop: Stop, most: int = 100) -> Prefetched:
    """Fetch, check and store labels of what is bought, in the order of the piles; `most` of them.

    Ends after the present call when `stop` is asked. Raises `LedgerTrouble`.
    """
    now = client.now()
    wanted = without_label(ledger, since=now - DAYS, tried=now - AGAIN_AFTER, most=most)
    stored: list[int] = []
    for part in _parts(wanted):
        if stop.asked:
            break
        line = LabelLine(ledger, client, LabelStore(ledger.folder / LABEL_FOLDER), stored.append)
        line.put(part)
        line.finish()
        if line.trouble is not None:
            return Prefetched(len(wanted), sum(stored), line.trouble)
    return Prefetched(len(wanted), sum(stored))


def look_again(
    ledger: Ledger,
    client: Client,
    *,
    older_than: timedelta = OLDER_THAN,
    most: int = 5 * LISTED,
    unknown: MutableMapping[ShipmentId, datetime] | None = None,
) -> int:
    """Ask InPost how shipments stand whose label is stored and not printed; how many were seen.

    Those that were seen within `older_than` are left alone, so that a scan prints without asking. Raises what
    asking InPost raises, and `LedgerTrouble`. `unknown` is kept from one look to the next: which InPost did
    not know, and when it was asked.
    """
    unknown = {} if unknown is None else unknown
    now = client.now()
    ids = long_unseen(ledger, since=now - DAYS, seen=now - older_than, most=most)
    count, missing = _listed(ledger, client, ids)
    due = [one for one in missing if one not in unknown or now - unknown[one] >= ASK_ANEW]
    # From another one on each time: one that gets no answer must not keep the others from being seen.
    first = int(now.timestamp()) % len(due) if due else 0
    for one in (due[first:] + due[:first])[:SINGLY]:
        try:
            shipment = _glanced(client, one)
        except NotFound:
            unknown[one] = now
            continue
        if shipment is not None:
            seen.saw(ledger, [shipment], now=client.now())
            count += 1
        elif client.outage is not None:
            break
    return count


def look_before_printing(
    ledger: Ledger, client: Client, ids: Sequence[ShipmentId]
) -> frozenset[ShipmentId]:
    """Ask InPost how these stand whose labels print next; those that it does not know, asked twice alone.

    An outage is no reason not to print: what cannot be asked stays as it was seen last. Raises
    `LedgerTrouble`.
    """
    gone = set()
    try:
        _count, missing = _listed(ledger, client, ids)
        for one in missing:
            try:
                shipment = _glanced(client, one, tries=2)
            except NotFound:
                gone.add(one)
                continue
            if shipment is not None:
                seen.saw(ledger, [shipment], now=client.now())
            elif client.outage is not None:
                break
    except LedgerTrouble:
        raise
    except Trouble as trouble:
        log.info("what waits prints as it was seen last: %s", type(trouble).__name__)
    return frozenset(gone)


def _listed(
    ledger: Ledger, client: Client, ids: Sequence[ShipmentId]
) -> tuple[int, list[ShipmentId]]:
    """Note what lists say of these: how many they show, and which they leave out."""
    missing: list[ShipmentId] = []
    for start in range(0, len(ids), LISTED):
        part = ids[start : start + LISTED]
        found = [one for one in client.shipments(ids=part).items if one.id in part]
        seen.saw(ledger, found, now=client.now())
        known = {one.id for one in found}
        missing += [one for one in part if one not in known]
    return len(ids) - len(missing), missing


def _glanced(client: Client, one: ShipmentId, *, tries: int = 1) -> Shipment | None:
    """A short look at one; None where nothing is known. NotFound where each try (API §1.4) said so."""
    for left in reversed(range(tries)):
        try:
            return client.glance(one)
        except NotFound:
            if not left:
                raise
        except (Offline, NoAnswer, TooFast):
            return None
    return None


def _parts(known: Sequence[Known]) -> Iterator[Sequence[Known]]:
    for start in range(0, len(known), AT_ONCE):
        yield known[start : start + AT_ONCE]
