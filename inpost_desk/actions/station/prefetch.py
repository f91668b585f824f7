"""Labels on the disk before their boxes come, and shipments looked at before somebody prints them.

Both functions block while InPost is asked and are cheap while there is nothing to do: for a timer and a lane.
Nothing is bought and nothing is printed here.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from inpost_desk.actions.labels import LabelLine
from inpost_desk.actions.settle_changes import singly
from inpost_desk.actions.ship import LABEL_FOLDER
from inpost_desk.actions.waiting import Stop
from inpost_desk.errors import Trouble
from inpost_desk.labels.store import LabelStore
from inpost_desk.ledger import seen
from inpost_desk.ledger.ahead import long_unseen, without_label
from inpost_desk.ledger.ledger import Ledger
from inpost_desk.ledger.seen import Known
from inpost_desk.shipx.client import Client

# What was bought before that was packed, or is fetched when its box comes.
DAYS: Final = timedelta(days=14)
# Design §3.9: what was seen over ten minutes ago is asked for before it prints. Earlier, so that it need not.
OLDER_THAN: Final = timedelta(minutes=8)
# A label that InPost refused may be there later.
AGAIN_AFTER: Final = timedelta(minutes=10)
# So few that a scan which needs InPost too waits for no more than one call.
AT_ONCE: Final = 25
LISTED: Final = 100
# Those that a list leaves out are cancelled, or hidden for a moment: each costs a call of its own.
SINGLY: Final = 10


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
) -> int:
    """Ask InPost how shipments stand whose label is stored and not printed; how many were seen.

    Those that were seen within `older_than` are left alone, so that a scan prints without asking. Raises what
    asking InPost raises, and `LedgerTrouble`.
    """
    now = client.now()
    ids = long_unseen(ledger, since=now - DAYS, seen=now - older_than, most=most)
    missing = []
    count = 0
    for start in range(0, len(ids), LISTED):
        part = ids[start : start + LISTED]
        found = [one for one in client.shipments(ids=part).items if one.id in part]
        seen.saw(ledger, found, now=client.now())
        count += len(found)
        missing += [one for one in part if one not in {shipment.id for shipment in found}]
    if missing:
        # From another one on each time: some are never found, and must not keep the others from being seen.
        first = int(now.timestamp()) % len(missing)
        alone = singly(client, (missing[first:] + missing[:first])[:SINGLY])
        seen.saw(ledger, alone, now=client.now())
        count += len(alone)
    return count


def _parts(known: Sequence[Known]) -> Iterator[Sequence[Known]]:
    for start in range(0, len(known), AT_ONCE):
        yield known[start : start + AT_ONCE]
