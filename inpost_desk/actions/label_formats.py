"""InPost's own printer commands, fetched when a printer wants them and stored beside the PDF, never instead.

They are matched to shipments by the number in their bar codes. How they suit a printer is checked when they
are made ready for it.
"""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from inpost_desk.actions.ship import LABEL_FOLDER
from inpost_desk.domain.printer import Language, Profile
from inpost_desk.domain.service import Label, service_named
from inpost_desk.domain.shipment import ShipmentId
from inpost_desk.errors import FileTrouble, PaperTrouble, Refused, Trouble
from inpost_desk.labels import epl, zpl
from inpost_desk.labels.commands import CommandLabel
from inpost_desk.labels.store import LabelStore
from inpost_desk.labels.unpack import command_files
from inpost_desk.ledger import seen
from inpost_desk.ledger.ledger import Ledger
from inpost_desk.ledger.stored_labels import StoredLabel, stored_labels
from inpost_desk.shipx.client import Client

log = logging.getLogger(__name__)

AT_ONCE: Final = 100


@dataclass(frozen=True, slots=True)
class StoredCommands:
    """What prints the labels of one shipment, all its parcels in the order of their numbers.

    `file` is relative to the ledger's label folder.
    """

    content: bytes
    file: str
    sha256: str


@dataclass(frozen=True, slots=True)
class _Kind:
    """One of InPost's formats: which row of the catalogue allows it, how it is asked for, how it is read."""

    label: Label
    format: str
    type: str
    paper: str
    """The resolution, as the ledger notes it."""
    labels_in: Callable[[bytes], list[CommandLabel]]

    @property
    def language(self) -> str:
        """The ledger's word for it, and the ending of its files."""
        return self.format.lower()


# A6 in ZPL means 203 dpi; EPL knows no other (API §3.5).
_KINDS: Final = {
    (Language.ZPL, 203): _Kind(Label.ZPL_203, "Zpl", "A6", "203", zpl.labels_in),
    (Language.ZPL, 300): _Kind(Label.ZPL_300, "Zpl", "dpi300", "300", zpl.labels_in),
    (Language.EPL, 203): _Kind(Label.EPL, "Epl", "A6", "203", epl.labels_in),
}


def fetch_commands(
    ledger: Ledger,
    client: Client,
    store: LabelStore,
    shipments: Sequence[StoredLabel],
    *,
    language: Language,
    dpi: int,
) -> dict[int, StoredCommands | str]:
    """InPost's commands for a head of this resolution, by the ledger's own number of each shipment.

    Fetched once, 100 a call. A text is the rule why there are none: `no_such_format` where InPost draws none
    for that service, `missing`, `unreadable`, `wrong_number`, `blank_page`, `too_many_pages`, the rules of
    `unpack.command_files` and of InPost's refusals. Raises the Trouble that keeps InPost or the disk away.
    """
    kind = _KINDS.get((language, dpi))
    found: dict[int, StoredCommands | str] = {}
    allowed = []
    for one in shipments:
        if kind is None or kind.label not in service_named(one.service).labels:
            found[one.shipment_id] = "no_such_format"
        else:
            allowed.append(one)
    if kind is None:
        return found
    desk = _Desk(ledger, client, store, kind)
    for start in range(0, len(allowed), AT_ONCE):
        part = allowed[start : start + AT_ONCE]
        found |= desk.stored(part)
        if left := [one for one in part if one.shipment_id not in found]:
            found |= desk.fetch(left)
    return found


def commands_of(
    ledger: Ledger, client: Client, profile: Profile, shipments: Sequence[int]
) -> Mapping[int, bytes]:
    """InPost's commands for this printer; shipments without are left out, and print as pixels of ours."""
    store = LabelStore(ledger.folder / LABEL_FOLDER)
    wanted = list(stored_labels(ledger, shipments).values())
    try:
        found = fetch_commands(
            ledger, client, store, wanted, language=profile.language, dpi=profile.dpi
        )
    except Trouble as trouble:
        log.warning("commands of %d shipments: %s", len(wanted), type(trouble).__name__)
        return {}
    return {key: one.content for key, one in found.items() if isinstance(one, StoredCommands)}


