"""How a child of ours is started: from source as a module of Python's, frozen as the program itself.

A frozen program has no Python beside it, so it takes a hidden first word and is one of its own modules. What
the children do, and how they are ended, is the business of whoever starts them.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

WORD: Final = "--own-process"
"""The hidden word; the module and its arguments follow it."""

MODULES: Final = (
    "inpost_desk.labels.examined",
    "inpost_desk.qt_trial",
    "inpost_desk.selftest_checks",
    "inpost_desk.simulator",
)
"""What may be started so, and nothing else: the frozen program is no interpreter for whoever calls it."""

CONSOLE_PROGRAM: Final = "inpost-desk.exe"
"""On Windows, beside the program with the window and without a console: only this one has usable streams."""

NO_WINDOW: Final = 0x08000000 if sys.platform == "win32" else 0
"""For `creationflags`: CREATE_NO_WINDOW, or a console would flash up beside the window; 0 elsewhere."""

FOLDER: Final = Path(__file__).resolve().parents[1]
"""For `cwd`: where Python finds our modules, whatever folder the program was started in."""

SECRET_VARIABLES: Final = frozenset({"INPOST_DESK_TOKEN", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"})
"""What may hold a token or a proxy's password (see `tokens`, `shipx.proxies`)."""

BAD_USAGE: Final = 2


def command(module: str, *arguments: str) -> list[str]:
    """The command that runs `module`, one of MODULES, in a process of its own."""
    if module not in MODULES:
        raise ValueError(module)
    if getattr(sys, "frozen", False):
        return [str(_program()), WORD, module, *arguments]
    return [sys.executable, "-m", module, *arguments]


def environment() -> dict[str, str]:
    """For `env`: this process's own without secrets, of children that ask nobody outside for anything."""
    return {
        name: value for name, value in os.environ.items() if name.upper() not in SECRET_VARIABLES
    }


def run(given: Sequence[str]) -> int:
    """Be the child that the words after WORD ask for; its exit code."""
    if not given or given[0] not in MODULES:
        return BAD_USAGE
    # Loaded by children only: every start of the window would pay for it.
    import runpy

    module, *arguments = given
    sys.argv[1:] = arguments
    runpy.run_module(module, run_name="__main__", alter_sys=True)
    return 0


def _program() -> Path:
    program = Path(sys.executable)
    return program.with_name(CONSOLE_PROGRAM) if sys.platform == "win32" else program
