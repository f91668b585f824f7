"""Waiting for what a printer does."""

from __future__ import annotations

import time
from collections.abc import Callable

from inpost_desk.printers.printer import ENDED, Job, Printer


def until(ready: Callable[[], bool], *, seconds: float = 15) -> bool:
    """Whether it is ready before that time is over."""
    end = time.monotonic() + seconds
    while not ready() and time.monotonic() < end:
        time.sleep(0.02)
    return ready()


def ended(printer: Printer, job: str) -> Job:
    """The job at its end."""
    assert until(lambda: printer.job(job).state in ENDED), printer.job(job)
    return printer.job(job)
