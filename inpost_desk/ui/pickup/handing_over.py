"""Does what the hand-over column asks for: begins, takes scans in their order, closes, has the list printed.

An open hand-over is in the ledger: it is there again after a restart, and on whichever page one comes from.
"""

from __future__ import annotations

from functools import partial
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from inpost_desk.background import CHANGE
from inpost_desk.domain.hand_over import HandOver, Left, ScanLine, Scanned
from inpost_desk.domain.pickup import PickupLine
from inpost_desk.errors import Trouble
from inpost_desk.ui import sounds
from inpost_desk.ui.desk import WARNING, Desk, Notice
from inpost_desk.ui.jobs import Jobs
from inpost_desk.ui.look import State
from inpost_desk.ui.pickup import jobs
from inpost_desk.ui.pickup.close_dialog import CloseDialog
from inpost_desk.ui.pickup.documents import Documents
from inpost_desk.ui.pickup.handing import HandingColumn
from inpost_desk.ui.pickup.order_item import order_name
from inpost_desk.wording.sentences import trouble_words
from inpost_desk.wording.speech import translate

NOTICE: Final = "pickup.handing"
SOUNDS: Final = {
    Scanned.HANDED: sounds.TAKEN,
    Scanned.PART: sounds.TAKEN,
    Scanned.AGAIN: sounds.WARNING,
    Scanned.FOREIGN: sounds.STOP,
    Scanned.NOT_READY: sounds.STOP,
    Scanned.RETURN: sounds.TAKEN,
    Scanned.RETURN_AGAIN: sounds.WARNING,
    Scanned.UNKNOWN: sounds.WARNING,
    Scanned.TAKEN_BACK: sounds.WARNING,
}
COUNTED: Final = frozenset({Scanned.HANDED, Scanned.PART})
SHOWN_FOR: Final = 4_000
"""Milliseconds for which it is said in large print that all is handed over."""


