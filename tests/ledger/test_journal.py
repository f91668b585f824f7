from __future__ import annotations

import threading
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import insert, select, update

from inpost_desk.domain.shipment import BatchId, OfferId
from inpost_desk.errors import LedgerTrouble
from inpost_desk.ledger import changes, journal, mirrored, report, schema, seen
from inpost_desk.ledger.changes import Change
from inpost_desk.ledger.ledger import Ledger, local_now
from tests.ledger.pile import NOW, a_shipment, entered


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    ledger = Ledger(tmp_path / "ledger")
    yield ledger
    ledger.close()


def _claim(ledger: Ledger, run_id: int, limit: int = 10) -> journal.Claim:
    claimed = journal.claim(ledger, run_id, limit=limit, now=NOW)
    assert claimed is not None
    return claimed


def _steps(claimed: journal.Claim) -> list[int]:
    return [one.step_id for one in claimed.rows]


def test_a_claim_takes_the_next_parcels_of_the_pile_and_nobody_else_gets_them(
    ledger: Ledger,
) -> None:
    run_id = entered(ledger, ["A", "B", "C"])
    first = _claim(ledger, run_id, limit=2)
    assert (first.kind, [one.order.reference for one in first.rows]) == ("batch", ["A", "B"])
    assert [one.key for one in first.rows] == ["key-A-file", "key-B-file"]
    second = _claim(ledger, run_id)
    assert (second.kind, [one.order.reference for one in second.rows]) == ("create", ["C"])
    assert journal.claim(ledger, run_id, limit=2, now=NOW) is None


def test_the_database_itself_allows_one_open_step_per_parcel(ledger: Ledger) -> None:
    run_id = entered(ledger, ["A"])
    claimed = _claim(ledger, run_id)
    again = {
        "shipment_id": claimed.rows[0].shipment_id,
        "call": "other",
        "kind": "create",
        "lease_until": NOW,
        "sent_at": NOW,
    }
    with pytest.raises(LedgerTrouble), ledger.write() as connection:
        connection.execute(insert(schema.steps).values(**again))
    journal.not_done(ledger, _steps(claimed), now=NOW, why="not_sent")
    with ledger.write() as connection:
        connection.execute(insert(schema.steps).values(**again))


def test_what_was_surely_not_done_may_be_claimed_again(ledger: Ledger) -> None:
    run_id = entered(ledger, ["A"])
    claimed = _claim(ledger, run_id)
    journal.not_done(ledger, _steps(claimed), now=NOW, why="not_sent")
    assert [one.key for one in _claim(ledger, run_id).rows] == [claimed.rows[0].key]


def test_refused_parcels_are_not_claimed_until_the_file_is_started_again(ledger: Ledger) -> None:
    run_id = entered(ledger, ["A", "B"])
    claimed = _claim(ledger, run_id)
    journal.refused(ledger, [(claimed.rows[0].step_id, "point", "does_not_exist")], now=NOW)
    journal.not_done(ledger, [claimed.rows[1].step_id], now=NOW, why="batch_refused")
    assert [one.order.reference for one in _claim(ledger, run_id).rows] == ["B"]
    rows = report.standing_of_run(ledger, run_id)
    assert (rows[0].outcome, rows[0].field, rows[0].rule) == ("refused", "point", "does_not_exist")
    again = entered(ledger, ["A", "B"])
    assert [one.order.reference for one in _claim(ledger, again).rows] == ["A"]


def test_a_lease_lives_as_long_as_its_process(ledger: Ledger, tmp_path: Path) -> None:
    other = Ledger(tmp_path / "ledger")
    run_id = entered(other, ["A"])
    _claim(other, run_id)
    (step,) = journal.open_steps(ledger)
    assert (step.living, step.held) == (True, True)
    assert report.standing_of_run(ledger, run_id)[0].rule == "under_way"
    other.close()
    (step,) = journal.open_steps(ledger)
    assert (step.living, step.held) == (False, False)
    assert report.standing_of_run(ledger, run_id)[0].outcome == "unsure"


def test_an_overdue_lease_is_unsure_but_still_held_by_its_process(ledger: Ledger) -> None:
    _claim(ledger, entered(ledger, ["A"]))
    overdue = local_now() - timedelta(seconds=1)
    with ledger.write() as connection:
        connection.execute(update(schema.steps).values(lease_until=overdue))
    (step,) = journal.open_steps(ledger)
    assert (step.living, step.held) == (False, True)


def test_letting_go_ends_lease_and_hold_and_starts_the_quiet_time(ledger: Ledger) -> None:
    claimed = _claim(ledger, entered(ledger, ["A"]))
    later = NOW + timedelta(minutes=9)
    journal.let_go(ledger, claimed.call, now=later)
    (step,) = journal.open_steps(ledger)
    assert (step.living, step.held, step.sent_at, step.newest_at) == (False, False, NOW, later)


def test_made_closes_the_step_and_notes_the_shipment_together(ledger: Ledger) -> None:
    run_id = entered(ledger, ["A"])
    claimed = _claim(ledger, run_id)
    shipment = a_shipment(7, status="confirmed")
    assert journal.made(ledger, [(_steps(claimed)[0], shipment)], now=NOW) == []
    assert journal.open_steps(ledger) == []
    (known,) = seen.of_run(ledger, run_id)
    assert (known.shipx_id, known.tracking_number) == (7, shipment.tracking_number)
    assert journal.claim(ledger, run_id, limit=1, now=NOW) is None


