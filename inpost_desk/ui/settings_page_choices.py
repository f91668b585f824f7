"""One choice out of several that need more than a word each: a name, what it means, and how it stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QSizePolicy, QVBoxLayout, QWidget

from inpost_desk.ui import look
from inpost_desk.ui.look import Role, State
from inpost_desk.ui.shapes import Shape, paint

_RING: Final = 18
_LEFT: Final = look.PAD + _RING + 12
_TOP: Final = 8
_WRAP: Final = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft


@dataclass(frozen=True, slots=True)
class Choice:
    """`key` is what it means to the program; `word` with its shape and state how the thing stands."""

    key: str
    title: str
    detail: str = ""
    word: str = ""
    shape: Shape | None = None
    state: State = State.QUIET


class ChoiceList(QWidget):
    """The choices under each other. One stop of Tab; the arrows choose."""

    chosen = Signal(str)

    def __init__(self, name: str, choices: Sequence[Choice] = ()) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._name = name
        self._group = QButtonGroup(self)
        self._rows: dict[str, _Row] = {}
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self.set_choices(choices)

    def set_choices(self, choices: Sequence[Choice], chosen: str = "") -> None:
        """Offer these instead; the focus stays where it was."""
        focused = next((key for key, row in self._rows.items() if row.hasFocus()), None)
        for row in self._rows.values():
            self._group.removeButton(row)
            self._layout.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = {choice.key: self._row(choice) for choice in choices}
        for row in list(self._rows.values())[:1]:
            row.first = True
        self.set_value(chosen)
        if focused in self._rows:
            self._rows[focused].setFocus()

    def value(self) -> str:
        """The key of the choice taken, or ""."""
        return next((key for key, row in self._rows.items() if row.isChecked()), "")

    def set_value(self, key: str) -> None:
        """Take that choice, or none, without telling anyone."""
        if key in self._rows:
            self._rows[key].setChecked(True)
        elif checked := self._group.checkedButton():
            self._group.setExclusive(False)
            checked.setChecked(False)
            self._group.setExclusive(True)

    def put_below(self, key: str, part: QWidget) -> None:
        """Show something that belongs to a choice right under it."""
        self._layout.insertWidget(self._layout.indexOf(self._rows[key]) + 1, part)
        rows = list(self._rows)
        for below in rows[rows.index(key) + 1 :][:1]:
            self._rows[below].first = True

    def row(self, key: str) -> QRadioButton:
        """The row of that choice."""
        return self._rows[key]

    def focus_choice(self) -> None:
        """Go to the choice taken, or to the first."""
        rows = list(self._rows.values())
        if rows:
            next((row for row in rows if row.isChecked()), rows[0]).setFocus(
                Qt.FocusReason.TabFocusReason
            )

    def _row(self, choice: Choice) -> _Row:
        row = _Row(choice, self._name)
        # By the user only: `toggled` would speak of `set_value` too.
        row.clicked.connect(lambda: self.chosen.emit(choice.key))
        self._group.addButton(row)
        self._layout.addWidget(row)
        return row


class _Row(QRadioButton):
    """A radio button that fills a line."""

    def __init__(self, choice: Choice, name: str) -> None:
        super().__init__(choice.title.replace("&", "&&"))
        self._choice = choice
        self.first = False
        self.setAccessibleDescription(", ".join(filter(None, (name, choice.word, choice.detail))))
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:  # noqa: N802
        """A long explanation takes more lines."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        """Title and explanation under each other."""
        title, detail = self._places(width)
        bottom = detail.bottom() if self._choice.detail else title.bottom()
        return max(look.FORM, bottom + self._top() + 1)

    def sizeHint(self) -> QSize:  # noqa: N802
        """As a narrow form has it; the layout asks for the height of its own width."""
        wide = look.PANEL_WIDE
        return QSize(wide, self.heightForWidth(wide))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Half of that: words break."""
        wide = look.PANEL
        return QSize(wide // 2, look.FORM)

    def hitButton(self, pos: QPoint) -> bool:  # noqa: N802
        """All of it can be clicked."""
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint ground, ring, words and state."""
        del event
        worn = look.colours()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = worn.selected if self.isChecked() else worn.surface
        if self.underMouse() and not self.isChecked():
            ground = worn.quiet
        painter.fillRect(self.rect(), QColor(ground))
        self._paint_frame(painter)
        self._paint_ring(painter)
        self._paint_words(painter)
        painter.end()

    def _paint_frame(self, painter: QPainter) -> None:
        worn = look.colours()
        painter.setPen(QPen(QColor(worn.line), 1))
        box = QRectF(self.rect()).adjusted(0.5, 0.5 if self.first else -0.5, -0.5, -0.5)
        painter.drawRect(box)
        if self.isChecked():
            painter.fillRect(0, 0, 4, self.height(), QColor(worn.accent))
        if self.hasFocus():
            painter.setPen(QPen(QColor(worn.focus), look.FOCUS))
            painter.drawRect(QRectF(self.rect()).adjusted(1, 1, -1, -1))

    def _paint_ring(self, painter: QPainter) -> None:
        worn = look.colours()
        middle = QPointF(look.PAD + _RING / 2, self._top() + self._title_metrics().height() / 2)
        painter.setPen(QPen(QColor(worn.text if self.isChecked() else worn.control_border), 1.5))
        painter.setBrush(QColor(worn.surface))
        painter.drawEllipse(middle, _RING / 2 - 1, _RING / 2 - 1)
        if self.isChecked():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(worn.text))
            painter.drawEllipse(middle, _RING / 4, _RING / 4)

    def _paint_words(self, painter: QPainter) -> None:
        worn, choice = look.colours(), self._choice
        title, detail = self._places(self.width())
        painter.setPen(QColor(worn.text))
        painter.setFont(look.font(Role.BODY, bold=True))
        painter.drawText(title, _WRAP, choice.title)
        painter.setPen(QColor(worn.text2))
        painter.setFont(look.font(Role.BODY))
        painter.drawText(detail, _WRAP, choice.detail)
        if choice.word:
            metrics = QFontMetrics(look.font(Role.BODY, bold=True))
            left = self.width() - look.PAD - metrics.horizontalAdvance(choice.word)
            painter.setPen(QColor(worn.ink(choice.state)))
            painter.setFont(look.font(Role.BODY, bold=True))
            painter.drawText(left, title.top() + metrics.ascent(), choice.word)
            mark = QRectF(left - 22, title.top() + metrics.height() / 2 - 8, 16, 16)
            if choice.shape is not None:
                paint(painter, choice.shape, mark, worn.ink(choice.state))

    def _places(self, width: int) -> tuple[QRect, QRect]:
        """Where title and explanation stand in a row of that width."""
        metrics = self._title_metrics()
        state = metrics.horizontalAdvance(self._choice.word) + 32 if self._choice.word else 0
        room = max(1, width - _LEFT - look.PAD)
        title = metrics.boundingRect(
            QRect(_LEFT, self._top(), max(1, room - state), 10_000), _WRAP, self._choice.title
        )
        below = QRect(_LEFT, title.bottom() + 4, room, 10_000)
        detail = QFontMetrics(look.font(Role.BODY)).boundingRect(below, _WRAP, self._choice.detail)
        return QRect(title.topLeft(), QSize(max(1, room - state), title.height())), QRect(
            below.topLeft(), QSize(room, detail.height())
        )

    def _top(self) -> int:
        """A title without an explanation stands in the middle."""
        middle = (look.FORM - self._title_metrics().height()) // 2
        return _TOP if self._choice.detail else max(_TOP, middle)

    def _title_metrics(self) -> QFontMetrics:
        return QFontMetrics(look.font(Role.BODY, bold=True))
