"""The label as its printer got it, with its number: the last four digits large."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from inpost_desk.ui import look
from inpost_desk.ui.look import State as Tone
from inpost_desk.ui.look import Station
from inpost_desk.ui.station.fitting import paint_line
from inpost_desk.wording.speech import translate
from inpost_desk.wording.station import number_parts

# Paper is white in both looks.
PAPER: Final = "#FFFFFF"
_FRAME: Final = 4


class LabelCard(QWidget):
    """One label, framed in the colour of the state while that is about this label."""

    def __init__(self) -> None:
        super().__init__()
        self._png = b""
        self._page = QImage()
        self._shrunk = QImage()
        self._millimetres = (100.0, 150.0)
        self._number = ""
        self._tone: Tone | None = None
        self._caption = ""
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._read)
        self.setAccessibleName(translate("ui", "No label yet"))

    @property
    def number(self) -> str:
        """The number of the label shown."""
        return self._number

    @property
    def shown(self) -> QImage:
        """The label's pixels; null before there is one."""
        return self._page

    def show_picture(self, png: bytes, width_mm: float, height_mm: float, number: str) -> None:
        """Show that label; it is read after the state was painted, which matters more."""
        self._png, self._number = png, number
        self._millimetres = (width_mm or 100.0, height_mm or 150.0)
        self.setAccessibleName(
            translate("ui", "Label {number}").format(number=number)
            if number
            else translate("ui", "No label yet")
        )
        # Number and caption may have too little room.
        self.setToolTip(self.accessibleName())
        self._later.start(0)

    def frame(self, tone: Tone | None, caption: str) -> None:
        """The frame's state, None for a quiet one, and what stands before the number."""
        if (tone, caption) != (self._tone, self._caption):
            self._tone, self._caption = tone, caption
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint caption, number, paper and label."""
        del event
        worn = look.colours()
        painter = QPainter(self)
        top = self._paint_number(painter)
        room = QRectF(0, top, self.width(), self.height() - top)
        paper = self._paper(room)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._page.isNull():
            painter.setPen(QPen(QColor(worn.line), 1, Qt.PenStyle.DashLine))
            painter.drawRect(paper.adjusted(0.5, 0.5, -0.5, -0.5))
        else:
            wide = _FRAME if self._tone else 1
            colour = worn.fill(self._tone) if self._tone else worn.line
            painter.fillRect(paper, QColor(colour))
            inside = paper.adjusted(wide, wide, -wide, -wide)
            painter.fillRect(inside, QColor(PAPER))
            self._paint_label(painter, inside)
        painter.end()

    def _read(self) -> None:
        self._page = QImage.fromData(self._png) if self._png else QImage()
        if not self._page.isNull():
            # Grey first: a page of dots made smaller as dots loses bars.
            self._page = self._page.convertToFormat(QImage.Format.Format_Grayscale8)
        self._png = b""
        self._shrunk = QImage()
        self.update()

    def _paint_number(self, painter: QPainter) -> float:
        """Paint what is above the label; returns where the label may begin."""
        worn = look.colours()
        large = look.station_font(Station.READ, bold=True)
        small = look.station_font(Station.CAPTION)
        tall = min(QFontMetricsF(large).height(), self.height() * 0.14)
        before, last = number_parts(self._number)
        wide = float(self.width())
        ending = min(QFontMetricsF(large).horizontalAdvance(last), wide * 0.5)
        place = QRectF(0, 0, max(1.0, wide - ending - look.GAP), tall)
        said = f"{self._caption} {before}" if self._caption else before
        # Where there is no room for both, the caption stays alone, or the digits before the last.
        narrow = QFontMetricsF(small).horizontalAdvance(said) * 0.8 > place.width()
        before = (self._caption.rstrip(" ·") or before) if narrow else said
        left = paint_line(painter, before, place, font=small, ink=worn.text2) if before else 0.0
        if last:
            left += look.GAP if left else 0
            rest = QRectF(left, 0, wide - left, tall)
            paint_line(painter, last, rest, font=large, ink=worn.text)
        return tall + look.GAP / 2

    def _paper(self, room: QRectF) -> QRectF:
        """The whole label in the room there is, at its top."""
        wide, tall = self._millimetres
        factor = min(room.width() / wide, room.height() / tall)
        size = wide * factor, tall * factor
        return QRectF(round((room.width() - size[0]) / 2), round(room.top()), *map(round, size))

    def _paint_label(self, painter: QPainter, place: QRectF) -> None:
        ratio = self.devicePixelRatioF()
        size = QSize(max(1, round(place.width() * ratio)), max(1, round(place.height() * ratio)))
        if self._shrunk.size() != size:
            self._shrunk = self._page.scaled(
                size,
                Qt.AspectRatioMode.IgnoreAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
        painter.drawImage(place, self._shrunk)
