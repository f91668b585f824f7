"""The Shipments page's header: since when there is a history, the search, a new shipment."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from inpost_desk.ui import look
from inpost_desk.ui.kit import Heading, KeyButton
from inpost_desk.ui.look import Role
from inpost_desk.ui.orders.fitting import FittingText
from inpost_desk.ui.orders.header import SearchField
from inpost_desk.wording.speech import translate


class HistoryHeader(QWidget):
    """Title, since when, search and a new shipment."""

    search_changed = Signal(str)
    search_left = Signal()
    new_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setMinimumHeight(look.HEADER)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._title = Heading(translate("ui", "Shipments"), Role.TITLE)
        self._since = FittingText(tone="text2")
        # Where the text is large it goes, and no button is cut.
        self._since.setMinimumWidth(1)
        self.search = SearchField()
        self.search.setPlaceholderText(translate("ui", "Number, name, telephone, point, town"))
        self.search.setAccessibleName(translate("ui", "Search the history"))
        self.search.textChanged.connect(self.search_changed)
        self.search.left.connect(self.search_left)
        self.new = KeyButton(
            translate("ui", "New shipment"), key="Ctrl+N", icon="plus", kind="header"
        )
        self.new.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.new.clicked.connect(self.new_asked)
        self.details = KeyButton(translate("ui", "Details"), key="F9", kind="header")
        self.details.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(look.EDGE, 0, look.EDGE, 0)
        row.setSpacing(look.GAP)
        row.addWidget(self._title)
        row.addSpacing(look.PAD)
        row.addWidget(self._since, 1)
        for one in (self.search, self.new, self.details):
            row.addWidget(one)

    def set_since(self, words: tuple[str, ...]) -> None:
        """From the longest wording to the shortest."""
        self._since.set_wordings(words)

    def focus_search(self) -> None:
        """Ctrl+F."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """The words of when may go, and the new shipment, which the rail has too."""
        return QSize(self._least(), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Where the text is large nothing is cut."""
        super().resizeEvent(event)
        self._fit()

    def show_details(self, shown: bool) -> None:  # noqa: FBT001 - as Qt's setters
        """Whether there is a button for the side panel."""
        self.details.setVisible(shown)
        self._fit()

    def _fit(self) -> None:
        needed = self._least() + self.new.sizeHint().width() + look.GAP
        self.new.setVisible(self.width() >= needed)

    def _least(self) -> int:
        parts = [self._title, *([] if self.details.isHidden() else [self.details])]
        wide = sum(one.sizeHint().width() for one in parts)
        return wide + self.search.minimumSizeHint().width() + 2 * look.EDGE + 4 * look.GAP

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """The surface and the line under it."""
        del event
        worn = look.colours()
        painter = QPainter(self)
        painter.fillRect(self.rect(), worn.surface)
        painter.fillRect(0, self.height() - 1, self.width(), 1, worn.line)
        painter.end()