@dataclass(frozen=True, slots=True)
class _Desk:
    """Fetches and keeps commands of one kind."""

    ledger: Ledger
    client: Client
    store: LabelStore
    kind: _Kind

    def stored(self, wanted: Sequence[StoredLabel]) -> dict[int, StoredCommands | str]:
        """Those that were fetched before and are still whole."""
        found: dict[int, StoredCommands | str] = {}
        files = seen.command_files(
            self.ledger,
            [one.shipment_id for one in wanted],
            language=self.kind.language,
            paper=self.kind.paper,
        )
        for file in files.values():
            try:
                content = self.store.read(file.file, sha256=file.sha256)
            except FileTrouble as trouble:
                log.warning("stored commands of a label are %s", trouble.rule)
            else:
                found[file.shipment_id] = StoredCommands(content, file.file, file.sha256)
        return found

    def fetch(self, wanted: Sequence[StoredLabel]) -> dict[int, StoredCommands | str]:
        """One bad shipment fails the whole call: halves find it."""
        try:
            labels = self._asked([one.shipx_id for one in wanted if one.shipx_id is not None])
        except Refused as refusal:
            rules = [reason.rule for reason in refusal.reasons] or [refusal.error or "refused"]
            return self._halves(wanted, rules[0])
        except PaperTrouble as trouble:
            return self._halves(wanted, trouble.rule)
        return self._matched(wanted, labels)

    def _asked(self, ids: Sequence[ShipmentId]) -> list[CommandLabel]:
        if not ids:
            raise PaperTrouble("missing")
        kind = self.kind
        content = self.client.labels(ids, format=kind.format, type=kind.type).content
        return [label for file in command_files(content) for label in kind.labels_in(file)]

    def _halves(self, wanted: Sequence[StoredLabel], rule: str) -> dict[int, StoredCommands | str]:
        if len(wanted) == 1:
            found = "no_such_format" if rule == "label_template_not_found" else rule
            return {wanted[0].shipment_id: found}
        middle = len(wanted) // 2
        return self.fetch(wanted[:middle]) | self.fetch(wanted[middle:])

    def _matched(
        self, wanted: Sequence[StoredLabel], labels: Sequence[CommandLabel]
    ) -> dict[int, StoredCommands | str]:
        whole: list[tuple[StoredLabel, bytes]] = []
        found: dict[int, StoredCommands | str] = {}
        for one in wanted:
            own = _own(one, labels)
            rule = _rule(one, own, labels if len(wanted) == 1 else own)
            if not rule:
                whole.append((one, b"".join(_ended(label.content) for label in own)))
            elif len(wanted) > 1:
                found |= self.fetch([one])
            else:
                found[one.shipment_id] = rule
        return found | self._kept(whole)

    def _kept(self, whole: Sequence[tuple[StoredLabel, bytes]]) -> dict[int, StoredCommands | str]:
        kind = self.kind
        files = self.store.save_all((self._name(one, content), content) for one, content in whole)
        rows = [
            seen.LabelFile(
                one.shipment_id,
                file=file.path,
                size=file.size,
                sha256=file.sha256,
                pages=len(one.numbers),
                finding="",
                format=kind.language,
                paper=kind.paper,
            )
            for (one, _), file in zip(whole, files, strict=True)
        ]
        seen.store_labels(self.ledger, rows, now=self.client.now())
        return {
            one.shipment_id: StoredCommands(content, file.path, file.sha256)
            for (one, content), file in zip(whole, files, strict=True)
        }

    def _name(self, one: StoredLabel, content: bytes) -> str:
        """Beside the PDF. Named by content, as labels are."""
        folder = one.file.rpartition("/")[0]
        mark = hashlib.sha256(content).hexdigest()[:8]
        return f"{folder}/{one.shipx_id}-{self.kind.paper}-{mark}.{self.kind.language}".lstrip("/")


def _own(one: StoredLabel, labels: Sequence[CommandLabel]) -> list[CommandLabel]:
    """This shipment's labels in the order of its numbers, each once."""
    places: list[int] = []
    for number in one.numbers:
        with_it = [place for place, label in enumerate(labels) if number in label.numbers]
        places += [place for place in with_it if place not in places]
    return [labels[place] for place in places]


def _rule(one: StoredLabel, own: Sequence[CommandLabel], labels: Sequence[CommandLabel]) -> str:
    """What is wrong with the answer for this shipment; `labels` are all that may be its."""
    if any(label.blank for label in labels):
        return "blank_page"
    if len(own) < len(one.numbers):
        strange = [label for label in labels if label not in own]
        if not strange:
            return "missing"
        return "wrong_number" if any(label.numbers for label in strange) else "unreadable"
    return "too_many_pages" if len(labels) > len(one.numbers) else ""


def _ended(content: bytes) -> bytes:
    """So that the next label begins on a line of its own."""
    return content if content.endswith(b"\n") else content + b"\n"
