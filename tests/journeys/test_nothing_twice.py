"""Whatever is killed, cut or slow: every order ends as one bought shipment, none twice, none missing.

The program is killed at fixed points and at random ones while answers are cut after InPost has acted, lists
lag and batches are processed slowly; then it is started again until it is done.
"""

from __future__ import annotations

import random
from dataclasses import dataclass

import pytest

from tests.journeys.desk import KILLED, Desk

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
    "claim_payment commit",
    "buy noted",
    "buy sent",
    "buy answered",
    "let_go commit",
    "let_go done",
    "paid commit",
    "paid done",
)
RANDOM_KILLS = 9
SEEDS = (1, 2, 3, 4)


@dataclass(frozen=True)
class Plan:
    """Moments at which to kill, one start each."""

    name: str
    moments: tuple[str, ...]
    orders: int
    chunk: int


PLANS = (
    Plan("starting", STARTS, orders=12, chunk=10),
    Plan("create", CREATES, orders=12, chunk=1),
    Plan("batch", BATCHES, orders=40, chunk=10),
    Plan("labels", LABELS, orders=25, chunk=10),
)


def test_the_journeys_kill_often_enough() -> None:
    planned = sum(len(plan.moments) for plan in PLANS) + len(BUYS)
    assert planned + len(SEEDS) * RANDOM_KILLS >= 60


@pytest.mark.parametrize("plan", PLANS, ids=lambda plan: plan.name)
def test_killed_at_fixed_points(desk: Desk, plan: Plan) -> None:
    desk.chunk = plan.chunk
    desk.write(plan.orders)
    desk.simulator.faults(list_lag=1.0, confirm_after=0.4, seconds_per_row=0.03)
    for moment in plan.moments:
        assert desk.run_until(moment) == KILLED, moment
    assert desk.run() == 0
    desk.check_all_done()


def test_killed_while_paying_again(desk: Desk) -> None:
    desk.prepaid = True
    desk.write(25)
    desk.simulator.control("balance", {"amount": 0})
    assert desk.run() in (1, 5)
    unpaid = {one["id"] for one in desk.truth()}
    desk.simulator.control("balance", {"amount": 10_000})
    for moment in BUYS:
        assert desk.run_until(moment) == KILLED, moment
    assert desk.run() == 0
    desk.check_all_done()
    assert unpaid <= {one["id"] for one in desk.truth()}


@pytest.mark.parametrize("seed", SEEDS)
def test_killed_at_random(desk: Desk, seed: int) -> None:
    dice = random.Random(seed)
    desk.write(40)
    desk.simulator.faults(
        {"do": "cut", "act": True, "method": "POST", "probability": 0.2},
        {"do": "truncate", "method": "POST", "probability": 0.1},
        {"do": "cut", "method": "GET", "probability": 0.02},
        list_lag=1.5,
        confirm_after=0.5,
        seconds_per_row=0.05,
        seed=seed,
    )
    kills = 0
    while kills < RANDOM_KILLS:
        ended = desk.run_until("any", dice.randint(1, 40))
        assert ended in (KILLED, 0)
        assert ended == KILLED, f"done after {kills} kills: more orders are needed"
        kills += 1
    desk.simulator.faults(list_lag=1.5)
    assert desk.run() == 0
    desk.check_all_done()
