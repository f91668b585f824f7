"""What came of saying that a courier did not come; what is to be done about the order is in `pickups`."""

from __future__ import annotations

from typing import Final

from inpost_desk.domain.pickup import Missed
from inpost_desk.wording.speech import QT_TRANSLATE_NOOP, translate

_SOME: Final = (
    QT_TRANSLATE_NOOP("ui", "InPost or a courier has some parcels of order {number}: {which}."),
    QT_TRANSLATE_NOOP("ui", "The others are ready again."),
)
_REFUSED: Final = {
    "not_open": (
        QT_TRANSLATE_NOOP(
            "ui", "Nothing was changed: no courier was to come for order {number} any more."
        ),
        QT_TRANSLATE_NOOP("ui", "Look at it in the list of orders."),
    ),
    "all_gone": (
        QT_TRANSLATE_NOOP(
            "ui",
            "Nothing was changed: a courier did come, InPost or he has all parcels of order {number}.",
        ),
        QT_TRANSLATE_NOOP("ui", "Look for them on the Shipments page."),
    ),
}


def missed_words(missed: Missed, number: str, which: str) -> tuple[str, str]:
    """Why it changed nothing, or not for all its parcels, and what follows; "" and "" where it did.

    `which` parcels are not ready again: the names of `missed.gone`, or how many they are.
    """
    if not missed.rule and not missed.gone:
        return "", ""
    fact, told = _REFUSED[missed.rule] if missed.rule else _SOME
    return translate("ui", fact).format(number=number, which=which), translate("ui", told)
