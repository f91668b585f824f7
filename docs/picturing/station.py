"""The station in the demo: scan, label, next, and what stops it."""

from __future__ import annotations

import itertools
from typing import Any

from docs.picturing.shop import checked
from docs.picturing.studio import Studio
from inpost_desk.app_session import Given
from inpost_desk.domain.scan import Scan
from inpost_desk.domain.scan_code import Command
from inpost_desk.domain.station import State

PAUSE = 10.0


def station(studio: Studio) -> None:
    """From the first scan to a wrong one."""
    studio.start(Given(environment="demo"))
    checked(studio)
    moments = itertools.count(PAUSE, PAUSE)
    table: Any = studio.program.table

    def scan(code: str, *states: State) -> None:
        at = next(moments)
        table.scanned(Scan(code, at - 0.2, at, 0, ended=True))
        studio.wait(lambda: table.clerk.shown.state in states)
        # The label's picture comes after the state.
        studio.idle()

    studio.window.open_page("station")
    studio.idle()
    studio.picture("station-ready")
    scan("ZAM/2026/1101", State.PRINTED, State.SENT)
    scan("ZAM/2026/1102", State.PRINTED, State.SENT)
    studio.picture("station-printed")
    scan("ZAM/2026/1102", State.ALREADY)
    studio.picture("station-already")
    studio.key("Escape")
    scan("ZAM/2026/1108", State.STOP)
    studio.picture("station-stop")
    studio.key("Space")
    scan(Command.SIZE_C, State.READY)
    studio.picture("station-armed")
    scan("5901234123457", State.TOLD)
    studio.picture("station-product")
