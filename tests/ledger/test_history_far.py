"""Questions that nobody asks on purpose: a pasted page, the first day and the last."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from inpost_desk.domain.history import Query
from inpost_desk.ledger import history
from inpost_desk.ledger.ledger import Ledger
from tests.actions.shop import ledger_in
from tests.ledger.history_shelf import elsewhere, noted


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with ledger_in(tmp_path) as opened:
        yield opened


@pytest.mark.parametrize(
    ("words", "found"), [("a " * 3000, 1), ("9" * 100_000, 0)], ids=["many", "long"]
)
def test_a_pasted_page_is_no_trouble(ledger: Ledger, words: str, found: int) -> None:
    noted(ledger, elsewhere(1))
    query = Query(words=words)
    assert len(history.find(ledger, query)) == found
    assert sum(history.counts(ledger, query).phases.values()) == found


def test_from_the_first_day_to_the_last(ledger: Ledger) -> None:
    noted(ledger, elsewhere(1))
    assert len(history.find(ledger, Query(since=date.min, until=date.max))) == 1
