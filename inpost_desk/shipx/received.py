"""The bytes of an answer as they come in: not more and not longer than anybody waits for."""

from __future__ import annotations

import time
from collections.abc import Iterable

LARGEST_ANSWER = 64 * 1024 * 1024


class Excess(Exception):
    """An answer that is `too_large`, or whose end does not come (`timeout`)."""


def whole(parts: Iterable[bytes], *, until: float) -> bytes:
    """All of it, by `time.monotonic` at the latest at `until`. Raises `Excess`."""
    received: list[bytes] = []
    size = 0
    for part in parts:
        received.append(part)
        size += len(part)
        if size > LARGEST_ANSWER:
            raise Excess("too_large")
        if time.monotonic() > until:
            raise Excess("timeout")
    return b"".join(received)
