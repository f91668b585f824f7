"""The finder's cards: downloading the network, what stands in place of a point, what a PaczkoPunkt means."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from inpost_desk.domain.point_answer import Answer
from inpost_desk.errors import Trouble
from inpost_desk.ui import look
from inpost_desk.ui.kit import Card, KeyButton, Progress, ShapeLabel, Text
from inpost_desk.ui.look import State
from inpost_desk.ui.shapes import Shape
from inpost_desk.ui.shipment.point_words import (
    buyer_message,
    figures,
    instead_words,
    parcel_point_words,
)
from inpost_desk.wording.sentences import trouble_words
from inpost_desk.wording.speech import translate

if TYPE_CHECKING:
    from inpost_desk.actions.points import Cache


class _Card(Card):
    """A shape and words; more below them."""

    def __init__(self, shape: Shape, state: State) -> None:
        super().__init__(state)
        self.words = Text("", wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(look.PAD, look.GAP + 4, look.PAD, look.GAP + 4)
        row.setSpacing(look.GAP + 4)
        mark = QVBoxLayout()
        mark.addWidget(ShapeLabel(shape, state))
        mark.addStretch(1)
        row.addLayout(mark)
        self.column = QVBoxLayout()
        self.column.setSpacing(look.GAP)
        self.column.addWidget(self.words)
        row.addLayout(self.column, 1)
        self.hide()

    def say(self, words: str) -> None:
        """Those words; without any there is no card."""
        if words != self.words.text():
            self.words.setText(words)
            self.setAccessibleName(words)
        self.setVisible(bool(words))


class ParcelPointCard(_Card):
    """Said before anything is bought: the service becomes another one."""

    def __init__(self) -> None:
        super().__init__(Shape.INFO, State.INFORMATION)

    def show_numbers(self, numbers: Sequence[int]) -> None:
        """For the PaczkoPunkty with these numbers; none is no card."""
        shown = f" ({', '.join(map(str, numbers))})"
        self.say(parcel_point_words(shown) if numbers else "")


class InsteadCard(_Card):
    """The code that was typed takes no parcel; the nearest that do stand in the list."""

    copy_asked = Signal()

    def __init__(self) -> None:
        super().__init__(Shape.TRIANGLE, State.WARNING)
        self._answer = Answer()
        self.copy_button = KeyButton(
            translate("ui", "Copy a message for the buyer"), key="Alt+M", icon="copy", kind="header"
        )
        self.copy_button.clicked.connect(self.copy_asked)
        self._copied = Text("", tone=State.DONE)
        row = QHBoxLayout()
        row.addWidget(self.copy_button)
        row.addWidget(self._copied)
        row.addStretch(1)
        self.column.addLayout(row)

    def message(self) -> str:
        """For the buyer."""
        return buyer_message(self._answer)

    def show_answer(self, answer: Answer) -> None:
        """What was typed, and whether there is something to offer."""
        self._answer = answer
        if answer.instead_of:
            self._copied.setText("")
            self.copy_button.setVisible(bool(answer.choices))
        self.say(instead_words(answer) if answer.instead_of else "")

    def show_copied(self) -> None:
        """It is in the clipboard."""
        self._copied.setText(translate("ui", "Copied."))


class DownloadCard(_Card):
    """The points are not here yet, are being read, or the reading ended badly."""

    asked = Signal()
    stop_asked = Signal()

    def __init__(self) -> None:
        super().__init__(Shape.INFO, State.INFORMATION)
        self._reading = False
        self._trouble = ""
        self.button = KeyButton(
            translate("ui", "Download the network's points"), key="Alt+D", kind="plain"
        )
        self.button.clicked.connect(self.press)
        self.progress = Progress()
        self.progress.setAccessibleName(translate("ui", "Points read"))
        self._figures = Text("", tone="text2")
        row = QHBoxLayout()
        row.setSpacing(look.PAD)
        row.addWidget(self.button)
        row.addWidget(self.progress, 1)
        row.addWidget(self._figures)
        row.addStretch(0)
        self.column.addLayout(row)

    @Slot()
    def press(self) -> None:
        """Begin, or stop what goes on."""
        if self.isHidden():
            return
        if self._reading:
            self.stop_asked.emit()
        else:
            self._trouble = ""
            self.asked.emit()

    def show_cache(self, cache: Cache, *, reading: bool) -> None:
        """Nothing to say where the network is known."""
        self._reading = reading
        if cache.read_at is not None and not self._trouble:
            self.say("")
            return
        words = translate(
            "ui",
            "The network's points are not on this computer yet. Download them once and search "
            "without internet; until then type the whole code, and InPost is asked.",
        )
        if cache.read_at is not None:
            words = translate("ui", "The points could not be brought up to date.")
        self.say(f"{self._trouble} {words}".strip())
        word = translate("ui", "Download the network's points")
        if cache.unfinished:
            word = translate("ui", "Go on downloading")
        self.button.set_text(translate("ui", "Stop") if reading else word)
        self.progress.setVisible(reading)
        self._figures.setVisible(reading)

    @Slot(int, int)
    def show_progress(self, read: int, total: int) -> None:
        """So many of so many."""
        self.progress.set(read, total)
        self._figures.setText(f"{figures(read)} / {figures(total)}")

    def show_end(self, error: Exception | None) -> None:
        """What went wrong is told; whatever was read is kept."""
        self._reading = False
        self.progress.set(0, 0)
        self._figures.setText("")
        if isinstance(error, Trouble):
            self._trouble = trouble_words(error)
        elif error is not None:
            self._trouble = translate("ui", "InPost offers no list of points at this address.")
        else:
            self._trouble = ""
