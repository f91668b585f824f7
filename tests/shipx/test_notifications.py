"""The receiver over real connections: who is heard, what is not told, and nobody keeps it busy."""

from __future__ import annotations

import json
import logging
import socket
import threading
from contextlib import ExitStack, closing, suppress

import pytest

from inpost_desk.domain.notified import LARGEST, ListenRules
from inpost_desk.domain.notified_address import from_inpost, sender
from inpost_desk.domain.tracking import Notification
from inpost_desk.errors import FileTrouble
from inpost_desk.shipx import notifications
from inpost_desk.shipx.notifications import Receiver
from tests.shipx.notified import OURS, SECRET, free_port, posted, receiving, said, status
from tests.waiting import until

EVENT = {
    "event_ts": "2026-03-02 09:15:06 +0100",
    "event": "shipment_status_changed",
    "organization_id": 77,
    "payload": {"shipment_id": 501, "status": "delivered", "tracking_number": "6200"},
}
BODY = json.dumps(EVENT).encode()


@pytest.fixture
def heard() -> list[Notification]:
    return []


def test_what_inpost_sends_is_handed_on(heard: list[Notification]) -> None:
    with receiving(heard) as receiver:
        assert status(said(receiver, posted(BODY))) == 200
        # InPost looks when the address is saved.
        assert status(said(receiver, posted(b"", method="GET"))) == 200
        assert status(said(receiver, posted(b"", method="HEAD"))) == 200
    assert [(one.shipment, one.status) for one in heard] == [(501, "delivered")]


def test_a_chunked_one_is_read_too(heard: list[Notification]) -> None:
    head = f"POST /{SECRET} HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n".encode()
    chunks = [b"%x\r\n%s\r\n" % (len(part), part) for part in (BODY[:40], BODY[40:])]
    with receiving(heard) as receiver:
        assert status(said(receiver, head, *chunks, b"0\r\n\r\n")) == 200
    assert len(heard) == 1


ELSEWHERE = (
    ("/", "GET"),
    ("/", "POST"),
    (f"/{SECRET}/", "GET"),
    (f"/{SECRET[:-1]}", "POST"),
    (f"/{SECRET.upper()}", "GET"),
    (f"/x/{SECRET}", "POST"),
    (f"/{SECRET}", "PUT"),
    (f"/{SECRET}", "OPTIONS"),
    ("/%2e%2e/docs", "GET"),
)


def test_elsewhere_there_is_nothing(heard: list[Notification]) -> None:
    with receiving(heard) as receiver:
        answers = {said(receiver, posted(BODY, path=path, method=how)) for path, how in ELSEWHERE}
    assert len(answers) == 1
    head, body = answers.pop().split(b"\r\n\r\n")
    lines = head.lower().split(b"\r\n")
    assert lines[0].startswith(b"http/1.1 404")
    assert set(lines[1:]) == {b"content-length: 0", b"connection: close"}
    assert (body, heard) == (b"", [])


def test_a_proxys_part_of_the_path_may_stay(heard: list[Notification]) -> None:
    with receiving(heard, public_address="https://shop.example/inpost") as receiver:
        assert status(said(receiver, posted(BODY, path=f"/inpost/{SECRET}"))) == 200
        assert status(said(receiver, posted(BODY, path=f"/{SECRET}"))) == 200
        assert status(said(receiver, posted(BODY, path=f"/other/{SECRET}"))) == 404
    assert len(heard) == 2


@pytest.mark.parametrize("organization", [78, "78"])
def test_another_organisation_is_not_ours(heard: list[Notification], organization: object) -> None:
    other = json.dumps(EVENT | {"organization_id": organization}).encode()
    with receiving(heard) as receiver:
        assert status(said(receiver, posted(other))) == 200
    assert not heard


def test_without_an_organisation_it_may_be_about_us(heard: list[Notification]) -> None:
    with receiving(heard) as receiver:
        said(receiver, posted(b'{"type": "x", "payload": {"shipment_id": "501"}}'))
    assert [one.shipment for one in heard] == [501]


def test_nonsense_is_answered_and_names_nothing(heard: list[Notification]) -> None:
    bodies = (b"", b"{", b"[1]", b"null", b"\xff\xfe", b'{"payload": 3}', b"[" * 9_000)
    with receiving(heard) as receiver:
        assert {status(said(receiver, posted(one))) for one in bodies} == {200}
    assert all(one.shipment is None for one in heard)


def test_what_is_too_large_is_not_read(heard: list[Notification]) -> None:
    head = f"POST /{SECRET} HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n".encode()
    piece = b"10000\r\n" + b"x" * 0x10000 + b"\r\n"
    with receiving(heard) as receiver:
        announced = posted(b"").replace(b"Length: 0", b"Length: 10485760")
        assert status(said(receiver, announced)) == 413
        # Never ending: hung up on long before the end.
        answer = said(receiver, head, *[piece] * 160)
        assert not answer or status(answer) == 413
        just = BODY[:-1] + b" " * (LARGEST - len(BODY)) + b"}"
        assert status(said(receiver, posted(just))) == 200
    assert len(heard) == 1


