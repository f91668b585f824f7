"""The address InPost sends notifications to: its secret, what is checked of it, and who may send. No I/O."""

from __future__ import annotations

import re
import secrets
from collections.abc import Iterable, Sequence
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network
from typing import Final
from urllib.parse import urlsplit

from inpost_desk.domain.notified import INPOST_NETWORK, ListenRules

SECRET_BYTES: Final = 20
HERE: Final = "127.0.0.1"
EVERYWHERE: Final = "0.0.0.0"  # noqa: S104 - only where the owner asks for it

_NAME: Final = re.compile(r"[a-z0-9-]+(\.[a-z0-9-]+)+", re.ASCII)
_PATH: Final = re.compile(r"(/[a-z0-9._~-]+)*", re.ASCII)

Sender = IPv4Address | IPv6Address


def new_secret() -> str:
    """A fresh one, in lower case as InPost asks for; nobody guesses 160 bits."""
    return secrets.token_hex(SECRET_BYTES)


def public_address(text: str) -> str:
    """`https://host/…` without a closing slash, in lower case (API §3.12). Raises ValueError for others.

    "" stays "".
    """
    given = text.strip().lower().rstrip("/")
    if not given:
        return ""
    parts = urlsplit(given)
    plain = not (parts.query or parts.fragment or parts.username or parts.password)
    host = parts.hostname or ""
    reachable = _NAME.fullmatch(host) is not None and not host.endswith(".local")
    if parts.scheme != "https" or not plain or not reachable or parts.port == 0:
        raise ValueError(text)
    if _PATH.fullmatch(parts.path) is None:
        raise ValueError(text)
    return given


def whole_address(rules: ListenRules) -> str:
    """What is told to InPost, "" while address or secret are missing."""
    if not (rules.public_address and rules.secret):
        return ""
    return f"{rules.public_address}/{rules.secret}"


def paths(rules: ListenRules) -> frozenset[str]:
    """Where notifications come: a proxy leaves its own part of the public address in or takes it out."""
    if not rules.secret:
        return frozenset()
    prefix = urlsplit(rules.public_address).path.rstrip("/")
    return frozenset({f"/{rules.secret}", f"{prefix}/{rules.secret}"})


def proxies(text: str) -> tuple[str, ...]:
    """Addresses and networks parted by blanks or commas. Raises ValueError where one is none."""
    given = [one for one in re.split(r"[\s,;]+", text) if one]
    return tuple(str(_network(one)) if "/" in one else str(ip_address(one)) for one in given)


def sender(peer: str, forwarded: Sequence[str], trusted: Iterable[str]) -> Sender | None:
    """Who really sent: the nearest hop that is no proxy of ours; None where nobody can tell.

    `forwarded` are the values of X-Forwarded-For as they came; anybody may write there, so only what a
    trusted proxy added counts, from right to left.
    """
    networks = [_network(one) for one in trusted]
    hop = _address(peer)
    named = [one for value in forwarded for one in value.split(",")]
    while named and hop is not None and any(hop in one for one in networks):
        hop = _address(named.pop())
    return hop


def from_inpost(one: Sender | None) -> bool:
    """Whether that is ShipX's own network."""
    return one is not None and one in _network(INPOST_NETWORK)


def _network(text: str) -> IPv4Network | IPv6Network:
    return ip_network(text, strict=False)


def _address(text: str) -> Sender | None:
    """An address as sockets and proxies write it, also with a port behind it."""
    given = text.strip()
    if given.startswith("["):
        given = given[1:].partition("]")[0]
    elif given.count(":") == 1:
        given = given.partition(":")[0]
    try:
        found = ip_address(given)
    except ValueError:
        return None
    mapped = found.ipv4_mapped if isinstance(found, IPv6Address) else None
    return mapped or found
