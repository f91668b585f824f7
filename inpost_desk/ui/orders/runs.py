"""The list of earlier runs beside the Orders page, after the piles that were not wholly sent yet. Read from
the ledger on a lane when asked to.

What a run is shown as stands in `run_item` and `run_words`; opening one or its files is the page's business.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from inpost_desk.background import FETCH
from inpost_desk.errors import Trouble
from inpost_desk.ui import look
from inpost_desk.ui.desk import Desk
from inpost_desk.ui.kit import Heading, KeyButton, Line, Text
from inpost_desk.ui.look import State
from inpost_desk.ui.orders.pile_item import PileItem
from inpost_desk.ui.orders.run_item import RunHead, RunItem
from inpost_desk.wording.sentences import WARSAW, trouble_words
from inpost_desk.wording.speech import translate

if TYPE_CHECKING:
    from inpost_desk.actions.runs import EarlierRun, UnsentPile
    from inpost_desk.domain.pile import Pile
    from inpost_desk.ledger.ledger import Ledger


class RunsPanel(QWidget):
    """What the open account has still to send, and its newest runs."""

    run_chosen = Signal(int)
    pile_chosen = Signal(object)
    """A `Pile` that is to be shown."""
    labels_asked = Signal(int)
    result_asked = Signal(object)
    """The path of a result file that is to be opened."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._job = 0
        self._runs: list[EarlierRun] | None = None
        self._items: list[RunItem] = []
        self._unsent: list[UnsentPile] = []
        self._piles: list[PileItem] = []
        self._on_desk: int | None = None
        # Their times are told from that day.
        self._day: date | None = None
        self.setAccessibleName(translate("ui", "Recent runs"))
        self._heading = Heading(translate("ui", "Recent runs"))
        self._word = Text("", tone="text2", wrap=True)
        self._again = KeyButton(translate("ui", "Try again"), icon="refresh", kind="header")
        self._again.clicked.connect(self.refresh)
        self._lay_out()

    def refresh(self) -> None:
        """Read the list anew; what is open stays open."""
        if self._job:
            self._desk.lanes.forget(self._job)
        session = self._desk.session
        if session is None:
            self.set_runs([])
            return
        ledger = session.ledger
        self._job = self._desk.lanes.start(
            FETCH, lambda: _read(ledger), done=self._read_all, failed=self._failed
        )

    def refresh_if_seen(self) -> None:
        """A run has ended, and much else is being read. Whoever opens the list reads it anew anyway."""
        if self.isVisible():
            self.refresh()

    def items(self) -> list[RunItem]:
        """What the list shows."""
        return self._items

    def piles(self) -> list[PileItem]:
        """The piles that were not wholly sent."""
        return self._piles

    def leave_out(self, pile: Pile | None) -> None:
        """This one is on the desk: nobody needs to be led there."""
        self._on_desk = pile.id if pile is not None else None
        self.set_piles(self._unsent)

    def set_piles(self, unsent: Sequence[UnsentPile]) -> None:
        """Show these above the runs, the newest first."""
        self._unsent = list(unsent)
        shown = [one for one in unsent if one.pile.id != self._on_desk]
        if shown == [item.unsent for item in self._piles]:
            return
        for item in self._piles:
            self._unsent_column.removeWidget(item)
            item.hide()
            item.deleteLater()
        now = datetime.now(UTC)
        self._piles = [PileItem(one, now=now) for one in shown]
        for item in self._piles:
            item.stepped.connect(partial(self._step, item))
            item.chosen.connect(self.pile_chosen)
            self._unsent_column.addWidget(item)
        self._message.setVisible(not self._runs and not self._piles)

    def set_runs(self, runs: Sequence[EarlierRun]) -> None:
        """Show these, the newest first."""
        self._again.hide()
        self._word.set_state(translate("ui", "There are no runs yet."), State.QUIET)
        self._message.setVisible(not runs and not self._piles)
        if list(runs) == self._runs:
            return
        self._runs = list(runs)
        self._build()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """The surface and the line at its left."""
        del event
        worn = look.colours()
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(worn.surface))
        painter.fillRect(0, 0, 1, self.height(), QColor(worn.line))
        painter.end()

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, Trouble):
            self._desk.report(error)
            return
        self._word.set_state(trouble_words(error), State.ERROR)
        self._again.show()
        self._message.show()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setContentsMargins(look.PAD, 0, look.PAD, 0)
        top.addWidget(self._heading)
        self._heading.setMinimumHeight(look.CHIPS - 1)
        self._message = QWidget()
        words = QVBoxLayout(self._message)
        words.setContentsMargins(look.PAD, look.PAD, look.PAD, look.PAD)
        words.setSpacing(look.GAP)
        words.addWidget(self._word)
        words.addWidget(self._again, 0, Qt.AlignmentFlag.AlignLeft)
        self._message.hide()
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.viewport().setBackgroundRole(QPalette.ColorRole.Base)
        ground = QWidget()
        ground.setBackgroundRole(QPalette.ColorRole.Base)
        self._column = QVBoxLayout()
        self._column.setSpacing(0)
        self._unsent_column = QVBoxLayout()
        self._unsent_column.setSpacing(0)
        self._column.addStretch(1)
        whole = QVBoxLayout(ground)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(self._unsent_column)
        whole.addLayout(self._column, 1)
        self._area.setWidget(ground)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(Line())
        column.addWidget(self._message)
        column.addWidget(self._area, 1)

    def _build(self) -> None:
        """Only what is new is made: twenty runs at once would hold up a window that has just ended one."""
        opened = {item.run.id for item in self._items if item.head.isChecked()}
        focused = next((item.run.id for item in self._items if item.head.hasFocus()), None)
        day = datetime.now(WARSAW).date()
        runs = self._runs or ()
        stay = {item.run.id: item for item in self._items if item.run in runs and day == self._day}
        self._day = day
        for item in self._items:
            if item.run.id not in stay:
                self._column.removeWidget(item)
                item.hide()
                item.deleteLater()
        self._items = [stay.get(run.id) or self._made(run) for run in runs]
        for place, item in enumerate(self._items):
            if self._column.indexOf(item) != place:
                self._column.insertWidget(place, item)
                item.show()
            item.head.setChecked(item.run.id in opened)
            if item.run.id == focused:
                item.head.setFocus()

    def _made(self, run: EarlierRun) -> RunItem:
        item = RunItem(run, now=datetime.now(UTC))
        item.head.stepped.connect(partial(self._step, item.head))
        item.run_chosen.connect(self.run_chosen)
        item.labels_asked.connect(self.labels_asked)
        item.result_asked.connect(self.result_asked)
        return item

    def _read_all(self, read: tuple[list[EarlierRun], list[UnsentPile]]) -> None:
        runs, unsent = read
        self.set_piles(unsent)
        self.set_runs(runs)

    def _step(self, head: RunHead, step: int) -> None:
        heads: list[RunHead] = [*self._piles, *(item.head for item in self._items)]
        place = heads.index(head) + step
        if 0 <= place < len(heads):
            head = heads[place]
            head.setFocus(Qt.FocusReason.TabFocusReason)
            self._area.ensureWidgetVisible(head)


def _read(ledger: Ledger) -> tuple[list[EarlierRun], list[UnsentPile]]:
    from inpost_desk.actions.runs import earlier_runs, unsent_piles

    return earlier_runs(ledger), unsent_piles(ledger)
