"""One request as the transport is asked to make it, and when a failed one is worth making again.

Knows nothing of how it travels.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from uuid import uuid4

import msgspec

from inpost_desk.errors import NoAnswer, NotFound, Offline, TooFast, Trouble
from inpost_desk.shipx.answers import GATEWAY_404
from inpost_desk.shipx.breaker import Way

CONNECT_TIMEOUT = 5.0
# Pauses between the attempts of a read, in seconds.
PAUSES = (0.5, 1.5, 4.0)
# A read does not sleep longer than this for a Retry-After; the caller is told instead.
LONGEST_SLEEP = 30.0

Query = Sequence[tuple[str, str]]

_encoder = msgspec.json.Encoder(decimal_format="number")


def encoded(body: object) -> bytes:
    """JSON as it is sent: a `Decimal` becomes a number with all its digits."""
    return _encoder.encode(body)


@dataclass(frozen=True, slots=True)
class Request:
    """One attempt. Its `id` is what InPost can be asked about.

    `timeout` and `connect` are seconds; `by` is when it must have left at the latest (by `clock.elapsed`),
    `turn_within` how many seconds it waits for its turn (None: as long as it takes); `change` tells what may
    have acted, `signed` what carries the token, `way` how it passes during an outage.
    """

    method: str
    path: str
    timeout: float
    query: Query = ()
    content: bytes | None = None
    connect: float = CONNECT_TIMEOUT
    change: bool = False
    way: Way = Way.AS_PROBE
    by: float | None = None
    signed: bool = True
    turn_within: float | None = None
    id: str = field(default_factory=lambda: str(uuid4()))

    @property
    def without_values(self) -> str:
        """The path and the names of the query, for the log."""
        names = "&".join(dict.fromkeys(name for name, _ in self.query))
        return f"{self.path}?{names}" if names else self.path


def worth_repeating(trouble: Trouble, *, held: bool) -> bool:
    """Whether a read that ended so may be made again; `held`: the id in its path is one we hold."""
    if isinstance(trouble, TooFast):
        return trouble.wait <= LONGEST_SLEEP
    if isinstance(trouble, NotFound):
        return held or trouble.error == GATEWAY_404
    return isinstance(trouble, Offline | NoAnswer) and trouble.detail != "closed"