def test_made_overwrites_nothing(ledger: Ledger) -> None:
    run_id = entered(ledger, ["A", "B"])
    first, second = _steps(_claim(ledger, run_id))
    assert journal.made(ledger, [(first, a_shipment(7))], now=NOW) == []
    # The step is closed; the shipment belongs to another parcel; there is no such step.
    assert journal.made(ledger, [(first, a_shipment(8))], now=NOW) == [8]
    assert journal.made(ledger, [(second, a_shipment(7))], now=NOW) == [7]
    assert journal.made(ledger, [(999, a_shipment(9))], now=NOW) == [9]
    assert [step.id for step in journal.open_steps(ledger)] == [second]
    assert [one.shipx_id for one in seen.of_run(ledger, run_id)] == [7]


def test_a_parcel_mirrored_before_its_owner_was_known_is_taken_over(ledger: Ledger) -> None:
    run_id = entered(ledger, ["A"])
    claimed = _claim(ledger, run_id)
    mirrored.mirror(ledger, [a_shipment(7)], ours=[], now=NOW)
    assert journal.made(ledger, [(_steps(claimed)[0], a_shipment(7))], now=NOW) == []
    with ledger.read() as connection:
        assert connection.scalars(select(schema.shipments.c.shipx_id)).all() == [7]


def test_an_accepted_batch_is_remembered_with_its_steps_and_its_run(ledger: Ledger) -> None:
    run_id = entered(ledger, ["A", "B"])
    journal.batch_accepted(ledger, _claim(ledger, run_id), BatchId(5), run_id=run_id, now=NOW)
    assert {step.batch_id for step in journal.open_steps(ledger)} == {5}
    standing = report.run_named(ledger, run_id)
    assert standing is not None
    assert standing.batches == (5,)


def test_one_payment_at_a_time(ledger: Ledger) -> None:
    run_id = entered(ledger, ["A"])
    shipment = a_shipment(7, status="offer_selected", transactions=["failure"])
    wanted = [Change(shipment, OfferId(1))]
    assert changes.claim_change(ledger, changes.BUY, wanted, now=NOW) is None
    journal.made(ledger, [(_steps(_claim(ledger, run_id))[0], shipment)], now=NOW)
    claimed = changes.claim_change(ledger, changes.BUY, wanted, now=NOW)
    assert claimed is not None
    for kind in changes.CHANGING:
        assert changes.claim_change(ledger, kind, wanted, now=NOW) is None
    (step,) = journal.open_steps(ledger)
    assert (step.kind, step.offer_id, step.transaction_before) == ("buy", 1, 70)
    changes.called_off(ledger, claimed.call, now=NOW, why="offer_expired")
    assert changes.claim_change(ledger, changes.BUY, wanted, now=NOW) is not None


def test_an_older_reading_never_undoes_a_newer_one(ledger: Ledger) -> None:
    run_id = entered(ledger, ["A"])
    step = _steps(_claim(ledger, run_id))[0]
    failed = a_shipment(7, status="offer_selected", transactions=["failure"])
    paying = a_shipment(7, status="offer_selected", transactions=["failure", "initiated"])
    bought = a_shipment(7, status="confirmed", transactions=["failure", "success"])
    journal.made(ledger, [(step, a_shipment(7))], now=NOW)
    for reading, error in ((failed, "debt_collection"), (paying, ""), (failed, "")):
        seen.saw(ledger, [reading], now=NOW)
        assert seen.of_run(ledger, run_id)[0].payment_error == error
    for reading in (bought, paying, a_shipment(7)):
        seen.saw(ledger, [reading], now=NOW)
        assert seen.of_run(ledger, run_id)[0].paid
    # It is there, so the mirror does not note it a second time.
    mirrored.mirror(ledger, [paying], ours=[], now=NOW)


def test_entering_the_same_file_again_finds_the_same_orders(ledger: Ledger) -> None:
    first = entered(ledger, ["A", "B"])
    claimed = _claim(ledger, first)
    second = entered(ledger, ["A", "B"])
    assert second != first
    assert journal.claim(ledger, second, limit=5, now=NOW) is None
    assert len(journal.open_steps(ledger, run_id=second)) == len(claimed.rows)


def test_a_file_is_not_entered_when_a_reference_was_sent_meanwhile(ledger: Ledger) -> None:
    assert entered(ledger, ["A"], digest="one", unsent=["A"])
    run_id = entered(ledger, ["A", "B"], digest="two", unsent=["A", "B"])
    # The newer file took over what the older one had not sent.
    assert [one.key for one in _claim(ledger, run_id).rows] == ["key-A-two", "key-B-two"]
    assert not entered(ledger, ["a "], digest="three", unsent=["a "])


def test_many_at_once_claim_every_parcel_once(tmp_path: Path) -> None:
    ledgers = [Ledger(tmp_path / "ledger") for _ in range(4)]
    names = [f"R{number}" for number in range(40)]
    taken: list[str] = []

    def work(ledger: Ledger) -> None:
        run_id = entered(ledger, names)
        while (claimed := journal.claim(ledger, run_id, limit=3, now=NOW)) is not None:
            taken.extend(one.order.reference for one in claimed.rows)

    threads = [threading.Thread(target=work, args=(ledger,)) for ledger in ledgers]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for ledger in ledgers:
        ledger.close()
    assert sorted(taken) == sorted(names)
