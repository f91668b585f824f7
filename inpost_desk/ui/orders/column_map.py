"""The page for an order file that is not Manager Paczek's: which column is what, guessed, shown, changed.

The file is read and tried on a lane, anew after every choice. It imports nothing and remembers nothing: what
was accepted is handed on as text for the settings.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from inpost_desk.background import FETCH
from inpost_desk.domain.column_guess import missing_fields, needed_fields
from inpost_desk.domain.foreign import Source
from inpost_desk.domain.order import Field, Kind
from inpost_desk.ui import look
from inpost_desk.ui.desk import Desk
from inpost_desk.ui.kit import Caption, KeyButton, Line, ShapeLabel, Text
from inpost_desk.ui.kit_card import Ground
from inpost_desk.ui.look import Role, State
from inpost_desk.ui.orders.column_head import MapHead
from inpost_desk.ui.orders.column_rows import (
    ROWS,
    FieldRow,
    Finding,
    column_words,
    field_title,
    given_sources,
)
from inpost_desk.ui.orders.fitting import WrappingText
from inpost_desk.ui.shapes import Shape
from inpost_desk.wording.speech import translate

if TYPE_CHECKING:
    from inpost_desk.actions.foreign_file import Foreign, Judged

# Choices that follow each other quickly are tried once.
PAUSE_MS: Final = 150


@dataclass(slots=True)
class _Round:
    """One try of what is chosen. The lane looks at `given_up` while it reads."""

    number: int = 0
    given_up: threading.Event = field(default_factory=threading.Event)


class ColumnMap(QWidget):
    """Which column is what. `accepted` gives a dict of field to text for the settings' `columns`."""

    accepted = Signal(object)
    cancelled = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._path: Path | None = None
        self._foreign: Foreign | None = None
        self._round = _Round()
        self._head = MapHead()
        self._bar = _Bar()
        self._area = QScrollArea()
        self._grid = Ground()
        self._unused = Text("", tone="text2", wrap=True)
        self._rows: dict[Field, FieldRow] = {}
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._try)
        self._lay_out()
        self._take_keys()

    @property
    def path(self) -> Path | None:
        """The file that is shown."""
        return self._path

    @property
    def layout_digest(self) -> str:
        """Under which the settings keep what was accepted; "" until the file is read."""
        return self._foreign.layout_digest if self._foreign else ""

    def show_file(self, path: Path) -> None:
        """Read a file and show it. One that cannot be read is reported and `cancelled`."""
        self._give_up()
        self._path, self._foreign = path, None
        self._head.show_reading(path.name)
        self._grid.hide()
        self._unused.hide()
        self._bar.hide()
        self._round = _Round()
        this = self._round
        this.number = self._desk.lanes.start(
            FETCH,
            partial(_read, path),
            done=lambda foreign: self._show(foreign, this),
            failed=self._failed,
        )

    def sources(self) -> dict[Field, Source]:
        """What is chosen now."""
        return given_sources(self._rows)

    def _show(self, foreign: Foreign, this: _Round) -> None:
        if this is not self._round:
            return
        self._foreign = foreign
        self._head.show_file(foreign.path_name, foreign.rows)
        start = self._remembered(foreign) or foreign.guess
        self._rows = self._rows or self._make_rows()
        for which, row in self._rows.items():
            row.choice.set_columns(foreign.columns)
            row.choice.set_source(start.get(which, Source()))
            row.show_finding(Finding())
        self._grid.show()
        self._bar.show()
        self._bar.show_rows(foreign.rows)
        self._needs()
        self._try()
        missing = missing_fields(self.sources())
        self._go_to(missing[0] if missing else ROWS[0])

    def _remembered(self, foreign: Foreign) -> dict[Field, Source]:
        """What was accepted for these columns before, where they are all still there."""
        kept = self._desk.settings.columns.get(foreign.layout_digest, {})
        sources = {which: Source.parse(kept[which]) for which in Field if which in kept}
        names = {column.name for column in foreign.columns}
        there = all(names.issuperset(source.headings) for source in sources.values())
        return sources if there else {}

    def _needs(self) -> None:
        """Say what is needed and what is missing."""
        sources = self.sources()
        needed, missing = needed_fields(sources), missing_fields(sources)
        for which, row in self._rows.items():
            row.show_need(needed=which in needed, missing=which in missing)
        self._bar.show_missing(missing)
        foreign = self._foreign
        names = {one.name: column_words(one) for one in foreign.columns} if foreign else {}
        cash = foreign.cash if foreign and Field.COD not in sources else ""
        self._head.show_cash(names.get(cash, ""))
        used = {name for source in sources.values() for name in source.headings}
        left = ", ".join(words for name, words in names.items() if name not in used)
        self._unused.setText(translate("ui", "Not used: {columns}").format(columns=left))
        self._unused.setVisible(bool(left))

    def _changed(self) -> None:
        self._give_up()
        self._needs()
        self._bar.show_trying()
        self._pause.start()

    def _try(self) -> None:
        if self._foreign is None:
            return
        self._round = _Round()
        this = self._round

        def show(judged: Judged) -> None:
            self._show_judged(judged, this)

        this.number = self._desk.lanes.start(
            FETCH,
            partial(
                _judge, self._foreign, self.sources(), self._desk.lanes.relay(show), this.given_up
            ),
            done=show,
            failed=self._desk.report,
        )

    def _give_up(self) -> None:
        self._pause.stop()
        self._round.given_up.set()
        self._desk.lanes.forget(self._round.number)

    def _show_judged(self, judged: Judged, this: _Round) -> None:
        if this is not self._round or this.given_up.is_set():
            return
        missing = missing_fields(self.sources())
        for which, row in self._rows.items():
            # What is missing is empty in every row, which need not be said twice.
            samples = judged.samples.get(which, []) if which not in missing else []
            row.show_finding(Finding(samples, judged.bad[which]))
        self._bar.show_judged(judged)

    def _failed(self, error: Exception) -> None:
        self._desk.report(error)
        self.cancel()

    def accept(self) -> None:
        """Hand on what is chosen; where something is missing, go there instead."""
        missing = missing_fields(self.sources())
        if self._foreign is None:
            return
        if missing:
            self._go_to(missing[0])
            return
        self._give_up()
        self.accepted.emit({which.value: str(source) for which, source in self.sources().items()})

    def cancel(self) -> None:
        """Leave without importing."""
        self._give_up()
        self._foreign = None
        self.cancelled.emit()

    def _go_to(self, which: Field) -> None:
        combo = self._rows[which].choice.combos[0]
        combo.setFocus(Qt.FocusReason.ShortcutFocusReason)
        # Its place is known when the rows have been laid out.
        QTimer.singleShot(0, combo, partial(self._area.ensureWidgetVisible, combo))

    def _make_rows(self) -> dict[Field, FieldRow]:
        grid = QGridLayout(self._grid)
        grid.setContentsMargins(look.EDGE, 0, look.EDGE, look.PAD)
        grid.setHorizontalSpacing(look.PAD)
        grid.setVerticalSpacing(0)
        heads = (
            translate("ui", "Our field"),
            translate("ui", "Column in the file"),
            translate("ui", "How it is read"),
        )
        for at, words in enumerate(heads):
            caption = Caption(words)
            caption.setContentsMargins(0, look.GAP, 0, look.GAP)
            grid.addWidget(caption, 0, at)
        grid.addWidget(Line(), 1, 0, 1, 3)
        rows = {which: FieldRow(which, grid) for which in ROWS}
        for row in rows.values():
            row.changed.connect(self._changed)
        grid.setColumnStretch(0, 3)
        grid.setColumnStretch(1, 4)
        grid.setColumnStretch(2, 7)
        grid.setRowStretch(grid.rowCount(), 1)
        return rows

    def _lay_out(self) -> None:
        # What stands above the rows scrolls away with them, or at 200 % none could be seen.
        inside = Ground()
        content = QVBoxLayout(inside)
        content.setContentsMargins(0, 0, 0, 0)
        content.setSpacing(0)
        content.addWidget(self._head)
        content.addWidget(self._grid)
        self._unused.setContentsMargins(look.EDGE, 0, look.EDGE, look.PAD)
        self._unused.hide()
        content.addWidget(self._unused)
        content.addStretch(1)
        self._area.setWidget(inside)
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._area, 1)
        layout.addWidget(self._bar)
        self._grid.hide()
        self._bar.hide()

    def _take_keys(self) -> None:
        self._bar.accept.clicked.connect(self.accept)
        self._bar.cancel.clicked.connect(self.cancel)
        inside = Qt.ShortcutContext.WidgetWithChildrenShortcut
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(key), self, self.accept, context=inside)
        QShortcut(QKeySequence("Esc"), self, self.cancel, context=inside)


