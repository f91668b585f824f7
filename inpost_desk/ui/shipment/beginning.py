"""What the wizard begins with: a new shipment, one in the place of a bought one, or one that waits for its
offer. Plain values and their words.
"""

from __future__ import annotations

from dataclasses import dataclass

from inpost_desk.domain.draft import Draft, Step
from inpost_desk.wording.speech import translate

REPLACING = "replace-"
"""What the draft's id of a replacement begins with, as on the command line: both go on with the same one."""


@dataclass(frozen=True, slots=True)
class Beginning:
    """`draft_id` names the draft's orders, so that none of them is made twice.

    `again`: its reference was sent before, and that is meant. `replaces` is the ledger's number of a bought
    shipment that must not leave once this one is bought; `made` of an unpaid one that is gone on with, which
    stands in the run `run_id`. `reference` and `number` are those of that shipment.
    """

    draft: Draft
    draft_id: str = ""
    again: bool = False
    replaces: int = 0
    made: int = 0
    run_id: int = 0
    reference: str = ""
    number: str = ""

    @property
    def keeps(self) -> bool:
        """Whether it is kept as the draft to go on with: what is about an order is begun from there."""
        return not (self.replaces or self.made)

    @property
    def step(self) -> Step | None:
        """The page it is shown at first, None for its first one."""
        if self.made:
            return Step.OFFERS
        return Step.RECEIVER if self.replaces else None

    def title(self) -> str:
        """What stands at the top."""
        if self.replaces:
            return translate("ui", "Replace: {reference}").format(reference=self.reference)
        if self.made:
            return translate("ui", "Choose an offer: {reference}").format(reference=self.reference)
        return translate("ui", "New shipment")

    def explained(self) -> str:
        """What it does and what becomes of the money, "" where nothing out of the ordinary happens."""
        if not self.replaces:
            return ""
        words = translate(
            "ui",
            "Another shipment is bought in the place of {number}. That one stays paid and must not leave any "
            "more; until the new one is bought it is still good.",
        )
        return words.format(number=self.number)


def replacement_of(local_id: int, draft: Draft, *, reference: str, number: str) -> Beginning:
    """The beginning of a replacement. `local_id` is the ledger's number of the bought shipment."""
    return Beginning(
        draft,
        f"{REPLACING}{local_id}",
        again=True,
        replaces=local_id,
        reference=reference,
        number=number,
    )
