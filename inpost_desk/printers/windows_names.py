"""The names of Windows queues, which change by themselves, and which queue is meant by one that is gone.

A redirected printer has the number of the remote desktop session in its name, another one at each login; a
driver installed anew or a second plug makes a "(Copy 1)".
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

_REDIRECTED: Final = re.compile(
    r"\s*\((?:redirected|przekierowan\w*)\s+(?P<session>\d+)\)$", re.IGNORECASE
)
_COPY: Final = re.compile(r"\s*\((?:copy|kopia)\s+\d+\)$", re.IGNORECASE)
_SHARED: Final = re.compile(r"\\\\(?P<server>[^\\]+)\\(?P<name>.+)")
# What a share of the other computer is called once it is redirected.
_FROM_SERVER: Final = re.compile(r"(?P<name>.+) (?:on|na) (?P<server>\S+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Parts:
    """A queue's name taken apart: `server` "" for this computer's, `session` None where not redirected."""

    name: str
    server: str = ""
    session: int | None = None


def parts(name: str) -> Parts:
    """Without what changes by itself; letters' case says nothing on Windows."""
    rest, session = name.strip().casefold(), None
    if found := _REDIRECTED.search(rest):
        rest, session = rest[: found.start()], int(found["session"])
    rest = _COPY.sub("", rest)
    shared = _SHARED.fullmatch(rest)
    if shared is None and session is not None:
        shared = _FROM_SERVER.fullmatch(rest)
    if shared is None:
        return Parts(rest, session=session)
    return Parts(_COPY.sub("", shared["name"]), shared["server"], session)


def found_again(gone: str, names: Iterable[str], *, session: int) -> str:
    """The one queue that the name of one that is gone can mean, "" where none or several can.

    Of several redirected ones that of this session is meant. Another server's queue of the same name never
    is: that is a printer elsewhere.
    """
    wanted = parts(gone)
    matching = {name: parts(name) for name in names}
    matching = {name: one for name, one in matching.items() if _same(one, wanted)}
    if len(matching) > 1:
        matching = {name: one for name, one in matching.items() if one.session == session}
    return next(iter(matching)) if len(matching) == 1 else ""


def _same(one: Parts, other: Parts) -> bool:
    servers = {one.server, other.server} - {""}
    return one.name == other.name and len(servers) < 2
