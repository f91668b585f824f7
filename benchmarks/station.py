"""The station's figures: scan end to the first state, the sound and the label, alone and beside a run.

The real window on a private X screen, with xdotool as its scanner, the simulator as InPost, a listener that
plays a Zebra, a folder and a CUPS server as its printers. The X server's clock says when a scan had ended.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from benchmarks.figures import Figure
from benchmarks.orders import write_orders
from benchmarks.program import HOME
from inpost_desk import settings
from inpost_desk.domain.printer import Language, Profile, Reach
from inpost_desk.domain.station import BuyAt, StationRules
from tests.cups import PrivateCups
from tests.simulator_process import Simulator
from tests.sound_player import SoundPlayers
from tests.window.screen import Screen
from tests.zebra_listener import ZebraListener

CONFIRMED: Final = 1.1
"""Seconds from the purchase until InPost says that it is bought: the simulator's own."""
_SHIPX: Final = ("--latency", "100", "--confirm-after", str(CONFIRMED), "--list-lag", "2")
_ZEBRA: Final = "socket"
_STATE, _PRINT, _BOUGHT = 50.0, 300.0, 700.0
"""The limits in milliseconds."""

Found = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Size:
    """How much is measured: orders of the pile and of each run, scans of each kind, requests a second."""

    pile: int = 1_000
    run: int = 1_000
    warm: int = 3
    prefetched: int = 40
    beside: int = 40
    bought: int = 30
    stream: int = 300
    cups: bool = True
    pace: float = 3.0


QUICK: Final = Size(
    pile=14, run=6, warm=1, prefetched=2, beside=1, bought=1, stream=6, cups=False, pace=20
)  # fmt: skip


class Times(list[bytes]):
    """The labels on paper, and when each was whole there."""

    def __init__(self) -> None:
        super().__init__()
        self.at: list[float] = []

    def append(self, label: bytes) -> None:
        """One more."""
        self.at.append(time.monotonic())
        super().append(label)


def station(folder: Path, size: Size) -> list[Figure]:
    """Everything about scans. Fails where one led to anything but its label."""
    with Station.open(folder, size) as place:
        found = place.day()
        figures = [*_alone(found, place), *_beside(found, place), *_stream(found, place)]
        return [*figures, *_disk(folder)]


