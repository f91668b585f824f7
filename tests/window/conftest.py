"""What the journeys in a window share: a screen, a printer, a program that leaves nothing behind."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from inpost_desk import settings
from inpost_desk.domain.printer import Profile, Reach
from tests.cups import PrivateCups
from tests.simulator_process import Simulator
from tests.window.program import Program
from tests.window.screen import Screen

Start = Callable[..., Program]


@dataclass(frozen=True, slots=True)
class Printer:
    """A queue of a real CUPS server; what it prints lies in `tray`."""

    cups: PrivateCups
    name: str
    tray: Path

    @property
    def choice(self) -> Profile:
        return Profile.at(Reach.CUPS, self.name)


@pytest.fixture(scope="session")
def screen() -> Iterator[Screen]:
    with Screen() as screen:
        yield screen


@pytest.fixture
def printer(tmp_path: Path) -> Iterator[Printer]:
    with PrivateCups() as cups:
        tray = tmp_path / "tray"
        cups.add_pdf_queue("Zebra", tray)
        yield Printer(cups, "Zebra", tray)


@pytest.fixture
def program(
    screen: Screen, tmp_path: Path, printer: Printer, request: pytest.FixtureRequest
) -> Iterator[Start]:
    """Makes programs whose labels go to the printer: `program("--api-url", url, token=…, look="light")`.

    At the end they must be gone by themselves and have complained of nothing.
    """
    made: list[Program] = []

    def make(
        *arguments: str,
        token: str = "",
        on: Screen | None = None,
        environment: Mapping[str, str] | None = None,
        **known: object,
    ) -> Program:
        data = tmp_path / "data"
        data.mkdir(mode=0o700, exist_ok=True)
        # A hint under the page moves what is pressed by its place.
        settings.change(data, **{"printers": (printer.choice,), "hints": False, **known})
        given = {"CUPS_SERVER": printer.cups.url, **(environment or {})}
        if token:
            given["INPOST_DESK_TOKEN"] = token
        one = Program(on or screen, data, *arguments, environment=given)
        made.append(one)
        return one

    yield make
    left = [one for one in made if one.processes()]
    complaints = [one.said() for one in made if one.said()]
    for number, one in enumerate(made):
        if one.running:
            one.screen.save(tmp_path / f"at-the-end-{number}.png")
        one.stop()
    assert not left, f"it is still there at the end of {request.node.name}"
    assert not complaints, complaints


@pytest.fixture
def desk(program: Start, simulator: Simulator) -> Program:
    """A program for the simulator's postpaid shop, to be started."""
    return program(*at(simulator), token=simulator.token, sending_method="dispatch_order")


def at(simulator: Simulator) -> tuple[str, ...]:
    """The command line that leads to the simulator's postpaid shop."""
    organization = str(simulator.organization)
    return (
        "--api-url", simulator.url, "--organization", organization, "--pace", "50", "--language", "en",
    )  # fmt: skip
