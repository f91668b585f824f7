"""What became of buying a typed shipment, in plain values: for the pages that show it. No Qt, no ledger."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING

from inpost_desk.domain.shipment import Offer, OfferId

if TYPE_CHECKING:
    from inpost_desk.actions.ready import Held


class Phase(StrEnum):
    """Where buying stands."""

    IDLE = "idle"
    ASKING = "asking"
    """InPost makes the shipment, or its offers anew."""
    OFFERS = "offers"
    BUYING = "buying"
    STUCK = "stuck"
    DONE = "done"


class Next(StrEnum):
    """What Enter does about something that did not come about."""

    AGAIN = "again"
    """The same once more; nothing was done."""
    PAY = "pay"
    RENEW = "renew"
    LOOK = "look"
    """Only find out what became of it: nothing is bought by that."""
    MEND = "mend"
    """A field of the draft is put right first."""


@dataclass(frozen=True, slots=True)
class Made:
    """A bought shipment. `label` is its stored file, "" while there is none."""

    local_id: int
    reference: str
    numbers: tuple[str, ...]
    service: str
    label: str = ""


@dataclass(frozen=True, slots=True)
class Stuck:
    """A shipment that did not come about: `outcome` as a row's, `field` and `rule` why."""

    outcome: str
    rule: str
    field: str = ""
    value: str = ""
    reference: str = ""
    local_id: int = 0


@dataclass(frozen=True, slots=True)
class Purchase:
    """What a purchase came to. `other_offer`: InPost bought another one than was chosen.

    `trouble` is what ended it early; `old` what becomes of the money for the one it replaces.
    """

    run_id: int = 0
    made: tuple[Made, ...] = ()
    stuck: tuple[Stuck, ...] = ()
    trouble: Exception | None = None
    other_offer: bool = False
    price: Decimal | None = None
    old: str = ""


@dataclass(frozen=True, slots=True)
class Choice:
    """One shipment's offers."""

    local_id: int
    offers: tuple[Offer, ...]


@dataclass(frozen=True, slots=True)
class OffersAnswer:
    """The offers that wait for a choice, one `Choice` for each shipment, and when InPost said so."""

    run_id: int
    choices: tuple[Choice, ...] = ()
    answered: datetime | None = None
    stuck: tuple[Stuck, ...] = ()
    bought: Purchase | None = None
    """It turned out to be bought already."""


@dataclass(frozen=True, slots=True)
class Paper:
    """How the labels stand: with the printer, printed, or why not (`trouble`). `left` did not come out."""

    under_way: bool = False
    printed: int = 0
    at_printer: int = 0
    left: int = 0
    missing: int = 0
    """Bought, but InPost has given no label for them yet."""
    trouble: Exception | None = None
    held: tuple[Held, ...] = ()
    """Kept from the printer because of what the read-back found."""


def merged(choices: tuple[Choice, ...]) -> tuple[Offer, ...]:
    """The offers of several equal shipments as one list: what all of them can have, at the price of all."""
    if len(choices) < 2:
        return choices[0].offers if choices else ()
    found = []
    for offer in choices[0].offers:
        same = [_of_service(one, offer.service) for one in choices]
        there = [one for one in same if one is not None]
        found.append(_summed(offer, there) if len(there) == len(same) else offer)
    return tuple(found)


def picked(choices: tuple[Choice, ...], offer: Offer) -> dict[int, OfferId]:
    """The same service's offer of each shipment."""
    found = {one.local_id: _of_service(one, offer.service) for one in choices}
    return {number: one.id for number, one in found.items() if one is not None}


def _of_service(choice: Choice, service: str) -> Offer | None:
    return next((one for one in choice.offers if one.service == service), None)


def _summed(offer: Offer, same: list[Offer]) -> Offer:
    worst = next((one for one in same if one.reasons), offer)
    rates = [one.rate for one in same if one.rate is not None]
    ends = [one.expires_at for one in same if one.expires_at is not None]
    return replace(
        offer,
        status=worst.status,
        reasons=worst.reasons,
        rate=sum(rates, Decimal(0)) if len(rates) == len(same) else None,
        expires_at=min(ends, default=None),
    )
