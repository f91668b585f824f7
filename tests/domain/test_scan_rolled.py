"""Keys at the edge between a quick hand and a scanner, as the benchmark's model of both found them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

import pytest

from inpost_desk.domain.scan import Key, Reader
from inpost_desk.domain.station import ScannerRules

KNOWN = frozenset({"127", "202", "304"})


def codes_of(text: str, gaps: Sequence[int]) -> list[str]:
    """The scans among those keys, `gaps` milliseconds apart, and then silence."""
    reader = Reader(ScannerRules(), KNOWN.__contains__)
    found = []
    last = 5.0
    for letter, at in zip(text, accumulate(gaps, initial=0), strict=True):
        now = round(5 + at / 1000, 3)
        if now - last > reader.wait + 0.005:
            found.append(reader.quiet(last + reader.wait))
        found.append(reader.key(Key(letter, now)).scan)
        last = now
    found.append(reader.quiet(last + 1))
    return [scan.code for scan in found if scan is not None]


@pytest.mark.parametrize(
    ("text", "gaps"),
    [
        ("127", (25, 56)),
        ("127 ", (56, 4, 300)),
        ("202", (56, 36)),
        ("304\t", (46, 33, 56)),
        ("304\t", (31, 41, 65)),
        ("biuro-", (29, 43, 34, 76, 34)),
        ("paczka\t", (29, 30, 43, 62, 33, 24)),
        ("48250 refere", (70, 41, 59, 30, 34, 26, 83, 35, 27, 84, 42)),
    ],
)
def test_rolled_keys_are_a_persons(text: str, gaps: Sequence[int]) -> None:
    assert codes_of(text, gaps) == []


@pytest.mark.parametrize(
    ("text", "gaps"),
    [
        ("111\t", (20, 20, 20)),
        ("588\n", (30, 11, 30)),
        ("825\n", (33, 15, 40)),
        ("304", (30, 40)),
        ("DESKGBN\n", (0, 100, 0, 50, 0, 50, 1)),
    ],
)
def test_a_scanner_of_few_keys_is_heard(text: str, gaps: Sequence[int]) -> None:
    assert codes_of(text, gaps) == [text.strip()]
