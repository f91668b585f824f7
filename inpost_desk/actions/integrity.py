"""Whether a ledger and its label files are sound. Finds, and mends nothing.

A quick look is what each day's copy does by itself; this one reads every label.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Final

from inpost_desk.actions.waiting import Stop
from inpost_desk.labels.store import LabelStore
from inpost_desk.ledger import soundness
from inpost_desk.ledger.ledger import Ledger

LABEL_FOLDER: Final = "labels"


@dataclass(frozen=True, slots=True)
class Problem:
    """`rule` says what is wrong, `count` with how many rows or files, `place` with the first of them."""

    rule: str
    count: int = 1
    place: str = ""


@dataclass(frozen=True, slots=True)
class Checked:
    """What was found, and how many label files were read. `stopped`: not all of them."""

    problems: tuple[Problem, ...]
    labels: int
    stopped: bool = False


def check(ledger: Ledger, *, quick: bool = False, stop: Stop | None = None) -> Checked:
    """Look at the file, the links in it, its steps and, unless `quick`, every label file.

    Two seconds for 100,000 shipments, and as long as reading their labels takes. Raises LedgerTrouble where
    the ledger cannot even be looked at.
    """
    problems = [
        Problem(rule, place=detail) for rule, detail in soundness.file_problems(ledger, quick=quick)
    ]
    if any(one.rule == "damaged_file" for one in problems):
        return Checked(tuple(problems), 0)
    problems += [Problem(rule, count) for rule, count in soundness.strange_rows(ledger)]
    stop = stop or Stop()
    store, missing, damaged, read = LabelStore(ledger.folder / LABEL_FOLDER), [], [], 0
    for name, size, sha256 in soundness.stored_files(ledger):
        if stop.asked:
            break
        place = store.path(name)
        read += 1
        try:
            sound = place.stat().st_size == size
            if sound and not quick:
                sound = hashlib.sha256(place.read_bytes()).hexdigest() == sha256
        except OSError:
            missing.append(name)
            continue
        if not sound:
            damaged.append(name)
    for rule, names in (("label_file_missing", missing), ("label_file_damaged", damaged)):
        if names:
            problems.append(Problem(rule, len(names), names[0]))
    return Checked(tuple(problems), read, stop.asked)