def test_a_slow_sender_is_hung_up_on(heard: list[Notification]) -> None:
    with receiving(heard, lifetime=0.3) as receiver:
        for begun in (b"", b"POST /", posted(BODY)[:-3]):
            assert said(receiver, begun) == b""
        assert status(said(receiver, posted(BODY))) == 200
    assert len(heard) == 1


def test_many_silent_connections_keep_nobody_out(heard: list[Notification]) -> None:
    with receiving(heard) as receiver:
        place = ("127.0.0.1", receiver.port)
        most = notifications.MOST_CONNECTIONS
        with ExitStack() as open_ones:
            silent = [
                open_ones.enter_context(closing(socket.create_connection(place, timeout=20)))
                for _ in range(most + 8)
            ]
            assert status(said(receiver, posted(BODY))) == 200
            # The oldest had to go.
            with suppress(ConnectionError):
                assert silent[0].recv(1) == b""
    assert len(heard) == 1


@pytest.mark.parametrize(
    ("trusted", "forwarded", "inpost"),
    [
        ((), (), False),
        ((), ("91.216.25.7",), False),
        (("127.0.0.1",), (), False),
        (("127.0.0.1",), ("91.216.25.7",), True),
        (("127.0.0.0/8",), ("6.6.6.6, 91.216.25.7",), True),
        (("127.0.0.1",), ("91.216.25.7, 6.6.6.6",), False),
        (("127.0.0.1", "10.0.0.0/8"), ("91.216.25.7, 10.1.2.3",), True),
        (("127.0.0.1", "10.0.0.0/8"), ("91.216.25.7", "10.1.2.3"), True),
        (("127.0.0.1",), ("91.216.25.7, unknown",), False),
        (("127.0.0.1",), ("91.216.25.7:4711",), True),
        (("127.0.0.1",), ("[::ffff:91.216.25.7]:4711",), True),
        (("127.0.0.1",), ("91.216.26.7",), False),
    ],
)
def test_only_what_trusted_proxies_say_counts(
    trusted: tuple[str, ...], forwarded: tuple[str, ...], inpost: bool
) -> None:
    assert from_inpost(sender("127.0.0.1", forwarded, trusted)) is inpost


def test_only_inposts_network_may_send(heard: list[Notification]) -> None:
    through = "X-Forwarded-For: 91.216.25.7"
    with receiving(heard, only_inpost=True) as receiver:
        assert status(said(receiver, posted(BODY, through))) == 404
        assert status(said(receiver, posted(b"", method="GET"))) == 200
    with receiving(heard, only_inpost=True, trusted_proxies=("127.0.0.1",)) as receiver:
        assert status(said(receiver, posted(BODY))) == 404
        assert status(said(receiver, posted(BODY, through, "X-Forwarded-For: 6.6.6.6"))) == 404
        assert not heard
        assert status(said(receiver, posted(BODY, "X-Forwarded-For: 6.6.6.6", through))) == 200
    assert len(heard) == 1


def test_a_taken_port_is_said(heard: list[Notification]) -> None:
    with receiving(heard) as receiver, pytest.raises(FileTrouble) as told:
        Receiver(ListenRules(port=receiver.port, secret=SECRET), OURS, heard.append).run()
    assert (told.value.rule, told.value.place) == ("port_taken", f"127.0.0.1:{receiver.port}")


@pytest.mark.parametrize("host", ["192.0.2.1", "no such host"])
def test_an_address_that_is_not_here_is_said(heard: list[Notification], host: str) -> None:
    rules = ListenRules(port=free_port(), host=host, secret=SECRET)
    with pytest.raises(FileTrouble) as told:
        Receiver(rules, OURS, heard.append).run()
    assert told.value.rule == "host_not_here"


def test_it_can_be_stopped_before_it_begins(heard: list[Notification]) -> None:
    receiver = Receiver(ListenRules(port=free_port(), secret=SECRET), OURS, heard.append)
    receiver.stop()
    thread = threading.Thread(target=receiver.run)
    thread.start()
    thread.join(20)
    assert not thread.is_alive()


def test_without_a_secret_it_does_not_listen(heard: list[Notification]) -> None:
    with pytest.raises(ValueError, match="secret"):
        Receiver(ListenRules(port=free_port()), OURS, heard.append).run()


def test_neither_content_nor_secret_is_logged(
    heard: list[Notification], caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG), receiving(heard) as receiver:
        said(receiver, posted(BODY))
        said(receiver, posted(b'{"broken'))
        said(receiver, b"nonsense\r\n\r\n")
        until(lambda: len(heard) == 1)
    assert "notifications are received" in caplog.text
    assert not any(secret in caplog.text for secret in (SECRET, "501", "6200", "broken"))


def test_the_connection_closes_after_each_answer(heard: list[Notification]) -> None:
    with (
        receiving(heard) as receiver,
        closing(socket.create_connection(("127.0.0.1", receiver.port), timeout=20)) as one,
    ):
        one.sendall(posted(BODY))
        answer = b""
        while piece := one.recv(4096):
            answer += piece
    assert b"connection: close" in answer.lower()
