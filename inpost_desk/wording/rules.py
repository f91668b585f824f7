"""What each of our own rules says in English: of a field in a file, of how a row stands, of a label.

The value that was given is put in front by `sentences`, so no text here repeats it. What InPost answers
is in `refusals`.
"""

from __future__ import annotations

from typing import Final

from inpost_desk.wording.speech import QT_TRANSLATE_NOOP

# A key `field.rule` goes before the plain rule where the field has a remedy of its own.
FILE_RULES: Final[dict[str, str]] = {
    "required": QT_TRANSLATE_NOOP("rules", "the field is empty; fill it in."),
    "invalid_format": QT_TRANSLATE_NOOP("rules", "not written as expected; correct it."),
    "invalid_characters": QT_TRANSLATE_NOOP(
        "rules", "there are characters here that cannot be used; remove them."
    ),
    "too_short": QT_TRANSLATE_NOOP("rules", "too short; check whether something is missing."),
    "too_long": QT_TRANSLATE_NOOP("rules", "too long; shorten it."),
    "too_small": QT_TRANSLATE_NOOP("rules", "below the smallest value allowed; correct it."),
    "too_big": QT_TRANSLATE_NOOP("rules", "above the highest value allowed; correct it."),
    "phone.invalid_format": QT_TRANSLATE_NOOP(
        "rules", "this is not a Polish telephone number; write nine digits."
    ),
    "phone.too_short": QT_TRANSLATE_NOOP("rules", "digits are missing; write all nine."),
    "phone.too_long": QT_TRANSLATE_NOOP("rules", "too many digits; write nine, without +48."),
    "email.invalid_format": QT_TRANSLATE_NOOP(
        "rules", "this is not an e-mail address; write it like name@shop.pl."
    ),
    "post_code.invalid_format": QT_TRANSLATE_NOOP(
        "rules", "this is not a post code; write it like 30-624."
    ),
    "city.invalid_format": QT_TRANSLATE_NOOP(
        "rules", "this is not the name of a town; correct it."
    ),
    "reference.too_short": QT_TRANSLATE_NOOP(
        "rules", "too short; write at least 3 characters, or leave it empty."
    ),
    "reference.too_long": QT_TRANSLATE_NOOP("rules", "too long; shorten it to 100 characters."),
    "invalid_amount": QT_TRANSLATE_NOOP("rules", "this is not an amount; write it like 1299,00."),
    "scientific_notation": QT_TRANSLATE_NOOP(
        "rules",
        "Excel shortened it and digits are lost; format the column as text and enter it anew.",
    ),
    "formula": QT_TRANSLATE_NOOP("rules", "this is a formula; enter its value instead."),
    "too_many_cells": QT_TRANSLATE_NOOP(
        "rules",
        "the row has more cells than the header; put a text that holds the separator in quotation marks.",
    ),
    "unknown_kind": QT_TRANSLATE_NOOP(
        "rules", "there is no such kind of shipment; write paczkomaty or kurier."
    ),
    "unknown_size": QT_TRANSLATE_NOOP("rules", "there is no such size; write A, B, C, D or N."),
    "not_yes_or_no": QT_TRANSLATE_NOOP("rules", "it is not clear what is meant; write TAK or NIE."),
    "size_not_for_service": QT_TRANSLATE_NOOP(
        "rules", "this size cannot be sent this way; a Paczkomat takes A, B and C."
    ),
    "street_required": QT_TRANSLATE_NOOP("rules", "the name of the street is missing; add it."),
    "building_number_required": QT_TRANSLATE_NOOP("rules", "the house number is missing; add it."),
    "last_name_required": QT_TRANSLATE_NOOP(
        "rules",
        "the last name is missing; for a courier give first and last name, or fill in the company.",
    ),
    "weekend_not_for_service": QT_TRANSLATE_NOOP(
        "rules", "Paczka w Weekend goes to a Paczkomat only; do without it."
    ),
    "lines_differ": QT_TRANSLATE_NOOP(
        "rules", "the rows of this order disagree here; make them the same."
    ),
    "point_closed": QT_TRANSLATE_NOOP("rules", "this point is closed; choose another one."),
    "cod_not_payable_at_point": QT_TRANSLATE_NOOP(
        "rules", "cash on delivery cannot be paid at this point; choose another one."
    ),
    "service_not_in_contract": QT_TRANSLATE_NOOP(
        "rules", "your contract with InPost does not include this service; ask InPost to add it."
    ),
    "method_not_for_service": QT_TRANSLATE_NOOP(
        "rules",
        "this sending method is not possible here; choose another one in the settings (--sending-method).",
    ),
    # warnings
    "too_long_for_label": QT_TRANSLATE_NOOP(
        "rules", "too long for the label, which cuts the end off."
    ),
    "not_latin_script": QT_TRANSLATE_NOOP(
        "rules", "not in Latin script; the label may not print it."
    ),
    "point_ignored": QT_TRANSLATE_NOOP("rules", "not used, because the parcel goes by courier."),
    "cod_repeated": QT_TRANSLATE_NOOP(
        "rules", "the same cash on delivery stands on several parcels of one order; is that right?"
    ),
}

