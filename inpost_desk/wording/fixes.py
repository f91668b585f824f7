"""The words of one-key answers, and problems in a few words: for a cell, a list, the heading of a card.

Whole sentences with what to do are in `sentences`. A rule without short words here gets its sentence.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from inpost_desk.domain.order import Field, Problem
from inpost_desk.domain.pile import Fix
from inpost_desk.wording.sentences import field_words, money_words, rule_words
from inpost_desk.wording.speech import QT_TRANSLATE_NOOP, translate

LONGEST: Final = 40  # of a value in a short text
ADDRESS: Final = 90

# What pressing the key does: the first line of the button. The others show what they write.
NAMES: Final[Mapping[str, str]] = {
    "size": QT_TRANSLATE_NOOP("fixes", "Size {value}"),
    "kind_locker": QT_TRANSLATE_NOOP("fixes", "To a Paczkomat"),
    "kind_courier": QT_TRANSLATE_NOOP("fixes", "By courier"),
    "by_courier": QT_TRANSLATE_NOOP("fixes", "Send by courier"),
    "cod_limit": QT_TRANSLATE_NOOP("fixes", "Cash on delivery {value} zł"),
    "no_cod": QT_TRANSLATE_NOOP("fixes", "Without cash on delivery"),
    "insurance_limit": QT_TRANSLATE_NOOP("fixes", "Extra protection {value} zł"),
    "no_insurance": QT_TRANSLATE_NOOP("fixes", "Without extra protection"),
    "weekend": QT_TRANSLATE_NOOP("fixes", "TAK: Paczka w Weekend"),
    "no_weekend": QT_TRANSLATE_NOOP("fixes", "NIE: without Paczka w Weekend"),
    "no_email": QT_TRANSLATE_NOOP("fixes", "Without an e-mail"),
    "no_company": QT_TRANSLATE_NOOP("fixes", "Without a company"),
    "is_company": QT_TRANSLATE_NOOP("fixes", "It is a company"),
    "cut": QT_TRANSLATE_NOOP("fixes", "Shorten to {detail} characters"),
}
# The second line, where the first does not say it all.
DETAILS: Final[Mapping[str, str]] = {
    "write": QT_TRANSLATE_NOOP("fixes", "instead of “{detail}”"),
    "by_courier": QT_TRANSLATE_NOOP("fixes", "to {detail}"),
    "kind_courier": QT_TRANSLATE_NOOP("fixes", "to the address"),
    "cod_limit": QT_TRANSLATE_NOOP("fixes", "the most that is possible"),
    "insurance_limit": QT_TRANSLATE_NOOP("fixes", "the most that is possible"),
    "no_cod": QT_TRANSLATE_NOOP("fixes", "the receiver pays nothing"),
    "no_email": QT_TRANSLATE_NOOP("fixes", "a courier does not need one"),
    "is_company": QT_TRANSLATE_NOOP("fixes", "“{value}” goes into the company’s cell"),
    "as_line": QT_TRANSLATE_NOOP("fixes", "in all rows of this order"),
}
# InPost's own figures (API §2.5), largest side last.
SIZES: Final[Mapping[str, str]] = {
    "A": QT_TRANSLATE_NOOP("fixes", "up to 8 × 38 × 64 cm"),
    "B": QT_TRANSLATE_NOOP("fixes", "up to 19 × 38 × 64 cm"),
    "C": QT_TRANSLATE_NOOP("fixes", "up to 41 × 38 × 64 cm"),
    "D": QT_TRANSLATE_NOOP("fixes", "up to 50 × 50 × 80 cm"),
}
# A key `field.rule` goes before the plain rule, as in `rules`.
BRIEF: Final[Mapping[str, str]] = {
    "required": QT_TRANSLATE_NOOP("fixes", "empty in the file"),
    "invalid_format": QT_TRANSLATE_NOOP("fixes", "not written as expected"),
    "invalid_characters": QT_TRANSLATE_NOOP("fixes", "characters that cannot be used"),
    "too_short": QT_TRANSLATE_NOOP("fixes", "too short"),
    "too_long": QT_TRANSLATE_NOOP("fixes", "too long"),
    "too_small": QT_TRANSLATE_NOOP("fixes", "too small"),
    "too_big": QT_TRANSLATE_NOOP("fixes", "too much"),
    "phone.invalid_format": QT_TRANSLATE_NOOP("fixes", "not a Polish number"),
    "phone.too_short": QT_TRANSLATE_NOOP("fixes", "digits are missing"),
    "phone.too_long": QT_TRANSLATE_NOOP("fixes", "too many digits"),
    "email.invalid_format": QT_TRANSLATE_NOOP("fixes", "not an e-mail address"),
    "not_an_email": QT_TRANSLATE_NOOP("fixes", "not an e-mail address"),
    "post_code.invalid_format": QT_TRANSLATE_NOOP("fixes", "not a post code"),
    "city.invalid_format": QT_TRANSLATE_NOOP("fixes", "not a town"),
    "invalid_amount": QT_TRANSLATE_NOOP("fixes", "not an amount"),
    "scientific_notation": QT_TRANSLATE_NOOP("fixes", "shortened by Excel"),
    "formula": QT_TRANSLATE_NOOP("fixes", "a formula"),
    "too_many_cells": QT_TRANSLATE_NOOP("fixes", "more cells than the header"),
    "unknown_kind": QT_TRANSLATE_NOOP("fixes", "unknown kind"),
    "unknown_size": QT_TRANSLATE_NOOP("fixes", "unknown size"),
    "not_yes_or_no": QT_TRANSLATE_NOOP("fixes", "neither TAK nor NIE"),
    "size_not_for_service": QT_TRANSLATE_NOOP("fixes", "too large for this way"),
    "street_required": QT_TRANSLATE_NOOP("fixes", "the street is missing"),
    "building_number_required": QT_TRANSLATE_NOOP("fixes", "the house number is missing"),
    "last_name_required": QT_TRANSLATE_NOOP("fixes", "the last name is missing"),
    "weekend_not_for_service": QT_TRANSLATE_NOOP("fixes", "not possible by courier"),
    "invalid_target_point_for_end_of_week_collection": QT_TRANSLATE_NOOP(
        "fixes", "not to a PaczkoPunkt"
    ),
    "invalid_target_point_247_for_end_of_week_collection": QT_TRANSLATE_NOOP(
        "fixes", "point not open day and night"
    ),
    "invalid_end_of_week_collection": QT_TRANSLATE_NOOP("fixes", "not possible now"),
    "lines_differ": QT_TRANSLATE_NOOP("fixes", "rows of one order disagree"),
    "point_closed": QT_TRANSLATE_NOOP("fixes", "closed"),
    "does_not_exist": QT_TRANSLATE_NOOP("fixes", "unknown to InPost"),
    "invalid_box_machine_function": QT_TRANSLATE_NOOP("fixes", "gives out no parcels"),
    "cod_not_payable_at_point": QT_TRANSLATE_NOOP("fixes", "cannot be paid at this point"),
    "service_not_in_contract": QT_TRANSLATE_NOOP("fixes", "not in your contract"),
    "method_not_for_service": QT_TRANSLATE_NOOP("fixes", "not possible for this service"),
    "too_long_for_label": QT_TRANSLATE_NOOP("fixes", "too long for the label"),
    "not_latin_script": QT_TRANSLATE_NOOP("fixes", "not in Latin script"),
    "point_ignored": QT_TRANSLATE_NOOP("fixes", "not used by a courier"),
    "cod_repeated": QT_TRANSLATE_NOOP("fixes", "the same on several parcels"),
    "sent_before": QT_TRANSLATE_NOOP("fixes", "sent before"),
    "answer_lost": QT_TRANSLATE_NOOP("fixes", "no answer from InPost"),
    "same_reference": QT_TRANSLATE_NOOP("fixes", "InPost has the same reference"),
    "keys_not_proven": QT_TRANSLATE_NOOP("fixes", "probably not at InPost"),
    "too_old": QT_TRANSLATE_NOOP("fixes", "not at InPost after an hour"),
    "debt_collection": QT_TRANSLATE_NOOP("fixes", "account blocked or empty"),
}
# Of these the value is what the card is about, so it comes first.
TITLES: Final[Mapping[str, str]] = {
    "point.point_closed": QT_TRANSLATE_NOOP("fixes", "{value} is closed"),
    "point.does_not_exist": QT_TRANSLATE_NOOP("fixes", "There is no point {value}"),
    "point.invalid_box_machine_function": QT_TRANSLATE_NOOP(
        "fixes", "{value} gives out no parcels"
    ),
    "cod.cod_not_payable_at_point": QT_TRANSLATE_NOOP("fixes", "{value} takes no cash on delivery"),
}


def fix_words(fix: Fix) -> tuple[str, str]:
    """The two lines of an answer's button; the second may be empty."""
    value = _value(fix)
    known = {"value": value, "detail": _shortened(fix.detail, ADDRESS)}
    name = translate("fixes", NAMES[fix.rule]).format(**known) if fix.rule in NAMES else value
    if fix.metres is not None:
        name = f"{name} · {metres_words(fix.metres)}"
    return name, _detail(fix, {**known, "value": _shortened(value)})


