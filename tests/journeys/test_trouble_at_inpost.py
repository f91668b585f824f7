"""What InPost, its account or the line can do in the middle of a run, and how the next start ends it."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from inpost_desk import settings
from tests.actions.order_specimens import locker_row
from tests.journeys.desk import KILLED, LIMIT, Desk, Launcher
from tests.simulator_process import MONDAY, Simulator
from tests.weekend_hours import ALWAYS

BATCHES = {"method": "POST", "path": "*/batches"}
CREATES = {"method": "POST", "path": "*/shipments"}


def _acted(desk: Desk, path: str) -> int:
    """How many creating requests InPost carried out."""
    return sum(
        one["acted"] and one["method"] == "POST" and one["path"].endswith(path)
        for one in desk.simulator.log()
    )


def test_an_answer_lost_before_inpost_acted(desk: Desk) -> None:
    """After the horizon it is sent again, exactly once, while the others go on."""
    desk.write(31)
    desk.simulator.faults({"do": "cut", **BATCHES, "nth": 2}, list_lag=0.6)
    assert desk.run() == 0
    desk.check_all_done()
    assert _acted(desk, "/batches") == 3


def test_an_answer_lost_after_inpost_acted(desk: Desk) -> None:
    desk.write(31)
    desk.simulator.faults(
        {"do": "truncate", **BATCHES, "nth": [1, 3]},
        {"do": "cut", "act": True, **CREATES, "nth": 1},
        list_lag=0.6,
    )
    assert desk.run() == 0
    desk.check_all_done()
    assert (_acted(desk, "/batches"), _acted(desk, "/shipments")) == (3, 1)


def test_not_waiting_leaves_it_to_a_later_start(desk: Desk) -> None:
    desk.write(21)
    desk.simulator.faults({"do": "cut", **BATCHES, "nth": 1})
    assert desk.run("ship", "--no-wait") == 5
    assert desk.outcomes() == {"done": 11, "unsure": 10}
    desk.simulator.faults()
    assert desk.run() == 0
    desk.check_all_done()


def test_a_row_that_only_inpost_refuses(desk: Desk) -> None:
    """Weekend parcels are taken from Thursday evening on; that is InPost's own clock to judge."""
    desk.simulator.control("clock", {"set": MONDAY})
    (desk.folder / "data").mkdir(exist_ok=True)
    settings.change(desk.folder / "data", weekend_window=ALWAYS)
    desk.write(12)
    rows = [locker_row(name, telefon="501200000") for name in desk.references]
    rows[4] = locker_row(desk.references[4], paczka_w_weekend="TAK")
    desk.save(rows)
    assert desk.run() == 1
    assert desk.outcomes() == {"done": 11, "refused": 1}
    bad = desk.results()[4]
    assert (bad["outcome"], bad["rule"]) == ("refused", "invalid_end_of_week_collection")
    assert bad["field"] == "paczka_w_weekend"
    assert desk.run() == 1
    assert len(desk.truth()) == 11


def test_a_batch_refused_without_saying_which_row(desk: Desk) -> None:
    desk.write(11)
    plain = {"status": 400, "error": "validation_failed", "details": {}}
    desk.simulator.faults({"do": "error", **BATCHES, **plain, "nth": [1, 3]})
    assert desk.run() == 0
    desk.check_all_done()


def test_a_batch_refused_although_it_was_made(desk: Desk) -> None:
    desk.write(11)
    plain = {"status": 400, "error": "validation_failed", "details": {}}
    desk.simulator.faults({"do": "error", "act": True, **BATCHES, **plain, "nth": 1})
    assert desk.run() == 0
    desk.check_all_done()
    assert _acted(desk, "/batches") == 1


@pytest.mark.parametrize("acted", [True, False])
def test_an_account_that_keeps_our_keys_to_itself(desk: Desk, *, acted: bool) -> None:
    """Reference, receiver and count prove what is ours; an empty list after the horizon that nothing is."""
    desk.write(25)
    desk.chunk = 6
    desk.simulator.faults(
        {"do": "cut", "act": acted, "method": "POST", "nth": [1, 3]},
        return_keys=False,
        key_filter=False,
        list_lag=0.6,
        seconds_per_row=0.02,
    )
    assert desk.run() == 0
    desk.check_all_done()


