"""The station: what it shows, what a packer can answer, and the decisions that its owner takes once.

Facts only: words are in `wording/station.py`, codes in `domain/scan_code.py`, deeds in `actions/station`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from typing import Final

from inpost_desk.domain.order import Size

LATE_AFTER: Final = 15.0
"""Seconds: the box of a label that comes later may have gone."""
LONGEST_NAME: Final = 40


class State(StrEnum):
    """The one huge word."""

    READY = "ready"
    """SKANUJ"""
    BUSY = "busy"
    """CHWILA: InPost is being asked."""
    PRINTING = "printing"
    """DRUKUJĘ"""
    PRINTED = "printed"
    """WYDRUKOWANO: the printer said so."""
    SENT = "sent"
    """WYSŁANO DO DRUKARKI: this printer does not tell."""
    STOP = "stop"
    """Must be acknowledged."""
    ASK = "ask"
    """PYTANIE: one of the answers, or Esc."""
    ALREADY = "already"
    """JUŻ BYŁA"""
    PAIR = "pair"
    """ETYKIETA?: the label of this order is to be scanned."""
    PAIRED = "paired"
    """ZGADZA SIĘ"""
    SHOWN = "shown"
    """NUMER: whose label that is."""
    WAITING = "waiting"
    """CZEKA: taken, and it will be offered when its label is there."""
    TOLD = "told"
    """UWAGA: a warning that needs no answer, such as a code nobody knows."""
    NOTED = "noted"
    """OK: as TOLD, but nothing is wrong."""
    DEAF = "deaf"
    """NIE SŁUCHAM: another window has the keyboard."""


# No scan is taken while one of these shows, but the codes that answer it.
CLOSED: Final = frozenset({State.STOP, State.ASK, State.ALREADY})


# Of what is told, what went as it was meant to.
CALM: Final = frozenset(
    {"mode_checking", "mode_shipping", "signed_on", "signed_off", "printer_changed"}
)


class Act(StrEnum):
    """What an answer does."""

    ACKNOWLEDGE = "acknowledge"
    CANCEL = "cancel"
    REPRINT = "reprint"
    ANOTHER = "another"
    BUY = "buy"
    """Yes, this account may pay."""
    SIZE = "size"
    FIX = "fix"
    CHOOSE = "choose"
    """This one of several orders that a code may mean."""
    RELEASE = "release"
    """Let a held order go."""


@dataclass(frozen=True, slots=True)
class Answer:
    """One tile. `key` is as on the keyboard: R, N, K, A, 1, Space, Esc.

    `value` is what the act needs (a size, the place of a fix or of an order), `words` what a fix writes or an
    order is called where the act alone does not say it, `price` what it costs in PLN where that is known, and
    `costs` whether it costs anything.
    """

    key: str
    act: Act
    value: str = ""
    words: str = ""
    price: Decimal | None = None
    costs: bool = False


@dataclass(frozen=True, slots=True)
class Box:
    """One parcel as it stands on the table. `size` is "" where nobody said it; money as text with a dot."""

    reference: str
    name: str = ""
    place: str = ""
    point: str = ""
    size: str = ""
    number: str = ""
    shipment_id: int | None = None
    """The ledger's own number."""


@dataclass(frozen=True, slots=True)
class Armed:
    """What a command code said about the next order; used once, then forgotten."""

    size: str = ""
    count: int = 1
    weekend: str = ""

    def __bool__(self) -> bool:
        return self != Armed()


@dataclass(frozen=True, slots=True)
class Shown:
    """Everything the station's screen says. `rule` names the words below the state, `value` their detail.

    `box` is what it is about, `other` the one it was mistaken for (a wrong label), `code` what was scanned.
    `earlier` is when, and `by` who printed it before. `armed` is what the next order will be done with:
    a size, a count from 2 on, weekend "on" or "off".
    """

    state: State
    rule: str = ""
    value: str = ""
    code: str = ""
    box: Box | None = None
    other: Box | None = None
    answers: tuple[Answer, ...] = ()
    earlier: datetime | None = None
    by: str = ""
    armed: Armed = Armed()
    printer: str = ""
    field: str = ""
    """Where the row has a problem, and what stands there: `rule` is then `problem` or `refused`."""
    given: str = ""

    @property
    def calm(self) -> bool:
        """Whether it tells of something that went as it was meant to."""
        return self.state is State.TOLD and self.rule in CALM

    @property
    def closed(self) -> bool:
        """Whether it takes no scans but answers."""
        return self.state in CLOSED


