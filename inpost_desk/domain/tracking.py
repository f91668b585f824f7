"""What is known of a parcel's way: tracking, and InPost's notifications about it. No I/O."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from inpost_desk.domain.shipment import Offer, OrganizationId, ShipmentId


@dataclass(frozen=True, slots=True)
class TrackingEvent:
    """One scan; `origin_status` is InPost's inner code such as `DOR`."""

    status: str
    at: datetime | None = None
    origin_status: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True)
class Tracking:
    """The public tracking of one number, newest event first."""

    tracking_number: str
    status: str
    service: str = ""
    target_point: str = ""
    events: tuple[TrackingEvent, ...] = ()
    updated_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class ServiceChange:
    """Since when a parcel has travelled by this service (such as after a redirection)."""

    service: str
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Notification:
    """A hint that a shipment changed. Unsigned, so never a fact: the shipment is read again."""

    event: str = ""
    at: datetime | None = None
    organization: OrganizationId | None = None
    shipment: ShipmentId | None = None
    status: str = ""
    tracking_number: str = ""
    return_tracking_number: str = ""
    offers: tuple[Offer, ...] = ()
