"""A Zebra at the end of a socket: it keeps what each job brought, prints while it can, and answers `~HS`.

It can be out of paper after so many labels and get new paper, be paused or open, keep silent, stop reading
half-way, or hang up. What it says of itself is true at that moment.
"""

from __future__ import annotations

import contextlib
import re
import socket
import threading
from types import TracebackType
from typing import Final

_LABEL: Final = re.compile(rb"\^XA.*?\^XZ\s*", re.DOTALL)
_QUESTION: Final = b"~HS"


class ZebraListener:
    """`jobs` are the bytes of each connection, `labels` those on paper, in order.

    `paper` is how many labels are left (None: enough). `answers`: whether it knows `~HS` at all.
    `hangs_after` and `hangs_up_after` count bytes of one connection. `closes`: whether it closes a connection
    that its other end has closed. `port` is that of one that was closed, where it is switched on again.
    """

    def __init__(
        self,
        *,
        paper: int | None = None,
        answers: bool = True,
        hangs_after: int | None = None,
        hangs_up_after: int | None = None,
        closes: bool = True,
        port: int = 0,
    ) -> None:
        self.paper = paper
        self.answers = answers
        self.hangs_after = hangs_after
        self.hangs_up_after = hangs_up_after
        self.closes = closes
        self.paused = False
        self.head_open = False
        self.ribbon_out = False
        self.questions = 0
        self.connections = 0
        self.jobs: list[bytes] = []
        self.labels: list[bytes] = []
        self._waiting: list[bytes] = []
        self._unread = bytearray()
        self._hangs = False
        self._lock = threading.RLock()
        self._ended = threading.Event()
        self._socket = socket.create_server(("127.0.0.1", port))
        # Little is taken on the way, as by a printer, so that one that hangs is felt.
        self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 32768)
        self.port: int = self._socket.getsockname()[1]
        self._threads = [threading.Thread(target=self._accept, daemon=True)]
        self._threads[0].start()

    @property
    def address(self) -> str:
        """As a profile names it."""
        return f"127.0.0.1:{self.port}"

    def __enter__(self) -> ZebraListener:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def change(
        self,
        *,
        paper: int | None = None,
        paused: bool | None = None,
        head_open: bool | None = None,
        ribbon_out: bool | None = None,
    ) -> None:
        """New paper, a press on the pause key, and so on: what waits is printed as far as that goes."""
        with self._lock:
            self.paper = self.paper if paper is None else paper
            self.paused = self.paused if paused is None else paused
            self.head_open = self.head_open if head_open is None else head_open
            self.ribbon_out = self.ribbon_out if ribbon_out is None else ribbon_out
            self._print()

    def close(self) -> None:
        """Hang up everywhere and leave no thread."""
        self._ended.set()
        with contextlib.suppress(OSError):
            self._socket.shutdown(socket.SHUT_RDWR)
        self._socket.close()
        for thread in self._threads:
            thread.join(5)

    def _accept(self) -> None:
        while not self._ended.is_set():
            try:
                connection, _address = self._socket.accept()
            except OSError:
                return
            thread = threading.Thread(target=self._serve, args=(connection,), daemon=True)
            self._threads.append(thread)
            thread.start()

    def _serve(self, connection: socket.socket) -> None:
        self.connections += 1
        content = bytearray()
        rest = b""
        with connection, contextlib.suppress(OSError):
            connection.settimeout(0.05)
            while not self._ended.is_set():
                if self._stops(len(content)):
                    break
                try:
                    block = connection.recv(self._room(len(content)))
                except TimeoutError:
                    continue
                if not block:
                    break
                rest, kept = self._take(connection, rest + block)
                content += kept
            self._keep(bytes(content) + rest)
            if not self.closes:
                self._ended.wait(20)

    def _room(self, taken: int) -> int:
        limits = [one for one in (self.hangs_after, self.hangs_up_after) if one is not None]
        return min([65536, *(limit - taken for limit in limits)])

    def _stops(self, taken: int) -> bool:
        if self._hangs or (self.hangs_after is not None and taken >= self.hangs_after):
            self._hangs = True
            self._ended.wait(20)
            return True
        # What was not read makes this end in a reset, as it does with any program that gives up.
        return self.hangs_up_after is not None and taken >= self.hangs_up_after

    def _take(self, connection: socket.socket, content: bytes) -> tuple[bytes, bytes]:
        """What is not complete yet, and the job's own bytes; questions are answered on the way."""
        kept = b""
        while _QUESTION in content:
            before, _, content = content.partition(_QUESTION)
            kept += before
            self._receive(before)
            self.questions += 1
            if self.answers:
                connection.sendall(self._status())
        # The beginning of a question may be the end of this block.
        cut = next((n for n in (2, 1) if content.endswith(_QUESTION[:n])), 0)
        now, rest = content[: len(content) - cut], content[len(content) - cut :]
        self._receive(now)
        return rest, kept + now

    def _receive(self, content: bytes) -> None:
        with self._lock:
            self._unread += content
            if b"^XZ" not in self._unread[-len(content) - 2 :]:
                return
            end = 0
            for found in _LABEL.finditer(self._unread):
                self._waiting.append(bytes(found.group()))
                end = found.end()
            del self._unread[:end]
            self._print()

    def _keep(self, content: bytes) -> None:
        if content:
            with self._lock:
                self.jobs.append(content)

    def _print(self) -> None:
        while self._waiting and not (self.paused or self.head_open or self.ribbon_out):
            if self.paper == 0:
                return
            if self.paper is not None:
                self.paper -= 1
            self.labels.append(self._waiting.pop(0))

    def _status(self) -> bytes:
        with self._lock:
            batch = min(1, len(self._waiting))
            formats = len(self._waiting) - batch
            partial = int(b"^XA" in self._unread)
            first = f"030,{int(self.paper == 0)},{int(self.paused)},1184,{formats:03},0,0,{partial}"
            second = f"000,0,{int(self.head_open)},{int(self.ribbon_out)},1,2,4,0,{batch:08},1,000"
        lines = (f"{first},000,0,0,0", second, "1234,0")
        return "".join(f"\x02{line}\x03\r\n" for line in lines).encode()
