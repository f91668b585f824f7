"""Sending a run's orders: ShipX batches of at most 100, and what to do with every possible answer.

Nothing that may have been done is ever sent again: a step is in the journal before a byte leaves, and a lost
answer is left to `settle`. What happens after creation is `follow`'s.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field

from inpost_desk.actions import settle as settling
from inpost_desk.actions.asking import asked_for
from inpost_desk.actions.choosing import ASK, WAVE, Chooser
from inpost_desk.actions.follow import Follower
from inpost_desk.actions.pay import Payer
from inpost_desk.actions.settle import KEYS, PROVEN, Horizon, read_all, settle
from inpost_desk.actions.waiting import Rhythm, Stop, growing
from inpost_desk.domain.match import match, wanted_for
from inpost_desk.domain.order import Field
from inpost_desk.domain.order_shipment import Choices
from inpost_desk.domain.service import service_named
from inpost_desk.domain.shipment import Batch, NewShipment, Shipment, ShipmentId
from inpost_desk.domain.stage import Mode
from inpost_desk.errors import NoAnswer, NotAllowed, Offline, Reason, Refused, TooFast
from inpost_desk.ledger import journal, seen
from inpost_desk.ledger.journal import Claim, Claimed
from inpost_desk.ledger.ledger import Ledger, local_now
from inpost_desk.ledger.seen import Known
from inpost_desk.shipx.breaker import OUTAGE
from inpost_desk.shipx.client import Client

log = logging.getLogger(__name__)

BATCH = 100
# A batch that shows no further row after so many looks is left to settling.
QUIET_LOOKS = 12
# After so many looks the rows of a batch that is still growing are read as they come.
PATIENT_LOOKS = 4
# How often in a row a call that surely was not carried out is tried before the run gives up.
CONNECTING = 4
# InPost may ask for a longer pause (429), in seconds; then the run ends and says so.
LONGEST_WAIT = 60.0
# Refusals that say nothing about single rows but about the whole account (API §1.7).
ACCOUNT_ERRORS = frozenset({"missing_trucker_id", "no_carriers", "carrier_unavailable"})


@dataclass(frozen=True, slots=True)
class Terms:
    """What a run is sent under. `wait`: whether to stay until unsure steps are settled; `patient`: whether to
    go on trying while InPost is known to be out of reach.

    `choose` says for a file how its offers are chosen: "" none, InPost takes the service the row asks for;
    `cheapest` by that rule; `ask` by a person, in waves (see `choosing`).
    """

    contract: frozenset[str]
    choices: Choices
    horizon: Horizon = Horizon()
    chunk: int = BATCH
    wait: bool = True
    patient: bool = True
    choose: str = ""


@dataclass(frozen=True, slots=True)
class Standing:
    """How far a run is, for whoever shows it: parcels bought, calls unsure, what stopped it."""

    bought: int = 0
    unsure: int = 0
    stopped_by: str = ""


@dataclass(frozen=True, slots=True)
class OpenCalls:
    """Creating calls of a run without an outcome. `living` are those that another process is still at.

    Of the `unsure` ones the `pending` are settled by time alone; the others are for a person.
    """

    unsure: int
    pending: int
    living: int


@dataclass(slots=True)
class Sender:
    """One process's work on one run. `bought` is told of paid shipments as soon as they are known."""

    ledger: Ledger
    client: Client
    run_id: int
    terms: Terms
    bought: Callable[[Sequence[Known]], None]
    progress: Callable[[Standing], None]
    stop: Stop = field(default_factory=Stop)
    paying: Rhythm | None = None
    """How long payments take, where that is known from earlier runs."""
    follower: Follower = field(init=False)
    payer: Payer = field(init=False)
    chooser: Chooser = field(init=False)
    _offline: int = 0
    _batching: Rhythm = field(default_factory=lambda: Rhythm(first=0.2, most=5.0))

    def __post_init__(self) -> None:
        """Follower and payer share everything with their sender."""
        self.follower = Follower(
            self.ledger, self.client, self.run_id, self.stop, self.bought, self.terms.horizon
        )
        if self.paying is not None:
            self.follower.paying = self.paying
        self.payer = Payer(self.follower)
        self.chooser = Chooser(self.follower, self.terms.choose)

    def send(self) -> str:
        """Work until nothing is left to do, or something stops the run; returns what stopped it, or "".

        Raises `NotAllowed`, `Offline` and `NoAnswer` where InPost cannot be asked at all.
        """
        self.follower.tell()
        looks = 0
        while not self.stop.asked:
            calls = self._open_calls()
            if calls.unsure:
                done = settle(self.ledger, self.client, horizon=self.terms.horizon)
                looks = 0 if done.found or done.absent else looks
                calls = self._open_calls()
            self._show(calls)
            self._pay()
            # The other parcels go on while one call is unsure; a second lost answer stops them too.
            if not self.follower.stopped_by and calls.pending <= 1 and self._send_chunk():
                looks = 0
                continue
            # Another process may have taken the rest between our look and our claim.
            others = calls.living
            calls = self._open_calls()
            pending = self.follower.follow()
            self._show(calls)
            waiting = pending or others or calls.living or (calls.pending and self.terms.wait)
            # What was just found not to have been paid for may be paid for now.
            if not waiting and not self._pay():
                break
            self.stop.wait(growing(looks, first=0.5, most=5.0))
            looks += 1
        if self._wave_is_full() and journal.any_left(self.ledger, self.run_id):
            self.follower.stopped_by = self.follower.stopped_by or "choose_offers"
        return self.follower.stopped_by

    def _pay(self) -> bool:
        """Pay for what can be paid for; whether InPost was asked."""
        paid = self.payer.pay_again()
        return self.chooser.choose() or paid

    def _wave_is_full(self) -> bool:
        return self.terms.choose == ASK and self._places() == 0

    def _places(self) -> int:
        """How many parcels may be asked for at once: offers live for minutes, and a person chooses slowly."""
        if self.terms.choose != ASK:
            return min(self.terms.chunk, BATCH)
        offered = sum(one.offered for one in self.follower.known())
        return min(self.terms.chunk, BATCH, max(0, WAVE - offered))

    def _show(self, calls: OpenCalls) -> None:
        bought = sum(one.paid for one in self.follower.tell())
        self.progress(Standing(bought, calls.unsure, self.follower.stopped_by))

    def _open_calls(self) -> OpenCalls:
        steps = [
            step
            for step in journal.open_steps(self.ledger, run_id=self.run_id)
            if step.kind in journal.CREATING
        ]
        unsure = [step for step in steps if not step.living]
        return OpenCalls(
            unsure=len({step.call for step in unsure}),
            pending=len({step.call for step in unsure if not step.undecided}),
            living=len({step.call for step in steps if step.living}),
        )

    def _send_chunk(self, only: Collection[int] | None = None) -> bool:
        """Take and send the next chunk; False when there was nothing to take."""
        # The account's very first shipment goes alone: it shows whether our keys come back.
        limit = min(self._places(), BATCH if self.ledger.fact(KEYS) else 1)
        if limit == 0:
            return False
        mode = Mode.OFFERS if self.terms.choose else Mode.ITSELF
        claimed = journal.claim(
            self.ledger, self.run_id, limit=limit, now=self.client.now(), only=only, mode=mode
        )
        if claimed is None:
            return False
        try:
            new = self._new(claimed)
            answer = self._ask(claimed, new) if new else None
            if isinstance(answer, Batch):
                self._await_batch(claimed, answer)
            elif answer is not None:
                asked = self.client.now()
                self._probe(claimed.rows[0].key, answer)
                self.follower.await_payment([answer.id], asked=asked)
        except BaseException:
            # Nobody is at it any more, whatever happened: what is still open is for settling.
            self._let_go(claimed)
            raise
        return True

    def _let_go(self, claimed: Claim) -> None:
        journal.let_go(self.ledger, claimed.call, now=self.client.now())

    def _new(self, claimed: Claim) -> list[NewShipment]:
        """What to ask for; nothing at all where a draft cannot be sent as the settings are now."""
        given = [(one, self._asked_for(one)) for one in claimed.rows]
        new = [asked for _, asked in given if asked is not None]
        if len(new) == len(given):
            return new
        bad = {one.step_id for one, asked in given if asked is None}
        now = self.client.now()
        marks = [(step, Field.ROW.value, "draft_not_ready") for step in sorted(bad)]
        journal.refused(self.ledger, marks, now=now)
        rest = [one.step_id for one in claimed.rows if one.step_id not in bad]
        journal.not_done(self.ledger, rest, now=now, why="not_sent")
        return []

    def _asked_for(self, one: Claimed) -> NewShipment | None:
        return asked_for(one, contract=self.terms.contract, choices=self.terms.choices)

    def _ask(self, claimed: Claim, new: Sequence[NewShipment]) -> Shipment | Batch | None:
        """Send one claim; None when there is nothing to follow. Every outcome is in the ledger."""
        steps = [one.step_id for one in claimed.rows]
        if local_now() + journal.LEASE / 4 > claimed.lease_until:
            # The machine slept between the note and the sending: somebody else may have taken over.
            journal.not_done(self.ledger, steps, now=self.client.now(), why="too_late")
            return None
        try:
            one_alone = claimed.kind == "create"
            answer = self.client.create(new[0]) if one_alone else self.client.create_batch(new)
        except NoAnswer:
            self._let_go(claimed)
            log.warning("no answer to a creating call: %d parcels are unsure", len(steps))
            self.stop.wait(self.terms.horizon.lag.total_seconds())
            return None
        except (Offline, TooFast) as trouble:
            journal.not_done(self.ledger, steps, now=self.client.now(), why="not_sent")
            self._pause(trouble)
            return None
        except NotAllowed:
            journal.not_done(self.ledger, steps, now=self.client.now(), why="not_allowed")
            raise
        except Refused as refusal:
            self._refused(claimed, refusal, new)
            return None
        self._offline = 0
        now = self.client.now()
        if isinstance(answer, Batch):
            journal.batch_accepted(self.ledger, claimed, answer.id, run_id=self.run_id, now=now)
        else:
            journal.made(self.ledger, [(steps[0], answer)], now=now)
        return answer

    def _pause(self, trouble: Offline | TooFast) -> None:
        self._offline += 1
        known = isinstance(trouble, Offline) and trouble.detail == OUTAGE
        if self._offline > CONNECTING or (known and not self.terms.patient):
            raise trouble
        pause = growing(self._offline, first=0.5, most=5.0)
        if isinstance(trouble, TooFast):
            if trouble.wait > LONGEST_WAIT:
                raise trouble
            pause = max(pause, trouble.wait)
        self.stop.wait(pause)

    def _probe(self, key: str, shipment: Shipment) -> None:
        """Learn from the account's first shipment whether our keys come back, singly and in lists."""
        if self.ledger.fact(KEYS):
            return
        single = self.client.shipment(shipment.id)
        listed = self.client.shipments(ids=[shipment.id])
        filtered = self.client.shipments(key=key)
        proven = key in single.keys and any(key in one.keys for one in listed.items)
        self.ledger.learn(KEYS, PROVEN if proven else "missing")
        kept = "external_customer_id" in filtered.kept
        self.ledger.learn("key filter works", "yes" if kept else "no")

    def _await_batch(self, claimed: Claim, batch: Batch) -> None:
        """Match the rows of an accepted batch as they are processed, then await their payment."""
        open_rows = {one.key: one for one in claimed.rows}
        known: set[ShipmentId] = set()
        asked = self.client.now()
        missed = looked = 0.0
        there = looks = quiet = 0
        while not self.stop.asked:
            fresh = [one for one in batch.shipments if one not in known]
            grown = len(batch.shipments) > there
            there = len(batch.shipments)
            # While a batch grows, one read of many rows costs less than many reads of few.
            if not grown or there >= len(claimed.rows) or looks > PATIENT_LOOKS:
                found = read_all(self.client, fresh)
                self._match(open_rows, found)
                known.update(one.id for one in found)
                grown = grown or bool(found)
            quiet = 0 if grown else quiet + 1
            if not open_rows or quiet > QUIET_LOOKS:
                break
            waited = (self.client.now() - asked).total_seconds()
            self.stop.wait(self._batching.pause(looks, waited=waited))
            missed, looked = looked, (self.client.now() - asked).total_seconds()
            batch = self.client.batch(batch.id)
            looks += 1
        if open_rows:
            # Accepted but not processed: settling reads the batch again later.
            self._let_go(claimed)
        elif looks:
            self._batching.done(early=missed, late=looked)
        self.follower.await_payment(sorted(known), asked=asked)

    def _match(self, open_rows: dict[str, Claimed], shipments: Sequence[Shipment]) -> None:
        wanted = [wanted_for(key, one.order) for key, one in open_rows.items()]
        # They are our own batch's rows: without a key the reference is proof enough.
        found = match(wanted, shipments).found
        pairs = [(open_rows[key].step_id, shipment) for key, shipment in found.items()]
        if pairs:
            journal.made(self.ledger, pairs, now=self.client.now())
        for key in found:
            del open_rows[key]

    def _refused(self, claimed: Claim, refusal: Refused, new: Sequence[NewShipment]) -> None:
        """A 400 probably means that none was made: look by key, mark the bad rows, send the rest."""
        if len(claimed.rows) > 1 and self._some_were_made(claimed):
            return
        marks = _marks(claimed.rows, refusal, new)
        if refusal.error in ACCOUNT_ERRORS:
            self.follower.stopped_by = refusal.error
        journal.refused(self.ledger, marks, now=self.client.now())
        marked = {step_id for step_id, _, _ in marks}
        rest = [one for one in claimed.rows if one.step_id not in marked]
        steps = [one.step_id for one in rest]
        journal.not_done(self.ledger, steps, now=self.client.now(), why="batch_refused")
        if marked:
            return
        # Nothing tells which row is bad: halves find it.
        middle = len(rest) // 2
        for half in (rest[:middle], rest[middle:]):
            if not (self.follower.stopped_by or self.stop.asked):
                self._send_chunk(only=[one.shipment_id for one in half])

    def _some_were_made(self, claimed: Claim) -> bool:
        """After a refused batch: whether any of its rows is at InPost all the same."""
        hurried = self.stop.wait(self.terms.horizon.lag.total_seconds())
        listed = settling.window(self.client, since=self.client.now())
        if hurried or not listed.whole:
            # A list asked too early, or read in part, proves nothing: settling looks again.
            self._let_go(claimed)
            return True
        mine = seen.owned(self.ledger, [one.id for one in listed.shipments])
        free = [one for one in listed.shipments if one.id not in mine]
        proven = self.ledger.fact(KEYS) == PROVEN
        wanted = [wanted_for(one.key, one.order, after=claimed.after) for one in claimed.rows]
        matched = match(wanted, free, keys_come_back=proven)
        if matched.found or (matched.suspects and not proven):
            self._let_go(claimed)
            return True
        return False


def _marks(
    rows: Sequence[Claimed], refusal: Refused, new: Sequence[NewShipment]
) -> list[tuple[int, str, str]]:
    """Which rows a refusal is about: (step, field, rule)."""
    if len(rows) == 1:
        reason = next(iter(refusal.reasons), Reason(Field.ROW, refusal.error or "refused"))
        return [(rows[0].step_id, reason.field, reason.rule)]
    if refusal.error == "missing_trucker_id":
        # The account has no courier contract: only contract courier parcels are concerned.
        return [
            (one.step_id, Field.SERVICE.value, refusal.error)
            for one, asked in zip(rows, new, strict=True)
            if service_named(asked.service).courier_contract
        ]
    by_key = {one.key: one for one in rows}
    marks: dict[int, tuple[int, str, str]] = {}
    for reason in refusal.reasons:
        one = by_key.get(reason.row or "")
        if one is not None:
            marks.setdefault(one.step_id, (one.step_id, reason.field, reason.rule))
    return list(marks.values())
