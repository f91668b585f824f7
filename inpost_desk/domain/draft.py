"""A shipment being typed by hand: what the wizard fills in, and which steps it still needs.

Everything is kept as it was typed; `draft_reading` reads it, `draft_checks` judges it and `draft_shipments`
makes what is asked of InPost. No Qt, no file: a draft goes to JSON and back so that it survives a crash.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

import msgspec

from inpost_desk.domain.order import Field, Person, Problem
from inpost_desk.domain.service import (
    TO_ANY_ADDRESS,
    TO_ANY_POINT,
    Service,
    Target,
    asked_service,
    offered,
    service_named,
)

MOST_COPIES: Final = 9


class Mode(StrEnum):
    """The service is known, or InPost's offers are compared."""

    SERVICE = "service"
    OFFERS = "offers"


class Step(StrEnum):
    """The wizard's pages, in their order."""

    MODE = "mode"
    RECEIVER = "receiver"
    DELIVERY = "delivery"
    PARCELS = "parcels"
    EXTRAS = "extras"
    OFFERS = "offers"
    SUMMARY = "summary"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class DraftParcel:
    """A template, or measures as typed: millimetres and kilograms unless a unit is written."""

    template: str = ""
    length: str = ""
    width: str = ""
    height: str = ""
    weight: str = ""
    non_standard: bool = False


@dataclass(frozen=True, slots=True)
class Draft:
    """Texts as typed. `to_point` counts in offer mode only: elsewhere the service says where it goes.

    `count` makes that many shipments with the same data (×3) where a service takes one parcel each.
    `sender` stands in for the settings' own; "" as `sending_method` means the settings' own.
    """

    mode: Mode = Mode.SERVICE
    service: str = ""
    phone: str = ""
    email: str = ""
    first_name: str = ""
    last_name: str = ""
    company: str = ""
    street: str = ""
    building_number: str = ""
    city: str = ""
    post_code: str = ""
    to_point: bool = True
    point: str = ""
    dropoff_point: str = ""
    parcels: tuple[DraftParcel, ...] = (DraftParcel("small"),)
    count: int = 1
    sending_method: str = ""
    cod: str = ""
    insurance: str = ""
    additional_services: tuple[str, ...] = ()
    weekend: bool = False
    reference: str = ""
    comments: str = ""
    mpk: str = ""
    allegro_transaction: str = ""
    allegro_user: str = ""
    product: str = ""
    only_choice_of_offer: bool = False
    sender: Person | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """Something wrong with a draft; one that does not stop is a warning.

    `parcel` is which parcel it is about, counted from 0 as in `errors.Reason`, or None.
    """

    problem: Problem
    parcel: int | None = None
    stops: bool = True

    @property
    def step(self) -> Step:
        """The page on which it is put right."""
        return step_of(self.problem.field)


_FIELDS: Final[dict[Step, tuple[Field, ...]]] = {
    Step.MODE: (Field.SERVICE, Field.KIND),
    Step.RECEIVER: (
        Field.PHONE,
        Field.EMAIL,
        Field.NAME,
        Field.FIRST_NAME,
        Field.LAST_NAME,
        Field.COMPANY,
        Field.ALLEGRO_TRANSACTION,
        Field.ALLEGRO_USER,
    ),
    Step.DELIVERY: (
        Field.POINT,
        Field.STREET,
        Field.BUILDING_NUMBER,
        Field.POST_CODE,
        Field.CITY,
    ),
    Step.PARCELS: (
        Field.SIZE,
        Field.DIMENSIONS,
        Field.LENGTH,
        Field.WIDTH,
        Field.HEIGHT,
        Field.WEIGHT,
        Field.COUNT,
        Field.SENDING_METHOD,
        Field.DROPOFF_POINT,
    ),
    Step.EXTRAS: (
        Field.COD,
        Field.INSURANCE,
        Field.ADDITIONAL_SERVICES,
        Field.WEEKEND,
        Field.REFERENCE,
        Field.COMMENTS,
        Field.MPK,
        Field.PRODUCT,
        Field.SENDER,
        Field.CONTENTS,
    ),
    Step.OFFERS: (Field.OFFER,),
}
_STEP_OF: Final = {str(field): step for step, fields in _FIELDS.items() for field in fields}


def step_of(field: str) -> Step:
    """The page that has this field; what no page has (also a ShipX path) is told on the summary."""
    return _STEP_OF.get(field, Step.SUMMARY)


def steps(draft: Draft, allowed: frozenset[str] = frozenset()) -> tuple[Step, ...]:
    """The pages this draft needs; with a single service in the contract there is nothing to choose first."""
    only = offered(allowed) if allowed else ()
    chosen = len(only) == 1 and draft.mode is Mode.SERVICE and draft.service == only[0].id
    first = () if chosen else (Step.MODE,)
    last = Step.OFFERS if draft.mode is Mode.OFFERS else Step.SUMMARY
    middle = (Step.RECEIVER, Step.DELIVERY, Step.PARCELS, Step.EXTRAS)
    return (*first, *middle, last, Step.DONE)


def service_of(draft: Draft) -> Service:
    """The catalogue's row the draft is filled in by; a general one while offers are compared."""
    if draft.mode is Mode.OFFERS or not draft.service:
        return TO_ANY_POINT if draft.to_point else TO_ANY_ADDRESS
    return service_named(asked_service(draft.service))


def goes_to_point(draft: Draft) -> bool:
    """Whether a Paczkomat or PaczkoPunkt is asked for instead of an address."""
    return service_of(draft).target is Target.POINT


def shipments_wanted(draft: Draft) -> int:
    """How many shipments it becomes: as many keys are needed. Couriers take all parcels in one."""
    return 1 if service_of(draft).several_parcels else max(1, min(draft.count, MOST_COPIES))


def to_json(draft: Draft) -> bytes:
    """What is kept of a draft on disk."""
    # A damaged character out of the clipboard must not cost the whole draft.
    return json.dumps(msgspec.to_builtins(draft), ensure_ascii=False).encode("utf-8", "replace")


def from_json(content: bytes) -> Draft | None:
    """A kept draft, or None where it cannot be read; members of another version are left out."""
    try:
        return msgspec.json.decode(content, type=Draft)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        return None
