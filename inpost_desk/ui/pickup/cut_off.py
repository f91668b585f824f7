"""Until when orders for today are taken, and for which day one counts that is made now. No clock here."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Final

from inpost_desk.domain.weekend_window import WARSAW
from inpost_desk.domain.working_days import is_working, working_days_after
from inpost_desk.ui.weekend_words import left_words
from inpost_desk.wording.speech import QT_TRANSLATE_NOOP, translate

SOON: Final = timedelta(minutes=30)
_DAYS: Final = (
    QT_TRANSLATE_NOOP("ui", "Monday {date}"),
    QT_TRANSLATE_NOOP("ui", "Tuesday {date}"),
    QT_TRANSLATE_NOOP("ui", "Wednesday {date}"),
    QT_TRANSLATE_NOOP("ui", "Thursday {date}"),
    QT_TRANSLATE_NOOP("ui", "Friday {date}"),
    QT_TRANSLATE_NOOP("ui", "Saturday {date}"),
    QT_TRANSLATE_NOOP("ui", "Sunday {date}"),
)


@dataclass(frozen=True, slots=True)
class CutOff:
    """`left` is how long orders are still for today, None where they are for `day` by now."""

    at: time
    day: date
    left: timedelta | None

    @property
    def soon(self) -> bool:
        """Whether it is time to order."""
        return self.left is not None and self.left <= SOON


def cut_off(now: datetime, at: time) -> CutOff:
    """How it stands at that moment; `at` is in Warsaw's time. Couriers come on working days."""
    local = now.astimezone(WARSAW)
    end = datetime.combine(local.date(), at, WARSAW)
    if local < end and is_working(local.date()):
        return CutOff(at, local.date(), end - local)
    return CutOff(at, working_days_after(local.date(), 1), None)


def cut_off_words(known: CutOff) -> tuple[str, str]:
    """The same in a sentence, and in the few words a narrow header has room for."""
    if known.left is None:
        day = day_words(known.day)
        words = translate("ui", "Orders made now are for {day}").format(day=day)
        return words, translate("ui", "now: {day}").format(day=day)
    left = left_words(known.left)
    words = translate("ui", "Orders for today until {time}, {left} left")
    short = translate("ui", "until {time}, {left}")
    until = f"{known.at:%H:%M}"
    return words.format(time=until, left=left), short.format(time=until, left=left)


def day_words(day: date) -> str:
    """`Friday 21.11.`"""
    return translate("ui", _DAYS[day.weekday()]).format(date=date_words(day))


def date_words(day: date) -> str:
    """`21.11.`"""
    return f"{day.day}.{day.month:02}."
