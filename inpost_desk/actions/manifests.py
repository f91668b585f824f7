"""Manifests (potwierdzenie nadania): InPost's printout of a pickup, or of any shipments that were chosen.

InPost makes them of a hundred shipments at most, all in pickups or none: both is sorted out here. Nothing is
printed here, and nothing bought.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from inpost_desk.actions.files_of_many import Gathering, too_early
from inpost_desk.domain.pickup import LIVING, PickupState
from inpost_desk.domain.shipment import ShipmentId
from inpost_desk.errors import NotFound, QuestionOpen, Refused
from inpost_desk.ledger.ledger import Ledger
from inpost_desk.ledger.papers import Paper, papers, pickup_papers
from inpost_desk.shipx.client import Client

NOT_AT_INPOST: Final = "not_at_inpost"
MOST_PAGES: Final = 20
_PER_PAGE: Final = 100
# Whoever is in such a pickup is printed with those that have none.
_ENDED: Final = frozenset({"rejected", "canceled", "cancelled"})


@dataclass(frozen=True, slots=True)
class Manifest:
    """A PDF for the document printer; empty where all were left out.

    `shipments` are the ledger's numbers of those on it, `left_out` the others, each with why (a rule key).
    """

    pdf: bytes
    pages: int
    shipments: tuple[int, ...]
    left_out: tuple[tuple[int, str], ...] = ()


def of_pickup(ledger: Ledger, client: Client, pickup_id: int) -> Manifest:
    """The manifest of one pickup; where InPost has none of it, that of its parcels.

    Raises QuestionOpen `pickup_unsure` while nobody knows whether InPost has the order, NotFound for a
    number that no pickup has, PaperTrouble for a file that is no PDF with pages, and what `Client` raises.
    """
    pickup = pickup_papers(ledger, pickup_id)
    if pickup is None:
        raise NotFound(status=404, error="no_such_pickup")
    if pickup.state in (PickupState.SENDING, PickupState.UNSURE):
        raise QuestionOpen("pickup_unsure", detail=str(pickup_id))
    order = pickup.order
    if order is None or pickup.state not in LIVING:
        return of_shipments(ledger, client, pickup.shipments)
    whole = Gathering(client, lambda _ids: client.manifest_of_pickup(order))
    known = [one for one in papers(ledger, pickup.shipments) if one.shipx_id is not None]
    try:
        whole.take_all(_ids(known))
    except Refused:
        return of_shipments(ledger, client, pickup.shipments)
    return _manifest(known, whole, {})


def of_shipments(ledger: Ledger, client: Client, ids: Sequence[int]) -> Manifest:
    """The manifest of these shipments in the order given, those in a pickup first.

    At most one call for each hundred of either kind where InPost refuses nothing. Raises PaperTrouble for a
    file that is no PDF with pages, and what `Client` raises but `Refused`.
    """
    known = papers(ledger, list(dict.fromkeys(ids)))
    out = {one.id: rule for one in known if (rule := _not_yet(one))}
    fit = [one for one in known if one.id not in out]
    gathering = Gathering(client, client.manifest, sort=_Sorting(client).parted)
    for in_pickup in (True, False):
        gathering.take(_ids([one for one in fit if one.in_pickup is in_pickup]))
    return _manifest(known, gathering, out)


def _not_yet(one: Paper) -> str:
    return NOT_AT_INPOST if one.shipx_id is None else too_early(one.phase)


def _ids(known: Sequence[Paper]) -> list[ShipmentId]:
    return [one.shipx_id for one in known if one.shipx_id is not None]


def _manifest(known: Sequence[Paper], gathering: Gathering, out: dict[int, str]) -> Manifest:
    by_shipx = {one.shipx_id: one.id for one in known}
    out = out | {by_shipx[one]: rule for one, rule in gathering.left_out.items()}
    return Manifest(
        pdf=gathering.pdf,
        pages=len(gathering.pages),
        shipments=tuple(by_shipx[one] for one in gathering.had),
        left_out=tuple((one.id, out[one.id]) for one in known if one.id in out),
    )


@dataclass(slots=True)
class _Sorting:
    """Which shipments are in pickups, read of InPost where the ledger did not know all of them."""

    client: Client
    _picked: set[ShipmentId] = field(default_factory=set)
    _read: bool = False

    def parted(self, ids: Sequence[ShipmentId]) -> Sequence[Sequence[ShipmentId]]:
        """Those in a pickup and those in none, or all where they are of one kind."""
        if not self._read:
            self._read_pickups()
        groups = (
            [one for one in ids if one in self._picked],
            [one for one in ids if one not in self._picked],
        )
        return [group for group in groups if group]

    def _read_pickups(self) -> None:
        self._read = True
        seen = 0
        for page in range(1, MOST_PAGES + 1):
            got = self.client.pickups(page=page, per_page=_PER_PAGE)
            for order in got.items:
                if order.status not in _ENDED:
                    self._picked.update(order.shipments)
            seen += len(got.items)
            if not got.items or seen >= got.count:
                return