class HandingOver(QObject):
    """One hand-over at a time."""

    changed = Signal()
    """One was begun or has ended."""

    def __init__(
        self, desk: Desk, column: HandingColumn, documents: Documents, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._desk, self._column, self._documents = desk, column, documents
        self._parent = parent
        self._jobs = Jobs(desk, self)
        self._open: HandOver | None = None
        self._orders: dict[int, str] = {}
        self._closing = False
        self._ended_one: HandOver | None = None
        self._counted: list[ScanLine] = []
        self._under_way, self._take_back_next = 0, False
        self._moment = QTimer(self, singleShot=True, interval=SHOWN_FOR)
        self._moment.timeout.connect(self._end_moment)
        self._dialog: CloseDialog | None = None
        self.sounds: sounds.Sounds | None = None
        self.operator = ""
        column.begin_asked.connect(self.begin)
        column.close_asked.connect(self.ask_to_close)
        column.typed.connect(self.take_typed)
        column.take_back_asked.connect(self.take_back)
        column.list_asked.connect(self.print_again)
        desk.session_changed.connect(self._account_changed)

    @property
    def standing(self) -> HandOver | None:
        """The open one as it stands."""
        return self._open

    @property
    def hears(self) -> bool:
        """Whether scans are for a hand-over: an open one, or one that ended a moment ago."""
        return self._open is not None or self._moment.isActive()

    def name_orders(self, lines: list[PickupLine]) -> None:
        """What the orders are called."""
        self._orders |= {one.id: order_name(one) for one in lines}
        if self._open is not None:
            self._column.show_hand_over(self._open, self._order())

    def show(self, one: HandOver | None) -> None:
        """The open one as the ledger has it."""
        if self._closing:
            return
        self._open = one
        self._desk.met.emit("pickup.hand_over" if one is not None else "pickup")
        self._column.show_hand_over(one, self._order())

    def begin(self, line: PickupLine | None, ids: list[int] | None = None) -> None:
        """Open one for the parcels of an order, or for all that are ready."""
        if self._open is not None:
            return
        work = partial(
            jobs.begin,
            pickup_id=line.id if line is not None else None,
            ids=ids,
            operator=self.operator,
            station=self._desk.settings.station.name,
        )
        if line is not None:
            self._orders[line.id] = order_name(line)
        self._jobs.start(work, lane=CHANGE, done=self._begun, failed=self._failed)

    def take(self, code: str) -> None:
        """A code scanned or typed; they are taken one after the other."""
        if self._open is None or self._closing:
            # A last scan that repeats; or something else, which must not go unnoticed.
            self._play(sounds.WARNING)
            return
        self._under_way += 1
        work = partial(
            jobs.scan,
            hand_over_id=self._open.id,
            code=code,
            operator=self.operator,
            rules=self._desk.settings.scanner,
        )
        self._jobs.start(work, lane=CHANGE, done=self._scanned, failed=self._not_scanned)

    def take_typed(self, text: str) -> None:
        """A number typed, or only its end."""
        self.take((self._open.number_ending(text) if self._open is not None else "") or text)

    def take_back(self) -> None:
        """The last scan that counted was wrong; one that is under way counts first."""
        if self._open is None or self._closing:
            return
        if self._under_way:
            self._take_back_next = True
            return
        line = self._counted.pop() if self._counted else last_counted(self._open)
        if line is None:
            return
        self._under_way += 1
        work = partial(
            jobs.take_back, hand_over_id=self._open.id, line=line, operator=self.operator
        )
        self._jobs.start(work, lane=CHANGE, done=self._scanned, failed=self._not_scanned)

    def print_again(self) -> None:
        """The list of the one that has ended, once more."""
        if self._ended_one is not None and self._ended_one.handed:
            self._print(self._ended_one)

    def ask_to_close(self) -> None:
        """What becomes of those that were not scanned? Then close and print."""
        one = self._open
        if one is None or self._closing:
            return
        if not one.missing:
            self._finish({})
            return
        if self._dialog is not None:
            return
        self._dialog = CloseDialog(one, self._parent)
        self._dialog.decided.connect(self._finish)
        self._dialog.finished.connect(self._left_dialog)
        self._dialog.open()

    def _left_dialog(self, _code: int) -> None:
        self._dialog = None

    def _drop_dialog(self) -> None:
        """Nothing is left to ask."""
        if self._dialog is not None:
            self._dialog.reject()

    def _begun(self, one: HandOver) -> None:
        self._moment.stop()
        self._counted.clear()
        self._column.tell_ended("")
        self._column.end_done()
        self.show(one)
        self._column.setFocus()
        self.changed.emit()

    def _scanned(self, scanned: jobs.Scanned) -> None:
        self._under_way = max(0, self._under_way - 1)
        one, line = scanned.hand_over, scanned.line
        if self._open is None or one.id != self._open.id or self._closing:
            return
        if one.ended_at is not None:
            self._closed_elsewhere()
            return
        self.show(one)
        if self._dialog is not None:
            self._dialog.follow(one)
        if line is not None:
            self._play(SOUNDS[line.what])
        if line is not None and line.what in COUNTED:
            self._counted.append(line)
        if self._take_back_next and not self._under_way:
            self._take_back_next = False
            self.take_back()
        elif one.expected and not one.missing and line and line.what is Scanned.HANDED:
            self._finish({})

    def _not_scanned(self, error: Exception) -> None:
        self._under_way, self._take_back_next = 0, False
        self._failed(error)

    def _closed_elsewhere(self) -> None:
        self._open = None
        self._drop_dialog()
        self._play(sounds.STOP)
        self._column.show_hand_over(None)
        words = translate(
            "ui", "Another station has closed the hand-over; that scan did not count."
        )
        self._column.tell_ended(words, State.WARNING)
        self.changed.emit()

    def _finish(self, decided: dict[Left, list[int]]) -> None:
        if self._open is None or self._closing:
            return
        self._closing = True
        self._drop_dialog()
        work = partial(jobs.finish, hand_over_id=self._open.id, decided=decided)
        self._jobs.start(work, lane=CHANGE, done=self._ended, failed=self._not_ended)

    def _ended(self, one: HandOver) -> None:
        self._closing = False
        self._open = None
        self._ended_one = one
        self._counted.clear()
        self._under_way, self._take_back_next = 0, False
        self._column.show_hand_over(None)
        whole = one.handed == one.expected
        self._column.tell_ended(
            ended_words(one), State.DONE if whole else State.WARNING, printable=one.handed > 0
        )
        self._column.show_done(one)
        self._moment.start()
        self._play(sounds.PRINTED if whole else sounds.WARNING)
        self._print(one)
        self.changed.emit()

    def _end_moment(self) -> None:
        self._column.end_done()
        self.changed.emit()

    def _print(self, one: HandOver) -> None:
        if one.handed == one.expected and one.pickup_id is not None:
            self._documents.print_of_pickup(one.pickup_id, self._orders.get(one.pickup_id, ""))
        else:
            self._documents.print_of_hand_over(one)

    def _not_ended(self, error: Exception) -> None:
        self._closing = False
        self._failed(error)

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, Trouble):
            self._desk.report(error)
            return
        self._play(sounds.STOP)
        self._desk.notify(Notice(NOTICE, WARNING, trouble_words(error)))
        self.changed.emit()

    def _play(self, name: str) -> None:
        if self.sounds is None:
            self.sounds = sounds.Sounds(self._desk)
        self.sounds.play(name)

    def _order(self) -> str:
        if self._open is None or self._open.pickup_id is None:
            return ""
        return self._orders.get(self._open.pickup_id, "")

    def _account_changed(self) -> None:
        self._open, self._closing, self._ended_one = None, False, None
        self._drop_dialog()
        self._under_way, self._take_back_next = 0, False
        self._counted.clear()
        self._moment.stop()
        self._orders.clear()
        self._column.end_done()
        self._column.show_hand_over(None)
        self._column.tell_ended("")


def last_counted(one: HandOver) -> ScanLine | None:
    """The newest scan that counts and was not taken back, after a restart too."""
    gone: list[tuple[int | None, str]] = []
    for line in one.lines:
        key = (line.shipment_id, line.number)
        if line.what is Scanned.TAKEN_BACK:
            gone.append(key)
        elif line.what in COUNTED and key in gone:
            gone.remove(key)
        elif line.what in COUNTED:
            return line
    return None


def ended_words(one: HandOver) -> str:
    """How it ended, and what is to be done with what stayed."""
    words = translate("ui", "Closed: {handed} of {count} are with the courier.")
    told = [words.format(handed=one.handed, count=one.expected)]
    if one.pickup_id is not None and any(parcel.left is Left.STAYS for parcel in one.parcels):
        told.append(
            translate(
                "ui",
                "InPost's order still lists those that stay. Here they are ready again: order a"
                " courier for them on the next working day; where InPost turns that down, call InPost.",
            )
        )
    return " ".join(told)
