"""What a scan does at the station: the order's label to the printer, or why not. Blocks for a moment only.

Printing is given away and followed beside (`follow`); what takes InPost's time (`Outcome.wanted`) is done by
`buying` on a lane of its own, and the same scan is asked again afterwards.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from inpost_desk.actions import printing
from inpost_desk.actions.outlets import Outlets
from inpost_desk.actions.printing import Ahead, Given
from inpost_desk.actions.ready import Held, Label
from inpost_desk.actions.station import decide, late
from inpost_desk.actions.station.decide import (
    ESC,
    SPACE,
    Asked,
    Buy,
    Exchange,
    Fetch,
    Later,
    Print,
    Verdict,
    key_of,
)
from inpost_desk.actions.station.prefetch import FRESH
from inpost_desk.domain.shipment import Shipment, ShipmentId
from inpost_desk.domain.stage import CANCELED, Stage
from inpost_desk.domain.station import Act, Answer, Armed, Box, Shown, State, StationRules
from inpost_desk.errors import NotFound, PaperTrouble, PrinterTrouble, Trouble
from inpost_desk.ledger import scans, seen, station_find, waiting_labels
from inpost_desk.ledger.ledger import Ledger
from inpost_desk.ledger.prints import PrintState
from inpost_desk.ledger.scans import What
from inpost_desk.ledger.station_find import Found
from inpost_desk.ledger.waiting_labels import Reason, Scanned, Wait
from inpost_desk.shipx.client import Client

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the screen says now. `given` is a label to be followed, `wanted` what is to be done first.

    `found` is the order that a question or a stop is about, `further` how many more parcels of it are wanted.
    """

    shown: Shown
    given: Given | None = None
    wanted: Buy | Fetch | Exchange | None = None
    found: Found | None = None
    further: int = 0


