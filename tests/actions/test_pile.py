"""A file on the desk: kept whatever happens, corrected in place, handed to a run and gone on with."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from inpost_desk.actions import desk_run, pile
from inpost_desk.actions.pile import Rules
from inpost_desk.actions.send import Terms
from inpost_desk.actions.settle import Horizon
from inpost_desk.actions.waiting import Stop
from inpost_desk.domain.order import Field
from inpost_desk.domain.order_shipment import Choices
from inpost_desk.domain.pile import Pile, PileRow
from inpost_desk.domain.stage import Outcome, Stage
from inpost_desk.ledger import desk, piles, schema
from inpost_desk.ledger.ledger import Ledger
from inpost_desk.shipx.client import Client
from tests.actions.shop import client_of, ledger_in
from tests.cli.conftest import HEADER, courier, locker
from tests.simulator_process import Simulator

NOW = datetime(2026, 11, 22, 7, 0, tzinfo=UTC)
RULES = Rules(frozenset(), "dispatch_order")
TERMS = Terms(frozenset(), Choices("dispatch_order"), Horizon.shortened(2), wait=False)


@dataclass
class Table:
    """A packing table: a ledger, a client and files."""

    folder: Path
    ledger: Ledger
    client: Client
    terms: Terms = TERMS

    def file(self, *rows: str, name: str = "orders.csv") -> Path:
        path = self.folder / name
        path.write_text("\n".join((HEADER, *rows)) + "\n", encoding="utf-8")
        return path

    def put(self, *rows: str, name: str = "orders.csv") -> Pile:
        found = pile.put_on_desk(self.ledger, self.file(*rows, name=name), now=NOW).pile
        points = pile.ask_points(self.ledger, self.client, found.id)
        pile.check(self.ledger, found.id, RULES, points=points)
        return found

    def rows(self, one: Pile) -> list[PileRow]:
        newest = piles.pile_named(self.ledger, one.id)
        assert newest is not None
        return desk.shown_rows(self.ledger, newest)

    def stages(self, one: Pile) -> list[Stage]:
        return [row.stage for row in self.rows(one)]

    def send(self, one: Pile, rows: list[int] | None = None) -> desk_run.Sent:
        return desk_run.send(
            self.ledger,
            self.client,
            one.id,
            terms=self.terms,
            rows=rows,
            show=lambda _: None,
            stop=Stop(),
        )


@pytest.fixture
def table(tmp_path: Path, simulator: Simulator) -> Iterator[Table]:
    with ledger_in(tmp_path) as ledger, client_of(simulator) as client:
        yield Table(tmp_path, ledger, client)


def test_a_file_is_read_checked_and_kept(table: Table) -> None:
    one = table.put(locker("R-1"), locker("R-2", phone="12"), courier("R-3"))
    assert table.stages(one) == [Stage.READY, Stage.TO_FIX, Stage.READY]
    first, second, third = table.rows(one)
    assert (first.name, first.point, first.size, first.phone) == (
        "Ala Nowak",
        "KRA010",
        "A",
        "501234567",
    )
    assert first.place.startswith("Kraków")
    assert (second.field, second.rule, second.phone) == ("phone", "too_short", "12")
    assert third.place == "Kielce, Lipowa 4/2"


def test_the_same_file_again_is_the_same_pile_with_its_corrections(table: Table) -> None:
    one = table.put(locker("R-1", phone="12"))
    pile.edit(table.ledger, one.id, {1: {Field.PHONE: "601111222"}}, RULES)
    again = pile.put_on_desk(table.ledger, table.file(locker("R-1", phone="12")), now=NOW)
    assert (again.pile.id, again.known) == (one.id, True)
    assert [(row.stage, row.phone, row.edited) for row in table.rows(again.pile)] == [
        (Stage.READY, "601111222", True)
    ]


def test_a_correction_is_undone(table: Table) -> None:
    one = table.put(locker("R-1"))
    before = pile.edit(table.ledger, one.id, {1: {Field.PHONE: "1"}}, RULES)
    assert table.stages(one) == [Stage.TO_FIX]
    detail = pile.detail(table.ledger, one.id, 1)
    assert detail is not None
    assert detail.given == {Field.PHONE: "501234567"}
    assert [row.row for row in pile.restore(table.ledger, before, RULES).rows] == [1]
    assert [(row.stage, row.edited) for row in table.rows(one)] == [(Stage.READY, False)]


def test_typing_what_the_file_said_is_no_correction(table: Table) -> None:
    one = table.put(locker("R-1"))
    for text in ("502222333", "501234567"):
        pile.edit(table.ledger, one.id, {1: {Field.PHONE: text}}, RULES)
    assert not table.rows(one)[0].edited


def test_repeated_references_are_a_question_until_somebody_answers(table: Table) -> None:
    one = table.put(locker("R-1"), locker("R-1"), locker("R-2"))
    assert table.stages(one) == [Stage.QUESTION, Stage.QUESTION, Stage.READY]
    pile.answer(table.ledger, one.id, RULES, repeated="lines")
    assert table.stages(one) == [Stage.READY, Stage.SAME_PARCEL, Stage.READY]
    pile.answer(table.ledger, one.id, RULES, repeated="parcels")
    assert [row.reference for row in table.rows(one)] == ["R-1-1/2", "R-1-2/2", "R-2"]
    assert table.stages(one) == [Stage.READY] * 3


def test_an_edited_reference_joins_and_leaves_its_kin(table: Table) -> None:
    one = table.put(locker("R-1"), locker("R-2"))
    pile.edit(table.ledger, one.id, {2: {Field.REFERENCE: "R-1"}}, RULES)
    assert table.stages(one) == [Stage.QUESTION, Stage.QUESTION]
    pile.edit(table.ledger, one.id, {2: {Field.REFERENCE: "R-3"}}, RULES)
    assert table.stages(one) == [Stage.READY, Stage.READY]


def test_held_and_removed_rows_are_not_sent(table: Table, simulator: Simulator) -> None:
    one = table.put(locker("R-1"), locker("R-2"), locker("R-3"))
    pile.mark(table.ledger, one.id, [1], RULES, held=True)
    before = pile.mark(table.ledger, one.id, [2], RULES, removed=True)
    table.send(one)
    assert [item["reference"] for item in simulator.shipments()] == ["R-3"]
    assert table.stages(one) == [Stage.HELD, Stage.LABEL]
    pile.restore(table.ledger, before, RULES)
    assert table.stages(one) == [Stage.HELD, Stage.READY, Stage.LABEL]


def test_a_row_corrected_after_a_run_is_sent_by_the_next_and_nothing_twice(
    table: Table, simulator: Simulator
) -> None:
    one = table.put(locker("R-1"), locker("R-2", phone="12"))
    table.send(one)
    pile.edit(table.ledger, one.id, {2: {Field.PHONE: "601111222"}}, RULES)
    table.send(one)
    assert table.send(one).finished is None
    assert sorted(item["reference"] for item in simulator.shipments()) == ["R-1", "R-2"]
    assert table.stages(one) == [Stage.LABEL, Stage.LABEL]


def test_only_the_chosen_rows_are_sent(table: Table, simulator: Simulator) -> None:
    one = table.put(locker("R-1"), locker("R-2"))
    table.send(one, rows=[2])
    assert [item["reference"] for item in simulator.shipments()] == ["R-2"]
    assert table.stages(one) == [Stage.READY, Stage.LABEL]


def test_what_another_file_sent_is_left_out_unless_a_person_says_again(
    table: Table, simulator: Simulator
) -> None:
    table.send(table.put(locker("R-1"), name="first.csv"))
    one = table.put(locker("R-1", phone="602222333"), locker("R-2"), name="second.csv")
    assert table.stages(one) == [Stage.DUPLICATE, Stage.READY]
    detail = pile.detail(table.ledger, one.id, 1)
    assert detail is not None
    assert [(c.field, c.before, c.after) for c in detail.changes] == [
        (Field.PHONE, "501234567", "602222333")
    ]
    table.send(one)
    assert len(simulator.shipments()) == 2
    pile.answer(table.ledger, one.id, RULES, duplicates="again")
    assert table.stages(one) == [Stage.READY, Stage.LABEL]
    table.send(one)
    table.send(one)
    assert sorted(item["reference"] for item in simulator.shipments()) == ["R-1", "R-1", "R-2"]


def test_a_newer_file_keeps_corrections_of_what_it_did_not_change(table: Table) -> None:
    first = table.put(locker("R-1", phone="12"), locker("R-2", phone="12"), name="first.csv")
    mended = {Field.PHONE: "601111222"}
    pile.edit(table.ledger, first.id, {1: mended, 2: mended}, RULES)
    rows = (locker("R-1", phone="12"), locker("R-2", phone="603333444"), locker("R-3"))
    second = table.put(*rows, name="second.csv")
    assert [row.phone for row in table.rows(second)] == ["601111222", "603333444", "501234567"]


def test_a_refused_row_is_asked_for_again_once_corrected(table: Table) -> None:
    one = table.put(locker("R-1"), courier("R-2", street="Lipowa 4/2"))
    table.send(one)
    assert table.stages(one) == [Stage.LABEL, Stage.LABEL]


def test_the_result_has_a_line_for_every_row(table: Table) -> None:
    one = table.put(locker("R-1"), locker("R-2", phone="12"), locker("R-3"), locker("R-4"))
    pile.mark(table.ledger, one.id, [3], RULES, held=True)
    table.send(one, rows=[1])
    imported, rows = desk_run.standings(table.ledger, one.id, RULES)
    assert len(imported.rows) == 4
    assert [(row.outcome, row.rule) for row in rows] == [
        (Outcome.DONE, ""),
        (Outcome.INVALID, "too_short"),
        (Outcome.WAITING, "held"),
        (Outcome.WAITING, "not_sent"),
    ]


def test_a_shifted_row_stays_wrong_after_reading_it_from_the_ledger(table: Table) -> None:
    one = table.put(locker("R-1") + ";extra")
    pile.check(table.ledger, one.id, RULES)
    assert [(row.stage, row.rule) for row in table.rows(one)] == [(Stage.TO_FIX, "too_many_cells")]


def test_first_rows_are_the_first_of_all(table: Table) -> None:
    one = table.put(*(locker(f"R-{number}") for number in range(30)))
    assert desk.first_rows(table.ledger, one, most=10) == table.rows(one)[:10]


def test_an_answer_is_about_what_was_asked_and_nothing_else(
    table: Table, simulator: Simulator
) -> None:
    table.send(table.put(locker("R-1"), name="first.csv"))
    one = table.put(locker("R-1"), locker("R-2"), name="second.csv")
    pile.answer(table.ledger, one.id, RULES, duplicates="again")
    # Meanwhile somebody sends R-2, too.
    table.send(table.put(locker("R-2"), name="third.csv"))
    table.send(one)
    assert sorted(item["reference"] for item in simulator.shipments()) == ["R-1", "R-1", "R-2"]
    assert table.stages(one) == [Stage.LABEL, Stage.DUPLICATE]


def test_a_bought_parcel_is_finished_though_its_row_would_not_pass_any_more(table: Table) -> None:
    one = table.put(courier("R-1"))
    table.send(one)
    with table.ledger.write() as connection:
        connection.execute(schema.labels.delete())
    strict = replace(TERMS, choices=Choices("parcel_locker"))
    desk_run.send(
        table.ledger, table.client, one.id, terms=strict, show=lambda _: None, stop=Stop()
    )
    assert table.stages(one) == [Stage.LABEL]
