"""Which language is spoken, and the translation of one text.

Qt's translation files without Qt's windows: the command line speaks by the same `.qm` as the window.
"""

from __future__ import annotations

import locale
import os
import re

from PySide6.QtCore import QTranslator

from inpost_desk.paths import resource

LANGUAGES = ("pl", "en")
_translators: list[QTranslator] = []
_spoken: list[str] = []
# What was said in the present language, and in the one before it: the sentence leads to context and text.
_said: dict[str, tuple[str, str]] = {}
_before: dict[str, tuple[str, str]] = {}
# Fewer letters round its gaps do not tell a sentence from another.
_TELLING = 6
# Where one sentence ends and the next begins.
_JOINT = re.compile(r"((?<=[.?!…:;])\s+|\s·\s)")


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:  # noqa: N802 - the name Qt's lupdate looks for
    """Mark a text for translation where it is not spoken yet."""
    del context
    return text


def choose_language(given: str) -> str:
    """The language to speak: the one asked for, else the system's; a system without one speaks Polish."""
    if given in LANGUAGES:
        return given
    names = [os.environ.get(name, "") for name in ("LC_ALL", "LC_MESSAGES", "LANG")]
    system = next((name for name in names if name), locale.getlocale()[0] or "")
    foreign = system and system.split(".")[0] not in ("C", "POSIX")
    return "en" if foreign and not system.casefold().startswith(("pl", "polish")) else "pl"


def speak(language: str) -> None:
    """Speak that language from now on."""
    _before.clear()
    _before.update(_said)
    _said.clear()
    _translators.clear()
    _spoken[:] = [language]
    translator = QTranslator()
    if translator.load(str(resource(f"translations/inpost_desk_{language}.qm"))):
        _translators.append(translator)


def spoken() -> str:
    """The language of now, whatever the settings say; before anything was chosen it is that of the source."""
    return _spoken[0] if _spoken and _spoken[0] in LANGUAGES else "en"


def translate(context: str, text: str) -> str:
    """The sentence in the language chosen, or the English one."""
    found = _found(context, text)
    _said[found] = (context, text)
    return found


def again(sentence: str) -> str:
    """What was said before the language changed, in the one spoken now.

    For what lasts longer than a language, such as notices. Of a text put together from several each
    by itself; what is not known stays as it is.
    """
    found = _said_again(sentence)
    if found is not None:
        return found
    # With what stood between the parts: every second one.
    parts = _JOINT.split(sentence)
    said, at = "", 0
    while at < len(parts):
        ends = range(len(parts), at, -1)
        known = ((end, _said_again("".join(parts[at:end]))) for end in ends)
        end, words = next((one for one in known if one[1] is not None), (at + 1, parts[at]))
        said += words or ""
        at = end
    return said


def _said_again(sentence: str) -> str | None:
    """The same sentence now, None where it was not one of the sentences said before."""
    if sentence in _before:
        return translate(*_before[sentence])
    best, most, gaps = None, _TELLING - 1, {}
    for before, source in _before.items():
        pieces = re.split(r"\{(\w+)\}", before)
        telling = sum(map(len, pieces[::2]))
        if len(pieces) > 1 and telling > most and (found := _filled(pieces, sentence)) is not None:
            best, most, gaps = source, telling, found
    if best is None:
        return None
    return translate(*best).format(**{name: _word(value) for name, value in gaps.items()})


def _filled(pieces: list[str], sentence: str) -> dict[str, str] | None:
    """What stands in the gaps, where the sentence is that one: texts and names of gaps take turns."""
    names = pieces[1::2]
    if len(set(names)) < len(names):
        return None
    texts = [f"(?P<{one}>.*)" if at % 2 else re.escape(one) for at, one in enumerate(pieces)]
    found = re.fullmatch("".join(texts), sentence, re.DOTALL)
    return found.groupdict() if found else None


def _word(value: str) -> str:
    return translate(*_before[value]) if value in _before else value


def _found(context: str, text: str) -> str:
    for translator in _translators:
        found = translator.translate(context, text)
        if found:
            return found
    return text
