"""The line to InPost, looked at step by step: name, connection, proxy, encryption. For the doctor.

Sends no request and no token: what InPost answers is the business of `transport`.
"""

from __future__ import annotations

import base64
import contextlib
import socket
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from typing import Final
from urllib.parse import SplitResult, unquote, urlsplit

from inpost_desk.shipx.proxies import Proxy, proxy_for
from inpost_desk.shipx.secure import (
    issuer_of,
    public_context,
    secure_context,
    trusting_context,
    why_not_trusted,
)

SECONDS: Final = 5.0
_LONGEST_HEAD: Final = 65_536
_WANTS_PASSWORD: Final = 407


class Leg(StrEnum):
    """A part of the line."""

    NETWORK = "network"
    PROXY = "proxy"
    TLS = "tls"


@dataclass(frozen=True, slots=True)
class Line:
    """`broken` is the leg where it ends, None where it is whole.

    `rule` says why: `no_network`, `name_not_found`, `refused`, `no_answer`; of a proxy also `wants_password`,
    `refuses`, `cut` and `not_usable`; of encryption `not_trusted`, `expired`, `not_yet_valid`, `wrong_name`
    and `no_tls`. `detail` is a status or the ways to sign in. `issuer` issued the certificate; not `public`:
    an authority of the company's own, so somebody between here and InPost reads along.
    """

    proxy: Proxy
    broken: Leg | None = None
    rule: str = ""
    detail: str = ""
    issuer: str = ""
    public: bool = True


class _Broken(Exception):
    """Where the line ends, and why."""

    def __init__(self, leg: Leg, rule: str, detail: str = "") -> None:
        super().__init__(rule)
        self.leg, self.rule, self.detail = leg, rule, detail


def look(address: str, proxy: str = "") -> Line:
    """Follows the line to an address; `proxy` as the settings keep it. Takes up to 5 s for each step."""
    way = proxy_for(address, proxy)
    there = urlsplit(address)
    try:
        with _reached(way, there) as connection:
            if there.scheme != "https" or way.address.startswith("https:"):
                # Encryption inside encryption is left to the transport.
                return Line(way)
            issuer = _trusted(connection, there.hostname or "")
    except _Broken as broken:
        issuer = _shown_issuer(way, there) if broken.leg is Leg.TLS else ""
        return Line(way, broken.leg, broken.rule, broken.detail, issuer)
    return Line(way, issuer=issuer, public=_is_public(way, there))


def _trusted(connection: socket.socket, host: str) -> str:
    """Who issued the certificate, once the system trusts it."""
    try:
        with secure_context().wrap_socket(connection, server_hostname=host) as secure:
            return issuer_of(secure.getpeercert(binary_form=True))
    except ssl.SSLCertVerificationError as error:
        raise _Broken(Leg.TLS, why_not_trusted(error)) from None
    except TimeoutError:
        raise _Broken(Leg.TLS, "no_answer") from None
    except OSError:
        raise _Broken(Leg.TLS, "no_tls") from None


def _shown_issuer(way: Proxy, there: SplitResult) -> str:
    """Who issued the certificate that is not trusted; looked at on a connection of its own."""
    with contextlib.suppress(OSError, _Broken), _reached(way, there) as connection:
        context = trusting_context()
        with context.wrap_socket(connection, server_hostname=there.hostname) as shown:
            return issuer_of(shown.getpeercert(binary_form=True))
    return ""


def _is_public(way: Proxy, there: SplitResult) -> bool:
    """Whether everybody else would trust that certificate; yes where that cannot be told."""
    try:
        context = public_context()
        with (
            _reached(way, there) as connection,
            context.wrap_socket(connection, server_hostname=there.hostname),
        ):
            return True
    except ssl.SSLCertVerificationError:
        return False
    except (ImportError, OSError, _Broken):
        return True


@contextmanager
def _reached(way: Proxy, there: SplitResult) -> Iterator[socket.socket]:
    """A connection to the address, through the proxy where there is one. Raises `_Broken`."""
    port = there.port or (443 if there.scheme == "https" else 80)
    if not way.address:
        with _connected(there.hostname or "", port, Leg.NETWORK) as connection:
            yield connection
        return
    parts = urlsplit(way.address)
    if parts.scheme not in ("http", "https"):
        raise _Broken(Leg.PROXY, "not_usable", parts.scheme)
    usual = 443 if parts.scheme == "https" else 80
    with _connected(parts.hostname or "", parts.port or usual, Leg.PROXY) as connection:
        if parts.scheme == "http":
            _judge(_asked(connection, f"{there.hostname}:{port}", parts))
        yield connection


@contextmanager
def _connected(host: str, port: int, leg: Leg) -> Iterator[socket.socket]:
    try:
        connection = socket.create_connection((host, port), timeout=SECONDS)
    except (OSError, UnicodeError) as error:
        raise _Broken(leg, _why(error)) from None
    with connection:
        yield connection


def _why(error: OSError | UnicodeError) -> str:
    match error:
        case socket.gaierror():
            # EAI_AGAIN: nobody could be asked for the name.
            known = error.errno != socket.EAI_AGAIN and _has_route()
            return "name_not_found" if known else "no_network"
        case UnicodeError():
            return "name_not_found"
        case ConnectionRefusedError() | PermissionError():
            # The second one is this computer's own firewall.
            return "refused"
        case TimeoutError():
            return "no_answer"
        case _:
            return "no_network"


def _has_route() -> bool:
    """Whether this computer knows a way out at all; nothing is sent. The addresses are for documents only."""
    for family, address in ((socket.AF_INET, "192.0.2.1"), (socket.AF_INET6, "2001:db8::1")):
        with contextlib.suppress(OSError), socket.socket(family, socket.SOCK_DGRAM) as out:
            out.connect((address, 53))
            return True
    return False


def _asked(connection: socket.socket, target: str, proxy: SplitResult) -> list[str]:
    """The proxy's answer to the wish to be let through, line by line."""
    lines = [f"CONNECT {target} HTTP/1.1", f"Host: {target}"]
    if proxy.username is not None:
        named = f"{unquote(proxy.username)}:{unquote(proxy.password or '')}"
        lines.append(f"Proxy-Authorization: Basic {base64.b64encode(named.encode()).decode()}")
    head = b""
    try:
        connection.sendall("\r\n".join([*lines, "", ""]).encode())
        while b"\r\n\r\n" not in head and len(head) < _LONGEST_HEAD:
            # One byte: what follows belongs to the encryption.
            part = connection.recv(1)
            if not part:
                break
            head += part
    except TimeoutError:
        raise _Broken(Leg.PROXY, "no_answer") from None
    except OSError:
        raise _Broken(Leg.PROXY, "cut") from None
    return head.decode("latin-1").split("\r\n")


def _judge(head: list[str]) -> None:
    """Raises `_Broken` where the proxy does not let us through."""
    status = head[0].partition(" ")[2][:3]
    if status.startswith("2"):
        return
    if status == str(_WANTS_PASSWORD):
        offers = (line.partition(":") for line in head)
        ways = [
            value.split()[0]
            for name, _, value in offers
            if name.lower() == "proxy-authenticate" and value.split()
        ]
        raise _Broken(Leg.PROXY, "wants_password", ", ".join(dict.fromkeys(ways)))
    raise _Broken(Leg.PROXY, "refuses" if status.isdecimal() else "not_usable", status)
