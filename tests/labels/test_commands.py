"""InPost's own commands against the parcel and the printer, as the simulator writes them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from inpost_desk.domain.printer import Language, PaperKind, Profile, Reach
from inpost_desk.labels import epl, zpl
from inpost_desk.labels.commands import CommandLabel, check_commands
from inpost_desk.simulator import label_commands
from inpost_desk.simulator.label_facts import LabelFacts
from tests import zebra
from tests.labels import specimen_labels as specimens
from tests.labels.bars import read

NUMBER = specimens.number(7)
GOOD = CommandLabel(b"", (NUMBER, NUMBER), 840, 1184, blank=False)


def profile(**facts: Any) -> Profile:
    """A Zebra with A6 labels, but for these facts."""
    usual: dict[str, Any] = {"reach": Reach.SOCKET, "address": "zebra", "language": Language.ZPL}
    return Profile(id="1", name="Zebra", **usual | facts)


@pytest.mark.parametrize(
    ("label", "rule"),
    [
        (GOOD, ""),
        (replace(GOOD, width_dots=0, height_dots=0), ""),
        (replace(GOOD, width_dots=812), ""),
        (replace(GOOD, width_dots=600, height_dots=900), ""),
        (replace(GOOD, blank=True), "blank_page"),
        (replace(GOOD, copies=2), "page_count"),
        (replace(GOOD, copies=0), "page_count"),
        (replace(GOOD, numbers=()), "unreadable"),
        (replace(GOOD, numbers=(specimens.number(8),)), "wrong_number"),
        (replace(GOOD, width_dots=1260, height_dots=1776), "wrong_dpi"),
        (replace(GOOD, width_dots=1218, height_dots=0), "wrong_dpi"),
        (replace(GOOD, width_dots=2520, height_dots=3552), "wrong_dpi"),
        (replace(GOOD, width_dots=840, height_dots=1776), "wrong_size"),
        (replace(GOOD, width_dots=1680, height_dots=2376), "wrong_size"),
    ],
)
def test_a_203_dpi_head_with_a6(label: CommandLabel, rule: str) -> None:
    assert check_commands(label, NUMBER, profile()) == rule


def test_203_dpi_on_finer_heads_is_too_small() -> None:
    assert check_commands(GOOD, NUMBER, profile(dpi=300)) == "wrong_dpi"
    assert check_commands(GOOD, NUMBER, profile(dpi=600)) == "wrong_dpi"


def test_four_by_six_inches_on_100_by_150() -> None:
    label = replace(GOOD, width_dots=812, height_dots=1219)

    assert check_commands(label, NUMBER, profile(paper=PaperKind.MM_100_150)) == ""
    assert check_commands(label, NUMBER, profile()) == "wrong_size"


@pytest.mark.parametrize("dots", [8, 12])
def test_the_simulators_zpl(dots: int) -> None:
    content = label_commands.zpl([_facts(NUMBER), _facts(specimens.number(8))], dots=dots)

    first, second = zpl.labels_in(content)

    right, wrong = (203, 300) if dots == 8 else (300, 203)
    assert set(first.numbers) == {NUMBER}
    assert check_commands(first, NUMBER, profile(dpi=right)) == ""
    assert check_commands(first, NUMBER, profile(dpi=wrong)) == "wrong_dpi"
    assert check_commands(second, NUMBER, profile(dpi=right)) == "wrong_number"
    assert first.content + second.content == content
    (alone,) = zebra.printed(second.content)
    assert (alone.size, read(alone)) == ((105 * dots, 148 * dots), {specimens.number(8)})


def test_the_simulators_epl() -> None:
    content = label_commands.epl([_facts(NUMBER), _facts(specimens.number(8))])

    first, second = epl.labels_in(content)

    assert set(first.numbers) == {NUMBER}
    assert check_commands(first, NUMBER, profile()) == ""
    assert check_commands(second, NUMBER, profile()) == "wrong_number"
    assert first.content + second.content == content
    (alone,) = zebra.printed(second.content)
    assert (alone.size, read(alone)) == ((840, 1184), {specimens.number(8)})


def _facts(number: str) -> LabelFacts:
    return LabelFacts(
        to_point=True,
        service="Paczkomat",
        number=number,
        region="P37",
        destination="OLS",
        sender=("Sklep ~ ^ Żółty",),
        receiver=("OLS00T", "Polna 7"),
        phone="500000000",
        size="A",
        weight="1 kg",
        cod="",
        comments='"kruche"',
        reference="zamówienie_1",
        place="",
    )
