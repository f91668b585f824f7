"""What may be on paper or not: a person says which labels came out, or scans the last good one.

Whoever prints is told which labels have to come again; nothing is printed here.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from inpost_desk.background import CHANGE
from inpost_desk.domain.pile import PileRow
from inpost_desk.domain.stage import Stage
from inpost_desk.errors import Trouble
from inpost_desk.ui.desk import WARNING, Desk, Notice
from inpost_desk.ui.jobs import Jobs
from inpost_desk.ui.orders import paper_jobs as jobs
from inpost_desk.ui.orders.last_good import LastGoodDialog
from inpost_desk.ui.orders.maybe import MaybeDialog
from inpost_desk.ui.orders.paper_jobs import LastGood, Wish
from inpost_desk.ui.orders.piling import Piling
from inpost_desk.wording.sentences import trouble_words
from inpost_desk.wording.speech import translate

MAYBE: Final = "maybe"
LAST_GOOD: Final = "last_good"
BAD_PRINT: Final = "bad_print"


class Doubts(QObject):
    """Asks about them."""

    decided = Signal()
    """Rows stand otherwise."""
    again_asked = Signal(object, str)
    """`Wish`es in their order, and the reason they come again."""

    def __init__(self, desk: Desk, piling: Piling, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._piling = piling
        self._parent = parent
        self._jobs = Jobs(desk, self)
        self._rows: frozenset[int] = frozenset()
        self._dialog: MaybeDialog | LastGoodDialog | None = None
        for signal in (piling.opened, piling.loaded, piling.changed):
            signal.connect(self._look)

    @Slot()
    def _look(self, *_: object) -> None:
        rows = self._piling.rows.values()
        doubted = frozenset(one.row for one in rows if one.stage is Stage.MAYBE_PRINTED)
        if doubted == self._rows:
            return
        self._rows = doubted
        if not doubted:
            self._desk.withdraw(MAYBE)
            return
        words = translate("ui", "Labels that may be printed already: {count}")
        self._desk.notify(
            Notice(
                MAYBE,
                WARNING,
                words.format(count=len(doubted)),
                translate(
                    "ui", "The program or the printer stopped on the way. Look at the paper."
                ),
                translate("ui", "Say which"),
                self.ask,
            )
        )

    @Slot()
    def ask(self) -> None:
        """Show them and have them decided."""
        rows = [
            row
            for row in self._piling.rows.values()
            if row.row in self._rows and row.stage is Stage.MAYBE_PRINTED
        ]
        if not rows:
            return
        dialog = MaybeDialog(rows, self._parent)
        dialog.decided.connect(self._decide)
        self._open(dialog)

    def _open(self, dialog: MaybeDialog | LastGoodDialog) -> None:
        self._dialog = dialog
        dialog.scan.scanned.connect(self._scanned)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @Slot(object, object)
    def _decide(self, printed: Sequence[PileRow], missing: Sequence[PileRow]) -> None:
        work = partial(jobs.decide, printed=list(printed), missing=list(missing))
        self._jobs.start(work, lane=CHANGE, done=lambda _: self.decided.emit())

    # The last good label

    @Slot()
    def ask_for_last_good(self) -> None:
        """Have it scanned."""
        self._desk.withdraw(LAST_GOOD)
        dialog = LastGoodDialog(self._parent)
        dialog.agreed.connect(self._agreed)
        self._open(dialog)
        dialog.scan.edit.setFocus()

    @Slot(str)
    def _scanned(self, number: str) -> None:
        dialog = self._dialog
        if dialog is None:
            return

        def failed(error: Exception) -> None:
            if not isinstance(error, Trouble):
                self._desk.report(error)
                return
            dialog.scan.refuse(trouble_words(error))

        # The dialog may be gone by the time the ledger answers.
        work = partial(jobs.look_after_last_good, number=number)
        Jobs(self._desk, dialog).start(work, lane=CHANGE, done=self._found, failed=failed)

    def _found(self, found: LastGood) -> None:
        if isinstance(self._dialog, MaybeDialog):
            self._dialog.accept()
            self.ask_for_last_good()
        if isinstance(self._dialog, LastGoodDialog):
            self._dialog.show_found(found)

    @Slot(object)
    def _agreed(self, found: LastGood) -> None:
        work = partial(jobs.decide_last_good, known=self._desk.settings, seen=found.seen)
        self._jobs.start(work, lane=CHANGE, done=self._print_again, failed=self._not_decided)

    def _not_decided(self, error: Exception) -> None:
        if not isinstance(error, Trouble):
            self._desk.report(error)
            return
        told = translate("ui", "Nothing was decided and nothing comes again so far.")
        scan = translate("ui", "Scan again")
        words = trouble_words(error)
        self._desk.notify(Notice(LAST_GOOD, WARNING, words, told, scan, self.ask_for_last_good))

    def _print_again(self, shipments: Sequence[int]) -> None:
        self.decided.emit()
        rows = self._piling.rows.values()
        names = {row.local_id: row.reference for row in rows if row.local_id is not None}
        wishes = [Wish(one, names.get(one, "")) for one in shipments]
        self.again_asked.emit(wishes, BAD_PRINT)
