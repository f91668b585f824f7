"""How shipments stand at InPost, asked again by and by: a hundred a call, the oldest due first.

Only reads. What an answer means is written by `seen.record`; when a shipment is asked about again is decided
there too. What nobody fetched after its label was printed is put on the list of exceptions here.
"""

from __future__ import annotations

import logging
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from typing import Final

from inpost_desk.actions.restored import read_when_quiet
from inpost_desk.actions.settle import MIRRORED, mirror
from inpost_desk.actions.waiting import Stop
from inpost_desk.domain.history import Detail
from inpost_desk.domain.history import Stop as Station
from inpost_desk.domain.shipment import Shipment, ShipmentId
from inpost_desk.domain.tracking import ServiceChange, Tracking
from inpost_desk.domain.weekend_window import WARSAW
from inpost_desk.domain.working_days import missed_from, pickup_day
from inpost_desk.errors import NoAnswer, NotFound, Offline, Refused, TooFast
from inpost_desk.ledger import due, history, seen
from inpost_desk.ledger.due import Asked, Prepared
from inpost_desk.ledger.ledger import Ledger
from inpost_desk.shipx.client import Client

log = logging.getLogger(__name__)

AT_ONCE: Final = 100
# Lists leave out what was cancelled: each of those costs a call of its own, so not all at one time.
SINGLY: Final = 50
# One of which nothing was heard is asked about later.
LATER: Final = timedelta(minutes=30)
MIRROR_EVERY: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Refreshed:
    """How many were `looked` at and `changed`, by how many `requests`; `left` are still due.

    `numbered` got their number now (the ledger's own ids): their labels can be fetched.
    """

    looked: int = 0
    changed: int = 0
    requests: int = 0
    left: int = 0
    numbered: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Tracked:
    """What anybody may see of a number, and which service it travelled by since when."""

    tracking: Tracking
    changes: tuple[ServiceChange, ...] = ()


def refresh(
    ledger: Ledger, client: Client, *, stop: Stop | None = None, most: int = 5000
) -> Refreshed:
    """Ask about those that are due, `most` of them; ends quietly when `stop` is asked or InPost is away.

    What is due goes by InPost's clock: a process that has not heard it yet asks for the account first.
    Raises NotAllowed and LedgerTrouble.
    """
    look = _Look(ledger, client, SINGLY)
    wanted, count = due.due(ledger, now=client.now(), most=most)
    try:
        if not client.clock_known:
            look.requests += 1
            client.account()
            wanted, count = due.due(ledger, now=client.now(), most=most)
        look.at(wanted, stop or Stop())
    except (Offline, NoAnswer, TooFast) as trouble:
        log.info("refresh ended early: %s", type(trouble).__name__)
    return look.result(left=count - look.done)


def mirror_daily(ledger: Ledger, client: Client) -> bool:
    """Read what the account made in the last days, whoever made it; at most once a day, and after a restore.

    Whether it was read. Raises what asking InPost raises.
    """
    if read_when_quiet(ledger, client):
        return True
    if not client.clock_known:
        client.account()
    last, now = ledger.fact(MIRRORED), client.now()
    # One noted by a clock that was wrong may be still to come.
    if last and timedelta() <= now - datetime.fromisoformat(last) < MIRROR_EVERY:
        return False
    mirror(ledger, client)
    return True


def refresh_these(ledger: Ledger, client: Client, ids: Sequence[int]) -> Refreshed:
    """Ask about these (the ledger's own numbers), due or not. Raises what asking InPost raises."""
    wanted = due.these(ledger, ids)
    look = _Look(ledger, client, len(wanted))
    look.at(wanted, Stop())
    return look.result(left=0)


