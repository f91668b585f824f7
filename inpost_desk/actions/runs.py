"""Earlier runs with what became of them and where their result file lies; piles not wholly sent. Changes
nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from inpost_desk.domain.pile import Pile
from inpost_desk.domain.shipment import BatchId
from inpost_desk.domain.stage import Outcome
from inpost_desk.ledger.ledger import Ledger
from inpost_desk.ledger.piles import pile_named
from inpost_desk.ledger.run_totals import RunTotals, newest_runs
from inpost_desk.ledger.unsent import unsent_rows


@dataclass(frozen=True, slots=True)
class EarlierRun:
    """A run as the list shows it. `result` is its result file where that is still there.

    `outcomes` counts by how rows stand now, `parcels` those the run was for, `printed` those on paper.
    `stopped_by` is a rule of `wording`, "" where nothing stopped it; `ended_at` None says it was cut short
    or is under way. A shipment typed by hand has no `file_name`: `reference` is its own.
    """

    id: int
    file_name: str
    started_at: datetime
    ended_at: datetime | None
    stopped_by: str
    batches: tuple[BatchId, ...]
    outcomes: Mapping[Outcome, int]
    parcels: int
    printed: int
    result: Path | None = None
    reference: str = ""

    def count(self, outcome: Outcome) -> int:
        """How many stand like that."""
        return self.outcomes.get(outcome, 0)


@dataclass(frozen=True, slots=True)
class UnsentPile:
    """A file on the desk, and how many of its parcels InPost does not have."""

    pile: Pile
    rows: int


def unsent_piles(ledger: Ledger, *, most: int = 20) -> list[UnsentPile]:
    """Of the newest piles those that were not wholly sent, the newest first."""
    found = (
        (pile_named(ledger, one), rows) for one, rows in unsent_rows(ledger, most=most).items()
    )
    return [UnsentPile(pile, rows) for pile, rows in found if pile is not None]


def earlier_runs(ledger: Ledger, *, most: int = 20) -> list[EarlierRun]:
    """The newest first."""
    return [_earlier(one) for one in newest_runs(ledger, most=most)]


def result_place(order_file: Path) -> Path:
    """Where the result of an order file is written: beside it."""
    return order_file.with_name(f"{order_file.stem}-result.csv")


def _earlier(run: RunTotals) -> EarlierRun:
    place = result_place(Path(run.file_path)) if run.file_path else None
    return EarlierRun(
        id=run.id,
        file_name=run.file_name,
        started_at=run.started_at,
        ended_at=run.ended_at,
        stopped_by=run.stopped_by,
        batches=run.batches,
        outcomes=run.outcomes,
        parcels=run.parcels,
        printed=run.printed,
        result=place if place is not None and _is_file(place) else None,
        reference=run.reference,
    )


def _is_file(place: Path) -> bool:
    try:
        return place.is_file()
    except OSError:
        # A share that is gone is no reason to show no list.
        return False
