"""What a Zebra says of itself when asked (`~HS`, Host Status Return in the ZPL II guide). Asks nobody."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

QUESTION: Final = b"~HS"
LINES: Final = 3

_LINE: Final = re.compile(rb"\x02([^\x02\x03]*)\x03")


@dataclass(frozen=True, slots=True)
class ZebraStatus:
    """`reasons` are IPP's keywords for why it does not print; `waiting` labels it has and has not printed."""

    reasons: tuple[str, ...]
    waiting: int


def status(answer: bytes) -> ZebraStatus | None:
    """None where this is no complete answer (yet)."""
    lines = [line.split(b",") for line in _LINE.findall(answer)]
    try:
        first, second = (
            [int(value) for value in lines[place][:least]] for place, least in ((0, 8), (1, 9))
        )
        _one, paper_out, paused, _length, formats, _full, _diagnostic, partial = first
        _two, _unused, head_up, ribbon_out, transfer, _mode, _width, _peel, batch = second
    except (IndexError, ValueError):
        return None
    if len(lines) < LINES:
        return None
    # A printer for thermal paper has no ribbon to miss.
    found = {
        "media-empty": paper_out,
        "cover-open": head_up,
        "marker-supply-empty": ribbon_out and transfer,
        "paused": paused,
    }
    reasons = tuple(reason for reason, is_so in found.items() if is_so)
    return ZebraStatus(reasons, formats + batch + partial)
