"""Reads shipments, batches, organisations and pages of them out of decoded ShipX JSON (API §2).

Lenient: odd members are empty, unknown statuses and services are kept. Only what cannot be identified at
all raises `NoAnswer("unreadable")`, because a shipment that was not understood may still have been made.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from math import ceil
from typing import Generic, TypeVar
from urllib.parse import parse_qsl, urlsplit

from inpost_desk.domain.order import Address, Person
from inpost_desk.domain.shipment import (
    Batch,
    BatchId,
    Dimensions,
    Offer,
    OfferId,
    Organization,
    OrganizationId,
    Shipment,
    ShipmentId,
    ShipmentParcel,
    Transaction,
)
from inpost_desk.errors import NoAnswer
from inpost_desk.shipx.picking import (
    amount,
    first,
    id_of,
    identifier,
    mapping,
    moment,
    money,
    name_of,
    named,
    several,
    text,
    truth,
    whole,
    words,
)
from inpost_desk.shipx.refusals import key_of

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Page(Generic[T]):
    """One page of a collection; `count` is the total.

    `kept` names the query parameters that the echoed `href` still holds: ShipX drops filters it does not
    know without a word (API §1.5). Empty where there was no `href`.
    """

    items: tuple[T, ...]
    count: int
    page: int
    per_page: int
    kept: frozenset[str] = frozenset()


def read_page(values: object, reader: Callable[[object], T | None], *, page: int = 1) -> Page[T]:
    """A collection, or a plain array as one page. Items that the reader gives up (None) are left out."""
    own = mapping(values)
    count = whole(own.get("count"))
    given = values if isinstance(values, list) else own.get("items")
    if given is None and (count or "items" not in own):
        raise NoAnswer("unreadable")
    items = tuple(item for item in map(reader, several(given)) if item is not None)
    return Page(
        items=items,
        count=len(items) if count is None or count < 0 else count,
        page=whole(own.get("page")) or page,
        per_page=whole(own.get("per_page")) or len(items),
        kept=_parameters(text(own.get("href"))),
    )


def read_shipment(values: object) -> Shipment:
    """One shipment. Raises `NoAnswer` without a usable id."""
    own = mapping(values)
    custom = mapping(own.get("custom_attributes"))
    offers = tuple(read_offer(one) for one in several(own.get("offers")) if isinstance(one, dict))
    return Shipment(
        id=ShipmentId(own_id(own)),
        status=text(own.get("status")),
        tracking_number=text(own.get("tracking_number")),
        service=text(own.get("service")),
        reference=text(own.get("reference")),
        key=text(own.get("external_customer_id")),
        target_point=text(custom.get("target_point")),
        sending_method=text(own.get("sending_method")) or text(custom.get("sending_method")),
        receiver=_person(own.get("receiver")),
        cod=money(first(own, "cod", "cod_amount")),
        insurance=money(first(own, "insurance", "insurance_amount")),
        parcels=tuple(_parcel(mapping(one)) for one in several(own.get("parcels"))),
        offers=offers,
        selected_offer=_selected(own.get("selected_offer"), offers),
        transactions=tuple(_transaction(mapping(one)) for one in several(own.get("transactions"))),
        created_at=moment(own.get("created_at")),
        updated_at=moment(own.get("updated_at")),
        sender=_person(own.get("sender")),
        return_tracking_number=text(own.get("return_tracking_number")),
        dropoff_point=text(custom.get("dropoff_point")),
        allegro_transaction=text(custom.get("allegro_transaction_id")),
        allegro_user=text(custom.get("allegro_user_id")),
        weekend=truth(own.get("end_of_week_collection")) is True,
        comments=text(own.get("comments")),
        mpk=name_of(own.get("mpk")),
        additional_services=named(own.get("additional_services")),
        is_return=truth(own.get("is_return")) is True,
    )


def read_offer(values: object) -> Offer:
    """An offer; its id is 0 where none was given, which can be shown but not bought."""
    own = mapping(values)
    service = own.get("service")
    return Offer(
        id=OfferId(identifier(own.get("id")) or 0),
        status=text(own.get("status")),
        service=text(service.get("id") if isinstance(service, dict) else service),
        rate=amount(own.get("rate")),
        expires_at=moment(first(own, "expires_at", "valid_to")),
        reasons=_unavailability(own.get("unavailability_reasons")),
        service_name=text(mapping(service).get("name")),
        carrier=id_of(own.get("carrier")),
        currency=text(own.get("currency")) or "PLN",
        additional_services=named(own.get("additional_services")),
    )


def read_batch(values: object) -> Batch:
    """A batch. Rows that have no id yet are left out: they are not made (API §2.10)."""
    own = mapping(values)
    given = (
        identifier(one.get("id") if isinstance(one, dict) else one)
        for one in several(own.get("shipments"))
    )
    return Batch(
        id=BatchId(own_id(own)),
        status=text(own.get("status")),
        shipments=tuple(ShipmentId(one) for one in given if one is not None),
    )


def read_organization(values: object) -> Organization:
    """An organisation, also as the only item of a collection."""
    own = mapping(values)
    if "id" not in own and own.get("items"):
        own = mapping(several(own["items"])[0])
    return Organization(
        id=OrganizationId(own_id(own)),
        name=text(own.get("name")),
        services=words(own.get("services")),
        carriers=words(own.get("carriers")),
    )


def read_organizations(values: object, *, page: int = 1) -> Page[Organization]:
    """A collection of organisations, or a single one in its place."""
    own = mapping(values)
    single = "items" not in own and "id" in own
    return read_page([values] if single else values, read_organization, page=page)


def own_id(own: Mapping[str, object]) -> int:
    """The resource's id. Raises `NoAnswer` where it is missing or unusable."""
    found = identifier(own.get("id"))
    if found is None:
        raise NoAnswer("unreadable")
    return found


