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


# Looks closer together than this say nothing more about how long a thing takes.
NEAR = 0.1
# What was too early before may not be so for ever.
FADING = 0.99


@dataclass(slots=True)
class Rhythm:
    """Learns how long InPost takes for a thing, so that one look at the right time will do. In seconds.

    It was not done yet after `early` and was done after `late`; `late` is 0 while nothing is known.
    """

    first: float
    most: float
    early: float = 0.0
    late: float = 0.0

    def pause(self, looks: int, *, waited: float) -> float:
        """How long to wait after so many looks, `waited` after the thing was asked for."""
        if not self.late:
            return growing(looks, first=self.first, most=self.most)
        if looks:
            return growing(looks - 1, first=self.first, most=self.most)
        usual = self.early + max(NEAR, (self.late - self.early) * 0.75)
        return min(self.most, max(0.0, usual - waited))

    def done(self, *, early: float, late: float) -> None:
        """It was done at the look after `late`, not yet at the one after `early` (0 where there was none)."""
        self.late = late
        self.early = early or min(self.early * FADING, late)
