"""One earlier run in the list: two lines that open into its details."""

from __future__ import annotations

import re
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from inpost_desk.domain.stage import Outcome
from inpost_desk.ui import look
from inpost_desk.ui.icons import paint_icon
from inpost_desk.ui.kit import Caption, KeyButton, ShapeLabel, Text
from inpost_desk.ui.kit_flow import Flow
from inpost_desk.ui.look import Role, State
from inpost_desk.ui.orders.fitting import FittingText
from inpost_desk.ui.orders.run_words import figures_of, name_of, shape_of, when_words
from inpost_desk.ui.shapes import Shape
from inpost_desk.wording.sentences import moment_words, rule_words
from inpost_desk.wording.speech import translate

if TYPE_CHECKING:
    from inpost_desk.actions.runs import EarlierRun

_MARK = 16
_INDENT = look.PAD + _MARK + 10


class RunHead(QAbstractButton):
    """Shape, file, figures and time. Space and Enter open it, the arrows go to its neighbours."""

    stepped = Signal(int)

    def __init__(self, name: str, mark: tuple[Shape, State], figures: str, when: str) -> None:
        super().__init__()
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._reached_by_key = False
        self.setAccessibleName(f"{name}, {figures}, {when}")
        self._row = QHBoxLayout(self)
        self._lay_out(name, mark, figures, when)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:  # noqa: N802
        """What its lines need."""
        return self._row.sizeHint()

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """What its lines need at least."""
        return self._row.minimumSize()

    def hasHeightForWidth(self) -> bool:  # noqa: N802
        """Long figures take a second line."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        """How high it is then."""
        return self._row.heightForWidth(width)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Enter as Space; arrows along the list; right opens, left closes."""
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.stepped.emit(1 if key == Qt.Key.Key_Down else -1)
        elif key in (Qt.Key.Key_Right, Qt.Key.Key_Left):
            self.setChecked(key == Qt.Key.Key_Right)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """A frame for who comes by key. Inside, because from edge to edge there is no outside."""
        self._reached_by_key = event.reason() != Qt.FocusReason.MouseFocusReason
        super().focusInEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """The ground of an open one, and which way it turns."""
        del event
        worn = look.colours()
        painter = QPainter(self)
        if self.isChecked():
            painter.fillRect(self.rect(), QColor(worn.selected))
            painter.fillRect(0, 0, 4, self.height(), QColor(worn.accent))
        elif self.underMouse():
            painter.fillRect(self.rect(), QColor(worn.quiet))
        if self.isCheckable():
            name = "chevron-up" if self.isChecked() else "chevron-down"
            place = self.rect().adjusted(self.width() - look.PAD - 16, 10, -look.PAD, 0)
            place.setHeight(16)
            paint_icon(painter, name, place.toRectF(), worn.text2)
        else:
            line = QColor(worn.line)
            painter.fillRect(0, self.height() - 1, self.width(), 1, line)
        if self.hasFocus() and self._reached_by_key:
            painter.setPen(QPen(QColor(worn.focus), look.FOCUS))
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))
        painter.end()

    def _lay_out(self, name: str, mark: tuple[Shape, State], figures: str, when: str) -> None:
        shape = ShapeLabel(*mark, _MARK)
        title = FittingText(bold=True)
        title.set_wordings([name])
        second = QHBoxLayout()
        second.setSpacing(look.GAP)
        second.addWidget(Text(figures, Role.CAPTION, tone="text2", wrap=True), 1)
        second.addWidget(Text(when, Role.CAPTION, tone="text3"), 0, Qt.AlignmentFlag.AlignTop)
        lines = QVBoxLayout()
        lines.setSpacing(2)
        first = QHBoxLayout()
        first.addWidget(title, 1)
        first.addSpacing(16 + look.GAP)
        lines.addLayout(first)
        lines.addLayout(second)
        self._row.setContentsMargins(look.PAD, 10, look.PAD, 10)
        self._row.setSpacing(10)
        self._row.addWidget(shape, 0, Qt.AlignmentFlag.AlignTop)
        self._row.addLayout(lines, 1)
        for one in self.findChildren(QWidget):
            one.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)


