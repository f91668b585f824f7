"""The station's own dark bar on top: whose station it is, who works at it, what it does, and the time."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, QTimerEvent, Signal
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
from PySide6.QtWidgets import QAbstractButton, QWidget

from inpost_desk.ui import look
from inpost_desk.ui.icons import paint_icon
from inpost_desk.ui.kit_cap import cap_font, cap_size, paint_cap
from inpost_desk.ui.kit_focus import frame_outside
from inpost_desk.ui.look import Station
from inpost_desk.ui.station.fitting import paint_line
from inpost_desk.wording.sentences import WARSAW
from inpost_desk.wording.speech import translate
from inpost_desk.wording.station import MODES, mode_words

MODE_KEYS: Final = {"shipping": "F2", "checking": "F3"}
_MARK: Final = 32
_EVERY: Final = 5000
"""Milliseconds between looks at the clock: it shows no seconds."""


class BarButton(QAbstractButton):
    """A flat button on the dark bar with its key; chosen, it is inverted."""

    def __init__(self, parent: QWidget, text: str, key: str) -> None:
        super().__init__(parent)
        self._key = key
        self.setText(text)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAccessibleName(text)
        self.setAccessibleDescription(key)
        frame_outside(self, on_dark=True)

    def say(self, text: str, name: str) -> None:
        """Show another text; `name` is what it does in words."""
        self.setText(text)
        self.setAccessibleName(name)
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        """Words and cap in bold, so that choosing moves nothing."""
        metrics = QFontMetricsF(self._font(bold=True))
        cap = cap_size(self._key, cap_font()).width() + look.GAP if self._key else 0
        wide = metrics.horizontalAdvance(self.text()) + cap + 28
        return QSize(round(wide), round(max(float(look.BUTTON_HEADER), metrics.height() + 10)))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """All keys are the page's."""
        event.ignore()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """The same."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint ground, words and key."""
        del event
        worn, chosen = look.colours(), self.isChecked()
        ground = worn.rail_text_selected if chosen else worn.rail
        ground = worn.rail_selected if self.underMouse() and not chosen else ground
        ink = worn.fill(look.State.QUIET) if chosen else worn.rail_text
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(worn.rail_selected), 1))
        painter.setBrush(QColor(ground))
        place = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(place, look.RADIUS, look.RADIUS)
        font = self._font(bold=chosen)
        left = 14 + paint_line(
            painter, self.text(), place.adjusted(14, 0, -6, 0), font=font, ink=ink
        )
        if self._key:
            size = cap_size(self._key, cap_font())
            top = (self.height() - size.height()) / 2
            cap = QRectF(left + look.GAP, top, size.width(), size.height())
            paint_cap(painter, self._key, cap, font=cap_font(), ink=ink, border=ink)
        painter.end()

    def _font(self, *, bold: bool) -> QFont:
        return look.station_font(Station.LINE, bold=bold)


