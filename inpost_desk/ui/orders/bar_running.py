"""The bottom bar during a run: one large figure, the time left, three lanes, and the button that stops."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from inpost_desk.ui import look
from inpost_desk.ui.kit import KeyButton, Progress, ShapeLabel, Text
from inpost_desk.ui.kit_narrow import NarrowRow
from inpost_desk.ui.look import Role, State
from inpost_desk.ui.orders.bar_modes import Running
from inpost_desk.ui.orders.bar_parts import button_row, time_words
from inpost_desk.ui.shapes import Shape
from inpost_desk.wording.speech import translate

# Longer bars would tell no more.
_LANES = 760
_LEAST_LANE = 56
_MIDDLE = Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight


class Lane:
    """A word, a figure and a bar: above each other where there is room, else in one line."""

    def __init__(self, name: str, *, accent: bool = False) -> None:
        self._name = name
        self.word = Text(name, Role.CAPTION, bold=True)
        self.figure = Text("", Role.CAPTION, tone="text2")
        self.bar = Progress(accent=accent)
        self.bar.setAccessibleName(name)

    @property
    def parts(self) -> tuple[QWidget, ...]:
        """Its widgets."""
        return self.word, self.figure, self.bar

    def show(self, done: int, total: int) -> None:
        """So many of so many."""
        words = translate("ui", "{done} of {total}").format(done=done, total=total)
        self.figure.setText(words)
        self.bar.set(done, total)
        self.bar.setAccessibleDescription(words)


class RunningBar(NarrowRow):
    """Progress, and one button."""

    def __init__(self) -> None:
        super().__init__()
        self.setMinimumHeight(look.BAR_RUNNING - 1)
        self._figure = Text("", Role.PROGRESS)
        self._of = Text("", Role.FIELD, tone="text2")
        self._left = Text("", tone="text2")
        self._unsure_shape = ShapeLabel(Shape.DIAMOND, State.WARNING, 14)
        self._unsure = Text("", tone=State.WARNING, bold=True)
        self._lanes = (
            Lane(translate("ui", "Bought")),
            Lane(translate("ui", "Labels checked")),
            Lane(translate("ui", "Printed"), accent=True),
        )
        self.stop = KeyButton(
            translate("ui", "Stop after this one"), key="Esc", icon="stop", kind="main"
        )
        self._figures = QWidget()
        self._box = QWidget()
        self._box.setMaximumWidth(_LANES)
        self._grid = QGridLayout(self._box)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(look.GAP)
        self._grid.setVerticalSpacing(4)
        self._total = 0
        self._printing = True
        self._stacked: bool | None = None
        self._lay_out()

    def show_running(self, shown: Running) -> None:
        """Show the figures as they stand."""
        self._figure.setText(str(shown.finished))
        self._of.setText(translate("ui", "of {total} labels").format(total=shown.total))
        self._left.setText(self._left_words(shown))
        for part in (self._unsure_shape, self._unsure):
            part.setVisible(bool(shown.unsure))
        self._unsure.setText(translate("ui", "to be settled: {count}").format(count=shown.unsure))
        for lane, done in zip(
            self._lanes, (shown.bought, shown.checked, shown.printed), strict=True
        ):
            lane.show(done, shown.total)
        self._show_printing(shown.printing)
        self._show_stopping(shown.stopping)
        self._keep_width(shown.total)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Stack the lanes where they do not fit beside each other."""
        super().resizeEvent(event)
        self._arrange()

    def _left_words(self, shown: Running) -> str:
        if shown.stopping:
            return translate("ui", "Finishing the last request…")
        if shown.left_seconds is None or shown.finished >= shown.total:
            return translate("ui", "working…")
        left = time_words(shown.left_seconds)
        return translate("ui", "about {time} left").format(time=left)

    def _show_printing(self, printing: bool) -> None:  # noqa: FBT001
        if printing != self._printing:
            self._printing = printing
            for part in self._lanes[-1].parts:
                part.setVisible(printing)
            self._lanes[1].bar.accent = not printing

    def _show_stopping(self, stopping: bool) -> None:  # noqa: FBT001
        self.stop.setEnabled(not stopping)
        self.stop.set_text(
            translate("ui", "Stopping…") if stopping else translate("ui", "Stop after this one")
        )
        # In the same place and as wide as before: whoever aimed at it must not hit something else.
        if not self.stop.brief():
            self.stop.setMinimumWidth(max(self.stop.minimumWidth(), self.stop.sizeHint().width()))

    def _keep_width(self, total: int) -> None:
        """The figures never get narrower during a run: the lanes beside them would jump."""
        if total != self._total:
            self._total = total
            self._figures.setMinimumWidth(0)
        needed = self._figures.sizeHint().width()
        self._figures.setMinimumWidth(max(self._figures.minimumWidth(), needed))

    def _lay_out(self) -> None:
        self._lay_out_figures()
        middle = QVBoxLayout()
        middle.addStretch(1)
        middle.addWidget(self._box)
        middle.addStretch(1)
        row = QHBoxLayout(self._words)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._figures)
        row.addSpacing(look.EDGE)
        row.addLayout(middle, 100)
        row.addStretch(1)
        button_row(self._buttons, gap=0).addWidget(self.stop)
        self._set_parts(look.EDGE)
        self._arrange()

    def _lay_out_figures(self) -> None:
        first = QHBoxLayout()
        first.setSpacing(look.GAP)
        for part in (self._figure, self._of):
            first.addWidget(part, 0, Qt.AlignmentFlag.AlignBaseline)
        first.addStretch(1)
        second = QHBoxLayout()
        second.setSpacing(6)
        second.addWidget(self._unsure_shape)
        second.addWidget(self._unsure)
        second.addStretch(1)
        column = QVBoxLayout(self._figures)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addStretch(1)
        column.addLayout(first)
        column.addWidget(self._left)
        column.addLayout(second)
        column.addStretch(1)

    def _arrange(self) -> None:
        """One lane in a line where three do not fit beside each other."""
        room = self._words.width() - self._figures.sizeHint().width()
        lane = max(
            one.word.sizeHint().width() + one.figure.sizeHint().width() for one in self._lanes
        )
        self._box.setMinimumWidth(lane + _LEAST_LANE)
        stacked = room < 3 * (lane + look.EDGE) + 2 * look.EDGE
        if stacked == self._stacked:
            return
        self._stacked = stacked
        for number, one in enumerate(self._lanes):
            place = self._in_line if stacked else self._in_column
            place(number, one)
        # In lines the bars take the room, beside each other the gaps between the lanes stay.
        for column in range(len(self._lanes) * 3):
            bars = column == 1 if stacked else column % 3 == 0
            gap = not stacked and column in (2, 5)
            self._grid.setColumnStretch(column, int(bars))
            self._grid.setColumnMinimumWidth(column, look.PAD if gap else 0)

    def _in_line(self, number: int, lane: Lane) -> None:
        for column, part in enumerate((lane.word, lane.bar, lane.figure)):
            self._grid.addWidget(part, number, column, _MIDDLE)

    def _in_column(self, number: int, lane: Lane) -> None:
        self._grid.addWidget(lane.word, 0, 3 * number)
        self._grid.addWidget(lane.figure, 0, 3 * number + 1, _RIGHT)
        self._grid.addWidget(lane.bar, 1, 3 * number, 1, 2)
