"""What each key of a ShipX refusal says in English, with what to do (API §1.7, §1.8, §2.8).

Our own rules and the labels' are in `rules`. ShipX's keys are an open set: `sentences` shows a key without
words as it is.
"""

from __future__ import annotations

from typing import Final

from inpost_desk.wording.speech import QT_TRANSLATE_NOOP

VALIDATION: Final[dict[str, str]] = {
    "invalid": QT_TRANSLATE_NOOP("rules", "InPost does not accept this value; correct it."),
    "too_many_characters": QT_TRANSLATE_NOOP("rules", "too long; shorten it."),
    "not_a_number": QT_TRANSLATE_NOOP("rules", "this is not a number; correct it."),
    "not_an_integer": QT_TRANSLATE_NOOP("rules", "this is not a whole number; correct it."),
    "not_an_email": QT_TRANSLATE_NOOP(
        "rules", "this is not an e-mail address; write it like name@shop.pl."
    ),
    "does_not_exist": QT_TRANSLATE_NOOP("rules", "InPost does not know this; correct it."),
    "point.does_not_exist": QT_TRANSLATE_NOOP(
        "rules", "InPost has no such point; check the name of the Paczkomat or PaczkoPunkt."
    ),
    "mpk.does_not_exist": QT_TRANSLATE_NOOP(
        "rules", "there is no such cost centre (MPK); add it in Manager Paczek."
    ),
    "size.required": QT_TRANSLATE_NOOP(
        "rules", "no parcel was given; choose a size, or give dimensions and weight."
    ),
    "size.invalid": QT_TRANSLATE_NOOP(
        "rules",
        "this service does not take this size, or takes one parcel only; choose another size or send each parcel on its own.",
    ),
    "dimensions.required": QT_TRANSLATE_NOOP(
        "rules", "the dimensions are missing; give length, width and height, or choose a size."
    ),
    "weight.required": QT_TRANSLATE_NOOP("rules", "the weight is missing; give it in kilograms."),
    "weight.too_small": QT_TRANSLATE_NOOP(
        "rules", "the weight is too low or missing; give it in kilograms."
    ),
    "weight.too_big": QT_TRANSLATE_NOOP(
        "rules", "the parcel is too heavy for this service; choose another one or split the parcel."
    ),
    "point.required": QT_TRANSLATE_NOOP(
        "rules", "the Paczkomat or PaczkoPunkt is missing; choose one."
    ),
    "dropoff_point.required": QT_TRANSLATE_NOOP(
        "rules", "this sending method needs the point where you post the parcel; choose it."
    ),
    "dropoff_point.does_not_exist": QT_TRANSLATE_NOOP(
        "rules", "InPost has no such point; check the name of the point of posting."
    ),
    "dropoff_point.invalid_box_machine_function": QT_TRANSLATE_NOOP(
        "rules", "parcels cannot be posted at this point; choose another one."
    ),
    "sending_method.required": QT_TRANSLATE_NOOP(
        "rules", "the sending method is missing; choose one."
    ),
    "sending_method.invalid": QT_TRANSLATE_NOOP(
        "rules", "this service cannot be posted this way; choose another sending method."
    ),
    "sender.required": QT_TRANSLATE_NOOP(
        "rules", "data of the sender are missing; fill them in in Settings (Sender)."
    ),
    "sender.invalid": QT_TRANSLATE_NOOP(
        "rules", "InPost does not accept the data of the sender; correct them in Settings (Sender)."
    ),
    "sender.invalid_format": QT_TRANSLATE_NOOP(
        "rules", "InPost does not accept the data of the sender; correct them in Settings (Sender)."
    ),
    "service.required": QT_TRANSLATE_NOOP(
        "rules", "no service was chosen; choose one, or compare prices."
    ),
    "service.invalid": QT_TRANSLATE_NOOP(
        "rules",
        "your account does not have this service; choose another one or ask InPost to add it.",
    ),
    "insurance.required": QT_TRANSLATE_NOOP(
        "rules",
        "cash on delivery by courier needs extra protection of at least the same amount; give it.",
    ),
    "comments.too_long": QT_TRANSLATE_NOOP("rules", "too long; shorten it to 100 characters."),
    "additional_services.invalid": QT_TRANSLATE_NOOP(
        "rules", "this service does not have one of these additional services; leave it out."
    ),
    "commercial_product_identifier.required": QT_TRANSLATE_NOOP(
        "rules", "economy parcels need the product number from your contract with InPost; give it."
    ),
    "commercial_product_identifier.invalid": QT_TRANSLATE_NOOP(
        "rules", "InPost does not know this product number; copy it from your contract."
    ),
    "allegro_transaction_id.required": QT_TRANSLATE_NOOP(
        "rules",
        "Allegro services need the numbers of the purchase and of the buyer; copy them from Allegro.",
    ),
    "allegro_user_id.required": QT_TRANSLATE_NOOP(
        "rules",
        "Allegro services need the numbers of the purchase and of the buyer; copy them from Allegro.",
    ),
    "allegro_transaction_id.invalid": QT_TRANSLATE_NOOP(
        "rules",
        "InPost does not accept these numbers of the purchase or the buyer; copy them from Allegro again.",
    ),
    "allegro_user_id.invalid": QT_TRANSLATE_NOOP(
        "rules",
        "InPost does not accept these numbers of the purchase or the buyer; copy them from Allegro again.",
    ),
    "offer_id.required": QT_TRANSLATE_NOOP(
        "rules", "no offer was chosen; choose one and pay again."
    ),
    "offer_id.not_an_integer": QT_TRANSLATE_NOOP(
        "rules",
        "InPost does not understand this number of an offer; renew the offers and choose again.",
    ),
    "offer_id.does_not_exist": QT_TRANSLATE_NOOP(
        "rules", "the shipment has no such offer any more; renew the offers and choose again."
    ),
    "offer_id.offer_unavailable": QT_TRANSLATE_NOOP(
        "rules", "InPost does not sell this offer now; choose another one, or renew the offers."
    ),
    "offer_id.offer_expired": QT_TRANSLATE_NOOP(
        "rules",
        "the offer has expired (it holds for five minutes); renew the offers and choose again.",
    ),
    "shipments.required": QT_TRANSLATE_NOOP(
        "rules", "no shipment was chosen; choose at least one."
    ),
    "shipment_ids.required": QT_TRANSLATE_NOOP(
        "rules", "no shipment was chosen; choose at least one."
    ),
    "shipment_ids.does_not_exist": QT_TRANSLATE_NOOP(
        "rules", "InPost does not know one of these shipments; check the account."
    ),
    "not_found": QT_TRANSLATE_NOOP("rules", "InPost does not know this; correct it."),
    "taken": QT_TRANSLATE_NOOP("rules", "this is in use already; choose another one."),
    "invalid_box_machine_function": QT_TRANSLATE_NOOP(
        "rules", "parcels cannot be collected at this point; choose another one."
    ),
    "already_bought": QT_TRANSLATE_NOOP(
        "rules", "it was bought already and is not paid for again; start again to fetch the label."
    ),
    "already_sent": QT_TRANSLATE_NOOP(
        "rules", "it is in another pickup order already; nothing needs doing."
    ),
    "id_does_not_exist": QT_TRANSLATE_NOOP(
        "rules", "InPost does not know one of these shipments; check the account."
    ),
    "you_can_not_generate_labels_for_unpaid_shipments": QT_TRANSLATE_NOOP(
        "rules", "there is no label, because the shipment is not paid for; start again."
    ),
    "sending_method_required": QT_TRANSLATE_NOOP(
        "rules", "the sending method is missing; choose it in the settings (--sending-method)."
    ),
    "sending_method_invalid": QT_TRANSLATE_NOOP(
        "rules",
        "this sending method is not possible here; choose another one in the settings (--sending-method).",
    ),
    "additional_service_email_unavailable": QT_TRANSLATE_NOOP(
        "rules", "this service has no e-mail notice; leave it out."
    ),
    "additional_service_sms_unavailable": QT_TRANSLATE_NOOP(
        "rules", "this service has no SMS notice; leave it out."
    ),
    "additional_service_cod_unavailable": QT_TRANSLATE_NOOP(
        "rules", "this service has no cash on delivery; leave it out or choose another service."
    ),
    "allegro_email_invalid": QT_TRANSLATE_NOOP(
        "rules", "Allegro services need the buyer's Allegro e-mail address; correct it."
    ),
    "dropoff_and_target_points_must_be_equal": QT_TRANSLATE_NOOP(
        "rules", "this service starts and ends at the same Paczkomat; give the same point twice."
    ),
    "parcels_size_invalid": QT_TRANSLATE_NOOP(
        "rules", "the parcel is too large or too heavy for this service; choose another one."
    ),
    "post_code_invalid": QT_TRANSLATE_NOOP(
        "rules", "InPost does not serve this post code; check it."
    ),
    "invalid_end_of_week_collection": QT_TRANSLATE_NOOP(
        "rules",
        "Paczka w Weekend can be made from Thursday 20:00 to Friday 18:00 only; do without it or wait.",
    ),
    "invalid_target_point_for_end_of_week_collection": QT_TRANSLATE_NOOP(
        "rules", "Paczka w Weekend needs a Paczkomat, not a PaczkoPunkt; choose another point."
    ),
    "invalid_target_point_247_for_end_of_week_collection": QT_TRANSLATE_NOOP(
        "rules", "Paczka w Weekend needs a Paczkomat open day and night; choose another point."
    ),
    "invalid_allegro_for_end_of_week_collection": QT_TRANSLATE_NOOP(
        "rules", "Paczka w Weekend is not possible with Allegro services; do without it."
    ),
}

