"""Cash on delivery against the real simulator: paid out, held back, and too early to say."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from inpost_desk.actions.cod_report import cod_report
from inpost_desk.domain.weekend_window import WARSAW
from inpost_desk.ledger.ledger import Ledger
from inpost_desk.shipx.client import Client
from tests.actions.sent_parcels import COURIER, known, new, paid
from tests.actions.shop import client_of, ledger_in
from tests.simulator_process import MONDAY, Simulator

DAY = 86_400


@pytest.fixture
def client(simulator: Simulator) -> Iterator[Client]:
    simulator.control("clock", {"set": MONDAY})
    with client_of(simulator) as one:
        one.account()
        yield one


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with ledger_in(tmp_path) as one:
        yield one


def delivered(simulator: Simulator, client: Client, ledger: Ledger) -> list[int]:
    """Three with cash and one without, all delivered; the second's cash is held back."""
    wanted = [new(n, COURIER, cod=cod) for n, cod in enumerate(("120.50", "80", "40", ""))]
    paid(simulator, client, ledger, wanted)
    there = [one["id"] for one in simulator.shipments()]
    simulator.control("way", {"id": there[1], "way": "delivered", "cod_held": True})
    simulator.control("collect", {"ids": there, "way": "delivered"})
    simulator.advance(4 * DAY)
    return known(client, ledger, there)


def today(client: Client) -> date:
    client.account()
    return client.now().astimezone(WARSAW).date()


def test_what_was_delivered_and_not_paid_out_is_found(
    simulator: Simulator, client: Client, ledger: Ledger
) -> None:
    ids = delivered(simulator, client, ledger)
    simulator.advance(14 * DAY)
    now = today(client)
    found = cod_report(ledger, client, since=date(2026, 3, 2), until=now)
    assert [one.id for one in found.not_paid_out] == [ids[1]]
    assert found.missing == Decimal(80)
    assert {one.shipment: one.amount for one in found.lines} == {
        ids[0]: Decimal("120.50"),
        ids[2]: Decimal(40),
    }
    assert {one.reference for one in found.lines} == {"ZAM/0", "ZAM/2"}
    assert not any(one.differs for one in found.lines)
    assert found.total == Decimal("160.50")
    assert found.file.startswith(b"numer_przesylki;")


def test_what_was_paid_out_after_those_days_is_not_missing(
    simulator: Simulator, client: Client, ledger: Ledger
) -> None:
    ids = delivered(simulator, client, ledger)
    simulator.advance(14 * DAY)
    (travel,) = [one for one in simulator.look("travel") if one["id"] == there(simulator, 0)]
    last = date.fromisoformat(str(travel["scans"][-1]["at"])[:10])
    found = cod_report(ledger, client, since=last - timedelta(days=1), until=last)
    assert [one.id for one in found.not_paid_out] == [ids[1]]
    assert found.lines == ()


def test_nobody_is_alarmed_too_early(simulator: Simulator, client: Client, ledger: Ledger) -> None:
    delivered(simulator, client, ledger)
    now = today(client)
    assert (
        cod_report(ledger, client, since=date(2026, 3, 2), until=now, grace=10).not_paid_out == ()
    )


def test_days_in_the_wrong_order(client: Client, ledger: Ledger) -> None:
    with pytest.raises(ValueError, match="wrong order"):
        cod_report(ledger, client, since=date(2026, 3, 2), until=date(2026, 3, 1))


def there(simulator: Simulator, place: int) -> int:
    return int(simulator.shipments()[place]["id"])
