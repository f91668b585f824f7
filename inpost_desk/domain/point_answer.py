"""What is looked for in the network of points, and what was found: wishes, distances, answers. Pure."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Final

from inpost_desk.domain.point import Point

Place = tuple[float, float]
"""Latitude and longitude in degrees."""

EARTH: Final = 6_371_000.0
CLOSED: Final = frozenset({"point_closed", "invalid_box_machine_function"})
"""Told in the list; what only the wish leaves out is not shown at all."""


def distance(one: Place, other: Place) -> float:
    """Metres as the crow flies (haversine)."""
    south, north = math.radians(one[0]), math.radians(other[0])
    half = (
        math.sin((north - south) / 2) ** 2
        + math.cos(south) * math.cos(north) * math.sin(math.radians(other[1] - one[1]) / 2) ** 2
    )
    return 2 * EARTH * math.asin(min(1.0, math.sqrt(half)))


def place_of(point: Point) -> Place | None:
    """Where it stands, if InPost says so."""
    if point.latitude is None or point.longitude is None:
        return None
    return point.latitude, point.longitude


@dataclass(frozen=True, slots=True)
class Wish:
    """Which points will do: cash can be paid there, open day and night, also a PaczkoPunkt.

    `weekend` is a Paczkomat open day and night. What a point does not say is no reason against it.
    """

    payment: bool = False
    open_247: bool = False
    parcel_points: bool = True
    weekend: bool = False

    def refuses(self, point: Point) -> str:
        """The rule by which a parcel of that kind cannot go there, or "". ShipX's keys where it has one."""
        if not point.operating:
            return "point_closed"
        if not point.receives:
            return "invalid_box_machine_function"
        if self.weekend and point.parcel_point:
            return "invalid_target_point_for_end_of_week_collection"
        if self.weekend and point.open_247 is False:
            return "invalid_target_point_247_for_end_of_week_collection"
        if self.payment and point.payment is False:
            return "cod_not_payable_at_point"
        if not self.parcel_points and point.parcel_point:
            return "parcel_point_not_for_service"
        return "not_open_247" if self.open_247 and point.open_247 is False else ""


@dataclass(frozen=True, slots=True)
class Found:
    """A point that was found; with a `rule` it cannot be chosen. `metres` None where no distance is known."""

    point: Point
    metres: int | None = None
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Origin:
    """What distances are measured from: a post code, a town's middle or a point, and where that is."""

    name: str
    place: Place


@dataclass(frozen=True, slots=True)
class Answer:
    """What a text finds, best first.

    `instead_of` is a code that was typed in full and takes no parcel (`rule`; `does_not_exist` where there is
    no such point): then `found` are, after the point itself where there is one, the nearest that do.
    """

    found: tuple[Found, ...] = ()
    origin: Origin | None = None
    instead_of: str = ""
    rule: str = ""

    @property
    def choices(self) -> tuple[Found, ...]:
        """Those that can be chosen."""
        return tuple(one for one in self.found if not one.rule)
