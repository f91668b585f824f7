"""The paper picture of a sheet with four labels: a click takes the next free place on it."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPen

from inpost_desk.domain.printer import SLOTS
from inpost_desk.ui import look
from inpost_desk.ui.look import Role, State
from inpost_desk.ui.printers.drawing import SLOT_HIGH, SLOT_WIDE
from inpost_desk.ui.printers.paper_picture import PaperPicture

USED: Final = "#C9CED3"
"""On white paper in both looks."""


class SheetPicture(PaperPicture):
    """`slot` is the next free place from 0, None where the paper is no sheet with four."""

    chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._slot: int | None = None

    def set_slot(self, slot: int | None) -> None:
        """Mark that place as the next free one."""
        self._slot = slot
        shape = Qt.CursorShape.ArrowCursor if slot is None else Qt.CursorShape.PointingHandCursor
        self.setCursor(shape)
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Take the place that was clicked."""
        if self._slot is None or self.paper_rect().isEmpty():
            return
        for slot in range(SLOTS):
            if self.on_paper(slot_rect(slot)).contains(event.position()):
                self.chosen.emit(slot)

    def paint_over(self, painter: QPainter) -> None:
        """The places: those taken grey, the next free one framed."""
        if self._slot is None:
            return
        painter.setFont(look.font(Role.HEADING))
        for slot in range(SLOTS):
            place = self.on_paper(slot_rect(slot))
            if slot < self._slot:
                painter.fillRect(place, QColor(USED))
            painter.setPen(QPen(QColor(look.LIGHT.control_border), 1, Qt.PenStyle.DotLine))
            painter.drawRect(place)
            if slot != self._slot:
                painter.setPen(QColor(look.LIGHT.text2))
                painter.drawText(place, Qt.AlignmentFlag.AlignCenter, str(slot + 1))
        painter.setPen(QPen(QColor(look.LIGHT.ink(State.INFORMATION)), 3))
        painter.drawRect(self.on_paper(slot_rect(self._slot)).adjusted(2, 2, -2, -2))


def slot_rect(slot: int) -> QRectF:
    """Where a place lies on the sheet, in mm: left to right, top to bottom."""
    return QRectF(slot % 2 * SLOT_WIDE, slot // 2 * SLOT_HIGH, SLOT_WIDE, SLOT_HIGH)
