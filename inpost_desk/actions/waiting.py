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


# A first look that finds a thing done says only that it did not take longer.
SOONER = 0.95


@dataclass(slots=True)
class Rhythm:
    """Learns how long InPost takes for a thing, so that one look at the right time will do. In seconds."""

    first: float
    most: float
    usual: float = 0.0

    def pause(self, looks: int, *, waited: float) -> float:
        """How long to wait after so many looks, `waited` after the thing was asked for."""
        if not self.usual:
            return growing(looks, first=self.first, most=self.most)
        if looks == 0:
            return min(self.most, max(0.0, self.usual - waited))
        return growing(looks - 1, first=self.first, most=self.most)

    def done(self, looks: int, *, waited: float) -> None:
        """The last of so many looks, begun when `waited` had passed, found the thing done."""
        self.usual = waited * SOONER if looks == 1 else waited
