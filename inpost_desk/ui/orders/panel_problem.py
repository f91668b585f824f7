"""The card of the problem that the keys mean, and the list of the others."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from inpost_desk.domain.amounts import COD_LIMITS
from inpost_desk.domain.fixes import KIND_TEXTS, MOST
from inpost_desk.domain.order import Field, Kind
from inpost_desk.domain.pile import Fix, PileRow
from inpost_desk.ui import look
from inpost_desk.ui.kit import Card, KeyButton
from inpost_desk.ui.kit_flow import Flow
from inpost_desk.ui.look import Role
from inpost_desk.ui.orders.panel_cards import ProblemCard
from inpost_desk.ui.orders.panel_parts import AnswerButton, Words, column
from inpost_desk.ui.shapes import STAGE_LOOK, paint
from inpost_desk.wording.fixes import brief_words, fix_words, names_value, title_words
from inpost_desk.wording.sentences import field_words, rule_words
from inpost_desk.wording.speech import translate

# Nobody reads on below that; F8 and the chip lead through all of them.
LONGEST: Final = 200
OTHER: Final = MOST + 1

Index = QModelIndex | QPersistentModelIndex


class ProblemBox(Card):
    """One problem in a sentence with its answers. Digits mean what stands here."""

    fix_chosen = Signal(int, object)
    fix_all_chosen = Signal(int, object)
    other_asked = Signal(int)
    skip_asked = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.set_current(True)
        self._card: ProblemCard | None = None
        self._for_all = False
        self._who = Words(role=Role.CAPTION, tone="text2")
        self.title = Words(role=Role.FIELD, bold=True)
        self._sentence = Words(tone="text2")
        self.answers = [AnswerButton() for _ in range(MOST)]
        self.all_button = AnswerButton()
        self.other_button = KeyButton("", key=str(OTHER), kind="quiet")
        self.skip_button = KeyButton("", key="Del", kind="quiet")
        self._connect()
        self._lay_out()

    def show_problem(self, card: ProblemCard | None) -> None:
        """Show that problem, or nothing."""
        self.setVisible(card is not None)
        if card == self._card:
            return
        known, self._card = self._card, card
        if known is None or card is None or (known.row, known.problem) != (card.row, card.problem):
            self._for_all = False
        if card is not None:
            self._say(card)

    def card(self) -> ProblemCard | None:
        """What stands here."""
        return self._card

    def press(self, digit: int) -> bool:
        """Take the answer of that digit; 0 means all rows with the same problem. Whether there was one."""
        if self._card is None:
            return False
        if digit == OTHER:
            self.other_asked.emit(self._card.row)
        elif digit == 0 and self._card.alike and self._card.fixes:
            self._all_pressed()
        elif 1 <= digit <= len(self._card.fixes):
            self._take(self._card.fixes[digit - 1])
        else:
            return False
        return True

    def skip(self) -> None:
        """Leave this row out for now."""
        if self._card is not None:
            self.skip_asked.emit(self._card.row)

    def _connect(self) -> None:
        for number, button in enumerate(self.answers, start=1):
            button.clicked.connect(lambda _checked=False, digit=number: self.press(digit))
        self.all_button.clicked.connect(lambda: self.press(0))
        self.other_button.clicked.connect(lambda: self.press(OTHER))
        self.skip_button.clicked.connect(self.skip)

    def _lay_out(self) -> None:
        layout = column(self, margins=(look.PAD, 12, look.PAD, 12), spacing=6)
        for widget in (self._who, self.title, self._sentence, *self.answers, self.all_button):
            layout.addWidget(widget)
        layout.addWidget(Flow(self.other_button, self.skip_button, gap=4))

    def _say(self, card: ProblemCard) -> None:
        place = translate("ui", "no. {row}").format(row=card.row)
        who = " · ".join(filter(None, (place, card.reference, card.name)))
        self._who.say(who, strong=card.reference)
        self.title.say(title_words(card.problem))
        self._sentence.say(self._explained(card))
        for number, button in enumerate(self.answers):
            if number < len(card.fixes):
                button.say(str(number + 1), *fix_words(card.fixes[number]))
            else:
                button.say("", "")
        self._say_all(card)
        if card.problem.field is Field.POINT:
            self.other_button.set_text(translate("ui", "Another point…"))
        else:
            self.other_button.set_text(translate("ui", "Correct it…"))
        self.skip_button.set_text(translate("ui", "Skip"))
        self.setAccessibleName(f"{self.title.text()} {self._sentence.text()}")

    def _say_all(self, card: ProblemCard) -> None:
        if not (card.alike and card.fixes):
            self.all_button.say("", "")
            return
        words = translate("ui", "The same in all rows like this ({n})").format(n=card.alike)
        # With several answers, the next digit says which one.
        detail = "" if len(card.fixes) == 1 else translate("ui", "then choose the answer")
        self.all_button.say("0", words, detail, chosen=self._for_all)

    @staticmethod
    def _explained(card: ProblemCard) -> str:
        problem = card.problem
        value = "" if names_value(problem) else problem.value
        words = rule_words(problem.rule, field=problem.field, value=value, hint=problem.hint)
        said = [words[:1].upper() + words[1:]]
        if card.looking:
            said.append(translate("ui", "Looking for the nearest open points…"))
        elif any(fix.metres is not None for fix in card.fixes):
            said.append(translate("ui", "The nearest open ones:"))
        if card.more:
            more = translate("ui", "Further problems of this row: {n}.")
            said.append(more.format(n=card.more))
        return " ".join(said)

    def _all_pressed(self) -> None:
        card = self._card
        if card is None:
            return
        if len(card.fixes) == 1:
            self.fix_all_chosen.emit(card.row, card.fixes[0])
        else:
            self._for_all = not self._for_all
            self._say_all(card)

    def _take(self, fix: Fix) -> None:
        if self._card is None:
            return
        chosen = self.fix_all_chosen if self._for_all else self.fix_chosen
        chosen.emit(self._card.row, fix)


class _Model(QAbstractListModel):
    """Rows of the pile that need somebody."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[PileRow] = []

    def take(self, rows: list[PileRow]) -> None:
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            head, brief, place = line_words(self.rows[index.row()])
            return f"{head}. {brief}. {place}"
        return None


