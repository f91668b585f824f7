"""The Orders table as something that is looked at: geometry, painting, the turning arcs.

What may be asked of the table, and what it asks for, is `table`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QRect, QSettings, Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QRegion, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTableView

from inpost_desk.ui import look
from inpost_desk.ui.orders.columns import Column, pieces, wrong
from inpost_desk.ui.orders.columns_kept import ColumnLayout
from inpost_desk.ui.orders.table_header import TableHeader
from inpost_desk.ui.orders.table_model import PileModel
from inpost_desk.ui.orders.table_paint import (
    CELL_PAD,
    SHAPE,
    SHAPE_GAP,
    TURNING,
    Line,
    RowPainter,
    Scene,
)
from inpost_desk.ui.orders.table_words import nothing_matches_words
from inpost_desk.wording.speech import translate

TURNED_EVERY: Final = 125
TURN: Final = 45
_CHANGES: Final = frozenset(
    {
        QEvent.Type.PaletteChange,
        QEvent.Type.StyleChange,
        QEvent.Type.FontChange,
        QEvent.Type.LanguageChange,
    }
)


class PileView(QTableView):
    """Shows the rows of its model. All are of one height, so that no header is asked where they are."""

    _made = False

    def __init__(self, *, kept: QSettings | None) -> None:
        super().__init__()
        self._model = PileModel()
        self._painter = RowPainter()
        self._header = TableHeader(self)
        self._angle = 0
        self._turn_beat = self._timer(TURNED_EVERY, self._turn)
        self.setModel(self._model)
        self.setHorizontalHeader(self._header)
        self._layout = ColumnLayout(self._header, self._painter, kept=kept)
        self._set_up()
        self._made = True
        self._measure()
        self._layout.load()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Another look, font or language: everything is measured again."""
        super().changeEvent(event)
        if self._made and event.type() in _CHANGES:
            self._measure()
            self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """The columns share the room."""
        super().resizeEvent(event)
        self._layout.fit(self.viewport().width())

    def sizeHintForColumn(self, column: int) -> int:  # noqa: N802
        """What the rows that are seen need; a double click on a column's edge asks for it."""
        which = Column(column)
        widths = [self._header.heading_width(which)]
        for position in self._visible():
            row = self._model.row_at(position)
            problem = wrong(row)
            width = self._painter.width_of(pieces(row, which))
            if which is Column.STAGE or (problem is not None and problem.column is which):
                width += SHAPE + 2 * SHAPE_GAP
            widths.append(width + 2 * CELL_PAD)
        return max(widths)

    def keyboardSearch(self, search: str) -> None:  # noqa: N802
        """Not here: letters are keys, and there is a search field."""

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """The rows, or the sentence that stands for them."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), QColor(look.colours().surface))
        if self._model.shown:
            scene = self._scene(event.region())
            self._painter.paint(painter, scene)
            turning = any(line.row.stage in TURNING for line in scene.lines)
            if turning and not self._turn_beat.isActive():
                self._turn_beat.start()
        elif self._is_empty():
            self._paint_empty(painter)
        painter.end()

    def _is_empty(self) -> bool:
        """Whether there are rows, and none of them matches."""
        return bool(self._model.rows)

    def _paint_empty(self, painter: QPainter) -> None:
        painter.setFont(look.font(look.Role.BODY))
        painter.setPen(QColor(look.colours().text2))
        room = self.viewport().rect().adjusted(look.EDGE, look.EDGE, -look.EDGE, 0)
        place = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
        painter.drawText(room, place | Qt.TextFlag.TextWordWrap, nothing_matches_words())

    def _scene(self, region: QRegion) -> Scene:
        rect, header = region.boundingRect(), self._header
        width, height = self.viewport().width(), self._painter.row_height
        offset = self.verticalScrollBar().value()
        columns = []
        for column in self._layout.shown:
            x, wide = header.sectionViewportPosition(column), header.sectionSize(column)
            if x <= rect.right() and x + wide > rect.left():
                columns.append((column, x, wide))
        lines = []
        for position in self._positions(rect.top(), rect.bottom()):
            y = position * height - offset
            if region.intersects(QRect(0, y, width, height)):
                selected = self.selectionModel().isSelected(self._model.index(position, 0))
                lines.append(Line(y, self._model.row_at(position), selected))
        return Scene(lines, columns, width, self._focus_frame(), self._angle)

    def _focus_frame(self) -> QRect | None:
        current = self.currentIndex()
        if not current.isValid() or not self.hasFocus():
            return None
        column, height = Column(current.column()), self._painter.row_height
        x, width = self._header.sectionViewportPosition(column), self._header.sectionSize(column)
        y = current.row() * height - self.verticalScrollBar().value()
        return QRect(x, y, width, height - 1)

    def _visible(self) -> range:
        """The positions that are seen."""
        return self._positions(0, self.viewport().height() - 1)

    def _positions(self, top: int, bottom: int) -> range:
        height, offset = self._painter.row_height, self.verticalScrollBar().value()
        last = min((offset + bottom) // height, len(self._model.shown) - 1)
        return range((offset + top) // height, last + 1)

    def _turn(self) -> None:
        """One step of every arc that is seen. The painting asks for the next step, while there is one."""
        if not self.isVisible() or self.window().isMinimized():
            return
        self._angle = (self._angle + TURN) % 360
        height, offset = self._painter.row_height, self.verticalScrollBar().value()
        x = self._header.sectionViewportPosition(Column.STAGE) + CELL_PAD
        for position in self._visible():
            if self._model.row_at(position).stage in TURNING:
                self.viewport().update(x, position * height - offset, SHAPE, height)

    def _timer(self, interval: int, beat: Callable[[], None]) -> QTimer:
        timer = QTimer(self, singleShot=True, interval=interval)
        timer.timeout.connect(beat)
        return timer

    def _set_up(self) -> None:
        self.setAccessibleName(translate("ui", "Orders"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        numbers = self.verticalHeader()
        numbers.hide()
        numbers.setSectionResizeMode(numbers.ResizeMode.Fixed)
        numbers.setMinimumSectionSize(1)

    def _measure(self) -> None:
        self._painter.renew()
        self.verticalHeader().setDefaultSectionSize(self._painter.row_height)
        self._layout.measure(self._model.rows)
        self._layout.fit(self.viewport().width())
