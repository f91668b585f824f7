"""The Orders table's header: painted in the look's colours, an arrow where the table is sorted."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPolygonF
from PySide6.QtWidgets import QHeaderView, QWidget

from inpost_desk.ui import look
from inpost_desk.ui.look import Role
from inpost_desk.ui.orders.columns import CENTRED, RIGHT, Column, heading
from inpost_desk.ui.orders.table_paint import CELL_PAD
from inpost_desk.wording.speech import translate

ARROW = 8


class TableHeader(QHeaderView):
    """Columns are moved by dragging, sorted by a click, chosen by the context menu."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._column: Column | None = None
        self._descending = False
        self.setSectionsClickable(True)
        self.setSectionsMovable(True)
        self.setFirstSectionMovable(True)
        self.setStretchLastSection(False)
        self.setMinimumSectionSize(40)
        self.setAccessibleName(translate("ui", "Columns"))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)

    def set_sorted(self, column: Column | None, *, descending: bool) -> None:
        """Where the arrow stands; no column: the order of the pile."""
        self._column, self._descending = column, descending
        self.viewport().update()

    def sizeHint(self) -> QSize:  # noqa: N802
        """As high as the look has it, and higher where the text is larger."""
        height = QFontMetrics(look.font(Role.CAPTION, bold=True)).height() + 12
        return QSize(super().sizeHint().width(), max(look.TABLE_HEADER, height))

    def heading_width(self, column: Column) -> int:
        """What the heading needs, where the table is sorted by it with the arrow beside it."""
        metrics = QFontMetrics(look.font(Role.CAPTION, bold=True))
        arrow = ARROW + 4 if column is self._column else 0
        return metrics.horizontalAdvance(heading(column)) + 2 * CELL_PAD + arrow + 2

    def paintSection(self, painter: QPainter, rect: QRect, logical_index: int) -> None:  # noqa: N802
        """One heading."""
        colours = look.colours()
        column = Column(logical_index)
        painter.fillRect(rect, QColor(colours.quiet))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, QColor(colours.line))
        font = look.font(Role.CAPTION, bold=True)
        painter.setFont(font)
        inner = rect.adjusted(CELL_PAD, 0, -CELL_PAD, 0)
        metrics = QFontMetrics(font)
        sorted_here = column is self._column
        room = inner.width() - (ARROW + 4 if sorted_here else 0)
        text = metrics.elidedText(heading(column), Qt.TextElideMode.ElideRight, room)
        width = metrics.horizontalAdvance(text)
        left = _left(inner, width, column)
        painter.setPen(QColor(colours.text2))
        painter.drawText(left, inner.center().y() + metrics.capHeight() // 2 + 1, text)
        if sorted_here:
            before = column in RIGHT
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


def _left(inner: QRect, width: int, column: Column) -> int:
    if column in RIGHT:
        return inner.right() + 1 - width
    if column in CENTRED:
        return inner.left() + (inner.width() - width) // 2
    return inner.left()
