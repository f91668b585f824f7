"""The list of earlier runs: its figures are those of the report, and it asks the database little."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import Connection, Engine, event, insert, select

from inpost_desk.actions.runs import earlier_runs, result_place, unsent_piles
from inpost_desk.domain.shipment import BatchId
from inpost_desk.domain.stage import Outcome
from inpost_desk.ledger import anew, journal, orders, report, schema, seen
from inpost_desk.ledger.ledger import Ledger
from inpost_desk.ledger.orders import Row, RunFile
from inpost_desk.ledger.seen import LabelFile
from tests.ledger.pile import NOW, a_shipment, an_order, entered


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    ledger = Ledger(tmp_path / "ledger")
    yield ledger
    ledger.close()


def _bought(ledger: Ledger, run_id: int, *, labels: bool = True, first: int = 100) -> list[int]:
    """Everything that is still to be sent is bought; gives our shipment rows."""
    claimed = journal.claim(ledger, run_id, limit=100, now=NOW)
    assert claimed is not None
    journal.batch_accepted(ledger, claimed, BatchId(first), run_id=run_id, now=NOW)
    pairs = [
        (one.step_id, a_shipment(first + place, key=one.key, status="confirmed"))
        for place, one in enumerate(claimed.rows)
    ]
    assert journal.made(ledger, pairs, now=NOW) == []
    ours = [one.shipment_id for one in claimed.rows]
    if labels:
        files = [LabelFile(one, f"{one}.pdf", 10, "", 1, "") for one in ours]
        seen.store_labels(ledger, files, now=NOW)
    return ours


def _printed(ledger: Ledger, shipment_ids: Sequence[int], state: str) -> None:
    with ledger.write() as connection:
        for one in shipment_ids:
            values = {"shipment_id": one, "state": state, "noted_at": NOW}
            connection.execute(insert(schema.prints).values(**values))


def _lay_pile(ledger: Ledger, digest: str, path: Path) -> None:
    with ledger.write() as connection:
        connection.execute(
            insert(schema.piles).values(
                file_name=path.name, file_path=str(path), file_digest=digest, imported_at=NOW
            )
        )


def _every_kind(ledger: Ledger) -> int:
    """A run whose rows stand in every way a row can."""
    rows = [
        *(
            Row(number, name, an_order(name, phone=f"5012{number:05}"))
            for number, name in enumerate("ABCDEFGH", 1)
        ),
        Row(9, "A", same_parcel_as=1),
        Row(10, "X", outcome="invalid", field="phone", rule="too_short"),
        Row(11, "Y", outcome="duplicate", rule="sent_before", value="77"),
    ]
    run_id = orders.enter_run(
        ledger,
        RunFile("allegro.xlsx", "every"),
        rows,
        now=NOW,
        day="02-03",
        new_key=(f"key-{number}" for number in range(20)),
    )
    assert run_id is not None
    claimed = journal.claim(ledger, run_id, limit=7, now=NOW)
    assert claimed is not None
    done, labelless, bad, unpaid, refused, unsure, _living = claimed.rows
    made = [
        (one.step_id, a_shipment(number, key=one.key, status="confirmed"))
        for number, one in enumerate([done, labelless, bad], start=50)
    ]
    failed = a_shipment(60, key=unpaid.key, status="offer_selected", transactions=["failure"])
    journal.made(ledger, [*made, (unpaid.step_id, failed)], now=NOW)
    files = [(done, ""), (bad, "unreadable")]
    seen.store_labels(
        ledger, [LabelFile(one.shipment_id, "f.pdf", 1, "", 1, why) for one, why in files], now=NOW
    )
    journal.refused(ledger, [(refused.step_id, "point", "does_not_exist")], now=NOW)
    with ledger.write() as connection:
        lost = schema.steps.update().where(schema.steps.c.id == unsure.step_id)
        connection.execute(lost.values(owner="", lease_until=NOW - timedelta(days=1)))
    return run_id


def _lay_rows(ledger: Ledger, digest: str, rows: int, **changes: object) -> None:
    """A pile with so many rows, of which the last is another one."""
    _lay_pile(ledger, digest, Path(f"{digest}.csv"))
    with ledger.write() as connection:
        pile_id = connection.scalar(select(schema.piles.c.id).order_by(schema.piles.c.id.desc()))
        for row in range(1, rows + 1):
            values = {"pile_id": pile_id, "row": row, "line": row + 1}
            other = changes if row == rows else {}
            connection.execute(insert(schema.pile_rows).values(**values, **other))


def test_piles_that_were_not_wholly_sent_are_found(ledger: Ledger) -> None:
    _lay_rows(ledger, "one", 2)
    _bought(ledger, entered(ledger, ["A", "B"], digest="one"))
    _lay_rows(ledger, "two", 3)
    _bought(ledger, entered(ledger, ["C", "D"], digest="two"), first=200)
    _lay_rows(ledger, "three", 4, removed=True)
    for name, rule in (("held", {"held": True}), ("before", {"rule": "sent_before"})):
        _lay_rows(ledger, name, 1, **rule)
    found = [(one.pile.file_name, one.rows) for one in unsent_piles(ledger)]
    assert found == [("three.csv", 3), ("two.csv", 1)]


def test_what_is_to_be_made_anew_is_not_sent_yet(ledger: Ledger) -> None:
    _lay_rows(ledger, "one", 2)
    old, _ = _bought(ledger, entered(ledger, ["A", "B"], digest="one"))
    assert unsent_piles(ledger) == []
    anew.plan_again(ledger, old, key="another")
    assert [one.rows for one in unsent_piles(ledger)] == [1]


def test_no_runs_yet(ledger: Ledger) -> None:
    assert earlier_runs(ledger) == []


def test_the_figures_are_those_of_the_report(ledger: Ledger) -> None:
    run_id = _every_kind(ledger)
    [run] = earlier_runs(ledger)
    rows = report.standing_of_run(ledger, run_id)
    parcels = {(one.order_id or -one.row): one.outcome for one in rows}
    assert Counter(run.outcomes) == Counter(parcels.values())
    assert run.outcomes == {
        Outcome.DONE: 1,
        Outcome.WAITING: 4,
        Outcome.UNPAID: 1,
        Outcome.REFUSED: 1,
        Outcome.UNSURE: 1,
        Outcome.INVALID: 1,
        Outcome.DUPLICATE: 1,
    }
    assert (run.parcels, run.printed, run.count(Outcome.DONE)) == (8, 0, 1)


def test_a_run_knows_its_batches_and_how_it_ended(ledger: Ledger) -> None:
    first = entered(ledger, ["A", "B"], digest="one")
    _bought(ledger, first)
    orders.end_run(ledger, first, now=NOW + timedelta(minutes=3), stopped_by="debt_collection")
    entered(ledger, ["C"], digest="two", now=NOW + timedelta(days=1))
    newer, older = earlier_runs(ledger)
    assert (newer.batches, newer.ended_at, newer.outcomes) == ((), None, {Outcome.WAITING: 1})
    assert (older.id, older.file_name, older.batches) == (first, "zamowienia.csv", (100,))
    assert older.ended_at == NOW + timedelta(minutes=3)
    assert older.stopped_by == "debt_collection"


def test_printed_is_what_the_newest_print_of_a_parcel_says(ledger: Ledger) -> None:
    ours = _bought(ledger, entered(ledger, ["A", "B", "C", "D"]))
    _printed(ledger, ours[:3], "failed")
    _printed(ledger, ours[:1], "done")
    _printed(ledger, ours[1:2], "sent")
    _printed(ledger, ours[3:], "done")
    _printed(ledger, ours[3:], "failed")
    [run] = earlier_runs(ledger)
    assert (run.parcels, run.printed) == (4, 2)


def test_the_result_file_is_named_while_it_is_there(ledger: Ledger, tmp_path: Path) -> None:
    entered(ledger, ["A"], digest="file")
    entered(ledger, ["B"], digest="no pile")
    file = tmp_path / "zamowienia 21.11.csv"
    _lay_pile(ledger, "file", file)
    assert [run.result for run in earlier_runs(ledger)] == [None, None]
    place = result_place(file)
    place.write_text("row\n")
    assert [run.result for run in earlier_runs(ledger)] == [None, place]
    assert place.name == "zamowienia 21.11-result.csv"


def test_twenty_runs_take_a_handful_of_statements(ledger: Ledger) -> None:
    for number in range(25):
        entered(ledger, [f"A{number}", f"B{number}"], digest=f"file {number}")
    asked: list[str] = []

    def note(_connection: Connection, _cursor: object, statement: str, *_more: object) -> None:
        if statement.lstrip().startswith("SELECT"):
            asked.append(statement)

    event.listen(Engine, "before_cursor_execute", note)
    try:
        found = earlier_runs(ledger)
    finally:
        event.remove(Engine, "before_cursor_execute", note)
    assert [run.id for run in found] == list(range(25, 5, -1))
    assert len(asked) <= 4
