"""The words of the paper record of a hand-over."""

from __future__ import annotations

from inpost_desk.domain.hand_over import Left, RecordWords
from inpost_desk.wording.pickups import left_words
from inpost_desk.wording.sentences import moment_words
from inpost_desk.wording.speech import translate


def record_words(title: str) -> RecordWords:
    """In the language spoken now."""
    return RecordWords(
        title=title,
        moment=moment_words,
        began=translate("ui", "Begun"),
        ended=translate("ui", "Closed"),
        operator=translate("ui", "Operator"),
        station=translate("ui", "Station"),
        pickup=translate("ui", "Pickup order {number}"),
        counted=translate("ui", "Handed over: {handed} of {expected}"),
        reference=translate("ui", "Order"),
        receiver=translate("ui", "Receiver"),
        number=translate("ui", "Parcel number"),
        handed=translate("ui", "Scanned"),
        left_here=translate("ui", "Not handed over"),
        left={left: left_words(left) for left in Left},
        given_by=translate("ui", "handed over by"),
        taken_by=translate("ui", "courier"),
    )
