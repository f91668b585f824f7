"""Knowing the points that parcels go to, from the cache or from InPost.

A few names are asked for one by one. The whole network is read once, page by page, and brought up to date by
what changed since; a reading that was broken off is taken up where it ended.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from datetime import datetime, timedelta

import msgspec

from inpost_desk.actions.waiting import Stop
from inpost_desk.domain.point import Point
from inpost_desk.errors import NoAnswer, NotFound, Refused
from inpost_desk.ledger.ledger import Ledger
from inpost_desk.ledger.points import (
    READ_AT,
    count_points,
    keep_only,
    points_named,
    store_points,
)
from inpost_desk.shipx.client import Client, Page

# One call a name is cheaper than the whole list (about 50 pages in production) up to here.
FEW = 25
FRESH = timedelta(hours=20)
# `updated_from` reaches three days back at most (API §6).
CHANGES_REACH = timedelta(days=2)
# Points that InPost takes out of its list are in no list of changes.
WHOLE_EVERY = timedelta(days=30)
# A reading broken off longer ago than this is begun anew.
RESUMED = timedelta(hours=12)
PER_PAGE = 500

WHOLE_AT = "points read whole at"
# How far a reading came that was broken off.
UNFINISHED = "points reading"

Progress = Callable[[int, int], None]


class PointsUnknown(Exception):
    """This address serves no points: nothing can be said about any name."""


@dataclass(frozen=True, slots=True)
class Cache:
    """How the cached points stand: how many, since when the whole network is known, whether that is old."""

    count: int
    read_at: datetime | None
    fresh: bool
    unfinished: bool
    """A reading of the whole network was broken off and can be taken up."""


@dataclass(slots=True)
class _Reading:
    """A reading of the list as it goes on; `since` is "" for the whole network. Times are InPost's."""

    started: str
    since: str = ""
    page: int = 1
    seen: set[str] = field(default_factory=set)
    resumed: bool = False


def cache_of(ledger: Ledger, now: datetime) -> Cache:
    """How the cached points stand."""
    noted = ledger.fact(READ_AT)
    read_at = datetime.fromisoformat(noted) if noted else None
    return Cache(
        count=count_points(ledger),
        read_at=read_at,
        fresh=read_at is not None and now - read_at < FRESH,
        unfinished=bool(ledger.fact(UNFINISHED)),
    )


def find_points(
    ledger: Ledger,
    client: Client,
    names: Collection[str],
    *,
    progress: Progress = lambda _done, _total: None,
) -> dict[str, Point | None]:
    """Every name with its point, or None where InPost knows no such point.

    `progress` gets (read, total) while the list is read. Raises `PointsUnknown`, and what reading raises.
    """
    wanted = {name for name in names if name}
    noted = ledger.fact(READ_AT)
    age = client.now() - datetime.fromisoformat(noted) if noted else None
    known = points_named(ledger, wanted) if age is None or age < FRESH else {}
    missing = sorted(wanted - set(known))
    if len(missing) > FEW:
        read_network(ledger, client, progress=progress)
        known = points_named(ledger, wanted)
        missing = sorted(wanted - set(known))
    found: dict[str, Point | None] = dict(known)
    fresh = []
    for number, name in enumerate(missing):
        found[name] = _ask(client, name)
        progress(number + 1, len(missing))
        point = found[name]
        if point is not None:
            fresh.append(point)
    store_points(ledger, fresh)
    if missing and not any(found.values()):
        _make_sure_there_are_points(client)
    return found


def read_network(
    ledger: Ledger,
    client: Client,
    *,
    progress: Progress = lambda _done, _total: None,
    stop: Stop | None = None,
) -> bool:
    """Read the whole network, or what changed of it since; False where `stop` ended it before.

    Every page is kept as it comes, so that the next call goes on from there. `progress` gets (read, total).
    Raises `PointsUnknown`, and what reading raises.
    """
    reading = _begun(ledger, client.now())
    while True:
        if stop is not None and stop.asked:
            return False
        got = _page(client, reading)
        size = got.per_page or PER_PAGE
        before = (reading.page - 1) * size
        if not got.items and before < got.count:
            # Half a network that is taken for the whole would make points unknown.
            raise NoAnswer("unreadable")
        store_points(ledger, got.items)
        reading.seen.update(point.name for point in got.items)
        progress(min(before + len(got.items), got.count), got.count)
        if before + size >= got.count:
            _finish(ledger, reading, expected=got.count)
            return True
        _note(ledger, reading)
        reading.page += 1


def _page(client: Client, reading: _Reading) -> Page[Point]:
    """The page that comes next; a refused reading of the changes becomes one of everything."""
    since = datetime.fromisoformat(reading.since) if reading.since else None
    try:
        got = client.points(page=reading.page, per_page=PER_PAGE, updated_from=since)
    except Refused as refusal:
        if reading.since:
            reading.since, reading.page = "", 1
            return _page(client, reading)
        if reading.page > 1:
            raise
        raise PointsUnknown from refusal
    if not reading.since and not got.count:
        raise PointsUnknown
    return got


def _ask(client: Client, name: str) -> Point | None:
    # ShipX sends 404s for things that exist (API §1.4): one is no proof.
    for _ in range(2):
        with contextlib.suppress(NotFound):
            return client.point(name)
    return None


def _make_sure_there_are_points(client: Client) -> None:
    try:
        there = client.points(page=1, per_page=1).items
    except Refused as refusal:
        raise PointsUnknown from refusal
    if not there:
        raise PointsUnknown


def _begun(ledger: Ledger, now: datetime) -> _Reading:
    """A reading that was broken off, else a new one: of the changes where they reach far enough back."""
    kept = ledger.fact(UNFINISHED)
    if kept:
        started, since, page = msgspec.json.decode(kept, type=tuple[str, str, int])
        if timedelta() <= now - datetime.fromisoformat(started) < RESUMED:
            # The last page once more: points that went meanwhile have moved the rest forward.
            return _Reading(started, since, page, resumed=True)
    read_at, whole_at = ledger.fact(READ_AT), ledger.fact(WHOLE_AT)
    changes = (
        read_at
        and now - datetime.fromisoformat(read_at) < CHANGES_REACH
        and now - datetime.fromisoformat(whole_at or read_at) < WHOLE_EVERY
    )
    return _Reading(now.isoformat(), read_at if changes else "")


def _note(ledger: Ledger, reading: _Reading) -> None:
    kept = msgspec.json.encode((reading.started, reading.since, reading.page))
    ledger.learn(UNFINISHED, kept.decode())


def _finish(ledger: Ledger, reading: _Reading, *, expected: int) -> None:
    """The network is known as it was when the reading began: what changed since then comes with the next."""
    if not reading.since:
        # Only who saw every page of it knows what is in it no more.
        if not reading.resumed and len(reading.seen) >= expected:
            keep_only(ledger, reading.seen)
        ledger.learn(WHOLE_AT, reading.started)
    ledger.learn(UNFINISHED, "")
    ledger.learn(READ_AT, reading.started)
