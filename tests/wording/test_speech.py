"""Which language is spoken, and that it changes."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from inpost_desk.wording.speech import QT_TRANSLATE_NOOP, again, choose_language, speak, translate


@pytest.fixture(autouse=True)
def _english_again() -> Iterator[None]:
    yield
    speak("en")


@pytest.mark.parametrize(
    ("system", "language"),
    [
        ("C", "pl"),
        ("C.UTF-8", "pl"),
        ("POSIX", "pl"),
        ("pl_PL.UTF-8", "pl"),
        ("pl", "pl"),
        ("PL_pl", "pl"),
        ("Polish_Poland.1250", "pl"),
        ("en_US.UTF-8", "en"),
        ("en", "en"),
        ("de_DE.UTF-8", "en"),
    ],
)
def test_the_system_says_which_language(
    monkeypatch: pytest.MonkeyPatch, system: str, language: str
) -> None:
    for name in ("LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", system)
    assert choose_language("") == language


def test_what_was_asked_for_goes_before_the_system(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "pl_PL.UTF-8")
    assert choose_language("en") == "en"
    monkeypatch.setenv("LC_ALL", "en_US.UTF-8")
    assert choose_language("pl") == "pl"


def test_a_language_we_do_not_speak_follows_the_system(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "pl_PL.UTF-8")
    assert choose_language("de") == "pl"


def test_lc_all_goes_before_lang(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANG", "pl_PL.UTF-8")
    monkeypatch.setenv("LC_ALL", "en_US.UTF-8")
    assert choose_language("") == "en"


def test_it_speaks_polish_and_english_again() -> None:
    speak("pl")
    assert translate("outcomes", "done") == "gotowe"
    speak("en")
    assert translate("outcomes", "done") == "done"


def test_a_text_nobody_translated_is_said_as_it_is() -> None:
    speak("pl")
    assert translate("outcomes", QT_TRANSLATE_NOOP("nowhere", "unheard of")) == "unheard of"


def test_what_was_put_together_is_said_again_part_by_part() -> None:
    speak("pl")
    done, waiting = translate("outcomes", "done"), translate("outcomes", "waiting")
    failed = translate(
        "troubles", "InPost's answer was lost. Start again: nothing is bought twice."
    )
    said = f"{failed} {done} · ZAM/7 · {waiting}"
    speak("en")
    expected = (
        "InPost's answer was lost. Start again: nothing is bought twice. done · ZAM/7 · waiting"
    )
    assert again(said) == expected
    speak("pl")
    assert again(expected) == said
