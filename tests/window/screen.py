"""A private screen with a window manager: keys and mouse as a person gives them, pictures as one sees them.

What is on it is not known here but by its picture, its windows' titles and places.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import tempfile
import time
import zlib
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Final, Self, TypeVar

T = TypeVar("T")

# Two cores may be shared with other test runs.
LIMIT: Final = 60.0
# A picture that has not changed for so long is one that waits for somebody.
REST: Final = 0.3
# A person: what is much quicker is a scanner.
_KEYS_BETWEEN: Final = "70"
# `xdotool type` halves it.
_LETTERS_BETWEEN: Final = "150"
_SCANNER: Final = "12"


def until(found: Callable[[], T], what: str, *, limit: float = LIMIT) -> T:
    """What `found` gives as soon as that is true in the sense of Python; fails after `limit` seconds."""
    end = time.monotonic() + limit
    while not (result := found()):
        assert time.monotonic() < end, f"in vain: {what}"
        time.sleep(0.05)
    return result


class Screen:
    """Xvfb with openbox. Close it, and whatever it shows is gone too."""

    def __init__(self, width: int = 1366, height: int = 768) -> None:
        self.width, self.height = width, height
        self._folder = Path(tempfile.mkdtemp(prefix="screen-"))
        self._parts: list[subprocess.Popen[bytes]] = []
        self.display = ""

    def __enter__(self) -> Self:
        try:
            self._start()
        except BaseException:
            self.close()
            raise
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    @property
    def environment(self) -> dict[str, str]:
        """What a program needs to come up here; no other screen, bus or setting of this machine."""
        return {
            "PATH": os.environ["PATH"],
            "LC_ALL": "C.UTF-8",
            "DISPLAY": self.display,
            "HOME": str(self._folder),
            "XDG_RUNTIME_DIR": str(self._folder),
        }

    def close(self) -> None:
        """End it all."""
        for part in reversed(self._parts):
            end(part)
        shutil.rmtree(self._folder, ignore_errors=True)

    # What a person does

    def press(self, *keys: str) -> None:
        """Keys one after the other, as xdotool names them: `press("F8", "ctrl+Return")`."""
        self._do("key", "--clearmodifiers", "--delay", _KEYS_BETWEEN, *keys)

    def scan(self, *keys: str) -> None:
        """Keys as quick as a scanner's."""
        self._do("key", "--clearmodifiers", "--delay", _SCANNER, *keys)

    def type(self, text: str) -> None:
        """Plain letters and figures, one after the other."""
        self._do("type", "--delay", _LETTERS_BETWEEN, text)

    def click(self, window: int, x: int, y: int) -> None:
        """The left button there; negative figures count from the right and from the bottom."""
        self._point(window, x, y)
        self._do("click", "1")

    def drag(self, source: int, target: int) -> None:
        """From the middle of one window to the middle of another, in steps as a hand makes them."""
        wide, high = self.size(source)
        self._point(source, wide // 2, high // 2)
        self._do("mousedown", "1")
        wide, high = self.size(target)
        for step in (40, 20, 10, 0):
            self._point(target, wide // 2 - step, high // 2 - step)
            self.rest(0.05)
        self._do("mouseup", "1")

    def _point(self, window: int, x: int, y: int) -> None:
        wide, high = self.size(window)
        place = (str(x if x >= 0 else wide + x), str(y if y >= 0 else high + y))
        self._do("mousemove", "--window", str(window), "--sync", *place)

    # What a person sees

    def picture(self) -> int:
        """A sum of what is on the screen: another one as soon as a single pixel is another."""
        return zlib.crc32((self._folder / "Xvfb_screen0").read_bytes())

    def part(self, left: int, top: int, right: int, bottom: int) -> int:
        """As `picture`, of a part of the screen: of what does not blink there."""
        data = (self._folder / "Xvfb_screen0").read_bytes()
        figures = [int.from_bytes(data[at : at + 4], "big") for at in range(0, 100, 4)]
        start, line = figures[0] + figures[19] * 12, figures[12]
        total = 0
        for row in range(top, bottom):
            at = start + row * line
            total = zlib.crc32(data[at + 4 * left : at + 4 * right], total)
        return total

    def rest(self, seconds: float = REST, *, limit: float = LIMIT) -> int:
        """Wait until nothing has moved for so long; the picture."""
        end = time.monotonic() + limit
        last, since = self.picture(), time.monotonic()
        while time.monotonic() - since < seconds:
            assert time.monotonic() < end, "the screen does not come to rest"
            time.sleep(0.05)
            now = self.picture()
            if now != last:
                last, since = now, time.monotonic()
        return last

    def changed(self, before: int, *, limit: float = LIMIT) -> int:
        """Wait until the picture is another one and at rest; it."""
        until(lambda: self.picture() != before, "another picture", limit=limit)
        return self.rest()

    def save(self, place: Path) -> None:
        """The picture as a file, for whoever looks at a test that failed."""
        from PIL import Image

        data = (self._folder / "Xvfb_screen0").read_bytes()
        figures = [int.from_bytes(data[at : at + 4], "big") for at in range(0, 100, 4)]
        start = figures[0] + figures[19] * 12
        size = (figures[4], figures[5])
        Image.frombuffer("RGB", size, data[start:], "raw", "BGRX", figures[12], 1).save(place)

    def windows(self, pid: int = 0, *, title: str = "") -> list[int]:
        """The windows that can be seen, of a process or with words in the title, lowest first."""
        words = ["search", "--onlyvisible", "--all"]
        words += ["--pid", str(pid)] if pid else []
        words += ["--name", title or ".*"]
        return [int(one) for one in self._ask(*words).split()]

    def active(self) -> int:
        """The window that gets the keys; 0 for none."""
        return int(self._ask("getactivewindow") or "0")

    def title(self, window: int) -> str:
        """Its title."""
        return self._ask("getwindowname", str(window))

    def size(self, window: int) -> tuple[int, int]:
        """Width and height, without what the window manager puts round it."""
        said = self._ask("getwindowgeometry", "--shell", str(window))
        found = dict(line.split("=") for line in said.splitlines() if "=" in line)
        return int(found["WIDTH"]), int(found["HEIGHT"])

    def bring(self, window: int) -> None:
        """To the front, as by the task bar."""
        self._do("windowactivate", "--sync", str(window))

    def minimize(self, window: int) -> None:
        """Away, as by its button."""
        self._do("windowminimize", "--sync", str(window))

    def close_window(self, window: int) -> None:
        """Ask it to close, as the task bar does."""
        subprocess.run(
            [found_tool("wmctrl"), "-i", "-c", str(window)], env=self.environment, check=True
        )

    def _start(self) -> None:
        reading, writing = os.pipe()
        size = f"{self.width}x{self.height}x24"
        try:
            self._part(
                "Xvfb", "-displayfd", str(writing), "-screen", "0", size, "-nolisten", "tcp",
                "-fbdir", str(self._folder), pass_fds=(writing,),
            )  # fmt: skip
        finally:
            os.close(writing)
        with os.fdopen(reading) as said:
            self.display = f":{said.readline().strip()}"
        assert self.display != ":", "Xvfb did not start"
        # Its clock says how quick keys came; whoever is not root does without.
        with contextlib.suppress(PermissionError):
            os.setpriority(os.PRIO_PROCESS, self._parts[0].pid, -15)
        self._part("openbox", "--sm-disable")
        # Keys reach a window only when there is somebody to give it the focus: openbox lists windows when it
        # has looked for those that were there before it, and from then on it sees every new one.
        until(self._listed, "openbox")

    def _listed(self) -> bool:
        listed = subprocess.run(
            [found_tool("wmctrl"), "-l"],
            env=self.environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=LIMIT,
            check=False,
        )
        return listed.returncode == 0

    def _part(self, tool: str, *arguments: str, pass_fds: tuple[int, ...] = ()) -> None:
        self._parts.append(
            subprocess.Popen(
                [found_tool(tool), *arguments],
                env=self.environment,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                start_new_session=True,
                pass_fds=pass_fds,
            )
        )

    def _do(self, *words: str) -> None:
        done = self._xdotool(*words)
        assert done.returncode == 0, f"xdotool {' '.join(words)}: {done.stderr}"

    def _ask(self, *words: str) -> str:
        """Empty where there is none: a window may be gone by the time it is asked about."""
        return self._xdotool(*words).stdout.strip()

    def _xdotool(self, *words: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            # A real scanner does not wait for a busy machine's processor in the middle of a code.
            ["nice", "-n", "-15", found_tool("xdotool"), *words],
            env=self.environment,
            capture_output=True,
            text=True,
            timeout=LIMIT,
            check=False,
        )


def found_tool(name: str) -> str:
    """Where a tool lies. A missing one fails the test."""
    found = shutil.which(name)
    assert found, f"{name} is missing: ./test.sh installs what the tests need"
    return found


def end(process: subprocess.Popen[bytes]) -> None:
    """With its children, which are in a session of its own."""
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGTERM)
    try:
        process.wait(5)
    except subprocess.TimeoutExpired:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait(5)