def track(ledger: Ledger, client: Client, shipment_id: int) -> Detail:
    """Everything InPost says of one, its way included, and everything known of it afterwards.

    Raises what asking InPost raises, and LookupError where the ledger has no such shipment.
    """
    known = history.detail(ledger, shipment_id)
    if known is None:
        raise LookupError(shipment_id)
    refresh_these(ledger, client, [shipment_id])
    (row,) = history.rows(ledger, [shipment_id])
    if row.tracking_number:
        try:
            events = client.tracking(row.tracking_number).events
        except NotFound:
            # Before the first scan, and some 45 days after.
            events = ()
        way = [Station(one.status, one.at, one.place, one.origin_status) for one in events]
        history.add_stops(ledger, shipment_id, way)
    return history.detail(ledger, shipment_id) or known


def track_number(client: Client, number: str) -> Tracked:
    """The way of any number, ours or not. Raises NotFound for one without a scan."""
    tracking = client.tracking(number)
    try:
        changes = client.service_history(number)
    except Refused:
        changes = ()
    return Tracked(tracking, changes)


def note_left_behind(
    ledger: Ledger, *, now: datetime, courier_days: Collection[int], cut_off: time
) -> int:
    """Put on the list of exceptions what should be at InPost and is not; returns how many that are.

    Only what InPost was asked about since then counts. `courier_days` are the weekdays (Monday is 0) on which
    a courier comes by itself, `cut_off` is Warsaw's time after which nothing goes along on the same day.
    """
    late = [
        one.id
        for one in due.prepared(ledger)
        if (day := _awaited(one, courier_days, cut_off)) and one.seen_at >= day and now >= day
    ]
    return history.set_left_behind(ledger, late, now=now) if late else 0


def _awaited(one: Prepared, courier_days: Collection[int], cut_off: time) -> datetime | None:
    """From when on InPost should have it; None for what is not packed yet."""
    if one.handed_at is not None:
        return missed_from(one.handed_at.astimezone(WARSAW).date())
    if one.ordered_at is not None:
        return missed_from(pickup_day(one.ordered_at, cut_off=cut_off))
    if one.printed_at is None:
        return None
    return missed_from(pickup_day(one.printed_at, days=courier_days, cut_off=cut_off))


@dataclass(slots=True)
class _Look:
    """One round: what was asked, what came of it, how many may still be asked about singly."""

    ledger: Ledger
    client: Client
    singly: int
    done: int = 0
    looked: int = 0
    changed: int = 0
    requests: int = 0
    numbered: list[int] = field(default_factory=list)

    def result(self, *, left: int) -> Refreshed:
        return Refreshed(self.looked, self.changed, self.requests, left, tuple(self.numbered))

    def at(self, wanted: Sequence[Asked], stop: Stop) -> None:
        for start in range(0, len(wanted), AT_ONCE):
            if stop.asked:
                return
            self._part(wanted[start : start + AT_ONCE])

    def _part(self, part: Sequence[Asked]) -> None:
        found = self._listed(part)
        self._note(part, found)
        for one in part:
            if one.shipx_id not in found and self.singly:
                self.singly -= 1
                self._note([one], self._single(one))
        now = self.client.now()
        due.put_off(self.ledger, [one.id for one in part], now=now, until=now + LATER)
        self.done += len(part)

    def _listed(self, part: Sequence[Asked]) -> dict[ShipmentId, Shipment]:
        ids = [one.shipx_id for one in part]
        self.requests += 1
        try:
            page = self.client.shipments(ids=ids)
        except Refused:
            # One number that InPost dislikes spoils the whole list.
            return {}
        # A list that was not narrowed down shows others too.
        return {one.id: one for one in page.items if one.id in set(ids)}

    def _single(self, one: Asked) -> dict[ShipmentId, Shipment]:
        self.requests += 1
        try:
            return {one.shipx_id: self.client.shipment(one.shipx_id)}
        except (Refused, NoAnswer):
            return {}

    def _note(self, part: Sequence[Asked], found: dict[ShipmentId, Shipment]) -> None:
        seen.saw(self.ledger, list(found.values()), now=self.client.now())
        for one in part:
            shipment = found.get(one.shipx_id)
            if shipment is None:
                continue
            self.looked += 1
            self.changed += shipment.status != one.status
            if shipment.tracking_number and not one.numbered:
                self.numbered.append(one.id)
