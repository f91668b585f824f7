"""A transport with the pauses of a test, and a note of how long it would have slept."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from inpost_desk.shipx.pace import Pace
from inpost_desk.shipx.transport import Transport


class Waits:
    """Stands in for sleeping: notes how long, and may ask to give up."""

    def __init__(self) -> None:
        self.seconds: list[float] = []
        self.give_up = False

    def __call__(self, seconds: float) -> bool:
        self.seconds.append(seconds)
        return self.give_up


@contextmanager
def talking_to(url: str, **options: object) -> Iterator[Transport]:
    chosen = {"token": "secret-token", "pace": Pace(per_second=1000), "wait": Waits(), **options}
    transport = Transport(url, **chosen)  # type: ignore[arg-type]
    try:
        yield transport
    finally:
        transport.close()
