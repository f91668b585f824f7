"""Labels of the history on paper: those printed before with a reason, those made elsewhere fetched first.

How a label is printed and followed is `actions.printing`'s; what is said meanwhile is said as of orders.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from inpost_desk.actions.waiting import Stop
from inpost_desk.background import FETCH, PRINT
from inpost_desk.domain.history import HistoryRow
from inpost_desk.errors import Trouble
from inpost_desk.ui.desk import DONE, INFORMATION, WARNING, Desk, Notice
from inpost_desk.ui.jobs import Jobs
from inpost_desk.ui.orders import paper_jobs
from inpost_desk.ui.orders.paper_jobs import Asked, Wish
from inpost_desk.ui.orders.press_notice import PRESS, OnTheWay, progress_notice, tell_of_printer
from inpost_desk.ui.shipments.again import WhyDialog
from inpost_desk.ui.shipments.columns import name_of
from inpost_desk.ui.shipments.held import HeldLabels
from inpost_desk.wording.sentences import rule_words, trouble_words
from inpost_desk.wording.speech import translate

if TYPE_CHECKING:
    from inpost_desk.actions.print_line import Printed, Printing
    from inpost_desk.session import Session

NO_LABEL: Final = "shipments.label"


@dataclass(frozen=True, slots=True)
class Ready:
    """Labels that are stored, and those that could not be had with the rule why."""

    labels: list[Wish]
    missing: list[tuple[str, str]]


class Printer(QObject):
    """Prints what is asked for on this page."""

    printed = Signal()

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._parent = parent
        self._jobs = Jobs(desk, self)
        self._stop = Stop()
        self._names: dict[int, str] = {}
        self._aside = OnTheWay(desk)
        self.held = HeldLabels(desk, parent)
        self.held.print_asked.connect(self._print_held)

    def ask(self, rows: Sequence[HistoryRow]) -> None:
        """Print their labels; where one was printed before, somebody says why first."""
        if not rows:
            return
        labels = [Wish(row.id, name_of(row)) for row in rows]
        self._names = {row.id: row.name for row in rows}
        again = [row for row in rows if row.printed]
        if not again:
            self._fetch(labels, "")
            return
        dialog = WhyDialog(_what(again), len(labels), self._parent)
        # The account may be another one by then.
        dialog.chosen.connect(self._jobs.told(partial(self._fetch, labels)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @Slot()
    def stop(self) -> None:
        """Begin no further document, and wait for none."""
        self._stop.event.set()
        self._stop = Stop()

    def _fetch(self, labels: Sequence[Wish], reason: str) -> None:
        self._aside.begin()
        self.held.forget()
        done = partial(self._print, reason)
        work = partial(make_ready, labels=labels, stop=self._stop)
        self._jobs.start(work, lane=FETCH, done=done, failed=self._failed)

    def _print(self, reason: str, ready: Ready) -> None:
        if ready.missing:
            name, rule = ready.missing[0]
            words = translate("ui", "Labels that could not be had: {count}.")
            why = f"{name}: {rule_words(rule)}"
            fact = words.format(count=len(ready.missing))
            self._desk.notify(Notice(NO_LABEL, WARNING, fact, why))
        else:
            self._desk.withdraw(NO_LABEL)
        if ready.labels:
            self._press(Asked(ready.labels, reason))
        else:
            self.printed.emit()

    @Slot(object, str, object)
    def _print_held(self, labels: list[Wish], reason: str, overruled: frozenset[int]) -> None:
        self._press(Asked(labels, reason, overruled))

    def _press(self, asked: Asked) -> None:
        work = partial(
            paper_jobs.print_labels,
            known=self._desk.settings,
            asked=asked,
            stop=self._stop,
            told=self._jobs.relay(self._told),
        )
        done = partial(self._done, asked.reason)
        self._jobs.start(work, lane=PRINT, done=done, failed=self._failed)

    def _told(self, printing: Printing) -> None:
        self._desk.notify(progress_notice(printing, self.stop))
        self._aside.hear(printing)

    def _done(self, reason: str, done: Printed) -> None:
        self.printed.emit()
        self._desk.withdraw(PRESS)
        tell_of_printer(self._desk, done)
        words = translate("ui", "Printed: {count}").format(count=done.printed)
        if done.held:
            self.held.take(done.held, self._names, reason)
        if done.failed or done.cancelled:
            return
        if done.left:
            told = translate("ui", "Stopped by you. Not sent: {count}").format(count=done.left)
            self._desk.notify(Notice(PRESS, INFORMATION, words, told))
        elif not done.open and done.printed:
            self._desk.notify(Notice(PRESS, DONE, words))

    def _failed(self, error: Exception) -> None:
        self.printed.emit()
        if not isinstance(error, Trouble):
            self._desk.report(error)
            return
        self._desk.notify(Notice(PRESS, WARNING, trouble_words(error)))


def make_ready(session: Session, labels: Sequence[Wish], stop: Stop) -> Ready:
    """Have each label here, asking InPost for those that are not. Works on a lane.

    One that is stored and bad counts as ready: printing it keeps it back, with its picture.
    """
    from inpost_desk.actions.elsewhere import fetch_label
    from inpost_desk.ledger.stored_labels import stored_labels

    ready = Ready([], [])
    for one in labels:
        if stop.asked:
            break
        rule = fetch_label(session.ledger, session.client, one.shipment)
        if rule and one.shipment not in stored_labels(session.ledger, [one.shipment]):
            ready.missing.append((one.reference, rule))
        else:
            ready.labels.append(one)
    return ready


def _what(rows: Sequence[HistoryRow]) -> str:
    if len(rows) == 1:
        words = translate("ui", "The label of {reference} was printed before.")
        return words.format(reference=name_of(rows[0]))
    return translate("ui", "Labels printed before: {count}.").format(count=len(rows))
