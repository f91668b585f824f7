"""The Pickup page's header: the day, until when orders are for today, and the list of all orders."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout

from inpost_desk.domain.weekend_window import WARSAW
from inpost_desk.ui import look
from inpost_desk.ui.kit import Ground, Heading, KeyButton, ShapeLabel
from inpost_desk.ui.look import Role, State
from inpost_desk.ui.orders.fitting import FittingText
from inpost_desk.ui.pickup.cut_off import CutOff, cut_off_words, date_words, day_words
from inpost_desk.ui.shapes import Shape
from inpost_desk.wording.speech import translate


class PageHeader(Ground):
    """It only asks and tells."""

    list_asked = Signal()

    def __init__(self) -> None:
        super().__init__("surface", lines=(Qt.Edge.BottomEdge,))
        self.setMinimumHeight(look.HEADER)
        self.day = FittingText(Role.CAPTION, tone="text2")
        self.mark = ShapeLabel(Shape.INFO, State.QUIET, 16)
        self.cut_off = FittingText(Role.BODY, bold=True)
        self.cut_off.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.list_button = KeyButton(
            translate("ui", "List of orders"), key="Ctrl+L", icon="orders", kind="header"
        )
        self.list_button.clicked.connect(self.list_asked)
        row = QHBoxLayout(self)
        row.setContentsMargins(look.EDGE, 0, look.EDGE, 0)
        row.setSpacing(look.PAD)
        row.addWidget(Heading(translate("ui", "Pickup"), Role.TITLE))
        row.addWidget(self.day, 1)
        row.addWidget(self.mark)
        row.addWidget(self.cut_off, 2)
        row.addWidget(self.list_button)
        self.show_time(None, None, waiting=False)

    def show_time(self, now: datetime | None, known: CutOff | None, *, waiting: bool) -> None:
        """The day and the cut-off; `waiting`: there are parcels without a courier."""
        if now is None or known is None:
            self.day.set_wordings(("",))
            self.cut_off.set_wordings(("",))
            self.mark.hide()
            return
        today = day_words(now.astimezone(WARSAW).date())
        self.day.set_wordings((translate("ui", "today, {day}").format(day=today), today, ""))
        words, short = cut_off_words(known)
        urgent = known.soon and waiting
        # The shortest is never cut.
        shortest = f"{known.at:%H:%M}" if known.left is not None else date_words(known.day)
        self.cut_off.set_wordings((words, short, shortest))
        # It would take the room between the shape and itself.
        self.cut_off.setMaximumWidth(self.cut_off.sizeHint().width())
        self.cut_off.set_tone(State.WARNING if urgent else "text")
        shape = Shape.TRIANGLE if urgent else Shape.INFO
        self.mark.set_shape(shape, State.WARNING if urgent else State.QUIET)
        self.mark.show()

    def show_list(self, *, shown: bool) -> None:
        """Whether the list of orders stands in the page's place."""
        words = translate("ui", "Back to today") if shown else translate("ui", "List of orders")
        self.list_button.set_text(words)
