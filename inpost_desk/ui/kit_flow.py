"""A layout that goes on in a new line where one is too short, so that nothing is cut at 200 %."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QSizePolicy, QWidget


class FlowLayout(QLayout):
    """Items beside each other, in as many lines as they need: the layout of a widget, never part of another.

    Inside another layout PySide forgets its items after a while, and the next change of look crashes Qt.
    """

    def __init__(self, parent: QWidget, *, gap: int = 8) -> None:
        super().__init__(parent)
        self._gap = gap
        self._items: list[QLayoutItem] = []

    def addItem(self, item: QLayoutItem) -> None:  # noqa: N802
        """Take one item more."""
        self._items.append(item)

    def count(self) -> int:
        """How many items there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:  # noqa: N802
        """The item of that number."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # noqa: N802
        """Give the item of that number away."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:  # noqa: N802
        """It asks for no more room than it needs."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:  # noqa: N802
        """Fewer columns are more lines."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        """How high the lines are at that width."""
        return self._lay(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:  # noqa: N802
        """Lay the items out."""
        super().setGeometry(rect)
        self._lay(rect, move=True)

    def sizeHint(self) -> QSize:  # noqa: N802
        """All in one line."""
        shown = self._shown()
        margins = self.contentsMargins()
        wide = sum(item.sizeHint().width() + self._gap for item in shown) - self._gap
        tall = max((item.sizeHint().height() for item in shown), default=0)
        return QSize(
            wide + margins.left() + margins.right(), tall + margins.top() + margins.bottom()
        )

    def minimumSize(self) -> QSize:  # noqa: N802
        """The widest item alone."""
        shown = self._shown()
        margins = self.contentsMargins()
        wide = max((item.minimumSize().width() for item in shown), default=0)
        tall = max((item.minimumSize().height() for item in shown), default=0)
        return QSize(
            wide + margins.left() + margins.right(), tall + margins.top() + margins.bottom()
        )

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _lay(self, rect: QRect, *, move: bool) -> int:
        if not self._shown():
            return 0
        margins = self.contentsMargins()
        inside = rect.marginsRemoved(margins)
        x, y, tall = inside.x(), inside.y(), 0
        for item in self._shown():
            size = item.sizeHint()
            if x > inside.x() and x + size.width() > inside.x() + inside.width():
                x, y, tall = inside.x(), y + tall + self._gap, 0
            if move:
                item.setGeometry(QRect(x, y, size.width(), size.height()))
            x += size.width() + self._gap
            tall = max(tall, size.height())
        return y + tall - rect.y() + margins.bottom()


class Flow(QWidget):
    """A part of a form: widgets beside each other, in as many lines as they need."""

    def __init__(
        self, *widgets: QWidget, gap: int = 8, margins: tuple[int, int, int, int] = (0, 0, 0, 0)
    ) -> None:
        super().__init__()
        layout = FlowLayout(self, gap=gap)
        layout.setContentsMargins(*margins)
        for widget in widgets:
            layout.addWidget(widget)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
