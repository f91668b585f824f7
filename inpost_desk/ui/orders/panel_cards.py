"""What the side panel of the Orders page is given to show: facts, no widgets.

`grouped` reads every change of a pile, so it belongs on a lane.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from PySide6.QtGui import QImage

from inpost_desk.domain.order import Change, Field, Problem
from inpost_desk.domain.pile import Fix, PileRow, RowDetail
from inpost_desk.domain.shipment import ShipmentId
from inpost_desk.domain.stage import Stage
from inpost_desk.ui.look import State
from inpost_desk.ui.shapes import Shape


@dataclass(frozen=True, slots=True)
class ProblemCard:
    """The problem that the keys mean now. `alike` counts the other rows with the same one.

    `looking`: the nearest points are still being looked for; `more` counts further problems of the row.
    """

    row: int
    reference: str
    name: str
    problem: Problem
    fixes: tuple[Fix, ...] = ()
    alike: int = 0
    looking: bool = False
    more: int = 0


@dataclass(frozen=True, slots=True)
class Mended:
    """One kind of what was mended by itself, in `rows` rows of which `first` is the first."""

    kind: str
    rows: int
    first: int
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Reimported:
    """A row that the file says differently from the last time."""

    row: int
    reference: str
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Warned:
    """A warning, which stops nothing."""

    row: int
    reference: str
    problem: Problem


@dataclass(frozen=True, slots=True)
class RepeatedQuestion:
    """References that stand on several rows; `parcels_…` of the whole file. `answer` is "" while open."""

    rows: int
    references: int
    parcels_if_lines: int
    parcels_if_parcels: int
    answer: str = ""


@dataclass(frozen=True, slots=True)
class SentBefore:
    """A row whose reference InPost has already."""

    row: int
    reference: str
    number: str = ""
    at: datetime | None = None
    status: str = ""


@dataclass(frozen=True, slots=True)
class WeekendQuestion:
    """Rows with Paczka w Weekend while InPost takes none until `opens_at`. `answer` is "" while open."""

    rows: int
    answer: str = ""
    opens_at: datetime | None = None
    left: timedelta = timedelta()


@dataclass(frozen=True, slots=True)
class QuestionCard:
    """The questions of an import. What is sent twice is left out while `duplicates_answer` is not "again"."""

    repeated: RepeatedQuestion | None = None
    duplicates: tuple[SentBefore, ...] = ()
    duplicates_answer: str = "skip"
    weekend: WeekendQuestion | None = None

    @property
    def open(self) -> bool:
        """Whether something is asked that nobody has answered."""
        asked = (self.repeated, self.weekend)
        return any(one is not None and not one.answer for one in asked)


@dataclass(frozen=True, slots=True)
class NowCard:
    """What is under way. `size` is the label's in millimetres, `read` whether its code was decoded."""

    stage: Stage
    reference: str
    name: str = ""
    place: tuple[str, ...] = ()
    picture: QImage | None = None
    read: bool = False
    size: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class RefusedRow:
    """A row that InPost, or the check of its label, refused during the run."""

    row: int
    reference: str
    reason: str


@dataclass(frozen=True, slots=True)
class Happening:
    """One line of the run's story."""

    at: datetime
    shape: Shape
    state: State
    text: str


@dataclass(frozen=True, slots=True)
class Candidate:
    """A shipment at InPost that an unsure order may have become; `phone_end` are three digits."""

    shipment_id: ShipmentId
    number: str = ""
    status: str = ""
    created_at: datetime | None = None
    phone_end: str = ""


@dataclass(frozen=True, slots=True)
class UnsureCard:
    """An order whose answer was lost, with the evidence. `why` is the rule it stands with.

    `looking`: InPost is being asked right now. `asked`: whether it could be; else no candidates say nothing.
    """

    reference: str
    asked_at: datetime
    why: str
    candidates: tuple[Candidate, ...] = ()
    row: int = 0
    name: str = ""
    phone_end: str = ""
    looking: bool = False
    asked: bool = True


@dataclass(frozen=True, slots=True)
class RowCard:
    """A row that needs nobody."""

    detail: RowDetail
    stage: Stage
    number: str = ""
    status: str = ""
    printed_at: datetime | None = None
    row: PileRow | None = None


def grouped(changes: Iterable[tuple[int, Change]]) -> tuple[Mended, ...]:
    """The changes of many rows (row number, change), one line a kind, the most frequent first."""
    found: dict[str, Mended] = {}
    for row, change in changes:
        kind = kind_of(change)
        known = found.get(kind)
        if known is None:
            found[kind] = Mended(kind, 1, row, change.before, change.after)
        else:
            found[kind] = Mended(kind, known.rows + 1, known.first, known.before, known.after)
    return tuple(sorted(found.values(), key=lambda one: -one.rows))


def kind_of(change: Change) -> str:
    """What sort of mending it was: the rule, or the field and what went from it."""
    if change.rule != "normalised":
        return change.rule
    if change.field is Field.PHONE:
        digits = "".join(char for char in change.before if char.isdigit())
        return "phone_prefix" if len(digits) > 9 else "phone"
    if change.field in (Field.COD, Field.INSURANCE):
        return "amount"
    return str(change.field)
