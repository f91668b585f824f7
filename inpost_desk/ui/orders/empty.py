"""The Orders page without a pile: nothing there yet, a file being read, a file that could not be read.

They only show and ask. What is dropped on them is the page's business; `set_dragging` draws that it may be.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QGuiApplication,
    QHideEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from inpost_desk.ui import look
from inpost_desk.ui.kit import KeyButton, Link, ShapeLabel, Text
from inpost_desk.ui.look import Role, State
from inpost_desk.ui.orders.fitting import FittingText
from inpost_desk.ui.shapes import Shape
from inpost_desk.wording.speech import translate

QUIET_FOR: Final = 300
"""Milliseconds in which nothing is shown: a quick read should not flash."""

_CENTRE = Qt.AlignmentFlag.AlignHCenter
# Widths, in parts of the row, of what a line of the table will hold.
_QUIET_ROW: Final = ((0.0, 0.03), (0.05, 0.1), (0.17, 0.12), (0.32, 0.2), (0.56, 0.26), (0.86, 0.1))


class EmptyPage(QWidget):
    """Drop an order file here. The frame, the drawing, one button and two small ways to begin."""

    open_asked = Signal()
    template_asked = Signal()
    sample_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._dragging = False
        self._drawing = TrayDrawing()
        self._heading = FittingText(Role.TITLE)
        self._heading.setAlignment(_CENTRE)
        self._sentence = Text("", Role.FIELD, tone="text2", wrap=True)
        self._sentence.setAlignment(_CENTRE)
        self._sentence.setText(
            translate(
                "ui",
                "CSV, XLSX or ODS from Manager Paczek. Other columns, too: show me once, I remember.",
            )
        )
        self.open = KeyButton(
            translate("ui", "Choose a file…"), key="Ctrl+O", icon="import", kind="accent"
        )
        self.template = Link(translate("ui", "Empty template"), icon="file")
        self.sample = Link(translate("ui", "24 orders to try it with"), icon="play")
        self.open.clicked.connect(self.open_asked)
        self.template.clicked.connect(self.template_asked)
        self.sample.clicked.connect(self.sample_asked)
        self._lay_out()
        self.set_dragging(None)

    def set_dragging(self, names: Sequence[str] | None) -> None:
        """Show that these files would be taken, or None when nothing is being dragged over the page."""
        self._dragging = bool(names)
        if not names:
            self._heading.set_wordings([translate("ui", "Drop an order file here")])
        else:
            name = names[0] if len(names) == 1 else f"{names[0]} (+{len(names) - 1})"
            self._heading.set_wordings([translate("ui", "Drop: {name}").format(name=name)])
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """The ground and the frame one may drop a file into."""
        del event
        worn = look.colours()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), QColor(worn.window))
        pen = QPen(QColor(worn.accent_border if self._dragging else worn.control_border), 2)
        if not self._dragging:
            pen.setDashPattern([3, 2])
        painter.setPen(pen)
        painter.setBrush(QColor(worn.selected if self._dragging else worn.surface))
        place = QRectF(self.rect()).adjusted(look.EDGE, look.EDGE, -look.EDGE, -look.EDGE)
        painter.drawRoundedRect(place, look.RADIUS_CARD, look.RADIUS_CARD)
        painter.end()

    def _lay_out(self) -> None:
        links = QHBoxLayout()
        links.setSpacing(look.PAD)
        links.addStretch(1)
        links.addWidget(self.template)
        links.addWidget(self.sample)
        links.addStretch(1)
        column = QVBoxLayout(self)
        edge = 2 * look.EDGE
        column.setContentsMargins(edge, edge, edge, edge)
        column.setSpacing(look.GAP)
        column.addStretch(1)
        column.addWidget(self._drawing, 0, _CENTRE)
        column.addSpacing(look.PAD)
        column.addWidget(self._heading)
        column.addWidget(self._sentence)
        column.addSpacing(look.GAP)
        column.addWidget(self.open, 0, _CENTRE)
        column.addSpacing(look.GAP)
        column.addLayout(links)
        column.addStretch(1)


class TrayDrawing(QWidget):
    """A sheet above a tray, in two tones. It says nothing that the heading does not."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:  # noqa: N802
        """As in the mock-up."""
        return QSize(112, 104)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint it."""
        del event
        worn = look.colours()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = QPen(QColor(worn.text), 4)
        edge.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        painter.setPen(edge)
        painter.setBrush(QColor(worn.surface))
        painter.drawPath(_path((36, 4), (62, 4), (78, 20), (78, 64), (36, 64)))
        painter.drawPolyline([QPointF(62, 4), QPointF(62, 20), QPointF(78, 20)])
        painter.setPen(QPen(QColor(worn.text2), 3))
        for line, end in ((32, 66), (42, 70), (52, 64)):
            painter.drawLine(46, line, end, line)
        painter.setPen(edge)
        painter.setBrush(QColor(worn.accent))
        painter.drawPath(
            _path((4, 72), (28, 72), (36, 88), (78, 88), (86, 72), (108, 72), (108, 100), (4, 100))
        )
        painter.end()


class LoadingPage(QWidget):
    """Rows to come, quiet, under the file's name. Empty at first: most files are read before it shows."""

    def __init__(self) -> None:
        super().__init__()
        self._shown = False
        self._timer = QTimer(self, singleShot=True, interval=QUIET_FOR)
        self._timer.timeout.connect(self._appear)
        self._name = FittingText(Role.SECTION)
        self._rows = Text("", tone="text2")
        column = QVBoxLayout(self)
        column.setContentsMargins(look.EDGE, look.PAD, look.EDGE, 0)
        column.setSpacing(2)
        column.addWidget(self._name)
        column.addWidget(self._rows)
        column.addStretch(1)
        self._hide_words()

    def begin(self, file_name: str) -> None:
        """A file is being read from now on."""
        self._name.set_wordings([file_name])
        self.setAccessibleName(translate("ui", "Reading {name}").format(name=file_name))
        self.set_rows(0)
        self._hide_words()
        self._timer.start()

    def set_rows(self, rows: int) -> None:
        """So many rows were read so far; 0 is not known yet."""
        counted = translate("ui", "Reading… rows: {count}").format(count=rows)
        self._rows.setText(counted if rows else translate("ui", "Reading…"))

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        """The next file starts quietly again."""
        super().hideEvent(event)
        self._timer.stop()
        self._hide_words()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """The frame of the table with quiet rows."""
        del event
        worn = look.colours()
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(worn.surface))
        if self._shown:
            top = self._rows.geometry().bottom() + look.PAD
            painter.fillRect(0, top, self.width(), look.TABLE_HEADER, QColor(worn.quiet))
            self._paint_rows(painter, top + look.TABLE_HEADER)
        painter.end()

    def _paint_rows(self, painter: QPainter, top: int) -> None:
        worn = look.colours()
        usable = self.width() - 2 * look.EDGE
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        for number, y in enumerate(range(top, self.height(), look.TABLE_ROW)):
            painter.setBrush(QColor(worn.row_line))
            painter.drawRect(0, y + look.TABLE_ROW - 1, self.width(), 1)
            painter.setBrush(QColor(worn.desk))
            for start, width in _QUIET_ROW:
                # Not all alike: a table is what is coming, not a ladder.
                part = width * (0.6 + 0.4 * ((number * 7 + int(start * 100) * 3) % 5) / 4)
                place = QRectF(look.EDGE + usable * start, y + 8, usable * part, 8)
                painter.drawRoundedRect(place, look.RADIUS, look.RADIUS)

    def _appear(self) -> None:
        self._shown = True
        self._name.show()
        self._rows.show()
        self.update()

    def _hide_words(self) -> None:
        self._shown = False
        self._name.hide()
        self._rows.hide()
        self.update()


