"""How far a run is, for whoever shows it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Progress:
    """`stage` is points, buying or labels; parcels to buy, bought, labels stored; calls that are unsure."""

    stage: str
    total: int = 0
    bought: int = 0
    labels: int = 0
    unsure: int = 0


Shower = Callable[[Progress], None]
