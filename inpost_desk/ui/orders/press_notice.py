"""What is said when printing has ended other than well: the same of a run's labels and of any other paper."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from inpost_desk.ui.desk import INFORMATION, WARNING, Desk, Notice
from inpost_desk.wording.speech import translate

if TYPE_CHECKING:
    from inpost_desk.actions.printing import Printed

PRESS: Final = "press"
AT_PRINTER: Final = "at_printer"


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
