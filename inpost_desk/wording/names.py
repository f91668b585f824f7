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
    "given_name": QT_TRANSLATE_NOOP("names", "first name"),
    "surname": QT_TRANSLATE_NOOP("names", "last name"),
    "building_number": QT_TRANSLATE_NOOP("names", "house number"),
    "dropoff_point": QT_TRANSLATE_NOOP("names", "point of posting"),
    "dimensions": QT_TRANSLATE_NOOP("names", "dimensions"),
    "length": QT_TRANSLATE_NOOP("names", "length"),
    "width": QT_TRANSLATE_NOOP("names", "width"),
    "height": QT_TRANSLATE_NOOP("names", "height"),
    "weight": QT_TRANSLATE_NOOP("names", "weight"),
    "count": QT_TRANSLATE_NOOP("names", "number of parcels"),
    "additional_services": QT_TRANSLATE_NOOP("names", "additional services"),
    "allegro_transaction_id": QT_TRANSLATE_NOOP("names", "Allegro purchase number"),
    "allegro_user_id": QT_TRANSLATE_NOOP("names", "Allegro buyer number"),
    "commercial_product_identifier": QT_TRANSLATE_NOOP("names", "product number of the contract"),
    "offer_id": QT_TRANSLATE_NOOP("names", "offer"),
    "row": QT_TRANSLATE_NOOP("names", "row"),
}

# ShipX's own paths that are no field of ours but may be refused.
PATHS: Final[dict[str, str]] = {
    "receiver": QT_TRANSLATE_NOOP("names", "receiver"),
    "receiver.address.country_code": QT_TRANSLATE_NOOP("names", "country"),
    "parcels.id": QT_TRANSLATE_NOOP("names", "parcel's own number"),
    "shipment": QT_TRANSLATE_NOOP("names", "shipment"),
    "shipment_id": QT_TRANSLATE_NOOP("names", "shipment"),
    "shipments": QT_TRANSLATE_NOOP("names", "shipments"),
    "shipment_ids": QT_TRANSLATE_NOOP("names", "shipments"),
    "tracking_number": QT_TRANSLATE_NOOP("names", "tracking number"),
}

SERVICES: Final[dict[str, str]] = {
    "inpost_locker_standard": QT_TRANSLATE_NOOP("names", "Paczkomat"),
    "inpost_locker_customer_service_point": QT_TRANSLATE_NOOP("names", "PaczkoPunkt"),
    "inpost_locker_pass_thru": QT_TRANSLATE_NOOP("names", "Podaj Dalej"),
    "inpost_locker_economy": QT_TRANSLATE_NOOP("names", "Paczkomat, economy"),
    "inpost_locker_allegro": QT_TRANSLATE_NOOP("names", "Allegro Paczkomat"),
    "inpost_locker_standard_smart": QT_TRANSLATE_NOOP("names", "Paczkomat, smart"),
    "inpost_locker_allegro_smart": QT_TRANSLATE_NOOP("names", "Allegro Paczkomat, smart"),
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

ADDITIONAL: Final[dict[str, str]] = {
    "sms": QT_TRANSLATE_NOOP("names", "notice by SMS"),
    "email": QT_TRANSLATE_NOOP("names", "notice by e-mail"),
    "saturday": QT_TRANSLATE_NOOP("names", "delivery on Saturday"),
    "dor1720": QT_TRANSLATE_NOOP("names", "delivery in the evening (17–20)"),
    "rod": QT_TRANSLATE_NOOP("names", "return of documents (ROD)"),
    "labelless": QT_TRANSLATE_NOOP("names", "posting without a label"),
    "forhour_9": QT_TRANSLATE_NOOP("names", "delivery for 9:00"),
    "forhour_10": QT_TRANSLATE_NOOP("names", "delivery for 10:00"),
    "forhour_11": QT_TRANSLATE_NOOP("names", "delivery for 11:00"),
    "forhour_12": QT_TRANSLATE_NOOP("names", "delivery for 12:00"),
    "forhour_13": QT_TRANSLATE_NOOP("names", "delivery for 13:00"),
    "forhour_14": QT_TRANSLATE_NOOP("names", "delivery for 14:00"),
    "forhour_15": QT_TRANSLATE_NOOP("names", "delivery for 15:00"),
    "forhour_16": QT_TRANSLATE_NOOP("names", "delivery for 16:00"),
    "forhour_17": QT_TRANSLATE_NOOP("names", "delivery for 17:00"),
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
    "avizo": QT_TRANSLATE_NOOP("names", "going back to the branch"),
    "returned_to_sender": QT_TRANSLATE_NOOP("names", "returned to the sender"),
    "canceled": QT_TRANSLATE_NOOP("names", "cancelled"),
    "claimed": QT_TRANSLATE_NOOP("names", "under complaint"),
    "oversized": QT_TRANSLATE_NOOP("names", "too large"),
    "missing": QT_TRANSLATE_NOOP("names", "lost"),
    "other": QT_TRANSLATE_NOOP("names", "another status"),
    "pickup_reminder_sent_address": QT_TRANSLATE_NOOP("names", "out for delivery"),
    "undelivered_wrong_address": QT_TRANSLATE_NOOP("names", "not delivered: wrong address"),
    "undelivered_incomplete_address": QT_TRANSLATE_NOOP(
        "names", "not delivered: incomplete address"
    ),
    "undelivered_unknown_receiver": QT_TRANSLATE_NOOP("names", "not delivered: receiver unknown"),
    "undelivered_cod_cash_receiver": QT_TRANSLATE_NOOP(
        "names", "not delivered: cash on delivery not paid"
    ),
    "undelivered_no_mailbox": QT_TRANSLATE_NOOP("names", "not delivered: no letter box"),
    "undelivered_not_live_address": QT_TRANSLATE_NOOP("names", "not delivered: nobody lives there"),
    "undelivered_lack_of_access_letterbox": QT_TRANSLATE_NOOP(
        "names", "not delivered: no way to the letter box"
    ),
    "return_pickup_confirmation_to_sender": QT_TRANSLATE_NOOP("names", "return documents prepared"),
    "delay_in_delivery": QT_TRANSLATE_NOOP("names", "may be late"),
    "redirect_to_box": QT_TRANSLATE_NOOP("names", "redirected to a Paczkomat"),
    "canceled_redirect_to_box": QT_TRANSLATE_NOOP("names", "redirection cancelled"),
    "readdressed": QT_TRANSLATE_NOOP("names", "redirected to another address"),
    "stack_in_customer_service_point": QT_TRANSLATE_NOOP("names", "kept at a PaczkoPunkt"),
    "stack_parcel_pickup_time_expired": QT_TRANSLATE_NOOP("names", "not collected in time"),
    "unstack_from_customer_service_point": QT_TRANSLATE_NOOP(
        "names", "on its way to the Paczkomat chosen"
    ),
    "courier_avizo_in_customer_service_point": QT_TRANSLATE_NOOP(
        "names", "waiting for the receiver"
    ),
    "taken_by_courier_from_customer_service_point": QT_TRANSLATE_NOOP(
        "names", "returned to the sender"
    ),
    "stack_in_box_machine": QT_TRANSLATE_NOOP("names", "kept in another Paczkomat"),
    "unstack_from_box_machine": QT_TRANSLATE_NOOP(
        "names", "on its way to the Paczkomat chosen first"
    ),
    "stack_parcel_in_box_machine_pickup_time_expired": QT_TRANSLATE_NOOP(
        "names", "not collected in time"
    ),
}
