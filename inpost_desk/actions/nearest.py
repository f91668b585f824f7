"""The nearest open points in place of one that takes no parcels, from the cache or from InPost.

Where InPost does not know the point either, the post code of the address or the letters of the name tell
where to look. Without a connection the cache alone answers. Nothing is written into an order here.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from inpost_desk.domain import checks
from inpost_desk.domain.fixes import NearPoint
from inpost_desk.domain.order import Field
from inpost_desk.domain.point import Point
from inpost_desk.domain.point_answer import Place, Wish, distance
from inpost_desk.domain.point_search import SLIPS, slips
from inpost_desk.errors import NoAnswer, Offline, Refused, TooFast
from inpost_desk.ledger.ledger import Ledger
from inpost_desk.ledger.near_points import points_between, points_called, points_with_code
from inpost_desk.ledger.points import READ_AT, points_named, store_points
from inpost_desk.shipx.client import Client

# First as far as one walks, then as far as InPost looks at most (API §6).
REACHES: Final = (10_000, 50_000)
DEGREE: Final = 111_200.0
# Each variant of a name is one call.
VARIANTS: Final = 4


def nearest(
    ledger: Ledger,
    client: Client | None,
    point_name: str,
    *,
    cells: Mapping[Field, str] | None = None,
    payment: bool = False,
    weekend: bool = False,
    parcel_points: bool = True,
    most: int = 3,
) -> tuple[NearPoint, ...]:
    """Up to `most` open points that receive parcels, nearest first; () where nothing is known.

    `payment`: cash on delivery must be payable there; `weekend`: a Paczkomat open day and night;
    `parcel_points`: whether a PaczkoPunkt will do. Never raises for a lost connection: `client` may be None.
    Raises `NotAllowed` and `LedgerTrouble`.
    """
    name = checks.point_name(point_name).value
    wanted = _Wanted(name, Wish(payment, parcel_points=parcel_points, weekend=weekend))
    asking = _Asking(ledger, client)
    place = asking.place_of(name)
    if place is not None:
        return _nearest_to(place, asking.round_about(place, wanted, most), most)
    code = checks.post_code((cells or {}).get(Field.POST_CODE, "")).value
    found = asking.by_code(code, wanted) if code else []
    if found:
        return tuple(_near(point, None) for point in found[:most])
    return tuple(_near(point, None) for point in asking.by_letters(name, wanted)[:most])


@dataclass(frozen=True, slots=True)
class _Wanted:
    """Which points will do in place of the one with that name."""

    name: str
    wish: Wish

    def fits(self, point: Point) -> bool:
        """Whether a parcel of that kind can be collected there."""
        return point.name != self.name and not self.wish.refuses(point)


class _Asking:
    """The cache first, InPost where the cache was never filled; what InPost says is kept."""

    def __init__(self, ledger: Ledger, client: Client | None) -> None:
        self._ledger = ledger
        self._client = client
        # A cache of a few names asked one by one shows no neighbours.
        self._whole = bool(ledger.fact(READ_AT))

    def place_of(self, name: str) -> Place | None:
        """Where the point stands or stood, if anybody knows."""
        if not name:
            return None
        known = points_named(self._ledger, [name]).get(name) or self._asked(name)
        if known is None or known.latitude is None or known.longitude is None:
            return None
        return known.latitude, known.longitude

    def round_about(self, place: Place, wanted: _Wanted, most: int) -> list[Point]:
        """Points around a place: from farther away only where there are too few."""
        found: list[Point] = []
        for metres in REACHES:
            around = self._cached(place, metres) if self._whole else self._listed(place, metres)
            if around is None:
                around = self._cached(place, metres)
            found = [point for point in around if wanted.fits(point)]
            if len(found) >= most:
                break
        return found

    def by_code(self, code: str, wanted: _Wanted) -> list[Point]:
        """Points by a post code: its own, then its neighbourhood."""
        asked = None if self._whole else self._listed(code, REACHES[0])
        for beginning in (code, code[:5], code[:4], code[:2]):
            cached = points_with_code(self._ledger, beginning) if asked is None else asked
            # An address that InPost cannot place is answered with points of anywhere.
            found = [one for one in cached if wanted.fits(one) and one.post_code[:2] == code[:2]]
            if found:
                return (
                    sorted(found, key=lambda one: _away(code, one.post_code))
                    if asked is None
                    else found
                )
        return []

    def by_letters(self, name: str, wanted: _Wanted) -> list[Point]:
        """Points whose name is nearly the same: KRA10 or KRAO10 for KRA010."""
        if len(name) < 4:
            return []
        if not self._whole:
            for variant in variants(name):
                self._asked(variant)
        named = re.match(r"(?:POP-?)?[A-Z0-9]{2}", name)
        cached = points_called(self._ledger, named[0]) if named else []
        near = [(slips(name, one.name), one.name, one) for one in cached if wanted.fits(one)]
        return [
            point for missed, _, point in sorted(near, key=lambda one: one[:2]) if missed <= SLIPS
        ]

    def _asked(self, name: str) -> Point | None:
        if self._client is None:
            return None
        try:
            point = self._client.point(name)
        except Refused:
            return None
        except (Offline, NoAnswer, TooFast):
            self._client = None
            return None
        store_points(self._ledger, [point])
        return point

    def _listed(self, place: Place | str, metres: int) -> list[Point] | None:
        """InPost's answer, or None where there is none."""
        if self._client is None:
            return None
        try:
            found = self._client.points_near(place, metres=metres).items
        except Refused:
            return None
        except (Offline, NoAnswer, TooFast):
            # Each further call would wait as long in vain.
            self._client = None
            return None
        store_points(self._ledger, found)
        return list(found)

    def _cached(self, place: Place, metres: int) -> list[Point]:
        high = metres / DEGREE
        wide = high / max(0.1, math.cos(math.radians(place[0])))
        south_west = (place[0] - high, place[1] - wide)
        return points_between(self._ledger, south_west, (place[0] + high, place[1] + wide))


