"""Offers of many shipments at once: chosen or bought by calls of at most 100, and the rule `cheapest`.

InPost refuses such a call as a whole for one bad row, and buys the rows one by one after its answer: bad rows
are read back and left out, the others asked for again, and what each came to is read from the shipment.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from inpost_desk.actions.buying import (
    BUYABLE,
    Selected,
    is_selected,
    selected_end,
    why_not,
)
from inpost_desk.actions.changing import (
    Busy,
    Changer,
    End,
    Expired,
    Failed,
    Pending,
    Ready,
    end_of_payment,
    rule_of,
)
from inpost_desk.actions.settle_changes import QUEUE, Horizon
from inpost_desk.actions.waiting import Stop
from inpost_desk.domain import stage
from inpost_desk.domain.order import Field
from inpost_desk.domain.shipment import Offer, OfferChoice, OfferId, Shipment
from inpost_desk.errors import Refused
from inpost_desk.ledger import changes
from inpost_desk.ledger.changes import Change, ChangeClaim
from inpost_desk.ledger.ledger import Ledger
from inpost_desk.shipx.client import Client

AT_ONCE = 100


def buy_many(
    ledger: Ledger,
    client: Client,
    choices: Mapping[int, OfferId],
    *,
    stop: Stop | None = None,
    horizon: Horizon | None = None,
) -> dict[int, End]:
    """Buy an offer of each shipment (`choices` by the ledger's number), each once; what became of each.

    Raises `Offline`, `TooFast` and `NotAllowed`, with which nothing more was bought, and what reading raises.
    """
    at = Changer(ledger, client, horizon or Horizon(), stop or Stop())
    ends: dict[int, End] = {}
    for part in _parts(choices):
        if at.stop.asked:
            break
        ends |= _Bulk(at, changes.BUY, part).done()
    return ends


def select_many(
    ledger: Ledger,
    client: Client,
    choices: Mapping[int, OfferId],
    *,
    stop: Stop | None = None,
    horizon: Horizon | None = None,
) -> dict[int, Selected | End]:
    """Choose an offer of each shipment without paying. Raises as `buy_many`."""
    at = Changer(ledger, client, horizon or Horizon(), stop or Stop())
    ends: dict[int, Selected | End] = {}
    for part in _parts(choices):
        if at.stop.asked:
            break
        ends |= _Bulk(at, changes.SELECT, part).selected()
    return ends


def cheapest(offers: Sequence[Offer]) -> Offer | None:
    """The cheapest offer that can be had; None where prices are not shown and there are several."""
    had = [one for one in offers if one.status in BUYABLE]
    priced = [one for one in had if one.rate is not None]
    if len(priced) == len(had) and had:
        return min(priced, key=lambda one: (one.rate or 0, one.id))
    return had[0] if len(had) == 1 else None


def _parts(choices: Mapping[int, OfferId]) -> Iterator[dict[int, OfferId]]:
    rows = list(choices.items())
    return (dict(rows[start : start + AT_ONCE]) for start in range(0, len(rows), AT_ONCE))


@dataclass(slots=True)
class _Bulk:
    """One call's worth of shipments."""

    at: Changer
    kind: str
    choices: dict[int, OfferId]
    ends: dict[int, Selected | End] = field(default_factory=dict)
    _ready: dict[int, Ready] = field(default_factory=dict)
    _steps: list[int] = field(default_factory=list)
    _asked: list[int] = field(default_factory=list)

    def done(self) -> dict[int, End]:
        """Buys them."""
        self._ask_all()
        at, steps = self.at, tuple(self._steps)
        if steps:
            ids = [self._ready[one].shipment.id for one in self._asked]
            most = at.horizon.payment * QUEUE
            found = at.watch(ids, done=lambda _: True, steps=steps, most=most)
            for number in self._asked:
                self.ends[number] = self._bought(number, found.get(self._ready[number].shipment.id))
        self._await_others()
        return {number: end for number, end in self.ends.items() if not isinstance(end, Selected)}

    def _await_others(self) -> None:
        """Rows that somebody else was already buying."""
        waiting = [
            number
            for number, end in self.ends.items()
            if isinstance(end, Pending) and number in self._ready and number not in self._asked
        ]
        ids = [self._ready[one].shipment.id for one in waiting]
        if ids:
            self.at.watch(ids, done=lambda one: one.status not in stage.UNPAID_STATUSES)
            self._look_at_refused(waiting)

    def selected(self) -> dict[int, Selected | End]:
        """Chooses them."""
        self._ask_all()
        if self._steps:
            ids = [self._ready[one].shipment.id for one in self._asked]
            found = self.at.watch(ids, done=lambda _: True, steps=tuple(self._steps))
            for number in self._asked:
                ready = self._ready[number]
                now = found.get(ready.shipment.id, ready.shipment)
                self.ends[number] = selected_end(number, now, self.choices[number])
        return self.ends

    def _bought(self, number: int, now: Shipment | None) -> End:
        ready = self._ready[number]
        last = ready.shipment.last_transaction
        return end_of_payment(
            ready.ours,
            now or ready.shipment,
            wanted=self.choices[number],
            before=last.id if last else 0,
            taken_up=changes.are_open(self.at.ledger, self._steps),
        )

    def _ask_all(self) -> None:
        """Ask until InPost takes what is left; each refusal leaves at least one row out."""
        left = list(self.choices)
        while left and not self.at.stop.asked:
            left = self._ask(self._look(left))

    def _look(self, numbers: Sequence[int]) -> list[int]:
        """Those that can be asked for, by what InPost says now; the others have their end."""
        good = []
        for number, ready in self.at.all_ready(numbers).items():
            end = ready if not isinstance(ready, Ready) else self._hopeless(ready)
            if isinstance(ready, Ready):
                self._ready[number] = ready
            if end is None:
                good.append(number)
            else:
                self.ends[number] = end
        return good

    def _hopeless(self, ready: Ready) -> Selected | End | None:
        offer_id = self.choices[ready.ours.shipment_id]
        if self.kind == changes.SELECT and is_selected(ready.shipment, offer_id):
            return selected_end(ready.ours.shipment_id, ready.shipment, offer_id)
        return why_not(ready, offer_id, self.at)

    def _ask(self, numbers: list[int]) -> list[int]:
        """One call; returns those to be asked for once more because another row spoilt it."""
        if not numbers:
            return []
        single = self.kind == changes.BUY
        kind = changes.BULK_BUY if single else changes.SELECT
        call = self.at.client.bulk_buy if single else self.at.client.select_offers
        wanted = [Change(self._ready[one].shipment, self.choices[one]) for one in numbers]
        asked = self.at.ask(kind, wanted, lambda claimed: call(self._rows(numbers, claimed)))
        steps = asked[0].steps if asked else {}
        taken = [one for one in numbers if self._ready[one].shipment.id in steps]
        self.ends |= {one: Busy(one) for one in numbers if one not in taken}
        if asked is None or asked[1] is None:
            self._steps += steps.values()
            self._asked += taken
            return []
        return self._without_bad(taken, asked[1])

    def _rows(self, numbers: Sequence[int], claimed: ChangeClaim) -> list[OfferChoice]:
        ready = [(one, self._ready[one].shipment.id) for one in numbers]
        return [
            OfferChoice(str(one), shipx_id, self.choices[one])
            for one, shipx_id in ready
            if shipx_id in claimed.steps
        ]

    def _without_bad(self, numbers: list[int], refusal: Refused) -> list[int]:
        """Rows the refusal does not name go again; where it names none, halves find the bad one."""
        named = {one.row: one for one in refusal.reasons if one.row}
        bad = [one for one in numbers if str(one) in named]
        for one in bad:
            reason = named[str(one)]
            self.ends[one] = _refused(one, reason.field, reason.rule)
        if bad:
            # A row that was bought meanwhile is refused too: the next look tells, and costs nothing.
            self._look_at_refused(bad)
            return [one for one in numbers if one not in bad]
        if len(numbers) == 1:
            self.ends[numbers[0]] = _refused(numbers[0], Field.OFFER, rule_of(refusal))
            return []
        middle = len(numbers) // 2
        again = self._ask(numbers[:middle])
        return [*again, *numbers[middle:]]

    def _look_at_refused(self, numbers: Sequence[int]) -> None:
        for number, ready in self.at.all_ready(numbers).items():
            end = (
                why_not(ready, self.choices[number], self.at) if isinstance(ready, Ready) else ready
            )
            if end is not None:
                self.ends[number] = end


def _refused(number: int, place: str, rule: str) -> End:
    if rule == "already_bought":
        return Pending(number)
    return Expired(number) if rule == "offer_expired" else Failed(number, place, rule)
