"""Tells a scanner's burst of keys from a person's typing (design §6).

Pure: keys with their times go in, scans come out; the clock, the event filter and what a code means are
elsewhere (`ui/scanner.py`, `scan_code.py`). No character is ever held, for a person might have typed it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from statistics import fmean
from typing import Final

from inpost_desk.domain.station import ScannerRules

ENDS: Final = frozenset("\r\n\t")
"""What a scanner sends after a code: Enter, line feed, Tab."""

# Esc, backspace and delete: only a person presses them.
_PERSONAL: Final = frozenset("\x1b\x08\x7f")
# A single gap of a scanner of just the figure may be so much longer, and so may the mean of a long code.
_SLACK: Final = 0.010
# What window systems round times to, and more than what adding them up loses.
_ROUNDED: Final = 0.0005
# Gaps that differ by no more than this share of the figure are even.
_EVEN: Final = 0.65
# Seconds: who pressed a key so shortly before is still typing; nobody takes up a scanner so fast.
_TYPING: Final = 0.4
# Seconds: a key held down repeats itself after at most this, and then never faster than that.
_HELD: Final = 1.2
_REPEATS: Final = 0.008
# Seconds between two keys of a prefixed code, at most.
_PAUSE: Final = 1.0
# One gap in so many may be far too long (Bluetooth).
_ONE_IN: Final = 6
# A terminator that comes within so many silences after a scan is the scan's.
_LATE: Final = 3
_LONGEST: Final = 4000


@dataclass(frozen=True, slots=True)
class Key:
    """One key press. `at` in seconds of any growing clock: of the event itself, not of when it was handled.

    `text` is "" for keys that write nothing (Shift), `repeat` is what the system says of a key held down.
    """

    text: str
    at: float
    repeat: bool = False


@dataclass(frozen=True, slots=True)
class Scan:
    """A code that a scanner sent, without prefix and suffix, in the case in which it came.

    `began` and `at` are the times of its first and last key. `keys` counts the characters that reached the
    window before it was recognised, prefix and suffix included. `ended`: a terminator came.
    """

    code: str
    began: float
    at: float
    keys: int
    ended: bool


@dataclass(frozen=True, slots=True)
class Reading:
    """What a key meant. `fresh`: it begins a new burst, so remember the field as it stands before it.

    `hold`: keep this key from the window for good; it is a scan's terminator, of this or of the last one,
    never a character. A `scan` together with `fresh` is the one before this key, whose
    silence nobody had asked for in time: put the field right first, then remember it.
    """

    scan: Scan | None = None
    fresh: bool = False
    hold: bool = False


class Reader:
    """Follows the keys one by one. `known` says whether a code is an order's; it must be fast.

    `rules` may be set at any time. Ask `quiet` when no key came for `wait` seconds.
    """

    def __init__(self, rules: ScannerRules, known: Callable[[str], bool]) -> None:
        self.rules = rules
        self._known = known
        self._keys: list[Key] = []
        self._typed: Key | None = None
        """The last key of a person."""
        self._scanned: float | None = None
        """When the last scan ended, None once other keys came."""

    @property
    def wait(self) -> float:
        """Seconds without a key that end a code: the rules' silence, longer for a slow prefixed code."""
        silence = self.rules.silence / 1000
        if not self._keys or not self._prefixed(self._text()):
            return silence
        gaps = _gaps(self._keys)
        return max(silence, min(_PAUSE, 4 * max(gaps))) if len(gaps) > 5 else max(silence, _PAUSE)

    def key(self, key: Key) -> Reading:
        """Takes the next key."""
        if not key.text:
            return Reading()
        if key.text in ENDS:
            return self._end(key)
        fresh = self._apart(key)
        scan = self._finish() if fresh else None
        if key.text in _PERSONAL or (key.repeat and fresh):
            return self._personal(key, scan or self._finish())
        self._scanned = None
        self._keys.append(key)
        return Reading(scan, fresh=fresh)

    def quiet(self, at: float) -> Scan | None:
        """The scan that `wait` seconds of silence until `at` ended, if it is one."""
        # A timer may come a hair too early.
        if not self._keys or at - self._keys[-1].at < self.wait - _ROUNDED:
            return None
        if self._prefixed(self._text()) and not self._is_scan(_Burst(self._keys, None, self.rules)):
            # A slow code may go on; `key` decides.
            return None
        return self._finish()

    def _personal(self, key: Key, scan: Scan | None) -> Reading:
        self._typed, self._scanned = key, None
        return Reading(scan, fresh=True)

    def _end(self, key: Key) -> Reading:
        if not self._keys:
            return self._lone_end(key)
        gap = key.at - self._keys[-1].at
        in_time = gap <= self.wait
        scan = self._finish(key if in_time else None)
        if scan is None:
            self._typed = key
        return Reading(scan, hold=scan is not None and gap <= self._lateness())

    def _lone_end(self, key: Key) -> Reading:
        """Some scanners send two terminators, or one long after the code."""
        if self._scanned is not None and key.at - self._scanned <= self._lateness():
            return Reading(hold=True)
        self._typed = key
        return Reading()

    def _lateness(self) -> float:
        return _LATE * self.rules.silence / 1000

    # Where a burst begins

    def _apart(self, key: Key) -> bool:
        if not self._keys or len(self._keys) >= _LONGEST:
            return True
        gap = key.at - self._keys[-1].at
        prefix = self.rules.prefix
        if self._prefixed(self._text() + key.text):
            return gap > self.wait
        if prefix and key.text == prefix[0] and gap > self._figure():
            return True
        silent = gap > self.rules.silence / 1000 + _ROUNDED
        return silent or (gap > self._figure() and self._typed_so_far())

    def _typed_so_far(self) -> bool:
        """Whether the burst is a person's until here.

        Slow keys alone do not say so: a code that lost its beginning might be another order's.
        """
        amid = self._typed_before(self._keys, _TYPING)
        return amid and all(gap > self._figure() for gap in _gaps(self._keys))

    def _typed_before(self, keys: Sequence[Key], within: float) -> bool:
        return self._typed is not None and keys[0].at - self._typed.at <= within

    def _prefixed(self, text: str) -> bool:
        """Whether that may be a code with the prefix, of which perhaps only a part came so far."""
        prefix = self.rules.prefix
        return bool(prefix) and (text.startswith(prefix) or prefix.startswith(text))

    def _text(self) -> str:
        return "".join(key.text for key in self._keys)

    # Whether it is a scan

    def _finish(self, end: Key | None = None) -> Scan | None:
        """Closes the burst and judges it."""
        keys, self._keys = self._keys, []
        if not keys:
            return None
        burst = _Burst(keys, end, self.rules)
        if not self._is_scan(burst):
            self._typed = keys[-1]
            return None
        self._typed, self._scanned = None, burst.at
        return Scan(burst.code, keys[0].at, burst.at, len(burst.text), ended=end is not None)

    def _is_scan(self, burst: _Burst) -> bool:
        length = len(burst.code)
        if length < self.rules.shortest_ended:
            return False
        if burst.prefixed:
            return bool(burst.end) or length >= self.rules.shortest or self._knows(burst.code)
        if self._held(burst):
            return False
        if length < self.rules.shortest:
            return self._short_but_sure(burst)
        if length < 2 * self.rules.shortest and self._typed_before(burst.keys, _TYPING):
            return self._sure(burst)
        if burst.end is not None and length >= 2 * self.rules.shortest:
            return burst.trimmed <= self._figure()
        # A person's word is now and then nearly as fast.
        return burst.mean <= self.rules.gap / 1000 + _ROUNDED

    def _short_but_sure(self, burst: _Burst) -> bool:
        gap, known = self.rules.gap / 1000 + _ROUNDED, self._knows(burst.code)
        if burst.end is None and not known:
            return False
        if self._typed_before(burst.keys, _TYPING):
            return self._sure(burst) and burst.mean <= gap / 2
        if known:
            # Rolled digits are as fast now and then, but not even.
            return burst.mean <= gap and (burst.end is not None or self._sure(burst))
        longer = len(burst.code) > self.rules.shortest_ended
        return burst.mean <= gap and burst.slowest <= (2 * gap if longer else self._figure())

    def _sure(self, burst: _Burst) -> bool:
        """Fast and even throughout, as a person's few keys may be fast but not even."""
        return burst.slowest <= self._figure() and burst.spread <= self.rules.gap * _EVEN / 1000

    def _knows(self, code: str) -> bool:
        """Also where Caps Lock is on."""
        other = code.swapcase()
        return self._known(code) or (other != code and self._known(other))

    def _held(self, burst: _Burst) -> bool:
        """Whether a key was held down, be it that the system does not say so."""
        run = max(len(list(same)) for _, same in groupby(burst.text))
        whole = len(burst.text)
        if sum(key.repeat for key in burst.keys) * 2 > whole:
            return not self._knows(burst.code)
        typed = self._typed if self._typed_before(burst.keys, _HELD) else None
        first = typed is not None and typed.text == burst.text[0]
        begun = first and run >= 4 and run * 4 >= whole * 3
        # Three equal digits and Enter are an order's number, if they are not the rest of a held key.
        only = run == whole and (first or run >= 4 or burst.end is None)
        if not (only or begun):
            return False
        return burst.mean >= _REPEATS and not self._knows(burst.code)

    def _figure(self) -> float:
        return self.rules.gap / 1000 + _SLACK


