"""Where a page lies on a printer's paper: pure geometry in millimetres, from the top left corner.

White margin goes before anything is made smaller, and what was done is told. The ink is measured on pixels by
`labels.bitmap`; nothing is drawn here.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final, Self

from inpost_desk.domain.printer import A4, Profile

_SAME: Final = 1.0
"""A page that differs from the paper by so much is meant for it: points and inches are not millimetres."""
_SLACK: Final = 0.25
"""Two dots of a 203 dpi head: nobody makes a label smaller for that."""
_LOST: Final = 0.3
"""Paper is not fed more exactly, so ink that is so little over the edge is not called lost."""


class Cut(StrEnum):
    """What was done to a page that is not the paper's size; the gravest where it was more than one thing."""

    NOTHING = ""
    MARGIN = "margin"
    """White margin was cropped, the rest is at true size."""
    QUARTER = "quarter"
    """An A4 page with its ink in one quarter was cropped to that quarter."""
    SCALED = "scaled"
    """The ink did not fit and was made smaller: its bar codes may not scan."""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in millimetres."""

    left: float
    top: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Its right edge."""
        return self.left + self.width

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return self.top + self.height

    def within(self, other: Self, tolerance: float) -> bool:
        """Whether it lies in the other one but for so many millimetres."""
        return (
            self.left >= other.left - tolerance
            and self.top >= other.top - tolerance
            and self.right <= other.right + tolerance
            and self.bottom <= other.bottom + tolerance
        )


@dataclass(frozen=True, slots=True)
class Fit:
    """How a page lies on the paper.

    `part` is what is used of the page, as the page stands. `place` is where that lies on the upright paper:
    turned, scaled and moved as the profile says. `scale` is 1.0 unless the cut is SCALED. `lost`: ink lies
    where the printer cannot print, because of the profile's offset.
    """

    part: Box
    place: Box
    scale: float = 1.0
    cut: Cut = Cut.NOTHING
    lost: bool = False


@dataclass(frozen=True, slots=True)
class _Axis:
    """One direction: lengths of page and paper, the ends of the ink and of what the head reaches."""

    page: float
    ink: tuple[float, float]
    paper: float
    reach: tuple[float, float]
    same: bool
    across: bool = False

    @property
    def room(self) -> float:
        return self.reach[1] - self.reach[0]

    @property
    def long(self) -> float:
        return self.ink[1] - self.ink[0]

    @property
    def _whole(self) -> bool:
        # The page is the paper's, and the head reaches all of it.
        return self.same and self.room >= self.paper

    def scale(self) -> float:
        slack = _SAME if self._whole else _SLACK
        return 1.0 if self.long <= self.room + slack else (self.room - _SLACK) / self.long

    def start(self, scale: float) -> float:
        """Where the page begins on the paper."""
        if self.same and scale == 1.0:
            start = 0.0
        elif self.across or self.page * scale > self.paper:
            start = (self.paper - self.page * scale) / 2
        else:
            start = 0.0
        first, last = (start + end * scale for end in self.ink)
        if first >= self.reach[0] - _SLACK and last <= self.reach[1] + _SLACK:
            return start
        return self.reach[0] + (self.room - self.long * scale) / 2 - self.ink[0] * scale

    def cropped(self, start: float, scale: float) -> bool:
        over = max(self.reach[0] - start, start + self.page * scale - self.reach[1])
        return over > (_SAME if self._whole else 0.05)


def fit(page_mm: tuple[float, float], ink_mm: Box | None, profile: Profile) -> Fit:
    """Lay a page of that width and height, with ink in that part of it (None: blank), on the profile's paper.

    At true size from the top, in the middle of the width. What is larger than the head reaches loses white
    margin, at either side alike where the ink allows it; only ink that does not fit is made smaller.
    """
    page = Box(0, 0, *page_mm)
    used = _quarter(page, ink_mm, profile) or page
    # A blank page is laid as if a dot were in its middle.
    ink = ink_mm or Box(used.left + used.width / 2, used.top + used.height / 2, 0, 0)
    inner = Box(ink.left - used.left, ink.top - used.top, ink.width, ink.height)
    across, down = _axes(
        _turned_size(used, profile.rotation), turned(inner, used, profile.rotation), profile
    )
    scale = min(across.scale(), down.scale())
    left, top = across.start(scale), down.start(scale)
    cropped = across.cropped(left, scale) or down.cropped(top, scale)
    part = _part(used, (left, top), scale, profile)
    moved = (left + profile.right / 10, top + profile.down / 10)
    return Fit(
        part=part,
        place=_placed(part, used, moved, scale, profile.rotation),
        scale=scale,
        cut=_cut(scale, quarter=used is not page, cropped=cropped),
        lost=ink_mm is not None
        and not _placed(ink, used, moved, scale, profile.rotation).within(reach(profile), _LOST),
    )


