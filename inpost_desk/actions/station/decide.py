"""What a scan means at the station, decided from what the ledger knows of the order or the label.

Pure: asks nobody and changes nothing. What is to be done comes back as a verdict for `scanning` to carry out.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

from inpost_desk.domain.order import Field
from inpost_desk.domain.scan_code import Code
from inpost_desk.domain.stage import Stage
from inpost_desk.domain.station import Act, Answer, Armed, Box, BuyAt, Shown, State, StationRules
from inpost_desk.ledger.earlier import base_of
from inpost_desk.ledger.station_find import Found

# On paper, or as good as.
PRINTED: Final = frozenset({Stage.PRINTED, Stage.PRINTING})
# What buying goes on with: not sent yet, or sent and not at its end.
TO_BUY: Final = frozenset({Stage.READY, Stage.UNPAID, Stage.UNDER_WAY})
ESC: Final = Answer("Esc", Act.CANCEL)
SPACE: Final = Answer("Space", Act.ACKNOWLEDGE)
_MOST: Final = 9
_OF_A_FIELD: Final = frozenset({"problem", "refused"})
# Stages that stop, each with the rule that says why; `value` comes from the row.
_STOPS: Final = {
    Stage.BAD_LABEL: "bad_label",
    Stage.OFFERED: "offered",
    Stage.QUESTION: "question",
    Stage.REFUSED: "refused",
}


@dataclass(frozen=True, slots=True)
class Asked:
    """A scan and how the station stood then. `at` is by InPost's clock.

    `awaited` is the parcel whose label is to be scanned; `tried` says why it waits if its purchase, just
    tried, has not come to an end; `confirmed` that this account may pay; `cells` answer what its row lacks,
    `chosen` which of several orders is meant (see `key_of`).
    """

    code: Code
    at: datetime
    checking: bool = False
    armed: Armed = Armed()
    operator: str = ""
    awaited: Box | None = None
    tried: str = ""
    confirmed: bool = True
    cells: Mapping[Field, str] = field(default_factory=dict)
    chosen: str = ""


@dataclass(frozen=True, slots=True)
class Print:
    """Its label, now."""

    found: Found


@dataclass(frozen=True, slots=True)
class Buy:
    """Buy it, or go on with its purchase; `cells` are written into its row before."""

    found: Found
    cells: Mapping[Field, str]


@dataclass(frozen=True, slots=True)
class Fetch:
    """It is bought, and its label is not here yet."""

    found: Found


@dataclass(frozen=True, slots=True)
class Later:
    """Nothing more can be done now: it waits, for that reason."""

    found: Found
    reason: str


@dataclass(frozen=True, slots=True)
class Exchange:
    """A bought one is wanted in another size: *Wymień*."""

    found: Found
    size: str


Verdict = Print | Buy | Fetch | Later | Exchange | Shown


def decide(founds: Sequence[Found], asked: Asked, rules: StationRules) -> Verdict:
    """What becomes of a scanned order reference."""
    if asked.chosen:
        founds = [one for one in founds if key_of(one) == asked.chosen]
    some = _distinct(founds)
    if not some:
        return nothing_found(asked)
    if len(some) > 1:
        return which(some, asked)
    return decide_one(some[0], asked, rules)


def decide_one(one: Found, asked: Asked, rules: StationRules) -> Verdict:
    """What becomes of this order."""
    shown = _alarm(one, asked)
    if shown is not None:
        return shown
    if one.stage in PRINTED:
        return _on_paper(one, asked)
    if asked.checking:
        return _shown(State.STOP, "not_bought", one, asked, answers=(SPACE,))
    if _exchanges(one, asked) and one.label:
        return Exchange(one, asked.armed.size)
    if one.stage is Stage.LABEL:
        return Print(one)
    if one.stage is Stage.BOUGHT:
        return Later(one, "label") if asked.tried else Fetch(one)
    if one.stage is Stage.UNSURE:
        return Later(one, "unsure")
    return _not_bought(one, asked, rules)


def decide_number(one: Found | None, asked: Asked) -> Shown:
    """What becomes of a scanned label."""
    awaited = asked.awaited
    if awaited is not None:
        if one is not None and awaited.shipment_id == one.box.shipment_id:
            return _alarm(one, asked) or _shown(State.PAIRED, "", one, asked)
        if one is None:
            return Shown(
                State.STOP,
                "foreign_label",
                code=asked.code.text,
                box=awaited,
                answers=(SPACE,),
            )
        return Shown(
            State.STOP,
            "wrong_label",
            code=asked.code.text,
            box=awaited,
            other=one.box,
            answers=(SPACE,),
        )
    if one is None:
        return nothing_found(asked)
    # No question: whoever only looked goes on with the next order.
    answers = (*_reprint(asked), ESC)
    earlier, by = one.printed_at, one.printed_by
    return _alarm(one, asked) or _shown(
        State.SHOWN, "number", one, asked, answers=answers, earlier=earlier, by=by
    )


def nothing_found(asked: Asked) -> Shown:
    """Why nobody knows that code."""
    code = asked.code
    rule = "unknown"
    if code.product:
        rule = "product"
    elif code.point:
        rule = "point"
    elif code.partial:
        rule = "partial"
    return Shown(State.TOLD, rule, code=code.text)


def which(some: Sequence[Found], asked: Asked) -> Shown:
    """Several orders that a code may mean: never a guess."""
    answers = [
        Answer(str(place), Act.CHOOSE, key_of(one), _called(one))
        for place, one in enumerate(some[:_MOST], start=1)
    ]
    return Shown(State.ASK, "which", code=asked.code.text, answers=(*answers, ESC))


def key_of(one: Found) -> str:
    """What tells this order from the others that the same code may mean."""
    if one.pile_id is not None:
        return f"{one.pile_id}/{one.row}"
    return f"/{one.box.shipment_id or 0}"


def _called(one: Found) -> str:
    box = one.box
    where = box.point or box.place
    return ", ".join(filter(None, (box.reference, box.name, where, box.number[-4:])))


def _distinct(founds: Sequence[Found]) -> list[Found]:
    """Without rows that are only a repetition of another one, and of several parts those still to be done."""
    some = [one for one in founds if one.stage is not Stage.DUPLICATE] or list(founds)
    some = _without_further(some)
    orders = {(one.pile_id, _base(one)) for one in some}
    if len(some) > 1 and len(orders) == 1 and some[0].pile_id is not None:
        left = [one for one in some if one.stage not in PRINTED]
        return left[:1] or some[:1]
    return some


def _without_further(some: Sequence[Found]) -> list[Found]:
    """Parcels that were added to an order at the station (`R-2/2`) are done when they are printed."""
    bases = {_base(one) for one in some if one.pile_id is not None}
    return [
        one
        for one in some
        if one.pile_id is not None
        or _base(one) not in bases
        or _base(one) == one.box.reference.casefold()
    ]


def _base(one: Found) -> str:
    return base_of(one.box.reference).casefold()


def _alarm(one: Found, asked: Asked) -> Shown | None:
    """What must not leave, or nobody knows whether it did."""
    shown = leaves_no_more(one, asked)
    if shown is None and one.stage is Stage.MAYBE_PRINTED:
        answers = (*_reprint(asked), SPACE)
        shown = _shown(State.STOP, "maybe_printed", one, asked, answers=answers)
    return shown


def leaves_no_more(one: Found, asked: Asked) -> Shown | None:
    """What must not leave, whatever else is so."""
    if one.do_not_send or one.successor is not None or one.stage is Stage.REPLACED:
        return _shown(
            State.STOP, "replaced", one, asked, answers=(SPACE,), other=one.successor
        )  # fmt: skip
    if one.canceled:
        return _shown(State.STOP, "cancelled_at_inpost", one, asked, answers=(SPACE,))
    return None


def _reprint(asked: Asked) -> tuple[Answer, ...]:
    """Labels are printed while shipping only."""
    return () if asked.checking else (Answer("R", Act.REPRINT),)


def _exchanges(one: Found, asked: Asked) -> bool:
    """Whether it was bought in another size than is wanted now."""
    size = asked.armed.size
    return bool(size) and one.box.shipment_id is not None and one.box.size != size


def _on_paper(one: Found, asked: Asked) -> Verdict:
    if asked.checking or not (one.scanned or one.paired_at):
        # The pile was printed beforehand: its label lies somewhere, and must be the one for this box.
        return _shown(State.PAIR, "", one, asked)
    if _exchanges(one, asked):
        return Exchange(one, asked.armed.size)
    answers = (
        Answer("R", Act.REPRINT),
        Answer("N", Act.ANOTHER, costs=True),
        ESC,
    )
    rule = "paired" if one.paired_at else ""
    return _shown(
        State.ALREADY,
        rule,
        one,
        asked,
        answers=answers,
        earlier=one.paired_at or one.printed_at,
        by=one.printed_by,
    )


def _not_bought(one: Found, asked: Asked, rules: StationRules) -> Verdict:
    if one.stage is Stage.HELD:
        rule = "weekend_shut" if one.rule.startswith("weekend") else "held"
        release = (Answer("1", Act.RELEASE),) if rule == "held" and one.pile_id else ()
        return _shown(State.STOP, rule, one, asked, answers=(*release, SPACE))
    if one.stage is Stage.DUPLICATE:
        return _shown(State.STOP, "duplicate", one, asked, answers=(SPACE,), value=one.value)
    cells = dict(asked.cells)
    if asked.armed.size:
        cells[Field.SIZE] = asked.armed.size
    if asked.armed.weekend:
        cells[Field.WEEKEND] = "tak" if asked.armed.weekend == "on" else "nie"
    if one.stage is Stage.TO_FIX:
        return _to_fix(one, asked, rules, cells)
    if one.stage is Stage.UNPAID and asked.tried:
        return _shown(State.STOP, "unpaid", one, asked, answers=(SPACE,), value=one.rule)
    if one.stage in _STOPS:
        return _shown(
            State.STOP, _STOPS[one.stage], one, asked, answers=(SPACE,), value=one.rule
        )  # fmt: skip
    if one.stage not in TO_BUY or asked.tried:
        return Later(one, asked.tried or "slow")
    return _buy(one, asked, rules, cells)


def _to_fix(
    one: Found, asked: Asked, rules: StationRules, cells: dict[Field, str]
) -> Verdict:  # fmt: skip
    lacks_size = one.field == Field.SIZE.value and one.rule == "required"
    if lacks_size and Field.SIZE not in cells and rules.size:
        cells[Field.SIZE] = rules.size
    if lacks_size and rules.buy_at is BuyAt.NEVER:
        return _shown(State.STOP, "not_bought", one, asked, answers=(SPACE,))
    if lacks_size and Field.SIZE not in cells:
        sizes = tuple(Answer(one, Act.SIZE, one) for one in "ABC")
        return _shown(State.ASK, "size", one, asked, answers=(*sizes, ESC))
    if cells and not asked.tried:
        return _buy(one, asked, rules, cells)
    # Its answers come from `fixes`, which have to be looked up.
    return _shown(State.STOP, "problem", one, asked, answers=(SPACE,), value=one.rule)


def _buy(
    one: Found, asked: Asked, rules: StationRules, cells: Mapping[Field, str]
) -> Verdict:  # fmt: skip
    if one.pile_id is None or one.row is None:
        return _shown(State.STOP, "closed_pile", one, asked, answers=(SPACE,))
    if rules.buy_at is BuyAt.NEVER and one.stage is not Stage.UNDER_WAY:
        return _shown(State.STOP, "not_bought", one, asked, answers=(SPACE,))
    if not asked.confirmed:
        answers = (Answer("K", Act.BUY, costs=True), ESC)
        return _shown(State.ASK, "first_paid", one, asked, answers=answers)
    return Buy(one, cells)


def _shown(
    state: State,
    rule: str,
    one: Found,
    asked: Asked,
    *,
    answers: tuple[Answer, ...] = (),
    value: str = "",
    other: Box | None = None,
    earlier: datetime | None = None,
    by: str = "",
) -> Shown:
    return Shown(
        state,
        rule,
        value,
        asked.code.text,
        one.box,
        other,
        answers,
        earlier,
        by,
        asked.armed,
        field=one.field if rule in _OF_A_FIELD else "",
        given=one.value if rule in _OF_A_FIELD else "",
    )
