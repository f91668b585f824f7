"""Changes nobody knows the end of: given up only once they surely are not sent any more."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import update

from inpost_desk.actions.settle_changes import Horizon, settle_changes
from inpost_desk.domain.shipment import OfferId
from inpost_desk.ledger import changes, journal, schema
from inpost_desk.ledger.changes import Change, ChangeClaim
from inpost_desk.ledger.ledger import local_now
from tests.actions.offer_shop import Shop

HOUR = timedelta(hours=1)


def _claimed(shop: Shop, kind: str) -> ChangeClaim:
    """Noted an hour ago, as by a machine that slept before it could send."""
    found = shop.offered()
    change = Change(shop.client.shipment(shop.truth()[0]["id"]), OfferId(found.offers[0].id))
    claimed = changes.claim_change(shop.ledger, kind, [change], now=shop.client.now() - HOUR)
    assert claimed is not None
    return claimed


@pytest.mark.parametrize("kind", sorted(changes.CHANGING))
def test_what_a_running_process_may_still_send_is_not_given_up(shop: Shop, kind: str) -> None:
    _claimed(shop, kind)
    with shop.ledger.write() as connection:
        overdue = local_now() - timedelta(seconds=1)
        connection.execute(update(schema.steps).values(lease_until=overdue))
    assert settle_changes(shop.ledger, shop.client, horizon=Horizon()) == (0, 1)
    (step,) = journal.open_steps(shop.ledger)
    assert (step.living, step.held) == (False, True)


@pytest.mark.parametrize("kind", sorted(changes.CHANGING))
def test_the_horizon_counts_from_the_end_of_the_call(shop: Shop, kind: str) -> None:
    claimed = _claimed(shop, kind)
    now = shop.client.now()
    journal.let_go(shop.ledger, claimed.call, now=now)
    assert settle_changes(shop.ledger, shop.client, horizon=Horizon()) == (0, 1)
    journal.let_go(shop.ledger, claimed.call, now=now - HOUR)
    assert settle_changes(shop.ledger, shop.client, horizon=Horizon()) == (1, 0)
