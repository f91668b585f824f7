"""What a cell that cannot be read may have meant: guesses for a person to choose from.

Candidates only, best first: `fixes` offers those that the checks accept. Never one that drops what somebody
needs (a flat, a digit, a name), and nothing for a number whose digits are gone.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

from inpost_desk.domain.checks import tidy
from inpost_desk.domain.order import Kind, Size

# Letters that people and bad OCR write for digits, Cyrillic ones too.
_DIGITS: Final = str.maketrans("OoОоlI|", "0000111")
_LATIN: Final = str.maketrans("АВСЕНКМОРТХ", "ABCEHKMOPTX")
_PROVIDERS: Final = (
    "gmail.com", "wp.pl", "o2.pl", "onet.pl", "op.pl", "interia.pl", "interia.eu", "poczta.fm", "vp.pl",
    "gazeta.pl", "tlen.pl", "outlook.com", "hotmail.com", "icloud.com", "yahoo.com",
)  # fmt: skip
_SIZES: Final = {
    "xs": Size.A, "s": Size.A, "m": Size.B, "l": Size.C, "xl": Size.D, "xxl": Size.N,
    "mała": Size.A, "mały": Size.A, "mala": Size.A, "maly": Size.A,
    "średnia": Size.B, "średni": Size.B, "srednia": Size.B, "sredni": Size.B,
    "duża": Size.C, "duży": Size.C, "duza": Size.C, "duzy": Size.C,
}  # fmt: skip
_NOTHING: Final = frozenset(
    {
        "n/d",
        "nd",
        "nd.",
        "n.d.",
        "null",
        "none",
        "no",
        "false",
        "fałsz",
        "nie dotyczy",
        "brak pobrania",
    }
)
_POINT: Final = re.compile(r"(?<![A-Z0-9])(?:POP-? ?)?[A-Z]{3}-? ?[0-9]{1,4}[A-Z]{0,4}(?![A-Z0-9])")


def phones(text: str) -> Iterator[str]:
    """Nine digits out of a leading 0, a doubled prefix, words around, or two numbers in one cell."""
    given = re.sub(r"\(?\b(?:wew|ext)\b\.? ?[0-9]{1,5}\)?$", "", tidy(text)).strip()
    for part in (*re.split(r"[/;,|]|\b(?:lub|oraz|albo)\b", given), given):
        yield from _phone(part.strip())


def _phone(part: str) -> Iterator[str]:
    likely = part.translate(_DIGITS)
    if re.fullmatch(r"[-0-9 ().+]+", likely):
        part = likely
    digits = re.sub(r"[^0-9]", "", part)
    foreign = (part.startswith("+") and not digits.startswith("48")) or (
        digits.startswith("00") and not digits.startswith("0048")
    )
    if foreign or not part.isascii() or "+" in part[1:].replace("+48", ""):
        return
    if len(digits) == 18:
        yield from (digits[:9], digits[9:])
    bare = re.sub(r"^(?:(?:00)?48)+(?=[0-9]{9,10}$)", "", digits)
    bare = bare.removeprefix("0") if len(bare) == 10 else bare
    if len(bare) == 9:
        yield bare


def emails(text: str) -> Iterator[str]:
    """An address out of `Name <address>`, of several, of a comma for a dot, of Polish letters."""
    given = re.sub(r"^(?:mailto|e-?mail) ?: ?", "", tidy(text), flags=re.IGNORECASE)
    yield from re.findall(r"<\s*([^<>\s]+@[^<>\s]+)\s*>", given)
    parts = re.split(r"[;,\s]+", given)
    if len(parts) > 1 and all("@" in part for part in parts if part):
        yield from parts
    plain = re.sub(r"\s*(?:\(at\)|\[at\]|\(małpa\)|@+)\s*", "@", given, flags=re.IGNORECASE)
    plain = re.sub(r"\s*[.,]+\s*", ".", plain).strip(" .;:<>\"'")
    plain = _ascii(plain.replace(";", "."))
    yield plain
    name, _, host = plain.partition("@")
    if not host:
        yield from (
            f"{name.removesuffix('.' + one)}@{one}"
            for one in _PROVIDERS
            if name.endswith("." + one)
        )
    elif "." not in host:
        yield from (f"{name}@{one}" for one in _PROVIDERS if one.split(".")[0] == host.casefold())


def post_codes(text: str) -> Iterator[str]:
    """`30.624`, `306-24`, `3O-624`, `30-624 Kraków`, `33-10` and `3000`, short of a zero."""
    given = tidy(text)
    inside = re.search(r"(?<![0-9])[0-9]{2}-[0-9]{3}(?![0-9])", given)
    if inside:
        yield inside[0]
    likely = re.sub(r"[^0-9]", "", given.translate(_DIGITS))
    if len(likely) == 5 and re.fullmatch(r"[0-9 ._/,:‐‑‒–—-]+", given.translate(_DIGITS)):
        yield f"{likely[:2]}-{likely[2:]}"
    if re.fullmatch(r"[0-9]{2}-[0-9]{2}", given):
        yield f"{given}0"
    if re.fullmatch(r"[0-9]{3,4}", given):
        yield f"{given.zfill(5)[:2]}-{given[-3:]}"


def points(text: str) -> Iterator[str]:
    """The name of a point inside a longer text; none where two stand there."""
    given = _ascii(tidy(text).upper().translate(_LATIN))
    found = {re.sub(r"[ -]", "", one).replace("POP", "POP-", 1) for one in _POINT.findall(given)}
    if len(found) == 1:
        yield from found


def sizes(text: str) -> Iterator[Size]:
    """Clothes' sizes, Polish words, and a letter with words around it."""
    given = tidy(text).upper().translate(_LATIN).casefold()
    named = re.fullmatch(
        r"(?:(?:gab\w*|rozm\w*|size|paczka|paczkomat)?[^\w]*)([a-d])\b(?: ?\(.*\))?\.?", given
    )
    if named:
        yield Size(named[1].upper())
    word = given.removeprefix("gabaryt ").removeprefix("paczka ").removeprefix("rozmiar ")
    if word in _SIZES:
        yield _SIZES[word]


