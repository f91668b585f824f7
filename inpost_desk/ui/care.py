"""The daily care for the data while the window is open: the copy, deleting what is old, a quick check.

It begins some time after the start and never while a run, the printer or the station is at work. Each trouble
is one notice; what exactly is done stands in `care_work`.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import Final
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from inpost_desk.actions.waiting import Stop
from inpost_desk.background import BUYING, CARE, PRINT, RUN, STATION
from inpost_desk.clock import steady_now
from inpost_desk.ui.care_work import Cared, care
from inpost_desk.ui.desk import WARNING, Desk, Notice
from inpost_desk.ui.window_place import window_settings
from inpost_desk.wording.data_care import problem_words
from inpost_desk.wording.sentences import moment_words, trouble_words
from inpost_desk.wording.speech import translate

FIRST: Final = 90_000
"""Milliseconds after the start."""
EVERY: Final = 600_000
SOON: Final = 60_000
"""Until it is tried again where a run was on."""
COPY: Final = "care.copy"
CHECK: Final = "care.check"
FORGET: Final = "care.forget"
_BUSY: Final = (RUN, PRINT, STATION, BUYING)
_CARED: Final = "care/cared"
_COPIED: Final = "care/copied"
_WARSAW: Final = ZoneInfo("Europe/Warsaw")


class Care(QObject):
    """One of them for the program; `stop` when the window closes."""

    settings_asked = Signal(str)
    """A section: "data"."""
    cared = Signal(object)
    """A `Cared`: one round has ended."""

    def __init__(
        self,
        desk: Desk,
        parent: QObject | None = None,
        *,
        first: int = FIRST,
        now: Callable[[], datetime] = steady_now,
    ) -> None:
        super().__init__(parent)
        self._desk, self._now = desk, now
        self._stop = Stop()
        self._busy = self._over = False
        self._said: dict[str, tuple[date, str]] = {}
        self._beat = QTimer(self, singleShot=True)
        self._beat.timeout.connect(self.look)
        self._beat.start(first)
        desk.session_changed.connect(self._account_changed)

    @property
    def busy(self) -> bool:
        """Whether it is at work."""
        return self._busy

    @Slot()
    def stop(self) -> None:
        """The window closes: what is under way ends after its present file, and goes on the next time."""
        self._over = True
        self._beat.stop()
        self._stop.event.set()

    @Slot()
    def look(self) -> None:
        """Do now what is due, unless something else is at work."""
        if self._over or self._busy:
            return
        if self._desk.session is None or any(self._desk.lanes.busy(lane) for lane in _BUSY):
            self._beat.start(SOON)
            return
        self._busy = True
        self._stop = Stop()
        now = self._now()
        daily = window_settings(self._desk.data_dir).value(_CARED) != _day(now).isoformat()
        folder, rules = self._desk.data_dir, self._desk.settings.data
        self._desk.lanes.start(
            CARE,
            partial(care, folder, rules, now=now, daily=daily, stop=self._stop),
            done=partial(self._cared, now, daily),
            failed=self._failed,
        )

    @Slot()
    def _account_changed(self) -> None:
        if self._desk.session is None:
            # Somebody may want the ledgers for itself.
            self._stop.event.set()

    def _cared(self, now: datetime, daily: bool, done: Cared) -> None:  # noqa: FBT001
        self._busy = False
        if self._over:
            return
        self._beat.start(EVERY if done.whole else SOON)
        if daily and done.whole:
            kept = window_settings(self._desk.data_dir)
            kept.setValue(_CARED, _day(now).isoformat())
            self._say(CHECK, _check_words(done), now)
            self._say(FORGET, _forget_words(done), now)
        if done.last is not None:
            keep_last_copy(self._desk.data_dir, done.last)
        if done.whole:
            self._say(COPY, self._copy_words(done), now)
        self.cared.emit(done)

    def _failed(self, error: Exception) -> None:
        self._busy = False
        if not self._over:
            self._beat.start(EVERY)
        self._desk.report(error)

    def _say(self, key: str, words: tuple[str, str] | None, now: datetime) -> None:
        """One notice a day for the same trouble: whoever put it away has read it."""
        if words is None:
            self._said.pop(key, None)
            self._desk.withdraw(key)
            return
        said = (_day(now), words[0])
        if self._said.get(key) == said:
            return
        self._said[key] = said
        button = translate("ui", "Settings")
        asked = partial(self.settings_asked.emit, "data")
        self._desk.notify(Notice(key, WARNING, *words, button, asked))

    def _copy_words(self, done: Cared) -> tuple[str, str] | None:
        if done.copy_trouble is None:
            return None
        last = done.last or last_copy_kept(self._desk.data_dir)
        words = translate("ui", "No copy of the data was made today, and none before.")
        if last is not None:
            words = translate("ui", "No copy of the data was made since {moment}.")
            words = words.format(moment=moment_words(last))
        return words, trouble_words(done.copy_trouble)


def last_copy_kept(data_dir: Path) -> datetime | None:
    """When the newest copy was made that was ever seen: the folder itself may be away."""
    kept = window_settings(data_dir).value(_COPIED)
    try:
        return datetime.fromisoformat(str(kept)) if kept else None
    except ValueError:
        return None


def keep_last_copy(data_dir: Path, made_at: datetime | None) -> None:
    """Remember it; None where the folder is another one now."""
    window_settings(data_dir).setValue(_COPIED, made_at.isoformat() if made_at else "")


def _check_words(done: Cared) -> tuple[str, str] | None:
    if done.check_trouble is not None:
        words = translate("ui", "The data could not be checked.")
        return words, trouble_words(done.check_trouble)
    if not done.problems:
        return None
    _, first = done.problems[0]
    words = translate("ui", "Something is wrong with the data. Problems: {count}.")
    about = problem_words(first.rule, first.count, first.place)
    return words.format(count=len(done.problems)), about


def _forget_words(done: Cared) -> tuple[str, str] | None:
    if done.forget_trouble is None:
        return None
    words = translate("ui", "Receivers that are older than you keep them could not be deleted.")
    return words, trouble_words(done.forget_trouble)


def _day(now: datetime) -> date:
    return now.astimezone(_WARSAW).date()