class ErrorPage(QWidget):
    """A file that could not be read: what happened, what to do, and the two ways on."""

    again_asked = Signal()
    other_file_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._fact = Text("", Role.HEADING, wrap=True)
        self._remedy = Text("", Role.FIELD, tone="text2", wrap=True)
        for one in (self._fact, self._remedy):
            one.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse
                | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )
        self.again = KeyButton(translate("ui", "Try again"), icon="refresh", kind="main")
        self.other = KeyButton(translate("ui", "Another file…"), key="Ctrl+O", icon="import")
        self.copy = KeyButton(translate("ui", "Copy the text"), icon="copy", kind="quiet")
        self.again.clicked.connect(self.again_asked)
        self.other.clicked.connect(self.other_file_asked)
        self.copy.clicked.connect(self._copy)
        self._lay_out()

    def set_error(self, fact: str, remedy: str) -> None:
        """What happened, in one sentence, and what to do about it."""
        self._fact.setText(fact)
        self._remedy.setText(remedy)
        self._remedy.setVisible(bool(remedy))
        self.copy.set_text(translate("ui", "Copy the text"))

    def text(self) -> str:
        """What "Copy the text" copies."""
        return "\n".join(one.text() for one in (self._fact, self._remedy) if one.text())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """The ground."""
        del event
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(look.colours().surface))
        painter.end()

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(look.GAP)
        for button in (self.again, self.other, self.copy):
            # Without an alignment the row would be as low as the lowest of them.
            buttons.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        buttons.addStretch(1)
        block = QWidget()
        block.setMaximumWidth(720)
        inside = QVBoxLayout(block)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(look.GAP)
        inside.addWidget(ShapeLabel(Shape.OCTAGON, State.ERROR, 48))
        inside.addSpacing(look.GAP)
        inside.addWidget(self._fact)
        inside.addWidget(self._remedy)
        inside.addSpacing(look.GAP)
        inside.addLayout(buttons)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(block, 100)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(look.FORM, look.FORM, look.FORM, look.FORM)
        column.addStretch(1)
        column.addLayout(row)
        column.addStretch(2)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text())
        self.copy.set_text(translate("ui", "Copied"))


def _path(*points: tuple[float, float]) -> QPainterPath:
    path = QPainterPath(QPointF(*points[0]))
    for point in points[1:]:
        path.lineTo(*point)
    path.closeSubpath()
    return path
