"""The rail at the left: the mark, the pages with their keys, help and settings."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QButtonGroup, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from inpost_desk.ui import look
from inpost_desk.ui.icons import paint_icon
from inpost_desk.ui.look import Role, State

_ICON: Final = 24
_LOW: Final = 40
"""Lower than this an item has no room for its icon: the word stays."""


@dataclass(frozen=True, slots=True)
class RailEntry:
    """One place of the rail. `cap` is the digit or key shown; one that is no page is never selected."""

    key: str
    icon: str
    word: str
    cap: str = ""
    page: bool = True


class Rail(QWidget):
    """Pages on top, what is not about parcels below. Up and down move, Space and Enter open."""

    chosen = Signal(str)

    def __init__(self, entries: Iterable[RailEntry], foot: Iterable[RailEntry] = ()) -> None:
        super().__init__()
        self.setMinimumWidth(look.RAIL)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self._items: dict[str, RailItem] = {}
        self._group = QButtonGroup(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self._mark = _Mark()
        layout.addWidget(self._mark)
        for entry in entries:
            layout.addWidget(self._add(entry))
        layout.addStretch(1)
        for entry in foot:
            layout.addWidget(self._add(entry))

    def _add(self, entry: RailEntry) -> RailItem:
        item = RailItem(entry)
        item.clicked.connect(lambda _checked=False, key=entry.key: self.chosen.emit(key))
        if entry.page:
            self._group.addButton(item)
        self._items[entry.key] = item
        return item

    def item(self, key: str) -> RailItem:
        """The item of that key."""
        return self._items[key]

    def value(self) -> str:
        """The page that is open, or ""."""
        return next((key for key, item in self._items.items() if item.isChecked()), "")

    def select(self, key: str) -> None:
        """Show that page as the one that is open; tells nobody."""
        self._items[key].setChecked(True)

    def set_badge(self, key: str, count: int, *, exceptions: bool = False) -> None:
        """A round white count, or a square orange one of exceptions; 0 shows none."""
        self._items[key].set_badge(count, exceptions=exceptions)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """On a very low screen the mark gives way to the words."""
        del event
        needed = sum(item.sizeHint().height() for item in self._items.values())
        self._mark.setVisible(self.height() >= needed * 2 // 3 + look.HEADER)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """The arrows move among all items, whatever group they are in."""
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        items = [item for item in self._items.values() if item.isEnabled()]
        here = next((index for index, item in enumerate(items) if item.hasFocus()), None)
        if step is None or here is None:
            super().keyPressEvent(event)
            return
        items[(here + step) % len(items)].setFocus(Qt.FocusReason.TabFocusReason)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint the ground."""
        del event
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(look.colours().rail))
        painter.end()


