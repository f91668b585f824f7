"""A page of dots on its paper, to scale, with rulers in millimetres.

What is on the page was decided and drawn elsewhere; nothing is drawn anew here but what the screen needs.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from inpost_desk.ui import look
from inpost_desk.ui.look import Role, State
from inpost_desk.ui.printers.words import number_words
from inpost_desk.wording.speech import translate

# Paper is white in both looks.
PAPER: Final = "#FFFFFF"
TICK: Final = 5
LONG_TICK: Final = 10
NAMED: Final = 50
_TICK_LENGTH: Final = 4
_BETWEEN: Final = 6


class PaperPicture(QWidget):
    """One page at a time, as large as there is room."""

    def __init__(self) -> None:
        super().__init__()
        self._page = QImage()
        self._shrunk = QImage()
        self._paper = QRectF()
        self._placed = QRectF()
        self._outline = QRectF()
        self.setMinimumSize(200, 200)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.clear()

    def show_page(
        self,
        png: bytes,
        width_mm: float,
        height_mm: float,
        *,
        placed: QRectF | None = None,
        outline: QRectF | None = None,
        dots: tuple[int, int] | None = None,
    ) -> None:
        """Show a PNG on paper of that size.

        `placed` is where on the paper its pixels lie, in mm (all over it unless given), `outline` a dashed
        frame, such as where the print would lie without a correction, `dots` how many the printer has, where
        the page is drawn coarser.
        """
        self._page = QImage.fromData(png)
        self._shrunk = QImage()
        self._paper = QRectF(0, 0, width_mm, height_mm)
        self._placed = placed or self._paper
        self._outline = outline or QRectF()
        size = translate("ui", "{width} × {height} mm").format(
            width=number_words(width_mm), height=number_words(height_mm)
        )
        wide, high = dots or (self._page.width(), self._page.height())
        counted = translate("ui", "{width} × {height} dots").format(width=wide, height=high)
        self.setAccessibleDescription(f"{size}, {counted}")
        self.update()

    def clear(self) -> None:
        """Show nothing."""
        self._page = self._shrunk = QImage()
        self._paper = self._placed = self._outline = QRectF()
        self.setAccessibleName(translate("ui", "The page as the printer gets it"))
        self.setAccessibleDescription(translate("ui", "no page"))
        self.update()

    @property
    def shown(self) -> QImage:
        """The page's own pixels; null where there is no page."""
        return self._page

    def paper_rect(self) -> QRectF:
        """Where the paper lies in the widget."""
        if self._paper.isEmpty():
            return QRectF()
        side = self._margin()
        room = QRectF(self.rect()).adjusted(side, side, -side, -2)
        scale = min(room.width() / self._paper.width(), room.height() / self._paper.height())
        wide, tall = self._paper.width() * scale, self._paper.height() * scale
        left = room.left() + (room.width() - wide) / 2
        return QRectF(round(left), round(room.top()), round(wide), round(tall))

    def on_paper(self, part: QRectF) -> QRectF:
        """Where a part of the paper, in mm, lies in the widget."""
        paper = self.paper_rect()
        scale = paper.width() / self._paper.width()
        return QRectF(
            paper.left() + part.left() * scale,
            paper.top() + part.top() * scale,
            part.width() * scale,
            part.height() * scale,
        )

    def sizeHint(self) -> QSize:  # noqa: N802
        """The least; it takes all the room there is."""
        return self.minimumSize()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint paper, page, rulers and outline."""
        del event
        paper = self.paper_rect()
        if paper.isEmpty() or paper.width() < 1:
            return
        worn = look.colours()
        painter = QPainter(self)
        painter.fillRect(paper, QColor(PAPER))
        painter.save()
        painter.setClipRect(paper)
        self._paint_page(painter)
        painter.restore()
        painter.setPen(QPen(QColor(worn.control_border), 1))
        painter.drawRect(paper.adjusted(-0.5, -0.5, 0.5, 0.5))
        if not self._outline.isEmpty():
            # In the light look's ink: it lies on white paper in both.
            pen = QPen(QColor(look.LIGHT.ink(State.INFORMATION)), 2, Qt.PenStyle.DashLine)
            painter.setPen(pen)
            painter.drawRect(self.on_paper(self._outline))
        painter.setFont(look.font(Role.KEY))
        painter.setPen(QPen(QColor(worn.text2), 1))
        self._paint_top_ruler(painter, paper)
        self._paint_left_ruler(painter, paper)
        self.paint_over(painter)
        painter.end()

    def paint_over(self, painter: QPainter) -> None:
        """For what a kind of picture shows on top."""

    def _paint_page(self, painter: QPainter) -> None:
        if self._page.isNull():
            return
        place = self.on_paper(self._placed)
        ratio = self.devicePixelRatioF()
        size = QSize(max(1, round(place.width() * ratio)), max(1, round(place.height() * ratio)))
        if self._shrunk.size() != size:
            # Grey first: a page of dots made smaller as dots loses bars.
            grey = self._page.convertToFormat(QImage.Format.Format_Grayscale8)
            self._shrunk = grey.scaled(
                size,
                Qt.AspectRatioMode.IgnoreAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
        painter.drawImage(place, self._shrunk)

    def _margin(self) -> float:
        metrics = QFontMetricsF(look.font(Role.KEY))
        return metrics.horizontalAdvance("200") + _TICK_LENGTH * 2 + _BETWEEN * 2

    def _paint_top_ruler(self, painter: QPainter, paper: QRectF) -> None:
        metrics = QFontMetricsF(painter.font())
        base = paper.top() - _BETWEEN
        for at, length in _ticks(self._paper.width()):
            x = paper.left() + at / self._paper.width() * paper.width()
            painter.drawLine(QPointF(x, base), QPointF(x, base - length))
            if at % NAMED == 0:
                text = str(at)
                left = x - metrics.horizontalAdvance(text) / 2
                painter.drawText(QPointF(left, base - 2 * _TICK_LENGTH - 3), text)
        corner = QPointF(paper.right() + 2 * _BETWEEN, base - 2 * _TICK_LENGTH - 3)
        painter.drawText(corner, translate("ui", "mm"))

    def _paint_left_ruler(self, painter: QPainter, paper: QRectF) -> None:
        metrics = QFontMetricsF(painter.font())
        base = paper.left() - _BETWEEN
        for at, length in _ticks(self._paper.height()):
            y = paper.top() + at / self._paper.height() * paper.height()
            painter.drawLine(QPointF(base, y), QPointF(base - length, y))
            if at % NAMED == 0:
                text = str(at)
                left = base - 2 * _TICK_LENGTH - 4 - metrics.horizontalAdvance(text)
                painter.drawText(QPointF(left, y + metrics.capHeight() / 2), text)


def _ticks(length: float) -> list[tuple[int, float]]:
    """Where a ruler of so many mm has ticks, and how long they are."""
    return [
        (at, _TICK_LENGTH * (2 if at % NAMED == 0 else 1.5 if at % LONG_TICK == 0 else 1))
        for at in range(0, int(length) + 1, TICK)
    ]
