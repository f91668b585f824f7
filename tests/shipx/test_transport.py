"""The transport against real sockets: what was cut, hung or answered, and what that means."""

from __future__ import annotations

import logging
import socket
import threading
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest

from inpost_desk.errors import NoAnswer, NotFound, Offline, Refused, TooFast
from inpost_desk.shipx import received
from inpost_desk.shipx import transport as module
from inpost_desk.shipx.pace import Pace
from inpost_desk.shipx.transport import Transport
from tests.shipx.scripted_server import (
    Exchange,
    Server,
    Step,
    answer,
    broken_compression,
    cut_after_reading,
    cut_before_reading,
    drip,
    garbage,
    half_a_body,
    hang,
    serve,
    then_drop,
)
from tests.shipx.talking import Waits, talking_to

NOT_FOUND = (
    '{"status":404,"error":"resource_not_found","message":"Resource not found.","details":{}}'
)


def closed_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return int(listener.getsockname()[1])


def test_a_request_says_who_asks_and_in_which_language() -> None:
    with serve(answer()) as server, talking_to(server.url + "/v1/", version="1.2") as transport:
        found = transport.read("/v1/things", query=[("shipment_ids[]", "1"), ("q", "a b")])
    (request,) = server.requests
    assert (request.method, request.path) == ("GET", "/v1/things")
    assert request.query == [("shipment_ids[]", "1"), ("q", "a b")]
    assert request.headers["authorization"] == "Bearer secret-token"
    assert request.headers["x-user-agent"] == "InPost Desk"
    assert request.headers["x-user-agent-version"] == "1.2"
    assert request.headers["accept-language"] == "keys"
    assert str(UUID(request.headers["x-request-id"])) == found.request_id
    assert (found.status, found.content, found.media_type) == (200, b"{}", "application/json")


def test_without_a_token_none_is_sent() -> None:
    with serve(answer()) as server, talking_to(server.url, token="") as transport:
        transport.read("/v1/statuses")
    assert "authorization" not in server.requests[0].headers


@pytest.mark.parametrize(
    "trouble",
    [
        cut_before_reading,
        cut_after_reading,
        garbage,
        half_a_body,
        broken_compression,
        answer(500, "oops"),
        answer(503, '{"status":503,"error":"carrier_unavailable"}'),
        answer(404, "404 page not found", content_type="text/plain"),
        answer(429, "error code: 1015", retry_after="2"),
        answer(302, "", location="http://127.0.0.1:1/"),
    ],
)
def test_a_read_is_repeated(trouble: Step) -> None:
    waits = Waits()
    with (
        serve(trouble, answer(body="[1]")) as server,
        talking_to(server.url, wait=waits) as transport,
    ):
        assert transport.read("/v1/things").content == b"[1]"
    assert len(waits.seconds) == 1


def test_a_read_is_tried_four_times_with_growing_pauses() -> None:
    waits = Waits()
    with (
        serve(*[cut_after_reading] * 4) as server,
        talking_to(server.url, wait=waits) as transport,
        pytest.raises(NoAnswer) as caught,
    ):
        transport.read("/v1/things")
    assert len(server.requests) == 4
    assert waits.seconds == sorted(waits.seconds)
    assert caught.value.request_id == server.requests[-1].headers["x-request-id"]


def test_a_read_that_cannot_be_understood_is_repeated() -> None:
    def strict(found: module.Answer) -> bytes:
        if not found.content:
            raise NoAnswer("unreadable")
        return found.content

    with serve(answer(body=""), answer(body="[]")) as server, talking_to(server.url) as transport:
        assert transport.read_as("/v1/things", strict) == b"[]"


def test_nobody_there_is_offline_and_a_read_is_repeated() -> None:
    waits = Waits()
    with talking_to(f"http://127.0.0.1:{closed_port()}", wait=waits) as transport:
        with pytest.raises(Offline, match="no_connection"):
            transport.read("/v1/things")
        assert len(waits.seconds) == 3
        with pytest.raises(Offline) as caught:
            transport.change("POST", "/v1/things", body={}, timeout=1)
    assert not caught.value.may_have_acted


