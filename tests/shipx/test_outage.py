"""Transport and client while InPost is out of reach, and the requests of the station, over real sockets."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

import pytest

from inpost_desk.domain.shipment import OrganizationId, ShipmentId
from inpost_desk.errors import NoAnswer, NotFound, Offline
from inpost_desk.shipx.breaker import Breaker
from inpost_desk.shipx.client import GLANCE_TIMEOUT, Client
from inpost_desk.shipx.pace import Pace
from inpost_desk.shipx.transport import Transport
from tests.shipx.scripted_server import (
    Server,
    Step,
    answer,
    cut_after_reading,
    cut_before_reading,
    hang,
    serve,
)
from tests.shipx.talking import Waits, talking_to

GONE = '{"status":404,"error":"resource_not_found","message":"Resource not found.","details":{}}'
SHIPMENT = ShipmentId(501)


@contextmanager
def outage(*then: Step) -> Iterator[tuple[Server, Transport, Waits]]:
    """Three changes were cut; whatever is asked from now on meets `then`."""
    waits, pace = Waits(), Pace(per_second=1000)
    breaker = Breaker(recovered=pace.begin_gently)
    with (
        serve(*[cut_before_reading] * 3, *then) as server,
        talking_to(server.url, wait=waits, pace=pace, breaker=breaker) as transport,
    ):
        for _ in range(3):
            with pytest.raises(NoAnswer, match="cut"):
                transport.change("POST", "/v1/things", body={}, timeout=1)
        assert transport.breaker.outage is not None
        yield server, transport, waits


def asked(server: Server) -> list[str]:
    return [f"{one.method} {one.path}" for one in server.requests]


def test_nothing_is_sent_while_it_lasts() -> None:
    with outage() as (server, transport, waits):
        with pytest.raises(Offline, match="outage") as caught:
            transport.change("POST", "/v1/things", body={}, timeout=1)
        assert not caught.value.may_have_acted
        with pytest.raises(Offline, match="outage"):
            transport.urgent().read("/v1/things")
        assert waits.seconds == []
        assert server.connections == 3


@pytest.mark.parametrize("back", [True, False])
def test_a_runs_read_keeps_its_pauses_and_asks_once_at_last(*, back: bool) -> None:
    """Whoever starts something because InPost is back need not wait for the next probe."""
    with outage(answer() if back else cut_after_reading) as (server, transport, waits):
        if back:
            assert transport.read("/v1/things").status == 200
        else:
            with pytest.raises(NoAnswer, match="cut"):
                transport.read("/v1/things")
        assert len(waits.seconds) == 3
        assert len(server.requests) == 1
        assert (transport.breaker.outage is None) == back


def test_a_read_that_was_under_way_is_tried_as_often_as_ever() -> None:
    breaker = Breaker()
    with (
        serve(*[cut_after_reading] * 4) as server,
        talking_to(server.url, breaker=breaker) as transport,
    ):
        for _ in range(2):
            breaker.silent()
        with pytest.raises(NoAnswer):
            transport.read("/v1/things")
        assert breaker.outage is not None
    assert len(server.requests) == 4


def test_a_read_may_be_the_probe_and_what_comes_after_begins_gently() -> None:
    with outage(answer()) as (_, transport, _waits):
        transport.breaker.probe_now()
        assert transport.read("/v1/things").status == 200
        assert transport.breaker.outage is None
        assert transport._pace.per_second == 250


def test_a_read_whose_probe_was_in_vain_asks_once_more_at_last() -> None:
    with outage(cut_after_reading, cut_after_reading) as (server, transport, waits):
        transport.breaker.probe_now()
        with pytest.raises(NoAnswer, match="cut"):
            transport.read("/v1/things")
        assert len(waits.seconds) == 3
    assert asked(server) == ["GET /v1/things"] * 2


def test_a_change_is_never_the_probe_a_small_read_goes_ahead_of_it() -> None:
    with outage(answer(401, ""), answer(201)) as (server, transport, _):
        transport.breaker.probe_now()
        assert transport.change("POST", "/v1/things", body={}, timeout=1).status == 201
        assert asked(server) == ["GET /v1/organizations", "POST /v1/things"]


def test_a_change_is_not_sent_after_a_probe_in_vain() -> None:
    with outage(answer(503, "")) as (server, transport, _):
        transport.breaker.probe_now()
        with pytest.raises(Offline, match="outage"):
            transport.change("POST", "/v1/things", body={}, timeout=1)
        assert asked(server) == ["GET /v1/organizations"]
        assert not transport.breaker.wants_probe


def test_the_stations_read_is_no_probe_but_has_one_sent_ahead() -> None:
    with outage(answer(), answer()) as (server, transport, waits):
        transport.breaker.probe_now()
        assert transport.urgent().read("/v1/things").status == 200
        assert asked(server) == ["GET /v1/organizations", "GET /v1/things"]
        assert waits.seconds == []


def test_knocking_asks_only_when_a_probe_is_due_or_a_person_wants_it() -> None:
    with outage(cut_after_reading, answer()) as (server, transport, _):
        client = Client(transport, OrganizationId(7))
        told: list[bool] = []
        client.listen(lambda: told.append(client.outage is None))
        assert not client.knock()
        assert asked(server) == []
        assert not client.knock(now=True)
        assert client.knock(now=True)
        assert client.knock()
        assert asked(server) == ["GET /v1/organizations"] * 2
        assert told == [False, True]


def test_without_a_breaker_everything_is_sent() -> None:
    with serve(*[cut_before_reading] * 6) as server, talking_to(server.url) as transport:
        for _ in range(6):
            with pytest.raises(NoAnswer):
                transport.change("POST", "/v1/things", body={}, timeout=1)
        assert (server.connections, transport.breaker.outage) == (6, None)


def test_the_station_shares_connection_clock_and_end() -> None:
    ours = datetime(2026, 3, 2, 8, 0, 0, tzinfo=UTC)
    steps = [answer(), answer(date="Mon, 02 Mar 2026 09:00:00 GMT")]
    with serve(*steps) as server, talking_to(server.url, clock=lambda: ours) as transport:
        client = Client(transport, OrganizationId(7))
        transport.read("/v1/a")
        transport.urgent().read("/v1/b")
        assert client.now() == client.urgent.now() == ours.replace(hour=9)
        assert client.urgent.organization == 7
        transport.close()
        with pytest.raises(Offline, match="closed"):
            client.urgent.shipment(SHIPMENT)
    assert len({one.connection for one in server.requests}) == 1


def test_a_glance_is_one_read() -> None:
    found = answer(body='{"id": 501, "status": "confirmed"}')
    steps = [found, answer(404, GONE), answer(200, "{}"), cut_after_reading, answer(500, "")]
    with serve(*steps) as server, talking_to(server.url) as transport:
        station = Client(transport, OrganizationId(7)).urgent
        assert station.glance(SHIPMENT).id == 501
        with pytest.raises(NotFound):
            station.glance(SHIPMENT)
        for _ in range(3):
            with pytest.raises(NoAnswer):
                station.glance(SHIPMENT)
        assert asked(server) == ["GET /v1/shipments/501"] * 5


def test_a_glance_never_takes_longer_than_its_time() -> None:
    with serve(hang) as server, talking_to(server.url) as transport:
        began = time.monotonic()
        with pytest.raises(NoAnswer, match="timeout"):
            Client(transport, OrganizationId(7)).glance(SHIPMENT)
        assert time.monotonic() - began < GLANCE_TIMEOUT + 0.5


def test_looks_that_nobody_answers_are_an_outage() -> None:
    with (
        serve(*[hang] * 3) as server,
        talking_to(server.url, breaker=Breaker()) as transport,
    ):
        for _ in range(3):
            with pytest.raises(NoAnswer, match="timeout"):
                transport.read_quickly("/v1/shipments/501", within=0.1)
        began = time.monotonic()
        transport.breaker.probe_now()
        with pytest.raises(Offline, match="outage"):
            transport.read_quickly("/v1/shipments/501", within=5)
        assert time.monotonic() - began < 1
        assert server.connections == 3


def test_a_glance_does_not_wait_for_its_turn_after_a_429() -> None:
    pace = Pace(per_second=1000)
    with serve() as server, talking_to(server.url, pace=pace) as transport:
        pace.slow_down(30)
        began = time.monotonic()
        with pytest.raises(Offline, match="too_late"):
            Client(transport, OrganizationId(7)).urgent.glance(SHIPMENT)
        assert time.monotonic() - began < 1
        assert server.connections == 0
