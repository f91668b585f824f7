"""The journal of prints: what is on paper, what may be, and whose it is to say."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from inpost_desk.ledger import prints
from inpost_desk.ledger.ledger import Ledger
from inpost_desk.ledger.prints import PrintState
from inpost_desk.ledger.schema import shipments
from tests.ledger.pile import entered

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    return Ledger(tmp_path)


def pile(ledger: Ledger, count: int) -> list[int]:
    """Shipments to print, in their order."""
    entered(ledger, [f"ZAM-{place}" for place in range(count)])
    with ledger.read() as connection:
        return list(connection.scalars(select(shipments.c.id).order_by(shipments.c.id)))


def claim(ledger: Ledger, some: list[int], *, reason: str = "") -> str:
    job = prints.claim(ledger, some, printer="Zebra", reason=reason, now=NOW)
    assert job
    return job


def test_a_label_goes_from_sending_to_done(ledger: Ledger) -> None:
    some = pile(ledger, 3)
    assert prints.printed_states(ledger) == {}
    job = claim(ledger, some[:2])
    assert prints.printed_states(ledger) == dict.fromkeys(some[:2], PrintState.SENDING)
    prints.sent(ledger, job, "17", can_tell=True, now=NOW)
    assert prints.printed_states(ledger, some[1:]) == {some[1]: PrintState.SENT}
    (open_job,) = prints.open_jobs(ledger, printer="Zebra")
    assert (open_job.printer_job, open_job.shipments) == ("17", tuple(some[:2]))
    prints.ended(ledger, job, PrintState.DONE, now=NOW + timedelta(seconds=2))
    assert prints.printed_states(ledger) == dict.fromkeys(some[:2], PrintState.DONE)
    assert prints.open_jobs(ledger, printer="Zebra") == []


def test_a_printer_that_cannot_tell_leaves_nothing_open(ledger: Ledger) -> None:
    some = pile(ledger, 1)
    prints.sent(ledger, claim(ledger, some), "", can_tell=False, now=NOW)
    assert prints.printed_states(ledger) == {some[0]: PrintState.SENT}
    assert prints.open_jobs(ledger, printer="Zebra") == []


@pytest.mark.parametrize("state", [PrintState.DONE, PrintState.SENT, PrintState.SENDING])
def test_what_is_on_paper_is_claimed_for_a_reason_only(ledger: Ledger, state: PrintState) -> None:
    some = pile(ledger, 2)
    job = claim(ledger, some[:1])
    if state != PrintState.SENDING:
        prints.ended(ledger, job, state, now=NOW)
    assert prints.claim(ledger, some, printer="Zebra", reason="", now=NOW) is None
    assert prints.printed_states(ledger) == {some[0]: state}
    again = claim(ledger, some, reason="bad_print")
    assert prints.printed_states(ledger) == dict.fromkeys(some, PrintState.SENDING)
    prints.ended(ledger, again, PrintState.FAILED, now=NOW)
    # Printed again in vain: what was on paper before still is, the other may be printed.
    assert prints.printed_states(ledger) == {some[0]: state}


@pytest.mark.parametrize("state", [PrintState.FAILED, PrintState.CANCELLED])
def test_what_did_not_print_may_be_printed(ledger: Ledger, state: PrintState) -> None:
    some = pile(ledger, 1)
    prints.ended(ledger, claim(ledger, some), state, now=NOW)
    assert claim(ledger, some)


def test_only_what_nobody_sends_any_more_is_in_doubt(ledger: Ledger, tmp_path: Path) -> None:
    some = pile(ledger, 4)
    other = Ledger(tmp_path)
    claim(ledger, some[:1])
    claim(other, some[1:3])
    assert prints.maybe_printed(ledger) == []
    assert prints.maybe_printed(other) == []
    other.close()
    assert prints.maybe_printed(ledger) == some[1:3]
    job = claim(ledger, some[3:])
    prints.let_go(ledger, job)
    assert prints.maybe_printed(ledger) == some[1:]


def test_a_person_decides_what_is_in_doubt_and_nothing_else(ledger: Ledger) -> None:
    some = pile(ledger, 4)
    prints.ended(ledger, claim(ledger, some[:1]), PrintState.DONE, now=NOW)
    prints.let_go(ledger, claim(ledger, some[1:3]))
    claim(ledger, some[3:])
    prints.decide(ledger, [*some[:2], some[3]], printed=False, now=NOW)
    assert prints.printed_states(ledger) == {
        some[0]: PrintState.DONE,
        some[1]: PrintState.FAILED,
        some[2]: PrintState.SENDING,
        some[3]: PrintState.SENDING,
    }
    prints.decide(ledger, some, printed=True, now=NOW)
    assert prints.printed_states(ledger)[some[2]] == PrintState.DONE
    assert prints.maybe_printed(ledger) == []
    assert claim(ledger, [some[1]])


def test_printing_again_settles_the_doubt(ledger: Ledger) -> None:
    some = pile(ledger, 1)
    prints.let_go(ledger, claim(ledger, some))
    prints.ended(ledger, claim(ledger, some, reason="lost"), PrintState.DONE, now=NOW)
    assert prints.maybe_printed(ledger) == []


@pytest.mark.parametrize("state", [PrintState.FAILED, PrintState.CANCELLED])
def test_a_print_in_vain_leaves_the_doubt_before_it(ledger: Ledger, state: PrintState) -> None:
    some = pile(ledger, 2)
    prints.let_go(ledger, claim(ledger, some))
    prints.ended(ledger, claim(ledger, some[:1], reason="lost"), state, now=NOW)
    prints.held_back(ledger, some[1], "damaged", printer="Zebra", now=NOW)
    assert prints.maybe_printed(ledger) == some
    prints.decide(ledger, some, printed=False, now=NOW)
    assert prints.maybe_printed(ledger) == []
    assert claim(ledger, some)


def test_who_follows_a_job_changes_nothing_that_has_ended(ledger: Ledger) -> None:
    some = pile(ledger, 1)
    job = claim(ledger, some)
    prints.ended(ledger, job, PrintState.FAILED, detail="decided", now=NOW)
    prints.doubt(ledger, job)
    prints.ended(ledger, job, PrintState.DONE, now=NOW)
    assert prints.printed_states(ledger) == {some[0]: PrintState.FAILED}
    assert prints.maybe_printed(ledger) == []


def test_a_document_at_the_printer_has_nothing_to_say_yet(ledger: Ledger) -> None:
    job = claim(ledger, pile(ledger, 1))
    prints.sent(ledger, job, "17", can_tell=True, now=NOW)
    assert [one.detail for one in prints.last_jobs(ledger)] == [""]


def test_the_last_jobs_are_listed_newest_first(ledger: Ledger) -> None:
    some = pile(ledger, 5)
    first = claim(ledger, some[:3])
    prints.ended(ledger, first, PrintState.DONE, now=NOW)
    slip = prints.claim_document(ledger, "slip", printer="Zebra", now=NOW)
    prints.sent(ledger, slip, "18", can_tell=True, now=NOW)
    # In the pile's order, whatever the numbers of the shipments are.
    last = claim(ledger, [some[4], some[3]], reason="wrong_order")
    found = prints.last_jobs(ledger)
    assert [one.job for one in found] == [last, slip, first]
    assert [one.shipments for one in found] == [(some[4], some[3]), (), tuple(some[:3])]
    assert [one.document for one in found] == ["label", "slip", "label"]
    assert (found[0].reason, found[0].detail) == ("wrong_order", "")
    assert [one.job for one in prints.last_jobs(ledger, limit=1)] == [last]
    assert prints.printed_states(ledger).keys() == set(some)


def test_states_of_a_large_pile_are_picked_out(ledger: Ledger) -> None:
    some = pile(ledger, 1_500)
    job = claim(ledger, some)
    prints.ended(ledger, job, PrintState.DONE, now=NOW)
    assert len(prints.printed_states(ledger, some[100:1_400])) == 1_300
    assert len(prints.printed_states(ledger, some[:5])) == 5
    assert prints.printed_states(ledger, []) == {}
