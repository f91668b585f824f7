"""The watched folder, from the window: looked into every few seconds, its files put on the desk by itself.

Network shares tell nobody what happens on them, so every folder is polled. One file is read at a time, and
never into what somebody does: a file comes into view where the desk is free, else a notice leads to it. A
file whose columns only a person knows stays in the folder, the others go on; it is moved once somebody has
named them. Where another account is open than the folder's, nothing is read.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from inpost_desk.actions.waiting import Stop
from inpost_desk.background import FETCH
from inpost_desk.domain.pile import Pile
from inpost_desk.domain.stage import Stage
from inpost_desk.errors import Trouble
from inpost_desk.ui.desk import DONE, ERROR, INFORMATION, WARNING, Desk, Notice
from inpost_desk.ui.jobs import Jobs
from inpost_desk.ui.orders import watched_jobs as jobs
from inpost_desk.ui.orders.bar_standing import TAKES
from inpost_desk.ui.orders.importing import Importer, known_notice
from inpost_desk.ui.orders.piling import Piling
from inpost_desk.ui.orders.running import Runner
from inpost_desk.ui.orders.watched_jobs import Taken
from inpost_desk.wording.sentences import trouble_words
from inpost_desk.wording.speech import translate

if TYPE_CHECKING:
    from inpost_desk.actions.pile import Put
    from inpost_desk.actions.watched_folder import Look, Still

# Milliseconds between two looks; a file that rests is read at the second one.
POLL_EVERY: Final = 3_000
# What there is to say of the folder, and of the file that was read last, not read, or is to be looked at.
FOLDER, FILE, REFUSED, COLUMNS = "watched", "watched.file", "watched.refused", "watched.columns"
KEPT: Final = "watched.kept"
# Nobody is in the middle of a pile that has none of these.
_AT_WORK: Final = TAKES | {Stage.TO_FIX, Stage.QUESTION}


class Watching(QObject):
    """Looks, reads, tells."""

    taken = Signal(object)
    """A file of the folder was put on the desk and moved: `Taken`."""
    columns_asked = Signal(object)
    """Paths of files whose columns somebody wants to name now."""

    def __init__(
        self, desk: Desk, piling: Piling, runner: Runner, importer: Importer, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._piling = piling
        self._runner = runner
        self._importer = importer
        self._jobs = Jobs(desk, self)
        self._stop = Stop()
        self._look: Look | None = None
        self._folder = ""
        self._busy = False
        # Files that wait for a person, as they looked then: read again only when they change.
        self._aside: dict[Path, Still] = {}
        self._session: object = None
        self.timer = QTimer(self, interval=POLL_EVERY)
        self.timer.timeout.connect(self.poll)
        desk.settings_changed.connect(self._begin)
        desk.session_changed.connect(self._begin)
        importer.put.connect(self._imported)
        self._begin()

    @Slot()
    def poll(self) -> None:
        """Look now, unless a look or a file is under way."""
        if self._busy or not self._ours() or self._stop.asked:
            return
        self._busy = True
        before = dict(self._look.files) if self._look is not None else {}
        work = partial(jobs.look_into, self._folder, before, time.monotonic())
        # It has two threads: a share that does not answer leaves the other one to everybody else.
        self._desk.lanes.start(
            FETCH,
            work,
            done=self._jobs.told(partial(self._looked, self._folder)),
            failed=self._jobs.told(partial(self._away, self._folder)),
        )

    def close(self) -> None:
        """The window closes: no further file is read."""
        self._stop.event.set()
        self.timer.stop()
        self._withdraw(FOLDER, FILE, REFUSED, COLUMNS, KEPT)

    @Slot()
    def _begin(self) -> None:
        """The folder is another one, or the account."""
        watched, session = self._desk.settings.watched, self._desk.session
        # The same account too, opened anew (its token came): of what was under way nobody is told any more.
        if self._folder != watched.folder or self._session is not session:
            self._folder, self._session, self._look = watched.folder, session, None
            self._busy = False
            self._aside.clear()
            self._withdraw(FOLDER)
        if not watched.folder or self._stop.asked:
            self.timer.stop()
            return
        if not self.timer.isActive():
            self.timer.start()
        if session is not None and not self._ours():
            self._tell_other_account()
        elif session is not None:
            self._withdraw(FOLDER)

    def _ours(self) -> bool:
        watched, session = self._desk.settings.watched, self._desk.session
        return (
            bool(watched.folder) and session is not None and session.account.key == watched.account
        )

    def _looked(self, folder: str, look: Look) -> None:
        if folder != self._folder:
            return
        self._busy = False
        if self._look is None or look.files.keys() != self._look.files.keys():
            self._aside = {path: one for path, one in self._aside.items() if path in look.files}
        self._look = look
        self._withdraw(FOLDER)
        self._tell_kept(look.kept)
        self._next()

    def _away(self, folder: str, error: Exception) -> None:
        """A share that is gone comes back by itself; what lay there has to rest anew then."""
        if folder != self._folder:
            return
        self._busy, self._look = False, None
        if not isinstance(error, Trouble):
            raise error
        words = translate("ui", "The watched folder cannot be reached: {folder}")
        told = translate("ui", "It goes on by itself as soon as the folder is back.")
        self._desk.notify(Notice(FOLDER, WARNING, words.format(folder=self._folder), told))

    def _next(self) -> None:
        """Read the oldest file that is whole and waits for nobody."""
        look = self._look
        if look is None or self._busy or self._stop.asked or not self._ours():
            return
        for path in look.ready:
            still = look.files.get(path)
            if still is not None and self._aside.get(path) != still:
                self._busy = True
                work = partial(jobs.take, known=self._desk.settings, path=path, stop=self._stop)
                self._jobs.start(work, done=self._took, failed=partial(self._not_taken, path))
                return

    def _took(self, taken: Taken) -> None:
        self._busy = False
        self._settle(taken)
        self._tell(taken)
        self._next()

    def _not_taken(self, path: Path, error: Exception) -> None:
        """The ledger could not take it: it stays in the folder and is tried again."""
        self._busy = False
        self._settle(Taken(path))
        self._desk.report(error)

    def _settle(self, taken: Taken) -> None:
        """What the next look is to know of that file."""
        if self._look is None:
            return
        still = self._look.files.get(taken.path)
        stays = taken.place is None and taken.trouble is not None and not taken.later
        if stays and still is not None:
            self._aside[taken.path] = still
        else:
            self._look = self._look.without(taken.path)

    def _tell(self, taken: Taken) -> None:
        if taken.put is not None:
            self._tell_put(taken, taken.put)
            self.taken.emit(taken)
        elif taken.foreign:
            self._tell_columns(taken.path)
        elif taken.trouble is not None and not taken.later:
            words = translate("ui", "{name} could not be read.").format(name=taken.path.name)
            # Why stands beside the file too, for whoever put it there.
            told = trouble_words(taken.trouble)
            place = "" if taken.place is None else str(taken.place)
            self._desk.notify(Notice(REFUSED, ERROR, words, " ".join(filter(None, (told, place)))))

    def _tell_put(self, taken: Taken, put: Put) -> None:
        name = taken.path.name
        if taken.trouble is not None:
            words = translate("ui", "{name} is on the desk, but cannot be moved.")
            told = trouble_words(taken.trouble)
            self._desk.notify(Notice(REFUSED, WARNING, words.format(name=name), told))
        words = translate("ui", "From the watched folder: {name}").format(name=name)
        told = translate("ui", "rows: {count}").format(count=put.pile.rows)
        notice = known_notice(FILE, name) if put.known else Notice(FILE, DONE, words, told)
        if not self._shows(put.pile):
            button, show = translate("ui", "Show"), partial(self._show, put.pile)
            notice = replace(notice, button=button, pressed=show)
        self._desk.notify(notice)

    def _shows(self, pile: Pile) -> bool:
        """Bring it into view where nobody is at another one; whether it is there."""
        there = self._piling.pile
        if there is not None and there.id == pile.id:
            # It lies elsewhere now.
            self._piling.refresh()
            return True
        rows = self._piling.rows.values()
        being_read = there is not None and not rows
        if self._runner.running or self._importer.reading or being_read:
            return False
        if any(one.stage in _AT_WORK for one in rows):
            return False
        self._piling.open(pile)
        return True

    def _show(self, pile: Pile) -> None:
        if not self._runner.running:
            self._withdraw(FILE)
            self._piling.open(pile)

    def _tell_kept(self, paths: Sequence[Path]) -> None:
        if not paths:
            self._withdraw(KEPT)
            return
        words = translate("ui", "{name} cannot be opened.").format(name=paths[0].name)
        told = translate(
            "ui", "Another program keeps it, or it must not be read. It is tried again."
        )
        self._desk.notify(Notice(KEPT, WARNING, words, told))

    def _tell_columns(self, path: Path) -> None:
        words = translate("ui", "Somebody has to say what the columns of {name} are.")
        told = translate("ui", "It stays in the watched folder until then; other files go on.")
        button = translate("ui", "Name the columns")
        ask = partial(self.columns_asked.emit, [path])
        self._desk.notify(Notice(COLUMNS, WARNING, words.format(name=path.name), told, button, ask))

    def _tell_other_account(self) -> None:
        words = translate("ui", "The watched folder belongs to another account.")
        told = translate("ui", "Its files wait until that account is open.")
        self._desk.notify(Notice(FOLDER, INFORMATION, words, told))

    @Slot(object, object)
    def _imported(self, path: Path, put: Put) -> None:
        """The window has read a file: if it lies in the folder, it is done there as well."""
        if not self._ours() or path.parent != Path(self._folder):
            return
        self._withdraw(COLUMNS)
        work = partial(jobs.finish, known=self._desk.settings, path=path, put=put)
        self._jobs.start(work, done=self._finished)

    def _finished(self, taken: Taken) -> None:
        self._aside.pop(taken.path, None)
        self._settle(taken)
        if taken.put is not None:
            there = self._piling.pile
            if there is not None and there.id == taken.put.pile.id:
                self._piling.refresh()
            self.taken.emit(taken)

    def _withdraw(self, *keys: str) -> None:
        for key in keys:
            self._desk.withdraw(key)
