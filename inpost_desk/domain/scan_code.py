"""What a scanned code may mean: a command, a badge, a shipment's number, an order, a locker, a product.

Pure: it judges the text alone; which order it is, is found elsewhere. Command codes consist of letters that
every usual Latin keyboard types alike, whatever Caps Lock says.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache
from itertools import pairwise
from statistics import fmean
from typing import Final, NamedTuple

from inpost_desk.domain.scan import ENDS, Key
from inpost_desk.domain.station import Pattern, ScannerRules

STEADY: Final = "BCDEFGHJKLNOPRSTUVX"
"""Letters that are at the same place on English, Polish, German, Czech and French keyboards.

A, M, Q, W, Y and Z move between QWERTY, QWERTZ and AZERTY, the Turkish I is two letters, digits need Shift on
French and Czech ones, and punctuation is nowhere the same.
"""
BADGE_PREFIX: Final = "DESKB"
"""How the code of an operator's badge begins; STEADY letters follow. No command begins so."""
LONGEST: Final = 100
"""Characters of a code that patterns are tried on: as long as ShipX takes a reference."""
RISKY_LONGEST: Final = 20
"""The same for a pattern that may take for ever."""
# A code scanner that says what kind of code it was (AIM): ]C1, ]E0, ]d2.
_KIND: Final = re.compile(r"\A\][A-Za-z][0-9A-Za-z](?=.)")
_NUMBER: Final = re.compile(r"[0-9]{24}")
_TORN: Final = re.compile(r"[0-9]{15,23}")
_POINT: Final = re.compile(r"POP-[A-Z]{3}[0-9]{1,4}[A-Z]{0,4}|[A-Z]{3}[0-9]{2,3}[A-Z]{0,4}")
_PRODUCT: Final = re.compile(r"[0-9]{8}|[0-9]{12,14}")
# A group repeated without a bound, or many repetitions side by side: some texts take them for ever.
_REPEATED_GROUP: Final = re.compile(r"\)(?:[*+]|\{)")
_REPETITION: Final = re.compile(r"(?<!\\)[*+]|,\}")
_MOST_REPETITIONS: Final = 4


class Command(StrEnum):
    """What a printed command code orders; its value is the code. Any two differ in two letters at least."""

    SIZE_A = "DESKGXL"
    SIZE_B = "DESKGBN"
    SIZE_C = "DESKGCP"
    TIMES_2 = "DESKTBD"
    TIMES_3 = "DESKTCE"
    TIMES_4 = "DESKTDF"
    TIMES_5 = "DESKTEG"
    TIMES_6 = "DESKTFH"
    TIMES_7 = "DESKTGJ"
    TIMES_8 = "DESKTHK"
    TIMES_9 = "DESKTJL"
    MORE = "DESKPLU"
    """Another parcel for the last order."""
    WEEKEND_ON = "DESKVEN"
    WEEKEND_OFF = "DESKVSO"
    NEXT_PRINTER = "DESKNPR"
    REPRINT_LAST = "DESKRPT"
    ABORT = "DESKEND"
    """As Esc."""
    CONFIRM = "DESKOKE"
    """As Space on STOP."""
    NEW = "DESKNEU"
    """As N."""
    AGAIN = "DESKDUB"
    """As R."""
    BUY = "DESKKUP"
    """As K."""
    PRINT_LATE = "DESKLTE"
    SHIPPING = "DESKSHP"
    """As F2."""
    CHECKING = "DESKCHX"
    """As F3."""
    SIGN_OFF = "DESKUTX"

    @property
    def times(self) -> int:
        """How many labels a TIMES command asks for, 0 for the others."""
        return int(self.name.removeprefix("TIMES_")) if self.name.startswith("TIMES_") else 0


_COMMANDS: Final = {one.value: one for one in Command}


@dataclass(frozen=True, slots=True)
class Code:
    """A scanned text and everything that it may be by its looks; which of them it is, its reader decides.

    `text` is without what the scanner adds, of a badge in capitals. `number` is a shipment's 24 digits.
    `references` are the orders' references that it may stand for: itself, then what the shop's patterns
    make of it. `point` is a locker's code in capitals. `product`: a bar code of goods with a right check
    digit. `partial`: only a part of a number, or garbled. A command or a badge is nothing else.
    """

    text: str
    command: Command | None = None
    badge: bool = False
    number: str = ""
    references: tuple[str, ...] = ()
    point: str = ""
    product: bool = False
    partial: bool = False


