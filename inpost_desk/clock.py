"""This machine's time, steadied: a corrected clock does not bend it and sleep does not stop it.

What InPost may still be doing is judged by elapsed time, so a machine that slept for an hour must know that
an hour is gone, and one whose clock was just set right must not.
"""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta


def elapsed() -> float:
    """Seconds that only ever grow, sleep included where the system counts it (Linux, Windows)."""
    boot = getattr(time, "CLOCK_BOOTTIME", None)
    return time.monotonic() if boot is None else time.clock_gettime(boot)


_STARTED = datetime.now(UTC)
_STARTED_AT = elapsed()


def steady_now() -> datetime:
    """The time in UTC by the clock as it stood when the program started."""
    return _STARTED + timedelta(seconds=elapsed() - _STARTED_AT)
