"""What came of saying that a courier did not come, in one sentence; what is to be done is in `pickups`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from inpost_desk.domain.pickup import Missed
from inpost_desk.wording.speech import QT_TRANSLATE_NOOP, translate

REFUSED: Final = {
    "not_open": QT_TRANSLATE_NOOP("ui", "Nothing was changed: no courier was to come."),
    "all_gone": QT_TRANSLATE_NOOP(
        "ui",
        "Nothing was changed: a courier did come, InPost or he has every parcel of this order. Look for them on "
        "the Shipments page.",
    ),
}


def missed_words(missed: Missed, names: Sequence[str]) -> str:
    """Why nothing was changed, or which parcels are not ready again; "" where all of them are.

    `names` are those of `missed.gone`, by reference or number.
    """
    if missed.rule:
        return translate("ui", REFUSED[missed.rule])
    if not missed.gone:
        return ""
    words = translate("ui", "Not ready again, because InPost or a courier has them: {names}.")
    return words.format(names=", ".join(names))
