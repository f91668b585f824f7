"""What a printer says of itself (IPP's keywords and ours), in a few words each."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from inpost_desk.wording.speech import QT_TRANSLATE_NOOP, translate

REASONS: Final = {
    "media-empty": QT_TRANSLATE_NOOP("cli", "out of labels"),
    "media-needed": QT_TRANSLATE_NOOP("cli", "out of labels"),
    "media-jam": QT_TRANSLATE_NOOP("cli", "paper jam"),
    "cover-open": QT_TRANSLATE_NOOP("cli", "cover open"),
    "door-open": QT_TRANSLATE_NOOP("cli", "cover open"),
    "marker-supply-empty": QT_TRANSLATE_NOOP("cli", "out of ribbon or ink"),
    "marker-supply-low": QT_TRANSLATE_NOOP("cli", "ribbon or ink runs low"),
    "offline": QT_TRANSLATE_NOOP("cli", "switched off or not connected"),
    "unreachable": QT_TRANSLATE_NOOP("cli", "no answer"),
    "no_answer": QT_TRANSLATE_NOOP("cli", "no answer"),
    "rejecting": QT_TRANSLATE_NOOP("cli", "takes no documents"),
    "attention": QT_TRANSLATE_NOOP("cli", "needs somebody to look"),
}


def reasons_words(reasons: Iterable[str]) -> str:
    """Each reason once, with commas between; one that has no words is left out."""
    known = (translate("cli", REASONS[one]) for one in reasons if one in REASONS)
    return ", ".join(dict.fromkeys(known))
