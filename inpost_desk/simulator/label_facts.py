"""What stands on a label, taken from a shipment: the same for PDF, ZPL and EPL."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from inpost_desk.simulator.catalogue import SERVICES
from inpost_desk.simulator.points import Point, Points
from inpost_desk.simulator.records import Parcel, Shipment

SPECIMEN = "SYMULATOR – WZÓR, NIE NADAWAĆ"
SIZES = {"small": "A", "medium": "B", "large": "C", "xlarge": "D"}


@dataclass(frozen=True, slots=True)
class LabelFacts:
    """One page. `to_point` chooses the layout; `size` is the letter of the gabaryt or the dimensions."""

    to_point: bool
    service: str
    number: str
    region: str
    destination: str
    sender: tuple[str, ...]
    receiver: tuple[str, ...]
    phone: str
    size: str
    weight: str
    cod: str
    comments: str
    reference: str
    place: str
    title: str = "ShipX"


def label_facts(shipment: Shipment, points: Points) -> list[LabelFacts]:
    """A label for each parcel of a paid shipment."""
    count = len(shipment.parcels)
    return [
        _facts(shipment, parcel, points, place=f"{index}/{count}" if count > 1 else "")
        for index, parcel in enumerate(shipment.parcels, start=1)
    ]


def return_facts(shipment: Shipment, points: Points) -> list[LabelFacts]:
    """A label for each parcel with which its receiver sends it back, under a number of its own."""
    post_code = str((shipment.sender["address"] or {}).get("post_code") or "")
    return [
        replace(
            facts,
            title="ZWROT",
            service=f"ZWROT {facts.service}",
            number=f"522999{facts.number[6:]}",
            destination=f"PL/{post_code[:2]}",
            sender=facts.receiver,
            receiver=tuple(_peer_lines(shipment.sender)),
            phone=shipment.sender["phone"] or "",
            cod="",
        )
        for facts in label_facts(shipment, points)
    ]


def _facts(shipment: Shipment, parcel: Parcel, points: Points, *, place: str) -> LabelFacts:
    service = SERVICES[shipment.service or ""]
    point = points.get(shipment.custom_attributes.get("target_point", ""))
    region, destination = _routing(shipment, point)
    return LabelFacts(
        to_point=service.to_point,
        service=service.name,
        number=parcel.tracking_number or "",
        region=region,
        destination=destination,
        sender=tuple(_peer_lines(shipment.sender)),
        receiver=tuple(_point_lines(point) if point else _peer_lines(shipment.receiver)),
        phone=_phone(shipment, masked=service.to_point),
        size=size_of(parcel),
        weight=f"{parcel.weight:g} kg",
        cod=f"{shipment.cod:.2f} PLN".replace(".", ",") if shipment.cod else "",
        comments=shipment.comments or "",
        reference=shipment.reference or "",
        place=place,
    )


def _routing(shipment: Shipment, point: Point | None) -> tuple[str, str]:
    """An invented courier region and the town's code, or the first digits of the post code."""
    if point is not None:
        return f"P{shipment.id % 90 + 10}", f"PL/{point['agency']}"
    post_code = str((shipment.receiver["address"] or {}).get("post_code") or "")
    return f"K{shipment.id % 90 + 10}", f"PL/{post_code[:2]}"


def _point_lines(point: Point) -> list[str]:
    address = point["address"]
    return [point["name"], address["line1"], address["line2"]]


def _peer_lines(peer: dict[str, Any]) -> list[str]:
    person = f"{peer['first_name'] or ''} {peer['last_name'] or ''}".strip()
    address = peer["address"] or {}
    street = f"{address.get('street') or ''} {address.get('building_number') or ''}".strip()
    lines = [
        peer["company_name"] or peer["name"] or "",
        person,
        street or address.get("line1") or "",
        f"{address.get('post_code') or ''} {address.get('city') or ''}".strip(),
    ]
    return [line for line in lines if line]


def _phone(shipment: Shipment, *, masked: bool) -> str:
    phone = shipment.receiver["phone"] or ""
    return f"*** *** *{phone[-5:-3]} {phone[-3:]}".strip() if masked and phone else phone


def size_of(parcel: Parcel) -> str:
    """The letter of the gabaryt, or the sides in centimetres."""
    if parcel.template in SIZES:
        return SIZES[parcel.template]
    if parcel.template:
        return parcel.template[-1].upper()
    sides = (parcel.dimensions[name] for name in ("length", "width", "height"))
    return "×".join(f"{side / 10:g}" for side in sides)
