"""The guides as files: both languages alike, every picture and link there, every key that is named real."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from inpost_desk.background import Lanes
from inpost_desk.domain.station import State
from inpost_desk.paths import resource
from inpost_desk.settings import Settings
from inpost_desk.ui.desk import Desk
from inpost_desk.ui.help.guides import GUIDES, Guide, read_guide, split
from inpost_desk.ui.help.page import ABOUT
from inpost_desk.ui.keys import BETWEEN
from inpost_desk.ui.orders.last_good import LastGoodDialog
from inpost_desk.ui.orders.page_keys import page_keys as orders_keys
from inpost_desk.ui.shipments.page_keys import page_keys as shipments_keys
from inpost_desk.ui.station.page import StationPage
from inpost_desk.ui.window_parts import DIGITS, everywhere
from inpost_desk.wording import speech
from inpost_desk.wording.station import state_word

LANGUAGES = ("pl", "en")
MOST = 1_500_000
LINK = re.compile(r"(?<!!)\[[^\]]*\]\(([^)\s]+)\)")
PICTURE = re.compile(r"!\[([^\]]*)\]\(([^)\s]+)\)")
KEY = re.compile(r"\*\*((?:(?:Ctrl|Shift|Alt)\+)*(?:F\d+|Spacja|Space|Enter|Esc|[A-Z]|\d))\*\*")


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    yield
    speech.speak("en")


def place(language: str, key: str) -> Path:
    return resource(f"help/{language}/{key}.md")


def guide(language: str, key: str) -> Guide:
    return read_guide(place(language, key))


each_file = pytest.mark.parametrize(
    ("language", "key"), [(language, key) for language in LANGUAGES for key in GUIDES]
)


@pytest.mark.parametrize("key", GUIDES)
def test_a_guide_says_the_same_in_both_languages(key: str) -> None:
    polish, english = (guide(language, key).chapters for language in LANGUAGES)
    assert [one.level for one in polish] == [one.level for one in english]
    named = [[one.names[1:] for one in chapters] for chapters in (polish, english)]
    assert named[0] == named[1]


@each_file
def test_every_picture_is_there_and_says_what_it_shows(language: str, key: str) -> None:
    for said, name in PICTURE.findall(guide(language, key).text):
        assert (place(language, key).parent / name).is_file(), name
        assert said, f"{name} has no words for those who do not see it"


@each_file
def test_every_link_leads_to_a_chapter_of_a_guide_or_into_the_web(language: str, key: str) -> None:
    text = re.sub(r"```.*?```", "", guide(language, key).text, flags=re.DOTALL)
    for target in LINK.findall(text):
        if target.startswith(("https://", "mailto:")):
            continue
        file, _, name = target.partition("#")
        there = guide(language, Path(file).stem if file else key)
        assert not name or there.at(name) is not None, target


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("about", ABOUT.values())
def test_every_page_of_the_window_has_its_chapter(language: str, about: str) -> None:
    file, _, name = about.partition("#")
    assert guide(language, Path(file).stem).at(name) is not None


def test_the_pictures_are_small_and_none_is_left_over() -> None:
    kept = {one.name: one.stat().st_size for one in resource("help/pictures").iterdir()}
    wanted = {
        Path(name).name
        for language in LANGUAGES
        for key in GUIDES
        for _, name in PICTURE.findall(guide(language, key).text)
    }
    assert set(kept) == wanted
    assert sum(kept.values()) < MOST


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_packers_page_has_every_word_of_the_station(language: str) -> None:
    speech.speak(language)
    said = {said: Path(name).name for said, name in PICTURE.findall(guide(language, "packer").text)}
    for state in State:
        assert said[state_word(state)] == f"state-{state.value}-{language}.png"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_program_has_every_key_of_the_packers_page(
    language: str, qtbot: QtBot, lanes: Lanes, tmp_path: Path
) -> None:
    speech.speak(language)
    station = StationPage(Desk(lanes, tmp_path, Settings()))
    qtbot.addWidget(station)
    above = QWidget()
    qtbot.addWidget(above)
    known = {LastGoodDialog(above).print.key()}
    pages = everywhere(dict.fromkeys(DIGITS, ""), guided=True)
    for keys, _ in (*pages, *station.keys(), *orders_keys(), *shipments_keys()):
        first, dash, last = keys.partition("–")
        known |= {str(one) for one in range(int(first), int(last) + 1)} if dash else set()
        known |= set(BETWEEN.split(keys))
    named = set(KEY.findall(guide(language, "packer").text))
    assert len(named) > 20
    assert named <= known


def test_names_of_headings_are_githubs_and_code_has_none() -> None:
    text, chapters = split(
        "# Zażółć, gęślą `x`!\n<a id='no'></a>\n"
        '<a id="here"></a>\n## Two **words**\n```\n# no heading\n```\n## Two words\n'
        "<!-- nobody\nreads -->Press <kbd>F1</kbd>\n"
    )
    assert [one.names for one in chapters] == [
        ("zażółć-gęślą-x",),
        ("two-words", "here"),
        ("two-words-1",),
    ]
    assert 'id="here"' not in text
    assert "# no heading" in text
    assert "nobody" not in text
    assert "Press **F1**" in text
