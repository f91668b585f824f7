"""What the names of papers say (PWG 5101.1): every one of them ends with the size.

Which paper lies in a printer is not known here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from inpost_desk.domain.printer import Sheet

_NAME: Final = re.compile(r"(?P<name>.*)_(?P<width>[0-9.]+)x(?P<height>[0-9.]+)(?P<unit>mm|in)")
_TENTHS: Final = {"mm": 10.0, "in": 254.0}
# CUPS takes two sizes for the same up to here: drivers count in whole points, or in inches.
_SAME: Final = 10
_LIMITS: Final = ("custom_min_", "custom_max_")


def size(name: str) -> Sheet | None:
    """The paper of that name, None where it does not say its size."""
    found = _NAME.fullmatch(name)
    if found is None:
        return None
    unit = _TENTHS[found["unit"]]
    try:
        return Sheet(round(float(found["width"]) * unit), round(float(found["height"]) * unit))
    except ValueError:
        return None


def same(one: Sheet, other: Sheet) -> bool:
    """Whether nobody could tell these papers apart."""
    return abs(one.width - other.width) <= _SAME and abs(one.height - other.height) <= _SAME


def known(sheet: Sheet, names: Iterable[str]) -> bool:
    """Whether a printer with these papers takes this one, too: as one of them or as a size of its own."""
    sizes = [(name, found) for name in names if (found := size(name))]
    if any(same(sheet, found) for name, found in sizes if not name.startswith(_LIMITS)):
        return True
    least = [found for name, found in sizes if name.startswith(_LIMITS[0])]
    most = [found for name, found in sizes if name.startswith(_LIMITS[1])]
    return any(_within(sheet, low, high) for low, high in zip(least, most, strict=False))


def _within(sheet: Sheet, least: Sheet, most: Sheet) -> bool:
    return least.width <= sheet.width <= most.width and least.height <= sheet.height <= most.height
