"""Somebody at the packing table: a scanner that types, a Zebra at a socket, sounds, and what came of it all.

The scanner is `xdotool` at a scanner's speed: real key events through the X server and the window manager.
"""

from __future__ import annotations

import os
import subprocess
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

import zxingcpp
from PIL import Image

from inpost_desk import settings
from inpost_desk.domain.printer import Profile, Reach
from inpost_desk.ui.look import LIGHT, State
from tests import zebra
from tests.simulator_process import Simulator
from tests.sound_player import SoundPlayers
from tests.window.conftest import at
from tests.window.program import Program
from tests.window.screen import LIMIT, Screen, found_tool
from tests.zebra_listener import ZebraListener

# Left, top, right, bottom.
RAIL: Final = (0, 20, 80, 700)
_SIGNS: Final = {"/": "slash", "-": "minus"}
# What a state's ground covers at least, and the stripe of one that does not hear, in pixels.
_GROUND: Final = 80_000
_STRIPE: Final = 4_000


@dataclass(slots=True)
class Packer:
    """One station. `labels` and `bought` are the truth: what is on paper, and what InPost has."""

    desk: Program
    inpost: Simulator
    zebra: ZebraListener
    players: SoundPlayers
    folder: Path
    _numbers: list[str] = field(default_factory=list)

    # What is done

    def start(self, *, orders: int = 0, page: str = "ctrl+1") -> None:
        """The program, its account and so many orders, on that page."""
        before = self.desk.log().count(_ACCOUNT)
        self.desk.start()
        self.desk.until(lambda: self.desk.log().count(_ACCOUNT) > before, "the account")
        self.desk.until(lambda: self.desk.count(_ROWS) == orders, "the orders")
        self.show(page)

    def hand_over(self, file: Path, *, orders: int) -> None:
        """One more order file, as by a double-click; so many orders there are then."""
        assert self.desk.launch(str(file)).wait(LIMIT) == 0
        self.desk.until(lambda: self.desk.count(_ROWS) == orders, "the orders")
        self.desk.screen.rest()

    def show(self, *keys: str) -> None:
        """Keys that lead to a page or a field; until it is there."""
        self.desk.screen.press(*keys)
        self.desk.screen.rest()

    def scan(self, *codes: str, delay: int = 8, suffix: str = "Return", pause: float = 0) -> None:
        """Codes as a scanner types them: `delay` ms between keys, `pause` s between codes."""
        words: list[str] = []
        for code in codes:
            words += ["sleep", str(pause)] if words and pause else []
            keys = [_SIGNS.get(letter, letter) for letter in code]
            words += ["key", "--delay", str(delay), *keys, suffix]
        where = self.desk.screen.environment
        # A real scanner does not wait for a busy machine's processor in the middle of a code.
        command = ["nice", "-n", "-15", found_tool("xdotool"), *words]
        subprocess.run(command, env=where, check=True, timeout=LIMIT)

    # What came of it

    def labels(self) -> list[str]:
        """The number on each label on paper, read from its dots; "" for a page that has none."""
        for one in self.zebra.labels[len(self._numbers) :]:
            (picture,) = zebra.printed(one)
            codes = {found.text for found in zxingcpp.read_barcodes(picture.convert("L"))}
            numbers = (code for code in codes if code.isdigit() and len(code) == 24)
            self._numbers.append(next(numbers, ""))
        return list(self._numbers)

    def came(self, *references: str) -> None:
        """Wait until labels are on paper, and see that they are of just these orders, in this order."""
        self.desk.until(lambda: len(self.zebra.labels) >= len(references), f"{references}")
        known = self.bought()
        assert self.labels() == [known.get(one, one) for one in references]

    def bought(self) -> dict[str, str]:
        """The number of each order that InPost has; fails where one was bought twice."""
        shipments = self.inpost.shipments()
        known = {one["reference"]: one["tracking_number"] for one in shipments}
        assert len(known) == len(shipments)
        return known

    def scans(self) -> list[tuple[str, str]]:
        """What the ledger knows of scans, oldest first: what came of it, and of which order or why."""
        rows = self.desk.ask("SELECT what, reference, rule FROM scans ORDER BY id")
        return [(one["what"], one["reference"] or one["rule"]) for one in rows]

    def noted(self, what: str, about: str, *, times: int = 1) -> None:
        """Wait until the ledger has it so often."""
        self.desk.until(lambda: self.scans().count((what, about)) == times, f"{what} {about}")

    def waiting(self, state: str) -> list[str]:
        """The orders in Czeka na wydruk that stand so, the first scanned first."""
        found = self.desk.ask(
            "SELECT reference FROM waiting_labels WHERE state = ? ORDER BY id", state
        )
        return [one["reference"] for one in found]

    def heard(self, sound: str) -> int:
        """How often that sound was played."""
        return self.players.heard.count(f"pw-play {sound}")

    def sees(self, state: State) -> None:
        """Wait for a ground of that state's colour, as it is seen from two metres."""
        wanted = LIGHT.fill(state)
        self.desk.until(lambda: self._colours()[wanted] > _GROUND, f"the colour of {state}")

    def sees_deafness(self) -> None:
        """Wait for the dark band with the orange stripe: NIE SŁUCHAM."""
        dark, stripe = LIGHT.fill(State.QUIET), LIGHT.fill(State.WARNING)

        def there() -> bool:
            found = self._colours()
            return found[dark] > _GROUND > found[stripe] > _STRIPE

        self.desk.until(there, "a page that hears nothing")

    def _colours(self) -> Counter[str]:
        picture = self.folder / "screen.bmp"
        self.desk.screen.save(picture)
        with Image.open(picture) as seen:
            found = seen.convert("RGB").getcolors(maxcolors=seen.width * seen.height)
        counted = Counter[str]()
        for count, (red, green, blue) in found or []:  # type: ignore[misc]
            counted[f"#{red:02X}{green:02X}{blue:02X}"] += count
        return counted


@contextmanager
def packing(screen: Screen, folder: Path, inpost: Simulator, **known: Any) -> Iterator[Packer]:
    """Somebody at the postpaid shop's table. In the end the program closes well, without any complaint."""
    data, sounds = folder / "data", folder / "sounds"
    data.mkdir(mode=0o700)
    sounds.mkdir()
    players = SoundPlayers(sounds)
    players.add("pw-play")
    with ZebraListener() as printer:
        chosen = {
            "printers": (Profile.at(Reach.SOCKET, printer.address),),
            "sending_method": "dispatch_order",
            # They move what is pressed by its place.
            "hints": False,
            "look": "light",
        }
        settings.change(data, **{**chosen, **known})
        environment = {
            "PATH": f"{sounds}{os.pathsep}{os.environ['PATH']}",
            "INPOST_DESK_TOKEN": inpost.token,
        }
        desk = Program(screen, data, *at(inpost), environment=environment)
        try:
            yield Packer(desk, inpost, printer, players, folder)
            assert desk.close() == 0
            assert desk.said() == ""
            assert players.left == []
        finally:
            if desk.running:
                screen.save(folder / "at-the-end.png")
            desk.stop()


_ACCOUNT: Final = "GET /v1/organizations/"
_ROWS: Final = "SELECT count(*) FROM pile_rows"
