"""Our own keys of shipments: they travel with a creation, so that what was lost can be recognised."""

from __future__ import annotations

import itertools
import uuid
from collections.abc import Iterator


def new_key() -> str:
    """A key that nobody else makes, short enough for every field it travels in."""
    return f"ipd-{uuid.uuid4().hex[:20]}"


def new_keys() -> Iterator[str]:
    """As many as are wanted."""
    return (new_key() for _ in itertools.count())
