"""What counts as sent before, and what does not any more: found missing by the mutation run."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import count
from pathlib import Path

import pytest

from inpost_desk.ledger import earlier, journal, mirrored, orders, seen
from inpost_desk.ledger.earlier import Earlier, Sought
from inpost_desk.ledger.ledger import Ledger
from inpost_desk.ledger.orders import Row, RunFile
from inpost_desk.ledger.seen import LabelFile
from tests.ledger.pile import NOW, a_shipment, an_order


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    """With a file of two orders, `C` in the box of `A`; `B` stays unsent."""
    ledger = Ledger(tmp_path / "ledger")
    rows = [
        Row(1, "A", an_order("A")),
        Row(2, "B", an_order("B", "501200301")),
        Row(3, "C", an_order("C"), same_parcel_as=1),
    ]
    keys = (f"key-{number}" for number in count())
    orders.enter_run(ledger, RunFile("f", "file"), rows, now=NOW, day="02-03", new_key=keys)
    yield ledger
    ledger.close()


def _before(ledger: Ledger, *references: str, digest: str = "other") -> dict[str, Earlier]:
    sought = [Sought(row, one, an_order(one)) for row, one in enumerate(references, start=1)]
    found = earlier.sent_before(ledger, sought, digest=digest)
    return {references[row - 1]: one for row, one in found.items()}


def _step(ledger: Ledger) -> int:
    """The step that asks for `A`."""
    claimed = journal.claim(ledger, 1, limit=1, now=NOW)
    assert claimed is not None
    return claimed.rows[0].step_id


def test_what_was_never_asked_for_may_be_sent(ledger: Ledger) -> None:
    assert _before(ledger, "A", "B", "C") == {}
    assert earlier.rows_before(ledger, "file") == {}


def test_what_may_be_at_inpost_counts_until_it_surely_is_not(ledger: Ledger) -> None:
    step = _step(ledger)
    unsure = Earlier(1, None, finished=False)
    assert _before(ledger, " a ", "B", "C") == {" a ": unsure, "C": unsure}
    assert _before(ledger, "A", "C", digest="file") == {}
    assert earlier.rows_before(ledger, "file") == {1: False}
    journal.not_done(ledger, [step], now=NOW, why="not_sent")
    assert _before(ledger, "A", "C") == {}
    assert earlier.rows_before(ledger, "file") == {}


def test_what_a_person_gave_up_counts_for_its_own_file(ledger: Ledger) -> None:
    journal.not_done(ledger, [_step(ledger)], now=NOW, why=earlier.DECIDED_ABSENT)
    assert _before(ledger, "A") == {}
    assert earlier.rows_before(ledger, "file") == {1: False}


def test_it_is_finished_with_number_and_good_label(ledger: Ledger) -> None:
    journal.made(ledger, [(_step(ledger), a_shipment(7))], now=NOW)
    for finding in (None, "unreadable", ""):
        if finding is not None:
            seen.store_labels(ledger, [LabelFile(1, "7.pdf", 1, "", 1, finding)], now=NOW)
        assert _before(ledger, "A", "C") == dict.fromkeys("AC", Earlier(1, 7, finished=False))
    seen.saw(ledger, [a_shipment(7, status="confirmed")], now=NOW)
    assert _before(ledger, "A", "C") == dict.fromkeys("AC", Earlier(1, 7, finished=True))
    assert earlier.rows_before(ledger, "file") == {1: True}


def test_what_was_cancelled_may_be_sent_again(ledger: Ledger) -> None:
    journal.made(ledger, [(_step(ledger), a_shipment(7))], now=NOW)
    seen.saw(ledger, [a_shipment(7, status="canceled")], now=NOW)
    assert _before(ledger, "A", "C") == {}


def test_what_was_made_elsewhere_is_finished_whatever_it_is(ledger: Ledger) -> None:
    mirrored.mirror(ledger, [replace(a_shipment(9), reference="B")], ours=[], now=NOW)
    assert _before(ledger, "A", "B") == {"B": Earlier(None, 9, finished=True)}
    assert _before(ledger, "B", digest="file") == {"B": Earlier(None, 9, finished=True)}


def test_a_part_is_found_under_its_order_s_reference(ledger: Ledger) -> None:
    mirrored.mirror(ledger, [replace(a_shipment(9), reference="ZAM/1-2/3")], ours=[], now=NOW)
    assert set(_before(ledger, "ZAM/1", "zam/1-2/3", "ZAM/1-1/3")) == {"ZAM/1", "zam/1-2/3"}
    assert earlier.base_of("21-11/007") == "21-11/007"
