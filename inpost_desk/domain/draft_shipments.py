"""What a draft asks of InPost: one shipment with all its parcels by courier, ×N shipments for lockers.

Cash on delivery and extra protection go on the first shipment only, so that nobody pays twice. A draft that
`draft_checks` stops is not meant to come here.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from inpost_desk.domain.draft import (
    Draft,
    DraftParcel,
    Mode,
    goes_to_point,
    service_of,
    shipments_wanted,
)
from inpost_desk.domain.draft_reading import ReadDraft, read_draft
from inpost_desk.domain.order import Kind, Order, Size
from inpost_desk.domain.order_shipment import PRESETS, Choices, Preset
from inpost_desk.domain.service import SIZES, Limits, Service, asked_service
from inpost_desk.domain.shipment import NewShipment, Parcel


def shipments_of(draft: Draft, keys: Sequence[str], choices: Choices) -> tuple[NewShipment, ...]:
    """One shipment for each key. Raises ValueError for mistakes in a text or a wrong number of keys."""
    read = _readable(draft, choices)
    wanted = shipments_wanted(draft)
    if len(keys) != wanted:
        raise ValueError(f"{wanted} keys are needed")
    first = _shipment(draft, read, keys[0], choices)
    return tuple(
        replace(
            first,
            key=key,
            reference=_reference(read.reference, number, wanted),
            cod=first.cod if number == 1 else None,
            insurance=first.insurance if number == 1 else None,
        )
        for number, key in enumerate(keys, start=1)
    )


def orders_of(draft: Draft, choices: Choices | None = None) -> tuple[Order, ...]:
    """What the ledger keeps of each shipment, in the same order; raises ValueError as `shipments_of` does.

    An order knows no measures: they are the smallest size that holds them, for showing only.
    """
    read = _readable(draft, choices or Choices(""))
    wanted = shipments_wanted(draft)
    presets = choices.presets if choices else PRESETS
    order = Order(
        reference=read.reference,
        kind=Kind.LOCKER if goes_to_point(draft) else Kind.COURIER,
        size=_size(read.parcels[0], presets),
        receiver=read.receiver,
        point=read.point,
        weekend=draft.weekend,
    )
    first = replace(order, cod=read.cod, insurance=read.insurance)
    return tuple(
        replace(
            first if number == 1 else order,
            reference=_reference(read.reference, number, wanted),
        )
        for number in range(1, wanted + 1)
    )


def suited(draft: Draft, presets: Mapping[Size, Preset] = PRESETS) -> Draft:
    """The same draft with parcels its service takes: sizes become measures, and too many become one."""
    service = service_of(draft)
    parcels = tuple(_suited(one, service, presets) for one in draft.parcels)
    if service.several_parcels:
        copies = max(1, draft.count) if len(parcels) == 1 else 1
        return replace(draft, parcels=parcels * copies, count=1)
    same = len(set(parcels)) == 1
    count = len(parcels) if same and len(parcels) > 1 else draft.count
    return replace(draft, parcels=parcels[:1] if same else parcels, count=count)


def _readable(draft: Draft, choices: Choices) -> ReadDraft:
    read = read_draft(draft, method=choices.sending_method)
    if not read.parcels or any(one.stops for one in read.findings):
        raise ValueError("the draft has mistakes")
    return read


def _shipment(draft: Draft, read: ReadDraft, key: str, choices: Choices) -> NewShipment:
    known = draft.mode is Mode.SERVICE
    return NewShipment(
        key=key,
        service=asked_service(draft.service) if known else "",
        receiver=read.receiver,
        parcels=_compared(draft, read.parcels, choices.presets),
        sending_method=read.method,
        reference=read.reference,
        target_point=read.point,
        dropoff_point=read.dropoff_point,
        sender=draft.sender or choices.sender,
        cod=read.cod,
        insurance=read.insurance,
        additional_services=tuple(dict.fromkeys(draft.additional_services)),
        weekend=draft.weekend,
        comments=read.comments,
        mpk=read.mpk,
        allegro_transaction=read.allegro_transaction,
        allegro_user=read.allegro_user,
        commercial_product_identifier=read.product,
        only_choice_of_offer=known and draft.only_choice_of_offer,
    )


def _compared(
    draft: Draft, parcels: tuple[Parcel, ...], presets: Mapping[Size, Preset]
) -> tuple[Parcel, ...]:
    """To an address, offers are of services that want measures: a size alone would compare one with none."""
    if draft.mode is Mode.SERVICE or goes_to_point(draft):
        return parcels
    return tuple(
        Parcel(dimensions=presets[size].dimensions, weight=presets[size].weight)
        if (size := SIZES.get(one.template)) is not None
        else one
        for one in parcels
    )


def _reference(reference: str, number: int, of: int) -> str:
    return f"{reference}-{number}/{of}" if reference and of > 1 else reference


def _size(parcel: Parcel, presets: Mapping[Size, Preset]) -> Size:
    if parcel.template:
        return SIZES.get(parcel.template, Size.A)
    for size in (Size.A, Size.B, Size.C, Size.D):
        sides = presets[size].dimensions
        box = sorted((sides.length, sides.width, sides.height), reverse=True)
        within = Limits(box=(box[0], box[1], box[2]))
        if parcel.dimensions and within.hold(parcel.dimensions):
            return size
    return Size.N


def _suited(parcel: DraftParcel, service: Service, presets: Mapping[Size, Preset]) -> DraftParcel:
    if not parcel.template or parcel.template in service.templates:
        return replace(parcel, non_standard=parcel.non_standard and service.non_standard)
    if not service.by_dimensions:
        return DraftParcel(service.templates[0])
    size = SIZES.get(parcel.template)
    if size is None:
        return DraftParcel(service.templates[0]) if service.templates else DraftParcel()
    preset = presets[size]
    sides = preset.dimensions
    return DraftParcel(
        length=str(sides.length),
        width=str(sides.width),
        height=str(sides.height),
        weight=f"{preset.weight:f}".replace(".", ","),
        non_standard=preset.non_standard and service.non_standard,
    )
