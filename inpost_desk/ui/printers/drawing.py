"""What a printer would get for a label, as a picture: drawn on a lane by the same code that prints.

Lengths are millimetres on the paper, from its upper left corner.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from inpost_desk.domain.printer import PaperKind, Profile
from inpost_desk.labels.fit import Box, Cut, reach

# A page for a driver is drawn for the eye; only our own pixels need the head's dots.
EYE_DPI: Final = 203
SLOT_WIDE: Final = 105.0
SLOT_HIGH: Final = 148.5


@dataclass(frozen=True, slots=True)
class Drawing:
    """`placed` is where the pixels lie, `plain` where the label would lie without the correction.

    `dots` are the printer's own, though the picture may be drawn coarser. `cut` is what became of a label
    that does not fit, `lost` whether something of it is off the paper, `scale` its size against what InPost
    sent.
    """

    png: bytes
    dots: tuple[int, int]
    paper: Box
    placed: Box
    plain: Box
    cut: Cut = Cut.NOTHING
    lost: bool = False
    scale: float = 1.0


def drawing_for(profile: Profile, slot: int) -> Drawing:
    """A specimen label as it comes out of that printer; on a sheet with four it lies in that slot.

    Not on the GUI thread: it takes a tenth of a second.
    """
    from inpost_desk.labels.bitmap import area_dots, drawn, png
    from inpost_desk.labels.sheet import four_up
    from inpost_desk.labels.specimen import specimen_label

    label = specimen_label()
    asked = profile if profile.raw else replace(profile, dpi=EYE_DPI)
    if profile.paper is PaperKind.A4_FOUR:
        label, asked = four_up(label, start=slot), replace(asked, paper=PaperKind.A4)
    (page,) = drawn(label, asked)
    lies = page.fit.place
    return Drawing(
        png=png(page.image),
        dots=area_dots(profile),
        paper=Box(0, 0, profile.sheet.width / 10, profile.sheet.height / 10),
        placed=reach(asked),
        plain=replace(lies, left=lies.left - asked.right / 10, top=lies.top - asked.down / 10),
        cut=page.fit.cut,
        lost=page.fit.lost,
        scale=page.fit.scale,
    )
