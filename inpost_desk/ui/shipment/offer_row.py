"""One offer as a row: those that can be had are chosen like radio buttons, the others say why they cannot."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QRadioButton, QSizePolicy, QVBoxLayout

from inpost_desk.domain.order import Field
from inpost_desk.domain.shipment import Offer
from inpost_desk.ui import look
from inpost_desk.ui.kit import Caption, Ground, KeyButton, ShapeLabel, Text
from inpost_desk.ui.kit_cap import cap_font, paint_cap
from inpost_desk.ui.look import Role
from inpost_desk.ui.shapes import Shape
from inpost_desk.wording.offers import (
    MEND_KEYS,
    carrier_words,
    extras_words,
    mend_of,
    mend_words,
    offer_name,
    offer_reason_words,
    price_words,
    promise_words,
)
from inpost_desk.wording.speech import translate

CAP: Final = 24
HEIGHT: Final = 56
# Names, then promises, then what is left for mark and price.
_NAME, _PROMISE = 5, 7
MOST_KEYS: Final = 9


class OfferRow(QRadioButton):
    """An offer that can be bought. Its digit marks it, as a click does; Enter is the picker's."""

    enter_pressed = Signal()

    def __init__(self, offer: Offer, number: int, *, cheapest: bool, more: tuple[str, ...]) -> None:
        super().__init__()
        self.offer = offer
        self._key = str(number) if number <= MOST_KEYS else ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.name = Text(offer_name(offer), Role.FIELD, bold=True, wrap=True)
        self.price = Text(price_words(offer.rate), _price_role(offer), bold=True)
        self.price.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.promise = Text(promise_words(offer), wrap=True)
        self.extras = Caption(extras_words(offer, more), wrap=True)
        self.mark = _Tag(translate("ui", "cheapest"))
        # The columns of all rows stand under each other.
        policy = self.mark.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.mark.setSizePolicy(policy)
        if not cheapest:
            self.mark.hide()
        self._lay_out(carrier_words(offer))
        parts = (self.name.text(), self.price.text(), self.mark.text() if cheapest else "")
        said = ", ".join(one for one in (*parts, self.promise.text(), self.extras.text()) if one)
        self.setAccessibleName(f"{self._key}. {said}" if self._key else said)

    def sizeHint(self) -> QSize:  # noqa: N802
        """As the texts need."""
        layout = self.layout()
        return layout.sizeHint() if layout else super().sizeHint()

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """The same."""
        layout = self.layout()
        return layout.minimumSize() if layout else super().minimumSizeHint()

    def hitButton(self, place: QPoint) -> bool:  # noqa: N802
        """All of it can be clicked."""
        return self.rect().contains(place)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Enter is for what the page does next; held down it does nothing."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat():
                self.enter_pressed.emit()
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """A double click marks too, and buys nothing."""
        self.mousePressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint ground, digit and line; the texts paint themselves."""
        del event
        worn = look.colours()
        painter = QPainter(self)
        marked = self.isChecked()
        hover = self.underMouse() and self.isEnabled()
        ground = worn.selected if marked else worn.quiet if hover else worn.surface
        painter.fillRect(self.rect(), QColor(ground))
        if marked:
            painter.fillRect(0, 0, 4, self.height(), QColor(worn.accent))
        painter.fillRect(0, self.height() - 1, self.width(), 1, QColor(worn.row_line))
        self._paint_digit(painter, marked=marked)
        if self.hasFocus():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(worn.focus), look.FOCUS))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            around = QRectF(self.rect()).adjusted(6, 3, -3, -4)
            painter.drawRoundedRect(around, look.RADIUS, look.RADIUS)
        painter.end()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Past their time the texts are grey."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.EnabledChange:
            tone = "text" if self.isEnabled() else "text3"
            for text in (self.name, self.price, self.promise):
                text.set_tone(tone)

    def _paint_digit(self, painter: QPainter, *, marked: bool) -> None:
        worn = look.colours()
        place = QRectF(look.EDGE, (self.height() - CAP) / 2, CAP, CAP)
        if marked:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(worn.text))
            painter.drawRoundedRect(place, 3, 3)
        ink = worn.surface if marked else worn.text if self.isEnabled() else worn.text3
        border = worn.text if marked else worn.control_border
        paint_cap(painter, self._key, place, font=cap_font(CAP), ink=ink, border=border)

    def _lay_out(self, carrier: str) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(look.EDGE + CAP + look.PAD, look.GAP, look.EDGE, look.GAP)
        row.setSpacing(look.PAD)
        row.addLayout(_two(self.name, Caption(carrier, wrap=True)), _NAME)
        row.addLayout(_two(self.promise, self.extras), _PROMISE)
        row.addWidget(self.mark, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.price)
        self.setMinimumHeight(HEIGHT)


class MissingRow(Ground):
    """An offer that cannot be had: the reason, and the mend where there is one."""

    mend_asked = Signal(object)

    def __init__(self, offer: Offer) -> None:
        super().__init__("quiet", lines=(Qt.Edge.BottomEdge,))
        self.offer = offer
        reasons = offer.reasons or ("offer_unavailable",)
        self.name = Text(offer_name(offer), bold=True, tone="text3", wrap=True)
        self.reason = Text(" ".join(map(offer_reason_words, reasons)), tone="text2", wrap=True)
        self.mend: Field | None = mend_of(offer)
        shape = ShapeLabel(Shape.SLASH)
        row = QGridLayout(self)
        row.setContentsMargins(look.EDGE + 4, look.GAP, look.EDGE - 8, look.GAP)
        row.setHorizontalSpacing(look.PAD + 4)
        row.setVerticalSpacing(0)
        row.addWidget(shape, 0, 0, 2, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.name, 0, 1)
        row.addWidget(self.reason, 1, 1)
        row.setColumnStretch(1, 1)
        if self.mend is not None:
            field = self.mend
            button = KeyButton(mend_words(field), key=MEND_KEYS.get(field, ""), kind="quiet")
            button.clicked.connect(lambda: self.mend_asked.emit(field))
            row.addWidget(button, 0, 2, 2, 1, Qt.AlignmentFlag.AlignVCenter)
        self.setAccessibleName(f"{self.name.text()}: {self.reason.text()}")


class _Tag(Caption):
    """A small bordered word."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.setFont(look.font(Role.KEY, bold=True))
        self.setContentsMargins(6, 2, 6, 2)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Border, then the word."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(look.colours().control_border), 1))
        painter.drawRoundedRect(
            QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), look.RADIUS, look.RADIUS
        )
        painter.end()
        super().paintEvent(event)


def _price_role(offer: Offer) -> Role:
    return Role.BODY if offer.rate is None else Role.HEADING


def _two(first: Text, second: Text) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(0)
    column.addStretch(1)
    column.addWidget(first)
    column.addWidget(second)
    column.addStretch(1)
    for one in (first, second):
        if not one.text():
            # Shown without a parent, it would be a window of its own.
            one.hide()
    return column
