"""What there is to read: each guide with its chapters."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import QRect, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QSizePolicy, QTreeWidget, QTreeWidgetItem

from inpost_desk.ui import look
from inpost_desk.ui.help.guides import GUIDES, Guide
from inpost_desk.ui.look import Role
from inpost_desk.wording.speech import translate

WIDTH: Final = 264
_KEY: Final = Qt.ItemDataRole.UserRole
_CHAPTER: Final = Qt.ItemDataRole.UserRole + 1
_SHOWN_LEVEL: Final = 2


class Contents(QTreeWidget):
    """Arrows and clicks choose; the chapter that is being read is the current one."""

    chosen = Signal(str, int)
    """A guide's key and the number of a heading in it."""

    def __init__(self) -> None:
        super().__init__()
        self.setHeaderHidden(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(translate("ui", "Guides and their chapters"))
        self.setFixedWidth(WIDTH)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setIndentation(look.PAD)
        self.setWordWrap(True)
        self.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setExpandsOnDoubleClick(False)
        self.setFont(look.font(Role.BODY))
        self.currentItemChanged.connect(self._changed)
        self.itemClicked.connect(self._changed)

    def show_guides(self, guides: Sequence[Guide]) -> None:
        """List them."""
        self.clear()
        for guide in guides:
            top = self._item(translate("ui", GUIDES[guide.key]), guide.key, 0)
            top.setFont(0, look.font(Role.BODY, bold=True))
            self.addTopLevelItem(top)
            for number, chapter in enumerate(guide.chapters):
                if chapter.level == _SHOWN_LEVEL:
                    below = self._item(chapter.title, guide.key, number)
                    below.setToolTip(0, chapter.title)
                    top.addChild(below)

    def show_counts(self, counts: Mapping[str, int]) -> None:
        """How often a guide has what is searched for, behind its name."""
        for number in range(self.topLevelItemCount()):
            item = self.topLevelItem(number)
            if item is None:
                continue
            key = str(item.data(0, _KEY))
            name, count = translate("ui", GUIDES[key]), counts.get(key, 0)
            item.setText(0, f"{name} ({count})" if count else name)

    def mark(self, key: str, chapter: int) -> None:
        """That is being read; nobody is told."""
        top = self._top(key)
        if top is None:
            return
        inside = (top.child(number) for number in range(top.childCount()))
        chapters = [one for one in inside if one is not None]
        before = [one for one in chapters if int(one.data(0, _CHAPTER)) <= chapter]
        with QSignalBlocker(self):
            for number in range(self.topLevelItemCount()):
                other = self.topLevelItem(number)
                if other is not None:
                    other.setExpanded(other is top)
            self.setCurrentItem(before[-1] if before else top)

    def _top(self, key: str) -> QTreeWidgetItem | None:
        tops = (self.topLevelItem(number) for number in range(self.topLevelItemCount()))
        return next((one for one in tops if one is not None and one.data(0, _KEY) == key), None)

    def _item(self, text: str, key: str, chapter: int) -> QTreeWidgetItem:
        item = QTreeWidgetItem([text])
        item.setData(0, _KEY, key)
        item.setData(0, _CHAPTER, chapter)
        # Words are not cut: a long heading takes two lines.
        room = QRect(0, 0, WIDTH - look.FORM - 4, look.PANEL)
        told = self.fontMetrics().boundingRect(room, Qt.TextFlag.TextWordWrap, text)
        item.setSizeHint(0, QSize(room.width(), told.height() + look.GAP))
        return item

    def _changed(self, item: QTreeWidgetItem | None) -> None:
        if item is not None:
            self.chosen.emit(str(item.data(0, _KEY)), int(item.data(0, _CHAPTER)))
