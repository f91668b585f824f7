"""What was scanned at the truck, the newest on top, and what is still here. Only shows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from inpost_desk.domain.hand_over import Parcel, ScanLine, Scanned
from inpost_desk.ui import look
from inpost_desk.ui.look import Role, State
from inpost_desk.ui.orders.panel_parts import Lines, Words
from inpost_desk.ui.shapes import Shape, paint
from inpost_desk.wording.pickups import scanned_words, why_words
from inpost_desk.wording.sentences import WARSAW
from inpost_desk.wording.speech import translate

LOOKS: Final = {
    Scanned.HANDED: (Shape.TICK, State.DONE),
    Scanned.PART: (Shape.DOT, State.INFORMATION),
    Scanned.AGAIN: (Shape.SQUARES, State.WARNING),
    Scanned.FOREIGN: (Shape.OCTAGON, State.ERROR),
    Scanned.NOT_READY: (Shape.OCTAGON, State.ERROR),
    Scanned.RETURN: (Shape.INFO, State.INFORMATION),
    Scanned.RETURN_AGAIN: (Shape.SQUARES, State.WARNING),
    Scanned.UNKNOWN: (Shape.DIAMOND, State.WARNING),
    Scanned.TAKEN_BACK: (Shape.SLASH, State.QUIET),
}
_TINTED: Final = frozenset({State.ERROR, State.WARNING})
MOST: Final = 40
NAMED: Final = 200
# As the label has them in large print.
_LAST: Final = 4
_SHAPE: Final = 16
_ROW: Final = 32


class ScanRow(QWidget):
    """One scan: shape, whose parcel, what came of it, when."""

    def __init__(self) -> None:
        super().__init__()
        self._line: ScanLine | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def say(self, line: ScanLine) -> None:
        """Show that scan."""
        if line != self._line:
            self._line = line
            self.setAccessibleName(" ".join(filter(None, (*texts(line), clock(line)))))
            self.setToolTip(self.accessibleName())
            self.update()
        self.show()

    def sizeHint(self) -> QSize:  # noqa: N802
        """A line."""
        return QSize(240, max(_ROW, self.fontMetrics().height() + 12))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """What is too long loses its end; it stands in full in the parcel's own page."""
        return QSize(160, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint the line."""
        del event
        if self._line is None:
            return
        worn = look.colours()
        shape, state = LOOKS[self._line.what]
        painter = QPainter(self)
        tinted = state in _TINTED
        painter.fillRect(self.rect(), QColor(worn.tint(state) if tinted else worn.surface))
        painter.fillRect(0, self.height() - 1, self.width(), 1, QColor(worn.row_line))
        place = QRectF(look.EDGE, (self.height() - _SHAPE) / 2, _SHAPE, _SHAPE)
        paint(painter, shape, place, worn.ink(state))
        time = clock(self._line)
        small = look.font(Role.CAPTION)
        right = self.width() - look.PAD - QFontMetricsF(small).horizontalAdvance(time)
        loud, rest = texts(self._line)
        ink = worn.ink(state) if tinted else worn.text
        bold = look.font(Role.BODY, bold=True)
        left = self._write(painter, loud, bold, ink, (look.EDGE + _SHAPE + 10, right - 8))
        self._write(
            painter,
            rest,
            look.font(Role.BODY),
            ink if tinted else worn.text2,
            (left + 8, right - 8),
        )
        self._write(painter, time, small, worn.text2, (right, self.width()))
        painter.end()

    def _write(
        self, painter: QPainter, text: str, font: QFont, ink: str, room: tuple[float, float]
    ) -> float:
        painter.setFont(font)
        painter.setPen(QColor(ink))
        metrics = QFontMetricsF(painter.font())
        wide = max(0.0, room[1] - room[0])
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, wide)
        place = QRectF(room[0], 0, wide, self.height())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
        return room[0] + metrics.horizontalAdvance(shown)


class ScanList(QWidget):
    """The scans, and those that are expected still."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[ScanRow] = []
        self._column = QVBoxLayout()
        self._column.setSpacing(0)
        self.heading = Words(translate("ui", "Not handed over yet"), bold=True, tone="text2")
        self.left = Lines()
        rest = QVBoxLayout()
        rest.setContentsMargins(look.EDGE, look.PAD, look.PAD, look.PAD)
        rest.setSpacing(4)
        rest.addWidget(self.heading)
        rest.addWidget(self.left)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._column)
        column.addLayout(rest)
        column.addStretch()

    def show_lines(self, lines: Sequence[ScanLine], missing: Sequence[Parcel]) -> None:
        """These scans, the newest first, and these parcels."""
        for number, line in enumerate(lines[:MOST]):
            if number == len(self.rows):
                self.rows.append(ScanRow())
                self._column.addWidget(self.rows[-1])
            self.rows[number].say(line)
        for spare in self.rows[len(lines[:MOST]) :]:
            spare.hide()
        self.heading.setVisible(bool(missing))
        named = [
            (parcel_words(one), Shape.CIRCLE, State.QUIET, _parts(one)) for one in missing[:NAMED]
        ]
        if len(missing) > NAMED:
            words = translate("ui", "and {count} more parcels")
            words = words.format(count=len(missing) - NAMED)
            named.append((words, Shape.CIRCLE, State.QUIET, ""))
        self.left.say(named)


def texts(line: ScanLine) -> tuple[str, str]:
    """The strong words and the others: whose parcel it is, or what is wrong with it."""
    said = scanned_words(line)
    whose = whose_words(line)
    if line.what in (Scanned.FOREIGN, Scanned.NOT_READY, Scanned.UNKNOWN):
        why = why_words(line)
        return said, ", ".join(filter(None, (whose, why, line.name)))
    return whose, ", ".join(filter(None, (said, line.name)))


def whose_words(line: ScanLine) -> str:
    """The order's reference; of a parcel that nobody here knows the end of its number."""
    if line.reference or line.shipment_id is not None:
        return line.reference or line.number
    return f"…{line.number[-_LAST:]}" if line.what is Scanned.FOREIGN and line.number else ""


def parcel_words(one: Parcel) -> str:
    """`ZK-48183 Iwona Stępień`."""
    return f"{one.reference or one.number} {one.name}".strip()


def clock(line: ScanLine) -> str:
    """When, to the second."""
    return f"{line.at.astimezone(WARSAW):%H:%M:%S}"


def _parts(one: Parcel) -> str:
    return f"{one.parts_scanned}/{one.parts}" if one.parts > 1 else ""
