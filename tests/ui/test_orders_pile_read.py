"""A pile read once more: what has changed is found out on the lane."""

from __future__ import annotations

from datetime import UTC, datetime

from inpost_desk.domain.pile import Pile, PileRow
from inpost_desk.domain.stage import Stage
from inpost_desk.ui.orders.pile_jobs import compared

PILE = Pile(1, "orders.csv", "orders.csv", "digest", datetime(2026, 1, 1, tzinfo=UTC), 2)
READY = PileRow(1, 2, "A", Stage.READY)
OTHER = PileRow(2, 3, "B", Stage.READY)


def test_only_rows_that_are_others_now_are_told() -> None:
    printed = OTHER._replace(stage=Stage.PRINTED)
    again = compared(PILE, [READY, printed], {1: READY, 2: OTHER})
    assert again.fresh == [printed]
    assert again.found == {1: READY, 2: printed}


def test_a_row_that_is_gone_makes_it_another_list() -> None:
    assert compared(PILE, [READY], {1: READY, 2: OTHER}).fresh is None
