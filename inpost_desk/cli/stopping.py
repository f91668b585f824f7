"""Ctrl-C while InPost is asked for something: nothing is torn off in the middle of a request."""

from __future__ import annotations

import signal
from collections.abc import Callable
from typing import Final

from inpost_desk.actions.waiting import Stop
from inpost_desk.cli.show import complain
from inpost_desk.wording.speech import translate

ENDS: Final = tuple(
    getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGBREAK") if hasattr(signal, name)
)
"""Ctrl+C, a polite kill and, on Windows, Ctrl+Break or a console that is closed."""


class stopping:  # noqa: N801 - reads as a phrase
    """Ctrl-C ends the work after the present request; a second one ends it at once."""

    def __init__(self, stop: Stop) -> None:
        self._stop = stop
        self._before: Callable[..., object] | int | None = None

    def __enter__(self) -> None:
        self._before = signal.signal(signal.SIGINT, self._first)

    def _first(self, *_given: object) -> None:
        self._stop.event.set()
        complain(translate("cli", "Finishing the last request…"))
        signal.signal(signal.SIGINT, signal.default_int_handler)

    def __exit__(self, *_given: object) -> None:
        signal.signal(signal.SIGINT, self._before)
