"""Offers: which services a shipment can have, and why not (API §2.8, §5). Postpaid accounts see no price.

Reasons that were recorded keep their keys; the others are named after them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from inpost_desk.simulator.catalogue import LOCKER, PARCEL_POINT, SERVICES, Service
from inpost_desk.simulator.prices import price_of
from inpost_desk.simulator.records import Account, Offer, Shipment
from inpost_desk.simulator.sizes import fits

WEEKEND = "end_of_week_collection"
WEEKEND_SERVICES = frozenset({LOCKER, PARCEL_POINT, "inpost_locker_pass_thru"})
# Allegro hides its buyers behind addresses of this kind.
ALLEGRO_EMAIL = re.compile(r"[^@]+@(.+\.)?allegromail\.(pl|com)", re.IGNORECASE)


def offers_for(
    shipment: Shipment, account: Account, *, now: float, life: float, next_id: Callable[[], int]
) -> list[Offer]:
    """One offer for the service asked for; in offer mode one for each service of the contract."""
    asked = [shipment.service] if shipment.service is not None else account.services
    services = [_delivering(shipment, SERVICES[name]) for name in asked if name in SERVICES]
    return [
        _offer(shipment, account, service, expires_at=now + life, id_=next_id())
        for service in services
    ]


def reasons_against(shipment: Shipment, service: Service) -> list[str]:
    """Why the service cannot take this shipment, each key once."""
    rules = SERVICES[LOCKER] if service.id == PARCEL_POINT else service
    found = [
        *_extras(shipment, rules),
        *_sizes(shipment, rules),
        *_places(shipment, rules),
        *_money(shipment, rules),
        *_sending(shipment, rules),
    ]
    return list(dict.fromkeys(found))


def _delivering(shipment: Shipment, service: Service) -> Service:
    """A PaczkoPunkt as the target changes the service, also inside an offer (API §5.1)."""
    changed = service.id == LOCKER and shipment.to_parcel_point
    return SERVICES[PARCEL_POINT] if changed else service


def _offer(
    shipment: Shipment, account: Account, service: Service, *, expires_at: float, id_: int
) -> Offer:
    reasons = reasons_against(shipment, service)
    priced = account.prepaid and not reasons
    return Offer(
        id=id_,
        service=service.id,
        status="unavailable" if reasons else "available",
        rate=price_of(shipment, service).total if priced else None,
        expires_at=None if reasons else expires_at,
        additional_services=list(shipment.additional_services),
        reasons=reasons,
    )


def _extras(shipment: Shipment, rules: Service) -> Iterator[str]:
    wanted = [one for one in shipment.additional_services if one != WEEKEND]
    wanted += ["cod"] if shipment.cod else []
    wanted += ["insurance"] if shipment.insurance else []
    for extra in wanted:
        if extra not in rules.extras:
            yield f"additional_service_{extra}_unavailable"
    if shipment.weekend and rules.id not in WEEKEND_SERVICES:
        yield f"additional_service_{WEEKEND}_unavailable"


def _sizes(shipment: Shipment, rules: Service) -> Iterator[str]:
    if len(shipment.parcels) > 1 and not rules.multi:
        yield "multiple_parcels_unavailable"
    if not all(fits(parcel, rules) for parcel in shipment.parcels):
        yield "parcels_size_invalid"


def _places(shipment: Shipment, rules: Service) -> Iterator[str]:
    """What simplified mode refuses at once (`validation`), and an offer cannot do without."""
    attributes, receiver = shipment.custom_attributes, shipment.receiver
    if rules.to_point and "target_point" not in attributes:
        yield "target_point_required"
    if rules.to_point and shipment.to_parcel_point and not rules.parcel_point:
        yield "target_point_invalid"
    same = attributes.get("dropoff_point") == attributes.get("target_point")
    if rules.id == "inpost_locker_pass_thru" and not same:
        yield "dropoff_and_target_points_must_be_equal"
    if shipment.is_return:
        if rules.to_point:
            # That it breaks there is known, what it is called is not (API §8, gotcha 17).
            yield "is_return_unavailable"
        return
    if rules.to_point and not receiver["email"]:
        yield "receiver_email_required"
    if not rules.to_point and not receiver["address"]:
        yield "receiver_address_required"
    person = receiver["first_name"] and receiver["last_name"]
    if not rules.to_point and not (receiver["company_name"] or person):
        yield "receiver_name_required"


def _money(shipment: Shipment, rules: Service) -> Iterator[str]:
    if not shipment.cod:
        return
    if shipment.cod > rules.cod_limit:
        yield "cod_amount_too_big"
    if rules.contract and (shipment.insurance or 0) < shipment.cod:
        yield "insurance_required"


def _sending(shipment: Shipment, rules: Service) -> Iterator[str]:
    attributes = shipment.custom_attributes
    method = attributes.get("sending_method")
    if rules.method_needed and not method:
        yield "sending_method_required"
    if method and method not in rules.methods:
        yield "sending_method_invalid"
    ids = {"allegro_user_id", "allegro_transaction_id"} <= attributes.keys()
    hidden = ALLEGRO_EMAIL.fullmatch(shipment.receiver["email"] or "")
    if rules.for_allegro_buyers and not (ids or hidden):
        yield "allegro_email_invalid"
