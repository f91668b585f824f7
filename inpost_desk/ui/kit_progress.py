"""The progress bar: 8 px, in the accent where it is the one that matters."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QProgressBar, QSizePolicy

from inpost_desk.ui import look

HEIGHT = 8


class Progress(QProgressBar):
    """A bar without a figure; the figure stands beside it. Give it an accessible name."""

    def __init__(self, *, accent: bool = True) -> None:
        super().__init__()
        self.accent = accent
        self.setTextVisible(False)
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set(0, 0)

    def set(self, value: int, most: int) -> None:
        """So many of so many; nothing to do yet is an empty bar."""
        self.setRange(0, max(1, most))
        self.setValue(max(0, min(value, most)))

    def sizeHint(self) -> QSize:  # noqa: N802
        """Wide enough to tell tenths."""
        return QSize(120, HEIGHT)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """It may get quite short."""
        return QSize(40, HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint trough and filling."""
        del event
        worn = look.colours()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(worn.desk))
        painter.drawRoundedRect(self.rect(), HEIGHT / 2, HEIGHT / 2)
        share = self.value() / self.maximum()
        if share > 0:
            # Never thinner than it is high: one of a thousand must be seen, too.
            width = max(float(HEIGHT), self.width() * share)
            filling = QRectF(0, 0, width, HEIGHT)
            if self.accent:
                painter.setPen(QPen(QColor(worn.accent_border), 1))
                filling.adjust(0.5, 0.5, -0.5, -0.5)
            painter.setBrush(QColor(worn.accent if self.accent else worn.text2))
            painter.drawRoundedRect(filling, HEIGHT / 2 - 0.5, HEIGHT / 2 - 0.5)
        painter.end()
