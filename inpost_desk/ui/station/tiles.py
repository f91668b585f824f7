"""Answers as large tiles with their key. There is no default: Enter does nothing, on a tile as anywhere.

Tiles are made once; what changes is what they say.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractButton, QWidget

from inpost_desk.domain.station import Answer
from inpost_desk.ui import look, shapes
from inpost_desk.ui.kit_focus import frame_outside
from inpost_desk.ui.look import State as Tone
from inpost_desk.ui.look import Station
from inpost_desk.ui.shapes import Shape
from inpost_desk.ui.station.fitting import paint_line
from inpost_desk.wording.station import answer_words, key_words

MOST: Final = 9
_TALL: Final = 110
_ONE_COLUMN: Final = 4
_GAP: Final = 12
_MIDDLE: Final = Qt.AlignmentFlag.AlignHCenter


class Tile(QAbstractButton):
    """One answer. On the full colour of STOP (`solid`) its key is white and its words stand on the ground."""

    def __init__(self, parent: QWidget, *, solid: bool) -> None:
        super().__init__(parent)
        self._solid = solid
        self._answer: Answer | None = None
        self._words = ("", "")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        frame_outside(self, radius=look.RADIUS_TILE, on_dark=solid)

    @property
    def answer(self) -> Answer | None:
        """What it answers."""
        return self._answer

    @property
    def words(self) -> tuple[str, str]:
        """Its large and its small words."""
        return self._words

    def set_answer(self, answer: Answer) -> None:
        """Offer another answer."""
        self._answer, self._words = answer, answer_words(answer)
        big, small = self._words
        self.setAccessibleName(big)
        self.setAccessibleDescription(
            ", ".join(one for one in (key_words(answer.key), small) if one)
        )
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        """Its usual size; the room decides."""
        return QSize(400, _TALL)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """All keys are the page's, which knows what Space answers now."""
        event.ignore()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """The same."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint ground, key and words."""
        del event
        if self._answer is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink, small_ink = self._paint_ground(painter, costs=self._answer.costs)
        cap = self._paint_cap(painter)
        left = cap.right() + min(24.0, self.width() * 0.03)
        edge = min(8.0, self.height() * 0.08)
        room = QRectF(left, edge, self.width() - left - 12, self.height() - 2 * edge)
        big, small = self._words
        upper = QRectF(room) if not small else room.adjusted(0, 0, 0, -room.height() * 0.42)
        font = look.station_font(Station.DECIDE, bold=True)
        paint_line(painter, big, upper, font=font, ink=ink)
        if small:
            lower = room.adjusted(0, room.height() * 0.58, 0, 0)
            if self._answer.costs:
                size = lower.height() * 0.62
                mark = QRectF(lower.left(), lower.center().y() - size / 2, size, size)
                shapes.paint(painter, Shape.TRIANGLE, mark, small_ink)
                lower = lower.adjusted(size + 8, 0, 0, 0)
            paint_line(painter, small, lower, font=look.station_font(Station.READ), ink=small_ink)
        painter.end()

    def _paint_ground(self, painter: QPainter, *, costs: bool) -> tuple[str, str]:
        """Paint what lies under it; returns the inks of its large and of its small words."""
        worn = look.colours()
        place = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        pressed = self.underMouse() or self.isDown()
        if self._solid:
            ink = worn.on_fill(Tone.ERROR)
            if pressed:
                painter.setPen(QPen(QColor(ink), 2))
                painter.drawRoundedRect(place, look.RADIUS_TILE, look.RADIUS_TILE)
            return ink, ink
        border = worn.ink(Tone.WARNING) if costs else worn.text
        painter.setPen(QPen(QColor(border), 2))
        painter.setBrush(QColor(worn.quiet if pressed else worn.surface))
        painter.drawRoundedRect(place, look.RADIUS_TILE, look.RADIUS_TILE)
        return worn.text, worn.ink(Tone.WARNING) if costs else worn.text2

    def _paint_cap(self, painter: QPainter) -> QRectF:
        worn = look.colours()
        edge = 0.0 if self._solid else min(24.0, self.height() * 0.16)
        tall = self.height() - 2 * (edge or 2)
        key = key_words(self._answer.key) if self._answer else ""
        font = look.station_font(Station.DECIDE, bold=True)
        needed = QFontMetricsF(font).horizontalAdvance(key) + 32
        wide = min(max(tall * (1.9 if self._solid else 1.4), needed), self.width() * 0.3)
        cap = QRectF(edge or 2, edge or 2, wide, tall)
        ink = worn.text
        if self._solid:
            # Black on white in both looks, as the ground is red in both.
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(worn.on_fill(Tone.ERROR)))
            ink = worn.fill(Tone.QUIET)
        else:
            painter.setPen(QPen(QColor(ink), 3))
            painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(cap, look.RADIUS_CARD, look.RADIUS_CARD)
        inside = cap.adjusted(8, 4, -8, -4)
        paint_line(painter, key, inside, font=font, ink=ink, align=_MIDDLE)
        return cap


class Tiles(QWidget):
    """The answers one below the other, in two columns where there are many."""

    answered = Signal(object)

    def __init__(self, *, solid: bool = False) -> None:
        super().__init__()
        self._count = 0
        self.tiles = [Tile(self, solid=solid) for _ in range(MOST)]
        for tile in self.tiles:
            tile.clicked.connect(lambda _=False, tile=tile: self.answered.emit(tile.answer))
            tile.hide()

    def shown(self) -> list[Tile]:
        """The tiles in use."""
        return self.tiles[: self._count]

    def show_answers(self, answers: Sequence[Answer]) -> None:
        """Offer these, in this order."""
        self._count = min(MOST, len(answers))
        for tile, answer in zip(self.tiles, answers, strict=False):
            tile.set_answer(answer)
        for number, tile in enumerate(self.tiles):
            tile.setVisible(number < self._count)
        self._place()

    def wanted_height(self) -> int:
        """In pixels, with nothing made smaller."""
        rows = -(-self._count // self._columns()) if self._count else 0
        factor = QFontMetricsF(look.station_font(Station.DECIDE)).height() / 56
        return round(rows * _TALL * max(1.0, factor) + max(0, rows - 1) * _GAP)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Share the room out anew."""
        super().resizeEvent(event)
        self._place()

    def _columns(self) -> int:
        return 1 if self._count <= _ONE_COLUMN else 2

    def _place(self) -> None:
        if not self._count:
            return
        columns = self._columns()
        rows = -(-self._count // columns)
        gap = min(float(_GAP), self.height() * 0.04)
        wanted = (self.wanted_height() - (rows - 1) * _GAP) / rows
        tall = max(1.0, min(wanted, (self.height() - (rows - 1) * gap) / rows))
        wide = (self.width() - (columns - 1) * _GAP) / columns
        for number, tile in enumerate(self.shown()):
            row, column = divmod(number, columns)
            left, top = round(column * (wide + _GAP)), int(row * (tall + gap))
            alone = number + 1 == self._count and not column
            tile.setGeometry(left, top, self.width() if alone else round(wide), int(tall))
