"""The frozen program's start-up beside the same program from source: until its window is on the screen.

Both are watched from outside, on one private screen, in turns: the frozen one cannot be looked into.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from typing import Final

from benchmarks.figures import Figure
from benchmarks.program import HOME
from tests.window.screen import Screen

PROGRAM: Final = HOME / "build" / "frozen" / "inpost-desk"
"""Where `packaging/linux/build-program.sh` puts it."""
TITLE: Final = "InPost Desk"
PATIENCE: Final = 60.0
MOST: Final = 1.5
"""The frozen program's start-up may be so many times that from source."""


def frozen(folder: Path, *, starts: int = 7) -> list[Figure]:
    """Start-up, warm, and what it weighs. Builds the program where it is older than its source."""
    subprocess.run([str(HOME / "packaging" / "linux" / "build-program.sh")], check=True)
    ours = [str(PROGRAM / "inpost-desk")]
    source = [sys.executable, "-P", "-m", "inpost_desk"]
    # The data folder stands: what is measured is any day's start, not the first one.
    taken: dict[str, list[float]] = {"frozen": [], "source": []}
    said: list[float] = []
    with Screen() as screen:
        for number in range(starts + 1):
            for name, command in (("frozen", ours), ("source", source)):
                seconds = _shown(command, folder / name, screen)
                if number:
                    taken[name].append(seconds)
            said.append(_spent([*ours, "--version"]))
    packed, plain = median(taken["frozen"]), median(taken["source"])
    return [
        Figure("from source: window on the screen", plain, "s"),
        Figure("frozen: window on the screen", packed, "s"),
        Figure("frozen ÷ from source", packed / plain, limit=MOST),
        Figure("frozen: `--version`", median(said[1:]), "s"),
        Figure("frozen: size of the folder", _size(PROGRAM) / 1e6, "MB"),
    ]


def _shown(command: Sequence[str], data: Path, screen: Screen) -> float:
    """Seconds until there is a window, which is then closed."""
    began = time.perf_counter()
    process = subprocess.Popen(
        [*command, "window", "--data-dir", str(data)],
        cwd=HOME,
        env=_environment(screen),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        while not _visible(screen):
            assert process.poll() is None, "the program ended without a window"
            assert time.perf_counter() - began < PATIENCE, "no window came up"
        return time.perf_counter() - began
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(PATIENCE)


def _visible(screen: Screen) -> bool:
    found = subprocess.run(
        ["xdotool", "search", "--onlyvisible", "--name", TITLE],
        env=_environment(screen),
        capture_output=True,
        check=False,
    )
    return bool(found.stdout.strip())


def _environment(screen: Screen) -> dict[str, str]:
    found = {**os.environ, **screen.environment, "QT_QPA_PLATFORM": "xcb"}
    found |= {"PYTHONPATH": str(HOME), "DBUS_SESSION_BUS_ADDRESS": "disabled:"}
    # Compiled modules are kept, as where the program is installed.
    found.pop("PYTHONDONTWRITEBYTECODE", None)
    return found


def _spent(command: Sequence[str]) -> float:
    began = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    return time.perf_counter() - began


def _size(folder: Path) -> int:
    return sum(one.stat().st_size for one in folder.rglob("*") if not one.is_symlink())
