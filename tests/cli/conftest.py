"""The command line in this process, against a real simulator over a real socket."""

from __future__ import annotations

import csv
import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
import pytest

from inpost_desk import settings
from inpost_desk.cli.main import main
from inpost_desk.domain.weekend_window import WeekendWindow
from tests.journeys.desk import Launcher
from tests.simulator_process import Simulator

HEADER = (
    "e-mail;telefon;rozmiar;paczkomat;numer_referencyjny;dodatkowa_ochrona;za_pobraniem;"
    "imie_i_nazwisko;nazwa_firmy;ulica;kod_pocztowy;miejscowosc;typ_przesylki;paczka_w_weekend"
)


def locker(
    reference: str, *, point: str = "KRA010", cod: str = "", phone: str = "501234567"
) -> str:
    """A good row for a Paczkomat."""
    return f"ala@example.test;{phone};A;{point};{reference};;{cod};Ala Nowak;;;;;paczkomaty;NIE"


def courier(reference: str, *, size: str = "B", street: str = "Lipowa 4/2") -> str:
    """A good row for a courier."""
    return f"jan@example.test;502345678;{size};;{reference};;;Jan Kos;;{street};25-001;Kielce;kurier;NIE"


@dataclass
class Desk:
    """One warehouse: a folder, a simulator, and the command line."""

    folder: Path
    simulator: Simulator
    capsys: pytest.CaptureFixture[str]
    token: str = ""
    organization: int = 0
    out: str = ""
    err: str = ""

    def file(self, *rows: str, name: str = "orders.csv") -> Path:
        path = self.folder / name
        path.write_text("\n".join((HEADER, *rows)) + "\n", encoding="utf-8")
        return path

    def weekend(self, window: WeekendWindow) -> None:
        """Set the hours of Paczka w Weekend."""
        data = self.folder / "data"
        data.mkdir(exist_ok=True)
        settings.change(data, weekend_window=window)

    def run(self, *arguments: object, folder: str = "data") -> int:
        """A command; what it printed is in `out` and `err`."""
        given = [str(one) for one in arguments]
        code = main([*given, "--data-dir", str(self.folder / folder), "--language", "en"])
        self.out, self.err = self.capsys.readouterr()
        return code

    def ship(self, path: Path, *arguments: object, folder: str = "data") -> int:
        given = ("ship", path, *self.address(), "--pace", 100, *arguments)
        return self.run(*given, folder=folder)

    def address(self) -> list[str]:
        return [
            "--api-url",
            self.simulator.url,
            "--organization",
            str(self.organization or self.simulator.organization),
        ]

    def result(self, path: Path) -> list[dict[str, str]]:
        with path.with_name(f"{path.stem}-result.csv").open(encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file))

    def outcomes(self, path: Path) -> list[str]:
        return [row["outcome"] for row in self.result(path)]

    def at_inpost(self, shipment_id: int) -> dict[str, Any]:
        """A shipment in full, as InPost shows it to the account."""
        answer = httpx.get(
            f"{self.simulator.url}/v1/shipments/{shipment_id}",
            headers={"Authorization": f"Bearer {os.environ['INPOST_DESK_TOKEN']}"},
        )
        assert answer.status_code == 200, answer.text
        found: dict[str, Any] = answer.json()
        return found

    def json(self) -> Any:
        return json.loads(self.out)


@pytest.fixture
def desk(
    tmp_path: Path,
    simulator: Simulator,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> Desk:
    monkeypatch.setenv("INPOST_DESK_TOKEN", simulator.token)
    monkeypatch.setattr("sys.stdin.isatty", lambda: False, raising=False)
    return Desk(tmp_path, simulator, capsys)


@pytest.fixture
def prepaid(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """The same warehouse with a prepaid account."""
    monkeypatch.setenv("INPOST_DESK_TOKEN", desk.simulator.prepaid_token)
    desk.organization = desk.simulator.prepaid_organization
    return desk


@dataclass
class Killable:
    """The program in processes of its own, which die when they are told to."""

    desk: Desk
    launcher: Launcher

    @property
    def output(self) -> Path:
        return self.desk.folder / "output.txt"

    def run(self, *arguments: object, moment: str = "") -> int:
        given = [*arguments, *self.desk.address(), "--data-dir", self.desk.folder / "data"]
        given += ["--language", "en", "--pace", 50, "--horizon", 1.5]
        started = self.launcher.start(
            {
                "arguments": [str(one) for one in given],
                "environment": {"INPOST_DESK_TOKEN": os.environ["INPOST_DESK_TOKEN"]},
                "output": str(self.output),
                "moment": moment,
                "nth": 1,
            }
        )
        return self.launcher.wait(started)


@pytest.fixture
def killable(prepaid: Desk) -> Iterator[Killable]:
    launcher = Launcher()
    yield Killable(prepaid, launcher)
    launcher.close()
