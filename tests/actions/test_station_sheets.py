"""The station's sheets: every code on them is read off the paper, once, and nothing else is."""

from __future__ import annotations

from collections.abc import Iterator

import pypdfium2
import pytest

from inpost_desk.actions.operators import new_badge
from inpost_desk.actions.station_sheets import badge_sheet, command_sheet, teach_sheet
from inpost_desk.domain.scan_code import TEACH_CODES, Command, read_code
from inpost_desk.domain.station import Operator, ScannerRules
from inpost_desk.labels.readback import read_pages
from inpost_desk.wording.speech import speak
from inpost_desk.wording.station_codes import command_entries, sheet_title, teach_words


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    speak("en")
    yield
    speak("en")


def scanned(sheet: bytes) -> list[str]:
    return [code for page in read_pages(sheet) for code in page.codes]


def words(sheet: bytes) -> str:
    document = pypdfium2.PdfDocument(sheet)
    return "\n".join(page.get_textpage().get_text_bounded() for page in document)


@pytest.mark.parametrize("language", ["en", "pl"])
def test_each_command_is_there_once_and_can_be_scanned(language: str) -> None:
    speak(language)
    entries = command_entries()
    sheet = command_sheet(entries, sheet_title("commands"))
    found = scanned(sheet)
    assert sorted(found) == sorted(Command)
    assert {read_code(code, ScannerRules()).command for code in found} == set(Command)
    said = words(sheet)
    assert sheet_title("commands") in said
    for _, what in entries:
        assert said.count(what) == 1
    assert len({what for _, what in entries}) == len(Command)


def test_the_codes_that_teach_a_scanner_are_read_as_they_are_known() -> None:
    sheet = teach_sheet(sheet_title("teach"), teach_words())
    assert sorted(scanned(sheet)) == sorted(TEACH_CODES)
    assert all(what in words(sheet) for what in teach_words())
    with pytest.raises(ValueError, match="zip"):
        teach_sheet("", teach_words()[:1])


def test_a_badge_for_each_operator() -> None:
    people = [Operator(f"Grażyna Żółć {place}", new_badge()) for place in range(15)]
    people.append(Operator("Ż" * 40, new_badge()))
    sheet = badge_sheet(people, sheet_title("badges"))
    found = scanned(sheet)
    assert sorted(found) == sorted(one.badge for one in people)
    assert all(read_code(code, ScannerRules()).badge for code in found)
    assert all(one.name in words(sheet) for one in people[:15])
    assert "Ż" * 20 in words(sheet)
