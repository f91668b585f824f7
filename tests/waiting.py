"""Waiting for a condition, never for a time: what is not true in the end fails the test."""

from __future__ import annotations

import time
from collections.abc import Callable


def until(ready: Callable[[], bool], *, seconds: float = 20) -> None:
    """Returns as soon as it is true."""
    end = time.monotonic() + seconds
    while not ready():
        assert time.monotonic() < end, "in vain"
        time.sleep(0.01)
