"""Below the form: today's orders, or that the courier comes without one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from inpost_desk.domain.pickup import PickupLine
from inpost_desk.ui import look
from inpost_desk.ui.kit import Line
from inpost_desk.ui.orders.panel_parts import Words
from inpost_desk.ui.pickup.order_item import OrderItem
from inpost_desk.wording.speech import translate


class OrderItems(QWidget):
    """Orders under each other, kept for the next time."""

    asked = Signal(str, object)
    """As of `OrderItem`."""

    def __init__(self, *, dated: bool = False) -> None:
        super().__init__()
        self._dated = dated
        self.items: list[OrderItem] = []
        self._lines: list[Line] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addStretch()

    def say(self, lines: Sequence[PickupLine]) -> None:
        """Show these."""
        for number, one in enumerate(lines):
            if number == len(self.items):
                self._add()
            self.items[number].say(one)
            self.items[number].show()
            self._lines[number].setVisible(number > 0)
        for spare, line in zip(self.items[len(lines) :], self._lines[len(lines) :], strict=True):
            spare.hide()
            line.hide()

    def shown(self) -> list[OrderItem]:
        """What stands there."""
        return [one for one in self.items if not one.isHidden()]

    def _add(self) -> None:
        item, line = OrderItem(dated=self._dated), Line()
        item.asked.connect(self.asked)
        for part in (line, item):
            self._column.insertWidget(self._column.count() - 1, part)
        self.items.append(item)
        self._lines.append(line)


class Today(QWidget):
    """Heading and orders."""

    asked = Signal(str, object)

    def __init__(self) -> None:
        super().__init__()
        self.orders = OrderItems()
        self.orders.asked.connect(self.asked)
        self._none = Words("", tone="text2")
        column = QVBoxLayout(self)
        column.setContentsMargins(look.EDGE, look.PAD, look.EDGE, look.PAD)
        column.setSpacing(4)
        column.addWidget(Words(translate("ui", "Today's orders"), bold=True, tone="text2"))
        column.addWidget(self._none)
        column.addWidget(self.orders)
        column.addStretch()
        self.say(())

    def say(self, lines: Sequence[PickupLine]) -> None:
        """Show these, the newest first."""
        self.orders.say(lines)
        self._none.say("" if lines else translate("ui", "No courier was ordered today."))
