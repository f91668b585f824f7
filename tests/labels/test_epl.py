"""Pictures as EPL2 and back, played by a Zebra of the tests' own; InPost's EPL taken apart."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from inpost_desk.domain.printer import Language, Profile, Reach
from inpost_desk.errors import PaperTrouble
from inpost_desk.labels import epl
from inpost_desk.labels.bitmap import drawn
from inpost_desk.labels.commands import CommandLabel
from tests import zebra
from tests.labels import specimen_labels as specimens
from tests.labels.bars import read
from tests.labels.dots import pictures

NUMBER = specimens.number(7)
OTHER = specimens.number(8)


def label(number: str, *, lines: str = "") -> bytes:
    """A label as InPost may write it, in its code page."""
    text = f'\nN\nI8,B,001\nq840\nQ1184,24\nA9,9,0,2,1,1,N,"Żółć \\"{number}\\""\n{lines}P1\n'
    return text.encode("cp1250")


@given(st.lists(pictures(), min_size=1, max_size=3), st.one_of(st.none(), st.integers(0, 30)))
def test_any_pictures_print_as_they_are(several: list[Image.Image], darkness: int | None) -> None:
    commands = b"".join(epl.graphic(one, darkness=darkness) for one in several)
    wanted = [(one.size, one.tobytes()) for one in several]

    assert [(one.size, one.tobytes()) for one in zebra.printed(commands)] == wanted
    assert [(one.size, one.tobytes()) for one in epl.pictures(commands)] == wanted


def test_darkness_is_at_most_15() -> None:
    picture = Image.new("1", (8, 8))

    assert b"\nD15\n" in epl.graphic(picture, darkness=30)
    assert b"\nD" not in epl.graphic(picture)


def test_labels_read_after_the_whole_way() -> None:
    zebra_of_ours = Profile("1", "Zebra", Reach.SOCKET, "zebra", Language.EPL)
    numbers = [specimens.number(place) for place in range(3)]
    pages = drawn(specimens.lockers(numbers), zebra_of_ours)

    printed = zebra.printed(b"".join(epl.graphic(page.image) for page in pages))

    assert [read(one) for one in printed] == [{number} for number in numbers]


def test_a_cut_picture_is_noticed_on_both_sides() -> None:
    cut = epl.graphic(Image.new("1", (80, 80)))[:-30]

    with pytest.raises(PaperTrouble):
        epl.pictures(cut)
    with pytest.raises(zebra.Jammed):
        zebra.printed(cut)


def test_labels_are_split() -> None:
    first = label(NUMBER, lines=f'B300,240,1,1,3,6,200,N,"{NUMBER}"\n')
    second = label(OTHER, lines=f'b560,700,D,h8,"{OTHER}"\n')

    labels = epl.labels_in(first + second)

    assert [one.numbers for one in labels] == [(NUMBER,), (OTHER,)]
    assert [one.content for one in labels] == [first, second]
    assert {(one.width_dots, one.height_dots, one.blank) for one in labels} == {(840, 1184, False)}


def test_line_ends_of_windows_and_quotes_in_codes() -> None:
    content = label(NUMBER, lines='B1,1,1,1,3,6,200,B,"A\\"\\\\1"\n').replace(b"\n", b"\r\n")

    (one,) = epl.labels_in(content)

    assert one.numbers == ('A"\\1',)


@pytest.mark.parametrize(
    "picture", [
        b"GW0,0,2,4,\nP1\nP1\nA\n",
        b"GW0,0,2,4\r\n\nP1\nP1\nA",
        b'GM"LOGO"8\n\nP1\nP1\nA\n',
    ]
)  # fmt: skip
def test_a_pictures_bytes_are_no_commands(picture: bytes) -> None:
    content = b"N\n" + picture + f'B1,1,1,1,3,6,200,N,"{NUMBER}"\nP1\n'.encode()

    (one,) = epl.labels_in(content)

    assert (one.content, one.numbers) == (content, (NUMBER,))


def test_a_label_without_a_field_is_blank() -> None:
    (one,) = epl.labels_in(b"N\nq840\nP1\n")

    assert one.blank


@pytest.mark.parametrize("content", [b"", b"<html></html>", b'N\nA1,1,0,2,1,1,N,"x"\n'])
def test_what_holds_no_whole_label_is_damaged(content: bytes) -> None:
    with pytest.raises(PaperTrouble) as told:
        epl.labels_in(content)

    assert told.value.rule == "damaged"


@given(st.binary(max_size=200))
def test_any_bytes_are_labels_or_damaged(content: bytes) -> None:
    labels: list[CommandLabel] = []

    with suppress(PaperTrouble):
        labels = epl.labels_in(content)

    assert content.startswith(b"".join(one.content for one in labels))
