"""Orders that a person put into one box: one shipment, and every reference leads to it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from inpost_desk.actions import pile
from inpost_desk.actions.import_file import import_file
from inpost_desk.actions.pile_join import Box, as_boxed, box_of, join
from inpost_desk.domain.order import Field
from inpost_desk.domain.shipment import ShipmentId
from inpost_desk.domain.stage import Outcome, Stage
from inpost_desk.ledger import report
from tests.actions.shop import client_of, ledger_in
from tests.actions.test_pile import RULES, Table
from tests.cli.conftest import courier, locker
from tests.simulator_process import Simulator


@pytest.fixture
def table(tmp_path: Path, simulator: Simulator) -> Iterator[Table]:
    with ledger_in(tmp_path) as ledger, client_of(simulator) as client:
        yield Table(tmp_path, ledger, client)


def sized(row: str, size: str) -> str:
    return row.replace(";A;", f";{size};")


def box(table: Table, number: int, row: int, *alike: int) -> Box | None:
    return box_of(table.ledger, number, row, alike, RULES)


def test_two_orders_become_one_shipment_under_both_references(
    table: Table, simulator: Simulator
) -> None:
    one = table.put(locker("R-1", cod="10,00"), sized(locker("R-2"), "B"), locker("R-3"))
    join(table.ledger, one.id, [1, 2], RULES)
    assert table.stages(one) == [Stage.READY, Stage.SAME_PARCEL, Stage.READY]
    sent = table.send(one)
    (made,) = [one for one in simulator.shipments() if one["reference"] == "R-1"]
    assert [one["reference"] for one in simulator.shipments()] == ["R-1", "R-3"]
    finished = sent.finished
    assert finished is not None
    standing = {one.reference: one for one in finished.rows}
    assert standing["R-2"].outcome is Outcome.DONE
    assert standing["R-2"].shipment_id == standing["R-1"].shipment_id == made["id"]
    at_inpost = table.client.shipment(made["id"])
    assert (at_inpost.cod, at_inpost.parcels[0].template) == (Decimal(10), "medium")


def test_money_of_the_further_order_is_on_the_parcel(table: Table) -> None:
    one = table.put(locker("R-1"), locker("R-2", cod="10,00"))
    join(table.ledger, one.id, [1, 2], RULES)
    sent = table.send(one)
    assert sent.finished is not None
    shipment = sent.finished.rows[0].shipment_id
    assert shipment is not None
    assert table.client.shipment(ShipmentId(shipment)).cod == Decimal(10)


def test_a_reference_in_another_orders_box_was_sent_before(table: Table) -> None:
    one = table.put(locker("R-1"), locker("R-2"))
    join(table.ledger, one.id, [1, 2], RULES)
    table.send(one)
    other = table.put(locker("R-2"), locker("R-9"), name="again.csv")
    assert table.stages(other) == [Stage.DUPLICATE, Stage.READY]


def test_it_can_be_taken_back_before_it_is_sent(table: Table, simulator: Simulator) -> None:
    one = table.put(locker("R-1"), locker("R-2"))
    before = join(table.ledger, one.id, [1, 2], RULES)
    pile.restore(table.ledger, before, RULES)
    assert table.stages(one) == [Stage.READY] * 2
    join(table.ledger, one.id, [1, 2], RULES)
    join(table.ledger, one.id, [1, 2], RULES, apart=True)
    table.send(one)
    assert [one["reference"] for one in simulator.shipments()] == ["R-1", "R-2"]


def test_what_was_sent_together_stays_together(table: Table, simulator: Simulator) -> None:
    one = table.put(locker("R-1"), locker("R-2"))
    join(table.ledger, one.id, [1, 2], RULES)
    table.send(one)
    before = join(table.ledger, one.id, [1, 2], RULES, apart=True)
    assert before.late == {1, 2}
    pile.edit(table.ledger, one.id, {2: {Field.PHONE: "501999999"}}, RULES)
    table.send(one)
    assert len(simulator.shipments()) == 1


def test_one_that_was_held_back_does_not_ride_along_later(
    table: Table, simulator: Simulator
) -> None:
    one = table.put(locker("R-1"), locker("R-2"))
    join(table.ledger, one.id, [1, 2], RULES)
    pile.mark(table.ledger, one.id, [2], RULES, held=True)
    table.send(one)
    pile.mark(table.ledger, one.id, [2], RULES, held=False)
    pile.check(table.ledger, one.id, RULES)
    assert table.stages(one)[1] is Stage.READY
    table.send(one)
    assert [one["reference"] for one in simulator.shipments()] == ["R-1", "R-2"]


def test_a_row_that_is_corrected_to_go_elsewhere_is_a_parcel_of_its_own(table: Table) -> None:
    one = table.put(locker("R-1"), locker("R-2"))
    join(table.ledger, one.id, [1, 2], RULES)
    pile.edit(table.ledger, one.id, {1: {Field.PHONE: "501999999"}}, RULES)
    assert table.stages(one) == [Stage.READY] * 2
    pile.edit(table.ledger, one.id, {1: {Field.PHONE: "501234567"}}, RULES)
    assert table.stages(one) == [Stage.READY, Stage.SAME_PARCEL]


def test_a_box_takes_a_third_and_its_head_may_be_taken_away(table: Table) -> None:
    one = table.put(locker("R-1"), locker("R-2"), locker("R-3"))
    join(table.ledger, one.id, [2, 3], RULES)
    join(table.ledger, one.id, [1, 2], RULES)
    assert [row.same_parcel_as for row in table.rows(one)] == [None, 1, 1]
    pile.mark(table.ledger, one.id, [1], RULES, removed=True)
    assert table.stages(one) == [Stage.READY] * 2


def test_what_is_offered(table: Table) -> None:
    one = table.put(
        locker("R-1", cod="10,00"),
        locker("R-2"),
        locker("R-3", cod="5,00"),
        courier("R-4"),
        courier("R-5", street="Lipowa 4/3"),
    )
    assert box(table, one.id, 1, 1, 2) == Box((1, 2), ("R-1", "R-2"))
    assert box(table, one.id, 1, 1, 2, 3) == Box((1, 2, 3), ("R-1", "R-2", "R-3"), paid_twice=True)
    assert box(table, one.id, 4, 4, 5) is None
    join(table.ledger, one.id, [1, 2], RULES)
    assert box(table, one.id, 2) == replace(Box((1, 2), ("R-1", "R-2")), joined=True)


def test_a_run_that_was_stopped_leaves_the_choice_open(table: Table) -> None:
    one = table.put(locker("R-1"), locker("R-2"))
    join(table.ledger, one.id, [1, 2], RULES)
    table.send(one, rows=[])
    join(table.ledger, one.id, [1, 2], RULES, apart=True)
    table.send(one)
    found = {row.reference: row for row in report.standing_of_file(table.ledger, one.digest)}
    assert found["R-1"].shipment_id != found["R-2"].shipment_id


def test_the_command_line_keeps_the_box(table: Table) -> None:
    one = table.put(locker("R-1"), locker("R-2"))
    join(table.ledger, one.id, [1, 2], RULES)
    imported = as_boxed(table.ledger, import_file(table.folder / "orders.csv"))
    assert [row.same_parcel_as for row in imported.rows] == [None, 1]
