"""Killed before, while and after a courier is ordered, and two at once: one courier, never a second one."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from inpost_desk.ledger import pickups, schema
from tests.actions.pickup_shop import PATH, PickupShop

ROOT = Path(__file__).parents[2]
KILLED = -9
MOMENTS = (
    "claim commit",
    "claim done",
    "order noted",
    "order sent",
    "order answered",
    "taken commit",
    "taken done",
)


class Programs:
    """Starts `pickup_program`."""

    def __init__(self, couriers: PickupShop, folder: Path) -> None:
        self._couriers = couriers
        self._output = folder / "output.txt"
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.actions.pickup_program"],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def start(self, ids: Sequence[int], moment: str = "") -> int:
        """The process that orders a courier for these."""
        known = self._couriers.simulator
        arguments = [known.url, known.token, known.organization, self._couriers.ledger.folder, *ids]
        wanted = {
            "arguments": [str(one) for one in arguments],
            "environment": {},
            "output": str(self._output),
            "moment": moment,
            "nth": 1,
        }
        return self._ask({"start": wanted})

    def wait(self, pid: int) -> int:
        return self._ask({"wait": pid})

    def order(self, ids: Sequence[int], moment: str = "") -> int:
        return self.wait(self.start(ids, moment))

    def finish(self, ids: Sequence[int]) -> int:
        """As `order`, again and again while it is unsure."""
        ended = 5
        for _ in range(40):
            ended = self.order(ids)
            if ended != 5:
                break
        return ended

    def close(self) -> None:
        self._process.communicate()

    def _ask(self, command: dict[str, object]) -> int:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps(command) + "\n")
        self._process.stdin.flush()
        return int(self._process.stdout.readline())


@pytest.fixture
def programs(couriers: PickupShop, tmp_path: Path) -> Iterator[Programs]:
    one = Programs(couriers, tmp_path)
    yield one
    one.close()


def _check(couriers: PickupShop, ids: Sequence[int]) -> None:
    """InPost has one order with these, and the ledger knows which."""
    (order,) = couriers.truth()
    assert len(order["shipments"]) == len(ids)
    assert couriers.ready() == []
    assert pickups.unsettled(couriers.ledger) == []


def test_killed_at_every_moment(couriers: PickupShop, programs: Programs) -> None:
    for number, moment in enumerate(MOMENTS, start=1):
        ids = couriers.buy(f"ZAM/{number}/A", f"ZAM/{number}/B")
        assert programs.order(ids, moment) == KILLED, moment
        assert programs.finish(ids) == 0, moment
        _check(couriers, ids)
        couriers.simulator.reset()
        with couriers.ledger.write() as connection:
            connection.execute(schema.pickup_parcels.delete())
            connection.execute(schema.pickups.delete())
            connection.execute(schema.shipments.delete())


def test_killed_over_and_over(couriers: PickupShop, programs: Programs) -> None:
    ids = couriers.buy("ZAM/1", "ZAM/2")
    for moment in MOMENTS:
        assert programs.order(ids, moment) in (KILLED, 0, 5)
    assert programs.finish(ids) == 0
    _check(couriers, ids)


def test_killed_while_inpost_answers_slowly(couriers: PickupShop, programs: Programs) -> None:
    ids = couriers.buy("ZAM/1")
    couriers.simulator.faults({"do": "slow", "seconds": 1, "method": "POST", "path": PATH})
    assert programs.order(ids, "order sent") == KILLED
    assert programs.finish(ids) == 0
    _check(couriers, ids)
    assert couriers.calls("POST") == 1


def test_two_at_once(couriers: PickupShop, programs: Programs) -> None:
    ids = couriers.buy("ZAM/1", "ZAM/2", "ZAM/3")
    couriers.simulator.faults({"do": "slow", "seconds": 0.3, "method": "POST", "path": PATH})
    both = [programs.start(ids), programs.start(ids[::-1])]
    assert sorted(programs.wait(one) for one in both) in ([0, 3], [0, 0])
    _check(couriers, ids)
    assert couriers.calls("POST") == 1