# What `invalid_action` means for each action that its facts name; {status} is the shipment's state.
ACTIONS: Final[dict[str, str]] = {
    "cancel": QT_TRANSLATE_NOOP(
        "rules",
        "it can be cancelled only until it is paid for, and now its state is: {status}; do not post it and ask InPost about the money.",
    ),
    "update": QT_TRANSLATE_NOOP(
        "rules",
        "it can be changed only until it is paid for, and now its state is: {status}; make a new one in its place.",
    ),
    "select_offer": QT_TRANSLATE_NOOP(
        "rules",
        "no offer can be chosen now, because its state is: {status}; look at the shipment again.",
    ),
    "buy": QT_TRANSLATE_NOOP(
        "rules",
        "it cannot be paid for now, because its state is: {status}; look at the shipment again.",
    ),
    "get_label": QT_TRANSLATE_NOOP(
        "rules",
        "there is no label for it now, because its state is: {status}; look at the shipment again.",
    ),
}

ERRORS: Final[dict[str, str]] = {
    "debt_collection": QT_TRANSLATE_NOOP(
        "rules",
        "the balance is too low or the account is blocked; top up in Manager Paczek and start again.",
    ),
    "company_data_missing": QT_TRANSLATE_NOOP(
        "rules",
        "cash on delivery needs full company data and a bank account; fill them in in Manager Paczek and start again.",
    ),
    "transaction_failed": QT_TRANSLATE_NOOP(
        "rules", "the payment failed; start again to pay once more."
    ),
    "missing_trucker_id": QT_TRANSLATE_NOOP(
        "rules", "the account has no courier contract; ask InPost to activate courier services."
    ),
    "no_carriers": QT_TRANSLATE_NOOP(
        "rules", "the account has no contract for any service; ask InPost to activate it."
    ),
    "carrier_unavailable": QT_TRANSLATE_NOOP(
        "rules", "InPost's carrier system is down; start again later."
    ),
    "offer_unavailable": QT_TRANSLATE_NOOP(
        "rules", "InPost does not offer this service for this parcel; choose another one."
    ),
    "offer_expired": QT_TRANSLATE_NOOP(
        "rules", "the offer has expired (it holds for five minutes); start again."
    ),
    "canceled": QT_TRANSLATE_NOOP(
        "rules", "the shipment was cancelled at InPost; if the parcel is to go, make a new one."
    ),
    "refused": QT_TRANSLATE_NOOP(
        "rules", "InPost refused it without saying why; start again, or ask InPost."
    ),
    "validation_failed": QT_TRANSLATE_NOOP(
        "rules", "InPost found a mistake but did not say where; check the order."
    ),
    "invalid_parameter": QT_TRANSLATE_NOOP(
        "rules", "InPost did not understand the question; please report this."
    ),
    "invalid_action": QT_TRANSLATE_NOOP(
        "rules",
        "InPost does not allow this in the present state of the shipment; look at the shipment again.",
    ),
    "invalid_status": QT_TRANSLATE_NOOP(
        "rules",
        "the shipment is in a state in which this is not possible; look at the shipment again.",
    ),
    "invalid_range": QT_TRANSLATE_NOOP("rules", "too many shipments at once; take at most 100."),
    "resource_not_found": QT_TRANSLATE_NOOP(
        "rules", "InPost does not know it; check the account and the number."
    ),
    "routing_not_found": QT_TRANSLATE_NOOP(
        "rules", "this address is not the ShipX API; check --api-url."
    ),
    "not_shipx": QT_TRANSLATE_NOOP(
        "rules", "another InPost API answers here, not ShipX; check --api-url."
    ),
    "gateway_404": QT_TRANSLATE_NOOP(
        "rules", "what answers at this address is not ShipX; check --api-url or start again later."
    ),
    "label_generation_failed": QT_TRANSLATE_NOOP(
        "rules", "InPost could not make the label; start again later."
    ),
    "label_template_not_found": QT_TRANSLATE_NOOP(
        "rules",
        "InPost has no label of this kind for this service; choose another label format for the printer in Settings.",
    ),
    "label_not_found": QT_TRANSLATE_NOOP(
        "rules",
        "InPost has no label for it (it keeps labels for some weeks only); if the parcel is to go, make a new shipment.",
    ),
    "printout_generation_failed": QT_TRANSLATE_NOOP(
        "rules", "InPost could not make the printout; try again later."
    ),
    "cannot_mix_shipments_with_and_without_dispatch_order": QT_TRANSLATE_NOOP(
        "rules", "parcels with and without a pickup order cannot stand on one printout; split them."
    ),
    "dispatch_point_and_address_cannot_be_mixed": QT_TRANSLATE_NOOP(
        "rules", "give either a dispatch point or an address for the pickup, not both."
    ),
    "action_available_only_for_prepaid_users": QT_TRANSLATE_NOOP(
        "rules",
        "InPost gives no price here to accounts paid by invoice; take it from your contract.",
    ),
    "internal_server_error": QT_TRANSLATE_NOOP(
        "rules", "an error at InPost; start again later, nothing is bought twice."
    ),
    "token_invalid": QT_TRANSLATE_NOOP(
        "rules", "InPost did not accept the token; check the account and start again."
    ),
    "access_forbidden": QT_TRANSLATE_NOOP(
        "rules", "the token has no right to this; check the account."
    ),
    "forbidden": QT_TRANSLATE_NOOP("rules", "the token has no right to this; check the account."),
}
