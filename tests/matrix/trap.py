"""Laid around one call of the client in a process of its own: SIGKILL at the chosen point, a refusal.

What else goes wrong is done by the simulator. Meant for a fork that does nothing else and ends.
"""

from __future__ import annotations

import os
import signal
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Connection

from inpost_desk.ledger import changes, journal, pickups
from inpost_desk.ledger.ledger import Ledger
from inpost_desk.shipx.client import Client
from inpost_desk.shipx.transport import Transport
from tests.matrix.cells import TIME_LIMIT, Kill

# Whatever notes in the ledger that InPost is about to be asked.
NOTES: Final[tuple[tuple[Any, str], ...]] = (
    (journal, "claim"),
    (changes, "claim_change"),
    (pickups, "claim"),
    (pickups, "end_asked"),
)


class Trap:
    """`call` is the client's method. `refused` is a file that comes to be once a connection was refused."""

    def __init__(self, call: str, kill: Kill, *, refused: Path | None, impatient: bool) -> None:
        self._call = call
        self._kill = kill
        self._refused = refused
        self._impatient = impatient
        self._here = threading.local()

    def set(self) -> None:
        """From here on this process is in danger."""
        for module, name in NOTES:
            setattr(module, name, self._noting(getattr(module, name)))
        setattr(Client, self._call, self._calling(getattr(Client, self._call)))
        Ledger.write = self._writing(Ledger.write)  # type: ignore[method-assign]
        self._before_reading()
        if self._impatient:
            Transport.change = _impatient(Transport.change)  # type: ignore[method-assign]

    def _meet(self, kill: Kill) -> None:
        if kill is self._kill:
            os.kill(os.getpid(), signal.SIGKILL)

    def _noting(self, note: Callable[..., Any]) -> Callable[..., Any]:
        def noted(*given: Any, **named: Any) -> Any:
            self._here.noting = True
            try:
                return note(*given, **named)
            finally:
                self._here.noting = False

        return noted

    def _calling(self, call: Callable[..., Any]) -> Callable[..., Any]:
        def called(client: Client, *given: Any, **named: Any) -> Any:
            self._meet(Kill.NOTED)
            self._here.calling = True
            try:
                with self._nobody_listens(client):
                    return call(client, *given, **named)
            finally:
                self._here.calling, self._here.answered = False, True
                self._meet(Kill.READ)

        return called

    def _writing(self, write: Callable[..., Any]) -> Callable[..., Any]:
        @contextmanager
        def written(ledger: Ledger) -> Iterator[Connection]:
            with write(ledger) as connection:
                yield connection
                if getattr(self._here, "noting", False):
                    self._meet(Kill.BEFORE_NOTE)
            if getattr(self._here, "answered", False):
                self._meet(Kill.ANSWER_NOTED)

        return written

    def _before_reading(self) -> None:
        """A request is out, whole, when its answer is first read for."""
        receive = socket.socket.recv

        def received(one: socket.socket, *given: Any) -> bytes:
            if getattr(self._here, "calling", False):
                self._meet(Kill.SENT)
            return receive(one, *given)

        socket.socket.recv = received  # type: ignore[method-assign,assignment]

    @contextmanager
    def _nobody_listens(self, client: Client) -> Iterator[None]:
        """The first call goes to a port of this machine that refuses connections."""
        if self._refused is None or self._refused.exists():
            yield
            return
        self._refused.touch()
        # Nothing else makes the system itself refuse this one call.
        transport = client._transport
        usual = transport._base
        with socket.socket() as silent:
            silent.bind(("127.0.0.1", 0))
            transport._base = f"http://127.0.0.1:{silent.getsockname()[1]}"
            try:
                yield
            finally:
                transport._base = usual


def _impatient(change: Callable[..., Any]) -> Callable[..., Any]:
    def changed(transport: Transport, *given: Any, **named: Any) -> Any:
        return change(transport, *given, **(named | {"timeout": TIME_LIMIT}))

    return changed