class RunDetail(QWidget):
    """What else is known of a run, and what can be done with it."""

    result_asked = Signal(object)
    run_chosen = Signal(int)
    labels_asked = Signal(int)

    def __init__(self, run: EarlierRun) -> None:
        super().__init__()
        self._run = run
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(_INDENT, look.GAP, look.PAD, look.PAD)
        self._column.setSpacing(2)
        if run.file_name:
            self._add(translate("ui", "File"), _breakable(run.file_name))
        self._add(translate("ui", "Started"), moment_words(run.started_at))
        ended = moment_words(run.ended_at) if run.ended_at else translate("ui", "not finished")
        self._add(translate("ui", "Ended"), ended)
        if run.stopped_by:
            why = rule_words(run.stopped_by)
            self._add(translate("ui", "Stopped"), why[:1].upper() + why[1:])
        if run.batches:
            self._add_batches()
        self._add_buttons()

    def _add(self, name: str, value: str) -> Text:
        shown = Text(value, Role.TABLE, wrap=True)
        shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        shown.setAccessibleName(f"{name}: {value}")
        self._column.addWidget(Caption(name))
        self._column.addWidget(shown)
        self._column.addSpacing(4)
        return shown

    def _add_batches(self) -> None:
        numbers = ", ".join(str(one) for one in self._run.batches)
        self._add(translate("ui", "ShipX batches"), numbers)
        self.copy = KeyButton(translate("ui", "Copy the numbers"), icon="copy", kind="quiet")
        self.copy.clicked.connect(lambda: self._copy(numbers))
        row = QHBoxLayout()
        row.addWidget(self.copy)
        row.addStretch(1)
        # The icon in line with the texts above it.
        row.setContentsMargins(-look.GAP, 0, 0, 0)
        self._column.addLayout(row)

    def _add_buttons(self) -> None:
        run = self._run
        buttons = []
        if run.file_name:
            show = KeyButton(translate("ui", "Show"), kind="header")
            show.clicked.connect(lambda: self.run_chosen.emit(run.id))
            buttons.append(show)
        if run.count(Outcome.DONE):
            labels = KeyButton(translate("ui", "Labels PDF…"), kind="header")
            labels.clicked.connect(lambda: self.labels_asked.emit(run.id))
            buttons.append(labels)
        if run.result is not None:
            result = KeyButton(translate("ui", "Open the result"), kind="header")
            result.clicked.connect(lambda: self.result_asked.emit(run.result))
            buttons.append(result)
        self._column.addSpacing(4)
        self._column.addWidget(Flow(*buttons, gap=look.GAP))

    def _copy(self, numbers: str) -> None:
        QGuiApplication.clipboard().setText(numbers)
        self.copy.set_text(translate("ui", "Copied"))


class RunItem(QWidget):
    """A run of the list. Its details are made when it is first opened."""

    result_asked = Signal(object)
    run_chosen = Signal(int)
    labels_asked = Signal(int)

    def __init__(self, run: EarlierRun, *, now: datetime) -> None:
        super().__init__()
        self.run = run
        when = when_words(run.started_at, now=now)
        self.head = RunHead(name_of(run), shape_of(run), figures_of(run), when)
        self.detail: RunDetail | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 1)
        self._column.setSpacing(0)
        self._column.addWidget(self.head)
        self.head.toggled.connect(self._open)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """The line under it."""
        del event
        painter = QPainter(self)
        painter.fillRect(0, self.height() - 1, self.width(), 1, QColor(look.colours().line))
        painter.end()

    def _open(self, opened: bool) -> None:  # noqa: FBT001
        if self.detail is None:
            self.detail = RunDetail(self.run)
            self.detail.result_asked.connect(self.result_asked)
            self.detail.run_chosen.connect(self.run_chosen)
            self.detail.labels_asked.connect(self.labels_asked)
            self._column.addWidget(self.detail)
        self.detail.setVisible(opened)


def _breakable(name: str) -> str:
    """A file name has no blanks; it may break after its dots, dashes and underlines."""
    return re.sub(r"([._-])", "\\1\N{ZERO WIDTH SPACE}", name)
