"""How well a text stands out from its ground, by the formula of WCAG 2.1 (1.4.3): measured, not looked up.

The ink is what the text is painted with, the ground what is found round the letters on the screen.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from PIL import Image
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QWidget

from tests.access.room import name_of
from tests.access.texts import Written

LEAST: Final = 4.5


def ratio(one: QColor, other: QColor) -> float:
    """From 1 (the same) to 21 (black on white)."""
    darker, lighter = sorted((_light(one), _light(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _light(colour: QColor) -> float:
    """Relative luminance."""
    parts = [
        value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
        for value in (colour.redF(), colour.greenF(), colour.blueF())
    ]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def faint(top: QWidget, written: Written) -> Iterator[str]:
    """What in that window or dialog is too faint to read; `written` is all that is written in it."""
    screen = _photograph(top)
    for widget, painted in written:
        seen = widget.visibleRegion().boundingRect()
        for one in painted:
            place = one.place.toAlignedRect().intersected(seen)
            if place.width() < 4 or place.height() < 4:
                continue
            ground = _ground(screen, QRect(widget.mapTo(top, place.topLeft()), place.size()))
            if ground is not None and (found := ratio(_over(one.ink, ground), ground)) < LEAST:
                state = "" if widget.isEnabled() else " (disabled)"
                yield (
                    f"{found:.2f}: {one.ink.name()} on {ground.name()}: "
                    f"{name_of(widget)}{state}: {one.text}"
                )


def _photograph(top: QWidget) -> Image.Image:
    taken = QImage(top.size(), QImage.Format.Format_RGB888)
    top.render(taken, QPoint(0, 0))
    return Image.frombuffer(
        "RGB",
        (taken.width(), taken.height()),
        bytes(taken.constBits()),
        "raw",
        "RGB",
        taken.bytesPerLine(),
        1,
    )


def _ground(screen: Image.Image, place: QRect) -> QColor | None:
    """The colour there is most of round the letters."""
    inside = place.intersected(QRect(0, 0, screen.width, screen.height))
    if inside.isEmpty():
        return None
    part = screen.crop((inside.left(), inside.top(), inside.right() + 1, inside.bottom() + 1))
    found = part.getcolors(part.width * part.height)
    most = max(found, key=lambda one: one[0])[1] if found else None
    return QColor(*most[:3]) if isinstance(most, tuple) else None


def _over(ink: QColor, ground: QColor) -> QColor:
    """An ink that lets the ground through, as it comes out."""
    share = ink.alphaF()

    def mixed(upper: float, lower: float) -> float:
        return share * upper + (1 - share) * lower

    return QColor.fromRgbF(
        mixed(ink.redF(), ground.redF()),
        mixed(ink.greenF(), ground.greenF()),
        mixed(ink.blueF(), ground.blueF()),
    )
