"""Paper beside a run: labels once more from a place in the pile, packing slips and lists, labels as a file.

Every label printed again says why. What is printed, and how a job is followed, is `actions.printing`'s.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from inpost_desk.actions.waiting import Stop
from inpost_desk.background import PAPER, PRINT
from inpost_desk.domain.pile import Pile, PileRow
from inpost_desk.domain.stage import Stage
from inpost_desk.errors import Trouble
from inpost_desk.session_printers import printer_of
from inpost_desk.ui.desk import DONE, INFORMATION, WARNING, Desk, Notice
from inpost_desk.ui.jobs import Jobs
from inpost_desk.ui.opening import open_file
from inpost_desk.ui.orders import paper_jobs as jobs
from inpost_desk.ui.orders.again import AgainDialog
from inpost_desk.ui.orders.doubts import MAYBE, Doubts
from inpost_desk.ui.orders.held import HeldBack
from inpost_desk.ui.orders.last_good import LastGoodDialog
from inpost_desk.ui.orders.open_jobs import OpenJobs
from inpost_desk.ui.orders.paper_jobs import Wish
from inpost_desk.ui.orders.piling import Piling
from inpost_desk.ui.orders.press_notice import (
    PRESS,
    OnTheWay,
    progress_notice,
    tell_of_printer,
    tell_of_waiting,
)
from inpost_desk.ui.orders.running import Outcome, Runner
from inpost_desk.ui.orders.table import PileTable
from inpost_desk.wording.sentences import trouble_words
from inpost_desk.wording.speech import translate

if TYPE_CHECKING:
    from inpost_desk.actions.print_line import Printed, Printing

WITH_LABEL: Final = frozenset({Stage.LABEL, Stage.PRINTING, Stage.MAYBE_PRINTED, Stage.PRINTED})
# Those nobody packs now, and lines of an order that its first row stands for.
_NOT_PACKED: Final = frozenset(
    {Stage.HELD, Stage.TO_FIX, Stage.DUPLICATE, Stage.QUESTION, Stage.SAME_PARCEL}
)
PACKING: Final = "packing"
LAST_KEY: Final = "Ctrl+L"
SCAN_KEY: Final = "Ctrl+G"


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
        self._aside = OnTheWay(desk)
        self.held = HeldBack(desk, piling, parent)
        self.held.print_asked.connect(self._print)
        self.doubts = Doubts(desk, piling, parent)
        self.doubts.decided.connect(self.printed)
        self.doubts.again_asked.connect(self._print)
        self.ask_about_doubts = self.doubts.ask
        self.printed.connect(piling.refresh)
        self.open_jobs = OpenJobs(desk, self)
        self.open_jobs.ended.connect(piling.refresh)
        piling.opened.connect(self.open_jobs.look)
        for key, act in ((LAST_KEY, self.print_last_again), (SCAN_KEY, self._scan_last_good)):
            shortcut = QShortcut(QKeySequence(key), parent)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.setAutoRepeat(False)
            shortcut.activated.connect(act)

    def follow(self, runner: Runner) -> None:
        """Say of a run's labels what is said of all others, and which of them were held back."""
        tell_of_waiting(self._desk, runner)
        runner.started.connect(self._aside.begin)
        runner.press_told.connect(self._aside.hear)
        runner.ended.connect(lambda outcome: self._run_ended(runner, outcome))

    def _run_ended(self, runner: Runner, outcome: Outcome) -> None:
        if runner.session is self._desk.session:
            self.held.take(outcome.held)

    @Slot()
    def stop(self) -> None:
        """Begin no further document that was asked for until now, and wait for none."""
        self._stop.event.set()
        self._stop = Stop()

    def close(self) -> None:
        """The window closes: notices' buttons would lead to a page that is gone."""
        self.stop()
        self.held.close()
        self._desk.withdraw(MAYBE)

    @Slot()
    def print_again_from_here(self) -> None:
        """Ask which labels and why, then print them in pile order."""
        rows = self._with_labels()
        if not rows or not self._has_printer():
            self._tell_nothing()
            return
        dialog = self._again_dialog(rows)

        def read(last: Wish | None) -> None:
            if last is not None:
                dialog.offer_last(last)

        Jobs(self._desk, dialog).start(jobs.last_label, done=read)

    @Slot()
    def print_last_again(self) -> None:
        """The label that came out last, once somebody has said why."""
        if self._has_printer():
            self._jobs.start(jobs.last_label, done=self._offer_last)
        else:
            self._tell_nothing()

    def _offer_last(self, last: Wish | None) -> None:
        if last is None:
            self._tell_nothing()
        elif not self._asking():
            self._again_dialog(self._with_labels()).offer_last(last, choose=True)

    def _again_dialog(self, rows: Sequence[PileRow]) -> AgainDialog:
        current = self._table.row_at_current()
        start = current.row if current is not None else rows[0].row if rows else 0
        dialog = AgainDialog(rows, start, self._table.selected_rows(), self._parent)
        dialog.chosen.connect(self._print)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    def _has_printer(self) -> bool:
        session = self._desk.session
        return session is not None and printer_of(session, self._desk.settings) is not None

    def _tell_nothing(self) -> None:
        words = translate("ui", "No label here can be printed again.")
        self._desk.notify(Notice(PRESS, INFORMATION, words))

    def _asking(self) -> bool:
        """Whether one of the dialogs is open: a key must not bring up a second one."""
        kinds = (AgainDialog, LastGoodDialog)
        return any(one.isVisible() for kind in kinds for one in self._parent.findChildren(kind))

    @Slot()
    def _scan_last_good(self) -> None:
        if not self._asking():
            self.doubts.ask_for_last_good()

    def print_rows(self, numbers: Collection[int]) -> None:
        """Print labels that were left to a person, in pile order."""
        rows = [row for row in self._with_labels() if row.row in numbers]
        self._print([Wish(row.local_id or 0, row.reference) for row in rows], "")

    def _print(
        self, labels: Sequence[Wish], reason: str, overruled: frozenset[int] = frozenset()
    ) -> None:
        if not labels:
            return
        asked = jobs.Asked(list(labels), reason, overruled)
        self._aside.begin()
        work = partial(
            jobs.print_labels,
            known=self._desk.settings,
            asked=asked,
            stop=self._stop,
            told=self._jobs.relay(self._told),
        )
        self._jobs.start(
            work, lane=PRINT, done=partial(self._labels_done, asked), failed=self._failed
        )

    def _told(self, printing: Printing) -> None:
        self._desk.notify(progress_notice(printing, self.stop))
        self._aside.hear(printing)

    def _labels_done(self, asked: jobs.Asked, done: Printed) -> None:
        held = {one.label.shipment_id for one in done.held}
        if not (done.failed or done.cancelled or done.left):
            self.held.printed([one.shipment for one in asked.labels if one.shipment not in held])
        self.held.take(done.held, asked.reason)
        self._done(done)

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
        elif not done.open and (done.printed or not done.held):
            self._desk.notify(Notice(PRESS, DONE, words))

    def _failed(self, error: Exception) -> None:
        self.printed.emit()
        if not isinstance(error, Trouble):
            self._desk.report(error)
            return
        self._desk.notify(Notice(PRESS, WARNING, trouble_words(error)))

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
        for words, act, key in (
            (translate("ui", "Print again from…"), self.print_again_from_here, ""),
            (translate("ui", "Print the last label again…"), self.print_last_again, LAST_KEY),
            (translate("ui", "Scan the last good label…"), self._scan_last_good, SCAN_KEY),
        ):
            again = menu.addAction(words)
            # Shown only: the page itself listens to the key.
            again.setShortcut(QKeySequence(key))
            again.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            again.triggered.connect(act)
            again.setEnabled(bool(key) or bool(self._with_labels()))
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