def _detail(fix: Fix, known: Mapping[str, str]) -> str:
    if fix.rule == "size":
        return translate("fixes", SIZES[fix.value]) if fix.value in SIZES else ""
    if fix.rule == "cut":
        return known["value"]
    text = DETAILS.get(fix.rule)
    if text is None:
        return known["detail"]
    return translate("fixes", text).format(**known) if fix.detail or "{detail}" not in text else ""


def metres_words(metres: int) -> str:
    """A distance as one walks it: 180 m, 1,2 km."""
    if metres < 950:
        return f"{max(10, round(metres, -1))} m"
    whole, tenth = divmod((metres + 50) // 100, 10)
    pattern = QT_TRANSLATE_NOOP("fixes", "{whole}.{tenth} km")
    return translate("fixes", pattern).format(whole=whole, tenth=tenth)


def brief_words(field: str, rule: str, *, value: str = "", hint: str = "") -> str:
    """A problem in a few words, for a list or a cell: what was given and why not, without the field."""
    words = _reason(field, rule, value=value, hint=hint)
    if rule.endswith(("_for_service", "_in_contract")) or not value:
        return words
    shown = money_words(value) if field in (Field.COD, Field.INSURANCE) else value
    return f"{_shortened(shown)} – {words}"


def _reason(field: str, rule: str, *, value: str, hint: str) -> str:
    text = BRIEF.get(f"{field}.{rule}") or BRIEF.get(rule)
    if text is None:
        return rule_words(rule, field=field, hint=hint)
    if rule == "too_short" and field == Field.PHONE:
        digits = len(re.sub(r"[^0-9]", "", value))
        counted = QT_TRANSLATE_NOOP("fixes", "too few digits ({n} of 9)")
        return translate("fixes", counted).format(n=digits)
    if rule == "too_big" and hint:
        limit = QT_TRANSLATE_NOOP("fixes", "the limit is {limit} zł")
        return translate("fixes", limit).format(limit=_grouped(hint))
    return translate("fixes", text)


def names_value(problem: Problem) -> bool:
    """Whether the heading of the card says already what was given."""
    return bool(problem.value) and f"{problem.field}.{problem.rule}" in TITLES


def title_words(problem: Problem) -> str:
    """The heading of a problem's card; the value stands in the sentence below unless it is in here."""
    text = TITLES.get(f"{problem.field}.{problem.rule}", "")
    if names_value(problem):
        return translate("fixes", text).format(value=_shortened(problem.value))
    field = field_words(problem.field)
    words = _reason(problem.field, problem.rule, value=problem.value, hint=problem.hint)
    return f"{field[:1].upper()}{field[1:]}: {words}"


def _value(fix: Fix) -> str:
    """What is written, as a reader knows it."""
    if Field.PHONE in fix.cells and re.fullmatch(r"[0-9]{9}", fix.value):
        return f"{fix.value[:3]} {fix.value[3:6]} {fix.value[6:]}"
    if fix.rule.endswith("_limit"):
        return _grouped(fix.value.replace(",", "."))
    if fix.rule == "write" and {Field.COD, Field.INSURANCE} & set(fix.cells):
        return f"{money_words(fix.value)} zł"
    return fix.value


def _grouped(amount: str) -> str:
    """5 000 or 9 999 999,99."""
    whole, _, rest = amount.partition(".")
    grouped = f"{int(whole):,}".replace(",", "\N{NO-BREAK SPACE}")
    return f"{grouped},{rest}" if rest.strip("0") else grouped


def _shortened(text: str, longest: int = LONGEST) -> str:
    return text if len(text) <= longest else f"{text[:longest]}…"