@pytest.mark.parametrize(
    ("trouble", "detail"),
    [
        (cut_before_reading, "cut"),
        (cut_after_reading, "cut"),
        (garbage, "cut"),
        (half_a_body, "cut"),
        (broken_compression, "cut"),
        (hang, "timeout"),
        (drip, "timeout"),
        (answer(500, ""), "status_500"),
        (answer(408, ""), "status_408"),
        (answer(301, "", location="/elsewhere"), "redirected"),
        (answer(404, "404 page not found"), "gateway_404"),
    ],
)
def test_a_change_that_may_have_been_done_is_sent_once(trouble: Step, detail: str) -> None:
    waits = Waits()
    with (
        serve(trouble, answer()) as server,
        talking_to(server.url, wait=waits) as transport,
        pytest.raises(NoAnswer, match=detail) as caught,
    ):
        transport.change("POST", "/v1/things", body={"a": 1}, timeout=0.2)
    assert caught.value.may_have_acted
    assert server.connections == 1
    assert len(server.steps) == 1
    assert waits.seconds == []


def test_an_answer_without_end_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(received, "LARGEST_ANSWER", 1000)
    with (
        serve(answer(body=b"x" * 2000)) as server,
        talking_to(server.url) as transport,
        pytest.raises(NoAnswer, match="too_large"),
    ):
        transport.change("POST", "/v1/things", body=None, timeout=1)


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_a_redirect_is_never_followed(status: int) -> None:
    with serve(answer()) as other, serve(*[answer(status, "", location=other.url)] * 5) as server:
        with talking_to(server.url) as transport:
            with pytest.raises(NoAnswer):
                transport.read("/v1/things")
            with pytest.raises(NoAnswer):
                transport.change("POST", "/v1/things", body={}, timeout=1)
        assert other.connections == 0
    assert len(server.requests) == 5


def test_links_in_an_answer_are_never_followed() -> None:
    with serve(answer()) as other:
        named = {"location": other.url, "link": f'<{other.url}>; rel="next"'}
        with (
            serve(answer(201, f'{{"href":"{other.url}"}}', **named)) as server,
            talking_to(server.url) as transport,
        ):
            transport.change("POST", "/v1/things", body={}, timeout=1)
        assert other.connections == 0


def test_our_404_is_repeated_only_for_an_id_we_hold() -> None:
    with serve(answer(404, NOT_FOUND), answer()) as server, talking_to(server.url) as transport:
        with pytest.raises(NotFound) as caught:
            transport.read("/v1/points/KRA010")
        assert caught.value.error == "resource_not_found"
        assert transport.read("/v1/shipments/501", held=True).status == 200
    with (
        serve(*[answer(404, NOT_FOUND)] * 4) as server,
        talking_to(server.url) as transport,
        pytest.raises(NotFound),
    ):
        transport.read("/v1/shipments/501", held=True)
    assert server.steps == []


def test_a_gateways_404_to_a_read_ends_as_not_found() -> None:
    with (
        serve(*[answer(404, "404 page not found")] * 4) as server,
        talking_to(server.url) as transport,
        pytest.raises(NotFound) as caught,
    ):
        transport.read("/v1/things")
    assert caught.value.error == "gateway_404"


def test_too_fast_waits_as_long_as_asked_and_slows_everything_down() -> None:
    waits, pace = Waits(), Pace(per_second=1000)
    steps = [answer(429, "slow", retry_after="0"), answer(), answer(429, "slow", retry_after="40")]
    with serve(*steps) as server, talking_to(server.url, wait=waits, pace=pace) as transport:
        transport.read("/v1/things")
        assert pace.per_second < 1000
        with pytest.raises(TooFast) as caught:
            transport.read("/v1/things")
    assert caught.value.wait == 40
    assert not caught.value.may_have_acted
    assert waits.seconds == [0.5]


