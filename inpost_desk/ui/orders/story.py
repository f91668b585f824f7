"""What the side panel says while a run is under way: the newest label, what was refused, what happened."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Sequence
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QImage

from inpost_desk.background import PAPER
from inpost_desk.domain.pile import PileRow
from inpost_desk.domain.stage import Stage
from inpost_desk.ui.desk import Desk
from inpost_desk.ui.jobs import Jobs
from inpost_desk.ui.look import State
from inpost_desk.ui.orders.panel import SidePanel
from inpost_desk.ui.orders.panel_cards import Happening, NowCard, RefusedRow
from inpost_desk.ui.orders.running import CHECKED, Runner
from inpost_desk.ui.shapes import Shape
from inpost_desk.wording.sentences import rule_words
from inpost_desk.wording.speech import translate

if TYPE_CHECKING:
    from inpost_desk.session import Session

MOST = 30
# A picture takes some milliseconds: often enough for whoever looks.
PICTURE_EVERY = 1.0
PICTURE_DOTS = 3.0
A6 = (105, 148)


class Story(QObject):
    """Gathers what happens while a run lasts."""

    def __init__(self, desk: Desk, runner: Runner, panel: SidePanel, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._jobs = Jobs(desk, self)
        self._runner = runner
        self._panel = panel
        self._began = 0.0
        self._drawn = 0.0
        self._now: NowCard | None = None
        self._refused: list[RefusedRow] = []
        self._events: list[Happening] = []
        runner.rows_changed.connect(self._changed)
        runner.started.connect(self._start)

    def show(self) -> None:
        """Put it into the panel."""
        self._panel.show_running(
            self._now,
            self._refused,
            self._events,
            lasting=_lasting(time.monotonic() - self._began),
            ending=translate("ui", "A result file with a line for each order comes at the end."),
        )

    @Slot()
    def _start(self) -> None:
        self._began = time.monotonic()
        self._now = None
        self._refused, self._events = [], []
        self._tell(Shape.INFO, State.INFORMATION, translate("ui", "The run has begun"))

    @Slot(object)
    def _changed(self, rows: Sequence[PileRow]) -> None:
        counts = Counter(one.stage for one in rows)
        for stages, words in (
            ((Stage.BOUGHT,), translate("ui", "Bought: {count}")),
            ((Stage.LABEL,), translate("ui", "Labels checked: {count}")),
            ((Stage.PRINTED,), translate("ui", "Printed: {count}")),
        ):
            count = sum(counts[stage] for stage in stages)
            if count:
                self._tell(Shape.TICK, State.DONE, words.format(count=count))
        for one in rows:
            if one.stage is Stage.REFUSED:
                reason = rule_words(one.rule, field=one.field, value=one.value)
                self._refused.append(RefusedRow(one.row, one.reference, reason))
                words = translate("ui", "{reference} refused").format(reference=one.reference)
                self._tell(Shape.OCTAGON, State.ERROR, words)
        with_label = [one for one in rows if one.stage in CHECKED and one.label]
        if with_label:
            self._show_label(with_label[-1])

    def _show_label(self, row: PileRow) -> None:
        picture = self._now.picture if self._now else None
        place = tuple(filter(None, (row.point, row.place)))
        self._now = NowCard(row.stage, row.reference, row.name, place, picture, read=True, size=A6)
        session = self._runner.session
        if session is None or time.monotonic() - self._drawn < PICTURE_EVERY:
            return
        self._drawn = time.monotonic()

        def drawn(image: QImage) -> None:
            if self._runner.running:
                self._now = NowCard(
                    row.stage, row.reference, row.name, place, image, read=True, size=A6
                )
                self.show()

        self._desk.lanes.start(
            PAPER,
            partial(picture_of, session, row.label),
            done=self._jobs.lasting(drawn),
            failed=lambda _: None,
        )

    def _tell(self, shape: Shape, state: State, text: str) -> None:
        one = Happening(datetime.now(UTC), shape, state, text)
        self._events = [one, *self._events][:MOST]


def _lasting(seconds: float) -> str:
    minutes, rest = divmod(int(seconds), 60)
    if minutes:
        return translate("ui", "for {minutes} min {seconds} s").format(
            minutes=minutes, seconds=rest
        )
    return translate("ui", "for {seconds} s").format(seconds=rest)


def picture_of(session: Session, label: str) -> QImage:
    """The label's first page, small."""
    from inpost_desk.actions.ship import LABEL_FOLDER
    from inpost_desk.labels.render import first_page
    from inpost_desk.labels.store import LabelStore

    file = LabelStore(session.ledger.folder / LABEL_FOLDER).path(label)
    image = first_page(file.read_bytes(), dots_per_mm=PICTURE_DOTS)
    width, height = image.size
    drawn = QImage(image.tobytes(), width, height, width, QImage.Format.Format_Grayscale8)
    # Its own pixels: those of the bytes above are gone when this returns.
    return drawn.copy()