@dataclass(slots=True)
class Station:
    """One account's packing table. `before` is a page ahead of a printer's first label, as in a run.

    `online` says whether it is worth asking InPost anything.
    """

    ledger: Ledger
    client: Client
    outlets: Outlets
    rules: StationRules
    before: Ahead | None = None
    online: Callable[[], bool] = lambda: True

    def scan(self, asked: Asked) -> Outcome:
        """A code that is no command. Raises LedgerTrouble and FileTrouble; all else is shown."""
        one = self._by_number(asked)
        if one is not None or asked.code.number:
            return self._label(one, asked)
        found = station_find.by_reference(self.ledger, asked.code.references)
        outcome = self._carry_out(decide.decide(found, asked, self.rules), asked)
        return _about(outcome, found)

    def reprint(self, box: Box, asked: Asked, *, reason: str = printing.BAD_PRINT) -> Outcome:
        """The label of that shipment once more."""
        if box.shipment_id is None:
            return Outcome(Shown(State.TOLD, "nothing_last"))
        one = station_find.by_shipment(self.ledger, box.shipment_id)
        stopped = decide.leaves_no_more(one, asked) if one is not None else None
        return self._noted(stopped, asked) if stopped else self._give(box, asked, reason=reason)

    def print_new(self, shipment_id: int, asked: Asked) -> Outcome:
        """The label of a further parcel that was just bought for an order; `asked.tried` as after a scan."""
        one = station_find.by_shipment(self.ledger, shipment_id)
        if one is None:
            return self._carry_out(decide.nothing_found(asked), asked)
        verdict = decide.decide_one(one, asked, self.rules)
        if isinstance(verdict, Print):
            return self._give_in_time(one, asked, rule="another")
        return self._carry_out(verdict, asked)

    def last(self) -> Box | None:
        """What this station printed last."""
        shipment = scans.last_printed(self.ledger, self.rules.name)
        one = station_find.by_shipment(self.ledger, shipment) if shipment is not None else None
        return one.box if one is not None else None

    def put_off(self, shown: Shown, asked: Asked, reason: str) -> Outcome:
        """It takes too long: the order waits, and the packer goes on."""
        found = station_find.by_reference(self.ledger, asked.code.references)
        meant = [one for one in found if key_of(one) == asked.chosen] or list(found)
        one = next((one for one in meant if shown.box and one.box == shown.box), None)
        one = one or next(iter(meant), None)
        if one is None:
            return Outcome(Shown(State.TOLD, "unknown", code=asked.code.text))
        return self._later(one, asked, reason)

    def unprinted(self, given: Given, asked: Asked, end: PrintState) -> Outcome:
        """A label that was given away did not come out: it waits, or somebody has to look at the paper."""
        # Further parcels that were asked for with it are under way.
        asked = replace(asked, armed=Armed())
        one = station_find.by_shipment(self.ledger, given.shipment_id)
        if one is None:
            return Outcome(Shown(State.STOP, "printer", given.name, answers=(SPACE,)))
        if end is PrintState.SENDING:
            return self._stop("maybe_printed", one.box, asked)
        if one.stage is Stage.MAYBE_PRINTED:
            return self._carry_out(decide.decide_one(one, asked, self.rules), asked)
        if end is PrintState.CANCELLED and one.stage is Stage.LABEL:
            return self._later(one, asked, "paper", value=given.name)
        return self._stop("printer", one.box, asked)

    def _by_number(self, asked: Asked) -> Found | None:
        if asked.code.number:
            return station_find.by_number(self.ledger, asked.code.number)
        return None

    def _label(self, one: Found | None, asked: Asked) -> Outcome:
        """A label was scanned."""
        shown = decide.decide_number(one, asked)
        if shown.state is State.PAIRED and one is not None:
            self._note(What.PAIRED, one.box, asked)
        return self._noted(shown, asked)

    def _carry_out(self, verdict: Verdict, asked: Asked) -> Outcome:
        match verdict:
            case Shown():
                return self._noted(verdict, asked)
            case Print():
                return self._print(verdict.found, asked)
            case Later():
                return self._later(verdict.found, asked, verdict.reason)
            case Buy() | Fetch():
                shown = Shown(
                    State.BUSY, "buying", code=asked.code.text, box=verdict.found.box
                )  # fmt: skip
                return Outcome(shown, wanted=verdict)
            case Exchange():
                shown = Shown(State.BUSY, "looking", box=verdict.found.box)
                return Outcome(shown, wanted=verdict)

    def _print(self, one: Found, asked: Asked) -> Outcome:
        stopped = self._gone_at_inpost(one, asked)
        if stopped is not None:
            return self._noted(stopped, asked)
        return self._give_in_time(one, asked)

    def _give_in_time(self, one: Found, asked: Asked, *, rule: str = "") -> Outcome:
        """Its box may have gone: what comes late prints on a key."""
        if (self.client.now() - asked.at).total_seconds() > self.rules.late_after:
            return self._later(one, asked, "late")
        # ×3 that had to wait buys its further ones itself: nothing of it twice.
        waits = waiting_labels.parcels_wanted(self.ledger, self._scanned(one, asked))
        outcome = self._give(one.box, asked, reason="", rule=rule)
        more = 0 if rule or outcome.given is None else asked.armed.count - waits
        return replace(outcome, further=max(0, more))

    def _gone_at_inpost(self, one: Found, asked: Asked) -> Shown | None:
        """A prefetched label is not printed for a shipment that was cancelled meanwhile."""
        now = self.client.now()
        fresh = one.seen_at is not None and now - one.seen_at < FRESH
        if fresh or one.shipx_id is None or not self.online():
            return None
        try:
            shipment = self._glance(ShipmentId(one.shipx_id))
        except NotFound:
            return Shown(
                State.STOP, "unknown_at_inpost", box=one.box, code=asked.code.text, answers=(SPACE,)
            )
        except Trouble:
            # The label is here, and an outage is no reason to stop packing.
            return None
        seen.saw(self.ledger, [shipment], now=now)
        if shipment.status != CANCELED:
            return None
        return Shown(
            State.STOP, "cancelled_at_inpost", box=one.box, code=asked.code.text, answers=(SPACE,)
        )

    def _glance(self, number: ShipmentId) -> Shipment:
        try:
            return self.client.glance(number)
        except NotFound:
            # InPost says so at random (API §1.4).
            return self.client.glance(number)

    def _give(self, box: Box, asked: Asked, *, reason: str, rule: str = "") -> Outcome:
        if box.shipment_id is None:
            raise ValueError("a parcel without a shipment has no label")
        label = Label(box.shipment_id, box.reference)
        try:
            given = printing.give_label(
                self.ledger,
                self.outlets,
                label,
                now=self.client.now,
                reason=reason,
                before=self.before,
            )
        except PrinterTrouble as trouble:
            return self._printer_trouble(box, asked, trouble, reason=reason)
        except PaperTrouble as trouble:
            return self._stop("held_label", box, asked, value=trouble.rule)
        if isinstance(given, Held):
            return self._stop("held_label", box, asked, value=given.rule)
        if given is None:
            # Another process was faster.
            return self._carry_out(self._again(box, asked), asked)
        what = What.REPRINTED if reason else What.ANOTHER if rule == "another" else What.PRINTED
        self._note(what, box, asked)
        late.waits_no_more(self.ledger, box.shipment_id)
        state = State.PRINTING if given.printer.can_tell else State.SENT
        shown = Shown(
            state,
            "reprinted" if reason else rule,
            code=asked.code.text,
            box=box,
            printer=given.name,
            value=given.stands_in_for,
        )
        return Outcome(shown, given)

    def _again(self, box: Box, asked: Asked) -> Verdict:
        one = station_find.by_shipment(self.ledger, box.shipment_id or 0)
        if one is None:
            return decide.nothing_found(asked)
        verdict = decide.decide_one(one, asked, self.rules)
        if isinstance(verdict, Print):
            # Whoever was faster failed meanwhile; once round is enough.
            return Shown(State.STOP, "printer", box=box, answers=(SPACE,))
        return verdict

    def _printer_trouble(
        self, box: Box, asked: Asked, trouble: PrinterTrouble, *, reason: str
    ) -> Outcome:
        log.warning("a label could not be given to its printer: %s", trouble.rule)
        if trouble.may_have_acted:
            answers = (Answer("R", Act.REPRINT), SPACE)
            return self._stop("maybe_printed", box, asked, answers=answers)
        if trouble.rule == "not_printing" and not reason:
            one = station_find.by_shipment(self.ledger, box.shipment_id or 0)
            if one is not None:
                return self._later(one, asked, "paper", value=trouble.detail)
        return self._stop("printer", box, asked, value=trouble.rule)

    def _later(self, one: Found, asked: Asked, reason: str, *, value: str = "") -> Outcome:
        """It waits; a label that is here already can be printed on a key."""
        scanned = self._scanned(one, asked)
        # Further parcels of it are bought before it is offered.
        state = Wait.READY if one.label and asked.armed.count == 1 else Wait.AWAITED
        waiting_labels.put(self.ledger, scanned, Reason(reason), now=asked.at, state=state)
        self._note(What.WAITING, one.box, asked, rule=reason)
        shown = Shown(State.WAITING, reason, value, asked.code.text, one.box)
        return Outcome(shown)

    def _scanned(self, one: Found, asked: Asked) -> Scanned:
        return Scanned(
            one.box.reference,
            one.box.name,
            one.pile_id,
            one.row,
            one.box.shipment_id,
            asked.armed,
            asked.operator,
            self.rules.name,
        )

    def _stop(
        self,
        rule: str,
        box: Box,
        asked: Asked,
        *,
        value: str = "",
        answers: tuple[Answer, ...] = (SPACE,),
    ) -> Outcome:
        shown = Shown(State.STOP, rule, value, asked.code.text, box, answers=answers)
        return self._noted(shown, asked)

    def _noted(self, shown: Shown, asked: Asked) -> Outcome:
        """Stops and codes nobody knows are kept; a question is kept by its answer."""
        if shown.state is State.STOP:
            box = shown.other or shown.box
            self._note(What.STOP, box, asked, rule=shown.rule)
        elif shown.state is State.TOLD and shown.rule == "unknown":
            # Not the code itself: nobody knows what it is.
            self._note(What.UNKNOWN, None, asked, rule=shown.rule)
        return Outcome(shown)

    def _note(self, what: What, box: Box | None, asked: Asked, *, rule: str = "") -> None:
        scans.note(
            self.ledger,
            what,
            now=self.client.now(),
            reference=box.reference if box else "",
            name=box.name if box else "",
            shipment_id=box.shipment_id if box else None,
            rule=rule,
            operator=asked.operator,
            station=self.rules.name,
        )


