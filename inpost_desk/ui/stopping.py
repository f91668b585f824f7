"""Closing while something is under way: the last request is finished, and the window says so meanwhile.

A request in flight cannot be called back. What was begun is in the ledger, so that leaving at once is safe
too; it only takes the next start longer to find out what became of it.
"""

from __future__ import annotations

import time
from typing import Final

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from inpost_desk.background import (
    BUYING,
    CHANGE,
    FETCH,
    PAPER,
    POLL,
    PRINT,
    RUN,
    STATION,
    Lanes,
)
from inpost_desk.ui import look
from inpost_desk.ui.kit import Card, Heading, KeyButton, Text
from inpost_desk.ui.look import Role, State
from inpost_desk.ui.shapes import Shape, paint
from inpost_desk.wording.speech import translate

# These change something at InPost, on paper or on the disk: they are waited for.
CHANGING: Final = (RUN, PRINT, STATION, BUYING, CHANGE)
# These read: a moment is enough. A locked keyring is not waited for at all.
READING: Final = (FETCH, PAPER, POLL)
READING_SECONDS: Final = 3.0
OFFER_SECONDS: Final = 10.0
_QUIET: Final = 200
_WIDE: Final = 560


class _Turning(QWidget):
    """The arc of what is under way, turning: without it a long request looks like a hung program."""

    def __init__(self) -> None:
        super().__init__()
        self._angle = 0
        self._timer = QTimer(self, interval=60)
        self._timer.timeout.connect(self._turn)
        self.setFixedSize(32, 32)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        self._timer.start()
        super().showEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        del event
        painter = QPainter(self)
        ink = look.colours().ink(State.INFORMATION)
        paint(painter, Shape.ARC, QRectF(self.rect()), ink, angle=self._angle)
        painter.end()

    @Slot()
    def _turn(self) -> None:
        self._angle = (self._angle + 20) % 360
        self.update()


class Stopping(QWidget):
    """Lies over the whole window from the wish to close until nothing is under way."""

    finished = Signal()

    def __init__(self, lanes: Lanes, over: QWidget) -> None:
        super().__init__(over)
        self._lanes = lanes
        self._over = over
        self._since = 0.0
        self._card = Card(strong=True)
        self._card.setParent(self)
        self._poll = QTimer(self, interval=50)
        self._poll.timeout.connect(self._look)
        self._anyway = KeyButton(translate("ui", "Close anyway"))
        self._anyway.clicked.connect(self._end)
        self._anyway.hide()
        self._build()
        self.hide()

    @property
    def begun(self) -> bool:
        """Whether the window is about to close."""
        return self._poll.isActive()

    def still_busy(self) -> bool:
        """Whether something is worth waiting for."""
        if any(self._lanes.busy(lane) for lane in CHANGING):
            return True
        late = self.begun and time.monotonic() - self._since > READING_SECONDS
        return not late and any(self._lanes.busy(lane) for lane in READING)

    def begin(self) -> None:
        """Wait, and say so where it takes longer than a moment."""
        self._since = time.monotonic()
        self._poll.start()
        QTimer.singleShot(_QUIET, self, self._appear)

    def insist(self) -> None:
        """Somebody wants to close once more: after a while that is offered."""
        if time.monotonic() - self._since >= OFFER_SECONDS:
            self._offer()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Keep the size of what lies below."""
        if event.type() == QEvent.Type.Resize and watched is self._over:
            self._place()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint the page below as out of reach."""
        del event
        ground = QColor(look.colours().window)
        ground.setAlphaF(0.86)
        painter = QPainter(self)
        painter.fillRect(self.rect(), ground)
        painter.end()

    def _build(self) -> None:
        inside = QVBoxLayout(self._card)
        inside.setContentsMargins(look.FORM, look.EDGE, look.FORM, look.EDGE)
        inside.setSpacing(look.PAD)
        heading = Heading(translate("ui", "Finishing the last request…"), Role.HEADING)
        words = Text(
            translate(
                "ui",
                "What has been begun is ended and noted, then the window closes. The rest goes on "
                "at the next start; nothing is bought twice.",
            ),
            wrap=True,
            tone="text2",
        )
        middle = Qt.AlignmentFlag.AlignHCenter
        inside.addWidget(_Turning(), 0, middle)
        inside.addWidget(heading, 0, middle)
        inside.addWidget(words)
        inside.addWidget(self._anyway, 0, middle)
        self.setAccessibleName(heading.text())

    def _place(self) -> None:
        self.setGeometry(self._over.rect())
        wide = min(_WIDE, self.width() - 2 * look.PAD)
        tall = self._card.heightForWidth(wide)
        self._card.setGeometry((self.width() - wide) // 2, (self.height() - tall) // 2, wide, tall)

    @Slot()
    def _appear(self) -> None:
        if not self.begun:
            return
        self._over.installEventFilter(self)
        self._place()
        self.raise_()
        self.show()

    @Slot()
    def _look(self) -> None:
        if not self.still_busy():
            self._end()
        elif time.monotonic() - self._since >= OFFER_SECONDS:
            self._offer()

    def _offer(self) -> None:
        if not self._anyway.isVisible():
            self._anyway.show()
            self._place()
            self._anyway.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _end(self) -> None:
        self._poll.stop()
        self.finished.emit()
