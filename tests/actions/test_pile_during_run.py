"""Rows changed while a run is under way: never sent with old text, never changed once InPost has them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from inpost_desk.actions import desk_run, pile, ship
from inpost_desk.domain.order import Field
from inpost_desk.domain.pile import Pile
from inpost_desk.domain.stage import Outcome, Stage
from inpost_desk.ledger import journal, piles
from tests.actions.shop import client_of, ledger_in
from tests.actions.test_pile import RULES, Table
from tests.cli.conftest import locker
from tests.simulator_process import Simulator

NEW = {Field.PHONE: "601111222"}


@pytest.fixture
def table(tmp_path: Path, simulator: Simulator) -> Iterator[Table]:
    with ledger_in(tmp_path) as ledger, client_of(simulator) as client:
        yield Table(tmp_path, ledger, client)


def begun(table: Table, one: Pile) -> int:
    """A run that has entered every row and asked InPost for none."""
    rows = [row.row for row in table.rows(one)]
    imported = pile.for_sending(table.ledger, one.id, RULES, rows)
    return ship.enter(table.ledger, table.client, imported, duplicates="skip", again_about={})


def claimed(table: Table, run_id: int, limit: int = 100) -> list[tuple[str, str]]:
    """What the run would ask for now."""
    claim = journal.claim(table.ledger, run_id, limit=limit, now=table.client.now())
    if claim is None:
        return []
    return [(one.order.reference, one.order.receiver.phone) for one in claim.rows]


def test_an_edited_row_is_left_to_the_next_run_with_its_new_text(table: Table) -> None:
    one = table.put(locker("R-1"), locker("R-2"))
    run_id = begun(table, one)
    before = pile.edit(table.ledger, one.id, {2: NEW}, RULES)
    assert before.late == frozenset()
    assert table.stages(one) == [Stage.READY, Stage.READY]
    assert claimed(table, run_id) == [("R-1", "501234567")]
    assert claimed(table, begun(table, one)) == [("R-2", "601111222")]


def test_letting_go_does_not_send_the_old_text_either(table: Table) -> None:
    one = table.put(locker("R-1"), locker("R-2"))
    run_id = begun(table, one)
    pile.edit(table.ledger, one.id, {2: NEW}, RULES)
    for held in (True, False):
        pile.mark(table.ledger, one.id, [2], RULES, held=held)
    assert claimed(table, run_id) == [("R-1", "501234567")]


@pytest.mark.parametrize("change", [{"held": True}, {"removed": True}])
def test_held_and_removed_rows_are_left_by_the_run(table: Table, change: dict[str, bool]) -> None:
    one = table.put(locker("R-1"), locker("R-2"))
    run_id = begun(table, one)
    before = pile.mark(table.ledger, one.id, [1], RULES, **change)  # type: ignore[arg-type]
    assert claimed(table, run_id) == [("R-2", "501234567")]
    pile.restore(table.ledger, before, RULES)
    assert table.stages(one)[0] is Stage.READY
    assert claimed(table, begun(table, one)) == [("R-1", "501234567")]


def test_what_is_being_asked_for_is_not_changed_any_more(table: Table) -> None:
    one = table.put(locker("R-1"), locker("R-2"))
    earlier = pile.edit(table.ledger, one.id, {1: NEW}, RULES)
    assert claimed(table, begun(table, one), limit=1) == [("R-1", "601111222")]
    late = [
        pile.edit(table.ledger, one.id, {1: {Field.PHONE: "602222333"}}, RULES),
        pile.mark(table.ledger, one.id, [1], RULES, removed=True),
        pile.mark(table.ledger, one.id, [1], RULES, held=True),
        pile.restore(table.ledger, earlier, RULES),
    ]
    assert [change.late for change in late] == [frozenset({1})] * 4
    (stored,) = piles.stored_rows(table.ledger, one.id, [1])
    assert stored.cells[Field.PHONE] == "601111222"
    assert (stored.held, stored.removed) == (False, False)


def test_a_bought_row_cannot_be_taken_off_the_result(table: Table) -> None:
    one = table.put(locker("R-1"), locker("R-2"))
    table.send(one)
    pile.mark(table.ledger, one.id, [1, 2], RULES, removed=True)
    _, rows = desk_run.standings(table.ledger, one.id, RULES)
    assert [row.outcome for row in rows] == [Outcome.DONE, Outcome.DONE]


def test_a_row_kept_back_while_corrected_is_not_told_as_held(table: Table) -> None:
    one = table.put(locker("R-1"))
    begun(table, one)
    pile.edit(table.ledger, one.id, {1: NEW}, RULES)
    _, rows = desk_run.standings(table.ledger, one.id, RULES)
    assert [(row.outcome, row.rule) for row in rows] == [(Outcome.WAITING, "not_sent")]
