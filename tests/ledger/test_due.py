"""Whom InPost is asked about: nobody for ever, and nobody is said to be left behind who was not to leave."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from inpost_desk.domain.hand_over import Left
from inpost_desk.ledger import due, hand_overs
from inpost_desk.ledger.ledger import Ledger
from tests.actions.shop import ledger_in
from tests.ledger.history_shelf import elsewhere, noted, row_of
from tests.ledger.pile import NOW


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with ledger_in(tmp_path) as opened:
        yield opened


def test_what_inpost_never_shows_is_not_asked_about_for_ever(ledger: Ledger) -> None:
    old, young = elsewhere(1), elsewhere(2, updated_at=NOW + timedelta(days=50))
    noted(ledger, old, young)
    late = NOW + timedelta(days=61)
    asked, _ = due.due(ledger, now=late, most=10)
    assert {one.shipx_id for one in asked} == {old.id, young.id}
    due.put_off(ledger, [one.id for one in asked], now=late, until=late + timedelta(minutes=30))
    later, count = due.due(ledger, now=late + timedelta(hours=1), most=10)
    assert ([one.shipx_id for one in later], count) == ([young.id], 1)


def test_what_was_not_to_be_sent_is_not_left_behind(ledger: Ledger) -> None:
    noted(ledger, elsewhere(1), elsewhere(2))
    stays, ended = row_of(ledger, "OBCA/1").id, row_of(ledger, "OBCA/2").id
    over = hand_overs.begin(ledger, pickup_id=None, ids=[stays, ended])
    hand_overs.decide_left(ledger, over.id, [stays], Left.STAYS)
    hand_overs.decide_left(ledger, over.id, [ended], Left.CANCELLED)
    hand_overs.finish(ledger, over.id)
    assert [one.id for one in due.prepared(ledger)] == [stays]
