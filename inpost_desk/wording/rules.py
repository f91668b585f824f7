"""What each rule says in English: of a field in a file, of a refusal by InPost, of a label.

`sentences` speaks them; `{value}` is what was given, `{hint}` what else is known.
"""

from __future__ import annotations

from typing import Final

from inpost_desk.wording.speech import QT_TRANSLATE_NOOP

RULES: Final[dict[str, str]] = {
    # the file's own fields
    "required": QT_TRANSLATE_NOOP("rules", "the field is empty; fill it in."),
    "invalid": QT_TRANSLATE_NOOP("rules", "InPost does not accept this value."),
    "invalid_format": QT_TRANSLATE_NOOP("rules", "“{value}” is not written as expected."),
    "invalid_characters": QT_TRANSLATE_NOOP(
        "rules", "“{value}” holds characters that cannot be used."
    ),
    "too_short": QT_TRANSLATE_NOOP("rules", "“{value}” is too short."),
    "too_long": QT_TRANSLATE_NOOP("rules", "the text is too long; shorten it."),
    "too_small": QT_TRANSLATE_NOOP("rules", "{value} is below the smallest amount allowed."),
    "too_big": QT_TRANSLATE_NOOP("rules", "{value} is above the highest amount allowed."),
    "too_many_characters": QT_TRANSLATE_NOOP("rules", "the text is too long; shorten it."),
    "not_a_number": QT_TRANSLATE_NOOP("rules", "this is not a number."),
    "not_an_integer": QT_TRANSLATE_NOOP("rules", "this is not a whole number."),
    "not_an_email": QT_TRANSLATE_NOOP("rules", "this is not an e-mail address."),
    "invalid_amount": QT_TRANSLATE_NOOP(
        "rules", "“{value}” is not an amount; write it like 1299,00."
    ),
    "scientific_notation": QT_TRANSLATE_NOOP(
        "rules",
        "“{value}” was shortened by Excel and digits are lost; format the column as text and enter it anew.",
    ),
    "formula": QT_TRANSLATE_NOOP("rules", "“{value}” is a formula; replace it with its value."),
    "too_many_cells": QT_TRANSLATE_NOOP(
        "rules", "the row has more cells than the header; look for an unquoted separator."
    ),
    "unknown_kind": QT_TRANSLATE_NOOP(
        "rules", "“{value}” is not known; write paczkomaty or kurier."
    ),
    "unknown_size": QT_TRANSLATE_NOOP("rules", "“{value}” is no size; write A, B, C, D or N."),
    "not_yes_or_no": QT_TRANSLATE_NOOP("rules", "“{value}” is not clear; write TAK or NIE."),
    "size_not_for_service": QT_TRANSLATE_NOOP(
        "rules", "size {value} cannot be sent this way; a Paczkomat takes A, B and C."
    ),
    "street_required": QT_TRANSLATE_NOOP("rules", "the street is missing; fill it in."),
    "building_number_required": QT_TRANSLATE_NOOP(
        "rules", "the house number is missing in “{value}”; add it."
    ),
    "last_name_required": QT_TRANSLATE_NOOP(
        "rules", "“{value}” lacks the last name; a courier needs first and last name, or a company."
    ),
    "weekend_not_for_service": QT_TRANSLATE_NOOP(
        "rules", "Paczka w Weekend goes to a Paczkomat only; write NIE."
    ),
    "lines_differ": QT_TRANSLATE_NOOP(
        "rules", "the lines of one order disagree here (“{value}”); make them the same."
    ),
    "other_line_invalid": QT_TRANSLATE_NOOP(
        "rules", "another line of the same order (row {hint}) needs correcting."
    ),
    # points and contract
    "does_not_exist": QT_TRANSLATE_NOOP(
        "rules", "InPost has no “{value}”; check the name of the Paczkomat or PaczkoPunkt."
    ),
    "not_found": QT_TRANSLATE_NOOP("rules", "InPost does not know “{value}”."),
    "point_closed": QT_TRANSLATE_NOOP("rules", "{value} is closed; choose another point."),
    "invalid_box_machine_function": QT_TRANSLATE_NOOP(
        "rules", "parcels cannot be collected at this point; choose another one."
    ),
    "cod_not_payable_at_point": QT_TRANSLATE_NOOP(
        "rules", "cash on delivery cannot be paid at this point; choose another one."
    ),
    "invalid_end_of_week_collection": QT_TRANSLATE_NOOP(
        "rules", "Paczka w Weekend can be made from Thursday 20:00 to Friday 18:00 only."
    ),
    "invalid_target_point_for_end_of_week_collection": QT_TRANSLATE_NOOP(
        "rules", "Paczka w Weekend needs a Paczkomat, not a PaczkoPunkt."
    ),
    "invalid_target_point_247_for_end_of_week_collection": QT_TRANSLATE_NOOP(
        "rules", "Paczka w Weekend needs a Paczkomat that is open day and night."
    ),
    "invalid_allegro_for_end_of_week_collection": QT_TRANSLATE_NOOP(
        "rules", "Paczka w Weekend is not possible with Allegro services."
    ),
    "service_not_in_contract": QT_TRANSLATE_NOOP(
        "rules", "your contract with InPost does not include {value}."
    ),
    "method_not_for_service": QT_TRANSLATE_NOOP(
        "rules", "the sending method {value} is not possible for {hint}."
    ),
    # warnings
    "too_long_for_label": QT_TRANSLATE_NOOP(
        "rules", "“{value}” is longer than the {hint} characters the label prints."
    ),
    "not_latin_script": QT_TRANSLATE_NOOP(
        "rules", "“{value}” is not in Latin script; the label may not print it."
    ),
    "point_ignored": QT_TRANSLATE_NOOP("rules", "{value} is not used: the parcel goes by courier."),
    "cod_repeated": QT_TRANSLATE_NOOP(
        "rules", "the same cash on delivery ({value}) stands on several parcels of one order."
    ),
    # duplicates and progress
    "sent_before": QT_TRANSLATE_NOOP(
        "rules", "this reference was sent before (shipment {value}); skipped."
    ),
    "not_sent": QT_TRANSLATE_NOOP("rules", "not sent yet; start again to send it."),
    "held": QT_TRANSLATE_NOOP("rules", "held back."),
    "under_way": QT_TRANSLATE_NOOP("rules", "another window or command is sending it right now."),
    "payment_pending": QT_TRANSLATE_NOOP(
        "rules", "InPost has not confirmed the purchase yet; start again to look."
    ),
    "answer_lost": QT_TRANSLATE_NOOP(
        "rules", "InPost's answer was lost; it is being found out and nothing is sent twice."
    ),
    "same_reference": QT_TRANSLATE_NOOP(
        "rules",
        "InPost has a shipment with this reference that may be another one: decide with “settle”.",
    ),
    "keys_not_proven": QT_TRANSLATE_NOOP(
        "rules", "InPost seems not to have it, but this cannot be proven: decide with “settle”."
    ),
    "too_old": QT_TRANSLATE_NOOP(
        "rules", "InPost does not have it, but over an hour has passed: decide with “settle”."
    ),
    "not_allowed": QT_TRANSLATE_NOOP("rules", "the token was refused; check the account."),
    "unreachable": QT_TRANSLATE_NOOP("rules", "InPost could not be reached; start again later."),
    # payments and account
    "debt_collection": QT_TRANSLATE_NOOP(
        "rules", "the prepaid balance is too low: top up in Manager Paczek and start again."
    ),
    "company_data_missing": QT_TRANSLATE_NOOP(
        "rules",
        "cash on delivery needs complete company data and a bank account: fill them in in Manager Paczek.",
    ),
    "transaction_failed": QT_TRANSLATE_NOOP(
        "rules", "the payment failed; start again to pay once more."
    ),
    "missing_trucker_id": QT_TRANSLATE_NOOP(
        "rules", "the account has no courier contract: ask InPost to activate courier services."
    ),
    "no_carriers": QT_TRANSLATE_NOOP("rules", "the account has no agreement with any carrier."),
    "carrier_unavailable": QT_TRANSLATE_NOOP(
        "rules", "the carrier's system is not available; try later."
    ),
    "offer_unavailable": QT_TRANSLATE_NOOP(
        "rules", "InPost offers no such service for this parcel."
    ),
    "offer_expired": QT_TRANSLATE_NOOP("rules", "the offer has expired (five minutes)."),
    "already_bought": QT_TRANSLATE_NOOP("rules", "it was bought already."),
    "sending_method_required": QT_TRANSLATE_NOOP("rules", "the sending method is missing."),
    "parcels_size_invalid": QT_TRANSLATE_NOOP("rules", "the parcel is too large for this service."),
    "post_code_invalid": QT_TRANSLATE_NOOP("rules", "InPost does not deliver to this post code."),
    "canceled": QT_TRANSLATE_NOOP("rules", "the shipment was cancelled at InPost."),
    "refused": QT_TRANSLATE_NOOP("rules", "InPost refused it without a reason."),
    "validation_failed": QT_TRANSLATE_NOOP(
        "rules", "InPost found a mistake but did not say where."
    ),
    "invalid_action": QT_TRANSLATE_NOOP(
        "rules", "InPost does not allow this in the shipment's state."
    ),
    "resource_not_found": QT_TRANSLATE_NOOP("rules", "InPost does not know this shipment."),
    "routing_not_found": QT_TRANSLATE_NOOP("rules", "this address is not the ShipX API."),
    "not_shipx": QT_TRANSLATE_NOOP(
        "rules", "the answer comes from another InPost API, not from ShipX."
    ),
    # labels
    "label_missing": QT_TRANSLATE_NOOP(
        "rules", "bought, but the label is not fetched yet; start again."
    ),
    "missing": QT_TRANSLATE_NOOP("rules", "InPost sent no label for it; start again."),
    "label_generation_failed": QT_TRANSLATE_NOOP(
        "rules", "InPost could not make the label; start again."
    ),
    "unreadable": QT_TRANSLATE_NOOP(
        "rules", "the bar code on the label cannot be read; it is held back."
    ),
    "wrong_number": QT_TRANSLATE_NOOP(
        "rules", "the label carries another parcel's number; it is held back."
    ),
    "wrong_size": QT_TRANSLATE_NOOP("rules", "the label is not A6; it is held back."),
    "blank_page": QT_TRANSLATE_NOOP("rules", "the label is blank; it is held back."),
    "not_a_pdf": QT_TRANSLATE_NOOP(
        "rules", "InPost sent something that is not a label; start again."
    ),
    "damaged": QT_TRANSLATE_NOOP("rules", "the label file is damaged; start again."),
    "empty": QT_TRANSLATE_NOOP("rules", "the label file is empty; start again."),
    "encrypted": QT_TRANSLATE_NOOP("rules", "the label file is encrypted."),
    "too_large": QT_TRANSLATE_NOOP("rules", "the label file is too large."),
}
