"""The order of a pile by one column: Polish letters, numbers as numbers, what is missing last.

Sorted in many small heaps between sampled borders: one long sort in C would hold the interpreter, and with it
the window, for a tenth of a second.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Mapping
from typing import Any, Final

from inpost_desk.domain.pile import PileRow
from inpost_desk.domain.stage import Stage
from inpost_desk.ui.orders.columns import Column
from inpost_desk.ui.orders.search import Rest, slices

RUN: Final = 1_000
"""Rows sorted at once: half a millisecond."""
SAMPLED: Final = 50
"""One row in so many is looked at for the borders."""
Key = str | float | None

# A tilde stands after every letter of ASCII, so that ą comes after az and before b, and ż after ź.
_POLISH: Final = str.maketrans(
    {
        "ą": "a~",
        "ć": "c~",
        "ę": "e~",
        "ł": "l~",
        "ń": "n~",
        "ó": "o~",
        "ś": "s~",
        "ź": "z~",
        "ż": "z~~",
    }
)
_FIGURES: Final = re.compile(r"[0-9]+")
_STAGES: Final = {stage: at for at, stage in enumerate(Stage)}


def order_by(
    rows: list[PileRow], column: Column, *, descending: bool = False, rest: Rest
) -> list[int]:
    """The rows' indices in the order of a column; equal ones stay in pile order."""
    key = _KEYS[column]
    keys: list[Key] = []
    for part in slices(len(rows), RUN):
        rest()
        keys.extend(map(key, rows[part.start : part.stop]))
    missing = [index for index, one in enumerate(keys) if one is None]
    present = [index for index, one in enumerate(keys) if one is not None]

    heaps = _heaps(present, keys, rest)
    order: list[int] = []
    for heap in reversed(heaps) if descending else heaps:
        rest()
        order += sorted(heap, key=keys.__getitem__, reverse=descending)  # type: ignore[arg-type]
    return order + missing


def _heaps(present: list[int], keys: list[Key], rest: Rest) -> list[list[int]]:
    """The indices in heaps of about `RUN`, every key of a heap below all of the next one."""
    # Of one column all keys are of one kind, so that they can be compared.
    sample: list[Any] = sorted(keys[index] for index in present[::SAMPLED])
    borders = sample[RUN // SAMPLED :: RUN // SAMPLED]
    heaps: list[list[int]] = [[] for _ in range(len(borders) + 1)]
    for part in slices(len(present), RUN):
        rest()
        for index in present[part.start : part.stop]:
            heaps[bisect_right(borders, keys[index])].append(index)
    return heaps


def polish(text: str) -> str | None:
    """A key that sorts as Polish does, numbers in it by their value; None for an empty text."""
    if not text:
        return None
    return _FIGURES.sub(_even, text.casefold().translate(_POLISH))


def _even(figures: re.Match[str]) -> str:
    return figures[0].zfill(12)


def _amount(amount: str) -> float | None:
    try:
        return float(amount)
    except ValueError:
        return None


def _target(row: PileRow) -> str | None:
    return polish(f"{row.point} {row.place}".strip())


def _extras(row: PileRow) -> str | None:
    return f"{row.weekend:d}{row.edited:d}" if row.weekend or row.edited else None


def _service(row: PileRow) -> str | None:
    return f"{row.kind}{row.weekend:d}{row.service}{row.point[:4] == 'POP-'}"


_KEYS: Final[Mapping[Column, Callable[[PileRow], Key]]] = {
    Column.POSITION: lambda row: row.row,
    Column.STAGE: lambda row: _STAGES[row.stage],
    Column.REFERENCE: lambda row: polish(row.reference),
    Column.NAME: lambda row: polish(row.name),
    Column.SERVICE: _service,
    Column.SIZE: lambda row: row.size or None,
    Column.TARGET: _target,
    Column.PHONE: lambda row: row.phone or None,
    Column.COD: lambda row: _amount(row.cod),
    Column.INSURANCE: lambda row: _amount(row.insurance),
    Column.EXTRAS: _extras,
    Column.NUMBER: lambda row: row.tracking_number or None,
}
