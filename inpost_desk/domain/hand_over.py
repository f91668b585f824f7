"""Wydanie kurierowi: each parcel is scanned at the truck. What a scan there means, and how it stands.

Facts only; `actions/hand_over.py` does it, `ledger/hand_overs.py` keeps it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final


class Scanned(StrEnum):
    """What came of a scan at the truck."""

    HANDED = "handed"
    """Expected, and now with the courier."""
    PART = "part"
    """One of several parcels of an expected shipment; others of it are still here."""
    AGAIN = "again"
    """Scanned before in this hand-over: not counted."""
    FOREIGN = "foreign"
    """Not of this hand-over, or of a shop that nobody here knows: must not go with it."""
    NOT_READY = "not_ready"
    """Ours, and must not leave: replaced, cancelled, unpaid; or InPost has it already."""
    RETURN = "return"
    """A parcel that came back: marked as received."""
    RETURN_AGAIN = "return_again"
    UNKNOWN = "unknown"
    """No number of a parcel."""
    TAKEN_BACK = "taken_back"
    """Not a scan: somebody took the last counted one of that number back."""


FEWEST_DIGITS: Final = 4
"""A label prints its number's last four large."""


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
    parts: int = 1
    """How many parcels the shipment has; it is handed over once each of them was scanned."""
    parts_scanned: int = 0


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
    """Of `NOT_READY` and `FOREIGN`: a `domain.pickup.NotReady`, or ""; else why it was not counted:
    `each_number` (an order's reference does not say which of its parcels it is), `not_sent` (of a return:
    InPost never had it) or `closed` (the hand-over has ended)."""
    part: int = 0
    """Of `PART` and of the last of several: how many of the shipment's `parts` were scanned by then."""
    parts: int = 0
    operator: str = ""


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

    def number_ending(self, digits: str) -> str:
        """The number of the one parcel still here that ends so; "" for none, several, or too few digits."""
        digits = "".join(digits.split())
        if len(digits) < FEWEST_DIGITS or not digits.isdecimal():
            return ""
        found = {one.number for one in self.missing if one.number.endswith(digits)}
        return found.pop() if len(found) == 1 else ""


@dataclass(frozen=True, slots=True)
class RecordWords:
    """The words on the printed record of a hand-over, in the user's language.

    `moment` says a time in words. `counted` has `{handed}` and `{expected}`, `pickup` has `{number}`.
    """

    title: str
    moment: Callable[[datetime], str]
    began: str
    ended: str
    operator: str
    station: str
    pickup: str
    counted: str
    reference: str
    receiver: str
    number: str
    handed: str
    """Over the times at which the parcels were scanned."""
    left_here: str
    """Over the parcels that were not handed over."""
    left: Mapping[Left, str]
    """What becomes of each of those; where nobody has decided nothing is said."""
    given_by: str
    """Below the line for the warehouse's signature."""
    taken_by: str
    """Below the line for the courier's."""