def read_code(text: str, rules: ScannerRules) -> Code:
    """What `text` may mean; `repaired` beforehand, as commands alone come in any case. Raises nothing."""
    plain = _KIND.sub("", text.strip())
    large = plain.upper()
    if command := _COMMANDS.get(large):
        return Code(large, command=command)
    if large.startswith(BADGE_PREFIX) and len(large) > len(BADGE_PREFIX):
        return Code(large, badge=True)
    return Code(
        plain,
        number=plain if _NUMBER.fullmatch(plain) else "",
        references=tuple(dict.fromkeys(_references(plain, rules.patterns))),
        point=large if _POINT.fullmatch(large) else "",
        product=is_product(plain),
        partial=bool(_TORN.fullmatch(plain)) or not plain.isprintable() or "\ufffd" in plain,
    )


def repaired(code: str, rules: ScannerRules, *, known: Callable[[str], bool] | None = None) -> str:
    """`code` as it was printed, where the scanner swaps the case of letters.

    Caps Lock swaps it too, which only `known` can tell: it says whether a code is an order's.
    """
    right = code.swapcase() if rules.swapped else code
    if known is None or known(right):
        return right
    other = right.swapcase()
    return other if other != right and known(other) else right


def is_product(text: str) -> bool:
    """Whether that is an EAN-8, UPC, EAN-13 or GTIN-14 whose check digit is right (GS1)."""
    if not _PRODUCT.fullmatch(text):
        return False
    weighed = (int(digit) * (3, 1)[place % 2] for place, digit in enumerate(reversed(text[:-1])))
    return (sum(weighed) + int(text[-1])) % 10 == 0


def _references(text: str, patterns: Sequence[Pattern]) -> Iterator[str]:
    if text:
        yield text
    for pattern in patterns:
        # With Caps Lock on every letter comes in the other case.
        for way in (text, text.swapcase()):
            if made := reference_by(pattern, way):
                yield made
                break


def reference_by(pattern: Pattern, text: str) -> str:
    """What a shop's pattern makes of a code, found anywhere in it; "" for nothing.

    "" too where the code is too long for that pattern (see `risky`) or the pattern names a group that it
    does not have.
    """
    if len(text) > (RISKY_LONGEST if risky(pattern.expression) else LONGEST):
        return ""
    try:
        found = re.search(pattern.expression, text)
        made = _made(found, pattern.reference) if found else ""
    # A group by a wrong name is an IndexError, deep nesting a RecursionError.
    except (re.error, IndexError, OverflowError, RecursionError):
        return ""
    return made.strip()


def _made(found: re.Match[str], template: str) -> str:
    if template:
        return found.expand(template)
    return (found[1] if found.re.groups else found[0]) or ""


@cache
def risky(expression: str) -> bool:
    """Whether some texts might take this expression for ever, as far as its looks say."""
    repetitions = len(_REPETITION.findall(expression))
    return repetitions > _MOST_REPETITIONS or bool(_REPEATED_GROUP.search(expression))


# Teach me your scanner

TEACH_CODES: Final = ("013579246801357924680246", "aBdEQwZyMkA", "DE-5/K.72-X")
"""Printed to be scanned once each, in this order: digits, letters in both cases, punctuation.

No shipment's number begins with 0.
"""
SLOW: Final = 60
"""Milliseconds: keys that follow each other so slowly might be a fast person's."""
_LEAST_GAP, _MOST_GAP, _HEADROOM = 35, 200, 15
_LEAST_SILENCE, _MOST_SILENCE = 100, 1000
_LONGEST_FRAME: Final = 20


@dataclass(frozen=True, slots=True)
class Learned:
    """What three scans say about a scanner; times in milliseconds.

    `missed` are the places of the codes that did not come whole: then nothing else holds. `prefix` and
    `suffix` surround every code, `terminator` ends it ("" where none or not always). `swapped`: letters
    come in the other case. `layout_wrong` has each character that came as another one, (printed, came): the
    scanner and the computer think of different keyboards.
    """

    gap: int = _LEAST_GAP
    silence: int = _LEAST_SILENCE
    prefix: str = ""
    suffix: str = ""
    terminator: str = ""
    swapped: bool = False
    layout_wrong: tuple[tuple[str, str], ...] = ()
    missed: tuple[int, ...] = ()

    @property
    def good(self) -> bool:
        """Whether scans will be understood with these figures."""
        return not self.missed and not self.layout_wrong

    @property
    def slow(self) -> bool:
        """Whether only a prefix tells this scanner from a person, and it sends none."""
        return self.gap > SLOW and not self.prefix

    def applied(self, rules: ScannerRules) -> ScannerRules:
        """`rules` with these figures; unchanged where a code was missed."""
        if self.missed:
            return rules
        return replace(
            rules,
            gap=self.gap,
            silence=self.silence,
            prefix=self.prefix,
            suffix=self.suffix,
            swapped=self.swapped,
        )


