"""A sheet with four labels on a printer's paper: where it comes to lie, and what of each label is reached.

Such a sheet may be cut to labels already, so it is only moved and turned as the printer's owner wants:
never made smaller, and never laid elsewhere because a head does not reach all of it.
"""

from __future__ import annotations

from typing import Final

from PIL import Image

from inpost_desk.domain.printer import A4, SLOTS, Profile
from inpost_desk.labels.bitmap import Drawn, area_dots
from inpost_desk.labels.fit import Box, Fit, reach, turned

_SHEET: Final = Box(0, 0, A4.width / 10, A4.height / 10)
_LOST: Final = 0.3
"""As much as `labels.fit` allows: paper is not fed more exactly."""
_TURNS: Final = {
    90: Image.Transpose.ROTATE_270,
    180: Image.Transpose.ROTATE_180,
    270: Image.Transpose.ROTATE_90,
}


def as_printed(sheet: Drawn, profile: Profile) -> Drawn:
    """A sheet that was drawn as it is, as this printer will get it."""
    image = sheet.image
    if profile.rotation:
        image = image.transpose(_TURNS[profile.rotation])
    lies = _lies(profile)
    paper = Image.new("1", area_dots(profile), 255)
    left = round((lies.left - reach(profile).left) * profile.dots)
    paper.paste(image, (left, round(lies.top * profile.dots)))
    return Drawn(paper, Fit(part=_SHEET, place=lies))


def label_seen(sheet: Drawn, place: int, profile: Profile) -> Drawn:
    """What this printer prints of the label in this place (0 to 3) of a sheet that was drawn as it is.

    Its fit says whether ink is lost.
    """
    dots = profile.dots
    row, column = divmod(place, SLOTS // 2)
    quarter = Box(
        column * _SHEET.width / 2, row * _SHEET.height / 2, _SHEET.width / 2, _SHEET.height / 2
    )
    image = sheet.image.crop(_in_dots(quarter, dots))
    seen = _reached(profile)
    part = Box(seen.left - quarter.left, seen.top - quarter.top, seen.width, seen.height)
    picture = Image.new("1", image.size, 255)
    box = _in_dots(part, dots)
    left, top = max(0, box[0]), max(0, box[1])
    right, bottom = min(image.width, box[2]), min(image.height, box[3])
    if left < right and top < bottom:
        picture.paste(image.crop((left, top, right, bottom)), (left, top))
    ink = image.point([1] + [0] * 255, "L").getbbox()
    lost = ink is not None and not Box(
        ink[0] / dots, ink[1] / dots, (ink[2] - ink[0]) / dots, (ink[3] - ink[1]) / dots
    ).within(part, _LOST)
    return Drawn(picture, Fit(part=quarter, place=quarter, lost=lost))


def _lies(profile: Profile) -> Box:
    """Where the whole sheet lies, the centre of a turned one on the paper's before it is moved."""
    on = turned(_SHEET, _SHEET, profile.rotation)
    return Box(
        (_SHEET.width - on.width) / 2 + profile.right / 10,
        (_SHEET.height - on.height) / 2 + profile.down / 10,
        on.width,
        on.height,
    )


def _reached(profile: Profile) -> Box:
    """What the printer reaches, on the sheet as it was before it was turned and moved."""
    lies, area = _lies(profile), reach(profile)
    there = Box(area.left - lies.left, area.top - lies.top, area.width, area.height)
    return turned(there, Box(0, 0, lies.width, lies.height), -profile.rotation % 360)


def _in_dots(box: Box, dots: int) -> tuple[int, int, int, int]:
    ends = (box.left, box.top, box.right, box.bottom)
    left, top, right, bottom = (round(end * dots) for end in ends)
    return left, top, right, bottom
