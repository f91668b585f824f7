"""The cached points in memory, read again whenever the cache has changed. One thread at a time.

How points are found is in `domain.point_search`; how they come into the cache, in `points`.
"""

from __future__ import annotations

from inpost_desk.actions.nearest import nearest
from inpost_desk.actions.points import find_points
from inpost_desk.domain.order import Field
from inpost_desk.domain.point import Point
from inpost_desk.domain.point_answer import Answer, Found, Origin, Wish, place_of
from inpost_desk.domain.point_search import MOST, PointIndex
from inpost_desk.ledger.ledger import Ledger
from inpost_desk.ledger.points import all_points, points_mark, points_named
from inpost_desk.shipx.client import Client


class PointSearch:
    """Searches one account's points; the first search reads them all."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger
        self._mark: str | None = None
        self._index = PointIndex(())

    def index(self) -> PointIndex:
        """All points as they are cached now."""
        mark = points_mark(self.ledger)
        if mark != self._mark:
            # The mark that was read together with the points: more may have changed since.
            self._mark, found = all_points(self.ledger)
            self._index = PointIndex(found)
        return self._index

    def find(
        self, text: str, wish: Wish | None = None, *, near: str = "", most: int = MOST
    ) -> Answer:
        """What a person means by `text`; `near` is a post code or town."""
        return self.index().find(text, wish, near=near, most=most)

    def named(self, name: str) -> Point | None:
        """The cached point with that code."""
        return self.index().named(name)


def by_name(
    ledger: Ledger, client: Client | None, name: str, wish: Wish, *, near: str = ""
) -> Answer:
    """One point by its code, asked of InPost where the cache does not have it, and what to take instead.

    `near` is the receiver's post code. Raises `PointsUnknown`, and what asking raises.
    """
    known = points_named(ledger, [name]) if client is None else find_points(ledger, client, [name])
    point = known.get(name)
    rule = wish.refuses(point) if point else "does_not_exist"
    if point and not rule:
        return Answer((Found(point),))
    instead = nearest(
        ledger,
        client,
        name,
        cells={Field.POST_CODE: near},
        payment=wish.payment,
        weekend=wish.weekend,
        parcel_points=wish.parcel_points,
    )
    cached = points_named(ledger, [one.name for one in instead])
    found = [Found(cached[one.name], one.metres) for one in instead if one.name in cached]
    itself = [Found(point, 0, rule)] if point else []
    place = place_of(point) if point else None
    return Answer((*itself, *found), Origin(name, place) if place else None, name, rule)
