"""Checks of one cell each: what a person typed becomes what ShipX takes, or a problem with a rule.

Pure functions over text: no file, no clock, no network. Money is in `amounts`, a whole row in `order_row`.
Normalising the normalised changes nothing, and no text makes a check raise.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Generic, NamedTuple, TypeVar

from inpost_desk.domain.order import Change, Field, Kind, Order, Person, Problem, Size
from inpost_desk.domain.point import Point
from inpost_desk.domain.service import LOCKER, PARCEL_POINT

T = TypeVar("T")

NAME_LIMIT = 255
REFERENCE_LIMITS = (3, 100)
# What fits on a label (API §2.5).
LABEL_COMPANY, LABEL_NAME, LABEL_ADDRESS, LABEL_CITY = 26, 21, 56, 23

_SCIENTIFIC = re.compile(r"\d+(?:[.,]\d+)?[eE]\+\d+")
_LITERAL_FORMULA = re.compile(r'="([^"]*)"')
# English and Polish Excel, LibreOffice; a bare "#1001" is how some shops write an order number.
_ERROR_VALUE = re.compile(
    r"#(REF!|N/A|VALUE!|DIV/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!"
    r"|ADR!|N/D!?|ARG!|DZIEL/0!|NAZWA\?|LICZBA!|ZERO!|Err\d{3}!?)|Err:\d{3}",
    re.IGNORECASE,
)
_EMAIL = re.compile(
    r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
    r"@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]{2,63}"
)
_POST_CODE = re.compile(r"(?:PL-?)?(?:([0-9]{2})-([0-9]{3})|([0-9]{3,5}))", re.IGNORECASE)
_NUMBER = r"[0-9]+ ?[A-Za-z]?(?: ?[-/] ?[0-9A-Za-z]{1,5})*"
_FLAT = r",? ?(?:m|lok|lokal|mieszk|mieszkanie|ap|apt)\.? ?(?P<flat>[A-Za-z]?[0-9]+[A-Za-z]?)"
# The shortest street that leaves only a number behind it: "ul. 3 Maja 5 m. 7" has two.
_STREET = re.compile(
    rf"(?P<street>[^A-Za-zÀ-ž]*[A-Za-zÀ-ž].*?),? (?:nr\.? ?)?(?P<number>{_NUMBER})(?:{_FLAT})?",
    re.IGNORECASE,
)
_POINT = re.compile(r"[A-Z0-9-]+")
_YES = frozenset({"tak", "t", "true", "prawda", "1", "yes", "y"})
_NO = frozenset({"", "nie", "n", "false", "fałsz", "0", "no", "-"})
_SIZES = {
    **{size.lower(): size for size in Size},
    "small": Size.A,
    "medium": Size.B,
    "large": Size.C,
    "xlarge": Size.D,
    "niestandardowa": Size.N,
}
_KINDS = {"paczkomat": Kind.LOCKER, "paczkomaty": Kind.LOCKER, "kurier": Kind.COURIER}


@dataclass(frozen=True, slots=True)
class Checked(Generic[T]):
    """A checked cell: `value` (empty where there is a problem), and what was mended to get it."""

    value: T
    problem: Problem | None = None
    change: Change | None = None


class StreetLine(NamedTuple):
    """`number` holds the flat too (`5/7`): ShipX has no field for it (API §2.5)."""

    street: str
    number: str


def tidy(text: str) -> str:
    """One space between words, none around, no invisible marks; the letters stay."""
    if text.isascii():
        return " ".join(text.split())
    composed = unicodedata.normalize("NFC", text)
    visible = "".join(char for char in composed if unicodedata.category(char) != "Cf")
    return unicodedata.normalize("NFC", " ".join(visible.split()))


def mended(field: Field, given: str, after: str) -> Change | None:
    """The before → after of a cell, or None where only blanks around it went."""
    before = unicodedata.normalize("NFC", given).strip()
    return None if before == after else Change(field, given.strip(), after)


def cell_problem(field: Field, text: str) -> Problem | None:
    """A formula or a spreadsheet's error value stands where text was wanted."""
    stripped = text.strip()
    if stripped.startswith("=") or _ERROR_VALUE.fullmatch(stripped):
        return Problem(field, "formula", stripped)
    return None


def unwrapped(text: str) -> str:
    """`="501234567"`, which shops write so that Excel keeps zeros, is its text."""
    literal = _LITERAL_FORMULA.fullmatch(text.strip())
    return literal.group(1) if literal else text


def is_scientific(text: str) -> bool:
    """Excel's 5,01E+08: the digits are gone and nobody can bring them back."""
    return _SCIENTIFIC.fullmatch(text) is not None


