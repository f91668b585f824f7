"""Labels for a person to look at: shown as they would print, and those that are held back fetched anew.

Nothing is printed here. What holds a label back on its way to a printer is found out by `ready`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from inpost_desk.actions.labels import LabelLine
from inpost_desk.actions.outlets import Outlets
from inpost_desk.actions.pieces import piece_of, single
from inpost_desk.actions.ready import Held, Label, Order, make_ready
from inpost_desk.actions.ship import LABEL_FOLDER
from inpost_desk.domain.printer import Profile, Reach
from inpost_desk.errors import PaperTrouble, PrinterTrouble
from inpost_desk.labels.bitmap import drawn, png
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


@dataclass(frozen=True, slots=True)
class Picture:
    """A page as its printer gets it: a PNG of its dots on paper of that size in millimetres."""

    png: bytes
    width_mm: float
    height_mm: float


@dataclass(frozen=True, slots=True)
class Preview:
    """A label before it prints. `by_fields`: InPost's own commands go out; only their fields are checked."""

    pages: tuple[Picture, ...]
    printer: str
    by_fields: bool = False


def preview(ledger: Ledger, outlets: Outlets, label: Label) -> Preview:
    """The label as the printer it goes to would get it. Raises FileTrouble, PaperTrouble `missing`, …"""
    known = stored_labels(ledger, [label.shipment_id]).get(label.shipment_id)
    if known is None:
        raise PaperTrouble("missing")
    profile = _profile(outlets, known)
    content = LabelStore(ledger.folder / LABEL_FOLDER).read(known.file, sha256=known.sha256)
    one = single(profile)
    pages = piece_of(content, profile).pages or drawn(content, one)
    sheet = one.sheet
    return Preview(
        tuple(Picture(png(page.image), sheet.width / 10, sheet.height / 10) for page in pages),
        profile.name,
        by_fields=profile.raw and profile.carrier_commands,
    )


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