@dataclass(frozen=True, slots=True)
class Counters:
    """Today's figures. `seconds` is the mean time between two labels, None where there is none."""

    parcels: int = 0
    per_hour: int = 0
    seconds: float | None = None
    reprints: int = 0
    stops: int = 0


@dataclass(frozen=True, slots=True)
class Line:
    """One of the last ten: `what` is a `ledger.scans.What` (printed, reprinted, paired, stop …)."""

    at: datetime
    what: str
    reference: str
    name: str = ""
    rule: str = ""
    by: str = ""


class BuyAt(StrEnum):
    """When parcels of a file are bought by themselves."""

    NEVER = "never"
    """Only what a person buys on the Orders page; a scan prints what is bought."""
    SCAN = "scan"
    IMPORT = "import"


@dataclass(frozen=True, slots=True)
class Operator:
    """A person at the station. `badge` is what the printed code says, `pin` a digest, "" for none."""

    name: str
    badge: str
    pin: str = ""


# What can need a PIN.
GUARDED: Final = ("another", "replace", "cancel", "settings")


@dataclass(frozen=True, slots=True)
class StationRules:
    """The owner's decisions. `size` is taken where an order has none, "" asks the packer.

    `verify` has every printed label scanned. `late_after` in seconds. `operators` sign on where `sign_on`;
    `guarded` needs a PIN (see GUARDED). Raises ValueError by name for what cannot be.
    """

    name: str = ""
    buy_at: BuyAt = BuyAt.SCAN
    size: str = ""
    verify: bool = False
    in_front: bool = False
    awake: bool = False
    sounds: bool = True
    late_after: float = LATE_AFTER
    sign_on: bool = False
    operators: tuple[Operator, ...] = ()
    guarded: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        bad = next((name for name, good in self._judged() if not good), "")
        if bad:
            raise ValueError(bad)

    def _judged(self) -> Iterator[tuple[str, bool]]:
        yield "station.name", len(self.name) <= LONGEST_NAME
        yield "station.size", self.size in {"", *(one.value for one in Size)}
        yield "station.late_after", 1 <= self.late_after <= 3600
        badges = [one.badge for one in self.operators]
        yield "station.operators", all(badges) and len(set(badges)) == len(badges)
        yield "station.guarded", set(self.guarded) <= set(GUARDED)


@dataclass(frozen=True, slots=True)
class Pattern:
    """How a shop's own code holds an order's reference: a regular expression, and what is made of it.

    `reference` may use groups as `\\1` or `\\g<name>`; "" takes the first group, or all of it.
    """

    name: str
    expression: str
    reference: str = ""


@dataclass(frozen=True, slots=True)
class ScannerRules:
    """What tells a scanner from a person; measured by *Teach me your scanner*. Times in milliseconds.

    A burst is a scan when its keys follow each other by `gap` on average and it ends with Enter, Tab or a
    line feed, or with `silence`. `shortest` counts characters, `shortest_ended` where it ended so. A `prefix`
    makes it one at any speed. `bounce` is in seconds. `suffix` is taken off the code, `swapped` says that
    letters come in the other case.
    """

    gap: int = 35
    silence: int = 100
    shortest: int = 6
    shortest_ended: int = 3
    prefix: str = ""
    suffix: str = ""
    bounce: float = 1.5
    swapped: bool = False
    patterns: tuple[Pattern, ...] = ()

    def __post_init__(self) -> None:
        bad = next((name for name, good in self._judged() if not good), "")
        if bad:
            raise ValueError(bad)

    def _judged(self) -> Iterator[tuple[str, bool]]:
        yield "scanner.gap", 1 <= self.gap <= 200
        yield "scanner.silence", self.gap <= self.silence <= 1000
        yield "scanner.shortest", 1 <= self.shortest_ended <= self.shortest <= 50
        yield "scanner.bounce", 0 <= self.bounce <= 10
        yield "scanner.patterns", all(possible(one.expression) for one in self.patterns)


@dataclass(frozen=True, slots=True)
class WatchedFolder:
    """Files dropped there are imported by themselves, and bought where `buys`. `account` is whose it is."""

    folder: str = ""
    buys: bool = False
    account: str = ""


def possible(expression: str) -> bool:
    """Whether that is a regular expression."""
    try:
        re.compile(expression)
    except (re.error, OverflowError, RecursionError):
        return False
    return bool(expression)