def phone(text: str) -> Checked[str]:
    """Nine digits without prefix, the first not 0 (API §2.5)."""
    clean = tidy(text)
    if not clean:
        return Checked("", Problem(Field.PHONE, "required"))
    if is_scientific(clean):
        return Checked("", Problem(Field.PHONE, "scientific_notation", clean))
    # A number column saved as decimals: dropping only the dot would append a digit to a short number.
    digits = re.sub(r"[\s().\-‐‑‒–—]", "", clean.removesuffix(".0"))
    prefixed = re.fullmatch(r"(?:\+|00)48([0-9]*)", digits)
    if prefixed:
        digits = prefixed.group(1)
    elif len(digits) == 11 and digits.startswith("48"):
        digits = digits[2:]
    rule = _phone_rule(digits)
    if rule:
        return Checked("", Problem(Field.PHONE, rule, clean))
    return Checked(digits, change=mended(Field.PHONE, text, digits))


def _phone_rule(digits: str) -> str:
    if not re.fullmatch(r"[0-9]+", digits):
        return "invalid_format"
    if len(digits) != 9:
        return "too_short" if len(digits) < 9 else "too_long"
    return "invalid_format" if digits.startswith("0") else ""


def email(text: str, *, required: bool) -> Checked[str]:
    """Lockers send the opening code to it, so they need one; couriers do not (API §2.4)."""
    clean = tidy(text)
    if not clean:
        return Checked("", Problem(Field.EMAIL, "required") if required else None)
    if len(clean) > NAME_LIMIT:
        return Checked("", Problem(Field.EMAIL, "too_long", clean))
    if not _EMAIL.fullmatch(clean):
        return Checked("", Problem(Field.EMAIL, "invalid_format", clean))
    return Checked(clean, change=mended(Field.EMAIL, text, clean))


def post_code(text: str) -> Checked[str]:
    """`NN-NNN`; the zeros that a spreadsheet dropped in front are put back (950 is 00-950)."""
    clean = tidy(text)
    if not clean:
        return Checked("", Problem(Field.POST_CODE, "required"))
    if is_scientific(clean):
        return Checked("", Problem(Field.POST_CODE, "scientific_notation", clean))
    match = _POST_CODE.fullmatch(re.sub(r"[‐‑‒–—]", "-", clean.replace(" ", "")))
    if not match:
        return Checked("", Problem(Field.POST_CODE, "invalid_format", clean))
    digits = (match[3] or match[1] + match[2]).zfill(5)
    code = f"{digits[:2]}-{digits[2:]}"
    return Checked(code, change=mended(Field.POST_CODE, text, code))


def street(text: str) -> Checked[StreetLine]:
    """Street and building number out of one line; a flat (`m. 7`, `lok. 5`) follows a slash."""
    nothing = StreetLine("", "")
    clean = tidy(text).strip(" ,;")
    problem = _text_problem(Field.STREET, clean, required=True)
    if problem:
        return Checked(nothing, problem)
    if not any(char.isalpha() for char in clean):
        return Checked(nothing, Problem(Field.STREET, "street_required", clean))
    match = _STREET.fullmatch(clean)
    if not match:
        return Checked(nothing, Problem(Field.STREET, "building_number_required", clean))
    number = match["number"].replace(" ", "")
    if match["flat"]:
        number = f"{number}/{match['flat']}"
    line = StreetLine(match["street"].rstrip(" ,"), number)
    shown = f"{line.street} {line.number}"
    return Checked(line, change=mended(Field.STREET, text, shown))


def city(text: str) -> Checked[str]:
    """A place name: at least one letter."""
    checked = _plain(Field.CITY, text, required=True)
    if checked.problem or any(char.isalpha() for char in checked.value):
        return checked
    return Checked("", Problem(Field.CITY, "invalid_format", checked.value))


def company(text: str) -> Checked[str]:
    """May be empty."""
    return _plain(Field.COMPANY, text, required=False)


def name(text: str, *, full: bool) -> Checked[tuple[str, str]]:
    """First and last name; with `full` both are needed (a courier parcel without a company, API §2.4)."""
    checked = _plain(Field.NAME, text, required=full)
    if checked.problem:
        return Checked(("", ""), checked.problem)
    first, _, last = checked.value.partition(" ")
    if full and not last:
        return Checked(("", ""), Problem(Field.NAME, "last_name_required", checked.value))
    return Checked((first, last), change=checked.change)


def reference(text: str) -> Checked[str]:
    """3 to 100 characters or empty (API §1.8); blanks inside are the shop's own and stay."""
    clean = "".join(char for char in text if unicodedata.category(char) != "Cf").strip()
    if not clean:
        return Checked("")
    if is_scientific(clean):
        return Checked("", Problem(Field.REFERENCE, "scientific_notation", clean))
    if _has_control(clean):
        return Checked("", Problem(Field.REFERENCE, "invalid_characters", clean))
    shortest, longest = REFERENCE_LIMITS
    if not shortest <= len(clean) <= longest:
        rule = "too_short" if len(clean) < shortest else "too_long"
        return Checked("", Problem(Field.REFERENCE, rule, clean))
    return Checked(clean)


