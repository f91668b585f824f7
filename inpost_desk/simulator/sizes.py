"""Sides and weights of parcels: what fits a service, and what counts as large (API §2.4, §5.2)."""

from __future__ import annotations

from inpost_desk.simulator.catalogue import TEMPLATES, Service
from inpost_desk.simulator.records import Parcel

PALETTE, ESMARTMIX = "inpost_courier_palette", "inpost_courier_alcohol"
# Millimetres, smallest side first: the most a contract courier takes.
LARGEST = (2400, 2400, 3500)
LONG, LONG_KILOGRAMS = 2000, 30
STANDARD_SIDE, STANDARD_SUM = 1200, 2200
CUBIC_MILLIMETRES_PER_KILOGRAM = 6_000_000
HEAVIEST_BY_SIZE = 70


def fits(parcel: Parcel, service: Service) -> bool:
    """Whether the service takes a parcel of this size and weight."""
    if parcel.template:
        return parcel.template in service.templates
    if parcel.weight > service.kilograms:
        return False
    if service.templates:
        return smallest_box(parcel, service) is not None
    sides = _sides(parcel)
    if service.id == ESMARTMIX:
        return sides[2] <= 800 and sum(sides) < 1800
    if not _inside(sides, LARGEST):
        return False
    if service.id == PALETTE:
        return True
    long = sides[2] > LONG and parcel.weight > LONG_KILOGRAMS
    return not long and weight_by_size(parcel) <= HEAVIEST_BY_SIZE


def smallest_box(parcel: Parcel, service: Service) -> str | None:
    """The template it has, or the first one of the service that it fits into."""
    if parcel.template:
        return parcel.template
    sides = _sides(parcel)
    boxes = ((name, sorted(TEMPLATES[name][:3])) for name in service.templates)
    return next((name for name, box in boxes if _inside(sides, box)), None)


def weight_by_size(parcel: Parcel) -> float:
    """Dimensional weight in kilograms."""
    width, height, length = _sides(parcel)
    return width * height * length / CUBIC_MILLIMETRES_PER_KILOGRAM


def non_standard(parcel: Parcel) -> bool:
    """Said to be, or larger than a normal courier parcel."""
    sides = _sides(parcel)
    return parcel.is_non_standard or sides[2] > STANDARD_SIDE or sum(sides) > STANDARD_SUM


def _sides(parcel: Parcel) -> list[float]:
    return sorted(parcel.dimensions[side] for side in ("length", "width", "height"))


def _inside(sides: list[float], box: list[int] | tuple[int, ...]) -> bool:
    return all(side <= most for side, most in zip(sides, box, strict=True))
