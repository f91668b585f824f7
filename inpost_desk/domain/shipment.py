"""A shipment: what is asked of InPost (`NewShipment`) and what InPost says of it (`Shipment`).

Ids have types of their own so that they cannot be mixed up. No JSON here: `shipx.wire` does that.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import NewType

from inpost_desk.domain.order import Person

OrganizationId = NewType("OrganizationId", int)
ShipmentId = NewType("ShipmentId", int)
BatchId = NewType("BatchId", int)
OfferId = NewType("OfferId", int)


@dataclass(frozen=True, slots=True)
class Dimensions:
    """Millimetres."""

    length: int
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Parcel:
    """A template (`small` …) or dimensions with a weight in kilograms, never both."""

    template: str = ""
    dimensions: Dimensions | None = None
    weight: Decimal | None = None
    non_standard: bool = False


@dataclass(frozen=True, slots=True)
class NewShipment:
    """A shipment as it will be asked of ShipX in simplified mode.

    `key` is our own: it travels as `external_customer_id` and as the parcel's id, so that a shipment whose
    answer was lost can be recognised. Amounts are PLN.
    """

    key: str
    service: str
    receiver: Person
    parcel: Parcel
    sending_method: str
    reference: str
    target_point: str = ""
    sender: Person | None = None
    cod: Decimal | None = None
    insurance: Decimal | None = None
    weekend: bool = False
    comments: str = ""


@dataclass(frozen=True, slots=True)
class Offer:
    """`status` is one of in_preparation, available, unavailable, selected, expired, bought."""

    id: OfferId
    status: str
    service: str = ""
    rate: Decimal | None = None
    expires_at: datetime | None = None
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Transaction:
    """A payment attempt: `initiated`, `success` or `failure`; `error` is ShipX's key."""

    id: int
    status: str
    error: str = ""


@dataclass(frozen=True, slots=True)
class ShipmentParcel:
    """`identify_number` is the id the caller gave the parcel, where InPost gives it back."""

    identify_number: str = ""
    tracking_number: str = ""


@dataclass(frozen=True, slots=True)
class Shipment:
    """A shipment as InPost last described it. What it did not say is empty, never a guess."""

    id: ShipmentId
    status: str
    tracking_number: str = ""
    service: str = ""
    reference: str = ""
    key: str = ""
    target_point: str = ""
    sending_method: str = ""
    receiver: Person = Person()
    cod: Decimal | None = None
    insurance: Decimal | None = None
    parcels: tuple[ShipmentParcel, ...] = ()
    offers: tuple[Offer, ...] = ()
    selected_offer: Offer | None = None
    transactions: tuple[Transaction, ...] = ()
    created_at: datetime | None = None

    @property
    def keys(self) -> frozenset[str]:
        """Every place in which our own key may have come back."""
        found = {self.key, *(parcel.identify_number for parcel in self.parcels)}
        return frozenset(found - {""})

    @property
    def last_transaction(self) -> Transaction | None:
        """The newest payment attempt: the only one that says how things stand."""
        return max(self.transactions, key=lambda one: one.id, default=None)


@dataclass(frozen=True, slots=True)
class Batch:
    """A ShipX batch: its shipments carry ids only and may still be growing until `status` is `done`."""

    id: BatchId
    status: str
    shipments: tuple[ShipmentId, ...] = ()


@dataclass(frozen=True, slots=True)
class Organization:
    """The account: `services` are the ones its contract allows."""

    id: OrganizationId
    name: str = ""
    services: frozenset[str] = frozenset()
    carriers: frozenset[str] = frozenset()
