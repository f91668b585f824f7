"""The points that were found, one under the other: number, code, street, what they can, how far they are.

The same numbers and shapes stand on the rings. Which is chosen, the finder decides.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from inpost_desk.domain.point_answer import Found
from inpost_desk.ui import look
from inpost_desk.ui.look import Role, State
from inpost_desk.ui.shipment.point_words import metres_words, place_words, said, tags, why_words
from inpost_desk.wording.speech import translate

Index = QModelIndex | QPersistentModelIndex

MARK: Final = 24
_ROW: Final = 52
_NOWHERE = QModelIndex()
_FOUND: Final = int(Qt.ItemDataRole.UserRole)
_SAID: Final = frozenset(
    {
        Qt.ItemDataRole.DisplayRole,
        Qt.ItemDataRole.AccessibleTextRole,
        Qt.ItemDataRole.ToolTipRole,
    }
)


@dataclass(frozen=True, slots=True)
class Entry:
    """A line: what was found, and its number; 0 where it cannot be chosen."""

    found: Found
    number: int


def numbered(found: Sequence[Found]) -> list[Entry]:
    """With 1, 2, 3 for those that can be chosen."""
    entries, number = [], 0
    for one in found:
        number += not one.rule
        entries.append(Entry(one, 0 if one.rule else number))
    return entries


def paint_mark(painter: QPainter, entry: Entry, box: QRectF, *, marked: bool) -> None:
    """The number in its shape: square for a Paczkomat, round for a PaczkoPunkt, crossed where closed."""
    worn = look.colours()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if not entry.number:
        painter.setPen(QPen(QColor(worn.control_border), 1))
        painter.setBrush(QColor(worn.surface))
        painter.drawRoundedRect(box, look.RADIUS, look.RADIUS)
        painter.setPen(QPen(QColor(worn.text2), 2))
        inner = box.adjusted(7, 7, -7, -7)
        painter.drawLine(inner.topLeft(), inner.bottomRight())
        painter.drawLine(inner.topRight(), inner.bottomLeft())
        return
    ground, ink = (worn.accent, worn.on_accent) if marked else (worn.text, worn.surface)
    painter.setPen(QPen(QColor(worn.on_accent if marked else worn.text), 2 if marked else 1))
    painter.setBrush(QColor(ground))
    radius = box.height() / 2 if entry.found.point.parcel_point else float(look.RADIUS)
    painter.drawRoundedRect(box, radius, radius)
    painter.setPen(QColor(ink))
    painter.setFont(look.font(Role.BODY, bold=True))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(entry.number))


class _Rows(QAbstractListModel):
    """The entries."""

    def __init__(self) -> None:
        super().__init__()
        self.entries: list[Entry] = []

    def take(self, entries: list[Entry]) -> None:
        self.beginResetModel()
        self.entries = entries
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(self.entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        entry = self.entries[index.row()]
        if role == _FOUND:
            return entry
        if role in _SAID:
            return said(entry.found, entry.number)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        chosen = bool(self.entries[index.row()].number)
        return (
            Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
            if chosen
            else Qt.ItemFlag.NoItemFlags
        )


class _Painted(QStyledItemDelegate):
    """Paints a line."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802
        del option, index
        return QSize(200, row_height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        entry = index.data(_FOUND)
        view = self.parent()
        assert isinstance(view, PointList)
        painter.save()
        _paint_row(painter, QRect(getattr(option, "rect")), entry, marked=view.marked() == entry)  # noqa: B009
        painter.restore()


class PointList(QListView):
    """Up and down go over what can be chosen; a click or Enter takes it."""

    chosen = Signal(object)
    """A `Found` that somebody took, by the mouse or by a key."""
    moved = Signal(object)
    """The mark stands on another `Found`, or on none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = _Rows()
        self.setModel(self._rows)
        self.setItemDelegate(_Painted(self))
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # It is as high as its lines: what it lies in scrolls.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(translate("ui", "Points found"))
        self.setFixedHeight(0)
        # A click must not take the keys from the field.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.clicked.connect(self._clicked)

    @property
    def entries(self) -> list[Entry]:
        """All lines."""
        return self._rows.entries

    def show_entries(self, entries: list[Entry], marked: int) -> None:
        """Other lines; `marked` is the number the mark stands on, 0 for none."""
        self._rows.take(entries)
        self.setFixedHeight(row_height() * len(entries))
        self.mark(marked)

    def marked(self) -> Entry | None:
        """The line with the mark."""
        row = self.currentIndex().row()
        return self.entries[row] if 0 <= row < len(self.entries) else None

    def row_place(self, entry: Entry) -> QRect:
        """Where that line is."""
        return self.visualRect(self._rows.index(self.entries.index(entry)))

    def mark(self, number: int) -> bool:
        """Put the mark on that number, or away; whether there is such a one."""
        rows = [row for row, one in enumerate(self.entries) if number and one.number == number]
        self.setCurrentIndex(self._rows.index(rows[0]) if rows else _NOWHERE)
        self.viewport().update()
        entry = self.marked()
        self.moved.emit(entry.found if entry else None)
        return bool(rows)

    def step(self, by: int) -> None:
        """Take the next up or down; closed ones are passed over."""
        most = max((one.number for one in self.entries), default=0)
        entry = self.marked()
        now = entry.number if entry else 0
        if most:
            self.take(max(1, min(now + by, most)))

    def take(self, number: int) -> bool:
        """Choose that number; whether there is such a one."""
        there = self.mark(number)
        entry = self.marked()
        if there and entry is not None:
            self.chosen.emit(entry.found)
        return there

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Up, down and Enter; what else is typed is the finder's."""
        moves = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -5}
        moves[Qt.Key.Key_PageDown] = 5
        key = Qt.Key(event.key())
        if key in moves:
            self.step(moves[key])
        else:
            event.ignore()

    def _clicked(self, index: QModelIndex) -> None:
        self.take(self.entries[index.row()].number)


