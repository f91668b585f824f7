"""What is wrong with data or with a copy of it, in words with the remedy."""

from __future__ import annotations

from typing import Final

from inpost_desk.wording.speech import QT_TRANSLATE_NOOP, translate

PROBLEMS: Final = {
    "damaged_file": QT_TRANSLATE_NOOP(
        "data", "The ledger's file is damaged ({place}). Restore it: “inpost-desk restore FOLDER”."
    ),
    "broken_link": QT_TRANSLATE_NOOP(
        "data",
        "Rows of “{place}” belong to nothing. Nothing is bought twice because of it; please report it.",
    ),
    "order_without_parcel": QT_TRANSLATE_NOOP(
        "data", "Orders without a parcel: {count}. Import their file once more; please report it."
    ),
    "row_without_order": QT_TRANSLATE_NOOP(
        "data",
        "Rows of runs without an order: {count}. Look at the run's result; please report it.",
    ),
    "step_of_made_parcel": QT_TRANSLATE_NOOP(
        "data",
        "Parcels that InPost has and that still count as being asked for: {count}. Run “inpost-desk settle”.",
    ),
    "step_of_no_parcel": QT_TRANSLATE_NOOP(
        "data",
        "Changes of parcels that InPost does not have: {count}. Run “inpost-desk settle”; please report it.",
    ),
    "parcel_in_ended_pickup": QT_TRANSLATE_NOOP(
        "data",
        "Parcels that an ended pickup still holds: {count}. No courier can be ordered for them; please report it.",
    ),
    "label_file_missing": QT_TRANSLATE_NOOP(
        "data",
        "Label files that are missing: {count} (the first: {place}). Restore them from a copy, or print those labels "
        "again while InPost has them.",
    ),
    "label_file_damaged": QT_TRANSLATE_NOOP(
        "data",
        "Label files that are not what was stored: {count} (the first: {place}). They are not printed; restore them "
        "from a copy.",
    ),
}
"""By rule of `actions.integrity.Problem`."""

WRONG_COPIES: Final = {
    "newer": QT_TRANSLATE_NOOP(
        "data", "{place}: written by a newer InPost Desk. Install that one first."
    ),
    "damaged": QT_TRANSLATE_NOOP(
        "data", "{place}: this copy is damaged and is not used. Take another day's."
    ),
    "missing": QT_TRANSLATE_NOOP(
        "data", "{place}: the file is missing in this copy. Take another day's."
    ),
}
"""By rule of `actions.copies.Wrong`."""


def problem_words(rule: str, count: int, place: str) -> str:
    """What the check found, and what to do."""
    return translate("data", PROBLEMS[rule]).format(count=count, place=place)


def wrong_copy_words(rule: str, place: str) -> str:
    """Why a copy of an account cannot be used."""
    return translate("data", WRONG_COPIES[rule]).format(place=place)
