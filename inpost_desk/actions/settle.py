"""Finding out what became of steps whose answer is unknown, before anything else is done about them.

The rules are the design's "Settling, step by step". Nothing is created here: a step ends as found, or as
absent so that its parcel may be sent again, or it waits, or only a person can decide.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from inpost_desk.actions.settle_changes import (
    LIST_LAG,
    Horizon,
    read_all,
    settle_changes,
    singly,
    unsure,
)
from inpost_desk.clock import elapsed
from inpost_desk.domain import stage
from inpost_desk.domain.match import match
from inpost_desk.domain.shipment import BatchId, Shipment, ShipmentId
from inpost_desk.errors import NoAnswer, Refused
from inpost_desk.ledger import journal, mirrored, seen
from inpost_desk.ledger.journal import OpenStep
from inpost_desk.ledger.ledger import Ledger
from inpost_desk.shipx.client import Client

__all__ = ["Horizon", "Settled", "read_all", "settle", "settle_changes"]

KEYS = "keys come back"
PROVEN = "proven"
MIRRORED = "mirrored until"
BEFORE = timedelta(minutes=10)
TOO_OLD = timedelta(hours=1)
MANY_PAGES = 200
MANY_HIDDEN = 20
# Final words about a batch (API §4: `generated` was seen by one client).
DONE_BATCHES = frozenset({"done", "generated"})
MIRROR = timedelta(days=14)


@dataclass(frozen=True, slots=True)
class Settled:
    """What one look decided, in numbers of steps."""

    found: int = 0
    absent: int = 0
    pending: int = 0
    undecided: int = 0

    @property
    def open(self) -> int:
        """Steps that are still unsure."""
        return self.pending + self.undecided


def settle(ledger: Ledger, client: Client, *, horizon: Horizon) -> Settled:
    """Look once for every unsure step. Only reads at InPost; raises what reading raises."""
    paid, paying = settle_changes(ledger, client, horizon=horizon)
    creating = [step for step in unsure(ledger) if step.kind in journal.CREATING]
    if not creating:
        return Settled(found=paid, pending=paying)
    began = elapsed()
    pairs, missing, evidence = _look(ledger, client, creating)
    # A list shows what was there when it was asked for, however long it took to read. Only its answer tells
    # InPost's time for sure.
    asked_at = client.now() - timedelta(seconds=elapsed() - began)
    journal.made(ledger, pairs, now=client.now())
    _learn_keys(ledger, pairs, creating)
    absent, undecided = _judge(ledger, missing, evidence, now=asked_at, horizon=horizon)
    return Settled(
        found=paid + len(pairs),
        absent=absent,
        pending=paying + len(missing) - absent - undecided,
        undecided=undecided,
    )


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a look saw beside the steps' own shipments."""

    suspects: frozenset[int]
    """Steps for whose reference somebody else's shipment is there."""
    newest: frozenset[str]
    """Calls of which a row was found by this look."""
    trusted: bool
    """Whether the list may be believed when it shows nothing."""
    unfinished: frozenset[BatchId]
    """Batches that InPost took and has not said to be done with."""
    newest_stranger: int
    """The highest id in the window that no row of ours owns, 0 where there is none."""
    keys_proven: bool


def _look(
    ledger: Ledger, client: Client, steps: Sequence[OpenStep]
) -> tuple[list[tuple[int, Shipment]], list[OpenStep], Evidence]:
    since = min(step.sent_at for step in steps)
    listed = window(client, since=since)
    trusted = listed.whole and _shows_what_it_must(ledger, client, listed, since=since)
    candidates = {one.id: one for one in listed.shipments}
    unfinished = set()
    for batch_id in sorted({step.batch_id for step in steps if step.batch_id is not None}):
        rows, done = _of_batch(client, batch_id)
        candidates |= {one.id: one for one in rows}
        if not done:
            unfinished.add(batch_id)
    mine = seen.owned(ledger, list(candidates))
    free = [one for one in candidates.values() if one.id not in mine]
    keys_proven = ledger.fact(KEYS) == PROVEN
    matched = match([step.wanted for step in steps], free, keys_come_back=keys_proven)
    pairs = [
        (step.id, matched.found[step.wanted.key])
        for step in steps
        if step.wanted.key in matched.found
    ]
    missing = [step for step in steps if step.wanted.key not in matched.found]
    taken = {shipment.id for _, shipment in pairs}
    evidence = Evidence(
        suspects=frozenset(one.id for one in missing if one.wanted.key in matched.suspects),
        newest=frozenset(one.call for one in steps if one.wanted.key in matched.found),
        trusted=trusted,
        unfinished=frozenset(unfinished),
        newest_stranger=max((one.id for one in free if one.id not in taken), default=0),
        keys_proven=keys_proven or any(shipment.keys for _, shipment in pairs),
    )
    return pairs, missing, evidence


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch of the organisation's list; `whole`: whether it was read to its end."""

    shipments: list[Shipment]
    whole: bool


