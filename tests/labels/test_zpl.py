"""Pictures as ZPL and back, played by a Zebra of the tests' own; InPost's ZPL taken apart."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from inpost_desk.domain.printer import Language, Profile, Reach
from inpost_desk.errors import PaperTrouble
from inpost_desk.labels import zpl
from inpost_desk.labels.bitmap import drawn
from inpost_desk.labels.commands import CommandLabel
from tests import zebra
from tests.labels import specimen_labels as specimens
from tests.labels.bars import ink, read
from tests.labels.dots import pictures

NUMBER = specimens.number(7)
OTHER = specimens.number(8)


def profile(**facts: Any) -> Profile:
    """A Zebra with A6 labels, but for these facts."""
    usual: dict[str, Any] = {"reach": Reach.SOCKET, "address": "zebra", "language": Language.ZPL}
    return Profile(id="1", name="Zebra", **usual | facts)


def same(one: Image.Image, other: Image.Image) -> bool:
    """Whether every dot is."""
    return one.size == other.size and one.tobytes() == other.tobytes()


@given(pictures(), st.one_of(st.none(), st.integers(0, 30)))
def test_any_picture_prints_as_it_is(picture: Image.Image, darkness: int | None) -> None:
    commands = zpl.graphic(picture, darkness=darkness)

    (printed,) = zebra.printed(commands)
    (back,) = zpl.pictures(commands)

    assert same(printed, picture)
    assert same(back, picture)


@given(st.lists(pictures(), max_size=4))
def test_labels_one_after_the_other(several: list[Image.Image]) -> None:
    commands = b"".join(zpl.graphic(one) for one in several)

    assert [one.tobytes() for one in zpl.pictures(commands)] == [one.tobytes() for one in several]
    assert len(zebra.printed(commands)) == len(several)


def test_darkness_is_two_digits_before_the_label() -> None:
    picture = Image.new("1", (8, 8))

    assert zpl.graphic(picture, darkness=7).startswith(b"~SD07^XA")
    assert b"~SD" not in zpl.graphic(picture)


@pytest.mark.parametrize("dpi", [203, 300])
def test_a_label_reads_after_the_whole_way(dpi: int) -> None:
    one = profile(dpi=dpi, head=1040)
    numbers = [specimens.number(place) for place in range(3)]
    pages = drawn(specimens.lockers(numbers), one)

    printed = zebra.printed(b"".join(zpl.graphic(page.image, darkness=12) for page in pages))

    assert [read(label) for label in printed] == [{number} for number in numbers]
    left, top, right, bottom = ink(printed[0])
    assert (right - left) / one.dots == pytest.approx(286 / 72 * 25.4, abs=0.3)
    assert (bottom - top) / one.dots == pytest.approx(410 / 72 * 25.4, abs=0.3)


def test_an_a6_label_is_small() -> None:
    (page,) = drawn(specimens.locker(NUMBER), profile())

    assert len(zpl.graphic(page.image)) < 10_000


def test_a_damaged_picture_is_noticed_on_both_sides() -> None:
    good = zpl.graphic(drawn(specimens.locker(NUMBER), profile())[0].image)
    middle = len(good) // 2
    letter = b"A" if good[middle : middle + 1] != b"A" else b"B"
    bad = good[:middle] + letter + good[middle + 1 :]

    with pytest.raises(PaperTrouble):
        zpl.pictures(bad)
    with pytest.raises(PaperTrouble):
        zpl.pictures(good + good[:middle])
    with pytest.raises(PaperTrouble):
        zpl.pictures(good.replace(b"^FO0,952", b"^FO0"))
    with pytest.raises(zebra.Jammed):
        zebra.printed(bad)


def test_a_well_signed_picture_of_another_size_is_damaged() -> None:
    good = zpl.graphic(Image.new("1", (16, 16)))

    with pytest.raises(PaperTrouble) as told:
        zpl.pictures(good.replace(b"^LL16", b"^LL17"))

    assert told.value.rule == "damaged"


def test_labels_are_split_with_what_comes_before_them() -> None:
    setup = b"^XA^MMT^PW840^LL1184^XZ\n"
    first = f"^XA^FO96,240^BY3^BCR,200,N,N,N^FD>;{NUMBER}^FS^XZ".encode()
    second = f"^XA^FO96,240^BY3^BCR,200,N,N,N^FD>;{OTHER}^FS^XZ".encode()

    labels = zpl.labels_in(setup + b"~SD15" + first + b"\r\n~TA000\r\n" + second + b"\n")

    assert [label.numbers for label in labels] == [(NUMBER,), (OTHER,)]
    assert [(label.width_dots, label.height_dots) for label in labels] == [(840, 1184)] * 2
    assert labels[0].content == setup + b"~SD15" + first + b"\n"
    assert labels[1].content.startswith(b"~TA000")
    assert NUMBER.encode() not in labels[1].content
    assert not any(label.blank for label in labels)


def test_a_stored_picture_goes_with_every_label_that_may_use_it() -> None:
    logo = b"~DGR:LOGO.GRF,8,1,FFFFFFFFFFFFFFFF\n"
    label = f"^XA^FO0,0^XGR:LOGO.GRF,1,1^FS^FO9,9^BCN^FD{NUMBER}^FS^XZ\n".encode()

    labels = zpl.labels_in(logo + label + label)

    assert [one.content for one in labels] == [logo + label] * 2


def test_a_picture_of_raw_bytes_hides_no_label() -> None:
    raw = b"^XA^XZ^FS"
    label = b"^XA^FO0,0^GFB,%d,%d,1,%b^FS^XZ" % (len(raw), len(raw), raw)

    (one,) = zpl.labels_in(label)

    assert one.content == label + b"\n"
    assert not one.blank


@pytest.mark.parametrize(
    ("fields", "numbers"),
    [
        (f"^BCN,200^FD{NUMBER}^FS", (NUMBER,)),
        (f"^BCN,200,N,N,N,A^FD{NUMBER}^FS", (NUMBER,)),
        (f"^BCN^FD>;{NUMBER}^FS", (NUMBER,)),
        (f"^BCN^FD>:{NUMBER}^FS", (NUMBER,)),
        (f"^BCN^FD>:AB>5{NUMBER}^FS", ("AB" + NUMBER,)),
        (f"^BCN^FD>;>8{NUMBER}^FS", (NUMBER,)),
        ("^BCN^FD>;12345^FS", ("1234",)),
        ("^BCN^FD>;1234>6A>0B^FS", ("1234A>B",)),
        (f"^FH^BCN^FD_3E;{NUMBER}^FS", (NUMBER,)),
        (f"^BCN^FH\\^FD\\36{NUMBER[1:]}^FS", (NUMBER,)),
        (f"^BXN,8,200^FD{NUMBER}^FS", (NUMBER,)),
        (f"^BXN,8,200^FD_1{NUMBER}^FS", (NUMBER,)),
        (f"^BQN,2,4^FDQA,{NUMBER}^FS", (NUMBER,)),
        (f"^BY2,3,100^FO9,9^FD{NUMBER}^FS", ()),
        (f"^FO9,9^A0N,20^FD{NUMBER}^FS^BCN^FV{OTHER}^FS", (OTHER,)),
        (f"^BCN^FD{NUMBER}^FS^FO1,1^FD{OTHER}^FS", (NUMBER,)),
        (f"^BCN^FD{NUMBER}", (NUMBER,)),
    ],
)
def test_what_bar_codes_hold(fields: str, numbers: tuple[str, ...]) -> None:
    (label,) = zpl.labels_in(f"^XA{fields}^XZ".encode())

    assert label.numbers == numbers
    assert not label.blank


def test_a_label_with_empty_fields_is_blank() -> None:
    (label,) = zpl.labels_in(b"^XA^PW840^FO9,9^A0N,20^FD ^FS^XZ")

    assert (label.blank, label.numbers) == (True, ())


@pytest.mark.parametrize(
    "content",
    [b"", b"<html>no^wonder</html>", b"^XA^FDx^FS", b"^XA^FDx^FS^XZ^XA^FD", b"^XZ", b"^XA^PW8^XZ"]
)  # fmt: skip
def test_what_holds_no_whole_label_is_damaged(content: bytes) -> None:
    with pytest.raises(PaperTrouble) as told:
        zpl.labels_in(content)

    assert told.value.rule == "damaged"


@given(st.binary(max_size=200))
def test_any_bytes_are_labels_or_damaged(content: bytes) -> None:
    labels: list[CommandLabel] = []

    with suppress(PaperTrouble):
        labels = zpl.labels_in(b"^XA" + content)

    assert all(b"^XA" in one.content for one in labels)
