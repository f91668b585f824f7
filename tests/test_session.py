"""An opened account: what its parts share, and that all of it is closed."""

from __future__ import annotations

from pathlib import Path

import pytest

from inpost_desk.domain.shipment import OrganizationId, ShipmentId
from inpost_desk.errors import NoAnswer, Offline
from inpost_desk.session import Target, session
from inpost_desk.settings import Account, Settings
from tests.shipx.network import Proxy
from tests.shipx.scripted_server import answer, cut_before_reading, serve


def test_the_station_hears_of_the_same_outage_and_closes_with_the_account(tmp_path: Path) -> None:
    steps = [*[cut_before_reading] * 3, answer()]
    with serve(*steps) as server:
        account = Account(server.url, OrganizationId(7), "Shop")
        target = Target(account, server.url)
        with session(tmp_path, Settings(), target, token="", pace=8) as doors:
            for client in (doors.client, doors.station, doors.client):
                with pytest.raises(NoAnswer, match="cut"):
                    client.cancel(ShipmentId(501))
            assert doors.client.outage is not None
            with pytest.raises(Offline, match="outage"):
                doors.station.glance(ShipmentId(501))
            assert doors.client.knock(now=True)
            assert doors.station.outage is None
            # Recovery is gradual: a quarter of the pace, and one part won back by each request.
            pace = doors.client._transport._pace
            assert pace.per_second < 8 / 3
            left = (doors.client, doors.station)
        for client in left:
            with pytest.raises(Offline, match="closed"):
                client.shipment(ShipmentId(501))


def test_the_proxy_of_the_settings_leads_to_inpost(tmp_path: Path) -> None:
    account = Account("https://shipx.example.test", OrganizationId(7), "Shop")
    target = Target(account, account.environment)
    with Proxy(status=403) as proxy:
        known = Settings(proxy=proxy.address)
        with (
            session(tmp_path, known, target, token="abc") as doors,
            pytest.raises(Offline, match="proxy"),
        ):
            doors.station.glance(ShipmentId(501))
    (head,) = proxy.heads
    assert head.startswith("CONNECT shipx.example.test:443 ")
    assert "abc" not in head
