"""In front: a window manager keeps the window above the others, and it never leaves the screen for that."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.window.front_window import OTHER, TITLE
from tests.window.screen import Screen, end, until

ROOT = Path(__file__).resolve().parents[2]


def test_a_window_comes_to_the_front_and_back_without_losing_the_keyboard(screen: Screen) -> None:
    with two_windows(screen) as tell:
        other = until(lambda: next(iter(screen.windows(title=OTHER)), 0), "the other window")
        window = until(lambda: next(iter(screen.windows(title=TITLE)), 0), "the window")
        screen.bring(window)
        screen.rest()
        assert tell("start").endswith("start")
        for what in ("front", "back", "front", "front"):
            assert tell(what) == what
        screen.rest()
        assert tell("front") == "front"
        assert screen.active() == window
        screen.bring(other)
        screen.rest()
        assert higher(screen, window, other)
        tell("back")
        screen.bring(other)
        until(lambda: higher(screen, other, window), "the other one above it")


def higher(screen: Screen, one: int, other: int) -> bool:
    found = screen.windows()
    return found.index(one) > found.index(other)


@contextmanager
def two_windows(screen: Screen) -> Iterator[Callable[[str], str]]:
    """A function that tells the window in question what to do, and gives all that was said since."""
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.window.front_window"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env={**screen.environment, "DBUS_SESSION_BUS_ADDRESS": "disabled:"},
        cwd=ROOT,
        start_new_session=True,
    )

    def tell(what: str) -> str:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(f"{what}\n".encode())
        process.stdin.flush()
        said = [process.stdout.readline().decode().strip()]
        while said[-1] != what:
            assert said[-1], "the window is gone"
            said.append(process.stdout.readline().decode().strip())
        return " ".join(said)

    with process:
        try:
            yield tell
        finally:
            end(process)