def line_words(row: PileRow) -> tuple[str, str, str]:
    """A row of the list: what and where, why, its place in the pile."""
    field = field_words(row.field) if row.field else ""
    head = " · ".join(filter(None, (row.reference or row.name, field)))
    hint = ""
    if row.field == Field.COD and row.rule == "too_big":
        courier = row.kind.casefold() in (Kind.COURIER, KIND_TEXTS[Kind.COURIER])
        hint = str(COD_LIMITS[Kind.COURIER if courier else Kind.LOCKER])
    brief = brief_words(row.field, row.rule, value=row.value, hint=hint) if row.rule else ""
    return head, brief, translate("ui", "no. {row}").format(row=row.row)


class _Painter(QStyledItemDelegate):
    """Shape, bold reference and field, the reason under it, the place at the right."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802
        del index
        return QSize(option.rect.width(), line_height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        assert isinstance(model, _Model)
        row = model.rows[index.row()]
        worn = look.colours()
        rect = option.rect
        painter.save()
        if option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, QColor(worn.quiet))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, QColor(worn.row_line))
        shape, state = STAGE_LOOK[row.stage]
        mark = QRectF(rect.left() + look.PAD, rect.center().y() - 7, 14, 14)
        paint(painter, shape, mark, worn.ink(state))
        self._lines(painter, rect, line_words(row))
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(worn.focus), look.FOCUS))
            painter.drawRect(rect.adjusted(3, 2, -3, -3))
        painter.restore()

    @staticmethod
    def _lines(painter: QPainter, rect: QRect, words: tuple[str, str, str]) -> None:
        worn = look.colours()
        head, brief, place = words
        reference, _, field = head.partition(" · ")
        bold, small = look.font(Role.TABLE, bold=True), look.font(Role.CAPTION)
        tall, low = QFontMetrics(bold), QFontMetrics(small)
        left = rect.left() + look.PAD + 24
        right = rect.right() - look.PAD
        placed = low.horizontalAdvance(place)
        room = right - left - placed - look.GAP
        top = rect.center().y() - (tall.height() + low.height()) // 2
        painter.setFont(small)
        painter.setPen(QColor(worn.text3))
        painter.drawText(right - placed, rect.center().y() + low.capHeight() // 2, place)
        if tall.horizontalAdvance(head) > room:
            # The reference is what a person looks for; the field moves down where it fits.
            head, longer = reference, f"{field}: {brief}"
            brief = longer if low.horizontalAdvance(longer) <= room else brief
        painter.setPen(QColor(worn.text2))
        elided = low.elidedText(brief, Qt.TextElideMode.ElideRight, room)
        painter.drawText(left, top + tall.height() + low.ascent(), elided)
        painter.setFont(bold)
        painter.setPen(QColor(worn.text))
        elided = tall.elidedText(head, Qt.TextElideMode.ElideRight, room)
        painter.drawText(left, top + tall.ascent(), elided)


def line_height() -> int:
    """Two lines and the room round them."""
    tall = QFontMetrics(look.font(Role.TABLE, bold=True)).height()
    return tall + QFontMetrics(look.font(Role.CAPTION)).height() + 18


class OtherProblems(QListView):
    """The other rows that need somebody: arrows walk, Enter or a click leads there."""

    chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._model = _Model()
        self.setModel(self._model)
        self.setItemDelegate(_Painter(self))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # The panel scrolls as a whole.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._taken)

    def show_rows(self, rows: Sequence[PileRow]) -> None:
        """Show these rows, the first two hundred of them."""
        shown = list(rows[:LONGEST])
        if shown != self._model.rows:
            self._model.take(shown)
        self.setAccessibleName(translate("ui", "Other problems"))
        self._fit()
        self.setVisible(bool(shown))

    def lines(self) -> list[tuple[str, str, str]]:
        """What stands in the list."""
        return [line_words(row) for row in self._model.rows]

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Other fonts are other heights."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Enter chooses; letters and digits are the panel's, not a search in the list."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._taken(self.currentIndex())
        elif event.text().isalnum() or event.key() == Qt.Key.Key_Delete:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _fit(self) -> None:
        self.setFixedHeight(line_height() * len(self._model.rows))

    def _taken(self, index: QModelIndex) -> None:
        if index.isValid():
            self.chosen.emit(self._model.rows[index.row()].row)
