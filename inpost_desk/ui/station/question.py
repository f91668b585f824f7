"""A question: what it is about on one line, what is known, and the answers as tiles."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from inpost_desk.domain.station import Shown, State
from inpost_desk.ui import look
from inpost_desk.ui.look import Station
from inpost_desk.ui.station.fitting import paint_block, paint_line
from inpost_desk.ui.station.tiles import Tiles
from inpost_desk.wording.station import rule_words


class Question(QWidget):
    """Under the band of PYTANIE and JUŻ BYŁA."""

    def __init__(self) -> None:
        super().__init__()
        self.tiles = Tiles()
        self.tiles.setParent(self)
        self._head = ("", "")
        self._line = ""

    @property
    def line(self) -> str:
        """The sentence above the answers."""
        return self._line

    def ask(self, shown: Shown) -> None:
        """Show that question."""
        fact, remedy = rule_words(shown)
        box = shown.box
        self._head = (box.reference, box.name) if box else (shown.code, "")
        # What is asked stands in the band. Of an earlier label it is told here when, and where it goes.
        self._line = remedy
        if shown.state is State.ALREADY:
            place = f"{box.point} {box.place}".strip() if box else ""
            self._line = " · ".join(part for part in (fact, place) if part)
        self.setAccessibleName(", ".join(part for part in (*self._head, self._line) if part))
        self.tiles.show_answers(shown.answers)
        self._lay()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """The tiles take what the head leaves."""
        super().resizeEvent(event)
        self._lay()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint what it is about."""
        del event
        worn = look.colours()
        painter = QPainter(self)
        head, line = self._heights()
        reference, name = self._head
        bold = look.station_font(Station.DECIDE, bold=True)
        place = QRectF(0, 0, self.width() * (0.6 if name else 1.0), head)
        left = paint_line(painter, reference, place, font=bold, ink=worn.text)
        if name:
            left += look.EDGE if left else 0
            rest = QRectF(left, 0, self.width() - left, head)
            plain = look.station_font(Station.READ)
            paint_line(painter, name, rest, font=plain, ink=worn.text)
        place = QRectF(0, head, self.width(), line)
        font = look.station_font(Station.READ)
        paint_block(painter, self._line, place, font=font, ink=worn.text2)
        painter.end()

    def _heights(self) -> tuple[float, float]:
        """Of the line about whom, and of the sentence below it."""
        most = self.height() * 0.32
        head = QFontMetricsF(look.station_font(Station.DECIDE)).height() if any(self._head) else 0.0
        line = QFontMetricsF(look.station_font(Station.READ)).height() * 1.1 if self._line else 0.0
        factor = min(1.0, most / max(1.0, head + line))
        return head * factor, line * factor

    def _lay(self) -> None:
        top = round(sum(self._heights())) + look.GAP
        self.tiles.setGeometry(0, top, self.width(), max(1, self.height() - top))
