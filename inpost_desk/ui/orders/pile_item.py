"""A pile of the list beside the Orders page that was not wholly sent yet. A press leads to it."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from inpost_desk.ui.look import State
from inpost_desk.ui.orders.run_item import RunHead
from inpost_desk.ui.orders.run_words import when_words
from inpost_desk.ui.shapes import Shape
from inpost_desk.wording.speech import translate

if TYPE_CHECKING:
    from inpost_desk.actions.runs import UnsentPile


class PileItem(RunHead):
    """The file, how much of it waits, since when. Space and Enter show it."""

    chosen = Signal(object)
    """The `Pile`."""

    def __init__(self, unsent: UnsentPile, *, now: datetime) -> None:
        pile = unsent.pile
        words = translate("ui", "not sent yet: {count}").format(count=unsent.rows)
        when = when_words(pile.imported_at, now=now)
        super().__init__(pile.file_name, (Shape.PAUSE, State.QUIET), words, when)
        self.unsent = unsent
        # Nothing unfolds here.
        self.setCheckable(False)
        self.clicked.connect(lambda: self.chosen.emit(pile))
