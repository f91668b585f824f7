"""Paper beside a run: labels once more from a place in the pile, packing slips and lists, labels as a file.

Every label printed again says why. What is printed, and how a job is followed, is `actions.printing`'s.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QPoint, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from inpost_desk.actions.waiting import Stop
from inpost_desk.background import CHANGE, PAPER, PRINT
from inpost_desk.domain.pile import Pile, PileRow
from inpost_desk.domain.stage import Stage
from inpost_desk.errors import Trouble
from inpost_desk.ui.desk import DONE, INFORMATION, WARNING, Desk, Notice
from inpost_desk.ui.jobs import Jobs
from inpost_desk.ui.opening import open_file
from inpost_desk.ui.orders import paper_jobs as jobs
from inpost_desk.ui.orders.again import AgainDialog
from inpost_desk.ui.orders.maybe import MaybeDialog
from inpost_desk.ui.orders.open_jobs import OpenJobs
from inpost_desk.ui.orders.piling import Piling
from inpost_desk.ui.orders.press_notice import PRESS, tell_of_printer
from inpost_desk.ui.orders.table import PileTable
from inpost_desk.ui.orders.terms import printer_of
from inpost_desk.wording.sentences import trouble_words
from inpost_desk.wording.speech import translate

if TYPE_CHECKING:
    from inpost_desk.actions.printing import Printed, Printing

WITH_LABEL: Final = frozenset({Stage.LABEL, Stage.PRINTING, Stage.MAYBE_PRINTED, Stage.PRINTED})
# Those nobody packs now, and lines of an order that its first row stands for.
_NOT_PACKED: Final = frozenset(
    {Stage.HELD, Stage.TO_FIX, Stage.DUPLICATE, Stage.QUESTION, Stage.SAME_PARCEL}
)
PACKING, MAYBE = "packing", "maybe"


class Papers(QObject):
    """Prints what somebody asks for."""

    printed = Signal()
    """Something came out, or did not: rows may stand otherwise."""

    def __init__(self, desk: Desk, piling: Piling, table: PileTable, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._piling = piling
        self._table = table
        self._parent = parent
        self._jobs = Jobs(desk, self)
        # One for all that is printed: documents wait for each other on their lane.
        self._stop = Stop()
        self._doubted: frozenset[int] = frozenset()
        piling.opened.connect(self._ask_about_doubts)
        piling.loaded.connect(self._ask_about_doubts)
        piling.changed.connect(self._ask_about_doubts)
        self.printed.connect(piling.refresh)
        self.open_jobs = OpenJobs(desk, self)
        self.open_jobs.ended.connect(piling.refresh)
        piling.opened.connect(self.open_jobs.look)

    @Slot()
    def stop(self) -> None:
        """Begin no further document that was asked for until now, and wait for none."""
        self._stop.event.set()
        self._stop = Stop()

    @Slot()
    def print_again_from_here(self) -> None:
        """Ask which labels and why, then print them in pile order."""
        rows = self._with_labels()
        current = self._table.row_at_current()
        session = self._desk.session
        if not rows or session is None or printer_of(session, self._desk.settings) is None:
            self._desk.notify(
                Notice(PRESS, INFORMATION, translate("ui", "No label here can be printed again."))
            )
            return
        start = current.row if current is not None else rows[0].row
        dialog = AgainDialog(rows, start, self._table.selected_rows(), self._parent)
        dialog.chosen.connect(self._print)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def print_rows(self, numbers: Collection[int]) -> None:
        """Print labels that were left to a person, in pile order."""
        rows = [row for row in self._with_labels() if row.row in numbers]
        self._print(rows, "")

    @Slot(object, str)
    def _print(self, rows: Sequence[PileRow], reason: str) -> None:
        if not rows:
            return
        work = partial(
            jobs.print_rows,
            known=self._desk.settings,
            rows=list(rows),
            reason=reason,
            stop=self._stop,
            told=self._jobs.relay(self._told),
        )
        self._jobs.start(work, lane=PRINT, done=self._done, failed=self._failed)

    def _told(self, printing: Printing) -> None:
        words = translate("ui", "Printing: {done} of {total}")
        told = words.format(done=printing.printed, total=printing.total)
        # A printer that does not go on would keep a run's labels waiting too.
        stop = translate("ui", "Stop printing")
        self._desk.notify(Notice(PRESS, INFORMATION, told, printing.detail, stop, self.stop))

    def _done(self, done: Printed) -> None:
        self.printed.emit()
        if done.open:
            self.open_jobs.look()
        # How far it was is history; what follows is how it ended.
        self._desk.withdraw(PRESS)
        tell_of_printer(self._desk, done)
        if done.failed or done.cancelled:
            return
        words = translate("ui", "Printed: {count}").format(count=done.printed)
        if done.left:
            told = translate("ui", "Stopped by you. Not sent: {count}").format(count=done.left)
            self._desk.notify(Notice(PRESS, INFORMATION, words, told))
        elif not done.open:
            self._desk.notify(Notice(PRESS, DONE, words))

    def _failed(self, error: Exception) -> None:
        self.printed.emit()
        if not isinstance(error, Trouble):
            self._desk.report(error)
            return
        self._desk.notify(Notice(PRESS, WARNING, trouble_words(error)))

    # What may be on paper or not

    @Slot()
    def _ask_about_doubts(self) -> None:
        doubted = frozenset(
            one.row for one in self._piling.rows.values() if one.stage is Stage.MAYBE_PRINTED
        )
        if doubted == self._doubted:
            return
        self._doubted = doubted
        if not doubted:
            self._desk.withdraw(MAYBE)
            return
        self._desk.notify(
            Notice(
                MAYBE,
                WARNING,
                translate("ui", "Labels that may be printed already: {count}").format(
                    count=len(doubted)
                ),
                translate(
                    "ui", "The program or the printer stopped on the way. Look at the paper."
                ),
                translate("ui", "Say which"),
                self.ask_about_doubts,
            )
        )

    @Slot()
    def ask_about_doubts(self) -> None:
        """Show them and have them decided."""
        rows = [row for row in self._with_labels() if row.row in self._doubted]
        if rows:
            dialog = MaybeDialog(rows, self._parent)
            dialog.decided.connect(self._decide)
            dialog.finished.connect(dialog.deleteLater)
            dialog.open()

    @Slot(object, object)
    def _decide(self, printed: Sequence[PileRow], missing: Sequence[PileRow]) -> None:
        work = partial(jobs.decide, printed=list(printed), missing=list(missing))
        self._jobs.start(work, lane=CHANGE, done=lambda _: self.printed.emit())

    # Packing slips and lists, labels as a file

    def show_menu(self, place: QPoint) -> None:
        """What can be made for whoever packs."""
        menu = QMenu(self._parent)
        for words, act in (
            (translate("ui", "Print packing slips"), self._print_slips),
            (translate("ui", "Packing slips as a PDF…"), partial(self._save_packing, jobs.SLIPS)),
            (translate("ui", "Packing list as a PDF…"), partial(self._save_packing, jobs.LIST)),
            (translate("ui", "Labels as a PDF…"), self._save_labels),
        ):
            menu.addAction(words).triggered.connect(act)
        menu.addSeparator()
        again = menu.addAction(translate("ui", "Print again from…"))
        again.triggered.connect(self.print_again_from_here)
        again.setEnabled(bool(self._with_labels()))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(place)

    def _print_slips(self) -> None:
        packing = self._to_pack()
        if packing is None:
            return
        work = partial(
            jobs.print_slips,
            known=self._desk.settings,
            packing=packing,
            stop=self._stop,
            told=self._jobs.relay(self._told),
        )
        self._jobs.start(work, lane=PRINT, done=self._done, failed=self._failed)

    def _save_packing(self, kind: str) -> None:
        session, packing = self._desk.session, self._to_pack()
        if session is None or packing is None:
            return
        name = (
            translate("ui", "{name}-slips.pdf")
            if kind == jobs.SLIPS
            else translate("ui", "{name}-packing-list.pdf")
        )
        self._ask_place(packing.pile, name, partial(jobs.save_packing, session, packing, kind))

    def _save_labels(self) -> None:
        session, pile = self._desk.session, self._piling.pile
        if session is None or pile is None:
            return
        rows = self._with_labels()
        if not rows:
            words = translate("ui", "There are no labels yet.")
            self._desk.notify(Notice(PACKING, INFORMATION, words))
            return
        name = translate("ui", "{name}-labels.pdf")
        self._ask_place(pile, name, partial(jobs.save_labels, session, rows))

    @Slot(int)
    def save_labels_of_run(self, run_id: int) -> None:
        """The labels of an earlier run as a PDF, in the order of its pile."""
        session = self._desk.session
        if session is not None:
            name = translate("ui", "run-{number}-labels.pdf").format(number=run_id)
            self._ask(Path(name), partial(jobs.save_labels_of_run, session, run_id))

    def _ask_place(self, pile: Pile, name: str, work: Callable[[Path], Path]) -> None:
        file = Path(pile.file_path)
        self._ask(file.with_name(name.format(name=file.stem)), work)

    def _ask(self, suggestion: Path, work: Callable[[Path], Path]) -> None:
        dialog = QFileDialog(self._parent, translate("ui", "Save as"), str(suggestion.parent))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("pdf")
        dialog.selectFile(suggestion.name)
        dialog.fileSelected.connect(lambda name: self._save(partial(work, Path(name))))
        dialog.finished.connect(lambda _: dialog.deleteLater())
        dialog.open()

    def _save(self, work: Callable[[], Path]) -> None:
        saved, failed = self._jobs.lasting(self._saved), self._jobs.lasting(self._failed)
        self._desk.lanes.start(PAPER, work, done=saved, failed=failed)

    def _saved(self, place: Path) -> None:
        self._desk.notify(
            Notice(
                PACKING,
                DONE,
                translate("ui", "The PDF is written."),
                str(place),
                translate("ui", "Open"),
                partial(open_file, self._desk, place),
            )
        )

    def _with_labels(self) -> list[PileRow]:
        return [row for row in self._piling.rows.values() if row.label and row.stage in WITH_LABEL]

    def _to_pack(self) -> jobs.Packing | None:
        """The parcels of the selected rows where several are; else all but those nobody packs now."""
        pile, rows = self._piling.pile, self._piling.rows
        selected = self._table.selected_rows() if self._table.selection_count() > 1 else rows
        parcels = {rows[one].same_parcel_as or one for one in selected if one in rows}
        packed = [
            row for row in rows.values() if row.row in parcels and row.stage not in _NOT_PACKED
        ]
        if pile is None or not packed:
            words = translate("ui", "There is nothing to pack here.")
            self._desk.notify(Notice(PACKING, INFORMATION, words))
            return None
        return jobs.Packing(pile, packed)
