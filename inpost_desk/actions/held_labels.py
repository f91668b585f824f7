"""Labels that are held back, for a person to look at: shown as they would print, or fetched anew.

Nothing is printed here. What holds a label back on its way to a printer is found out by `ready`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from inpost_desk.actions.labels import LabelLine
from inpost_desk.actions.outlets import Outlets
from inpost_desk.actions.ready import Held, Label, Order, make_ready
from inpost_desk.actions.ship import LABEL_FOLDER
from inpost_desk.domain.printer import Profile, Reach
from inpost_desk.errors import PrinterTrouble
from inpost_desk.labels.store import LabelStore
from inpost_desk.ledger import changes, seen
from inpost_desk.ledger.label_findings import forget
from inpost_desk.ledger.ledger import Ledger
from inpost_desk.ledger.stored_labels import StoredLabel, stored_labels
from inpost_desk.shipx.client import Client


def look_at(ledger: Ledger, outlets: Outlets, labels: Sequence[Label]) -> list[Held]:
    """Those of these labels that would be held back now, each as the printer it goes to would get it."""
    stored = stored_labels(ledger, [one.shipment_id for one in labels])
    order = Order.of(ledger, stored, LabelStore(ledger.folder / LABEL_FOLDER))
    held: list[Held] = []
    for label in labels:
        profile = _profile(outlets, stored.get(label.shipment_id))
        own = _commands(outlets, profile, label) if label.shipment_id in stored else {}
        held += make_ready([label], profile, replace(order, commands=own)).held
    return held


def fetch_again(ledger: Ledger, client: Client, held: Held) -> str:
    """Fetch the label anew; what is wrong with the one that came, "" for a good one.

    Raises what keeps InPost or the disk away; the next run fetches it then.
    """
    shipment = held.label.shipment_id
    forget(ledger, shipment, held.rule)
    line = LabelLine(ledger, client, LabelStore(ledger.folder / LABEL_FOLDER))
    ours = changes.find(ledger, shipment)
    run = ours.run_id if ours is not None else None
    known = seen.of_run(ledger, run) if run is not None else []
    line.put([one for one in known if one.shipment_id == shipment and one.paid])
    line.finish()
    if line.trouble is not None:
        raise line.trouble
    label = stored_labels(ledger, [shipment]).get(shipment)
    return label.finding if label is not None else "missing"


def _profile(outlets: Outlets, known: StoredLabel | None) -> Profile:
    try:
        return outlets.for_service(known.service if known else "").profile
    except PrinterTrouble:
        # A picture of it can be had without a printer.
        return Profile.at(Reach.FOLDER, "-")


def _commands(outlets: Outlets, profile: Profile, label: Label) -> Mapping[int, bytes]:
    """InPost's own, where they are what would be sent."""
    if not (profile.raw and profile.carrier_commands):
        return {}
    return outlets.commands(profile, [label.shipment_id])
