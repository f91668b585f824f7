"""Files given to the window become piles: read on a lane, in turn, each with what it needs of the settings.

Knows no widgets. What cannot be read is told with its reason, and the other files go on.
"""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal, Slot

from inpost_desk import settings
from inpost_desk.actions.waiting import Stop
from inpost_desk.background import CHANGE
from inpost_desk.domain.order import Field
from inpost_desk.errors import FileTrouble
from inpost_desk.settings import Settings
from inpost_desk.ui.desk import INFORMATION, Desk, Notice
from inpost_desk.ui.jobs import Jobs
from inpost_desk.wording.speech import translate

if TYPE_CHECKING:
    from inpost_desk.actions.pile import Put
    from inpost_desk.session import Session

# A file that is being written is looked at again until it stays as it is, for so many seconds.
PATIENCE: Final = 10.0
LOOK_EVERY: Final = 0.5
# Half an order file looks like a whole one: what was written less than so long ago is looked at twice.
RESTED: Final = 2.0
NOT_READ: Final = "import"
# What says that the file is a table in a layout of its own.
FOREIGN: Final = frozenset({"no_header", "columns_missing"})


def sample_place(data_dir: Path) -> Path:
    """Where the copy of the sample orders lies that the demo puts on the desk."""
    return data_dir / "samples" / "zamowienia-przykladowe.csv"


def tell_busy(desk: Desk) -> None:
    """Say that no file is read during a run."""
    fact = translate("ui", "A run is under way.")
    told = translate("ui", "Give me the file again when it has ended.")
    desk.notify(Notice(NOT_READ, INFORMATION, fact, told))


def known_notice(key: str, name: str) -> Notice:
    """That a file was on the desk before."""
    fact = translate("ui", "{name} was on the desk already.").format(name=name)
    told = translate("ui", "Here it is as you left it; nothing is sent twice.")
    return Notice(key, INFORMATION, fact, told)


class Importer(QObject):
    """Takes files one after the other."""

    started = Signal(str)
    """The name of the file that is being read."""
    taken = Signal(object, bool)
    """A pile, and whether it was on the desk before."""
    put = Signal(object, object)
    """The path of a file that was read, and the `Put`; after `taken`."""
    refused = Signal(object, object)
    """The file's path and the `FileTrouble`."""
    mapping_asked = Signal(object)
    """A file whose columns only a person knows."""
    finished = Signal()
    """Nothing is left to read."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._jobs = Jobs(desk, self)
        self._waiting: list[Path] = []
        self._reading: Path | None = None
        self._session = desk.session
        self._stop = Stop()
        desk.session_changed.connect(self._account_changed)

    def take(self, paths: Sequence[Path]) -> None:
        """Read these files, after those given before."""
        self._waiting += [path for path in paths if path not in self._waiting]
        if self._reading is None:
            self._next()

    def take_with(self, path: Path, sources: Mapping[Field, str], layout: str) -> None:
        """Read a file whose columns a person named, and keep what was said for this layout."""
        named = {field.value: text for field, text in sources.items()}
        kept = {**self._desk.settings.columns, layout: named}
        folder = self._desk.data_dir
        self._desk.lanes.start(
            CHANGE,
            lambda: settings.change(folder, columns=kept),
            done=self._desk.take_settings,
            failed=self._desk.report,
        )
        self._read(path, dict(sources))

    def stop(self) -> None:
        """Wait for no file any longer."""
        self._stop.event.set()

    def skip(self) -> None:
        """The file whose columns were asked for is left out; the next one comes."""
        self._reading = None
        self._next()

    @property
    def reading(self) -> bool:
        """Whether a file is being read."""
        return self._reading is not None

    @Slot()
    def _account_changed(self) -> None:
        before, self._session = self._session, self._desk.session
        if before is not None and self._session is not None:
            same = before.account.key == self._session.account.key
            # Given for another account: its orders must not be bought by this one.
            self._waiting = self._unread() if same else []
        elif before is not None:
            self._waiting = []
        self._reading = None
        if self._session is not None:
            self._next()

    def _unread(self) -> list[Path]:
        return [*([self._reading] if self._reading is not None else []), *self._waiting]

    def _next(self) -> None:
        if self._waiting:
            self._read(self._waiting.pop(0), None)
        else:
            self.finished.emit()

    def _read(self, path: Path, sources: Mapping[Field, str] | None) -> None:
        session = self._desk.session
        if session is None:
            self._waiting.insert(0, path)
            return
        self._reading = path
        self.started.emit(path.name)
        work = partial(
            read_file, known=self._desk.settings, path=path, sources=sources, stop=self._stop
        )
        self._jobs.start(work, done=self._took, failed=self._failed)

    def _took(self, read: Put) -> None:
        path, self._reading = self._reading, None
        self.taken.emit(read.pile, read.known)
        self.put.emit(path, read)
        self._next()

    def _failed(self, error: Exception) -> None:
        path, self._reading = self._reading, None
        if path is None or not isinstance(error, FileTrouble):
            self._desk.report(error)
        elif error.rule in FOREIGN:
            # The other files wait for the answer.
            self._reading = path
            self.mapping_asked.emit(path)
            return
        else:
            self.refused.emit(path, error)
        self._next()


def read_file(
    session: Session,
    *,
    known: Settings,
    path: Path,
    sources: Mapping[Field, str] | None,
    stop: Stop,
) -> Put:
    """Read one file; waits while somebody writes it. Raises `FileTrouble`."""
    from inpost_desk.actions.pile import put_on_desk

    began = time.monotonic()
    before: tuple[int, int] | None = None
    while True:
        facts = _written_just_now(path)
        growing, before = facts is not None and facts != before, facts
        try:
            if not growing:
                return put_on_desk(
                    session.ledger,
                    path,
                    sources=sources if sources is not None else _kept_sources(known, path),
                    repeated=_known_answers(session, known, path),
                    now=session.client.now(),
                )
        except FileTrouble as trouble:
            if trouble.rule != "still_growing":
                raise
        if time.monotonic() - began > PATIENCE or stop.wait(LOOK_EVERY):
            raise FileTrouble("still_growing", place=path.name)


def _written_just_now(path: Path) -> tuple[int, int] | None:
    """Time and size of a file that may be half of what it will be; None for one that has rested."""
    try:
        facts = path.stat()
    except OSError:
        # Whoever reads it says what is wrong.
        return None
    return (facts.st_mtime_ns, facts.st_size) if time.time() - facts.st_mtime < RESTED else None


def _known_answers(session: Session, known: Settings, path: Path) -> Mapping[str, str]:
    """What rows with the same reference are, by layout; in the sample orders each row is a parcel."""
    from inpost_desk.actions.order_file import read_table
    from inpost_desk.domain.spreadsheet import layout_digest

    if path != sample_place(session.data_dir):
        return known.repeated
    return {layout_digest(read_table(path).header): "parcels"}


def _kept_sources(known: Settings, path: Path) -> dict[Field, str] | None:
    """What a person said of files with these headings; None for Manager Paczek's own."""
    from inpost_desk.actions.order_file import read_table
    from inpost_desk.domain.spreadsheet import layout_digest

    kept = known.columns.get(layout_digest(read_table(path).header))
    return None if kept is None else {Field(name): text for name, text in kept.items()}
