"""The axes of the fault matrix: what can go wrong with a call, and where the program can be killed in it.

Which calls there are is in `calls`. Both a fault and a kill come once in a cell, whenever the call that they
are laid on comes: a program that was killed before it sent anything meets the fault when it is started again.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Final

# In seconds: what the client waits for an answer where that is the fault, and how late the answer is.
TIME_LIMIT: Final = 0.5
TOO_LATE: Final = 1.0
REFUSED: Final = "refused"
SLOW: Final = "slow"


class Kill(StrEnum):
    """Where SIGKILL comes, in the order of the table's characters."""

    NEVER = "not killed"
    BEFORE_NOTE = "before the ledger's note is committed"
    NOTED = "after the note, before a byte is sent"
    SENT = "InPost has it whole, nothing of the answer is read"
    READ = "the answer is read, nothing of it noted"
    ANSWER_NOTED = "after the first commit that follows the answer"


@dataclass(frozen=True, slots=True)
class Fault:
    """`rule` is the simulator's (see `simulator.faults`); `acts`: InPost carries the call out."""

    name: str
    shown: str
    rule: dict[str, Any] | None = field(default=None, hash=False)
    acts: bool = False


def _spoilt(name: str, shown: str, *, acts: bool, do: str, **members: Any) -> Fault:
    return Fault(name, shown, {"do": do, "act": acts, **members}, acts)


_EMPTY: Final[dict[str, Any]] = {"do": "empty", "status": 200}
_401: Final[dict[str, Any]] = {"do": "error", "status": 401, "error": "token_invalid"}

FAULTS: Final = (
    Fault("none", "none", acts=True),
    Fault(REFUSED, "connection refused"),
    _spoilt("cut_before", "cut, not acted", acts=False, do="cut"),
    _spoilt("cut_after", "cut, acted", acts=True, do="cut"),
    _spoilt(SLOW, "answer too late, acted", acts=True, do="slow", seconds=TOO_LATE),
    _spoilt("500_before", "500, not acted", acts=False, do="error"),
    _spoilt("500_after", "500, acted", acts=True, do="error"),
    _spoilt("429", "429, Retry-After", acts=False, do="too_many", retry_after=1),
    _spoilt("404", "gateway's text 404", acts=False, do="text_404"),
    _spoilt("empty_before", "empty 200, not acted", acts=False, **_EMPTY),
    _spoilt("empty_after", "empty 200, acted", acts=True, **_EMPTY),
    _spoilt("page_before", "page with 200, not acted", acts=False, do="page"),
    _spoilt("page_after", "page with 200, acted", acts=True, do="page"),
    _spoilt("truncated", "JSON cut in half, acted", acts=True, do="truncate"),
    _spoilt("401", "401 in between", acts=False, **_401),
    _spoilt("redirect", "redirect to a portal", acts=False, do="redirect"),
)


@dataclass(frozen=True, slots=True)
class Cell:
    """One thing to be tried: a call by its name in `calls`, a fault, a kill."""

    call: str
    fault: Fault
    kill: Kill

    @property
    def name(self) -> str:
        return f"{self.call} · {self.fault.shown} · {self.kill.value}"


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a cell ended. `wrong` says what is not as it must be, "" where all is well.

    `asked` counts the calls InPost got; `person`: the evidence stood and somebody decided by it.
    """

    wrong: str
    asked: int
    person: bool
    starts: int


def cell_of(call: str, fault: str, kill: str) -> Cell:
    """A cell by the names of its call and fault and its kill's words."""
    return Cell(call, next(one for one in FAULTS if one.name == fault), Kill(kill))
