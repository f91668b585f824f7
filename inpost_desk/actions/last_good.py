"""The last label that came out well was scanned: those after it come again, and never twice.

First only looked at; once a person agreed, what the printer still holds of them is taken back. Nothing is
printed here.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from inpost_desk.actions.outlets import Outlets
from inpost_desk.actions.print_line import FIRST_LOOK, note_end, short
from inpost_desk.actions.ship import LABEL_FOLDER
from inpost_desk.actions.waiting import Stop, growing
from inpost_desk.domain.printer import Profile, Reach
from inpost_desk.errors import FileTrouble, PaperTrouble, Trouble
from inpost_desk.labels.readback import read_pages
from inpost_desk.labels.store import LabelStore
from inpost_desk.ledger import last_good
from inpost_desk.ledger.last_good import LastGood
from inpost_desk.ledger.ledger import Ledger
from inpost_desk.ledger.prints import PrintJob
from inpost_desk.ledger.stored_labels import stored_labels
from inpost_desk.printers.printer import ENDED, Job, Printer

# Seconds for a document that was taken back to be gone.
PATIENCE: Final = 5.0
_LATER_LOOKS: Final = 0.5


@dataclass(frozen=True, slots=True)
class ComesAgain:
    """What a scan comes to, looked at only: `shipments` are those whose labels come again, in their order.

    Not `whole` means that other labels of the good one's shipment came after it.
    """

    good: LastGood
    whole: bool
    shipments: tuple[int, ...]


def what_comes_again(ledger: Ledger, number: str) -> ComesAgain:
    """What would come again after this label, the last that came out well; nothing is decided or taken back.

    `number` is what was scanned from it. Labels of its document before it count as on paper, even where
    that was in doubt; those after it, and of documents the same printer got later, do not. Of a shipment with
    several labels all come again unless it was the last of them. Raises PaperTrouble `not_printed_here`
    where no label with this number was printed, `still_at_printer` while that printer is being given more.
    """
    scanned = "".join(number.split())
    good = last_good.find(ledger, scanned)
    if good is None:
        raise PaperTrouble("not_printed_here")
    if last_good.being_sent(ledger, good):
        raise PaperTrouble("still_at_printer")
    whole = _is_last_of(ledger, good.shipment, scanned)
    again = last_good.to_come_again(ledger, good, whole=whole)
    return ComesAgain(good, whole, tuple(again))


def decide(
    ledger: Ledger, outlets: Outlets, seen: ComesAgain, *, now: Callable[[], datetime], stop: Stop
) -> list[int]:
    """A person agreed: what the printer holds is taken back, and noted what has to come again, in order.

    Of what was printed since the look nothing is decided. Raises PaperTrouble `still_at_printer` where the
    printer may still print what comes after the good label: then nothing is decided.
    """
    good = seen.good
    if last_good.being_sent(ledger, good):
        raise PaperTrouble("still_at_printer")
    for one in last_good.open_jobs(ledger, good):
        # One that is not set up any more: a queue of that name can still be asked.
        queue = Profile.at(Reach.CUPS, one.printer)
        printer = outlets.named(one.printer) or outlets.printer(queue)
        # Nobody watched it: it may have begun.
        note_end(ledger, one.job, _taken_back(printer, one, stop), now=now(), begun=True)
    return last_good.decide(ledger, good, whole=seen.whole, now=now())


def after_last_good(
    ledger: Ledger, outlets: Outlets, number: str, *, now: Callable[[], datetime], stop: Stop
) -> list[int]:
    """Both at once, for who was told to: `what_comes_again`, decided. Raises what they raise."""
    return decide(ledger, outlets, what_comes_again(ledger, number), now=now, stop=stop)


def _taken_back(printer: Printer, one: PrintJob, stop: Stop) -> Job:
    """The document at its end."""
    try:
        found = printer.job(one.printer_job)
        if found.state not in ENDED:
            printer.cancel(one.printer_job)
            found = _end(printer, one.printer_job, stop)
    except Trouble as trouble:
        raise PaperTrouble("still_at_printer", detail=short(trouble)) from trouble
    if found.state not in ENDED:
        raise PaperTrouble("still_at_printer", detail=found.detail)
    return found


def _end(printer: Printer, printer_job: str, stop: Stop) -> Job:
    end = time.monotonic() + PATIENCE
    looks = 0
    while True:
        found = printer.job(printer_job)
        if found.state in ENDED or time.monotonic() > end:
            return found
        if stop.wait(growing(looks, first=FIRST_LOOK, most=_LATER_LOOKS)):
            return found
        looks += 1


def _is_last_of(ledger: Ledger, shipment: int, number: str) -> bool:
    """Whether no other label of the same shipment came after the one with this number."""
    known = stored_labels(ledger, [shipment]).get(shipment)
    if known is None or known.pages <= 1:
        return True
    try:
        store = LabelStore(ledger.folder / LABEL_FOLDER)
        *_, last = read_pages(store.read(known.file, sha256=known.sha256), expected=known.numbers)
    except (FileTrouble, PaperTrouble):
        return False
    return number in last.codes
