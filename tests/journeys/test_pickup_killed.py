"""`inpost-desk pickup order` killed when InPost has the order and the answer is still out: one courier."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import Any, Final

from tests.journeys.desk import KILLED, LIMIT, ROOT, Desk
from tests.waiting import until

PLACE: Final = (
    "--street", "Polna 7", "--post-code", "25-002", "--city", "Kielce", "--phone", "500600702",
)  # fmt: skip
FAILED: Final = 1
IN_DOUBT: Final = 5
ORDERS: Final = {"method": "POST", "path": "/v1/organizations/*/dispatch_orders"}


def _start(desk: Desk, *command: str) -> subprocess.Popen[str]:
    """As somebody types it: the command before the options that all commands share."""
    words = ["-m", "inpost_desk", "pickup", *command, *desk.arguments("")[1:]]
    return subprocess.Popen(
        [sys.executable, *words],
        cwd=ROOT,
        env={**os.environ, **desk.environment},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


def _run(desk: Desk, *command: str) -> tuple[int, str]:
    """How it ended, and what it said."""
    process = _start(desk, *command)
    said, _ = process.communicate(timeout=LIMIT)
    return process.returncode, said


def test_killed_before_the_answer(desk: Desk) -> None:
    desk.write(3)
    assert desk.run_afresh() == 0
    desk.simulator.faults({"do": "hang", "act": True, **ORDERS, "nth": 1})
    process = _start(desk, "order", "--all", *PLACE)
    until(lambda: bool(_couriers(desk)) or process.poll() is not None, seconds=LIMIT)
    process.kill()
    said, _ = process.communicate(timeout=LIMIT)
    assert process.returncode == KILLED, said

    # Whoever orders again is told that a courier comes already.
    for _ in range(2):
        ended, said = _run(desk, "order", *desk.references, *PLACE)
        assert ended == FAILED
        assert said.count("courier ordered") == 3
    (courier,) = _couriers(desk)
    assert len(courier["shipments"]) == 3
    ended, said = _run(desk, "show", "1", "--json")
    assert ended == 0
    assert str(courier["id"]) in said
    assert len(_ordered(desk)) == 1


def _ordered(desk: Desk) -> list[dict[str, Any]]:
    """The orders that reached InPost, taken or not."""
    log = desk.simulator.log()
    return [one for one in log if one["method"] == "POST" and "dispatch_orders" in one["path"]]


def _couriers(desk: Desk) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = desk.simulator.look("pickups")
    return found


def test_killed_before_inpost_has_it(desk: Desk) -> None:
    """What nobody asked for by name is in doubt too: it is found out, then one courier is ordered."""
    desk.write(2)
    assert desk.run_afresh() == 0
    desk.simulator.faults({"do": "hang", "act": False, **ORDERS, "nth": 1})
    process = _start(desk, "order", "--all", *PLACE)
    until(lambda: bool(_ordered(desk)) or process.poll() is not None, seconds=LIMIT)
    process.kill()
    said, _ = process.communicate(timeout=LIMIT)
    assert process.returncode == KILLED, said

    ended, said = _run(desk, "order", "--all", *PLACE)
    assert ended in (IN_DOUBT, 0), said
    until(lambda: _run(desk, "order", "--all", *PLACE)[0] != IN_DOUBT, seconds=LIMIT)
    (courier,) = _couriers(desk)
    assert len(courier["shipments"]) == 2
