"""Whether the tests notice a mutant: they run in a fork of this process, with the libraries loaded already.

The mutant's text is put into a copy of the tree only, see `__main__`. Needs `os.fork`: Linux, macOS.
"""

from __future__ import annotations

import contextlib
import os
import signal
import sys
import time
import traceback
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

import pytest

from tests.mutation.mutants import Mutant

# Whatever is slow to load and not ours; our own modules must be read anew by each trial.
SLOW = ("alembic.command", "httpx", "msgspec", "sqlalchemy.orm", "PySide6.QtWidgets")

# What pytest printed, of the last trial.
LAST = "last-trial.txt"


class Verdict(Enum):
    """What became of a mutant."""

    KILLED = "killed"
    TOO_LONG = "killed by the clock"
    SURVIVED = "survived"
    UNREACHED = "reached by no test"


@dataclass(frozen=True, slots=True)
class Reached:
    """The tests that reach a module, and how long each takes in seconds."""

    module: str
    of_line: dict[int, frozenset[str]]
    seconds: dict[str, float]

    def of(self, mutant: Mutant) -> list[str]:
        """Those for a mutant's statement: first those of the module's own file, then the quickest.

        What runs while the module is loaded belongs to every test of it.
        """
        lines = range(mutant.first, mutant.last + 1)
        if mutant.loading:
            lines = range(max(self.of_line, default=0) + 1)
        names = frozenset[str]().union(*(self.of_line.get(line, frozenset()) for line in lines))
        return sorted(names, key=self._turn)

    def quick(self, tests: Sequence[str], *, at_most: float) -> list[str]:
        """As many of them, and one at least, as take `at_most` seconds together."""
        chosen: list[str] = []
        for name in tests:
            at_most -= self.seconds.get(name, 0)
            if chosen and at_most < 0:
                break
            chosen.append(name)
        return chosen

    def _turn(self, name: str) -> tuple[bool, float, str]:
        file = name.partition("::")[0]
        return Path(self.module).stem not in file, self.seconds.get(name, 0), name


def load_libraries() -> None:
    """Once, before the first trial."""
    for name in SLOW:
        __import__(name)


def judge(
    tree: Path, module: str, mutant: Mutant, tests: Sequence[str], *, limit: float
) -> Verdict:
    """Run the tests against the mutant in `tree` for at most `limit` seconds; the module is mended again."""
    if not tests:
        return Verdict.UNREACHED
    place = tree / module
    whole = place.read_bytes()
    place.write_bytes(mutant.source.encode())
    try:
        code = _run(tree, tests, limit=limit)
    finally:
        place.write_bytes(whole)
    if code is None:
        return Verdict.TOO_LONG
    return Verdict.KILLED if code else Verdict.SURVIVED


def _run(tree: Path, tests: Sequence[str], *, limit: float) -> int | None:
    child = os.fork()
    if child == 0:
        code = 70
        try:
            code = _in_child(tree, tests)
        except BaseException:
            traceback.print_exc()
            raise
        finally:
            os._exit(code)
    deadline = time.monotonic() + limit
    try:
        while time.monotonic() < deadline:
            ended, status = os.waitpid(child, os.WNOHANG)
            if ended:
                return os.waitstatus_to_exitcode(status)
            time.sleep(0.02)
        return None
    finally:
        # Its simulator and whatever else it started are of its group.
        with contextlib.suppress(ProcessLookupError):
            os.killpg(child, signal.SIGKILL)
        with contextlib.suppress(ChildProcessError):
            os.waitpid(child, 0)


def _in_child(tree: Path, tests: Sequence[str]) -> int:
    os.setsid()
    os.chdir(tree)
    shown = os.open(tree.parent / LAST, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    os.dup2(shown, 1)
    os.dup2(shown, 2)
    sys.dont_write_bytecode = True
    os.environ["PYTHONDONTWRITEBYTECODE"] = "1"
    sys.path[:0] = [str(tree)]
    for name in [name for name in sys.modules if name == "tests" or name.startswith("tests.")]:
        del sys.modules[name]
    scratch = f"--basetemp={tree.parent / 'scratch'}"
    return int(pytest.main(["-x", "-q", "-p", "no:cacheprovider", scratch, *tests]))