class _Bar(Ground):
    """What comes out of it, and the two ways on."""

    def __init__(self) -> None:
        super().__init__(lines=[Qt.Edge.TopEdge])
        self._good = WrappingText(Role.FIELD, bold=True)
        self._kinds = WrappingText(Role.BODY, tone="text2")
        self._mark = ShapeLabel(Shape.TRIANGLE, State.WARNING, 14)
        self._missing = WrappingText(tone=State.WARNING)
        self.cancel = KeyButton(translate("ui", "Cancel"), key="Esc")
        self.accept = KeyButton("", key="Ctrl+Enter", kind="accent")
        missing = QHBoxLayout()
        missing.setSpacing(6)
        missing.addWidget(self._mark)
        missing.addWidget(self._missing)
        # Also while nothing is missing, so that the words keep the room beside the buttons.
        missing.addStretch(1)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addStretch(1)
        words.addWidget(self._good)
        words.addWidget(self._kinds)
        words.addLayout(missing)
        words.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(look.EDGE, look.GAP, look.EDGE, look.GAP)
        row.setSpacing(look.PAD)
        row.addLayout(words, 1)
        row.addWidget(self.cancel)
        row.addWidget(self.accept)

    def show_rows(self, rows: int) -> None:
        """How many rows would be imported."""
        self.accept.set_text(translate("ui", "Import {count}").format(count=rows))
        self.show_trying()

    def show_missing(self, missing: Sequence[Field]) -> None:
        """What has to be chosen first."""
        names = ", ".join(field_title(which) for which in missing)
        words = translate("ui", "Still to be chosen: {fields}.").format(fields=names)
        self._missing.setText(words if missing else "")
        for widget in (self._mark, self._missing):
            widget.setVisible(bool(missing))
        self._kinds.setVisible(not missing)
        self.accept.setEnabled(not missing)
        self.accept.setAccessibleDescription(self._missing.text() or self.accept.key())

    def show_trying(self) -> None:
        """The rows are being read anew."""
        self._good.setText(translate("ui", "Reading the rows…"))
        self._kinds.setText("")

    def show_judged(self, judged: Judged) -> None:
        """How many rows are good so far."""
        words = translate("ui", "Good rows: {good} of {rows}")
        if judged.read < judged.rows:
            words = translate("ui", "Good rows: {good} of {read} read so far")
        self._good.setText(words.format(good=judged.good, rows=judged.rows, read=judged.read))
        kinds = translate("ui", "Paczkomat: {lockers} · courier: {couriers}").format(
            lockers=judged.kinds[Kind.LOCKER], couriers=judged.kinds[Kind.COURIER]
        )
        rest = translate("ui", "the others can be corrected in the table")
        self._kinds.setText(f"{kinds} · {rest}" if judged.good < judged.rows else kinds)


def _read(path: Path) -> Foreign:
    from inpost_desk.actions.foreign_file import read_for_mapping

    return read_for_mapping(path)


def _judge(
    foreign: Foreign,
    sources: dict[Field, Source],
    told: Callable[[Judged], None],
    given_up: threading.Event,
) -> Judged:
    from inpost_desk.actions.foreign_file import judge

    return judge(foreign, sources, tell=told, wanted=lambda: not given_up.is_set())
