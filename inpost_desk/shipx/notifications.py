"""Receives InPost's notifications (webhooks, API §3.12): one address with a secret in it, nothing else there.

What comes is unsigned: whoever takes it treats it as a hint. No line of a log names content or secret.
"""

from __future__ import annotations

import hmac
import logging
import socket
import sys
import threading
from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Final

import msgspec

from inpost_desk.domain.notified import LARGEST, ListenRules
from inpost_desk.domain.notified_address import from_inpost, paths, sender
from inpost_desk.domain.shipment import OrganizationId
from inpost_desk.domain.tracking import Notification
from inpost_desk.errors import FileTrouble
from inpost_desk.shipx.catalogues import read_notification

if TYPE_CHECKING:
    import uvicorn

# InPost needs a moment for a notification; whoever takes longer than these seconds only wants to stay.
LIFETIME: Final = 10.0
MOST_CONNECTIONS: Final = 32
_LARGEST_HEAD: Final = 16 * 1024
_GOODBYE: Final = 1

Receive = Callable[[], Awaitable[Any]]
Send = Callable[[Any], Awaitable[None]]

_log = logging.getLogger("inpost_desk.shipx")


class Receiver:
    """Listens where `rules` say and hands on what is about `organization`, or about nobody in particular.

    `take` is called in the receiver's thread before InPost has its answer, so it must be quick. `began` is
    called there too, once connections are accepted.
    """

    def __init__(
        self,
        rules: ListenRules,
        organization: OrganizationId,
        take: Callable[[Notification], None],
        *,
        began: Callable[[], None] = lambda: None,
        lifetime: float = LIFETIME,
    ) -> None:
        self._rules = rules
        self._organization = organization
        self._take = take
        self._began = began
        self._lifetime = lifetime
        self._paths = [one.encode() for one in paths(rules)]
        self._stopped = threading.Event()
        self._server: uvicorn.Server | None = None

    @property
    def port(self) -> int:
        """Where it listens."""
        return self._rules.port

    def run(self) -> None:
        """Receive until `stop`; blocks. FileTrouble `port_taken`, `port_not_allowed`, `host_not_here`."""
        if not self._paths:
            raise ValueError("a receiver needs a secret")
        with _listener(self._rules.host, self._rules.port) as listener:
            from inpost_desk.shipx.short_connections import server_for

            self._server = server_for(
                self._answer,
                began=self._say_began,
                lifetime=self._lifetime,
                most=MOST_CONNECTIONS,
                largest_head=_LARGEST_HEAD,
                goodbye=_GOODBYE,
            )
            if not self._stopped.is_set():
                self._server.run(sockets=[listener])
        _log.info("notifications are received no more")

    def stop(self) -> None:
        """End `run`, from any thread, also before it has begun."""
        self._stopped.set()
        if self._server is not None:
            self._server.should_exit = True

    def _say_began(self) -> None:
        if self._stopped.is_set() and self._server is not None:
            # Asked between looking and running.
            self._server.should_exit = True
        _log.info("notifications are received at port %d", self.port)
        self._began()

    async def _answer(self, scope: Any, receive: Receive, send: Send) -> None:
        """The whole site: an ASGI application."""
        method = scope["method"]
        if not self._is_here(scope["raw_path"]):
            await _say(send, 404)
        elif method in ("GET", "HEAD"):
            # InPost's check when the address is saved; it does not say from where.
            await _say(send, 200)
        elif method != "POST" or not self._may_send(scope):
            await _say(send, 404)
        else:
            await self._hear(scope, receive, send)

    async def _hear(self, scope: Any, receive: Receive, send: Send) -> None:
        body = await _body(scope, receive)
        if body is None:
            await _say(send, 413)
            return
        self._hand_on(body)
        await _say(send, 200)

    def _hand_on(self, body: bytes) -> None:
        """What is about another organisation is nobody's business; what says none may be about us."""
        try:
            notification = read_notification(msgspec.json.decode(body))
        except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError, ValueError):
            _log.info("a notification could not be read")
            return
        if notification.organization in (None, self._organization):
            self._take(notification)

    def _is_here(self, path: bytes) -> bool:
        found = [hmac.compare_digest(path, one) for one in self._paths]
        return any(found)

    def _may_send(self, scope: Any) -> bool:
        if not self._rules.only_inpost:
            return True
        forwarded = [
            value.decode("latin-1")
            for name, value in scope["headers"]
            if name == b"x-forwarded-for"
        ]
        peer = scope["client"][0] if scope["client"] else ""
        return from_inpost(sender(peer, forwarded, self._rules.trusted_proxies))


async def _body(scope: Any, receive: Receive) -> bytes | None:
    """What is sent, None as soon as it is too much or ends early."""
    said = next((value for name, value in scope["headers"] if name == b"content-length"), b"0")
    if not said.isdigit() or int(said) > LARGEST:
        return None
    body = bytearray()
    while True:
        message = await receive()
        if message["type"] != "http.request":
            return None
        body += message.get("body", b"")
        if len(body) > LARGEST:
            return None
        if not message.get("more_body"):
            return bytes(body)


async def _say(send: Send, status: int) -> None:
    """Nothing but a number: whoever looks for something here learns nothing."""
    # Of a sender that has gone nobody waits for the answer.
    with suppress(OSError):
        headers = [(b"content-length", b"0"), (b"connection", b"close")]
        await send({"type": "http.response.start", "status": status, "headers": headers})
        await send({"type": "http.response.body", "body": b""})


def _listener(host: str, port: int) -> socket.socket:
    """Raises `FileTrouble` where nothing can be received there."""
    place = f"{host}:{port}"
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(
            host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
    except (OSError, UnicodeError) as error:
        raise FileTrouble("host_not_here", place=place) from error
    listener = socket.socket(family, kind, protocol)
    try:
        if sys.platform != "win32":
            # There it would let two programs have the same port.
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(address)
        listener.listen(MOST_CONNECTIONS)
    except OSError as error:
        listener.close()
        raise FileTrouble(_rule(error), place=place) from error
    return listener


def _rule(error: OSError) -> str:
    import errno

    rules = {errno.EACCES: "port_not_allowed", errno.EADDRNOTAVAIL: "host_not_here"}
    return rules.get(error.errno or 0, "port_taken")
