"""The whole history as the Shipments page shows it: what is asked of it, and what a line of it says.

Facts only; `ledger/history.py` answers, words are in `wording`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

from inpost_desk.domain.journey import Concern, Phase
from inpost_desk.domain.pickup import DispatchOrderId, PickupState
from inpost_desk.domain.shipment import ShipmentId


class Sort(StrEnum):
    """What the lines are sorted by."""

    MADE = "made"
    REFERENCE = "reference"
    NAME = "name"
    SERVICE = "service"
    TARGET = "target"
    STATUS = "status"
    NUMBER = "number"


@dataclass(frozen=True, slots=True)
class Query:
    """Which shipments of the history, and in which order; everything that is None or empty is open.

    `words` are looked for in reference, number, name, telephone, point and town, each of them. `since` and
    `until` are days in Warsaw, both included. `exceptions` are those with a concern nobody has dealt with.
    """

    words: str = ""
    phase: Phase | None = None
    exceptions: bool = False
    since: date | None = None
    until: date | None = None
    service: str = ""
    run_id: int | None = None
    printed: bool | None = None
    cod: bool = False
    sort: Sort = Sort.MADE
    descending: bool = True


@dataclass(frozen=True, slots=True)
class HistoryRow:
    """One shipment. `id` is the ledger's own number; times are UTC."""

    id: int
    shipx_id: ShipmentId
    reference: str
    name: str
    phone: str
    service: str
    size: str
    point: str
    city: str
    status: str
    phase: Phase
    concern: Concern | None
    tracking_number: str
    made_at: datetime | None
    status_at: datetime | None
    cod: Decimal | None
    price: Decimal | None
    printed: bool
    """Its label was given to a printer at least once."""
    ours: bool
    """Made by this program; False for Manager Paczek, a shop's plugin, another ledger."""
    weekend: bool = False
    is_return: bool = False
    do_not_send: bool = False
    sending_method: str = ""
    handled: bool = False
    handed: bool = False
    """It was scanned at the truck."""


@dataclass(frozen=True, slots=True)
class Stop:
    """One station of the way. `place` and `origin` (InPost's inner code) only come with tracking."""

    status: str
    at: datetime | None
    place: str = ""
    origin: str = ""


@dataclass(frozen=True, slots=True)
class Request:
    """A call that changed something at InPost, for support."""

    kind: str
    sent_at: datetime
    outcome: str
    ended_at: datetime | None
    operator: str = ""


@dataclass(frozen=True, slots=True)
class Print:
    """One time its label went to a printer."""

    at: datetime
    printer: str
    state: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class PickupOf:
    """The newest pickup the parcel is or was in."""

    id: int
    order: DispatchOrderId | None
    state: PickupState


@dataclass(frozen=True, slots=True)
class Detail:
    """Everything the ledger knows of one shipment, newest stop first."""

    row: HistoryRow
    insurance: Decimal | None = None
    mpk: str = ""
    return_number: str = ""
    returned_at: datetime | None = None
    """When the returned parcel was received back here."""
    handed_at: datetime | None = None
    """When it was scanned at the truck."""
    seen_at: datetime | None = None
    parcel_numbers: tuple[str, ...] = ()
    way: tuple[Stop, ...] = ()
    requests: tuple[Request, ...] = ()
    prints: tuple[Print, ...] = ()
    pickup: PickupOf | None = None
    replaced_by: int | None = None
    replaces: int | None = None
    label: bool = False
    """A label that may be printed is stored."""
    transaction_status: str = ""
    payment_error: str = ""


@dataclass(frozen=True, slots=True)
class Counts:
    """How many shipments of a query there are of each phase (the query's own phase left out)."""

    phases: dict[Phase, int] = field(default_factory=dict)
    exceptions: int = 0
    """With a concern nobody has dealt with."""

    @property
    def all(self) -> int:
        """Every shipment."""
        return sum(self.phases.values())
