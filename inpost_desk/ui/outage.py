"""What the window says while InPost is out of reach: since when, what goes on, what waits, what is over.

It also knocks at InPost's door when a probe is due, on a lane, since nobody else may ask anything just then.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from inpost_desk.clock import steady_now
from inpost_desk.errors import Offline
from inpost_desk.ui.desk import DONE, WARNING, Desk, Notice
from inpost_desk.ui.jobs import Jobs
from inpost_desk.ui.look import State
from inpost_desk.ui.shapes import Shape
from inpost_desk.ui.status import CONNECTION, StatusText
from inpost_desk.wording.sentences import trouble_words
from inpost_desk.wording.speech import translate

if TYPE_CHECKING:
    from inpost_desk.session import Session

NOTICE: Final = "outage"
EVERY: Final = 1_000
# How long it stands there that all is well again, in milliseconds.
BACK_FOR: Final = 10_000
# Why no connection can be made, where that is this network's or this computer's doing.
OUR_SIDE: Final = frozenset({"proxy", "certificate", "tls"})


def _nothing() -> None:
    """Nobody listens yet."""


class OutageLine(QObject):
    """Tells the desk of an outage of the account that is open, every second while it lasts."""

    _heard = Signal()

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._jobs = Jobs(desk, self)
        self._stop_listening: Callable[[], None] = _nothing
        self._lasts = self._knocking = False
        self._waiting = 0
        self._said: Notice | None = None
        self._before: object = None
        self._beat = QTimer(self, interval=EVERY)
        self._beat.timeout.connect(self._on_beat)
        self._back = QTimer(self, interval=BACK_FOR, singleShot=True)
        self._back.timeout.connect(self._withdraw)
        # The breaker speaks on whichever thread has just asked InPost.
        self._heard.connect(self._look, Qt.ConnectionType.QueuedConnection)
        desk.session_changed.connect(self._listen)
        self._listen()

    def set_waiting(self, count: int) -> None:
        """How many labels wait for InPost."""
        if count != self._waiting:
            self._waiting = count
            if self._lasts:
                self._look()

    def stop(self) -> None:
        """Hear and say nothing any more; what was said is taken back."""
        self._stop_listening()
        self._stop_listening = _nothing
        self._beat.stop()
        self._lasts = self._knocking = False
        self._withdraw()

    @Slot()
    def _listen(self) -> None:
        """Another account: what was said of the one before is not true of it."""
        self.stop()
        session = self._desk.session
        if session is not None:
            self._stop_listening = session.client.listen(self._tell)
            self._look()

    def _tell(self) -> None:
        # The window may be gone already.
        with contextlib.suppress(RuntimeError):
            self._heard.emit()

    @Slot()
    def _on_beat(self) -> None:
        self._look()
        session = self._desk.session
        outage = session.client.outage if session else None
        if outage is not None and outage.next_probe_in <= 0:
            self._knock()

    @Slot()
    def _look(self) -> None:
        session = self._desk.session
        outage = session.client.outage if session else None
        if outage is None:
            if self._lasts:
                self._end()
            return
        if not self._lasts:
            self._begin()
        self._say((steady_now() - outage.since).total_seconds(), outage.why)

    def _begin(self) -> None:
        self._lasts = True
        self._before = self._desk.last_told.get(CONNECTION)
        self._back.stop()
        self._beat.start()

    def _say(self, seconds: float, why: str) -> None:
        status = translate("ui", "InPost does not answer: {time}").format(time=_lasting(seconds))
        self._desk.told.emit(CONNECTION, StatusText(status, Shape.CUT, State.WARNING))
        again = translate("ui", "Try again")
        consequence = " ".join(filter(None, (self._consequence(), _remedy(why))))
        notice = Notice(NOTICE, WARNING, _fact(seconds), consequence, again, self._try_now)
        # Whoever has put it away gets it back when there is something new to say, not a second later.
        if notice != self._said:
            self._said = notice
            self._desk.notify(notice)

    def _consequence(self) -> str:
        if not self._waiting:
            return translate("ui", "Labels fetched before go on printing.")
        words = translate("ui", "Labels fetched before go on printing; waiting: {count}.")
        return words.format(count=self._waiting)

    def _end(self) -> None:
        self._beat.stop()
        self._lasts = False
        before = self._before
        if not isinstance(before, StatusText) or before.offline is not False:
            words = translate("ui", "Connected to InPost")
            before = StatusText(words, Shape.CONNECTED, State.DONE)
        self._desk.told.emit(CONNECTION, before)
        left = translate("ui", "Waiting: {count}.").format(count=self._waiting)
        words = translate("ui", "The connection to InPost is back.")
        self._said = Notice(NOTICE, DONE, words, left if self._waiting else "")
        self._desk.notify(self._said)
        self._back.start()

    @Slot()
    def _withdraw(self) -> None:
        self._back.stop()
        if self._said is not None:
            self._said = None
            self._desk.withdraw(NOTICE)

    def _try_now(self) -> None:
        """A person believes that it is back."""
        self._knock(now=True)

    def _knock(self, *, now: bool = False) -> None:
        if self._knocking or not self._lasts:
            return

        def work(session: Session) -> bool:
            return session.client.knock(now=now)

        def done(_there: bool) -> None:  # noqa: FBT001
            self._knocking = False
            self._look()

        self._knocking = self._jobs.start(work, done=done)


def _remedy(why: str) -> str:
    """Some outages are here, not at InPost, and somebody can do something about them."""
    return trouble_words(Offline(why)) if why in OUR_SIDE else ""


def _fact(seconds: float) -> str:
    if seconds < 60:
        return translate("ui", "InPost does not answer.")
    return translate("ui", "InPost has not answered for {time}.").format(time=_lasting(seconds))


def _lasting(seconds: float) -> str:
    """How long it has lasted: 42 s, 3 min, 1 h 20 min."""
    minutes = int(seconds) // 60
    if not minutes:
        return translate("ui", "{seconds} s").format(seconds=max(0, int(seconds)))
    if minutes < 60:
        return translate("ui", "{minutes} min").format(minutes=minutes)
    words = translate("ui", "{hours} h {minutes} min")
    return words.format(hours=minutes // 60, minutes=minutes % 60)
