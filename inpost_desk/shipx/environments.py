"""Addresses and tokens of InPost's environments (API §1.1, §1.2): which belongs to which.

A token's claims are only read, never verified: they serve to explain a refusal, not to grant anything.
"""

from __future__ import annotations

import base64
import ipaddress
from urllib.parse import urlsplit

import msgspec

from inpost_desk.errors import NotAllowed
from inpost_desk.shipx.picking import mapping, text

_OURS = (".easypack24.net", ".inpost.pl")


def checked_address(base_url: str) -> str:
    """The address without a trailing `/` or `/v1`.

    Raises `NotAllowed` with rule `bad_address`, or `insecure_address` for http to anything but this
    machine: a token must not travel in the clear.
    """
    try:
        parts = urlsplit(base_url.strip())
        host, _ = parts.hostname or "", parts.port
    except ValueError:
        raise NotAllowed(status=0, rule="bad_address") from None
    if parts.scheme not in ("http", "https") or not host or parts.username is not None:
        raise NotAllowed(status=0, rule="bad_address")
    if parts.query or parts.fragment:
        raise NotAllowed(status=0, rule="bad_address")
    if parts.scheme == "http" and not is_loopback(host):
        raise NotAllowed(status=0, rule="insecure_address")
    path = parts.path.rstrip("/").removesuffix("/v1").rstrip("/")
    return f"{parts.scheme}://{parts.netloc}{path}"


def is_loopback(host: str) -> bool:
    """Whether the host is this machine."""
    if host.lower() == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def checked_token(token: str) -> str:
    """The token as it goes into the header, also when pasted with `Bearer` or line ends around it.

    Raises `NotAllowed` with rule `token_invalid` for anything that cannot stand in a header.
    """
    found = token.strip()
    if found[:7].lower() == "bearer ":
        found = found[7:].strip()
    if found and not (found.isascii() and found.isprintable() and " " not in found):
        raise NotAllowed(status=0, rule="token_invalid")
    return found


def token_is_from_elsewhere(token: str, host: str) -> bool:
    """Whether the token's issuer is known and is not the one of the host's environment."""
    issued = _environment(_issuer(token))
    here = "local" if is_loopback(host) else _environment(host)
    return bool(issued and here) and issued != here


def _environment(host: str) -> str:
    """`production`, `sandbox` or "" for a host that is not InPost's."""
    if not f".{host}".endswith(_OURS):
        return ""
    return "sandbox" if host.startswith(("sandbox", "stage")) else "production"


def _issuer(token: str) -> str:
    parts = token.split(".")
    if len(parts) != 3:
        return ""
    try:
        claims = msgspec.json.decode(
            base64.urlsafe_b64decode(parts[1] + "=" * (-len(parts[1]) % 4))
        )
        issuer = text(mapping(claims).get("iss"))
        return urlsplit(issuer if "//" in issuer else f"//{issuer}").hostname or ""
    except (ValueError, msgspec.MsgspecError, RecursionError):
        return ""
