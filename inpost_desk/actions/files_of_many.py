"""One file for many shipments, a hundred a call: those that InPost refuses are found and left out.

Which shipments go together is the caller's business, and so is what is asked for: printouts, return labels.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Final

from inpost_desk.domain.journey import Phase, phase_of
from inpost_desk.domain.shipment import ShipmentId
from inpost_desk.errors import NotFound, PaperTrouble, Refused
from inpost_desk.labels.examiner import examiner
from inpost_desk.labels.sheet import joined
from inpost_desk.shipx.client import Client, LabelFile

AT_ONCE: Final = 100
MOST_REFUSED: Final = 40
"""Refused calls after which the rest is left out: InPost makes no such file at all then."""

UNKNOWN: Final = "not_there"
NOT_PAID: Final = "not_paid"
CANCELLED: Final = "cancelled"
WRONG_STATUS: Final = "wrong_status"
MIXED: Final = "cannot_mix_shipments_with_and_without_dispatch_order"
_EARLY: Final = {Phase.UNPAID: NOT_PAID, Phase.CANCELLED: CANCELLED}
# InPost's keys, which mean other things elsewhere.
_OURS: Final = {
    "does_not_exist": UNKNOWN,
    "not_found": UNKNOWN,
    "resource_not_found": UNKNOWN,
    "invalid_status": WRONG_STATUS,
    "shipment_status_incorrect": WRONG_STATUS,
    "invalid_action": WRONG_STATUS,
    "you_can_not_generate_labels_for_unpaid_shipments": NOT_PAID,
}
_OF_ID: Final = re.compile(r"id_(\d{1,19})_(\w+)")

Ask = Callable[[Sequence[ShipmentId]], LabelFile]
Sort = Callable[[Sequence[ShipmentId]], Sequence[Sequence[ShipmentId]]]


@dataclass(slots=True)
class Gathering:
    """What was had so far. `sort` parts shipments that InPost does not put into one file."""

    client: Client
    ask: Ask
    sort: Sort = lambda ids: [ids]
    pages: list[bytes] = field(default_factory=list)
    """Each a PDF of its own, in the order asked for."""
    had: list[ShipmentId] = field(default_factory=list)
    left_out: dict[ShipmentId, str] = field(default_factory=dict)
    _refused: int = 0

    def take(self, ids: Sequence[ShipmentId]) -> None:
        """Have the pages of these. Raises PaperTrouble for a file that is no PDF with pages."""
        for start in range(0, len(ids), AT_ONCE):
            self._take(ids[start : start + AT_ONCE])

    def take_all(self, ids: Sequence[ShipmentId]) -> None:
        """Have the pages of these by one call, however many they are. Raises `Refused` too."""
        self._keep(ids, self.ask(ids))

    @property
    def pdf(self) -> bytes:
        """All pages as one file, nothing where there are none."""
        return joined(self.pages) if self.pages else b""

    def _take(self, ids: Sequence[ShipmentId], *, looked: bool = False) -> None:
        if not ids:
            return
        try:
            file = self.ask(ids)
        except Refused as refusal:
            self._part(ids, refusal, looked=looked)
            return
        self._keep(ids, file)

    def _keep(self, ids: Sequence[ShipmentId], file: LabelFile) -> None:
        found = examiner().pages(file.content, expected=())
        if not found:
            raise PaperTrouble("empty")
        self.pages += [one.content for one in found]
        self.had += ids

    def _part(self, ids: Sequence[ShipmentId], refusal: Refused, *, looked: bool) -> None:
        """Leave out whatever the refusal is about, and ask once more for the others."""
        self._refused += 1
        rules = {refusal.error, *(one.rule for one in refusal.reasons)}
        groups = self.sort(ids) if MIXED in rules else [ids]
        if len(groups) > 1:
            for group in groups:
                self._take(group, looked=looked)
            return
        bad = _named(ids, refusal)
        if not bad and (len(ids) == 1 or self._refused > MOST_REFUSED):
            bad = dict.fromkeys(ids, _rule(refusal))
        if not bad and not looked:
            bad, looked = self._unfit(ids), True
        if bad:
            self.left_out |= bad
            self._take([one for one in ids if one not in bad], looked=looked)
            return
        middle = len(ids) // 2
        self._take(ids[:middle], looked=True)
        self._take(ids[middle:], looked=True)

    def _unfit(self, ids: Sequence[ShipmentId]) -> dict[ShipmentId, str]:
        """Those that InPost does not list, or lists as not paid: one call instead of many halves."""
        page = self.client.shipments(ids=ids, per_page=AT_ONCE)
        if "id" not in page.kept:
            return {}
        phases = {one.id: phase_of(one.status) for one in page.items}
        found = {one: UNKNOWN for one in ids if one not in phases}
        return found | {one: _EARLY[phases[one]] for one in phases if phases[one] in _EARLY}


def too_early(phase: Phase) -> str:
    """Why a shipment of that phase has no papers yet or any more, "" where it has."""
    return _EARLY.get(phase, "")


def _named(ids: Sequence[ShipmentId], refusal: Refused) -> dict[ShipmentId, str]:
    """The shipments that a refusal names, each with why."""
    asked = {str(one): one for one in ids}
    found: dict[ShipmentId, str] = {}
    for reason in refusal.reasons:
        within = _OF_ID.fullmatch(reason.rule)
        name, rule = (within[1], within[2]) if within else (reason.row or "", reason.rule)
        if name in asked:
            found.setdefault(asked[name], _OURS.get(rule, rule))
    name = refusal.facts.get("shipment_id", "")
    if name in asked:
        found.setdefault(asked[name], _rule(refusal))
    return found


def _rule(refusal: Refused) -> str:
    if isinstance(refusal, NotFound):
        return UNKNOWN
    rule = refusal.reasons[0].rule if refusal.reasons else refusal.error or "refused"
    return _OURS.get(rule, rule)
