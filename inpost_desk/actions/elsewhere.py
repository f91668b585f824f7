"""The label of any shipment of the history, whoever made it, stored as ours are so that it prints too."""

from __future__ import annotations

from typing import Final

from inpost_desk.actions.labels import LabelLine
from inpost_desk.actions.refresh import refresh_these
from inpost_desk.actions.ship import LABEL_FOLDER
from inpost_desk.labels.store import LabelStore
from inpost_desk.ledger import seen
from inpost_desk.ledger.ledger import Ledger
from inpost_desk.shipx.client import Client

UNPAID: Final = "you_can_not_generate_labels_for_unpaid_shipments"
"""InPost's own key for it: there is no label before a shipment is paid for."""
NOT_SENT: Final = "label_missing"
"""InPost sent none, and did not say why."""


def fetch_label(ledger: Ledger, client: Client, shipment_id: int) -> str:
    """Fetch, read back and store the label of one (the ledger's own number); what is stored is left alone.

    "" when a label that may be printed is stored now, else why not: a finding of the read-back, InPost's own
    rule (after some weeks it has labels no more, API §8), or one of those above. Raises what asking raises.
    """
    known = next(iter(seen.known_shipments(ledger, [shipment_id])), None)
    if known is not None and not known.paid and not known.has_label:
        # Perhaps it is by now.
        refresh_these(ledger, client, [shipment_id])
        known = next(iter(seen.known_shipments(ledger, [shipment_id])), None)
    if known is None or not (known.paid or known.has_label):
        return UNPAID
    if known.has_label:
        return ""
    line = LabelLine(ledger, client, LabelStore(ledger.folder / LABEL_FOLDER))
    line.put([known])
    line.finish()
    if line.trouble is not None:
        raise line.trouble
    finding = seen.label_finding(ledger, shipment_id)
    return NOT_SENT if finding is None else finding
