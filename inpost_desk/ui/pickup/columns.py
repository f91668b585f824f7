"""Three columns beside each other; where there is no room for them, one at a time under tabs."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from inpost_desk.ui import look
from inpost_desk.ui.kit import Ground, Line, Segmented
from inpost_desk.wording.speech import translate


class Upright(QScrollArea):
    """Scrolls up and down only: it is never narrower than what is in it."""

    def __init__(self, inside: QWidget) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._inside = inside
        self.setWidget(inside)
        inside.installEventFilter(self)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """The width of the contents beside a scroll bar."""
        bar = self.verticalScrollBar().sizeHint().width()
        return QSize(self._inside.minimumSizeHint().width() + bar, look.BAR)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """The contents need another width: so do we."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)


class Columns(QWidget):
    """Left to right as the day goes."""

    folded = Signal(bool)
    """Whether one is shown at a time now, under a tab with its name."""

    def __init__(
        self, columns: Sequence[tuple[str, str, QWidget]], stretches: Sequence[int]
    ) -> None:
        """`columns`: key, name of the tab, and the widget."""
        super().__init__()
        self._columns = {key: widget for key, _, widget in columns}
        self.tabs = Segmented(
            [(key, words) for key, words, _ in columns], name=translate("ui", "Parts of the page")
        )
        self.tabs.set_value(columns[0][0])
        self.tabs.changed.connect(self._show)
        self._bar = Ground("surface", lines=(Qt.Edge.BottomEdge,))
        bar = QHBoxLayout(self._bar)
        bar.setContentsMargins(look.EDGE, look.GAP, look.EDGE, look.GAP)
        bar.addWidget(self.tabs)
        self._lines: list[Line] = []
        row = QHBoxLayout()
        row.setSpacing(0)
        for place, ((_, _, widget), stretch) in enumerate(zip(columns, stretches, strict=True)):
            if place:
                self._lines.append(Line(Qt.Orientation.Vertical))
                row.addWidget(self._lines[-1])
            row.addWidget(widget, stretch)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._bar)
        column.addLayout(row, 1)
        self._narrow: bool | None = None
        self._fold()

    @property
    def narrow(self) -> bool:
        """Whether one is shown at a time."""
        return bool(self._narrow)

    def go_to(self, key: str) -> None:
        """Show that column."""
        self.tabs.set_value(key)
        self._show()

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Folded."""
        widest = max(one.minimumSizeHint().width() for one in self._columns.values())
        return QSize(widest, 200)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Fold where they do not fit."""
        super().resizeEvent(event)
        self._fold()

    def event(self, event: QEvent) -> bool:
        """Fold too where a column needs more room than before."""
        taken = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._fold()
        return taken

    def _fold(self) -> None:
        needed = sum(one.minimumSizeHint().width() for one in self._columns.values())
        narrow = self.width() < needed
        if narrow != self._narrow:
            self._narrow = narrow
            self._bar.setVisible(narrow)
            for line in self._lines:
                line.setVisible(not narrow)
            self._show()
            self.folded.emit(narrow)

    def _show(self, _key: str = "") -> None:
        for key, widget in self._columns.items():
            widget.setVisible(not self._narrow or key == self.tabs.value())
