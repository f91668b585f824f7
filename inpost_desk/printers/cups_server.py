"""The way to a CUPS server: which one it is, and one IPP request over a connection with time limits.

What is asked, and what the answers mean for a label, is in `cups`.
"""

from __future__ import annotations

import contextlib
import http.client
import os
import socket
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from inpost_desk.errors import PrinterTrouble
from inpost_desk.printers import ipp
from inpost_desk.printers.ipp import Answer

CONNECT_SECONDS: Final = 5.0
ANSWER_SECONDS: Final = 15.0

_SOCKETS: Final = (Path("/run/cups/cups.sock"), Path("/var/run/cups/cups.sock"))
_PORT: Final = 631
# Measured: CUPS says this where it cannot write the document into its spool, however small that is.
_NO_ROOM: Final = 413


@dataclass(frozen=True, slots=True)
class Server:
    """A print server: a socket of this machine, or a host."""

    path: str = ""
    host: str = ""
    port: int = _PORT

    def __str__(self) -> str:
        return self.path or f"{self.host}:{self.port}"


def server() -> Server:
    """The one that CUPS_SERVER names as CUPS itself reads it, else this machine's."""
    given = os.environ.get("CUPS_SERVER", "").strip()
    if given.startswith("/"):
        return Server(path=given)
    if given:
        # What may follow a slash is the protocol's version, which we choose ourselves.
        host, _, port = given.partition("/")[0].rpartition(":")
        if host and port.isdecimal():
            return Server(host=host.strip("[]"), port=int(port))
        return Server(host=given.partition("/")[0].strip("[]"))
    path = next((one for one in _SOCKETS if one.exists()), None)
    return Server(path=str(path)) if path else Server(host="localhost")


def ask(place: Server, path: str, body: bytes) -> Answer:
    """One request, and once more with our name on it where CUPS on this machine wants proof of who we are.

    Raises PrinterTrouble `unreachable`, `no_answer`, `not_allowed`, `spool_full`, `failed`.
    """
    response, content = _post(place, path, body, {})
    if response.status == 401 and place.path:
        proof = {"Authorization": f"PeerCred {user_name()}"}
        response, content = _post(place, path, body, proof)
    if response.status != 200:
        detail = f"HTTP {response.status}"
        raise PrinterTrouble(_rule(response.status), place=str(place), detail=detail)
    try:
        return ipp.answer(content)
    except ipp.Damaged as error:
        raise PrinterTrouble("no_answer", place=str(place), detail="not IPP") from error


def user_name() -> str:
    """Who prints, as the system knows them."""
    try:
        # What the environment says may be another's name, as after `su`.
        import pwd

        return pwd.getpwuid(os.geteuid()).pw_name
    except (ImportError, KeyError):
        # Windows, or an account without a name, as in a container.
        return "anonymous"


def _rule(status: int) -> str:
    if status in (401, 403):
        return "not_allowed"
    if status == _NO_ROOM:
        return "spool_full"
    return "failed" if 400 <= status < 500 else "no_answer"


def _post(
    place: Server, path: str, body: bytes, headers: dict[str, str]
) -> tuple[http.client.HTTPResponse, bytes]:
    connection = _Connection(place)
    try:
        try:
            connection.connect()
        except (OSError, UnicodeError) as error:
            raise PrinterTrouble(
                "unreachable", place=str(place), detail=type(error).__name__
            ) from error
        try:
            # A refusal may come before all of the document is sent: its answer is there to be read.
            with contextlib.suppress(BrokenPipeError, ConnectionResetError):
                connection.request(
                    "POST", path, body, {"Content-Type": "application/ipp", **headers}
                )
            response = connection.getresponse()
            return response, response.read()
        except (OSError, http.client.HTTPException) as error:
            raise PrinterTrouble(
                "no_answer", place=str(place), detail=type(error).__name__
            ) from error
    finally:
        connection.close()


class _Connection(http.client.HTTPConnection):
    """To a socket of this machine or to a host, with a shorter limit for connecting than for an answer."""

    def __init__(self, place: Server) -> None:
        super().__init__("localhost" if place.path else place.host, place.port)
        self._path = place.path
        self.timeout = CONNECT_SECONDS

    def connect(self) -> None:
        """Called by `request` too, where there is no connection yet."""
        if self._path:
            self.sock = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
            self.sock.settimeout(CONNECT_SECONDS)
            self.sock.connect(self._path)
        else:
            super().connect()
        self.sock.settimeout(ANSWER_SECONDS)
