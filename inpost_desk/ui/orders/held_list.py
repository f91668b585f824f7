"""The list of labels that are held back: whose each is, and below it why."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from inpost_desk.ui import look
from inpost_desk.ui.look import Role, State
from inpost_desk.ui.orders.held_jobs import Shown
from inpost_desk.wording.held_labels import held_brief
from inpost_desk.wording.speech import translate

LIST_WIDTH: Final = 280
_WHO: Final = Qt.ItemDataRole.UserRole
_WHY: Final = Qt.ItemDataRole.UserRole + 1
_PAD: Final = 8
_BETWEEN: Final = 2


class HeldList(QListWidget):
    """Rows of one height; what is too long for one is whole beside the list."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(translate("ui", "Labels held back"))
        self.setMinimumWidth(LIST_WIDTH)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setItemDelegate(_RowPainter(self))

    def fill(self, shown: Sequence[Shown], names: Mapping[int, str], first: int) -> None:
        """Show these, the one of the shipment `first` chosen. Tells nobody of another choice."""
        self.blockSignals(True)
        self.clear()
        for one in shown:
            label, why = one.held.label, held_brief(one.held.rule)
            who = " · ".join(filter(None, (label.reference, names.get(one.shipment, ""))))
            # The text is what a screen reader reads.
            item = QListWidgetItem(f"{who}\n{why}")
            item.setData(_WHO, who)
            item.setData(_WHY, why)
            item.setToolTip(item.text())
            self.addItem(item)
        places = [one.shipment for one in shown]
        self.setCurrentRow(places.index(first) if first in places else min(0, len(shown) - 1))
        self.blockSignals(False)


class _RowPainter(QStyledItemDelegate):
    """Two lines, cut where they end, and a line below them."""

    def sizeHint(  # noqa: N802
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        del option, index
        who, why = (QFontMetrics(font).height() for font in _fonts())
        # As wide as the list.
        return QSize(1, who + why + _BETWEEN + 2 * _PAD + 1)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        box, worn = option.rect, look.colours()
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.fillRect(box, QColor(worn.selected if chosen else worn.surface))
        if chosen:
            painter.fillRect(QRect(box.left(), box.top(), 4, box.height()), QColor(worn.accent))
        painter.setPen(QColor(worn.line))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        room, top = box.adjusted(look.PAD, _PAD, -_PAD, -_PAD), box.top() + _PAD
        inks = (worn.text, worn.ink(State.WARNING))
        for role, font, ink in zip((_WHO, _WHY), _fonts(), inks, strict=True):
            metrics = QFontMetrics(font)
            painter.setFont(font)
            painter.setPen(QColor(ink))
            cut = metrics.elidedText(index.data(role), Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(room.left(), top + metrics.ascent(), cut)
            top += metrics.height() + _BETWEEN
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(worn.focus), look.FOCUS))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(box.adjusted(1, 1, -1, -2))
        painter.restore()


def _fonts() -> tuple[QFont, QFont]:
    return look.font(Role.FIELD, bold=True), look.font(Role.CAPTION)
