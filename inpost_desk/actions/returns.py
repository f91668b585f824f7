"""Return labels: what a receiver sticks on a parcel that goes back by courier (API §3.5).

InPost makes them for couriers' services only, never for Allegro's, and once the parcel is paid. A returned
parcel that arrives is received by `hand_over`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from inpost_desk.actions.files_of_many import Gathering, too_early
from inpost_desk.domain.history import HistoryRow
from inpost_desk.domain.service import Target, service_named
from inpost_desk.ledger import history
from inpost_desk.ledger.ledger import Ledger
from inpost_desk.shipx.client import Client

NOT_AT_INPOST: Final = "not_at_inpost"
NO_COURIER: Final = "return_only_courier"
ALLEGRO: Final = "return_not_allegro"


@dataclass(frozen=True, slots=True)
class Returned:
    """A PDF of return labels, empty where all were left out; fields as those of `manifests.Manifest`."""

    pdf: bytes
    pages: int
    shipments: tuple[int, ...]
    left_out: tuple[tuple[int, str], ...] = ()


def may_return(row: HistoryRow) -> str:
    """Why there is no return label for this shipment, as a rule key; "" where there is one."""
    if early := too_early(row.phase):
        return early
    service = service_named(row.service)
    if service.allegro or "allegro" in row.service:  # also those InPost made since
        return ALLEGRO
    return "" if service.target is Target.ADDRESS else NO_COURIER


def return_labels(ledger: Ledger, client: Client, ids: Sequence[int]) -> Returned:
    """The return labels of these shipments in the order given. They are not kept: InPost makes them again.

    Raises PaperTrouble for a file that is no PDF with pages, and what `Client` raises but `Refused`.
    """
    wanted = list(dict.fromkeys(ids))
    rows = {one.id: one for one in history.rows(ledger, wanted)}
    out = {one: may_return(rows[one]) if one in rows else NOT_AT_INPOST for one in wanted}
    by_shipx = {rows[one].shipx_id: one for one in wanted if not out[one]}
    gathering = Gathering(client, client.return_labels)
    gathering.take(list(by_shipx))
    out |= {by_shipx[one]: rule for one, rule in gathering.left_out.items()}
    return Returned(
        pdf=gathering.pdf,
        pages=len(gathering.pages),
        shipments=tuple(by_shipx[one] for one in gathering.had),
        left_out=tuple((one, rule) for one, rule in out.items() if rule),
    )