def point_name(text: str) -> Checked[str]:
    """Upper case. InPost's names follow no pattern that could be trusted (API §6), so only characters do."""
    clean = re.sub(r"[‐‑‒–—]", "-", tidy(text).replace(" ", "")).upper()
    if not clean:
        return Checked("", Problem(Field.POINT, "required"))
    if is_scientific(clean):
        return Checked("", Problem(Field.POINT, "scientific_notation", clean))
    if not _POINT.fullmatch(clean):
        return Checked("", Problem(Field.POINT, "invalid_characters", tidy(text)))
    if len(clean) > 32:
        return Checked("", Problem(Field.POINT, "too_long", clean))
    return Checked(clean, change=mended(Field.POINT, text, clean))


def size(text: str) -> Checked[Size | None]:
    """A, B, C, D or N, also as `gabaryt A` or ShipX's template name."""
    clean = tidy(text)
    if not clean:
        return Checked(None, Problem(Field.SIZE, "required"))
    found = _SIZES.get(re.sub(r"^gab(?:\.|aryt) ?", "", clean.casefold()))
    if found is None:
        return Checked(None, Problem(Field.SIZE, "unknown_size", clean))
    return Checked(found, change=mended(Field.SIZE, text, found.value))


def kind(text: str) -> Checked[Kind | None]:
    """The column `typ_przesylki`: paczkomat, paczkomaty or kurier."""
    clean = tidy(text)
    if not clean:
        return Checked(None, Problem(Field.KIND, "required"))
    found = _KINDS.get(clean.casefold())
    return Checked(found, None if found else Problem(Field.KIND, "unknown_kind", clean))


def weekend(text: str) -> Checked[bool]:
    """TAK or NIE; empty is NIE."""
    clean = tidy(text)
    if clean.casefold() in _YES | _NO:
        return Checked(clean.casefold() in _YES)
    return Checked(False, Problem(Field.WEEKEND, "not_yes_or_no", clean))  # noqa: FBT003


def label_warnings(receiver: Person) -> tuple[Problem, ...]:
    """What will be cut or unreadable on the label though InPost takes it (API §2.5)."""
    texts = [
        (Field.NAME, f"{receiver.first_name} {receiver.last_name}".strip(), LABEL_NAME),
        (Field.COMPANY, receiver.company, LABEL_COMPANY),
    ]
    if receiver.address:
        line = f"{receiver.address.street} {receiver.address.building_number}"
        texts.append((Field.STREET, line, LABEL_ADDRESS))
        texts.append((Field.CITY, receiver.address.city, LABEL_CITY))
    found = [
        Problem(field, "too_long_for_label", text, str(limit))
        for field, text, limit in texts
        if len(text) > limit
    ]
    found += [
        Problem(field, "not_latin_script", text) for field, text, _ in texts if not _latin(text)
    ]
    return tuple(found)


def point_problems(order: Order, point: Point | None) -> tuple[Problem, ...]:
    """Why the parcel cannot go to its point; None means that InPost knows no such point.

    Rules are ShipX's keys where it has one (API §1.7, §1.8). What a point does not say is no problem.
    """
    if order.kind is not Kind.LOCKER:
        return ()
    if point is None:
        return (Problem(Field.POINT, "does_not_exist", order.point),)
    if not point.operating:
        return (Problem(Field.POINT, "point_closed", order.point),)
    found = []
    if not point.receives:
        found.append(Problem(Field.POINT, "invalid_box_machine_function", order.point))
    if order.weekend and point.parcel_point:
        rule = "invalid_target_point_for_end_of_week_collection"
        found.append(Problem(Field.WEEKEND, rule, order.point))
    elif order.weekend and point.open_247 is False:
        rule = "invalid_target_point_247_for_end_of_week_collection"
        found.append(Problem(Field.WEEKEND, rule, order.point))
    if order.cod is not None and point.payment is False:
        found.append(Problem(Field.COD, "cod_not_payable_at_point", order.point))
    return tuple(found)


def point_change(order: Order, point: Point | None) -> Change | None:
    """ShipX turns a locker parcel for a ParcelPoint into another service (API §5.1)."""
    if order.kind is not Kind.LOCKER or point is None or not point.parcel_point:
        return None
    return Change(Field.SERVICE, LOCKER, PARCEL_POINT, "service_becomes_parcel_point")


def _plain(field: Field, text: str, *, required: bool) -> Checked[str]:
    clean = tidy(text)
    problem = _text_problem(field, clean, required=required)
    return Checked("", problem) if problem else Checked(clean, change=mended(field, text, clean))


def _text_problem(field: Field, clean: str, *, required: bool) -> Problem | None:
    if not clean:
        return Problem(field, "required") if required else None
    if len(clean) > NAME_LIMIT:
        return Problem(field, "too_long", clean)
    return Problem(field, "invalid_characters", clean) if _has_control(clean) else None


def _has_control(text: str) -> bool:
    # Printable text has none; looking closer is the exception.
    return not text.isprintable() and any(
        unicodedata.category(char) in {"Cc", "Zl", "Zp", "Cs"} for char in text
    )


def _latin(text: str) -> bool:
    return text.isascii() or all(
        unicodedata.name(char, "LATIN").startswith("LATIN") for char in text if char.isalpha()
    )
