"""The owner's decisions about InPost's notifications (webhooks, API §3.12): off unless asked for.

What a notification says is `domain.tracking.Notification`: a hint, never a fact.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

INPOST_NETWORK: Final = "91.216.25.0/24"
"""Where ShipX sends from, in both environments (API §3.12)."""
LARGEST: Final = 256 * 1024
"""Bytes: thirteen offers are about 20 kB."""
USUAL_PORT: Final = 8731


@dataclass(frozen=True, slots=True)
class ListenRules:
    """Where notifications are received. `secret` is the path's second part, made once, in lower case.

    `only_inpost` refuses every sender outside `INPOST_NETWORK`; behind a proxy of one's own the sender is
    whom that proxy names (`X-Forwarded-For`), and only proxies in `trusted_proxies` are believed.
    `public_address` is what was told to InPost, for showing only.
    """

    on: bool = False
    host: str = "127.0.0.1"
    port: int = USUAL_PORT
    secret: str = ""
    only_inpost: bool = True
    trusted_proxies: tuple[str, ...] = ()
    public_address: str = ""

    def __post_init__(self) -> None:
        if not 0 < self.port < 65_536:
            raise ValueError("port")
