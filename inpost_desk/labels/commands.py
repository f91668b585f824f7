"""InPost's own printer commands, label by label: what can be told of them without printing.

`labels.zpl` and `labels.epl` take them apart. Nobody sees the bars before they are on paper, so a good answer
here is a smaller promise than a page that was read back.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from inpost_desk.domain.printer import DOTS, Profile

_NEAR: Final = 0.1
"""How far a label may be from the paper's size: 812 dots, four inches, are seen for A6's 840."""
_OVER: Final = 30
"""Tenths of a millimetre of a label that may lie beyond the paper: it is white there."""


@dataclass(frozen=True, slots=True)
class CommandLabel:
    """One label: what to send for it alone, what its bar codes hold, and its size in dots (0: not said).

    `blank`: it feeds paper and prints nothing. `copies` is how often it comes out.
    """

    content: bytes
    numbers: tuple[str, ...]
    width_dots: int
    height_dots: int
    blank: bool
    copies: int = 1


def check_commands(label: CommandLabel, tracking_number: str, profile: Profile) -> str:
    """What is wrong with a label for this parcel on this printer, or "".

    `blank_page`, `page_count` (it comes out more than once), `wrong_dpi` (made for another head),
    `wrong_size` (larger than the paper), `unreadable` (no bar code), `wrong_number`.
    """
    if label.blank:
        return "blank_page"
    if label.copies != 1:
        return "page_count"
    if _for_another_head(label, profile):
        return "wrong_dpi"
    if any(said * 10 > (side + _OVER) * profile.dots for said, side in _sides(label, profile)):
        return "wrong_size"
    if not label.numbers:
        return "unreadable"
    return "" if tracking_number in label.numbers else "wrong_number"


def _sides(label: CommandLabel, profile: Profile) -> list[tuple[int, int]]:
    sheet = profile.sheet
    both = ((label.width_dots, sheet.width), (label.height_dots, sheet.height))
    return [(said, side) for said, side in both if said]


def _for_another_head(label: CommandLabel, profile: Profile) -> bool:
    sides = _sides(label, profile)
    if not sides or _near(sides, profile.dots):
        return False
    return any(_near(sides, dots) for dots in DOTS.values())


def _near(sides: list[tuple[int, int]], dots: int) -> bool:
    return all(abs(said * 10 / (side * dots) - 1) <= _NEAR for said, side in sides)
