"""What the self-test's child says to its parent: one line of a file for each check."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import Final, TextIO

REPORT: Final = "selftest.jsonl"

NAMES: Final = frozenset(
    {
        "program",
        "languages",
        "time_zone",
        "orders",
        "ledger",
        "older_ledger",
        "specimen",
        "examiner",
        "folder_printer",
        "printers",
        "keyring",
        "simulator",
        "window",
    }
)
"""Every check: one that is not reported has not passed."""


@dataclass(frozen=True, slots=True)
class Said:
    """How a check ended. `fact` is what was found, or what went wrong."""

    name: str
    ok: bool
    fact: str = ""

    def line(self) -> str:
        """For the reader, in ASCII: a console may have no other letters."""
        fact = " ".join(self.fact.split()).encode("ascii", "backslashreplace").decode("ascii")
        return f"{'ok' if self.ok else 'FAIL'} {self.name} {fact}".rstrip()

    def write(self, report: TextIO) -> None:
        """Put it into the report at once: the next check may end the process."""
        report.write(json.dumps(asdict(self)) + "\n")
        report.flush()
