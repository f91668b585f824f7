"""How a shipment's status looks: its word, shape and colour, and whether it is loud."""

from __future__ import annotations

from typing import Final

from inpost_desk.domain.history import HistoryRow
from inpost_desk.domain.journey import NOTHING_TO_DO, Concern, Phase
from inpost_desk.ui.look import State
from inpost_desk.ui.shapes import Shape
from inpost_desk.wording.journey import concern_words, stop_words
from inpost_desk.wording.speech import translate

PHASE_LOOK: Final = {
    Phase.UNPAID: (Shape.CIRCLE, State.WARNING),
    Phase.PREPARED: (Shape.LABEL, State.QUIET),
    Phase.ON_ITS_WAY: (Shape.ARC, State.INFORMATION),
    Phase.WAITING: (Shape.PAUSE, State.QUIET),
    Phase.DELIVERED: (Shape.TICK, State.DONE),
    Phase.RETURNED: (Shape.TRIANGLE, State.QUIET),
    Phase.LOST: (Shape.OCTAGON, State.QUIET),
    Phase.CANCELLED: (Shape.SLASH, State.QUIET),
}
CHIP_LOOK: Final = {
    **PHASE_LOOK,
    Phase.PREPARED: (Shape.LABEL, State.INFORMATION),
}
EXCEPTION_LOOK: Final = (Shape.TRIANGLE, State.WARNING)
URGENCY: Final = tuple(Concern)
"""Exceptions from the most urgent one on."""


def is_open(row: HistoryRow) -> bool:
    """Whether somebody has to see to it."""
    return row.concern is not None and not row.handled and row.concern not in NOTHING_TO_DO


def status_look(row: HistoryRow) -> tuple[Shape, State]:
    """Shape and colour."""
    if row.do_not_send:
        return Shape.SLASH, State.QUIET
    if is_open(row):
        lost = row.concern is Concern.MISSING
        return (Shape.OCTAGON, State.ERROR) if lost else EXCEPTION_LOOK
    return PHASE_LOOK[row.phase]


def status_text(row: HistoryRow) -> str:
    """The word: what InPost says, or what only we know of it."""
    if row.do_not_send:
        return translate("ui", "Replaced, do not send")
    if row.concern is Concern.LEFT_BEHIND and not row.handled:
        return concern_words(Concern.LEFT_BEHIND)
    if row.handed and row.phase is Phase.PREPARED:
        return translate("ui", "Handed to the courier")
    return stop_words(row.status)
