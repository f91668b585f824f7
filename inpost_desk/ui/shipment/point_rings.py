"""Where the points lie round the place looked for: rings instead of a map, so that no network is needed.

North is up; the way from the middle grows with the root of the distance, so that near ones do not crowd.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from inpost_desk.domain.point_answer import Origin, Place, place_of
from inpost_desk.ui import look
from inpost_desk.ui.look import Role
from inpost_desk.ui.shipment.point_list import MARK, Entry, paint_mark
from inpost_desk.ui.shipment.point_words import metres_words
from inpost_desk.wording.speech import translate

DRAWN: Final = 9
"""As many as have a key."""
_NICE: Final = tuple(step * 10**power for power in range(1, 7) for step in (1, 2.5, 5))
_RINGS: Final = 3
# Above the outer ring, for the arrow and its letter.
_NORTH: Final = 18
_TURNS: Final = 24


class PointRings(QWidget):
    """The list's points with the list's numbers and shapes. Nothing here that the list does not say."""

    def __init__(self) -> None:
        super().__init__()
        self._entries: list[Entry] = []
        self._origin: Origin | None = None
        self._marked: Entry | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(200, 200)

    def show_entries(self, entries: Sequence[Entry], origin: Origin | None) -> None:
        """Other points round another middle."""
        self._entries = [
            one for one in entries if one.number <= DRAWN and one.found.metres is not None
        ]
        self._origin, self._marked = origin, None
        words = translate("ui", "Points round {place}").format(place=origin.name) if origin else ""
        self.setAccessibleName(words)
        self.update()

    def mark(self, entry: Entry | None) -> None:
        """That one is marked in the list."""
        self._marked = entry
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        """A square."""
        return QSize(380, 380)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint rings, middle and points."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = QPointF(self.width() / 2, self.height() / 2)
        radius = min(self.width(), self.height()) / 2 - _NORTH
        shown = self._shown()
        far = max((one.found.metres or 0 for one in shown), default=0)
        # The farthest point is inside the outer ring with its whole mark.
        whole = max(100.0, far * 1.25)
        self._paint_rings(painter, middle, radius, whole)
        if self._origin is not None:
            self._paint_points(
                painter, shown, self._origin.place, middle, radius / math.sqrt(whole)
            )
        painter.end()

    def _shown(self) -> list[Entry]:
        more = [self._marked] if self._marked and self._marked not in self._entries else []
        return [*self._entries, *(one for one in more if one.found.metres is not None)]

    def _paint_rings(self, painter: QPainter, middle: QPointF, radius: float, whole: float) -> None:
        worn = look.colours()
        painter.setPen(QPen(QColor(worn.line), 1))
        painter.setBrush(QColor(worn.surface))
        painter.drawEllipse(middle, radius, radius)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawLine(middle - QPointF(0, radius), middle + QPointF(0, radius))
        painter.drawLine(middle - QPointF(radius, 0), middle + QPointF(radius, 0))
        steps = [one for one in _NICE if one < whole * 0.85][-_RINGS:]
        for metres in steps:
            reach = radius * math.sqrt(metres / whole)
            painter.setPen(QPen(QColor(worn.line), 1))
            painter.drawEllipse(middle, reach, reach)
            self._paint_label(painter, middle + QPointF(0, reach), metres_words(round(metres)))
        painter.setPen(QPen(QColor(worn.text), 4))
        painter.setBrush(QColor(worn.surface))
        painter.drawEllipse(middle, 5, 5)
        self._paint_north(painter, middle - QPointF(0, radius + _NORTH))

    def _paint_label(self, painter: QPainter, at: QPointF, words: str) -> None:
        worn = look.colours()
        painter.setFont(look.font(Role.CAPTION))
        metrics = QFontMetricsF(painter.font())
        box = QRectF(0, 0, metrics.horizontalAdvance(words) + 8, metrics.height())
        box.moveCenter(at)
        painter.fillRect(box, QColor(worn.surface))
        painter.setPen(QColor(worn.text2))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)

    def _paint_north(self, painter: QPainter, top: QPointF) -> None:
        worn = look.colours()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(worn.text2))
        painter.drawPolygon(
            QPolygonF([top + QPointF(0, 2), top + QPointF(6, 14), top + QPointF(-6, 14)])
        )
        painter.setPen(QColor(worn.text2))
        painter.setFont(look.font(Role.CAPTION, bold=True))
        painter.drawText(top + QPointF(10, 14), translate("ui", "N"))

    def _paint_points(
        self, painter: QPainter, shown: list[Entry], place: Place, middle: QPointF, scale: float
    ) -> None:
        """Those in front are painted last: the marked one, then the nearest."""
        taken: list[QPointF] = []
        placed = []
        for entry in shown:
            at = _free(_ways(entry, place, scale), taken)
            taken.append(at)
            placed.append((entry, middle + at))
        for entry, at in sorted(placed, key=lambda one: one[0] == self._marked):
            size = MARK + (6 if entry == self._marked else 0)
            box = QRectF(at.x() - size / 2, at.y() - size / 2, size, size)
            paint_mark(painter, entry, box, marked=entry == self._marked)


def _ways(entry: Entry, place: Place, scale: float) -> list[QPointF]:
    """Where it lies, then places ever farther aside at the same distance."""
    there = place_of(entry.found.point)
    assert there is not None
    north = there[0] - place[0]
    east = (there[1] - place[1]) * math.cos(math.radians(place[0]))
    bearing = math.atan2(east, north)
    reach = max(scale * math.sqrt(entry.found.metres or 0), MARK if entry.found.metres else 0.0)
    turns = [0.0]
    for step in range(1, _TURNS):
        turns += [step * math.pi / _TURNS, -step * math.pi / _TURNS]
    return [
        QPointF(reach * math.sin(bearing + turn), -reach * math.cos(bearing + turn))
        for turn in turns
    ]


def _free(ways: list[QPointF], taken: list[QPointF]) -> QPointF:
    """The first that covers no other."""
    for at in ways:
        if all(math.hypot(at.x() - one.x(), at.y() - one.y()) > MARK + 2 for one in taken):
            return at
    return ways[0]
