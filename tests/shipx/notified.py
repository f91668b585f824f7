"""A real receiver in a thread of its own, and raw connections to it."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress

from inpost_desk.domain.notified import ListenRules
from inpost_desk.domain.shipment import OrganizationId
from inpost_desk.domain.tracking import Notification
from inpost_desk.shipx.notifications import Receiver

SECRET = "c0ffee" * 6
OURS = OrganizationId(77)


def free_port() -> int:
    """A port nobody has at the moment."""
    with closing(socket.socket()) as one:
        one.bind(("127.0.0.1", 0))
        port: int = one.getsockname()[1]
    return port


@contextmanager
def receiving(
    heard: list[Notification], *, lifetime: float = 10.0, **rules: object
) -> Iterator[Receiver]:
    """It listens; any sender may, unless the rules say otherwise."""
    began = threading.Event()
    given = {"on": True, "port": free_port(), "secret": SECRET, "only_inpost": False} | rules
    receiver = Receiver(
        ListenRules(**given),  # type: ignore[arg-type]
        OURS,
        heard.append,
        began=began.set,
        lifetime=lifetime,
    )
    thread = threading.Thread(target=receiver.run)
    thread.start()
    try:
        assert began.wait(20)
        yield receiver
    finally:
        receiver.stop()
        thread.join(20)
    assert not thread.is_alive()


def said(receiver: Receiver, request: bytes, *more: bytes) -> bytes:
    """Everything it answers to these bytes, until it hangs up."""
    answer = b""
    place = ("127.0.0.1", receiver.port)
    with closing(socket.create_connection(place, timeout=20)) as one, suppress(ConnectionError):
        for part in (request, *more):
            one.sendall(part)
        while piece := one.recv(4096):
            answer += piece
    return answer


def posted(body: bytes, *headers: str, path: str = f"/{SECRET}", method: str = "POST") -> bytes:
    """A request as InPost sends it."""
    lines = [f"{method} {path} HTTP/1.1", "Host: shop.example", f"Content-Length: {len(body)}"]
    return "\r\n".join([*lines, *headers, "", ""]).encode() + body


def status(answer: bytes) -> int:
    """The number of an answer."""
    return int(answer.split(b" ", 2)[1])
