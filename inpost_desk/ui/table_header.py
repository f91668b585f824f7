"""The header of a painted table: in the look's colours, with an arrow where the table is sorted."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPolygonF
from PySide6.QtWidgets import QHeaderView, QWidget

from inpost_desk.ui import look
from inpost_desk.ui.look import Role
from inpost_desk.ui.table_ink import CELL_PAD
from inpost_desk.wording.speech import translate

ARROW = 8


@dataclass(frozen=True, slots=True)
class Headings:
    """What stands over each column (by its number), and where: to the left unless named here."""

    words: Callable[[int], str]
    right: frozenset[int] = frozenset()
    centred: frozenset[int] = frozenset()


class TableHeader(QHeaderView):
    """Columns are moved by dragging, sorted by a click, chosen by the context menu."""

    def __init__(self, parent: QWidget, headings: Headings) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._headings = headings
        self._column: int | None = None
        self._descending = False
        self.setSectionsClickable(True)
        self.setSectionsMovable(True)
        self.setFirstSectionMovable(True)
        self.setStretchLastSection(False)
        self.setMinimumSectionSize(40)
        self.setAccessibleName(translate("ui", "Columns"))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)

    def set_sorted(self, column: int | None, *, descending: bool) -> None:
        """Where the arrow stands; no column: nowhere."""
        self._column, self._descending = column, descending
        self.viewport().update()

    def sorted_column(self) -> int | None:
        """Where the arrow stands."""
        return self._column

    def descending(self) -> bool:
        """Whether it points down."""
        return self._descending

    def sizeHint(self) -> QSize:  # noqa: N802
        """As high as the look has it, and higher where the text is larger."""
        height = QFontMetrics(look.font(Role.CAPTION, bold=True)).height() + 12
        return QSize(super().sizeHint().width(), max(look.TABLE_HEADER, height))

    def heading_width(self, column: int) -> int:
        """What the heading needs, where the table is sorted by it with the arrow beside it."""
        metrics = QFontMetrics(look.font(Role.CAPTION, bold=True))
        arrow = ARROW + 4 if column == self._column else 0
        return metrics.horizontalAdvance(self._headings.words(column)) + 2 * CELL_PAD + arrow + 2

    def paintSection(self, painter: QPainter, rect: QRect, logical_index: int) -> None:  # noqa: N802
        """One heading."""
        colours = look.colours()
        column, headings = logical_index, self._headings
        painter.fillRect(rect, QColor(colours.quiet))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, QColor(colours.line))
        font = look.font(Role.CAPTION, bold=True)
        painter.setFont(font)
        inner = rect.adjusted(CELL_PAD, 0, -CELL_PAD, 0)
        metrics = QFontMetrics(font)
        sorted_here = column == self._column
        room = inner.width() - (ARROW + 4 if sorted_here else 0)
        text = metrics.elidedText(headings.words(column), Qt.TextElideMode.ElideRight, room)
        width = metrics.horizontalAdvance(text)
        left = self._left(inner, width, column)
        painter.setPen(QColor(colours.text2))
        painter.drawText(left, inner.center().y() + metrics.capHeight() // 2 + 1, text)
        if sorted_here:
            before = column in headings.right
            at = left - ARROW - 4 if before else left + width + 4
            self._arrow(painter, at, inner.center().y())

    def _arrow(self, painter: QPainter, left: int, middle: int) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(look.colours().text))
        tip = 3 if self._descending else -2
        flat = -2 if self._descending else 3
        painter.drawPolygon(
            QPolygonF(
                [
                    QPointF(left, middle + flat),
                    QPointF(left + ARROW, middle + flat),
                    QPointF(left + ARROW / 2, middle + tip),
                ]
            )
        )
        painter.restore()

    def _left(self, inner: QRect, width: int, column: int) -> int:
        if column in self._headings.right:
            return inner.right() + 1 - width
        if column in self._headings.centred:
            return inner.left() + (inner.width() - width) // 2
        return inner.left()
