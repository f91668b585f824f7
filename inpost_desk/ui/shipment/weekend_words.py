"""How long Paczka w Weekend can still be made, or when it can be made again."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from inpost_desk.domain.weekend_window import WARSAW, Opening
from inpost_desk.wording.speech import QT_TRANSLATE_NOOP, translate

DAYS: Final[tuple[str, ...]] = (
    QT_TRANSLATE_NOOP("ui", "Monday"),
    QT_TRANSLATE_NOOP("ui", "Tuesday"),
    QT_TRANSLATE_NOOP("ui", "Wednesday"),
    QT_TRANSLATE_NOOP("ui", "Thursday"),
    QT_TRANSLATE_NOOP("ui", "Friday"),
    QT_TRANSLATE_NOOP("ui", "Saturday"),
    QT_TRANSLATE_NOOP("ui", "Sunday"),
)


def weekend_words(opening: Opening) -> str:
    """Whether it can be made now, and how long that stays so."""
    moment = opening.changes_at.astimezone(WARSAW)
    when = f"{translate('ui', DAYS[moment.weekday()])} {moment:%H:%M}"
    words = (
        translate("ui", "Possible for another {left}, until {when}.")
        if opening.open
        else translate("ui", "Possible again in {left}: {when}.")
    )
    return words.format(left=left_words(opening.left), when=when)


def left_words(left: timedelta) -> str:
    """Days and hours, or hours and minutes."""
    minutes = max(1, int(left.total_seconds() // 60))
    hours, minutes = divmod(minutes, 60)
    days, hours = divmod(hours, 24)
    if days:
        return translate("ui", "{days} d {hours} h").format(days=days, hours=hours)
    if hours:
        return translate("ui", "{hours} h {minutes} min").format(hours=hours, minutes=minutes)
    return translate("ui", "{minutes} min").format(minutes=minutes)
