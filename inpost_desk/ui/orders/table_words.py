"""The stages in words, and cells as sentences for those who hear the table."""

from __future__ import annotations

from typing import Final

from inpost_desk.domain.stage import Stage
from inpost_desk.ui.kit_chips import stage_word
from inpost_desk.wording.speech import translate

NEEDS_SOMEBODY: Final = frozenset(
    {
        Stage.TO_FIX,
        Stage.QUESTION,
        Stage.UNSURE,
        Stage.OFFERED,
        Stage.UNPAID,
        Stage.REFUSED,
        Stage.BAD_LABEL,
        Stage.MAYBE_PRINTED,
    }
)


def stage_words(stage: Stage, same_parcel_as: int | None = None) -> str:
    """A stage in one or two words."""
    if stage is Stage.SAME_PARCEL and same_parcel_as is not None:
        return translate("ui", "with no. {row}").format(row=same_parcel_as)
    return stage_word(stage)


def cell_sentence(row: int, *, heading: str, text: str, reason: str = "") -> str:
    """A cell for a screen reader."""
    words = translate("ui", "Position {row}, {heading}: {text}.")
    said = words.format(row=row, heading=heading, text=text)
    return f"{said} {reason}" if reason else said


def no_value_words() -> str:
    """For a screen reader: what the dash says to the eye."""
    return translate("ui", "nothing")


def nothing_matches_words() -> str:
    """What stands where rows would."""
    return translate("ui", "Nothing matches. Esc shows all rows again.")
