"""Real keys at a scanner's speed in a field, on a button and in a menu: none of them does anything there."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.window.screen import Screen, end, until

CODE = ("6", "2", "a", "minus", "r", "6", "2")
SCANNED = "scan 62a-r62 'as it was'"


class Ear:
    """The window, and what it has said."""

    def __init__(self, screen: Screen, folder: Path) -> None:
        self._screen, self._said = screen, folder / "said"
        with self._said.open("wb") as said:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "tests.window.scanner_program", str(folder)],
                env={**screen.environment, "QT_QPA_PLATFORM": "xcb", "DBUS_SESSION_BUS_ADDRESS": "disabled:"},
                stdout=said,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )  # fmt: skip

    def said(self) -> list[str]:
        return self._said.read_text("utf-8").splitlines()

    def after(self, *keys: str) -> str:
        """What it says next once these keys were pressed, as by a scanner."""
        known = len(self.said())
        self._screen.scan(*keys)
        until(lambda: len(self.said()) > known, f"an answer to {keys}")
        return self.said()[known]


@pytest.fixture
def ear(screen: Screen, tmp_path: Path) -> Iterator[Ear]:
    ear = Ear(screen, tmp_path)
    yield ear
    end(ear.process)


def test_a_scan_is_heard_wherever_the_focus_is(screen: Screen, ear: Ear) -> None:
    until(lambda: ear.said() == ["heard True"], "the window")
    for place in ("F2", "F3", "F4"):
        assert ear.after(place) == f"done {place}"
        assert ear.after(*CODE, "Return") == SCANNED
        if place != "F4":
            assert ear.after(*CODE, "Tab") == SCANNED
    assert ear.after("6") == "menu &6"
    assert ear.after("a") == "shortcut A"
    assert ear.after("space") == "clicked"
    (window,) = screen.windows(ear.process.pid)
    screen.minimize(window)
    until(lambda: ear.said()[-1] == "heard False", "it knows that it hears nothing")
    screen.bring(window)
    until(lambda: ear.said()[-1] == "heard True", "it knows that it hears again")
    screen.press("F9")
    until(lambda: ear.process.poll() == 0, "it ends well")
