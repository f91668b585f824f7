"""A web server whose connections are few and short: who sends slowly, or nothing, is hung up on.

uvicorn itself limits neither how long a request's head may take nor how many connections wait for one.
"""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Callable
from typing import Any

import uvicorn
from uvicorn.protocols.http.h11_impl import H11Protocol


def server_for(
    application: Any,
    *,
    began: Callable[[], None],
    lifetime: float,
    most: int,
    largest_head: int,
    goodbye: int,
) -> uvicorn.Server:
    """A server for a thread of its own. A connection ends after `lifetime` seconds; of more than `most` the
    oldest ends, so that nobody can keep others out by doing nothing.
    """

    class Short(H11Protocol):
        """One connection."""

        _end: asyncio.TimerHandle | None = None

        def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
            super().connection_made(transport)
            self._end = self.loop.call_later(lifetime, transport.abort)
            live.append(transport)
            if len(live) > most:
                live.pop(0).abort()

        def connection_lost(self, exc: Exception | None) -> None:
            if self._end is not None:
                self._end.cancel()
            if self.transport in live:
                live.remove(self.transport)
            super().connection_lost(exc)

    live: list[asyncio.Transport] = []
    config = uvicorn.Config(
        application,
        interface="asgi3",
        http=Short,
        ws="none",
        lifespan="off",
        log_config=None,
        log_level="error",
        access_log=False,
        server_header=False,
        date_header=False,
        proxy_headers=False,
        h11_max_incomplete_event_size=largest_head,
        timeout_graceful_shutdown=goodbye,
    )
    return _Announced(config, began)


class _Announced(uvicorn.Server):
    """Says when it accepts connections."""

    def __init__(self, config: uvicorn.Config, began: Callable[[], None]) -> None:
        super().__init__(config)
        self._began = began

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Uvicorn's own, and the news of it."""
        await super().startup(sockets)
        self._began()
