"""Waiting that can be stopped, and how often to ask again."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field


@dataclass(slots=True)
class Stop:
    """Set by whoever wants the work to end after the present step."""

    event: threading.Event = field(default_factory=threading.Event)

    def wait(self, seconds: float) -> bool:
        """Wait that long or until asked to stop; True when asked to stop."""
        return self.event.wait(max(0.0, seconds))

    @property
    def asked(self) -> bool:
        """Whether the work is to end."""
        return self.event.is_set()


def growing(attempt: int, *, first: float, most: float) -> float:
    """Seconds before the next look: doubling from `first` up to `most`."""
    return min(most, first * 2.0 ** min(attempt, 16))
