"""A table that paints its own rows: geometry, what is seen, the frame of the current cell.

What stands in the rows, and what may be asked of the table, is the business of the page it is on.
"""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Iterable
from typing import Any, Final, Protocol

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QColor, QHelpEvent, QPainter, QPaintEvent, QRegion
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTableView, QToolTip

from inpost_desk.ui import look
from inpost_desk.ui.table_header import TableHeader
from inpost_desk.ui.table_ink import CELL_PAD, Ink, Line, Scene

_CHANGES: Final = frozenset(
    {
        QEvent.Type.PaletteChange,
        QEvent.Type.StyleChange,
        QEvent.Type.FontChange,
        QEvent.Type.LanguageChange,
    }
)


class Rows(Protocol):
    """What the table asks of its model."""

    def rowCount(self) -> int:  # noqa: N802 - Qt's name
        """How many rows show."""

    def row_at(self, position: int, /) -> Any:
        """The row that stands there."""


class PaintedTable(QTableView):
    """All rows are of one height, so that no header is asked where they are.

    Whoever inherits it sets the model and the header, then calls `_set_up` and sets `_made`.
    """

    _made = False
    _model: Rows
    _painter: Ink[Any]
    _header: TableHeader
    _angle = 0

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Another look, font or language: everything is measured again."""
        super().changeEvent(event)
        if self._made and event.type() in _CHANGES:
            self._measure()
            self.viewport().update()

    def keyboardSearch(self, search: str) -> None:  # noqa: N802
        """Not here: letters are keys, and there is a search field."""

    def viewportEvent(self, event: QEvent) -> bool:  # noqa: N802
        """Where the mouse rests on a cell whose words are cut, all of them come up."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), self._cut_words(event.pos()), self.viewport())
            return True
        return super().viewportEvent(event)

    def _cut_words(self, where: QPoint) -> str:
        """What stands in the cell there, "" where it is all seen."""
        cell = self.indexAt(where)
        words = str(cell.data() or "")
        room = self.visualRect(cell).width() - 2 * CELL_PAD
        return words if self._painter.needed(words) > room else ""

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """The rows, or the sentence that stands for them."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), QColor(look.colours().surface))
        if self._model.rowCount():
            scene = self._scene(event.region())
            self._painter.paint(painter, scene)
            self._painted(scene)
        elif self._is_empty():
            self._paint_empty(painter)
        painter.end()

    @abstractmethod
    def _shown_columns(self) -> Iterable[int]:
        """The columns that show."""

    @abstractmethod
    def _empty_words(self) -> str:
        """What stands where rows would."""

    @abstractmethod
    def _fit(self) -> None:
        """Give the columns the room there is, measured anew."""

    def _painted(self, scene: Scene[Any]) -> None:
        """What follows from what was just painted."""

    def _is_empty(self) -> bool:
        """Whether that there is no row is to be said."""
        return True

    def _paint_empty(self, painter: QPainter) -> None:
        painter.setFont(look.font(look.Role.BODY))
        painter.setPen(QColor(look.colours().text2))
        room = self.viewport().rect().adjusted(look.EDGE, look.EDGE, -look.EDGE, 0)
        place = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
        painter.drawText(room, place | Qt.TextFlag.TextWordWrap, self._empty_words())

    def _scene(self, region: QRegion) -> Scene[Any]:
        rect, header = region.boundingRect(), self._header
        width, height = self.viewport().width(), self._painter.row_height
        offset = self.verticalScrollBar().value()
        selection, model = self.selectionModel(), self.model()
        columns = []
        for column in self._shown_columns():
            x, wide = header.sectionViewportPosition(column), header.sectionSize(column)
            if x <= rect.right() and x + wide > rect.left():
                columns.append((column, x, wide))
        lines = []
        for position in self._positions(rect.top(), rect.bottom()):
            y = position * height - offset
            if region.intersects(QRect(0, y, width, height)):
                selected = selection.isSelected(model.index(position, 0))
                lines.append(Line(y, self._model.row_at(position), selected))
        return Scene(lines, columns, width, self._focus_frame(), self._angle)

    def _focus_frame(self) -> QRect | None:
        current = self.currentIndex()
        if not current.isValid() or not self.hasFocus():
            return None
        column, height = current.column(), self._painter.row_height
        x, width = self._header.sectionViewportPosition(column), self._header.sectionSize(column)
        y = current.row() * height - self.verticalScrollBar().value()
        return QRect(x, y, width, height - 1)

    def _visible(self) -> range:
        """The positions that are seen."""
        return self._positions(0, self.viewport().height() - 1)

    def _positions(self, top: int, bottom: int) -> range:
        height, offset = self._painter.row_height, self.verticalScrollBar().value()
        last = min((offset + bottom) // height, self._model.rowCount() - 1)
        return range((offset + top) // height, last + 1)

    def _timer(self, interval: int, beat: Callable[[], None]) -> QTimer:
        timer = QTimer(self, singleShot=True, interval=interval)
        timer.timeout.connect(beat)
        return timer

    def _set_up(self, name: str) -> None:
        self.setAccessibleName(name)
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
        self._fit()
