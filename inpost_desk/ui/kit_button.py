"""Buttons with their key painted as a part of them. The shortcut itself is the page's."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from inpost_desk.ui import look
from inpost_desk.ui.icons import paint_icon
from inpost_desk.ui.kit_cap import cap_font, cap_size, paint_cap
from inpost_desk.ui.kit_focus import frame_outside
from inpost_desk.ui.look import Role, State


@dataclass(frozen=True, slots=True)
class _Kind:
    """The measures of one kind of button."""

    height: int
    padding: int
    icon: int
    role: Role
    border: int = 1


_KINDS: Final = {
    "accent": _Kind(look.BUTTON_MAIN, 20, 20, Role.MAIN_BUTTON),
    "main": _Kind(look.BUTTON_MAIN, 20, 18, Role.MAIN_BUTTON, border=2),
    "plain": _Kind(look.BUTTON_PLAIN, 16, 18, Role.BODY),
    "header": _Kind(look.BUTTON_HEADER, 12, 18, Role.BODY),
    "quiet": _Kind(look.BUTTON_HEADER, 8, 16, Role.BODY, border=0),
    "danger": _Kind(look.BUTTON_PLAIN, 16, 18, Role.BODY),
}
_BETWEEN: Final = 8


@dataclass(frozen=True, slots=True)
class ButtonTones:
    """The colours of a button as it stands."""

    ground: str
    border: str
    ink: str
    cap: str
    cap_border: str


class EnterButton(QPushButton):
    """A button that takes Enter as it takes Space, whatever it looks like."""

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Enter presses it as Space does; held down, it presses once."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat():
                self.click()
        else:
            super().keyPressEvent(event)


class KeyButton(EnterButton):
    """A button that shows its key.

    Kinds: "accent" (48 px, the one main action of a page), "main" (48 px, strong and plain), "plain" (40),
    "header" (32), "quiet" (32, no border), "danger" (40). Space and Enter press it.
    """

    def __init__(
        self,
        text: str,
        parent: QWidget | None = None,
        *,
        key: str = "",
        icon: str = "",
        kind: str = "plain",
    ) -> None:
        super().__init__(parent)
        self._kind = _KINDS[kind]
        self._name = kind
        self._key = ""
        self._spread = False
        self._brief = False
        self._icon = icon
        self.setFont(look.font(self._kind.role, bold=True))
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        frame_outside(self)
        self.set_text(text)
        self.set_key(key)

    def words(self) -> str:
        """The text as it is read, which `text()` has with doubled ampersands."""
        return self.text().replace("&&", "&")

    def key(self) -> str:
        """The key it shows."""
        return self._key

    def set_text(self, text: str) -> None:
        """Say something else."""
        # An ampersand would otherwise name an Alt key.
        self.setText(text.replace("&", "&&"))
        self.updateGeometry()

    def set_key(self, key: str) -> None:
        """Show another key, or none."""
        self._key = key
        self.setAccessibleDescription(key)
        self.updateGeometry()
        self.update()

    def brief(self) -> bool:
        """Whether it shows its words alone."""
        return self._brief

    def set_brief(self, brief: bool) -> None:  # noqa: FBT001
        """Show the words alone, where there is no room for key and icon."""
        if brief != self._brief and self.text():
            self._brief = brief
            self.updateGeometry()
            self.update()

    def spare(self) -> int:
        """By how many pixels it is narrower when brief."""
        parts = [float(self._kind.icon)] if self._icon else []
        parts += [cap_size(self._key, cap_font()).width()] if self._key else []
        return round(sum(parts) + _BETWEEN * len(parts)) if self.text() else 0

    def set_spread(self) -> None:
        """Words at the left and the key at the right: for buttons that stand below each other."""
        self._spread = True
        self.update()

    def set_icon(self, icon: str) -> None:
        """Show another icon, or none."""
        self._icon = icon
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        """As wide as icon, text and key need."""
        metrics = QFontMetricsF(self.font())
        inside = self._content_width(metrics, self._cap())
        tall = max(float(self._kind.height), metrics.height() + 12)
        return QSizeF(inside + 2 * self._kind.padding, tall).toSize()

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """The same: a button's words are never cut."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint ground, icon, text and key."""
        del event
        tones = self.tones()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        half = self._kind.border / 2
        painter.setPen(
            QPen(QColor(tones.border), self._kind.border)
            if self._kind.border
            else Qt.PenStyle.NoPen
        )
        painter.setBrush(QColor(tones.ground) if tones.ground else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(
            QRectF(self.rect()).adjusted(half, half, -half, -half), look.RADIUS, look.RADIUS
        )
        self._paint_content(painter, tones)
        painter.end()

    def _paint_content(self, painter: QPainter, tones: ButtonTones) -> None:
        metrics = QFontMetricsF(self.font())
        cap = self._cap()
        middle = self.height() / 2
        spare = self.width() - self._content_width(metrics, cap)
        left = max(4.0, min(spare / 2, self._kind.padding) if self._spread else spare / 2)
        if self._icon and not self._brief:
            size = self._kind.icon
            place = QRectF(round(left), round(middle - size / 2), size, size)
            paint_icon(painter, self._icon, place, tones.ink)
            left += size + _BETWEEN
        if self.text():
            painter.setFont(self.font())
            painter.setPen(QColor(tones.ink))
            painter.drawText(
                QPointF(round(left), round(middle + metrics.capHeight() / 2)), self.words()
            )
            left += metrics.horizontalAdvance(self.words()) + _BETWEEN
        if self._key and not self._brief:
            if self._spread:
                left = max(left, self.width() - self._kind.padding - cap.width())
            place = QRectF(round(left), round(middle - cap.height() / 2), cap.width(), cap.height())
            paint_cap(
                painter,
                self._key,
                place,
                font=cap_font(),
                ink=tones.cap,
                border=tones.cap_border,
            )

    def _cap(self) -> QSizeF:
        shown = self._key and not self._brief
        return cap_size(self._key, cap_font()) if shown else QSizeF(0, 0)

    def _content_width(self, metrics: QFontMetricsF, cap: QSizeF) -> float:
        parts = [
            self._kind.icon if self._icon and not self._brief else 0.0,
            metrics.horizontalAdvance(self.words()),
            cap.width(),
        ]
        shown = [part for part in parts if part]
        return sum(shown) + _BETWEEN * max(0, len(shown) - 1)

    def tones(self) -> ButtonTones:
        """Its colours as it stands now."""
        worn = look.colours()
        hover, down = self.underMouse(), self.isDown() or self.isChecked()
        if self._name == "accent":
            if not self.isEnabled():
                return ButtonTones(worn.desk, worn.line, worn.text3, worn.text3, worn.line)
            ground = worn.accent_hover if hover else worn.accent
            ground = worn.accent_pressed if down else ground
            return ButtonTones(
                ground, worn.accent_border, worn.on_accent, worn.on_accent, worn.on_accent
            )
        ground = "" if self._name == "quiet" else worn.surface
        if not self.isEnabled():
            return ButtonTones(ground, worn.line, worn.text3, worn.text3, worn.line)
        ground = worn.desk if down else worn.quiet if hover else ground
        ink = worn.ink(State.ERROR) if self._name == "danger" else worn.text
        border = {"main": worn.text, "danger": ink}.get(self._name, worn.control_border)
        return ButtonTones(ground, border, ink, worn.text2, worn.control_border)


class Link(EnterButton):
    """An underlined text that can be pressed, for small ways out of an empty page."""

    def __init__(self, text: str, *, icon: str = "") -> None:
        super().__init__(text.replace("&", "&&"))
        self._icon = icon
        font = look.font(Role.BODY)
        font.setUnderline(True)
        self.setFont(font)
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        frame_outside(self)

    def sizeHint(self) -> QSize:  # noqa: N802
        """As wide as the words."""
        metrics = QFontMetricsF(self.font())
        wide = metrics.horizontalAdvance(self._words()) + (24 if self._icon else 0)
        return QSizeF(wide + 8, max(24.0, metrics.height() + 6)).toSize()

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """The same."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint icon and words."""
        del event
        worn = look.colours()
        ink = worn.text3 if not self.isEnabled() else worn.text if self.underMouse() else worn.text2
        painter = QPainter(self)
        left = 4.0
        if self._icon:
            paint_icon(painter, self._icon, QRectF(left, self.height() / 2 - 8, 16, 16), ink)
            left += 24
        painter.setFont(self.font())
        painter.setPen(QColor(ink))
        base = self.height() / 2 + QFontMetricsF(self.font()).capHeight() / 2
        painter.drawText(QPointF(left, round(base)), self._words())
        painter.end()

    def _words(self) -> str:
        return self.text().replace("&&", "&")