def reach(profile: Profile) -> Box:
    """The part of the paper that can be printed on: the head is in the middle of the width."""
    sheet = profile.sheet
    return Box((sheet.width - profile.printable) / 20, 0, profile.printable / 10, sheet.height / 10)


def turned(box: Box, page: Box, rotation: int) -> Box:
    """A rectangle of a page after the page was turned clockwise by so many degrees (a multiple of 90)."""
    match rotation:
        case 90:
            return Box(page.height - box.bottom, box.left, box.height, box.width)
        case 180:
            return Box(page.width - box.right, page.height - box.bottom, box.width, box.height)
        case 270:
            return Box(box.top, page.width - box.right, box.height, box.width)
    return box


def _turned_size(page: Box, rotation: int) -> tuple[float, float]:
    return (page.height, page.width) if rotation in (90, 270) else (page.width, page.height)


def _axes(size: tuple[float, float], ink: Box, profile: Profile) -> tuple[_Axis, _Axis]:
    width, height = profile.sheet.width / 10, profile.sheet.height / 10
    same = abs(size[0] - width) <= _SAME and abs(size[1] - height) <= _SAME
    area = reach(profile)
    return (
        _Axis(size[0], (ink.left, ink.right), width, (area.left, area.right), same, across=True),
        _Axis(size[1], (ink.top, ink.bottom), height, (area.top, area.bottom), same),
    )


def _quarter(page: Box, ink: Box | None, profile: Profile) -> Box | None:
    """The quarter of an A4 page that holds all of its ink, where the paper is smaller than A4."""
    sides = sorted((page.width, page.height))
    if ink is None or not _is(sides, (A4.width / 10, A4.height / 10)):
        return None
    sheet = sorted((profile.sheet.width / 10, profile.sheet.height / 10))
    if sheet[0] > sides[0] - _SAME or sheet[1] > sides[1] - _SAME:
        return None
    width, height = page.width / 2, page.height / 2
    quarters = (Box(x, y, width, height) for y in (0, height) for x in (0, width))
    # A frame's line may lie half beyond the quarter: it is taken along.
    return next((_both(one, ink) for one in quarters if ink.within(one, _SAME)), None)


def _both(one: Box, other: Box) -> Box:
    left, top = min(one.left, other.left), min(one.top, other.top)
    right, bottom = max(one.right, other.right), max(one.bottom, other.bottom)
    return Box(left, top, right - left, bottom - top)


def _is(sides: list[float], wanted: tuple[float, float]) -> bool:
    return all(abs(side - other) <= 2 * _SAME for side, other in zip(sides, wanted, strict=True))


def _cut(scale: float, *, quarter: bool, cropped: bool) -> Cut:
    if scale < 1.0:
        return Cut.SCALED
    if quarter:
        return Cut.QUARTER
    return Cut.MARGIN if cropped else Cut.NOTHING


def _part(used: Box, start: tuple[float, float], scale: float, profile: Profile) -> Box:
    """What lies in the head's reach, as the page stands."""
    width, height = _turned_size(used, profile.rotation)
    area = reach(profile)
    left = max(0.0, (area.left - start[0]) / scale)
    top = max(0.0, (area.top - start[1]) / scale)
    right = min(width, (area.right - start[0]) / scale)
    bottom = min(height, (area.bottom - start[1]) / scale)
    seen = Box(left, top, right - left, bottom - top)
    back = turned(seen, Box(0, 0, width, height), -profile.rotation % 360)
    return Box(used.left + back.left, used.top + back.top, back.width, back.height)


def _placed(box: Box, used: Box, start: tuple[float, float], scale: float, rotation: int) -> Box:
    """A rectangle of the page where it comes to lie on the paper."""
    inner = Box(box.left - used.left, box.top - used.top, box.width, box.height)
    on = turned(inner, used, rotation)
    return Box(
        start[0] + on.left * scale, start[1] + on.top * scale, on.width * scale, on.height * scale
    )
