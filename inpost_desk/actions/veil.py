"""What a stranger may read of a text of ours: everything else is covered.

Not a list of what is secret but of what is harmless: keys, our own words, small figures, names of errors. A
name, an address or a number that nobody thought of is covered, too, and now and then a harmless word with it.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Collection
from typing import Final

from inpost_desk.log import redact

COVERED: Final = "[…]"
_HEAD: Final = re.compile(
    r"(?P<head>\d{4}-\d\d-\d\d \d\d:\d\d:\d\d,\d{3}Z \d{1,10} [A-Z]{4,8} [a-z_.]{1,80}) (?P<rest>.*)"
)
_FRAME: Final = re.compile(r'\s+File "[^"]*?(?P<file>[A-Za-z0-9_]+\.py)", line (?P<line>\d+)')
_RAISED: Final = re.compile(r"(?:[a-z_]+\.)*(?P<kind>[A-Z][A-Za-z]+)(?::.*)?")
_UUID: Final = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.ASCII)
_KEY: Final = re.compile(r"[a-z][a-z_.\[\]-]*[0-9]{0,3}[a-z_.\[\]-]*", re.ASCII)
_PATH: Final = re.compile(r"/v1(/[a-z_]+|/[0-9]{1,4}|/\[…\])*(\?[a-z_&\[\]]*)?", re.ASCII)
_FIGURE: Final = re.compile(r"[0-9]{1,4}(\.[0-9]{1,3})?", re.ASCII)
_IN_PATH: Final = re.compile(r"(?<=/)(?![a-z_]+(?:/|\?|$)|v1/)[^/?]+")
_TROUBLE: Final = re.compile(r"[A-Z][A-Za-z]{2,40}(Error|Exception|Trouble|Warning)", re.ASCII)
_OURS: Final = frozenset(
    {
        *("GET", "POST", "PUT", "DELETE", "InPost"),
        *("Offline", "NoAnswer", "Refused", "NotFound", "NotAllowed", "TooFast", "QuestionOpen"),
    }
)
_TAIL: Final = ",;:."


def digest(text: str) -> str:
    """Eight letters and figures by which somebody who knows the text recognises it, and nobody else."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:8]


def key_or_covered(value: object) -> str:
    """A rule, a status or a figure as it is; anything else is covered."""
    text = str(value)
    harmless = not text or _KEY.fullmatch(text) or (isinstance(value, int) and abs(value) < 10**7)
    return text if harmless else COVERED


def words_of(text: str) -> set[str]:
    """The words of a name or an address, as `log_line` looks for them."""
    return {one for one in re.split(r"[\W\d_]+", text.casefold()) if len(one) > 2}


def log_line(line: str, people: Collection[str]) -> str:
    """A line of the log; of a traceback the places and the kind of error, "" for every other line of it.

    `people` are words of names and addresses that this program knows, in lower case.
    """
    line = redact(line)
    if found := _HEAD.fullmatch(line):
        said = " ".join(_word(one, people) for one in found["rest"].split())
        return f"{found['head']} {said}"
    if found := _FRAME.match(line):
        return f"  {found['file']}:{found['line']}"
    if (found := _RAISED.fullmatch(line)) and (
        _TROUBLE.fullmatch(found["kind"]) or found["kind"] in _OURS
    ):
        return f"  {found['kind']}"
    return ""


def _word(word: str, people: Collection[str]) -> str:
    plain = word.strip("()'\"").rstrip(_TAIL)
    if plain.startswith("/v1/"):
        plain = _IN_PATH.sub(COVERED, plain)
        return plain if _PATH.fullmatch(plain) else COVERED
    if _UUID.fullmatch(plain) or _FIGURE.fullmatch(plain):
        return plain
    if plain in _OURS or _TROUBLE.fullmatch(plain):
        return plain
    if _KEY.fullmatch(plain) and words_of(plain).isdisjoint(people):
        return plain
    return COVERED
