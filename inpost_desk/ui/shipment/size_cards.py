"""Sizes as large keys: a letter takes one, a digit says how many."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QRadioButton, QSizePolicy, QWidget

from inpost_desk.ui import look
from inpost_desk.ui.kit_focus import frame_outside
from inpost_desk.ui.look import Role

_EDGE: Final = 8
_CENTRED: Final = Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap


class SizeCards(QWidget):
    """One stop of Tab; arrows and letters choose."""

    chosen = Signal(str)
    counted = Signal(int)
    """A digit was typed: that many of them."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._name = name
        self._choices: tuple[tuple[str, str, str], ...] = ()
        self._cards: dict[str, SizeCard] = {}
        self._group = QButtonGroup(self)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(look.GAP)

    def set_choices(self, choices: Sequence[tuple[str, str, str]]) -> None:
        """Key, letter and what it means, each."""
        if tuple(choices) == self._choices:
            return
        self._choices = tuple(choices)
        focused = any(card.hasFocus() for card in self._cards.values())
        for card in self._cards.values():
            self._group.removeButton(card)
            self._row.removeWidget(card)
            card.hide()
            card.deleteLater()
        self._cards = {}
        for key, letter, words in choices:
            card = SizeCard(letter, words, self._name)
            card.clicked.connect(lambda _=False, key=key: self.chosen.emit(key))
            self._group.addButton(card)
            self._row.addWidget(card, 1)
            self._cards[key] = card
        if focused and self._cards:
            # What is not shown yet would get the focus too late for the next key.
            self.focus_card().show()
            self.focus_card().setFocus()

    def set_value(self, key: str | None) -> None:
        """Take that one, or none, without telling anyone."""
        checked = self._group.checkedButton()
        if key in self._cards:
            self._cards[key].setChecked(True)
        elif checked is not None:
            self._group.setExclusive(False)
            checked.setChecked(False)
            self._group.setExclusive(True)

    def value(self) -> str | None:
        """The key of the one taken."""
        return next((key for key, card in self._cards.items() if card.isChecked()), None)

    def focus_card(self) -> QWidget:
        """The one taken, or the first."""
        cards = list(self._cards.values())
        return next((card for card in cards if card.isChecked()), cards[0] if cards else self)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Letters and digits, which the cards leave alone."""
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.ShiftModifier,
            Qt.KeyboardModifier.KeypadModifier,
        )
        typed = event.text().upper() if plain else ""
        card = self._card_of(typed) if typed else None
        if card is not None:
            card.setFocus(Qt.FocusReason.ShortcutFocusReason)
            card.click()
        elif typed in set("123456789"):
            self.counted.emit(int(typed))
        else:
            super().keyPressEvent(event)

    def _card_of(self, typed: str) -> SizeCard | None:
        """By its letter; a card with a word by that word's first."""
        cards = self._cards.values()
        exact = (one for one in cards if one.letter == typed)
        worded = (one for one in cards if one.letter[:1].upper() == typed)
        return next(exact, None) or next(worded, None)


class SizeCard(QRadioButton):
    """A letter that can be read from afar, and what it means."""

    def __init__(self, letter: str, words: str, name: str) -> None:
        super().__init__(letter.replace("&", "&&"))
        self.letter, self._words = letter, words
        self.setAccessibleDescription(f"{name}, {words}")
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        frame_outside(self, radius=look.RADIUS_CARD)

    def sizeHint(self) -> QSize:  # noqa: N802
        """A letter, and three short lines."""
        tall = QFontMetrics(self._large()).height()
        lines = 3 * QFontMetrics(look.font(Role.CAPTION)).height()
        return QSize(look.CHIPS, tall + lines + 3 * _EDGE)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """The same."""
        return self.sizeHint()

    def hitButton(self, pos: QPoint) -> bool:  # noqa: N802
        """All of it can be clicked."""
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint the card."""
        del event
        worn, taken = look.colours(), self.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = worn.selected if taken else worn.quiet if self.underMouse() else worn.surface
        pen = QPen(QColor(worn.accent_border if taken else worn.control_border), 2 if taken else 1)
        painter.setPen(pen)
        painter.setBrush(QColor(ground))
        half = pen.widthF() / 2
        box = QRectF(self.rect()).adjusted(half, half, -half, -half)
        painter.drawRoundedRect(box, look.RADIUS_CARD, look.RADIUS_CARD)
        painter.setPen(QColor(worn.text))
        font = self._large() if len(self.letter) == 1 else look.font(Role.BODY, bold=True)
        painter.setFont(font)
        large = QFontMetrics(self._large()).height()
        first = QRectF(_EDGE, _EDGE, self.width() - 2 * _EDGE, large)
        fitting = QFontMetrics(font).elidedText(
            self.letter, Qt.TextElideMode.ElideRight, int(first.width())
        )
        painter.drawText(first, Qt.AlignmentFlag.AlignCenter, fitting)
        painter.setFont(look.font(Role.CAPTION))
        painter.setPen(QColor(worn.text2))
        below = QRectF(4, first.bottom() + 4, self.width() - 8, self.height() - first.bottom() - 8)
        painter.drawText(below, _CENTRED, self._words)
        painter.end()

    def _large(self) -> QFont:
        return look.font(Role.PROGRESS)
