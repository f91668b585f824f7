"""What a packer says to the station: keys and tiles, command codes, badges. Each leads to the clerk.

A command code that answers the question on screen is its key; any other is refused while one shows.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal, Slot

from inpost_desk.actions.waiting import Stop
from inpost_desk.background import BUYING, FETCH
from inpost_desk.domain.order import Field
from inpost_desk.domain.pile import Fix
from inpost_desk.domain.scan_code import Code, Command, read_code
from inpost_desk.domain.station import Act, Answer, Armed, Box, Shown, State
from inpost_desk.errors import Offline
from inpost_desk.ui.desk import Desk
from inpost_desk.ui.jobs import Jobs
from inpost_desk.ui.station.clerk import CHECKING, SHIPPING, Clerk
from inpost_desk.ui.station.room import Room, fix_answers
from inpost_desk.wording.fixes import fix_words

if TYPE_CHECKING:
    from inpost_desk.actions.station.decide import Asked
    from inpost_desk.ledger.station_find import Found

_KEYS: Final = {
    Command.CONFIRM: "Space",
    Command.ABORT: "Esc",
    Command.AGAIN: "R",
    Command.NEW: "N",
    Command.BUY: "K",
    Command.SIZE_A: "A",
    Command.SIZE_B: "B",
    Command.SIZE_C: "C",
}
_SIZES: Final = {Command.SIZE_A: "A", Command.SIZE_B: "B", Command.SIZE_C: "C"}
_TIMES: Final = {getattr(Command, f"TIMES_{count}"): count for count in range(2, 10)}
_PRINTING: Final = frozenset({Command.MORE, Command.REPRINT_LAST, Command.PRINT_LATE})
_WEEKEND: Final = {Command.WEEKEND_ON: "on", Command.WEEKEND_OFF: "off"}

Then = Callable[[], None]
Guard = Callable[[str, Then], None]
"""Calls the second once a person has given the PIN that the first needs, at once where none is needed."""


class Answers(QObject):
    """Carries out what was answered."""

    late_asked = Signal()
    paid_confirmed = Signal()
    """This account may pay by itself from now on."""
    mode_changed = Signal(str)
    operator_changed = Signal(str)

    def __init__(self, desk: Desk, clerk: Clerk, guard: Guard, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._clerk, self._guard = desk, clerk, guard
        self._jobs = Jobs(desk, self)
        self._fixes: tuple[Fix, ...] = ()
        clerk.command.connect(self.command)
        clerk.badge.connect(self.badge)
        clerk.fixes_wanted.connect(self._find_fixes)
        clerk.another_asked.connect(self._another)

    # Keys and tiles

    @Slot(object)
    def answered(self, answer: Answer) -> None:
        """One of the answers on screen, or Esc."""
        clerk = self._clerk
        asked, room, shown = clerk.asked, clerk.room, clerk.shown
        if answer.act is Act.ACKNOWLEDGE:
            clerk.rest()
            clerk.next()
        elif answer.act is Act.CANCEL or room is None or asked is None:
            clerk.give_up()
        elif answer.act is Act.REPRINT and shown.box is not None:
            fresh = _now(asked, room)
            self._once(partial(room.reprint, shown.box, fresh), fresh)
        elif answer.act is Act.ANOTHER and shown.box is not None:
            self._guard("another", partial(self._one_more, shown.box))
        else:
            self._about_the_order(answer, asked, room)

    def _about_the_order(self, answer: Answer, asked: Asked, room: Room) -> None:
        """What changes the order or the account, after which the scan is taken up once more."""
        found = self._clerk.found
        if answer.act is Act.BUY:
            self._after(room.confirm_paid, asked)
            self.paid_confirmed.emit()
        elif answer.act is Act.SIZE:
            self._again(replace(asked, cells={**asked.cells, Field.SIZE: answer.value}))
        elif answer.act is Act.CHOOSE:
            self._again(replace(asked, chosen=answer.value))
        elif answer.act is Act.RELEASE and found is not None:
            self._after(partial(room.release, found), asked)
        elif answer.act is Act.FIX and found is not None:
            fix = self._fixes[int(answer.value)]
            self._after(partial(room.mend, found, fix), asked)

    def _once(self, job: Callable[[], object], asked: Asked) -> None:
        if asked.armed == self._clerk.armed:
            # The question needed it still; the answer uses it up.
            self._clerk.armed = Armed()
        self._clerk.amend(Shown(State.BUSY, "looking", box=self._clerk.shown.box))
        self._clerk.work(job, asked)  # type: ignore[arg-type]

    def _again(self, asked: Asked) -> None:
        """The same scan, with what was answered."""
        room = self._clerk.room
        if room is not None:
            fresh = _now(asked, room)
            self._once(partial(room.scan, fresh), fresh)

    def _after(self, first: Callable[[], None], asked: Asked) -> None:
        room = self._clerk.room
        if room is None:
            return
        fresh = _now(asked, room)
        scan = room.scan

        def both() -> object:
            first()
            return scan(fresh)

        self._once(both, fresh)

    # What mends a row

    @Slot(object)
    def _find_fixes(self, found: Found) -> None:
        room = self._clerk.room
        if room is not None:
            self._fixes = ()
            self._jobs.start(
                lambda _session: room.fixes(found),
                lane=FETCH,
                done=partial(self._offer_fixes, found),
            )

    def _offer_fixes(self, found: Found, fixes: tuple[Fix, ...]) -> None:
        shown = self._clerk.shown
        if self._clerk.found != found or shown.rule != "problem":
            return
        self._fixes = fixes
        tiles = fix_answers(fixes, [", ".join(filter(None, fix_words(one))) for one in fixes])
        self._clerk.amend(replace(shown, answers=(*tiles, *shown.answers)))

    # One more parcel

    def _one_more(self, box: Box) -> None:
        self._clerk.armed = Armed()
        self._clerk.rest()
        self._another(box)

    @Slot(object)
    def _another(self, box: Box) -> None:
        clerk, room = self._clerk, self._clerk.room
        if room is None or clerk.asked is None or box.shipment_id is None:
            return
        asked = replace(_now(clerk.asked, room), armed=Armed())
        if not clerk.busy and not clerk.shown.closed:
            clerk.amend(Shown(State.BUSY, "buying", box=box))
        clerk.expect()
        # This wish's own name: should it be cut off, nothing of it is bought twice.
        name = f"more-{uuid.uuid4().hex}"
        self._jobs.start(
            lambda _session: room.another(box, name, Stop()),
            lane=BUYING,
            done=partial(self._bought_another, asked),
            failed=self._no_other,
        )

    def _bought_another(self, asked: Asked, result: tuple[int | None, str]) -> None:
        shipment, why = result
        clerk, room = self._clerk, self._clerk.room
        if room is None:
            return
        clerk.expected()
        tried = replace(asked, tried=why)
        if shipment is None:
            clerk.fail(Offline(why))
        else:
            clerk.have_done(partial(room.print_new, shipment, tried), tried)

    def _no_other(self, error: Exception) -> None:
        self._clerk.expected()
        self._clerk.fail(error)

    # Command codes

    @Slot(object)
    def command(self, command: Command) -> None:
        """A command code was scanned."""
        clerk = self._clerk
        key = _KEYS.get(command, "")
        answer = next((one for one in clerk.shown.answers if one.key == key), None)
        if answer is not None:
            self.answered(answer)
        elif command is Command.ABORT:
            clerk.give_up()
        elif clerk.shown.state is State.ALREADY and command in _SIZES:
            self._exchange(_SIZES[command])
        elif clerk.shown.closed:
            clerk.refuse("closed")
        else:
            self._carry_out(command)

    def _carry_out(self, command: Command) -> None:
        clerk = self._clerk
        if command in _SIZES:
            clerk.arm(replace(clerk.armed, size=_SIZES[command]))
        elif command in _TIMES:
            self._guard("another", partial(self._arm_count, _TIMES[command]))
        elif command in _WEEKEND:
            clerk.arm(replace(clerk.armed, weekend=_WEEKEND[command]))
        elif command in _PRINTING:
            self._print(command)
        elif command is Command.NEXT_PRINTER:
            self._next_printer()
        elif command in (Command.SHIPPING, Command.CHECKING):
            self.choose_mode(CHECKING if command is Command.CHECKING else SHIPPING)
        elif command is Command.SIGN_OFF:
            self.sign_off()

    def _print(self, command: Command) -> None:
        """What prints without an order's code needs whom a scan needs, and the mode that prints."""
        if not self._clerk.signed_on():
            return
        if self._clerk.mode == CHECKING:
            self._clerk.tell(Shown(State.TOLD, "mode_checking"))
        elif command is Command.MORE:
            self._guard("another", self._more)
        elif command is Command.REPRINT_LAST:
            self._reprint_last()
        else:
            self.late_asked.emit()

    def _arm_count(self, count: int) -> None:
        self._clerk.arm(replace(self._clerk.armed, count=count))

    def _exchange(self, size: str) -> None:
        found = self._clerk.found
        if found is not None:
            self._clerk.rest()
            self._clerk.exchange_asked.emit(found, size)
            self._clerk.next()

    @Slot(str)
    def choose_mode(self, mode: str) -> None:
        """Shipping, or checking labels."""
        if self._clerk.shown.closed:
            return
        self._clerk.mode = mode
        self._clerk.give_up()
        self.mode_changed.emit(mode)
        if not self._clerk.busy:
            self._clerk.tell(Shown(State.TOLD, f"mode_{mode}"))

    def _nothing_asked(self) -> Asked | None:
        """A wish that no scanned order stands behind."""
        from inpost_desk.actions.station.decide import Asked

        room = self._clerk.room
        if room is None:
            return None
        code: Code = read_code("", self._desk.settings.scanner)
        return Asked(code, room.session.client.now(), operator=self._clerk.operator)

    def _reprint_last(self) -> None:
        room, asked = self._clerk.room, self._nothing_asked()
        if room is None or asked is None:
            return
        job = partial(room.reprint_last, asked)
        if self._clerk.busy:
            self._clerk.have_done(job, asked)
        else:
            self._once(job, asked)

    def _more(self) -> None:
        room = self._clerk.room
        if room is None:
            return
        if self._clerk.undecided or self._clerk.shown.state is State.WAITING:
            # The last label is not that of the order on screen: a parcel for another one would be paid for.
            self._clerk.refuse("busy")
            return
        self._clerk.asked = self._clerk.asked or self._nothing_asked()
        self._jobs.start(lambda _session: room.last(), done=self._more_for)

    def _more_for(self, box: Box | None) -> None:
        if box is None:
            self._clerk.tell(Shown(State.TOLD, "nothing_last"))
        else:
            self._another(box)

    def _next_printer(self) -> None:
        room = self._clerk.room
        if room is None:
            return
        printers = room.printers()
        names = dict(printers)
        ids = [one for one, _name in printers]
        if len(ids) < 2:
            self._clerk.tell(Shown(State.TOLD, "no_other_printer"))
            return
        present = room.preferred if room.preferred in ids else ids[0]
        chosen = ids[(ids.index(present) + 1) % len(ids)]
        self._clerk.prefer(chosen)
        self._clerk.tell(Shown(State.TOLD, "printer_changed", names[chosen]))

    # Operators

    @Slot(str)
    def badge(self, text: str) -> None:
        """Somebody's badge was scanned."""
        known = self._desk.settings.station.operators
        one = next((one for one in known if one.badge.casefold() == text.casefold()), None)
        if self._clerk.shown.closed:
            self._clerk.refuse("closed")
        elif one is None:
            self._clerk.tell(Shown(State.TOLD, "badge_unknown"))
        else:
            self._sign(one.name, "signed_on")

    @Slot()
    def sign_off(self) -> None:
        """Nobody is at the station."""
        if self._clerk.shown.closed:
            self._clerk.refuse("closed")
        elif self._clerk.operator:
            self._sign("", "signed_off")

    def _sign(self, name: str, rule: str) -> None:
        from inpost_desk.ledger.scans import What

        before, room = self._clerk.operator, self._clerk.room
        self._clerk.operator = name
        self.operator_changed.emit(name)
        self._clerk.tell(Shown(State.TOLD, rule, name or before))
        if room is not None:
            self._jobs.start(lambda _session: room.note(What(rule), name or before))


def _now(asked: Asked, room: Room) -> Asked:
    """The same, asked for at this moment: an answer is not late because the question stood long."""
    return replace(asked, at=room.session.client.now(), tried="")
