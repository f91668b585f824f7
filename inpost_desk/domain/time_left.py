"""How long a run still takes, guessed from when its labels came out.

Purchases and labels arrive in bursts (a batch is up to 100 of them), and what was done before the start comes
all at once; neither may make the guess jump. Only figures: the caller has the clock and the words.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise
from statistics import median
from typing import Final, NamedTuple

WINDOW: Final = 120.0
"""Seconds looked back: what was slow ten minutes ago says nothing about now."""
_POINTS: Final = 31
_PATIENCE: Final = 30.0
_SHORTEST: Final = 3.0


class Sample(NamedTuple):
    """`done` pieces at `time`, in seconds of a clock that never goes back."""

    time: float
    done: int


def seconds_left(samples: Sequence[Sample], total: int, *, now: float) -> float | None:
    """Seconds until `total` are done, or None where nobody can know: too early, or nothing comes any more.

    `samples` in order of time. Between two bursts the guess counts down.
    """
    steps = _steps(samples)
    if not steps:
        return None
    last = steps[-1]
    if last.done >= total:
        return 0.0
    recent = _recent(steps)
    if len(recent) < 3 or last.time - recent[0].time < _SHORTEST:
        return None
    gap = max(after.time - before.time for before, after in pairwise(recent))
    waited = max(now - last.time, 0.0)
    if waited > max(3 * gap, _PATIENCE):
        return None
    return max((total - last.done) / _rate(recent) - min(waited, gap), 1.0)


def rounded(seconds: float) -> int:
    """To ten seconds, from five minutes on to whole minutes; never nothing while something is left."""
    unit = 10 if seconds < 300 else 60
    return max(round(seconds / unit) * unit, 10)


def _steps(samples: Sequence[Sample]) -> list[Sample]:
    """The first sample, and those at which more was done than ever before."""
    steps: list[Sample] = []
    for one in samples:
        if not steps or one.done > steps[-1].done:
            steps.append(one)
    return steps


def _recent(steps: list[Sample]) -> list[Sample]:
    """The steps of the window; three at least, however far apart they are."""
    first = bisect_right(steps, steps[-1].time - WINDOW, key=lambda one: one.time)
    return steps[min(max(first - 1, 0), max(len(steps) - 3, 0)) :]


def _rate(steps: list[Sample]) -> float:
    """Pieces a second: the middle one of many slopes, so that a single jump hardly counts.

    The slopes are at least a third of the window long, so that a regular burst is seen as the flow it is.
    """
    start, end = steps[0].time, steps[-1].time
    width = (end - start) / (_POINTS - 1)
    heights = [_at(steps, start + width * number) for number in range(_POINTS)]
    slopes = [
        (heights[right] - heights[left]) / (width * (right - left))
        for left in range(_POINTS)
        for right in range(left + _POINTS // 3, _POINTS)
    ]
    middle = median(slopes)
    return middle if middle > 0 else (steps[-1].done - steps[0].done) / (end - start)


def _at(steps: list[Sample], time: float) -> float:
    """What was done at that time, had it come evenly between the steps."""
    after = bisect_right(steps, time, key=lambda one: one.time)
    if after <= 0:
        return steps[0].done
    if after >= len(steps):
        return steps[-1].done
    one, other = steps[after - 1], steps[after]
    return one.done + (other.done - one.done) * (time - one.time) / (other.time - one.time)
