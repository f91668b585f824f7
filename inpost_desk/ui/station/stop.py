"""STOP takes the whole page: hazard edges, the reason with its remedy, what differs, and one huge key."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPolygonF, QResizeEvent
from PySide6.QtWidgets import QWidget

from inpost_desk.domain.station import Box, Shown, State
from inpost_desk.ui import look, shapes
from inpost_desk.ui.look import State as Tone
from inpost_desk.ui.look import Station
from inpost_desk.ui.shapes import Shape
from inpost_desk.ui.station.band import inks, paint_shape
from inpost_desk.ui.station.fitting import paint_block, paint_line, paint_whole, word_font
from inpost_desk.ui.station.tiles import Tiles
from inpost_desk.wording.speech import translate
from inpost_desk.wording.station import number_parts, rule_words, state_word

COMPARED: Final = frozenset({"wrong_label", "foreign_label", "replaced"})
"""Rules about two labels."""
_EDGE: Final = 40
_MIDDLE: Final = Qt.AlignmentFlag.AlignHCenter


class Stop(QWidget):
    """Only its own keys lead out of it."""

    def __init__(self) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.tiles = Tiles(solid=True)
        self.tiles.setParent(self)
        self._shown = Shown(State.STOP)
        self.fact, self.remedy = "", ""

    def show_stop(self, shown: Shown) -> None:
        """Show that reason."""
        self._shown = shown
        self.fact, self.remedy = rule_words(shown)
        self.tiles.show_answers(shown.answers)
        self._lay()
        self.update()

    def cards(self) -> list[tuple[str, Box]]:
        """The two labels that differ, each with what it is; none where nothing is compared."""
        shown = self._shown
        if shown.rule not in COMPARED or shown.box is None or not (shown.other or shown.code):
            return []
        if shown.rule == "replaced" and shown.other is None:
            return []
        words = {
            "replaced": (translate("ui", "The old label"), translate("ui", "The one that counts"))
        }.get(
            shown.rule, (translate("ui", "This parcel needs"), translate("ui", "The scanned label"))
        )
        other = shown.other or Box("", number=shown.code)
        return [(words[0], shown.box), (words[1], other)]

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Place the keys anew."""
        super().resizeEvent(event)
        self._lay()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint everything but the keys."""
        del event
        ground, ink = inks(State.STOP)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), QColor(ground))
        wide = float(self.width())
        self._paint_hazard(painter, QRectF(0, 0, wide, look.HAZARD))
        self._paint_hazard(painter, QRectF(0, self.height() - look.HAZARD, wide, look.HAZARD))
        self._paint_head(painter, ink)
        if self.cards():
            self._paint_cards(painter, ink)
        else:
            self._paint_reason(painter, ink)
        painter.end()

    def _paint_head(self, painter: QPainter, ink: str) -> None:
        head = self._head()
        size = min(head.height() * 0.86, self.width() * 0.14)
        mark = QRectF(head.left(), head.center().y() - size / 2, size, size)
        paint_shape(painter, State.STOP, mark)
        left = mark.right() + _EDGE / 2
        word = QRectF(left, head.top(), self.width() * 0.32, head.height())
        font = look.station_font(Station.STOP)
        text = state_word(State.STOP)
        used = word_font(text, font, word.width(), word.height())
        left += paint_line(painter, text, word, font=used, ink=ink) + _EDGE
        room = QRectF(left, head.top(), head.right() - left, head.height())
        bold = look.station_font(Station.ORDER, bold=True)
        if not self.cards():
            paint_block(painter, self.fact, room, font=bold, ink=ink)
            return
        middle = room.top() + room.height() * 0.55
        upper = QRectF(room.left(), room.top(), room.width(), middle - room.top())
        lower = QRectF(room.left(), middle, room.width(), room.bottom() - middle)
        paint_block(
            painter, self.fact, upper, font=bold, ink=ink, align=Qt.AlignmentFlag.AlignBottom
        )
        font = look.station_font(Station.READ)
        paint_block(
            painter, self.remedy, lower, font=font, ink=ink, align=Qt.AlignmentFlag.AlignTop
        )

    def _paint_reason(self, painter: QPainter, ink: str) -> None:
        """The remedy, and the order it is about on white."""
        place, box = self._middle(), self._shown.box
        if box is not None or self._shown.code:
            card = QRectF(place)
            card.setHeight(min(place.height() * 0.42, self._tall(Station.DECIDE) * 1.4))
            self._paint_order(painter, box or Box(self._shown.code), card)
            place = place.adjusted(0, card.height() + look.PAD, 0, 0)
        font = look.station_font(Station.DECIDE)
        paint_block(painter, self.remedy, place, font=font, ink=ink)

    def _paint_order(self, painter: QPainter, box: Box, card: QRectF) -> None:
        self._paint_paper(painter, card)
        inside = card.adjusted(look.EDGE, 4, -look.EDGE, -4)
        ink = look.LIGHT.text
        bold = look.station_font(Station.DECIDE, bold=True)
        first = QRectF(inside.left(), inside.top(), inside.width() * 0.45, inside.height())
        left = inside.left() + paint_line(painter, box.reference, first, font=bold, ink=ink)
        rest = QRectF(left + look.EDGE, inside.top(), 0, inside.height())
        rest.setRight(inside.right())
        said = " · ".join(part for part in (box.name, f"{box.point} {box.place}".strip()) if part)
        if said:
            paint_whole(painter, said, rest, font=look.station_font(Station.READ), ink=ink)

    def _paint_cards(self, painter: QPainter, ink: str) -> None:
        place = self._middle()
        between = min(92.0, place.width() * 0.07)
        wide = (place.width() - between) / 2
        for number, (words, box) in enumerate(self.cards()):
            left = place.left() + number * (wide + between)
            card = QRectF(left, place.top(), wide, place.height())
            self._paint_card(painter, words, box, card, right=bool(number))
        middle = QRectF(place.left() + wide, place.top(), between, place.height())
        sign = "→" if self._shown.rule == "replaced" else "≠"
        font = look.station_font(Station.ORDER, bold=True)
        paint_line(painter, sign, middle, font=font, ink=ink, align=_MIDDLE)

    def _paint_card(
        self, painter: QPainter, words: str, box: Box, card: QRectF, *, right: bool
    ) -> None:
        """One label: what it is, its number with the last four huge, and whose it is."""
        self._paint_paper(painter, card)
        light = look.LIGHT
        inside = card.adjusted(look.EDGE, look.GAP, -look.EDGE, -look.GAP)
        tall = inside.height()
        top = QRectF(inside.left(), inside.top(), inside.width(), tall * 0.22)
        number = QRectF(inside.left(), top.bottom(), inside.width(), tall * 0.53)
        whose = QRectF(inside.left(), number.bottom(), inside.width(), tall * 0.25)
        good = right == (self._shown.rule == "replaced")
        shape, tone = (Shape.CIRCLE, Tone.DONE) if good else (Shape.OCTAGON, Tone.ERROR)
        size = top.height() * 0.6
        mark = QRectF(top.left(), top.center().y() - size / 2, size, size)
        shapes.paint(painter, shape, mark, light.ink(tone))
        title = top.adjusted(size + 10, 0, 0, 0)
        font = look.station_font(Station.READ)
        paint_line(painter, words, title, font=font, ink=light.text2)
        before, last = number_parts(box.number)
        left = number.left()
        if before:
            front = QRectF(left, number.top(), number.width() * 0.36, number.height())
            left += paint_line(painter, before, front, font=font, ink=light.text2) + look.PAD
        rest = QRectF(left, number.top(), number.right() - left, number.height())
        paint_line(
            painter, last or "–", rest, font=look.station_font(Station.LONG_WORD), ink=light.text
        )
        said = " · ".join(part for part in (box.reference, box.name) if part)
        said = said or translate("ui", "no order here has it")
        bold = look.station_font(Station.READ, bold=True)
        paint_line(painter, said, whose, font=bold, ink=light.text)

    def _paint_paper(self, painter: QPainter, card: QRectF) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(look.LIGHT.surface))
        painter.drawRoundedRect(card, look.RADIUS_TILE, look.RADIUS_TILE)

    def _paint_hazard(self, painter: QPainter, place: QRectF) -> None:
        """Stripes that are seen from the side, and without colour."""
        painter.fillRect(place, QColor(look.LIGHT.surface))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(look.LIGHT.text))
        step, lean = look.HAZARD * 2.5, float(look.HAZARD)
        left = -step
        while left < place.right() + step:
            corners = [
                (left + lean, 0.0),
                (left + lean + step / 2, 0.0),
                (left + step / 2, lean),
                (left, lean),
            ]
            painter.drawPolygon(QPolygonF([QPointF(x, place.top() + y) for x, y in corners]))
            left += step

    def _tall(self, role: Station) -> float:
        return QFontMetricsF(look.station_font(role)).height()

    def _side(self) -> float:
        return min(float(_EDGE), self.width() * 0.03)

    def _head(self) -> QRectF:
        top = look.HAZARD + min(look.EDGE, self.height() * 0.03)
        tall = min(self._tall(Station.STOP), self.height() * 0.26)
        return QRectF(self._side(), top, self.width() - 2 * self._side(), tall)

    def _middle(self) -> QRectF:
        top = self._head().bottom() + min(look.EDGE, self.height() * 0.03)
        bottom = self.tiles.geometry().top() - min(look.EDGE, self.height() * 0.03)
        tall = max(10.0, bottom - top)
        if self.cards():
            # More room is no reason for a higher card.
            tall = min(tall, self._tall(Station.LONG_WORD) * 2.2)
        return QRectF(self._side(), top, self.width() - 2 * self._side(), tall)

    def _lay(self) -> None:
        side = self._side()
        bottom = self.height() - look.HAZARD - min(look.EDGE, self.height() * 0.03)
        room = bottom - self._head().bottom()
        tall = min(
            self.tiles.wanted_height(), room * (0.5 if len(self.tiles.shown()) > 1 else 0.34)
        )
        self.tiles.setGeometry(
            round(side), round(bottom - tall), round(self.width() - 2 * side), max(1, round(tall))
        )
