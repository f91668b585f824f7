"""A network in little: a server with encryption, and a proxy that tunnels to it, on real sockets."""

from __future__ import annotations

import base64
import contextlib
import socket
import ssl
import threading
from collections.abc import Callable
from typing import Self

OK = '{"href":"x","items":[]}'


class _Listener:
    """Accepts on loopback and gives each connection to a thread of its own."""

    def __init__(self) -> None:
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._threads = [threading.Thread(target=self._accept)]
        self._open: list[socket.socket] = []

    @property
    def port(self) -> int:
        return int(self._listener.getsockname()[1])

    def __enter__(self) -> Self:
        self._threads[0].start()
        return self

    def __exit__(self, *_: object) -> None:
        with contextlib.suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        for one in self._open:
            with contextlib.suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)
        for thread in self._threads:
            thread.join()

    def _accept(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                connection, _ = self._listener.accept()
                self._open.append(connection)
                thread = threading.Thread(target=self._guarded, args=(connection,))
                self._threads.append(thread)
                thread.start()

    def _guarded(self, connection: socket.socket) -> None:
        with contextlib.suppress(OSError), connection:
            self.serve(connection)

    def serve(self, connection: socket.socket) -> None:
        raise NotImplementedError


def head_of(connection: socket.socket) -> str:
    head = b""
    while b"\r\n\r\n" not in head:
        part = connection.recv(1)
        if not part:
            raise ConnectionError
        head += part
    return head.decode("latin-1")


class SecureServer(_Listener):
    """Answers every request by `answer`, which gets the request's head."""

    def __init__(self, context: ssl.SSLContext, answer: Callable[[str], bytes]) -> None:
        super().__init__()
        self._context = context
        self._answer = answer
        self.heads: list[str] = []

    def serve(self, connection: socket.socket) -> None:
        with self._context.wrap_socket(connection, server_side=True) as secure:
            while True:
                head = head_of(secure)
                self.heads.append(head)
                secure.sendall(self._answer(head))


class Proxy(_Listener):
    """Tunnels every CONNECT to `port`, whatever name was asked for. With a `password`, only who knows it."""

    def __init__(self, port: int = 0, *, password: str = "", status: int = 200) -> None:
        super().__init__()
        self._target = port
        self._wanted = base64.b64encode(password.encode()).decode() if password else ""
        self._status = status
        self.heads: list[str] = []

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def serve(self, connection: socket.socket) -> None:
        head = head_of(connection)
        self.heads.append(head)
        if self._wanted and f"Proxy-Authorization: Basic {self._wanted}" not in head:
            connection.sendall(
                b"HTTP/1.1 407 Who are you\r\nProxy-Authenticate: Negotiate\r\n"
                b'Proxy-Authenticate: Basic realm="x"\r\nContent-Length: 0\r\n\r\n'
            )
            return
        if self._status != 200:
            connection.sendall(f"HTTP/1.1 {self._status} No\r\nContent-Length: 0\r\n\r\n".encode())
            return
        with socket.create_connection(("127.0.0.1", self._target)) as there:
            self._open.append(there)
            connection.sendall(b"HTTP/1.1 200 Connection established\r\n\r\n")
            back = threading.Thread(target=_pour, args=(there, connection))
            back.start()
            _pour(connection, there)
            back.join()


def _pour(source: socket.socket, target: socket.socket) -> None:
    with contextlib.suppress(OSError):
        while part := source.recv(65536):
            target.sendall(part)
    for one in (source, target):
        with contextlib.suppress(OSError):
            one.shutdown(socket.SHUT_RDWR)


def http(status: int = 200, body: str = OK, **headers: str) -> bytes:
    """An answer as it goes over the wire."""
    named = {"content_type": "application/json", "content_length": str(len(body)), **headers}
    lines = "".join(f"{name.replace('_', '-')}: {value}\r\n" for name, value in named.items())
    return f"HTTP/1.1 {status} Whatever\r\n{lines}\r\n{body}".encode()
