"""What is said while labels print and when that has ended other than well: of a run as of any other paper."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Final

from inpost_desk.ui.desk import INFORMATION, WARNING, Desk, Notice
from inpost_desk.ui.look import State
from inpost_desk.wording.speech import translate

if TYPE_CHECKING:
    from inpost_desk.actions.print_line import Printed, Printing
    from inpost_desk.ui.orders.running import Runner

PRESS: Final = "press"
AT_PRINTER: Final = "at_printer"
WAITS: Final = "printer_waits"
STAND_IN: Final = "stand_in"
SHARED: Final = "printer_shared"
SMALLER: Final = "label_smaller"
PLAIN: Final = "label_plain"
_NO_PAPER: Final = frozenset({"media-empty", "media-needed"})


class OnTheWay:
    """Says what is unusual about labels that are printing: each once, and it stays until the next time."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._said: dict[str, Notice] = {}

    def begin(self) -> None:
        """Other labels are printed now: what was said of the last ones is history."""
        for key in self._said:
            self._desk.withdraw(key)
        self._said.clear()

    def hear(self, printing: Printing) -> None:
        """How far it is."""
        for notice in _notices(printing):
            if self._said.get(notice.key) != notice:
                self._said[notice.key] = notice
                self._desk.notify(notice)


def _notices(printing: Printing) -> list[Notice]:
    notices = []
    if printing.stand_in:
        fact = translate("ui", "The printer {away} does not work, labels come out of {name}.")
        fact = fact.format(away=printing.away, name=printing.stand_in)
        told = translate("ui", "Look there for them, in their order.")
        notices.append(Notice(STAND_IN, WARNING, fact, told))
    if printing.shared:
        fact = translate("ui", "Somebody else prints on this printer too.")
        told = translate("ui", "Labels of both may come out by turns: look at the references.")
        notices.append(Notice(SHARED, WARNING, fact, told))
    if printing.smallest < 1:
        # Never more than it is: 99.6 % is smaller, too.
        fact = translate("ui", "A label does not fit on the paper: made smaller, to {percent} %.")
        fact = fact.format(percent=int(printing.smallest * 100))
        told = translate("ui", "Its bar code was read back. Larger paper would need no shrinking.")
        notices.append(Notice(SMALLER, INFORMATION, fact, told))
    if printing.plain:
        fact = translate("ui", "InPost has no printer commands for some labels: {count}")
        fact = fact.format(count=printing.plain)
        told = translate("ui", "The program draws them itself; they look the same.")
        notices.append(Notice(PLAIN, INFORMATION, fact, told))
    return notices


def tell_of_printer(desk: Desk, done: Printed) -> None:
    """What a printer did not bring out, and what it still has; nothing where all went well."""
    if done.failed or done.cancelled:
        words = translate("ui", "Labels that did not come out: {count}. See to the printer.")
        told = words.format(count=done.failed + done.cancelled + done.left)
        desk.notify(Notice(PRESS, WARNING, translate("ui", "The printer stopped."), told))
    if done.open:
        words = translate("ui", "Still at the printer: {count}")
        told = translate("ui", "This line goes by itself when they have come out.")
        desk.notify(Notice(AT_PRINTER, INFORMATION, words.format(count=done.open), told))


def progress_notice(printing: Printing, stop: Callable[[], None]) -> Notice:
    """How far it is, or that the printer does not go on and why. It can be stopped: a run's labels wait."""
    words = _why_it_waits(printing)
    act = translate("ui", "Stop printing")
    if not words:
        fact = translate("ui", "Printing: {done} of {total}")
        fact = fact.format(done=printing.printed, total=printing.total)
        return Notice(PRESS, INFORMATION, fact, "", act, stop)
    # What came out of the document the printer has now, only its end tells.
    done = translate("ui", "Printed for certain: {done} of {total}.")
    done = done.format(done=printing.printed, total=printing.total)
    return Notice(PRESS, WARNING, words, f"{done} {_goes_on(printing)}", act, stop)


def _why_it_waits(printing: Printing) -> str:
    """Names printer and reason; "" where it prints."""
    from inpost_desk.ui.settings_page_printer import printer_words

    state = printing.printer
    words, _, how = printer_words(state.readiness, state.reasons) if state else ("", None, None)
    # Reasons without a word here, such as a low battery, do not make it wait.
    if state is None or how is State.DONE:
        return ""
    fact = translate("ui", "The printer {name} does not go on: {state}.")
    return fact.format(name=printing.name, state=words)


def _goes_on(printing: Printing) -> str:
    state = printing.printer
    if state is not None and not _NO_PAPER.isdisjoint(state.reasons):
        return translate("ui", "Printing goes on by itself when there is paper again.")
    return translate("ui", "Printing goes on by itself as soon as the printer can print.")


def tell_of_waiting(desk: Desk, runner: Runner) -> None:
    """From now on say when a printer keeps a run's labels waiting, and why."""
    runner.press_told.connect(partial(_tell_of_waiting, desk))
    runner.ended.connect(lambda _: desk.withdraw(WAITS))


def _tell_of_waiting(desk: Desk, printing: Printing) -> None:
    fact = _why_it_waits(printing)
    if not fact:
        desk.withdraw(WAITS)
        return
    told = translate("ui", "Buying goes on; the labels come in their order as soon as it prints.")
    desk.notify(Notice(WAITS, WARNING, fact, told))
