"""The parcel on the table in large type: order, receiver, where it goes, its size. Or a fact and a remedy.

What is shown next is grey, so that it never looks like something printed.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from inpost_desk.domain.station import Box
from inpost_desk.ui import look
from inpost_desk.ui.look import State as Tone
from inpost_desk.ui.look import Station
from inpost_desk.ui.station.fitting import lines, paint_block, paint_line, paint_whole
from inpost_desk.wording.speech import translate

_SIZE_BOX: Final = 120
_LEAST_SIZE_BOX: Final = 56


@dataclass(frozen=True, slots=True)
class Told:
    """What the parcel's part says: a note on top, then the box, or a fact and its remedy.

    `loud` where the note must be read; `tone` is the state's, for what is to be done.
    """

    note: str = ""
    loud: bool = False
    box: Box | None = None
    grey: bool = False
    fact: str = ""
    remedy: str = ""
    tone: Tone = Tone.WARNING


class Parcel(QWidget):
    """Painted as a whole: it changes with every scan."""

    def __init__(self) -> None:
        super().__init__()
        self._told = Told()

    @property
    def told(self) -> Told:
        """What it says."""
        return self._told

    def tell(self, told: Told) -> None:
        """Say something else."""
        if told == self._told:
            return
        self._told = told
        self.setAccessibleName(_spoken(told))
        self.update()

    def wanted_height(self) -> int:
        """In pixels, with nothing made smaller."""
        return round(sum(tall for _, tall in self._rows()))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint the rows one below the other, smaller where there is too little height."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rows = self._rows()
        factor = min(1.0, self.height() / max(1.0, sum(tall for _, tall in rows)))
        wide = self.width() - self._paint_size(painter)
        top = 0.0
        for name, tall in rows:
            place = QRectF(0, top, wide, tall * factor)
            self._paint_row(painter, name, place)
            top += tall * factor
        painter.end()

    def _rows(self) -> list[tuple[str, float]]:
        told = self._told
        note = ("note", self._note_height()) if told.note else None
        if told.box is not None:
            rows = [
                ("order", _tall(Station.ORDER)),
                ("receiver", _tall(Station.DECIDE)),
                ("target", _tall(Station.READ)),
            ]
        else:
            rows = [
                ("fact", self._lines(told.fact, Station.ORDER)),
                ("remedy", self._lines(told.remedy, Station.READ)),
            ]
            rows = [row for row in rows if getattr(told, row[0])]
        return [note, *rows] if note else rows

    def _note_height(self) -> float:
        told = self._told
        return self._lines(told.note, Station.READ) if told.loud else _tall(Station.CAPTION)

    def _lines(self, text: str, role: Station) -> float:
        font = look.station_font(role, bold=True)
        room = self.width() - (_SIZE_BOX + look.PAD if self._told.box else 0)
        return lines(text, font, room) * _tall(role)

    def _paint_row(self, painter: QPainter, name: str, place: QRectF) -> None:
        told, worn = self._told, look.colours()
        ink = worn.text2 if told.grey else worn.text
        box = told.box or Box("")
        if name == "note":
            role = Station.READ if told.loud else Station.CAPTION
            tone = worn.ink(told.tone) if told.loud else worn.text2
            font = look.station_font(role, bold=True)
            if told.loud:
                paint_block(painter, told.note, place, font=font, ink=tone)
            else:
                paint_line(painter, told.note, place, font=font, ink=tone)
        elif name == "order":
            font = look.station_font(Station.ORDER, bold=True)
            paint_whole(painter, box.reference, place, font=font, ink=ink)
        elif name == "receiver":
            paint_whole(painter, box.name, place, font=look.station_font(Station.DECIDE), ink=ink)
        elif name == "target":
            self._paint_target(painter, box, place, ink)
        elif name == "fact":
            font = look.station_font(Station.ORDER, bold=True)
            paint_block(painter, told.fact, place, font=font, ink=ink)
        else:
            font = look.station_font(Station.READ)
            paint_block(painter, told.remedy, place, font=font, ink=worn.ink(told.tone))

    def _paint_target(self, painter: QPainter, box: Box, place: QRectF, ink: str) -> None:
        left = 0.0
        if box.point:
            font = look.station_font(Station.READ, bold=True)
            left = paint_line(painter, box.point, place, font=font, ink=ink)
            left += QFontMetricsF(font).horizontalAdvance(" ")
        rest = place.adjusted(left, 0, 0, 0)
        tone = look.colours().text2
        paint_whole(painter, box.place, rest, font=look.station_font(Station.READ), ink=tone)

    def _paint_size(self, painter: QPainter) -> float:
        """Paint the size in its box at the right; returns how much of the width that takes."""
        told = self._told
        if told.box is None or not told.box.size:
            return 0.0
        worn = look.colours()
        ink = worn.text2 if told.grey else worn.text
        side = min(float(_SIZE_BOX), self.height() * 0.62, self.width() * 0.2)
        side = max(side, float(_LEAST_SIZE_BOX))
        line = 2 if told.grey else 4
        box = QRectF(self.width() - side, 0, side, side).adjusted(line / 2, line / 2, -line / 2, 0)
        painter.setPen(QPen(QColor(ink), line))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, look.RADIUS_CARD, look.RADIUS_CARD)
        middle = Qt.AlignmentFlag.AlignHCenter
        inside = box.adjusted(line + 2, line, -line - 2, -line)
        letter = QRectF(inside.left(), inside.top(), inside.width(), inside.height() * 0.72)
        word = QRectF(inside.left(), letter.bottom(), inside.width(), inside.height() * 0.26)
        font = look.station_font(Station.LONG_WORD)
        paint_line(painter, told.box.size, letter, font=font, ink=ink, align=middle)
        font = look.station_font(Station.LINE, bold=True)
        paint_line(painter, translate("ui", "SIZE"), word, font=font, ink=ink, align=middle)
        return side + look.PAD


def _tall(role: Station) -> float:
    return QFontMetricsF(look.station_font(role)).height() * 1.06


def _spoken(told: Told) -> str:
    box = told.box
    parts = [told.note, told.fact, told.remedy]
    if box is not None:
        size = translate("ui", "size {size}").format(size=box.size) if box.size else ""
        parts += [box.reference, box.name, f"{box.point} {box.place}".strip(), size]
    return ", ".join(part for part in parts if part)
