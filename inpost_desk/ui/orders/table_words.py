"""The stages in words, and cells as sentences for those who hear the table."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from inpost_desk.domain.stage import Stage
from inpost_desk.wording.speech import QT_TRANSLATE_NOOP, translate

STAGES: Final[Mapping[Stage, str]] = {
    Stage.READY: QT_TRANSLATE_NOOP("ui", "Ready"),
    Stage.TO_FIX: QT_TRANSLATE_NOOP("ui", "To be fixed"),
    Stage.QUESTION: QT_TRANSLATE_NOOP("ui", "Repeated"),
    Stage.DUPLICATE: QT_TRANSLATE_NOOP("ui", "Sent before"),
    Stage.HELD: QT_TRANSLATE_NOOP("ui", "Held"),
    Stage.SAME_PARCEL: QT_TRANSLATE_NOOP("ui", "Same parcel"),
    Stage.UNDER_WAY: QT_TRANSLATE_NOOP("ui", "Under way"),
    Stage.UNSURE: QT_TRANSLATE_NOOP("ui", "Unsure"),
    Stage.UNPAID: QT_TRANSLATE_NOOP("ui", "Not paid"),
    Stage.REFUSED: QT_TRANSLATE_NOOP("ui", "Refused"),
    Stage.BOUGHT: QT_TRANSLATE_NOOP("ui", "Bought"),
    Stage.BAD_LABEL: QT_TRANSLATE_NOOP("ui", "Bad label"),
    Stage.LABEL: QT_TRANSLATE_NOOP("ui", "Label ready"),
    Stage.PRINTING: QT_TRANSLATE_NOOP("ui", "Printing"),
    Stage.MAYBE_PRINTED: QT_TRANSLATE_NOOP("ui", "Maybe printed"),
    Stage.PRINTED: QT_TRANSLATE_NOOP("ui", "Printed"),
}
NEEDS_SOMEBODY: Final = frozenset(
    {
        Stage.TO_FIX,
        Stage.QUESTION,
        Stage.UNSURE,
        Stage.UNPAID,
        Stage.REFUSED,
        Stage.BAD_LABEL,
        Stage.MAYBE_PRINTED,
    }
)


def stage_words(stage: Stage, same_parcel_as: int | None = None) -> str:
    """A stage in one or two words."""
    if stage is Stage.SAME_PARCEL and same_parcel_as is not None:
        words = QT_TRANSLATE_NOOP("ui", "with no. {row}")
        return translate("ui", words).format(row=same_parcel_as)
    return translate("ui", STAGES[stage])


def cell_sentence(row: int, *, heading: str, text: str, reason: str = "") -> str:
    """A cell for a screen reader."""
    words = QT_TRANSLATE_NOOP("ui", "Position {row}, {heading}: {text}.")
    said = translate("ui", words).format(row=row, heading=heading, text=text)
    return f"{said} {reason}" if reason else said


def no_value_words() -> str:
    """For a screen reader: what the dash says to the eye."""
    return translate("ui", QT_TRANSLATE_NOOP("ui", "nothing"))


def nothing_matches_words() -> str:
    """What stands where rows would."""
    words = QT_TRANSLATE_NOOP("ui", "Nothing matches. Esc shows all rows again.")
    return translate("ui", words)
