"""The 53 shipment statuses in the order of `GET /v1/statuses` (API §4.3), with titles (Polish, English).

The two oddities of the English ones (a missing translation, a repeated text) are the server's own.
"""

from __future__ import annotations

UNPAID = ("created", "offers_prepared", "offer_selected")
CANCELED = "canceled"

TITLES: dict[str, tuple[str, str]] = {
    "created": ("Przesyłka utworzona.", "Parcel created."),
    "offers_prepared": ("Przygotowano oferty.", "Offers are prepared."),
    "offer_selected": ("Oferta wybrana.", "Offer selected."),
    "confirmed": ("Przygotowana przez Nadawcę.", "Prepared by the Sender."),
    "dispatched_by_sender": (
        "Paczka nadana w paczkomacie.",
        "Parcel shipped at the parcel machine.",
    ),
    "collected_from_sender": ("Odebrana od klienta", "Picked up from the client."),
    "taken_by_courier": ("Odebrana od Nadawcy.", "Picked up from Sender."),
    "adopted_at_source_branch": ("Przyjęta w oddziale InPost.", "Parcel in the warehouse."),
    "sent_from_source_branch": ("W trasie.", "On the road."),
    "ready_to_pickup_from_pok": (
        "Czeka na odbiór w PaczkoPunkcie.",
        "Waiting at the Parcel Service Point",
    ),
    "ready_to_pickup_from_pok_registered": (
        "Czeka na odbiór w PaczkoPunkcie.",
        "Waiting at the Customer Service Point",
    ),
    "oversized": ("Przesyłka ponadgabarytowa.", "Oversize parcel."),
    "adopted_at_sorting_center": ("Przyjęta w Sortowni.", "Parcel waiting for transferring."),
    "sent_from_sorting_center": ("Wysłana z Sortowni.", "Sent from the Sorting Facility."),
    "adopted_at_target_branch": ("Przyjęta w Oddziale Docelowym.", "The parcel is in town."),
    "out_for_delivery": ("Przekazano do doręczenia.", "Handed over for delivery."),
    "ready_to_pickup": (
        "Umieszczona w Paczkomacie (odbiorczym).",
        "Placed in the (collection) parcel machine.",
    ),
    "pickup_reminder_sent": ("Przypomnienie o czekającej paczce.", "Reminder of a pending parcel."),
    "delivered": ("Dostarczona.", "Delivered."),
    "pickup_time_expired": ("Upłynął termin odbioru.", "The deadline for collecting has passed."),
    "avizo": ("Powrót do oddziału.", "Back to the branch."),
    "claimed": ("Zareklamowana w Paczkomacie.", "Complained in Parcel Machine."),
    "returned_to_sender": ("Zwrot do nadawcy.", "Return to sender."),
    "canceled": ("Anulowano etykietę.", "The label was cancelled."),
    "other": ("Inny status.", "Other status."),
    "dispatched_by_sender_to_pok": (
        "Nadana w PaczkoPunkcie.",
        "Shipped at the Customer Service Point.",
    ),
    "out_for_delivery_to_address": ("W doręczeniu.", "In delivery."),
    "pickup_reminder_sent_address": ("W doręczeniu.", "In delivery."),
    "rejected_by_receiver": ("Odmowa przyjęcia.", "Parcel rejection."),
    "undelivered_wrong_address": ("Brak możliwości doręczenia.", "No delivery possible."),
    "undelivered_incomplete_address": ("Brak możliwości doręczenia.", "No delivery possible."),
    "undelivered_unknown_receiver": ("Brak możliwości doręczenia.", "No delivery possible."),
    "undelivered_cod_cash_receiver": ("Brak możliwości doręczenia.", "No delivery possible."),
    "taken_by_courier_from_pok": (
        "W drodze do oddziału nadawczego InPost.",
        "On the way to the InPost shipping branch.",
    ),
    "undelivered": (
        "Przekazanie do magazynu przesyłek niedoręczalnych.",
        "Transfer of undeliverable parcels to the warehouse.",
    ),
    "return_pickup_confirmation_to_sender": (
        "Przygotowano dokumenty zwrotne.",
        "Return documents have been prepared.",
    ),
    "ready_to_pickup_from_branch": (
        "Paczka nieodebrana – czeka w Oddziale",
        "Parcel not collected - waiting in the Branch.",
    ),
    "delay_in_delivery": ("Możliwe opóźnienie doręczenia.", "Possible delay in delivery."),
    "redirect_to_box": ("Przekierowano do Paczkomatu.", "Rerouted to parcel machine."),
    "canceled_redirect_to_box": ("Anulowano przekierowanie.", "Rerouting cancelled."),
    "readdressed": ("Przekierowano na inny adres.", "Rerouted to another address."),
    "undelivered_no_mailbox": ("Brak możliwości doręczenia.", "No delivery possible."),
    "undelivered_not_live_address": ("Brak możliwości doręczenia.", "No delivery possible."),
    "undelivered_lack_of_access_letterbox": (
        "Brak możliwości doręczenia.",
        "No delivery possible.",
    ),
    "missing": ("Zaginiona.", "translation missing: en_GB.statuses.missing"),
    "stack_in_customer_service_point": (
        "Paczka magazynowana w PaczkoPunkcie.",
        "Parcel stored at Parcel Service Point.",
    ),
    "stack_parcel_pickup_time_expired": (
        "Upłynął termin odbioru paczki magazynowanej.",
        "Deadline for the stored parcel passed",
    ),
    "unstack_from_customer_service_point": (
        "W drodze do wybranego Paczkomatu.",
        "On the way to the chosen parcel machine",
    ),
    "courier_avizo_in_customer_service_point": ("Oczekuje na odbiór.", "Awaiting collection."),
    "taken_by_courier_from_customer_service_point": ("Zwrócona do nadawcy.", "Returned to sender."),
    "stack_in_box_machine": (
        "Paczka magazynowana w Paczkomacie tymczasowym",
        "Parcel stored in temporary parcel machine",
    ),
    "unstack_from_box_machine": (
        "Paczka w drodze do pierwotnie wybranego Paczkomatu",
        "Deadline for the stored parcel passed",
    ),
    "stack_parcel_in_box_machine_pickup_time_expired": (
        "Upłynął termin odbioru paczki magazynowanej",
        "Deadline for the stored parcel passed",
    ),
}
