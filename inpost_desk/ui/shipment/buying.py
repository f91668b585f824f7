"""Buying what was typed, once: making it, its offers, the purchase, the labels and their printing, on lanes.

Outlives the wizard's page, so that what was begun ends well and is told though somebody left. What may have
been done is never asked for again: the ledger knows the draft by its id.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from types import ModuleType
from typing import Any, cast

from PySide6.QtCore import QObject, Signal, Slot
from shiboken6 import isValid

from inpost_desk.actions.waiting import Stop
from inpost_desk.background import RUN
from inpost_desk.domain.draft import Draft, Finding, Step
from inpost_desk.domain.order import Field, Problem
from inpost_desk.domain.shipment import Offer
from inpost_desk.domain.stage import Outcome
from inpost_desk.errors import Trouble
from inpost_desk.ui.desk import DONE, WARNING, Notice
from inpost_desk.ui.jobs import Jobs
from inpost_desk.ui.look import State
from inpost_desk.ui.shapes import Shape
from inpost_desk.ui.shipment import buying_jobs, made_jobs
from inpost_desk.ui.shipment.buying_jobs import Order
from inpost_desk.ui.shipment.buying_words import (
    button_words,
    is_sent_before,
    next_of,
    stuck_words,
    trouble_sentence,
)
from inpost_desk.ui.shipment.drafting import Drafting
from inpost_desk.ui.shipment.label_press import LabelPress
from inpost_desk.ui.shipment.purchase import (
    Next,
    OffersAnswer,
    Paper,
    Phase,
    Purchase,
    Stuck,
    picked,
)
from inpost_desk.ui.status import WORK, StatusText
from inpost_desk.wording.speech import translate


def buying_of(drafting: Drafting) -> Buying:
    """The one that buys this draft."""
    known = (one for one in drafting.desk.findChildren(Buying) if one.drafting is drafting)
    return next(known, None) or Buying(drafting)


class Buying(QObject):
    """At most one thing under way; `phase` says which."""

    changed = Signal()
    bought = Signal()
    """There is something to show on the last page."""

    def __init__(self, drafting: Drafting) -> None:
        super().__init__(drafting.desk)
        self.drafting = drafting
        self.desk = drafting.desk
        self.beginning = drafting.beginning
        # What InPost has already is edited and paid, but never made once more.
        self._does: ModuleType = made_jobs if self.beginning.made else buying_jobs
        self.phase = Phase.IDLE
        self.purchase: Purchase | None = None
        self.offers: OffersAnswer | None = None
        self.sent: Draft | None = None
        """The draft as InPost was asked for it last."""
        self.run_id = self.beginning.run_id
        self._again = self.beginning.again
        self._trouble: Exception | None = None
        self._chosen: Offer | None = None
        self._stop = Stop()
        self._jobs = Jobs(self.desk, self)
        self.labels = LabelPress(self.desk, self)
        self.labels.changed.connect(self._paper_changed)
        drafting.destroyed.connect(self._orphaned)

    # How it stands

    @property
    def busy(self) -> bool:
        """Whether InPost is being asked."""
        return self.phase in (Phase.ASKING, Phase.BUYING)

    @property
    def paper(self) -> Paper:
        """How its labels stand."""
        return self.labels.paper

    @property
    def numbers(self) -> tuple[int, ...]:
        """The shipments whose offers wait for a choice."""
        return tuple(one.local_id for one in self.offers.choices) if self.offers else ()

    def next(self) -> Next | None:
        """What Enter does about what is stuck, None where nothing is."""
        if self._trouble is not None:
            return Next.AGAIN
        stuck = self._first_stuck()
        return next_of(stuck) if stuck else None

    def words(self) -> str:
        """What the main button says instead of what it is for; "" where nothing is the matter."""
        if self.phase is Phase.BUYING:
            return translate("ui", "Buying…")
        if self.phase is Phase.ASKING:
            return translate("ui", "Asking InPost…")
        if is_sent_before(self._trouble):
            return translate("ui", "Send once more")
        what = self.next()
        return button_words(what) if what and what is not Next.MEND else ""

    def say(self) -> tuple[str, State] | None:
        """What is to be told of it on the page: the sentence and how serious it is."""
        if self.busy:
            return self._busy_words(), State.INFORMATION
        if self._trouble is not None:
            return trouble_sentence(self._trouble), State.WARNING
        stuck = self._first_stuck()
        if stuck is None:
            return None
        bad = stuck.outcome == Outcome.REFUSED
        words = stuck_words(stuck)
        if self.beginning.replaces:
            words = " ".join((words, translate("ui", "The old one is still good.")))
        return words, State.ERROR if bad else State.WARNING

    # What is asked for

    @Slot()
    def press(self) -> None:
        """Enter on the summary: buy, or go on with what is stuck. Pressed twice it buys once."""
        if not self.busy and self.phase is not Phase.DONE and not self.drafting.stops():
            self.buy()

    def buy(self) -> None:
        """The draft by its service; what was made of it before is gone on with."""
        show = self.desk.lanes.relay(self._jobs.lasting(self._show_progress))
        work = partial(self._does.buy, order=self._order(), show=show, stop=self._stop)
        self._start(Phase.BUYING, work, self._take_purchase)

    def ask(self) -> None:
        """Have offers made for the draft as it stands; for what is there already, made anew."""
        if self.busy:
            return
        work = partial(self._does.ask_offers, order=self._order(), stop=self._stop)
        self._start(Phase.ASKING, work, self._take_offers)

    def renew(self) -> None:
        """New offers in the place of those that have expired."""
        if self.busy:
            return
        if not self.numbers:
            self.ask()
            return
        work = partial(
            buying_jobs.renew_offers, order=self._sent(), numbers=self.numbers, stop=self._stop
        )
        self._start(Phase.ASKING, work, self._take_offers)

    def choose(self, offer: Offer) -> None:
        """Buy that offer, of each shipment where there are several."""
        if self.busy or self.phase is Phase.DONE or self.offers is None:
            return
        self._chosen = offer
        work = partial(
            self._does.choose,
            order=self._sent(),
            wanted=picked(self.offers.choices, offer),
            stop=self._stop,
        )
        self._start(Phase.BUYING, work, self._take_choice)

    def pay_again(self) -> None:
        """The offer that was chosen, once more, now that what was in the way is put right."""
        offers = self.offers.choices[0].offers if self.offers and self.offers.choices else ()
        selected = next((one for one in offers if one.status == "selected"), None)
        if selected is not None:
            self.choose(selected)
        elif self._chosen is not None and self._chosen in offers:
            self.choose(self._chosen)
        else:
            self.ask()

    def drop(self) -> None:
        """The draft is another one altogether: what was made of it and not paid is cancelled."""
        numbers, session = self.numbers, self.desk.session
        self.offers = self.purchase = self._trouble = self.sent = None
        self.run_id, self.phase = 0, Phase.IDLE
        self.drafting.forget()
        self.drafting.id = str(uuid.uuid4())
        self.changed.emit()
        if numbers and session is not None:
            self.desk.lanes.start(
                RUN, partial(buying_jobs.cancel, session, numbers), failed=self.desk.report
            )

    def print_again(self) -> None:
        """What is not on paper, or all of it once more; labels that are missing are fetched first."""
        if self.purchase is None or self.paper.under_way or self.busy:
            return
        if all(one.label for one in self.purchase.made):
            self.labels.print(self.purchase.made, again=True)
            return
        work = partial(
            self._does.go_on,
            order=self._sent(),
            show=lambda _: None,
            stop=self._stop,
        )
        self._tell_status(translate("ui", "Fetching labels"))
        self.labels.wait()
        self._run(RUN, work, self._take_labels, self.labels.fail)

    # What comes of it

    def _order(self) -> Order:
        self.sent = self.drafting.draft
        return self._sent()

    def _sent(self) -> Order:
        """What InPost was asked for last, as it goes on."""
        draft = self.sent or self.drafting.draft
        return Order(draft, self.drafting.id, self._again, self.run_id, self.beginning)

    def _start(self, phase: Phase, work: Callable[..., Any], done: Callable[..., None]) -> None:
        self.phase, self._trouble = phase, None
        self.purchase = None
        asking = phase is Phase.ASKING
        words = translate("ui", "Waiting for offers") if asking else ""
        self._tell_status(words or translate("ui", "Buying a shipment"))
        self.changed.emit()
        if not self._run(RUN, work, done, self._failed):
            self._rest(Phase.IDLE)

    def _run(
        self,
        lane: str,
        work: Callable[..., Any],
        done: Callable[..., None],
        failed: Callable[[Exception], None],
    ) -> bool:
        """Whatever account is open when it ends, and whoever looks: it is told."""
        session = self.desk.session
        if session is None:
            return False
        self.desk.lanes.start(
            lane,
            partial(work, session, self.desk.settings),
            done=self._jobs.lasting(done),
            failed=self._jobs.lasting(failed),
        )
        return True

    def _take_offers(self, answer: OffersAnswer) -> None:
        self.run_id = answer.run_id
        if answer.bought is not None:
            self._take_purchase(answer.bought)
            return
        self.offers = answer
        self._learn_kind(answer)
        if answer.choices and not answer.stuck:
            self._rest(Phase.OFFERS)
        else:
            self.purchase = Purchase(answer.run_id, stuck=answer.stuck)
            self._rest(Phase.STUCK)
            self._refuse()

    def _take_choice(self, came: tuple[Purchase, OffersAnswer | None]) -> None:
        purchase, offers = came
        if offers is not None and offers.choices:
            self.offers = offers
        self._take_purchase(purchase)

    def _take_purchase(self, purchase: Purchase) -> None:
        self.purchase = purchase
        self.run_id = purchase.run_id or self.run_id
        if not purchase.made:
            self._trouble = None if purchase.stuck else purchase.trouble
            self._rest(Phase.STUCK)
            self._refuse()
            self._tell_left()
            return
        if isValid(self.drafting):
            self.drafting.forget()
        self._rest(Phase.DONE)
        self.bought.emit()
        self.labels.print(purchase.made)

    def _take_labels(self, purchase: Purchase) -> None:
        self.purchase = purchase
        self.labels.print(purchase.made)

    @Slot()
    def _paper_changed(self) -> None:
        if not self.paper.under_way:
            self._rest(self.phase)
            self._tell_left()
        else:
            self.changed.emit()

    def _failed(self, error: Exception) -> None:
        self._trouble = error if isinstance(error, Trouble) else None
        self._again = self.beginning.again or is_sent_before(error)
        self._rest(Phase.OFFERS if self.offers and self.offers.choices else Phase.STUCK)
        self._tell_left()
        if self._trouble is None:
            self.desk.report(error)

    def _rest(self, phase: Phase) -> None:
        self.phase = phase
        self.desk.told.emit(WORK, StatusText(translate("ui", "Nothing runs in the background")))
        self.changed.emit()

    def _refuse(self) -> None:
        """What InPost refused is said at its field; what has none stops nobody from asking once more."""
        found = tuple(
            _finding(one)
            for one in (self.purchase.stuck if self.purchase else ())
            if one.outcome in (Outcome.REFUSED, Outcome.INVALID) and one.field
        )
        if found and isValid(self.drafting):
            self.drafting.refuse(found)

    def _learn_kind(self, answer: OffersAnswer) -> None:
        had = [offer for one in answer.choices for offer in one.offers if not offer.reasons]
        if had and isValid(self.drafting):
            self.drafting.prepaid = any(one.rate is not None for one in had)

    def _first_stuck(self) -> Stuck | None:
        known = self.purchase
        return next(iter(known.stuck), None) if known and not known.made else None

    def _busy_words(self) -> str:
        if self.desk.lanes.busy(RUN) > 1:
            return translate("ui", "It waits until the purchases under way have ended.")
        if self.phase is Phase.ASKING:
            return translate("ui", "InPost prepares the offers. Nothing is bought by that.")
        return translate("ui", "InPost confirms the purchase; that takes a few seconds.")

    def _show_progress(self, progress: object) -> None:
        if self.busy and getattr(progress, "stage", "") == "labels":
            self._tell_status(translate("ui", "Fetching labels"))

    def _tell_status(self, bold: str) -> None:
        reference = self.sent.reference if self.sent else ""
        self.desk.told.emit(WORK, StatusText(reference, Shape.ARC, State.INFORMATION, bold=bold))

    @Slot()
    def _orphaned(self) -> None:
        if not self.busy and not self.paper.under_way:
            self.deleteLater()

    def _tell_left(self) -> None:
        """Nobody looks any more: the outcome is a notice."""
        if isValid(self.drafting):
            return
        made = self.purchase.made if self.purchase else ()
        key = f"shipment.{self.run_id}"
        if made:
            numbers = ", ".join(number for one in made for number in one.numbers)
            fact = translate("ui", "Bought: {numbers}").format(numbers=numbers)
            printed = self.paper.printed >= len(made)
            told = "" if printed else translate("ui", "The label is not printed yet.")
            self.desk.notify(Notice(key, DONE if printed else WARNING, fact, told))
        else:
            said = self.say()
            fact = translate("ui", "The shipment that was typed is not bought.")
            self.desk.notify(Notice(key, WARNING, fact, said[0] if said else ""))
        self.deleteLater()


def is_blank(draft: Draft) -> bool:
    """Whether somebody has begun anew: nothing but the service is chosen."""
    return draft == Draft(mode=draft.mode, service=draft.service)


def _finding(stuck: Stuck) -> Finding:
    # A path of InPost's that is no field of ours is shown as it is.
    found = Finding(Problem(cast("Field", stuck.field), stuck.rule, stuck.value))
    return found if found.step is not Step.SUMMARY else replace(found, stops=False)