def window(client: Client, *, since: datetime, most: int = MANY_PAGES) -> Window:
    """Everything made since shortly before that time, on `most` pages."""
    found: dict[ShipmentId, Shipment] = {}
    page, total = 1, 0
    while page <= most:
        got = client.shipments(created_from=since - BEFORE, page=page)
        found |= {one.id: one for one in got.items}
        total = total or got.count
        # Without the filter (it is missing from the echoed address) the list is larger, not smaller.
        if len(got.items) < max(1, got.per_page) or not got.items:
            # One that was cancelled meanwhile has left: those behind it moved up, over a page's edge perhaps.
            moved = page > 1 and got.count < total and len(found) < total
            return Window(list(found.values()), whole=not moved)
        page += 1
    return Window(list(found.values()), whole=False)


def _shows_what_it_must(ledger: Ledger, client: Client, listed: Window, *, since: datetime) -> bool:
    """A list that hides shipments we know of proves nothing by hiding others."""
    must = seen.made_between(ledger, since - BEFORE / 2, client.now() - LIST_LAG)
    hidden = sorted(must - {one.id for one in listed.shipments})
    # Cancelled ones leave lists; noted as such they are not looked for again.
    read = singly(client, hidden[:MANY_HIDDEN])
    seen.saw(ledger, read, now=client.now())
    return len(hidden) == sum(one.status == stage.CANCELED for one in read)


def _of_batch(client: Client, batch_id: BatchId) -> tuple[list[Shipment], bool]:
    """The shipments of a batch, read by id, which does not lag, and whether there will be no more."""
    try:
        batch = client.batch(batch_id)
    except (Refused, NoAnswer):
        # Unfinished as far as we know; after an hour it is a person's case.
        return [], False
    return read_all(client, batch.shipments), batch.status in DONE_BATCHES


def _judge(
    ledger: Ledger,
    missing: Sequence[OpenStep],
    evidence: Evidence,
    *,
    now: datetime,
    horizon: Horizon,
) -> tuple[int, int]:
    absent: list[int] = []
    noted: dict[tuple[str, bool], list[int]] = defaultdict(list)
    for step in missing:
        newest = step.call in evidence.newest
        if not _is_absent(step, evidence, newest=newest, now=now, horizon=horizon):
            noted[(_overdue(step, newest=newest, now=now), newest)].append(step.id)
            continue
        doubt = _doubt(step, evidence, now=now)
        if doubt:
            noted[(doubt, newest)].append(step.id)
        else:
            absent.append(step.id)
    for (doubt, newest), ids in noted.items():
        journal.looked(
            ledger, ids, now=now, newest=newest, counts=evidence.trusted, undecided=doubt
        )
    journal.not_done(ledger, absent, now=now, why="absent")
    return len(absent), sum(len(ids) for (doubt, _), ids in noted.items() if doubt)


def _is_absent(
    step: OpenStep, evidence: Evidence, *, newest: bool, now: datetime, horizon: Horizon
) -> bool:
    """Two looks at least, this one after the horizon, and no row of the same batch came up lately."""
    if not evidence.trusted or newest or step.held or step.looks < 1:
        return False
    if now - step.sent_at < horizon.of(step):
        return False
    if step.batch_id in evidence.unfinished and now - step.sent_at <= TOO_OLD:
        return False
    quiet_since = step.newest_at or step.sent_at
    return now - quiet_since >= horizon.quiet


def _overdue(step: OpenStep, *, newest: bool, now: datetime) -> str:
    """Nobody waits for ever for a list that cannot be believed or a batch that never ends."""
    late = step.looked_at is not None and now - step.sent_at > TOO_OLD
    return "too_old" if late and not newest else ""


def _doubt(step: OpenStep, evidence: Evidence, *, now: datetime) -> str:
    """Why a person must decide about an absent step, or "" when it may be sent again by itself."""
    if step.id in evidence.suspects:
        return "same_reference"
    # Without proven keys nothing at all may have come since that could be it.
    if not evidence.keys_proven and evidence.newest_stranger > step.wanted.after:
        return "keys_not_proven"
    if now - step.sent_at > TOO_OLD:
        return "too_old"
    return ""


def _learn_keys(
    ledger: Ledger, pairs: Sequence[tuple[int, Shipment]], steps: Sequence[OpenStep]
) -> None:
    """A shipment found in a list by our key proves that the account returns it there."""
    keys = {step.wanted.key for step in steps}
    if any(shipment.keys & keys for _, shipment in pairs) and ledger.fact(KEYS) != PROVEN:
        ledger.learn(KEYS, PROVEN)


def mirror(ledger: Ledger, client: Client) -> int:
    """Read what was made since the last time, 14 days at most, so that a second purchase is noticed.

    Returns how many shipments were read.
    """
    if not client.clock_known:
        # By a clock that is fast nothing would be read.
        client.account()
    now = client.now()
    since = now - MIRROR
    noted = ledger.fact(MIRRORED)
    if noted and datetime.fromisoformat(noted) <= now:
        since = max(since, datetime.fromisoformat(noted))
    listed = window(client, since=since)
    mirrored.mirror(ledger, listed.shipments, ours=seen.our_keys(ledger), now=now)
    if listed.whole:
        ledger.learn(MIRRORED, now.isoformat())
    return len(listed.shipments)


def suspects(ledger: Ledger, client: Client, step: OpenStep) -> list[Shipment]:
    """What InPost has under an unsure step's reference and no row of ours owns: a person's evidence."""
    found = window(client, since=step.sent_at).shipments
    mine = seen.owned(ledger, [one.id for one in found])
    name = step.wanted.reference.strip().casefold()
    return [one for one in found if one.id not in mine and one.reference.strip().casefold() == name]
