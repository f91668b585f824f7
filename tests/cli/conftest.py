"""The command line in this process, against a real simulator over a real socket."""

from __future__ import annotations

import csv
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from inpost_desk.cli.main import main
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
