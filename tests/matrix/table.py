"""Outcomes of the fault matrix as a page of Markdown: calls down, faults across, a character a kill."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final

from tests.matrix.cells import FAULTS, Cell, Fault, Kill, Outcome

_HEAD: Final = """# Fault matrix

{day}: {cells} cells run, none skipped; {good} as they must be, {bad} not. In {person} of them a person decided.
{starts} starts of the program, {kills} of them ended by SIGKILL; {seconds:.0f} s.

Made by `python -m tests.matrix --output tests/matrix/results.md`. In every cell the real actions worked on a
ledger on disk against the simulator over a socket. The fault came once, on the call of the row; the process was
killed once, at the point of the character; then the program was started until all was done. Checked at the
simulator and in the ledger: the call was carried out **once**, every parcel is there once and paid for once (where
it is to be paid for), the account was charged exactly that, and nothing is unsure any more.

Each field has six characters, by where the process was killed:

{kills_told}

A character says how often InPost was asked in all: `1` once; `2` twice, because it certainly had not acted the
first time. `a` and `b` are the same where the design has a person decide: keys do not come back, and meanwhile
somebody made a parcel with the same reference. There the evidence stood in the ledger (`same_reference`,
`keys_not_proven`) and, where InPost had it, the right parcel was shown; one decision ended it. `✗` is wrong.

No combination is left out. A fault that lies behind the kill point is met by the next start. *Connection refused* is
refused by the system itself: the call goes to a port on which nobody listens.

"""


def table(
    found: Mapping[Cell, Outcome], cells: Sequence[Cell], *, day: date, seconds: float
) -> str:
    """The whole page; `seconds` is how long it took."""
    outcomes = list(found.values())
    bad = sum(one not in found or bool(found[one].wrong) for one in cells)
    head = _HEAD.format(
        day=day.isoformat(),
        cells=len(found),
        good=len(cells) - bad,
        bad=bad,
        person=sum(one.person for one in outcomes),
        starts=sum(one.starts for one in outcomes),
        kills=sum(one.kill is not Kill.NEVER for one in found),
        seconds=seconds,
        kills_told="\n".join(f"{n}. {kill.value}" for n, kill in enumerate(Kill, start=1)),
    )
    calls = list(dict.fromkeys(one.call for one in cells))
    rows = [
        ["call", *(one.shown for one in FAULTS)],
        ["---"] * (len(FAULTS) + 1),
        *([call, *(_field(found, call, fault) for fault in FAULTS)] for call in calls),
    ]
    return head + "\n".join(f"| {' | '.join(row)} |" for row in rows) + "\n"


def _field(found: Mapping[Cell, Outcome], call: str, fault: Fault) -> str:
    return "".join(_character(found.get(Cell(call, fault, kill))) for kill in Kill)


def _character(outcome: Outcome | None) -> str:
    if outcome is None or outcome.wrong or outcome.asked not in (1, 2):
        return "✗"
    return ("ab" if outcome.person else "12")[outcome.asked - 1]
