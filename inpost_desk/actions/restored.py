"""After a restore InPost is read before anything is sent: what was bought since the copy is not bought again.

Only reads at InPost. That nothing leaves before is seen to by the ledger itself (`ledger.restored`); every
door that may send asks here first, so that nobody has to.
"""

from __future__ import annotations

import logging
import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import ceil
from typing import Final

from inpost_desk.actions import settle
from inpost_desk.actions.pickup_elsewhere import adopt_since
from inpost_desk.actions.pickup_settling import settle_pickups
from inpost_desk.actions.settle import KEYS, MIRROR, MIRRORED, PROVEN, Horizon
from inpost_desk.domain.match import Matched, Wanted, match, same_receiver
from inpost_desk.domain.shipment import Shipment
from inpost_desk.errors import LedgerTrouble
from inpost_desk.ledger import mirrored, restored, seen
from inpost_desk.ledger.earlier import base_of
from inpost_desk.ledger.ledger import Ledger, local_now
from inpost_desk.shipx.client import Client

log = logging.getLogger(__name__)

# The clocks of two machines, and InPost's, need not agree.
MARGIN: Final = timedelta(days=1)
# A warehouse's months: no copy is too old, but a list that does not end is.
MANY_PAGES: Final = 20_000
_AT_ONCE: Final = 500
_DAY_NUMBER: Final = re.compile(r"\d\d-\d\d/\d{3,9}")


@dataclass(frozen=True, slots=True)
class ReadFirst:
    """What was found: `shipments` read, parcels of the copy that InPost has after all, couriers since."""

    shipments: int
    found: int
    pickups: int


def read_first(
    ledger: Ledger, client: Client, *, horizon: Horizon | None = None
) -> ReadFirst | None:
    """Read what was made since the copy, shipments and pickups, to the end; then the ledger may send again.

    None where there is nothing to do. Raises LedgerTrouble `restored_lately` while InPost may still be at
    what was asked for just before the ledger was lost, `restored` where its lists could not be read whole,
    and what reading raises.
    """
    mark = restored.marked(ledger)
    if mark is None:
        return None
    _wait_for_the_last_call(ledger, mark.quiet_since, (horizon or Horizon()).batch)
    # A new machine's clock may be wrong: InPost's own counts.
    client.account()
    since = _since(ledger, client, mark)
    found = _shipments(ledger, client, since, after=mark.after)
    settle_pickups(ledger, client, horizon=horizon)
    orders = adopt_since(ledger, client, since)
    if orders is None:
        raise LedgerTrouble("restored", detail=f"{mark.copied_at:%Y-%m-%d}")
    restored.was_read(ledger)
    log.info("InPost was read after a restore: %d shipments, %d found, %d pickups", *found, orders)
    return ReadFirst(*found, orders)


def read_when_quiet(ledger: Ledger, client: Client) -> bool:
    """As `read_first`, beside other work: whether InPost was read now. Raises what reading raises."""
    try:
        return read_first(ledger, client) is not None
    except LedgerTrouble as trouble:
        if trouble.rule not in ("restored", "restored_lately"):
            raise
        return False


def _wait_for_the_last_call(ledger: Ledger, quiet_since: datetime, horizon: timedelta) -> None:
    """What the lost ledger asked for last may still be under way at InPost, and no list shows it yet."""
    now = local_now()
    if quiet_since > now:
        restored.quiet_again(ledger, now)
        quiet_since = now
    left = quiet_since + horizon - now
    if left > timedelta():
        raise LedgerTrouble("restored_lately", detail=str(ceil(left / timedelta(minutes=1))))


def _since(ledger: Ledger, client: Client, mark: restored.Restored) -> datetime:
    noted = ledger.fact(MIRRORED)
    times = [client.now() - MIRROR, mark.copied_at - MARGIN]
    # The clock may have been fast when the copy was made: then its day says nothing.
    newest = restored.newest_of_copy(ledger, after=mark.after)
    if newest is not None:
        times.append(newest - MARGIN)
    if noted:
        times.append(datetime.fromisoformat(noted) - MARGIN)
    return min(times)


def _shipments(ledger: Ledger, client: Client, since: datetime, *, after: int) -> tuple[int, int]:
    """How many were read, and how many parcels of the copy were among them."""
    listed = settle.window(client, since=since, most=MANY_PAGES)
    if not listed.whole:
        raise LedgerTrouble("restored", detail=f"{since:%Y-%m-%d}")
    before = len(restored.unsent(ledger, after=after))
    ours, now = seen.our_keys(ledger), client.now()
    for start in range(0, len(listed.shipments), _AT_ONCE):
        mirrored.mirror(ledger, listed.shipments[start : start + _AT_ONCE], ours=ours, now=now)
    _adopt_by_reference(ledger, listed.shipments, after=after, now=now)
    bases = {base_of(one.reference) for one in listed.shipments}
    numbers = {one for one in bases if _DAY_NUMBER.fullmatch(one)}
    restored.count_on(ledger, numbers)
    ledger.learn(MIRRORED, now.isoformat())
    return len(listed.shipments), before - len(restored.unsent(ledger, after=after))


def _adopt_by_reference(
    ledger: Ledger, listed: list[Shipment], *, after: int, now: datetime
) -> None:
    """Where the account does not give our keys back: same reference and receiver, as many as there are."""
    wanted = restored.unsent(ledger, after=after)
    mine = seen.owned(ledger, [one.id for one in listed if one.id > after])
    free = [one for one in listed if one.id > after and one.id not in mine]
    proven = ledger.fact(KEYS) == PROVEN
    matched = match([one for _, one in wanted], free, keys_come_back=proven)
    found = dict(matched.found)
    if not proven:
        found |= _oldest_first(wanted, matched)
    pairs = [(number, found[one.key]) for number, one in wanted if one.key in found]
    restored.adopt(ledger, pairs, now=now)


def _oldest_first(wanted: list[tuple[int, Wanted]], matched: Matched) -> dict[str, Shipment]:
    """More or fewer than the copy wanted: the first of them are its own, and none of those is sent again."""
    taken = {one.id for one in matched.found.values()}
    found: dict[str, Shipment] = {}
    for _, one in wanted:
        for shipment in matched.suspects.get(one.key, ()):
            free = shipment.id not in taken and not shipment.keys
            if free and same_receiver(one, shipment):
                found[one.key] = shipment
                taken.add(shipment.id)
                break
    return found
