"""The finder's filters: what a point has to be able to. One that the shipment asks for cannot be put off."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPen,
    QShortcut,
)
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from inpost_desk.domain.draft import Draft, service_of
from inpost_desk.domain.point_answer import Wish
from inpost_desk.ui import look
from inpost_desk.ui.kit_cap import cap_font, cap_size, paint_cap
from inpost_desk.ui.kit_flow import FlowLayout
from inpost_desk.ui.kit_focus import frame_outside
from inpost_desk.ui.look import Role
from inpost_desk.ui.shapes import Shape, paint
from inpost_desk.wording.speech import translate

_PADDING: Final = 10
_SHAPE: Final = 14
_BETWEEN: Final = 6


class FilterChip(QPushButton):
    """A word with its key that is on or off."""

    def __init__(self, word: str, key: str) -> None:
        super().__init__(word.replace("&", "&&"))
        self._word, self._key = word, key
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setFont(look.font(Role.BODY, bold=True))
        self.setAccessibleName(word)
        self.setAccessibleDescription(key)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        frame_outside(self)

    def hold(self, on: bool | None, why: str = "") -> None:  # noqa: FBT001
        """Fixed because the shipment wants it so; None gives it free."""
        self.setEnabled(on is None)
        if on is not None:
            self.setChecked(on)
        self.setToolTip(why)
        self.setAccessibleDescription(why or self._key)

    def sizeHint(self) -> QSize:  # noqa: N802
        """As wide as its parts."""
        metrics = QFontMetricsF(self.font())
        wide = metrics.horizontalAdvance(self._word) + _SHAPE + 2 * _BETWEEN
        wide += cap_size(self._key, cap_font()).width()
        return QSizeF(round(wide) + 2 * _PADDING, max(look.CHIP, metrics.height() + 8)).toSize()

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """The same: it is never cut."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Enter switches it as Space does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint it; switched on, its colours are inverted."""
        del event
        worn = look.colours()
        ground, border, ink, cap = worn.surface, worn.control_border, worn.text, worn.text2
        if not self.isEnabled():
            ground, border, ink, cap = worn.desk, worn.control_border, worn.text2, worn.text2
        elif self.isChecked():
            ground, border, ink, cap = worn.text, worn.text, worn.surface, worn.surface
        elif self.underMouse():
            ground = worn.quiet
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(border), 1))
        painter.setBrush(QColor(ground))
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, look.RADIUS, look.RADIUS)
        self._paint_parts(painter, ink, cap)
        painter.end()

    def _paint_parts(self, painter: QPainter, ink: str, cap: str) -> None:
        middle, left = self.height() / 2, float(_PADDING)
        shape = Shape.TICK if self.isChecked() else Shape.CIRCLE
        paint(painter, shape, QRectF(left, round(middle - _SHAPE / 2), _SHAPE, _SHAPE), ink)
        left += _SHAPE + _BETWEEN
        metrics = QFontMetricsF(self.font())
        painter.setFont(self.font())
        painter.setPen(QColor(ink))
        painter.drawText(QPointF(left, round(middle + metrics.capHeight() / 2)), self._word)
        left += metrics.horizontalAdvance(self._word) + _BETWEEN
        size = cap_size(self._key, cap_font())
        place = QRectF(round(left), round(middle - size.height() / 2), size.width(), size.height())
        paint_cap(painter, self._key, place, font=cap_font(), ink=cap, border=cap)


class PointFilters(QWidget):
    """Alt+C, Alt+P, Alt+K."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.open_247 = FilterChip(translate("ui", "Open 24/7"), "Alt+C")
        self.payment = FilterChip(translate("ui", "Cash on delivery"), "Alt+P")
        self.parcel_points = FilterChip(translate("ui", "With PaczkoPunkty"), "Alt+K")
        self.parcel_points.setChecked(True)
        self._free = {self.open_247: False, self.payment: False, self.parcel_points: True}
        layout = FlowLayout(self, gap=look.GAP)
        layout.setContentsMargins(0, 0, 0, 0)
        for chip in self._free:
            layout.addWidget(chip)
            chip.clicked.connect(self._clicked)
        # Alt+P is the page's, which has another use for it where an address is typed.
        for chip, key in ((self.open_247, "Alt+C"), (self.parcel_points, "Alt+K")):
            QShortcut(QKeySequence(key), self).activated.connect(chip.click)

    def show_draft(self, draft: Draft) -> None:
        """Hold on what this shipment cannot do without."""
        lockers_only = draft.weekend or not service_of(draft).parcel_points
        self._hold(
            self.open_247,
            True if draft.weekend else None,
            translate("ui", "Paczka w Weekend goes to a Paczkomat open day and night only."),
        )
        self._hold(
            self.payment,
            True if draft.cod.strip() else None,
            translate("ui", "The shipment has cash on delivery."),
        )
        self._hold(
            self.parcel_points,
            False if lockers_only else None,
            translate("ui", "This shipment goes to a Paczkomat only."),
        )

    def wish(self, draft: Draft) -> Wish:
        """Which points will do."""
        return Wish(
            payment=self.payment.isChecked(),
            open_247=self.open_247.isChecked(),
            parcel_points=self.parcel_points.isChecked(),
            weekend=draft.weekend,
        )

    def _hold(self, chip: FilterChip, on: bool | None, why: str) -> None:  # noqa: FBT001
        chip.hold(on, why if on is not None else "")
        if on is None:
            chip.setChecked(self._free[chip])

    def _clicked(self) -> None:
        for chip in self._free:
            if chip.isEnabled():
                self._free[chip] = chip.isChecked()
        self.changed.emit()
