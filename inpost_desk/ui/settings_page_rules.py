"""How the orders of a file go to InPost: by service or by offers, and the hours of Paczka w Weekend."""

from __future__ import annotations

from datetime import time
from typing import Final

from PySide6.QtCore import QLocale, Qt, QTime, Signal, Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QTimeEdit, QVBoxLayout, QWidget

from inpost_desk.domain.weekend_window import WeekendWindow
from inpost_desk.ui import look
from inpost_desk.ui.kit import Caption, Heading, Text
from inpost_desk.ui.kit_flow import Flow
from inpost_desk.ui.settings_page_choices import Choice, ChoiceList
from inpost_desk.ui.settings_page_sending import FULL_DAYS
from inpost_desk.wording.speech import QT_TRANSLATE_NOOP, translate

BY_SERVICE: Final = "service"
RULES: Final = (
    (
        BY_SERVICE,
        QT_TRANSLATE_NOOP("ui", "The service that the order asks for"),
        QT_TRANSLATE_NOOP("ui", "InPost buys it at once."),
    ),
    (
        "cheapest",
        QT_TRANSLATE_NOOP("ui", "InPost's cheapest offer"),
        QT_TRANSLATE_NOOP("ui", "Offers without a price wait for you."),
    ),
    (
        "ask",
        QT_TRANSLATE_NOOP("ui", "I choose among InPost's offers"),
        QT_TRANSLATE_NOOP("ui", "Twenty orders at a time; each offer lives for five minutes."),
    ),
)
DAYS: Final = (*FULL_DAYS, QT_TRANSLATE_NOOP("ui", "Saturday"), QT_TRANSLATE_NOOP("ui", "Sunday"))


class FileRulesForm(QWidget):
    """Two answers that count for every file."""

    offers_changed = Signal(str)
    """"", "cheapest" or "ask"."""
    window_changed = Signal(object)
    """A `WeekendWindow`."""

    def __init__(self) -> None:
        super().__init__()
        choices = [
            Choice(key, translate("ui", title), translate("ui", detail))
            for key, title, detail in RULES
        ]
        self.rules = ChoiceList(translate("ui", "How orders of a file are bought"), choices)
        self.opens = _Moment(translate("ui", "Opens"))
        self.closes = _Moment(translate("ui", "Closes"))
        self._showing = False
        moments = Flow(self.opens, self.closes, gap=look.EDGE)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.GAP)
        column.addWidget(Heading(translate("ui", "How orders of a file are bought")))
        column.addWidget(self.rules)
        column.addSpacing(look.PAD)
        column.addWidget(Heading(translate("ui", "Paczka w Weekend can be made")))
        column.addWidget(moments)
        column.addWidget(
            Caption(translate("ui", "InPost has moved these hours before; Warsaw time."), wrap=True)
        )
        self.rules.chosen.connect(self._rule_chosen)
        self.opens.changed.connect(self._window_edited)
        self.closes.changed.connect(self._window_edited)

    def set_value(self, offers: str, window: WeekendWindow) -> None:
        """Show what was decided."""
        self._showing = True
        self.rules.set_value(offers or BY_SERVICE)
        self.opens.set_value(window.opens_on, QTime(window.opens_at.hour, window.opens_at.minute))
        self.closes.set_value(
            window.closes_on, QTime(window.closes_at.hour, window.closes_at.minute)
        )
        self._showing = False

    @Slot(str)
    def _rule_chosen(self, rule: str) -> None:
        if not self._showing:
            self.offers_changed.emit("" if rule == BY_SERVICE else rule)

    @Slot()
    def _window_edited(self) -> None:
        if not self._showing:
            day, at = self.opens.value()
            last, until = self.closes.value()
            self.window_changed.emit(WeekendWindow(day, _plain(at), last, _plain(until)))


def _plain(at: QTime) -> time:
    return time(at.hour(), at.minute())


class _Moment(QWidget):
    """A day of the week and a time."""

    changed = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.day = QComboBox()
        self.day.addItems([translate("ui", one) for one in DAYS])
        day, hour = translate("ui", "day"), translate("ui", "hour")
        self.day.setAccessibleName(f"{name}: {day}")
        self.time = QTimeEdit()
        self.time.setDisplayFormat("HH:mm")
        self.time.setLocale(QLocale.c())
        self.time.setAccessibleName(f"{name}: {hour}")
        # A half-typed hour is none yet.
        self.time.setKeyboardTracking(False)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.GAP)
        row.addWidget(Text(name))
        row.addWidget(self.day)
        row.addWidget(self.time, alignment=Qt.AlignmentFlag.AlignLeft)
        self.day.currentIndexChanged.connect(self.changed)
        self.time.timeChanged.connect(self.changed)

    def value(self) -> tuple[int, QTime]:
        """Days count from Monday as 0."""
        return self.day.currentIndex(), self.time.time()

    def set_value(self, day: int, at: QTime) -> None:
        """Show it."""
        self.day.setCurrentIndex(day)
        self.time.setTime(at)
