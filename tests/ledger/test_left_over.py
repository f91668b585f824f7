"""What is deleted beside the parcels after the chosen days: files on the desk, and what keeps a row there."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import insert, select, update

from inpost_desk.domain.order import Field
from inpost_desk.ledger import left_over, piles, schema
from inpost_desk.ledger.ledger import Ledger
from inpost_desk.ledger.piles import PileFile, StoredRow
from tests.ledger.pile import NOW, entered

OLD = NOW - timedelta(days=100)
BEFORE = NOW - timedelta(days=30)


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    ledger = Ledger(tmp_path / "ledger")
    yield ledger
    ledger.close()


def _pile(ledger: Ledger, *rows: StoredRow, digest: str = "old", days: int = 100) -> int:
    file = PileFile("orders.csv", "", digest, "standard", "", {Field.PHONE: "telefon"})
    return piles.enter_pile(ledger, file, rows, now=NOW - timedelta(days=days))


def _row(number: int, **more: Any) -> StoredRow:
    return StoredRow(number, number + 1, {Field.PHONE: f"50199980{number}"}, **more)


def _waits(ledger: Ledger, pile_id: int, row: int, state: str) -> None:
    values = {"scanned_at": OLD, "pile_id": pile_id, "row": row, "state": state}
    with ledger.write() as connection:
        connection.execute(insert(schema.waiting_labels).values(**values))


def _rows(ledger: Ledger, pile_id: int) -> list[int]:
    return [one.row for one in piles.stored_rows(ledger, pile_id)]


def test_an_old_file_goes_as_a_whole_and_a_young_one_stays(ledger: Ledger) -> None:
    old = _pile(ledger, _row(1), _row(2))
    young = _pile(ledger, _row(1), digest="young", days=29)
    left_over.forget_rest(ledger, before=BEFORE)
    assert piles.pile_named(ledger, old) is None
    assert _rows(ledger, old) == []
    assert _rows(ledger, young) == [1]


def test_held_rows_stay_with_those_of_their_parcel(ledger: Ledger) -> None:
    pile = _pile(
        ledger,
        _row(1, held=True),
        _row(2, together=1),
        _row(3),
        _row(4, together=2),
        _row(5, held=True, removed=True),
        _row(6, together=5),
    )
    left_over.forget_rest(ledger, before=BEFORE)
    # Whatever shares its box; what a person took off the desk is held by nobody.
    assert _rows(ledger, pile) == [1, 2, 4]
    assert piles.pile_named(ledger, pile) is not None


def test_rows_of_one_order_stay_together(ledger: Ledger) -> None:
    pile = _pile(ledger, _row(1), _row(2, held=True), _row(3))
    with ledger.write() as connection:
        of_first = schema.pile_rows.c.row == 2
        connection.execute(update(schema.pile_rows).where(of_first).values(same_parcel_as=1))
    left_over.forget_rest(ledger, before=BEFORE)
    assert _rows(ledger, pile) == [1, 2]


def test_rows_whose_parcel_stays_are_kept(ledger: Ledger) -> None:
    entered(ledger, ["ZAM/1"], digest="old", now=OLD)
    pile = _pile(ledger, _row(1), _row(2))
    left_over.forget_rest(ledger, before=BEFORE)
    assert _rows(ledger, pile) == [1]


@pytest.mark.parametrize(
    ("state", "stays"), [("awaited", True), ("ready", True), ("printed", False)]
)
def test_a_label_that_still_waits_keeps_its_row(ledger: Ledger, state: str, *, stays: bool) -> None:
    pile = _pile(ledger, _row(1), _row(2))
    _waits(ledger, pile, 1, state)
    left_over.forget_rest(ledger, before=BEFORE)
    assert _rows(ledger, pile) == ([1] if stays else [])
    assert (piles.pile_named(ledger, pile) is not None) is stays
    with ledger.read() as connection:
        waiting = connection.scalars(select(schema.waiting_labels.c.id)).all()
    assert len(waiting) == int(stays)


def test_runs_of_which_nothing_is_left_go(ledger: Ledger) -> None:
    kept = entered(ledger, ["ZAM/1"], digest="old", now=OLD)
    values = {"file_name": "bad.csv", "file_digest": "bad"}
    with ledger.write() as connection:
        for started in (OLD, NOW):
            made = connection.execute(
                insert(schema.runs).values(started_at=started, **values)
            ).inserted_primary_key[0]  # type: ignore[index]
            connection.execute(
                insert(schema.run_rows).values(
                    run_id=made, row=1, reference="TAJNE", outcome="invalid"
                )
            )
    left_over.forget_rest(ledger, before=BEFORE)
    with ledger.read() as connection:
        runs = connection.scalars(select(schema.runs.c.id).order_by(schema.runs.c.id)).all()
        rows = connection.scalars(select(schema.run_rows.c.run_id)).all()
    # The old one that never became a parcel is gone, the young one of the same kind is not.
    assert runs == [kept, kept + 2]
    assert rows == [kept, kept + 2]


def test_old_copies_beside_the_ledger_go_with_what_they_hold(ledger: Ledger) -> None:
    old = ledger.folder / "ledger.before-12.sqlite"
    aside = ledger.folder / "ledger.set-aside-2026.sqlite"
    other = ledger.folder / "notes.sqlite"
    for file in (old, aside, other):
        file.write_bytes(b"TAJNE")
    assert left_over.wipe(ledger, before=NOW - timedelta(days=36_500))
    assert old.exists()
    assert left_over.wipe(ledger, before=NOW + timedelta(days=36_500))
    assert [file.exists() for file in (old, aside, other)] == [False, False, True]
