"""A sender by itself: what stops it, how long it waits, and what it learns of an account."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from inpost_desk.actions.send import Sender, Terms
from inpost_desk.actions.settle import KEYS, PROVEN, Horizon
from inpost_desk.actions.waiting import Stop
from inpost_desk.domain.order_shipment import Choices
from inpost_desk.errors import TooFast
from inpost_desk.ledger import journal, report
from inpost_desk.ledger.ledger import Ledger
from inpost_desk.ledger.orders import Row, RunFile, enter_run
from inpost_desk.shipx.client import Client
from tests.actions.shop import client_of, enter, ledger_in, order
from tests.simulator_process import Simulator

CREATE = {"method": "POST", "path": "/v1/organizations/*/shipments"}


class Waits(Stop):
    """Waits no longer than a moment and tells how long it was asked to."""

    def __init__(self) -> None:
        super().__init__()
        self.seconds: list[float] = []

    def wait(self, seconds: float) -> bool:
        self.seconds.append(seconds)
        return super().wait(min(seconds, 0.05))


@dataclass
class Table:
    """A packing table paid by invoice."""

    simulator: Simulator
    ledger: Ledger
    client: Client
    waits: Waits

    def sender(self, run_id: int) -> Sender:
        terms = Terms(frozenset(), Choices("dispatch_order"), Horizon.shortened(2))
        return Sender(
            self.ledger, self.client, run_id, terms, lambda _: None, lambda _: None, self.waits
        )

    def outcomes(self, run_id: int) -> list[tuple[str, str]]:
        return [(one.outcome, one.rule) for one in report.standing_of_run(self.ledger, run_id)]

    def asked(self) -> int:
        """How many creating calls InPost got."""
        return sum(one["method"] == "POST" for one in self.simulator.log())


@pytest.fixture
def table(simulator: Simulator, tmp_path: Path) -> Iterator[Table]:
    with client_of(simulator) as client, ledger_in(tmp_path) as ledger:
        yield Table(simulator, ledger, client, Waits())


@pytest.mark.parametrize("rule", ["carrier_unavailable", "no_carriers", "missing_trucker_id"])
def test_what_concerns_the_whole_account_stops_the_run(table: Table, rule: str) -> None:
    run_id = enter(table.ledger, order("ZAM/1"), order("ZAM/2", phone="501234568"))
    table.simulator.faults({"do": "error", "status": 400, "error": rule, **CREATE})
    assert table.sender(run_id).send() == rule
    assert table.asked() == 1
    assert journal.any_left(table.ledger, run_id)


def test_a_pause_too_long_to_sit_through_ends_the_run(table: Table) -> None:
    run_id = enter(table.ledger, order("ZAM/1"))
    table.simulator.faults({"do": "too_many", "retry_after": 61, **CREATE})
    with pytest.raises(TooFast):
        table.sender(run_id).send()
    assert (table.asked(), table.waits.seconds) == (1, [])
    # It surely was not done: nothing is unsure, and the next start sends it.
    assert journal.open_steps(table.ledger) == []
    assert journal.any_left(table.ledger, run_id)


def test_too_fast_is_not_tried_for_ever(table: Table) -> None:
    run_id = enter(table.ledger, order("ZAM/1"))
    table.simulator.faults({"do": "too_many", "retry_after": 0, **CREATE})
    with pytest.raises(TooFast):
        table.sender(run_id).send()
    # Each pause is longer than the one before.
    assert table.waits.seconds == [1.0, 2.0, 4.0, 5.0]
    assert table.asked() == 5


def test_what_an_account_gives_back_is_learned_once(table: Table) -> None:
    run_id = enter(table.ledger, order("ZAM/1"))
    assert table.sender(run_id).send() == ""
    assert table.ledger.fact(KEYS) == PROVEN
    assert table.ledger.fact("key filter works") == "yes"
    reads = len(table.simulator.log())
    table.ledger.learn("key filter works", "")
    again = enter(table.ledger, order("ZAM/2"), digest="other")
    assert table.sender(again).send() == ""
    assert table.ledger.fact("key filter works") == ""
    assert len(table.simulator.log()) > reads


@pytest.mark.parametrize(
    ("behaviour", "keys", "works"),
    [({"return_keys": False}, "missing", "yes"), ({"key_filter": False}, PROVEN, "no")],
)
def test_what_an_account_keeps_to_itself_is_learned_too(
    table: Table, behaviour: dict[str, Any], keys: str, works: str
) -> None:
    table.simulator.faults(**behaviour)
    assert table.sender(enter(table.ledger, order("ZAM/1"))).send() == ""
    assert table.ledger.fact(KEYS) == keys
    assert table.ledger.fact("key filter works") == works


def test_a_draft_that_cannot_be_sent_keeps_no_other_waiting(table: Table) -> None:
    table.ledger.learn(KEYS, PROVEN)
    rows = [
        Row(1, "ZAM/1", order("ZAM/1"), wish="{}", mode="itself"),
        Row(2, "ZAM/2", order("ZAM/2", phone="501234568")),
    ]
    keys = (f"key-{number}" for number in count())
    run_id = enter_run(
        table.ledger,
        RunFile("orders.csv", "file"),
        rows,
        now=datetime.now(UTC),
        day="21-11",
        new_key=keys,
    )
    assert run_id is not None
    assert table.sender(run_id).send() == ""
    (bad, _), (good, _) = table.outcomes(run_id)
    assert bad == "refused"
    assert good != "refused"
    assert [one["reference"] for one in table.simulator.shipments()] == ["ZAM/2"]


def test_stopped_before_it_began_nothing_is_sent(table: Table) -> None:
    run_id = enter(table.ledger, order("ZAM/1"))
    table.waits.event.set()
    assert table.sender(run_id).send() == ""
    assert table.asked() == 0


def _four(table: Table, **bad: str) -> int:
    table.ledger.learn(KEYS, PROVEN)
    orders = [order(f"ZAM/{number}", phone=f"50123456{number}") for number in range(3)]
    return enter(table.ledger, *orders, order("ZAM/3", phone="501234563", **bad))


def test_a_batch_refused_without_a_reason_is_halved_down_to_single_parcels(table: Table) -> None:
    run_id = _four(table)
    table.simulator.faults(
        {"do": "error", "status": 400, "error": "validation_failed", **CREATE, "path": "*/batches"}
    )
    assert table.sender(run_id).send() == ""
    batches = [one for one in table.simulator.log() if one["path"].endswith("/batches")]
    # All four, then two and two.
    assert len(batches) == 3
    assert len(table.simulator.shipments()) == 4


def test_a_row_that_inpost_names_keeps_the_others_together(table: Table) -> None:
    run_id = _four(table, point="XYZ999")
    assert table.sender(run_id).send() == ""
    # The batch with the bad row, and the other three in one more.
    assert table.asked() == 2
    outcomes = table.outcomes(run_id)
    assert [outcome == "refused" for outcome, _ in outcomes] == [False, False, False, True]
    assert len(table.simulator.shipments()) == 3
