"""A pile: the rows of an order file on the desk, in the order the parcels are packed.

Only what the window shows and what can be done to it; where it is kept is `ledger.piles`, how it is checked
`actions.pile`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import NamedTuple

from inpost_desk.domain.order import Change, Field, Problem
from inpost_desk.domain.stage import Stage


class PileRow(NamedTuple):
    """One line of the Orders table. A named tuple, because a hundred thousand of them are made at once.

    Texts are as read, money with a dot. `field`, `rule` and `value` say why the stage is what it is: the
    first problem of a row to be fixed, or InPost's reason. `label` is a stored file, `shipment_id`
    InPost's number, `local_id` the ledger's own.
    """

    row: int
    line: int
    reference: str
    stage: Stage
    name: str = ""
    kind: str = ""
    size: str = ""
    point: str = ""
    place: str = ""
    phone: str = ""
    cod: str = ""
    insurance: str = ""
    weekend: bool = False
    service: str = ""
    tracking_number: str = ""
    field: str = ""
    rule: str = ""
    value: str = ""
    edited: bool = False
    same_parcel_as: int | None = None
    order_id: int | None = None
    shipment_id: int | None = None
    label: str = ""
    local_id: int | None = None


@dataclass(frozen=True, slots=True)
class Pile:
    """An order file on the desk. `repeated`, `duplicates` and `weekend` are "" while nobody has answered."""

    id: int
    file_name: str
    file_path: str
    digest: str
    imported_at: datetime
    rows: int
    ignored_columns: tuple[str, ...] = ()
    repeated: str = ""
    duplicates: str = ""
    weekend: str = ""
    columns: Mapping[Field, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class RowDetail:
    """One row in full. `cells` is the text now, `given` what the file said where that was edited."""

    row: int
    reference: str
    cells: Mapping[Field, str]
    given: Mapping[Field, str]
    problems: tuple[Problem, ...] = ()
    warnings: tuple[Problem, ...] = ()
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True)
class Fix:
    """An answer to a problem that takes one key. `rule` names its words, `cells` is what it writes.

    `value` and `detail` are for the words: the new point's name, its address, a distance in metres.
    """

    rule: str
    cells: Mapping[Field, str]
    value: str = ""
    detail: str = ""
    metres: int | None = None
