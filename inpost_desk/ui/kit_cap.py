"""Key caps: the bordered key beside what it does. Shown always, never only under the pointer."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from inpost_desk.ui import look
from inpost_desk.ui.look import Role


def cap_font(height: int = look.KEY_CAP) -> QFont:
    """The font of a cap of that height: a digit one chooses by is larger."""
    return look.font(Role.KEY if height <= look.KEY_CAP else Role.BODY, bold=True)


def cap_size(text: str, font: QFont, height: int = look.KEY_CAP) -> QSizeF:
    """How large the cap of that key is."""
    metrics = QFontMetricsF(font)
    tall = max(float(height), round(metrics.height()) + 2.0)
    return QSizeF(max(tall, round(metrics.horizontalAdvance(text)) + 10.0), tall)


def paint_cap(
    painter: QPainter, text: str, place: QRectF, *, font: QFont, ink: str, border: str
) -> None:
    """Paint a cap that fills `place`."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(border), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    crisp = QRectF(place.toAlignedRect()).adjusted(0.5, 0.5, -0.5, -0.5)
    painter.drawRoundedRect(crisp, 3, 3)
    painter.setFont(font)
    painter.setPen(QColor(ink))
    metrics = QFontMetricsF(font)
    # By the height of its capitals: keys have no descenders, and centred lines sit too low.
    base = place.center().y() + metrics.capHeight() / 2
    left = place.center().x() - metrics.horizontalAdvance(text) / 2
    painter.drawText(QPointF(left, round(base)), text)


class KeyCap(QWidget):
    """A key cap by itself, beside a text."""

    def __init__(self, text: str, height: int = look.KEY_CAP) -> None:
        super().__init__()
        self._text, self._height = text, height
        self.setFont(cap_font(height))
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def text(self) -> str:
        """The key it shows."""
        return self._text

    def set_text(self, text: str) -> None:
        """Show another key."""
        self._text = text
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        """The cap's own size."""
        return cap_size(self._text, self.font(), self._height).toSize()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint the cap."""
        del event
        worn = look.colours()
        painter = QPainter(self)
        paint_cap(
            painter,
            self._text,
            QRectF(self.rect()),
            font=self.font(),
            ink=worn.text2 if self.isEnabled() else worn.text3,
            border=worn.control_border,
        )
        painter.end()
