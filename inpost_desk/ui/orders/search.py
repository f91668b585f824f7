"""Search in a pile: folded texts, built once, and the rows a query finds.

Pure Python in short slices: it runs on a lane beside a window that wants the interpreter too.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Final, NamedTuple

from inpost_desk.domain.folding import fold
from inpost_desk.domain.pile import PileRow
from inpost_desk.domain.stage import Stage

BUILT_AT_ONCE: Final = 50
"""Texts built between two rests: a quarter of a millisecond."""
SEARCHED_AT_ONCE: Final = 4_000

Rest = Callable[[], None]

_DIGITS: Final = re.compile(r"[\d +\-]*\d[\d +\-]*", re.ASCII)
_NOT_DIGITS: Final = re.compile(r"\D+", re.ASCII)


class Query(NamedTuple):
    """What is looked for: every term, or a number typed with or without its spaces."""

    terms: tuple[str, ...]
    number: str = ""


def search_text(row: PileRow) -> str:
    """Everything of a row that a search looks at."""
    phone = row.phone if row.phone.isdigit() else _NOT_DIGITS.sub("", row.phone)
    return fold(
        f"{row.reference}\n{row.name}\n{phone}\n{row.point} {row.place}\n{row.tracking_number}"
    )


def query(words: str) -> Query:
    """The query of what was typed."""
    folded = fold(words).strip()
    if " " in folded and _DIGITS.fullmatch(folded):
        return Query((" ".join(folded.split()),), _NOT_DIGITS.sub("", folded))
    return Query(tuple(folded.split()))


def slices(count: int, size: int) -> Iterator[range]:
    """0 … count in pieces."""
    return (range(at, min(at + size, count)) for at in range(0, count, size))


class Texts:
    """The search texts of a pile. One thread at a time; `rest` between slices lets others in."""

    def __init__(self, rows: list[PileRow]) -> None:
        self._rows = rows
        self._texts: list[str] = []

    @property
    def complete(self) -> bool:
        """Whether every row has its text."""
        return len(self._texts) == len(self._rows)

    def build(self, rest: Rest) -> None:
        """Make the texts that are missing; may be broken off by `rest` and taken up again."""
        begun = len(self._texts)
        for part in slices(len(self._rows) - begun, BUILT_AT_ONCE):
            rest()
            rows = self._rows[begun + part.start : begun + part.stop]
            self._texts.extend(map(search_text, rows))

    def renew(self, changed: set[int], rest: Rest) -> None:
        """Make those texts again, and take them out of `changed`, to which the window may add meanwhile."""
        for count, index in enumerate(sorted(changed)):
            if count % BUILT_AT_ONCE == 0:
                rest()
            # Before it is read: a change that comes now is then looked at twice, never overlooked.
            changed.discard(index)
            self._texts[index] = search_text(self._rows[index])

    def find(self, looked_for: Query, among: Sequence[int]) -> list[int]:
        """Those of `among` that the query finds, in the same order."""
        texts, number = self._texts, looked_for.number
        found = list(among)
        for term in looked_for.terms:
            if number:
                found = [i for i in found if number in texts[i] or term in texts[i]]
            else:
                found = [i for i in found if term in texts[i]]
        return found


def in_stage(rows: list[PileRow], stage: Stage, among: Sequence[int]) -> list[int]:
    """Those of `among` in that stage, in the same order."""
    return [index for index in among if rows[index].stage == stage]