def _parameters(href: str) -> frozenset[str]:
    try:
        query = urlsplit(href).query
        return frozenset(name for name, _ in parse_qsl(query, keep_blank_values=True))
    except ValueError:
        return frozenset()


def _person(values: object) -> Person:
    own = mapping(values)
    return Person(
        phone=text(own.get("phone")),
        email=text(own.get("email")),
        first_name=text(own.get("first_name")),
        last_name=text(own.get("last_name")),
        company=text(own.get("company_name")),
        address=read_address(own.get("address")),
    )


def read_address(values: object) -> Address | None:
    """Street and number, or the older `line1` and `line2` (API §2.5); None where that is no place."""
    own = mapping(values)
    lines = " ".join(filter(None, (text(own.get("line1")), text(own.get("line2")))))
    found = Address(
        street=text(own.get("street")) or lines,
        building_number=text(own.get("building_number")),
        city=text(own.get("city")),
        post_code=text(own.get("post_code")),
        country_code=text(own.get("country_code")) or "PL",
    )
    return found if found.street or found.city or found.post_code else None


def _parcel(own: Mapping[str, object]) -> ShipmentParcel:
    return ShipmentParcel(
        identify_number=text(own.get("identify_number")) or _given_id(own.get("id")),
        tracking_number=text(own.get("tracking_number")),
        template=text(own.get("template")),
        dimensions=_dimensions(mapping(own.get("dimensions"))),
        weight=_positive(mapping(own.get("weight")).get("amount")),
        non_standard=truth(own.get("is_non_standard")) is True,
    )


def _dimensions(own: Mapping[str, object]) -> Dimensions | None:
    """Whole millimetres; a broken one is rounded up, since a parcel must not be declared too small."""
    length, width, height = (_positive(own.get(name)) for name in ("length", "width", "height"))
    if length is None or width is None or height is None:
        return None
    return Dimensions(ceil(length), ceil(width), ceil(height))


def _positive(value: object) -> Decimal | None:
    found = amount(value)
    return found if found is not None and found > 0 else None


def _given_id(value: object) -> str:
    """Older answers give the caller's own id back as `id`; InPost's is a number (API §2.4)."""
    given = text(value)
    return "" if given.isdigit() else given


def _selected(values: object, offers: tuple[Offer, ...]) -> Offer | None:
    if isinstance(values, dict) and identifier(values.get("id")):
        return read_offer(values)
    return next((offer for offer in offers if offer.status in ("selected", "bought")), None)


def _transaction(own: Mapping[str, object]) -> Transaction:
    details = own.get("details")
    return Transaction(
        id=identifier(own.get("id")) or 0,
        status=text(own.get("status")),
        error=key_of(details if isinstance(details, dict) else {"error": details}),
        offer=OfferId(identifier(own.get("offer_id")) or 0),
        created_at=moment(own.get("created_at")),
        updated_at=moment(own.get("updated_at")),
    )


def _unavailability(value: object) -> tuple[str, ...]:
    """`[{key, message}]`, `[{where: key}]` or plain keys."""
    found: list[str] = []
    for one in several(value):
        if isinstance(one, dict) and "key" in one:
            found.append(text(one["key"]))
        elif isinstance(one, dict):
            found += [text(reason) for reason in one.values()]
        else:
            found.append(text(one))
    return tuple(dict.fromkeys(filter(None, found)))