@dataclass(frozen=True, slots=True)
class Station:
    """One packing table with all that stands on it."""

    folder: Path
    size: Size
    simulator: Simulator
    screen: Screen
    zebra: ZebraListener
    labels: Times
    players: SoundPlayers
    cups: PrivateCups | None

    @classmethod
    @contextmanager
    def open(cls, folder: Path, size: Size) -> Iterator[Station]:
        """With its screen, printers and InPost; all end with it."""
        labels = Times()
        sounds = folder / "sounds"
        sounds.mkdir()
        players = SoundPlayers(sounds)
        players.add("pw-play", seconds=0.045)
        with ExitStack() as stack:
            cups = stack.enter_context(PrivateCups()) if size.cups else None
            if cups is not None:
                (folder / "cups").mkdir()
                cups.add_raw_queue("Etykiety", folder / "cups")
            zebra = stack.enter_context(ZebraListener())
            zebra.labels = labels
            simulator = stack.enter_context(Simulator(*_SHIPX))
            screen = stack.enter_context(Screen())
            yield cls(folder, size, simulator, screen, zebra, labels, players, cups)

    @property
    def printers(self) -> dict[str, Profile]:
        """By what they are called here; the first one is the run's."""
        tray = self.folder / "tray"
        tray.mkdir(exist_ok=True)
        zpl = {"language": Language.ZPL}
        found = {
            "folder": Profile.at(Reach.FOLDER, str(tray)),
            _ZEBRA: Profile.at(Reach.SOCKET, self.zebra.address, **zpl),
        }
        if self.cups is not None:
            found["CUPS"] = Profile.at(Reach.CUPS, "Etykiety", **zpl)
        return found

    def day(self) -> Found:
        """What the window noted of a day's scans."""
        data, note = self.folder / "data", self.folder / "note"
        data.mkdir()
        settings.change(
            data,
            printers=tuple(self.printers.values()),
            sending_method="dispatch_order",
            requests_per_second=self.size.pace,
            language="pl",
            look="light",
            station=StationRules(buy_at=BuyAt.IMPORT),
        )
        orders = self.folder / "orders.json"
        orders.write_text(json.dumps(self._orders()), "utf-8")
        done = subprocess.run(
            [
                *(sys.executable, "-m", "benchmarks.station_watched", str(orders), str(note)),
                *("window", str(self._file("P", self.size.pile)), "--data-dir", str(data)),
                *("--api-url", self.simulator.url),
                *("--organization", str(self.simulator.organization)),
            ],
            cwd=HOME,
            env=self._environment(),
            check=False,
            capture_output=True,
        )
        assert done.returncode == 0, done.stderr.decode(errors="replace")[-2_000:]
        found: Found = json.loads(note.read_text("utf-8"))
        assert "trouble" not in found, found
        return found

    def _environment(self) -> dict[str, str]:
        found = {
            **os.environ,
            **self.screen.environment,
            "PATH": f"{self.players.folder}:{os.environ['PATH']}",
            "INPOST_DESK_TOKEN": self.simulator.token,
            "QT_QPA_PLATFORM": "xcb",
            "DBUS_SESSION_BUS_ADDRESS": "disabled:",
        }
        if self.cups is not None:
            found["CUPS_SERVER"] = self.cups.url
        # Compiled modules are kept, as where the program is installed.
        found.pop("PYTHONDONTWRITEBYTECODE", None)
        return found

    def _orders(self) -> Found:
        """What is scanned when, and the files of the runs."""
        size, free = self.size, iter(range(1, self.size.pile + 1))

        def some(count: int) -> list[str]:
            return [_reference("P", next(free)) for _ in range(count)]

        bought = iter(range(1, 3 * size.bought + 1))
        return {
            "pile": size.pile,
            "bought_file": str(self._file("B", 3 * size.bought)),
            "warm": some(size.warm),
            "printers": list(self.printers),
            **{name: some(size.prefetched) for name in self.printers},
            "bought": [_reference("B", next(bought)) for _ in range(size.bought)],
            "runs": {
                "prefetched beside a run": str(self._file("R", size.run)),
                "bought first beside a run": str(self._file("S", size.run)),
            },
            "prefetched beside a run": some(size.beside),
            "bought first beside a run": [_reference("B", one) for one in bought],
            "stream_file": str(self._file("T", 2 * size.run)),
            "stream": some(size.stream),
        }

    def _file(self, series: str, count: int) -> Path:
        """Orders of people that no other series has."""
        file = self.folder / f"{series}.csv"
        if not file.exists():
            write_orders(file, count)
            text = file.read_text("utf-8").replace("ZAM/", f"{series}/")
            file.write_text(text.replace("klient", f"{series.lower()}-klient"), "utf-8")
        return file


def _reference(series: str, number: int) -> str:
    return f"{series}/2026/{number:05}"


# Figures


def _alone(found: Found, place: Station) -> Iterator[Figure]:
    phases = found["phases"]
    every = [scan for name in place.printers for scan in phases[f"prefetched, {name}"]]
    yield from _told("scan end → first state on screen", every, lambda one: one["painted"], _STATE)
    yield from _told("scan end → sound begun", every, lambda one: one["sound"][1], _STATE)
    for name in place.printers:
        scans = phases[f"prefetched, {name}"]
        yield from _told(
            f"scan end → label given away, {name}", scans, _arrival(place, name), _PRINT
        )
    scans = phases["bought first"]
    yield from _told(_named_bought(), scans, _arrival(place, _ZEBRA, later=CONFIRMED), _BOUGHT)


