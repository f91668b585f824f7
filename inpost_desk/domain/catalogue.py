"""What InPost offers and calls things: services, sending methods, statuses, cost centres, prices. No I/O."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Entry:
    """A service, sending method or status with InPost's own words; `extras` are additional services."""

    id: str
    name: str = ""
    description: str = ""
    extras: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CostCentre:
    """MPK: a place in the sender's accounts to which a shipment is charged."""

    id: int
    name: str = ""
    description: str = ""


@dataclass(frozen=True, slots=True)
class Price:
    """Net PLN for one shipment of a calculation, `key` being its own; None where InPost did not say."""

    key: str
    total: Decimal | None = None
    fuel: Decimal | None = None
    cod: Decimal | None = None
    insurance: Decimal | None = None
    notification: Decimal | None = None
    without_commission: Decimal | None = None
