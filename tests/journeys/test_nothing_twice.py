"""Whatever is killed, cut or slow: every order ends as one bought shipment, none twice, none missing.

The program is killed at fixed points and at random ones while answers are cut after InPost has acted, lists
lag and batches are processed slowly; then it is started again until it is done.
"""

from __future__ import annotations

import random
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import pytest

from tests.journeys.desk import KILLED, Desk
from tests.simulator_process import Simulator

STARTS = ("other commit", "enter_run commit", "enter_run done", "mirror commit", "claim commit")
CREATES = (
    "claim done",
    "create noted",
    "create sent",
    "create answered",
    "made commit",
    "made done",
)
BATCHES = (
    "claim commit",
    "batch noted",
    "batch sent",
    "batch answered",
    "batch_accepted commit",
    "batch_accepted done",
    "made commit",
    "made done",
)
LABELS = ("save_all done", "store_labels commit", "store_labels done", "end_run commit")
BUYS = (
    "claim_change commit",
    "buy noted",
    "buy sent",
    "buy answered",
    "let_go commit",
    "let_go done",
    "ended commit",
    "ended done",
)
RENEWS = ("renew noted", "renew sent", "renew answered", "buy sent")
SLOWLY = ("create sent", "batch noted", "batch sent", "batch_accepted done", "made commit")
SEEDS = (1, 2, 3, 4)
RANDOM_KILLS = 10


@dataclass(frozen=True)
class Plan:
    """Moments at which to kill, one start each."""

    name: str
    moments: tuple[str, ...]
    orders: int
    chunk: int


PLANS = (
    Plan("starting", STARTS, orders=12, chunk=10),
    Plan("create", CREATES, orders=10, chunk=1),
    Plan("batch", BATCHES, orders=40, chunk=10),
    Plan("labels", LABELS, orders=25, chunk=10),
)


def test_the_journeys_kill_often_enough() -> None:
    planned = sum(len(plan.moments) for plan in PLANS) + len(BUYS) + len(RENEWS) + len(SLOWLY)
    assert planned + len(SEEDS) * RANDOM_KILLS >= 60


@pytest.mark.parametrize("plan", PLANS, ids=lambda plan: plan.name)
def test_killed_at_fixed_points(desk: Desk, plan: Plan) -> None:
    desk.chunk = plan.chunk
    desk.write(plan.orders)
    desk.simulator.faults(list_lag=1.0, confirm_after=0.3, seconds_per_row=0.03)
    for moment in plan.moments:
        assert desk.run_until(moment) == KILLED, moment
    assert desk.run_afresh() == 0
    desk.check_all_done()


@pytest.mark.parametrize("seed", SEEDS)
def test_killed_at_random(desk: Desk, seed: int) -> None:
    dice = random.Random(seed)
    desk.write(40)
    desk.simulator.faults(
        {"do": "cut", "act": True, "method": "POST", "probability": 0.2},
        {"do": "truncate", "method": "POST", "probability": 0.1},
        {"do": "cut", "method": "GET", "probability": 0.02},
        list_lag=1.2,
        confirm_after=0.5,
        seconds_per_row=0.05,
        seed=seed,
    )
    kills = 0
    while kills < RANDOM_KILLS:
        steps, time = ("any", dice.randint(1, 60)), ("time", dice.randint(50, 1500))
        ended = desk.run_until(*(steps if dice.random() < 0.8 else time))
        # A line cut four times in a row ends a run too.
        assert ended in (KILLED, 0, 4)
        kills += ended == KILLED
        if ended == 0:
            desk.write(20)
    desk.simulator.faults(list_lag=1.2)
    assert desk.run_afresh() == 0
    desk.check_all_done()


def test_killed_while_paying_again(desk: Desk) -> None:
    """The prepaid account runs empty in the middle; topped up, the same shipments are paid for."""
    made = _half_paid(desk)
    desk.simulator.control("balance", {"amount": 10_000})
    for moment in BUYS:
        assert desk.run_until(moment) == KILLED, moment
    assert desk.run_afresh() == 0
    desk.check_all_done()
    assert made <= {one["id"] for one in desk.truth()}


def test_killed_while_paying_with_stale_offers(desk: Desk) -> None:
    """Money that comes after five minutes finds expired offers: they are renewed, nothing is made anew."""
    made = _half_paid(desk)
    desk.simulator.control("balance", {"amount": 10_000})
    desk.simulator.advance(400)
    for moment in RENEWS:
        assert desk.run_until(moment) == KILLED, moment
    assert desk.run_afresh() == 0
    desk.check_all_done()
    assert made <= {one["id"] for one in desk.truth()}


def _half_paid(desk: Desk) -> set[int]:
    """Six of thirty are paid for, five not, and the run has stopped; the ids made so far."""
    desk.prepaid = True
    desk.write(30)
    desk.simulator.control("balance", {"amount": 100})
    assert desk.run() == 5
    assert desk.outcomes() == {"done": 6, "unpaid": 5, "waiting": 19}
    assert {row["rule"] for row in desk.results()} == {"", "debt_collection"}
    return {one["id"] for one in desk.truth()}


def test_killed_under_the_real_horizon(desk: Desk) -> None:
    """Fifteen minutes on the simulated clock: lists lag 5.4 s, a batch of ten takes over three minutes."""
    desk.horizon = None
    desk.write(30)
    desk.simulator.faults(list_lag=5.4, confirm_after=1.1, seconds_per_row=20.0)
    with _time_flies(desk.simulator, times=60):
        for moment in SLOWLY:
            assert desk.run_until(moment) == KILLED, moment
            desk.simulator.advance(10 * 60)
    desk.simulator.faults(
        {"do": "cut", "method": "POST", "path": "*/batches", "nth": 1}, list_lag=5.4
    )
    with _time_flies(desk.simulator, times=120):
        assert desk.run_afresh() == 0
    desk.check_all_done()


@contextmanager
def _time_flies(simulator: Simulator, *, times: int) -> Iterator[None]:
    """The simulated clock runs that many times faster meanwhile."""
    step = 0.05
    over = threading.Event()

    def advance() -> None:
        while not over.wait(step):
            simulator.advance(step * times)

    thread = threading.Thread(target=advance)
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join()
