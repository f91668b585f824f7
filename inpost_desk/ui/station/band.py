"""The band across the station: the huge state word, its shape and colour, and a hint at the right."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF, Qt, QTimerEvent
from PySide6.QtGui import QColor, QFont, QHideEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from inpost_desk.domain.station import State
from inpost_desk.ui import look, shapes
from inpost_desk.ui.look import State as Tone
from inpost_desk.ui.look import Station
from inpost_desk.ui.shapes import Shape
from inpost_desk.ui.station.fitting import paint_block, word_font
from inpost_desk.wording.station import state_word

LOOKS: Final[dict[State, tuple[Shape, Tone]]] = {
    State.READY: (Shape.VIEWFINDER, Tone.QUIET),
    State.BUSY: (Shape.ARC, Tone.INFORMATION),
    State.PRINTING: (Shape.ARC, Tone.INFORMATION),
    State.PRINTED: (Shape.TICK, Tone.DONE),
    State.SENT: (Shape.PRINTER, Tone.DONE),
    State.STOP: (Shape.OCTAGON, Tone.ERROR),
    State.ASK: (Shape.DIAMOND, Tone.WARNING),
    State.ALREADY: (Shape.SQUARES, Tone.WARNING),
    State.PAIR: (Shape.VIEWFINDER, Tone.INFORMATION),
    State.PAIRED: (Shape.TICK, Tone.DONE),
    State.SHOWN: (Shape.LABEL, Tone.INFORMATION),
    State.WAITING: (Shape.PAUSE, Tone.WARNING),
    State.TOLD: (Shape.TRIANGLE, Tone.WARNING),
    State.NOTED: (Shape.INFO, Tone.INFORMATION),
    State.DEAF: (Shape.CUT, Tone.QUIET),
}
TURNS: Final = frozenset({State.BUSY, State.PRINTING})
LONG: Final = 9
"""Letters; a longer word begins smaller."""
_SIDE: Final = 40
_STEP: Final = 30
_TURN_EVERY: Final = 80
_HINT_PART: Final = 0.29
_ASKED_PART: Final = 0.4
_STRIPE: Final = 10
# So that the dot of a Ż stands free.
_WORD_PART: Final = 0.94
_RIGHT: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


def inks(state: State) -> tuple[str, str]:
    """The ground of that state, and what is written on it."""
    worn = look.colours()
    tone = LOOKS[state][1]
    if state is State.DEAF:
        # Dark like READY, so that only the orange says that nothing is heard.
        return worn.fill(tone), worn.fill(Tone.WARNING)
    return worn.fill(tone), worn.on_fill(tone)


def paint_shape(painter: QPainter, state: State, place: QRectF, *, angle: float = 0) -> None:
    """The shape of that state in the colour of its word."""
    shape, ink = LOOKS[state][0], inks(state)[1]
    if shape is Shape.VIEWFINDER:
        shapes.paint(painter, Shape.BARS, place, ink)
        ink = look.colours().accent if state is State.READY else ink
    shapes.paint(painter, shape, place, ink, angle=angle)


class Band(QWidget):
    """Painted as a whole when the state changes; of work under way only the arc is painted again."""

    def __init__(self) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._state, self._word, self._hint = State.READY, "", ""
        self._angle = 0
        self._timer = 0
        self.show_state(State.READY, "")

    @property
    def word(self) -> str:
        """The state word."""
        return self._word

    @property
    def hint(self) -> str:
        """What stands at its right, or ""."""
        return self._hint

    def show_state(self, state: State, hint: str) -> None:
        """Show a state and its hint."""
        self._state, self._hint, self._word = state, hint, state_word(state)
        self._turn()
        self.update()

    def word_font(self) -> QFont:
        """The font the word is written in, in the room there is."""
        role = Station.LONG_WORD if len(self._word) > LONG else Station.WORD
        place = self._word_place()
        font = look.station_font(role, bold=True)
        return word_font(self._word, font, place.width(), place.height())

    def timerEvent(self, event: QTimerEvent) -> None:  # noqa: N802
        """Turn the arc."""
        del event
        self._angle = (self._angle + _STEP) % 360
        self.update(self._shape_place().toAlignedRect().adjusted(-2, -2, 2, 2))

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Go on turning."""
        super().showEvent(event)
        self._turn()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        """What nobody sees does not turn."""
        self._stop_turning()
        super().hideEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint ground, shape, word and hint."""
        ground, ink = inks(self._state)
        painter = QPainter(self)
        painter.fillRect(event.rect(), QColor(ground))
        paint_shape(painter, self._state, self._shape_place(), angle=self._angle)
        if not self._shape_place().toAlignedRect().adjusted(-2, -2, 2, 2).contains(event.rect()):
            paint_block(painter, self._word, self._word_place(), font=self.word_font(), ink=ink)
            if self._state is State.DEAF:
                painter.fillRect(0, self.height() - _STRIPE, self.width(), _STRIPE, QColor(ink))
            if self._hint:
                font = look.station_font(self._hint_role())
                place = self._hint_place()
                paint_block(painter, self._hint, place, font=font, ink=ink, align=_RIGHT)
        painter.end()

    def _turn(self) -> None:
        if self._state not in TURNS or not self.isVisible():
            self._stop_turning()
        elif not self._timer:
            self._timer = self.startTimer(_TURN_EVERY)

    def _stop_turning(self) -> None:
        if self._timer:
            self.killTimer(self._timer)
        self._timer = self._angle = 0

    def _hint_role(self) -> Station:
        """What is asked decides; the rest is to be read."""
        return Station.DECIDE if self._state is State.ASK else Station.READ

    def _side(self) -> float:
        return min(float(_SIDE), self.width() * 0.03)

    def _shape_place(self) -> QRectF:
        size = min(self.height() * 0.72, self.width() * 0.14)
        return QRectF(self._side(), (self.height() - size) / 2, size, size)

    def _hint_place(self) -> QRectF:
        part = _ASKED_PART if self._state is State.ASK else _HINT_PART
        wide = self.width() * part if self._hint else 0.0
        return QRectF(
            self.width() - self._side() - wide, self.height() * 0.06, wide, self.height() * 0.88
        )

    def _word_place(self) -> QRectF:
        left = self._shape_place().right() + self._side()
        right = self._hint_place().left() - (self._side() / 2 if self._hint else 0)
        tall = self.height() * _WORD_PART
        return QRectF(left, (self.height() - tall) / 2, max(10.0, right - left), tall)