STANDING_RULES: Final[dict[str, str]] = {
    "sent_before": QT_TRANSLATE_NOOP("rules", "this reference was sent before, so it is skipped."),
    "not_sent": QT_TRANSLATE_NOOP("rules", "not sent yet; start again to send it."),
    "no_such_pickup": QT_TRANSLATE_NOOP(
        "rules", "there is no such pickup; choose one from the list."
    ),
    "held": QT_TRANSLATE_NOOP("rules", "held back by you."),
    "weekend_shut": QT_TRANSLATE_NOOP(
        "rules", "waits until InPost takes Paczka w Weekend again; start it then."
    ),
    "weekend_asked": QT_TRANSLATE_NOOP(
        "rules", "InPost takes no Paczka w Weekend now; say whether it waits or goes as standard."
    ),
    "repeated": QT_TRANSLATE_NOOP(
        "rules", "the reference stands on several rows; say what these rows are."
    ),
    "taken_over": QT_TRANSLATE_NOOP(
        "rules", "another file with the same reference has taken it over; start that file."
    ),
    "under_way": QT_TRANSLATE_NOOP("rules", "another window or command is sending it right now."),
    "payment_pending": QT_TRANSLATE_NOOP(
        "rules", "InPost has not confirmed the purchase yet; start again to look."
    ),
    "answer_lost": QT_TRANSLATE_NOOP(
        "rules", "InPost's answer was lost; it is being found out and nothing is bought twice."
    ),
    "same_reference": QT_TRANSLATE_NOOP(
        "rules",
        "InPost has a shipment with this reference that may be another one; decide with “inpost-desk settle”.",
    ),
    "keys_not_proven": QT_TRANSLATE_NOOP(
        "rules",
        "InPost seems not to have it, but that is not certain; decide with “inpost-desk settle”.",
    ),
    "too_old": QT_TRANSLATE_NOOP(
        "rules",
        "InPost does not have it, but over an hour has passed; decide with “inpost-desk settle”.",
    ),
    "not_allowed": QT_TRANSLATE_NOOP(
        "rules", "InPost did not accept the token; check the account and start again."
    ),
    "unreachable": QT_TRANSLATE_NOOP("rules", "InPost could not be reached; start again later."),
}

LABEL_RULES: Final[dict[str, str]] = {
    "label_missing": QT_TRANSLATE_NOOP(
        "rules", "bought, but the label is not fetched yet; start again."
    ),
    "missing": QT_TRANSLATE_NOOP("rules", "bought, but InPost sent no label for it; start again."),
    "unreadable": QT_TRANSLATE_NOOP(
        "rules", "the bar code on the label cannot be read, so it is held back; start again."
    ),
    "wrong_number": QT_TRANSLATE_NOOP(
        "rules", "the label carries another parcel's number, so it is held back; start again."
    ),
    "wrong_size": QT_TRANSLATE_NOOP(
        "rules", "the label is not A6, so it is held back; start again."
    ),
    "blank_page": QT_TRANSLATE_NOOP(
        "rules", "the label is blank, so it is held back; start again."
    ),
    "not_a_pdf": QT_TRANSLATE_NOOP(
        "rules", "InPost sent something that is not a label; start again."
    ),
    "damaged": QT_TRANSLATE_NOOP("rules", "the label file is damaged; start again."),
    "empty": QT_TRANSLATE_NOOP("rules", "the label file is empty; start again."),
    "encrypted": QT_TRANSLATE_NOOP("rules", "the label file is locked; start again."),
    "too_large": QT_TRANSLATE_NOOP("rules", "the label file is far too large; start again."),
    "bars_unreadable": QT_TRANSLATE_NOOP(
        "rules",
        "the label's bars are too fine to be printed readably, so it is held back; look at it.",
    ),
    "page_count": QT_TRANSLATE_NOOP(
        "rules",
        "the file does not hold one label for each parcel, so it is held back; start again.",
    ),
    "too_many_pages": QT_TRANSLATE_NOOP(
        "rules", "the file holds more labels than parcels, so it is held back; start again."
    ),
    "off_paper": QT_TRANSLATE_NOOP(
        "rules",
        "the label does not fit on the paper, so it is held back; correct the printer in Settings.",
    ),
    "wrong_dpi": QT_TRANSLATE_NOOP(
        "rules",
        "the label is meant for a printer of another resolution, so it is held back; correct the printer in "
        "Settings.",
    ),
    "not_commands": QT_TRANSLATE_NOOP(
        "rules", "InPost sent something that is no printer command; start again."
    ),
    "crashed": QT_TRANSLATE_NOOP(
        "rules", "the label file cannot be drawn, so it is held back; start again."
    ),
    "too_slow": QT_TRANSLATE_NOOP(
        "rules", "the label file takes too long to draw, so it is held back; start again."
    ),
    "not_printed_here": QT_TRANSLATE_NOOP(
        "rules", "no label with this number was printed from here. Scan another one."
    ),
    "still_at_printer": QT_TRANSLATE_NOOP(
        "rules",
        "the printer still holds labels that were sent; let them come out or cancel them at the printer, then "
        "scan again.",
    ),
}

# What is known besides, said after the rule where there is such a fact.
SENT_BEFORE_DELETED: Final = QT_TRANSLATE_NOOP(
    "rules", "Shipment {number}; its data was deleted here on {day}."
)
HINTS: Final[dict[str, str]] = {
    "too_small": QT_TRANSLATE_NOOP("rules", "At least {hint} zł."),
    "too_big": QT_TRANSLATE_NOOP("rules", "At most {hint} zł."),
    "too_long_for_label": QT_TRANSLATE_NOOP("rules", "It prints {hint} characters."),
    "size_not_for_service": QT_TRANSLATE_NOOP("rules", "Service: {hint}."),
    "method_not_for_service": QT_TRANSLATE_NOOP("rules", "Service: {hint}."),
    "parcel_point_not_for_service": QT_TRANSLATE_NOOP("rules", "Service: {hint}."),
    "parcel_too_heavy": QT_TRANSLATE_NOOP("rules", "At most {hint} kg."),
    "insurance_beyond_usual": QT_TRANSLATE_NOOP("rules", "Usually up to {hint} zł."),
    "sent_before": QT_TRANSLATE_NOOP("rules", "Shipment {hint}."),
}
