"""A shipment: what is asked of InPost (`NewShipment`) and what InPost says of it (`Shipment`).

Ids have types of their own so that they cannot be mixed up. No JSON here: `shipx.wire` does that.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import NamedTuple, NewType

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
    """A shipment as it will be asked of ShipX; without a `service` in offer mode (API §2.3).

    `key` is our own: it travels as `external_customer_id` and as the parcels' ids, so that a shipment whose
    answer was lost can be recognised. Amounts are PLN. Only courier services take several parcels.
    """

    key: str
    service: str
    receiver: Person
    parcels: tuple[Parcel, ...]
    sending_method: str
    reference: str
    target_point: str = ""
    dropoff_point: str = ""
    sender: Person | None = None
    cod: Decimal | None = None
    insurance: Decimal | None = None
    additional_services: tuple[str, ...] = ()
    weekend: bool = False
    comments: str = ""
    mpk: str = ""
    allegro_transaction: str = ""
    allegro_user: str = ""
    commercial_product_identifier: str = ""
    only_choice_of_offer: bool = False

    @property
    def parcel(self) -> Parcel:
        """The first parcel, which for every service but couriers is the only one."""
        return self.parcels[0]

    @property
    def parcel_ids(self) -> tuple[str, ...]:
        """The ids our parcels travel with: the key, `key/2`, `key/3` …"""
        more = (f"{self.key}/{number}" for number in range(2, len(self.parcels) + 1))
        return (self.key, *more)

    @property
    def asks_for_offers(self) -> bool:
        """Offer mode: InPost prepares offers and waits until one is bought."""
        return not self.service


@dataclass(frozen=True, slots=True)
class Offer:
    """`status` is one of in_preparation, available, unavailable, selected, expired, bought.

    `rate` is None on accounts paid by invoice. `reasons` say why it is unavailable; `service_name` is what
    InPost calls the service.
    """

    id: OfferId
    status: str
    service: str = ""
    rate: Decimal | None = None
    expires_at: datetime | None = None
    reasons: tuple[str, ...] = ()
    service_name: str = ""
    carrier: str = ""
    currency: str = "PLN"
    additional_services: tuple[str, ...] = ()


class OfferChoice(NamedTuple):
    """One row of a bulk call: an offer of a shipment; `row` is what the caller calls the row."""

    row: str
    shipment: ShipmentId
    offer: OfferId


@dataclass(frozen=True, slots=True)
class Transaction:
    """A payment attempt: `initiated`, `success` or `failure`; `error` is ShipX's key, `offer` 0 if unsaid."""

    id: int
    status: str
    error: str = ""
    offer: OfferId = OfferId(0)
    created_at: datetime | None = None
    updated_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class ShipmentParcel:
    """`identify_number` is the id the caller gave the parcel, where InPost gives it back.

    InPost describes a template by its largest dimensions and weight too.
    """

    identify_number: str = ""
    tracking_number: str = ""
    template: str = ""
    dimensions: Dimensions | None = None
    weight: Decimal | None = None
    non_standard: bool = False

    @property
    def parcel(self) -> Parcel:
        """The parcel as it would be asked for again."""
        if self.template:
            return Parcel(template=self.template, non_standard=self.non_standard)
        return Parcel(
            dimensions=self.dimensions, weight=self.weight, non_standard=self.non_standard
        )


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
    updated_at: datetime | None = None
    sender: Person = Person()
    return_tracking_number: str = ""
    dropoff_point: str = ""
    allegro_transaction: str = ""
    allegro_user: str = ""
    weekend: bool = False
    comments: str = ""
    mpk: str = ""
    additional_services: tuple[str, ...] = ()
    is_return: bool = False

    @property
    def keys(self) -> frozenset[str]:
        """Every place in which our own key may have come back; a second parcel carries `key/2`."""
        found = {self.key, *(parcel.identify_number for parcel in self.parcels)} - {""}
        return frozenset(one for one in found if one.rpartition("/")[0] not in found)

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
