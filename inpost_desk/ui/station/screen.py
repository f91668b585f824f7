"""What the station's screen shows and says aloud, and what of it holds beyond one scan.

Knows no scans and does no work: the clerk decides what comes next. What became of an earlier label never
pushes a question or a scan under way aside: it waits for its turn.
"""

from __future__ import annotations

from collections import deque
from dataclasses import replace
from typing import Final, Self

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from inpost_desk.domain.station import Act, Answer, Armed, Shown, State
from inpost_desk.errors import NotAllowed, Trouble
from inpost_desk.ui import sounds
from inpost_desk.ui.desk import Desk
from inpost_desk.wording.sentences import trouble_words

# How long what came of a scan stays before the next order is shown, in milliseconds.
STAYS: Final = 5_000
_SOUNDS: Final = {
    State.PRINTED: sounds.PRINTED,
    State.SENT: sounds.PRINTED,
    State.PAIRED: sounds.PRINTED,
    State.STOP: sounds.STOP,
    State.ALREADY: sounds.DUPLICATE,
    State.ASK: sounds.WARNING,
    State.PAIR: sounds.WARNING,
    State.TOLD: sounds.WARNING,
    State.WAITING: sounds.WARNING,
    State.DEAF: sounds.DEAF,
}
_PASSING: Final = frozenset(
    {State.PRINTED, State.SENT, State.PAIRED, State.TOLD, State.WAITING, State.SHOWN}
)


class Screen(QObject):
    """One station's screen. `shown` is what stands there, also while another window has the keyboard."""

    shown_changed = Signal(object)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.operator = ""
        """Who is signed on."""
        self.sounds = sounds.Sounds(desk)
        self.shown = Shown(State.READY)
        self.armed = Armed()
        self._working = False
        """A scan is being worked on."""
        self._pair: Shown | None = None
        """What to show until the label of its order is scanned."""
        self._alarms: deque[Shown] = deque()
        self._hearing = True
        self._rest = QTimer(self, singleShot=True, interval=STAYS)
        self._rest.timeout.connect(self._rested)
        desk.settings_changed.connect(self._ready_anew)

    def tell(self, shown: Shown) -> None:
        """Show it and say it aloud."""
        sound = sounds.TAKEN if shown.calm else _SOUNDS.get(shown.state)
        if sound is not None:
            self.sounds.play(sound)
        self._show(replace(shown, armed=self.armed))

    def flow(self, shown: Shown) -> None:
        """What became of a label's printing: progress only where nothing newer is on screen."""
        newest = self.shown.state in (State.PRINTING, State.SENT) and self.shown.box == shown.box
        alarms = shown.state in (State.STOP, State.WAITING)
        if alarms and self._pair is not None and self._pair.box == shown.box:
            # There is no label of it to be scanned.
            self._pair = None
        if newest and not (alarms and self._working):
            self.tell(shown)
        elif alarms:
            self._alarms.append(shown)
            self.next()

    def next(self) -> None:
        """What waits for its turn."""
        while self._alarms and not self._working and not self.shown.closed:
            self.tell(self._alarms.popleft())

    def amend(self, shown: Shown) -> None:
        """The same question with more to choose from, or what is done about it now."""
        self._show(shown)

    def rest(self) -> None:
        """Nothing is to be answered any more; the label that is awaited still is."""
        if self._pair is not None:
            self._show(replace(self._pair, armed=self.armed))
        else:
            self._show(Shown(State.READY, self.ready_rule(), armed=self.armed))

    def ready_rule(self) -> str:
        """What is to be scanned next."""
        if self._desk.settings.station.sign_on and not self.operator:
            return "badge"
        return "armed" if self.armed else ""

    @Slot()
    def _ready_anew(self) -> None:
        if self.shown.state is State.READY:
            self.rest()

    def arm(self, armed: Armed) -> None:
        """The next order will be done so."""
        self.armed = armed
        if not self._working and not self.shown.closed:
            self.rest()

    @Slot(bool)
    def heard(self, hearing: bool) -> None:  # noqa: FBT001 - a slot
        """The window has the keyboard, or has not."""
        if hearing == self._hearing:
            return
        self._hearing = hearing
        if hearing:
            self.shown_changed.emit(self.shown)
        else:
            self.sounds.play(sounds.DEAF)
            self.shown_changed.emit(replace(self.shown, state=State.DEAF, rule="", answers=()))

    def take_over(self, before: Self) -> None:
        """Go on where another one stood, as when the window speaks another language."""
        self.shown, self.armed, self._pair = before.shown, before.armed, before._pair
        self._alarms, self._hearing = before._alarms.copy(), before._hearing
        if self.shown.state in _PASSING:
            self._rest.start()

    def _show(self, shown: Shown) -> None:
        self.shown = shown
        self._rest.stop()
        if shown.state in _PASSING:
            self._rest.start()
        if self._hearing:
            self.shown_changed.emit(shown)

    @Slot()
    def _rested(self) -> None:
        if self.shown.state in _PASSING and not self._working:
            self.rest()


def stop_of(error: Trouble, shown: Shown) -> Shown:
    """The STOP that says what went wrong about the order on screen."""
    rule = "not_allowed" if isinstance(error, NotAllowed) else "trouble"
    answers = (Answer("Space", Act.ACKNOWLEDGE),)
    return Shown(State.STOP, rule, trouble_words(error), shown.code, shown.box, answers=answers)