def _beside(found: Found, place: Station) -> Iterator[Figure]:
    phases, stalls = found["phases"], found["stalls"]
    beside = f"beside a run of {place.size.run}"
    prefetched, bought = (f"{kind} beside a run" for kind in ("prefetched", "bought first"))
    every = [*phases[prefetched], *phases[bought]]
    yield from _told(f"{beside}: first state on screen", every, lambda one: one["painted"], _STATE)
    yield from _told(f"{beside}: sound begun", every, lambda one: one["sound"][1], _STATE)
    arrived = _arrival(place, _ZEBRA)
    yield from _told(f"{beside}: label given away", phases[prefetched], arrived, _PRINT)
    arrived = _arrival(place, _ZEBRA, later=CONFIRMED)
    yield from _told(f"{beside}: {_named_bought()}", phases[bought], arrived, _BOUGHT)
    most = max(stalls[phase]["most"] for phase in (prefetched, bought))
    yield Figure(f"{beside}: longest stall of the window", most, "ms")


def _named_bought() -> str:
    return f"bought first: label given away, above the {CONFIRMED} s InPost takes"


def _stream(found: Found, place: Station) -> Iterator[Figure]:
    """Four a second: as many labels as scans, each once."""
    scans = found["phases"]["stream"]
    wanted = place.size.stream
    timed = zip(place.labels.at, place.labels, strict=True)
    came = [label for at, label in timed if at >= found["stream began"]]
    ledger = _printed(place, [one["code"] for one in scans])
    seconds = scans[-1]["ended"] - scans[0]["ended"]
    name = f"{wanted} scans at {(len(scans) - 1) / seconds:.1f} a second beside a run"
    yield Figure(f"{name}: lost", wanted - min(len(set(came)), len(ledger)), limit=0)
    twice = max(len(came) - len(set(came)), sum(ledger.values()) - len(ledger))
    yield Figure(f"{name}: doubled", twice, limit=0)
    yield from _told(f"{name}: label given away", scans, lambda one: one["given"], None)
    yield Figure(f"{name}: longest stall", found["stalls"]["stream"]["most"], "ms")


def _disk(folder: Path) -> Iterator[Figure]:
    """What a label costs that must be in the ledger before it prints: the disk's part of the times above."""
    taken = []
    with (folder / "synced").open("wb", buffering=0) as file:
        for _ in range(500):
            file.write(b"\0" * 4096)
            began = time.perf_counter()
            os.fsync(file.fileno())
            taken.append((time.perf_counter() - began) * 1_000)
            time.sleep(0.005)
    taken.sort()
    yield Figure("bare write of 4 KB to the disk, median", taken[250], "ms")
    yield Figure("bare write of 4 KB to the disk, 99th percentile", taken[495], "ms")
    yield Figure("bare write of 4 KB to the disk, longest of 500", taken[-1], "ms")


def _printed(place: Station, codes: Sequence[str]) -> Mapping[str, int]:
    """How often each order's label was printed, by the ledger."""
    import sqlite3

    (ledger,) = (place.folder / "data").glob("ledgers/*/ledger.sqlite")
    query = (
        "SELECT shipments.reference, count(*) FROM prints JOIN shipments ON shipments.id = shipment_id "
        "WHERE document = 'label' GROUP BY shipments.reference"
    )
    with sqlite3.connect(f"file:{ledger}?mode=ro", uri=True) as connection:
        counts = dict(connection.execute(query).fetchall())
    return {code: counts[code] for code in codes if code in counts}


Moment = Callable[[Found], float]


def _arrival(place: Station, printer: str, *, later: float = 0.0) -> Moment:
    """When the label was whole where it was to go, less so many seconds.

    At the socket that is its last byte. A folder and a spooler have it when the program says so.
    """

    def at(one: Found) -> float:
        if printer != _ZEBRA:
            return float(one["given"]) - later
        return next(came for came in place.labels.at if came > one["ended"]) - later

    return at


def _told(
    name: str, scans: Sequence[Found], moment: Moment, limit: float | None
) -> Iterator[Figure]:
    taken = sorted((moment(one) - one["ended"]) * 1_000 for one in scans)
    yield Figure(f"{name}, median of {len(taken)}", taken[len(taken) // 2], "ms")
    place = min(int(len(taken) * 0.95), len(taken) - 1)
    yield Figure(f"{name}, 95th percentile", taken[place], "ms", limit=limit)