class _Frame(NamedTuple):
    """How many characters stand before and after each code."""

    before: int
    after: int


def learned(bursts: Sequence[Sequence[Key]], rules: ScannerRules) -> Learned:
    """What the keys of TEACH_CODES, scanned once each in that order, say; `rules` are those in force."""
    texts = ["".join(key.text for key in burst) for burst in bursts]
    bodies = [text.rstrip("".join(ENDS)) for text in texts]
    missed = _missed(bodies)
    if missed:
        return Learned(gap=rules.gap, silence=rules.silence, missed=missed)
    frame = _frame(bodies)
    came = [body[frame.before : len(body) - frame.after] for body in bodies]
    swapped = _alike(came, swapped=True) > _alike(came, swapped=False)
    ends = {text[len(body) :] for text, body in zip(texts, bodies, strict=True)}
    gap, silence = _figures(bursts, ended="" not in ends)
    return Learned(
        gap,
        silence,
        prefix=bodies[0][: frame.before],
        suffix=bodies[0][len(bodies[0]) - frame.after :],
        terminator=ends.pop() if len(ends) == 1 else "",
        swapped=swapped,
        layout_wrong=tuple(dict.fromkeys(_wrong(came, swapped=swapped))),
    )


def _missed(bodies: Sequence[str]) -> tuple[int, ...]:
    """The codes that lack characters: all three must be longer than printed by the same prefix and suffix."""
    more = [len(body) - len(code) for body, code in zip(bodies, TEACH_CODES, strict=False)]
    more += [-1] * (len(TEACH_CODES) - len(more))
    usual = max(more, key=lambda one: (0 <= one <= _LONGEST_FRAME, more.count(one), -one))
    wrong = [
        place for place, one in enumerate(more) if one != usual or not 0 <= one <= _LONGEST_FRAME
    ]
    if wrong or len(bodies) != len(TEACH_CODES):
        return tuple(wrong) or tuple(range(len(TEACH_CODES)))
    return () if _frames(bodies) else tuple(range(len(TEACH_CODES)))


def _frames(bodies: Sequence[str]) -> list[_Frame]:
    """Every way to part what surrounds the codes into a prefix and a suffix that all three have."""
    around = len(bodies[0]) - len(TEACH_CODES[0])
    return [
        _Frame(size, around - size)
        for size in range(around + 1)
        if len({(body[:size], body[len(body) - around + size :]) for body in bodies}) == 1
    ]


def _frame(bodies: Sequence[str]) -> _Frame:
    def likeness(frame: _Frame) -> int:
        came = [body[frame.before : len(body) - frame.after] for body in bodies]
        return max(_alike(came, swapped=False), _alike(came, swapped=True))

    return max(_frames(bodies), key=likeness)


def _pairs(came: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Each printed character and the one that came for it."""
    for code, text in zip(TEACH_CODES, came, strict=True):
        yield from zip(code, text, strict=True)


def _same(printed: str, came: str, *, swapped: bool) -> bool:
    return printed == (came.swapcase() if swapped else came)


def _alike(came: Sequence[str], *, swapped: bool) -> int:
    return sum(_same(one, other, swapped=swapped) for one, other in _pairs(came))


def _wrong(came: Sequence[str], *, swapped: bool) -> Iterator[tuple[str, str]]:
    return (pair for pair in _pairs(came) if not _same(*pair, swapped=swapped))


def _figures(bursts: Sequence[Sequence[Key]], *, ended: bool) -> tuple[int, int]:
    """Gap and silence with headroom: more would let a person's typing in."""
    gaps = [
        [round(1000 * (later.at - key.at), 3) for key, later in pairwise(burst)] or [0.0]
        for burst in bursts
    ]
    mean = max(round(fmean(burst), 3) for burst in gaps)
    slowest = max(max(burst) for burst in gaps)
    gap = min(_MOST_GAP, max(_LEAST_GAP, math.ceil(min(2 * mean, mean + _HEADROOM))))
    # Where a terminator comes, silence ends nothing, so it may be long enough for the worst of radios.
    silence = max(_LEAST_SILENCE, gap + gap // 2, math.ceil((3 if ended else 2) * slowest))
    return gap, min(_MOST_SILENCE, silence)
