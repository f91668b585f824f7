"""A server on a real socket that does, request by request, what a test's script says.

Everything a network can do to a request is a step; what arrived is kept for the test to look at.
"""

from __future__ import annotations

import contextlib
import socket
import struct
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Self
from urllib.parse import parse_qsl, urlsplit


@dataclass
class Request:
    method: str
    target: str
    headers: dict[str, str]
    body: bytes
    connection: int

    @property
    def path(self) -> str:
        return urlsplit(self.target).path

    @property
    def query(self) -> list[tuple[str, str]]:
        return parse_qsl(urlsplit(self.target).query, keep_blank_values=True)


@dataclass
class Exchange:
    """One request in progress, as a step sees it."""

    server: Server
    connection: socket.socket
    number: int
    stopped: threading.Event

    def read(self) -> Request:
        head = b""
        while b"\r\n\r\n" not in head:
            part = self.connection.recv(65536)
            if not part:
                raise ConnectionError
            head += part
        head, body = head.split(b"\r\n\r\n", 1)
        first, *lines = head.decode("latin-1").split("\r\n")
        headers = {
            name.lower(): value.strip() for name, value in (line.split(":", 1) for line in lines)
        }
        while len(body) < int(headers.get("content-length", 0)):
            body += self.connection.recv(65536)
        method, target, _ = first.split(" ")
        request = Request(method, target, headers, body, self.number)
        self.server.requests.append(request)
        return request

    def send(self, content: bytes) -> None:
        self.connection.sendall(content)

    def reset(self) -> None:
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))


# Does something with one request; whether the connection stays open.
Step = Callable[[Exchange], bool]


def answer(status: int = 200, body: bytes | str = b"{}", **headers: str) -> Step:
    content = body.encode() if isinstance(body, str) else body

    def step(exchange: Exchange) -> bool:
        exchange.read()
        exchange.send(head(status, len(content), headers) + content)
        return True

    return step


def head(status: int, length: int, headers: dict[str, str]) -> bytes:
    named = {
        "content-type": "application/json; charset=utf-8",
        "content-length": str(length),
        **{name.replace("_", "-"): value for name, value in headers.items()},
    }
    lines = "".join(f"{name}: {value}\r\n" for name, value in named.items())
    return f"HTTP/1.1 {status} Whatever\r\n{lines}\r\n".encode("latin-1")


def cut_before_reading(exchange: Exchange) -> bool:
    exchange.reset()
    return False


def cut_after_reading(exchange: Exchange) -> bool:
    exchange.read()
    return False


def hang(exchange: Exchange) -> bool:
    exchange.read()
    exchange.stopped.wait()
    return False


def garbage(exchange: Exchange) -> bool:
    exchange.read()
    exchange.send(b"\x16\x03\x01 what is this\r\n\r\n")
    return False


def half_a_body(exchange: Exchange) -> bool:
    exchange.read()
    exchange.send(head(201, 400, {}) + b'{"id": 501, "status"')
    return False


def broken_compression(exchange: Exchange) -> bool:
    exchange.read()
    exchange.send(head(200, 4, {"content-encoding": "gzip"}) + b"nope")
    return False


def drip(exchange: Exchange) -> bool:
    """A byte now and then, so that no single read ever times out."""
    exchange.read()
    exchange.send(head(200, 100_000, {}))
    with contextlib.suppress(OSError):
        while not exchange.stopped.wait(0.01):
            exchange.send(b" ")
    return False


def then_drop(step: Step) -> Step:
    """The step, and then the kept-alive connection is dropped without a word."""

    def dropping(exchange: Exchange) -> bool:
        step(exchange)
        return False

    return dropping


@dataclass
class Server:
    """Plays its steps in order, one for each request, on as many connections as there come."""

    steps: list[Step]
    requests: list[Request] = field(default_factory=list)
    connections: int = 0

    def __enter__(self) -> Self:
        self._stopped = threading.Event()
        self._lock = threading.Lock()
        self._open: set[socket.socket] = set()
        self._threads: list[threading.Thread] = []
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._accepting = threading.Thread(target=self._accept)
        self._accepting.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stopped.set()
        with contextlib.suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        self._accepting.join()
        with self._lock:
            for connection in self._open:
                with contextlib.suppress(OSError):
                    connection.shutdown(socket.SHUT_RDWR)
        for thread in self._threads:
            thread.join()

    @property
    def port(self) -> int:
        return int(self._listener.getsockname()[1])

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def _accept(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                connection, _ = self._listener.accept()
                with self._lock:
                    self.connections += 1
                    self._open.add(connection)
                thread = threading.Thread(target=self._serve, args=(connection, self.connections))
                self._threads.append(thread)
                thread.start()

    def _serve(self, connection: socket.socket, number: int) -> None:
        with contextlib.suppress(OSError), self._closing(connection):
            # A step is taken only when its request is there: another connection may be the next to speak.
            while connection.recv(1, socket.MSG_PEEK):
                with self._lock:
                    step = self.steps.pop(0)
                if not step(Exchange(self, connection, number, self._stopped)):
                    return

    @contextlib.contextmanager
    def _closing(self, connection: socket.socket) -> Iterator[None]:
        try:
            yield
        finally:
            with self._lock:
                self._open.discard(connection)
            connection.close()


def serve(*steps: Step) -> Server:
    return Server(list(steps))
