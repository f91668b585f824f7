"""Hints that a shipment has changed (InPost's notifications): it is read again, soon and sparingly.

A hint is never a fact. Forged, repeated, late and disordered ones cost at most one look each, only at what
the ledger has, and never many at a time. Following InPost by itself goes on beside it: no hint is needed.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import datetime, timedelta
from typing import Final, TypeVar

from inpost_desk.actions.waiting import Stop
from inpost_desk.clock import steady_now
from inpost_desk.domain.shipment import Shipment, ShipmentId
from inpost_desk.domain.tracking import Notification
from inpost_desk.errors import NoAnswer, NotFound, Trouble
from inpost_desk.ledger import hinted, seen
from inpost_desk.ledger.ledger import Ledger
from inpost_desk.shipx.client import Client

AT_ONCE: Final = 100
"""How many shipments a list call asks about."""
SINGLY: Final = 3
# What happens to one shipment in this time is looked at together.
TOGETHER: Final = timedelta(seconds=10)
# Between two looks at whatever was hinted at: a flood of events is no flood of requests.
BETWEEN: Final = timedelta(seconds=2)
# After a look in vain.
LATER: Final = timedelta(seconds=60)
# Of more than these the oldest are forgotten; they are found by following InPost.
MOST_WAITING: Final = 2_000
MOST_REMEMBERED: Final = 5_000

K = TypeVar("K")
V = TypeVar("V")

Name = int | str
"""InPost's id, or a tracking number where a notification has no id."""


class Hints:
    """What waits to be looked at. `take` on any thread, `work` on one at a time."""

    def __init__(
        self, ledger: Ledger, client: Client, *, now: Callable[[], datetime] = steady_now
    ) -> None:
        self._ledger = ledger
        self._client = client
        self._now = now
        self._lock = threading.Lock()
        self._due: OrderedDict[Name, datetime] = OrderedDict()
        self._looked: OrderedDict[Name, datetime] = OrderedDict()
        self._heard: OrderedDict[int, None] = OrderedDict()
        self._missed: OrderedDict[Name, None] = OrderedDict()
        self._next = now()

    def take(self, notification: Notification) -> bool:
        """Remember what it names; whether that is anything new. Asks nobody."""
        name = notification.shipment or notification.tracking_number
        if not name:
            return False
        heard = hash(
            (
                notification.event,
                notification.at,
                name,
                notification.status,
                notification.tracking_number,
                notification.return_tracking_number,
            )
        )
        with self._lock:
            if heard in self._heard:
                return False
            _remember(self._heard, heard, None, most=MOST_REMEMBERED)
            if name not in self._due:
                now = self._now()
                before = self._looked.get(name)
                due = now if before is None else max(now, before + TOGETHER)
                _remember(self._due, name, due, most=MOST_WAITING)
        return True

    @property
    def waits(self) -> float | None:
        """Seconds until `work` has something to do, 0 where it has; None while nothing waits."""
        with self._lock:
            if not self._due:
                return None
            soonest = max(self._next, min(self._due.values()))
            return max(0.0, (soonest - self._now()).total_seconds())

    def work(self, *, stop: Stop) -> int:
        """Look at what is due, in one list call; how many shipments were read again.

        Raises what reading raises; then they are looked at once more, later.
        """
        names = [] if stop.asked else self._take_due()
        if not names:
            return 0
        ours = hinted.known(
            self._ledger,
            [one for one in names if isinstance(one, int)],
            [one for one in names if isinstance(one, str)],
        )
        # A notification may be quicker than the answer that tells the ledger of its shipment.
        self._once_more([one for one in names if one not in ours])
        wanted = sorted(set(ours.values()))
        if not wanted:
            return 0
        self._next = self._now() + BETWEEN
        try:
            shipments = self._read(wanted, stop)
        except Trouble:
            self._put_off([one for one in names if one in ours], LATER)
            raise
        seen.saw(self._ledger, shipments, now=self._client.now())
        return len(shipments)

    def _take_due(self) -> list[Name]:
        now = self._now()
        with self._lock:
            if now < self._next:
                return []
            names = [name for name, due in self._due.items() if due <= now][:AT_ONCE]
            for one in names:
                del self._due[one]
                _remember(self._looked, one, now, most=MOST_REMEMBERED)
        return names

    def _read(self, ids: Sequence[ShipmentId], stop: Stop) -> list[Shipment]:
        """In a list. Lists lag behind a creation (API §3.2): of those that miss there a few are read singly,
        the others once more in the next list.
        """
        if len(ids) <= SINGLY:
            return self._singly(ids, stop)
        found = list(self._client.shipments(ids=ids).items)
        there = {one.id for one in found}
        missing = [one for one in ids if one not in there]
        self._once_more(missing[SINGLY:])
        return found + self._singly(missing[:SINGLY], stop)

    def _singly(self, ids: Sequence[ShipmentId], stop: Stop) -> list[Shipment]:
        found: list[Shipment] = []
        for one in ids:
            if stop.asked:
                break
            # InPost denies shipments at random (API §1.4).
            with suppress(NotFound, NoAnswer):
                found.append(self._client.shipment(one))
        return found

    def _once_more(self, names: Sequence[Name]) -> None:
        """What could not be read is looked at a second time, and then left to who follows InPost."""
        left = [one for one in names if one not in self._missed]
        for one in left:
            _remember(self._missed, one, None, most=MOST_REMEMBERED)
        self._put_off(left, TOGETHER)

    def _put_off(self, names: Sequence[Name], pause: timedelta) -> None:
        later = self._now() + pause
        with self._lock:
            for one in names:
                self._due.setdefault(one, later)


def _remember(kept: OrderedDict[K, V], key: K, value: V, *, most: int) -> None:
    kept[key] = value
    while len(kept) > most:
        kept.popitem(last=False)
