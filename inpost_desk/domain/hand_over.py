"""Wydanie kurierowi: each parcel is scanned at the truck. What a scan there means, and how it stands.

Facts only; `actions/hand_over.py` does it, `ledger/hand_overs.py` keeps it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Scanned(StrEnum):
    """What came of a scan at the truck."""

    HANDED = "handed"
    """Expected, and now with the courier."""
    AGAIN = "again"
    """Scanned before in this hand-over: not counted."""
    FOREIGN = "foreign"
    """Not of this hand-over: must not go with it."""
    NOT_READY = "not_ready"
    """Ours, and must not leave: replaced, cancelled, unpaid; or InPost has it already."""
    RETURN = "return"
    """A parcel that came back: marked as received."""
    RETURN_AGAIN = "return_again"
    UNKNOWN = "unknown"
    """No number of a parcel."""


class Left(StrEnum):
    """What becomes of a parcel that was not scanned."""

    STAYS = "stays"
    """It stays for the next pickup."""
    CANCELLED = "cancelled"
    """It is not sent at all; what InPost allows after payment is for *Wymień* or its own 45 days."""


@dataclass(frozen=True, slots=True)
class Parcel:
    """One expected parcel; `handed_at` None while it is still here."""

    shipment_id: int
    reference: str
    name: str
    number: str
    service: str = ""
    handed_at: datetime | None = None
    left: Left | None = None


@dataclass(frozen=True, slots=True)
class ScanLine:
    """One scan, as the list beside the counter shows it."""

    at: datetime
    what: Scanned
    number: str
    reference: str = ""
    name: str = ""
    shipment_id: int | None = None
    rule: str = ""
    """Of `NOT_READY`: a `domain.pickup.NotReady`."""


@dataclass(frozen=True, slots=True)
class HandOver:
    """One hand-over, open while `ended_at` is None; `pickup_id` is the pickup ordered for it, if any."""

    id: int
    started_at: datetime
    ended_at: datetime | None
    operator: str
    station: str
    pickup_id: int | None
    parcels: tuple[Parcel, ...]
    lines: tuple[ScanLine, ...]
    """The newest first, as many as were asked for."""

    @property
    def expected(self) -> int:
        """How many parcels there are in it."""
        return len(self.parcels)

    @property
    def handed(self) -> int:
        """How many the courier has."""
        return sum(one.handed_at is not None for one in self.parcels)

    @property
    def missing(self) -> tuple[Parcel, ...]:
        """Those still here that nobody has decided about."""
        return tuple(one for one in self.parcels if one.handed_at is None and one.left is None)