def _about(outcome: Outcome, founds: Sequence[Found]) -> Outcome:
    """With the order that is on screen, for whoever answers."""
    one = next((one for one in founds if one.box == outcome.shown.box), None)
    return replace(outcome, found=one)


def follow(
    ledger: Ledger,
    given: Given,
    *,
    now: Callable[[], datetime],
    since: datetime | None,
    late_after: float,
) -> PrintState | None:
    """How a label that was given away ended, None while the printer has it.

    One that has not come out in time is taken back, because its box may have gone: then CANCELLED. SENDING is
    one that this printer does not give back, so that it may come out any time. Without `since` it may take as
    long as it wants. Raises PrinterTrouble.
    """
    state = printing.end_of(ledger, given.printer, given.job, now=now)
    if state is None and since is not None and (now() - since).total_seconds() > late_after:
        state = printing.take_back(ledger, given.printer, given.job, now=now)
        return state or PrintState.SENDING
    return state


def printed(shown: Shown, rules: StationRules) -> Shown:
    """What the screen says once the label is on paper: with *verify*, that it is to be scanned."""
    if rules.verify and shown.box is not None:
        return replace(shown, state=State.PAIR, rule="verify")
    return replace(shown, state=State.PRINTED)


__all__ = ["ESC", "Outcome", "Station", "follow", "printed"]
