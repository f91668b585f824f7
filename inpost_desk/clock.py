"""This machine's time, steadied: a corrected clock does not bend it and sleep does not stop it.

What InPost may still be doing is judged by elapsed time, so a machine that slept for an hour must know that
an hour is gone, and one whose clock was just set right must not.
"""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta


def elapsed() -> float:
    """Seconds that only ever grow, sleep included.

    Linux counts it by a clock of its own, macOS by this one (Python's `monotonic` is another there), and
    Windows always.
    """
    counting = getattr(time, "CLOCK_BOOTTIME", None) or getattr(time, "CLOCK_MONOTONIC", None)
    return time.monotonic() if counting is None else time.clock_gettime(counting)


_STARTED = datetime.now(UTC)
_STARTED_AT = elapsed()


def steady_now() -> datetime:
    """The time in UTC by the clock as it stood when the program started."""
    return _STARTED + timedelta(seconds=elapsed() - _STARTED_AT)
