"""The small parts that every card of the side panel is made of.

The panel is narrow: words wrap, inside a long reference if need be, and are never cut.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QPainter,
    QPaintEvent,
    QPen,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import (
    QHBoxLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from inpost_desk.ui import look
from inpost_desk.ui.kit import Caption, Heading, KeyCap, ShapeLabel, Text, frame_outside
from inpost_desk.ui.kit_button import EnterButton
from inpost_desk.ui.kit_cap import cap_font, cap_size, paint_cap
from inpost_desk.ui.look import Role, State
from inpost_desk.ui.shapes import Shape, paint

DIGIT_CAP: Final = 24


class Words(Text):
    """A text that wraps at any letter where a word is wider than the panel."""

    def __init__(
        self, text: str = "", role: Role = Role.BODY, *, tone: str = "text", bold: bool = False
    ) -> None:
        # Layouts ask for the same few widths over and over. There before Qt tells of the first font.
        self._heights: dict[int, int] = {}
        super().__init__(text, role, tone=tone, bold=bold, wrap=True)
        self._tone, self._strong = tone, ""
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def say(self, text: str, *, strong: str = "") -> None:
        """Show that text, or nothing at all where it is empty; the part `strong` of it in bold."""
        if (text, strong) != (self.text(), self._strong):
            self._strong = strong
            self._heights.clear()
            self.setText(text)
        self.setVisible(bool(text))

    def set_tone(self, tone: str) -> None:
        """Speak in another tone."""
        self._tone = tone
        super().set_tone(tone)
        self.update()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Another font is another height."""
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._heights.clear()
        super().changeEvent(event)

    def hasHeightForWidth(self) -> bool:  # noqa: N802
        """Narrower is taller."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        """As tall as the wrapped text."""
        if width not in self._heights:
            self._heights[width] = round(self._laid(width).boundingRect().height())
        return self._heights[width]

    def sizeHint(self) -> QSize:  # noqa: N802
        """One line, if there is room."""
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self.text()), metrics.height())

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Gives way to a few letters."""
        metrics = self.fontMetrics()
        return QSize(min(60, metrics.horizontalAdvance(self.text())), metrics.height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint the wrapped text."""
        del event
        painter = QPainter(self)
        painter.setPen(QColor(tone_colour(self._tone)))
        self._laid(self.width()).draw(painter, QPointF(0, 0))
        painter.end()

    def _laid(self, width: int) -> QTextLayout:
        return laid(self.text(), self.font(), width, strong=self._strong)


def tone_colour(tone: str) -> str:
    """The colour of a text's tone: "text", "text2", "text3" or a state."""
    worn = look.colours()
    if tone in {str(state) for state in State}:
        return worn.ink(State(tone))
    return {"text2": worn.text2, "text3": worn.text3}.get(tone, worn.text)


def laid(text: str, font: QFont, width: float, *, strong: str = "") -> QTextLayout:
    """A text in lines of that width, broken between words, inside one only where it is too long."""
    layout = QTextLayout(text.replace("\n", "\N{LINE SEPARATOR}"), font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    if strong and strong in text:
        made = QTextLayout.FormatRange()
        made.start, made.length = text.index(strong), len(strong)
        made.format.setFontWeight(QFont.Weight.DemiBold)
        layout.setFormats([made])
    layout.beginLayout()
    down = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(1.0, width))
        line.setPosition(QPointF(0, down))
        down += line.height()
    layout.endLayout()
    return layout


class AnswerButton(EnterButton):
    """An answer with its key at the left and one or two lines that wrap."""

    _SIDE: Final = 8
    _ABOVE: Final = 5

    def __init__(self) -> None:
        self._heights: dict[int, int] = {}
        super().__init__()
        self._key, self._name, self._detail, self._chosen = "", "", "", False
        self.setAutoDefault(False)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        frame_outside(self)

    def say(self, key: str, name: str, detail: str = "", *, chosen: bool = False) -> None:
        """Show that answer, or nothing without a name; `chosen` marks the one that counts now."""
        self.setVisible(bool(name))
        if (key, name, detail, chosen) == (self._key, self._name, self._detail, self._chosen):
            return
        self._key, self._name, self._detail, self._chosen = key, name, detail, chosen
        self._heights.clear()
        self.setText(name.replace("&", "&&"))
        self.setAccessibleName(f"{name}. {detail}" if detail else name)
        self.setAccessibleDescription(key)
        self.updateGeometry()
        self.update()

    def key(self) -> str:
        """The key it shows."""
        return self._key

    def words(self) -> tuple[str, str]:
        """Its two lines."""
        return self._name, self._detail

    def hasHeightForWidth(self) -> bool:  # noqa: N802
        """Narrower is taller."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        """As tall as its wrapped lines."""
        if width not in self._heights:
            tall = round(sum(one.boundingRect().height() for one in self._lines(width)))
            least = look.BUTTON_PLAIN if self._detail else look.BUTTON_HEADER
            self._heights[width] = max(least, tall + 2 * self._ABOVE)
        return self._heights[width]

    def sizeHint(self) -> QSize:  # noqa: N802
        """The height at a panel's width."""
        width = look.PANEL - 2 * look.PAD
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Gives way to a few letters."""
        return QSize(self._left() + 80, look.BUTTON_HEADER)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Another font is another height."""
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._heights.clear()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint ground, key and lines."""
        del event
        worn = look.colours()
        enabled = self.isEnabled()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = worn.desk if self.isDown() else worn.quiet if self.underMouse() else worn.surface
        border = worn.text if self._chosen else worn.control_border if enabled else worn.line
        painter.setPen(QPen(QColor(border), 2 if self._chosen else 1))
        painter.setBrush(QColor(ground if enabled else worn.surface))
        half = 1.0 if self._chosen else 0.5
        painter.drawRoundedRect(
            QRectF(self.rect()).adjusted(half, half, -half, -half), look.RADIUS, look.RADIUS
        )
        self._paint_key(painter)
        self._paint_lines(painter)
        painter.end()

    def _paint_key(self, painter: QPainter) -> None:
        if not self._key:
            return
        worn = look.colours()
        cap = cap_size(self._key, cap_font(DIGIT_CAP), DIGIT_CAP)
        place = QRectF(self._SIDE, (self.height() - cap.height()) / 2, cap.width(), cap.height())
        ink = worn.text if self.isEnabled() else worn.text3
        border = worn.control_border if self.isEnabled() else worn.line
        paint_cap(painter, self._key, place, font=cap_font(DIGIT_CAP), ink=ink, border=border)

    def _paint_lines(self, painter: QPainter) -> None:
        worn = look.colours()
        inks = (worn.text, worn.text2) if self.isEnabled() else (worn.text3, worn.text3)
        lines = self._lines(self.width())
        top = (self.height() - sum(one.boundingRect().height() for one in lines)) / 2
        for line, ink in zip(lines, inks, strict=False):
            painter.setPen(QColor(ink))
            line.draw(painter, QPointF(self._left(), round(top)))
            top += line.boundingRect().height()
        if self._chosen:
            place = QRectF(self.width() - 24, self.height() / 2 - 8, 16, 16)
            paint(painter, Shape.TICK, place, worn.ink(State.DONE))

    def _lines(self, width: int) -> list[QTextLayout]:
        room = width - self._left() - self._SIDE - (22 if self._chosen else 0)
        lines = [laid(self._name, look.font(Role.BODY, bold=True), room)]
        if self._detail:
            lines.append(laid(self._detail, look.font(Role.CAPTION), room))
        return lines

    def _left(self) -> int:
        if not self._key:
            return self._SIDE + 4
        return self._SIDE + round(cap_size(self._key, cap_font(DIGIT_CAP), DIGIT_CAP).width()) + 10


class PanelHeader(QWidget):
    """What the panel is about, how many there are, and the key that leads on."""

    def __init__(self) -> None:
        super().__init__()
        self.setMinimumHeight(look.CHIPS)
        self._mark = ShapeLabel(Shape.INFO, State.QUIET, 18)
        self.title = Heading()
        self.count = Text("", Role.SECTION, tone="text2")
        self._aside = Caption()
        self._key = KeyCap("")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(look.PAD, 4, look.PAD, 4)
        layout.setSpacing(look.GAP)
        for widget in (self._mark, self.title, self.count):
            layout.addWidget(widget)
        layout.addStretch()
        layout.addWidget(self._aside)
        layout.addWidget(self._key)

    def say(
        self,
        title: str,
        shape: Shape,
        *,
        state: State,
        count: int | None = None,
        aside: str = "",
        key: str = "",
    ) -> None:
        """Show that header."""
        self._mark.set_shape(shape, state)
        self.title.setText(title)
        self.count.setText("" if count is None else str(count))
        self.count.setVisible(count is not None)
        self._aside.setText(aside)
        self._aside.setVisible(bool(aside))
        self._key.set_text(key)
        self._key.setVisible(bool(key))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint the line below."""
        del event
        painter = QPainter(self)
        line = QRect(0, self.height() - 1, self.width(), 1)
        painter.fillRect(line, QColor(look.colours().line))
        painter.end()


class Told(QWidget):
    """A line with a shape, words that wrap, and something short at the right or in front."""

    def __init__(self, *, time_first: bool = False, bold: bool = False) -> None:
        super().__init__()
        self._mark = ShapeLabel(Shape.INFO, State.INFORMATION, 14)
        self.words = Words(bold=bold)
        self.aside = Caption(tone="text3")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 2, 0, 2)
        layout.setSpacing(look.GAP)
        top = Qt.AlignmentFlag.AlignTop
        # As far down as the first line's middle.
        mark = QWidget()
        column(mark, margins=(0, 2, 0, 0)).addWidget(self._mark)
        parts: list[tuple[QWidget, int]] = [(mark, 0), (self.words, 1), (self.aside, 0)]
        if time_first:
            parts = [parts[2], parts[0], parts[1]]
        for widget, stretch in parts:
            layout.addWidget(widget, stretch, top)

    def say(self, text: str, shape: Shape, state: State, *, aside: str = "") -> None:
        """Show that line."""
        self._mark.set_shape(shape, state)
        self.words.say(text)
        self.aside.setText(aside)
        self.aside.setVisible(bool(aside))
        self.setAccessibleName(f"{aside} {text}".strip())
        self.show()


