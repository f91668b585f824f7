"""Killed before, between and after each change of a shipment: nothing is paid twice, nothing is asked twice.

What InPost surely did not get is asked for once more; whatever it got is read back, never repeated.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import pytest

from inpost_desk.ledger import journal
from inpost_desk.ledger.ledger import Ledger
from tests.journeys.desk import KILLED, Launcher
from tests.simulator_process import Simulator

CLAIM = ("claim_change commit", "claim_change done")
CLOSED = ("let_go commit", "let_go done")


def _moments(call: str, *closing: str) -> tuple[str, ...]:
    return (*CLAIM, f"{call} noted", f"{call} sent", f"{call} answered", *CLOSED, *closing)


ENDED = ("ended commit", "ended done")


@dataclass
class Person:
    """Somebody at the offers of three lockers."""

    simulator: Simulator
    launcher: Launcher
    folder: Path

    def do(self, what: str, moment: str = "", nth: int = 1) -> int:
        """How the program ended that did this, killed at that moment where one is named."""
        known = self.simulator
        arguments = [what, known.url, known.prepaid_token, str(known.prepaid_organization)]
        wanted = {
            "arguments": [*arguments, str(self.folder / "ledger")],
            "environment": {},
            "output": str(self.folder / "output.txt"),
            "moment": moment,
            "nth": nth,
            "offers": True,
        }
        return self.launcher.wait(self.launcher.start(wanted))

    def finish(self, what: str) -> int:
        """As `do`, again and again while InPost has not said what came of it."""
        ended = [self.do(what)]
        while ended[-1] == 5 and len(ended) < 6:
            ended.append(self.do(what))
        return ended[-1]

    def calls(self) -> Counter[str]:
        """The changes InPost got, by the end of their address, without the creations."""
        return Counter(
            f"{one['method']} {one['path'].rpartition('/')[2]}"
            if one["method"] == "POST"
            else one["method"]
            for one in self.simulator.log()
            if one["method"] != "GET" and not one["path"].endswith(("/shipments", "/batches"))
        )

    def payments(self) -> list[int]:
        return [one["payments"] for one in self.simulator.shipments()]

    def open_steps(self) -> list[journal.OpenStep]:
        ledger = Ledger(self.folder / "ledger")
        try:
            return journal.open_steps(ledger)
        finally:
            ledger.close()


@pytest.fixture
def person(simulator: Simulator, launcher: Launcher, tmp_path: Path) -> Person:
    simulator.faults(confirm_after=0.1, list_lag=0.0)
    one = Person(simulator, launcher, tmp_path)
    assert one.do("prepare") == 0
    return one


@pytest.mark.parametrize("moment", _moments("buy", *ENDED))
def test_buying_an_offer(person: Person, moment: str) -> None:
    assert person.do("choose", moment) == KILLED
    assert person.finish("choose") == 0
    assert person.calls() == {"POST buy": 3}
    assert person.payments() == [1, 1, 1]
    assert person.open_steps() == []


@pytest.mark.parametrize("moment", _moments("bulk_buy", *ENDED))
def test_buying_many(person: Person, moment: str) -> None:
    assert person.do("buy_many", moment) == KILLED
    assert person.finish("buy_many") == 0
    assert person.calls() == {"POST bulk_buy": 1}
    assert person.payments() == [1, 1, 1]
    assert person.open_steps() == []


@pytest.mark.parametrize("moment", _moments("select", *ENDED))
@pytest.mark.parametrize("what", ["select", "select_one"])
def test_selecting(person: Person, what: str, moment: str) -> None:
    assert person.do(what, moment) == KILLED
    assert person.finish(what) == 0
    name = "select_offers" if what == "select" else "select_offer"
    assert person.calls() == {f"POST {name}": 1}
    assert person.payments() == [0, 0, 0]
    assert person.open_steps() == []


@pytest.mark.parametrize("moment", _moments("edit", "edited commit", "edited done"))
def test_editing(person: Person, moment: str) -> None:
    assert person.do("edit", moment) == KILLED
    assert person.finish("edit_unless_done") == 0
    assert person.calls() == {"PUT": 1}
    assert person.finish("choose") == 0
    assert person.payments() == [1, 1, 1]
    assert person.open_steps() == []


@pytest.mark.parametrize("moment", _moments("cancel", *ENDED))
def test_cancelling(person: Person, moment: str) -> None:
    assert person.do("cancel", moment) == KILLED
    assert person.finish("cancel") == 0
    assert person.calls() == {"DELETE": 1}
    assert person.payments() == [0, 0, 0]
    assert person.open_steps() == []


REPLACING = (
    "enter_run commit",
    "enter_run done",
    "replace_by commit",
    "replace_by done",
    "claim done",
    "create noted",
    "create sent",
    "create answered",
    "made commit",
    "made done",
    "saw commit",
)


@pytest.mark.parametrize("moment", REPLACING)
def test_replacing(person: Person, moment: str) -> None:
    """The new one is bought once; the old one is cancelled once, because it was not paid."""
    assert person.do("replace", moment) == KILLED
    assert person.finish("replace") == 0
    assert person.calls() == {"DELETE": 1}
    assert sorted(person.payments()) == [0, 0, 0, 1]
    assert person.open_steps() == []


def test_killed_over_and_over(person: Person) -> None:
    for moment in _moments("buy", *ENDED):
        assert person.do("choose", moment) in (KILLED, 0, 5)
    assert person.finish("choose") == 0
    assert person.payments() == [1, 1, 1]
    assert person.calls()["POST buy"] <= 3
