"""What a person saw on the test label and what follows from it: offset, paper, scale, finest bars that read.

The label's two rulers count millimetres from the left and from the top edge of the page as it was set.
"Left" and "top" are those of the label held upright, however the printer turns it. It is drawn elsewhere.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from inpost_desk.domain.printer import (
    A6,
    MOST_OFFSET,
    SHEETS,
    PaperKind,
    Profile,
    Sheet,
)

MODULES: Final = (0.375, 0.25, 0.19)
"""Millimetres of the narrowest bar in each of the three codes. InPost's labels have about the first."""

# What stands behind the label's code in each of its three bar codes: the first one is what a person types.
_ENDINGS: Final = ("", "2", "3")
RULER_FROM: Final = 20
"""Where on a ruler the stretch begins that is to be measured, in millimetres."""
_LONGEST: Final = (80, 100)
# Half a millimetre is what a person reads.
_READ: Final = 0.5
_SURE: Final = 0.3
# On a ruler's far end nothing is measured.
_FAR_END: Final = 5
_PAPERS: Final = tuple(one for one in SHEETS if one is not PaperKind.A4_FOUR)
_NUMBER: Final = re.compile(
    r"(?P<sign>[-+\u2212\u2013]?)\s*(?P<value>\d{1,4}([.,]\d{1,3})?)\s*(mm)?", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Seen:
    """The first step of the stairs to be seen at the left and the top edge, the last at the other two."""

    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Page:
    """The label as a person holds it, in millimetres. `clear` is what the head leaves free of the width at
    either side, `clear_ends` the same above and below where the label is printed lying on its side.
    `right` and `down` are the profile's offset in the same directions.
    """

    width: float
    height: float
    clear: float = 0.0
    clear_ends: float = 0.0
    right: float = 0.0
    down: float = 0.0

    @property
    def rulers(self) -> tuple[int, int]:
        """Lengths of the stretch to be measured with another ruler, across and along: 80 and 100 on A6.

        0 on a side that is too short for it.
        """
        across, along = (
            max(0, min(most, int(side - RULER_FROM - _FAR_END) // 10 * 10))
            for side, most in zip((self.width, self.height), _LONGEST, strict=True)
        )
        return across, along


def page_for(profile: Profile | None) -> Page:
    """The page to draw for a printer: its paper, lying on its side where the printer turns what it gets.

    Where four labels share a sheet it is the whole sheet, whose edges are what there is to see.
    """
    if profile is None:
        return Page(A6.width / 10, A6.height / 10)
    sheet = profile.sheet
    clear = max(0, sheet.width - min(profile.printable, sheet.width)) / 20
    right, down = _turned(profile.right / 10, profile.down / 10, -profile.rotation)
    if profile.rotation in (90, 270):
        return Page(sheet.height / 10, sheet.width / 10, 0.0, clear, right, down)
    return Page(sheet.width / 10, sheet.height / 10, clear, 0.0, right, down)


def correction(left_mm: float, top_mm: float, profile: Profile) -> tuple[int, int]:
    """The offset to set, `right` and `down` in tenths of a millimetre, the present one included.

    `left_mm` and `top_mm` are what the rulers read at the paper's edges: 1.5 when that much is cut off there,
    -1.5 when the zero stands that far inside (`at_the_edges` finds it from the opposite edges). Raises
    ValueError `left` or `top` for a reading that no offset can mend.
    """
    right, down = _turned(left_mm, top_mm, profile.rotation)
    offset = (profile.right + _tenths(right), profile.down + _tenths(down))
    names = ("top", "left") if profile.rotation in (90, 270) else ("left", "top")
    for name, value in zip(names, offset, strict=True):
        if abs(value) > MOST_OFFSET:
            raise ValueError(name)
    return offset


def at_the_edges(seen: Seen, profile: Profile) -> tuple[float, float]:
    """What the rulers read at the left and the top edge, for `correction`, from what is seen at all four.

    A print that stands too far right begins inside the paper: nothing is missing at the left, and how far it
    is off shows at the right. What the head cannot reach and the present offset pushes off is no error.
    """
    page = page_for(profile)
    across = _read_at(seen.left, seen.right, page.width, clear=page.clear, moved=page.right)
    along = _read_at(seen.top, seen.bottom, page.height, clear=page.clear_ends, moved=page.down)
    return across, along


def paper_seen(seen: Seen, profile: Profile) -> tuple[PaperKind, Sheet]:
    """Which paper lies in the printer, as far as the label tells: a known one, else its size.

    What is set is kept where nothing speaks against it: paper on which all of the label is seen may be
    longer. Taken for granted is that the print begins at the paper's edge; a print that stands far too much
    to the right looks the same as narrower paper.
    """
    page = page_for(profile)
    present = Sheet(_tenths(page.width), _tenths(page.height))
    # What the head or the offset leaves out at the far edge says nothing about the paper.
    lost = (page.clear + max(0.0, page.right), page.clear_ends + max(0.0, page.down))
    sides = (
        _side(seen.left, seen.right, page.width, lost[0]),
        _side(seen.top, seen.bottom, page.height, lost[1]),
    )
    if all(length is None for length in sides):
        return profile.paper, profile.sheet
    if profile.rotation in (90, 270):
        sides, present = (sides[1], sides[0]), Sheet(present.height, present.width)
    fitting = [kind for kind in _PAPERS if _fits(SHEETS[kind], sides, present)]
    if fitting:
        kind = min(fitting, key=lambda one: _distance(SHEETS[one], sides))
        return kind, SHEETS[kind]
    width, height = (
        set_ if length is None else _tenths(length)
        for set_, length in zip((present.width, present.height), sides, strict=True)
    )
    return PaperKind.CUSTOM, Sheet(width, height)


def scale(measured_mm: float, ruler_mm: int) -> float:
    """At how many per cent it was printed: 100 unless a ruler's length is more than half a millimetre off.

    Another figure means that the printer's driver scales (rule `scaled`): no offset mends that, and bar codes
    may not read. Raises ValueError for a length that is none of this ruler.
    """
    if not ruler_mm / 2 <= measured_mm <= ruler_mm * 2:
        raise ValueError("measured")
    if abs(measured_mm - ruler_mm) <= _READ + 1e-9:
        return 100.0
    return round(measured_mm / ruler_mm * 100, 1)


def bar_codes(code: str) -> tuple[tuple[float, str], ...]:
    """The three bar codes of a label: millimetres of a module, and the text. The first is `code` itself."""
    return tuple((module, code + end) for module, end in zip(MODULES, _ENDINGS, strict=True))


def module_read(scanned: str, code: str) -> float | None:
    """How fine the bars are that were scanned, in millimetres; None where they are of another label.

    What is typed counts as well, in any case and spacing.
    """
    said = {_plain(text): module for module, text in bar_codes(code)}
    return said.get(_plain(scanned))


def millimetres(text: str) -> float | None:
    """What a person typed as a length, such as `1,5 mm` or `−0.5`; None where it is none."""
    found = _NUMBER.fullmatch(text.strip())
    if found is None:
        return None
    value = float(found["value"].replace(",", "."))
    return -value if found["sign"] not in ("", "+") else value


def _read_at(first: float, last: float, length: float, *, clear: float, moved: float) -> float:
    if first > _least(clear + max(0.0, -moved)):
        return first
    return last - length if length - last > _least(clear + max(0.0, moved)) else 0.0


def _least(unprinted: float) -> float:
    """What must be missing at an edge before the paper's place is the reason.

    At the end of what is printed the nearest line may be there in part.
    """
    return unprinted + 2 * _SURE if unprinted > 0 else _SURE


def _side(first: float, last: float, length: float, lost: float) -> float | None:
    """The paper's length as it was seen, None where all of the page is on it."""
    return None if last >= length - lost - 1 else last - first


def _fits(sheet: Sheet, sides: tuple[float | None, float | None], present: Sheet) -> bool:
    for side, seen, printed in zip(
        (sheet.width, sheet.height), sides, (present.width, present.height), strict=True
    ):
        if seen is None and side < printed - 10:
            return False
        if seen is not None and abs(side / 10 - seen) > 1:
            return False
    return True


def _distance(sheet: Sheet, sides: tuple[float | None, float | None]) -> float:
    return sum(
        abs(side / 10 - seen)
        for side, seen in zip((sheet.width, sheet.height), sides, strict=True)
        if seen is not None
    )


def _turned(right: float, down: float, degrees: int) -> tuple[float, float]:
    """A move on the label as one on the paper, the label being turned clockwise."""
    for _ in range(degrees // 90 % 4):
        right, down = -down, right
    return right, down


def _tenths(length: float) -> int:
    return round(length * 10)


def _plain(text: str) -> str:
    return "".join(char for char in text.upper() if char.isalnum())
