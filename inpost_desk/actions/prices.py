"""What rows of a pile would cost: asked of InPost, buys nothing. Only prepaid accounts have prices.

What is known already is kept by the caller: a price belongs to what is in a row, not to its number.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Final

from inpost_desk.actions import pile as desk
from inpost_desk.actions.pile import Points, Rules
from inpost_desk.actions.pile_kin import with_kin
from inpost_desk.domain.order_shipment import Choices, as_shipment
from inpost_desk.domain.pile import PileRow
from inpost_desk.domain.shipment import NewShipment
from inpost_desk.errors import NotAllowed, Refused, Trouble
from inpost_desk.ledger.ledger import Ledger
from inpost_desk.shipx.client import Client

CHUNK: Final = 100
# Asking for more would take longer than anybody looks at the sum.
MOST: Final = 2000

Content = tuple[str | bool, ...]


@dataclass(slots=True)
class KnownPrices:
    """Prices by a row's content, None where InPost gave none. `prepaid` is None while nobody knows.

    Used by one thread at a time.
    """

    by_content: dict[Content, Decimal | None] = field(default_factory=dict)
    prepaid: bool | None = None

    @property
    def has_prices(self) -> bool:
        """Whether asking may bring one."""
        return self.prepaid is not False

    def sum(self, rows: Sequence[PileRow]) -> Decimal | None:
        """What these cost together; None where a price is missing."""
        found = [self.by_content.get(content_of(one)) for one in rows]
        known = [one for one in found if one is not None]
        return sum(known, Decimal(0)) if rows and len(known) == len(rows) else None


def content_of(row: PileRow) -> Content:
    """What a price depends on: not on who the receiver is."""
    parcel = (row.kind, row.size, row.cod, row.insurance, row.weekend)
    return (*parcel, row.point, row.place)


def ask_prices(
    ledger: Ledger,
    client: Client,
    pile_id: int,
    rules: Rules,
    rows: Sequence[PileRow],
    *,
    choices: Choices,
    known: KnownPrices,
    points: Points | None = None,
) -> None:
    """Learn the prices of these rows, each content once. Nothing is raised: without a price there is none."""
    wanted = {content_of(one): one.row for one in rows}
    missing = {row: one for one, row in wanted.items() if one not in known.by_content}
    if not known.has_prices or not missing or len(missing) > MOST:
        return
    asked = _shipments(ledger, pile_id, rules, missing, choices=choices, points=points)
    for part in _chunks(asked):
        try:
            _ask(client, part, missing, known)
        except Refused as refusal:
            if not refusal.reasons:
                known.prepaid = False
                return
            # One of them cannot be made like that: the others are not asked for again and again.
            known.by_content.update(dict.fromkeys((missing[int(one.key)] for one in part), None))
        except NotAllowed:
            known.prepaid = False
            return
        except Trouble:
            return
        if not known.has_prices:
            return


def _ask(
    client: Client,
    part: Sequence[NewShipment],
    missing: Mapping[int, Content],
    known: KnownPrices,
) -> None:
    prices = {one.key: one.total for one in client.calculate(part)}
    # A single one may come back without the name it was asked under.
    if len(part) == len(prices) == 1:
        prices = {part[0].key: next(iter(prices.values()))}
    if all(one is None for one in prices.values()):
        known.prepaid = False
        return
    known.prepaid = True
    for one in part:
        known.by_content[missing[int(one.key)]] = prices.get(one.key)


def _shipments(
    ledger: Ledger,
    pile_id: int,
    rules: Rules,
    rows: Mapping[int, Content],
    *,
    choices: Choices,
    points: Points | None,
) -> list[NewShipment]:
    some = with_kin(ledger, pile_id, rows.keys())
    pile = desk.pile_of(ledger, pile_id)
    imported, _ = desk.checked(ledger, pile, rules, rows=some, points=points)
    return [
        as_shipment(one.order, key=str(one.row), contract=rules.contract, choices=choices)
        for one in imported.rows
        if one.order is not None and one.row in rows
    ]


def _chunks(asked: Sequence[NewShipment]) -> Iterator[Sequence[NewShipment]]:
    return (asked[start : start + CHUNK] for start in range(0, len(asked), CHUNK))