class TopBar(QWidget):
    """Always dark. The mark and the clock are for the full screen, where there is no window round it."""

    mode_chosen = Signal(str)
    sign_off_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._full = False
        self._name = self._clock = ""
        self._free = QRectF()
        self._timer = 0
        self.operator = BarButton(self, "", "")
        self.operator.clicked.connect(self.sign_off_asked)
        self.operator.hide()
        self.modes = {key: BarButton(self, mode_words(key), MODE_KEYS[key]) for key in MODES}
        for mode, button in self.modes.items():
            button.setCheckable(True)
            # A click tells; what is chosen then, `show_mode` says.
            button.clicked.connect(lambda _=False, mode=mode: self._clicked(mode))
        self.show_mode("shipping")

    @property
    def clock(self) -> str:
        """The time as it is shown; "" where the window's frame is there."""
        return self._clock

    def wanted_height(self) -> int:
        """In pixels."""
        tallest = max(one.sizeHint().height() for one in self.modes.values())
        return max(look.STATION_BAR, tallest + look.PAD)

    def show_name(self, name: str) -> None:
        """The station's own name."""
        self._name = name or translate("ui", "Station")
        self.update()

    def show_operator(self, name: str) -> None:
        """Who works here; "" for nobody in particular."""
        words = translate("ui", "{name} · sign off").format(name=name)
        self.operator.say(words, words)
        self.operator.setVisible(bool(name))
        self._place()

    def show_mode(self, mode: str) -> None:
        """What the station does now."""
        self._mode = mode
        for key, button in self.modes.items():
            button.setChecked(key == mode)

    def show_full(self, *, full: bool) -> None:
        """Whether the station has the whole screen."""
        self._full = full
        if full and not self._timer:
            self._timer = self.startTimer(_EVERY)
        elif not full and self._timer:
            self.killTimer(self._timer)
            self._timer = 0
        self._tick()
        self._place()

    def timerEvent(self, event: QTimerEvent) -> None:  # noqa: N802
        """The time goes on."""
        del event
        self._tick()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Place the buttons anew."""
        super().resizeEvent(event)
        self._place()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint mark, name, hint and time."""
        del event
        worn = look.colours()
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(worn.rail))
        left, tall = float(look.EDGE), float(self.height())
        if self._full:
            mark = QRectF(left, (tall - _MARK) / 2, _MARK, _MARK)
            paint_icon(painter, "app", mark, worn.accent)
            left = mark.right() + look.PAD
        bold = look.station_font(Station.LINE, bold=True)
        room = QRectF(left, 0, self._free.left() - left - look.PAD, tall)
        if room.width() > 40:
            paint_line(painter, self._name, room, font=bold, ink=worn.rail_text_selected)
        self._paint_right(painter, bold)
        painter.setPen(QPen(QColor(worn.rail_selected), 1))
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)
        painter.end()

    def _paint_right(self, painter: QPainter, bold: QFont) -> None:
        worn, right = look.colours(), self.width() - float(look.EDGE)
        tall = float(self.height())
        if self._clock:
            wide = QFontMetricsF(bold).horizontalAdvance(self._clock)
            place = QRectF(right - wide, 0, wide + 1, tall)
            paint_line(painter, self._clock, place, font=bold, ink=worn.rail_text_selected)
            right -= wide + look.EDGE
        words = translate("ui", "normal window") if self._full else translate("ui", "full screen")
        plain = look.station_font(Station.LINE)
        cap = cap_size("F11", cap_font())
        wide = QFontMetricsF(plain).horizontalAdvance(words) + 2
        if right - wide - cap.width() - look.GAP < self._free.right() + look.PAD:
            return
        paint_line(
            painter, words, QRectF(right - wide, 0, wide, tall), font=plain, ink=worn.rail_text
        )
        left = right - wide - look.GAP - cap.width()
        place = QRectF(left, (tall - cap.height()) / 2, cap.width(), cap.height())
        paint_cap(painter, "F11", place, font=cap_font(), ink=worn.rail_text, border=worn.rail_text)

    def _clicked(self, mode: str) -> None:
        self.show_mode(self._mode)
        self.mode_chosen.emit(mode)

    def _tick(self) -> None:
        now = f"{datetime.now(WARSAW):%H:%M}" if self._full else ""
        if now != self._clock:
            self._clock = now
            self.update()

    def _place(self) -> None:
        """Name at the left, then who and what; where there is too little room, the name gets less."""
        buttons = [self.operator] if not self.operator.isHidden() else []
        buttons += self.modes.values()
        wide = sum(one.sizeHint().width() for one in buttons) + look.GAP * (len(buttons) - 1)
        name = QFontMetricsF(look.station_font(Station.LINE, bold=True))
        mark = _MARK + look.PAD if self._full else 0
        wanted = look.EDGE + mark + name.horizontalAdvance(self._name) + look.EDGE
        left = max(0.0, min(wanted, self.width() - wide - look.GAP))
        self._free = QRectF(left, 0, min(wide, self.width() - left), self.height())
        factor = min(1.0, (self.width() - left) / max(1, wide))
        for button in buttons:
            size = button.sizeHint()
            top = (self.height() - size.height()) // 2
            button.setGeometry(round(left), top, round(size.width() * factor), size.height())
            left += (size.width() + look.GAP) * factor
        self.update()
