"""Why a label was kept from the printer, for whoever looks at its picture, and the next step."""

from __future__ import annotations

from typing import Final, NamedTuple

from inpost_desk.wording.sentences import rule_words
from inpost_desk.wording.speech import QT_TRANSLATE_NOOP, translate


class _Words(NamedTuple):
    brief: str
    sentence: str


_HELD: Final = {
    "unreadable": _Words(
        QT_TRANSLATE_NOOP("troubles", "Bar code not readable"),
        QT_TRANSLATE_NOOP(
            "troubles",
            "The bar code cannot be read as it would come out of the printer. Fetch the label again; print "
            "it anyway only if the picture looks right.",
        ),
    ),
    "bars_unreadable": _Words(
        QT_TRANSLATE_NOOP("troubles", "Bars not readable"),
        QT_TRANSLATE_NOOP(
            "troubles",
            "The bars would come out too fine to be read; only the square code can be. Fetch the label "
            "again, or print it anyway.",
        ),
    ),
    "wrong_number": _Words(
        QT_TRANSLATE_NOOP("troubles", "Another parcel's number"),
        QT_TRANSLATE_NOOP(
            "troubles",
            "The label carries another number than this parcel's, so it must not be stuck on it. Fetch it "
            "again.",
        ),
    ),
    "wrong_size": _Words(
        QT_TRANSLATE_NOOP("troubles", "Another size than A6"),
        QT_TRANSLATE_NOOP(
            "troubles",
            "The label is not as large as a label should be. Print it anyway if the picture looks right, "
            "else fetch it again.",
        ),
    ),
    "blank_page": _Words(
        QT_TRANSLATE_NOOP("troubles", "Empty"),
        QT_TRANSLATE_NOOP("troubles", "The label is empty: blank paper would come out. Fetch it again."),
    ),
    "missing": _Words(
        QT_TRANSLATE_NOOP("troubles", "No label"),
        QT_TRANSLATE_NOOP("troubles", "There is no label file of this parcel. Fetch it again."),
    ),
    "damaged": _Words(
        QT_TRANSLATE_NOOP("troubles", "File damaged"),
        QT_TRANSLATE_NOOP("troubles", "The label file is damaged. Fetch it again."),
    ),
    "encrypted": _Words(
        QT_TRANSLATE_NOOP("troubles", "File locked"),
        QT_TRANSLATE_NOOP(
            "troubles", "The label file is locked by a password. Fetch it again."
        ),
    ),
    "not_a_pdf": _Words(
        QT_TRANSLATE_NOOP("troubles", "Not a label"),
        QT_TRANSLATE_NOOP("troubles", "InPost sent something that is no label. Fetch it again."),
    ),
    "page_count": _Words(
        QT_TRANSLATE_NOOP("troubles", "Not one label for each parcel"),
        QT_TRANSLATE_NOOP(
            "troubles",
            "The file does not hold one label for each parcel of this shipment. Fetch it again; if it stays "
            "so, print it in Manager Paczek.",
        ),
    ),
    "off_paper": _Words(
        QT_TRANSLATE_NOOP("troubles", "Beyond the paper"),
        QT_TRANSLATE_NOOP(
            "troubles",
            "A part of the label would not come out on this paper. Correct the printer's paper and shift in "
            "Settings; print it anyway only if nothing is missing in the picture.",
        ),
    ),
    "wrong_dpi": _Words(
        QT_TRANSLATE_NOOP("troubles", "For another printer"),
        QT_TRANSLATE_NOOP(
            "troubles",
            "InPost's commands are meant for a printer of another resolution. Correct the printer's "
            "resolution in Settings, or switch InPost's own commands off there.",
        ),
    ),
    "crashed": _Words(
        QT_TRANSLATE_NOOP("troubles", "Cannot be drawn"),
        QT_TRANSLATE_NOOP(
            "troubles",
            "The label file cannot be drawn, so nobody can say what would come out. Fetch it again; if it "
            "stays so, print it in Manager Paczek.",
        ),
    ),
}  # fmt: skip
# What is the same for whoever stands at the printer.
_SAME: Final = {
    "too_slow": "crashed",
    "too_large": "crashed",
    "too_many_pages": "page_count",
    "empty": "damaged",
    "not_commands": "not_a_pdf",
    "label_missing": "missing",
}


def held_brief(rule: str) -> str:
    """The reason in a few words; one of InPost's own as its sentence."""
    words = _HELD.get(_SAME.get(rule, rule))
    return translate("troubles", words.brief) if words else rule_words(rule)


def held_sentence(rule: str) -> str:
    """The reason and what to do about it."""
    words = _HELD.get(_SAME.get(rule, rule))
    if words is not None:
        return translate("troubles", words.sentence)
    sentence = rule_words(rule)
    return sentence[:1].upper() + sentence[1:]