def row_height() -> int:
    """Taller where the font is."""
    lines = QFontMetricsF(look.font(Role.FIELD, bold=True)).height()
    return max(_ROW, int(lines + QFontMetricsF(look.font(Role.CAPTION)).height()) + 14)


def _paint_row(painter: QPainter, room: QRect, entry: Entry, *, marked: bool) -> None:
    worn = look.colours()
    painter.fillRect(room, QColor(worn.selected if marked else worn.surface))
    if marked:
        painter.fillRect(room.left(), room.top(), 4, room.height(), QColor(worn.accent))
    painter.fillRect(room.left(), room.bottom(), room.width(), 1, QColor(worn.row_line))
    top = room.top() + (room.height() - MARK) / 2
    paint_mark(painter, entry, QRectF(room.left() + 16.5, top, MARK, MARK), marked=marked)
    right = _paint_away(painter, room, entry)
    if entry.number:
        right = _paint_tags(painter, room, right, tags(entry.found.point))
    _paint_texts(painter, room, right, entry)


def _paint_away(painter: QPainter, room: QRect, entry: Entry) -> float:
    words = metres_words(entry.found.metres)
    painter.setFont(look.font(Role.BODY, bold=bool(entry.number)))
    metrics = QFontMetricsF(painter.font())
    wide = max(metrics.horizontalAdvance("88,8 km"), metrics.horizontalAdvance(words))
    right = room.right() - look.PAD
    painter.setPen(QColor(look.colours().text if entry.number else look.colours().text2))
    box = QRectF(right - wide, room.top(), wide, room.height())
    painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, words)
    return right - wide - look.PAD


def _paint_tags(painter: QPainter, room: QRect, right: float, words: list[str]) -> float:
    worn = look.colours()
    painter.setFont(look.font(Role.KEY, bold=True))
    metrics = QFontMetricsF(painter.font())
    tall = metrics.height() + 4
    for word in reversed(words):
        wide = metrics.horizontalAdvance(word) + 12
        if right - wide < room.left() + room.width() * 0.45:
            break
        box = QRectF(right - wide, room.center().y() - tall / 2, wide, tall)
        painter.setPen(QPen(QColor(worn.control_border), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
        painter.setPen(QColor(worn.text2))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, word)
        right -= wide + 6
    return right - look.GAP


def _paint_texts(painter: QPainter, room: QRect, right: float, entry: Entry) -> None:
    worn, point = look.colours(), entry.found.point
    code = look.font(Role.FIELD, bold=True)
    code.setStrikeOut(not entry.number)
    plain, small = look.font(Role.BODY), look.font(Role.CAPTION)
    left = room.left() + 16.0 + MARK + 14
    wide = QFontMetricsF(code).horizontalAdvance("POP-WAW88888")
    quiet = worn.text if entry.number else worn.text2
    _text(painter, QPointF(left, room.center().y()), point.name, code, quiet, wide)
    left += wide + look.PAD
    if not entry.number:
        small.setWeight(QFont.Weight.DemiBold)
    under = place_words(point) if entry.number else why_words(entry.found)
    ink = worn.text2 if entry.number else worn.ink(State.ERROR)
    high = QFontMetricsF(plain).height()
    middle = room.center().y() + (high - QFontMetricsF(small).height()) / 2
    _text(painter, QPointF(left, middle - high / 2), point.street, plain, quiet, right - left)
    _text(painter, QPointF(left, middle + high / 2), under, small, ink, right - left)


def _text(painter: QPainter, at: QPointF, words: str, font: QFont, ink: str, wide: float) -> None:
    """Left of `at`, with the middle of its capitals there."""
    metrics = QFontMetricsF(font)
    painter.setFont(font)
    painter.setPen(QColor(ink))
    shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, wide)
    painter.drawText(QPointF(at.x(), round(at.y() + metrics.capHeight() / 2)), shown)
