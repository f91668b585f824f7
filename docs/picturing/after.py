"""What comes after the label, in the demo: the history, a courier ordered, the hand-over at the truck."""

from __future__ import annotations

import itertools
from typing import Any

from docs.picturing.shop import checked
from docs.picturing.studio import Studio
from inpost_desk.app_session import Given
from inpost_desk.domain.scan import Scan

PAUSE = 10.0


def after(studio: Studio) -> None:
    """From the printed labels to the truck."""
    studio.start(Given(environment="demo"))
    page = studio.page("orders")
    checked(studio)
    studio.key("Ctrl+Return")
    studio.wait(lambda: page.runner.figures.printed > 0)
    studio.wait(lambda: not page.runner.running)
    studio.idle()
    studio.window.open_page("shipments")
    shipments: Any = studio.page("shipments")
    studio.wait(lambda: not shipments.busy)
    studio.idle()
    studio.picture("shipments")
    studio.key("Ctrl+E")
    studio.picture("shipments-export")
    studio.key("Escape")
    studio.window.open_page("pickup")
    pickup: Any = studio.page("pickup")
    studio.idle()
    studio.picture("pickup")
    _handed(studio, pickup)


def _handed(studio: Studio, pickup: Any) -> None:
    """All that are ready, to the courier who comes by himself; one of them twice, one of somebody else's."""
    studio.key("F9")
    studio.wait(lambda: pickup.hears)
    moments = itertools.count(PAUSE, PAUSE)
    numbers = [one.number for one in pickup.hand_over.standing.parcels]
    for code in (*numbers[:5], numbers[0], "620999000000000000000017"):
        at = next(moments)
        pickup.scanned(Scan(code, at - 0.2, at, 0, ended=True))
        studio.idle()
    studio.picture("hand-over")