class RailItem(QPushButton):
    """Icon, word, key and badge of one place."""

    def __init__(self, entry: RailEntry) -> None:
        super().__init__(entry.word.replace("&", "&&"))
        self._entry = entry
        self._count, self._exceptions = 0, False
        self.setCheckable(entry.page)
        self.setFont(look.font(Role.CAPTION))
        self.setAccessibleName(entry.word)
        self.setAccessibleDescription(entry.cap)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def set_badge(self, count: int, *, exceptions: bool = False) -> None:
        """Show that badge; 0 shows none."""
        if (count, exceptions) == (self._count, self._exceptions):
            return
        self._count, self._exceptions = count, exceptions
        spoken = f"{self._entry.word} {count}" if count else self._entry.word
        self.setAccessibleName(spoken)
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        """72 high, and as wide as its word in bold."""
        metrics = QFontMetricsF(self._bold())
        wide = round(metrics.horizontalAdvance(self._entry.word)) + 16
        tall = max(look.RAIL_ITEM, round(metrics.height()) + _ICON + 24)
        return QSize(max(look.RAIL, wide), tall)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Where the screen is low, the word alone."""
        return QSize(self.sizeHint().width(), self.fontMetrics().height() + 12)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Enter opens as Space does; the arrows are the rail's."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint the item."""
        del event
        worn = look.colours()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = self.isChecked()
        if chosen or self.underMouse():
            painter.fillRect(self.rect(), QColor(worn.rail_selected))
        if chosen:
            painter.fillRect(0, 0, 4, self.height(), QColor(worn.accent))
        ink = worn.rail_text_selected if chosen else worn.rail_text
        self._paint_words(painter, ink)
        if self._count:
            self._paint_badge(painter)
        if self.hasFocus():
            self._paint_focus(painter)
        painter.end()

    def _paint_words(self, painter: QPainter, ink: str) -> None:
        font = self._bold() if self.isChecked() else self.font()
        metrics = QFontMetricsF(font)
        tall = self.height() >= self.sizeHint().height() - _LOW // 2
        base = self.height() / 2 + metrics.capHeight() / 2
        if tall:
            top = (self.height() - _ICON - 6 - metrics.height()) / 2
            place = QRectF(round((self.width() - _ICON) / 2), round(top), _ICON, _ICON)
            paint_icon(painter, self._entry.icon, place, ink)
            base = place.bottom() + 6 + metrics.ascent()
        painter.setPen(QColor(ink))
        painter.setFont(font)
        left = (self.width() - metrics.horizontalAdvance(self._entry.word)) / 2
        painter.drawText(QPointF(round(left), round(base)), self._entry.word)
        key = look.font(Role.KEY)
        room = left > 14 + QFontMetricsF(key).horizontalAdvance(self._entry.cap)
        # On a low screen a badge stands where the key would.
        if tall or (room and not self._count):
            painter.setFont(key)
            top = 8 if tall else (self.height() - QFontMetricsF(key).capHeight()) / 2
            painter.drawText(
                QPointF(10, round(top + QFontMetricsF(key).capHeight())), self._entry.cap
            )

    def _paint_badge(self, painter: QPainter) -> None:
        worn = look.colours()
        font = look.font(Role.KEY, bold=True)
        metrics = QFontMetricsF(font)
        text = str(self._count) if self._count < 1000 else "999+"
        tall = max(20.0, metrics.height() + 4)
        wide = max(tall, metrics.horizontalAdvance(text) + 10)
        left = min(self.width() / 2 + 6, self.width() - wide - 4)
        place = QRectF(round(left), 6, round(wide), round(tall))
        if self.height() < self.sizeHint().height() - _LOW // 2:
            word = QFontMetricsF(self._bold()).horizontalAdvance(self._entry.word)
            if wide + 8 > (self.width() - word) / 2:
                # No room for a figure: a spot says that there is one.
                text, tall, wide = "", 8.0, 8.0
            place = QRectF(0, 0, round(wide), round(tall))
            place.moveCenter(QPointF(4 + wide / 2, self.height() / 2))
        painter.setPen(Qt.PenStyle.NoPen)
        ground = worn.fill(State.WARNING) if self._exceptions else worn.rail_text_selected
        painter.setBrush(QColor(ground))
        radius = 3 if self._exceptions else place.height() / 2
        painter.drawRoundedRect(place, radius, radius)
        painter.setPen(QColor(worn.on_fill(State.WARNING)))
        painter.setFont(font)
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, text)

    def _paint_focus(self, painter: QPainter) -> None:
        """Inside: the rail leaves no room round its items."""
        painter.setPen(QPen(QColor(look.colours().accent), look.FOCUS))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        box = QRectF(self.rect()).adjusted(6, 2, -3, -2)
        painter.drawRoundedRect(box, look.RADIUS, look.RADIUS)

    def _bold(self) -> QFont:
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        return font


class _Mark(QWidget):
    """The program's mark on top of the rail."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(look.HEADER)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        del event
        painter = QPainter(self)
        paint_icon(painter, "app", QRectF((self.width() - 40) / 2, 12, 40, 40), "")
        painter.end()
