"""Labels on paper in the order of the pile: made ready, journalled, given to a printer, followed to the end.

A label is noted before its document leaves, so that one cut off half-way is asked about and never printed
twice by itself. What goes to a printer is read back before (`ready`); what fails is held back.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Final

from inpost_desk.actions.outlets import Outlet, Outlets
from inpost_desk.actions.print_line import Line, Printed, Printing, Told, counted, note_end
from inpost_desk.actions.ready import Held, Label, Order, Ready, document_for, make_ready
from inpost_desk.actions.ship import LABEL_FOLDER
from inpost_desk.actions.waiting import Stop
from inpost_desk.domain.printer import Profile
from inpost_desk.errors import PrinterTrouble
from inpost_desk.labels.placed import is_of_size
from inpost_desk.labels.sheet import page_count, slots_after
from inpost_desk.labels.store import LabelStore
from inpost_desk.ledger import prints
from inpost_desk.ledger.ledger import Ledger
from inpost_desk.ledger.prints import TAKEN, PrintState
from inpost_desk.ledger.stored_labels import StoredLabel, stored_labels
from inpost_desk.printers.printer import ENDED, Document, JobState, Printer

# Few enough that little is on its way when something goes wrong, enough that a printer never waits.
AT_ONCE: Final = 25

REASONS: Final = ("bad_print", "lost", "wrong_order", "other")
BAD_PRINT: Final = REASONS[0]
# Slips, lists and labels that were held back may have come after it.
_LOOKED_AT: Final = 50


@dataclass(slots=True)
class Ahead:
    """A page in front of the first label that each printer gets: a specimen's warning, or what parts batches.

    Not `everywhere` means only at printers whose owner wants a sheet between two batches.
    """

    page: bytes
    everywhere: bool = True
    _came: set[str] = field(default_factory=set)

    def at(self, profile: Profile) -> bytes | None:
        """The page, where this printer has not had it yet."""
        wanted = self.everywhere or profile.separators
        return self.page if wanted and profile.id not in self._came else None

    def came(self, profile: Profile) -> None:
        """It is with this printer."""
        self._came.add(profile.id)


def print_labels(
    ledger: Ledger,
    outlets: Outlets,
    labels: Sequence[Label],
    *,
    now: Callable[[], datetime],
    stop: Stop,
    reason: str = "",
    before: Ahead | None = None,
    overruled: Collection[int] = (),
    told: Told = lambda _printing: None,
) -> Printed:
    """Print these labels in this order, those printed before only for a reason (see REASONS).

    `overruled` are shipments whose label a person wants as it is. The next document leaves when the printer
    is done with the one before. Raises PrinterTrouble, FileTrouble, PaperTrouble, LedgerTrouble; what was
    printed until then is in the ledger.
    """
    line = Line(ledger, now, stop, told)
    wanted = _wanted(ledger, labels, reason)
    line.progress = Printing(len(wanted))
    pile = _Pile(ledger, outlets, line, reason, frozenset(overruled), before)
    pile.result = Printed(skipped=len(labels) - len(wanted))
    while wanted and not stop.asked and not pile.result.broken_off:
        wanted = pile.print_some(wanted)
    return replace(pile.result, left=len(wanted))


@dataclass(slots=True)
class _Pile:
    """The labels of one call, a document at a time."""

    ledger: Ledger
    outlets: Outlets
    line: Line
    reason: str
    overruled: frozenset[int]
    before: Ahead | None
    result: Printed = field(default_factory=Printed)
    _jobs: set[str] = field(default_factory=set)

    def print_some(self, wanted: Sequence[Label]) -> list[Label]:
        """One document for the printer of the first label; what is left to print."""
        some, outlet, stored = self._next(wanted)
        ready = self._ready(some, outlet, stored)
        # Nothing may come between the claim and the printer: what is claimed and not sent looks sent.
        self._hold(ready, outlet.printer)
        wanted = _without(wanted, [one.label for one in ready.held])
        if ready.document is None:
            return wanted
        self._say(outlet, ready)
        ids = [one.shipment_id for one in ready.labels]
        now, name = self.line.now(), outlet.printer.name
        job = prints.claim(self.ledger, ids, printer=name, reason=self.reason, now=now)
        if job is None:
            # Another process was faster with one of them.
            left = _wanted(self.ledger, wanted, self.reason)
            skipped = self.result.skipped + len(wanted) - len(left)
            self.result = replace(self.result, skipped=skipped)
            return left
        self._print(ready, ready.document, outlet, job)
        return _without(wanted, some)

    def give(self, label: Label) -> Given | Held | None:
        """This label to its printer, which must be able to print it now."""
        some, outlet, stored = self._next([label])
        state = outlet.printer.state()
        if not state.prints:
            raise PrinterTrouble("not_printing", place=outlet.profile.name, detail=state.why)
        ready = self._ready(some, outlet, stored)
        self._hold(ready, outlet.printer)
        if ready.document is None:
            return ready.held[0]
        name = outlet.printer.name
        job = prints.claim(
            self.ledger, [label.shipment_id], printer=name, reason=self.reason, now=self.line.now()
        )
        if job is None:
            return None
        self.line.send(outlet.printer, job, ready.document, title="InPost Desk 1")
        if self.before is not None:
            self.before.came(outlet.profile)
        outlet.took(ready.slot)
        away = outlet.stands_in_for
        return Given(
            job,
            label.shipment_id,
            outlet.printer,
            outlet.profile.name,
            away.name if away else "",
            ready.smallest,
        )

    def _next(
        self, wanted: Sequence[Label]
    ) -> tuple[list[Label], Outlet, Mapping[int, StoredLabel]]:
        """The labels that come next for the printer of the first one, in their order."""
        near = wanted[:AT_ONCE]
        stored = stored_labels(self.ledger, [one.shipment_id for one in near])
        standing: dict[str, Outlet] = {}

        def outlet_of(one: Label) -> Outlet:
            known = stored.get(one.shipment_id)
            usual = self.outlets.for_service(known.service if known else "")
            if usual.profile.id not in standing:
                # A stand-in's own labels and those it takes over come in one order.
                standing[usual.profile.id], _ = self.outlets.printing(usual)
            return standing[usual.profile.id]

        outlet = outlet_of(near[0])
        some: list[Label] = []
        pages = 0
        for one in near:
            if outlet_of(one).profile.id != outlet.profile.id:
                continue
            known = stored.get(one.shipment_id)
            pages += known.pages if known else 1
            if some and pages > AT_ONCE:
                break
            some.append(one)
        if len(wanted) > len(near):
            # More will follow, so no sheet is left half empty in the middle of a pile.
            some = some[: outlet.whole_sheets(len(some)) or len(some)]
        return some, outlet, stored

    def _ready(
        self, some: Sequence[Label], outlet: Outlet, stored: Mapping[int, StoredLabel]
    ) -> Ready:
        profile = outlet.profile
        own: Mapping[int, bytes] = {}
        if profile.raw and profile.carrier_commands:
            own = self.outlets.commands(profile, [one.shipment_id for one in some])
        order = Order.of(
            self.ledger,
            stored,
            LabelStore(self.ledger.folder / LABEL_FOLDER),
            overruled=self.overruled,
            commands=own,
            slot=outlet.slot,
        )
        front = self.before.at(profile) if self.before is not None else None
        return make_ready(some, profile, order, front=front)

    def _hold(self, ready: Ready, printer: Printer) -> None:
        """Note what is held back; no document has it."""
        now = self.line.now()
        for one in ready.held:
            shipment, rule = one.label.shipment_id, one.rule
            prints.held_back(self.ledger, shipment, rule, printer=printer.name, now=now)
        self.result = replace(self.result, held=self.result.held + ready.held)

    def _say(self, outlet: Outlet, ready: Ready) -> None:
        progress, away = self.line.progress, outlet.stands_in_for
        self.line.say(
            name=outlet.profile.name,
            stand_in=outlet.profile.name if away else "",
            away=away.name if away else "",
            shared=prints.shared(self.ledger, outlet.printer.name, but=self._jobs),
            smallest=min(progress.smallest, ready.smallest),
            plain=progress.plain + len(ready.plain),
        )

    def _print(self, ready: Ready, document: Document, outlet: Outlet, job: str) -> None:
        self._jobs.add(job)
        count = len(ready.labels)
        first = self.line.progress.given + 1
        title = f"InPost Desk {first}-{first + count - 1}"
        end = self.line.print(outlet.printer, job, document, title=title, labels=count)
        if self.before is not None:
            self.before.came(outlet.profile)
        if end.state is None or end.state in TAKEN:
            outlet.took(ready.slot)
        self.result = counted(self.result, end)


@dataclass(frozen=True, slots=True)
class Given:
    """One label that is with its printer; `job` is the journal's, for `end_of`.

    `stands_in_for` is the printer it would have come out of, "" for the usual one.
    """

    job: str
    shipment_id: int
    printer: Printer
    name: str
    stands_in_for: str = ""
    smallest: float = 1.0


def give_label(
    ledger: Ledger,
    outlets: Outlets,
    label: Label,
    *,
    now: Callable[[], datetime],
    reason: str = "",
    before: Ahead | None = None,
) -> Given | Held | None:
    """Give one label to its printer without waiting for it; a `Held` where the read-back kept it.

    None where it was printed before and no reason is given, or another process was faster. Nothing is sent to
    a printer that does not print just now, where it would come out late: PrinterTrouble `not_printing` with
    why as detail. Raises else as `print_labels`.
    """
    line = Line(ledger, now, Stop(), lambda _printing: None)
    if not _wanted(ledger, [label], reason):
        return None
    return _Pile(ledger, outlets, line, reason, frozenset(), before).give(label)


def take_back(
    ledger: Ledger, printer: Printer, job: str, *, now: Callable[[], datetime]
) -> PrintState | None:
    """Have the printer drop a document it has not printed yet; how it ended. Raises PrinterTrouble."""
    one = prints.job_named(ledger, job)
    if one is None or one.ended_at is not None or not one.printer_job:
        return end_of(ledger, printer, job, now=now)
    before = printer.job(one.printer_job)
    if before.state not in ENDED:
        printer.cancel(one.printer_job)
    after = printer.job(one.printer_job)
    if after.state not in ENDED:
        return None
    # Only one that was waiting until now is surely not on paper.
    waited = before.state in (JobState.WAITING, JobState.HELD) and not before.begun
    return note_end(ledger, job, after, now=now(), begun=not waited)


def print_document(
    ledger: Ledger,
    outlet: Outlet,
    content: bytes,
    *,
    document: str,
    title: str,
    now: Callable[[], datetime],
    stop: Stop,
    told: Told = lambda _printing: None,
) -> Printed:
    """Print a PDF that is no label: `document` names it in the journal (slip, list, test).

    Raises as `print_labels`. Nothing keeps it from being printed again.
    """
    line = Line(ledger, now, stop, told, Printing(total=1, name=outlet.profile.name))
    slot = outlet.slot
    made = document_for(content, outlet.profile, slot=slot)
    job = prints.claim_document(ledger, document, printer=outlet.printer.name, now=now())
    end = line.print(outlet.printer, job, made, title=title)
    if end.state is None or end.state in TAKEN:
        outlet.took(_slot_after(content, outlet.profile, slot))
    return counted(Printed(), end)


def give_document(
    ledger: Ledger,
    outlet: Outlet,
    content: bytes,
    *,
    document: str,
    title: str,
    now: Callable[[], datetime],
) -> str:
    """Give a PDF that is no label to the printer without waiting for it; returns its job, for `end_of`.

    Raises as `print_labels`.
    """
    line = Line(ledger, now, Stop(), lambda _printing: None)
    slot = outlet.slot
    made = document_for(content, outlet.profile, slot=slot)
    job = prints.claim_document(ledger, document, printer=outlet.printer.name, now=now())
    line.send(outlet.printer, job, made, title=title)
    outlet.took(_slot_after(content, outlet.profile, slot))
    return job


def end_of(
    ledger: Ledger, printer: Printer, job: str, *, now: Callable[[], datetime]
) -> PrintState | None:
    """How a document that was given away ended, None while the printer has it. Raises PrinterTrouble."""
    one = prints.job_named(ledger, job)
    if one is None or one.ended_at is not None:
        return one.state if one else PrintState.FAILED
    if one.state is PrintState.SENDING:
        # Somebody else saw that it had begun and ended badly.
        return PrintState.FAILED
    found = printer.job(one.printer_job)
    if found.state not in ENDED:
        return None
    return note_end(ledger, job, found, now=now(), begun=True)


def look_again(ledger: Ledger, printer: Printer, *, now: Callable[[], datetime]) -> int:
    """Ask once after every job whose end was not seen, as after a start; returns how many are still open.

    Raises PrinterTrouble.
    """
    still_open = 0
    for one in prints.open_jobs(ledger, printer=printer.name):
        job = printer.job(one.printer_job)
        if job.state in ENDED:
            # Nobody watched it: it may have begun.
            note_end(ledger, one.job, job, now=now(), begun=True)
        else:
            still_open += 1
    return still_open


def last_printed(ledger: Ledger) -> int | None:
    """The shipment whose label went to a printer last, None where none did."""
    for job in prints.last_jobs(ledger, limit=_LOOKED_AT):
        if job.document == prints.LABEL and job.shipments and job.state in TAKEN:
            return job.shipments[-1]
    return None


def _slot_after(content: bytes, profile: Profile, slot: int) -> int:
    """Pages as large as the sheet take no place on one that labels share."""
    if is_of_size(content, profile.sheet):
        return slot
    return slots_after(slot, page_count(content))


def _without(wanted: Sequence[Label], done: Sequence[Label]) -> list[Label]:
    gone = {one.shipment_id for one in done}
    return [one for one in wanted if one.shipment_id not in gone]


def _wanted(ledger: Ledger, labels: Sequence[Label], reason: str) -> list[Label]:
    """Each parcel's label once, and without a reason only those that are not on paper."""
    once: dict[int, Label] = {}
    for label in labels:
        once.setdefault(label.shipment_id, label)
    if reason:
        return list(once.values())
    states = prints.printed_states(ledger, once)
    return [label for shipment, label in once.items() if states.get(shipment) not in TAKEN]
