"""A choice out of rows with numbers: a digit or the arrows choose; what cannot be had says why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QSizePolicy, QVBoxLayout, QWidget

from inpost_desk.ui import look
from inpost_desk.ui.kit import Text
from inpost_desk.ui.kit_cap import cap_font, cap_size, paint_cap
from inpost_desk.ui.look import Role

_CAP: Final = 24
_LEFT: Final = look.PAD + _CAP + look.PAD
_TOP: Final = 8
_WRAP: Final = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft


@dataclass(frozen=True, slots=True)
class RowItem:
    """`group` is the heading it stands under; with a `reason` it cannot be chosen."""

    key: str
    title: str
    detail: str = ""
    group: str = ""
    reason: str = ""


class ChoiceRows(QWidget):
    """The rows under their headings. One stop of Tab."""

    chosen = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._name = name
        self._items: tuple[RowItem, ...] = ()
        self._rows: dict[str, ChoiceRow] = {}
        self._group = QButtonGroup(self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def set_items(self, items: Sequence[RowItem]) -> None:
        """Offer these; the focus stays on its row."""
        if tuple(items) == self._items:
            return
        self._items = tuple(items)
        focused = next((key for key, row in self._rows.items() if row.hasFocus()), None)
        self._clear()
        group, number = "", 0
        for item in items:
            if item.group and item.group != group:
                self._head(item.group, first=not group)
                group = item.group
            number += 0 if item.reason else 1
            self._add(item, str(number) if number <= 9 and not item.reason else "")
        if focused is not None:
            row = self._rows[focused] if focused in self.keys() else self.focus_row()
            if row is not None:
                # What is not shown yet would get the focus too late for the next key.
                row.show()
                row.setFocus()

    def value(self) -> str:
        """The key of the row chosen, or ""."""
        return next((key for key, row in self._rows.items() if row.isChecked()), "")

    def set_value(self, key: str) -> None:
        """Choose that row, or none, without telling anyone."""
        checked = self._group.checkedButton()
        if key in self._rows:
            self._rows[key].setChecked(True)
        elif checked is not None:
            self._group.setExclusive(False)
            checked.setChecked(False)
            self._group.setExclusive(True)

    def row(self, key: str) -> ChoiceRow:
        """The row of that key."""
        return self._rows[key]

    def keys(self) -> list[str]:
        """Those that can be chosen, in the order of their numbers."""
        return [item.key for item in self._items if not item.reason]

    def focus_row(self) -> QWidget | None:
        """The row chosen, else the first that can be."""
        usable = [self._rows[key] for key in self.keys()]
        return next((row for row in usable if row.isChecked()), usable[0] if usable else None)

    def choose_number(self, number: int) -> bool:
        """As if the row with that number had been clicked."""
        keys = self.keys()
        if not 1 <= number <= min(9, len(keys)):
            return False
        row = self._rows[keys[number - 1]]
        row.setFocus(Qt.FocusReason.ShortcutFocusReason)
        row.click()
        return True

    def _clear(self) -> None:
        for row in self._rows.values():
            self._group.removeButton(row)
        self._rows = {}
        while (taken := self._column.takeAt(0)) is not None:
            widget = taken.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def _head(self, words: str, *, first: bool) -> None:
        head = Text(words, bold=True, tone="text2")
        head.setContentsMargins(0, 0 if first else look.PAD, 0, 4)
        self._column.addWidget(head)

    def _add(self, item: RowItem, digit: str) -> None:
        row = ChoiceRow(item, digit, self._name)
        row.clicked.connect(lambda: self.chosen.emit(item.key))
        self._group.addButton(row)
        self._rows[item.key] = row
        self._column.addWidget(row)


class ChoiceRow(QRadioButton):
    """A radio button that fills a line and shows its digit."""

    def __init__(self, item: RowItem, digit: str, name: str) -> None:
        super().__init__(item.title.replace("&", "&&"))
        self._item, self._digit = item, digit
        said = (name, item.group, digit, item.reason or item.detail)
        self.setAccessibleDescription(", ".join(filter(None, said)))
        self.setEnabled(not item.reason)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:  # noqa: N802
        """A long explanation takes more lines."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        """Title and explanation under each other."""
        title, detail = self._places(width)
        return max(title.bottom(), detail.bottom()) + _TOP + 1

    def sizeHint(self) -> QSize:  # noqa: N802
        """As a form has it; the layout asks for the height of its own width."""
        return QSize(look.PANEL_WIDE, self.heightForWidth(look.PANEL_WIDE))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Words break."""
        return QSize(look.PANEL // 2, look.FORM)

    def hitButton(self, pos: QPoint) -> bool:  # noqa: N802
        """All of it can be clicked."""
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint ground, digit and words."""
        del event
        worn, usable = look.colours(), self.isEnabled()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = worn.selected if self.isChecked() else worn.surface if usable else worn.quiet
        if self.underMouse() and usable and not self.isChecked():
            ground = worn.quiet
        painter.fillRect(self.rect(), QColor(ground))
        painter.fillRect(0, self.height() - 1, self.width(), 1, QColor(worn.row_line))
        if self.isChecked():
            painter.fillRect(0, 0, 4, self.height(), QColor(worn.accent))
        self._paint_digit(painter)
        title, detail = self._places(self.width())
        painter.setPen(QColor(worn.text if usable else worn.text3))
        painter.setFont(look.font(Role.BODY, bold=True))
        painter.drawText(title, _WRAP, self._item.title)
        painter.setPen(QColor(worn.text2 if usable else worn.text3))
        painter.setFont(look.font(Role.CAPTION))
        painter.drawText(detail, _WRAP, self._item.reason or self._item.detail)
        if self.hasFocus():
            painter.setPen(QPen(QColor(worn.focus), look.FOCUS))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(self.rect()).adjusted(1, 1, -1, -1))
        painter.end()

    def _paint_digit(self, painter: QPainter) -> None:
        if not self._digit:
            return
        worn = look.colours()
        font = cap_font(_CAP)
        size = cap_size(self._digit, font, _CAP)
        place = QRectF(look.PAD, (self.height() - size.height()) / 2, size.width(), size.height())
        if self.isChecked():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(worn.accent))
            painter.drawRoundedRect(place, look.RADIUS - 1, look.RADIUS - 1)
        ink = worn.on_accent if self.isChecked() else worn.text
        border = worn.accent_border if self.isChecked() else worn.control_border
        paint_cap(painter, self._digit, place, font=font, ink=ink, border=border)

    def _places(self, width: int) -> tuple[QRect, QRect]:
        room = max(1, width - _LEFT - look.PAD)
        bold = QFontMetrics(look.font(Role.BODY, bold=True))
        title = bold.boundingRect(QRect(_LEFT, _TOP, room, 10_000), _WRAP, self._item.title)
        below = QRect(_LEFT, title.bottom() + 2, room, 10_000)
        words = self._item.reason or self._item.detail
        detail = QFontMetrics(look.font(Role.CAPTION)).boundingRect(below, _WRAP, words)
        wide = QSize(room, title.height())
        return QRect(title.topLeft(), wide), QRect(below.topLeft(), QSize(room, detail.height()))
