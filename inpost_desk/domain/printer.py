"""A printer as the user set it up: how it is reached, what it speaks, its paper, and what goes to it.

How a printer is spoken to is the business of `printers`, what is drawn for it that of `labels`. Lengths are
tenths of a millimetre, so that settings hold whole numbers.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final


class Reach(StrEnum):
    """How documents get to it: a queue's name, `host:port`, or a folder's path."""

    CUPS = "cups"
    WINDOWS = "windows"
    SOCKET = "socket"
    FOLDER = "folder"


class Language(StrEnum):
    """What it understands. PIXELS is a page of dots that the system's driver prints."""

    PDF = "pdf"
    ZPL = "zpl"
    EPL = "epl"
    PIXELS = "pixels"


class PaperKind(StrEnum):
    """What lies in it. On A4_FOUR four labels share a sheet."""

    A6 = "a6"
    MM_100_150 = "100x150"
    INCH_4_6 = "4x6"
    A4_FOUR = "a4_four"
    A4 = "a4"
    CUSTOM = "custom"


class Purpose(StrEnum):
    """What goes to a printer: labels by where the parcel is delivered, and other paper."""

    LOCKERS = "lockers"
    COURIERS = "couriers"
    SLIPS = "slips"
    DOCUMENTS = "documents"
    """Manifests and lists."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A piece of paper, upright, in tenths of a millimetre."""

    width: int
    height: int

    @property
    def media(self) -> str:
        """Its name as printers know it (PWG 5101.1)."""
        return _MEDIA.get(self) or f"custom_label_{_mm(self.width)}x{_mm(self.height)}mm"


A6: Final = Sheet(1050, 1480)
A4: Final = Sheet(2100, 2970)
SHEETS: Final = {
    PaperKind.A6: A6,
    PaperKind.MM_100_150: Sheet(1000, 1500),
    PaperKind.INCH_4_6: Sheet(1016, 1524),
    PaperKind.A4_FOUR: A4,
    PaperKind.A4: A4,
}
_MEDIA: Final = {
    A6: "iso_a6_105x148mm",
    A4: "iso_a4_210x297mm",
    SHEETS[PaperKind.INCH_4_6]: "na_index-4x6_4x6in",
}

DOTS: Final = {203: 8, 300: 12, 600: 24}
"""Dots a millimetre of a thermal head, by the figure on its box."""
ROTATIONS: Final = (0, 90, 180, 270)
USUAL_HEAD: Final = 1040
"""The width that a four-inch head prints on; a label's 105 mm are a little more."""
LABELS: Final = (Purpose.LOCKERS, Purpose.COURIERS)
SLOTS: Final = 4
RAW_PORT: Final = 9100
MOST_OFFSET: Final = 500
DARKEST: Final = 30

# Raw bytes can be sent to a queue, too; a folder takes what is written into it.
_LANGUAGES: Final = {
    Reach.CUPS: tuple(Language),
    Reach.WINDOWS: (Language.ZPL, Language.EPL, Language.PIXELS),
    Reach.SOCKET: (Language.ZPL, Language.EPL),
    Reach.FOLDER: (Language.PDF, Language.ZPL, Language.EPL),
}
_ADDRESS: Final = re.compile(r"(?P<host>[^\s:/\[\]]+|\[[0-9a-fA-F:.%]+\])(:(?P<port>[0-9]{1,5}))?")


def languages(reach: Reach) -> tuple[Language, ...]:
    """What can be spoken on this way; the first is the usual one."""
    return _LANGUAGES[reach]


