"""Which language is spoken, and the translation of one text.

Qt's translation files without Qt's windows: the command line speaks by the same `.qm` as the window.
"""

from __future__ import annotations

import locale
import os

from PySide6.QtCore import QTranslator

from inpost_desk.paths import resource

LANGUAGES = ("pl", "en")
_translators: list[QTranslator] = []


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
    _translators.clear()
    translator = QTranslator()
    if translator.load(str(resource(f"translations/inpost_desk_{language}.qm"))):
        _translators.append(translator)


def translate(context: str, text: str) -> str:
    """The sentence in the language chosen, or the English one."""
    for translator in _translators:
        found = translator.translate(context, text)
        if found:
            return found
    return text
