"""Where a regular expression breaks and why, in plain words."""

from __future__ import annotations

import re
from typing import Final

from inpost_desk.wording.speech import QT_TRANSLATE_NOOP, translate

_SHOWN: Final = 12
# How the interpreter's own sentences begin, the longer ones first.
WHY: Final = (
    (
        "missing ), unterminated subpattern",
        QT_TRANSLATE_NOOP("ui", "the bracket “(” is never closed"),
    ),
    ("unbalanced parenthesis", QT_TRANSLATE_NOOP("ui", "the bracket “)” was never opened")),
    ("unterminated character set", QT_TRANSLATE_NOOP("ui", "the bracket “[” is never closed")),
    (
        "nothing to repeat",
        QT_TRANSLATE_NOOP(
            "ui", "there is nothing to repeat; for the sign itself write \\ before it"
        ),
    ),
    ("multiple repeat", QT_TRANSLATE_NOOP("ui", "two repetitions in a row")),
    (
        "min repeat greater than max repeat",
        QT_TRANSLATE_NOOP("ui", "the repetition counts from more to less"),
    ),
    ("bad character range", QT_TRANSLATE_NOOP("ui", "the range runs backwards")),
    (
        "bad escape (end of pattern)",
        QT_TRANSLATE_NOOP("ui", "a single \\ at the end means nothing"),
    ),
    ("bad escape", QT_TRANSLATE_NOOP("ui", "\\ before this letter means nothing")),
)


def broken_expression(expression: str) -> str:
    """Where it breaks and why, "" where it can be used."""
    if not expression:
        return translate("ui", "Write what such a code looks like, for example {example}.").format(
            example=r"ZAM-(\d+)-PL"
        )
    try:
        re.compile(expression)
    except re.error as error:
        return _place_words(expression, error)
    except (OverflowError, RecursionError):
        return translate("ui", "This expression is too large.")
    return ""


def broken_reference(expression: str, reference: str) -> str:
    """What is wrong with what is made of a match, "" where it can be used."""
    if not reference:
        return ""
    pattern = re.compile(expression)
    try:
        # Read before anything is looked for, so that also what never matches is judged.
        pattern.sub(reference, "")
    except IndexError:
        return _no_group_words(pattern)
    except re.error as error:
        if error.msg.startswith("invalid group reference"):
            return _no_group_words(pattern)
        return _place_words(reference, error)
    return ""


def _no_group_words(pattern: re.Pattern[str]) -> str:
    words = translate("ui", "There is no such group; groups in the expression: {count}.")
    return words.format(count=pattern.groups)


def _place_words(expression: str, error: re.error) -> str:
    why = next((words for begin, words in WHY if error.msg.startswith(begin)), "")
    if not why:
        why = QT_TRANSLATE_NOOP("ui", "it cannot be read from here on")
    place = error.pos or 0
    rest = expression[place : place + _SHOWN]
    if not rest:
        words = translate("ui", "It breaks at the end: {why}.")
        return words.format(why=translate("ui", why))
    words = translate("ui", "It breaks at character {place}, “{rest}”: {why}.")
    return words.format(place=place + 1, rest=rest, why=translate("ui", why))
