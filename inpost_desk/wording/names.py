"""Names of things in English: our fields, InPost's services, sending methods and statuses (API §4.3, §5).

InPost adds services and statuses when it likes: one without a name here is shown as its key.
"""

from __future__ import annotations

from typing import Final

from inpost_desk.wording.speech import QT_TRANSLATE_NOOP

FIELDS: Final[dict[str, str]] = {
    "email": QT_TRANSLATE_NOOP("names", "e-mail"),
    "phone": QT_TRANSLATE_NOOP("names", "telephone"),
    "size": QT_TRANSLATE_NOOP("names", "size"),
    "point": QT_TRANSLATE_NOOP("names", "Paczkomat or PaczkoPunkt"),
    "reference": QT_TRANSLATE_NOOP("names", "reference"),
    "insurance": QT_TRANSLATE_NOOP("names", "extra protection"),
    "cod": QT_TRANSLATE_NOOP("names", "cash on delivery"),
    "name": QT_TRANSLATE_NOOP("names", "first and last name"),
    "company": QT_TRANSLATE_NOOP("names", "company"),
    "street": QT_TRANSLATE_NOOP("names", "street"),
    "post_code": QT_TRANSLATE_NOOP("names", "post code"),
    "city": QT_TRANSLATE_NOOP("names", "town"),
    "kind": QT_TRANSLATE_NOOP("names", "kind of shipment"),
    "weekend": QT_TRANSLATE_NOOP("names", "Paczka w Weekend"),
    "service": QT_TRANSLATE_NOOP("names", "service"),
    "sending_method": QT_TRANSLATE_NOOP("names", "sending method"),
    "sender": QT_TRANSLATE_NOOP("names", "sender"),
    "comments": QT_TRANSLATE_NOOP("names", "comments"),
    "contents": QT_TRANSLATE_NOOP("names", "contents"),
    "mpk": QT_TRANSLATE_NOOP("names", "cost centre (MPK)"),
    "row": QT_TRANSLATE_NOOP("names", "row"),
}

SERVICES: Final[dict[str, str]] = {
    "inpost_locker_standard": QT_TRANSLATE_NOOP("names", "Paczkomat"),
    "inpost_locker_customer_service_point": QT_TRANSLATE_NOOP("names", "PaczkoPunkt"),
    "inpost_locker_pass_thru": QT_TRANSLATE_NOOP("names", "Podaj Dalej"),
    "inpost_locker_economy": QT_TRANSLATE_NOOP("names", "Paczkomat, economy"),
    "inpost_locker_allegro": QT_TRANSLATE_NOOP("names", "Allegro Paczkomat"),
    "inpost_letter_allegro": QT_TRANSLATE_NOOP("names", "Allegro MiniKurier24"),
    "inpost_courier_allegro": QT_TRANSLATE_NOOP("names", "Allegro Kurier24"),
    "inpost_courier_c2c": QT_TRANSLATE_NOOP("names", "courier without contract (C2C)"),
    "inpost_courier_standard": QT_TRANSLATE_NOOP("names", "courier, standard"),
    "inpost_courier_express_1000": QT_TRANSLATE_NOOP("names", "courier, by 10:00"),
    "inpost_courier_express_1200": QT_TRANSLATE_NOOP("names", "courier, by 12:00"),
    "inpost_courier_express_1700": QT_TRANSLATE_NOOP("names", "courier, by 17:00"),
    "inpost_courier_palette": QT_TRANSLATE_NOOP("names", "courier, pallet"),
    "inpost_courier_alcohol": QT_TRANSLATE_NOOP("names", "courier, eSmartMIX"),
}

METHODS: Final[dict[str, str]] = {
    "dispatch_order": QT_TRANSLATE_NOOP("names", "fetched by a courier"),
    "parcel_locker": QT_TRANSLATE_NOOP("names", "put into a Paczkomat"),
    "pop": QT_TRANSLATE_NOOP("names", "brought to a PaczkoPunkt"),
    "pok": QT_TRANSLATE_NOOP("names", "brought to a customer service point (POK)"),
    "courier_pok": QT_TRANSLATE_NOOP(
        "names", "courier parcel, brought to a customer service point (POK)"
    ),
    "branch": QT_TRANSLATE_NOOP("names", "brought to an InPost branch"),
    "any_point": QT_TRANSLATE_NOOP("names", "any Paczkomat or PaczkoPunkt"),
}

STATUSES: Final[dict[str, str]] = {
    "created": QT_TRANSLATE_NOOP("names", "being made"),
    "offers_prepared": QT_TRANSLATE_NOOP("names", "not paid yet"),
    "offer_selected": QT_TRANSLATE_NOOP("names", "waiting for payment"),
    "confirmed": QT_TRANSLATE_NOOP("names", "paid, not posted yet"),
    "dispatched_by_sender": QT_TRANSLATE_NOOP("names", "posted in a Paczkomat"),
    "stored_by_sender": QT_TRANSLATE_NOOP("names", "posted in a Paczkomat"),
    "dispatched_by_sender_to_pok": QT_TRANSLATE_NOOP("names", "posted at a PaczkoPunkt"),
    "collected_from_sender": QT_TRANSLATE_NOOP("names", "fetched by the courier"),
    "taken_by_courier": QT_TRANSLATE_NOOP("names", "fetched by the courier"),
    "taken_by_courier_from_pok": QT_TRANSLATE_NOOP("names", "on its way"),
    "adopted_at_source_branch": QT_TRANSLATE_NOOP("names", "in a branch"),
    "sent_from_source_branch": QT_TRANSLATE_NOOP("names", "on its way"),
    "adopted_at_sorting_center": QT_TRANSLATE_NOOP("names", "in the sorting centre"),
    "sent_from_sorting_center": QT_TRANSLATE_NOOP("names", "on its way"),
    "adopted_at_target_branch": QT_TRANSLATE_NOOP("names", "in the receiver's branch"),
    "out_for_delivery": QT_TRANSLATE_NOOP("names", "out for delivery"),
    "out_for_delivery_to_address": QT_TRANSLATE_NOOP("names", "out for delivery"),
    "ready_to_pickup": QT_TRANSLATE_NOOP("names", "waiting for the receiver"),
    "ready_to_pickup_from_pok": QT_TRANSLATE_NOOP("names", "waiting for the receiver"),
    "ready_to_pickup_from_pok_registered": QT_TRANSLATE_NOOP("names", "waiting for the receiver"),
    "ready_to_pickup_from_branch": QT_TRANSLATE_NOOP("names", "waiting for the receiver"),
    "pickup_reminder_sent": QT_TRANSLATE_NOOP("names", "waiting for the receiver"),
    "pickup_time_expired": QT_TRANSLATE_NOOP("names", "not collected in time"),
    "delivered": QT_TRANSLATE_NOOP("names", "delivered"),
    "rejected_by_receiver": QT_TRANSLATE_NOOP("names", "refused by the receiver"),
    "undelivered": QT_TRANSLATE_NOOP("names", "could not be delivered"),
    "avizo": QT_TRANSLATE_NOOP("names", "going back"),
    "returned_to_sender": QT_TRANSLATE_NOOP("names", "returned to the sender"),
    "canceled": QT_TRANSLATE_NOOP("names", "cancelled"),
    "claimed": QT_TRANSLATE_NOOP("names", "under complaint"),
    "oversized": QT_TRANSLATE_NOOP("names", "too large"),
    "missing": QT_TRANSLATE_NOOP("names", "lost"),
}
