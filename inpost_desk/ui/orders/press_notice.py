"""What is said when printing has ended other than well: the same of a run's labels and of any other paper."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from inpost_desk.ui.desk import INFORMATION, WARNING, Desk, Notice
from inpost_desk.ui.look import State
from inpost_desk.wording.speech import translate

if TYPE_CHECKING:
    from inpost_desk.actions.printing import Printed, Printing
    from inpost_desk.ui.orders.running import Runner

PRESS: Final = "press"
AT_PRINTER: Final = "at_printer"
WAITS: Final = "printer_waits"


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


def tell_of_waiting(desk: Desk, runner: Runner) -> None:
    """From now on say when a printer keeps a run's labels waiting, and why."""
    runner.press_told.connect(partial(_tell_of_waiting, desk))
    runner.ended.connect(lambda _: desk.withdraw(WAITS))


def _tell_of_waiting(desk: Desk, printing: Printing) -> None:
    from inpost_desk.ui.settings_page_printer import printer_words

    state = printing.printer
    words, _, how = printer_words(state.readiness, state.reasons) if state else ("", None, None)
    # Reasons without a word here, such as a low battery, do not make it wait.
    if state is None or how is State.DONE:
        desk.withdraw(WAITS)
        return
    fact = translate("ui", "The printer does not go on: {state}.").format(state=words)
    told = translate("ui", "Buying goes on; the labels come in their order as soon as it prints.")
    desk.notify(Notice(WAITS, WARNING, fact, told))
