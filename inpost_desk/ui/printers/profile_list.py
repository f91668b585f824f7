"""The printers that are set up: what goes to each, how it is reached, and how it stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from inpost_desk.ui import look
from inpost_desk.ui.kit import Ground, Heading, KeyButton, Line, Text
from inpost_desk.ui.look import Role, State
from inpost_desk.ui.shapes import Shape, paint
from inpost_desk.wording.speech import translate

_ROW: Final = Qt.ItemDataRole.UserRole
_SHAPE: Final = 14
_PAD: Final = 12
_GAP: Final = 6
# Qt's own word for a size without a limit.
_NO_LIMIT: Final = 16_777_215


@dataclass(frozen=True, slots=True)
class Row:
    """One printer as the list shows it; `id` is its profile's, "" of one that is being added."""

    id: str
    name: str
    detail: str
    word: str = ""
    shape: Shape = Shape.ARC
    state: State = State.QUIET


class ProfileList(QListWidget):
    """One stop of Tab; the arrows go from printer to printer."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(translate("ui", "Printers"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setItemDelegate(_RowPainter(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.scrolls = True
        """Whether it takes the room there is, be it little."""

    def set_rows(self, rows: Sequence[Row], current: str) -> None:
        """Show these printers, that one chosen, without telling anyone."""
        blocked = self.blockSignals(True)
        while self.count() > len(rows):
            self.takeItem(self.count() - 1)
        for place, row in enumerate(rows):
            if place >= self.count():
                self.addItem(QListWidgetItem())
            item = self.item(place)
            item.setData(_ROW, row)
            item.setText(row.name)
            words = ", ".join(filter(None, (row.name, row.word, row.detail)))
            item.setData(Qt.ItemDataRole.AccessibleTextRole, words)
            if row.id == current:
                self.setCurrentItem(item)
        self.blockSignals(blocked)
        # A longer word may need another line.
        self.scheduleDelayedItemsLayout()

    def current_id(self) -> str | None:
        """The id of the printer that is chosen, None without one."""
        item = self.currentItem()
        return item.data(_ROW).id if item else None

    def rows(self) -> list[Row]:
        """What is shown."""
        return [self.item(place).data(_ROW) for place in range(self.count())]

    def sizeHint(self) -> QSize:  # noqa: N802
        """Room for all of them, or for one where the list scrolls by itself."""
        rows = min(1, self.count()) if self.scrolls else self.count()
        return QSize(200, sum(self.sizeHintForRow(row) for row in range(rows)))


class ListColumn(Ground):
    """The list with its head and what was found below it."""

    def __init__(self, found: QWidget) -> None:
        super().__init__("surface")
        self.list = ProfileList()
        self.add_button = KeyButton(translate("ui", "Add"), key="Ins", icon="plus", kind="header")
        self.remove_button = KeyButton(translate("ui", "Remove"), key="Del", kind="quiet")
        self._none = Text(
            translate("ui", "No printer is set up yet. Take one that was found, or add one."),
            tone="text2",
            wrap=True,
        )
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(look.PAD, look.GAP, look.PAD, look.GAP)
        row.addWidget(Heading(translate("ui", "Printers")), 1)
        row.addWidget(self.add_button)
        none = QWidget()
        inside = QVBoxLayout(none)
        inside.setContentsMargins(look.PAD, look.PAD, look.PAD, look.PAD)
        inside.addWidget(self._none)
        self._none_part = none
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (head, Line(), none):
            column.addWidget(part)
        column.addWidget(self.list, 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(look.GAP, 4, look.GAP, 4)
        foot.addWidget(self.remove_button)
        foot.addStretch(1)
        column.addLayout(foot)
        column.addWidget(Line())
        column.addWidget(found)

    def show_none(self, *, none: bool) -> None:
        """Whether there is no printer."""
        self._none_part.setVisible(none)
        self.remove_button.setHidden(none)

    def be_column(self, width: int) -> None:
        """So wide beside the form; 0 as wide as there is room, and no higher than its rows, above it."""
        self.setMinimumWidth(max(width, self.minimumSizeHint().width()) if width else 0)
        self.setMaximumWidth(self.minimumWidth() if width else _NO_LIMIT)
        self.list.scrolls = bool(width)
        high = self.list.sizeHint().height()
        self.list.setMinimumHeight(high)
        self.list.setMaximumHeight(_NO_LIMIT if width else high)


class _RowPainter(QStyledItemDelegate):
    """Name, what and how, state: three lines."""

    def sizeHint(  # noqa: N802
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        view = self.parent()
        wide = view.viewport().width() if isinstance(view, ProfileList) else option.rect.width()
        name, detail, _ = (QFontMetrics(font).height() for font in _fonts())
        word = _word_room(index.data(_ROW).word, wide - look.PAD - _PAD - _SHAPE - _GAP)
        return QSize(160, name + detail + word.height() + 2 * 4 + 2 * _PAD)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        row, box, worn = index.data(_ROW), option.rect, look.colours()
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.fillRect(box, QColor(worn.selected if chosen else worn.surface))
        if chosen:
            painter.fillRect(QRect(box.left(), box.top(), 4, box.height()), QColor(worn.accent))
        painter.setPen(QColor(worn.line))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        self._words(painter, box.adjusted(look.PAD, _PAD, -_PAD, -_PAD), row)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(worn.focus), look.FOCUS))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(box.adjusted(1, 1, -1, -2))
        painter.restore()

    def _words(self, painter: QPainter, room: QRect, row: Row) -> None:
        worn, top = look.colours(), room.top()
        name, detail, word = _fonts()
        for text, font, ink in ((row.name, name, worn.text), (row.detail, detail, worn.text2)):
            metrics = QFontMetrics(font)
            painter.setFont(font)
            painter.setPen(QColor(ink))
            # All of it stands in the form beside.
            cut = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(room.left(), top + metrics.ascent(), cut)
            top += metrics.height() + 4
        ink = worn.ink(row.state)
        middle = top + (QFontMetrics(word).height() - _SHAPE) / 2
        paint(painter, row.shape, QRectF(room.left(), middle, _SHAPE, _SHAPE), ink)
        painter.setFont(word)
        painter.setPen(QColor(ink))
        left = room.left() + _SHAPE + _GAP
        place = _word_room(row.word, room.right() - left).translated(left, top)
        painter.drawText(place, Qt.TextFlag.TextWordWrap, row.word)


def _word_room(word: str, width: int) -> QRect:
    """The state is nowhere else, so it is never cut."""
    metrics, wrap = QFontMetrics(_fonts()[2]), Qt.TextFlag.TextWordWrap
    return metrics.boundingRect(QRect(0, 0, max(width, 1), 1000), wrap, word or " ")


def _fonts() -> tuple[QFont, QFont, QFont]:
    return (
        look.font(Role.FIELD, bold=True),
        look.font(Role.CAPTION),
        look.font(Role.BODY, bold=True),
    )
