"""The services as rows of a choice: what each is, grouped, and why some cannot be had."""

from __future__ import annotations

from inpost_desk.domain.draft_checks import Circumstances
from inpost_desk.domain.service import (
    CATALOGUE,
    PARCEL_POINT,
    SIZES,
    Service,
    Target,
    offered,
)
from inpost_desk.ui.shipment.choice_rows import RowItem
from inpost_desk.wording.sentences import service_words
from inpost_desk.wording.speech import translate


def service_items(known: Circumstances, *, prepaid: bool | None) -> list[RowItem]:
    """Every service under its heading; in each group those that can be had come first."""
    usable = {one.id: one for one in offered(known.allowed, prepaid=prepaid)}
    rest = [one for one in CATALOGUE.values() if one.id not in usable and one.id != PARCEL_POINT]
    contract = translate("ui", "not in your contract with InPost")
    reason = contract if known.allowed else translate("ui", "only for accounts that pay by invoice")
    items = [_item(one) for one in usable.values()] + [_item(one, reason) for one in rest]
    groups = _groups()
    return sorted(items, key=lambda one: groups.index(one.group))


def what_words(service: Service) -> str:
    """In one line: where it goes, how large and heavy a parcel may be, how many."""
    parts = [_target(service), _size(service)]
    if service.limits.heaviest is not None:
        parts.append(translate("ui", "up to {weight} kg").format(weight=service.limits.heaviest))
    if service.several_parcels:
        parts.append(translate("ui", "several parcels in one shipment"))
    return " · ".join(parts)


def template_letter(template: str) -> str:
    """What people call a template: A, B, C or D; a new one of InPost's as it is."""
    size = SIZES.get(template)
    return str(size) if size else template.rpartition("_")[2].upper()


def _item(service: Service, reason: str = "") -> RowItem:
    title = service_words(service.id)
    title = title[:1].upper() + title[1:]
    return RowItem(service.id, title, what_words(service), _group(service), reason)


def _groups() -> tuple[str, str, str]:
    return (
        translate("ui", "To a Paczkomat or PaczkoPunkt"),
        translate("ui", "By courier to the door"),
        translate("ui", "Allegro purchases"),
    )


def _group(service: Service) -> str:
    point, address, allegro = _groups()
    if service.allegro:
        return allegro
    return point if service.target is Target.POINT else address


def _target(service: Service) -> str:
    if service.target is Target.ADDRESS:
        return translate("ui", "to the door")
    if service.same_point:
        return translate("ui", "fetched from the Paczkomat it was left in")
    if service.parcel_points:
        return translate("ui", "to a Paczkomat or PaczkoPunkt")
    return translate("ui", "to a Paczkomat")


def _size(service: Service) -> str:
    if not service.templates:
        return translate("ui", "by dimensions and weight")
    letters = ", ".join(template_letter(one) for one in service.templates)
    return translate("ui", "sizes {letters}").format(letters=letters)
