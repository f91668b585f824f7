"""What the options of `replace` and `order update` ask to be different, for order files and for drafts."""

from __future__ import annotations

import argparse
from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import Final

from inpost_desk.actions import points
from inpost_desk.actions.points import PointsUnknown
from inpost_desk.cli.session import Session
from inpost_desk.cli.show import complain
from inpost_desk.domain.draft import Draft, DraftParcel, goes_to_point
from inpost_desk.domain.draft_checks import Circumstances, review
from inpost_desk.domain.draft_reading import read_draft
from inpost_desk.domain.draft_shipments import suited
from inpost_desk.domain.order import Field, Problem, Size
from inpost_desk.domain.order_shipment import Choices, Preset
from inpost_desk.domain.point import Point
from inpost_desk.domain.service import COURIER, COURIER_C2C, LOCKER, TEMPLATES
from inpost_desk.wording.sentences import field_words, problem_words
from inpost_desk.wording.speech import translate

OPTIONS: Final = {
    "size": Field.SIZE,
    "phone": Field.PHONE,
    "email": Field.EMAIL,
    "name": Field.NAME,
    "company": Field.COMPANY,
    "point": Field.POINT,
    "street": Field.STREET,
    "post_code": Field.POST_CODE,
    "city": Field.CITY,
    "cod": Field.COD,
    "insurance": Field.INSURANCE,
}
PLAIN: Final = {
    Field.PHONE: "phone",
    Field.EMAIL: "email",
    Field.COMPANY: "company",
    Field.POINT: "point",
    Field.POST_CODE: "post_code",
    Field.CITY: "city",
}
ADDRESS: Final = frozenset({Field.STREET, Field.POST_CODE, Field.CITY})


def asked_changes(arguments: argparse.Namespace) -> dict[Field, str]:
    """The texts given on the command line; an amount of 0 takes the money off."""
    given = {field: getattr(arguments, name) for name, field in OPTIONS.items()}
    asked = {field: text for field, text in given.items() if text is not None}
    for field in (Field.COD, Field.INSURANCE):
        if asked.get(field, "").strip(" 0.,") == "" and field in asked:
            asked[field] = ""
    return asked


def nothing_asked(reference: str) -> str:
    """Said where the options name nothing that is to be different."""
    words = translate(
        "cli", "{reference}: say what is to be different, as in “--size B” or “--point KRA010”."
    )
    return words.format(reference=reference)


def changed(
    draft: Draft, asked: Mapping[Field, str], contract: Collection[str], choices: Choices
) -> Draft:
    """The draft with these texts in it; another kind of target also changes the service."""
    plain = {PLAIN[field]: text for field, text in asked.items() if field in PLAIN}
    new = replace(_retargeted(draft, asked, contract), **plain)  # type: ignore[arg-type]
    if Field.NAME in asked:
        first, _, last = asked[Field.NAME].strip().partition(" ")
        new = replace(new, first_name=first, last_name=last.strip())
    if Field.STREET in asked:
        # The number stands behind the street, as in an order file.
        new = replace(new, street=asked[Field.STREET], building_number="")
    if Field.COD in asked:
        new = replace(new, cod=asked[Field.COD])
    if Field.INSURANCE in asked:
        new = replace(new, insurance=asked[Field.INSURANCE])
    if Field.SIZE in asked:
        parcel = _parcel(Size(asked[Field.SIZE]), choices.presets)
        new = replace(new, parcels=tuple(parcel for _ in new.parcels))
    return suited(new, choices.presets)


def _retargeted(draft: Draft, asked: Mapping[Field, str], contract: Collection[str]) -> Draft:
    to_point = goes_to_point(draft)
    if asked.get(Field.POINT) and not to_point:
        return replace(draft, service=LOCKER, to_point=True, sending_method="")
    if ADDRESS & asked.keys() and Field.POINT not in asked and to_point:
        only_c2c = COURIER_C2C in contract and COURIER not in contract
        service = COURIER_C2C if only_c2c else COURIER
        return replace(draft, service=service, to_point=False, point="", sending_method="")
    return draft


def _parcel(size: Size, presets: Mapping[Size, Preset]) -> DraftParcel:
    if size in TEMPLATES:
        return DraftParcel(TEMPLATES[size])
    preset = presets[size]
    sides = preset.dimensions
    return DraftParcel(
        length=str(sides.length),
        width=str(sides.width),
        height=str(sides.height),
        weight=f"{preset.weight:f} kg".replace(".", ","),
        non_standard=preset.non_standard,
    )


def can_be_sent(session: Session, draft: Draft, contract: frozenset[str], choices: Choices) -> bool:
    """Whether nothing stops the draft; what does is said, and warnings too."""
    known = Circumstances(
        allowed=contract,
        method=choices.sending_method,
        points=_points(session, draft, choices.sending_method),
        window=session.settings.weekend_window,
    )
    judged = review(draft, known)
    complain_of([one.problem for one in judged.findings])
    return not judged.stops


def complain_of(problems: Collection[Problem]) -> None:
    """A line for each, with the field in front."""
    for one in problems:
        complain(problem_words(one, field_words(one.field)))


def _points(session: Session, draft: Draft, method: str) -> dict[str, Point | None]:
    name = read_draft(draft, method=method).point
    if not name:
        return {}
    try:
        return points.find_points(session.ledger, session.client, [name])
    except PointsUnknown:
        return {}
