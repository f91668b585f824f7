"""Labels that are held back: told of, shown, and what comes of the answers. Nothing prints late by itself.

Two kinds: stored labels that were found bad, which their rows say, and those the printing itself kept back.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from inpost_desk.background import CHANGE, FETCH
from inpost_desk.domain.pile import PileRow
from inpost_desk.domain.stage import Stage
from inpost_desk.errors import Trouble
from inpost_desk.ui.desk import DONE, WARNING, Desk, Notice
from inpost_desk.ui.jobs import Jobs
from inpost_desk.ui.orders import held_jobs as jobs
from inpost_desk.ui.orders.held_dialog import Answer, HeldDialog
from inpost_desk.ui.orders.held_jobs import Bad, Looked, Shown
from inpost_desk.ui.orders.label_picture import LabelPicture
from inpost_desk.ui.orders.paper_jobs import Wish
from inpost_desk.ui.orders.piling import Piling
from inpost_desk.wording.held_labels import held_brief
from inpost_desk.wording.sentences import trouble_words
from inpost_desk.wording.speech import translate

if TYPE_CHECKING:
    from inpost_desk.actions.held_labels import Preview
    from inpost_desk.actions.ready import Held
    from inpost_desk.domain.printer import Profile

HELD, PREVIEW = "held", "label_preview"
_ON_PAPER: Final = frozenset({Stage.PRINTED, Stage.PRINTING, Stage.MAYBE_PRINTED})


class HeldBack(QObject):
    """Knows which labels wait for somebody to look at them."""

    print_asked = Signal(object, str, object)
    """`Wish`es in their order, the reason they come again, and the shipments that print as they are."""

    def __init__(self, desk: Desk, piling: Piling, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._piling = piling
        self._parent = parent
        self._jobs = Jobs(desk, self)
        self._kept: dict[int, Shown] = {}
        self._skipped: set[int] = set()
        self._told: frozenset[int] = frozenset()
        self._fetched_keys: set[str] = set()
        # With which what is kept was looked at.
        self._printers: tuple[Profile, ...] | None = None
        desk.session_changed.connect(self._forget)
        piling.opened.connect(self._look)
        piling.loaded.connect(self._look)
        piling.changed.connect(self._look)

    def take(self, held: Iterable[Held], reason: str = "") -> None:
        """Labels that were kept from the printer just now."""
        if not self._kept:
            self._printers = self._desk.settings.printers
        for one in held:
            self._kept[one.label.shipment_id] = Shown(one, reason=reason)
            self._skipped.discard(one.label.shipment_id)
        self._look()

    def printed(self, shipments: Collection[int]) -> None:
        """These have come out."""
        for shipment in shipments:
            self._kept.pop(shipment, None)
        self._look()

    def close(self) -> None:
        """The window closes: what is held back, another one's page finds anew."""
        self._desk.withdraw(HELD)
        for key in self._fetched_keys:
            self._desk.withdraw(key)

    @Slot()
    def open(self) -> None:
        """Show those that nobody has skipped."""
        self._open(self._told)

    def open_for(self, row: PileRow) -> None:
        """Show the label of this row: first of those held back, or as it prints where nothing is wrong."""
        if row.local_id is None:
            return
        if row.stage is not Stage.BAD_LABEL and row.local_id not in self._kept:
            self._preview(row)
        else:
            self._skipped.discard(row.local_id)
            self._look()
            self._open(self._told | {row.local_id}, first=row.local_id)

    def _preview(self, row: PileRow) -> None:
        work = partial(jobs.preview, known=self._desk.settings, row=row)
        self._jobs.start(work, lane=FETCH, done=partial(self._show_preview, row), failed=self._none)

    def _show_preview(self, row: PileRow, found: Preview) -> None:
        dialog = LabelPicture(row.reference, row.tracking_number, found, self._parent)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _none(self, error: Exception) -> None:
        if not isinstance(error, Trouble):
            self._desk.report(error)
            return
        self._desk.notify(Notice(PREVIEW, WARNING, trouble_words(error)))

    # What there is

    def _bad(self) -> dict[int, PileRow]:
        return {
            row.local_id: row
            for row in self._piling.rows.values()
            if row.stage is Stage.BAD_LABEL and row.local_id is not None
        }

    def _places(self) -> dict[int, PileRow]:
        rows = self._piling.rows.values()
        return {row.local_id: row for row in rows if row.local_id and row.same_parcel_as is None}

    @Slot()
    def _forget(self) -> None:
        self._kept.clear()
        self._skipped.clear()
        self._look()

    @Slot()
    def _look(self, *_: object) -> None:
        """Tell of what is held back now."""
        places = self._places()
        for shipment, one in list(self._kept.items()):
            # What was to come again is on paper already, from before.
            if not one.reason and shipment in places and places[shipment].stage in _ON_PAPER:
                del self._kept[shipment]
        told = frozenset(self._kept.keys() | self._bad().keys()) - self._skipped
        if told != self._told:
            self._told = told
            self._tell()

    def _tell(self) -> None:
        if not self._told:
            self._desk.withdraw(HELD)
            return
        self._desk.notify(
            Notice(
                HELD,
                WARNING,
                translate("ui", "Labels held back: {count}").format(count=len(self._told)),
                translate(
                    "ui",
                    "They did not go to the printer: look at them. The next “Create and print” tries them "
                    "again and buys nothing for them.",
                ),
                translate("ui", "Look at them"),
                self.open,
            )
        )

    # The dialog

    def _open(self, shipments: Collection[int], *, first: int = 0) -> None:
        if any(one.isVisible() for one in self._parent.findChildren(HeldDialog)):
            return
        bad = [
            Bad(shipment, row.reference, row.rule)
            for shipment, row in self._bad().items()
            if shipment in shipments and shipment not in self._kept
        ]
        kept = [one for shipment, one in self._kept.items() if shipment in shipments]
        known = self._desk.settings
        # Held back as another printer would have got it: it may be good by now.
        changed = self._printers != known.printers
        work = partial(jobs.look, known=known, bad=bad, kept=kept, anew=changed)
        self._jobs.start(work, lane=FETCH, done=partial(self._show, first=first))

    def _show(self, found: Looked, *, first: int) -> None:
        if not (found.shown or found.good):
            # Somebody else has seen to them.
            self._piling.refresh()
            return
        names = {shipment: row.name for shipment, row in self._places().items()}
        self._renew(found)
        dialog = HeldDialog(self._sorted(found.shown), names, self._parent, first=first)
        dialog.offer_checking(self._sorted(found.good), others_out=self._others_out())
        dialog.answered.connect(self._answered)
        dialog.check_asked.connect(partial(self._check, dialog))
        dialog.good_asked.connect(self._print)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _others_out(self) -> bool:
        """Whether there are others, and all of them are printed."""
        held = self._kept.keys() | self._bad().keys()
        stages = {row.stage for place, row in self._places().items() if place not in held}
        return stages & {Stage.LABEL, *_ON_PAPER} == {Stage.PRINTED}

    def _sorted(self, found: Sequence[Shown]) -> list[Shown]:
        places = {shipment: row.row for shipment, row in self._places().items()}
        return jobs.in_order(found, places)

    def _check(self, dialog: HeldDialog, about: Sequence[Shown]) -> None:
        def looked(found: Looked) -> None:
            self._renew(found)
            dialog.renew(found)

        def failed(error: Exception) -> None:
            self._desk.report(error)
            dialog.not_checked()

        work = partial(jobs.look_again, known=self._desk.settings, kept=list(about))
        # The dialog may be gone by then.
        Jobs(self._desk, dialog).start(work, lane=FETCH, done=looked, failed=failed)

    def _renew(self, found: Looked) -> None:
        """Keep what was seen now; what is good by now is looked at once more the next time."""
        for one in found.shown:
            if one.shipment in self._kept:
                self._kept[one.shipment] = one
        good = any(one.shipment in self._kept for one in found.good)
        self._printers = None if good else self._desk.settings.printers

    @Slot(str, object)
    def _answered(self, answer: str, about: Sequence[Shown]) -> None:
        match answer:
            case Answer.ACCEPT:
                self._accept(about)
            case Answer.PRINT:
                self._print(about, overruled=frozenset(one.shipment for one in about))
            case Answer.FETCH:
                self._fetch(about[0])
            case _:
                self._skip(about)

    def _skip(self, about: Sequence[Shown]) -> None:
        self._skipped.update(one.shipment for one in about)
        self._look()

    def _print(self, about: Sequence[Shown], *, overruled: frozenset[int] = frozenset()) -> None:
        for reason in dict.fromkeys(one.reason for one in about):
            same = [one for one in self._sorted(about) if one.reason == reason]
            wishes = [Wish(one.shipment, one.held.label.reference) for one in same]
            self.print_asked.emit(wishes, reason, overruled)

    def _accept(self, about: Sequence[Shown]) -> None:
        def accepted(_: None) -> None:
            self._print(about)

        work = partial(jobs.accept, about=tuple(about))
        self._jobs.start(work, lane=CHANGE, done=accepted)

    def _fetch(self, one: Shown) -> None:
        work = partial(jobs.fetch, one=one)
        fetched, failed = partial(self._fetched, one), partial(self._not_fetched, one)
        self._jobs.start(work, lane=FETCH, done=fetched, failed=failed)

    def _fetched(self, one: Shown, rule: str) -> None:
        self._kept.pop(one.shipment, None)
        self._piling.refresh()
        reference = one.held.label.reference
        key = f"fetched.{one.shipment}"
        self._fetched_keys.add(key)
        if rule:
            fact = translate("ui", "The label of {reference} is no better: {reason}").format(
                reference=reference, reason=held_brief(rule)
            )
            told = translate("ui", "Try again later, or print it in Manager Paczek.")
            self._desk.notify(Notice(key, WARNING, fact, told))
            return

        def print_it() -> None:
            self._desk.withdraw(key)
            self._print([one])

        fact = translate("ui", "The label of {reference} was fetched again and is good.")
        told = translate("ui", "Its place in the pile has passed, so it waits for you.")
        now = translate("ui", "Print it now")
        said = fact.format(reference=reference)
        self._desk.notify(Notice(key, DONE, said, told, now, print_it))

    def _not_fetched(self, one: Shown, error: Exception) -> None:
        self._piling.refresh()
        if not isinstance(error, Trouble):
            self._desk.report(error)
            return
        told = translate("ui", "It stays held back; the next run fetches it.")
        self._desk.notify(Notice(f"fetched.{one.shipment}", WARNING, trouble_words(error), told))