def test_a_refusal_is_not_repeated() -> None:
    body = (
        '{"status":400,"error":"validation_failed","details":{"receiver":[{"phone":["required"]}]}}'
    )
    with (
        serve(answer(400, body)) as server,
        talking_to(server.url) as transport,
        pytest.raises(Refused) as caught,
    ):
        transport.read("/v1/things")
    assert [(one.field, one.rule) for one in caught.value.reasons] == [("phone", "required")]


def test_reads_share_a_connection_and_changes_do_not() -> None:
    with serve(*[answer()] * 6) as server, talking_to(server.url) as transport:
        transport.read("/v1/a")
        transport.change("POST", "/v1/b", body={}, timeout=1)
        transport.read("/v1/c")
        transport.change("POST", "/v1/d", body={}, timeout=1)
    used = [request.connection for request in server.requests]
    assert used[0] == used[2]
    assert len({used[0], used[1], used[3]}) == 3


def test_a_dropped_kept_alive_connection_does_not_spoil_a_read() -> None:
    with serve(then_drop(answer()), answer()) as server, talking_to(server.url) as transport:
        transport.read("/v1/a")
        assert transport.read("/v1/b").status == 200
    assert server.connections == 2


def test_the_servers_clock_corrects_ours() -> None:
    ours = datetime(2026, 3, 2, 8, 0, 0, tzinfo=UTC)
    ahead = "Mon, 02 Mar 2026 09:00:00 GMT"
    steps = [
        answer(302, "", date="Thu, 01 Jan 1970 00:00:00 GMT"),
        answer(date="Mon, 02 Mar 2026 08:00:01 GMT"),
        answer(date=ahead),
        answer(date="Mon, 02 Mar 2026 09:00:01 GMT"),
        answer(date="nonsense"),
    ]
    with serve(*steps) as server, talking_to(server.url, clock=lambda: ours) as transport:
        assert transport.now() == ours
        transport.read("/v1/a")
        assert transport.now() == ours
        for _ in range(3):
            transport.read("/v1/a")
            assert transport.now() == ours + timedelta(hours=1)


def test_closing_ends_a_pause_between_attempts() -> None:
    caught: list[Exception] = []
    asked = threading.Event()

    def noting(exchange: Exchange) -> bool:
        asked.set()
        return cut_after_reading(exchange)

    with serve(noting, answer()) as server:
        transport = Transport(server.url, pace=Pace(per_second=1000))

        def read() -> None:
            try:
                transport.read("/v1/things")
            except NoAnswer as trouble:
                caught.append(trouble)

        thread = threading.Thread(target=read)
        thread.start()
        assert asked.wait(10)
        transport.close()
        thread.join(10)
    assert len(caught) == 1
    with pytest.raises(Offline, match="closed"):
        transport.read("/v1/things")


def test_the_log_has_a_line_for_each_call_and_no_secrets(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO, logger="inpost_desk.shipx")
    steps = [answer(), cut_after_reading]
    with serve(*steps) as server, talking_to(server.url) as transport:
        transport.read("/v1/shipments", query=[("receiver_phone", "500600700"), ("page", "7")])
        with pytest.raises(NoAnswer):
            transport.change("POST", "/v1/things", body={"phone": "500600701"}, timeout=1)
    first, second = [one.getMessage() for one in caplog.records if one.name == "inpost_desk.shipx"]
    assert first.startswith("GET /v1/shipments?receiver_phone&page 200 ")
    assert first.endswith(server.requests[0].headers["x-request-id"])
    assert second.startswith("POST /v1/things NoAnswer cut ")
    for secret in ("500600700", "500600701", "secret-token"):
        assert secret not in first + second


def test_two_requests_run_at_once_and_a_third_waits() -> None:
    both = threading.Barrier(2)

    def meet(exchange: Exchange) -> bool:
        both.wait(10)
        return answer()(exchange)

    server: Server
    with serve(*[meet] * 4) as server, talking_to(server.url) as transport:
        threads = [threading.Thread(target=transport.read, args=("/v1/a",)) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(10)
    assert len(server.requests) == 4
