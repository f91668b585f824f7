"""What may stand in the settings as this network's proxy.

A password never does: it would lie on the disk for everybody to read. How a proxy is found and spoken to is
the business of `shipx`.
"""

from __future__ import annotations

from typing import Final
from urllib.parse import urlsplit

from inpost_desk.errors import FileTrouble

DIRECT: Final = "direct"
"""No proxy, whatever the system says; "" leaves it to the system."""


def checked_proxy(given: str) -> str:
    """`given` as it is kept: "", DIRECT, or `http://host:port`.

    Raises `FileTrouble` with the rule `proxy_with_password`, or `proxy_not_valid` for anything else.
    """
    text = given.strip().rstrip("/")
    if text.casefold() in ("", DIRECT):
        return text.casefold()
    address = text if "://" in text else f"http://{text}"
    plain = address.rpartition("@")[2]
    if "@" in address:
        raise FileTrouble("proxy_with_password", place=plain)
    try:
        parts = urlsplit(address)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        raise FileTrouble("proxy_not_valid", place=plain) from None
    odd = not address.isascii() or not address.isprintable() or bool(set(address) & set(" \\?#"))
    if odd or parts.scheme != "http" or not host or not port or parts.path:
        raise FileTrouble("proxy_not_valid", place=plain)
    return f"{parts.scheme}://{parts.netloc.lower()}"


def is_proxy(kept: str) -> bool:
    """Whether the settings may hold this."""
    try:
        return checked_proxy(kept) == kept
    except FileTrouble:
        return False
