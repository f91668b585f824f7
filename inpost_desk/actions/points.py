"""Knowing the points that parcels go to, from the cache or from InPost.

A few names are asked for one by one; for many the whole list is read once and kept, and brought up to date
by what changed since.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Collection
from datetime import datetime, timedelta

from inpost_desk.domain.point import Point
from inpost_desk.errors import NotFound, Refused
from inpost_desk.ledger.ledger import Ledger
from inpost_desk.ledger.points import READ_AT, points_named, store_points
from inpost_desk.shipx.client import Client

# One call a name is cheaper than the whole list (about 50 pages in production) up to here.
FEW = 25
FRESH = timedelta(hours=20)
# `updated_from` reaches three days back at most (API §6).
CHANGES_REACH = timedelta(days=2)


class PointsUnknown(Exception):
    """This address serves no points: nothing can be said about any name."""


def find_points(
    ledger: Ledger,
    client: Client,
    names: Collection[str],
    *,
    progress: Callable[[int, int], None] = lambda _done, _total: None,
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
        _read_list(ledger, client, age=age, progress=progress)
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


def _read_list(
    ledger: Ledger,
    client: Client,
    *,
    age: timedelta | None,
    progress: Callable[[int, int], None],
) -> None:
    since = client.now() - age if age is not None and age < CHANGES_REACH else None
    started = client.now()
    page, read = 1, 0
    while True:
        try:
            got = client.points(page=page, updated_from=since)
        except Refused as refusal:
            raise PointsUnknown from refusal
        store_points(ledger, got.items)
        read += len(got.items)
        progress(read, got.count)
        if len(got.items) < max(1, got.per_page) or read >= got.count:
            break
        page += 1
    ledger.learn(READ_AT, started.isoformat())
