"""What the bottom bar of the Orders page can show, as plain facts. Its widgets are in `action_bar`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from inpost_desk.domain.stage import Stage


class Block(StrEnum):
    """Why nothing can be bought now, where that is not simply because nothing is ready."""

    NO_PRINTER = "no_printer"
    """Only printing waits for this: buying does not."""
    NO_ACCOUNT = "no_account"
    NO_METHOD = "no_method"
    """Nobody has said yet how parcels leave."""
    OFFLINE = "offline"
    """Told of only: a press of the button is a try."""
    QUESTION = "question"
    """The import has an open question."""
    CHECKING = "checking"
    """The rows are being checked still."""


@dataclass(frozen=True, slots=True)
class Idle:
    """Before a run. `ready` counts parcels; `skipped` the rows that are left out, by stage.

    `selected` counts the ready ones among the selected rows, None where only the current row is selected.
    `price` is the sum in PLN of what the button would buy, where the account has prices. `note` says how
    parcels leave and where labels go. `doubted` counts labels that may be on paper or not.
    """

    ready: int
    skipped: Mapping[Stage, int] = field(default_factory=dict)
    selected: int | None = None
    price: Decimal | None = None
    note: str = ""
    blocked: Block | None = None
    doubted: int = 0


@dataclass(frozen=True, slots=True)
class Running:
    """A run under way. `printing` False is a run that only buys; `left_seconds` None is unknown."""

    total: int
    bought: int = 0
    checked: int = 0
    printed: int = 0
    unsure: int = 0
    left_seconds: float | None = None
    stopping: bool = False
    printing: bool = True

    @property
    def finished(self) -> int:
        """Labels that nothing more is done with."""
        return self.printed if self.printing else self.checked


@dataclass(frozen=True, slots=True)
class PaymentStop:
    """InPost took no payment: `reason` in words, `count` parcels wait for it."""

    reason: str
    count: int


@dataclass(frozen=True, slots=True)
class Ended:
    """After a run: `done` of `total` labels; `trouble` counts the parcels left, by stage.

    `note` adds a sentence, such as who stopped it; `printed` says that labels went to a printer, `result`
    that there is a result file; `doubted` counts labels that may be on paper or not.
    """

    done: int
    total: int
    trouble: Mapping[Stage, int] = field(default_factory=dict)
    note: str = ""
    printed: bool = True
    result: bool = True
    doubted: int = 0
