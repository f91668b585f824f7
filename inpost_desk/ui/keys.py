"""F1: the keys of the page and of the whole window, as they stand on the keyboard."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from inpost_desk.ui import look
from inpost_desk.ui.kit import Heading, KeyButton, KeyCap, Text
from inpost_desk.ui.look import Role
from inpost_desk.wording.speech import translate

# Several keys that do the same stand in one string: "F8 / Shift+F8", "F8, Shift+F8".
BETWEEN = re.compile(r" / |, ")
_TWO_COLUMNS_FROM = 900


@dataclass(frozen=True, slots=True)
class KeyGroup:
    """Keys under one heading: each with what it does."""

    heading: str
    keys: Sequence[tuple[str, str]]


class KeysDialog(QDialog):
    """Shown over the window until Esc, Enter or F1. Meanwhile no key reaches the page.

    Where it is `guided`, Shift+F1 and a button lead on to the guide.
    """

    guide_asked = Signal()

    def __init__(
        self, groups: Sequence[KeyGroup], parent: QWidget, *, guided: bool = False
    ) -> None:
        super().__init__(parent)
        self._guided = guided
        self.setWindowTitle(translate("ui", "Keys"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        shown = [one for one in groups if one.keys]
        two = parent.width() >= _TWO_COLUMNS_FROM and len(shown) > 1
        inside = QVBoxLayout(self)
        # The border of the dialog stays to be seen.
        inside.setContentsMargins(1, 1, 1, look.PAD)
        inside.setSpacing(look.PAD)
        content = _columns(shown, two=two)
        inside.addWidget(_scrolled(content), 1)
        inside.addLayout(self._bottom())
        wide = (look.PANEL_WIDE + look.EDGE) * (2 if two else 1) + look.EDGE
        tall = content.heightForWidth(wide) if content.hasHeightForWidth() else -1
        tall = (tall if tall > 0 else content.sizeHint().height()) + look.BAR + look.EDGE
        self.resize(min(wide, parent.width() - look.FORM), min(tall, parent.height() - look.FORM))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """The key that opened it closes it."""
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.key() == Qt.Key.Key_F1 and shift and self._guided:
            self._go_on()
        elif event.key() == Qt.Key.Key_F1:
            self.reject()
        else:
            super().keyPressEvent(event)

    def _bottom(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(look.EDGE, 0, look.EDGE, 0)
        close = KeyButton(translate("ui", "Close"), key="Esc")
        close.clicked.connect(self.reject)
        if self._guided:
            guide = KeyButton(translate("ui", "Guide"), key="Shift+F1", icon="help")
            guide.clicked.connect(self._go_on)
            row.addWidget(guide)
        row.addStretch(1)
        row.addWidget(close)
        close.setFocus()
        return row

    def _go_on(self) -> None:
        """Not before the keyboard is the window's again."""
        self.reject()
        self.guide_asked.emit()


def _scrolled(content: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QScrollArea.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(content)
    return area


def _columns(groups: Sequence[KeyGroup], *, two: bool) -> QWidget:
    content = QWidget()
    columns = QHBoxLayout(content) if two else QVBoxLayout(content)
    columns.setContentsMargins(look.EDGE, look.EDGE, look.EDGE, 0)
    columns.setSpacing(look.EDGE)
    for group in groups:
        columns.addLayout(_group(group), 1)
    return content


def _group(group: KeyGroup) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(look.PAD)
    column.addWidget(Heading(group.heading))
    grid = QGridLayout()
    grid.setHorizontalSpacing(look.PAD)
    grid.setVerticalSpacing(look.GAP)
    grid.setColumnStretch(1, 1)
    for number, (key, words) in enumerate(group.keys):
        grid.addLayout(_caps(key), number, 0)
        text = Text(words, Role.BODY, wrap=True)
        text.setAccessibleName(f"{key}: {words}")
        grid.addWidget(text, number, 1)
    column.addLayout(grid)
    column.addStretch(1)
    return column


def _caps(key: str) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(look.GAP // 2)
    for one in BETWEEN.split(key):
        row.addWidget(KeyCap(one), 0, Qt.AlignmentFlag.AlignTop)
    row.addStretch(1)
    return row
