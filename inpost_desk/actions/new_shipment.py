"""A shipment typed by hand becomes orders of a run of its own, which the usual machinery then buys.

×N for a Paczkomat is N orders with the money on the first only; a courier takes all parcels in one. A draft's
id names its orders, so that entering it twice makes nothing twice.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final
from zoneinfo import ZoneInfo

from inpost_desk.actions.keys import new_keys
from inpost_desk.actions.restored import read_first
from inpost_desk.actions.send import Terms
from inpost_desk.domain import checks
from inpost_desk.domain.draft import Draft, Mode, shipments_wanted, to_json
from inpost_desk.domain.draft_shipments import orders_of
from inpost_desk.domain.order import Order
from inpost_desk.domain.stage import Mode as Paying
from inpost_desk.errors import QuestionOpen
from inpost_desk.ledger import earlier, orders, parts
from inpost_desk.ledger.earlier import Earlier, Sought
from inpost_desk.ledger.ledger import Ledger
from inpost_desk.ledger.orders import Row, RunFile
from inpost_desk.shipx.client import Client

WARSAW: Final = ZoneInfo("Europe/Warsaw")
TYPED: Final = "typed:"
"""What the file digest of a draft's orders begins with."""


@dataclass(frozen=True, slots=True)
class Part:
    """One order of a draft, with the draft that is its shipment's alone."""

    order: Order
    draft: Draft


def parts_of(draft: Draft, terms: Terms) -> tuple[Part, ...]:
    """The orders a draft becomes. Raises ValueError for a draft with mistakes."""
    found = orders_of(draft, terms.choices)
    alone = replace(draft, count=1) if shipments_wanted(draft) > 1 else draft
    free = replace(alone, cod="", insurance="")
    return tuple(
        Part(order, replace(alone if place == 0 else free, reference=order.reference))
        for place, order in enumerate(found)
    )


def enter(
    ledger: Ledger,
    client: Client,
    draft: Draft,
    terms: Terms,
    *,
    draft_id: str,
    again: bool = False,
) -> int:
    """Put a draft's orders into the ledger and return the number of their run, which buys them.

    `draft_id` is what `drafts.keep` gave: entered once more under the same id, what was not sent yet is taken
    as it is typed now, and what was sent is gone on with. Raises ValueError for a draft with mistakes, and
    `QuestionOpen("sent_before")` where its reference was sent before and nobody has said `again`.
    """
    read_first(ledger, client, horizon=terms.horizon)
    digest = TYPED + draft_id
    known = parts.references_of(ledger, digest)
    nameless = not draft.reference.strip()
    given = parts_of(_named(ledger, client, draft, known), terms)
    rows = [_row(place, part) for place, part in enumerate(given, start=1)]
    sought = [
        # Typed alike twice are two parcels, unless a copy has the draft of one that was sent after it.
        Sought(row.row, row.reference, part.order, base=_base(row.reference), lost_only=nameless)
        for row, part in zip(rows, given, strict=True)
        if row.row not in known
    ]
    while True:
        found = earlier.sent_before(ledger, sought, digest=digest)
        if found and not again:
            raise QuestionOpen("sent_before", detail=next(iter(found.values())).number)
        run_id = _enter(ledger, client, digest, rows, sought=sought, found=found)
        if run_id is not None:
            return run_id


def sent_before(ledger: Ledger, draft: Draft, terms: Terms) -> Earlier | None:
    """What was sent under the draft's reference before, to be warned of while it is typed."""
    given = parts_of(draft, terms)
    sought = [
        Sought(place, part.order.reference, part.order, base=_base(part.order.reference))
        for place, part in enumerate(given, start=1)
        if part.order.reference
    ]
    return next(iter(earlier.sent_before(ledger, sought, digest="").values()), None)


def another_parcel(ledger: Ledger, reference: str, draft: Draft) -> Draft:
    """The draft as one more parcel of that order: the next number, and no money, which is on the first.

    To be entered with `again`, because the order was sent before.
    """
    base = _base(reference) or reference
    number = parts.count_of(ledger, base) + 1
    suffix = f"-{number}/{number}"
    longest = checks.REFERENCE_LIMITS[1]
    return replace(
        draft,
        reference=base[: longest - len(suffix)] + suffix,
        count=1,
        cod="",
        insurance="",
    )


def _enter(
    ledger: Ledger,
    client: Client,
    digest: str,
    rows: Sequence[Row],
    *,
    sought: Sequence[Sought],
    found: dict[int, Earlier],
) -> int | None:
    now = client.now()
    return orders.enter_run(
        ledger,
        # What was not sent yet goes as it is typed now.
        RunFile("", digest, corrected=True),
        rows,
        now=now,
        day=now.astimezone(WARSAW).strftime("%d-%m"),
        sought=sought,
        found=found,
        new_key=new_keys(),
    )


def _row(number: int, part: Part) -> Row:
    draft = part.draft
    mode = Paying.CALL if draft.only_choice_of_offer else Paying.ITSELF
    return Row(
        number,
        part.order.reference,
        part.order,
        wish=to_json(draft).decode(),
        mode=Paying.OFFERS if draft.mode is Mode.OFFERS else mode,
    )


def _named(ledger: Ledger, client: Client, draft: Draft, known: dict[int, str]) -> Draft:
    """Parts without a reference get a common day number: they are found together."""
    if draft.reference.strip() or shipments_wanted(draft) == 1:
        return draft
    if known:
        return replace(draft, reference=_base(known[1]) or known[1])
    day = client.now().astimezone(WARSAW).strftime("%d-%m")
    return replace(draft, reference=parts.next_day_reference(ledger, day))


def _base(reference: str) -> str:
    """The order's own reference that a part's was numbered from, "" for none."""
    base = earlier.base_of(reference)
    return "" if base == reference else base
