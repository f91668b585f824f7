"""Orders a courier, and what can be done with orders: price, cancelling, a courier who did not come.

What costs money is done once and only after it was asked for; the page shows what comes of it. It goes by the
lane of single purchases: a courier must not wait until a run of a thousand is bought.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from inpost_desk.background import BUYING, CHANGE, FETCH
from inpost_desk.domain.pickup import (
    DispatchPoint,
    Missed,
    PickupLine,
    PickupPrice,
    PickupRules,
    PickupState,
    Wrong,
)
from inpost_desk.errors import Trouble
from inpost_desk.ui.desk import DONE, INFORMATION, WARNING, Desk, Notice
from inpost_desk.ui.jobs import Jobs
from inpost_desk.ui.look import State
from inpost_desk.ui.pickup import jobs
from inpost_desk.ui.pickup.again_words import again_words
from inpost_desk.ui.pickup.following import NOTICE, Following
from inpost_desk.ui.pickup.form import UNKNOWN, OrderForm, Price
from inpost_desk.ui.pickup.order_item import order_name, order_number
from inpost_desk.ui.pickup.question import Question
from inpost_desk.wording.missed import missed_words
from inpost_desk.wording.pickups import state_words, wrong_words
from inpost_desk.wording.sentences import trouble_words
from inpost_desk.wording.speech import translate

if TYPE_CHECKING:
    from inpost_desk.actions.pickup import Ordered

ASKED_AFTER: Final = 400
"""Milliseconds without a tick until InPost is asked what it costs."""


OLD_NOTICE: Final = "pickup.old"


class Ordering(QObject):
    """One order at a time."""

    changed = Signal()
    """Orders or parcels stand otherwise now."""
    tick_asked = Signal(object)
    """These parcels, and no others, are to be ordered."""

    def __init__(self, desk: Desk, form: OrderForm, following: Following, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._form, self._following = desk, form, following
        self._parent = parent
        self._jobs = Jobs(desk, self)
        self._ids: list[int] = []
        self._busy = False
        self._asked: tuple[tuple[int, ...], PickupRules] | None = None
        self.operator = ""
        self._soon = QTimer(self, singleShot=True, interval=ASKED_AFTER)
        self._soon.timeout.connect(self._ask_price)
        form.order_asked.connect(self.order)
        form.points_asked.connect(self.read_points)
        form.place_changed.connect(self._soon.start)
        desk.session_changed.connect(self._account_changed)

    @property
    def busy(self) -> bool:
        """Whether an order is being sent."""
        return self._busy

    def set_parcels(self, ids: Sequence[int]) -> None:
        """These are ticked."""
        if list(ids) == self._ids:
            return
        self._ids = list(ids)
        self._form.set_count(len(ids))
        # What was said of other parcels is history.
        self._show_price(None)
        self._soon.start()

    @Slot()
    def order(self) -> None:
        """Order for what is ticked, where all fields are right."""
        if self._busy or not self._ids:
            return
        place = self._form.value()
        if place is not None:
            self._order(list(self._ids), place)

    @Slot()
    def read_points(self) -> None:
        """InPost's list of dispatch points."""
        self._jobs.start(
            jobs.dispatch_points, lane=FETCH, done=self._points, failed=self._no_points
        )

    def cancel(self, line: PickupLine) -> None:
        """Take it back at InPost, once somebody has said so again."""
        title = translate("ui", "Cancel the pickup order {number}?")
        title = title.format(number=order_number(line))
        told = translate(
            "ui",
            "No courier comes for it then. Those of its parcels ({count}) that are still here are"
            " ready again.",
        )
        question = Question(
            title,
            told.format(count=line.parcels),
            translate("ui", "Cancel the order"),
            self._parent,
        )
        work = partial(jobs.cancel, pickup_id=line.id)
        done = partial(self._cancelled, order_number(line))

        def go() -> None:
            self._jobs.start(work, lane=BUYING, done=done, failed=self._failed)

        question.agreed.connect(lambda: self._desk.guard("cancel", go))
        question.open()

    def missed(self, line: PickupLine) -> None:
        """The courier did not come."""
        number = order_number(line)
        question = Question(
            translate("ui", "Did no courier come for order {number}?").format(number=number),
            translate(
                "ui",
                "Its parcels are ready again and another courier can be ordered. InPost is not"
                " told: a courier may still come.",
            ),
            translate("ui", "Nobody came"),
            self._parent,
        )
        work = partial(jobs.missed, pickup_id=line.id)
        question.agreed.connect(
            lambda: self._jobs.start(
                work, lane=BUYING, done=partial(self._missed, number), failed=self._failed
            )
        )
        question.open()

    def without(self, line: PickupLine) -> None:
        """Tick what of a rejected order can be ordered again."""
        work = partial(jobs.without_rejected, pickup_id=line.id)
        self._jobs.start(work, lane=CHANGE, done=self._without, failed=self._failed)

    def look_now(self) -> None:
        """Look up at InPost what became of orders in doubt."""
        self._jobs.start(jobs.settle, lane=FETCH, done=self._settled, failed=self._failed)

    def _order(self, ids: list[int], place: PickupRules) -> None:
        self._busy = True
        self._form.show_problem("")
        self._form.set_busy(translate("ui", "Ordering…"))
        work = partial(jobs.order, ids=ids, place=place, again=False, operator=self.operator)
        kept = self._form.kept()
        started = self._jobs.start(
            work, lane=BUYING, done=partial(self._came, ids, place, kept), failed=self._not_sent
        )
        if not started:
            self._free()

    def _came(
        self, ids: list[int], place: PickupRules, kept: PickupRules | None, came: Ordered
    ) -> None:
        from inpost_desk.actions.pickup import NotAsked

        self._free()
        if isinstance(came, Wrong):
            self._wrong(ids, place, came)
        elif isinstance(came, NotAsked):
            lines = [(one.reference or str(one.shipment_id), one.rule) for one in came.reasons]
            self._form.show_problems(lines, field=came.field, rule=came.rule)
        elif kept is not None:
            self._desk.change_settings(pickup=kept)
            self._form.forget_choice()
        self.changed.emit()
        self._following.look()

    def _wrong(self, ids: list[int], place: PickupRules, wrong: Wrong) -> None:
        if wrong.rule != "ordered_before":
            self._form.show_problem(wrong_words(wrong.rule), State.WARNING)
            return
        self._busy = True
        self._form.set_busy(translate("ui", "Asking what it costs…"))
        work = partial(jobs.price_again, wrong=wrong, place=place)
        done = partial(self._ask_again, ids, place, wrong)
        if not self._jobs.start(work, lane=FETCH, done=done, failed=self._not_sent):
            self._free()

    def _ask_again(
        self, ids: list[int], place: PickupRules, wrong: Wrong, asking: jobs.Asking
    ) -> None:
        self._free()
        names = ", ".join(order_name(one) for one in asking.missed)
        question = Question(
            wrong_words(wrong.rule),
            again_words(len(wrong.ids), asking, names),
            translate("ui", "Order again"),
            self._parent,
            also=translate("ui", "Call the old order off at InPost first: {number}").format(
                number=names
            ),
        )
        question.also.setChecked(True)

        def go() -> None:
            off = [one.id for one in asking.missed] if question.also.isChecked() else []
            self._order_again(ids, place, off)

        question.agreed.connect(go)
        question.open()

    def _order_again(self, ids: list[int], place: PickupRules, off: list[int]) -> None:
        self._busy = True
        self._form.set_busy(translate("ui", "Ordering…"))
        work = partial(jobs.order_again, ids=ids, place=place, call_off=off, operator=self.operator)
        done = partial(self._came_again, ids, place, self._form.kept())
        if not self._jobs.start(work, lane=BUYING, done=done, failed=self._not_sent):
            self._free()

    def _came_again(
        self,
        ids: list[int],
        place: PickupRules,
        kept: PickupRules | None,
        came: jobs.OrderedAgain,
    ) -> None:
        self._came(ids, place, kept, came.ordered)
        if came.kept:
            fact = translate("ui", "InPost did not call the old order off: {number}.")
            fact = fact.format(number=", ".join(order_name(one) for one in came.kept))
            told = translate("ui", "Its courier may still come. If he is not to, call InPost.")
            self._desk.notify(Notice(OLD_NOTICE, WARNING, fact, told))

    def _not_sent(self, error: Exception) -> None:
        self._free()
        if isinstance(error, Trouble):
            self._form.show_problem(trouble_words(error))
        else:
            self._desk.report(error)
        self.changed.emit()
        self._following.look()

    def _free(self) -> None:
        self._busy = False
        self._form.set_busy("")

    def _ask_price(self) -> None:
        place = self._form.quiet_place()
        session = self._desk.session
        if place is None or not self._ids or session is None or not session.may_ask:
            self._show_price(None)
            return
        asked = (tuple(self._ids), place)
        if asked == self._asked:
            return
        self._asked = asked
        work = partial(jobs.price, ids=list(self._ids), place=place)
        self._jobs.start(
            work,
            lane=FETCH,
            done=partial(self._priced, asked),
            failed=partial(self._no_price, asked),
        )

    def _priced(self, asked: object, price: PickupPrice) -> None:
        if asked != self._asked:
            return
        if price.counted and price.total is None:
            self._show_price(UNKNOWN)
        else:
            # None of none: the account pays by invoice and is told no prices.
            self._show_price(price.total if price.counted else None)
        self._form.tell_uncounted(len(price.wrong))

    def _no_price(self, asked: object, error: Exception) -> None:
        if not isinstance(error, Trouble):
            self._desk.report(error)
        if asked == self._asked:
            self._asked = None
            self._form.set_price(UNKNOWN)

    def _show_price(self, price: Price) -> None:
        if price is None:
            self._asked = None if not self._ids else self._asked
        self._form.set_price(price)

    def _points(self, points: Sequence[DispatchPoint]) -> None:
        self._form.set_points(points)

    def _no_points(self, error: Exception) -> None:
        if isinstance(error, Trouble):
            self._form.show_problem(trouble_words(error), State.WARNING)
        else:
            self._desk.report(error)

    def _cancelled(self, number: str, state: PickupState) -> None:
        if state is PickupState.CANCELLED:
            fact = translate("ui", "The pickup order {number} is cancelled.").format(number=number)
            self._desk.notify(Notice(NOTICE, DONE, fact))
        else:
            fact = translate("ui", "The pickup order {number} is not cancelled: {state}.")
            fact = fact.format(number=number, state=state_words(state))
            told = translate("ui", "If no courier is to come, call InPost.")
            self._desk.notify(Notice(NOTICE, WARNING, fact, told))
        self.changed.emit()
        self._following.look()

    def _missed(self, number: str, came: Missed) -> None:
        fact, told = missed_words(came, number, str(len(came.gone)))
        if fact:
            self._desk.notify(Notice(NOTICE, WARNING, fact, told))
        self.changed.emit()

    def _without(self, ids: list[int]) -> None:
        if ids:
            self.tick_asked.emit(ids)
            return
        fact = translate("ui", "All the others of this order are ordered by now, or gone.")
        self._desk.notify(Notice(NOTICE, INFORMATION, fact))

    def _settled(self, unsure: int) -> None:
        if unsure:
            fact = translate("ui", "InPost does not show it yet. It is looked up again by itself.")
            self._desk.notify(Notice(NOTICE, WARNING, fact))
        self.changed.emit()
        self._following.look()

    def _failed(self, error: Exception) -> None:
        if isinstance(error, Trouble):
            self._desk.notify(Notice(NOTICE, WARNING, trouble_words(error)))
        else:
            self._desk.report(error)
        self.changed.emit()

    @Slot()
    def _account_changed(self) -> None:
        self._ids, self._asked = [], None
        self._free()
        self._form.set_count(0)
        self._form.set_price(None)
