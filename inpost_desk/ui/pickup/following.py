"""Follows orders for a courier until InPost has said yes or no, as long as its window, on every page.

It also counts what waits for an order, and says when the time for one runs out. It orders nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from inpost_desk.background import POLL
from inpost_desk.domain.hand_over import HandOver
from inpost_desk.domain.pickup import PickupLine, PickupState
from inpost_desk.domain.weekend_window import WARSAW
from inpost_desk.errors import Trouble
from inpost_desk.ui.desk import DONE, ERROR, INFORMATION, WARNING, Desk, Notice
from inpost_desk.ui.jobs import Jobs
from inpost_desk.ui.pickup import jobs
from inpost_desk.ui.pickup.cut_off import CutOff, cut_off
from inpost_desk.ui.pickup.jobs import Moved
from inpost_desk.ui.pickup.order_item import order_name, order_number
from inpost_desk.ui.weekend_words import left_words
from inpost_desk.wording.pickups import NEVER_THERE, order_words, rejection_sentence
from inpost_desk.wording.speech import translate

EVERY: Final = 4_000
"""Milliseconds between two looks while an order is open."""
IDLE: Final = 60_000
SLOWEST: Final = 60_000
NOTICE: Final = "pickup"
SOON_NOTICE: Final = "pickup.soon"
OPEN_NOTICE: Final = "pickup.handing"
OPEN: Final = frozenset({PickupState.SENDING, PickupState.UNSURE, PickupState.NEW})
_BAD: Final = frozenset({PickupState.REJECTED, PickupState.REFUSED})


class Following(QObject):
    """Starts with its window; `look` at once when something was ordered."""

    badge_changed = Signal(int)
    changed = Signal()
    """Orders stand otherwise than they did."""
    page_asked = Signal()
    """A notice's button: the Pickup page is to come up."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._jobs = Jobs(desk, self)
        self._known: dict[int, PickupState] | None = None
        self._lines: list[PickupLine] = []
        self._wait = EVERY
        self._looking = self._again = self._stopped = False
        self.badge = 0
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._beat)
        desk.session_changed.connect(self._account_changed)
        desk.settings_changed.connect(self.look)
        QTimer.singleShot(0, self, self.look)

    @Slot()
    def look(self) -> None:
        """Read how it stands now; InPost is asked about open orders."""
        self._wait = EVERY
        self._beat()

    def stop(self) -> None:
        """The window closes."""
        self._stopped = True
        self._timer.stop()

    def cut_off(self) -> CutOff | None:
        """Until when orders are for today, None without an account."""
        session = self._desk.session
        if session is None:
            return None
        return cut_off(session.client.now(), self._desk.settings.pickup.cut_off)

    def comes_by_itself(self) -> bool:
        """Whether a courier comes today, or on the day orders are for now, without an order."""
        known = self.cut_off()
        days = self._desk.settings.courier_days
        return bool(days) and (known is None or known.day.weekday() in days)

    @Slot()
    def _beat(self) -> None:
        if self._stopped or self._desk.session is None:
            return
        if self._looking:
            self._again = True
            return
        self._looking = True
        self._timer.stop()
        ask = self._known is None or any(
            one.state in OPEN | {PickupState.SENT} for one in self._lines
        )
        work = partial(jobs.follow, comes_by_itself=self.comes_by_itself(), ask=ask)
        self._jobs.start(work, lane=POLL, done=self._looked, failed=self._failed)

    def _looked(self, moved: Moved) -> None:
        self._looking = False
        before, self._lines = self._lines, list(moved.lines)
        if moved.waiting != self.badge:
            self.badge = moved.waiting
            self.badge_changed.emit(self.badge)
        if self._known is None and moved.handing is not None:
            self._tell_of_hand_over(moved.handing)
        self._tell_of_orders()
        self._tell_of_time()
        if before != self._lines:
            self.changed.emit()
        self._go_on()

    def _failed(self, error: Exception) -> None:
        self._looking = False
        # An outage has its own line; orders are asked after again when it is over.
        if not isinstance(error, Trouble):
            self._desk.report(error)
        self._wait = min(self._wait * 2, SLOWEST)
        self._go_on()

    def _go_on(self) -> None:
        if self._again:
            self._again = False
            self._beat()
        elif not self._stopped:
            is_open = any(one.state in OPEN or one.ending for one in self._lines)
            self._timer.start(self._wait if is_open else IDLE)

    def _tell_of_orders(self) -> None:
        known, first = self._known or {}, self._known is None
        self._known = {one.id: one.state for one in self._lines}
        for one in self._lines:
            # After a start only what is still in doubt is news.
            news = one.state is PickupState.UNSURE if first else known.get(one.id) != one.state
            if news:
                self._tell(one)

    def _tell(self, one: PickupLine) -> None:
        name = order_number(one)
        button = translate("ui", "Show")
        if one.state in _BAD:
            fact = translate("ui", "InPost turned the pickup order {number} down.")
            if one.rule in NEVER_THERE:
                fact, name = translate("ui", "No courier is ordered: {number}."), order_name(one)
            fact = fact.format(number=name)
            self._notify(ERROR, fact, _why(one), button, self.page_asked.emit)
        elif one.state is PickupState.SENT:
            fact = translate("ui", "A courier is ordered: order {number}.").format(number=name)
            told = translate("ui", "Parcels: {count}").format(count=one.parcels)
            self._notify(DONE, fact, told, button, self.page_asked.emit)
        elif one.state is PickupState.UNSURE:
            fact = translate("ui", "It is not known whether InPost has the pickup order.")
            told = translate("ui", "It is looked up by itself. Do not order again until then.")
            self._notify(WARNING, fact, told, button, self.page_asked.emit)
        else:
            self._desk.withdraw(NOTICE)

    def _notify(
        self, state: str, fact: str, told: str, button: str, pressed: Callable[[], None]
    ) -> None:
        self._desk.notify(Notice(NOTICE, state, fact, told, button, pressed))

    def _tell_of_time(self) -> None:
        """Half an hour before, where parcels wait and nobody was ordered."""
        known = self.cut_off()
        if known is None or not known.soon or not self.badge or self._ordered_today(known):
            self._desk.withdraw(SOON_NOTICE)
            return
        assert known.left is not None
        fact = translate("ui", "Parcels without a courier: {count}.").format(count=self.badge)
        words = translate("ui", "Orders for today are taken until {time}, {left} left.")
        told = words.format(time=f"{known.at:%H:%M}", left=left_words(known.left))
        button = translate("ui", "Show")
        self._desk.notify(Notice(SOON_NOTICE, WARNING, fact, told, button, self.page_asked.emit))

    def _tell_of_hand_over(self, one: HandOver) -> None:
        """Whoever starts the program again meant to go on with it."""
        words = translate("ui", "A hand-over is open: {handed} of {count} are with the courier.")
        fact = words.format(handed=one.handed, count=one.expected)
        told = translate("ui", "Go on scanning, or close it with what is missing.")
        button = translate("ui", "Show")
        self._desk.notify(
            Notice(OPEN_NOTICE, INFORMATION, fact, told, button, self.page_asked.emit)
        )

    def _ordered_today(self, known: CutOff) -> bool:
        ordered = OPEN | {PickupState.SENT}
        return any(
            one.state in ordered and one.sent_at.astimezone(WARSAW).date() == known.day
            for one in self._lines
        )

    @Slot()
    def _account_changed(self) -> None:
        self._known, self._lines, self._looking, self._again = None, [], False, False
        self._desk.withdraw(NOTICE)
        self._desk.withdraw(SOON_NOTICE)
        self._desk.withdraw(OPEN_NOTICE)
        if self.badge:
            self.badge = 0
            self.badge_changed.emit(0)
        self.look()


def _why(one: PickupLine) -> str:
    if one.rejections:
        first = one.rejections[0]
        said = rejection_sentence(first.reference or str(first.shipment_id), first.rule)
        if len(one.rejections) > 1:
            more = translate("ui", "and {count} more parcels")
            said = f"{said} ({more.format(count=len(one.rejections) - 1)})"
        return said
    return order_words(one.rule, field=one.field)
