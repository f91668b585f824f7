"""How an earlier run is told: the shape of its end, its figures, and when it was."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final

from inpost_desk.domain.stage import Outcome, Stage
from inpost_desk.ui.kit import stage_word
from inpost_desk.ui.look import State
from inpost_desk.ui.shapes import Shape
from inpost_desk.wording.sentences import WARSAW
from inpost_desk.wording.speech import QT_TRANSLATE_NOOP, translate

if TYPE_CHECKING:
    from inpost_desk.actions.runs import EarlierRun

# What is not simply done, the more urgent first.
_REST: Final = {
    Outcome.UNSURE: Stage.UNSURE,
    Outcome.OFFERED: Stage.OFFERED,
    Outcome.UNPAID: Stage.UNPAID,
    Outcome.REFUSED: Stage.REFUSED,
    Outcome.INVALID: Stage.TO_FIX,
    Outcome.DUPLICATE: Stage.DUPLICATE,
}


def shape_of(run: EarlierRun) -> tuple[Shape, State]:
    """The worst that is left of it decides."""
    if run.count(Outcome.UNSURE):
        return Shape.DIAMOND, State.WARNING
    if run.count(Outcome.UNPAID):
        return Shape.TRIANGLE, State.WARNING
    if run.count(Outcome.REFUSED):
        return Shape.OCTAGON, State.ERROR
    if run.count(Outcome.WAITING):
        return Shape.PAUSE, State.QUIET
    if not run.parcels:
        return Shape.SLASH, State.QUIET
    if 0 < run.printed < run.parcels:
        return Shape.TRIANGLE, State.WARNING
    return Shape.TICK, State.DONE


def name_of(run: EarlierRun) -> str:
    """Its file, or the shipment that was typed by hand."""
    if run.file_name:
        return run.file_name
    return translate("ui", "New shipment {reference}").format(reference=run.reference)


def figures_of(run: EarlierRun) -> str:
    """`143 of 143 printed, refused 2`."""
    return ", ".join([_main_figure(run), *_rest(run)])


def _main_figure(run: EarlierRun) -> str:
    if not run.parcels:
        return translate("ui", "nothing to send")
    if run.printed:
        words = translate("ui", "{done} of {total} printed")
        return words.format(done=run.printed, total=run.parcels)
    words = translate("ui", "labels: {done} of {total}")
    return words.format(done=run.count(Outcome.DONE), total=run.parcels)


def _rest(run: EarlierRun) -> list[str]:
    rest = [
        f"{stage_word(stage).lower()} {run.count(outcome)}"
        for outcome, stage in _REST.items()
        if run.count(outcome)
    ]
    if run.count(Outcome.WAITING):
        waiting = translate("ui", "waiting {count}")
        rest.append(waiting.format(count=run.count(Outcome.WAITING)))
    return rest


def when_words(moment: datetime, *, now: datetime) -> str:
    """Today and yesterday with the time, else the day; the year only where it is another."""
    then, today = moment.astimezone(WARSAW), now.astimezone(WARSAW)
    if then.date() == today.date():
        return translate("ui", "today {time}").format(time=f"{then:%H:%M}")
    if then.date() == today.date() - timedelta(days=1):
        return translate("ui", "yesterday {time}").format(time=f"{then:%H:%M}")
    this_year = QT_TRANSLATE_NOOP("ui", "%m-%d")
    other_year = QT_TRANSLATE_NOOP("ui", "%Y-%m-%d")
    pattern = this_year if then.year == today.year else other_year
    return then.strftime(translate("ui", pattern))
