"""A choice in one line: what it is about, what is chosen, and a menu of the rest. For filters."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import Any, Final

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QMenu, QPushButton, QSizePolicy

from inpost_desk.ui import look
from inpost_desk.ui.icons import paint_icon
from inpost_desk.ui.kit_focus import frame_outside
from inpost_desk.ui.look import Role

_PADDING: Final = 10
_BETWEEN: Final = 6
_ARROW: Final = 14
_WIDEST: Final = 200
_OPENS: Final = frozenset(
    {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down, Qt.Key.Key_F4, Qt.Key.Key_Space}
)


class Choice(QPushButton):
    """Shows `caption value`; the menu comes up by a click, Space, Enter or Down."""

    chosen = Signal(object)
    """What somebody has chosen; also where it was chosen already."""

    def __init__(self, caption: str, choices: Sequence[tuple[Hashable, str]]) -> None:
        super().__init__()
        self._caption, self._choices = caption, list(choices)
        self._value: Hashable = choices[0][0]
        self._said = ""
        self.setAutoDefault(False)
        self.setFont(look.font(Role.BODY))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        frame_outside(self)
        self.clicked.connect(self.open_menu)
        self._tell()

    def value(self) -> Any:
        """What is chosen."""
        return self._value

    def words(self) -> str:
        """What it says is chosen."""
        return self._said or dict(self._choices).get(self._value, "")

    def set_choices(self, choices: Sequence[tuple[Hashable, str]]) -> None:
        """Other choices; one that is gone gives way to the first."""
        if list(choices) == self._choices:
            return
        self._choices = list(choices)
        if self._value not in dict(self._choices):
            self._value = self._choices[0][0]
        self._tell()

    def set_value(self, value: Hashable, *, said: str = "") -> None:
        """Choose, without telling anybody; `said` stands there in place of the choice's own words."""
        if (value, said) != (self._value, self._said) and value in dict(self._choices):
            self._value, self._said = value, said
            self._tell()

    def open_menu(self) -> QMenu:
        """The menu, below the button."""
        menu = QMenu(self)
        menu.setAccessibleName(self._caption)
        for value, words in self._choices:
            action = menu.addAction(words.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(value == self._value)
            action.triggered.connect(lambda _=False, value=value: self._choose(value))
            if value == self._value:
                menu.setActiveAction(action)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.mapToGlobal(self.rect().bottomLeft()))
        return menu

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Opens the menu."""
        if event.key() in _OPENS:
            if not event.isAutoRepeat():
                self.open_menu()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:  # noqa: N802
        """As wide as what it says, within reason."""
        plain, bold = QFontMetricsF(self.font()), QFontMetricsF(self._bold())
        value = min(bold.horizontalAdvance(self.words()), float(_WIDEST))
        wide = plain.horizontalAdvance(self._caption) + value + 2 * _BETWEEN + _ARROW
        return QSizeF(
            round(wide) + 2 * _PADDING, max(look.BUTTON_HEADER, plain.height() + 8)
        ).toSize()

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """The same."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint ground, caption, value and arrow; a choice other than the first is framed stronger."""
        del event
        worn = look.colours()
        narrowed = self._value != self._choices[0][0]
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(worn.text if narrowed else worn.control_border), 1))
        painter.setBrush(QColor(worn.quiet if self.underMouse() else worn.surface))
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, look.RADIUS, look.RADIUS)
        metrics, bold = QFontMetricsF(self.font()), QFontMetricsF(self._bold())
        base = round(self.height() / 2 + metrics.capHeight() / 2)
        painter.setFont(self.font())
        painter.setPen(QColor(worn.text2))
        painter.drawText(QPointF(_PADDING, base), self._caption)
        left = _PADDING + metrics.horizontalAdvance(self._caption) + _BETWEEN
        room = self.width() - left - _BETWEEN - _ARROW - _PADDING + 1
        painter.setFont(self._bold())
        painter.setPen(QColor(worn.text))
        shown = bold.elidedText(self.words(), Qt.TextElideMode.ElideMiddle, room)
        painter.drawText(QPointF(left, base), shown)
        place = QRectF(
            self.width() - _PADDING - _ARROW, (self.height() - _ARROW) / 2, _ARROW, _ARROW
        )
        paint_icon(painter, "chevron-down", place, worn.text2)
        painter.end()

    def _choose(self, value: Hashable) -> None:
        self._value, self._said = value, ""
        self._tell()
        self.chosen.emit(value)

    def _tell(self) -> None:
        self.setAccessibleName(f"{self._caption}: {self.words()}")
        self.updateGeometry()
        self.update()

    def _bold(self) -> QFont:
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        return font
