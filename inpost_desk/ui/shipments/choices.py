"""What the page is narrowed to, as plain values: which days, which service; and how that is kept.

No widgets; `filters` shows it, `ledger/history_find.py` answers it.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import Any, Final

from PySide6.QtCore import QSettings

from inpost_desk.domain.history import Query, Sort
from inpost_desk.domain.journey import Phase
from inpost_desk.wording.journey import day_words
from inpost_desk.wording.speech import QT_TRANSLATE_NOOP, translate

KEY: Final = "shipments/choices"
EXCEPTIONS: Final = "exceptions"
"""The chip of the exceptions, beside those of the phases."""


class Days(StrEnum):
    """The days a shipment was made in."""

    ALL = "all"
    TODAY = "today"
    WEEK = "week"
    FORTNIGHT = "fortnight"
    THIRTY = "thirty"
    MONTH = "month"
    LAST_MONTH = "last_month"
    BETWEEN = "between"


WORDS: Final = {
    Days.ALL: QT_TRANSLATE_NOOP("ui", "all"),
    Days.TODAY: QT_TRANSLATE_NOOP("ui", "today"),
    Days.WEEK: QT_TRANSLATE_NOOP("ui", "last 7"),
    Days.FORTNIGHT: QT_TRANSLATE_NOOP("ui", "last 14"),
    Days.THIRTY: QT_TRANSLATE_NOOP("ui", "last 30"),
    Days.MONTH: QT_TRANSLATE_NOOP("ui", "this month"),
    Days.LAST_MONTH: QT_TRANSLATE_NOOP("ui", "last month"),
    Days.BETWEEN: QT_TRANSLATE_NOOP("ui", "from–to…"),
}
_LAST: Final = {Days.TODAY: 1, Days.WEEK: 7, Days.FORTNIGHT: 14, Days.THIRTY: 30}


@dataclass(frozen=True, slots=True)
class Choices:
    """`chip` is a `Phase`, `EXCEPTIONS` or None for all; `since` and `until` count with `Days.BETWEEN`."""

    chip: Phase | str | None = None
    days: Days = Days.ALL
    since: date | None = None
    until: date | None = None
    service: str = ""
    run_id: int | None = None
    printed: bool | None = None
    cod: bool = False
    sort: Sort = Sort.MADE
    descending: bool = True
    words: str = ""

    @property
    def narrows(self) -> bool:
        """Whether it leaves anything out."""
        return replace(self, sort=Sort.MADE, descending=True) != Choices()

    def cleared(self) -> Choices:
        """Everything again, in the same order."""
        return Choices(sort=self.sort, descending=self.descending)

    def query(self, today: date) -> Query:
        """The question for the ledger; `today` is Warsaw's."""
        since, until = span(self, today)
        return Query(
            words=self.words.strip(),
            phase=self.chip if isinstance(self.chip, Phase) else None,
            exceptions=self.chip == EXCEPTIONS,
            since=since,
            until=until,
            service=self.service,
            run_id=self.run_id,
            printed=self.printed,
            cod=self.cod,
            sort=self.sort,
            descending=self.descending,
        )


def span(choices: Choices, today: date) -> tuple[date | None, date | None]:
    """The first and the last day meant; None is open."""
    if choices.days in _LAST:
        return today - timedelta(days=_LAST[choices.days] - 1), None
    first = today.replace(day=1)
    match choices.days:
        case Days.MONTH:
            return first, None
        case Days.LAST_MONTH:
            last = first - timedelta(days=1)
            return last.replace(day=1), last
        case Days.BETWEEN:
            return choices.since, choices.until
        case _:
            return None, None


def span_words(choices: Choices) -> str:
    """The days of a stretch somebody typed; "" for the others."""
    if choices.days is not Days.BETWEEN:
        return ""
    ends = [day_words(one) if one else "…" for one in (choices.since, choices.until)]
    return "–".join(ends)


def read_day(text: str, *, today: date) -> date | None:
    """A day as somebody types it: 2025-11-21, 21.11.2025, 21.11; None for anything else."""
    for parts in (text.strip().split("-"), text.strip().rstrip(".").split(".")[::-1]):
        if not all(one.strip().isdecimal() for one in parts) or len(parts) not in (2, 3):
            continue
        numbers = [int(one) for one in parts]
        year, month, day = numbers if len(numbers) == 3 else (today.year, *numbers)
        try:
            return date(year + 2000 if year < 100 else year, month, day)
        except ValueError:
            return None
    return None


def keep(kept: QSettings | None, choices: Choices) -> None:
    """Remember everything but what was typed into the search."""
    if kept is None:
        return
    said: dict[str, object] = {
        "chip": choices.chip and str(choices.chip),
        "days": str(choices.days),
        "since": choices.since and choices.since.isoformat(),
        "until": choices.until and choices.until.isoformat(),
        "service": choices.service,
        "printed": choices.printed,
        "cod": choices.cod,
        "sort": str(choices.sort),
        "descending": choices.descending,
    }
    kept.setValue(KEY, json.dumps(said))


def kept_choices(kept: QSettings | None) -> Choices:
    """What was chosen last time; anything unknown in it is passed over. A run is of one day, and not kept."""
    try:
        found = json.loads(str(kept.value(KEY, "{}"))) if kept is not None else {}
    except ValueError:
        found = {}
    if not isinstance(found, dict):
        return Choices()
    printed, descending = found.get("printed"), found.get("descending")
    return Choices(
        chip=EXCEPTIONS if found.get("chip") == EXCEPTIONS else _one(Phase, found.get("chip")),
        days=_one(Days, found.get("days")) or Days.ALL,
        since=_day(found.get("since")),
        until=_day(found.get("until")),
        service=str(found.get("service") or ""),
        printed=printed if isinstance(printed, bool) else None,
        cod=found.get("cod") is True,
        sort=_one(Sort, found.get("sort")) or Sort.MADE,
        descending=descending if isinstance(descending, bool) else True,
    )


def _one(kind: Callable[[Any], Any], value: object) -> Any:
    try:
        return kind(value)
    except ValueError:
        return None


def _day(value: object) -> date | None:
    try:
        return date.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None


def days_choices() -> list[tuple[Days, str]]:
    """For the menu."""
    return [(one, translate("ui", words)) for one, words in WORDS.items()]
