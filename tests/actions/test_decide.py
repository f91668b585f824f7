"""A person's word about a parcel whose answer was lost: taken where it can be, else refused."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import httpx
import pytest

from inpost_desk.actions import decide, ship
from inpost_desk.actions import pile as rows
from inpost_desk.actions.decide import Decided
from inpost_desk.actions.settle import Horizon
from inpost_desk.domain.pile import Pile
from inpost_desk.domain.shipment import ShipmentId
from inpost_desk.domain.stage import Stage
from inpost_desk.ledger import journal
from inpost_desk.ledger.ledger import Ledger
from tests.actions.shop import client_of, ledger_in
from tests.actions.test_pile import RULES, TERMS, Table
from tests.cli.conftest import locker
from tests.simulator_process import Simulator

BATCHES = {"method": "POST", "path": "/v1/organizations/*/batches"}
ROWS = tuple(locker(f"R-{n}", phone=f"50120000{n}") for n in range(1, 5))


@pytest.fixture
def table(tmp_path: Path, simulator: Simulator) -> Iterator[Table]:
    with ledger_in(tmp_path) as ledger, client_of(simulator) as client:
        # Long enough that nothing is found to be absent by itself while a test lasts.
        yield Table(tmp_path, ledger, client, replace(TERMS, horizon=Horizon.shortened(12)))


def lost(table: Table, simulator: Simulator) -> Pile:
    """The first is bought; nobody knows of the other three, which InPost does not have."""
    one = table.put(*ROWS)
    simulator.faults({"do": "cut", "act": False, "nth": 1, **BATCHES})
    table.send(one)
    simulator.faults()
    assert table.stages(one) == [Stage.LABEL, *[Stage.UNSURE] * 3]
    return one


def at_inpost(simulator: Simulator) -> Counter[str]:
    return Counter(one["reference"] for one in simulator.shipments())


def test_said_to_be_absent_it_is_sent_by_the_next_run_once(
    table: Table, simulator: Simulator
) -> None:
    one = lost(table, simulator)
    assert decide.absent(table.ledger, table.client, "R-2") is Decided.NOTED
    assert decide.absent(table.ledger, table.client, "R-2") is Decided.NOTHING_UNSURE
    table.send(one)
    table.send(one)
    assert at_inpost(simulator) == Counter(["R-1", "R-2"])
    assert table.stages(one) == [Stage.LABEL, Stage.LABEL, Stage.UNSURE, Stage.UNSURE]


def test_a_stranger_is_evidence_and_can_be_adopted_once(table: Table, simulator: Simulator) -> None:
    one = lost(table, simulator)
    stranger = _made_elsewhere(simulator, "R-3")
    step = decide.unsure(table.ledger, "R-3")[0]
    found = decide.evidence(table.ledger, table.client, step)
    assert [candidate.id for candidate in found.candidates] == [stranger]
    assert decide.adopt(table.ledger, table.client, "R-3", stranger) is Decided.NOTED
    assert decide.adopt(table.ledger, table.client, "R-4", stranger) is Decided.TAKEN
    table.send(one)
    assert table.rows(one)[2].shipment_id == stranger
    assert at_inpost(simulator)["R-3"] == 1


def test_what_there_is_not_or_is_anothers_cannot_be_adopted(
    table: Table, simulator: Simulator
) -> None:
    one = lost(table, simulator)
    ours = table.rows(one)[0].shipment_id
    assert ours is not None
    ledger, client = table.ledger, table.client
    nobody = decide.adopt(ledger, client, "R-2", ShipmentId(4040404))
    assert nobody is Decided.NO_SUCH_SHIPMENT
    assert decide.adopt(ledger, client, "R-2", ShipmentId(ours)) is Decided.TAKEN
    assert decide.adopt(ledger, client, "R-9", ShipmentId(ours)) is Decided.NOTHING_UNSURE
    assert table.stages(one)[1] is Stage.UNSURE


def test_nobody_decides_what_another_process_is_still_at(
    table: Table, simulator: Simulator, tmp_path: Path
) -> None:
    """Its answer may come any moment: sent again, it would be paid for twice."""
    one = table.put(*ROWS)
    run = table.send(one, rows=[1])
    assert run.finished is not None
    other = Ledger(tmp_path / "ledger")
    try:
        _claimed(table, other, one)
        assert decide.absent(table.ledger, table.client, "R-2") is Decided.IN_USE
        adopted = decide.adopt(table.ledger, table.client, "R-2", ShipmentId(1))
        assert adopted is Decided.IN_USE
    finally:
        other.close()
    assert decide.absent(table.ledger, table.client, "R-2") is Decided.NOTED
    assert at_inpost(simulator) == Counter(["R-1"])


def _claimed(table: Table, other: Ledger, one: Pile) -> None:
    """Another process has noted that it asks for the second row."""
    imported = rows.for_sending(table.ledger, one.id, RULES, [2])
    run_id = ship.enter(table.ledger, table.client, imported, duplicates="skip", again_about={})
    assert journal.claim(other, run_id, limit=1, now=table.client.now()) is not None


def _made_elsewhere(simulator: Simulator, reference: str) -> ShipmentId:
    """Somebody makes a parcel under that reference, as in Manager Paczek."""
    body = {
        "receiver": {"phone": "609609609", "email": "ewa@example.test", "last_name": "Lis"},
        "parcels": {"template": "small"},
        "service": "inpost_locker_standard",
        "reference": reference,
        "custom_attributes": {"target_point": "KRA010", "sending_method": "dispatch_order"},
    }
    answer = httpx.post(
        f"{simulator.url}/v1/organizations/{simulator.organization}/shipments",
        json=body,
        headers={"Authorization": f"Bearer {simulator.token}"},
    )
    assert answer.status_code == 201, answer.text
    return ShipmentId(answer.json()["id"])
