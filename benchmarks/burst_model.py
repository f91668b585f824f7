"""A seeded model of what reaches a keyboard queue: people who type, held keys, scanners of many kinds.

Written from what keyboards and scanners do, apart from the code that tells them from each other. Times are
seconds from a burst's first key, rounded to a millisecond as the window systems give them. Judges nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from random import Random
from typing import Final

from inpost_desk.domain.scan import Key
from inpost_desk.domain.scan_code import Command

GAP: Final = 0.035
"""Seconds: the slowest mean gap of a scanner that needs no prefix."""
PREFIX: Final = "~"
SHORT: Final = frozenset(f"{number}" for number in range(100, 1000, 3))
"""Order numbers of three digits that somebody knows."""
# What people type: words, names, things that look like codes. The last four stand for typed order numbers.
_WORDS: Final = (
    *("paczka", "kowal", "szymon", "pilne", "zwrot", "anna", "nowak", "warszawa", "kraków", "abc"),
    *("ul. Polna 7/12", "00-950", "501 222 333", "biuro@example.test", "KRA01M", "gabaryt A", "x"),
    *(
        "reference",
        "shipment",
        "the parcel is late",
        "as",
        "4,99",
        "12",
        "2026-11-22",
        "5901234123457",
    ),
    *("48250", "ZK-48250", "127", "304"),
)
_HOLDABLE: Final = ("a", "x", "7", "1", "0", "-", " ", "\x08", "\x7f", "\r", "\t", "")
_ENDS: Final = ("\r", "\t", "\n")


@dataclass(frozen=True, slots=True)
class Burst:
    """Keys and the codes a scanner sent with them, then `rest` seconds of quiet. "" is an arrow."""

    keys: tuple[Key, ...]
    codes: tuple[str, ...] = ()
    rest: float = 1.0


Maker = Callable[[Random], Burst]


@dataclass(frozen=True, slots=True)
class Pace:
    """How somebody types: mean seconds between keys, and how many of them are rolled."""

    mean: float
    rolled: float


# A word is five keys. Quick hands press the next key before the last one is up.
PACES: Final = {40: Pace(0.300, 0.05), 80: Pace(0.150, 0.20), 120: Pace(0.100, 0.35)}

Timed = list[tuple[float, str]]
"""Seconds since the key before, and the key."""


# People


def typing(rng: Random, speed: int) -> Burst:
    """Words with rolls, corrections and pauses, then Enter, Tab or nothing."""
    text = " ".join(rng.choice(_WORDS) for _ in range(rng.choice((1, 1, 1, 2, 3))))
    keys = _typed(rng, text, PACES[speed])
    end = rng.choices(("\r", "\t", ""), (5, 2, 3))[0]
    if end:
        keys.append((_interval(rng, PACES[speed]) * 1.2, end))
    return _burst(keys, rest=rng.uniform(0.4, 2))


def _typed(rng: Random, text: str, pace: Pace) -> Timed:
    keys: Timed = []
    own = Pace(pace.mean * rng.lognormvariate(0, 0.12), pace.rolled)
    for letter in text:
        if rng.random() < 0.04:
            keys.append((_interval(rng, own), rng.choice("asdfghjklqwertyuiop")))
            keys.append((_interval(rng, own) * rng.uniform(1, 3), "\x08"))
        pause = rng.expovariate(5) if letter == " " and rng.random() < 0.3 else 0.0
        pause += rng.uniform(0.5, 2) if rng.random() < 0.01 else 0.0
        keys.append((_interval(rng, own) + pause, letter))
    return keys


def _interval(rng: Random, pace: Pace) -> float:
    """Log-normal, as measured typing is; a rolled key comes in a third to two thirds of the time."""
    if rng.random() < 0.003:
        return rng.uniform(0.004, 0.020)  # Two fingers at once.
    whole = pace.mean / (1 - 0.525 * pace.rolled)
    time = whole * rng.lognormvariate(-0.06, 0.35)
    return max(time * (rng.uniform(0.3, 0.65) if rng.random() < pace.rolled else 1), 0.008)


def held(rng: Random, *, told: bool = True) -> Burst:
    """A key held down among typed ones. `told`: whether the system says that a key repeats."""
    pace = PACES[rng.choice((40, 80, 120))]
    keys = [Key(text, at) for at, text in _timed(_typed(rng, rng.choice(_WORDS)[:5], pace))]
    at = keys[-1].at + _interval(rng, pace)
    text = rng.choice(_HOLDABLE)
    keys.append(Key(text, at))
    at += rng.choice((0.25, 0.4, 0.5, 0.66))
    every = rng.choice((0.020, 0.030, 0.033, 0.040, 0.050))
    for _ in range(rng.randint(3, 60)):
        keys.append(Key(text, at, repeat=told))
        at += max(rng.gauss(every, 0.002), 0.001)
    for late, letter in _typed(rng, rng.choice(("", "", "ab", "12")), pace):
        at += late
        keys.append(Key(letter, at))
    if rng.random() < 0.3:
        keys.append(Key("\r", at + _interval(rng, pace)))
    return Burst(_rounded(keys), rest=rng.uniform(0.4, 2))


def mashed(rng: Random) -> Burst:
    """A palm, a box or a sleeve on the keyboard."""
    count = rng.randint(3, 12)
    return _burst([(rng.uniform(0, 0.03), rng.choice("asdfghjkl;zxcvbnm,")) for _ in range(count)])


# Scanners


def some_code(rng: Random) -> str:
    """Six characters or more."""
    return rng.choice((_number, _number, _reference, _reference, _command))(rng)


def _number(rng: Random) -> str:
    return f"6{rng.randrange(10**23):023d}"


def _reference(rng: Random) -> str:
    number = rng.randrange(10_000, 99_999)
    forms = (f"ZK-{number}", f"PO/2026/{number}", f"W{number}", f"10{number}", f"#{number}-B")
    return rng.choice((*forms, f"ALG-{rng.randrange(16**8):08x}", f"Zam {number}"))


def _command(rng: Random) -> str:
    return str(rng.choice(tuple(Command)).value)


def scanner(rng: Random, ends: Sequence[str] = ("\r",)) -> Burst:
    """Wired, a mean gap of 5 to 35 ms."""
    return _scanned(rng, some_code(rng), rng.choice(ends))


def short_order(rng: Random) -> Burst:
    """An order number of three digits: known and without a terminator, or any with one."""
    if rng.random() < 0.5:
        return _scanned(rng, rng.choice(sorted(SHORT)), "")
    return _scanned(rng, f"{rng.randrange(1000):03d}", rng.choice(_ENDS))


def _scanned(rng: Random, code: str, end: str, slowest: float = GAP) -> Burst:
    keys = _wired(rng, code + end, rng.uniform(0.005, slowest))
    while not _within(keys, end, slowest):
        keys = _wired(rng, code + end, rng.uniform(0.005, slowest))
    return _burst(keys, code, rest=rng.uniform(0.25, 1.5))


def _within(keys: Timed, end: str, slowest: float) -> bool:
    """Whether the mean gap is 5 ms to `slowest`, with the terminator and without it."""
    gaps = [gap for gap, _ in keys[1:]]
    parts = (gaps, gaps[:-1]) if end else (gaps,)
    return all(0.005 <= sum(part) / len(part) <= slowest - 0.0005 for part in parts)


def _wired(rng: Random, text: str, mean: float) -> Timed:
    """A steady pace, asked for by the host every so often."""
    poll = rng.choice([one for one in (0.001, 0.002, 0.004, 0.008, 0.010) if one <= mean])
    times = list(accumulate(max(rng.gauss(mean, mean * 0.12), 0.001) for _ in text))
    asked = [-(-time // poll) * poll + abs(rng.gauss(0, 0.0005)) for time in times]
    return [
        (now - before, key) for before, now, key in zip([0.0, *asked], asked, text, strict=False)
    ]


def slow(rng: Random, ends: Sequence[str] = _ENDS) -> Burst:
    """40 to 200 ms between keys, behind a prefix."""
    code, end = some_code(rng), rng.choice(ends)
    mean = rng.uniform(0.040, 0.200)
    keys = [(max(rng.gauss(mean, mean * 0.1), 0.01), key) for key in PREFIX + code + end]
    return _burst(keys, code, rest=rng.uniform(1.2, 2))


def bluetooth(rng: Random, lost: float = 0.05, most: float = 0.100) -> Burst:
    """Keys that come in packets: the air is asked every so often, and `lost` of the packets come again.

    The mean gap is at most 35 ms, every gap shorter than `most` seconds.
    """
    code, end = some_code(rng), rng.choice((*_ENDS, ""))
    while True:
        keys = _by_air(rng, code + end, lost)
        if _within(keys, end, GAP) and max(gap for gap, _ in keys[1:]) < most:
            return _burst(keys, code, rest=rng.uniform(0.4, 1.5))


def _by_air(rng: Random, text: str, lost: float) -> Timed:
    nominal, every = rng.uniform(0.005, 0.030), rng.choice((0.0075, 0.01125, 0.015, 0.030, 0.050))
    each = rng.choice((1, 2, 3, 4, 6))
    made = list(accumulate(max(rng.gauss(nominal, nominal * 0.15), 0.001) for _ in text))
    keys: Timed = []
    now, before, sent = rng.uniform(0, every), 0.0, 0
    while sent < len(text):
        now += every
        if rng.random() < lost:
            continue
        at = now
        for _ in range(min(each, sum(time <= now for time in made[sent:]))):
            keys.append((at - before, text[sent]))
            before, sent = at, sent + 1
            at += rng.uniform(0.0002, 0.002)
    return keys


def lossy(rng: Random) -> Burst:
    """Bluetooth at the edge of its reach: pauses of 100 to 300 ms in the middle of a code."""
    while True:
        burst = bluetooth(rng, lost=0.5, most=0.300)
        gaps = [later.at - key.at for key, later in zip(burst.keys, burst.keys[1:], strict=False)]
        if max(gaps) > 0.100:
            return burst


def slower_than_told(rng: Random) -> Burst:
    """35 to 45 ms: somewhat slower than the figure, without a prefix."""
    code = some_code(rng)
    return _burst(_wired(rng, code + "\r", rng.uniform(0.036, 0.045)), code)


# Both


def typed_then_scanned(rng: Random, least: float = 0.2, most: float = 2.0) -> Burst:
    """Somebody types, leaves the keyboard and scans; `least` and `most` seconds after the last key."""
    pace = PACES[rng.choice((40, 80, 120))]
    before = _typed(rng, rng.choice(_WORDS)[: rng.randint(1, 12)], pace)
    after = scanner(rng, (*_ENDS, ""))
    (_, first), *others = _gaps(after.keys)
    timed = [*before, (rng.uniform(least, most), first), *others]
    return _burst(timed, *after.codes, rest=after.rest)


# Keys


def _burst(timed: Timed, *codes: str, rest: float = 1.0) -> Burst:
    return Burst(_rounded([Key(text, at) for at, text in _timed(timed)]), codes, rest)


def _timed(timed: Timed) -> Timed:
    """The first key at 0, the others after it."""
    times = accumulate(gap if place else 0.0 for place, (gap, _) in enumerate(timed))
    return [(at, text) for at, (_, text) in zip(times, timed, strict=True)]


def _gaps(keys: Sequence[Key]) -> Timed:
    times = [0.0, *(key.at for key in keys)]
    return [(key.at - before, key.text) for before, key in zip(times, keys, strict=False)]


def _rounded(keys: Sequence[Key]) -> tuple[Key, ...]:
    return tuple(Key(key.text, round(key.at, 3), key.repeat) for key in keys)