def test_a_person_decides_where_nothing_is_proven(desk: Desk) -> None:
    """Without keys, what somebody else made since we asked could be ours: only a person can tell."""
    desk.write(5)
    desk.simulator.faults(return_keys=False)
    unsure = desk.references[1:]
    assert desk.run_until("batch noted") == KILLED
    elsewhere = _made_elsewhere(desk, unsure[0])
    assert desk.run() == 5
    assert desk.outcomes() == {"done": 1, "unsure": 4}
    assert {row["rule"] for row in desk.results()[1:]} == {"same_reference", "keys_not_proven"}
    assert desk.run() == 5
    taken = next(one["id"] for one in desk.truth() if one["id"] != elsewhere)
    assert desk.run("settle", unsure[0], "--adopt", str(taken)) == 1
    assert desk.run("settle", unsure[0], "--adopt", str(elsewhere)) == 0
    # Nothing is left at InPost that could be one of the others: they are sent again by themselves.
    assert desk.run() == 0
    desk.check_all_done()
    assert elsewhere in {one["id"] for one in desk.truth()}


def _made_elsewhere(desk: Desk, reference: str) -> int:
    made = desk.post(
        "shipments",
        {
            "service": "inpost_locker_standard",
            "receiver": {"phone": "699000111", "email": "ktos@example.test"},
            "parcels": [{"template": "small"}],
            "custom_attributes": {"target_point": "KRA010", "sending_method": "dispatch_order"},
            "reference": reference,
        },
    )
    return int(made["id"])


def test_too_many_requests(desk: Desk) -> None:
    desk.write(25)
    desk.simulator.faults(
        {"do": "too_many", "retry_after": 1, "method": "POST", "nth": [1, 3]},
        {"do": "too_many", "retry_after": 1, "method": "GET", "every": 15},
    )
    assert desk.run() == 0
    desk.check_all_done()


def test_an_outage_in_the_middle(
    start_simulator: Callable[..., Simulator], launcher: Launcher, tmp_path: Path
) -> None:
    """InPost is gone without a trace while the second batch is processed, and comes back later."""
    simulator = start_simulator(state=tmp_path / "shipx.jsonl")
    desk = Desk(simulator, launcher, tmp_path)
    desk.write(30)
    simulator.faults({"do": "hang", "act": True, **BATCHES, "nth": 2})
    process = desk.start()
    limit = time.monotonic() + LIMIT
    while _acted(desk, "/batches") < 2:
        assert time.monotonic() < limit
    simulator.kill()
    assert launcher.wait(process) == 4
    # The labels of the first batch may have been on their way.
    assert desk.outcomes() in (
        {"done": 11, "unsure": 10, "waiting": 9},
        {"done": 1, "unsure": 10, "waiting": 19},
    )
    simulator.restart()
    assert desk.run() == 0
    desk.check_all_done()


def test_a_token_withdrawn_in_the_middle(desk: Desk) -> None:
    desk.write(25)
    desk.simulator.faults(
        {"do": "error", "status": 401, "error": "token_invalid", **BATCHES, "nth": 2}
    )
    assert desk.run() == 3
    assert desk.outcomes() == {"done": 11, "waiting": 14}
    desk.simulator.faults()
    assert desk.run() == 0
    desk.check_all_done()


def test_no_courier_contract_after_all(desk: Desk) -> None:
    """`missing_trucker_id` stops the run; the courier rows are refused, the lockers wait."""
    desk.write(12)
    rows = [locker_row(name, telefon="501200000") for name in desk.references]
    rows[3] = _courier(desk.references[3])
    desk.save(rows)
    missing: dict[str, Any] = {"status": 400, "error": "missing_trucker_id", "details": None}
    desk.simulator.faults({"do": "error", **BATCHES, **missing})
    assert desk.run() == 5
    assert desk.outcomes() == {"done": 1, "refused": 1, "waiting": 10}
    assert desk.results()[3]["rule"] == "missing_trucker_id"
    assert desk.results()[5]["rule"] == "missing_trucker_id"
    desk.simulator.faults()
    assert desk.run() == 0
    desk.check_all_done()


def _courier(reference: str) -> list[str]:
    return locker_row(
        reference,
        typ_przesylki="kurier",
        paczkomat="",
        imie_i_nazwisko="Anna Nowak",
        ulica="Polna 7",
        kod_pocztowy="30-001",
        miejscowosc="Kraków",
    )
