"""The hours of Paczka w Weekend in words: when they change, and how long until then."""

from __future__ import annotations

import math
from datetime import datetime, timedelta
from typing import Final

from inpost_desk.domain.weekend_window import WARSAW, Opening
from inpost_desk.wording.speech import QT_TRANSLATE_NOOP, translate

_DAYS: Final = (
    QT_TRANSLATE_NOOP("ui", "Monday {time}"),
    QT_TRANSLATE_NOOP("ui", "Tuesday {time}"),
    QT_TRANSLATE_NOOP("ui", "Wednesday {time}"),
    QT_TRANSLATE_NOOP("ui", "Thursday {time}"),
    QT_TRANSLATE_NOOP("ui", "Friday {time}"),
    QT_TRANSLATE_NOOP("ui", "Saturday {time}"),
    QT_TRANSLATE_NOOP("ui", "Sunday {time}"),
)


def day_and_time(moment: datetime) -> str:
    """`Thursday 20:00`, in Warsaw."""
    local = moment.astimezone(WARSAW)
    return translate("ui", _DAYS[local.weekday()]).format(time=f"{local:%H:%M}")


def left_words(left: timedelta) -> str:
    """How long it lasts still: `3 d 2 h`, `5 h 10 min`, `12 min`; never nothing."""
    minutes = max(1, math.ceil(left / timedelta(minutes=1)))
    hours, minutes = divmod(minutes, 60)
    days, hours = divmod(hours, 24)
    if days:
        return translate("ui", "{days} d {hours} h").format(days=days, hours=hours)
    if hours:
        return translate("ui", "{hours} h {minutes} min").format(hours=hours, minutes=minutes)
    return translate("ui", "{minutes} min").format(minutes=minutes)


def closes_words(closes_at: datetime, left: timedelta) -> str:
    """While the window is open: until when."""
    words = translate("ui", "Paczka w Weekend until {time}, {left} left")
    return words.format(time=day_and_time(closes_at), left=left_words(left))


def weekend_words(opening: Opening) -> str:
    """Whether it can be made now, and how long that stays so."""
    words = (
        translate("ui", "Possible for another {left}, until {when}.")
        if opening.open
        else translate("ui", "Possible again in {left}: {when}.")
    )
    return words.format(left=left_words(opening.left), when=day_and_time(opening.changes_at))
