"""What the simulator remembers: accounts, shipments with their offers and payments, batches, pickups.

Plain mutable records, written to the journal as they are; no rule lives here. Money is in grosz, times in
seconds since 1970 by the simulator's clock.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

# When both accounts were opened, in the simulator's story.
OPENED = 1_700_000_000.0


@dataclass(slots=True)
class CostCentre:
    """An MPK; shipments name it."""

    id: int
    name: str
    description: str | None
    created_at: float
    updated_at: float


def _first_cost_centres() -> list[CostCentre]:
    return [
        CostCentre(1, "MAGAZYN", "Wysyłka z magazynu", OPENED, OPENED),
        CostCentre(2, "SKLEP", None, OPENED, OPENED),
    ]


@dataclass(slots=True)
class Account:
    """An organisation. `balance` (grosz) counts on prepaid accounts only; `notify_url` hears of changes."""

    id: int
    owner_id: int
    name: str
    services: list[str]
    prepaid: bool
    balance: int
    company_data: bool = True
    notify_url: str = ""
    cost_centres: list[CostCentre] = field(default_factory=_first_cost_centres)


@dataclass(slots=True)
class Offer:
    """`rate` in grosz, VAT included; None on postpaid accounts and where there are `reasons` against it."""

    id: int
    service: str
    status: str
    rate: int | None
    expires_at: float | None
    additional_services: list[str]
    reasons: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Transaction:
    """`error` is the key of a failure, "" otherwise; `message` its text."""

    id: int
    status: str
    offer_id: int
    created_at: float
    updated_at: float
    error: str = ""
    message: str = ""


@dataclass(slots=True)
class Parcel:
    """Dimensions in millimetres (`length`, `width`, `height`), weight in kilograms."""

    id: int
    identify_number: str | None
    is_non_standard: bool
    template: str | None
    dimensions: dict[str, float]
    weight: float
    tracking_number: str | None = None


@dataclass(slots=True)
class Scan:
    """One stop of a parcel's way."""

    status: str
    at: float


@dataclass(slots=True)
class Shipment:
    """`service` is None until chosen in offer mode; `request` is the body it was made from (for edits).

    `next_step` (`prepare`, `choose`, `initiate`, `complete`, then those of `travel.STEPS`, or "") falls
    due at `next_at`; nothing else is scheduled. `queued` is the offer that a bulk purchase will choose. A
    batch row exists from `created_at` on, which may lie ahead. `asked_service` is what the client sent;
    `to_parcel_point` says that the target is a PaczkoPunkt, `made_elsewhere` that it was made in Manager
    Paczek and not through ShipX.
    `scans` is its way so far, `ahead` what is left of `way`; `redirected_to` is the locker of a redirected
    parcel, `cod_held` says that its cash is not paid out.
    """

    id: int
    account: int
    status: str
    service: str | None
    asked_service: str | None
    created_at: float
    updated_at: float
    request: dict[str, Any]
    sender: dict[str, Any]
    receiver: dict[str, Any]
    custom_attributes: dict[str, Any]
    parcels: list[Parcel]
    additional_services: list[str]
    cod: float | None = None
    insurance: float | None = None
    reference: str | None = None
    comments: str | None = None
    mpk: str | None = None
    mpk_id: int | None = None
    external_customer_id: str | None = None
    is_return: bool = False
    weekend: bool = False
    pays_by_itself: bool = True
    next_step: str = ""
    next_at: float = 0.0
    offers: list[Offer] = field(default_factory=list)
    selected: int | None = None
    transactions: list[Transaction] = field(default_factory=list)
    charged: int = 0
    batch: int | None = None
    queued: int | None = None
    to_parcel_point: bool = False
    made_elsewhere: bool = False
    scans: list[Scan] = field(default_factory=list)
    ahead: list[Scan] = field(default_factory=list)
    way: str = ""
    redirected_to: str = ""
    cod_held: bool = False

    @property
    def selected_offer(self) -> Offer | None:
        return next((offer for offer in self.offers if offer.id == self.selected), None)

    @property
    def tracking_number(self) -> str | None:
        """The first parcel's (API §7)."""
        return self.parcels[0].tracking_number


@dataclass(slots=True)
class Batch:
    id: int
    account: int
    shipments: list[int]
    created_at: float
    done_at: float


@dataclass(slots=True)
class DispatchPoint:
    """A place couriers know; `status` is `created`, `activated` or `suspended`."""

    id: int
    account: int
    name: str
    status: str
    office_hours: str | None
    phone: str | None
    email: str | None
    comments: str | None
    address: dict[str, Any]


@dataclass(slots=True)
class PickupComment:
    """What is told to the courier."""

    id: int
    comment: str
    created_at: float


@dataclass(slots=True)
class DispatchOrder:
    """An order for a pickup at `point`. `statuses` are those it has had, with their times.

    `decided_at` is when a new one becomes sent or rejected, 0 once it has; `comes_at` is when the courier of
    a sent one comes. `reasons` of a rejection are sentences by shipment id (or `dispatch_order`).
    `price` in grosz is what a prepaid account paid.
    """

    id: int
    account: int
    point: int
    shipments: list[int]
    status: str
    address: dict[str, Any]
    created_at: float
    updated_at: float
    decided_at: float = 0.0
    comes_at: float = 0.0
    comments: list[PickupComment] = field(default_factory=list)
    statuses: list[tuple[str, float]] = field(default_factory=list)
    reasons: dict[str, list[str]] = field(default_factory=dict)
    price: int | None = None
