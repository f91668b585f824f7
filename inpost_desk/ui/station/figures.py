"""Today's counters, and the last ten scans in two columns. Rows give way where there is little room."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QLocale, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from inpost_desk.domain.station import Counters, Line
from inpost_desk.ui import look, shapes
from inpost_desk.ui.look import State as Tone
from inpost_desk.ui.look import Station
from inpost_desk.ui.shapes import Shape
from inpost_desk.ui.station.fitting import paint_line
from inpost_desk.wording.sentences import WARSAW
from inpost_desk.wording.speech import translate
from inpost_desk.wording.station import line_words

ROWS: Final = 5
_TWO_COLUMNS_FROM: Final = 560
_WITH_SECONDS: Final = 380
_BETWEEN: Final = 40
LINE_LOOKS: Final[dict[str, tuple[Shape, Tone]]] = {
    "printed": (Shape.TICK, Tone.DONE),
    "reprinted": (Shape.SQUARES, Tone.WARNING),
    "paired": (Shape.TICK, Tone.DONE),
    "stop": (Shape.OCTAGON, Tone.ERROR),
    "unknown": (Shape.TRIANGLE, Tone.WARNING),
    "waiting": (Shape.PAUSE, Tone.WARNING),
    "replaced": (Shape.SLASH, Tone.QUIET),
    "cancelled": (Shape.SLASH, Tone.QUIET),
    "another": (Shape.TICK, Tone.DONE),
    "late_block": (Shape.TICK, Tone.DONE),
    "refused_scan": (Shape.TRIANGLE, Tone.WARNING),
    "signed_on": (Shape.INFO, Tone.INFORMATION),
    "signed_off": (Shape.INFO, Tone.QUIET),
}
_OTHER: Final = (Shape.INFO, Tone.QUIET)


class Figures(QWidget):
    """Five counters beside each other in one frame."""

    def __init__(self) -> None:
        super().__init__()
        self._counters = Counters()
        self.show_counters(Counters())

    def show_counters(self, counters: Counters) -> None:
        """Show today's figures."""
        self._counters = counters
        self.setAccessibleName(", ".join(f"{value} {words}" for value, words in self.cells()))
        self.update()

    def cells(self) -> list[tuple[str, str]]:
        """Each figure and what it counts."""
        now = self._counters
        mean = "–"
        if now.seconds is not None:
            mean = f"{QLocale().toString(now.seconds, 'f', 1)} s"
        return [
            (str(now.parcels), translate("ui", "parcels today")),
            (str(now.per_hour), translate("ui", "in an hour")),
            (mean, translate("ui", "mean per parcel")),
            (str(now.reprints), translate("ui", "reprints")),
            (str(now.stops), translate("ui", "stops")),
        ]

    def wanted_height(self) -> int:
        """In pixels, with nothing made smaller."""
        large, small = (
            QFontMetricsF(look.station_font(role)).height()
            for role in (Station.READ, Station.CAPTION)
        )
        return round(large + small + 10)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint frame, figures and words."""
        del event
        worn = look.colours()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(worn.line), 1))
        painter.setBrush(QColor(worn.surface))
        frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(frame, look.RADIUS_CARD, look.RADIUS_CARD)
        cells = self.cells()
        left = 0.0
        for (value, words), wide in zip(cells, self._widths(cells), strict=True):
            if left:
                painter.setPen(QPen(QColor(worn.line), 1))
                x = round(left) + 0.5
                painter.drawLine(QPointF(x, 1), QPointF(x, self.height() - 1))
            pad = min(float(look.PAD), wide * 0.1)
            inside = QRectF(left + pad, 4, wide - 2 * pad, self.height() - 8)
            upper = QRectF(inside.left(), inside.top(), inside.width(), inside.height() * 0.6)
            lower = QRectF(inside.left(), upper.bottom(), inside.width(), inside.height() * 0.4)
            font = look.station_font(Station.READ, bold=True)
            paint_line(painter, value, upper, font=font, ink=worn.text)
            font = look.station_font(Station.CAPTION)
            paint_line(painter, words, lower, font=font, ink=worn.text2)
            left += wide
        painter.end()

    def _widths(self, cells: list[tuple[str, str]]) -> list[float]:
        """All alike where there is room; else whoever has the longer words gets more."""
        value, words = (
            QFontMetricsF(look.station_font(role, bold=role is Station.READ))
            for role in (Station.READ, Station.CAPTION)
        )
        needed = [
            max(value.horizontalAdvance(one), words.horizontalAdvance(said)) + 2 * look.PAD
            for one, said in cells
        ]
        alike = self.width() / len(cells)
        if max(needed) <= alike:
            return [alike] * len(cells)
        return [self.width() * one / sum(needed) for one in needed]


class LastTen(QWidget):
    """The newest first: time, shape, reference, name."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: tuple[Line, ...] = ()
        self.setAccessibleName(translate("ui", "The last ten"))

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show these, the newest first."""
        taken = tuple(lines[: 2 * ROWS])
        if taken == self._lines:
            return
        self._lines = taken
        self.setAccessibleDescription(
            "; ".join(f"{one.reference} {line_words(one)}" for one in taken)
        )
        self.update()

    def row_height(self) -> int:
        """Of one row, in pixels."""
        return round(max(28.0, QFontMetricsF(look.station_font(Station.LINE)).height() + 8))

    def rows(self) -> int:
        """How many rows there is room for."""
        return min(ROWS, self.height() // self.row_height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint as many rows as there is room for."""
        del event
        rows = self.rows()
        columns = 2 if self.width() >= _TWO_COLUMNS_FROM and len(self._lines) > rows else 1
        between = _BETWEEN if self.width() > 2 * _WITH_SECONDS else look.PAD
        wide = (self.width() - between * (columns - 1)) / columns
        painter = QPainter(self)
        for number, line in enumerate(self._lines[: rows * columns]):
            column, row = divmod(number, rows)
            tall = self.row_height()
            self._paint_line(
                painter, line, QRectF(column * (wide + between), row * tall, wide, tall)
            )
        painter.end()

    def _paint_line(self, painter: QPainter, line: Line, place: QRectF) -> None:
        worn = look.colours()
        painter.setPen(QPen(QColor(worn.line), 1))
        bottom = round(place.bottom()) - 0.5
        painter.drawLine(QPointF(place.left(), bottom), QPointF(place.right(), bottom))
        plain = look.station_font(Station.LINE)
        pattern = "%H:%M:%S" if place.width() >= _WITH_SECONDS else "%H:%M"
        time = line.at.astimezone(WARSAW).strftime(pattern)
        left = place.left() + paint_line(painter, time, place, font=plain, ink=worn.text3) + 10
        shape, tone = LINE_LOOKS.get(line.what, _OTHER)
        size = min(14.0, place.height() - 4)
        mark = QRectF(left, place.center().y() - size / 2, size, size)
        shapes.paint(painter, shape, mark, worn.ink(tone))
        left += size + 10
        bold = look.station_font(Station.LINE, bold=True)
        room = QRectF(left, place.top(), (place.right() - left) * 0.5, place.height())
        left += paint_line(painter, line.reference, room, font=bold, ink=worn.text) + 10
        rest = QRectF(left, place.top(), max(1.0, place.right() - left), place.height())
        painter.setFont(plain)
        painter.setPen(QColor(worn.text2))
        words = QFontMetricsF(plain).elidedText(
            line_words(line), Qt.TextElideMode.ElideRight, rest.width()
        )
        painter.drawText(rest, int(Qt.AlignmentFlag.AlignVCenter), words)