@dataclass(frozen=True, slots=True)
class Profile:
    """One printer. `id` stays the same whatever else changes; `name` is what the user calls it.

    `custom` is the paper where `paper` is CUSTOM. `right` and `down` move the print on the paper, `rotation`
    turns it clockwise, `head` is the width that can be printed on (0: the whole paper). `serves` says what
    goes to it, `stand_in` is the id of the profile that takes over, announced, where this one does not print.
    `carrier_commands`: InPost's own ZPL or EPL instead of pixels of ours. `darkness` is 0 to 30 as ZPL counts
    it, None as the printer is set. `separators`: a sheet between two batches.

    Raises ValueError with the name of the field that nobody can use.
    """

    id: str
    name: str
    reach: Reach
    address: str
    language: Language = Language.PDF
    dpi: int = 203
    paper: PaperKind = PaperKind.A6
    custom: Sheet | None = None
    right: int = 0
    down: int = 0
    rotation: int = 0
    head: int = 0
    serves: tuple[Purpose, ...] = (*LABELS, Purpose.SLIPS)
    stand_in: str = ""
    carrier_commands: bool = False
    darkness: int | None = None
    separators: bool = False

    def __post_init__(self) -> None:
        bad = next((name for name, good in self._judged() if not good), "")
        if bad:
            raise ValueError(bad)

    def _judged(self) -> Iterable[tuple[str, bool]]:
        yield "id", bool(self.id)
        yield "address", self.reach is not Reach.SOCKET or bool(host_and_port(self.address))
        yield "language", self.language in languages(self.reach)
        yield "dpi", self.dpi in DOTS
        yield "rotation", self.rotation in ROTATIONS
        yield "custom", self.paper is not PaperKind.CUSTOM or _usable(self.custom)
        yield "right", abs(self.right) <= MOST_OFFSET
        yield "down", abs(self.down) <= MOST_OFFSET
        yield "head", self.head == 0 or 200 <= self.head <= 3000
        yield "darkness", self.darkness is None or 0 <= self.darkness <= DARKEST
        yield "paper", self.paper not in (PaperKind.A4_FOUR, PaperKind.A4) or not self.raw
        yield "stand_in", self.stand_in != self.id

    @classmethod
    def at(cls, reach: Reach, address: str, **more: Any) -> Profile:
        """A printer that is used as is usual for this way."""
        usual = {"id": f"{reach}:{address}", "name": address, "language": languages(reach)[0]}
        return cls(reach=reach, address=address, **(usual | more))

    @property
    def sheet(self) -> Sheet:
        """The paper that lies in it."""
        if self.paper is PaperKind.CUSTOM and self.custom is not None:
            return self.custom
        return SHEETS.get(self.paper, A6)

    @property
    def raw(self) -> bool:
        """Whether it gets commands of its own language rather than a page for a driver."""
        return self.language in (Language.ZPL, Language.EPL)

    @property
    def dots(self) -> int:
        """Dots a millimetre."""
        return DOTS[self.dpi]

    @property
    def printable(self) -> int:
        """The width that can be printed on, in tenths of a millimetre."""
        return min(self.sheet.width, self.head or self.sheet.width)


def host_and_port(address: str) -> tuple[str, int] | None:
    """What `host`, `host:port` or `[IPv6]:port` says, None where it says nothing of use."""
    found = _ADDRESS.fullmatch(address.strip())
    if found is None:
        return None
    port = int(found["port"] or RAW_PORT)
    return (found["host"].strip("[]"), port) if 0 < port < 65536 else None


def profile_for(profiles: Sequence[Profile], purpose: Purpose) -> Profile | None:
    """The first printer that serves this.

    Slips and documents go to where locker labels go where no printer is named for them.
    """
    serving = next((one for one in profiles if purpose in one.serves), None)
    if serving is None and purpose not in LABELS:
        return profile_for(profiles, Purpose.LOCKERS)
    return serving


def stand_in_of(profiles: Sequence[Profile], profile: Profile) -> Profile | None:
    """The printer that takes over for this one."""
    return next((one for one in profiles if one.id == profile.stand_in != profile.id), None)


def _usable(custom: Sheet | None) -> bool:
    return custom is not None and min(custom.width, custom.height) >= 200 and custom.height <= 4000


def _mm(tenths: int) -> str:
    return f"{tenths / 10:g}"
