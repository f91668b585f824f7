"""Sheets for the station: the commands, the codes that teach a scanner, badges. Words are the caller's."""

from __future__ import annotations

from collections.abc import Sequence

from inpost_desk.domain.scan_code import TEACH_CODES
from inpost_desk.domain.station import Operator
from inpost_desk.labels.own_pages import command_codes


def command_sheet(entries: Sequence[tuple[str, str]], title: str) -> bytes:
    """A4 as PDF: each command's code and the words for what it does, 14 a page, in the order given."""
    return command_codes(entries, title=title)


def teach_sheet(title: str, words: Sequence[str]) -> bytes:
    """The codes that are scanned to teach a scanner; `words` for each of them, in the order of TEACH_CODES.

    Raises ValueError where there are more or fewer words than codes.
    """
    return command_codes(list(zip(TEACH_CODES, words, strict=True)), title=title)


def badge_sheet(operators: Sequence[Operator], title: str) -> bytes:
    """A badge for each operator, to be cut out. Whoever has one signs on as them: print it for them only."""
    return command_codes([(one.badge, one.name) for one in operators], title=title)