def _nearest_to(place: Place, points: Iterable[Point], most: int) -> tuple[NearPoint, ...]:
    measured = [
        (distance(place, (point.latitude, point.longitude)), point.name, point)
        for point in points
        if point.latitude is not None and point.longitude is not None
    ]
    measured.sort(key=lambda one: one[:2])
    return tuple(_near(point, round(metres)) for metres, _, point in measured[:most])


def _near(point: Point, metres: int | None) -> NearPoint:
    return NearPoint(
        name=point.name,
        street=point.street,
        city=point.city,
        post_code=point.post_code,
        metres=metres,
        payment=point.payment,
        open_247=point.open_247,
        parcel_point=point.parcel_point,
    )


def _away(code: str, other: str) -> int:
    """How far apart two post codes are in number: neighbours on the map often are in number too."""
    one, two = (re.sub(r"[^0-9]", "", text) or "0" for text in (code, other))
    return abs(int(one) - int(two))


def variants(name: str) -> list[str]:
    """Names that `name` may have been meant for: O and 0, I and 1, a zero too few or too many, a lost M."""
    named = re.fullmatch(r"(POP-?)?([A-Z0-9]{3})(.*)", name)
    if named is None:
        return []
    front = "POP-" if named[1] else ""
    town = named[2].translate(str.maketrans("01", "OI"))
    digits = re.match(r"[0-9OI]*", named[3])
    number = (digits[0] if digits else "").translate(str.maketrans("OI", "01"))
    rest = named[3][len(number) :]
    numbers = [number, number.zfill(len(number) + 1), number.removeprefix("0")]
    made = [f"{front}{town}{one}{end}" for one in numbers for end in (rest, f"{rest}M") if one]
    return [one for one in dict.fromkeys(made) if one != name][:VARIANTS]