class _Burst:
    """Keys that belong together, `end` their terminator, and how fast they came; times in seconds."""

    def __init__(self, keys: Sequence[Key], end: Key | None, rules: ScannerRules) -> None:
        self.keys = keys
        self.end = end
        self.text = "".join(key.text for key in keys)
        self.prefixed = bool(rules.prefix) and self.text.startswith(rules.prefix)
        self.code = self.text.removeprefix(rules.prefix).removesuffix(rules.suffix)
        self.at = (end or keys[-1]).at
        self._gaps = sorted(_gaps([*keys, end] if end else keys)) or [0.0]

    @property
    def slowest(self) -> float:
        return self._gaps[-1]

    @property
    def mean(self) -> float:
        return fmean(self._gaps)

    @property
    def spread(self) -> float:
        """Between the fastest and the slowest gap."""
        return self._gaps[-1] - self._gaps[0]

    @property
    def trimmed(self) -> float:
        """The mean but for a few of the longest gaps, at least one."""
        return fmean(self._gaps[: -max(1, len(self._gaps) // _ONE_IN)] or self._gaps)


def _gaps(keys: Sequence[Key]) -> list[float]:
    return [later.at - key.at for key, later in pairwise(keys)]


class Bounce:
    """Remembers codes for `seconds`: a scanner held too long reads the same code again and again."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self._seen: dict[str, float] = {}

    def again(self, code: str, at: float) -> bool:
        """Whether `code` came within `seconds` before `at`, itself a bounce or not. Remembers it."""
        self._seen = {one: when for one, when in self._seen.items() if at - when < self.seconds}
        before = code in self._seen
        self._seen[code] = at
        return before
