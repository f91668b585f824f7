"""What happens now while a pile is sent: the label in hand, what was refused, the story so far."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from inpost_desk.domain.stage import Stage
from inpost_desk.ui import look
from inpost_desk.ui.kit import Card, Text, stage_word
from inpost_desk.ui.look import Role, State
from inpost_desk.ui.orders.panel_cards import Happening, NowCard, RefusedRow
from inpost_desk.ui.orders.panel_parts import Lines, Words, column
from inpost_desk.ui.orders.panel_questions import shortened
from inpost_desk.ui.shapes import STAGE_LOOK, Shape
from inpost_desk.wording.sentences import WARSAW
from inpost_desk.wording.speech import translate

MOST_EVENTS: Final = 30
MOST_REFUSED: Final = 4
_PICTURE: Final = QSize(112, 158)


class Picture(QWidget):
    """The label as the printer gets it, on the desk; an empty sheet until it is there."""

    def __init__(self) -> None:
        super().__init__()
        self._image: QImage | None = None
        self.setFixedSize(_PICTURE)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_image(self, image: QImage | None) -> None:
        """Show that picture, or the empty sheet."""
        self._image = image
        self.setAccessibleName(translate("ui", "Picture of the label"))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint the sheet, which is white in both looks, and its frame."""
        del event
        worn = look.colours()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.rect(), QColor(worn.desk))
        inside = QRectF(self.rect()).adjusted(3, 3, -3, -3)
        if self._image is not None and not self._image.isNull():
            size = self._image.size().toSizeF()
            size.scale(inside.size(), Qt.AspectRatioMode.KeepAspectRatio)
            place = QRectF(0, 0, size.width(), size.height())
            place.moveCenter(inside.center())
            painter.drawImage(place, self._image)
        painter.setPen(QColor(worn.line))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()


class RunningBox(QWidget):
    """Everything of a run that stands in the panel."""

    def __init__(self) -> None:
        super().__init__()
        self.picture = Picture()
        self._stage = Text("", Role.CAPTION, tone="text2")
        self.reference = Words(role=Role.SECTION)
        self._name = Words()
        self._place = Words(tone="text2")
        self.checks = Lines()
        self._now = QWidget()
        self.refused = Card(State.ERROR)
        self._refused_title = Words(bold=True)
        self.refused_lines = Lines()
        self._events_title = Text("", Role.CAPTION, tone="text2", bold=True)
        self.events = Lines(time_first=True)
        self.ending = Lines()
        self._lay_out()

    def _lay_out(self) -> None:
        layout = column(self, margins=(look.PAD, look.PAD, look.PAD, look.PAD), spacing=10)
        now = QHBoxLayout(self._now)
        now.setContentsMargins(0, 0, 0, 0)
        now.setSpacing(look.PAD)
        now.addWidget(self.picture, 0, Qt.AlignmentFlag.AlignTop)
        beside = QWidget()
        said = column(beside, spacing=2)
        for widget in (self._stage, self.reference, self._name, self._place):
            said.addWidget(widget)
        said.addSpacing(6)
        said.addWidget(self.checks)
        said.addStretch()
        now.addWidget(beside, 1)
        refused = column(self.refused, margins=(12, 10, 12, 10), spacing=4)
        refused.addWidget(self._refused_title)
        refused.addWidget(self.refused_lines)
        for part in (self._now, self.refused, self._events_title, self.events, self.ending):
            layout.addWidget(part)

    def show_running(
        self,
        now: NowCard | None,
        refused: Sequence[RefusedRow],
        events: Sequence[Happening],
        *,
        ending: str,
    ) -> None:
        """Show the run; `events` newest first, `ending` says what is there when it is over."""
        self._now.setVisible(now is not None)
        if now is not None:
            self._say_now(now)
        self._say_refused(refused)
        self._events_title.setText(translate("ui", "What happened"))
        self._events_title.setVisible(bool(events))
        self.events.say(
            [
                (one.text, one.shape, one.state, one.at.astimezone(WARSAW).strftime("%H:%M:%S"))
                for one in events[:MOST_EVENTS]
            ]
        )
        self.ending.say([(ending, Shape.INFO, State.QUIET, "")] if ending else [])

    def _say_now(self, now: NowCard) -> None:
        self.picture.show_image(now.picture)
        self._stage.setText(stage_word(now.stage))
        self.reference.say(now.reference)
        self._name.say(now.name)
        self._place.say("\n".join(now.place))
        checked = []
        if now.read:
            checked.append((translate("ui", "code read"), Shape.TICK, State.DONE, ""))
        if now.size:
            size = translate("ui", "{width} × {height} mm")
            words = size.format(width=now.size[0], height=now.size[1])
            checked.append((words, Shape.TICK, State.DONE, ""))
        self.checks.say(checked)

    def _say_refused(self, refused: Sequence[RefusedRow]) -> None:
        self.refused.setVisible(bool(refused))
        if not refused:
            return
        self._refused_title.say(translate("ui", "Refused by InPost: {n}").format(n=len(refused)))
        shape, state = STAGE_LOOK[Stage.REFUSED]
        lines = [
            (
                f"{one.reference} · {one.reason}",
                shape,
                state,
                translate("ui", "no. {row}").format(row=one.row),
            )
            for one in refused
        ]
        self.refused_lines.say(shortened(lines, MOST_REFUSED))
