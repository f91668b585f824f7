"""The rows of the summary: the shipment as it will be asked of InPost, in words."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from inpost_desk.domain.draft import Draft, Mode, goes_to_point, shipments_wanted
from inpost_desk.domain.draft_reading import ReadDraft
from inpost_desk.domain.order import Person
from inpost_desk.domain.shipment import Parcel
from inpost_desk.ui.shipment.service_rows import template_letter
from inpost_desk.ui.shipment.summary_panel import method_words, service_note
from inpost_desk.wording.sentences import money_words, service_words
from inpost_desk.wording.speech import translate

_ENDLESS: Final = re.compile(r"\S{25,}")
_PIECE: Final = re.compile(r".{1,20}")


def breakable(text: str) -> str:
    """The same with places to break its line, where a word is longer than a narrow window."""
    return _ENDLESS.sub(lambda word: "\u200b".join(_PIECE.findall(word[0])), text)


def facts(draft: Draft, read: ReadDraft, sender: Person | None) -> list[tuple[str, str]]:
    """Name and value of each; what was not asked for is left out."""
    rows = [
        (translate("ui", "Service"), service_note(draft)),
        (translate("ui", "Receiver"), _receiver(read.receiver)),
        (translate("ui", "To"), read.point if goes_to_point(draft) else _address(read.receiver)),
        (translate("ui", "Parcels"), _parcels(draft, read)),
        (translate("ui", "Sending"), _sending(read)),
        (translate("ui", "Cash on delivery"), _amount(read.cod)),
        (translate("ui", "Extra protection"), _amount(read.insurance)),
    ]
    extras = [service_words(one) for one in draft.additional_services]
    if draft.weekend:
        extras.insert(0, translate("ui", "Paczka w Weekend"))
    called = draft.only_choice_of_offer and draft.mode is Mode.SERVICE
    paid = translate("ui", "InPost only chooses the offer; this program pays for it at once")
    more = [
        (translate("ui", "Additional services"), ", ".join(extras)),
        (translate("ui", "Payment"), paid if called else ""),
        (translate("ui", "Reference"), read.reference),
        (translate("ui", "Cost centre (MPK)"), read.mpk),
        (translate("ui", "Comments"), read.comments),
        (translate("ui", "Product number of the contract"), read.product),
        (translate("ui", "Allegro purchase number"), read.allegro_transaction),
        (translate("ui", "Allegro buyer number"), read.allegro_user),
        (translate("ui", "Sender"), _sender(draft.sender or sender)),
    ]
    return [*rows, *((name, value) for name, value in more if value)]


def _receiver(person: Person) -> str:
    name = f"{person.first_name} {person.last_name}".strip()
    phone = person.phone
    if len(phone) == 9:
        phone = f"{phone[:3]} {phone[3:6]} {phone[6:]}"
    return " · ".join(filter(None, (person.company, name, phone, person.email)))


def _address(person: Person) -> str:
    address = person.address
    if address is None:
        return ""
    street = f"{address.street} {address.building_number}".strip()
    town = f"{address.post_code} {address.city}".strip()
    return ", ".join(filter(None, (street, town)))


def _parcels(draft: Draft, read: ReadDraft) -> str:
    texts = [_parcel(one) for one in read.parcels]
    wanted = shipments_wanted(draft)
    counted = [
        f"{texts.count(text)} × {text}" if texts.count(text) > 1 else text
        for text in dict.fromkeys(texts)
    ]
    shown = "\n".join(counted)
    return f"{wanted} × {shown}" if wanted > 1 else shown


def _parcel(parcel: Parcel) -> str:
    if parcel.template:
        return translate("ui", "size {letter}").format(letter=template_letter(parcel.template))
    sides, heavy = parcel.dimensions, parcel.weight
    parts = []
    if sides:
        parts.append(f"{sides.length} × {sides.width} × {sides.height} mm")
    if heavy is not None:
        parts.append(f"{heavy.normalize():f} kg".replace(".", ","))
    if parcel.non_standard:
        parts.append(translate("ui", "non-standard"))
    return ", ".join(parts)


def _sending(read: ReadDraft) -> str:
    return " · ".join(filter(None, (method_words(read.method), read.dropoff_point)))


def _amount(amount: Decimal | None) -> str:
    return f"{money_words(f'{amount:.2f}')} zł" if amount is not None else translate("ui", "none")


def _sender(person: Person | None) -> str:
    if person is None:
        return ""
    name = person.company or f"{person.first_name} {person.last_name}".strip()
    return " · ".join(filter(None, (name, _address(person))))