def kinds(text: str) -> Iterator[Kind]:
    """What the word given reminds of."""
    given = tidy(text).casefold()
    if re.search(r"paczkom|locker|\bapm\b|paczkop|punkt|\bpop\b", given):
        yield Kind.LOCKER
    if re.search(r"kurier|courier|kuryer|drzwi", given):
        yield Kind.COURIER


def amounts(text: str) -> Iterator[str]:
    """`99,-`, `1'299.00`, `1.299`, `1O0 zł`. A foreign currency is nobody's złoty."""
    given = re.sub(
        r" ?(?:złotych|złote|złoty|złotego|zł brutto|brutto)\.?$", "", tidy(text).casefold()
    )
    given = re.sub(r" ?(?:zł|zl|pln)\.?$", "", given)
    plain = re.sub(r"[,.] ?[-–—]+$", "", given).replace("'", "").replace("’", "")
    if re.fullmatch(r"[0-9oо., ]+", plain):
        plain = plain.translate(_DIGITS)
    grouped = re.fullmatch(r"[0-9]{1,3}(?:([.,])[0-9]{3})(?:\1[0-9]{3})*", plain)
    yield re.sub(r"[.,]", "", plain) if grouped else plain


def is_no_amount(text: str) -> bool:
    """A word that says that there is none."""
    return tidy(text).casefold() in _NOTHING


def streets(text: str, city: str) -> Iterator[str]:
    """`Lipowa12`, `12 ul. Lipowa`, a note in brackets; a bare number in a village without streets."""
    given = tidy(text).strip(" ,;")
    without = re.sub(r" ?\([^()]*\)", "", given).strip(" ,;")
    yield without
    joined = re.fullmatch(r"(.*[^\W\d_]\.?)([0-9]+[A-Za-z]?(?:/[0-9]+[A-Za-z]?)?)", without)
    if joined:
        yield f"{joined[1]} {joined[2]}"
    # Without ul. or al. it could be a date in the name: 3 Maja.
    turned = re.fullmatch(
        r"([0-9]+[A-Za-z]?(?:/[0-9]+)?),? ((?:ul|al|os|pl)\.? .+)", without, re.IGNORECASE
    )
    if turned:
        yield f"{turned[2]} {turned[1]}"
    if city and not any(char.isalpha() for char in given.rstrip("abcdefABCDEF")):
        yield f"{tidy(city)} {given}"


def names(text: str) -> Iterator[str]:
    """First and last name written as one word."""
    two = re.fullmatch(r"([^\W\d_]{2,})([_.,;]) ?([^\W\d_]{2,})", tidy(text))
    if two:
        yield f"{two[3]} {two[1]}" if two[2] in ",;" else f"{two[1]} {two[3]}"


def literal(text: str) -> Iterator[str]:
    """A formula that only holds a number or a quoted text."""
    given = tidy(text)
    inside = re.fullmatch(r'=([-+0-9 .,()]+|"[^"=]*")', given)
    if inside:
        yield inside[1].strip('"').strip()


def printable(text: str) -> str:
    """Control characters become blanks, as they came from a line broken inside a cell."""
    bad = {"Cc", "Zl", "Zp", "Cs"}
    return tidy("".join(" " if unicodedata.category(char) in bad else char for char in text))


def _ascii(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text.translate(str.maketrans("łŁ", "lL")))
    return "".join(char for char in plain if not unicodedata.combining(char))
