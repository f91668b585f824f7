"""How well scanners are told from people: 10,000 bursts of the seeded model, counted class by class.

A burst is right when exactly the codes that a scanner sent came as scans and nothing a person typed did.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from random import Random
from typing import Final

from benchmarks import burst_model as model
from benchmarks.burst_model import Burst, Maker
from benchmarks.figures import Figure
from inpost_desk.domain.scan import Key, Reader, Scan
from inpost_desk.domain.station import ScannerRules

BURSTS: Final = 10_000
SEED: Final = 2026
LIMIT: Final = 1
"""Wrong bursts in a thousand."""
_HOP: Final = 0.005
"""Seconds that the window's timer takes beyond the silence."""
_PREFIXED: Final = ScannerRules(prefix=model.PREFIX)
# Without a terminator only a silence longer than its gaps ends a slow code.
_PATIENT: Final = ScannerRules(prefix=model.PREFIX, silence=800)


@dataclass(frozen=True, slots=True)
class Class:
    """Bursts of one kind. `share`: how many of a hundred; 0 where it is beyond what hardware does."""

    name: str
    make: Maker
    share: int
    rules: ScannerRules = ScannerRules()


@dataclass(frozen=True, slots=True)
class Missed:
    """A burst that was not right."""

    burst: Burst
    scans: tuple[str, ...]


@dataclass(slots=True)
class Tally:
    """What came of the bursts of a class. `invented`: something came as a scan that nobody sent."""

    of: Class
    bursts: int = 0
    missed: list[Missed] = field(default_factory=list)

    @property
    def per_thousand(self) -> float:
        """Wrong bursts in a thousand."""
        return 1000 * len(self.missed) / self.bursts

    @property
    def invented(self) -> int:
        """Bursts with a scan that nobody sent."""
        return sum(1 for one in self.missed if set(one.scans) - set(one.burst.codes))


CLASSES: Final = (
    *(
        Class(f"typing, {speed} words a minute", partial(model.typing, speed=speed), 10)
        for speed in model.PACES
    ),
    Class("typing, a prefix is set", partial(model.typing, speed=120), 3, _PREFIXED),
    Class("a key held down", model.held, 10),
    Class("scanner, 5-35 ms, Enter", model.scanner, 10),
    Class("scanner, 5-35 ms, Tab or line feed", partial(model.scanner, ends=("\t", "\n")), 7),
    Class("scanner, 5-35 ms, no terminator", partial(model.scanner, ends=("",)), 10),
    Class("scanner, 5-35 ms, order number of 3 digits", model.short_order, 6),
    Class("scanner, 40-200 ms, prefix, terminator", model.slow, 5, _PREFIXED),
    Class("scanner, 40-200 ms, prefix, silence", partial(model.slow, ends=("",)), 4, _PATIENT),
    Class("Bluetooth, mean 5-35 ms", model.bluetooth, 8),
    Class("typed, then scanned after 0.2-2 s", model.typed_then_scanned, 7),
)
BEYOND: Final = (
    Class("held key of which nobody says that it repeats", partial(model.held, told=False), 0),
    Class(
        "scan 0-0.2 s after a typed key", partial(model.typed_then_scanned, least=0, most=0.2), 0
    ),
    Class("Bluetooth, pauses of 0.1-0.3 s in the code", model.lossy, 0),
    Class("scanner, 36-45 ms, no prefix", model.slower_than_told, 0),
    Class("a palm on the keyboard", model.mashed, 0),
)


def bursts(count: int = BURSTS, seed: int = SEED) -> list[Figure]:
    """Errors of each class, in a thousand; those beyond what hardware does without a limit."""
    limited = [tally(one, count * one.share // 100, seed) for one in CLASSES]
    beyond = [tally(one, max(count // 20, 1), seed) for one in BEYOND]
    return [*_figures(limited, LIMIT), *_figures(beyond, None)]


def tally(of: Class, count: int, seed: int = SEED) -> Tally:
    """That many bursts in one go, as a reader hears them during a day."""
    rng = Random(f"{seed} {of.name}")
    reader = Reader(of.rules, model.SHORT.__contains__)
    found = Tally(of)
    now = 0.0
    for _ in range(count):
        burst = of.make(rng)
        scans = tuple(scan.code for scan in _heard(reader, burst, now))
        found.bursts += 1
        if scans != burst.codes:
            found.missed.append(Missed(burst, scans))
        now = round(now + burst.keys[-1].at + max(burst.rest, of.rules.silence / 1000 * 1.5), 3)
    return found


def _heard(reader: Reader, burst: Burst, began: float) -> Iterator[Scan]:
    """As the window hears it: key by key, and silence where none came for so long."""
    last = began
    for key in (*burst.keys, None):
        at = began + key.at if key else float("inf")
        if at > last + reader.wait + _HOP:
            yield from _some(reader.quiet(last + reader.wait + _HOP))
        if key is None:
            return
        if key.text:
            yield from _some(reader.key(Key(key.text, at, key.repeat)).scan)
        else:
            # What is no letter ends whatever came before it.
            yield from _some(reader.quiet(at + reader.wait))
        last = at


def _some(scan: Scan | None) -> Iterator[Scan]:
    if scan is not None:
        yield scan


def _figures(tallies: Sequence[Tally], limit: float | None) -> Iterator[Figure]:
    for one in tallies:
        wrong = f"{one.of.name}: {len(one.missed)} of {one.bursts} wrong ({one.invented} invented)"
        yield Figure(wrong, one.per_thousand, "‰", limit=limit)
