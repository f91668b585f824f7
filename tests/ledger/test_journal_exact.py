"""What the journal writes where, to the row and the second: found missing by the mutation run."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select, update

from inpost_desk.domain.shipment import BatchId
from inpost_desk.errors import LedgerTrouble
from inpost_desk.ledger import changes, journal, mirrored, orders, restored, schema, seen
from inpost_desk.ledger.ledger import Ledger, local_now
from inpost_desk.ledger.orders import Row, RunFile
from tests.ledger.pile import NOW, a_shipment, an_order, entered

LATER = NOW + timedelta(minutes=9)


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    ledger = Ledger(tmp_path / "ledger")
    yield ledger
    ledger.close()


def _claim(ledger: Ledger, run_id: int, *, limit: int = 10, mode: str = "") -> journal.Claim:
    claimed = journal.claim(ledger, run_id, limit=limit, now=NOW, mode=mode)
    assert claimed is not None
    return claimed


def _of(ledger: Ledger, table: Any, *names: str) -> list[Any]:
    """Columns of a table, in the order of its ids."""
    query = select(*(table.c[name] for name in names)).order_by(table.c.id)
    with ledger.read() as connection:
        return [one[0] if len(names) == 1 else tuple(one) for one in connection.execute(query)]


def test_a_claim_is_a_creating_call_of_the_next_minutes(ledger: Ledger) -> None:
    run_id = entered(ledger, ["A", "B", "C"])
    before = local_now()
    calls = [_claim(ledger, run_id, limit=2), _claim(ledger, run_id)]
    assert {one.kind for one in calls} == set(journal.CREATING)
    for one in calls:
        assert before <= one.lease_until - journal.LEASE <= local_now()
    # The longest creating call, its connection and some more.
    assert timedelta(seconds=200) < journal.LEASE < timedelta(seconds=300)
    assert len({one.call for one in calls}) == 2
    assert [step.sent_at for step in journal.open_steps(ledger)] == [NOW] * 3
    assert _of(ledger, schema.steps, "run_id", "owner") == [(run_id, ledger.owner.id)] * 3


def test_nothing_up_to_the_newest_shipment_can_come_of_a_call(ledger: Ledger) -> None:
    run_id = entered(ledger, ["A", "B"])
    first = _claim(ledger, run_id, limit=1)
    assert first.after == 0
    journal.made(ledger, [(first.rows[0].step_id, a_shipment(7))], now=NOW)
    assert _claim(ledger, run_id).after == 7
    (step,) = journal.open_steps(ledger)
    assert (step.after, step.wanted.after) == (7, 7)


def test_how_it_is_paid_is_noted_for_the_claimed_parcels_alone(ledger: Ledger) -> None:
    run_id = entered(ledger, ["A", "B"])
    assert [one.mode for one in _claim(ledger, run_id, limit=1, mode="offers").rows] == ["offers"]
    assert _of(ledger, schema.shipments, "mode") == ["offers", ""]


def test_a_draft_says_itself_how_it_is_paid(ledger: Ledger) -> None:
    rows = [
        Row(1, "A", an_order("A"), wish="{}", mode="call"),
        Row(2, "B", an_order("B", "501200301")),
    ]
    keys = (f"key-{number}" for number in count())
    run_id = orders.enter_run(
        ledger, RunFile("drafts", "drafts"), rows, now=NOW, day="02-03", new_key=keys
    )
    assert run_id is not None
    claimed = _claim(ledger, run_id, mode="offers")
    assert [(one.wish, one.mode) for one in claimed.rows] == [("{}", "call"), ("", "offers")]
    assert _of(ledger, schema.shipments, "mode") == ["call", "offers"]


def test_only_narrows_a_claim(ledger: Ledger) -> None:
    run_id = entered(ledger, ["A", "B"])
    second = _of(ledger, schema.shipments, "id")[1]
    claimed = journal.claim(ledger, run_id, limit=5, now=NOW, only=[second])
    assert claimed is not None
    assert [one.shipment_id for one in claimed.rows] == [second]
    assert journal.any_left(ledger, run_id)
    assert journal.claim(ledger, run_id, limit=5, now=NOW, only=[second]) is None
    _claim(ledger, run_id)
    assert not journal.any_left(ledger, run_id)


@pytest.mark.parametrize(
    ("table", "name", "value"),
    [
        (schema.orders, "held", True),
        (schema.orders, "taken_over", True),
        (schema.shipments, "do_not_send", True),
        (schema.shipments, "refused_rule", "does_not_exist"),
        (schema.shipments, "shipx_id", 7),
    ],
)
def test_what_must_not_be_sent_is_not_claimed(
    ledger: Ledger, table: Any, name: str, value: object
) -> None:
    run_id = entered(ledger, ["A", "B"])
    with ledger.write() as connection:
        connection.execute(update(table).where(table.c.id == 1).values({name: value}))
    assert [one.order.reference for one in _claim(ledger, run_id).rows] == ["B"]


def test_a_run_claims_its_own_parcels(ledger: Ledger) -> None:
    entered(ledger, ["A"], digest="one")
    second = entered(ledger, ["B"], digest="two")
    assert [one.order.reference for one in _claim(ledger, second).rows] == ["B"]


def test_letting_one_call_go_leaves_the_others_alone(ledger: Ledger) -> None:
    run_id = entered(ledger, ["A", "B", "C"])
    lost, going_on = (_claim(ledger, run_id, limit=1) for _ in range(2))
    journal.not_done(ledger, [_claim(ledger, run_id).rows[0].step_id], now=NOW, why="not_sent")
    journal.let_go(ledger, lost.call, now=LATER)
    steps = {step.call: step for step in journal.open_steps(ledger)}
    assert [steps[one.call].living for one in (lost, going_on)] == [False, True]
    assert [steps[one.call].newest_at for one in (lost, going_on)] == [LATER, None]
    journal.let_go(ledger, going_on.call, now=LATER)
    assert _of(ledger, schema.steps, "newest_at") == [LATER, LATER, None]


def test_what_was_closed_is_not_let_go(ledger: Ledger) -> None:
    claimed = _claim(ledger, entered(ledger, ["A", "B"]))
    journal.not_done(ledger, [claimed.rows[0].step_id], now=NOW, why="not_sent")
    journal.let_go(ledger, claimed.call, now=LATER)
    assert _of(ledger, schema.steps, "newest_at") == [None, LATER]


def test_a_look_is_noted_at_its_steps(ledger: Ledger) -> None:
    claimed = _claim(ledger, entered(ledger, ["A", "B"]))
    first = claimed.rows[0].step_id
    journal.looked(ledger, [first], now=LATER, newest=False)
    one, other = journal.open_steps(ledger)
    assert (one.looks, one.looked_at, one.newest_at, one.undecided) == (1, LATER, None, "")
    assert (other.looks, other.looked_at) == (0, None)
    last = LATER + timedelta(minutes=1)
    journal.looked(ledger, [first], now=last, newest=True, counts=False, undecided="too_old")
    one, other = journal.open_steps(ledger)
    assert (one.looks, one.looked_at, one.newest_at, one.undecided) == (1, last, last, "too_old")
    assert (other.newest_at, other.undecided) == (None, "")


def test_a_step_is_closed_once_and_for_itself(ledger: Ledger) -> None:
    claimed = _claim(ledger, entered(ledger, ["A", "B"]))
    first = claimed.rows[0].step_id
    journal.refused(ledger, [(first, "f" * 70, "r" * 100)], now=NOW)
    journal.refused(ledger, [(first, "other", "rule")], now=LATER)
    journal.not_done(ledger, [first], now=LATER, why="absent")
    assert _of(ledger, schema.steps, "outcome", "ended_at") == [("refused", NOW), (None, None)]
    journal.not_done(ledger, [claimed.rows[1].step_id], now=LATER, why="w" * 20)
    assert _of(ledger, schema.steps, "outcome", "ended_at")[1] == ("w" * 16, LATER)
    marks = _of(ledger, schema.shipments, "refused_field", "refused_rule")
    assert marks == [("f" * 64, "r" * 96), ("", "")]


def test_a_batch_is_that_of_its_own_call(ledger: Ledger) -> None:
    run_id = entered(ledger, ["A", "B", "C", "D"])
    first, second = (_claim(ledger, run_id, limit=2) for _ in range(2))
    journal.batch_accepted(ledger, first, BatchId(5), run_id=run_id, now=LATER)
    batches = {step.call: step.batch_id for step in journal.open_steps(ledger)}
    assert batches == {first.call: 5, second.call: None}
    with ledger.read() as connection:
        (noted,) = connection.execute(select(schema.batches)).all()
    assert tuple(noted) == (5, run_id, 2, LATER)


def test_an_open_step_knows_whom_it_is_for(ledger: Ledger) -> None:
    _claim(ledger, entered(ledger, ["A"], digest="one"))
    second = entered(ledger, ["B"], digest="two")
    claimed = _claim(ledger, second)
    (step,) = journal.open_steps(ledger, run_id=second)
    assert (step.call, step.kind, step.shipment_id) == (
        claimed.call,
        "create",
        claimed.rows[0].shipment_id,
    )
    wanted = step.wanted
    assert (wanted.key, wanted.reference) == (claimed.rows[0].key, "B")
    assert (wanted.phone, wanted.email) == ("501200001", "501200001@example.test")
    assert (wanted.last_name, wanted.company) == ("Nowak 501200001", "")
    assert [step.id for step in journal.open_steps(ledger)] == [1, 2]


def test_a_parcel_that_is_known_to_be_that_shipment_closes_its_step(ledger: Ledger) -> None:
    claimed = _claim(ledger, entered(ledger, ["A"]))
    with ledger.write() as connection:
        connection.execute(update(schema.shipments).values(shipx_id=7))
    assert journal.made(ledger, [(claimed.rows[0].step_id, a_shipment(7))], now=NOW) == []
    assert journal.open_steps(ledger) == []


def test_a_change_of_a_parcel_made_elsewhere_is_looked_for_by_nothing(ledger: Ledger) -> None:
    mirrored.mirror(ledger, [a_shipment(7)], ours=[], now=NOW)
    change = changes.Change(a_shipment(7))
    assert changes.claim_change(ledger, "cancel", [change], now=NOW) is not None
    (step,) = journal.open_steps(ledger)
    assert (step.shipx_id, step.wanted.key, step.wanted.reference) == (7, "", "")
    assert (step.wanted.phone, step.wanted.email) == ("", "")
    assert (step.wanted.last_name, step.wanted.company) == ("", "")


def test_a_ledger_that_goes_on_elsewhere_claims_nothing(ledger: Ledger) -> None:
    run_id = entered(ledger, ["A"])
    restored.move(ledger, NOW)
    with pytest.raises(LedgerTrouble) as trouble:
        journal.claim(ledger, run_id, limit=1, now=NOW)
    assert trouble.value.rule == "moved"
    assert _of(ledger, schema.steps, "id") == []


def test_a_parcel_that_inpost_cancelled_says_so_and_is_not_claimed(ledger: Ledger) -> None:
    run_id = entered(ledger, ["A"])
    made = [(_claim(ledger, run_id).rows[0].step_id, a_shipment(7))]
    journal.made(ledger, made, now=NOW)
    seen.saw(ledger, [a_shipment(7, status="canceled")], now=LATER)
    marks = _of(ledger, schema.shipments, "refused_field", "refused_rule", "seen_at")
    assert marks == [("status", "canceled", LATER)]
    assert seen.made_between(ledger, NOW, LATER) == frozenset()
