"""Labels of the history that were kept from the printer: told of, shown as on Orders, and answered."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from inpost_desk.background import CHANGE, FETCH
from inpost_desk.errors import Trouble
from inpost_desk.ui.desk import WARNING, Desk, Notice
from inpost_desk.ui.jobs import Jobs
from inpost_desk.ui.orders import held_jobs
from inpost_desk.ui.orders.held_dialog import Answer, HeldDialog
from inpost_desk.ui.orders.held_jobs import Looked, Shown
from inpost_desk.ui.orders.paper_jobs import Wish
from inpost_desk.wording.held_labels import held_brief
from inpost_desk.wording.sentences import trouble_words
from inpost_desk.wording.speech import translate

if TYPE_CHECKING:
    from inpost_desk.actions.ready import Held
    from inpost_desk.session import Session

HELD: Final = "shipments.held"


class HeldLabels(QObject):
    """Those of the last print; what is skipped is forgotten, and printing it again finds it again."""

    print_asked = Signal(object, str, object)
    """`Wish`es, the reason they come again, and the shipments that print as they are."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._parent = parent
        self._jobs = Jobs(desk, self)
        self._kept: list[Shown] = []
        self._names: Mapping[int, str] = {}
        desk.session_changed.connect(self.forget)

    @Slot()
    def forget(self) -> None:
        """Others are printed now, or the account is another."""
        self._kept = []
        self._desk.withdraw(HELD)
        for one in self._dialogs():
            one.reject()

    def take(self, held: Sequence[Held], names: Mapping[int, str], reason: str) -> None:
        """These were kept back just now; `names` are the receivers'."""
        self._kept, self._names = [Shown(one, reason=reason) for one in held], names
        self._tell()

    def _tell(self) -> None:
        if not self._kept:
            self._desk.withdraw(HELD)
            return
        first = self._kept[0].held
        fact = translate("ui", "Labels held back: {count}").format(count=len(self._kept))
        words = translate("ui", "They did not go to the printer. {reference}: {reason}.")
        told = words.format(reference=first.label.reference, reason=held_brief(first.rule))
        button = translate("ui", "Look at them")
        self._desk.notify(Notice(HELD, WARNING, fact, told, button, self.open))

    @Slot()
    def open(self) -> None:
        """Show them, with what must stand on them."""
        if not self._kept or self._dialogs():
            return
        work = partial(held_jobs.look, known=self._desk.settings, bad=(), kept=self._kept)
        self._jobs.start(work, lane=FETCH, done=self._show)

    def _show(self, found: Looked) -> None:
        if self._dialogs():
            return
        dialog = HeldDialog(found.shown, self._names, self._parent)
        dialog.answered.connect(self._hear)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _dialogs(self) -> list[HeldDialog]:
        return [one for one in self._parent.findChildren(HeldDialog) if one.isVisible()]

    @Slot(str, object)
    def _hear(self, answer: str, about: Sequence[Shown]) -> None:
        done = {one.shipment for one in about}
        self._kept = [one for one in self._kept if one.shipment not in done]
        self._tell()
        match answer:
            case Answer.ACCEPT:
                work = partial(held_jobs.accept, about=tuple(about))
                self._jobs.start(work, lane=CHANGE, done=lambda _: self._print(about))
            case Answer.PRINT:
                self._print(about, overruled=frozenset(done))
            case Answer.FETCH:
                self._fetch(about[0])

    def _print(self, about: Sequence[Shown], *, overruled: frozenset[int] = frozenset()) -> None:
        wishes = [Wish(one.shipment, one.held.label.reference) for one in about]
        self.print_asked.emit(wishes, about[0].reason, overruled)

    def _fetch(self, one: Shown) -> None:
        self._jobs.start(
            partial(fetch_again, one=one),
            lane=FETCH,
            done=partial(self._fetched, one),
            failed=self._failed,
        )

    def _fetched(self, one: Shown, rule: str) -> None:
        if not rule:
            self._print([one])
            return
        words = translate("ui", "The label of {reference} is no better: {reason}")
        fact = words.format(reference=one.held.label.reference, reason=held_brief(rule))
        told = translate("ui", "Try again later, or print it in Manager Paczek.")
        self._kept = [replace(one, held=replace(one.held, rule=rule)), *self._kept]
        button = translate("ui", "Look at them")
        self._desk.notify(Notice(HELD, WARNING, fact, told, button, self.open))

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, Trouble):
            self._desk.report(error)
            return
        told = translate("ui", "The label was not printed. Print it again later.")
        self._desk.notify(Notice(HELD, WARNING, trouble_words(error), told))


def fetch_again(session: Session, one: Shown) -> str:
    """Fetch it anew, whoever made the shipment; what is wrong with the new one, "" for a good one."""
    from inpost_desk.actions.elsewhere import fetch_label
    from inpost_desk.ledger.label_findings import forget

    forget(session.ledger, one.shipment, one.held.rule)
    return fetch_label(session.ledger, session.client, one.shipment)