class Lines(QWidget):
    """As many `Told` as are needed, kept for the next time: a panel that changes with every arrow key
    must not make widgets anew."""

    def __init__(self, *, time_first: bool = False) -> None:
        super().__init__()
        self._time_first = time_first
        self._made: list[Told] = []
        self._layout = column(self, spacing=2)

    def say(self, lines: list[tuple[str, Shape, State, str]]) -> None:
        """Show these lines: text, shape, state, aside."""
        for number, (text, shape, state, aside) in enumerate(lines):
            if number == len(self._made):
                self._made.append(Told(time_first=self._time_first))
                self._layout.addWidget(self._made[-1])
            self._made[number].say(text, shape, state, aside=aside)
        for spare in self._made[len(lines) :]:
            spare.hide()
        self.setVisible(bool(lines))

    def texts(self) -> list[str]:
        """What stands in the lines."""
        return [one.words.text() for one in self._made if not one.isHidden()]


def column(
    widget: QWidget, *, margins: tuple[int, int, int, int] = (0, 0, 0, 0), spacing: int = look.GAP
) -> QVBoxLayout:
    """A column of widgets as the layout of `widget`."""
    layout = QVBoxLayout(widget)
    layout.setContentsMargins(*margins)
    layout.setSpacing(spacing)
    return layout
