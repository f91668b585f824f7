"""Paper of the Pickup page: manifests and records of hand-overs, fetched, kept as files and printed.

Nothing that is asked for gets lost: without a printer the PDF lies there and the notice leads to Settings.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from inpost_desk.actions.waiting import Stop
from inpost_desk.background import PAPER, PRINT
from inpost_desk.domain.hand_over import HandOver
from inpost_desk.domain.printer import A4, Purpose, profile_for
from inpost_desk.errors import FileTrouble, Trouble
from inpost_desk.paths import disk_rule
from inpost_desk.session_printers import outlets_of, profiles_of
from inpost_desk.settings import Settings
from inpost_desk.ui.desk import DONE, WARNING, Desk, Notice
from inpost_desk.ui.jobs import Jobs
from inpost_desk.ui.opening import open_file
from inpost_desk.ui.pickup.record_words import record_words
from inpost_desk.wording.sentences import trouble_words
from inpost_desk.wording.speech import translate

if TYPE_CHECKING:
    from inpost_desk.session import Session

PAPER_NOTICE: Final = "pickup.paper"
FOLDER: Final = "documents"


@dataclass(frozen=True, slots=True)
class Made:
    """A document on disk; `left_out` is how many parcels InPost did not put on it."""

    title: str
    file: Path
    content: bytes
    left_out: int = 0


class Documents(QObject):
    """Prints what somebody asks for, and says what came of it."""

    settings_asked = Signal(str)
    printed = Signal()
    """The document is out."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._jobs = Jobs(desk, self)

    def print_of_pickup(self, pickup_id: int, order: str) -> None:
        """The manifest of an order."""
        title = translate("ui", "Manifest {number}").format(number=order)
        self._make(partial(_of_pickup, pickup_id=pickup_id, title=title))

    def print_of_hand_over(self, one: HandOver) -> None:
        """The manifest of what the courier took."""
        ids = [parcel.shipment_id for parcel in one.parcels if parcel.handed_at is not None]
        if ids:
            title = translate("ui", "Manifest of hand-over {number}").format(number=one.id)
            self._make(partial(_of_parcels, ids=ids, title=title))

    def print_record(self, hand_over_id: int) -> None:
        """The record of a hand-over."""
        title = translate("ui", "Record of hand-over {number}").format(number=hand_over_id)
        self._make(partial(_record, hand_over_id=hand_over_id, title=title))

    def _make(self, work: Callable[[Session], Made]) -> None:
        again = partial(self._make, work)
        self._jobs.start(work, lane=PAPER, done=self._print, failed=partial(self._failed, again))

    def _print(self, made: Made) -> None:
        if not _has_printer(self._desk.session, self._desk.settings):
            self._tell_no_printer(made)
            return
        work = partial(_print, known=self._desk.settings, made=made)
        self._jobs.start(
            work,
            lane=PRINT,
            done=partial(self._done, made),
            failed=partial(self._failed, partial(self._print, made)),
        )

    def _done(self, made: Made, came_out: bool) -> None:  # noqa: FBT001 - told by the lane
        if not came_out:
            fact = translate("ui", "The printer did not bring it out: {title}")
            self._tell(WARNING, fact.format(title=made.title), made, partial(self._print, made))
            return
        fact = translate("ui", "Printed: {title}").format(title=made.title)
        self._tell(DONE, fact, made)
        self.printed.emit()

    def _tell(
        self, state: str, fact: str, made: Made, again: Callable[[], None] | None = None
    ) -> None:
        told = ""
        if made.left_out:
            words = translate("ui", "InPost left out: {count}; the list of hand-overs shows which.")
            told = words.format(count=made.left_out)
        button = translate("ui", "Print again") if again else translate("ui", "Open")
        act = again or partial(open_file, self._desk, made.file)
        self._desk.notify(Notice(PAPER_NOTICE, state, fact, told, button, act))

    def _tell_no_printer(self, made: Made) -> None:
        fact = translate("ui", "No printer prints documents on A4.")
        words = translate("ui", "Choose one in Settings. The document is kept as a file: {place}")
        button = translate("ui", "Printers")
        act = partial(self.settings_asked.emit, "printer")
        open_file(self._desk, made.file)
        told = words.format(place=made.file)
        self._desk.notify(Notice(PAPER_NOTICE, WARNING, fact, told, button, act))

    def _failed(self, again: Callable[[], None], error: Exception) -> None:
        if not isinstance(error, Trouble):
            self._desk.report(error)
            return
        fact = translate("ui", "The document was not printed.")
        button = translate("ui", "Try again")
        self._desk.notify(Notice(PAPER_NOTICE, WARNING, fact, trouble_words(error), button, again))


def _has_printer(session: Session | None, known: Settings) -> bool:
    """Whether there is one for A4: on a label nobody could read a list."""
    if session is None:
        return False
    profile = profile_for(profiles_of(session, known), Purpose.DOCUMENTS)
    return profile is not None and profile.sheet.width >= A4.width


def _of_pickup(session: Session, pickup_id: int, title: str) -> Made:
    from inpost_desk.actions import manifests

    made = manifests.of_pickup(session.ledger, session.client, pickup_id)
    return _kept(session, f"pickup-{pickup_id}", title, made.pdf, len(made.left_out))


def _of_parcels(session: Session, ids: Sequence[int], title: str) -> Made:
    from inpost_desk.actions import manifests

    made = manifests.of_shipments(session.ledger, session.client, ids)
    return _kept(session, f"manifest-{min(ids)}", title, made.pdf, len(made.left_out))


def _record(session: Session, hand_over_id: int, title: str) -> Made:
    from inpost_desk.actions.hand_over import record_sheet
    from inpost_desk.ledger import hand_overs

    one = hand_overs.one(session.ledger, hand_over_id)
    return _kept(
        session, f"hand-over-{hand_over_id}", title, record_sheet(one, record_words(title))
    )


def _kept(session: Session, name: str, title: str, content: bytes, left_out: int = 0) -> Made:
    from inpost_desk.whole_file import write_whole

    place = session.ledger.folder / FOLDER / f"{name}.pdf"
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise FileTrouble(disk_rule(error), place=str(place)) from error
    write_whole(place, content)
    return Made(title, place, content, left_out)


def _print(session: Session, known: Settings, made: Made) -> bool:
    from inpost_desk.actions.printing import print_document

    done = print_document(
        session.ledger,
        outlets_of(session, known).serving(Purpose.DOCUMENTS),
        made.content,
        document="list",
        title=made.title,
        now=session.client.now,
        stop=Stop(),
    )
    return not (done.failed or done.cancelled)
