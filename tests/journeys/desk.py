"""A packing table for the journeys: an order file, the program, and the truth to hold it against."""

from __future__ import annotations

import csv
import json
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx

from inpost_desk.labels.readback import read_pages
from inpost_desk.ledger import journal
from inpost_desk.ledger.ledger import Ledger, ledger_folder
from tests.actions.order_specimens import HEADER, csv_text, locker_row
from tests.simulator_process import Simulator

# Nobody waits this long: a program that does is hanging.
LIMIT = 60.0
KILLED = -9
ROOT = Path(__file__).parents[2]


class Launcher:
    """Starts killable programs (see `killable`)."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.journeys.killable"],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def start(self, wanted: dict[str, Any]) -> int:
        return self._ask({"start": wanted})

    def wait(self, pid: int) -> int:
        """How it ended: the exit code, or minus the signal's number."""
        return self._ask({"wait": pid})

    def close(self) -> None:
        self._process.communicate()

    def _ask(self, command: dict[str, Any]) -> int:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps(command) + "\n")
        self._process.stdin.flush()
        return int(self._process.stdout.readline())


@dataclass
class Desk:
    """One warehouse: `folder` holds its order file and the program's data."""

    simulator: Simulator
    launcher: Launcher
    folder: Path
    prepaid: bool = False
    chunk: int = 10
    horizon: float | None = 2.5
    references: list[str] = field(default_factory=list)
    earlier: list[str] = field(default_factory=list)

    @property
    def file(self) -> Path:
        return self.folder / "zamowienia.csv"

    @property
    def organization(self) -> int:
        known = self.simulator
        return known.prepaid_organization if self.prepaid else known.organization

    @property
    def environment(self) -> dict[str, str]:
        known = self.simulator
        return {"INPOST_DESK_TOKEN": known.prepaid_token if self.prepaid else known.token}

    def write(self, count: int, **changes: str) -> None:
        """A new order file of that many lockers, each for somebody else."""
        self.earlier += self.references
        first = len(self.earlier) + 1
        self.references = [f"ZAM/{number:03}" for number in range(first, first + count)]
        rows = [
            locker_row(
                reference, **{"telefon": f"5012{n:05}", "imie_i_nazwisko": f"Jan Nr{n}", **changes}
            )
            for n, reference in enumerate(self.references)
        ]
        self.save(rows)

    def save(self, rows: Sequence[Sequence[str]]) -> None:
        self.file.write_text(csv_text([HEADER, *rows]), encoding="utf-8")

    def arguments(self, command: str = "ship", *more: str, file: Path | None = None) -> list[str]:
        """The command line as an ERP would give it."""
        given = [command]
        if command == "ship":
            given += [
                str(file or self.file),
                "--sending-method",
                "dispatch_order",
                "--duplicates",
                "skip",
            ]
            given += ["--repeated", "lines", "--chunk", str(self.chunk)]
        given += ["--api-url", self.simulator.url, "--organization", str(self.organization)]
        given += ["--data-dir", str(self.folder / "data"), "--pace", "50", "--language", "en"]
        if self.horizon is not None:
            given += ["--horizon", str(self.horizon)]
        return [*given, *more]

    def run_afresh(self, command: str = "ship", *more: str) -> int:
        """The program as it is started everywhere, in an interpreter of its own; its exit code."""
        done = subprocess.run(
            [sys.executable, "-m", "inpost_desk", *self.arguments(command, *more)],
            cwd=ROOT,
            env={**os.environ, **self.environment},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=LIMIT,
            check=False,
        )
        with (self.folder / "output.txt").open("a") as output:
            output.write(f"{done.stdout}{done.stderr}= {done.returncode}\n")
        return done.returncode

    def start(self, *arguments: str, moment: str = "", nth: int = 1) -> int:
        """Start the program so that it dies at that moment (never where none is named); its process."""
        wanted = {
            "arguments": list(arguments) or self.arguments(),
            "environment": self.environment,
            "output": str(self.folder / "output.txt"),
            "moment": moment,
            "nth": nth,
        }
        return self.launcher.start(wanted)

    def run(self, command: str = "ship", *more: str) -> int:
        """Start it and wait for its end; its exit code."""
        return self.launcher.wait(self.start(*self.arguments(command, *more)))

    def run_until(self, moment: str, nth: int = 1) -> int:
        """Start it so that it dies at that moment, and wait for its end."""
        return self.launcher.wait(self.start(moment=moment, nth=nth))

    def results(self, file: Path | None = None) -> list[dict[str, str]]:
        """The lines of the result file."""
        place = file or self.file.with_name("zamowienia-result.csv")
        with place.open(encoding="utf-8", newline="") as lines:
            return list(csv.DictReader(lines))

    def post(self, path: str, body: dict[str, Any]) -> dict[str, Any]:
        """Somebody else at the same account, as in Manager Paczek."""
        token = self.environment["INPOST_DESK_TOKEN"]
        answer = httpx.post(
            f"{self.simulator.url}/v1/organizations/{self.organization}/{path}",
            json=body,
            headers={"Authorization": f"Bearer {token}"},
        )
        assert answer.status_code == 201, answer.text
        made: dict[str, Any] = answer.json()
        return made

    def outcomes(self) -> Counter[str]:
        return Counter(row["outcome"] for row in self.results())

    def truth(self) -> list[dict[str, Any]]:
        """Our organisation's shipments at InPost that were not cancelled."""
        return [
            one
            for one in self.simulator.shipments()
            if one["organization"] == self.organization and one["status"] != "canceled"
        ]

    def open_steps(self) -> list[journal.OpenStep]:
        """What the ledger has no outcome for."""
        place = ledger_folder(
            self.folder / "data", api_url=self.simulator.url, organization=self.organization
        )
        ledger = Ledger(place)
        try:
            return journal.open_steps(ledger)
        finally:
            ledger.close()

    def check_all_done(self) -> None:
        """Every order is one bought shipment, with a line in the result and a label in its place."""
        self.check_files(self.check_bought())

    def check_bought(self) -> dict[str, str]:
        """Every order is one bought shipment and nothing is unsure; tracking numbers by reference."""
        truth = self.truth()
        wanted = Counter(self.earlier + self.references)
        assert Counter(one["reference"] for one in truth) == wanted
        assert len({one["external_customer_id"] for one in truth}) == len(truth)
        assert {(one["status"], one["payments"]) for one in truth} == {("confirmed", 1)}
        assert self.open_steps() == []
        return {one["reference"]: one["tracking_number"] for one in truth}

    def check_files(
        self, bought: dict[str, str], *, result: Path | None = None, labels: Path | None = None
    ) -> None:
        """The result has a `done` line for each row, the labels are those of the pile in its order."""
        rows = self.results(result)
        assert [(row["reference"], row["outcome"]) for row in rows] == [
            (reference, "done") for reference in self.references
        ]
        assert [row["tracking_number"] for row in rows] == [
            bought[reference] for reference in self.references
        ]
        document = (labels or self.file.with_name("zamowienia-labels.pdf")).read_bytes()
        pages = list(read_pages(document, expected=list(bought.values())))
        assert len(pages) == len(self.references)
        for page, reference in zip(pages, self.references, strict=True):
            assert bought[reference] in page.codes
