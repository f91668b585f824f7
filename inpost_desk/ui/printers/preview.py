"""What comes out of the printer, at the right of its form: drawn anew after every change, on a lane."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from inpost_desk.background import PAPER
from inpost_desk.domain.printer import SLOTS, PaperKind, Profile
from inpost_desk.errors import Trouble
from inpost_desk.labels.fit import Box, Cut
from inpost_desk.ui import look
from inpost_desk.ui.desk import Desk
from inpost_desk.ui.kit import Caption, Ground, Segmented, ShapeLabel, Text
from inpost_desk.ui.kit_flow import Flow
from inpost_desk.ui.look import State
from inpost_desk.ui.printers.drawing import Drawing, drawing_for
from inpost_desk.ui.printers.sheet_picture import SheetPicture
from inpost_desk.ui.printers.words import mm_words, number_words, paper_words
from inpost_desk.ui.settings_page_alive import while_alive
from inpost_desk.ui.shapes import Shape
from inpost_desk.wording.sentences import trouble_words
from inpost_desk.wording.speech import translate

if TYPE_CHECKING:
    from collections.abc import Sequence


class Preview(Ground):
    """The paper to scale, with what has to be known about it."""

    slot_chosen = Signal(int)
    """The next free place of the sheet, from 0."""
    shown = Signal()
    """A drawing is there."""

    def __init__(self, desk: Desk) -> None:
        super().__init__("desk")
        self._desk = desk
        self._wanted: tuple[Profile, int] | None = None
        self._drawn: tuple[Profile, int] | None = None
        self._busy = False
        self._title = Text(translate("ui", "This comes out of the printer"), bold=True)
        self._dots = Text("", tone="text2")
        self.picture = SheetPicture()
        self.picture.chosen.connect(self.slot_chosen)
        self._paper = Caption()
        self._direction = Caption("↓ " + translate("ui", "paper direction"))
        self._legend = Caption(wrap=True)
        self._mark = ShapeLabel(Shape.TRIANGLE, State.WARNING, 16)
        self.note = Text("", wrap=True)
        self.slots = Segmented(
            [(str(slot), str(slot + 1)) for slot in range(SLOTS)],
            name=translate("ui", "Next free place on the sheet"),
        )
        self.slots.changed.connect(lambda key: self.slot_chosen.emit(int(key)))
        self._lay_out()

    def show_profile(self, profile: Profile | None, slot: int = 0) -> None:
        """Draw what this printer would bring out; None shows an empty ground."""
        self._wanted = (profile, slot) if profile else None
        if profile is None:
            self._drawn = None
            self._slot_part.hide()
            self.picture.clear()
            self.picture.set_slot(None)
            self._say()
            words = translate(
                "ui", "The paper shows here once it is known how the printer is reached."
            )
            self._note([words], State.QUIET)
            return
        four = profile.paper is PaperKind.A4_FOUR
        self.slots.set_value(str(slot))
        self._slot_part.setVisible(four)
        self.picture.set_slot(slot if four else None)
        self._draw()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """The digits take a place on the sheet."""
        place = event.text()
        if not self._slot_part.isHidden() and place in [str(one + 1) for one in range(SLOTS)]:
            self.slot_chosen.emit(int(place) - 1)
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        self._slot_part = QWidget()
        inside = QVBoxLayout(self._slot_part)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(Text(translate("ui", "Next free place on the sheet"), bold=True))
        inside.addWidget(self.slots, 0, Qt.AlignmentFlag.AlignLeft)
        self._slot_part.hide()
        self._legend.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(look.PAD, look.PAD, look.PAD, look.PAD)
        layout.setSpacing(look.GAP)
        layout.addWidget(Flow(self._title, self._dots))
        layout.addWidget(self.picture, 1)
        layout.addWidget(Flow(self._direction, self._paper, gap=look.PAD))
        layout.addWidget(self._legend)
        layout.addWidget(self.note)
        layout.addWidget(self._slot_part)
        self._say()

    def _draw(self) -> None:
        wanted = self._wanted
        if self._busy or wanted is None or wanted == self._drawn:
            return
        self._busy = True
        self._desk.lanes.start(
            PAPER,
            partial(drawing_for, *wanted),
            done=while_alive(self, partial(self._show, wanted)),
            failed=while_alive(self, partial(self._failed, wanted)),
        )

    def _show(self, asked: tuple[Profile, int], drawing: Drawing) -> None:
        self._busy = False
        if self._wanted is None:
            return
        self._drawn = asked
        profile, _ = asked
        corrected = bool(profile.right or profile.down)
        self.picture.show_page(
            drawing.png,
            drawing.paper.width,
            drawing.paper.height,
            placed=_rect(drawing.placed),
            outline=_rect(drawing.plain) if corrected else None,
            dots=drawing.dots,
        )
        self._say(profile, drawing)
        self.shown.emit()
        self._draw()

    def _failed(self, asked: tuple[Profile, int], error: Exception) -> None:
        self._busy = False
        # Asking for the same again would fail again.
        self._drawn = asked
        self.picture.clear()
        self._say()
        if isinstance(error, Trouble):
            self._note([trouble_words(error)], State.ERROR)
        else:
            self._desk.report(error)
        self._draw()

    def _say(self, profile: Profile | None = None, drawing: Drawing | None = None) -> None:
        there = profile is not None and drawing is not None
        for part in (self._dots, self._direction, self._paper, self._legend):
            part.setVisible(there)
        self._note([], State.WARNING)
        if profile is None or drawing is None:
            return
        wide, high = drawing.dots
        self._dots.setText(
            translate("ui", "{width} × {height} dots").format(width=wide, height=high)
        )
        self._paper.setText(
            translate("ui", "{width} × {height} mm, {paper}").format(
                width=number_words(drawing.paper.width),
                height=number_words(drawing.paper.height),
                paper=paper_words(profile),
            )
        )
        self._legend.setText(_legend(profile))
        self._legend.setVisible(bool(profile.right or profile.down))
        state = State.ERROR if drawing.lost or drawing.cut is Cut.SCALED else State.QUIET
        self._note(_notes(profile, drawing), state)

    def _note(self, sentences: Sequence[str], state: State) -> None:
        self.note.set_state(" ".join(sentences), state)
        self.note.setVisible(bool(sentences))


def _rect(place: Box) -> QRectF:
    return QRectF(place.left, place.top, place.width, place.height)


def _legend(profile: Profile) -> str:
    """Where the print would lie, as the dashed frame shows: the other way from the correction."""
    parts = []
    if profile.right:
        side = translate("ui", "{length} to the left")
        if profile.right < 0:
            side = translate("ui", "{length} to the right")
        parts.append(side.format(length=mm_words(abs(profile.right))))
    if profile.down:
        side = translate("ui", "{length} higher")
        if profile.down < 0:
            side = translate("ui", "{length} lower")
        parts.append(side.format(length=mm_words(abs(profile.down))))
    words = translate("ui", "dashed: without the correction, {where}")
    return words.format(where=", ".join(parts))


def _notes(profile: Profile, drawing: Drawing) -> list[str]:
    said = []
    if drawing.lost:
        said.append(translate("ui", "Part of the label lies off the paper: correct less."))
    if drawing.cut is Cut.SCALED:
        words = translate("ui", "The label does not fit: it is printed at {percent} %.")
        said.append(words.format(percent=f"{drawing.scale * 100:.0f}"))
    elif drawing.cut is Cut.MARGIN:
        said.append(translate("ui", "White margin is cut off; the label keeps its size."))
    if profile.carrier_commands:
        said.append(translate("ui", "InPost draws its labels for this printer itself."))
    return said
