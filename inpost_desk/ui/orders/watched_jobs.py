"""What `watching` has done on lanes: a file of the watched folder read, noted and moved. Nothing of Qt."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from inpost_desk.actions.waiting import Stop
from inpost_desk.domain.station import BuyAt
from inpost_desk.errors import FileTrouble
from inpost_desk.settings import Settings
from inpost_desk.ui.orders.importing import FOREIGN, read_file
from inpost_desk.ui.orders.results import write_pile_result
from inpost_desk.wording.sentences import trouble_words

if TYPE_CHECKING:
    from inpost_desk.actions.pile import Put
    from inpost_desk.actions.watched_folder import Look, Still
    from inpost_desk.session import Session

# Nothing is wrong with the file itself: a later look may find it whole, or find it at all.
LATER: Final = frozenset({"still_growing", "missing", "unreadable", "no_permission"})


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of one file.

    `put` is its pile, None where it was not read for `trouble`; `place` where it lies now, None where it
    could not be moved, or was left for a person or a later look. `buys`: its pile is bought by itself.
    """

    path: Path
    put: Put | None = None
    trouble: FileTrouble | None = None
    place: Path | None = None
    buys: bool = False

    @property
    def foreign(self) -> bool:
        """Whether only a person knows what its columns are."""
        return self.trouble is not None and self.trouble.rule in FOREIGN

    @property
    def later(self) -> bool:
        """Whether it is simply looked at again."""
        return self.put is None and self.trouble is not None and self.trouble.rule in LATER


def look_into(folder: str, before: dict[Path, Still], at: float) -> Look:
    from inpost_desk.actions.watched_folder import look

    return look(Path(folder), before, at=at)


def take(session: Session, *, known: Settings, path: Path, stop: Stop) -> Taken:
    """Read a file of the folder, put it on the desk and move it: `done`, or `failed` with the reason."""
    from inpost_desk.actions import watched_folder as watched

    before = _looks(path)
    try:
        put = read_file(session, known=known, path=path, sources=None, stop=stop)
    except FileTrouble as trouble:
        if trouble.rule in FOREIGN | LATER:
            return Taken(path, trouble=trouble)
        place: Path | None = None
        # Where it cannot be moved it stays, and is not read again until it changes.
        with contextlib.suppress(FileTrouble):
            place = watched.put_away(path, watched.FAILED)
            watched.write_reason(place, trouble_words(trouble))
        return Taken(path, trouble=trouble, place=place)
    if _looks(path) != before:
        # Somebody wrote into it since it was read: what came must not go to `done` unread.
        return Taken(path, trouble=FileTrouble("still_growing", place=path.name))
    return finish(session, known=known, path=path, put=put)


def _looks(path: Path) -> tuple[int, int] | None:
    try:
        facts = path.stat()
    except OSError:
        return None
    return facts.st_size, facts.st_mtime_ns


def finish(session: Session, *, known: Settings, path: Path, put: Put) -> Taken:
    """Move a file whose pile is in the ledger, and write how its rows stand beside it."""
    from inpost_desk.actions import to_buy
    from inpost_desk.actions import watched_folder as watched
    from inpost_desk.actions.pile import pile_of
    from inpost_desk.ledger.pile_place import moved

    # Before the file goes: whatever happens in between, the next look finds it known and goes on.
    wanted = known.watched.buys or known.station.buy_at is BuyAt.IMPORT
    buys = wanted and to_buy.note(session.ledger, put)
    noted = partial(moved, session.ledger, put.pile.id)
    try:
        place = watched.put_away(path, watched.DONE, noted=noted)
    except FileTrouble as trouble:
        return Taken(path, put, trouble, buys=buys)
    pile = pile_of(session.ledger, put.pile.id)
    # The pile is safe; its result is written again after each run.
    with contextlib.suppress(FileTrouble):
        write_pile_result(session.ledger, pile, None, spare=session.data_dir / "results")
    return Taken(path, type(put)(pile, put.known), place=place, buys=buys)
