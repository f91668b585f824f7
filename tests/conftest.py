"""What tests of every package share: a real simulator."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest

from tests.simulator_process import Simulator

# Without a screen Qt draws offscreen, pixel for pixel the same.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture(scope="session")
def _common_simulator() -> Iterator[Simulator]:
    with Simulator() as simulator:
        yield simulator


@pytest.fixture
def simulator(_common_simulator: Simulator, monkeypatch: pytest.MonkeyPatch) -> Simulator:
    """An empty simulator on the real clock, shared by all tests and reset before each: do not kill it.

    Lists do not lag, payments take 50 ms (see `Simulator`). So in this process nobody waits long for them:
    a tenth between the attempts of a read, hardly anything before a first look for what got no answer.
    """
    from inpost_desk.actions import settle_changes
    from inpost_desk.shipx import request, transport

    monkeypatch.setattr(transport, "PAUSES", tuple(pause / 10 for pause in request.PAUSES))
    monkeypatch.setattr(settle_changes, "LIST_LAG", timedelta(seconds=0.2))
    if not _common_simulator.running:
        _common_simulator.start(port=0)
    _common_simulator.reset()
    return _common_simulator


@pytest.fixture
def start_simulator() -> Iterator[Callable[..., Simulator]]:
    """Starts simulators of one's own: `start_simulator("--latency", "100", state=tmp_path / "shipx")`."""
    started: list[Simulator] = []

    def start(*arguments: str, **more: object) -> Simulator:
        simulator = Simulator(*arguments, **more)  # type: ignore[arg-type]
        started.append(simulator)
        return simulator

    yield start
    for simulator in started:
        simulator.close()
